#pragma once
// BoxList: a list of objects (rules, retriers, catchers, branches) as boxes of which one at a time is open.

#include "ui/inspector/field_editors.h"

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace designer {

class Form;
class ThemedLabel;

/// One item: a head with its title, what it says in a line, and its form when open.
class Box final : public QWidget
{
    Q_OBJECT

public:
    Box(FormHost& host, QWidget* parent);

    void show(const FieldPlace& list, std::size_t index, asl::NodeId item, bool open);
    using QWidget::show;
    void commitPending();

signals:
    void toggled(std::size_t index);
    void menuWanted(std::size_t index, QPoint globalPosition);
    void moveWanted(std::size_t index, int by); ///< Alt+Up, Alt+Down

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void showSummary(const FieldPlace& list, asl::NodeId item);

    FormHost& m_host;
    std::size_t m_index = 0;
    bool m_open = false;
    QWidget* m_head;
    ThemedLabel* m_title;
    QWidget* m_problem;
    QWidget* m_summary;
    ThemedLabel* m_condition;
    QWidget* m_target;
    QWidget* m_targetTile;
    ThemedLabel* m_targetName;
    Form* m_form = nullptr; ///< while open
    QVBoxLayout* m_column;
};

class BoxList final : public FieldEditor
{
    Q_OBJECT

public:
    BoxList(FormHost& host, QWidget* parent);
    void commitPending() override;

protected:
    void refresh() override;

private:
    void offerActions(std::size_t index, QPoint globalPosition);
    void moveBy(std::size_t index, int by);
    void move(std::size_t index, std::size_t target);
    void duplicate(std::size_t index);
    void add();

    std::vector<Box*> m_boxes;
    QVBoxLayout* m_column;
    QPushButton* m_add;
};

} // namespace designer

#pragma once
// QuickAdd: a small list at a place of the canvas from which a new state is chosen by mouse or keys.

#include "core/document/edits.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace designer {

class Workspace;

class QuickAdd final : public QFrame
{
    Q_OBJECT

public:
    QuickAdd(Workspace& workspace, asl::Place place, QWidget* parent);

    void openAt(QPoint globalPosition);

signals:
    void chosen(const asl::NewState& state, const asl::Place& place);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void choose(QListWidgetItem* item);

    asl::Place m_place;
    std::vector<asl::NewState> m_states;
    QLineEdit* m_search;
    QListWidget* m_list;
};

} // namespace designer

#pragma once
// PanelArea: panels that share one place of the window under a strip of tabs.

#include <QAction>
#include <QWidget>

class QHBoxLayout;
class QStackedLayout;
class QTabBar;

namespace designer {

class PanelArea final : public QWidget
{
    Q_OBJECT

public:
    explicit PanelArea(QWidget* parent = nullptr);

    void addPanel(QWidget* panel, const QString& title); ///< takes it; its minimum size is the area's business
    /// Takes the panel out without deleting it.
    void removePanel(QWidget* panel);
    void insertPanel(int index, QWidget* panel, const QString& title);
    bool hasPanel(const QWidget* panel) const;
    QWidget* current() const;
    void showPanel(QWidget* panel);
    void setTitle(const QWidget* panel, const QString& title);
    /// A widget at the right end of the strip.
    void addCornerWidget(QWidget* widget);

private:
    QTabBar* m_tabs;
    QHBoxLayout* m_strip;
    QStackedLayout* m_stack;
};

} // namespace designer

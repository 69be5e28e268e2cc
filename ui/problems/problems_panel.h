#pragma once
// ProblemsPanel: the diagnostics of the document as a list; a click jumps to the place, a fix is one click away.

#include "ui/support/labels.h"
#include "ui/workspace/workspace.h"

#include <QPersistentModelIndex>

class QAction;
class QLineEdit;
class QListView;
class QToolButton;

namespace designer {

class ProblemModel;
class ProblemFilter;

class ProblemsPanel final : public GroundWidget
{
    Q_OBJECT

public:
    explicit ProblemsPanel(Workspace& workspace, QWidget* parent = nullptr);

    QAction* nextAction() const { return m_next; }         ///< F8
    QAction* previousAction() const { return m_previous; } ///< Shift+F8
    QSize sizeHint() const override { return {640, 200}; }

public slots:
    void goToNext();
    void goToPrevious();

signals:
    /// For the tab and the status bar.
    void countsChanged(int errors, int warnings, int infos);

private:
    void refresh();
    void step(int direction);
    void jumpTo(const QModelIndex& index);
    void showMenu(const QModelIndex& index, const QPoint& globalPosition);
    void showSwitchedOff();
    void openSwitchedOff();

    Workspace& m_workspace;
    ProblemModel* m_model;
    ProblemFilter* m_filter;
    QListView* m_list;
    QLineEdit* m_search;
    QToolButton* m_severities[3];
    LinkButton* m_switchedOff; ///< how many rules are switched off for this file
    ThemedLabel* m_empty;
    QPersistentModelIndex m_visited; ///< where the keys go on from
    QAction* m_next;
    QAction* m_previous;
};

} // namespace designer

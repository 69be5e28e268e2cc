#pragma once
// RunActions: the commands of a run with their keys, and the parts that the tool bar shows for them. Creates the dialogs
// that a run needs (token values, execution input) as children of the window.

#include "ui/workspace/simulation_controller.h"

#include <QAction>
#include <QList>
#include <QObject>

namespace designer {

class Workspace;

class RunActions final : public QObject
{
    Q_OBJECT

public:
    RunActions(Workspace& workspace, SimulationController& controller, QWidget* window);
    ~RunActions() override;

    /// For the tool bar while designing, from left to right: Input, Step, Run (a default button). Step and Run are visible only
    /// without a run.
    QList<QAction*> designToolBarActions() const;
    /// For the tool bar in a run: Continue (a default button), Pause, Stop, Restart | Back, Over, Into, Out, Run to | clock
    /// with Next event. Visible only in a run, separators included.
    QList<QAction*> runToolBarActions() const;
    /// For the Run menu, separators included.
    QList<QAction*> menuActions() const;

    QAction* inputAction() const;            ///< a widget for the tool bar: opens the execution input
    QAction* runAction() const;              ///< F5: run or continue
    QAction* stepAction() const;             ///< F10: start and pause before the first state, or step over
    QAction* stopAction() const;             ///< Shift+F5: stop; after the end: back to designing
    QAction* toggleBreakpointAction() const; ///< F9: of the current state
    QAction* answerAllAction() const;        ///< all open tasks return their event

    /// One line for the status bar: "Paused at Map #1 › Lambda TEST001"; empty without a run.
    QString statusText() const;

public slots:
    void editInput(); ///< opens the editor for the execution input

signals:
    void recordWanted(); ///< the run is to be saved, by the application
    void statusTextChanged(const QString& text);
    /// A message why a run cannot start, for the status line; its place was revealed already.
    void refused(const QString& message);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace designer

#include "ui/simulator/run_actions.h"

#include "ui/simulator/breakpoint_dialog.h"
#include "ui/simulator/folder_dialog.h"
#include "ui/simulator/input_dialog.h"
#include "ui/simulator/run_clock.h"
#include "ui/simulator/run_words.h"
#include "ui/simulator/token_dialog.h"
#include "ui/support/icons.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QWidgetAction>

namespace designer {

namespace {

using Mode = SimulationController::Mode;

/// A push button of the window's tool bar that does what an action does.
class ActionButton final : public QPushButton
{
public:
    ActionButton(QAction* action, QWidget* parent) : QPushButton(parent), m_action(action)
    {
        setDefault(true);
        setFocusPolicy(Qt::TabFocus);
        connect(this, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::changed, this, [this] { follow(); });
        connect(&Theme::current(), &Theme::changed, this, [this] { follow(); });
        follow();
    }

private:
    void follow()
    {
        setText(m_action->iconText());
        setToolTip(m_action->toolTip());
        setAccessibleName(m_action->text());
        setEnabled(m_action->isEnabled());
        const Token ink = m_action->isEnabled() ? Token::OnAccent : Token::Disabled;
        setIcon(QIcon(glyph(QStringLiteral("sim-run"), 16, color(ink), devicePixelRatioF())));
    }
    QAction* m_action;
};

/// A tool bar may be asked for a widget more than once; each gets its own.
template <class Make>
class MadeWidget final : public QWidgetAction
{
public:
    MadeWidget(Make make, QObject* parent) : QWidgetAction(parent), m_make(std::move(make)) {}

protected:
    QWidget* createWidget(QWidget* parent) override { return m_make(parent); }

private:
    Make m_make;
};

} // namespace

struct RunActions::Private
{
    Private(RunActions& owner, Workspace& document, SimulationController& simulation, QWidget* parentWindow)
        : actions(owner), workspace(document), controller(simulation), window(parentWindow) {}

    RunActions& actions;
    Workspace& workspace;
    SimulationController& controller;
    QWidget* window;

    QAction* run = nullptr;
    QAction* pause = nullptr;
    QAction* stop = nullptr;
    QAction* restart = nullptr;
    QAction* back = nullptr;
    QAction* over = nullptr;
    QAction* into = nullptr;
    QAction* out = nullptr;
    QAction* runTo = nullptr;
    QAction* nextEvent = nullptr;
    QAction* answerAll = nullptr;
    QAction* breakpoint = nullptr;
    QAction* condition = nullptr;
    QAction* saveRun = nullptr;
    QAction* editInput = nullptr;
    QAction* runButton = nullptr;
    QAction* continueButton = nullptr;
    QAction* clock = nullptr;
    QAction* input = nullptr;
    QAction* step = nullptr; ///< the tool bar's, while designing
    QList<QAction*> toolBar; ///< in a run
    QAction* menuSeparators[2] = {};
    QPointer<InputDialog> inputDialog;
    QPointer<TokenDialog> tokenDialog;
    QPointer<FolderDialog> folderDialog;
    QString status;

    QAction* add(const QString& glyphName, const QString& text, const QList<QKeySequence>& keys, std::function<void()> does);
    QAction* standIn(QAction* action);
    void build();
    void buildToolBar();
    void refresh();
    void askForTokens(const QStringList& names);
    void askForFolder(const QString& reason);
    const asl::StatePath* current() const { return workspace.selection().current(); }
};

RunActions::RunActions(Workspace& workspace, SimulationController& controller, QWidget* window)
    : QObject(window), d(std::make_unique<Private>(*this, workspace, controller, window))
{
    d->build();
    d->buildToolBar();
    connect(&controller, &SimulationController::modeChanged, this, [this] { d->refresh(); });
    connect(&controller, &SimulationController::viewChanged, this, [this] { d->refresh(); });
    connect(&controller, &SimulationController::breakpointsChanged, this, [this] { d->refresh(); });
    connect(&workspace, &Workspace::selectionChanged, this, [this] { d->refresh(); });
    connect(&controller, &SimulationController::tokensNeeded, this, [this](const QStringList& names) { d->askForTokens(names); });
    connect(&controller, &SimulationController::folderNeeded, this, [this](const QString& reason) { d->askForFolder(reason); });
    connect(&controller, &SimulationController::refused, this, [this](const QString& message) { emit refused(message); });
    d->refresh();
}

RunActions::~RunActions() = default;

QAction* RunActions::Private::add(const QString& glyphName, const QString& text, const QList<QKeySequence>& keys, std::function<void()> does)
{
    auto* action = new QAction(text, &actions);
    if (!glyphName.isEmpty())
        action->setIcon(icon(glyphName));
    action->setShortcuts(keys);
    if (!keys.isEmpty())
        action->setToolTip(QStringLiteral("%1 (%2)").arg(text, keys.first().toString(QKeySequence::NativeText)));
    QObject::connect(action, &QAction::triggered, &actions, std::move(does));
    return action;
}

void RunActions::Private::build()
{
    SimulationController* target = &controller;
    run = add(QStringLiteral("sim-run"), RunActions::tr("Run"), {QKeySequence(Qt::Key_F5)}, [target] { target->run(); });
    pause = add(QStringLiteral("sim-pause"), RunActions::tr("Pause"), {QKeySequence(Qt::Key_F6)}, [target] { target->pause(); });
    stop = add(QStringLiteral("sim-stop"), RunActions::tr("Stop"), {QKeySequence(Qt::SHIFT | Qt::Key_F5)}, [target] {
        if (target->mode() == Mode::Ended)
            target->close();
        else
            target->stop();
    });
    restart = add(QStringLiteral("sim-restart"), RunActions::tr("Restart"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F5)}, [target] { target->restart(); });
    back = add(QStringLiteral("sim-step-back"), RunActions::tr("Step back"), {QKeySequence(Qt::ALT | Qt::Key_F10)}, [target] { target->stepBack(); });
    over = add(QStringLiteral("sim-step-over"), RunActions::tr("Step over"), {QKeySequence(Qt::Key_F10)}, [target] {
        if (target->mode() == Mode::Idle)
            target->start();
        else
            target->stepOver();
    });
    into = add(QStringLiteral("sim-step-into"), RunActions::tr("Step into"), {QKeySequence(Qt::Key_F11)}, [target] {
        if (target->mode() == Mode::Idle)
            target->start();
        else
            target->stepInto();
    });
    out = add(QStringLiteral("sim-step-out"), RunActions::tr("Step out"), {QKeySequence(Qt::SHIFT | Qt::Key_F11)}, [target] { target->stepOut(); });
    runTo = add(QStringLiteral("sim-run-to"), RunActions::tr("Run to the selected state"), {QKeySequence(Qt::CTRL | Qt::Key_F10)}, [this] {
        if (const asl::StatePath* state = current())
            controller.runTo(asl::StatePath(*state));
    });
    nextEvent = add({}, RunActions::tr("Next event"), {}, [target] { target->advanceToNextEvent(); });
    nextEvent->setToolTip(RunActions::tr("Move the clock to the next wait, retry or timeout"));
    answerAll = add(QStringLiteral("sim-mock"), RunActions::tr("Answer all open tasks with their event"), {}, [target] { target->answerAllTasksWithTheirEvent(); });
    breakpoint = add(QStringLiteral("sim-breakpoint"), RunActions::tr("Breakpoint"), {QKeySequence(Qt::Key_F9)}, [this] {
        if (const asl::StatePath* state = current())
            controller.toggleBreakpoint(asl::StatePath(*state));
    });
    breakpoint->setCheckable(true);
    condition = add(QStringLiteral("sim-breakpoint-conditional"), RunActions::tr("Breakpoint condition…"), {QKeySequence(Qt::CTRL | Qt::Key_F9)}, [this] {
        if (const asl::StatePath* state = current())
            (new BreakpointDialog(controller, *state, window))->open();
    });
    saveRun = add(QStringLiteral("file-save"), RunActions::tr("Save this run…"), {}, [this] { emit actions.recordWanted(); });
    editInput = add(QStringLiteral("payload"), RunActions::tr("Execution input…"), {}, [this] { actions.editInput(); });
}

void RunActions::Private::buildToolBar()
{
    const auto made = [this](auto make) { return new MadeWidget<decltype(make)>(std::move(make), &actions); };
    const auto button = [this](QWidget* parent) -> QWidget* { return new ActionButton(run, parent); };
    runButton = made(button);
    continueButton = made(button);
    clock = made([this](QWidget* parent) -> QWidget* { return new RunClock(controller, nextEvent, parent); });
    input = made([this](QWidget* parent) -> QWidget* {
        auto* tool = new QToolButton(parent);
        tool->setDefaultAction(editInput);
        tool->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        tool->setText(RunActions::tr("Input"));
        tool->setAutoRaise(true);
        return tool;
    });
    step = standIn(over);
    step->setText(RunActions::tr("Step"));
    const auto separator = [this] {
        auto* line = new QAction(&actions);
        line->setSeparator(true);
        return line;
    };
    toolBar = {continueButton, standIn(pause), standIn(stop), standIn(restart), separator(), standIn(back), standIn(over), standIn(into),
               standIn(out), standIn(runTo), separator(), clock};
    for (QAction*& line : menuSeparators)
        line = separator();
}

/// The tool bar hides what does not belong to the present mode, and a hidden action loses its keys. So it shows others that
/// do the same.
QAction* RunActions::Private::standIn(QAction* action)
{
    auto* shown = new QAction(action->icon(), action->text(), &actions);
    const auto follow = [shown, action, ownText = action == over] {
        if (!ownText)
            shown->setText(action->text());
        shown->setToolTip(action->toolTip());
        shown->setEnabled(action->isEnabled());
    };
    QObject::connect(action, &QAction::changed, shown, follow);
    QObject::connect(shown, &QAction::triggered, action, &QAction::trigger);
    follow();
    return shown;
}

void RunActions::Private::refresh()
{
    const Mode mode = controller.mode();
    const bool idle = mode == Mode::Idle;
    const bool rests = mode == Mode::Paused || mode == Mode::AwaitingTask;
    const asl::RunViewPointer& view = controller.view();
    run->setText(idle ? RunActions::tr("Run") : mode == Mode::Ended ? RunActions::tr("Run again") : RunActions::tr("Continue"));
    run->setToolTip(QStringLiteral("%1 (%2)").arg(run->text(), run->shortcut().toString(QKeySequence::NativeText)));
    run->setEnabled(idle || mode == Mode::Ended || mode == Mode::Paused);
    pause->setEnabled(mode == Mode::Running);
    stop->setEnabled(!idle);
    stop->setText(mode == Mode::Ended ? RunActions::tr("Back to designing") : RunActions::tr("Stop"));
    stop->setToolTip(QStringLiteral("%1 (%2)").arg(stop->text(), stop->shortcut().toString(QKeySequence::NativeText)));
    restart->setEnabled(!idle);
    back->setEnabled((rests || mode == Mode::Ended) && view && view->step > 0);
    const bool ahead = view && view->step < view->lastStep;
    over->setEnabled(idle || mode == Mode::Paused || ahead);
    into->setEnabled(over->isEnabled());
    out->setEnabled(mode == Mode::Paused || ahead);
    runTo->setEnabled(current() && mode != Mode::Running);
    nextEvent->setEnabled(rests);
    answerAll->setEnabled(controller.awaitsAnswers());
    breakpoint->setEnabled(current());
    condition->setEnabled(current());
    saveRun->setEnabled(!idle && mode != Mode::Running);
    breakpoint->setChecked(current() && controller.breakpoints().contains(*current()));
    for (QAction* action : {runButton, step})
        action->setVisible(idle);
    for (QAction* action : actions.runToolBarActions())
        action->setVisible(!idle);
    for (QAction* action : {runButton, continueButton}) // a widget action lends its widgets its own state
        action->setEnabled(run->isEnabled());

    const QString text = runStatusText(controller);
    if (std::exchange(status, text) != text)
        emit actions.statusTextChanged(text);
}

void RunActions::Private::askForTokens(const QStringList& names)
{
    if (tokenDialog)
        tokenDialog->close();
    tokenDialog = new TokenDialog(workspace, controller, names, window);
    tokenDialog->open();
}

void RunActions::Private::askForFolder(const QString& reason)
{
    if (folderDialog)
        folderDialog->close();
    folderDialog = new FolderDialog(controller, reason, window);
    folderDialog->open();
}

void RunActions::editInput()
{
    if (!d->inputDialog)
        d->inputDialog = new InputDialog(d->workspace, d->controller, d->window);
    d->inputDialog->open();
}

QList<QAction*> RunActions::designToolBarActions() const { return {d->input, d->step, d->runButton}; }

QList<QAction*> RunActions::runToolBarActions() const
{
    return d->toolBar;
}

QList<QAction*> RunActions::menuActions() const
{
    return {d->run, d->pause, d->stop, d->restart, d->menuSeparators[0], d->over, d->into, d->out, d->back, d->runTo, d->nextEvent, d->menuSeparators[1],
            d->breakpoint, d->condition, d->answerAll, d->editInput, d->saveRun};
}

QAction* RunActions::inputAction() const { return d->input; }
QAction* RunActions::runAction() const { return d->run; }
QAction* RunActions::stepAction() const { return d->over; }
QAction* RunActions::stopAction() const { return d->stop; }
QAction* RunActions::toggleBreakpointAction() const { return d->breakpoint; }
QAction* RunActions::answerAllAction() const { return d->answerAll; }
QString RunActions::statusText() const { return d->status; }

} // namespace designer

#include "ui/simulator/run_words.h"

#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace designer {

namespace {

constexpr asl::VirtualTime second = 1'000'000;
/// The translation context of these words.
struct RunWords
{
    Q_DECLARE_TR_FUNCTIONS(designer::RunWords)
};

struct EventWord
{
    const char* text;
    Status status;
};

/// In the order of asl::EventType.
constexpr EventWord eventWords[] = {
    {QT_TRANSLATE_NOOP("designer::RunWords", "Execution started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Execution succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Execution failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Execution aborted"), Status::Aborted},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Execution timed out"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Execution redriven"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task state entered"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Pass state entered"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Wait state entered"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Choice state entered"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Parallel state entered"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map state entered"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Succeed state entered"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Fail state entered"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task state exited"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Pass state exited"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Wait state exited"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Choice state exited"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Parallel state exited"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map state exited"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Succeed state exited"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task state aborted"), Status::Aborted},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Wait state aborted"), Status::Aborted},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task scheduled"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task submitted"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task timed out"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task start failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Task submit failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Lambda function scheduled"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Lambda function started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Lambda function succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Lambda function failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Lambda function timed out"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Lambda function start failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Lambda function schedule failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Activity scheduled"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Activity started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Activity succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Activity failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Activity timed out"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Activity schedule failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Parallel state started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Parallel state succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Parallel state failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Parallel state aborted"), Status::Aborted},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map state started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map state succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map state failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map state aborted"), Status::Aborted},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map iteration started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map iteration succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map iteration failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map iteration aborted"), Status::Aborted},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map Run started"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map Run failed"), Status::Failed},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map Run redriven"), Status::Running},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map Run succeeded"), Status::Succeeded},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Map Run aborted"), Status::Aborted},
    {QT_TRANSLATE_NOOP("designer::RunWords", "Evaluation failed"), Status::Failed},
};
static_assert(std::size(eventWords) == static_cast<std::size_t>(asl::EventType::EvaluationFailed) + 1);

QString number(double value, int decimals)
{
    return QLocale::c().toString(value, 'f', decimals);
}

} // namespace

QString secondsText(asl::VirtualTime duration)
{
    return number(static_cast<double>(duration) / second, 3);
}

QString clockText(asl::VirtualTime duration)
{
    const asl::VirtualTime seconds = duration / second;
    return QStringLiteral("%1:%2:%3.%4")
        .arg(seconds / 3600, 2, 10, QLatin1Char('0'))
        .arg(seconds / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(seconds % 60, 2, 10, QLatin1Char('0'))
        .arg(duration / 1000 % 1000, 3, 10, QLatin1Char('0'));
}

QString durationText(asl::VirtualTime duration)
{
    const asl::VirtualTime seconds = duration / second;
    if (duration < 60 * second) {
        QString text = number(static_cast<double>(duration) / second, 2);
        if (text.endsWith(QLatin1String(".00")))
            text.chop(3);
        return RunWords::tr("%1 s").arg(text);
    }
    if (seconds < 3600)
        return RunWords::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
    if (seconds < 86'400)
        return RunWords::tr("%1 h %2 min").arg(seconds / 3600).arg(seconds / 60 % 60);
    return RunWords::tr("%1 d %2 h").arg(seconds / 86'400).arg(seconds / 3600 % 24);
}

QString sizeText(std::size_t bytes)
{
    if (bytes < 1024)
        return RunWords::tr("%1 B").arg(bytes);
    return RunWords::tr("%1 KiB").arg(number(static_cast<double>(bytes) / 1024, bytes < 100 * 1024 ? 1 : 0));
}

QString iterationText(const asl::VisitRecord& visit)
{
    QString text;
    for (const std::uint32_t index : visit.iteration)
        text += (text.isEmpty() ? QLatin1String("#") : QLatin1String(".")) + QString::number(index);
    return text;
}

QString visitTitle(const asl::VisitRecord& visit)
{
    const QString iteration = iterationText(visit);
    const QString name = toQString(visit.path.name);
    return iteration.isEmpty() ? name : iteration + QLatin1Char(' ') + name;
}

QString visitPlace(const asl::VisitRecord& visit)
{
    QString text;
    for (const asl::ScopeStep& step : visit.path.scope.steps)
        text += toQString(step.state) + QStringLiteral(" › ");
    const QString iteration = iterationText(visit);
    if (!iteration.isEmpty()) // it belongs to the innermost container in nearly every machine
        text.insert(text.size() - 3, QLatin1Char(' ') + iteration);
    return text + toQString(visit.path.name);
}

QString placeText(const asl::RunView& view, const asl::ActivePlace& place)
{
    const asl::VisitRecord& visit = (*view.visits)[place.visit];
    for (const asl::PendingTask& task : view.tasks) {
        if (task.visit != place.visit)
            continue;
        return task.attempt > 1 ? RunWords::tr("waits for an answer, attempt %1").arg(task.attempt) : RunWords::tr("waits for an answer");
    }
    if (place.until)
        return RunWords::tr("waits until %1 s").arg(secondsText(*place.until - view.started));
    if (visit.exited)
        return visit.left && visit.left->kind == asl::TransitionKind::Catch ? RunWords::tr("error caught, goes on") : RunWords::tr("done, goes on");
    if (!visit.stages[static_cast<std::size_t>(asl::Stage::Result)].isUndefined())
        return RunWords::tr("has its result");
    return visit.failure ? RunWords::tr("failed") : RunWords::tr("about to begin");
}

QString progressText(const asl::RunView& view, const asl::ChildProgress& progress)
{
    const auto counted = std::count_if(progress.children.begin(), progress.children.end(),
                                       [](asl::VisitStatus status) { return status > asl::VisitStatus::Waiting; });
    const auto done = progress.children.empty() ? static_cast<std::ptrdiff_t>(progress.done) : counted;
    const asl::VisitRecord& visit = (*view.visits)[progress.visit];
    const bool isMap = visit.state != asl::noId && view.snapshot->machine().state(visit.state).type == asl::StateType::Map;
    return (isMap ? RunWords::tr("%1 of %2 iterations done") : RunWords::tr("%1 of %2 branches done")).arg(done).arg(progress.count);
}

QString eventText(asl::EventType type)
{
    return RunWords::tr(eventWords[static_cast<std::size_t>(type)].text);
}

QString editText(const asl::ValueEdit& edit)
{
    return edit.variable.empty() ? RunWords::tr("Input changed by hand") : RunWords::tr("$%1 changed by hand").arg(toQString(edit.variable));
}

Status eventStatus(asl::EventType type)
{
    return eventWords[static_cast<std::size_t>(type)].status;
}

QString runStatusText(const SimulationController& controller)
{
    const asl::RunViewPointer& view = controller.view();
    if (!view)
        return {};
    const std::optional<asl::VisitId> focus = controller.focusedVisit();
    const QString place = focus ? visitPlace((*view->visits)[*focus]) : QString();
    switch (controller.mode()) {
    case SimulationController::Mode::Idle: return {};
    case SimulationController::Mode::Running: return RunWords::tr("Running");
    case SimulationController::Mode::Paused: return place.isEmpty() ? RunWords::tr("Paused at the start") : RunWords::tr("Paused at %1").arg(place);
    case SimulationController::Mode::AwaitingTask:
        return view->tasks.size() == 1 ? RunWords::tr("%1 waits for an answer").arg(visitPlace((*view->visits)[view->tasks.front().visit]))
                                       : RunWords::tr("%1 tasks wait for an answer").arg(view->tasks.size());
    case SimulationController::Mode::Ended: break;
    }
    switch (view->status) {
    case asl::RunStatus::Running: return RunWords::tr("Paused");
    case asl::RunStatus::Succeeded: return RunWords::tr("Succeeded");
    case asl::RunStatus::Failed:
        return view->failure && view->failure->error ? RunWords::tr("Failed: %1").arg(toQString(*view->failure->error)) : RunWords::tr("Failed");
    case asl::RunStatus::TimedOut: return RunWords::tr("Timed out");
    case asl::RunStatus::Aborted: return RunWords::tr("Stopped");
    }
    return {};
}

QString runStatusGlyph(const SimulationController& controller)
{
    switch (controller.mode()) {
    case SimulationController::Mode::Idle: return {};
    case SimulationController::Mode::Running: return Theme::statusIcon(Status::Running);
    case SimulationController::Mode::Paused: return QStringLiteral("sim-pause");
    case SimulationController::Mode::AwaitingTask: return Theme::statusIcon(Status::Waiting);
    case SimulationController::Mode::Ended: break;
    }
    switch (controller.view() ? controller.view()->status : asl::RunStatus::Aborted) {
    case asl::RunStatus::Running: return Theme::statusIcon(Status::Running);
    case asl::RunStatus::Succeeded: return Theme::statusIcon(Status::Succeeded);
    case asl::RunStatus::Failed:
    case asl::RunStatus::TimedOut: return Theme::statusIcon(Status::Failed);
    case asl::RunStatus::Aborted: return Theme::statusIcon(Status::Aborted);
    }
    return {};
}

Token runStatusToken(const SimulationController& controller)
{
    switch (controller.mode()) {
    case SimulationController::Mode::Idle: return Token::Text2;
    case SimulationController::Mode::Running: return Token::Info;
    case SimulationController::Mode::Paused:
    case SimulationController::Mode::AwaitingTask: return Token::Warn;
    case SimulationController::Mode::Ended: break;
    }
    switch (controller.view() ? controller.view()->status : asl::RunStatus::Aborted) {
    case asl::RunStatus::Running: return Token::Info;
    case asl::RunStatus::Succeeded: return Token::Ok;
    case asl::RunStatus::Failed:
    case asl::RunStatus::TimedOut: return Token::Err;
    case asl::RunStatus::Aborted: return Token::Text2;
    }
    return Token::Text2;
}

} // namespace designer

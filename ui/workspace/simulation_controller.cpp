#include "ui/workspace/simulation_controller_p.h"

#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

#include <QDateTime>
#include <QPointer>
#include <QThread>

#include <algorithm>

namespace designer {

namespace {

constexpr int framePeriod = 17; ///< milliseconds: at most 60 views a second

/// An object on `thread` that carries a call over to it. The last one to let go of it may be on any thread; one that goes
/// with its own undelivered call (at the end of the program) must go at once, for nobody delivers a deleteLater() then.
std::shared_ptr<QObject> callCarrier(QThread* thread)
{
    std::shared_ptr<QObject> carrier(new QObject, [](QObject* object) {
        if (object->thread() == QThread::currentThread())
            delete object;
        else
            object->deleteLater();
    });
    carrier->moveToThread(thread);
    return carrier;
}

/// Where the run goes on next. Time stands still while a task is open, so that comes before any wait.
std::optional<asl::VisitId> nextPlace(const asl::RunView& view)
{
    if (view.active.empty())
        return std::nullopt;
    return view.active.front().ready || view.tasks.empty() ? view.active.front().visit : view.tasks.front().visit;
}

SimulationController::Mode modeOf(RunSession::Standing standing)
{
    using Mode = SimulationController::Mode;
    switch (standing) {
    case RunSession::Standing::Paused:
    case RunSession::Standing::MayBeEndless: return Mode::Paused;
    case RunSession::Standing::Interrupted:
    case RunSession::Standing::AwaitingHandler: return Mode::Running;
    case RunSession::Standing::AwaitingAnswers: return Mode::AwaitingTask;
    case RunSession::Standing::Ended: return Mode::Ended;
    }
    return Mode::Idle;
}

} // namespace

SimulationController::SimulationController(Workspace& workspace, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>()), m_workspace(workspace)
{
    d->nextFrame.setSingleShot(true);
    d->snapshot = workspace.snapshot();
    connect(&d->nextFrame, &QTimer::timeout, this, &SimulationController::showWaiting);
    connect(&workspace, &Workspace::snapshotChanged, this, &SimulationController::followDocument);
    connect(&workspace, &Workspace::selectionChanged, this, [this](const Selection& selection, QObject* author) {
        if (author != this && m_view && selection.current())
            selectLastVisitOf(*selection.current());
    });
}

SimulationController::~SimulationController()
{
    ++d->interruptsAsked;
}

// ---- Talking to the lane

/// Runs `action` on the lane, then goes on towards the goal. An urgent action does not wait for the goal of the one before.
void SimulationController::post(std::function<void(RunSession&)> action, bool urgent)
{
    if (urgent)
        ++d->interruptsAsked;
    Private* shared = d.get(); // the lane is joined before it goes
    const quint64 run = d->run;
    auto work = [this, shared, run, urgent, action = std::move(action)](std::stop_token stop) {
        if (urgent)
            ++shared->interruptsSeen;
        Published result;
        if (!shared->session.hasRun())
            return result;
        action(shared->session);
        QElapsedTimer sincePublished;
        sincePublished.start();
        const auto interrupted = [&] { return stop.stop_requested() || shared->interruptsAsked != shared->interruptsSeen; };
        const auto stepped = [&] {
            if (sincePublished.elapsed() < framePeriod || shared->viewOnItsWay.exchange(true))
                return;
            sincePublished.restart();
            Published onTheWay{shared->session.view(), Mode::Running, shared->session.branches(), shared->session.branch()};
            QMetaObject::invokeMethod(this, [this, run, onTheWay = std::move(onTheWay)] {
                d->viewOnItsWay = false;
                if (run == d->run)
                    show(onTheWay, false);
            }, Qt::QueuedConnection);
        };
        const RunSession::Standing standing = shared->session.drive(interrupted, stepped);
        result.view = shared->session.view();
        result.mode = modeOf(standing);
        result.mayBeEndless = standing == RunSession::Standing::MayBeEndless;
        result.branches = shared->session.branches();
        result.branch = shared->session.branch();
        return result;
    };
    d->lane.run(this, std::move(work), [this, run](Published result) {
        if (run != d->run || !result.view)
            return;
        const bool mayBeEndless = result.mayBeEndless;
        show(std::move(result), true);
        if (mayBeEndless)
            emit refused(tr("The run rests after %L1 steps: it may have no end.").arg(RunSession::mostSteps), std::nullopt);
    });
}

void SimulationController::postGoal(RunGoal goal)
{
    d->following = true;
    post([goal = std::move(goal)](RunSession& session) { session.setGoal(goal); }, false);
}

void SimulationController::begin(RunGoal goal, std::shared_ptr<const asl::RunRecord> record)
{
    const asl::SnapshotPointer snapshot = m_workspace.presentSnapshot();
    ++d->run;
    ++d->interruptsAsked;
    d->following = true;
    m_followedFrame.reset();
    d->goal = goal;
    d->record = record;
    d->waiting.reset();
    d->pathsInRun.clear();
    for (const asl::StatePath& path : m_breakpoints)
        d->pathsInRun.emplace(path, path);

    RunSession::Setup setup;
    setup.snapshot = snapshot;
    setup.input = toUtf8(m_inputText);
    setup.tokens = m_workspace.tokenValues();
    setup.platform = m_workspace.platform();
    setup.express = m_workspace.validateOptions().type == asl::MachineType::Express;
    setup.seed = d->seed;
    setup.startTime = d->startTime.value_or(QDateTime::currentMSecsSinceEpoch() * 1000);
    setup.folder = d->openFolder ? toUtf8(m_folder) : std::string();
    setup.openFolder = d->openFolder;
    setup.handler = d->handler;
    setup.kept = m_keptAnswers;
    setup.report = reportToHere();

    Private* shared = d.get();
    const quint64 run = d->run;
    auto work = [shared, setup = std::move(setup), breakpoints = breakpointsInRun(), onErrors = m_stopsOnErrors, record](std::stop_token) mutable {
        ++shared->interruptsSeen;
        auto refusal = record ? shared->session.beginReplay(*record, std::move(setup)) : shared->session.begin(std::move(setup));
        shared->session.setBreakpoints(breakpoints);
        shared->session.setStopsOnErrors(onErrors);
        return refusal;
    };
    d->lane.run(this, std::move(work), [this, run](std::optional<RunSession::Refusal> refusal) {
        if (run == d->run && refusal)
            refuse(*refusal);
    });
    post([goal = std::move(goal)](RunSession& session) { session.setGoal(goal); }, false);
}

/// For handlers, which answer from any thread, maybe after this object is gone: the answer travels with an object of the
/// user's thread.
std::function<void(std::uint64_t, asl::TaskId, asl::TaskOutcome)> SimulationController::reportToHere()
{
    const std::shared_ptr<QObject> carrier = callCarrier(thread());
    QPointer<SimulationController> target(this);
    return [carrier, target, run = d->run](std::uint64_t generation, asl::TaskId task, asl::TaskOutcome outcome) {
        QMetaObject::invokeMethod(carrier.get(), [carrier, target, run, generation, task, outcome = std::move(outcome)] {
            if (!target || target->d->run != run)
                return;
            target->post([=](RunSession& session) { session.take(generation, task, outcome); }, true);
        }, Qt::QueuedConnection);
    };
}

// ---- Showing

/// At most 60 times a second; `final` shows where the run rests.
void SimulationController::show(Published published, bool final)
{
    d->waiting = std::move(published);
    const bool due = !d->sinceFrame.isValid() || d->sinceFrame.elapsed() >= framePeriod;
    if (due || (final && d->waiting->mode != Mode::Running))
        showWaiting();
    else if (!d->nextFrame.isActive())
        d->nextFrame.start(static_cast<int>(framePeriod - d->sinceFrame.elapsed()));
}

void SimulationController::showWaiting()
{
    if (!d->waiting)
        return;
    d->nextFrame.stop();
    d->sinceFrame.start();
    Published published = *std::exchange(d->waiting, std::nullopt);
    m_view = published.view;
    m_branches = std::move(published.branches);
    if (std::exchange(m_branch, published.branch) != published.branch)
        m_farthest.reset();
    if (!m_view || m_view->step == m_view->lastStep || !m_farthest || m_view->lastStep != m_farthest->lastStep
        || m_view->events->size() > m_farthest->events->size())
        m_farthest = m_view;
    const std::optional<asl::VisitId> before = m_selectedVisit;
    followVisit();
    const bool modeIsNew = std::exchange(m_mode, published.mode) != published.mode;
    if (modeIsNew)
        emit modeChanged(m_mode);
    emit viewChanged(m_view);
    if (m_selectedVisit != before)
        emit selectedVisitChanged();
}

void SimulationController::refuse(const RunSession::Refusal& refusal)
{
    close();
    if (!refusal.tokens.empty()) {
        QStringList names;
        for (const std::string& name : refusal.tokens)
            names.append(toQString(name));
        emit tokensNeeded(names);
        return;
    }
    if (refusal.needsFolder && d->openFolder)
        emit folderNeeded(translated(refusal.message));
    else
        emit refused(translated(refusal.message), refusal.range);
    if (refusal.range)
        m_workspace.reveal(*refusal.range);
}

/// The visit of the place that goes on next; after the end the last one, and after a failure the one that failed.
void SimulationController::followVisit()
{
    if (!m_view || m_view->visits->empty()) {
        m_selectedVisit.reset();
        return;
    }
    if (m_selectedVisit && *m_selectedVisit >= m_view->visits->size())
        d->following = true;
    if (!d->following || followFrame())
        return;
    if (const std::optional<asl::VisitId> next = nextPlace(*m_view)) {
        m_selectedVisit = next;
        return;
    }
    m_selectedVisit = static_cast<asl::VisitId>(m_view->visits->size() - 1);
    if (m_view->status == asl::RunStatus::Succeeded)
        return;
    for (std::size_t i = m_view->visits->size(); i-- > 0;) {
        if ((*m_view->visits)[i].status == asl::VisitStatus::Failed) {
            m_selectedVisit = static_cast<asl::VisitId>(i);
            return;
        }
    }
}

/// The place of the frame that was chosen, as long as there is one.
bool SimulationController::followFrame()
{
    if (!m_followedFrame)
        return false;
    for (const asl::ActivePlace& place : m_view->active) {
        if (place.frame == *m_followedFrame) {
            m_selectedVisit = place.visit;
            return true;
        }
    }
    // While its branches or iterations are at work it has no place of its own.
    for (std::size_t i = m_view->visits->size(); i-- > 0;) {
        const asl::VisitRecord& visit = (*m_view->visits)[i];
        if (visit.frame != *m_followedFrame)
            continue;
        if (visit.exited || visit.status > asl::VisitStatus::Waiting || m_view->status != asl::RunStatus::Running)
            break;
        m_selectedVisit = static_cast<asl::VisitId>(i);
        return true;
    }
    m_followedFrame.reset();
    return false;
}

void SimulationController::followRun()
{
    m_followedFrame.reset();
    d->following = true;
    if (!m_view)
        return;
    followVisit();
    emit selectedVisitChanged();
}

void SimulationController::selectLastVisitOf(const asl::StatePath& path)
{
    std::optional<asl::VisitId> found;
    for (const asl::ActivePlace& place : m_view->active)
        if (!found && (*m_view->visits)[place.visit].path == path)
            found = place.visit;
    for (std::size_t i = m_view->visits->size(); !found && i-- > 0;)
        if ((*m_view->visits)[i].path == path)
            found = static_cast<asl::VisitId>(i);
    if (found != m_selectedVisit)
        selectVisit(found);
}

void SimulationController::selectVisit(std::optional<asl::VisitId> visit)
{
    d->following = false;
    const std::optional<asl::FrameId> followed = std::exchange(m_followedFrame, std::nullopt);
    const auto isChosen = [visit](const asl::ActivePlace& place) { return place.visit == visit; };
    if (m_view && m_view->active.size() > 1)
        if (const auto place = std::find_if(m_view->active.begin(), m_view->active.end(), isChosen); place != m_view->active.end()) {
            d->following = true;
            m_followedFrame = place->frame;
        }
    if (m_selectedVisit == visit && m_followedFrame == followed)
        return;
    m_selectedVisit = visit;
    emit selectedVisitChanged();
}

std::optional<asl::VisitId> SimulationController::focusedVisit() const
{
    if (!m_view || m_view->active.empty())
        return std::nullopt;
    for (const asl::ActivePlace& place : m_view->active)
        if (place.visit == m_selectedVisit)
            return place.visit;
    return nextPlace(*m_view);
}

bool SimulationController::awaitsAnswers() const
{
    return m_view && m_mode != Mode::Running && !m_view->tasks.empty();
}

// ---- Wishes

void SimulationController::setInputText(const QString& text)
{
    if (std::exchange(m_inputText, text) != text)
        emit inputTextChanged();
}

void SimulationController::setSeed(quint64 seed) { d->seed = seed; }
void SimulationController::setStartTime(std::optional<asl::VirtualTime> time) { d->startTime = time; }
void SimulationController::setOpenFolder(OpenFolder open) { d->openFolder = std::move(open); }
void SimulationController::setTaskHandler(std::shared_ptr<asl::TaskHandler> handler) { d->handler = std::move(handler); }

void SimulationController::run()
{
    if (m_mode == Mode::Idle || m_mode == Mode::Ended)
        begin({RunGoal::Kind::Continue, {}, {}});
    else
        postGoal({RunGoal::Kind::Continue, {}, {}});
}

void SimulationController::start()
{
    begin({RunGoal::Kind::Into, {}, {}});
}

void SimulationController::retry()
{
    begin(d->goal, d->record);
}

void SimulationController::restart()
{
    begin({RunGoal::Kind::Continue, {}, {}});
}

void SimulationController::pause()
{
    post([](RunSession& session) { session.setGoal({}); }, true);
}

void SimulationController::stop()
{
    post([](RunSession& session) { session.stop(); }, true);
}

void SimulationController::close()
{
    ++d->run;
    ++d->interruptsAsked;
    Private* shared = d.get();
    d->lane.run(this, [shared](std::stop_token) {
        ++shared->interruptsSeen;
        shared->session.clear();
        return true;
    }, [](bool) {});
    d->waiting.reset();
    if (m_mode == Mode::Idle && !m_view)
        return;
    m_farthest.reset();
    show({nullptr, Mode::Idle}, true);
}

void SimulationController::stepInto() { postGoal({RunGoal::Kind::Into, {}, {}}); }
void SimulationController::stepOver() { postGoal({RunGoal::Kind::Over, focusedVisit(), {}}); }
void SimulationController::stepOut() { postGoal({RunGoal::Kind::Out, focusedVisit(), {}}); }

void SimulationController::runTo(const asl::StatePath& state)
{
    const RunGoal goal{RunGoal::Kind::To, {}, state};
    if (m_mode == Mode::Idle || m_mode == Mode::Ended)
        begin(goal);
    else
        postGoal(goal);
}

void SimulationController::stepBack()
{
    d->following = true;
    post([](RunSession& session) { session.stepBack(); }, true);
}

void SimulationController::seek(quint64 step)
{
    d->following = true;
    post([step](RunSession& session) { session.seek(step); }, true);
}

void SimulationController::seekToEvent(qint64 id)
{
    d->following = true;
    post([id](RunSession& session) { session.seekToEvent(id); }, true);
}

void SimulationController::seekToVisit(asl::VisitId visit)
{
    d->following = true;
    post([visit](RunSession& session) { session.seekToVisit(visit); }, true);
}

void SimulationController::seekToEdit(std::size_t index)
{
    d->following = true;
    post([index](RunSession& session) { session.seekToEdit(index); }, true);
}

void SimulationController::editValue(asl::FrameId frame, const std::string& variable, const asl::Data& value)
{
    d->following = true;
    post([this, edit = asl::ValueEdited{frame, variable, value}](RunSession& session) {
        if (const auto done = session.edit(edit); !done)
            QMetaObject::invokeMethod(this, [this, message = done.error().message] { emit refused(translated(message), std::nullopt); }, Qt::QueuedConnection);
    }, true);
}

void SimulationController::switchToBranch(asl::BranchId branch)
{
    d->following = true;
    post([branch](RunSession& session) { session.switchTo(branch); }, true);
}

void SimulationController::makeRecord(std::function<void(const std::string&)> done)
{
    Private* shared = d.get();
    d->lane.run(this, [shared](std::stop_token) { return shared->session.record(); }, std::move(done));
}

void SimulationController::openRecord(std::shared_ptr<const asl::RunRecord> record)
{
    setInputText(toQString(asl::data::toJson(record->options.input, asl::data::Layout::Indented)));
    begin({}, std::move(record));
}

void SimulationController::answerTask(asl::TaskId task, const asl::TaskOutcome& outcome)
{
    post([=](RunSession& session) { session.answer(task, outcome); }, true);
}

void SimulationController::answerAllTasksWithTheirEvent()
{
    post([](RunSession& session) { session.answerAllFromNowOn(); }, true);
}

void SimulationController::advanceToNextEvent()
{
    post([](RunSession& session) { session.advanceToNextEvent(); }, true);
}

} // namespace designer

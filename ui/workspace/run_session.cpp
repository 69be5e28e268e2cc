#include "ui/workspace/run_session.h"

#include "core/execution/item_source.h"

#include <algorithm>

namespace designer {

namespace {

using asl::EventType;

bool isEntry(EventType type)
{
    return type >= EventType::TaskStateEntered && type <= EventType::FailStateEntered;
}

bool isExit(EventType type)
{
    return type >= EventType::TaskStateExited && type <= EventType::SucceedStateExited;
}

/// Where stepping back stops: a visit began or ended, a task was answered, the execution ended.
bool isMoment(EventType type)
{
    switch (type) {
    case EventType::ExecutionSucceeded: case EventType::ExecutionFailed: case EventType::ExecutionAborted:
    case EventType::ExecutionTimedOut:
    case EventType::TaskSubmitted: case EventType::TaskSucceeded: case EventType::TaskFailed: case EventType::TaskTimedOut:
    case EventType::LambdaFunctionSucceeded: case EventType::LambdaFunctionFailed: case EventType::LambdaFunctionTimedOut:
    case EventType::ActivitySucceeded: case EventType::ActivityFailed: case EventType::ActivityTimedOut:
        return true;
    default:
        return isEntry(type) || isExit(type);
    }
}

/// Something went wrong inside the execution; its own end is none to stop at.
bool isFailure(EventType type)
{
    const std::string_view name = asl::typeName(type);
    return !name.starts_with("Execution") && (name.ends_with("Failed") || name.ends_with("TimedOut"));
}

std::string_view nameIn(const asl::HistoryEvent& event)
{
    const asl::Data* name = event.detail("name");
    return name && name->isString() ? name->text() : std::string_view();
}

/// Is `outer` the scope itself or one around it?
bool isSameOrAround(const asl::ScopePath& outer, const asl::ScopePath& scope)
{
    return outer.steps.size() <= scope.steps.size() && std::equal(outer.steps.begin(), outer.steps.end(), scope.steps.begin());
}

/// What cannot run at all comes first, then the tokens to ask for: without their values more may seem wrong than is.
RunSession::Refusal refusalOf(const std::vector<asl::CompileProblem>& problems)
{
    using Kind = asl::CompileProblem::Kind;
    RunSession::Refusal refusal;
    for (const Kind kind : {Kind::Unsupported, Kind::MissingToken, Kind::Invalid}) {
        for (const asl::CompileProblem& problem : problems) {
            if (problem.kind != kind)
                continue;
            if (kind != Kind::MissingToken)
                return {problem.message, problem.range, {}};
            if (std::find(refusal.tokens.begin(), refusal.tokens.end(), problem.token) == refusal.tokens.end())
                refusal.tokens.push_back(problem.token);
        }
        if (!refusal.tokens.empty())
            break;
    }
    return refusal;
}

} // namespace

RunSession::~RunSession()
{
    clear();
}

std::optional<RunSession::Refusal> RunSession::begin(Setup setup)
{
    clear();
    const std::vector<asl::SyntaxError>& errors = setup.snapshot->tree().errors();
    if (!errors.empty())
        return Refusal{errors.front().message, errors.front().range, {}};
    asl::Result<asl::Data> input = asl::data::parse(setup.input.empty() ? "{}" : setup.input);
    if (!input)
        return Refusal{{ASL_TEXT("core", "The execution input is no JSON: %1"), {asl::english(input.error().message)}}, std::nullopt, {}};
    const asl::CompileOptions options{.tokens = &setup.tokens, .platform = &setup.platform, .readsItems = setup.readItems != nullptr};
    const asl::Compilation compilation = asl::compile(setup.snapshot, options);
    if (!compilation.program)
        return refusalOf(compilation.problems);

    asl::RunOptions run;
    run.input = *std::move(input);
    run.seed = setup.seed;
    run.now = setup.startTime;
    run.files = setup.readItems;
    take(std::move(setup));
    m_timeline.emplace(compilation.program, std::move(run));
    return std::nullopt;
}

std::optional<RunSession::Refusal> RunSession::beginReplay(const asl::RunRecord& record, Setup setup)
{
    clear();
    const asl::CompileOptions options{.platform = &setup.platform};
    auto replayed = asl::replay(record, options, setup.readItems);
    if (!replayed)
        return Refusal{replayed.error().message, std::nullopt, {}};
    take(std::move(setup));
    m_timeline.emplace(std::move(replayed).value());
    return std::nullopt;
}

/// Who answers, from now on.
void RunSession::take(Setup setup)
{
    m_readItems = std::move(setup.readItems);
    m_writeObject = std::move(setup.writeObject);
    m_handler = std::move(setup.handler);
    m_kept = std::move(setup.kept);
    m_platform = std::move(setup.platform);
    m_report = std::move(setup.report);
}

void RunSession::clear()
{
    if (m_handler)
        for (const asl::TaskId task : m_inFlight)
            m_handler->cancel(task);
    m_timeline.reset();
    m_handler.reset();
    m_goal = {};
    m_inFlight.clear();
    m_held.clear();
    ++m_generation;
    m_answersAll = false;
}

RunSession::Standing RunSession::drive(const std::function<bool()>& interrupted, const std::function<void()>& stepped)
{
    while (m_goal.kind != RunGoal::Kind::None && !m_timeline->ended()) {
        if (interrupted())
            return Standing::Interrupted;
        const std::size_t eventsBefore = m_timeline->events().size();
        if (!takeStep())
            return m_inFlight.empty() ? Standing::AwaitingAnswers : Standing::AwaitingHandler;
        if (goalReached(eventsBefore))
            m_goal = {};
        stepped();
    }
    m_goal = {};
    return standing();
}

RunSession::Standing RunSession::standing() const
{
    if (m_timeline->ended())
        return Standing::Ended;
    if (!atEndOfTimeline() || m_timeline->canProceed() || m_timeline->openTasks() == 0)
        return Standing::Paused;
    return m_inFlight.empty() ? Standing::AwaitingAnswers : Standing::Paused;
}

/// The next step: one that is known, else whatever is ready, else an answer that came, else the next deadline. Time stands
/// still while a task is open.
bool RunSession::takeStep()
{
    if (!atEndOfTimeline()) {
        seekMoment(m_timeline->step() + 1);
        return true;
    }
    if (m_timeline->canProceed()) {
        decide([this] { m_timeline->proceed(); });
        return true;
    }
    if (!m_held.empty()) {
        const auto [task, outcome] = std::move(m_held.front());
        m_held.pop_front();
        decide([&, &id = task, &answer = outcome] { m_timeline->report(id, answer); });
        return true;
    }
    if (m_timeline->openTasks() > 0)
        return m_answersAll && answerWithEvent();
    const asl::VirtualTime due = m_timeline->nextDeadline().value_or(m_timeline->executionDeadline());
    decide([&] { m_timeline->advanceTime(due); });
    return true;
}

/// One open task that nobody works on; false when there is none.
bool RunSession::answerWithEvent()
{
    const asl::RunViewPointer now = m_timeline->view();
    const auto open = std::find_if(now->tasks.begin(), now->tasks.end(), [this](const asl::PendingTask& task) { return !m_inFlight.contains(task.id); });
    if (open == now->tasks.end())
        return false;
    const asl::TaskRequest request = requestOf(*open);
    const asl::TaskSuccess success{functionResult(request, functionEvent(request))};
    decide([&] { m_timeline->report(request.id, success); });
    return true;
}

/// After a step. A view costs more than a step (what it holds must be copied by the next one), so it is asked for only where
/// an event may have reached the goal.
bool RunSession::goalReached(std::size_t eventsBefore) const
{
    const asl::HistoryEvents& events = m_timeline->events();
    for (std::size_t i = eventsBefore; i < events.size(); ++i) {
        const asl::HistoryEvent& event = events[i];
        if (isEntry(event.type) ? entryReachesGoal(nameIn(event)) : eventLeavesScope(event) || exitReachesGoal(event))
            return true;
        if (m_stopsOnErrors && isFailure(event.type))
            return true;
    }
    return false;
}

/// At the entry of a state of this name, the last visit.
bool RunSession::entryReachesGoal(std::string_view name) const
{
    if (m_goal.kind == RunGoal::Kind::Into)
        return true;
    const bool inFocusScope = m_goal.kind == RunGoal::Kind::Over && (!m_goal.focus || m_focusNames.contains(name));
    const bool mayStop = inFocusScope || (m_goal.target && m_goal.target->name == name) || mayStopAt(name);
    if (!mayStop)
        return false;
    const asl::RunViewPointer now = m_timeline->view();
    const asl::VisitRecords& visits = *now->visits;
    const asl::VisitRecord& visit = visits.back();
    if (m_goal.target && visit.path == *m_goal.target)
        return true;
    if (stopsAt(visit.path, BreakpointRule::When::Entry, static_cast<asl::VisitId>(visits.size() - 1)))
        return true;
    if (!inFocusScope)
        return false;
    if (!m_goal.focus)
        return true;
    const asl::VisitRecord& focus = visits[*m_goal.focus];
    return visit.frame == focus.frame || (isSameOrAround(visit.path.scope, focus.path.scope) && !isAlive(focus.frame));
}

bool RunSession::mayStopAt(std::string_view name) const
{
    return std::any_of(m_breakpoints.begin(), m_breakpoints.end(), [name](const auto& known) { return known.first.name == name; });
}

bool RunSession::exitReachesGoal(const asl::HistoryEvent& event) const
{
    if (!isExit(event.type) || !mayStopAt(nameIn(event)))
        return false;
    const asl::RunViewPointer now = m_timeline->view();
    for (std::size_t i = now->visits->size(); i-- > 0;)
        if ((*now->visits)[i].exitedEvent == event.id)
            return stopsAt((*now->visits)[i].path, BreakpointRule::When::Exit, static_cast<asl::VisitId>(i));
    return false;
}

bool RunSession::stopsAt(const asl::StatePath& path, BreakpointRule::When when, asl::VisitId visit) const
{
    const auto found = m_breakpoints.find(path);
    if (found == m_breakpoints.end() || found->second.rule.when != when)
        return false;
    const asl::RunViewPointer now = m_timeline->view();
    if (found->second.rule.fromVisit > 1) {
        std::uint32_t visits = 0;
        for (std::size_t i = 0; i <= visit; ++i)
            visits += (*now->visits)[i].path == path;
        if (visits < found->second.rule.fromVisit)
            return false;
    }
    return !found->second.condition || found->second.condition->holds(*now, visit, m_platform);
}

void RunSession::setBreakpoints(const std::map<asl::StatePath, BreakpointRule>& breakpoints)
{
    m_breakpoints.clear();
    for (const auto& [path, rule] : breakpoints) {
        if (!rule.enabled)
            continue;
        CompiledBreakpoint compiled{rule, {}};
        if (!rule.condition.empty()) // one that cannot be compiled always stops: it wants to be mended
            if (auto condition = asl::WatchExpression::compile(rule.condition))
                compiled.condition = *std::move(condition);
        m_breakpoints.emplace(path, std::move(compiled));
    }
}

/// Out: does this event end the branch, iteration or execution of the focus?
bool RunSession::eventLeavesScope(const asl::HistoryEvent& event) const
{
    if (m_goal.kind != RunGoal::Kind::Out || !m_goal.focus)
        return false;
    if (isExit(event.type) && !m_focusNames.contains(nameIn(event)))
        return false;
    return !isAlive((*m_timeline->view()->visits)[*m_goal.focus].frame);
}

void RunSession::setGoal(RunGoal goal)
{
    m_goal = std::move(goal);
    m_focusNames.clear();
    if (!m_goal.focus)
        return;
    const asl::RunViewPointer now = m_timeline->view();
    const asl::StateMachine& machine = now->snapshot->machine();
    const asl::ScopePath& inner = (*now->visits)[*m_goal.focus].path.scope;
    for (const asl::State& state : machine.states())
        if (isSameOrAround(machine.scopePath(state.scope), inner))
            m_focusNames.insert(state.name);
}

/// Does the frame still have a place, or a container at work?
bool RunSession::isAlive(asl::FrameId frame) const
{
    const asl::RunViewPointer now = m_timeline->view();
    if (std::any_of(now->active.begin(), now->active.end(), [frame](const asl::ActivePlace& place) { return place.frame == frame; }))
        return true;
    for (std::size_t i = now->visits->size(); i-- > 0;) {
        const asl::VisitRecord& visit = (*now->visits)[i];
        if (visit.frame == frame)
            return !visit.exited && visit.status <= asl::VisitStatus::Waiting;
    }
    return false;
}

/// Decides something; what was known beyond the present moment is gone then, and the handler hears what is open now.
template <class Decision>
void RunSession::decide(Decision decision)
{
    const bool branches = !atEndOfTimeline();
    const std::uint64_t before = m_timeline->step();
    decision();
    if (m_timeline->step() == before)
        return; // it was refused
    if (branches)
        restartTasks();
    else
        followEffects();
    performFiles();
}

/// Files are read and written as soon as the run asks, so that no moment waits for them.
void RunSession::performFiles()
{
    std::deque<asl::Effect> requests;
    const auto collect = [&] {
        for (const asl::Effect& effect : m_timeline->effects())
            if (std::holds_alternative<asl::ReadItems>(effect) || std::holds_alternative<asl::WriteObject>(effect))
                requests.push_back(effect);
    };
    for (collect(); !requests.empty(); requests.pop_front()) {
        if (const auto* read = std::get_if<asl::ReadItems>(&requests.front())) {
            // A replayed run may go on to read where no folder was named.
            m_timeline->itemsRead(*read, m_readItems ? m_readItems(*read) : asl::ItemsOutcome(asl::readerFault("There is no folder that stands for S3.").failure));
        } else {
            const auto& write = std::get<asl::WriteObject>(requests.front());
            m_timeline->objectWritten(write.id, m_writeObject ? m_writeObject(write) : std::nullopt);
        }
        if (m_timeline->ended())
            continue;
        followEffects();
        collect();
    }
}

/// Goes to a moment that does not wait for files.
void RunSession::seekMoment(std::uint64_t step)
{
    m_timeline->seek(step);
    while (!atEndOfTimeline() && m_timeline->awaitsFiles())
        m_timeline->seek(m_timeline->step() + 1);
}

void RunSession::followEffects()
{
    for (const asl::Effect& effect : m_timeline->effects()) {
        if (const auto* start = std::get_if<asl::StartTask>(&effect))
            startTask(start->request);
        else if (const auto* cancelled = std::get_if<asl::CancelTask>(&effect))
            cancelTask(cancelled->task);
    }
}

void RunSession::cancelTask(asl::TaskId task)
{
    if (m_inFlight.erase(task) > 0 && m_handler)
        m_handler->cancel(task);
}

void RunSession::restartTasks()
{
    m_held.clear();
    ++m_generation;
    // Numbers are given again after a branch, so what is under way may not be what is asked for now.
    for (const asl::TaskId task : std::set<asl::TaskId>(m_inFlight))
        cancelTask(task);
    const asl::RunViewPointer now = m_timeline->view();
    for (const asl::PendingTask& task : now->tasks)
        startTask(requestOf(task));
}

/// What was kept for the state answers first, then the handler if it can; else the user is asked.
void RunSession::startTask(const asl::TaskRequest& request)
{
    if (const auto kept = m_kept.find(request.state); kept != m_kept.end()) {
        m_inFlight.insert(request.id);
        m_report(m_generation, request.id, kept->second);
    } else if (m_handler && m_handler->answers(request)) {
        m_inFlight.insert(request.id);
        m_handler->start(request, [report = m_report, generation = m_generation](asl::TaskId task, asl::TaskOutcome outcome) {
            report(generation, task, std::move(outcome));
        });
    }
}

void RunSession::setKept(std::map<std::string, asl::TaskOutcome> kept)
{
    m_kept = std::move(kept);
    if (!atEndOfTimeline())
        return;
    const asl::RunViewPointer now = m_timeline->view();
    for (const asl::PendingTask& task : now->tasks)
        if (!m_inFlight.contains(task.id) && m_kept.contains((*now->visits)[task.visit].path.name))
            startTask(requestOf(task));
}

asl::TaskRequest RunSession::requestOf(const asl::PendingTask& task) const
{
    const asl::VisitRecord& visit = (*m_timeline->view()->visits)[task.visit];
    return {task.id, visit.path.name, visit.iteration, task.attempt, task.resource, task.event};
}

void RunSession::answer(asl::TaskId task, const asl::TaskOutcome& outcome)
{
    m_inFlight.erase(task);
    takeAnswer(task, outcome);
}

/// An answer may be what the run was to stop at.
void RunSession::takeAnswer(asl::TaskId task, const asl::TaskOutcome& outcome)
{
    const std::size_t before = m_timeline->events().size();
    decide([&] { m_timeline->report(task, outcome); });
    if (m_goal.kind != RunGoal::Kind::None && goalReached(before))
        m_goal = {};
}

void RunSession::take(std::uint64_t generation, asl::TaskId task, const asl::TaskOutcome& outcome)
{
    if (generation != m_generation || !m_inFlight.contains(task))
        return;
    if (!std::holds_alternative<asl::TaskSubmission>(outcome))
        m_inFlight.erase(task);
    if (atEndOfTimeline())
        takeAnswer(task, outcome);
    else
        m_held.emplace_back(task, outcome);
}

void RunSession::stop()
{
    m_goal = {};
    decide([this] { m_timeline->stop({}); });
}

void RunSession::stepBack()
{
    m_goal = {};
    const asl::HistoryEvents& events = m_timeline->events();
    for (std::size_t i = events.size(); i-- > 0;) {
        if (!isMoment(events[i].type))
            continue;
        const std::uint64_t after = m_timeline->stepOfEvent(events[i].id);
        m_timeline->seek(after > 0 ? after - 1 : 0);
        while (m_timeline->awaitsFiles())
            m_timeline->seek(m_timeline->step() - 1);
        return;
    }
    m_timeline->seek(0);
}

void RunSession::seek(std::uint64_t step)
{
    m_goal = {};
    seekMoment(step);
}

void RunSession::switchTo(asl::BranchId branch)
{
    m_goal = {};
    if (m_timeline->switchTo(branch))
        restartTasks();
}

void RunSession::seekToEvent(std::int64_t id)
{
    seek(m_timeline->stepOfEvent(id));
}

void RunSession::advanceToNextEvent()
{
    const asl::VirtualTime before = m_timeline->view()->now;
    while (!atEndOfTimeline() && m_timeline->view()->now == before)
        seekMoment(m_timeline->step() + 1);
    if (m_timeline->view()->now > before)
        return;
    if (const std::optional<asl::VirtualTime> due = m_timeline->nextDeadline())
        decide([&] { m_timeline->advanceTime(*due); });
}

} // namespace designer

// Where a run stops: its goal, breakpoints and errors; and how it is walked back.

#include "ui/workspace/run_session.h"

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

} // namespace

/// After a step.
bool RunSession::goalReached(const Known& before) const
{
    const asl::HistoryEvents& events = m_timeline->events();
    for (std::size_t i = before.events; i < events.size(); ++i)
        if (reachesGoal({events[i].type, nameIn(events[i]), events[i].id, std::nullopt}))
            return true;
    const asl::ChildEvents& children = m_timeline->eventsOfChildren();
    for (std::size_t i = before.eventsOfChildren; i < children.size(); ++i) {
        const auto [type, visit] = children[i];
        if (reachesGoal({type, m_timeline->visits()[visit].path.name, 0, visit}))
            return true;
    }
    return false;
}

bool RunSession::reachesGoal(const Happening& happening) const
{
    if (isEntry(happening.type)
            ? entryReachesGoal(happening.state, happening.visit.value_or(static_cast<asl::VisitId>(m_timeline->visits().size() - 1)))
            : leavesScope(happening) || exitReachesGoal(happening))
        return true;
    return m_stopsOnErrors && isFailure(happening.type);
}

/// A view costs more than a step (what it holds must be copied by the next one), so it is asked for only where an event may
/// have reached the goal.
bool RunSession::entryReachesGoal(std::string_view name, asl::VisitId entered) const
{
    if (m_goal.kind == RunGoal::Kind::Into)
        return true;
    const bool inFocusScope = m_goal.kind == RunGoal::Kind::Over && (!m_goal.focus || m_focusNames.contains(name));
    const bool mayStop = inFocusScope || (m_goal.target && m_goal.target->name == name) || mayStopAt(name);
    if (!mayStop)
        return false;
    const asl::VisitRecords& visits = m_timeline->visits();
    const asl::VisitRecord& visit = visits[entered];
    if (m_goal.target && visit.path == *m_goal.target)
        return true;
    if (stopsAt(visit.path, BreakpointRule::When::Entry, entered))
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

bool RunSession::exitReachesGoal(const Happening& exit) const
{
    if (!isExit(exit.type) || !mayStopAt(exit.state))
        return false;
    const asl::VisitRecords& visits = m_timeline->visits();
    std::optional<asl::VisitId> left = exit.visit;
    for (std::size_t i = visits.size(); !left && i-- > 0;)
        if (visits[i].exitedEvent == exit.event)
            left = static_cast<asl::VisitId>(i);
    return left && stopsAt(visits[*left].path, BreakpointRule::When::Exit, *left);
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

/// Out: does this end the branch, iteration or execution of the focus?
bool RunSession::leavesScope(const Happening& happening) const
{
    if (m_goal.kind != RunGoal::Kind::Out || !m_goal.focus)
        return false;
    if (isExit(happening.type) && !m_focusNames.contains(happening.state))
        return false;
    return !isAlive(m_timeline->visits()[*m_goal.focus].frame);
}

/// Express has no quota of events that would end it, and time stands still; but it fills the memory.
bool RunSession::mayBeEndless() const
{
    constexpr std::uint64_t stepsOfChild = 50'000;
    return m_steps >= mostSteps + (m_timeline->endedChildren() - m_childrenBefore) * stepsOfChild;
}

void RunSession::setGoal(RunGoal goal)
{
    m_goal = std::move(goal);
    m_steps = 0;
    m_childrenBefore = m_timeline->endedChildren();
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

/// Goes to a moment that does not wait for files.
void RunSession::seekMoment(std::uint64_t step)
{
    m_timeline->seek(step);
    while (!atEndOfTimeline() && m_timeline->awaitsFiles())
        m_timeline->seek(m_timeline->step() + 1);
}

/// The step that brought the last moment of the execution or of a child execution; 0: there is none.
std::uint64_t RunSession::lastMoment() const
{
    std::uint64_t last = 0;
    const asl::HistoryEvents& events = m_timeline->events();
    for (std::size_t i = events.size(); i-- > 0 && last == 0;)
        if (isMoment(events[i].type))
            last = m_timeline->stepOfEvent(events[i].id);
    const asl::ChildEvents& children = m_timeline->eventsOfChildren();
    for (std::size_t i = children.size(); i-- > 0;)
        if (isMoment(children[i].type))
            return std::max(last, m_timeline->stepOfChildEvent(i));
    return last;
}

void RunSession::stepBack()
{
    m_goal = {};
    const std::vector<asl::ValueEdit> edits = m_timeline->view()->edits;
    if (!edits.empty() && edits.back().afterEvent == static_cast<std::int64_t>(m_timeline->events().size())) {
        while (m_timeline->view()->edits.size() == edits.size())
            m_timeline->seek(m_timeline->step() - 1);
        return;
    }
    const std::uint64_t after = lastMoment();
    m_timeline->seek(after > 0 ? after - 1 : 0);
    while (m_timeline->awaitsFiles())
        m_timeline->seek(m_timeline->step() - 1);
}

void RunSession::seek(std::uint64_t step)
{
    m_goal = {};
    seekMoment(step);
}

void RunSession::seekToEvent(std::int64_t id)
{
    seek(m_timeline->stepOfEvent(id));
}

void RunSession::seekToVisit(asl::VisitId visit)
{
    if (visit >= m_timeline->visits().size())
        m_timeline->seek(m_timeline->lastStep());
    if (visit >= m_timeline->visits().size())
        return;
    if (const std::int64_t event = m_timeline->visits()[visit].enteredEvent; event != 0)
        return seekToEvent(event);
    const asl::ChildEvents& children = m_timeline->eventsOfChildren();
    const auto entry = std::find_if(children.begin(), children.end(), [visit](const asl::ChildEvent& event) { return event.visit == visit; });
    seek(m_timeline->stepOfChildEvent(static_cast<std::size_t>(entry - children.begin())));
}

/// It follows its event, and maybe some steps without any.
void RunSession::seekToEdit(std::size_t index)
{
    m_timeline->seek(m_timeline->lastStep());
    if (index < m_timeline->view()->edits.size())
        m_timeline->seek(m_timeline->stepOfEvent(m_timeline->view()->edits[index].afterEvent));
    m_goal = {};
    while (!atEndOfTimeline() && m_timeline->view()->edits.size() <= index)
        m_timeline->seek(m_timeline->step() + 1);
}

} // namespace designer

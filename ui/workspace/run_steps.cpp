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

/// Goes to a moment that does not wait for files.
void RunSession::seekMoment(std::uint64_t step)
{
    m_timeline->seek(step);
    while (!atEndOfTimeline() && m_timeline->awaitsFiles())
        m_timeline->seek(m_timeline->step() + 1);
}

void RunSession::stepBack()
{
    m_goal = {};
    const asl::HistoryEvents& events = m_timeline->events();
    const std::vector<asl::ValueEdit> edits = m_timeline->view()->edits;
    if (!edits.empty() && edits.back().afterEvent == static_cast<std::int64_t>(events.size())) {
        while (m_timeline->view()->edits.size() == edits.size())
            m_timeline->seek(m_timeline->step() - 1);
        return;
    }
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

void RunSession::seekToEvent(std::int64_t id)
{
    seek(m_timeline->stepOfEvent(id));
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

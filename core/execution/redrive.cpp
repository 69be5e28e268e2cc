// Redrive: a Standard execution that did not succeed goes on from where it stopped, with the same history.

#include "core/execution/machine.h"

#include "core/execution/time_text.h"
#include "core/language/quotas.h"

namespace asl {

namespace {

/// `context` with what a redrive says in Execution.
Data redrivenContext(const Data& context, std::uint32_t count, VirtualTime now)
{
    const Data* execution = context.find("Execution");
    ObjectBuilder own = execution ? ObjectBuilder(*execution) : ObjectBuilder();
    own.set("RedriveCount", Data::integer(count));
    own.set("RedriveTime", Data::string(formattedTime(now / 1000 * 1000, TimeForm::ContextObject)));
    ObjectBuilder whole(context);
    whole.set("Execution", std::move(own).build());
    return std::move(whole).build();
}

/// The phase in which an unsuccessful frame begins again: a Pass is entered anew, everything else does its work again.
Phase beginsAgainIn(const Frame& frame, StateType type)
{
    return frame.phase == Phase::Enter || type == StateType::Pass ? Phase::Enter : Phase::Work;
}

} // namespace

std::optional<std::string> redriveRefusal(const Program& program, const ExecutionState& state)
{
    if (program.express)
        return "Only executions of Standard workflows can be redriven";
    switch (state.status) {
    case RunStatus::Running:
        return "Execution is RUNNING and cannot be redriven";
    case RunStatus::Succeeded:
        return "Execution is SUCCEEDED and cannot be redriven";
    case RunStatus::Failed:
    case RunStatus::TimedOut:
    case RunStatus::Aborted:
        break;
    }
    if (state.maxEvents > 0 && state.events.size() + 1 >= state.maxEvents)
        return "Execution history event limit exceeded";
    if (state.redriveCount >= quotas::redrives)
        return "Execution redrivable period exceeded";
    if (state.now - state.started >= quotas::standardSeconds * 1'000'000)
        return "Execution has exceeded the max execution time";
    return {};
}

void Machine::rememberFrames()
{
    if (!m_beforeFailure && !m_program.express)
        m_beforeFailure = Stopped{m_state.frames, m_state.freeSlots};
}

void Machine::keepForRedrive()
{
    if (m_program.express || m_state.status == RunStatus::Succeeded)
        return;
    m_state.stopped = m_beforeFailure ? *std::exchange(m_beforeFailure, std::nullopt)
                                      : Stopped{std::move(m_state.frames), std::move(m_state.freeSlots)};
}

void Machine::redrive(VirtualTime at)
{
    if (redriveRefusal(m_program, m_state) || !m_state.stopped)
        return;
    m_state.now = std::max(m_state.now, at);
    m_state.frames = std::move(m_state.stopped->frames);
    m_state.freeSlots = std::move(m_state.stopped->freeSlots);
    m_state.stopped.reset();
    m_state.status = RunStatus::Running;
    m_state.failure.reset();
    m_state.stopAfterEvent = 0; // the call that stopped it was made once
    m_state.deadline = m_state.deadlineGiven ? m_state.now + *m_program.timeoutSeconds * 1'000'000
                                             : m_state.started + quotas::standardSeconds * 1'000'000;
    ++m_state.redriveCount;
    m_state.context = redrivenContext(m_state.context, m_state.redriveCount, m_state.now);
    const auto last = static_cast<std::int64_t>(m_state.events.size());
    const std::int64_t redriven =
        emitMain(last, EventType::ExecutionRedriven,
                 {.more = Data::object({{Data::string("redriveCount"), Data::integer(m_state.redriveCount)}})});
    for (Frame& stopped : m_state.frames)
        stopped.task = 0; // all have been called off
    for (Slot slot = 0; slot < m_state.frames.size() && !ended(); ++slot)
        if (frame(slot).id != 0)
            beginAgain(slot, redriven);
    dropStaleWakes();
}

void Machine::beginAgain(Slot slot, std::int64_t redriven)
{
    Frame& again = frame(slot);
    const StateProgram& state = stateOf(again);
    again.fault.reset();
    again.submitted = false;
    again.token.clear();
    again.until.reset();
    again.timeoutAt = again.heartbeatAt = std::nullopt;
    again.retries.assign(state.retriers.size(), 0);
    again.retryCount = 0;
    if (again.execution == noSlot)
        again.lastEvent = redriven;
    const Phase phase = beginsAgainIn(again, state.type);
    const bool keepsChildren = again.phase == Phase::AwaitingChildren && again.children && !again.children->run;
    if (VisitRecord* record = visit(again); record && phase == Phase::Work)
        record->status = VisitStatus::Running;
    if (keepsChildren)
        return; // its unsuccessful branches or iterations are frames of their own; the others have their results
    removeInside(slot);
    again.children.reset();
    makeReady(slot, phase);
}

} // namespace asl

// Retry, Catch, and the way up, done once for all states.

#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"
#include "core/execution/machine.h"
#include "core/language/quotas.h"

#include <algorithm>
#include <cmath>

namespace asl {

namespace {

bool matches(const std::vector<std::string>& errorEquals, const Fault& fault)
{
    const std::optional<std::string>& error = fault.failure.error;
    if (error == errors::runtime)
        return false; // not even by its name
    return std::any_of(errorEquals.begin(), errorEquals.end(), [&](const std::string& name) {
        if (name == errors::all)
            return true;
        if (name == errors::taskFailed && (error != errors::timeout || fault.missedHeartbeat))
            return true;
        return name == error || (fault.missedHeartbeat && name == errors::heartbeatTimeout);
    });
}

bool hasChildren(StateType type)
{
    return type == StateType::Parallel || type == StateType::Map;
}

EventType failedEvent(StateType type)
{
    return type == StateType::Map ? EventType::MapStateFailed : EventType::ParallelStateFailed;
}

} // namespace

Data errorOutput(const Failure& failure)
{
    Data cause = Data::null();
    if (failure.cause)
        cause = Data::string(*failure.cause);
    else if (failure.error)
        cause = Data::string("");
    return Data::object({{Data::string("Error"), failure.error ? Data::string(*failure.error) : Data::null()},
                         {Data::string("Cause"), std::move(cause)}});
}

void Machine::fail(Slot slot, Fault fault)
{
    if (ended())
        return;
    frame(slot).fault = std::move(fault);
    handleFailure(slot);
}

/// The fault as it is known outside of its state, which the history and the visit have been told.
Fault Machine::told(Slot slot, Fault fault)
{
    Frame& failing = frame(slot);
    if (std::exchange(fault.namesState, false) && !m_state.test)
        fault.failure.cause = "An error occurred while executing the state '" +
                              std::string(stateOf(failing).name.text()) + "' (entered at the event id #" +
                              std::to_string(failing.enteredEvent) + "). " + fault.failure.cause.value_or("");
    if (fault.evaluationOf)
        tellEvaluationFailed(slot, fault.failure, *std::exchange(fault.evaluationOf, std::nullopt));
    else
        failing.lastEvent = std::max(failing.lastEvent, failing.closedEvent);
    if (VisitRecord* record = visit(failing))
        record->failure = fault.failure;
    return fault;
}

void Machine::handleFailure(Slot slot)
{
    Fault fault = told(slot, *std::exchange(frame(slot).fault, std::nullopt));
    if (fault.fatal || !(retry(slot, fault) || catchFailure(slot, fault)))
        failUp(slot, std::move(fault));
}

void Machine::tellEvaluationFailed(Slot slot, const Failure& failure, const std::string& location)
{
    Frame& failing = frame(slot);
    const StateProgram& state = stateOf(failing);
    ObjectBuilder details;
    details.set("error", Data::string(failure.error.value_or("")))
        .set("cause", Data::string(failure.cause.value_or("")));
    if (!location.empty())
        details.set("location", Data::string(location));
    details.set("state", state.name);
    // It follows what the state's entering followed, except in a Wait.
    if (failing.lastEvent == failing.enteredEvent && state.type != StateType::Wait)
        failing.lastEvent = failing.beforeEntered;
    emitFor(failing, EventType::EvaluationFailed, {.more = std::move(details).build()});
}

bool Machine::retry(Slot slot, const Fault& fault)
{
    Frame& failing = frame(slot);
    const std::vector<RetrierProgram>& retriers = stateOf(failing).retriers;
    const auto found = std::find_if(retriers.begin(), retriers.end(),
                                    [&](const RetrierProgram& retrier) { return matches(retrier.errorEquals, fault); });
    if (found == retriers.end())
        return false;
    const auto index = static_cast<std::size_t>(found - retriers.begin());
    if (m_state.test)
        m_state.test->retrier = static_cast<std::uint32_t>(index);
    std::uint32_t& count = failing.retries[index];
    if (count >= found->maxAttempts)
        return false;
    double seconds = found->intervalSeconds * std::pow(found->backoffRate, count);
    seconds = std::clamp(std::min(seconds, found->maxDelaySeconds.value_or(seconds)), 0.0,
                         static_cast<double>(quotas::seconds));
    if (m_state.test)
        m_state.test->retryAfter = seconds;
    if (found->fullJitter)
        seconds *= nextFraction(m_state.randomState);
    m_beforeFailure.reset(); // it goes no further up
    ++count;
    ++failing.retryCount;
    if (VisitRecord* record = visit(failing)) {
        record->status = VisitStatus::Waiting;
        record->retries = failing.retries;
    }
    wakeAt(slot, Phase::AwaitingRetry, m_state.now + static_cast<VirtualTime>(seconds * 1'000'000));
    return true;
}

bool Machine::catchFailure(Slot slot, const Fault& fault)
{
    Frame& failing = frame(slot);
    const StateProgram& state = stateOf(failing);
    const auto found = std::find_if(state.catchers.begin(), state.catchers.end(),
                                    [&](const CatcherProgram& catcher) { return matches(catcher.errorEquals, fault); });
    if (found == state.catchers.end())
        return false;
    if (m_state.test)
        m_state.test->catcher = static_cast<std::uint32_t>(found - state.catchers.begin());
    const Data caught = errorOutput(fault.failure);
    const Evaluation evaluation(m_program, m_state, failing, {.errorOutput = &caught});
    auto output =
        found->output ? templated(found->output, caught, evaluation) : merged(found->resultPath, failing.input, caught);
    auto assigned = found->assign ? templated(found->assign, caught, evaluation) : Computed<Data>(Data());
    std::optional<Fault> second;
    if (!output || !assigned)
        second = std::move(!output ? output.fault() : assigned.fault());
    else
        second = exitFault(failing, *output, *assigned);
    if (second) { // this state's own Catch is over
        if (hasChildren(state.type))
            failing.closedEvent = emit(failing, failing.lastEvent, failedEvent(state.type));
        failUp(slot, told(slot, std::move(*second)));
        return true;
    }
    m_beforeFailure.reset();
    if (hasChildren(state.type))
        emitFor(failing, failedEvent(state.type));
    if (VisitRecord* record = visit(failing)) {
        record->status = VisitStatus::Caught;
        if (found->resultPath.kind == PathField::Kind::Path)
            record->stages[static_cast<std::size_t>(Stage::AfterResultPath)] = *output;
    }
    exit(slot, std::move(*output), *assigned, found->target);
    return true;
}

void Machine::failUp(Slot slot, Fault fault)
{
    Frame& failing = frame(slot);
    const StateType type = stateOf(failing).type;
    if (hasChildren(type) && !fault.fatal)
        emitFor(failing, failedEvent(type));
    if (ended())
        return;
    if (failing.phase == Phase::Finish && fault.failure.error == errors::dataLimitExceeded)
        failing.phase = Phase::Work; // a redrive does all of it again
    if (failing.execution != noSlot && (fault.fatal || failing.execution == slot))
        return childExecutionFailed(failing.execution, "FAILED", fault.failure);
    const bool last = fault.fatal || failing.parent == noSlot;
    for (Slot failed = slot; failed != noSlot; failed = last ? frame(failed).parent : noSlot)
        if (VisitRecord* record = visit(frame(failed)))
            record->status = VisitStatus::Failed;
    if (last)
        return end(RunStatus::Failed, EventType::ExecutionFailed, failing.lastEvent, fault.failure);
    rememberFrames(failing.execution);
    childFailed(failing.parent, slot, std::move(fault));
}

} // namespace asl

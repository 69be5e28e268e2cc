// A frame's way through one state: entering, computing the effective input, working, leaving.

#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"
#include "core/execution/machine.h"
#include "core/language/quotas.h"

#include <array>

namespace asl {

namespace {

EventType enteredEvent(StateType type)
{
    switch (type) {
    case StateType::Task: return EventType::TaskStateEntered;
    case StateType::Parallel: return EventType::ParallelStateEntered;
    case StateType::Map: return EventType::MapStateEntered;
    case StateType::Pass: return EventType::PassStateEntered;
    case StateType::Wait: return EventType::WaitStateEntered;
    case StateType::Choice: return EventType::ChoiceStateEntered;
    case StateType::Succeed: return EventType::SucceedStateEntered;
    case StateType::Fail: break;
    }
    return EventType::FailStateEntered;
}

EventType exitedEvent(StateType type)
{
    switch (type) {
    case StateType::Task: return EventType::TaskStateExited;
    case StateType::Parallel: return EventType::ParallelStateExited;
    case StateType::Map: return EventType::MapStateExited;
    case StateType::Pass: return EventType::PassStateExited;
    case StateType::Wait: return EventType::WaitStateExited;
    case StateType::Choice: return EventType::ChoiceStateExited;
    case StateType::Succeed:
    case StateType::Fail: break; // Fail is never left
    }
    return EventType::SucceedStateExited;
}

/// The values of one Assign, and all that are stored then, have limits.
std::optional<Fault> variablesFault(const query::Variables& stored, const Data& assigned, std::string_view who)
{
    if (assigned.size() == 0)
        return {};
    if (auto fault = sizeFault(assigned, who))
        return fault;
    std::size_t bytes = jsonSize(assigned);
    for (const auto& [name, value] : stored.own())
        if (!assigned.find(name))
            bytes += jsonSize(value);
    return bytes <= quotas::variableBytes ? std::nullopt : std::optional(sizeExceeded(who));
}

} // namespace

void Machine::enter(Slot slot)
{
    Frame& entering = frame(slot);
    const StateProgram& state = stateOf(entering);
    entering.beforeEntered = entering.lastEvent;
    emitFor(entering, enteredEvent(state.type), {.about = state.about, .payload = entering.input});
    if (entering.lastEvent == entering.beforeEntered)
        return; // that was one event too many
    entering.enteredEvent = entering.lastEvent;
    entering.entered = m_state.now;
    entering.retries.assign(state.retriers.size(), 0);
    entering.retryCount = 0;
    entering.token.clear();
    if (m_state.recordVisits) {
        VisitRecord record;
        record.state = entering.state;
        record.path = state.path;
        record.iteration = iterationOf(entering);
        record.frame = entering.id;
        if (entering.parent != noSlot)
            record.parent = frame(entering.parent).visit;
        record.entered = m_state.now;
        record.enteredEvent = entering.execution == noSlot ? entering.enteredEvent : 0;
        record.enteredAfter = static_cast<std::int64_t>(m_state.events.size()) - (record.enteredEvent != 0);
        record.variables = entering.variables;
        record.context = executionContext(m_program, m_state, entering.execution);
        record.item = entering.item;
        record.stages[static_cast<std::size_t>(Stage::Input)] = entering.input;
        if (ended())
            record.status = VisitStatus::Aborted;
        entering.visit = static_cast<VisitId>(m_state.visits.size());
        if (entering.execution != noSlot)
            m_state.eventsOfChildren.edit(m_state.eventsOfChildren.size() - 1).visit = entering.visit;
        m_state.visits.push_back(std::move(record));
    }
    entering.phase = Phase::Work;
    if (!ended())
        makeReady(slot, Phase::Work);
}

void Machine::work(Slot slot)
{
    Frame& working = frame(slot);
    const StateProgram& state = stateOf(working);
    if (VisitRecord* record = visit(working))
        record->status = VisitStatus::Running;
    const auto* task = std::get_if<TaskProgram>(&state.work);
    if (task && task->pattern == IntegrationPattern::WaitForTaskToken) {
        working.token = newTaskToken(m_state.randomState);
        if (VisitRecord* record = visit(working))
            record->token = working.token;
    }

    // Outputs are checked when they are made; what comes from outside or out of an ItemSelector is not.
    if (auto fault = sizeFault(working.input, state.name.text()))
        return fail(slot, std::move(*fault));

    const Evaluation evaluation(m_program, m_state, working);
    const auto* pass = std::get_if<PassProgram>(&state.work);
    const bool computes = !(pass && pass->result); // a fixed Result leaves nothing to compute
    working.effectiveInput = working.input;
    if (computes && (state.inputPath.kind != PathField::Kind::Absent || m_state.test)) {
        auto input = selected(state.inputPath, working.input, evaluation);
        if (!input)
            return fail(slot, std::move(input.fault()));
        note(working, Stage::AfterInputPath, *input);
        working.effectiveInput = std::move(*input);
    }
    const Data filtered = working.effectiveInput;
    if (computes && (state.parameters || m_state.test)) {
        auto effective = templated(state.parameters, filtered, evaluation);
        if (!effective)
            return fail(slot, std::move(effective.fault()));
        note(working, Stage::AfterParameters, *effective);
        working.effectiveInput = std::move(*effective);
    }
    const WorkContext context{state, working.input, filtered, working.effectiveInput, evaluation, m_state.now};
    begin(slot, std::visit([&](const auto& program) { return asl::begin(program, context); }, state.work));
}

void Machine::begin(Slot slot, Work work)
{
    Frame& working = frame(slot);
    if (auto* finished = std::get_if<Finished>(&work)) {
        working.result = std::move(finished->result);
        note(working, Stage::Result, working.result);
        finish(slot);
    } else if (const auto* go = std::get_if<GoTo>(&work)) {
        const Evaluation evaluation(m_program, m_state, working);
        auto assigned = *go->assign ? templated(*go->assign, working.effectiveInput, evaluation) : Computed<Data>(Data());
        if (!assigned)
            return fail(slot, std::move(assigned.fault()));
        auto output = *go->output ? templated(*go->output, working.effectiveInput, evaluation)
                                  : selected(stateOf(working).outputPath, working.effectiveInput, evaluation);
        leave(slot, std::move(output), *assigned, *go->target);
    } else if (const auto* task = std::get_if<AwaitTask>(&work)) {
        schedule(slot, *task);
    } else if (const auto* until = std::get_if<AwaitUntil>(&work)) {
        if (VisitRecord* record = visit(working))
            record->status = VisitStatus::Waiting;
        if (until->until > m_state.now)
            wakeAt(slot, Phase::AwaitingTime, until->until);
        else
            finish(slot);
    } else if (auto* children = std::get_if<SpawnChildren>(&work)) {
        spawn(slot, std::move(*children));
    } else {
        fail(slot, std::move(std::get<Fault>(work)));
    }
}

void Machine::finish(Slot slot)
{
    Frame& finishing = frame(slot);
    const StateProgram& state = stateOf(finishing);
    const bool passing = passesInput(state.type, state.language);
    const Data& seen = passing ? finishing.effectiveInput : finishing.result;
    const Evaluation evaluation(m_program, m_state, finishing, {.result = passing || seen.isUndefined() ? nullptr : &seen});
    // Assign sees the values on entry and the result as it came.
    Data assigned;
    if (state.assign) {
        auto values = templated(state.assign, seen, evaluation);
        if (!values)
            return fail(slot, std::move(values.fault()));
        assigned = std::move(*values);
    }
    if (state.language == QueryLanguage::JSONata)
        return leave(slot, templated(state.output, seen, evaluation), assigned, state.next);
    Data output = seen;
    if (!passing && (state.resultSelector || m_state.test)) {
        auto result = templated(state.resultSelector, finishing.result, evaluation);
        if (!result)
            return fail(slot, std::move(result.fault()));
        note(finishing, Stage::AfterResultSelector, *result);
        output = std::move(*result);
    }
    if (!passing && (state.resultPath.kind != PathField::Kind::Absent || m_state.test)) {
        auto whole = merged(state.resultPath, finishing.input, std::move(output));
        if (!whole)
            return fail(slot, std::move(whole.fault()));
        note(finishing, Stage::AfterResultPath, *whole);
        output = std::move(*whole);
    }
    if (state.outputPath.kind == PathField::Kind::Absent)
        return leave(slot, std::move(output), assigned, state.next);
    leave(slot, selected(state.outputPath, output, evaluation), assigned, state.next);
}

std::optional<Fault> Machine::exitFault(const Frame& leaving, const Data& output, const Data& assigned) const
{
    const std::string_view name = stateOf(leaving).name.text();
    if (auto fault = sizeFault(output, name))
        return fault;
    return variablesFault(*leaving.variables, assigned, name);
}

void Machine::leave(Slot slot, Computed<Data> output, const Data& assigned, const Target& target)
{
    if (!output)
        return fail(slot, std::move(output.fault()));
    if (auto fault = exitFault(frame(slot), *output, assigned))
        return fail(slot, std::move(*fault));
    exit(slot, std::move(*output), assigned, target);
}

void Machine::assign(Frame& frame, const Data& values)
{
    auto variables = std::make_shared<query::Variables>(*frame.variables);
    for (const Member& variable : values.members())
        variables->set(variable.key.text(), variable.value);
    frame.variables = std::move(variables);
}

void Machine::exit(Slot slot, Data output, const Data& assigned, const Target& target)
{
    Frame& leaving = frame(slot);
    const StateProgram& state = stateOf(leaving);
    EventDetails details{.about = state.about, .payload = output};
    if (assigned.size() > 0) {
        static const Data variablesKey = Data::string("assignedVariables");
        static const Data detailsKey = Data::string("assignedVariablesDetails");
        std::array<Member, 2> more{Member{variablesKey, assigned}, Member{detailsKey, notTruncated()}};
        details.more = Data::objectFrom(more);
        assign(leaving, assigned);
        note(leaving, Stage::Variables, assigned);
    }
    const std::int64_t before = leaving.lastEvent;
    emitFor(leaving, exitedEvent(state.type), std::move(details));
    if (ended() && leaving.lastEvent == before)
        return;
    if (VisitRecord* record = visit(leaving)) {
        record->exited = m_state.now;
        record->exitedEvent = leaving.execution == noSlot ? leaving.lastEvent : 0;
        record->exitedAfter = static_cast<std::int64_t>(m_state.events.size()) - (record->exitedEvent != 0);
        if (record->status != VisitStatus::Caught)
            record->status = VisitStatus::Succeeded;
        record->stages[static_cast<std::size_t>(Stage::Output)] = output;
        if (target.transition != noId)
            record->left = m_program.transitions[target.transition];
    }
    leaving.effectiveInput = leaving.result = Data();
    if (target.state == noId && !ended())
        return scopeSucceeded(slot, output);
    leaving.input = std::move(output);
    if (target.state != noId)
        leaving.state = target.state;
    const Phase next = target.state != noId ? Phase::Enter : Phase::Left;
    if (ended())
        leaving.phase = next; // where a redrive goes on
    else
        makeReady(slot, next);
}

void Machine::scopeSucceeded(Slot slot, const Data& output)
{
    const Frame& done = frame(slot);
    if (done.execution == slot)
        return childExecutionSucceeded(slot, output);
    if (done.parent != noSlot) {
        const Slot parent = done.parent;
        const std::uint32_t index = done.index;
        const std::int64_t lastEvent = done.lastEvent;
        removeFrame(slot);
        return childSucceeded(parent, index, output, lastEvent);
    }
    emitMain(done.lastEvent, EventType::ExecutionSucceeded, {.payload = output});
    if (ended())
        return;
    m_state.status = RunStatus::Succeeded;
    m_state.output = output;
    removeFrame(slot);
}

} // namespace asl

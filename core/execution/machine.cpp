// Queues of ready frames and timers, events, and the decisions that reach the machine from outside.

#include "core/execution/machine.h"

#include "core/execution/context_object.h"
#include "core/language/quotas.h"

#include <algorithm>

namespace asl {

namespace {

/// Heaps keep the earliest in front.
bool later(const Wake& a, const Wake& b)
{
    return a.due != b.due ? a.due > b.due : a.number > b.number;
}

void push(std::vector<Wake>& heap, const Wake& wake)
{
    heap.push_back(wake);
    std::push_heap(heap.begin(), heap.end(), later);
}

Wake pop(std::vector<Wake>& heap)
{
    std::pop_heap(heap.begin(), heap.end(), later);
    const Wake wake = heap.back();
    heap.pop_back();
    return wake;
}

} // namespace

Data failureDetails(const Failure& failure)
{
    ObjectBuilder details;
    if (failure.error)
        details.set("error", Data::string(*failure.error));
    if (failure.cause)
        details.set("cause", Data::string(*failure.cause));
    return std::move(details).build();
}

Failure historyFullFailure(std::size_t events)
{
    return {errors::runtime,
            "The execution reached the maximum number of history events (" + std::to_string(events) + ")."};
}

Slot Machine::newSlot()
{
    if (m_state.freeSlots.empty()) {
        m_state.frames.emplace_back();
        return static_cast<Slot>(m_state.frames.size()) - 1;
    }
    const Slot slot = m_state.freeSlots.back();
    m_state.freeSlots.pop_back();
    return slot;
}

Slot Machine::newFrame(Slot parent, std::uint32_t index, StateId start, Data input)
{
    const Slot slot = newSlot();
    Frame& created = frame(slot);
    created.id = ++m_state.lastFrame;
    created.parent = parent;
    created.index = index;
    created.state = start;
    created.input = std::move(input);
    if (parent != noSlot) {
        const Frame& above = frame(parent);
        created.variables = above.variables;
        created.item = above.item;
        created.execution = above.execution;
    }
    return slot;
}

std::vector<std::uint32_t> Machine::iterationOf(const Frame& frame) const
{
    std::vector<std::uint32_t> iteration;
    for (const Frame* inner = &frame; inner->parent != noSlot;) {
        const Frame& outer = m_state.frames[inner->parent];
        if (stateOf(outer).type == StateType::Map)
            iteration.insert(iteration.begin(), inner->index);
        inner = &outer;
    }
    return iteration;
}

void Machine::removeFrame(Slot slot)
{
    if (slot == m_fullChild)
        m_fullChild = noSlot;
    closeTask(frame(slot), TaskEnd::Cancelled);
    std::destroy_at(&frame(slot));
    std::construct_at(&frame(slot));
    m_state.freeSlots.push_back(slot);
}

void Machine::makeReady(Slot slot, Phase phase)
{
    Frame& ready = frame(slot);
    ready.phase = phase;
    ready.until.reset();
    ready.wake = ++m_state.lastWake;
    m_state.ready.push({m_state.now, ready.wake, slot, ready.id});
}

void Machine::wakeAt(Slot slot, Phase phase, VirtualTime due)
{
    Frame& sleeping = frame(slot);
    sleeping.phase = phase;
    sleeping.until = due;
    sleeping.wake = ++m_state.lastWake;
    push(m_state.timers, {due, sleeping.wake, slot, sleeping.id});
}

void Machine::dropStaleWakes()
{
    const auto stale = [this](const Wake& wake) {
        const Frame& woken = m_state.frames[wake.slot];
        return woken.id != wake.frame || woken.wake != wake.number;
    };
    const auto hasEnded = [this](const Wake& deadline) { return frame(deadline.slot).id != deadline.frame; };
    while (!m_state.ready.empty() && stale(m_state.ready.front()))
        m_state.ready.pop();
    while (!m_state.timers.empty() && stale(m_state.timers.front()))
        pop(m_state.timers);
    while (!m_state.childDeadlines.empty() && hasEnded(m_state.childDeadlines.front()))
        m_state.childDeadlines.pop();
}

void Machine::start(const Data& input)
{
    m_state.lastFrame = 0;
    const Slot slot = newFrame(noSlot, 0, m_program.start, input);
    frame(slot).variables = std::make_shared<query::Variables>();
    const Data* execution = m_state.context.find("Execution");
    const Data* role = execution ? execution->find("RoleArn") : nullptr;
    emitMain(0, EventType::ExecutionStarted,
             {.payload = input, .more = Data::object({{Data::string("roleArn"), role ? *role : Data::null()}})});
    if (!ended())
        makeReady(slot, Phase::Enter);
    clearWhenEnded();
}

void Machine::decide(const Decision& decision)
{
    if (const auto* again = std::get_if<RedriveRequested>(&decision))
        redrive(again->at);
    if (ended())
        return;
    if (std::holds_alternative<Proceed>(decision))
        proceed();
    else if (const auto* reported = std::get_if<TaskReported>(&decision))
        report(reported->task, reported->outcome);
    else if (const auto* beat = std::get_if<TaskHeartbeat>(&decision))
        heartbeat(beat->task);
    else if (const auto* items = std::get_if<ItemsRead>(&decision))
        itemsRead(items->read.id, items->outcome);
    else if (const auto* written = std::get_if<ObjectWritten>(&decision))
        objectWritten(written->write, written->failure);
    else if (const auto* time = std::get_if<TimeAdvanced>(&decision))
        advanceTime(time->to);
    else if (const auto* request = std::get_if<StopRequested>(&decision))
        stop(request->failure);
    else if (const auto* edit = std::get_if<ValueEdited>(&decision))
        editValue(*edit);
    failFullChild();
    clearWhenEnded();
    dropStaleWakes();
}

void Machine::proceed()
{
    if (m_state.ready.empty())
        return;
    const Slot slot = m_state.ready.pop().slot;
    switch (frame(slot).phase) {
    case Phase::Enter:
        enter(slot);
        break;
    case Phase::Work:
        work(slot);
        break;
    case Phase::Finish:
        finish(slot);
        break;
    case Phase::Failed:
        handleFailure(slot);
        break;
    case Phase::Left:
        scopeSucceeded(slot, Data(frame(slot).input));
        break;
    case Phase::Redriven:
        redriveMap(slot);
        break;
    case Phase::AwaitingTask:
    case Phase::AwaitingTime:
    case Phase::AwaitingRetry:
    case Phase::AwaitingFiles:
    case Phase::AwaitingChildren:
        ASL_ASSERT(false, "a waiting frame is not in the queue of ready ones");
        break;
    }
}

void Machine::advanceTime(VirtualTime to)
{
    dropStaleWakes();
    const VirtualTime last = std::min(to, m_state.deadline - 1);
    while (!ended()) {
        const bool childDue = isChildDue();
        if (!childDue && m_state.timers.empty())
            break;
        if ((childDue ? m_state.childDeadlines.front() : m_state.timers.front()).due > last)
            break;
        const Wake wake = childDue ? m_state.childDeadlines.pop() : pop(m_state.timers);
        m_state.now = std::max(m_state.now, wake.due);
        if (childDue)
            childExecutionFailed(wake.slot, "TIMED_OUT", {});
        else
            ring(wake.slot);
        failFullChild();
        dropStaleWakes();
    }
    if (ended())
        return;
    m_state.now = std::max(m_state.now, to);
    if (to < m_state.deadline)
        return;
    m_state.now = m_state.deadline;
    end(RunStatus::TimedOut, EventType::ExecutionTimedOut, 0, {});
}

bool Machine::isChildDue() const
{
    return !m_state.childDeadlines.empty() &&
           (m_state.timers.empty() || m_state.childDeadlines.front().due <= m_state.timers.front().due);
}

void Machine::ring(Slot slot)
{
    switch (frame(slot).phase) {
    case Phase::AwaitingTime:
        makeReady(slot, Phase::Finish);
        break;
    case Phase::AwaitingRetry:
        makeReady(slot, Phase::Work);
        break;
    case Phase::AwaitingTask:
        taskTimedOut(slot);
        break;
    case Phase::Enter:
    case Phase::Work:
    case Phase::Finish:
    case Phase::Failed:
    case Phase::Left:
    case Phase::Redriven:
    case Phase::AwaitingFiles:
    case Phase::AwaitingChildren:
        ASL_ASSERT(false, "only waiting frames have timers");
        break;
    }
}

void Machine::stop(const Failure& failure)
{
    end(RunStatus::Aborted, EventType::ExecutionAborted, 0, failure);
}

std::int64_t Machine::emit(const Frame& frame, std::int64_t previous, EventType type, EventDetails details)
{
    if (frame.execution == noSlot)
        return emitMain(previous, type, std::move(details));
    if (ended())
        return 0;
    if (!isFull(frame.execution))
        return ++m_state.frames[frame.execution].childEvents;
    m_fullChild = frame.execution;
    return 0;
}

std::int64_t Machine::emitMain(std::int64_t previous, EventType type, EventDetails details)
{
    if (ended())
        return 0;
    const auto id = static_cast<std::int64_t>(m_state.events.size()) + 1;
    const bool last = type == EventType::ExecutionSucceeded || type == EventType::ExecutionFailed ||
                      type == EventType::ExecutionAborted || type == EventType::ExecutionTimedOut;
    if (!last && m_state.maxEvents > 0 && static_cast<std::size_t>(id) >= m_state.maxEvents) {
        end(RunStatus::Failed, EventType::ExecutionFailed, id - 1, historyFullFailure(m_state.maxEvents));
        return 0;
    }
    m_state.events.push_back({id, previous, type, m_state.now, std::move(details.about), std::move(details.payload),
                              std::move(details.more)});
    if (!last && id == m_state.stopAfterEvent)
        stop({});
    return id;
}

void Machine::emitFor(Frame& frame, EventType type, EventDetails details)
{
    const std::int64_t id = emit(frame, frame.lastEvent, type, std::move(details));
    if (id == 0)
        return;
    frame.lastEvent = id;
    if (m_state.recordVisits && frame.execution != noSlot)
        m_state.eventsOfChildren.push_back({type, frame.visit});
}

void Machine::end(RunStatus status, EventType type, std::int64_t previous, const Failure& failure)
{
    // Of a timeout only the history tells the name.
    emitMain(previous, type,
             {.more = failureDetails(status == RunStatus::TimedOut ? Failure{errors::timeout, {}} : failure)});
    if (ended())
        return;
    m_state.status = status;
    m_state.failure = failure;
    for (Slot slot = 0; slot < m_state.frames.size(); ++slot) {
        Frame& open = frame(slot);
        if (open.id == 0)
            continue;
        if (open.children && open.children->run)
            writeUnfinished(slot);
        if (VisitRecord* record = visit(open); record && record->status <= VisitStatus::Waiting)
            record->status = VisitStatus::Aborted;
        closeTask(open, TaskEnd::Cancelled);
    }
}

void Machine::clearWhenEnded()
{
    if (!ended())
        return;
    if (!m_state.stopped)
        keepForRedrive();
    m_state.frames.clear();
    m_state.freeSlots.clear();
    m_state.ready.clear();
    m_state.timers.clear();
    m_state.childDeadlines.clear();
}

VisitRecord* Machine::visit(const Frame& frame)
{
    // A frame that has not entered its first state has no visit yet; one that goes on keeps the last one it left.
    return m_state.recordVisits && frame.enteredEvent != 0 ? &m_state.visits.edit(frame.visit) : nullptr;
}

void Machine::note(const Frame& frame, Stage stage, const Data& value)
{
    if (VisitRecord* record = visit(frame))
        record->stages[static_cast<std::size_t>(stage)] = value;
}

ExecutionState startExecution(const Program& program, const RunOptions& options)
{
    ExecutionState state;
    state.started = state.now = options.now;
    const std::int64_t quota = program.express ? quotas::expressSeconds : quotas::standardSeconds;
    state.deadlineGiven = program.timeoutSeconds && *program.timeoutSeconds <= quota;
    state.deadline = options.now + (state.deadlineGiven ? *program.timeoutSeconds : quota) * 1'000'000;
    state.seed = state.randomState = options.seed;
    state.maxEvents = program.express ? 0 : options.maxEvents;
    state.stopAfterEvent = options.stopAfterEvent;
    state.recordVisits = options.recordVisits;
    const Data input = options.input.isUndefined() ? Data::emptyObject() : options.input;
    state.context = baseContext(program, options, input, state.randomState);
    state.region = regionOf(state.context);
    std::vector<Effect> effects;
    Machine(program, state, effects).start(input);
    return state;
}

void advanceInPlace(const Program& program, ExecutionState& state, const Decision& decision,
                    std::vector<Effect>& effects)
{
    effects.clear();
    Machine(program, state, effects).decide(decision);
}

Turn advance(const Program& program, ExecutionState state, const Decision& decision)
{
    Turn turn;
    advanceInPlace(program, state, decision, turn.effects);
    turn.state = std::move(state);
    return turn;
}

} // namespace asl

// Redrive: a Standard execution that did not succeed goes on from where it stopped, with the same history.

#include "core/execution/machine.h"

#include "core/execution/time_text.h"
#include "core/language/quotas.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

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

/// The phase in which an unsuccessful frame begins again: a Pass is entered anew; a Parallel or Map whose branches have
/// all succeeded only makes its output again; everything else does its work again.
Phase beginsAgainIn(const Frame& frame, StateType type)
{
    if (frame.phase == Phase::Left)
        return Phase::Left;
    if (frame.phase == Phase::Enter || type == StateType::Pass)
        return Phase::Enter;
    const bool isDone = frame.phase == Phase::Finish && (type == StateType::Parallel || type == StateType::Map);
    return isDone ? Phase::Finish : Phase::Work;
}

/// A Standard child whose execution can be redriven; of all others the Map Run starts new ones.
bool isRedrivable(const StoppedChild& child, VirtualTime now)
{
    // Its last event was not counted.
    return child.events() && *child.events() + 2 < static_cast<std::int64_t>(quotas::historyEvents) &&
           now - child.ended() <= quotas::redriveSeconds * 1'000'000;
}

} // namespace

std::optional<std::string> redriveRefusal(const Program& program, const ExecutionState& state, VirtualTime at)
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
    if (state.redriveCount >= quotas::redrives || at - state.now > quotas::redriveSeconds * 1'000'000)
        return "Execution redrivable period exceeded";
    if (std::max(state.now, at) - state.started >= quotas::standardSeconds * 1'000'000)
        return "Execution has exceeded the max execution time";
    return {};
}

void Machine::rememberFrames(Slot execution)
{
    if (m_program.express || (m_beforeFailure && m_beforeFailure->execution == execution))
        return;
    if (execution != noSlot && isExpressChild(execution))
        return;
    if (execution == noSlot) {
        m_beforeFailure = BeforeFailure{noSlot, {}, m_state.frames};
        return;
    }
    std::vector<Slot> slots{execution};
    if (frame(execution).children)
        for (const Slot inner : inside(execution))
            slots.push_back(inner);
    m_beforeFailure = BeforeFailure{execution, slots, detached(slots)};
}

/// The frame at `slot` as it is remembered, if it is.
Frame* Machine::remembered(Slot slot)
{
    if (!m_beforeFailure)
        return nullptr;
    if (m_beforeFailure->execution == noSlot)
        return &m_beforeFailure->frames[slot];
    const std::vector<Slot>& slots = m_beforeFailure->slots;
    const auto found = std::find(slots.begin(), slots.end(), slot);
    return found == slots.end() ? nullptr : &m_beforeFailure->frames[static_cast<std::size_t>(found - slots.begin())];
}

/// Copies of the frames of a child execution, its root first, with places in this list as parents.
std::vector<Frame> Machine::detached(const std::vector<Slot>& slots) const
{
    std::unordered_map<Slot, Slot> places;
    for (const Slot slot : slots)
        places.emplace(slot, static_cast<Slot>(places.size()));
    std::vector<Frame> frames;
    frames.reserve(slots.size());
    for (const Slot slot : slots) {
        Frame& copy = frames.emplace_back(frame(slot));
        copy.parent = frames.size() == 1 ? noSlot : places.at(copy.parent);
        copy.execution = places.at(copy.execution);
        copy.task = 0;
    }
    return frames;
}

void Machine::keepForRedrive()
{
    if (m_program.express || m_state.status == RunStatus::Succeeded)
        return;
    const bool wentUp = m_beforeFailure && m_beforeFailure->execution == noSlot;
    m_state.stopped = Stopped{std::move(wentUp ? m_beforeFailure->frames : m_state.frames)};
    m_beforeFailure.reset();
}

void Machine::redrive(VirtualTime at)
{
    if (redriveRefusal(m_program, m_state, at) || !m_state.stopped)
        return;
    m_state.now = std::max(m_state.now, at);
    m_state.frames = std::move(m_state.stopped->frames);
    m_state.stopped.reset();
    for (Slot slot = 0; slot < m_state.frames.size(); ++slot) {
        frame(slot).task = 0; // all have been called off
        if (frame(slot).id == 0)
            m_state.freeSlots.push_back(slot);
    }
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
    std::vector<Slot> all(m_state.frames.size());
    std::iota(all.begin(), all.end(), 0);
    beginAllAgain(all, noSlot, redriven);
    dropStaleWakes();
}

/// What `slots` hold of an execution. Children of its Map Runs wait until these go on.
void Machine::beginAllAgain(const std::vector<Slot>& slots, Slot execution, std::int64_t redriven)
{
    const auto isOfExecution = [&](Slot slot) { return frame(slot).id != 0 && frame(slot).execution == execution; };
    for (const Slot slot : slots)
        if (isOfExecution(slot) && frame(slot).children && frame(slot).children->run)
            gatherStopped(slot);
    for (const Slot slot : slots)
        if (isOfExecution(slot) && !ended())
            beginAgain(slot, redriven);
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
    again.lastEvent = redriven;
    Phase phase = beginsAgainIn(again, state.type);
    if (again.children && again.children->run) {
        const auto& map = std::get<MapProgram>(state.work);
        if (again.children->run->files || !map.distributed->writer.exports)
            phase = Phase::Redriven;
        // What a ResultWriter that failed was given is lost: all of the Map is done again.
    }
    if (VisitRecord* record = visit(again); record && phase != Phase::Enter)
        record->status = VisitStatus::Running;
    if (phase == Phase::Redriven || phase == Phase::Finish || phase == Phase::Left)
        return makeReady(slot, phase);
    const bool hasBegun = again.children && !again.children->run && again.children->started > 0;
    if (hasBegun && hasMoreToStart(slot))
        return makeReady(slot, Phase::Redriven);
    if (hasBegun)
        return; // its unsuccessful branches or iterations are frames of their own; the others have their results
    removeInside(slot);
    again.children.reset();
    makeReady(slot, phase);
}

/// A Standard child whose frames are `frames`.
StoppedChild Machine::stoppedChild(std::vector<Frame> frames) const
{
    const Frame& root = frames.front();
    const bool keepsResult = beginsAgainIn(root, stateOf(root).type) == Phase::Finish;
    return {root.index, m_state.now, std::move(frames), keepsResult};
}

/// The children of a Map Run that did not succeed go on one after another, as its concurrency allows.
void Machine::gatherStopped(Slot map)
{
    std::map<Slot, std::vector<Slot>> children; ///< by root, which is the first of them
    for (Slot slot = 0; slot < m_state.frames.size(); ++slot) {
        if (frame(slot).id == 0)
            continue;
        Slot root = slot;
        while (root != noSlot && frame(root).parent != map)
            root = frame(root).parent;
        if (root == noSlot)
            continue;
        std::vector<Slot>& slots = children.try_emplace(root, std::vector<Slot>{root}).first->second;
        if (slot != root)
            slots.push_back(slot);
    }
    Children& progress = *frame(map).children;
    MapRun& run = *progress.run;
    auto again = std::make_shared<std::vector<StoppedChild>>();
    for (std::size_t i = run.nextAgain; run.again && i < run.again->size(); ++i)
        again->push_back((*run.again)[i]);
    for (const StoppedChild& child : run.unsuccessful)
        again->push_back(child);
    for (const auto& [root, slots] : children) {
        again->push_back(isExpressChild(root) ? StoppedChild(frame(root).index, m_state.now, frame(root).childInput)
                                              : stoppedChild(detached(slots)));
        for (const Slot slot : slots)
            removeFrame(slot);
    }
    std::sort(again->begin(), again->end(),
              [](const StoppedChild& a, const StoppedChild& b) { return a.index() < b.index(); });
    progress.finished -= static_cast<std::uint32_t>(run.unsuccessful.size());
    progress.started = progress.finished;
    if (!progress.results.empty())
        for (const StoppedChild& child : *again)
            progress.results.edit(child.index()) = {};
    run.unsuccessful = {};
    run.failedItems = 0;
    run.again = std::move(again);
    run.nextAgain = 0;
    run.reading = 0; // answers that came after the end were not heard
    run.writing.clear();
}

/// It was stopped between the end of an iteration and what follows from that.
bool Machine::hasMoreToStart(Slot map) const
{
    const Children& progress = *frame(map).children;
    const std::uint32_t open = progress.started - progress.finished;
    return open == 0 || (progress.started < progress.count && open < progress.concurrency);
}

void Machine::redriveMap(Slot slot)
{
    Frame& map = frame(slot);
    if (!map.children->run) {
        map.phase = Phase::AwaitingChildren;
        if (map.children->finished == map.children->count)
            return childrenDone(slot, map.lastEvent);
        return startItems(slot, map.lastEvent);
    }
    MapRun& run = *map.children->run;
    ++run.redriveCount;
    emitFor(map, EventType::MapRunRedriven,
            {.more = Data::object({{Data::string("mapRunArn"), Data::string(run.arn)},
                                   {Data::string("redriveCount"), Data::integer(run.redriveCount)}})});
    if (ended())
        return;
    if (run.order.maxItems.value_or(0) < 0)
        return failMapRun(slot, maxItemsFailure());
    map.phase = Phase::AwaitingChildren;
    startChildren(slot);
}

void Machine::goOnWithChild(Slot map, const StoppedChild& child)
{
    Children& progress = *frame(map).children;
    ++progress.run->nextAgain;
    if (!isRedrivable(child, m_state.now))
        return startChildExecution(map, child.index(), child.input());
    std::vector<Slot> slots;
    for (Frame& stopped : child.frames()) {
        slots.push_back(newSlot());
        frame(slots.back()) = std::move(stopped);
    }
    for (const Slot slot : slots) {
        Frame& restored = frame(slot);
        restored.parent = slot == slots.front() ? map : slots[restored.parent];
        restored.execution = slots[restored.execution];
    }
    Frame& root = frame(slots.front());
    ++root.childRedrives;
    root.childRedriven = m_state.now;
    const std::int64_t redriven = root.childEvents += 2; // the event of its end, and ExecutionRedriven
    ++progress.started;
    if (!progress.run->files)
        progress.results.edit(child.index()).status = VisitStatus::Running;
    beginAllAgain(slots, slots.front(), redriven);
}

} // namespace asl

// Branches of a Parallel and iterations of a Map: starting them, collecting their outputs, stopping them.

#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"
#include "core/execution/machine.h"

#include <algorithm>

namespace asl {

EventDetails Machine::iterationDetails(const Frame& map, std::uint32_t index) const
{
    return {.about = stateOf(map).about, .payload = Data::integer(index)};
}

void Machine::spawn(Slot slot, SpawnChildren children)
{
    if (m_state.test)
        return answerChildren(slot, std::move(children));
    Frame& above = frame(slot);
    Children& progress = above.children.emplace();
    progress.concurrency = children.concurrency;
    progress.items = std::move(children.items);
    above.phase = Phase::AwaitingChildren;
    above.until.reset();
    if (stateOf(above).type == StateType::Map) {
        if (!children.run)
            note(above, Stage::AfterItemsPath, progress.items);
        emitFor(above, EventType::MapStateStarted,
                {.more = Data::object(
                     {{Data::string("length"), Data::integer(static_cast<std::int64_t>(progress.items.size()))}})});
        if (ended())
            return;
        if (children.run)
            return startMapRun(slot, std::move(*children.run), std::move(children.keys));
        return startItems(slot, above.lastEvent);
    }
    const auto count = static_cast<std::uint32_t>(children.starts.size());
    progress.count = count;
    emitFor(above, EventType::ParallelStateStarted);
    if (ended())
        return;
    const std::int64_t started = above.lastEvent;
    if (count == 0)
        return childrenDone(slot, started);
    for (std::uint32_t i = 0; i < count; ++i) {
        const Slot child = newFrame(slot, i, children.starts[i], frame(slot).effectiveInput);
        frame(child).lastEvent = started;
        makeReady(child, Phase::Enter);
        frame(slot).children->results.push_back({{}, VisitStatus::Running});
    }
    frame(slot).children->started = count;
}

/// The first iterations of a Map, as many as may run at once; all follow the same event.
void Machine::startItems(Slot slot, std::int64_t previous)
{
    Children& progress = *frame(slot).children;
    progress.count = static_cast<std::uint32_t>(progress.items.size());
    if (progress.count == 0)
        return childrenDone(slot, previous);
    // A failing ItemSelector ends the Map.
    while (!ended() && frame(slot).phase == Phase::AwaitingChildren && frame(slot).children->started < progress.count &&
           progress.started - progress.finished < progress.concurrency)
        startIteration(slot, previous);
}

void Machine::startIteration(Slot slot, std::int64_t previous)
{
    const Frame& map = frame(slot);
    const auto& program = std::get<MapProgram>(stateOf(map).work);
    const std::uint32_t index = map.children->started;
    MapItem item{map.children->items.items()[index], {}, {}, index};
    Data input = item.value;
    if (program.itemSelector) {
        auto selectedItem =
            templated(program.itemSelector, map.effectiveInput, Evaluation(m_program, m_state, map, {.item = &item}));
        if (!selectedItem) {
            abortChildren(slot, map.lastEvent);
            return fail(slot, std::move(selectedItem.fault()));
        }
        input = std::move(*selectedItem);
        if (m_state.recordVisits)
            frame(slot).children->selected.push_back(input);
    }
    const std::int64_t started = emit(map, previous, EventType::MapIterationStarted, iterationDetails(map, index));
    if (ended())
        return;
    const Slot child = newFrame(slot, index, program.start, std::move(input));
    Frame& iteration = frame(child);
    iteration.lastEvent = started;
    iteration.item = std::move(item);
    makeReady(child, Phase::Enter);
    Children& progress = *frame(slot).children;
    ++progress.started;
    progress.results.push_back({{}, VisitStatus::Running});
}

void Machine::childSucceeded(Slot slot, std::uint32_t index, const Data& output, std::int64_t lastEvent)
{
    Frame& above = frame(slot);
    Children& progress = *above.children;
    progress.results.edit(index) = {output, VisitStatus::Succeeded};
    ++progress.finished;
    std::int64_t last = lastEvent;
    if (stateOf(above).type == StateType::Map) {
        last = emit(above, lastEvent, EventType::MapIterationSucceeded, iterationDetails(above, index));
        // The next item takes the place of this one, so it follows the last event of a state in it.
        if (!ended() && progress.started < progress.count)
            startIteration(slot, lastEvent);
    }
    // Starting the next item may have failed the Map, and that is over then.
    const Frame& now = frame(slot);
    if (!ended() && now.children && now.children->finished == now.children->count)
        childrenDone(slot, last);
}

void Machine::childrenDone(Slot slot, std::int64_t lastEvent)
{
    Frame& above = frame(slot);
    ArrayBuilder results;
    results.reserve(above.children->count);
    for (const ChildResult& child : above.children->results)
        results.add(child.output);
    above.result = std::move(results).build();
    noteSelected(above);
    above.children.reset();
    note(above, Stage::Result, above.result);
    const bool isMap = stateOf(above).type == StateType::Map;
    // …Succeeded and …Exited name the same predecessor.
    above.lastEvent = lastEvent;
    above.phase = Phase::Finish;
    above.closedEvent =
        emit(above, lastEvent, isMap ? EventType::MapStateSucceeded : EventType::ParallelStateSucceeded);
    if (!ended())
        makeReady(slot, Phase::Finish);
}

std::vector<Slot> Machine::childrenOf(Slot slot) const
{
    std::vector<Slot> result;
    for (Slot child = 0; child < m_state.frames.size(); ++child)
        if (m_state.frames[child].id != 0 && m_state.frames[child].parent == slot)
            result.push_back(child);
    std::sort(result.begin(), result.end(),
              [this](Slot a, Slot b) { return m_state.frames[a].index < m_state.frames[b].index; });
    return result;
}

void Machine::childFailed(Slot slot, Slot child, Fault fault)
{
    const std::int64_t failing = frame(child).lastEvent;
    const bool isMap = stateOf(frame(slot)).type == StateType::Map;
    if (isMap)
        emit(frame(slot), failing, EventType::MapIterationFailed, iterationDetails(frame(slot), frame(child).index));
    // The Task that failed is itself still open, so it is aborted too.
    if (stateOf(frame(child)).type == StateType::Task)
        emit(frame(child), failing, EventType::TaskStateAborted);
    removeFrame(child);
    abortChildren(slot, failing);
    frame(slot).lastEvent = failing;
    fail(slot, std::move(fault));
}

void Machine::abortChildren(Slot slot, std::int64_t previous)
{
    const bool isMap = stateOf(frame(slot)).type == StateType::Map;
    const bool isRun = frame(slot).children && frame(slot).children->run;
    if (isRun) {
        writeUnfinished(slot);
        emit(frame(slot), previous, EventType::MapRunAborted);
    }
    for (const Slot child : childrenOf(slot)) {
        if (isMap && !isRun)
            emit(frame(slot), previous, EventType::MapIterationAborted,
                 iterationDetails(frame(slot), frame(child).index));
        abortState(child, previous);
        removeFrame(child);
    }
    noteSelected(frame(slot));
    frame(slot).children.reset();
}

/// What ItemSelector made of the items whose iterations were started.
void Machine::noteSelected(const Frame& map)
{
    if (!map.children || map.children->selected.empty())
        return;
    ArrayBuilder inputs;
    inputs.reserve(map.children->selected.size());
    for (const Data& input : map.children->selected)
        inputs.add(input);
    note(map, Stage::AfterItemSelector, std::move(inputs).build());
}

void Machine::abortState(Slot slot, std::int64_t previous)
{
    const Frame& aborted = frame(slot);
    if (aborted.phase == Phase::Enter)
        return; // between two states
    if (VisitRecord* record = visit(aborted))
        record->status = VisitStatus::Aborted;
    const StateType type = stateOf(aborted).type;
    if (aborted.children)
        abortChildren(slot, previous);
    if (type == StateType::Task)
        emit(aborted, previous, EventType::TaskStateAborted);
    else if (type == StateType::Wait)
        emit(aborted, previous, EventType::WaitStateAborted);
    else if (type == StateType::Parallel)
        emit(aborted, previous, EventType::ParallelStateAborted);
    else if (type == StateType::Map)
        emit(aborted, previous, EventType::MapStateAborted);
}

} // namespace asl

// Distributed Map: a Map Run of child executions, each with a history, a Context object and variables of its own.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"
#include "core/execution/item_reader.h"
#include "core/execution/machine.h"

#include <algorithm>

namespace asl {

namespace {

const DistributedProgram& distributedOf(const StateProgram& state) { return *std::get<MapProgram>(state.work).distributed; }

/// The record of a child that failed, which stands in the result in place of an output.
Data failedRecord(const Data& context, const Failure& failure)
{
    const Data& execution = *context.find("Execution");
    ObjectBuilder record;
    record.set("ExecutionArn", *execution.find("Id"));
    record.set("Input", Data::string(data::toJson(*execution.find("Input"))));
    record.set("InputDetails", Data::object({{Data::string("Included"), Data::boolean(true)}}));
    record.set("Name", *execution.find("Name"));
    if (failure.error)
        record.set("Error", Data::string(*failure.error));
    if (failure.cause)
        record.set("Cause", Data::string(*failure.cause));
    record.set("StartDate", *execution.find("StartTime"));
    record.set("StateMachineArn", *context.find("StateMachine")->find("Id"));
    record.set("Status", Data::string("FAILED"));
    return std::move(record).build();
}

} // namespace

bool exceedsTolerance(const MapRun& run)
{
    const std::optional<double>& count = run.order.toleratedCount;
    const std::optional<double>& percentage = run.order.toleratedPercentage;
    if (!count && !percentage)
        return run.failedItems > 0;
    return (count && run.failedItems > *count) || (percentage && run.failedItems * 100 > *percentage * run.allItems);
}

Failure thresholdFailure() { return {errors::exceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded"}; }

void Machine::startMapRun(Slot slot, MapRunOrder order)
{
    Frame& map = frame(slot);
    if (order.fault) {
        map.children.reset();
        return fail(slot, std::move(*order.fault));
    }
    const std::string arn = newMapRunArn(m_state.context, distributedOf(stateOf(map)).label, m_state.randomState);
    emitFor(map, EventType::MapRunStarted, {.more = Data::object({{Data::string("mapRunArn"), Data::string(arn)}})});
    if (ended())
        return;
    map.children->run = MapRun{std::move(order), 0, 0};
    MapRunOrder& kept = map.children->run->order;
    if (!kept.read)
        return takeItems(slot, map.children->items);
    if (kept.maxItems && *kept.maxItems < 0)
        return failMapRun(slot, readerFault("field MaxItems must be positive").failure);
    kept.read->id = ++m_state.lastRead;
    map.phase = Phase::AwaitingItems;
    m_effects.push_back(*kept.read);
}

void Machine::itemsRead(ReadId read, const ItemsOutcome& outcome)
{
    for (Slot slot = 0; slot < m_state.frames.size(); ++slot) {
        Frame& map = frame(slot);
        if (map.id == 0 || map.phase != Phase::AwaitingItems || map.children->run->order.read->id != read)
            continue;
        map.phase = Phase::AwaitingChildren;
        if (const auto* failure = std::get_if<Failure>(&outcome))
            return failMapRun(slot, *failure);
        if (const auto* items = std::get_if<Data>(&outcome))
            return takeItems(slot, *items);
        // The service's most is 100,000,000.
        const double most = std::min(map.children->run->order.maxItems.value_or(0), 1e9);
        auto result = itemsOf(*distributedOf(stateOf(map)).reader, std::get<std::string>(outcome), static_cast<std::size_t>(most));
        if (!result)
            return failMapRun(slot, result.fault().failure);
        map.children->keys = result->keys;
        return takeItems(slot, result->items);
    }
}

void Machine::takeItems(Slot slot, Data items)
{
    Children& children = *frame(slot).children;
    children.run->allItems = static_cast<double>(items.size());
    children.items = std::move(items);
    note(frame(slot), Stage::AfterItemsPath, children.items);
    if (children.run->order.batches() && !batch(slot))
        return;
    startItems(slot, frame(slot).lastEvent);
}

/// Makes the items the inputs of child executions that work on several each. False when an item's input could not be computed.
bool Machine::batch(Slot slot)
{
    Frame& map = frame(slot);
    const auto& program = std::get<MapProgram>(stateOf(map).work);
    const MapRunOrder& order = map.children->run->order;
    ArrayBuilder batches;
    std::vector<Data> items;
    std::size_t bytes = 0;
    const auto close = [&] {
        ObjectBuilder input;
        if (!order.batchInput.isUndefined())
            input.set("BatchInput", order.batchInput);
        input.set("Items", Data::array(std::exchange(items, {})));
        batches.add(std::move(input).build());
        bytes = 0;
    };
    std::uint32_t index = 0;
    for (const Data& value : map.children->items.items()) {
        Data item = value;
        if (program.itemSelector) {
            const MapItem mapItem = mapItemOf(index, value, map.children->keys);
            auto selectedItem = templated(program.itemSelector, map.effectiveInput, Evaluation(m_program, m_state, map, {.item = &mapItem}));
            if (!selectedItem) {
                fail(slot, std::move(selectedItem.fault()));
                return false;
            }
            item = std::move(*selectedItem);
        }
        ++index;
        const std::size_t size = jsonSize(item) + 1;
        const bool full = (order.batchItems && static_cast<double>(items.size()) >= *order.batchItems)
                       || (order.batchBytes && static_cast<double>(bytes + size) > *order.batchBytes);
        if (full && !items.empty())
            close();
        items.push_back(std::move(item));
        bytes += size;
    }
    if (!items.empty())
        close();
    map.children->items = std::move(batches).build();
    return true;
}

void Machine::startChildExecution(Slot slot, Slot child)
{
    const DistributedProgram& program = distributedOf(stateOf(frame(slot)));
    const Frame& map = frame(slot);
    const Data& parent = map.execution == noSlot ? m_state.context : frame(map.execution).childContext;
    Frame& root = frame(child);
    root.execution = child;
    root.childEvents = 1; // ExecutionStarted
    root.lastEvent = 0;
    root.variables = std::make_shared<query::Variables>();
    root.item = MapItem();
    root.childContext = childContextOf(parent, program.label, program.expressChildren, root.input, m_state.now, m_state.randomState);
}

void Machine::removeInside(Slot slot)
{
    const auto isInside = [&](Slot inner) {
        for (Slot above = frame(inner).parent; above != noSlot; above = frame(above).parent)
            if (above == slot)
                return true;
        return false;
    };
    std::vector<Slot> inside;
    for (Slot inner = 0; inner < m_state.frames.size(); ++inner)
        if (frame(inner).id != 0 && isInside(inner))
            inside.push_back(inner);
    for (const Slot inner : inside) {
        if (VisitRecord* record = visit(frame(inner)); record && record->status <= VisitStatus::Waiting)
            record->status = VisitStatus::Aborted;
        removeFrame(inner);
    }
}

void Machine::childExecutionFailed(Slot root, const Fault& fault)
{
    const Slot slot = frame(root).parent;
    const std::uint32_t index = frame(root).index;
    const Data record = failedRecord(frame(root).childContext, fault.failure);
    if (VisitRecord* last = visit(frame(root)); last && last->status <= VisitStatus::Waiting)
        last->status = VisitStatus::Failed;
    removeInside(root);
    removeFrame(root);
    Children& children = *frame(slot).children;
    children.results.edit(index) = {record, VisitStatus::Failed};
    ++children.finished;
    const Data* batched = children.run->order.batches() ? children.items.items()[index].find("Items") : nullptr;
    children.run->failedItems += batched ? static_cast<double>(batched->size()) : 1;
    if (exceedsTolerance(*children.run))
        return failMapRun(slot, thresholdFailure());
    if (children.started < children.count)
        startIteration(slot, frame(slot).lastEvent);
    if (!ended() && frame(slot).children && frame(slot).children->finished == frame(slot).children->count)
        childrenDone(slot, frame(slot).lastEvent);
}

void Machine::failMapRun(Slot slot, Failure failure)
{
    removeInside(slot);
    Frame& map = frame(slot);
    map.children.reset();
    emitFor(map, EventType::MapRunFailed, {.more = failureDetails(failure)});
    fail(slot, {.failure = std::move(failure)});
}

} // namespace asl

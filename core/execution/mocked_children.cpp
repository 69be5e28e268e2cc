// TestState: a Parallel or Map whose branches or iterations do not run, because what they come to is given. Everything
// before and after them is computed as in a run.

#include "core/execution/context_object.h"
#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"
#include "core/execution/item_reader.h"
#include "core/execution/machine.h"

namespace asl {

namespace {

/// The items as they were found: an object when they are the members of one.
Data foundItems(const SpawnChildren& children)
{
    if (!children.keys.isArray())
        return children.items;
    ObjectBuilder found;
    for (std::size_t i = 0; i < children.keys.size(); ++i)
        found.set(children.keys.items()[i], children.items.items()[i]);
    return std::move(found).build();
}

} // namespace

void Machine::answerChildren(Slot slot, SpawnChildren children)
{
    StateTest& test = *m_state.test;
    if (stateOf(frame(slot)).type == StateType::Map)
        if (auto fault = inspectItems(slot, children))
            return fail(slot, std::move(*fault));
    if (!test.children)
        return fail(slot, runtimeFault("Nothing answers for what is inside the state."));
    if (const auto* failure = std::get_if<Failure>(&*test.children))
        return fail(slot, {.failure = *failure});
    if (const auto* success = std::get_if<TaskSuccess>(&*test.children))
        frame(slot).result = success->result;
    if (children.run && (children.run->toleratedCount || children.run->toleratedPercentage)) {
        const Data& result = frame(slot).result;
        const auto all = static_cast<double>(result.isArray() ? result.size() : children.items.size());
        if (exceedsTolerance(MapRun{*children.run, test.failedIterations, all}))
            return fail(slot, {.failure = thresholdFailure()});
    }
    note(frame(slot), Stage::Result, frame(slot).result);
    makeReady(slot, Phase::Finish);
}

/// What a Map finds out about its items. The fault is one that would strike before the first iteration.
std::optional<Fault> Machine::inspectItems(Slot slot, SpawnChildren& children)
{
    Frame& map = frame(slot);
    StateTest& test = *m_state.test;
    const auto& program = std::get<MapProgram>(stateOf(map).work);
    test.maxConcurrency = children.maxConcurrency;
    const ItemReaderProgram* reader =
        program.distributed && program.distributed->reader ? &*program.distributed->reader : nullptr;
    if (!reader)
        note(map, Stage::AfterItemsPath, foundItems(children));
    if (children.run) {
        if (children.run->fault)
            return children.run->fault;
        test.toleratedCount = children.run->toleratedCount;
        test.toleratedPercentage = children.run->toleratedPercentage;
    }
    const bool batches = children.run && children.run->batches();
    if (reader && (!test.items || (reader->itemsPointer.empty() && !program.itemSelector && !batches)))
        return {}; // nobody looks at the items
    if (reader) {
        auto read = itemsOf(*reader, *test.items, static_cast<std::size_t>(children.run->maxItems.value_or(0)));
        if (!read)
            return read.fault();
        children.items = read->items;
        children.keys = read->keys;
        if (!reader->itemsPointer.empty())
            test.afterItemsPointer = foundItems(children);
    }
    if (auto fault = inspectSelector(slot, children))
        return fault;
    if (!batches)
        return {};
    map.children.emplace();
    map.children->items = children.items;
    map.children->keys = children.keys;
    map.children->run = MapRun{*children.run, 0, 0};
    batch(slot); // its selector was seen to work
    test.afterItemBatcher = map.children->items;
    map.children.reset();
    return {};
}

std::optional<Fault> Machine::inspectSelector(Slot slot, const SpawnChildren& children)
{
    Frame& map = frame(slot);
    const auto& program = std::get<MapProgram>(stateOf(map).work);
    if (!program.itemSelector)
        return {};
    ArrayBuilder chosen;
    std::uint32_t index = 0;
    for (const Data& value : children.items.items()) {
        const MapItem item = mapItemOf(index++, value, children.keys);
        auto input =
            templated(program.itemSelector, map.effectiveInput, Evaluation(m_program, m_state, map, {.item = &item}));
        if (!input)
            return std::move(input.fault());
        chosen.add(std::move(*input));
    }
    note(map, Stage::AfterItemSelector, std::move(chosen).build());
    return {};
}

} // namespace asl

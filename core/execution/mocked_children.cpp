// TestState: a Parallel or Map whose branches or iterations do not run, because what they come to is given. Everything
// before and after them is computed as in a run.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"
#include "core/execution/machine.h"
#include "core/language/quotas.h"

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

/// Everything that a reader makes of the one file or list that is given to it.
Computed<ItemPart> itemsOf(const ItemReaderProgram& reader, const std::string& given, double maxItems)
{
    ItemSource source(reader, {}, {}, maxItems > 0 ? static_cast<std::uint64_t>(maxItems) : quotas::distributedMapItems);
    ItemPart all;
    while (const auto wanted = source.wanted()) {
        ItemsOutcome outcome;
        if (wanted->list) {
            const auto objects = data::parse(given);
            outcome = ObjectList{objects ? *objects : Data::array({}), true};
        } else {
            const std::size_t offset = std::min<std::size_t>(wanted->offset, given.size());
            auto bytes = std::make_shared<const std::string>(given.substr(offset, wanted->length));
            const bool last = offset + bytes->size() == given.size();
            outcome = ObjectPart{std::move(bytes), last, given.size(), {}};
        }
        auto part = source.take(reader, outcome);
        if (!part)
            return std::move(part.fault());
        std::move(part->items.begin(), part->items.end(), std::back_inserter(all.items));
        std::move(part->keys.begin(), part->keys.end(), std::back_inserter(all.keys));
    }
    return all;
}

} // namespace

void Machine::answerChildren(Slot slot, SpawnChildren children)
{
    StateTest& test = *m_state.test;
    if (stateOf(frame(slot)).type == StateType::Map && !inspectItems(slot, children))
        return;
    if (!test.children)
        return fail(slot, runtimeFault("Nothing answers for what is inside the state."));
    if (const auto* failure = std::get_if<Failure>(&*test.children))
        return fail(slot, {.failure = *failure});
    if (const auto* success = std::get_if<TaskSuccess>(&*test.children))
        frame(slot).result = success->result;
    if (children.run && (children.run->toleratedCount || children.run->toleratedPercentage)) {
        const Data& result = frame(slot).result;
        const auto all = static_cast<double>(result.isArray() ? result.size() : children.items.size());
        MapRun run;
        run.order = *children.run;
        run.complete = true;
        run.failedItems = test.failedIterations;
        run.allItems = all;
        if (toleranceExceeded(run))
            return fail(slot, {.failure = thresholdFailure()});
    }
    note(frame(slot), Stage::Result, frame(slot).result);
    makeReady(slot, Phase::Finish);
}

/// What a Map finds out about its items. False: the state failed, as it would before the first iteration.
bool Machine::inspectItems(Slot slot, SpawnChildren& children)
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
        if (children.run->fault) {
            fail(slot, *children.run->fault);
            return false;
        }
        test.toleratedCount = children.run->toleratedCount;
        test.toleratedPercentage = children.run->toleratedPercentage;
    }
    const bool batches = children.run && children.run->batches;
    if (reader && (!test.items || (reader->itemsPointer.empty() && !program.itemSelector && !batches)))
        return true; // nobody looks at the items
    if (reader) {
        auto read = itemsOf(*reader, *test.items, children.run->maxItems.value_or(0));
        if (!read) {
            fail(slot, std::move(read.fault()));
            return false;
        }
        children.items = Data::array(std::move(read->items));
        children.keys = read->keys.empty() ? Data() : Data::array(std::move(read->keys));
        if (!reader->itemsPointer.empty())
            test.afterItemsPointer = foundItems(children);
    }
    if (auto fault = inspectSelector(slot, children)) {
        fail(slot, std::move(*fault));
        return false;
    }
    if (!batches)
        return true;
    map.children.emplace();
    MapRun& run = map.children->run.emplace();
    run.order = *children.run;
    run.items = children.items;
    run.keys = children.keys;
    run.complete = true;
    ArrayBuilder inputs; // what each child would get; ItemSelector was seen to work
    Data input;
    Next next = nextInput(slot, input);
    for (; next == Next::Input; next = nextInput(slot, input))
        inputs.add(std::exchange(input, Data()));
    if (next == Next::Failed)
        return false; // an item was too large
    test.afterItemBatcher = std::move(inputs).build();
    frame(slot).children.reset();
    return true;
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
        const Data key = children.keys.isArray() ? children.keys.items()[index] : Data();
        const MapItem item{value, key, {}, index++};
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

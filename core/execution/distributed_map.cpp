// Distributed Map: a Map Run of child executions, each with a history, a Context object and variables of its own. Here:
// the run, its files and its end.

#include "core/data/json.h"
#include "core/execution/context_object.h"
#include "core/execution/machine.h"
#include "core/language/quotas.h"

#include <algorithm>

namespace asl {

namespace {

const DistributedProgram& distributedOf(const StateProgram& state)
{
    return *std::get<MapProgram>(state.work).distributed;
}

/// "PREFIX/UUID" of the files of a ResultWriter; the UUID is that of the Map Run.
std::string resultFolder(const std::string& prefix, const std::string& mapRunArn)
{
    const std::string name = mapRunArn.substr(mapRunArn.rfind(':') + 1);
    if (prefix.empty())
        return name;
    return prefix.ends_with('/') ? prefix + name : prefix + "/" + name;
}

} // namespace

void Machine::startMapRun(Slot slot, MapRunOrder order, Data keys)
{
    Frame& map = frame(slot);
    if (order.fault) {
        map.children.reset();
        return fail(slot, std::move(*order.fault));
    }
    const DistributedProgram& program = distributedOf(stateOf(map));
    Children& children = *map.children;
    MapRun& run = children.run.emplace();
    run.arn = newMapRunArn(executionContext(m_program, m_state, map.execution), program.label, m_state.randomState);
    run.order = std::move(order);
    run.keys = std::move(keys);
    if (program.writer.exports && !run.order.resultBucket.empty())
        run.files.emplace(program.writer, run.order.resultBucket, resultFolder(run.order.resultPrefix, run.arn));
    const double most = run.order.maxItems.value_or(0);
    if (run.order.read) {
        // 0, which only a path can give, is no limit.
        constexpr auto quota = static_cast<double>(quotas::distributedMapItems);
        const auto limit = static_cast<std::uint64_t>(most <= 0 ? quota : std::min(most, quota));
        run.source.emplace(*program.reader, run.order.read->bucket, run.order.read->key, limit);
    } else {
        run.items = std::exchange(children.items, Data());
        run.complete = true;
        run.allItems = static_cast<double>(run.items.size());
        note(map, Stage::AfterItemsPath, run.items);
    }
    emitFor(map, EventType::MapRunStarted,
            {.more = Data::object({{Data::string("mapRunArn"), Data::string(run.arn)}})});
    if (ended())
        return;
    if (program.writer.exports && !run.files)
        return failMapRun(slot, {errors::resultWriterFailed, "The ResultWriter names no bucket."});
    if (most < 0)
        return failMapRun(slot, maxItemsFailure());
    if (!run.order.read)
        return startChildren(slot);
    map.phase = Phase::AwaitingFiles;
    readMore(slot);
}

/// Asks for the part that the source wants. There is one: the run is not complete.
void Machine::readMore(Slot slot)
{
    MapRun& run = *frame(slot).children->run;
    if (run.reading != 0)
        return;
    ReadItems read = *run.source->wanted();
    read.id = run.reading = ++m_state.lastFile;
    m_effects.push_back(std::move(read));
}

void Machine::itemsRead(FileId read, const ItemsOutcome& outcome)
{
    const auto reads = [read](const Frame& map) {
        return map.id != 0 && map.children && map.children->run && map.children->run->reading == read;
    };
    const auto found = std::find_if(m_state.frames.begin(), m_state.frames.end(), reads);
    if (read == 0 || found == m_state.frames.end())
        return;
    const auto slot = static_cast<Slot>(found - m_state.frames.begin());
    MapRun& run = *found->children->run;
    run.reading = 0;
    found->phase = Phase::AwaitingChildren;
    const ItemSource before = *run.source;
    auto part = run.source->take(*distributedOf(stateOf(*found)).reader, outcome);
    if (!part) {
        run.source = before; // a redrive asks again
        return failMapRun(slot, std::move(part.fault().failure));
    }
    run.allItems += static_cast<double>(part->items.size());
    run.items = Data::arrayFrom(part->items);
    run.keys = part->keys.empty() ? Data() : Data::arrayFrom(part->keys);
    run.sourceName = std::move(part->source);
    run.next = 0;
    run.complete = !run.source->wanted();
    // Of a large file the record shows the beginning.
    if (run.itemIndex == 0)
        note(*found, Stage::AfterItemsPath, run.items);
    if (run.complete && toleranceExceeded(run))
        return failTolerance(slot);
    startChildren(slot);
}

void Machine::objectWritten(FileId write, const std::optional<Failure>& failure)
{
    for (Slot slot = 0; slot < m_state.frames.size(); ++slot) {
        Frame& map = frame(slot);
        if (map.id == 0 || !map.children || !map.children->run)
            continue;
        std::vector<FileId>& writing = map.children->run->writing;
        const auto found = std::find(writing.begin(), writing.end(), write);
        if (found == writing.end())
            continue;
        writing.erase(found);
        if (failure) {
            map.children->run->files.reset(); // nothing more can be written
            return failMapRun(slot, *failure);
        }
        if (writing.empty() && map.phase == Phase::AwaitingFiles && map.children->run->reading == 0)
            mapRunSucceeded(slot);
        return;
    }
}

void Machine::writeDue(MapRun& run)
{
    for (WriteObject& write : run.files->takeWrites()) {
        write.id = ++m_state.lastFile;
        run.writing.push_back(write.id);
        m_effects.push_back(std::move(write));
    }
}

/// Failed items beyond a threshold. A percentage of items still to come cannot be told, so that one waits for the last.
bool Machine::toleranceExceeded(const MapRun& run)
{
    const std::optional<double>& count = run.order.toleratedCount;
    const std::optional<double>& percentage = run.order.toleratedPercentage;
    if (!count && !percentage)
        return run.failedItems > 0;
    if (count && run.failedItems > *count)
        return true;
    return percentage && (run.complete || *percentage == 0) && run.failedItems * 100 > *percentage * run.allItems;
}

Failure maxItemsFailure()
{
    return readerFault("field MaxItems must be positive").failure;
}

Failure thresholdFailure()
{
    return {errors::exceedToleratedFailureThreshold, "The specified tolerated failure threshold was exceeded"};
}

void Machine::failTolerance(Slot slot)
{
    failMapRun(slot, thresholdFailure());
}

/// All children have ended and no items are left.
void Machine::mapRunDone(Slot slot)
{
    Frame& map = frame(slot);
    MapRun& run = *map.children->run;
    if (!run.files)
        return mapRunSucceeded(slot);
    run.files->finish(run.arn);
    map.phase = Phase::AwaitingFiles;
    writeDue(run);
}

void Machine::mapRunSucceeded(Slot slot)
{
    Frame& map = frame(slot);
    const MapRun& run = *map.children->run;
    if (run.files) {
        Data details = Data::object({{Data::string("Bucket"), Data::string(run.files->bucket())},
                                     {Data::string("Key"), Data::string(run.files->manifestKey())}});
        map.result = Data::object({{Data::string("MapRunArn"), Data::string(run.arn)},
                                   {Data::string("ResultWriterDetails"), std::move(details)}});
    } else {
        const bool flatten =
            distributedOf(stateOf(map)).writer.transformation == ResultWriterProgram::Transformation::Flatten;
        ArrayBuilder results;
        results.reserve(map.children->count);
        for (const ChildResult& child : map.children->results) {
            if (!flatten || !child.output.isArray() || child.status != VisitStatus::Succeeded) {
                results.add(child.output);
                continue;
            }
            for (const Data& part : child.output.items())
                results.add(part);
        }
        map.result = std::move(results).build();
    }
    noteSelected(map);
    map.children.reset();
    note(map, Stage::Result, map.result);
    map.phase = Phase::Finish;
    // …Exited follows MapRunStarted.
    map.closedEvent = emit(map, emit(map, map.lastEvent, EventType::MapRunSucceeded), EventType::MapStateSucceeded);
    if (!ended())
        makeReady(slot, Phase::Finish);
}

void Machine::writeUnfinished(Slot slot)
{
    MapRun& run = *frame(slot).children->run;
    if (!run.files)
        return;
    for (const Slot child : childrenOf(slot))
        run.files->add(ResultFiles::Kind::Failed, childRecord(child, "ABORTED", {}, {}));
    const auto addPending = [&run](const Data& input, std::string_view status) {
        run.files->add(ResultFiles::Kind::Pending,
                       Data::object({{Data::string("Input"), Data::string(data::toJson(input))},
                                     {Data::string("Status"), Data::string(status)}}));
    };
    for (std::size_t i = run.nextAgain; run.again && i < run.again->size(); ++i)
        addPending((*run.again)[i].input(), "PENDING_REDRIVE");
    // Of items that were not read yet nothing is known.
    const std::span<const Data> items = run.items.items();
    for (std::size_t i = run.next; i < items.size(); ++i)
        addPending(items[i], "PENDING");
    run.files->finish(run.arn);
    writeDue(run);
    if (Frame* kept = remembered(slot))
        kept->children->run->files = run.files; // a redrive goes on behind what is written
}

std::vector<Slot> Machine::inside(Slot slot) const
{
    const auto isInside = [&](Slot inner) {
        for (Slot above = frame(inner).parent; above != noSlot; above = frame(above).parent)
            if (above == slot)
                return true;
        return false;
    };
    std::vector<Slot> result;
    for (Slot inner = 0; inner < m_state.frames.size(); ++inner)
        if (frame(inner).id != 0 && isInside(inner))
            result.push_back(inner);
    return result;
}

void Machine::removeInside(Slot slot)
{
    const std::vector<Slot> inside = this->inside(slot);
    for (const Slot inner : inside)
        if (frame(inner).children && frame(inner).children->run)
            writeUnfinished(inner);
    for (const Slot inner : inside) {
        if (VisitRecord* record = visit(frame(inner)); record && record->status <= VisitStatus::Waiting)
            record->status = VisitStatus::Aborted;
        removeFrame(inner);
    }
}

void Machine::failMapRun(Slot slot, Failure failure)
{
    rememberFrames(frame(slot).execution);
    writeUnfinished(slot);
    removeInside(slot);
    Frame& map = frame(slot);
    noteSelected(map);
    map.children.reset();
    emitFor(map, EventType::MapRunFailed, {.more = failureDetails(failure)});
    fail(slot, {.failure = std::move(failure)});
}

} // namespace asl

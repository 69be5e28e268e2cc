// Distributed Map: the child executions of a Map Run, from their input to what is kept of them.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/evaluation.h"
#include "core/execution/machine.h"
#include "core/execution/time_text.h"
#include "core/language/quotas.h"

namespace asl {

namespace {

const DistributedProgram& distributedOf(const StateProgram& state)
{
    return *std::get<MapProgram>(state.work).distributed;
}

/// So many inputs made by ItemSelector are part of the visit's record.
constexpr std::size_t mostShown = 1000;

const Data& included()
{
    static const Data value = Data::object({{Data::string("Included"), Data::boolean(true)}});
    return value;
}

/// A batch as the input of a child.
Data batchInput(const MapRunOrder& order, std::vector<Data> items)
{
    std::vector<Member> members;
    if (!order.batchInput.isUndefined())
        members.push_back({Data::string("BatchInput"), order.batchInput});
    members.push_back({Data::string("Items"), Data::array(std::move(items))});
    return Data::object(std::move(members));
}

} // namespace

/// As many as may run at once and have their input; ends the run when it was the last.
void Machine::startChildren(Slot slot)
{
    while (!ended()) {
        const Children& children = *frame(slot).children;
        if (children.started - children.finished >= children.concurrency)
            return;
        if (const MapRun& run = *children.run; run.again && run.nextAgain < run.again->size()) {
            goOnWithChild(slot, (*run.again)[run.nextAgain]);
            continue;
        }
        Data input;
        switch (nextInput(slot, input)) {
        case Next::Failed:
            return;
        case Next::More:
            if (children.started == children.finished)
                frame(slot).phase = Phase::AwaitingFiles;
            return readMore(slot);
        case Next::End:
            if (children.started == children.finished)
                mapRunDone(slot);
            return;
        case Next::Input:
            startChildExecution(slot, children.count, std::move(input));
        }
    }
}

/// Puts `item` through ItemSelector. False when that failed, and the Map with it.
bool Machine::selectItem(Slot slot, Data& item)
{
    Frame& map = frame(slot);
    const auto& program = std::get<MapProgram>(stateOf(map).work);
    const MapRun& run = *map.children->run;
    if (!program.itemSelector)
        return true;
    const Data key = run.keys.isArray() ? run.keys.items()[run.next] : Data();
    const MapItem mapItem{item, key, run.sourceName, run.itemIndex};
    auto selected =
        templated(program.itemSelector, map.effectiveInput, Evaluation(m_program, m_state, map, {.item = &mapItem}));
    if (selected) {
        item = std::move(*selected);
        SharedVector<Data>& shown = map.children->selected;
        if (m_state.recordVisits && shown.size() < mostShown)
            shown.push_back(item);
        return true;
    }
    rememberFrames(map.execution);
    abortChildren(slot, map.lastEvent);
    fail(slot, std::move(selected.fault()));
    return false;
}

Machine::Next Machine::nextInput(Slot slot, Data& input)
{
    MapRun& run = *frame(slot).children->run;
    const MapRunOrder& order = run.order;
    for (;;) {
        Data item = std::exchange(run.held, Data());
        if (item.isUndefined()) {
            if (run.next == run.items.size()) {
                if (!run.complete)
                    return Next::More;
                if (run.batch.empty())
                    return Next::End;
                input = batchInput(order, std::exchange(run.batch, {}));
                return Next::Input;
            }
            item = run.items.items()[run.next];
            if (!selectItem(slot, item))
                return Next::Failed;
            ++run.next;
            ++run.itemIndex;
        }
        const auto bytes = static_cast<double>(jsonSize(item));
        if (!order.batches) {
            if (bytes <= static_cast<double>(quotas::payloadBytes)) {
                input = std::move(item);
                return Next::Input;
            }
            Failure tooLarge = sizeFault(item, stateOf(frame(slot)).name.text())->failure;
            run.held = std::move(item); // so that a redrive does not pass it over
            failMapRun(slot, std::move(tooLarge));
            return Next::Failed;
        }
        if (run.batch.empty())
            run.batchBytes = static_cast<double>(jsonSize(batchInput(order, {})));
        // A comma stands between items.
        const double whole = run.batchBytes + bytes + (run.batch.empty() ? 0 : 1);
        if (whole > order.batchBytes) {
            const std::size_t size = jsonSize(item);
            run.held = std::move(item);
            if (run.batch.empty()) {
                failMapRun(slot, {errors::dataLimitExceeded,
                                  "An item with " + std::to_string(size) + " bytes does not fit into a batch of " +
                                      std::to_string(static_cast<std::int64_t>(order.batchBytes)) + " bytes."});
                return Next::Failed;
            }
        } else {
            run.batch.push_back(std::move(item));
            run.batchBytes = whole;
            if (!order.batchItems || static_cast<double>(run.batch.size()) < *order.batchItems)
                continue;
        }
        input = batchInput(order, std::exchange(run.batch, {}));
        return Next::Input;
    }
}

void Machine::startChildExecution(Slot slot, std::uint32_t index, Data input)
{
    const Slot child = newFrame(slot, index, std::get<MapProgram>(stateOf(frame(slot)).work).start, std::move(input));
    Frame& root = frame(child);
    root.execution = child;
    root.childEvents = 1; // ExecutionStarted
    root.lastEvent = 0;
    root.variables = std::make_shared<query::Variables>();
    root.item = {};
    root.childNameSeed = m_state.randomState;
    root.childName = Data::string(newName(m_state.randomState));
    root.childInput = root.input;
    root.childStarted = m_state.now;
    makeReady(child, Phase::Enter);
    setChildDeadline(child);
    Children& children = *frame(slot).children;
    ++children.started;
    const bool isNew = index == children.count;
    if (isNew)
        ++children.count;
    if (children.run->files)
        return;
    if (isNew)
        children.results.push_back({});
    children.results.edit(index).status = VisitStatus::Running;
}

void Machine::setChildDeadline(Slot root)
{
    if (!isExpressChild(root))
        return;
    ReadyQueue& deadlines = m_state.childDeadlines;
    // Where time stands still, children end behind one that waits.
    if (deadlines.size() > 1024 && deadlines.size() > 2 * m_state.frames.size()) {
        const ReadyQueue all = std::exchange(deadlines, {});
        for (const Wake& deadline : all)
            if (frame(deadline.slot).id == deadline.frame)
                deadlines.push(deadline);
    }
    deadlines.push({m_state.now + quotas::expressSeconds * 1'000'000, 0, root, frame(root).id});
}

void Machine::keepResult(Slot slot, std::uint32_t index, VisitStatus status, Data result)
{
    Children& children = *frame(slot).children;
    ++children.finished;
    ++m_state.endedChildren;
    MapRun& run = *children.run;
    if (!run.files) {
        children.results.edit(index) = {std::move(result), status};
        return;
    }
    const bool flatten =
        distributedOf(stateOf(frame(slot))).writer.transformation == ResultWriterProgram::Transformation::Flatten;
    if (status != VisitStatus::Succeeded)
        run.files->add(ResultFiles::Kind::Failed, result);
    else if (!flatten || !result.isArray())
        run.files->add(ResultFiles::Kind::Succeeded, result);
    else
        for (const Data& part : result.items())
            run.files->add(ResultFiles::Kind::Succeeded, part);
    writeDue(run);
}

bool Machine::isExpressChild(Slot root) const
{
    return distributedOf(stateOf(frame(frame(root).parent))).expressChildren;
}

void Machine::childExecutionSucceeded(Slot root, const Data& output)
{
    if (root == m_fullChild)
        return childExecutionFailed(root, "FAILED", {});
    const Slot slot = frame(root).parent;
    const std::uint32_t index = frame(root).index;
    const bool asRecord =
        distributedOf(stateOf(frame(slot))).writer.transformation == ResultWriterProgram::Transformation::None;
    Data result = asRecord ? childRecord(root, "SUCCEEDED", output, {}) : output;
    removeFrame(root);
    keepResult(slot, index, VisitStatus::Succeeded, std::move(result));
    startChildren(slot);
}

void Machine::childExecutionFailed(Slot root, std::string_view status, const Failure& failure)
{
    if (root == m_fullChild) {
        m_fullChild = noSlot;
        return childExecutionFailed(root, "FAILED", historyFullFailure(quotas::historyEvents));
    }
    const Slot slot = frame(root).parent;
    const std::uint32_t index = frame(root).index;
    Data record = childRecord(root, status, {}, failure);
    MapRun& run = *frame(slot).children->run;
    const Data input = frame(root).childInput;
    rememberFrames(root);
    const Data* batched = run.order.batches ? frame(root).childInput.find("Items") : nullptr;
    run.failedItems += batched ? static_cast<double>(batched->size()) : 1;
    if (VisitRecord* last = visit(frame(root)); last && last->status <= VisitStatus::Waiting)
        last->status = VisitStatus::Failed;
    if (frame(root).children)
        removeInside(root);
    removeFrame(root);
    const bool isRemembered = m_beforeFailure && m_beforeFailure->execution == root;
    run.unsuccessful.push_back(isRemembered ? stoppedChild(std::move(m_beforeFailure->frames))
                                            : StoppedChild(index, m_state.now, input));
    m_beforeFailure.reset();
    keepResult(slot, index, VisitStatus::Failed, std::move(record));
    if (toleranceExceeded(run))
        return failTolerance(slot);
    startChildren(slot);
}

/// Only its last event has a place left.
bool Machine::isFull(Slot root) const
{
    return frame(root).childEvents + 1 >= static_cast<std::int64_t>(quotas::historyEvents) && !isExpressChild(root);
}

void Machine::failFullChild()
{
    while (m_fullChild != noSlot && !ended())
        childExecutionFailed(m_fullChild, "FAILED", {});
}

/// What is told of a child: its metadata, as the service's DescribeExecution has them.
Data Machine::childRecord(Slot root, std::string_view status, const Data& output, const Failure& failure) const
{
    const Frame& child = m_state.frames[root];
    const DistributedProgram& program = distributedOf(stateOf(m_state.frames[child.parent]));
    const Data context = executionContext(m_program, m_state, root);
    const Data& execution = *context.find("Execution");
    const bool succeeded = status == "SUCCEEDED";
    std::vector<Member> members;
    const auto set = [&members](std::string_view name, Data value) {
        members.push_back({Data::string(name), std::move(value)});
    };
    if (failure.cause)
        set("Cause", Data::string(*failure.cause));
    if (failure.error)
        set("Error", Data::string(*failure.error));
    set("ExecutionArn", *execution.find("Id"));
    set("Input", Data::string(data::toJson(child.childInput)));
    set("InputDetails", included());
    set("Name", child.childName);
    if (succeeded)
        set("Output", Data::string(data::toJson(output)));
    if (succeeded)
        set("OutputDetails", included());
    set("RedriveCount", Data::integer(child.childRedrives));
    set("RedriveStatus",
        Data::string(succeeded || program.expressChildren ? "NOT_REDRIVABLE" : "REDRIVABLE_BY_MAP_RUN"));
    if (succeeded)
        set("RedriveStatusReason", Data::string("Execution is SUCCEEDED and cannot be redriven"));
    set("StartDate", *execution.find("StartTime"));
    set("StateMachineArn", *context.find("StateMachine")->find("Id"));
    set("Status", Data::string(status));
    set("StopDate", Data::string(formattedTime(m_state.now / 1000 * 1000, TimeForm::ContextObject)));
    return Data::object(std::move(members));
}

} // namespace asl

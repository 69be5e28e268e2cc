// From ExecutionState to RunView.

#include "core/execution/view_of.h"

#include <algorithm>

namespace asl {

namespace {

constexpr std::size_t mostTold = 10'000;

bool isReady(Phase phase)
{
    return phase == Phase::Enter || phase == Phase::Work || phase == Phase::Finish || phase == Phase::Failed
        || phase == Phase::Left || phase == Phase::Redriven;
}

/// Innermost frames: the ready ones in the order in which they go on, then by deadline, then those that wait for an answer.
std::vector<ActivePlace> activePlaces(const ExecutionState& state)
{
    struct Place { int group; VirtualTime due; std::uint64_t wake; ActivePlace place; };
    std::vector<Place> places;
    for (const Frame& frame : state.frames) {
        if (frame.id == 0 || frame.phase == Phase::AwaitingChildren || frame.enteredEvent == 0)
            continue;
        const bool ready = isReady(frame.phase);
        // The ready ones go on in the order in which they became so.
        const VirtualTime due = ready ? 0 : frame.until.value_or(0);
        const bool inputIsOpen = frame.phase == Phase::Work || frame.phase == Phase::AwaitingRetry;
        places.push_back({ready ? 0 : frame.until ? 1 : 2, due, frame.wake,
                          {frame.visit, frame.id, ready, frame.phase == Phase::Enter, inputIsOpen, frame.until}});
    }
    std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
        return std::tie(a.group, a.due, a.wake) < std::tie(b.group, b.due, b.wake);
    });
    std::vector<ActivePlace> result;
    result.reserve(places.size());
    for (const Place& place : places)
        result.push_back(place.place);
    return result;
}

std::vector<PendingTask> pendingTasks(const Program& program, const ExecutionState& state)
{
    std::vector<PendingTask> result;
    for (const OpenTask& open : state.tasks) {
        const Frame& frame = state.frames[open.slot];
        const auto& task = std::get<TaskProgram>(program.states[frame.state].work);
        result.push_back({open.id, frame.visit, frame.retryCount + 1, task.arn, frame.effectiveInput, frame.submitted});
    }
    return result;
}

std::vector<ChildProgress> childProgress(const ExecutionState& state)
{
    std::vector<ChildProgress> result;
    for (const Frame& frame : state.frames) {
        if (frame.id == 0 || !frame.children)
            continue;
        ChildProgress progress{.visit = frame.visit, .children = {}, .done = frame.children->finished, .count = frame.children->count};
        const Boxed<MapRun>& run = frame.children->run;
        if (run && !run->order.batches)
            progress.count = static_cast<std::uint32_t>(run->allItems);
        // A Map Run may have millions of children; of so many only the numbers are told.
        if (frame.children->results.size() <= mostTold)
            for (const ChildResult& child : frame.children->results)
                progress.children.push_back(child.status);
        result.push_back(std::move(progress));
    }
    std::sort(result.begin(), result.end(), [](const ChildProgress& a, const ChildProgress& b) { return a.visit < b.visit; });
    return result;
}

} // namespace

std::string_view inspectionName(Stage stage)
{
    constexpr std::string_view names[] = {"input", "afterInputPath", "afterParameters", "afterItemsPath", "afterItemSelector",
                                          "result", "afterResultSelector", "afterResultPath", "variables", "output"};
    static_assert(std::size(names) == stageCount);
    return names[static_cast<std::size_t>(stage)];
}

std::string_view statusName(RunStatus status)
{
    switch (status) {
    case RunStatus::Running: return "RUNNING";
    case RunStatus::Succeeded: return "SUCCEEDED";
    case RunStatus::Failed: return "FAILED";
    case RunStatus::TimedOut: return "TIMED_OUT";
    case RunStatus::Aborted: return "ABORTED";
    }
    return {};
}

std::string_view statusName(VisitStatus status)
{
    switch (status) {
    case VisitStatus::Running: return "RUNNING";
    case VisitStatus::Waiting: return "WAITING";
    case VisitStatus::Succeeded: return "SUCCEEDED";
    case VisitStatus::Caught: return "CAUGHT_ERROR";
    case VisitStatus::Failed: return "FAILED";
    case VisitStatus::Aborted: return "ABORTED";
    }
    return {};
}

RunView viewOf(const Program& program, const ExecutionState& state, std::uint64_t step, std::uint64_t lastStep)
{
    RunView view;
    view.snapshot = program.snapshot;
    view.status = state.status;
    view.step = step;
    view.lastStep = lastStep;
    view.started = state.started;
    view.now = state.now;
    view.seed = state.seed;
    view.context = state.context;
    view.events = std::make_shared<const HistoryEvents>(state.events);
    view.visits = std::make_shared<const VisitRecords>(state.visits);
    if (state.recordVisits) {
        view.active = activePlaces(state);
        view.tasks = pendingTasks(program, state);
        view.progress = childProgress(state);
    }
    for (std::size_t i = 0; i < state.edits.size(); ++i)
        view.edits.push_back(state.edits[i]);
    view.output = state.output;
    view.failure = state.failure;
    return view;
}

} // namespace asl

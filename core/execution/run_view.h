#pragma once
// RunView: what a run looks like at one moment, for everybody who shows it. All parts are immutable.

#include "core/document/snapshot.h"
#include "core/execution/history_event.h"
#include "core/query/outcome.h"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace asl {

using TaskId = std::uint64_t;
using FrameId = std::uint64_t;
using VisitId = std::uint32_t; ///< index in RunView::visits

/// Error name and cause on their way through Retry and Catch; either may be absent.
struct Failure
{
    std::optional<std::string> error;
    std::optional<std::string> cause;
};

/// Stages of the data flow, named as TestState's inspectionData, in the order in which they apply.
enum class Stage : std::uint8_t {
    Input, AfterInputPath, AfterParameters /* or Arguments */, AfterItemsPath /* or Items */, AfterItemSelector,
    Result, AfterResultSelector, AfterResultPath, Variables /* assigned */, Output
};
constexpr std::size_t stageCount = 10;
std::string_view inspectionName(Stage stage); ///< "afterInputPath", "afterArguments" for JSONata is done by the exporter

enum class VisitStatus : std::uint8_t { Running, Waiting, Succeeded, Caught, Failed, Aborted };

/// What an iteration of a Map works on; the Context object's Map is made of it.
struct MapItem
{
    Data value;                  ///< Undefined: the frame is in no Map
    Data key;                    ///< of the item, when the items come from an object
    Data source;                 ///< Map.Item.Source of items from files; Undefined: they came with the state's input
    std::uint32_t index = 0;
};

/// One visit of a state.
struct VisitRecord
{
    StateId state = noId; ///< in RunView::snapshot
    StatePath path;
    std::vector<std::uint32_t> iteration; ///< indexes of the enclosing Maps' iterations and Parallels' branches
                                          ///< (only Maps count, as in the outcome format), outermost first
    FrameId frame = 0;
    VisitId parent = noId;                ///< the visit of the Parallel or Map around it; noId at the top level
    VisitStatus status = VisitStatus::Running;
    VirtualTime entered = 0;
    std::optional<VirtualTime> exited;
    std::int64_t enteredEvent = 0;        ///< 0: in a child execution, whose events are not part of this history
    std::int64_t exitedEvent = 0;         ///< 0: none
    std::int64_t enteredAfter = 0;        ///< so many events were in the history when it began,
    std::int64_t exitedAfter = 0;         ///< and when it was left
    std::uint32_t attempts = 1;           ///< of a Task: how many were started
    std::shared_ptr<const query::Variables> variables; ///< in scope when the state was entered
    Data context;                         ///< Execution and StateMachine of the Context object
    MapItem item;                         ///< Map of the Context object
    std::string token;                    ///< Task.Token of the Context object, of the last attempt
    std::array<Data, stageCount> stages;  ///< Undefined: not reached or not set
    std::optional<Failure> failure;       ///< what went wrong last, also when it was caught or retried
    std::optional<TransitionPath> left;   ///< the way it went on
    std::vector<std::uint32_t> retries;   ///< by retrier: how often it tried again; empty: never
};

/// Copies share their parts, so every moment of a run has its own list.
using VisitRecords = SharedVector<VisitRecord>;

enum class RunStatus : std::uint8_t { Running, Succeeded, Failed, TimedOut, Aborted };

std::string_view statusName(RunStatus status);   ///< "SUCCEEDED", as the service says it
std::string_view statusName(VisitStatus status); ///< "CAUGHT_ERROR", as TestState says it; also "RUNNING", "WAITING", "ABORTED"

/// An event of a child execution of a Map Run: no history tells it, but a run can be watched there, too.
struct ChildEvent
{
    EventType type = EventType::ExecutionStarted;
    VisitId visit = 0; ///< that it belongs to
};
using ChildEvents = SharedVector<ChildEvent>;

/// A task that waits for its answer.
struct PendingTask
{
    TaskId id = 0;
    VisitId visit = 0;
    std::uint32_t attempt = 1;
    std::string resource;
    Data event;            ///< what the task was called with
    bool submitted = false; ///< .sync and .waitForTaskToken: the first answer was given
};

/// A place where the run stands: an innermost frame.
struct ActivePlace
{
    VisitId visit = 0;
    FrameId frame = 0;
    bool ready = false;                 ///< its next step can be taken now
    bool left = false;                  ///< the visit is over; the next one has not begun
    bool inputIsOpen = false;           ///< its state has not begun its work, or is to try again: a ValueEdited may change the input
    std::optional<VirtualTime> until;   ///< Wait, back-off, timeout
};

/// Progress of a Map's or Parallel's visit.
struct ChildProgress
{
    VisitId visit = 0;
    std::vector<VisitStatus> children;  ///< by index; not started: beyond the end or Waiting. Empty where there are too many
    std::uint32_t done = 0;             ///< ended, well or not
    std::uint32_t count = 0;
};

/// A value that was changed by hand (ValueEdited). No event of the history tells it.
struct ValueEdit
{
    VisitId visit = 0;
    FrameId frame = 0;
    std::string variable;               ///< empty: the state's input
    Data before;
    Data value;
    VirtualTime at = 0;
    std::int64_t afterEvent = 0;        ///< the last event before it
};

struct RunView
{
    SnapshotPointer snapshot;     ///< what runs; later edits do not disturb it
    RunStatus status = RunStatus::Running;
    std::uint64_t step = 0;       ///< position in the timeline, in decisions taken
    std::uint64_t lastStep = 0;   ///< end of the timeline known so far
    VirtualTime started = 0;
    VirtualTime now = 0;
    std::uint64_t seed = 0;
    Data context;                 ///< Execution and StateMachine of the Context object
    std::shared_ptr<const HistoryEvents> events;              ///< up to this moment
    std::shared_ptr<const VisitRecords> visits;               ///< in order of entry
    std::vector<ActivePlace> active;   ///< in the order in which they go on
    std::vector<PendingTask> tasks;
    std::vector<ChildProgress> progress;
    std::vector<ValueEdit> edits;      ///< in the order in which they were made
    std::optional<Data> output;
    std::optional<Failure> failure;
};
using RunViewPointer = std::shared_ptr<const RunView>;

} // namespace asl

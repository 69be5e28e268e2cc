#pragma once
// ExecutionState: everything about a run at one moment. A value: copied, it is a moment kept.

#include "core/execution/failure.h"
#include "core/execution/item_source.h"
#include "core/execution/phase.h"
#include "core/execution/result_files.h"
#include "core/execution/stopped_child.h"
#include "core/execution/task_handler.h"
#include "core/query/outcome.h"
#include "core/support/boxed.h"
#include "core/support/shared_vector.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace asl {

using Slot = std::uint32_t; ///< index of a frame in ExecutionState::frames
constexpr Slot noSlot = noId;

/// One branch or iteration of a Parallel or Map at work.
struct ChildResult
{
    Data output;
    VisitStatus status = VisitStatus::Waiting;
};

/// What a distributed Map computed before its Map Run.
struct MapRunOrder
{
    std::optional<Fault> fault; ///< strikes after MapStateStarted
    std::optional<double> toleratedCount;
    std::optional<double> toleratedPercentage;
    std::optional<ReadItems> read; ///< bucket and key only
    std::optional<double> maxItems;
    bool batches = false;
    std::optional<double> batchItems;
    double batchBytes = 0;
    Data batchInput; ///< Undefined: none
    std::string resultBucket;
    std::string resultPrefix;
};

/// The Map Run of a distributed Map. Items come part by part; a child is started as soon as its items are there.
struct MapRun
{
    MapRunOrder order;
    std::string arn;
    std::optional<ItemSource> source; ///< none: the items came with the state's input
    FileId reading = 0;               ///< what it waits for; 0: nothing
    Data items;                       ///< the part at hand
    Data keys;                        ///< of these items, when they come from an object
    Data sourceName;                  ///< Map.Item.Source of them
    std::uint32_t next = 0;           ///< which of them goes next
    bool complete = false;            ///< nothing comes behind them
    std::uint32_t itemIndex = 0;      ///< of the next item among all
    std::vector<Data> batch;          ///< what the next child gets
    double batchBytes = 0;            ///< of the child's input so far
    Data held;                        ///< an item that did not fit into the last batch; Undefined: none
    double allItems = 0;              ///< read so far
    double failedItems = 0;
    SharedVector<StoppedChild> unsuccessful;                ///< children that ended so
    std::shared_ptr<const std::vector<StoppedChild>> again; ///< children to go on with first, after a redrive
    std::size_t nextAgain = 0;                              ///< which of them goes next
    std::uint32_t redriveCount = 0;
    std::optional<ResultFiles> files; ///< of a ResultWriter that exports
    std::vector<FileId> writing;      ///< writes that are not answered yet
};

struct Children
{
    Data items; ///< Map
    std::uint32_t concurrency = 0;
    Boxed<MapRun> run;
    std::uint32_t count = 0; ///< of a Map Run: so far
    std::uint32_t started = 0;
    std::uint32_t finished = 0;
    SharedVector<ChildResult> results; ///< stays empty where they go into files
    SharedVector<Data>
        selected; ///< Map with ItemSelector: inputs of the iterations that were started, for the visit's record
};

/// One thread of control: the execution itself, a branch or an iteration.
struct Frame
{
    FrameId id = 0; ///< 0: the slot is free
    Slot parent = noSlot;
    std::uint32_t index = 0; ///< of the branch or item
    StateId state = noId;
    Phase phase = Phase::Enter;
    bool submitted = false; ///< .sync and .waitForTaskToken: the first answer came
    VisitId visit = 0;
    Data input; ///< raw input of the state
    Data effectiveInput;
    Data result; ///< of the work, before ResultSelector
    std::shared_ptr<const query::Variables> variables;
    std::int64_t lastEvent = 0;
    std::int64_t beforeEntered = 0;
    std::int64_t enteredEvent = 0;
    std::int64_t closedEvent =
        0; ///< Map, Parallel: …Succeeded or …Failed; a failure behind it follows it, …Exited does not
    VirtualTime entered = 0;
    std::uint64_t wake = 0;             ///< number of the entry in `ready` or `timers` that counts; others are stale
    std::optional<VirtualTime> until;   ///< when the timer rings
    std::vector<std::uint32_t> retries; ///< by retrier
    std::uint32_t retryCount = 0;
    MapItem item; ///< of the innermost Map
    TaskId task = 0;
    std::string token;
    std::optional<VirtualTime> timeoutAt;
    std::optional<VirtualTime> heartbeatAt;
    std::int64_t heartbeatSeconds = 0;
    Boxed<Fault> fault;
    Boxed<Children> children;
    Slot execution = noSlot; ///< frame at the root of the child execution that this one belongs to; noSlot: of none
    std::int64_t childEvents = 0;    ///< at such a root: events of its own history, which is counted but not kept
    Data childName;                  ///< at such a root: of the execution, and its input and start
    std::uint64_t childNameSeed = 0; ///< from which newName() makes it
    Data childInput;
    VirtualTime childStarted = 0;
    VirtualTime childRedriven = 0; ///< the last time
    std::uint32_t childRedrives = 0;
};

/// An entry of the queue of ready frames or of timers.
struct Wake
{
    VirtualTime due = 0;
    std::uint64_t number = 0; ///< counts up: of two due at once the one that was put in first goes first
    Slot slot = noSlot;
    FrameId frame = 0;
};

/// Frames become ready as the clock stands, which never goes back, so the first that was put in is the earliest.
class ReadyQueue
{
public:
    bool empty() const { return m_first == m_wakes.size(); }
    const Wake& front() const { return m_wakes[m_first]; }
    void push(const Wake& wake) { m_wakes.push_back(wake); }
    Wake pop()
    {
        const Wake wake = m_wakes[m_first++];
        if (empty()) {
            clear();
        } else if (m_first >= 1024 && m_first * 2 > m_wakes.size()) {
            m_wakes.erase(m_wakes.begin(), m_wakes.begin() + static_cast<std::ptrdiff_t>(m_first));
            m_first = 0;
        }
        return wake;
    }
    void clear()
    {
        m_wakes.clear();
        m_first = 0;
    }
    auto begin() const { return m_wakes.begin() + static_cast<std::ptrdiff_t>(m_first); }
    auto end() const { return m_wakes.end(); }
    std::size_t size() const { return m_wakes.size() - m_first; }

private:
    std::vector<Wake> m_wakes;
    std::size_t m_first = 0; ///< what lies before it has been taken
};

struct OpenTask
{
    TaskId id = 0;
    Slot slot = noSlot;
};

/// One state alone is run (TestState): how that differs from a run, and what is found out on the way.
struct StateTest
{
    Data context;                        ///< the whole Context object
    std::optional<TaskOutcome> children; ///< what the branches or iterations come to; none of them runs
    double failedIterations = 0;         ///< of them
    std::optional<std::string> items;    ///< what the file of the ItemReader holds

    std::optional<std::uint32_t> retrier; ///< index of the one that stands for the error
    std::optional<double> retryAfter;     ///< seconds, before jitter
    std::optional<std::uint32_t> catcher; ///< index of the one that caught the error
    std::optional<double> maxConcurrency;
    std::optional<double> toleratedCount;
    std::optional<double> toleratedPercentage;
    Data afterItemsPointer;
    Data afterItemBatcher;
};

/// Where an execution stood when it came to an unsuccessful end; a redrive goes on from there.
struct Stopped
{
    std::vector<Frame> frames; ///< by slot; those that are free have no id
};

struct ExecutionState
{
    RunStatus status = RunStatus::Running;
    VirtualTime started = 0;
    VirtualTime now = 0;
    VirtualTime deadline = 0;
    bool deadlineGiven = false; ///< by TimeoutSeconds, not by the quota
    std::uint64_t seed = 0;
    std::uint64_t randomState = 0;
    std::size_t maxEvents = 0; ///< 0: no limit
    std::int64_t stopAfterEvent = 0;
    bool recordVisits = true;
    Data context; ///< Execution and StateMachine of the Context object, and what the caller set
    std::string region;
    HistoryEvents events;
    VisitRecords visits;
    ChildEvents eventsOfChildren; ///< kept as visits are
    SharedVector<ValueEdit> edits;
    std::vector<Frame> frames;
    std::vector<Slot> freeSlots;
    ReadyQueue ready;
    std::vector<Wake> timers;    ///< a heap, the earliest in front
    ReadyQueue childDeadlines;   ///< when Express children time out; all have as long, so the first started is in front
    std::vector<OpenTask> tasks; ///< by id
    FrameId lastFrame = 0;
    TaskId lastTask = 0;
    FileId lastFile = 0;
    std::uint64_t endedChildren = 0; ///< child executions of all Map Runs
    std::uint64_t lastWake = 0;
    std::optional<Data> output;
    std::optional<Failure> failure;
    Boxed<Stopped> stopped; ///< of a Standard workflow that ended and did not succeed
    std::uint32_t redriveCount = 0;
    Boxed<StateTest> test; ///< set: every stage of the data flow is noted, causes do not name the state
};

} // namespace asl

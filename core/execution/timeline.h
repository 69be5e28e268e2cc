#pragma once
// Timeline: a run that can be walked forwards and backwards: the journal of decisions with copies of the state now and
// then. Going to step n takes the nearest copy before n and repeats pure steps. Deciding anything after stepping back
// begins a new branch; the old one stays and can be returned to.

#include "core/execution/decision.h"
#include "core/execution/program.h"

#include <cstdint>
#include <memory>
#include <optional>

namespace asl {

struct RunOptions
{
    Data input;   ///< Undefined: {}
    Data context; ///< an object whose members replace the Context object's defaults; Undefined: none
    std::uint64_t seed = 0;
    VirtualTime now = 0;             ///< start on the clock
    std::size_t maxEvents = 25'000;  ///< Express has no such limit
    std::int64_t stopAfterEvent = 0; ///< StopExecution is called once this event is recorded; 0: never
    FileSource files;                ///< asked again for what files hold when steps are repeated; none: the journal keeps it
    bool recordVisits = true;        ///< false: RunView::visits stays empty (a little faster)
};

using BranchId = std::uint32_t; ///< counts up from 0, the first branch

/// One of the ways a run went.
struct TimelineBranch
{
    BranchId id = 0;
    BranchId parent = 0;                   ///< of the first branch: itself
    std::uint64_t fork = 0;                ///< the parent's step at which it begins
    std::uint64_t lastStep = 0;            ///< as counted from the run's beginning
    RunStatus status = RunStatus::Running; ///< at its last step
};

class Timeline
{
public:
    Timeline(ProgramPointer program, RunOptions options);
    ~Timeline();
    Timeline(Timeline&&) noexcept;
    Timeline& operator=(Timeline&&) noexcept;

    /// Lets the first ready frame take one step. False when nothing is ready (ended, or waiting for a task or the
    /// clock).
    bool proceed();
    /// True when proceed() would do something.
    bool canProceed() const;
    /// Earliest deadline of a wait, back-off or timeout, if any.
    std::optional<VirtualTime> nextDeadline() const;
    void advanceTime(VirtualTime to);
    /// Answers a pending task; an id that is not pending is ignored and answers false.
    bool report(TaskId task, TaskOutcome outcome);
    /// Answers of ReadItems and WriteObject; one that nobody waits for is ignored.
    void itemsRead(const ReadItems& read, ItemsOutcome outcome);
    void objectWritten(FileId write, std::optional<Failure> failure);
    /// A ReadItems or WriteObject is not answered yet. No moment to rest at: going on from it otherwise would lose the
    /// answer.
    bool awaitsFiles() const;
    void heartbeat(TaskId task);       ///< SendTaskHeartbeat
    void stop(const Failure& failure); ///< StopExecution
    /// RedriveExecution of a run that ended and did not succeed: it goes on from where it stopped, not before `at`. The
    /// error is the service's.
    Result<void> redrive(VirtualTime at = 0);
    /// By hand: the input of a state that is about to begin its work, or a variable. The error says why not.
    Result<void> editValue(ValueEdited edit);

    std::uint64_t step() const;     ///< decisions taken up to the present moment
    std::uint64_t lastStep() const; ///< decisions known, in the present branch
    /// Goes to any moment from 0 to lastStep(). Deciding anything there begins a new branch.
    void seek(std::uint64_t step);
    /// The step after which event `id` is in the history; of an id beyond the known ones the last step.
    std::uint64_t stepOfEvent(std::int64_t id) const;
    /// The same of an event of a child execution, by its place in eventsOfChildren().
    std::uint64_t stepOfChildEvent(std::size_t index) const;

    std::vector<TimelineBranch> branches() const; ///< by id
    BranchId branch() const;                      ///< the present one
    /// Goes to the last step of a branch, which is the present one then. False when there is no such branch.
    bool switchTo(BranchId branch);
    /// All decisions of the present branch, from the run's beginning to its last step.
    std::vector<JournalEntry> journal() const;

    bool ended() const;
    /// How many tasks wait for an answer; cheaper than asking a view.
    std::size_t openTasks() const;
    std::uint64_t endedChildren() const; ///< child executions of Map Runs that have ended
    RunViewPointer view() const;         ///< cached for the present step
    const HistoryEvents& events() const; ///< up to the present moment
    const VisitRecords& visits() const;  ///< the same, as the view has them
    /// Of the child executions of Map Runs, up to the present moment; empty without RunOptions::recordVisits.
    const ChildEvents& eventsOfChildren() const;
    /// What the decision just taken asks of the world: tasks to start and to cancel.
    const std::vector<Effect>& effects() const;
    /// When the execution ends by its TimeoutSeconds, else by the service's quota (a year; Express: five minutes).
    VirtualTime executionDeadline() const;
    const ProgramPointer& program() const;
    const RunOptions& options() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace asl

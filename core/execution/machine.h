#pragma once
// Machine: one turn of the interpreter over an ExecutionState. Lives as long as the turn; its parts are spread over
// machine.cpp (queues, events), visit_state.cpp (entering, working, leaving), children.cpp (branches and iterations),
// distributed_map.cpp, distributed_children.cpp, tasks.cpp, failure_handling.cpp (Retry, Catch, up), redrive.cpp and
// edit_value.cpp.

#include "core/execution/advance.h"
#include "core/execution/compiled_program.h"
#include "core/execution/states/work.h"

namespace asl {

/// The parts of HistoryEvent::details().
struct EventDetails
{
    Data about = {};
    Data payload = {};
    Data more = {};
};

/// The frames of one execution before a failure goes up in it.
struct BeforeFailure
{
    Slot execution = noSlot;   ///< root of a child execution; noSlot: the main one
    std::vector<Slot> slots;   ///< of the main one: all, in order, and not told here
    std::vector<Frame> frames; ///< parents and executions are places in this list
};

class Machine
{
public:
    Machine(const Program& program, ExecutionState& state, std::vector<Effect>& effects)
        : m_program(program), m_state(state), m_effects(effects) {}

    void start(const Data& input);
    void decide(const Decision& decision);

private:
    bool ended() const { return m_state.status != RunStatus::Running; }
    Frame& frame(Slot slot) { return m_state.frames[slot]; }
    const Frame& frame(Slot slot) const { return m_state.frames[slot]; }
    const StateProgram& stateOf(const Frame& frame) const { return m_program.states[frame.state]; }

    // machine.cpp
    Slot newSlot();
    Slot newFrame(Slot parent, std::uint32_t index, StateId start, Data input);
    /// Indexes of the Map iterations that the frame is inside of, the outermost first.
    std::vector<std::uint32_t> iterationOf(const Frame& frame) const;
    void removeFrame(Slot slot);
    void makeReady(Slot slot, Phase phase);
    void wakeAt(Slot slot, Phase phase, VirtualTime due);
    void dropStaleWakes();
    void proceed();
    void advanceTime(VirtualTime to);
    /// What is due next is a child's end by its quota, not a timer.
    bool isChildDue() const;
    void ring(Slot slot);
    void stop(const Failure& failure);

    // redrive.cpp
    void redrive(VirtualTime at);
    void beginAgain(Slot slot, std::int64_t redriven);
    void beginAllAgain(const std::vector<Slot>& slots, Slot execution, std::int64_t redriven);
    /// Before a failure goes up in an execution and takes branches or iterations with it.
    void rememberFrames(Slot execution);
    Frame* remembered(Slot slot);
    void keepForRedrive();
    std::vector<Frame> detached(const std::vector<Slot>& slots) const;
    StoppedChild stoppedChild(std::vector<Frame> frames) const;
    void gatherStopped(Slot map);
    void goOnWithChild(Slot map, const StoppedChild& child);
    void redriveMap(Slot map);
    bool hasMoreToStart(Slot map) const;

    // edit_value.cpp
    void editValue(const ValueEdited& edit);

    // machine.cpp
    /// Into the history of the execution that the frame belongs to; only the main one is kept.
    std::int64_t emit(const Frame& frame, std::int64_t previous, EventType type, EventDetails details = {});
    std::int64_t emitMain(std::int64_t previous, EventType type, EventDetails details);
    /// Emits with the frame's last event as predecessor and becomes its last event.
    void emitFor(Frame& frame, EventType type, EventDetails details = {});
    /// The frames stay until the turn is over: those who emit still hold them.
    void end(RunStatus status, EventType type, std::int64_t previous, const Failure& failure);
    void clearWhenEnded();
    VisitRecord* visit(const Frame& frame);
    void note(const Frame& frame, Stage stage, const Data& value);

    // visit_state.cpp
    void enter(Slot slot);
    void work(Slot slot);
    void begin(Slot slot, Work work);
    void finish(Slot slot);
    /// exit() unless the output could not be computed or is too large.
    void leave(Slot slot, Computed<Data> output, const Data& assigned, const Target& target);
    /// The output or what is assigned is too large.
    std::optional<Fault> exitFault(const Frame& leaving, const Data& output, const Data& assigned) const;
    void exit(Slot slot, Data output, const Data& assigned, const Target& target);
    void scopeSucceeded(Slot slot, const Data& output);
    void assign(Frame& frame, const Data& values);

    // children.cpp
    void spawn(Slot slot, SpawnChildren children);
    void startIteration(Slot slot, std::int64_t previous);
    void childSucceeded(Slot slot, std::uint32_t index, const Data& output, std::int64_t lastEvent);
    void childrenDone(Slot slot, std::int64_t lastEvent);
    void childFailed(Slot slot, Slot child, Fault fault);
    /// Removes all branches or iterations of a frame, with the events that say so.
    void abortChildren(Slot slot, std::int64_t previous);
    void abortState(Slot slot, std::int64_t previous);
    std::vector<Slot> childrenOf(Slot slot) const;
    void startItems(Slot slot, std::int64_t previous);
    void noteSelected(const Frame& map);
    EventDetails iterationDetails(const Frame& map, std::uint32_t index) const;

    // distributed_map.cpp
    void startMapRun(Slot slot, MapRunOrder order, Data keys);
    void itemsRead(FileId read, const ItemsOutcome& outcome);
    void objectWritten(FileId write, const std::optional<Failure>& failure);
    void readMore(Slot slot);
    void writeDue(MapRun& run);
    static bool toleranceExceeded(const MapRun& run);
    void failTolerance(Slot slot);
    void mapRunDone(Slot slot);
    void mapRunSucceeded(Slot slot);
    void failMapRun(Slot slot, Failure failure);
    /// What is to be told of a Map Run that ends before its time: children that are stopped or never began.
    void writeUnfinished(Slot slot);
    std::vector<Slot> inside(Slot slot) const;
    void removeInside(Slot slot);

    // mocked_children.cpp
    /// StateTest: nothing is spawned, the answer is there already.
    void answerChildren(Slot slot, SpawnChildren children);
    bool inspectItems(Slot slot, SpawnChildren& children);
    std::optional<Fault> inspectSelector(Slot slot, const SpawnChildren& children);

    // distributed_children.cpp
    void startChildren(Slot slot);
    bool isExpressChild(Slot root) const;
    enum class Next : std::uint8_t { Input, More /* of the file is needed */, End, Failed /* and dealt with */ };
    Next nextInput(Slot slot, Data& input);
    bool selectItem(Slot slot, Data& item);
    void startChildExecution(Slot slot, std::uint32_t index, Data input);
    void childExecutionSucceeded(Slot root, const Data& output);
    void setChildDeadline(Slot root);
    void childExecutionFailed(Slot root, std::string_view status, const Failure& failure);
    bool isFull(Slot root) const;
    void failFullChild();
    void keepResult(Slot slot, std::uint32_t index, VisitStatus status, Data result);
    Data childRecord(Slot root, std::string_view status, const Data& output, const Failure& failure) const;

    // tasks.cpp
    void schedule(Slot slot, const AwaitTask& task);
    void report(TaskId task, const TaskOutcome& outcome);
    void submitted(Slot slot, const Data& answer);
    void taskSucceeded(Slot slot, const Data& result);
    void taskFailed(Slot slot, Fault fault);
    void taskTimedOut(Slot slot);
    EventDetails taskDetails(Slot slot, Data output, const Failure& failure) const;
    void heartbeat(TaskId task);
    void setTaskTimer(Slot slot);
    enum class TaskEnd : std::uint8_t { Answered, Cancelled };
    void closeTask(Frame& frame, TaskEnd how);
    Slot slotOfTask(TaskId task) const;

    // failure_handling.cpp
    /// Notes what went wrong and deals with it at once.
    void fail(Slot slot, Fault fault);
    void handleFailure(Slot slot);
    Fault told(Slot slot, Fault fault);
    void tellEvaluationFailed(Slot slot, const Failure& failure, const std::string& location);
    bool retry(Slot slot, const Fault& fault);
    bool catchFailure(Slot slot, const Fault& fault);
    void failUp(Slot slot, Fault fault);

    const Program& m_program;
    ExecutionState& m_state;
    std::vector<Effect>& m_effects;
    Slot m_fullChild = noSlot; ///< root of a child that wanted to write an event beyond the limit in this turn
    std::optional<BeforeFailure> m_beforeFailure; ///< of the failure that is on its way up in this turn
};

/// States.ExceedToleratedFailureThreshold
Failure thresholdFailure();
/// States.ItemReaderFailed
Failure maxItemsFailure();
/// States.Runtime: an execution may have so many events.
Failure historyFullFailure(std::size_t events);

} // namespace asl

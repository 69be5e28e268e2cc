#pragma once
// Decision: what the world says to a run. A run's decisions, in order, are its journal.

#include "core/execution/task_handler.h"

#include <variant>

namespace asl {

struct Proceed
{
}; ///< let the first ready frame take one step
struct TaskReported
{
    TaskId task = 0;
    TaskOutcome outcome;
};
struct TaskHeartbeat
{
    TaskId task = 0;
};
struct ItemsRead
{
    ReadItems read;
    ItemsOutcome outcome;
}; ///< answer of ReadItems
struct ObjectWritten
{
    FileId write = 0;
    std::optional<Failure> failure;
}; ///< answer of WriteObject
struct TimeAdvanced
{
    VirtualTime to = 0;
}; ///< timers up to `to` are due
struct StopRequested
{
    Failure failure;
};
struct RedriveRequested
{
    VirtualTime at = 0;
}; ///< RedriveExecution, not before the clock's present time
struct ValueEdited
{
    FrameId frame = 0;
    std::string variable; ///< of the frame; empty: the input of the state it is about to work on
    Data value;
}; ///< by hand, while the run rests
using Decision = std::variant<Proceed, TaskReported, TaskHeartbeat, ItemsRead, ObjectWritten, TimeAdvanced, StopRequested,
                              RedriveRequested, ValueEdited>;

/// `count` times the same decision; only Proceed is ever repeated.
struct JournalEntry
{
    std::uint64_t count = 1;
    Decision decision;
};

} // namespace asl

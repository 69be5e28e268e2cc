#pragma once
// advance: the whole interpreter seen from outside. A pure function of program, state and decision.

#include "core/execution/execution_state.h"
#include "core/execution/timeline.h"

#include <variant>

namespace asl {

struct Proceed {};                                           ///< let the first ready frame take one step
struct TaskReported { TaskId task = 0; TaskOutcome outcome; };
struct TaskHeartbeat { TaskId task = 0; };
struct ItemsRead { ReadId read = 0; ItemsOutcome outcome; }; ///< answer of ReadItems
struct TimeAdvanced { VirtualTime to = 0; };                 ///< timers up to `to` are due
struct StopRequested { Failure failure; };
using Decision = std::variant<Proceed, TaskReported, TaskHeartbeat, ItemsRead, TimeAdvanced, StopRequested>;

struct Turn
{
    ExecutionState state; ///< what it tells stands at the end of state.events
    std::vector<Effect> effects;
};

/// The state before the first decision: ExecutionStarted is in the history.
ExecutionState startExecution(const Program& program, const RunOptions& options);

/// Pure: no clock, no files, no threads, no hidden randomness. Pass the state by move to go on, by copy to keep it.
Turn advance(const Program& program, ExecutionState state, const Decision& decision);
/// The same in place, for those who take many steps.
void advanceInPlace(const Program& program, ExecutionState& state, const Decision& decision, std::vector<Effect>& effects);

} // namespace asl

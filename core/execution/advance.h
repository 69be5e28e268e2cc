#pragma once
// advance: the whole interpreter seen from outside. A pure function of program, state and decision.

#include "core/execution/decision.h"
#include "core/execution/execution_state.h"
#include "core/execution/timeline.h"

namespace asl {

struct Turn
{
    ExecutionState state; ///< what it tells stands at the end of state.events
    std::vector<Effect> effects;
};

/// The state before the first decision: ExecutionStarted is in the history.
ExecutionState startExecution(const Program& program, const RunOptions& options);

/// Why RedriveExecution refuses, in the service's words; empty when it does not.
std::optional<std::string> redriveRefusal(const Program& program, const ExecutionState& state, VirtualTime at = 0);

/// Why a value cannot be edited at this moment.
std::optional<Message> editRefusal(const Program& program, const ExecutionState& state, const ValueEdited& edit);

/// Pure: no clock, no files, no threads, no hidden randomness. Pass the state by move to go on, by copy to keep it.
Turn advance(const Program& program, ExecutionState state, const Decision& decision);
/// The same in place, for those who take many steps.
void advanceInPlace(const Program& program, ExecutionState& state, const Decision& decision, std::vector<Effect>& effects);

} // namespace asl

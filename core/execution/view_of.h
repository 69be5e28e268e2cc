#pragma once
// viewOf: a moment of a run in the form in which it is shown.

#include "core/execution/compiled_program.h"
#include "core/execution/execution_state.h"

namespace asl {

RunView viewOf(const Program& program, const ExecutionState& state, std::uint64_t step, std::uint64_t lastStep);

} // namespace asl

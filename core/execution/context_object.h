#pragma once
// The Context object: what `$$` reads.

#include "core/execution/compiled_program.h"
#include "core/execution/execution_state.h"
#include "core/execution/timeline.h"

namespace asl {

/// Execution and StateMachine, with what the caller gave in their places.
Data baseContext(const Program& program, const RunOptions& options, const Data& input, std::uint64_t& randomState);
/// The region in the state machine's ARN; the usual one when there is none.
std::string regionOf(const Data& context);

/// The whole object for the state that `frame` visits, with `item` as its Map.
Data contextObject(const Program& program, const ExecutionState& execution, const Frame& frame, const MapItem& item);
/// Execution and StateMachine of the Context object in the execution at whose root `root` is (noSlot: the main one).
Data executionContext(const Program& program, const ExecutionState& execution, Slot root);
/// "arn:aws:states:…:mapRun:MACHINE/LABEL:UUID"
std::string newMapRunArn(const Data& context, const std::string& label, std::uint64_t& randomState);
/// A random version 4 UUID.
std::string newName(std::uint64_t& state);

/// The next random number of a run.
std::uint64_t nextRandom(std::uint64_t& state);
/// 0 <= n < 1
double nextFraction(std::uint64_t& state);
std::string newTaskToken(std::uint64_t& state);

/// {"truncated": false}
const Data& notTruncated();

} // namespace asl

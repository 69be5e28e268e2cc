#pragma once
// The Context object: what `$$` reads.

#include "core/execution/compiled_program.h"
#include "core/execution/execution_state.h"
#include "core/execution/timeline.h"

namespace asl {

/// Execution and StateMachine, with what the caller gave in their places.
Data baseContext(const Program& program, const RunOptions& options, const Data& input, std::uint64_t& randomState);
/// The region in the state machine's ARN; us-east-1 when there is none.
std::string regionOf(const Data& context);

/// The whole object for the state that `frame` visits, with `item` as its Map.
Data contextObject(const StateProgram& state, const ExecutionState& execution, const Frame& frame, const MapItem& item);
/// One iteration's item; `keys` of the items when they come from an object.
MapItem mapItemOf(std::uint32_t index, const Data& value, const Data& keys);
/// Execution and StateMachine of the Context object in a child execution of a Map Run.
Data childContextOf(const Data& parent, const std::string& label, bool express, const Data& input, VirtualTime now, std::uint64_t& randomState);
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

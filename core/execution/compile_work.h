#pragma once
// What the state types have of their own, read for compile(). Choice takes its targets from the model, so its rules are
// read one by one.

#include "core/execution/field_reader.h"

namespace asl {

/// All types but Choice. `starts`: where the scopes inside begin.
StateWork readWork(FieldReader& reader, const State& state, const StateProgram& program, const std::vector<StateId>& starts,
                   const CompileOptions& options);
/// What stands in a Map in DISTRIBUTED mode beside the rest.
DistributedProgram readDistributed(FieldReader& reader, const State& state, const CompileOptions& options);
RuleProgram readRule(FieldReader& reader, NodeId rule);

} // namespace asl

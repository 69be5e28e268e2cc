#pragma once
// What all states have in common between input and output: paths, templates, ResultPath, sizes, with the service's
// words when they fail.

#include "core/execution/compiled_program.h"
#include "core/execution/computed.h"
#include "core/execution/evaluation.h"

namespace asl {

/// An indefinite path never misses in a run: where Jayway misses before the first wildcard, the service gives [].
query::Outcome<Data> evaluated(const query::JsonPath& path, const Data& root, const query::EvaluationContext& context);

/// InputPath and OutputPath: absent keeps `data`, null gives {}.
Computed<Data> selected(const PathField& field, const Data& data, const Evaluation& evaluation);
/// Absent keeps `data`. `data` is `$` in a payload template; JSONata reads $states from the context's variables
/// instead.
Computed<Data> templated(const std::optional<ValueTemplate>& valueTemplate, const Data& data,
                         const Evaluation& evaluation);
Computed<Data> merged(const ResultPathField& field, const Data& raw, Data result);

/// What a Catcher hands on: Error and Cause.
Data errorOutput(const Failure& failure);

/// Whose output is the (filtered) input: such a state has no result to put anywhere.
bool passesInput(StateType type, QueryLanguage language);

/// A number by literal or path; empty when the field is absent. A path that misses is a fault.
Computed<std::optional<Data>> numberValue(const NumberField& field, const Data& input, const Evaluation& evaluation);

/// A value as causes quote it: text as it is, all else as JSON.
std::string quotedValue(const Data& value);

/// The number is none that the field takes: States.QueryEvaluationError where JSONata gave it, else States.Runtime.
Fault numberFault(const NumberField& field, std::string text);

/// A JSONata field gave a value of another type than it wants; a literal has no expression to name.
Fault unexpectedType(const JsonataTemplate& field, std::string_view name, std::string_view expected, const Data& value);

/// States.DataLimitExceeded: `who` returned too much.
Fault sizeExceeded(std::string_view who);
/// States.DataLimitExceeded when `data` is larger than a payload may be; `who` returned it.
std::optional<Fault> sizeFault(const Data& data, std::string_view who);

} // namespace asl

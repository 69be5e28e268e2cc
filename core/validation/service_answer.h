#pragma once
// The answer of the service's ValidateStateMachineDefinition to a definition, in its codes and words where they are known.

#include "core/data/data.h"
#include "core/validation/validate.h"

#include <vector>

namespace asl {

/// `{"result", "diagnostics": [{"severity", "code", "message", "location"}], "truncated"}`. Leaves out what is less grave than
/// `least`; the service knows no hints.
Data serviceAnswer(const Snapshot& snapshot, const std::vector<Diagnostic>& diagnostics, Severity least = Severity::Error);

} // namespace asl

#pragma once
// The variables that the expressions of a state can read, with who assigns them.

#include "core/document/snapshot.h"

#include <string>
#include <vector>

namespace asl::completion {

struct VariableInScope
{
    std::string name;
    std::vector<StateId> assignedBy; ///< in document order, each once
};

/// Those of the scope and of the ones around it, up to a distributed Map; nearer ones hide others of their name.
std::vector<VariableInScope> variablesInScope(const Snapshot& snapshot, ScopeId scope);

} // namespace asl::completion

#pragma once
// What a visit of a state could see beside its input: variables with where they come from, and the Context object.

#include "core/execution/run_view.h"

#include <string>
#include <vector>

namespace asl {

struct VisibleVariable
{
    std::string name;     ///< without `$`
    Data value;
    VisitId assignedBy = 0;
    bool byHand = false;  ///< during that visit
};

/// Variables that the visit sees, and those that it assigned itself when it was left; by name. A branch or iteration sees what
/// was known where its Parallel or Map stands.
std::vector<VisibleVariable> variablesAt(const RunView& view, VisitId visit);

/// The Context object of the visit, as far as the run records it: Execution, StateMachine, State, Map.
Data contextAt(const RunView& view, VisitId visit);

/// The visit of the Map in whose iteration the visit is; noId: in none.
VisitId enclosingMap(const RunView& view, VisitId visit);

/// Status of each iteration of a Map's visit, or branch of a Parallel's: by what was recorded inside it, so also after the
/// end. Those that were not started are Waiting.
ChildProgress progressOf(const RunView& view, VisitId container);

} // namespace asl

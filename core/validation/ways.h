#pragma once
// Which ways through the states of a scope the text is known to have.

#include "core/validation/rule.h"

namespace asl::validation {

/// Its target is no state of the scope and never becomes one; false when all is well or it is said elsewhere.
bool targetIsMissing(const Context& context, const Transition& transition);

/// By scope: some transition has a token as its target, so nothing can be said about what it reaches.
std::vector<bool> scopesWithOpenTargets(const Context& context);

/// The scope may end with this state, as far as the text tells.
bool mayEndScope(const Context& context, StateId id);

} // namespace asl::validation

#pragma once
// What kind of value comes into a state, as far as the states before it tell.

#include "core/validation/rule.h"

namespace asl::validation {

/// Kinds of values, as bits. `Anything`: nothing is known of what comes on some way.
enum InputKind : unsigned { NoInput = 0, ObjectInput = 1, ListInput = 2, ScalarInput = 4, Anything = 8 };

/// By state; NoInput for one that no way leads to.
std::vector<unsigned> inputKinds(const Context& context);

} // namespace asl::validation

#pragma once
// Which variables have a value where a state begins: on some way that leads there, and on every way.

#include "core/validation/rule.h"

namespace asl::validation {

enum class Assigned : std::uint8_t {
    Always,      ///< on every way
    Sometimes,   ///< on some
    Never,       ///< on none, though a state that it could see assigns it
    OutOfScope,  ///< only states assign it whose variables it cannot see
    Nowhere,     ///< no state assigns it
    Unknown      ///< the ways to the state are not known
};

/// One answer for each of `context.variables.reads`.
std::vector<Assigned> assignedWhenRead(const Context& context);

} // namespace asl::validation

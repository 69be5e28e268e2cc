#pragma once
// Patterns of Choice's StringMatches: `*` stands for any run of characters.

#include <optional>
#include <string_view>

namespace asl {

/// `*` is any run of characters, `\*` and `\\` are themselves. Empty when the pattern has another backslash.
std::optional<bool> matchesPattern(std::string_view text, std::string_view pattern);

} // namespace asl

#pragma once
// How well a name fits what is typed.

#include <optional>
#include <string_view>

namespace asl::completion {

/// Smaller is better: the beginning, the beginning of words, a part, letters in order. Empty: it does not fit.
std::optional<int> mismatch(std::string_view name, std::string_view typed);

} // namespace asl::completion

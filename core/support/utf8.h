#pragma once
// UTF-8: checking, walking, counting.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace asl {

/// Position of the first byte that is not part of valid UTF-8 (surrogates and overlong forms are not valid), if any.
std::optional<std::size_t> invalidUtf8(std::string_view text);

/// How many bytes from `position` on are valid characters beyond ASCII.
std::size_t beyondAsciiRun(std::string_view text, std::size_t position);

/// The code point at `position`, which is moved behind it. A broken byte counts as one code point U+FFFD. The three bytes
/// of a lone surrogate are read as that surrogate.
char32_t nextCodePoint(std::string_view text, std::size_t& position);
void appendUtf8(std::string& text, char32_t codePoint);
std::size_t codePointCount(std::string_view text);
/// Compares by UTF-16 code units, as JavaScript orders strings: negative, zero, positive.
int compareUtf16(std::string_view a, std::string_view b);

} // namespace asl

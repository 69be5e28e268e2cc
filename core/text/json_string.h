#pragma once
// The inside of a JSON string literal: resolving escapes and writing them.

#include <string>
#include <string_view>

namespace asl {

/// Appends the content of a string literal to `out`, escapes resolved: `body` begins behind the opening quote and is read
/// up to the closing one or its own end. Pairs of surrogate escapes become one code point, a lone one its three bytes; an
/// escape that JSON does not know stays as written.
void appendUnescaped(std::string& out, std::string_view body);
std::string unescaped(std::string_view body);

} // namespace asl

#pragma once
// Base64 as in RFC 4648, with padding.

#include <optional>
#include <string>
#include <string_view>

namespace asl::query {

std::string base64Encoded(std::string_view bytes);
/// Line ends and missing padding are accepted. Nothing when the text is no Base64.
std::optional<std::string> base64Decoded(std::string_view text);

} // namespace asl::query

// Base64, both ways.

#include "core/query/base64.h"

#include <cstdint>

namespace asl::query {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}

std::string base64Encoded(std::string_view bytes)
{
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t group = 0;
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k)
            group = (group << 8) | (k < count ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            text += k <= count ? alphabet[(group >> (18 - 6 * k)) & 63] : '=';
    }
    return text;
}

std::optional<std::string> base64Decoded(std::string_view text)
{
    std::string bytes;
    std::uint32_t group = 0;
    int bits = 0;
    bool padded = false;
    for (const char character : text) {
        if (character == '\r' || character == '\n')
            continue;
        if (character == '=') {
            padded = true;
            continue;
        }
        const std::size_t value = alphabet.find(character);
        if (value == std::string_view::npos || padded)
            return std::nullopt;
        group = (group << 6) | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(static_cast<unsigned char>((group >> bits) & 0xFF));
        }
    }
    if (bits == 6)
        return std::nullopt; // one character alone is less than a byte
    return bytes;
}

} // namespace asl::query

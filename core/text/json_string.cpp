#include "core/text/json_string.h"

#include "core/support/utf8.h"
#include "core/text/syntax_tree.h"

#include <array>
#include <optional>

namespace asl {

namespace {

std::optional<char32_t> hexUnit(std::string_view body, std::size_t position)
{
    if (position + 4 > body.size())
        return std::nullopt;
    char32_t unit = 0;
    for (const char digit : body.substr(position, 4)) {
        unit <<= 4;
        if (digit >= '0' && digit <= '9')
            unit |= static_cast<char32_t>(digit - '0');
        else if ((digit | 0x20) >= 'a' && (digit | 0x20) <= 'f')
            unit |= static_cast<char32_t>((digit | 0x20) - 'a' + 10);
        else
            return std::nullopt;
    }
    return unit;
}

/// The code point of the `\u` escape whose digits begin at `position`, which moves behind it (and behind its other half).
std::optional<char32_t> unicodeEscape(std::string_view body, std::size_t& position)
{
    const std::optional<char32_t> unit = hexUnit(body, position);
    if (!unit)
        return std::nullopt;
    position += 4;
    if (*unit < 0xD800 || *unit > 0xDBFF || body.substr(position, 2) != "\\u")
        return unit;
    const std::optional<char32_t> low = hexUnit(body, position + 2);
    if (!low || *low < 0xDC00 || *low > 0xDFFF)
        return unit;
    position += 6;
    return 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
}

std::optional<char> simpleEscape(char letter)
{
    switch (letter) {
    case '"': case '\\': case '/': return letter;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return std::nullopt;
    }
}

} // namespace

void appendUnescaped(std::string& out, std::string_view body)
{
    std::size_t position = 0;
    while (position < body.size()) {
        std::size_t special = position; // find_first_of() would ask the two characters again for every one
        while (special < body.size() && body[special] != '"' && body[special] != '\\')
            ++special;
        out.append(body, position, special - position);
        if (special == body.size() || body[special] == '"')
            return;
        position = special + 1;
        if (position >= body.size()) {
            out += '\\';
        } else if (const std::optional<char> simple = simpleEscape(body[position])) {
            out += *simple;
            ++position;
        } else if (body[position] != 'u') {
            out += '\\';
        } else {
            const std::size_t digits = position + 1;
            position = digits;
            if (const std::optional<char32_t> codePoint = unicodeEscape(body, position))
                appendUtf8(out, *codePoint);
            else
                out += "\\u";
        }
    }
}

std::string unescaped(std::string_view body)
{
    std::string out;
    appendUnescaped(out, body);
    return out;
}

std::string quoted(std::string_view text)
{
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::string_view shortLetters = "btn fr"; // for the bytes 8 to 13
    std::string out;
    out.reserve(text.size() + 2);
    out += '"';
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool surrogate = byte == 0xED && i + 2 < text.size() && (static_cast<unsigned char>(text[i + 1]) & 0xE0) == 0xA0;
        if (byte == '"' || byte == '\\') {
            out += '\\';
            out += text[i];
        } else if (byte >= 8 && byte <= 13 && byte != 11) {
            out += '\\';
            out += shortLetters[byte - 8U];
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 0xF];
        } else if (surrogate) {
            const char32_t unit = nextCodePoint(text, i);
            --i; // the loop steps on
            out += "\\u";
            for (const int shift : {12, 8, 4, 0})
                out += digits[(unit >> shift) & 0xF];
        } else {
            out += text[i];
        }
    }
    out += '"';
    return out;
}

} // namespace asl

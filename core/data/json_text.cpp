// Single values as JSON text: numbers as JavaScript writes them, strings always as valid UTF-8.

#include "core/data/json_text.h"

#include "core/data/json.h"
#include "core/support/utf8.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace asl::data {

namespace {

bool isPlainAscii(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x20 && code < 0x80 && code != '"' && code != '\\';
}

/// Whether eight bytes are all so.
bool arePlainAscii(std::uint64_t bytes)
{
    constexpr std::uint64_t each = 0x0101010101010101ULL;
    constexpr std::uint64_t high = 0x80 * each;
    const auto hasZero = [](std::uint64_t word) { return (word - each) & ~word & high; };
    const std::uint64_t controls = (bytes - 0x20 * each) & ~bytes & high;
    return ((bytes & high) | controls | hasZero(bytes ^ (each * '"')) | hasZero(bytes ^ (each * '\\'))) == 0;
}

/// How many bytes from `position` on are written as they are: no quotes, backslashes and controls, and nothing broken.
std::size_t plainRun(std::string_view text, std::size_t position)
{
    std::size_t end = position;
    for (;;) {
        for (std::uint64_t eight = 0; end + 8 <= text.size(); end += 8) {
            std::memcpy(&eight, text.data() + end, 8);
            if (!arePlainAscii(eight))
                break;
        }
        while (end < text.size() && isPlainAscii(text[end]))
            ++end;
        const std::size_t beyond = beyondAsciiRun(text, end);
        if (beyond == 0)
            return end - position;
        end += beyond;
    }
}

void appendEscape(std::string& text, char32_t unit)
{
    constexpr char digits[] = "0123456789abcdef";
    text += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        text += digits[(unit >> shift) & 0xF];
}

/// The special character at `position`, which is moved behind it.
void appendSpecial(std::string& text, std::string_view utf8, std::size_t& position)
{
    const char32_t codePoint = nextCodePoint(utf8, position);
    switch (codePoint) {
    case '"': text += "\\\""; return;
    case '\\': text += "\\\\"; return;
    case '\b': text += "\\b"; return;
    case '\f': text += "\\f"; return;
    case '\n': text += "\\n"; return;
    case '\r': text += "\\r"; return;
    case '\t': text += "\\t"; return;
    default: break;
    }
    if (codePoint < 0x20 || (codePoint >= 0xD800 && codePoint <= 0xDFFF))
        appendEscape(text, codePoint);
    else
        appendUtf8(text, codePoint);
}

/// How many bytes appendQuoted would add.
std::size_t quotedSize(std::string_view utf8)
{
    std::size_t size = 2;
    std::string special;
    for (std::size_t position = 0; position < utf8.size();) {
        const std::size_t run = plainRun(utf8, position);
        position += run;
        size += run;
        if (position == utf8.size())
            break;
        special.clear();
        appendSpecial(special, utf8, position);
        size += special.size();
    }
    return size;
}

void appendInteger(std::string& text, std::int64_t integer)
{
    char buffer[24];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, integer);
    text.append(buffer, written.ptr);
}

} // namespace

void appendQuoted(std::string& text, std::string_view utf8)
{
    text += '"';
    for (std::size_t position = 0; position < utf8.size();) {
        const std::size_t run = plainRun(utf8, position);
        text.append(utf8, position, run);
        position += run;
        if (position < utf8.size())
            appendSpecial(text, utf8, position);
    }
    text += '"';
}

void appendScalar(std::string& text, const Data& scalar)
{
    switch (scalar.kind()) {
    case Data::Kind::True: text += "true"; return;
    case Data::Kind::False: text += "false"; return;
    case Data::Kind::Integer: appendInteger(text, scalar.asInteger()); return;
    case Data::Kind::Double:
        if (scalar.asDouble() == 0 && std::signbit(scalar.asDouble()))
            text += '-';
        text += numberText(scalar.asDouble());
        return;
    case Data::Kind::ShortString:
    case Data::Kind::String: appendQuoted(text, scalar.text()); return;
    case Data::Kind::Undefined:
    case Data::Kind::Null:
    case Data::Kind::Function:
    case Data::Kind::Array:
    case Data::Kind::Object: text += "null"; return;
    }
}

std::size_t scalarJsonSize(const Data& scalar)
{
    if (scalar.isNull())
        return 4;
    if (scalar.isBoolean())
        return scalar.asBoolean() ? 4 : 5;
    if (scalar.isString())
        return quotedSize(scalar.text());
    std::string text;
    appendScalar(text, scalar);
    return text.size();
}

std::string numberText(double number)
{
    if (number == 0)
        return "0";
    if (!std::isfinite(number))
        return "null";
    // The shortest digits that read back as the same number, then laid out by the rules of ECMAScript's Number::toString.
    char buffer[32];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(number), std::chars_format::scientific);
    const std::string_view scientific(buffer, static_cast<std::size_t>(written.ptr - buffer));
    const std::size_t mark = scientific.find('e');
    int exponent = 0;
    const std::size_t sign = mark + (scientific[mark + 1] == '+' ? 2 : 1);
    std::from_chars(scientific.data() + sign, scientific.data() + scientific.size(), exponent);
    std::string digits(1, scientific[0]);
    if (mark > 2)
        digits += scientific.substr(2, mark - 2);

    std::string text = number < 0 ? "-" : "";
    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1; // the value is 0.digits × 10^point
    if (count <= point && point <= 21)
        return text + digits + std::string(static_cast<std::size_t>(point - count), '0');
    if (0 < point && point <= 21)
        return text + digits.substr(0, static_cast<std::size_t>(point)) + "." + digits.substr(static_cast<std::size_t>(point));
    if (-6 < point && point <= 0)
        return text + "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    text += digits[0];
    if (count > 1)
        text += "." + digits.substr(1);
    text += exponent < 0 ? "e-" : "e+";
    return text + std::to_string(std::abs(exponent));
}

} // namespace asl::data

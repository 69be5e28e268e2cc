// UTF-8: one decoder that also knows where a text is broken; everything else here is built on it.

#include "core/support/utf8.h"

#include <algorithm>
#include <cstring>

namespace asl {

namespace {

constexpr char32_t replacementCharacter = 0xFFFD;

struct Decoded
{
    char32_t codePoint = replacementCharacter;
    std::size_t length = 1;
    bool valid = false; ///< strictly valid UTF-8: no surrogate, no overlong form
};

unsigned char byteAt(std::string_view text, std::size_t position)
{
    return static_cast<unsigned char>(text[position]);
}

bool isContinuation(std::string_view text, std::size_t position)
{
    return position < text.size() && (byteAt(text, position) & 0xC0) == 0x80;
}

Decoded decode(std::string_view text, std::size_t position)
{
    const unsigned char first = byteAt(text, position);
    if (first < 0x80)
        return {first, 1, true};

    std::size_t length = 0;
    char32_t codePoint = 0;
    char32_t smallest = 0;
    if ((first & 0xE0) == 0xC0) { length = 2; codePoint = first & 0x1F; smallest = 0x80; }
    else if ((first & 0xF0) == 0xE0) { length = 3; codePoint = first & 0x0F; smallest = 0x800; }
    else if ((first & 0xF8) == 0xF0) { length = 4; codePoint = first & 0x07; smallest = 0x10000; }
    else return {};

    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text, position + i))
            return {};
        codePoint = (codePoint << 6) | (byteAt(text, position + i) & 0x3F);
    }
    if (codePoint < smallest || codePoint > 0x10FFFF)
        return {};
    const bool surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    return {codePoint, length, !surrogate};
}

/// Length of the run of plain ASCII bytes from `position` on, eight at a time.
std::size_t asciiRun(std::string_view text, std::size_t position)
{
    const std::size_t begin = position;
    for (; position + 8 <= text.size(); position += 8) {
        std::uint64_t eight = 0;
        std::memcpy(&eight, text.data() + position, 8);
        if (eight & 0x8080808080808080ULL)
            break;
    }
    while (position < text.size() && byteAt(text, position) < 0x80)
        ++position;
    return position - begin;
}

/// Length of a valid character beyond ASCII at `position`; 0 when there is none.
std::size_t lengthBeyondAscii(std::string_view text, std::size_t position)
{
    const unsigned char first = byteAt(text, position);
    const auto continues = [&](std::size_t at) { return isContinuation(text, position + at); };
    if (first >= 0xC2 && first <= 0xDF)
        return continues(1) ? 2 : 0;
    if (first < 0xE0 || first > 0xF4 || !continues(1) || !continues(2))
        return 0;
    // Not what fewer bytes could say, no surrogate, nothing behind the last code point.
    const unsigned char second = byteAt(text, position + 1);
    if (first < 0xF0)
        return (first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) ? 0 : 3;
    return !continues(3) || (first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F) ? 0 : 4;
}

/// The UTF-16 code units of a text, one after the other.
class Utf16Units
{
public:
    Utf16Units(std::string_view text, std::size_t position) : m_text(text), m_position(position) {}

    /// Nothing at the end.
    std::optional<char16_t> next()
    {
        if (m_lowHalf) {
            const char16_t low = m_lowHalf;
            m_lowHalf = 0;
            return low;
        }
        if (m_position >= m_text.size())
            return std::nullopt;
        const char32_t codePoint = nextCodePoint(m_text, m_position);
        if (codePoint < 0x10000)
            return static_cast<char16_t>(codePoint);
        m_lowHalf = static_cast<char16_t>(0xDC00 + ((codePoint - 0x10000) & 0x3FF));
        return static_cast<char16_t>(0xD800 + ((codePoint - 0x10000) >> 10));
    }

private:
    std::string_view m_text;
    std::size_t m_position;
    char16_t m_lowHalf = 0;
};

} // namespace

std::optional<std::size_t> invalidUtf8(std::string_view text)
{
    for (std::size_t position = asciiRun(text, 0); position < text.size(); position += asciiRun(text, position)) {
        const std::size_t length = lengthBeyondAscii(text, position);
        if (length == 0)
            return position;
        position += length;
    }
    return std::nullopt;
}

std::size_t beyondAsciiRun(std::string_view text, std::size_t position)
{
    const std::size_t begin = position;
    while (position < text.size()) {
        const std::size_t length = lengthBeyondAscii(text, position);
        if (length == 0)
            break;
        position += length;
    }
    return position - begin;
}

char32_t nextCodePoint(std::string_view text, std::size_t& position)
{
    const Decoded decoded = decode(text, position);
    position += decoded.length;
    return decoded.codePoint;
}

void appendUtf8(std::string& text, char32_t codePoint)
{
    const auto append = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (codePoint < 0x80) {
        append(codePoint);
    } else if (codePoint < 0x800) {
        append(0xC0 | (codePoint >> 6));
        append(0x80 | (codePoint & 0x3F));
    } else if (codePoint < 0x10000) {
        append(0xE0 | (codePoint >> 12));
        append(0x80 | ((codePoint >> 6) & 0x3F));
        append(0x80 | (codePoint & 0x3F));
    } else {
        append(0xF0 | (codePoint >> 18));
        append(0x80 | ((codePoint >> 12) & 0x3F));
        append(0x80 | ((codePoint >> 6) & 0x3F));
        append(0x80 | (codePoint & 0x3F));
    }
}

std::size_t codePointCount(std::string_view text)
{
    std::size_t count = asciiRun(text, 0);
    std::size_t position = count;
    while (position < text.size()) {
        if (const std::size_t length = lengthBeyondAscii(text, position))
            position += length;
        else
            nextCodePoint(text, position);
        const std::size_t run = asciiRun(text, position);
        position += run;
        count += 1 + run;
    }
    return count;
}

int compareUtf16(std::string_view a, std::string_view b)
{
    const auto [inA, inB] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    auto position = static_cast<std::size_t>(inA - a.begin());
    // Back to the border of the code point in which they differ.
    while (position > 0 && (isContinuation(a, position) || isContinuation(b, position)))
        --position;
    Utf16Units unitsA(a, position);
    Utf16Units unitsB(b, position);
    for (;;) {
        const std::optional<char16_t> left = unitsA.next();
        const std::optional<char16_t> right = unitsB.next();
        if (left != right)
            return left < right ? -1 : 1; // nothing sorts before every unit
        if (!left)
            return 0;
    }
}

} // namespace asl

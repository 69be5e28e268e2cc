// Functions on strings. Characters are code points; text is UTF-8.

#include "core/query/base64.h"
#include "core/query/jsonata/functions.h"
#include "core/support/message.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace asl::query::jsonata {

namespace {

/// Byte position of the character with that index; the end when there are fewer.
std::size_t byteOf(const Data& text, double character)
{
    const std::string_view utf8 = text.text();
    if (text.isAscii())
        return static_cast<std::size_t>(std::clamp(character, 0.0, static_cast<double>(utf8.size())));
    std::size_t position = 0;
    for (double i = 0; i < character && position < utf8.size(); ++i)
        nextCodePoint(utf8, position);
    return position;
}

double lengthOf(const Data& text) { return static_cast<double>(text.isAscii() ? text.text().size() : codePointCount(text.text())); }

Data string(const Call& call)
{
    const Data& value = call.at(0);
    if (value.isUndefined())
        return {};
    std::string text = stringOf(call.evaluator, value, call.at(1).asBoolean());
    return call.evaluator.withinText(text.size()) ? Data::string(text) : Data();
}

/// Index of Array.slice: from the end when negative, whole, inside.
double sliceIndex(double index, double length)
{
    index = std::trunc(index);
    return index < 0 ? std::max(0.0, length + index) : std::min(index, length);
}

Data substring(const Call& call)
{
    const Data& text = call.at(0);
    if (text.isUndefined())
        return {};
    const double length = lengthOf(text);
    double start = call.at(1).asDouble();
    if (length + start < 0)
        start = 0;
    double end = length;
    if (!call.at(2).isUndefined()) {
        const double count = call.at(2).asDouble();
        if (count <= 0)
            return Data::string("");
        end = sliceIndex(start >= 0 ? start + count : length + start + count, length);
    }
    const std::size_t first = byteOf(text, sliceIndex(start, length));
    const std::size_t last = byteOf(text, end);
    return Data::string(last > first ? text.text().substr(first, last - first) : std::string_view());
}

Data substringBefore(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const std::string_view text = call.at(0).text();
    return Data::string(text.substr(0, text.find(call.at(1).text())));
}

Data substringAfter(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const std::string_view text = call.at(0).text();
    const std::size_t place = text.find(call.at(1).text());
    return Data::string(place == std::string_view::npos ? text : text.substr(place + call.at(1).text().size()));
}

std::string asciiCase(std::string_view text, char first, char last, int shift)
{
    std::string result(text);
    for (char& character : result)
        if (character >= first && character <= last)
            character = static_cast<char>(character + shift);
    return result;
}

Data lowercase(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const Platform* platform = call.evaluator.context().platform;
    const std::string_view text = call.at(0).text();
    return Data::string(platform && platform->lowerCase && !call.at(0).isAscii() ? platform->lowerCase(text) : asciiCase(text, 'A', 'Z', 32));
}

Data uppercase(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const Platform* platform = call.evaluator.context().platform;
    const std::string_view text = call.at(0).text();
    return Data::string(platform && platform->upperCase && !call.at(0).isAscii() ? platform->upperCase(text) : asciiCase(text, 'a', 'z', -32));
}

Data length(const Call& call) { return call.at(0).isUndefined() ? Data() : Data::number(lengthOf(call.at(0))); }

Data trim(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    std::string result;
    bool blank = false;
    for (const char character : call.at(0).text()) {
        if (character == ' ' || character == '\t' || character == '\n' || character == '\r') {
            blank = true;
            continue;
        }
        if (blank && !result.empty())
            result += ' ';
        blank = false;
        result += character;
    }
    return Data::string(result);
}

Data pad(const Call& call)
{
    const Data& text = call.at(0);
    if (text.isUndefined())
        return {};
    const double width = std::trunc(call.at(1).asDouble());
    const double missing = std::abs(width) - lengthOf(text);
    if (missing <= 0)
        return text;
    if (!call.evaluator.withinText(static_cast<std::size_t>(std::min(missing * 4, 1e18))))
        return {};
    const std::string_view pattern = call.at(2).text().empty() ? std::string_view(" ") : call.at(2).text();
    std::string padding;
    std::size_t position = 0;
    for (double i = 0; i < missing; ++i) {
        if (position >= pattern.size())
            position = 0;
        const std::size_t begin = position;
        nextCodePoint(pattern, position);
        padding += pattern.substr(begin, position - begin);
    }
    const std::string own(text.text());
    return Data::string(joined(width > 0 ? own + padding : padding + own));
}

Data join(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    std::string text;
    bool first = true;
    for (const Data& part : call.at(0).items()) {
        if (!first)
            text += call.at(1).text();
        first = false;
        text += part.text();
        if (!call.evaluator.withinText(text.size()))
            return {};
    }
    return Data::string(joined(std::move(text)));
}

Data base64encode(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    // The low byte of each UTF-16 unit, as the reference's btoa.
    std::string bytes;
    const std::string_view text = call.at(0).text();
    for (std::size_t position = 0; position < text.size();) {
        const char32_t codePoint = nextCodePoint(text, position);
        if (codePoint > 0xFFFF)
            bytes += static_cast<char>(static_cast<unsigned char>((0xD800 + ((codePoint - 0x10000) >> 10)) & 0xFF));
        bytes += static_cast<char>(static_cast<unsigned char>((codePoint > 0xFFFF ? 0xDC00 + (codePoint & 0x3FF) : codePoint) & 0xFF));
    }
    return Data::string(base64Encoded(bytes));
}

Data base64decode(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    // As Node's Buffer: what is no Base64 is passed over.
    std::string clean;
    for (const char character : call.at(0).text()) {
        if (character == '=')
            break;
        const char plain = character == '-' ? '+' : character == '_' ? '/' : character;
        const bool fits = (plain >= 'A' && plain <= 'Z') || (plain >= 'a' && plain <= 'z') || (plain >= '0' && plain <= '9') || plain == '+' || plain == '/';
        if (fits)
            clean += plain;
    }
    if (clean.size() % 4 == 1)
        clean.pop_back();
    std::string text;
    const std::string decoded = base64Decoded(clean).value_or("");
    for (const char byte : decoded)
        appendUtf8(text, static_cast<unsigned char>(byte));
    return Data::string(text);
}

constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";
constexpr std::string_view reserved = ";/?:@&=+$,#";

Data malformed(const Call& call, const char* name)
{
    return call.evaluator.fail({.code = "D3140", .value = call.at(0), .text = name});
}

Data encoded(const Call& call, bool whole, const char* name)
{
    if (call.at(0).isUndefined())
        return {};
    constexpr char digits[] = "0123456789ABCDEF";
    const std::string_view text = call.at(0).text();
    std::string result;
    for (std::size_t position = 0; position < text.size();) {
        const std::size_t begin = position;
        const char32_t codePoint = nextCodePoint(text, position);
        if (codePoint >= 0xD800 && codePoint <= 0xDFFF)
            return malformed(call, name);
        const char character = text[begin];
        if (position - begin == 1 && (unreserved.find(character) != std::string_view::npos || (whole && reserved.find(character) != std::string_view::npos))) {
            result += character;
            continue;
        }
        for (const char byte : text.substr(begin, position - begin)) {
            const auto code = static_cast<unsigned char>(byte);
            result.append(1, '%').append(1, digits[code >> 4]).append(1, digits[code & 15]);
        }
    }
    return Data::string(result);
}

Data decoded(const Call& call, bool whole, const char* name)
{
    if (call.at(0).isUndefined())
        return {};
    const std::string_view text = call.at(0).text();
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] != '%') {
            result += text[i++];
            continue;
        }
        // All escapes of one character together.
        std::string bytes;
        const std::size_t begin = i;
        std::size_t wanted = 1;
        while (bytes.size() < wanted) {
            unsigned value = 0;
            const std::string_view hex = text.substr(std::min(i + 1, text.size()), 2);
            const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), value, 16);
            if (text.substr(i, 1) != "%" || hex.size() != 2 || read.ptr != hex.data() + 2)
                return malformed(call, name);
            if (bytes.empty())
                wanted = value < 0x80 ? 1 : value < 0xE0 ? 2 : value < 0xF0 ? 3 : 4;
            bytes += static_cast<char>(static_cast<unsigned char>(value));
            i += 3;
        }
        if (invalidUtf8(bytes))
            return malformed(call, name);
        const bool keep = whole && bytes.size() == 1 && reserved.find(bytes[0]) != std::string_view::npos;
        result += keep ? std::string(text.substr(begin, i - begin)) : bytes;
    }
    return Data::string(result);
}

Data encodeUrlComponent(const Call& call) { return encoded(call, false, "encodeUrlComponent"); }
Data encodeUrl(const Call& call) { return encoded(call, true, "encodeUrl"); }
Data decodeUrlComponent(const Call& call) { return decoded(call, false, "decodeUrlComponent"); }
Data decodeUrl(const Call& call) { return decoded(call, true, "decodeUrl"); }

constexpr FunctionRow rows[] = {
    {"string", "<x-b?:s>", ASL_TEXT("language", "The value as text; JSON for arrays and objects."), 1, string},
    {"substring", "<s-nn?:s>", ASL_TEXT("language", "The characters from a place on, as many as said."), 3, substring},
    {"substringBefore", "<s-s:s>", ASL_TEXT("language", "What stands before the first occurrence."), 2, substringBefore},
    {"substringAfter", "<s-s:s>", ASL_TEXT("language", "What stands after the first occurrence."), 2, substringAfter},
    {"lowercase", "<s-:s>", ASL_TEXT("language", "The text in lower case."), 1, lowercase},
    {"uppercase", "<s-:s>", ASL_TEXT("language", "The text in upper case."), 1, uppercase},
    {"length", "<s-:n>", ASL_TEXT("language", "How many characters the text has."), 1, length},
    {"trim", "<s-:s>", ASL_TEXT("language", "The text with single blanks between words and none around."), 1, trim},
    {"pad", "<s-ns?:s>", ASL_TEXT("language", "The text filled up to a width; a negative width fills on the left."), 3, pad},
    {"join", "<a<s>s?:s>", ASL_TEXT("language", "The texts as one, with a separator between them."), 2, join},
    {"base64encode", "<s-:s>", ASL_TEXT("language", "The text in Base64."), 1, base64encode},
    {"base64decode", "<s-:s>", ASL_TEXT("language", "The text that was encoded in Base64."), 1, base64decode},
    {"encodeUrlComponent", "<s-:s>", ASL_TEXT("language", "The text escaped for a part of a URL."), 1, encodeUrlComponent},
    {"encodeUrl", "<s-:s>", ASL_TEXT("language", "A whole URL, escaped."), 1, encodeUrl},
    {"decodeUrlComponent", "<s-:s>", ASL_TEXT("language", "The text that was escaped for a part of a URL."), 1, decodeUrlComponent},
    {"decodeUrl", "<s-:s>", ASL_TEXT("language", "The URL that was escaped."), 1, decodeUrl},
};

} // namespace

std::span<const FunctionRow> textFunctions() { return rows; }

} // namespace asl::query::jsonata

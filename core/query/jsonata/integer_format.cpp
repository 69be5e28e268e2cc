// Integers by picture; the rules are those of XPath's fn:format-integer as the JSONata reference applies them.

#include "core/query/jsonata/integer_format.h"

#include "core/data/json.h"
#include "core/query/jsonata/number_words.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>

namespace asl::query::jsonata {

namespace {

// Code points of the zero of every decimal family of Unicode's basic plane.
constexpr std::array<char32_t, 37> zeroDigits{
    0x30,   0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10};

std::u32string codePoints(std::string_view text)
{
    std::u32string result;
    for (std::size_t at = 0; at < text.size();)
        result += nextCodePoint(text, at);
    return result;
}

/// The distance at which the separators repeat; 0 when they differ or do not repeat.
int regularGroup(const std::vector<IntegerPicture::Separator>& separators)
{
    if (separators.empty())
        return 0;
    int divisor = 0;
    for (const auto& separator : separators) {
        if (separator.character != separators.front().character)
            return 0;
        divisor = std::gcd(divisor, separator.position);
    }
    for (int index = 1; index <= static_cast<int>(separators.size()); ++index) {
        const auto isThere = [&](const auto& separator) { return separator.position == index * divisor; };
        if (std::none_of(separators.begin(), separators.end(), isThere))
            return 0;
    }
    return divisor;
}

std::string decimalText(double value, const IntegerPicture& picture)
{
    std::u32string digits = codePoints(data::numberText(value));
    if (const int missing = picture.mandatoryDigits - static_cast<int>(digits.size()); missing > 0)
        digits.insert(0, static_cast<std::size_t>(missing), U'0');
    if (picture.zeroDigit != U'0')
        for (char32_t& digit : digits)
            if (digit >= U'0' && digit <= U'9')
                digit += picture.zeroDigit - U'0';
    if (picture.regularGroup > 0) {
        const auto group = static_cast<std::size_t>(picture.regularGroup);
        for (std::size_t count = (digits.size() - 1) / group; count > 0; --count)
            digits.insert(digits.size() - count * group, 1, picture.separators.front().character);
    } else {
        // From the left; a separator beyond the digits stands before them.
        std::size_t inserted = 0;
        const std::size_t count = digits.size();
        for (auto separator = picture.separators.rbegin(); separator != picture.separators.rend(); ++separator) {
            const auto position = static_cast<std::size_t>(separator->position);
            digits.insert((count > position ? count - position : 0) + inserted, 1, separator->character);
            ++inserted;
        }
    }
    std::string text;
    for (const char32_t digit : digits)
        appendUtf8(text, digit);
    return text;
}

std::string_view ordinalSuffix(double value)
{
    const int lastTwo = static_cast<int>(std::fmod(value, 100));
    if (lastTwo / 10 == 1)
        return "th";
    switch (lastTwo % 10) {
    case 1: return "st";
    case 2: return "nd";
    case 3: return "rd";
    default: return "th";
    }
}

QueryError notSupported(const IntegerPicture& picture)
{
    return {"D3130",
            "Formatting or parsing an integer as a sequence starting with \"" + picture.token
                + "\" is not supported by this implementation",
            0, {}};
}

double parseDecimal(std::string_view text, const IntegerPicture& picture)
{
    std::u32string digits = codePoints(text);
    if (picture.ordinal && digits.size() >= 2)
        digits.resize(digits.size() - 2);
    double value = 0;
    bool any = false;
    bool negative = false;
    for (std::size_t at = 0; at < digits.size(); ++at) {
        const char32_t digit = digits[at];
        if (digit >= picture.zeroDigit && digit <= picture.zeroDigit + 9) {
            value = value * 10 + static_cast<double>(digit - picture.zeroDigit);
            any = true;
            continue;
        }
        // Of separators that repeat, the reference passes over the comma alone.
        const auto isThis = [&](const auto& separator) { return separator.character == digit; };
        if (picture.regularGroup > 0 ? digit == U',' : std::any_of(picture.separators.begin(), picture.separators.end(), isThis))
            continue;
        if (at == 0 && (digit == U'-' || digit == U'+'))
            negative = digit == U'-';
        else
            break;
    }
    if (!any)
        return std::numeric_limits<double>::quiet_NaN();
    return negative ? -value : value;
}

} // namespace

Outcome<IntegerPicture> integerPicture(std::string_view text)
{
    IntegerPicture picture;
    const std::size_t semicolon = text.rfind(';');
    const std::string_view primary = text.substr(0, semicolon);
    if (semicolon != std::string_view::npos)
        picture.ordinal = text.substr(semicolon + 1).starts_with('o');

    const auto as = [&](IntegerPicture::Kind kind, LetterCase letterCase) {
        picture.kind = kind;
        picture.letterCase = letterCase;
        return picture;
    };
    using Kind = IntegerPicture::Kind;
    if (primary == "A" || primary == "a")
        return as(Kind::Letters, primary == "A" ? LetterCase::Upper : LetterCase::Lower);
    if (primary == "I" || primary == "i")
        return as(Kind::Roman, primary == "I" ? LetterCase::Upper : LetterCase::Lower);
    if (primary == "W" || primary == "w" || primary == "Ww")
        return as(Kind::Words, primary == "W" ? LetterCase::Upper : primary == "w" ? LetterCase::Lower : LetterCase::Title);

    const std::u32string characters = codePoints(primary);
    int position = 0;
    for (auto character = characters.rbegin(); character != characters.rend(); ++character) {
        const auto zero = std::find_if(zeroDigits.begin(), zeroDigits.end(),
                                       [&](char32_t digit) { return *character >= digit && *character <= digit + 9; });
        if (zero != zeroDigits.end()) {
            if (picture.mandatoryDigits > 0 && picture.zeroDigit != *zero)
                return QueryError{"D3131", "In a decimal digit pattern, all digits must be from the same decimal group", 0, {}};
            picture.zeroDigit = *zero;
            ++picture.mandatoryDigits;
            ++position;
        } else if (*character == U'#') {
            ++picture.optionalDigits;
            ++position;
        } else {
            picture.separators.push_back({position, *character});
        }
    }
    if (picture.mandatoryDigits == 0) {
        picture.kind = Kind::Sequence;
        picture.token = std::string(primary);
        return picture;
    }
    picture.regularGroup = regularGroup(picture.separators);
    return picture;
}

Outcome<std::string> formatInteger(double value, const IntegerPicture& picture)
{
    const double whole = std::abs(std::floor(value));
    std::string text;
    switch (picture.kind) {
    case IntegerPicture::Kind::Letters: text = lettersOf(whole, picture.letterCase); break;
    case IntegerPicture::Kind::Roman: text = romanOf(whole, picture.letterCase); break;
    case IntegerPicture::Kind::Words: text = wordsOf(whole, picture.ordinal, picture.letterCase); break;
    case IntegerPicture::Kind::Decimal:
        text = decimalText(whole, picture);
        if (picture.ordinal)
            text += ordinalSuffix(whole);
        break;
    case IntegerPicture::Kind::Sequence: return notSupported(picture);
    }
    return std::floor(value) < 0 ? '-' + text : text;
}

Outcome<double> parseInteger(std::string_view text, const IntegerPicture& picture)
{
    switch (picture.kind) {
    case IntegerPicture::Kind::Letters: return lettersToNumber(text);
    case IntegerPicture::Kind::Roman: return romanToNumber(text);
    case IntegerPicture::Kind::Words: return wordsToNumber(text);
    case IntegerPicture::Kind::Decimal: return parseDecimal(text, picture);
    case IntegerPicture::Kind::Sequence: break;
    }
    return notSupported(picture);
}

Outcome<std::string> patternOf(const IntegerPicture& picture)
{
    switch (picture.kind) {
    case IntegerPicture::Kind::Letters: return std::string("[a-z]+");
    case IntegerPicture::Kind::Roman: return std::string("[mdclxvi]+");
    case IntegerPicture::Kind::Words: return wordsPattern();
    case IntegerPicture::Kind::Sequence: return notSupported(picture);
    case IntegerPicture::Kind::Decimal: break;
    }
    std::string digits = "[";
    appendUtf8(digits, picture.zeroDigit);
    digits += '-';
    appendUtf8(digits, picture.zeroDigit + 9);
    if (picture.parseWidth > 0)
        digits += "]{" + std::to_string(picture.parseWidth) + '}';
    else {
        for (const auto& separator : picture.separators) {
            if (separator.character < 0x80)
                digits += '\\';
            appendUtf8(digits, separator.character);
        }
        digits += "]+";
    }
    return picture.ordinal ? digits + "(?:th|st|nd|rd)" : digits;
}

std::string inBase(double value, int base)
{
    double rest = std::abs(std::floor(value + 0.5));
    std::string text;
    do {
        const int digit = static_cast<int>(std::fmod(rest, base));
        text += static_cast<char>(digit < 10 ? '0' + digit : 'a' + digit - 10);
        rest = std::floor(rest / base);
    } while (rest > 0);
    if (std::floor(value + 0.5) < 0)
        text += '-';
    std::reverse(text.begin(), text.end());
    return text;
}

} // namespace asl::query::jsonata

// $formatNumber. The steps and their names follow XPath Functions 3.1, section 4.7; where the JSONata reference differs
// from it, a comment says so.

#include "core/query/jsonata/number_format.h"

#include "core/query/jsonata/rounding.h"
#include "core/support/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

namespace asl::query::jsonata {

namespace {

using Text = std::u32string;

Text codePoints(std::string_view utf8)
{
    Text result;
    for (std::size_t at = 0; at < utf8.size();)
        result += nextCodePoint(utf8, at);
    return result;
}

struct SubPicture
{
    Text whole, prefix, active, suffix, mantissa, integer, fraction;
    std::optional<Text> exponent;

    // analysed
    std::vector<std::size_t> integerGroups; ///< digits to the right of each separator
    std::size_t regularGroup = 0;
    std::vector<std::size_t> fractionGroups; ///< digits to the left of each separator
    int minimumInteger = 0;
    int scalingFactor = 0;
    int minimumFraction = 0;
    int maximumFraction = 0;
    int minimumExponent = 0;
};

class PictureReader
{
public:
    explicit PictureReader(const DecimalFormat& format) : m_format(format) {}

    Outcome<SubPicture> read(const Text& text) const
    {
        SubPicture picture;
        picture.whole = text;
        split(picture);
        if (const char* problem = invalid(picture))
            return QueryError{std::string(problem, 5), problem + 6, 0, {}};
        analyse(picture);
        return picture;
    }

private:
    bool isDigit(char32_t c) const { return c >= m_format.zeroDigit && c <= m_format.zeroDigit + 9; }
    bool isAnyDigit(char32_t c) const { return isDigit(c) || c == m_format.digit; }
    bool isActive(char32_t c) const
    {
        return isAnyDigit(c) || c == m_format.decimalSeparator || c == m_format.groupingSeparator
            || c == m_format.exponentSeparator;
    }
    /// An exponent separator does not begin or end the active part.
    bool isBorder(char32_t c) const { return isActive(c) && c != m_format.exponentSeparator; }
    int count(const Text& text, bool optionalToo) const
    {
        return static_cast<int>(std::count_if(text.begin(), text.end(), [&](char32_t c) { return optionalToo ? isAnyDigit(c) : isDigit(c); }));
    }

    void split(SubPicture& picture) const
    {
        const Text& text = picture.whole;
        std::size_t begin = 0;
        while (begin < text.size() && !isBorder(text[begin]))
            ++begin;
        std::size_t end = text.size();
        while (end > begin && !isBorder(text[end - 1]))
            --end;
        if (begin == text.size()) {
            begin = 0; // nothing active: all of it is judged as the active part
            end = text.size();
        }
        picture.prefix = text.substr(0, begin);
        picture.active = text.substr(begin, end - begin);
        picture.suffix = text.substr(end);
        // The reference looks for the exponent in the whole picture and cuts the active part there.
        const std::size_t exponent = text.find(m_format.exponentSeparator, begin);
        if (exponent == Text::npos || exponent > end) {
            picture.mantissa = picture.active;
        } else {
            picture.mantissa = picture.active.substr(0, exponent);
            picture.exponent = picture.active.substr(std::min(exponent + 1, picture.active.size()));
        }
        const std::size_t point = picture.mantissa.find(m_format.decimalSeparator);
        picture.integer = picture.mantissa.substr(0, point);
        if (point != Text::npos)
            picture.fraction = picture.mantissa.substr(point + 1);
    }

    /// Null, or "CODE message": what is found last counts, as in the reference.
    const char* invalid(const SubPicture& picture) const
    {
        const char* problem = nullptr;
        const Text& text = picture.whole;
        const auto twice = [&](char32_t c) { return text.find(c) != text.rfind(c); };
        const auto has = [&](char32_t c) { return text.find(c) != Text::npos; };
        if (twice(m_format.decimalSeparator))
            problem = "D3081 The sub-picture must not contain more than one instance of the 'decimal-separator' character";
        if (twice(m_format.percent))
            problem = "D3082 The sub-picture must not contain more than one instance of the 'percent' character";
        if (twice(m_format.perMille))
            problem = "D3083 The sub-picture must not contain more than one instance of the 'per-mille' character";
        if (has(m_format.percent) && has(m_format.perMille))
            problem = "D3084 The sub-picture must not contain both a 'percent' and a 'per-mille' character";
        if (count(picture.mantissa, true) == 0)
            problem = "D3085 The mantissa part of a sub-picture must contain at least one character that is either an 'optional "
                      "digit character' or a member of the 'decimal digit family'";
        if (!std::all_of(picture.active.begin(), picture.active.end(), [&](char32_t c) { return isActive(c); }))
            problem = "D3086 The sub-picture must not contain a passive character that is preceded by an active character and "
                      "that is followed by another active character";
        if (const std::size_t point = text.find(m_format.decimalSeparator); point != Text::npos) {
            if ((point > 0 && text[point - 1] == m_format.groupingSeparator)
                || (point + 1 < text.size() && text[point + 1] == m_format.groupingSeparator))
                problem = "D3087 The sub-picture must not contain a 'grouping-separator' character that appears adjacent to a "
                          "'decimal-separator' character";
        } else if (picture.integer.ends_with(m_format.groupingSeparator)) {
            problem = "D3088 The sub-picture must not contain a 'grouping-separator' at the end of the integer part";
        }
        if (text.find(Text(2, m_format.groupingSeparator)) != Text::npos)
            problem = "D3089 The sub-picture must not contain two adjacent instances of the 'grouping-separator' character";
        if (const std::size_t optional = picture.integer.find(m_format.digit);
            optional != Text::npos && count(picture.integer.substr(0, optional), false) > 0)
            problem = "D3090 The integer part of the sub-picture must not contain a member of the 'decimal digit family' that is "
                      "followed by an instance of the 'optional digit character'";
        if (const std::size_t optional = picture.fraction.rfind(m_format.digit);
            optional != Text::npos && count(picture.fraction.substr(optional), false) > 0)
            problem = "D3091 The fractional part of the sub-picture must not contain an instance of the 'optional digit character' "
                      "that is followed by a member of the 'decimal digit family'";
        if (picture.exponent && !picture.exponent->empty() && (has(m_format.percent) || has(m_format.perMille)))
            problem = "D3092 A sub-picture that contains a 'percent' or 'per-mille' character must not contain a character "
                      "treated as an 'exponent-separator'";
        if (picture.exponent
            && (picture.exponent->empty()
                || !std::all_of(picture.exponent->begin(), picture.exponent->end(), [&](char32_t c) { return isDigit(c); })))
            problem = "D3093 The exponent part of the sub-picture must comprise only of one or more characters that are members of "
                      "the 'decimal digit family'";
        return problem;
    }

    std::vector<std::size_t> groups(const SubPicture& picture, const Text& part, bool toLeft) const
    {
        std::vector<std::size_t> positions;
        std::size_t at = part.find(m_format.groupingSeparator);
        while (at != Text::npos) {
            const Text side = toLeft ? part.substr(0, at) : part.substr(std::min(at, part.size()));
            positions.push_back(static_cast<std::size_t>(count(side, true)));
            // The reference looks for the next one in the integer part, whichever part it works on.
            at = picture.integer.find(m_format.groupingSeparator, at + 1);
        }
        return positions;
    }

    static std::size_t regular(const std::vector<std::size_t>& positions)
    {
        std::size_t divisor = 0;
        for (const std::size_t position : positions)
            divisor = std::gcd(divisor, position);
        for (std::size_t index = 1; index <= positions.size(); ++index)
            if (std::find(positions.begin(), positions.end(), index * divisor) == positions.end())
                return 0;
        return divisor;
    }

    void analyse(SubPicture& picture) const
    {
        picture.integerGroups = groups(picture, picture.integer, false);
        picture.regularGroup = regular(picture.integerGroups);
        picture.fractionGroups = groups(picture, picture.fraction, true);
        picture.minimumInteger = count(picture.integer, false);
        picture.scalingFactor = picture.minimumInteger;
        picture.minimumFraction = count(picture.fraction, false);
        picture.maximumFraction = count(picture.fraction, true);
        if (picture.minimumInteger == 0 && picture.maximumFraction == 0) {
            if (picture.exponent)
                picture.minimumFraction = picture.maximumFraction = 1;
            else
                picture.minimumInteger = 1;
        }
        if (picture.exponent && picture.minimumInteger == 0 && picture.integer.find(m_format.digit) != Text::npos)
            picture.minimumInteger = 1;
        if (picture.minimumInteger == 0 && picture.minimumFraction == 0)
            picture.minimumFraction = 1;
        picture.minimumExponent = picture.exponent ? count(*picture.exponent, false) : 0;
    }

    const DecimalFormat& m_format;
};

/// `value` × 10^by, by its decimal spelling, so that no binary fraction creeps in.
double shifted(double value, int by)
{
    char digits[48];
    const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::scientific).ptr;
    const std::string_view text(digits, static_cast<std::size_t>(end - digits));
    const std::size_t e = text.find('e');
    if (e == std::string_view::npos)
        return value;
    int exponent = 0;
    std::from_chars(text.data() + e + (text[e + 1] == '+' ? 2 : 1), end, exponent);
    const std::string moved = std::string(text.substr(0, e + 1)) + std::to_string(exponent + by);
    double result = 0;
    std::from_chars(moved.data(), moved.data() + moved.size(), result);
    return result;
}

/// Rounds half to even at `places` decimals.
double rounded(double value, int places)
{
    if (const auto quick = quicklyRounded(value, places))
        return *quick;
    const double moved = shifted(value, places);
    double whole = std::floor(moved + 0.5);
    if (whole - moved == 0.5 && std::fmod(whole, 2) == 1)
        whole -= 1;
    return shifted(whole, -places);
}

/// JavaScript's toFixed; beyond 1e21 the shortest spelling.
std::string fixed(double value, int places)
{
    char buffer[512];
    if (std::isinf(value))
        return "Infinity";
    if (std::abs(value) >= 1e21) {
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
        return {buffer, end};
    }
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, places).ptr;
    return {buffer, end};
}

} // namespace

void setProperty(DecimalFormat& format, std::string_view name, std::string_view value)
{
    std::size_t at = 0;
    const char32_t character = value.empty() ? U'\0' : nextCodePoint(value, at);
    if (name == "decimal-separator") format.decimalSeparator = character;
    else if (name == "grouping-separator") format.groupingSeparator = character;
    else if (name == "exponent-separator") format.exponentSeparator = character;
    else if (name == "minus-sign") format.minusSign = character;
    else if (name == "percent") format.percent = character;
    else if (name == "per-mille") format.perMille = character;
    else if (name == "zero-digit") format.zeroDigit = character;
    else if (name == "digit") format.digit = character;
    else if (name == "pattern-separator") format.patternSeparator = character;
}

namespace {

/// Inserts the grouping separators into `text` (digits, decimal separator, digits).
void group(Text& text, const SubPicture& picture, const DecimalFormat& format)
{
    std::size_t point = text.find(format.decimalSeparator);
    if (picture.regularGroup > 0) {
        const std::size_t last = point > 0 ? (point - 1) / picture.regularGroup : 0;
        for (std::size_t count = 1; count <= last; ++count)
            text.insert(point - count * picture.regularGroup, 1, format.groupingSeparator);
    } else {
        // Where there are too few digits, the reference counts from the end.
        for (const std::size_t position : picture.integerGroups) {
            const std::size_t place = position <= point ? point - position : text.size() - std::min(position - point, text.size());
            text.insert(place, 1, format.groupingSeparator);
            ++point;
        }
    }
    point = text.find(format.decimalSeparator);
    for (const std::size_t position : picture.fractionGroups)
        text.insert(std::min(point + 1 + position, text.size()), 1, format.groupingSeparator);
}

Text inDigits(const std::string& ascii, const DecimalFormat& format)
{
    Text text;
    for (const char c : ascii) {
        if (c >= '0' && c <= '9')
            text += format.zeroDigit + static_cast<char32_t>(c - '0');
        else
            text += c == '.' ? format.decimalSeparator : static_cast<char32_t>(c);
    }
    return text;
}

Outcome<std::vector<SubPicture>> read(std::string_view pictureText, const DecimalFormat& format)
{
    const Text whole = codePoints(pictureText);
    std::vector<SubPicture> pictures;
    for (std::size_t begin = 0; begin <= whole.size();) {
        const std::size_t end = std::min(whole.find(format.patternSeparator, begin), whole.size());
        if (pictures.size() == 2)
            return QueryError{"D3080", "The picture string must only contain a maximum of two sub-pictures", 0, {}};
        auto picture = PictureReader(format).read(whole.substr(begin, end - begin));
        // More than two parts is the first complaint, whatever they hold.
        if (!picture && std::count(whole.begin(), whole.end(), format.patternSeparator) < 2)
            return picture.error();
        pictures.push_back(picture ? *picture : SubPicture{});
        begin = end + 1;
    }
    return pictures;
}

/// The picture taken apart; the last one is remembered, since it is usually used again.
const Outcome<std::vector<SubPicture>>& remembered(std::string_view pictureText, const DecimalFormat& format)
{
    struct Last
    {
        std::string text;
        DecimalFormat format;
        Outcome<std::vector<SubPicture>> pictures = std::vector<SubPicture>();
        bool isSet = false;
    };
    thread_local Last last;
    if (!last.isSet || last.text != pictureText || last.format != format)
        last = {std::string(pictureText), format, read(pictureText, format), true};
    return last.pictures;
}

bool isAscii(const Text& text)
{
    return std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x80; });
}

/// Plain digits with regular groups or none, in ASCII: what nearly every picture is.
bool isUsual(const SubPicture& picture, const DecimalFormat& format)
{
    const bool isGrouped = picture.regularGroup > 0 || picture.integerGroups.empty();
    return format == DecimalFormat() && !picture.exponent && isGrouped && picture.fractionGroups.empty() && isAscii(picture.whole)
        && picture.whole.find(format.percent) == Text::npos;
}

std::string usuallyFormatted(double value, const SubPicture& picture, bool minus)
{
    const std::string digits = fixed(rounded(std::abs(value), picture.maximumFraction), picture.maximumFraction);
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string integer = digits.substr(0, point);
    integer.erase(0, std::min(integer.find_first_not_of('0'), integer.size()));
    std::string fraction = digits.substr(std::min(point + 1, digits.size()));
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (const auto least = static_cast<std::size_t>(picture.minimumInteger); integer.size() < least)
        integer.insert(0, least - integer.size(), '0');
    if (const auto least = static_cast<std::size_t>(picture.minimumFraction); fraction.size() < least)
        fraction.append(least - fraction.size(), '0');
    if (picture.regularGroup > 0)
        for (std::size_t place = integer.size(); place > picture.regularGroup;)
            integer.insert(place -= picture.regularGroup, 1, ',');
    std::string text = minus ? "-" : "";
    text.append(picture.prefix.begin(), picture.prefix.end()).append(integer);
    if (!fraction.empty())
        text.append(".").append(fraction);
    return text.append(picture.suffix.begin(), picture.suffix.end());
}

} // namespace

Outcome<std::string> formatNumber(double value, std::string_view pictureText, const DecimalFormat& format)
{
    const auto& known = remembered(pictureText, format);
    if (!known)
        return known.error();
    const std::vector<SubPicture>& pictures = *known;
    const bool negative = value < 0;
    const SubPicture& chosen = negative && pictures.size() == 2 ? pictures[1] : pictures[0];
    constexpr double largestUsual = 1e15;
    if (std::abs(value) < largestUsual && isUsual(chosen, format))
        return usuallyFormatted(value, chosen, negative && pictures.size() == 1);
    SubPicture picture = chosen;
    if (negative && pictures.size() == 1)
        picture.prefix.insert(picture.prefix.begin(), format.minusSign);

    double mantissa = std::abs(value);
    if (picture.whole.find(format.percent) != Text::npos)
        mantissa *= 100;
    else if (picture.whole.find(format.perMille) != Text::npos)
        mantissa *= 1000;
    int exponent = 0;
    if (picture.minimumExponent > 0 && mantissa != 0) {
        const double most = std::pow(10, picture.scalingFactor);
        const double least = std::pow(10, picture.scalingFactor - 1);
        for (; mantissa < least; --exponent)
            mantissa *= 10;
        for (; mantissa > most; ++exponent)
            mantissa /= 10;
    }

    Text text = inDigits(fixed(rounded(mantissa, picture.maximumFraction), picture.maximumFraction), format);
    if (text.find(format.decimalSeparator) == Text::npos)
        text += format.decimalSeparator;
    while (!text.empty() && text.front() == format.zeroDigit)
        text.erase(text.begin());
    while (!text.empty() && text.back() == format.zeroDigit)
        text.pop_back();
    const auto point = static_cast<int>(text.find(format.decimalSeparator));
    const int fraction = static_cast<int>(text.size()) - point - 1;
    text.insert(0, static_cast<std::size_t>(std::max(0, picture.minimumInteger - point)), format.zeroDigit);
    text.append(static_cast<std::size_t>(std::max(0, picture.minimumFraction - fraction)), format.zeroDigit);
    group(text, picture, format);
    if (picture.whole.find(format.decimalSeparator) == Text::npos || (!text.empty() && text.back() == format.decimalSeparator))
        text.pop_back();
    if (picture.exponent) {
        Text digits = inDigits(std::to_string(std::abs(exponent)), format);
        digits.insert(0, static_cast<std::size_t>(std::max(0, picture.minimumExponent - static_cast<int>(digits.size()))), format.zeroDigit);
        text += format.exponentSeparator;
        if (exponent < 0)
            text += format.minusSign;
        text += digits;
    }
    std::string result;
    for (const char32_t c : picture.prefix + text + picture.suffix)
        appendUtf8(result, c);
    return result;
}

} // namespace asl::query::jsonata

// Functions on numbers and points in time.

#include "core/data/json.h"
#include "core/query/jsonata/date_time.h"
#include "core/query/jsonata/functions.h"
#include "core/query/jsonata/integer_format.h"
#include "core/query/jsonata/number_format.h"
#include "core/query/jsonata/rounding.h"
#include "core/query/random.h"
#include "core/support/message.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace asl::query::jsonata {

namespace {

Data numberOrNan(double number)
{
    return std::isfinite(number) ? Data::number(number) : Data::real(number);
}

/// The value of an outcome, or its error.
template <class T, class Convert>
Data converted(const Call& call, const Outcome<T>& outcome, Convert convert)
{
    if (outcome)
        return convert(*outcome);
    const QueryError& error = outcome.error();
    return call.evaluator.fail({.code = error.code, .value = error.value, .message = error.message});
}

Data textOf(const std::string& text)
{
    return Data::string(text);
}

bool isDecimal(std::string_view text)
{
    std::size_t i = text.starts_with('-') ? 1 : 0;
    const auto digits = [&] {
        const std::size_t begin = i;
        while (i < text.size() && text[i] >= '0' && text[i] <= '9')
            ++i;
        return i > begin;
    };
    if (!digits())
        return false;
    if (i < text.size() && text[i] == '.') {
        ++i;
        if (!digits())
            return false;
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        ++i;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        if (!digits())
            return false;
    }
    return i == text.size();
}

double readDouble(std::string_view text)
{
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec == std::errc::result_out_of_range)
        number = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos
                     ? 0.0
                     : std::numeric_limits<double>::infinity();
    return number;
}

Data number(const Call& call)
{
    const Data& value = call.at(0);
    if (value.isUndefined() || value.isNumber())
        return value;
    if (value.isBoolean())
        return Data::integer(value.asBoolean() ? 1 : 0);
    const std::string_view text = value.text();
    if (isDecimal(text) && std::isfinite(readDouble(text)))
        return Data::number(readDouble(text));
    if (text.size() > 2 && text[0] == '0') {
        const int base = text[1] == 'x' || text[1] == 'X'   ? 16
                         : text[1] == 'o' || text[1] == 'O' ? 8
                         : text[1] == 'b' || text[1] == 'B' ? 2
                                                            : 0;
        double whole = 0;
        bool fits = base != 0;
        for (const char character : text.substr(2)) {
            int digit = -1;
            std::from_chars(&character, &character + 1, digit, 16);
            fits = fits && digit >= 0 && digit < base;
            whole = whole * base + digit;
        }
        if (fits)
            return Data::number(whole);
    }
    return call.fail("D3030", value, 1);
}

Data applied(const Call& call, double (*function)(double))
{
    const Data& value = call.at(0);
    return value.isUndefined() ? Data() : numberOrNan(function(value.asDouble()));
}

Data absolute(const Call& call)
{
    return applied(call, [](double number) { return std::fabs(number); });
}
Data floorOf(const Call& call)
{
    return applied(call, [](double number) { return std::floor(number); });
}
Data ceilOf(const Call& call)
{
    return applied(call, [](double number) { return std::ceil(number); });
}

/// Moves the decimal point through the text of the number, which no binary multiplication could do exactly.
double shifted(double value, double places)
{
    const std::string text = data::numberText(value);
    const std::size_t mark = text.find('e');
    double exponent = places;
    if (mark != std::string::npos)
        exponent += readDouble(text.substr(mark + (text[mark + 1] == '+' ? 2 : 1)));
    return readDouble(text.substr(0, mark) + "e" + data::numberText(exponent).c_str());
}

/// To the nearest whole number, halves to the even one.
double roundedEven(double value)
{
    double result = std::floor(value);
    if (value - result >= 0.5)
        result += 1;
    if (std::fabs(result - value) == 0.5 && std::fabs(std::fmod(result, 2)) == 1)
        result -= 1;
    return result;
}

double rounded(double value, double precision)
{
    if (const auto quick = quicklyRounded(value, precision))
        return *quick;
    if (precision != 0)
        value = shifted(value, precision);
    double result = roundedEven(value);
    if (precision != 0)
        result = shifted(result, -precision);
    return result == 0 ? 0.0 : result;
}

Data round(const Call& call)
{
    return call.at(0).isUndefined() ? Data() : numberOrNan(rounded(call.at(0).asDouble(), call.at(1).asDouble()));
}

Data squareRoot(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    if (call.at(0).asDouble() < 0)
        return call.fail("D3060", call.at(0), 1);
    return numberOrNan(std::sqrt(call.at(0).asDouble()));
}

Data power(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const double result =
        call.at(1).isUndefined() ? std::nan("") : std::pow(call.at(0).asDouble(), call.at(1).asDouble());
    if (!std::isfinite(result))
        return call.evaluator.fail({.code = "D3061", .value = call.at(0), .value2 = call.at(1), .index = 1});
    return Data::number(result);
}

Data random(const Call& call)
{
    std::uint64_t fixed = 0;
    std::uint64_t* state = call.evaluator.context().randomState;
    return Data::number(nextFraction(state ? *state : fixed));
}

Data sum(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    double total = 0;
    for (const Data& item : call.at(0).items())
        total += item.asDouble();
    return numberOrNan(total);
}

Data average(const Call& call)
{
    if (call.at(0).size() == 0)
        return {};
    double total = 0;
    for (const Data& item : call.at(0).items())
        total += item.asDouble();
    return numberOrNan(total / static_cast<double>(call.at(0).size()));
}

Data extreme(const Call& call, bool largest)
{
    if (call.at(0).size() == 0)
        return {};
    double best = call.at(0).items().front().asDouble();
    for (const Data& item : call.at(0).items())
        best = largest ? std::max(best, item.asDouble()) : std::min(best, item.asDouble());
    return numberOrNan(best);
}

Data max(const Call& call)
{
    return extreme(call, true);
}
Data min(const Call& call)
{
    return extreme(call, false);
}

Data formatNumberOf(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    DecimalFormat format;
    for (const Member& member : call.at(2).members())
        setProperty(format, member.key.text(), member.value.text());
    return converted(call, formatNumber(call.at(0).asDouble(), call.at(1).text(), format), textOf);
}

Data formatBase(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const double base = call.at(1).isUndefined() ? 10 : rounded(call.at(1).asDouble(), 0);
    if (base < 2 || base > 36)
        return call.fail("D3100", Data::number(base));
    return Data::string(inBase(rounded(call.at(0).asDouble(), 0), static_cast<int>(base)));
}

Data formatIntegerOf(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const auto picture = integerPicture(call.at(1).text());
    if (!picture)
        return converted(call, picture, [](const IntegerPicture&) { return Data(); });
    return converted(call, formatInteger(call.at(0).asDouble(), *picture), textOf);
}

Data parseIntegerOf(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const auto picture = integerPicture(call.at(1).text());
    if (!picture)
        return converted(call, picture, [](const IntegerPicture&) { return Data(); });
    call.evaluator.noteNonFinite(); // what a text comes to that is no number
    return converted(call, parseInteger(call.at(0).text(), *picture), numberOrNan);
}

Data formatted(const Call& call, double milliseconds, const Data& picture, const Data& timezone)
{
    if (picture.isUndefined())
        return Data::string(formatIso8601(milliseconds, timezone.text()));
    return converted(call, formatDateTime(milliseconds, picture.text(), timezone.text()), textOf);
}

Data fromMillis(const Call& call)
{
    return call.at(0).isUndefined() ? Data() : formatted(call, call.at(0).asDouble(), call.at(1), call.at(2));
}

double nowOf(const Call& call)
{
    return static_cast<double>(call.evaluator.context().nowMilliseconds);
}

Data toMillis(const Call& call)
{
    if (call.at(0).isUndefined())
        return {};
    const auto value = [](const std::optional<double>& milliseconds) {
        return milliseconds ? numberOrNan(*milliseconds) : Data();
    };
    if (call.at(1).isUndefined())
        return converted(call, parseIso8601(call.at(0).text()), value);
    return converted(call, parseDateTime(call.at(0).text(), call.at(1).text(), nowOf(call)), value);
}

Data now(const Call& call)
{
    return formatted(call, nowOf(call), call.at(0), call.at(1));
}
Data millis(const Call& call)
{
    return Data::number(nowOf(call));
}

constexpr FunctionRow rows[] = {
    {"number", "<(nsb)-:n>", ASL_TEXT("language", "The value as a number."), 1, number},
    {"abs", "<n-:n>", ASL_TEXT("language", "The number without its sign."), 1, absolute},
    {"floor", "<n-:n>", ASL_TEXT("language", "The next whole number below."), 1, floorOf},
    {"ceil", "<n-:n>", ASL_TEXT("language", "The next whole number above."), 1, ceilOf},
    {"round", "<n-n?:n>",
     ASL_TEXT("language", "The number rounded to so many decimal places, halves to the even digit."), 2, round},
    {"sqrt", "<n-:n>", ASL_TEXT("language", "The square root."), 1, squareRoot},
    {"power", "<n-n:n>", ASL_TEXT("language", "The number raised to a power."), 2, power},
    {"random", "<:n>", ASL_TEXT("language", "A random number from 0 to below 1."), 0, random,
     FunctionRow::In::Reference},
    {"sum", "<a<n>:n>", ASL_TEXT("language", "The sum of the numbers."), 1, sum},
    {"max", "<a<n>:n>", ASL_TEXT("language", "The largest of the numbers."), 1, max},
    {"min", "<a<n>:n>", ASL_TEXT("language", "The smallest of the numbers."), 1, min},
    {"average", "<a<n>:n>", ASL_TEXT("language", "The mean of the numbers."), 1, average},
    {"formatNumber", "<n-so?:s>", ASL_TEXT("language", "The number by a picture such as #,##0.00."), 3, formatNumberOf},
    {"formatBase", "<n-n?:s>", ASL_TEXT("language", "The whole number in a base from 2 to 36."), 2, formatBase},
    {"formatInteger", "<n-s:s>",
     ASL_TEXT("language", "The whole number by a picture: digits, words, Roman numerals, letters."), 2,
     formatIntegerOf},
    {"parseInteger", "<s-s:n>", ASL_TEXT("language", "The whole number that a text written by the picture says."), 2,
     parseIntegerOf},
    {"fromMillis", "<n-s?s?:s>", ASL_TEXT("language", "Milliseconds since 1970 as a timestamp, by a picture."), 3,
     fromMillis},
    {"toMillis", "<s-s?:n>", ASL_TEXT("language", "Milliseconds since 1970 of a timestamp."), 2, toMillis},
    {"now", "<s?s?:s>", ASL_TEXT("language", "The moment of the evaluation as a timestamp."), 2, now},
    {"millis", "<:n>", ASL_TEXT("language", "The moment of the evaluation in milliseconds since 1970."), 0, millis},
};

} // namespace

std::span<const FunctionRow> numberFunctions()
{
    return rows;
}

} // namespace asl::query::jsonata

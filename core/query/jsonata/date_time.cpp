// $fromMillis and $toMillis.

#include "core/query/jsonata/date_time.h"

#include "core/query/jsonata/calendar.h"
#include "core/query/jsonata/date_picture.h"
#include "core/query/regex.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <map>

namespace asl::query::jsonata {

namespace {

struct Offset
{
    int hours = 0;
    int minutes = 0;
    int written() const { return hours * 100 + minutes; }
    double milliseconds() const { return (hours * 60.0 + minutes) * 60'000; }
};

/// "+hhmm"; the hours are rounded down, as the reference does it: -0530 is -6 hours and -30 minutes.
Offset offsetOf(std::string_view timezone)
{
    constexpr long largest = 1'000'000;
    const int number = static_cast<int>(std::clamp(std::strtol(std::string(timezone).c_str(), nullptr, 10), -largest, largest));
    return {static_cast<int>(std::floor(number / 100.0)), number % 100};
}

QueryError noNames(char component)
{
    return {"D3133", std::string("The 'name' modifier can only be applied to months and days in the date/time picture string, not \"")
                + component + '"', 0, {}};
}

std::string inCase(std::string text, LetterCase letterCase)
{
    if (letterCase == LetterCase::Upper)
        std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
    if (letterCase == LetterCase::Lower)
        std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

// ---- writing --------------------------------------------------------------------------------------------------------

/// Components of one moment in one zone.
struct Moment
{
    DateTime time;
    Weeks week;
    int dayOfYear = 1;
    Offset offset;
};

double value(const Moment& moment, char component)
{
    const DateTime& time = moment.time;
    switch (component) {
    case 'Y': return time.year;
    case 'M': return time.month + 1;
    case 'D': return time.day;
    case 'd': return moment.dayOfYear;
    case 'F': return time.weekday;
    case 'W': return moment.week.weekOfYear;
    case 'w': return moment.week.weekOfMonth;
    case 'X': return moment.week.weekYear;
    case 'x': return moment.week.weekMonth;
    case 'H': return time.hour;
    case 'h': return time.hour % 12 == 0 ? 12 : time.hour % 12;
    case 'm': return time.minute;
    case 's': return time.second;
    default: return time.millisecond; // f
    }
}

Outcome<std::string> zoneText(const Moment& moment, const DatePart& part)
{
    const Offset& offset = moment.offset;
    Outcome<std::string> text = std::string();
    const int digits = part.integer.mandatoryDigits;
    if (part.integer.regularGroup > 0 || digits == 3 || digits == 4) {
        text = formatInteger(offset.written(), part.integer);
    } else if (digits == 1 || digits == 2) {
        text = formatInteger(offset.hours, part.integer);
        if (text && offset.minutes != 0)
            text = *text + ':' + *formatInteger(offset.minutes, *integerPicture("00"));
    } else {
        return QueryError{"D3134", "The timezone integer format specifier cannot have more than four digits", 0, {}};
    }
    if (!text)
        return text.error();
    if (offset.written() == 0 && part.modifier == 't')
        return std::string("Z");
    return (part.component == 'z' ? "GMT" : "") + std::string(offset.written() >= 0 ? "+" : "") + *text;
}

Outcome<std::string> written(const Moment& moment, const DatePart& part)
{
    switch (part.component) {
    case 0: return part.literal;
    case 'C': case 'E': return std::string("ISO");
    case 'P': return inCase(moment.time.hour < 12 ? "am" : "pm", part.names && part.nameCase == LetterCase::Upper ? LetterCase::Upper : LetterCase::Lower);
    case 'Z': case 'z': return zoneText(moment, part);
    default: break;
    }
    double number = value(moment, part.component);
    if (part.names) {
        std::string name;
        if (part.component == 'M' || part.component == 'x')
            name = monthName(static_cast<int>(number));
        else if (part.component == 'F')
            name = weekdayName(static_cast<int>(number));
        else
            return noNames(part.component);
        name = inCase(std::move(name), part.nameCase);
        return part.maximumWidth ? name.substr(0, static_cast<std::size_t>(*part.maximumWidth)) : name;
    }
    if (part.yearDigits >= 0)
        number = std::fmod(number, std::pow(10, part.yearDigits));
    return formatInteger(number, part.integer);
}

// ---- reading --------------------------------------------------------------------------------------------------------

constexpr double absent = std::numeric_limits<double>::quiet_NaN();
using Components = std::map<char, double>;

/// Pattern for one part of a picture, its first group being the part.
Outcome<std::string> readingPattern(const DatePart& part)
{
    if (part.component == 0) {
        std::string escaped;
        for (const char c : part.literal) {
            const bool plain = static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c));
            if (!plain)
                escaped += '\\';
            escaped += c;
        }
        return escaped;
    }
    if (part.component == 'Z' || part.component == 'z') {
        std::string pattern = part.component == 'z' ? "(GMT[-+][0-9]+" : "([-+][0-9]+";
        if (!part.integer.separators.empty())
            pattern += std::string("\\") + static_cast<char>(part.integer.separators.front().character) + "[0-9]+";
        return pattern + ')';
    }
    if (part.names) {
        if (std::string_view("MxFP").find(part.component) == std::string_view::npos)
            return noNames(part.component);
        return std::string("([a-z]+)");
    }
    auto pattern = patternOf(part.integer);
    return pattern ? '(' + *pattern + ')' : pattern;
}

double readName(const DatePart& part, std::string_view text)
{
    if (part.component == 'P')
        return text == "am" || text == "AM" ? 0 : text == "pm" || text == "PM" ? 1 : absent;
    const int count = part.component == 'F' ? 7 : 12;
    for (int number = 1; number <= count; ++number) {
        std::string name(part.component == 'F' ? weekdayName(number) : monthName(number));
        name = inCase(std::move(name), part.nameCase);
        if (part.maximumWidth)
            name = name.substr(0, static_cast<std::size_t>(*part.maximumWidth));
        if (name == text)
            return number;
    }
    return absent;
}

/// Minutes. Only the hours carry the sign, as in the reference.
double readZone(const DatePart& part, std::string_view text)
{
    if (part.component == 'z')
        text.remove_prefix(3);
    const std::size_t separator = text.find_first_not_of("0123456789", 1);
    const bool split = separator != std::string_view::npos;
    const std::string hours(text.substr(0, split ? separator : 3));
    const std::string minutes(split ? text.substr(separator + 1) : text.substr(std::min<std::size_t>(3, text.size())));
    return std::atoi(hours.c_str()) * 60 + std::atoi(minutes.c_str());
}

Outcome<double> readPart(const DatePart& part, std::string_view text)
{
    if (part.component == 'Z' || part.component == 'z')
        return readZone(part, text);
    if (part.names)
        return readName(part, text);
    if (part.component == 'f') {
        // A fraction: its digits count from the left.
        std::string digits(text.substr(0, 3));
        digits.resize(3, '0');
        return static_cast<double>(std::atoi(digits.c_str()));
    }
    return parseInteger(text, part.integer);
}

/// All that is given is among `allowed`, and something of it is.
bool givenAmong(const Components& components, std::string_view all, std::string_view allowed)
{
    bool any = false;
    for (const char component : all) {
        const auto found = components.find(component);
        if (found == components.end() || std::isnan(found->second) || found->second == 0)
            continue;
        if (allowed.find(component) == std::string_view::npos)
            return false;
        any = true;
    }
    return any;
}

QueryError missingParts()
{
    return {"D3136", "The date/time picture string is missing specifiers required to parse the timestamp", 0, {}};
}

/// JavaScript's Date.UTC: years 0 to 99 are of the 20th century.
double utc(double year, double month, double day, double hour, double minute, double second, double millisecond)
{
    if (year >= 0 && year <= 99)
        year += 1900;
    return daysFromDate(year, month, day) * dayLength + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

Outcome<double> assembled(Components components, double now)
{
    constexpr std::string_view dates = "YXMxWwdD";
    const bool ordinalDate = !givenAmong(components, dates, "YMD") && givenAmong(components, dates, "Yd");
    const bool weekDate = givenAmong(components, dates, "XxwF") || givenAmong(components, dates, "XWF");
    constexpr std::string_view times = "PHhmsf";
    const bool halfDays = !givenAmong(components, times, "Hmsf") && givenAmong(components, times, "Phmsf");

    const DateTime present = dateTime(now);
    const Moment today{present, weeks(now), static_cast<int>(std::floor(now / dayLength) - daysFromDate(present.year, 0, 1)) + 1, {}};
    const std::string order = std::string(ordinalDate ? "YD" : weekDate ? "XwF" : "YMD") + (halfDays ? "Phmsf" : "Hmsf");
    bool begun = false;
    bool ended = false;
    for (const char component : order) {
        const auto found = components.find(component);
        if (found != components.end() && !std::isnan(found->second)) {
            if (ended)
                return missingParts();
            begun = true;
        } else if (begun) {
            components[component] = component == 'M' || component == 'D' || component == 'd' ? 1 : 0;
            ended = true;
        } else {
            components[component] = component == 'P' ? 0 : value(today, component);
        }
    }
    if (weekDate)
        return missingParts();
    double month = std::max(0.0, components['M'] - 1);
    double day = components['D'];
    if (ordinalDate) {
        const DateTime date = dateTime(utc(components['Y'], 0, components['d'], 0, 0, 0, 0));
        month = date.month;
        day = date.day;
    }
    double hour = components['H'];
    if (halfDays)
        hour = (components['h'] == 12 ? 0 : components['h']) + (components['P'] == 1 ? 12 : 0);
    double result = utc(components['Y'], month, day, hour, components['m'], components['s'], components['f']);
    for (const char zone : {'Z', 'z'})
        if (const auto found = components.find(zone); found != components.end())
            result -= found->second * 60'000;
    return result;
}

} // namespace

namespace {

/// The picture taken apart; the last one is remembered, since it is usually used again.
const Outcome<std::vector<DatePart>>& remembered(std::string_view picture)
{
    struct Last
    {
        std::string text;
        Outcome<std::vector<DatePart>> parts = std::vector<DatePart>();
        bool isSet = false;
    };
    thread_local Last last;
    if (!last.isSet || last.text != picture)
        last = {std::string(picture), datePicture(picture), true};
    return last.parts;
}

/// Adds a component that is but digits; false when it is more than that.
bool appendDigits(std::string& text, const Moment& moment, const DatePart& part)
{
    const IntegerPicture& picture = part.integer;
    const bool isPlain = part.component != 0 && std::string_view("YMDdFWwXxHhmsf").find(part.component) != std::string_view::npos && !part.names
        && picture.kind == IntegerPicture::Kind::Decimal && !picture.ordinal && picture.zeroDigit == U'0' && picture.separators.empty();
    if (!isPlain)
        return false;
    double number = value(moment, part.component);
    if (part.yearDigits >= 0)
        number = std::fmod(number, std::pow(10, part.yearDigits));
    if (number < 0 || number > 1e6)
        return false;
    char digits[16];
    const auto length = static_cast<int>(std::to_chars(digits, digits + sizeof digits, static_cast<int>(number)).ptr - digits);
    text.append(static_cast<std::size_t>(std::max(0, picture.mandatoryDigits - length)), '0').append(digits, static_cast<std::size_t>(length));
    return true;
}

/// What JavaScript's Date can hold.
constexpr double largestMoment = 8.64e15;

/// The picture of a moment that is none: JavaScript's NaN in place of each number.
std::string noMoment(const std::vector<DatePart>& parts)
{
    std::string text;
    for (const DatePart& part : parts) {
        const std::string number = part.component == 0 ? part.literal : part.component == 'Z' || part.component == 'z' ? "Z" : "NaN";
        const auto width = static_cast<std::size_t>(part.component == 0 ? 0 : part.integer.mandatoryDigits);
        text.append(number == "NaN" && width > number.size() ? width - number.size() : 0, '0').append(number);
    }
    return text;
}

} // namespace

Outcome<std::string> formatDateTime(double milliseconds, std::string_view picture, std::string_view timezone)
{
    const auto& parts = remembered(picture);
    if (!parts)
        return parts.error();
    if (!(std::fabs(milliseconds) <= largestMoment))
        return noMoment(*parts);
    Moment moment;
    moment.offset = timezone.empty() ? Offset{} : offsetOf(timezone);
    const double local = std::floor(milliseconds) + moment.offset.milliseconds();
    moment.time = dateTime(local);
    const auto has = [&parts](std::string_view components) {
        return std::any_of(parts->begin(), parts->end(),
                           [&](const DatePart& part) { return part.component != 0 && components.find(part.component) != std::string_view::npos; });
    };
    if (has("WwXx"))
        moment.week = weeks(local);
    if (has("d"))
        moment.dayOfYear = static_cast<int>(std::floor(local / dayLength) - daysFromDate(moment.time.year, 0, 1)) + 1;
    std::string text;
    for (const DatePart& part : *parts) {
        if (part.component == 0) {
            text += part.literal;
            continue;
        }
        if (appendDigits(text, moment, part))
            continue;
        const auto piece = written(moment, part);
        if (!piece)
            return piece.error();
        text += *piece;
    }
    return text;
}

std::string formatIso8601(double milliseconds, std::string_view timezone)
{
    return *formatDateTime(milliseconds, "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]", timezone);
}

Outcome<std::optional<double>> parseDateTime(std::string_view text, std::string_view picture, double now)
{
    const auto parts = datePicture(picture);
    if (!parts)
        return parts.error();
    std::string pattern = "^";
    std::vector<const DatePart*> marked;
    for (const DatePart& part : *parts) {
        const auto piece = readingPattern(part);
        if (!piece)
            return piece.error();
        pattern += *piece;
        if (part.component != 0)
            marked.push_back(&part);
    }
    const auto regex = Regex::compile(pattern + '$', {.ignoreCase = true});
    if (!regex)
        return regex.error();
    std::vector<Regex::Group> groups;
    if (regex->search(text, 0, groups) != Regex::Answer::Match || marked.empty())
        return std::optional<double>();
    Components components;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const Regex::Group& group = groups[i + 1];
        const auto number = readPart(*marked[i], text.substr(group.begin, group.end - group.begin));
        if (!number)
            return number.error();
        components[marked[i]->component] = *number;
    }
    const auto result = assembled(std::move(components), now);
    if (!result)
        return result.error();
    return std::optional(*result);
}

Outcome<std::optional<double>> parseIso8601(std::string_view text)
{
    static const Regex pattern = *Regex::compile(
        R"(^(\d{4})(?:-([01]\d))?(?:-([0-3]\d))?(?:T([0-2]\d):([0-5]\d):([0-5]\d))?(?:\.(\d+))?(?:([+-])([0-2]\d):?([0-5]\d)|Z)?$)",
        {});
    std::vector<Regex::Group> groups;
    if (pattern.search(text, 0, groups) != Regex::Answer::Match)
        return QueryError{"D3110", "The argument of the toMillis function must be an ISO 8601 formatted timestamp. Given \""
                              + std::string(text) + '"', 0, {}};
    const auto part = [&](std::size_t group) {
        return groups[group].begin == std::string_view::npos ? std::string()
                                                             : std::string(text.substr(groups[group].begin, groups[group].end - groups[group].begin));
    };
    const auto number = [&](std::size_t group, double otherwise) {
        const std::string digits = part(group);
        return digits.empty() ? otherwise : std::atof(digits.c_str());
    };
    const double month = number(2, 1);
    const double day = number(3, 1);
    const double hour = number(4, 0);
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24)
        return std::optional<double>();
    const double fraction = std::floor(std::atof(("0." + part(7)).c_str()) * 1000 + 1e-9);
    double result = daysFromDate(number(1, 1970), month - 1, day) * dayLength
        + ((hour * 60 + number(5, 0)) * 60 + number(6, 0)) * 1000 + fraction;
    if (const std::string sign = part(8); !sign.empty())
        result -= (sign == "-" ? -1 : 1) * (number(9, 0) * 60 + number(10, 0)) * 60'000;
    return std::optional(result);
}

} // namespace asl::query::jsonata

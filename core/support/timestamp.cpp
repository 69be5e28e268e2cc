#include "core/support/timestamp.h"

namespace asl {

namespace {

/// Reads a timestamp from left to right; every step says whether the text went on as it must.
class TimestampReader
{
public:
    explicit TimestampReader(std::string_view text) : m_text(text) {}

    bool number(int digits, int& value)
    {
        value = 0;
        for (int i = 0; i < digits; ++i) {
            if (m_position >= m_text.size() || m_text[m_position] < '0' || m_text[m_position] > '9')
                return false;
            value = value * 10 + (m_text[m_position++] - '0');
        }
        return true;
    }
    bool character(char wanted)
    {
        if (m_position >= m_text.size() || m_text[m_position] != wanted)
            return false;
        ++m_position;
        return true;
    }
    /// Digits beyond the ninth are dropped.
    bool fraction(std::int32_t& nanoseconds)
    {
        std::int32_t scale = 100'000'000;
        const std::size_t begin = m_position;
        for (int digit = 0; number(1, digit); scale /= 10)
            nanoseconds += digit * scale;
        return m_position > begin;
    }
    bool atEnd() const { return m_position == m_text.size(); }

private:
    std::string_view m_text;
    std::size_t m_position = 0;
};

constexpr bool isLeapYear(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int daysInMonth(int year, int month)
{
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeapYear(year) ? 29 : days[month - 1];
}

/// Days since 1970-01-01 in the Gregorian calendar; the year is counted from March so that the leap day comes last.
constexpr std::int64_t daysSinceEpoch(int year, int month, int day)
{
    const std::int64_t shifted = month <= 2 ? year - 1 : year;
    const std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
    const std::int64_t yearOfEra = shifted - era * 400;
    const std::int64_t dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719'468;
}

} // namespace

std::optional<Instant> parseTimestamp(std::string_view text)
{
    TimestampReader reader(text);
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0;
    if (!(reader.number(4, year) && reader.character('-') && reader.number(2, month) && reader.character('-')
          && reader.number(2, day) && reader.character('T') && reader.number(2, hour) && reader.character(':')
          && reader.number(2, minute) && reader.character(':') && reader.number(2, second)))
        return std::nullopt;
    if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month) || hour > 23 || minute > 59 || second > 59)
        return std::nullopt;
    Instant instant;
    if (reader.character('.') && !reader.fraction(instant.nanoseconds))
        return std::nullopt;
    int offset = 0;
    if (!reader.character('Z')) {
        const bool east = reader.character('+');
        int offsetHours = 0, offsetMinutes = 0;
        if (!east && !reader.character('-'))
            return std::nullopt;
        if (!(reader.number(2, offsetHours) && reader.character(':') && reader.number(2, offsetMinutes)) || offsetHours > 18
            || offsetMinutes > 59)
            return std::nullopt;
        offset = (offsetHours * 60 + offsetMinutes) * (east ? 60 : -60);
    }
    if (!reader.atEnd())
        return std::nullopt;
    instant.seconds = daysSinceEpoch(year, month, day) * 86'400 + hour * 3'600 + minute * 60 + second - offset;
    return instant;
}

} // namespace asl

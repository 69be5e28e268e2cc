// The calendar: days are counted in eras of 400 years that begin on 1 March.

#include "core/query/jsonata/calendar.h"

#include <cmath>

namespace asl::query::jsonata {

double daysFromDate(double year, double month, double day)
{
    year += std::floor(month / 12);
    month -= std::floor(month / 12) * 12;
    const double shiftedYear = month < 2 ? year - 1 : year;
    const double era = std::floor(shiftedYear / 400);
    const double yearOfEra = shiftedYear - era * 400;
    const double shiftedMonth = month < 2 ? month + 10 : month - 2; // March is 0
    const double dayOfYear = std::floor((153 * shiftedMonth + 2) / 5);
    const double dayOfEra = yearOfEra * 365 + std::floor(yearOfEra / 4) - std::floor(yearOfEra / 100) + dayOfYear;
    return era * 146'097 + dayOfEra - 719'468 + day - 1;
}

DateTime dateTime(double milliseconds)
{
    const double days = std::floor(milliseconds / dayLength);
    const double inDay = milliseconds - days * dayLength;
    const double shifted = days + 719'468;
    const double era = std::floor(shifted / 146'097);
    const double dayOfEra = shifted - era * 146'097;
    const double yearOfEra = std::floor((dayOfEra - std::floor(dayOfEra / 1460) + std::floor(dayOfEra / 36524)
                                         - std::floor(dayOfEra / 146'096)) / 365);
    const double dayOfYear = dayOfEra - (365 * yearOfEra + std::floor(yearOfEra / 4) - std::floor(yearOfEra / 100));
    const double shiftedMonth = std::floor((5 * dayOfYear + 2) / 153);
    DateTime result;
    result.day = static_cast<int>(dayOfYear - std::floor((153 * shiftedMonth + 2) / 5) + 1);
    result.month = static_cast<int>(shiftedMonth < 10 ? shiftedMonth + 2 : shiftedMonth - 10);
    result.year = yearOfEra + era * 400 + (result.month < 2 ? 1 : 0);
    result.weekday = static_cast<int>(std::fmod(std::fmod(days + 3, 7) + 7, 7)) + 1;
    result.hour = static_cast<int>(inDay / 3'600'000);
    result.minute = static_cast<int>(std::fmod(inDay / 60'000, 60));
    result.second = static_cast<int>(std::fmod(inDay / 1000, 60));
    result.millisecond = static_cast<int>(std::fmod(inDay, 1000));
    return result;
}

Weeks weeks(double milliseconds)
{
    // The Thursday of a week decides which year and month it belongs to, and its number there.
    const double today = std::floor(milliseconds / dayLength);
    const double thursday = today + 4 - dateTime(milliseconds).weekday;
    const DateTime decisive = dateTime(thursday * dayLength);
    Weeks result;
    result.weekYear = decisive.year;
    result.weekMonth = decisive.month + 1;
    result.weekOfMonth = (decisive.day - 1) / 7 + 1;
    result.weekOfYear = static_cast<int>((thursday - daysFromDate(decisive.year, 0, 1)) / 7) + 1;
    return result;
}

} // namespace asl::query::jsonata

#pragma once
// The proleptic Gregorian calendar in UTC, as JavaScript's Date computes with it.

#include <cstdint>

namespace asl::query::jsonata {

constexpr double dayLength = 86'400'000; // milliseconds

/// Days since 1970-01-01; `month` from 0 may lie outside 0…11, `day` from 1 outside the month: both carry over.
double daysFromDate(double year, double month, double day);

struct DateTime
{
    double year = 1970;
    int month = 0;   ///< 0 … 11
    int day = 1;     ///< of the month
    int weekday = 4; ///< 1 Monday … 7 Sunday
    int hour = 0, minute = 0, second = 0, millisecond = 0;
};
DateTime dateTime(double milliseconds);

/// Where `milliseconds` lies among weeks that begin on Monday and belong to the year or month that holds their Thursday.
struct Weeks
{
    double weekYear = 1970; ///< year of the week
    int weekOfYear = 1;
    int weekMonth = 1;      ///< 1 … 12, month of the week
    int weekOfMonth = 1;
};
Weeks weeks(double milliseconds);

} // namespace asl::query::jsonata

// Formatting points in time.

#include "core/execution/time_text.h"

#include <chrono>

namespace asl {

namespace {

/// `number` with leading zeros up to `width` digits.
void append(std::string& text, unsigned number, int width)
{
    char digits[10];
    int count = 0;
    for (; number > 0 || count < width; number /= 10)
        digits[count++] = static_cast<char>('0' + number % 10);
    while (count > 0)
        text += digits[--count];
}

} // namespace

std::string formattedTime(std::int64_t microseconds, TimeForm form)
{
    using namespace std::chrono;
    const sys_time<std::chrono::microseconds> time{std::chrono::microseconds(microseconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<std::chrono::microseconds> clock(time - day);
    std::string text;
    text.reserve(32);
    const int year = static_cast<int>(date.year());
    if (year < 0)
        text += '-';
    append(text, static_cast<unsigned>(year < 0 ? -year : year), 4);
    append(text += '-', static_cast<unsigned>(date.month()), 2);
    append(text += '-', static_cast<unsigned>(date.day()), 2);
    append(text += 'T', static_cast<unsigned>(clock.hours().count()), 2);
    append(text += ':', static_cast<unsigned>(clock.minutes().count()), 2);
    append(text += ':', static_cast<unsigned>(clock.seconds().count()), 2);
    const auto fraction = static_cast<unsigned>(clock.subseconds().count());
    if (form == TimeForm::HistoryEvent) {
        append(text += '.', fraction, 6);
        return text += "+00:00";
    }
    if (fraction != 0) {
        const bool milliseconds = fraction % 1000 == 0;
        append(text += '.', milliseconds ? fraction / 1000 : fraction, milliseconds ? 3 : 6);
    }
    return text += 'Z';
}

} // namespace asl

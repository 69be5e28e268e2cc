// Formatting points in time.

#include "core/execution/time_text.h"

#include <chrono>
#include <cstdio>

namespace asl {

std::string formattedTime(std::int64_t microseconds, TimeForm form)
{
    using namespace std::chrono;
    const sys_time<std::chrono::microseconds> time{std::chrono::microseconds(microseconds)};
    const auto day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss<std::chrono::microseconds> clock(time - day);
    char text[64];
    int length = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d", static_cast<int>(date.year()),
                               static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                               static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                               static_cast<int>(clock.seconds().count()));
    std::string result(text, static_cast<std::size_t>(length));
    const int fraction = static_cast<int>(clock.subseconds().count());
    if (form == TimeForm::HistoryEvent) {
        length = std::snprintf(text, sizeof text, ".%06d+00:00", fraction);
        return result.append(text, static_cast<std::size_t>(length));
    }
    if (fraction != 0) {
        length = fraction % 1000 == 0 ? std::snprintf(text, sizeof text, ".%03d", fraction / 1000)
                                      : std::snprintf(text, sizeof text, ".%06d", fraction);
        result.append(text, static_cast<std::size_t>(length));
    }
    return result + "Z";
}

} // namespace asl

#pragma once
// Points in time as histories and the Context object write them.

#include <cstdint>
#include <string>

namespace asl {

enum class TimeForm : std::uint8_t {
    HistoryEvent, ///< 2026-03-01T10:00:00.123000+00:00
    ContextObject ///< 2026-03-01T10:00:00.123Z, without a fraction that is zero
};
/// `microseconds` since 1970.
std::string formattedTime(std::int64_t microseconds, TimeForm form);

} // namespace asl

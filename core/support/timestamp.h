#pragma once
// Timestamps as the service takes them: RFC 3339 with capital T and capital Z or a numeric offset.

#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

namespace asl {

/// A moment, counted from 1970-01-01T00:00:00Z.
struct Instant
{
    std::int64_t seconds = 0;
    std::int32_t nanoseconds = 0; ///< 0 to 999999999
    friend auto operator<=>(const Instant&, const Instant&) = default;

    std::int64_t milliseconds() const { return seconds * 1000 + nanoseconds / 1'000'000; }
};

/// `YYYY-MM-DDThh:mm:ss[.fraction](Z|±hh:mm)`; empty for anything else, also for a day or hour that does not exist.
std::optional<Instant> parseTimestamp(std::string_view text);

} // namespace asl

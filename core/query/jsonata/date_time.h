#pragma once
// Points in time by picture ($fromMillis, $toMillis): XPath's fn:format-dateTime as the JSONata reference applies it.

#include "core/query/outcome.h"

#include <optional>
#include <string>
#include <string_view>

namespace asl::query::jsonata {

/// `milliseconds` since 1970 (UTC) by picture, in the zone "+hhmm". Errors D3132 to D3135.
Outcome<std::string> formatDateTime(double milliseconds, std::string_view picture, std::string_view timezone = {});
/// As ISO 8601 with milliseconds; a zone other than UTC is written as +hh:mm.
std::string formatIso8601(double milliseconds, std::string_view timezone = {});

/// Reads by picture; parts left out on the left are today's (`now`), on the right the smallest. No value: the text does not
/// fit. Errors D3132 to D3136.
Outcome<std::optional<double>> parseDateTime(std::string_view text, std::string_view picture, double now);
/// Error D3110: not ISO 8601. No value: a date that does not exist.
Outcome<std::optional<double>> parseIso8601(std::string_view text);

} // namespace asl::query::jsonata

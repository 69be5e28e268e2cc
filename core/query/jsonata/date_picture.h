#pragma once
// DatePicture: a date-time picture taken apart: literal texts and markers such as [Y0001] or [MNn,3-3].

#include "core/query/jsonata/integer_format.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query::jsonata {

struct DatePart
{
    std::string literal;     ///< of a part without component
    char component = 0;      ///< Y M D d F W w X x H h P m s f Z z C E; 0: literal
    bool names = false;
    LetterCase nameCase = LetterCase::Lower;
    char modifier = 0;       ///< the second presentation modifier: a, t, c or o
    std::optional<int> minimumWidth;
    std::optional<int> maximumWidth;
    int yearDigits = -1;     ///< Y: only so many digits from the right
    IntegerPicture integer;  ///< unless names
};

/// Errors D3132 (unknown component), D3135 (no closing bracket), D3131.
Outcome<std::vector<DatePart>> datePicture(std::string_view picture);

/// "January" … of month 1 to 12, "Monday" … of weekday 1 to 7.
std::string_view monthName(int month);
std::string_view weekdayName(int weekday);

} // namespace asl::query::jsonata

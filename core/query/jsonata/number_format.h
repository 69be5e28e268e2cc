#pragma once
// $formatNumber: numbers by the picture strings of XPath's fn:format-number.

#include "core/query/outcome.h"

#include <map>
#include <string>
#include <string_view>

namespace asl::query::jsonata {

/// What stands for what in a picture; names are those of fn:format-number's properties.
struct DecimalFormat
{
    char32_t decimalSeparator = U'.';
    char32_t groupingSeparator = U',';
    char32_t exponentSeparator = U'e';
    char32_t minusSign = U'-';
    char32_t percent = U'%';
    char32_t perMille = U'\u2030';
    char32_t zeroDigit = U'0';
    char32_t digit = U'#';
    char32_t patternSeparator = U';';

    friend bool operator==(const DecimalFormat&, const DecimalFormat&) = default;
};

/// Sets a property by its name ("zero-digit"); unknown names are ignored.
void setProperty(DecimalFormat& format, std::string_view name, std::string_view value);

/// Errors D3080 to D3093: what is wrong with the picture.
Outcome<std::string> formatNumber(double value, std::string_view picture, const DecimalFormat& format);

} // namespace asl::query::jsonata

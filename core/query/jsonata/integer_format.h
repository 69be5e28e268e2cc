#pragma once
// Integers by picture ($formatInteger, $parseInteger, and the components of date-time pictures): digits of any decimal
// family with grouping, letters, Roman numerals, English words, ordinals.

#include "core/query/outcome.h"

#include <string>
#include <string_view>
#include <vector>

namespace asl::query::jsonata {

enum class LetterCase : std::uint8_t { Lower, Upper, Title };

struct IntegerPicture
{
    enum class Kind : std::uint8_t { Decimal, Letters, Roman, Words, Sequence /* not supported */ };
    struct Separator
    {
        int position = 0; ///< digits to the right of it
        char32_t character = 0;
    };

    Kind kind = Kind::Decimal;
    LetterCase letterCase = LetterCase::Lower;
    bool ordinal = false;
    char32_t zeroDigit = U'0';
    int mandatoryDigits = 0;
    int optionalDigits = 0;
    int regularGroup = 0;              ///< > 0: the first separator repeats every so many digits
    std::vector<Separator> separators; ///< from the right
    std::string token;                 ///< Sequence: what was asked for
    int parseWidth = 0;                ///< > 0: exactly so many digits when reading a date (set by the date picture)
};

/// Error D3131: digits of different families.
Outcome<IntegerPicture> integerPicture(std::string_view picture);
/// `value` rounded down; error D3130 for a Sequence.
Outcome<std::string> formatInteger(double value, const IntegerPicture& picture);
/// NaN where the text is no such number; error D3130 for a Sequence.
Outcome<double> parseInteger(std::string_view text, const IntegerPicture& picture);
/// Pattern in PCRE2's syntax (to be matched without regard to case) for what parseInteger reads; error D3130.
Outcome<std::string> patternOf(const IntegerPicture& picture);

/// A number in base 2 to 36, rounded to a whole one, as JavaScript's toString(base).
std::string inBase(double value, int base);

} // namespace asl::query::jsonata

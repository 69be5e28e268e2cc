#pragma once
// Whole numbers as English words, Roman numerals and letters, and back.

#include "core/query/jsonata/integer_format.h"

#include <string>
#include <string_view>

namespace asl::query::jsonata {

/// "one hundred and first"; `value` is whole and not negative.
std::string wordsOf(double value, bool ordinal, LetterCase letterCase);
/// NaN when a word is none of a number.
double wordsToNumber(std::string_view text);
/// Pattern of PCRE2 for any number in words.
std::string wordsPattern();

/// Numbers beyond 1,000,000 (a million letters M) are no use to anybody and give the text for that one.
std::string romanOf(double value, LetterCase letterCase);
double romanToNumber(std::string_view text);

/// 1 → a, 26 → z, 27 → aa; 0 → "".
std::string lettersOf(double value, LetterCase letterCase);
double lettersToNumber(std::string_view text);

} // namespace asl::query::jsonata

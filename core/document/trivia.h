#pragma once
// What lies between the values of a text: white space and comments.

#include "core/support/text_range.h"

#include <cstddef>
#include <string_view>

namespace asl::trivia {

/// The first byte from `position` on that is no white space.
std::size_t afterSpace(std::string_view text, std::size_t position);
/// The first byte from `position` on that is neither white space nor part of a comment.
std::size_t afterSpaceAndComments(std::string_view text, std::size_t position);
/// The end of the white space before `position`: the byte after the one that is no white space.
std::size_t beforeSpace(std::string_view text, std::size_t position);
/// Behind the last comment that begins and ends on the line of `position`, with nothing else between; `position` without one.
std::size_t afterCommentsOfLine(std::string_view text, std::size_t position);
/// Whether only white space lies between the begin of the line and `position`.
bool startsLine(std::string_view text, std::size_t position);
bool hasLineEnd(std::string_view text);
/// How many lines end in a range; CR LF ends one.
std::size_t lineEnds(std::string_view text, TextRange range);

} // namespace asl::trivia

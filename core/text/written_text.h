#pragma once
// WrittenText: a text as it is written in JSON or YAML, with the place of each of its bytes, so that a piece of what it
// says can be found and replaced where it is written. Reads what is half-typed, too.

#include "core/support/text_range.h"
#include "core/text/syntax_tree.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

enum class Quoting : std::uint8_t {
    None, ///< YAML: plain; JSON: what is no string
    Double,
    Single, ///< YAML
    Block   ///< YAML: lines behind | or >
};

struct WrittenText
{
    Quoting quoting = Quoting::None;
    bool closed = true; ///< it has the quote that ends it
    TextRange range;    ///< with its quotes
    std::string value;
    std::vector<std::uint32_t> places; ///< of each byte of `value`, and where the next one would be written

    std::size_t placeOf(std::size_t offset) const { return places[offset]; }
    /// How many bytes of the value are written before a place of the text.
    std::size_t offsetAt(std::size_t place) const;
};

/// The scalar in this range; of an unclosed one the range ends where the reader of the tree says.
WrittenText writtenText(std::string_view text, TextSyntax syntax, TextRange range);

/// A piece of a text as it is written inside such quotes.
std::string writtenPiece(std::string_view piece, Quoting quoting);

} // namespace asl

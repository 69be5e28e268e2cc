#pragma once
// Taking a comment out of a text without leaving traces.

#include "core/support/text_range.h"
#include "core/text/syntax_tree.h"

#include <string_view>

namespace asl {

/// What to remove with a comment: the blanks before it when the line ends behind it, and the whole line when nothing else
/// stands there. Ranges of different comments do not overlap.
TextRange removableComment(std::string_view text, TextRange comment);

bool hasComments(const SyntaxTree& tree);

} // namespace asl

#pragma once
// TextStyle: the habits of a text (indent, colon spacing, line ends), found by looking at it, used by edits that add to it.

#include "core/text/syntax_tree.h"

#include <string>
#include <string_view>

namespace asl {

struct TextStyle
{
    std::string indent = "  ";    ///< one level
    std::string lineEnd = "\n";
    std::string beforeColon;
    std::string afterColon = " ";
    bool oneLine = false;         ///< the container keeps its children on one line
    std::string afterComma = " "; ///< between children on one line
    std::string insideBraces;     ///< after `{` and before `}` on one line
};

/// The habits around `container`: its own, else those of its siblings, else of the whole text.
TextStyle styleAt(const SyntaxTree& tree, NodeId container);

/// White space that starts the line on which `position` lies.
std::string_view lineIndent(std::string_view text, std::size_t position);

/// `json` (any valid JSON, here written anew) laid out in `style`, its lines after the first indented by `outerIndent`.
/// Numbers, strings and the order of members stay as written.
std::string formatted(std::string_view json, const TextStyle& style, std::string_view outerIndent);

} // namespace asl

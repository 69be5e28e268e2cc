#pragma once
// In which language a file is written.

#include "core/text/syntax_tree.h"

#include <optional>
#include <string_view>

namespace asl {

/// What the ending of the name says (.json; .yaml, .yml), if it says something.
std::optional<TextSyntax> syntaxOfName(std::string_view fileName);

/// By the ending of the file's name, and where that says nothing by what stands in it.
TextSyntax textSyntax(std::string_view fileName, std::string_view text);

} // namespace asl

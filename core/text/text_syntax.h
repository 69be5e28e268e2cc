#pragma once
// In which language a file is written.

#include "core/text/syntax_tree.h"

#include <string_view>

namespace asl {

/// By the ending of the file's name (.json; .yaml, .yml), and where that says nothing by what stands in it.
TextSyntax textSyntax(std::string_view fileName, std::string_view text);

} // namespace asl

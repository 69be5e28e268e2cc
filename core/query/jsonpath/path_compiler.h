#pragma once
// Shared by the compilers of paths and of the filters inside them: each calls the other, and both count how deep they are.

#include "core/query/jsonpath/program.h"

namespace asl::query::jsonpath {

/// Paths in filters in paths …, and parentheses in filters: deeper is refused, so that nobody's text can exhaust the stack.
constexpr int maxCompileDepth = 200;
constexpr std::size_t maxTokens = 2000;

/// `trimmed`: as JsonPath.compile() reads a path (blanks around it, `$.` may be left out); else as arguments are read.
std::shared_ptr<const PathProgram> compilePath(std::string_view text, bool trimmed, int depth, CompileError& error);
/// `text` is the whole `[?(…)]`.
std::shared_ptr<const Filter> compileFilter(std::string_view text, int depth, CompileError& error);

/// Escapes of a Java string resolved.
std::string unescaped(std::string_view text);
/// Any JSON, quotes single, double or left out; nothing when it cannot be read.
std::optional<Data> parsePermissively(std::string_view text);

} // namespace asl::query::jsonpath

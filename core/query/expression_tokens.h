#pragma once
// The pieces of an expression, for colouring: what the engines' own readers see in it, as far as they can read it.

#include <cstdint>
#include <string_view>
#include <vector>

namespace asl::query {

struct ExpressionToken
{
    enum class Kind : std::uint8_t {
        Variable, ///< `$`, `$$`, `$name`
        Function, ///< what is called: `$sum`, `States.Format`
        Name,     ///< steps of a path, names of members
        String, Number,
        Word,     ///< and, or, in, true, false, null, function
        Operator, Regex, Comment,
        Unread    ///< what the reader stumbles over, to the end
    };
    std::size_t begin = 0; ///< bytes of the expression
    std::size_t end = 0;
    Kind kind = Kind::Name;
};

/// In order; blanks lie between them.
using ExpressionTokens = std::vector<ExpressionToken>;

/// Of a JSONata expression, without {% and %}.
ExpressionTokens jsonataTokens(std::string_view text);
/// Of a path or a call of an intrinsic function.
ExpressionTokens pathOrCallTokens(std::string_view text);
/// Those of a path that stands `offset` bytes behind the beginning.
void addPathTokens(std::string_view path, std::size_t offset, ExpressionTokens& tokens);

} // namespace asl::query

#pragma once
// Whether the text of an expression can be read: paths, reference paths, what may stand under a `.$` key, JSONata.
// Tokens in it stand for harmless words.

#include "core/query/intrinsics.h"

#include <optional>
#include <string>
#include <string_view>

namespace asl::validation {

/// What is wrong with an expression, in words for people.
struct WrongExpression
{
    std::string message;
    std::optional<std::size_t> position; ///< byte in withoutTokens(text), where there is one to blame
};
/// Nothing when the expression can be read.
using ExpressionProblem = std::optional<WrongExpression>;

ExpressionProblem pathProblem(std::string_view text);
/// Of a path with a filter or script, alone or in a call, which our engine cannot read; others may read more, so pathProblem leaves it out.
ExpressionProblem doubtfulPathProblem(std::string_view text);
ExpressionProblem referencePathProblem(std::string_view text);
/// A path that a result may be written through: from `$`, neither the context object nor a variable.
ExpressionProblem resultPathProblem(std::string_view text);
/// A path, or a call of an intrinsic function.
ExpressionProblem templateExpressionProblem(std::string_view text);
/// The same for ErrorPath and CausePath, where only functions that give a text may stand.
ExpressionProblem textExpressionProblem(std::string_view text);
/// The first call of States.Format in an expression that has not as many values as its template has places.
std::optional<query::FormatCount> wrongFormat(std::string_view text);

} // namespace asl::validation

#pragma once
// Where in an expression a place is: which expression of a string it is, the word there, and the path that leads to it.

#include "core/completion/meaning.h"

#include <optional>
#include <string>
#include <vector>

namespace asl::completion {

enum class ExpressionKind : std::uint8_t { JSONata, Path, PathOrCall };

struct ExpressionSite
{
    ExpressionKind kind = ExpressionKind::Path;
    std::size_t begin = 0; ///< of the expression in the string's value
    std::size_t end = 0;
    std::size_t wordBegin = 0; ///< of the word at the place, with its `$`; of a member, behind its dot
    std::size_t wordEnd = 0;
    bool isMember = false;          ///< a dot stands before the word
    std::vector<std::string> path;  ///< isMember: what leads to it, the root with its `$` first; items are empty. Empty: not known
    bool isText = false;            ///< in a text, a comment or a regular expression
};

/// The expression of which `offset` of the value is a part; nothing where the value is none, or not there.
std::optional<ExpressionSite> expressionSiteAt(const Site& site, const Meaning& meaning);
std::optional<ExpressionSite> expressionSiteAt(std::string_view value, std::size_t offset, ExpressionForm form, std::string_view key);

/// "$substring(text, number, number?) → text" for `<s-nn?:s>`.
std::string readableSignature(std::string_view function, std::string_view signature);

} // namespace asl::completion

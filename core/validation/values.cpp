#include "core/validation/values.h"

namespace asl::validation {

namespace {

/// Where the token that begins at or after `from` stands; empty when there is none. `${!x}` of CloudFormation is none.
TextRange nextToken(std::string_view text, std::size_t from)
{
    while (true) {
        const std::size_t begin = text.find("${", from);
        if (begin == std::string_view::npos)
            return {};
        const std::size_t end = text.find('}', begin);
        if (end == std::string_view::npos)
            return {};
        if (end > begin + 2 && text[begin + 2] != '!')
            return {begin, end + 1};
        from = begin + 2;
    }
}

} // namespace

bool hasToken(std::string_view text) { return !nextToken(text, 0).empty(); }

bool isFilledInLater(const SyntaxTree& tree, NodeId node)
{
    const NodeKind kind = tree.kind(node);
    return kind == NodeKind::Substitution || (kind == NodeKind::String && hasToken(tree.raw(node)));
}

std::string withoutTokens(std::string_view text)
{
    std::string result;
    std::size_t position = 0;
    for (TextRange token = nextToken(text, 0); !token.empty(); token = nextToken(text, position)) {
        result += text.substr(position, token.begin - position);
        result += '1'; // reads as a name's part, as a number and as text
        position = token.end;
    }
    result += text.substr(position);
    return result;
}

bool isJSONata(std::string_view text) { return text.size() >= 4 && text.starts_with("{%") && text.ends_with("%}"); }

} // namespace asl::validation

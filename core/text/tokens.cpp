// The ${Tokens} in the values of a text.

#include "core/text/syntax_tree.h"

namespace asl {

namespace {

/// Names stop at what no template language allows in one; braces inside are those of an expression in the token.
std::size_t tokenEnd(std::string_view text, std::size_t begin)
{
    std::size_t open = 0;
    for (std::size_t i = begin + 1; i < text.size(); ++i) {
        if (text[i] == '{')
            ++open;
        else if (text[i] == '}' && --open == 0)
            return i + 1;
    }
    return std::string_view::npos;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

} // namespace

std::vector<Token> tokens(const SyntaxTree& tree, NodeId id)
{
    std::vector<Token> found;
    const SyntaxNode& node = tree.node(id);
    if (node.kind != NodeKind::String && node.kind != NodeKind::Substitution)
        return found;
    const std::string_view raw = tree.raw(id);
    std::size_t position = raw.find("${");
    while (position != std::string_view::npos) {
        const std::size_t end = tokenEnd(raw, position);
        if (end == std::string_view::npos)
            break;
        const std::string_view name = trimmed(raw.substr(position + 2, end - position - 3));
        if (!name.empty() && name.front() != '!')
            found.push_back({{node.begin + position, node.begin + end}, std::string(name), id, node.kind == NodeKind::Substitution});
        position = raw.find("${", end);
    }
    return found;
}

std::vector<Token> tokens(const SyntaxTree& tree)
{
    std::vector<Token> all;
    // Few texts have many: look for the mark itself, then for the node around it.
    const std::string_view text = tree.text();
    std::size_t position = text.find("${");
    while (position != std::string_view::npos) {
        const NodeId id = tree.nodeAt(position);
        std::size_t next = position + 2;
        if (id != noNode && tree.node(id).range().contains(position)) {
            for (Token& token : tokens(tree, id)) {
                next = token.range.end;
                all.push_back(std::move(token));
            }
            if (tree.node(id).childCount == 0)
                next = std::max<std::size_t>(next, tree.node(id).end);
        }
        position = text.find("${", next);
    }
    return all;
}

} // namespace asl

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

/// Where each token of a YAML value stands in the text; one that escapes or folding hide, and one that a tag stands for, is
/// given the place of the value.
void findInYaml(const SyntaxTree& tree, std::vector<Token>& found)
{
    if (found.empty())
        return;
    const TextRange whole = tree.node(found.front().node).range();
    std::size_t position = whole.begin;
    for (Token& token : found) {
        const std::string_view raw = tree.raw(token.node);
        const std::string written(raw.substr(token.range.begin, token.range.size()));
        const std::size_t at = std::string_view(tree.text()).substr(0, whole.end).find(written, position);
        token.range = at == std::string_view::npos ? whole : TextRange{at, at + written.size()};
        position = at == std::string_view::npos ? position : token.range.end;
    }
}

} // namespace

std::vector<Token> tokens(const SyntaxTree& tree, NodeId id)
{
    std::vector<Token> found;
    const SyntaxNode& node = tree.node(id);
    if (node.kind != NodeKind::String && node.kind != NodeKind::Substitution)
        return found;
    const bool yaml = tree.syntax() == TextSyntax::Yaml;
    const std::size_t begin = yaml ? 0 : node.begin;
    const std::string_view raw = tree.raw(id);
    std::size_t position = raw.find("${");
    while (position != std::string_view::npos) {
        const std::size_t end = tokenEnd(raw, position);
        if (end == std::string_view::npos)
            break;
        const std::string_view name = trimmed(raw.substr(position + 2, end - position - 3));
        if (!name.empty() && name.front() != '!')
            found.push_back({{begin + position, begin + end}, std::string(name), id, node.kind == NodeKind::Substitution});
        position = raw.find("${", end);
    }
    if (yaml)
        findInYaml(tree, found);
    return found;
}

std::vector<Token> tokens(const SyntaxTree& tree)
{
    std::vector<Token> all;
    if (tree.syntax() == TextSyntax::Yaml) {
        for (NodeId id = 0; id < tree.size(); ++id)
            if (tree.fixed(id) == Fixed::No || tree.fixed(id) == Fixed::ExplicitKey)
                for (Token& token : tokens(tree, id))
                    all.push_back(std::move(token));
        return all;
    }
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

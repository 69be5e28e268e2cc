#include "core/text/comments.h"

#include <algorithm>
#include <vector>

namespace asl {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

bool hasMarkIn(std::string_view text, TextRange range)
{
    for (std::size_t i = range.begin; i < range.end; ++i)
        if (text[i] == '#' && (i == 0 || isBlank(text[i - 1]) || isLineEnd(text[i - 1])))
            return true;
    return false;
}

/// In YAML comments stand between keys and scalars, and in the first line of a block scalar.
bool hasYamlComments(const SyntaxTree& tree)
{
    const std::string& text = tree.text();
    std::vector<TextRange> scalars;
    for (NodeId id = 0; id < tree.size(); ++id) {
        const SyntaxNode& node = tree.node(id);
        scalars.push_back(node.keyRange());
        if (node.kind == NodeKind::Object || node.kind == NodeKind::Array || node.begin == node.end)
            continue;
        scalars.push_back(node.range());
        const bool isBlock = text[node.begin] == '|' || text[node.begin] == '>';
        const std::size_t headEnd = std::min(text.find_first_of("\r\n", node.begin), std::size_t(node.end));
        if (isBlock && hasMarkIn(text, {node.begin, headEnd}))
            return true;
    }
    std::sort(scalars.begin(), scalars.end(), [](TextRange a, TextRange b) { return a.begin < b.begin; });
    std::size_t end = 0;
    for (const TextRange scalar : scalars) {
        if (scalar.begin > end && hasMarkIn(text, {end, scalar.begin}))
            return true;
        end = std::max(end, scalar.end);
    }
    return hasMarkIn(text, {end, text.size()});
}

} // namespace

TextRange removableComment(std::string_view text, TextRange comment)
{
    std::size_t end = comment.end;
    while (end < text.size() && isBlank(text[end]))
        ++end;
    if (end < text.size() && !isLineEnd(text[end]))
        return comment; // something follows in the line
    std::size_t begin = comment.begin;
    while (begin > 0 && isBlank(text[begin - 1]))
        --begin;
    const bool alone = begin == 0 || isLineEnd(text[begin - 1]);
    if (alone && end < text.size())
        end += text.substr(end, 2) == "\r\n" ? 2 : 1;
    return {begin, end};
}

bool hasComments(const SyntaxTree& tree)
{
    if (tree.syntax() == TextSyntax::Yaml)
        return hasYamlComments(tree);
    const auto& found = tree.extensions();
    return std::any_of(found.begin(), found.end(), [](const Extension& e) { return e.kind == Extension::Kind::Comment; });
}

} // namespace asl

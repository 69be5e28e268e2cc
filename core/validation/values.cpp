#include "core/validation/values.h"

#include "core/text/written_text.h"

#include <algorithm>

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

/// How many bytes of the value the piece of a JSON string at `position` gives, and how many it takes.
struct Unit
{
    std::size_t taken;
    std::size_t given;
};

bool isHighSurrogate(std::string_view raw, std::size_t position)
{
    return position + 12 <= raw.size() && (raw[position + 2] == 'd' || raw[position + 2] == 'D') &&
           std::string_view("89abAB").find(raw[position + 3]) != std::string_view::npos && raw[position + 6] == '\\' &&
           raw[position + 7] == 'u';
}

Unit unitAt(std::string_view raw, std::size_t position)
{
    if (raw[position] != '\\' || position + 1 >= raw.size())
        return {1, 1};
    if (raw[position + 1] != 'u' || position + 6 > raw.size())
        return {2, 1};
    if (isHighSurrogate(raw, position))
        return {12, 4};
    const std::string_view hexadecimal = raw.substr(position + 2, 4);
    const bool two = hexadecimal[0] == '0' && hexadecimal[1] < '8';
    const bool one = two && hexadecimal.substr(0, 2) == "00" && hexadecimal[2] < '8';
    return {6, one ? 1U : two ? 2U : 3U};
}

/// A place in withoutTokens(text) as a place in `text`; one inside the word for a token is the token's beginning.
std::size_t withTokens(std::string_view text, std::size_t place)
{
    std::size_t shift = 0; ///< so much shorter is the text without the tokens before it
    for (TextRange token = nextToken(text, 0); !token.empty() && token.begin < place + shift;
         token = nextToken(text, token.end))
        shift += token.size() - 1;
    return std::min(place + shift, text.size());
}

TextRange rangeInYaml(const SyntaxTree& tree, NodeId node, std::size_t begin, std::size_t end)
{
    const TextRange whole = tree.node(node).range();
    if (tree.fixed(node) != Fixed::No)
        return whole;
    const WrittenText written = writtenText(tree.text(), TextSyntax::Yaml, whole);
    const std::string value = tree.stringValue(node);
    begin = withTokens(value, begin);
    end = withTokens(value, end);
    const auto withoutLineEnds = [](std::string_view text) { return text.substr(0, text.find_last_not_of('\n') + 1); };
    const bool same = withoutLineEnds(written.value) == withoutLineEnds(value);
    return same && begin < end && end <= written.value.size() ? TextRange{written.placeOf(begin), written.placeOf(end)}
                                                              : whole;
}

/// Behind the brace that closes `%{` or `${`, whose content begins at `place`; the place itself when the line has none.
std::size_t endOfTemplatePart(std::string_view text, std::size_t place)
{
    bool quoted = false;
    int depth = 1;
    for (std::size_t i = place; i < text.size() && text[i] != '\n'; ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && text[i] == '{')
            ++depth;
        else if (!quoted && text[i] == '}' && --depth == 0)
            return i + 1;
    }
    return place;
}

} // namespace

bool hasToken(std::string_view text)
{
    return !nextToken(text, 0).empty();
}

bool isFilledInLater(const SyntaxTree& tree, NodeId node)
{
    const NodeKind kind = tree.kind(node);
    return kind == NodeKind::Substitution || (kind == NodeKind::String && hasToken(tree.raw(node)));
}

TextRange unreadableTemplatePart(const SyntaxTree& tree)
{
    if (tree.errors().empty())
        return {};
    const std::string_view text = tree.text();
    const std::size_t error = tree.errors().front().range.begin;
    for (std::size_t begin = std::min(error, text.size()); text.substr(begin, 1) != "\n"; --begin) {
        const bool jsonata = begin > 0 && text[begin - 1] == '{'; // {%{"a": 1}%}
        const bool directive = text.substr(begin, 2) == "%{" && !jsonata;
        if (directive || text.substr(begin, 2) == "${") {
            const TextRange part{begin, endOfTemplatePart(text, begin + 2)};
            const bool quotes = text.substr(begin, part.size()).find('"') != std::string_view::npos;
            return part.end > error && (directive || quotes) ? part : TextRange{};
        }
        if (begin == 0)
            break;
    }
    return {};
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

NodeId endOf(const SyntaxTree& tree, NodeId value)
{
    for (NodeId node = value; node != noNode; node = tree.node(node).parent)
        if (const NodeId next = tree.node(node).nextSibling; next != noNode)
            return next;
    return static_cast<NodeId>(tree.size());
}

std::size_t compactSize(const SyntaxTree& tree, NodeId value)
{
    std::size_t size = 0;
    const NodeId end = endOf(tree, value);
    for (NodeId id = value; id < end; ++id) {
        const SyntaxNode& node = tree.node(id);
        if (const std::size_t key = tree.rawKey(id).size(); id != value && key != 0)
            size += key + 1;
        if (node.kind == NodeKind::Array || node.kind == NodeKind::Object)
            size += 2 + (node.childCount == 0 ? 0 : node.childCount - 1);
        else
            size += tree.raw(id).size();
    }
    return size;
}

TextRange rangeInString(const SyntaxTree& tree, NodeId node, std::size_t begin, std::size_t end)
{
    if (tree.syntax() != TextSyntax::Json)
        return rangeInYaml(tree, node, begin, end);
    const std::string_view raw = tree.raw(node);
    const std::size_t first = tree.node(node).begin;
    const std::string value = tree.stringValue(node);
    begin = withTokens(value, begin);
    end = withTokens(value, end);
    TextRange range = tree.node(node).range();
    std::size_t given = 0;
    for (std::size_t position = 1; position + 1 < raw.size();) {
        if (given == begin)
            range.begin = first + position;
        const Unit unit = unitAt(raw, position);
        position += unit.taken;
        given += unit.given;
        if (given == end)
            range.end = first + position;
    }
    return range.begin < range.end ? range : tree.node(node).range();
}

TextRange rangeInString(const SyntaxTree& tree, NodeId node, std::size_t place)
{
    const std::string text = withoutTokens(tree.stringValue(node));
    if (text.empty())
        return tree.node(node).range();
    const auto isInside = [&](std::size_t byte) {
        return byte < text.size() && (static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80;
    };
    std::size_t begin = std::min(place, text.size() - 1);
    while (begin > 0 && isInside(begin))
        --begin;
    std::size_t end = begin + 1;
    while (isInside(end))
        ++end;
    return rangeInString(tree, node, begin, end);
}

bool isJSONata(std::string_view text)
{
    return text.size() >= 4 && text.starts_with("{%") && text.ends_with("%}");
}

} // namespace asl::validation

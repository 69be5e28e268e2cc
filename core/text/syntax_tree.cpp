#include "core/text/syntax_tree.h"

#include "core/text/json_string.h"
#include "core/text/syntax_reader.h"
#include "core/text/yaml_reader.h"

#include <algorithm>
#include <charconv>

namespace asl {

namespace {

/// What stands between the quotes of a literal, of which the closing one may be missing.
std::string_view insideQuotes(std::string_view literal)
{
    if (literal.empty() || literal.front() != '"')
        return !literal.empty() && literal.back() == '"' ? literal.substr(0, literal.size() - 1) : literal;
    return literal.substr(1);
}

std::string contentOf(std::string_view literal)
{
    return unescaped(insideQuotes(literal));
}

bool contentIs(std::string_view literal, bool escaped, std::string_view wanted)
{
    if (escaped)
        return contentOf(literal) == wanted;
    std::string_view inside = insideQuotes(literal);
    if (!inside.empty() && inside.back() == '"')
        inside.remove_suffix(1);
    return inside == wanted;
}

} // namespace

SyntaxTree SyntaxTree::parse(std::shared_ptr<const std::string> text, TextSyntax syntax)
{
    SyntaxTree best;
    best.m_text = std::move(text);
    if (syntax == TextSyntax::Yaml) {
        YamlReader(best, YamlTags::StandForValues).read();
        return best;
    }
    SyntaxReader first(best, {});
    first.read();
    if (!first.structureIsGuessed())
        return best;

    const bool manyLines = best.text().find('\n') != std::string::npos;
    std::size_t fewestErrors = first.errorCount();
    const auto tryReading = [&](SyntaxReader::Guess guess) {
        SyntaxTree tree;
        tree.m_text = best.m_text;
        SyntaxReader reader(tree, guess);
        reader.read();
        if (reader.errorCount() <= fewestErrors) {
            fewestErrors = reader.errorCount();
            best = std::move(tree);
        }
    };
    if (manyLines)
        tryReading({.byIndentation = true, .arrayEndsAtName = false});
    if (first.metNameInArray())
        tryReading({.byIndentation = manyLines, .arrayEndsAtName = true});
    return best;
}

SyntaxTree SyntaxTree::parse(std::string text, TextSyntax syntax)
{
    return parse(std::make_shared<const std::string>(std::move(text)), syntax);
}

SyntaxTree SyntaxTree::parseYaml(std::shared_ptr<const std::string> text, YamlTags tags)
{
    SyntaxTree tree;
    tree.m_text = std::move(text);
    YamlReader(tree, tags).read();
    return tree;
}

std::string_view SyntaxTree::tag(NodeId id) const
{
    if (!m_spelling)
        return {};
    const auto found = m_spelling->tags.find(id);
    return found == m_spelling->tags.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view SyntaxTree::raw(NodeId id) const
{
    if (m_spelling) {
        const JsonSpelling::Place& place = m_spelling->places[id];
        return std::string_view(m_spelling->text).substr(place.begin, place.end - place.begin);
    }
    const SyntaxNode& value = m_nodes[id];
    return std::string_view(*m_text).substr(value.begin, value.end - value.begin);
}

std::string_view SyntaxTree::rawKey(NodeId id) const
{
    if (m_spelling) {
        const JsonSpelling::Place& place = m_spelling->places[id];
        return std::string_view(m_spelling->text).substr(place.keyBegin, place.keyEnd - place.keyBegin);
    }
    const SyntaxNode& member = m_nodes[id];
    return std::string_view(*m_text).substr(member.keyBegin, member.keyEnd - member.keyBegin);
}

std::string SyntaxTree::key(NodeId id) const
{
    return contentOf(rawKey(id));
}

bool SyntaxTree::keyIs(NodeId id, std::string_view key) const
{
    return contentIs(rawKey(id), m_nodes[id].keyEscaped, key);
}

std::string SyntaxTree::stringValue(NodeId id) const
{
    return kind(id) == NodeKind::String ? contentOf(raw(id)) : std::string();
}

bool SyntaxTree::stringIs(NodeId id, std::string_view value) const
{
    return kind(id) == NodeKind::String && contentIs(raw(id), m_nodes[id].escaped, value);
}

NodeId SyntaxTree::find(NodeId object, std::string_view key) const
{
    NodeId found = noNode;
    if (kind(object) != NodeKind::Object)
        return found;
    for (const NodeId member : children(object)) {
        const SyntaxNode& candidate = m_nodes[member];
        const bool mayFit = candidate.keyEscaped || candidate.damaged || rawKey(member).size() == key.size() + 2;
        if (mayFit && candidate.keyEnd > candidate.keyBegin && keyIs(member, key))
            found = member;
    }
    return found;
}

NodeId SyntaxTree::child(NodeId arrayOrObject, std::size_t index) const
{
    NodeId id = m_nodes[arrayOrObject].firstChild;
    for (; id != noNode && index > 0; --index)
        id = m_nodes[id].nextSibling;
    return id;
}

std::size_t SyntaxTree::indexInParent(NodeId id) const
{
    std::size_t index = 0;
    if (m_nodes[id].parent == noNode)
        return index;
    for (NodeId sibling = m_nodes[m_nodes[id].parent].firstChild; sibling != id; sibling = m_nodes[sibling].nextSibling)
        ++index;
    return index;
}

NodeId SyntaxTree::nodeAt(std::size_t position) const
{
    // Nodes lie in document order, so the last one that begins before the position is in it or beside it.
    const auto next = std::upper_bound(m_nodes.begin() + 1, m_nodes.end(), position, [](std::size_t wanted, const SyntaxNode& candidate) {
        return wanted < candidate.memberRange().begin;
    });
    auto id = static_cast<NodeId>(next - m_nodes.begin() - 1);
    const auto holds = [&](const TextRange range) { return range.contains(position) || (range.empty() && range.begin == position); };
    while (id != root() && !holds(m_nodes[id].memberRange()))
        id = m_nodes[id].parent;
    // What an alias stands for has no text here; the alias itself has.
    while (id != root() && fixed(id) == Fixed::Alias && fixed(m_nodes[id].parent) == Fixed::Alias)
        id = m_nodes[id].parent;
    return id;
}

std::string SyntaxTree::pointer(NodeId id) const
{
    std::vector<NodeId> path;
    for (; m_nodes[id].parent != noNode; id = m_nodes[id].parent)
        path.push_back(id);
    std::string text;
    for (auto step = path.rbegin(); step != path.rend(); ++step) {
        text += '/';
        if (kind(m_nodes[*step].parent) == NodeKind::Array) {
            text += std::to_string(indexInParent(*step));
            continue;
        }
        for (const char c : key(*step)) {
            if (c == '~')
                text += "~0";
            else if (c == '/')
                text += "~1";
            else
                text += c;
        }
    }
    return text;
}

std::optional<NodeId> SyntaxTree::atPointer(std::string_view pointer) const
{
    NodeId id = root();
    while (!pointer.empty()) {
        if (pointer.front() != '/')
            return std::nullopt;
        const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
        const std::string_view written = pointer.substr(1, end - 1);
        pointer.remove_prefix(end);
        if (kind(id) == NodeKind::Array) {
            std::size_t index = 0;
            const auto [stop, fault] = std::from_chars(written.data(), written.data() + written.size(), index);
            if (fault != std::errc() || stop != written.data() + written.size())
                return std::nullopt;
            id = child(id, index);
        } else {
            std::string key;
            for (std::size_t i = 0; i < written.size(); ++i) {
                const bool escape = written[i] == '~' && i + 1 < written.size() && (written[i + 1] == '0' || written[i + 1] == '1');
                key += escape ? (written[++i] == '0' ? '~' : '/') : written[i];
            }
            id = find(id, key);
        }
        if (id == noNode)
            return std::nullopt;
    }
    return id;
}

} // namespace asl

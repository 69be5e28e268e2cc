// What aliases and merge keys of a YAML text stand for.

#include "core/text/yaml_reader.h"

#include <algorithm>

namespace asl {

const YamlReader::Anchor* YamlReader::anchorOf(const YamlEvent& alias)
{
    const auto found = m_anchors.find(alias.anchor);
    if (found == m_anchors.end()) {
        error(alias.range, {ASL_TEXT("core", "There is no anchor &%1 above this alias."), {alias.anchor}});
        return nullptr;
    }
    if (found->second.end == noNode) {
        error(alias.range,
              {ASL_TEXT("core", "The alias *%1 stands inside the value that it repeats."), {alias.anchor}});
        return nullptr;
    }
    const std::size_t before = m_repeatedNodes;
    m_repeatedNodes += found->second.end - found->second.begin;
    if (m_repeatedNodes <= maxRepeatedNodes)
        return &found->second;
    if (before <= maxRepeatedNodes)
        error(alias.range,
              {ASL_TEXT("core", "The aliases of this text repeat more than %1 values. Write fewer of them."),
               {std::to_string(maxRepeatedNodes)}});
    return nullptr;
}

void YamlReader::alias(const YamlEvent& event)
{
    const Anchor* anchor = anchorOf(event);
    if (!anchor) {
        const NodeId id = add(event.range, NodeKind::Missing);
        spell(id, NodeKind::Missing, "null");
        return;
    }
    const Anchor source = *anchor;
    repeat(source.begin, source.end, event.range, Fixed::Alias);
}

/// Adds a value once more. In JSON it is repeated letter by letter, so all places in it move by the same distance.
void YamlReader::repeat(NodeId source, NodeId sourceEnd, TextRange range, Fixed why)
{
    const NodeId id = add(range, m_tree.kind(source), why);
    const JsonSpelling::Place from = place(source);
    const std::uint32_t distance = place(id).begin - from.begin;
    m_spelling.text += m_spelling.text.substr(from.begin, from.end - from.begin);
    place(id).end = from.end + distance;
    const auto moved = [&](NodeId link) { return link == noNode ? noNode : link - source + id; };
    node(id).escaped = node(source).escaped;
    node(id).childCount = node(source).childCount;
    node(id).firstChild = moved(node(source).firstChild);
    for (NodeId inner = source + 1; inner < sourceEnd; ++inner) {
        SyntaxNode copy = node(inner);
        JsonSpelling::Place spelled = place(inner);
        copy.parent = moved(copy.parent);
        copy.firstChild = moved(copy.firstChild);
        copy.nextSibling = moved(copy.nextSibling);
        copy.begin = static_cast<std::uint32_t>(range.begin);
        copy.end = static_cast<std::uint32_t>(range.end);
        if (spelled.keyEnd > spelled.keyBegin) {
            copy.keyBegin = copy.begin;
            copy.keyEnd = copy.end;
        }
        spelled.keyBegin += distance;
        spelled.keyEnd += distance;
        spelled.begin += distance;
        spelled.end += distance;
        spelled.fixed = why;
        m_tree.m_nodes.push_back(copy);
        m_spelling.places.push_back(spelled);
    }
}

// --- merge keys -----------------------------------------------------------------------------------------------------

bool YamlReader::takeMerge()
{
    if (m_next >= m_events.size())
        return false;
    const YamlEvent& value = m_events[m_next++];
    const std::size_t begin = m_next;
    std::size_t end = m_next;
    if (value.kind == Kind::SequenceStart)
        while (end < m_events.size() && m_events[end].kind == Kind::Alias)
            ++end;
    const bool isList =
        value.kind == Kind::SequenceStart && end < m_events.size() && m_events[end].kind == Kind::CollectionEnd;
    if (value.kind != Kind::Alias && !isList) {
        error({value.range.begin, std::min(value.range.begin + 1, m_text.size())},
              ASL_TEXT("core", "A merge key (<<) takes an alias, or a list of aliases."));
        return false;
    }
    m_next = isList ? end + 1 : begin;
    const auto following = keysThatFollow();
    if (value.kind == Kind::Alias)
        merge(value, following);
    for (std::size_t item = begin; isList && item < end; ++item)
        merge(m_events[item], following);
    return true;
}

/// The keys that the innermost mapping has from here on: they go before what is merged.
std::unordered_set<std::string> YamlReader::keysThatFollow() const
{
    std::unordered_set<std::string> keys;
    std::size_t depth = 0;
    bool isKey = true;
    for (std::size_t i = m_next; i < m_events.size(); ++i) {
        const YamlEvent& event = m_events[i];
        if (event.kind == Kind::CollectionEnd && depth == 0)
            break;
        if (depth == 0 && isKey && event.kind == Kind::Scalar)
            keys.insert(event.value);
        if (event.kind == Kind::MappingStart || event.kind == Kind::SequenceStart) {
            ++depth;
            continue;
        }
        depth -= event.kind == Kind::CollectionEnd ? 1 : 0;
        isKey = depth == 0 ? !isKey : isKey;
    }
    return keys;
}

NodeId YamlReader::subtreeEnd(NodeId id, NodeId limit) const
{
    const NodeId next = m_tree.node(id).nextSibling;
    return next == noNode ? limit : next;
}

std::string YamlReader::keyText(NodeId id) const
{
    const JsonSpelling::Place& spelled = m_spelling.places[id];
    const SyntaxTree literal =
        SyntaxTree::parse(m_spelling.text.substr(spelled.keyBegin, spelled.keyEnd - spelled.keyBegin));
    return literal.stringValue(literal.root());
}

/// The members of another mapping that this one does not have itself.
void YamlReader::merge(const YamlEvent& alias, const std::unordered_set<std::string>& ownKeys)
{
    const Anchor* found = anchorOf(alias);
    if (!found)
        return;
    const Anchor source = *found;
    if (m_tree.kind(source.begin) != NodeKind::Object) {
        error(alias.range, ASL_TEXT("core", "Only an object can be merged; this alias stands for something else."));
        return;
    }
    for (NodeId member = m_tree.node(source.begin).firstChild; member != noNode;
         member = m_tree.node(member).nextSibling) {
        std::string key = keyText(member);
        if (ownKeys.count(key) || top().keys.count(key))
            continue;
        top().key = std::move(key);
        top().keyRange = alias.range;
        repeat(member, subtreeEnd(member, source.end), alias.range, Fixed::Merged);
    }
}

} // namespace asl

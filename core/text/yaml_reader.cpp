#include "core/text/yaml_reader.h"

#include "core/text/yaml_scalar.h"

#include <algorithm>

namespace asl {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

std::uint32_t narrow(std::size_t position)
{
    return static_cast<std::uint32_t>(position);
}

std::size_t lineBegin(std::string_view text, std::size_t position)
{
    while (position > 0 && !isLineEnd(text[position - 1]))
        --position;
    return position;
}

std::size_t lineEnd(std::string_view text, std::size_t position)
{
    return std::min(text.find_first_of("\r\n", position), text.size());
}

std::size_t columnOf(std::string_view text, std::size_t position)
{
    return position - lineBegin(text, position);
}

/// Not one of YAML's own: !Ref, !GetAtt, …
bool isForeignTag(std::string_view tag)
{
    return tag.starts_with('!') && tag != "!";
}

/// Replaces a line by blanks; false when it had nothing else.
bool passOverLine(std::string& text, std::size_t position)
{
    const std::size_t begin = lineBegin(text, std::min(position, text.size()));
    const std::size_t end = lineEnd(text, begin);
    bool changed = false;
    for (std::size_t i = begin; i < end; ++i) {
        changed = changed || !isBlank(text[i]);
        text[i] = ' ';
    }
    return changed;
}

} // namespace

YamlReader::YamlReader(SyntaxTree& tree, YamlTags tags) : m_tree(tree), m_tags(tags), m_text(tree.text()) {}

void YamlReader::read()
{
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    m_shift = m_text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    std::string text(m_text.substr(m_shift));
    std::vector<SyntaxError> faults;
    while (true) {
        const auto fault = collectEvents(text);
        readEvents();
        if (!fault)
            break;
        const std::size_t begin = fault->cause + m_shift;
        faults.push_back({{begin, std::max(begin, lineEnd(m_text, begin))}, fault->message});
        // The line of the fault is passed over, so that all around it is still read.
        if (faults.size() >= maxFaults || !passOverLine(text, fault->cause))
            break;
    }
    finish(std::move(faults));
}

std::optional<YamlFault> YamlReader::collectEvents(const std::string& text)
{
    m_events.clear();
    YamlEvents events(text);
    std::size_t depth = 0;
    while (auto event = events.next()) {
        event->range.begin += m_shift;
        event->range.end += m_shift;
        depth += event->kind == Kind::MappingStart || event->kind == Kind::SequenceStart ? 1 : 0;
        depth -= event->kind == Kind::CollectionEnd ? 1 : 0;
        m_events.push_back(*std::move(event));
        if (depth > SyntaxTree::maxDepth)
            break; // said when it is read
    }
    return events.fault();
}

void YamlReader::readEvents()
{
    m_tree.m_nodes.clear();
    m_tree.m_extensions.clear();
    m_spelling = {};
    m_frames.clear();
    m_anchors.clear();
    m_repeatedNodes = 0;
    m_found.clear();
    if (m_shift > 0)
        m_tree.m_extensions.push_back({Extension::Kind::ByteOrderMark, {0, m_shift}});
    m_next = 0;
    while (m_next < m_events.size() && take(m_events[m_next++])) {
    }
    while (!m_frames.empty()) // behind a fault
        close(0);
}

void YamlReader::finish(std::vector<SyntaxError> faults)
{
    if (m_tree.m_nodes.empty()) {
        add({m_shift, m_shift}, NodeKind::Missing);
        spell(0, NodeKind::Missing, "null");
    }
    faults.insert(faults.end(), m_found.begin(), m_found.end());
    std::stable_sort(faults.begin(), faults.end(),
                     [](const SyntaxError& a, const SyntaxError& b) { return a.range.begin < b.range.begin; });
    std::stable_sort(m_tree.m_extensions.begin(), m_tree.m_extensions.end(),
                     [](const Extension& a, const Extension& b) { return a.range.begin < b.range.begin; });
    m_tree.m_errors = std::move(faults);
    for (const SyntaxError& found : m_tree.m_errors)
        markDamaged(found.range.begin);
    m_tree.m_spelling = std::make_shared<const JsonSpelling>(std::move(m_spelling));
}

/// The fault lies in the innermost node that begins above it and further left, and in all around that.
void YamlReader::markDamaged(std::size_t position)
{
    std::size_t first = lineBegin(m_text, position);
    while (first < m_text.size() && isBlank(m_text[first]))
        ++first;
    const std::size_t column = columnOf(m_text, first);
    const auto& nodes = m_tree.m_nodes;
    const auto next =
        std::upper_bound(nodes.begin() + 1, nodes.end(), position, [](std::size_t wanted, const SyntaxNode& candidate) {
            return wanted < candidate.memberRange().begin;
        });
    auto id = static_cast<NodeId>(next - nodes.begin() - 1);
    const auto holds = [&](const SyntaxNode& candidate) {
        const TextRange range = candidate.memberRange();
        return range.contains(position) || (range.begin <= position && columnOf(m_text, range.begin) < column);
    };
    while (id != m_tree.root() && !holds(nodes[id]))
        id = nodes[id].parent;
    for (; id != noNode; id = nodes[id].parent)
        node(id).damaged = true;
}

void YamlReader::error(TextRange range, Message message)
{
    if (m_found.size() < maxFaults)
        m_found.push_back({range, std::move(message)});
}

// --- events ---------------------------------------------------------------------------------------------------------

bool YamlReader::take(const YamlEvent& event)
{
    if (event.kind == Kind::DocumentStart) {
        if (m_tree.m_nodes.empty())
            return true;
        error(event.range, ASL_TEXT("core", "A second YAML document begins here. A file holds one definition; move "
                                            "this one to a file of its own."));
        return false;
    }
    if (event.kind == Kind::CollectionEnd) {
        close(event.range.end);
        return true;
    }
    if (!m_frames.empty() && top().isMapping && !top().hasKey)
        return takeKey(event);
    switch (event.kind) {
    case Kind::Scalar:
        scalar(event);
        return true;
    case Kind::Alias:
        alias(event);
        return true;
    case Kind::SequenceStart:
    case Kind::MappingStart:
        return open(event);
    case Kind::DocumentStart:
    case Kind::CollectionEnd:
        break;
    }
    return true;
}

bool YamlReader::takeKey(const YamlEvent& event)
{
    Frame& frame = top();
    frame.keyRange = valueRange(event);
    frame.keyFixed = Fixed::No;
    if (event.kind == Kind::Alias) {
        const Anchor* anchor = anchorOf(event);
        const bool isText = anchor && m_tree.kind(anchor->begin) == NodeKind::String;
        if (anchor && !isText)
            error(event.range, ASL_TEXT("core", "A key is a text, but this alias stands for something else."));
        const std::string literal = isText
                                        ? m_spelling.text.substr(place(anchor->begin).begin,
                                                                 place(anchor->begin).end - place(anchor->begin).begin)
                                        : "\"\"";
        const SyntaxTree text = SyntaxTree::parse(literal);
        frame.key = text.stringValue(text.root());
        frame.keyFixed = Fixed::Alias;
    } else if (event.kind != Kind::Scalar) {
        error({event.range.begin, std::min(event.range.begin + 1, m_text.size())},
              ASL_TEXT("core", "A key is a text; a list or an object cannot be one."));
        return false;
    } else {
        if (event.style == YamlEvent::Style::Plain && event.tag.empty() && event.value == "<<")
            return takeMerge();
        frame.key = event.value;
        if (isExplicitKey(event.range.begin))
            frame.keyFixed = Fixed::ExplicitKey;
        if (!event.anchor.empty()) // a key is no value; an older one of the same name would be wrong
            m_anchors.erase(event.anchor);
    }
    frame.hasKey = true;
    return true;
}

bool YamlReader::open(const YamlEvent& event)
{
    if (m_frames.size() >= SyntaxTree::maxDepth) {
        error(
            {event.range.begin, std::min(event.range.begin + 1, m_text.size())},
            {ASL_TEXT("core", "The text is nested more than %1 levels deep."), {std::to_string(SyntaxTree::maxDepth)}});
        return false;
    }
    if (isForeignTag(event.tag) && m_tags == YamlTags::StandForValues) {
        taggedCollection(event);
        return true;
    }
    const bool isMapping = event.kind == Kind::MappingStart;
    TextRange range = valueRange(event);
    if (!event.flow && m_next < m_events.size()) {
        // A block collection begins at its first key or dash, behind an anchor or tag.
        if (isMapping && m_events[m_next].kind != Kind::CollectionEnd)
            range.begin = std::max(range.begin, m_events[m_next].range.begin);
        while (!isMapping && range.begin < m_text.size() && m_text[range.begin] != '-')
            range.begin = m_text[range.begin] == '#' ? lineEnd(m_text, range.begin) : range.begin + 1;
        range.end = std::min(range.begin + 1, m_text.size());
    }
    range.end = std::max(range.begin, range.end);
    const NodeId id = add(range, isMapping ? NodeKind::Object : NodeKind::Array);
    keepTag(id, event);
    m_spelling.text += isMapping ? '{' : '[';
    if (!event.anchor.empty())
        m_anchors[event.anchor] = {id, noNode};
    Frame frame;
    frame.node = id;
    frame.isMapping = isMapping;
    frame.isFlow = event.flow;
    frame.anchor = event.anchor;
    m_frames.push_back(std::move(frame));
    return true;
}

/// The innermost collection ends; `end` counts for one in brackets.
void YamlReader::close(std::size_t end)
{
    if (m_frames.empty())
        return;
    const Frame& frame = top();
    if (frame.hasKey) { // a fault came before the value
        const TextRange behind{frame.keyRange.end, frame.keyRange.end};
        spell(add(behind, NodeKind::Missing), NodeKind::Missing, "null");
    }
    std::size_t last = node(frame.node).end;
    if (frame.isFlow)
        last = std::max(last, end);
    if (frame.lastChild != noNode)
        last = std::max<std::size_t>(last, node(frame.lastChild).end);
    node(frame.node).end = narrow(last);
    m_spelling.text += frame.isMapping ? '}' : ']';
    place(frame.node).end = narrow(m_spelling.text.size());
    remember(frame.anchor, frame.node);
    m_frames.pop_back();
}

void YamlReader::scalar(const YamlEvent& event)
{
    const NodeId id = add(valueRange(event), NodeKind::Null);
    keepTag(id, event);
    const bool kept = m_tags == YamlTags::Kept && isForeignTag(event.tag);
    const YamlValue value = kept ? YamlValue{NodeKind::String, quoted(event.value)} : yamlValue(event);
    spell(id, value.kind, value.json);
    remember(event.anchor, id);
}

void YamlReader::keepTag(NodeId id, const YamlEvent& event)
{
    if (m_tags == YamlTags::Kept && isForeignTag(event.tag))
        m_spelling.tags.emplace(id, event.tag);
}

/// A list or object with a foreign tag (!Sub, !Join, …): what comes out of it is not known here.
void YamlReader::taggedCollection(const YamlEvent& start)
{
    std::string argument, firstText;
    TextRange range = valueRange(start);
    std::vector<bool> inBrackets = {start.flow};
    std::size_t end = range.end, parts = 0;
    for (; !inBrackets.empty() && m_next < m_events.size(); ++m_next) {
        const YamlEvent& event = m_events[m_next];
        if (event.kind == Kind::CollectionEnd) {
            end = std::max(end, inBrackets.back() ? event.range.end : end);
            inBrackets.pop_back();
            continue;
        }
        if (event.kind == Kind::Scalar && inBrackets.size() == 1) {
            argument += (parts == 0 ? "" : ".") + event.value;
            firstText = parts == 0 ? event.value : firstText;
        }
        end = std::max(end, valueRange(event).end);
        ++parts;
        if (event.kind == Kind::SequenceStart || event.kind == Kind::MappingStart)
            inBrackets.push_back(event.flow);
    }
    range.end = std::max(range.begin, end);
    const NodeId id = add(range, NodeKind::Substitution);
    if (start.tag == "!Sub" && !firstText.empty())
        spell(id, NodeKind::String, quoted(firstText));
    else
        spell(id, NodeKind::Substitution, tokenOfTag(start.tag, argument));
    remember(start.anchor, id);
}

// --- nodes ----------------------------------------------------------------------------------------------------------

/// A new child of the innermost collection, or the root. Its value is spelled next.
NodeId YamlReader::add(TextRange range, NodeKind kind, Fixed fixed)
{
    const NodeId id = nodeCount();
    SyntaxNode added;
    JsonSpelling::Place spelled;
    added.kind = kind;
    added.begin = narrow(range.begin);
    added.end = narrow(range.end);
    spelled.fixed = fixed;
    if (!m_frames.empty()) {
        Frame& frame = top();
        if (node(frame.node).childCount++ > 0)
            m_spelling.text += ',';
        if (frame.isMapping) {
            if (!frame.keys.insert(frame.key).second)
                m_tree.m_extensions.push_back({Extension::Kind::DuplicateKey, frame.keyRange});
            const std::string literal = quoted(frame.key);
            added.keyBegin = narrow(frame.keyRange.begin);
            added.keyEnd = narrow(frame.keyRange.end);
            added.keyEscaped = literal.find('\\') != std::string::npos;
            spelled.keyBegin = narrow(m_spelling.text.size());
            m_spelling.text += literal;
            spelled.keyEnd = narrow(m_spelling.text.size());
            m_spelling.text += ':';
            if (fixed == Fixed::No)
                spelled.fixed = frame.keyFixed;
            frame.hasKey = false;
        }
        added.parent = frame.node;
        (frame.lastChild == noNode ? node(frame.node).firstChild : node(frame.lastChild).nextSibling) = id;
        frame.lastChild = id;
    }
    spelled.begin = spelled.end = narrow(m_spelling.text.size());
    m_tree.m_nodes.push_back(added);
    m_spelling.places.push_back(spelled);
    return id;
}

void YamlReader::spell(NodeId id, NodeKind kind, std::string_view json)
{
    node(id).kind = kind;
    node(id).escaped = kind == NodeKind::String && json.find('\\') != std::string_view::npos;
    if (kind == NodeKind::Substitution)
        m_tree.m_extensions.push_back({Extension::Kind::BareToken, node(id).range()});
    m_spelling.text += json;
    place(id).end = narrow(m_spelling.text.size());
}

void YamlReader::remember(const std::string& anchor, NodeId begin)
{
    if (!anchor.empty())
        m_anchors[anchor] = {begin, nodeCount()};
}

bool YamlReader::isExplicitKey(std::size_t begin) const
{
    while (begin > 0 && isBlank(m_text[begin - 1]))
        --begin;
    return begin > 0 && m_text[begin - 1] == '?' &&
           (begin == 1 || isBlank(m_text[begin - 2]) || isLineEnd(m_text[begin - 2]));
}

/// The bytes of a scalar or collection without its anchor.
TextRange YamlReader::valueRange(const YamlEvent& event) const
{
    std::size_t begin = event.range.begin;
    const bool keepsTag = m_tags == YamlTags::Kept && !event.tag.empty();
    while ((!event.anchor.empty() || keepsTag) && event.kind != Kind::Alias && begin < event.range.end) {
        if (m_text[begin] == '&' || (keepsTag && m_text[begin] == '!')) {
            while (begin < event.range.end && !isBlank(m_text[begin]) && !isLineEnd(m_text[begin]))
                ++begin;
        } else if (isBlank(m_text[begin]) || isLineEnd(m_text[begin])) {
            ++begin;
        } else if (m_text[begin] == '#') {
            begin = lineEnd(m_text, begin);
        } else {
            break;
        }
    }
    const TextRange range{std::min(begin, event.range.end), event.range.end};
    const bool block = event.style == YamlEvent::Style::Literal || event.style == YamlEvent::Style::Folded;
    return event.kind == Kind::Scalar && block ? blockScalarRange(range) : range;
}

/// Without the line end behind it, and without empty lines that do not count.
TextRange YamlReader::blockScalarRange(TextRange range) const
{
    const std::size_t head =
        std::min(lineEnd(m_text, std::min(m_text.find_first_of("|>", range.begin), range.end)), range.end);
    const std::string_view header = m_text.substr(range.begin, head - range.begin);
    const bool keeps = header.substr(0, header.find('#')).find('+') != std::string_view::npos;
    std::size_t end = range.end;
    if (keeps) {
        end -= end > head && m_text[end - 1] == '\n' ? 1 : 0;
        end -= end > head && m_text[end - 1] == '\r' ? 1 : 0;
        return {range.begin, end};
    }
    while (end > head && (isBlank(m_text[end - 1]) || isLineEnd(m_text[end - 1])))
        --end;
    return {range.begin, end};
}

} // namespace asl

#include "core/document/text_changes.h"

#include "core/document/trivia.h"
#include "core/support/assert.h"
#include "core/text/yaml_scalar.h"

#include <algorithm>

namespace asl {

namespace {

constexpr std::size_t longestLine = 100; ///< a new value is kept on one line, as its neighbours are, up to this length

bool isContainer(NodeKind kind) { return kind == NodeKind::Object || kind == NodeKind::Array; }

/// Whether `position` is the end of a line but for white space, or stands before a closing bracket.
bool endsLine(std::string_view text, std::size_t position)
{
    while (position < text.size() && (text[position] == ' ' || text[position] == '\t'))
        ++position;
    return position == text.size() || std::string_view("\r\n}]").find(text[position]) != std::string_view::npos;
}

} // namespace

std::string reindented(std::string_view text, std::string_view from, std::string_view to)
{
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t lineEnd = text.find('\n', at);
        const std::size_t next = lineEnd == std::string_view::npos ? text.size() : lineEnd + 1;
        result += text.substr(at, next - at);
        at = next;
        if (at < text.size() && text.substr(at).starts_with(from)) {
            result += to;
            at += from.size();
        }
    }
    return result;
}

void TextChanges::replace(TextRange range, std::string text)
{
    if (!m_patch.add(range, std::move(text)))
        m_overlap = true;
    ASL_ASSERT(!m_overlap || !m_tree.errors().empty(), "the changes of one edit touch different places");
}

void TextChanges::replaceValue(NodeId node, std::string_view json)
{
    if (isYaml())
        return replaceYaml(node, json);
    const NodeId parent = m_tree.node(node).parent;
    std::string text = parent == noNode ? formatted(json, styleAt(m_tree, node), "") : layOut(parent, node, json);
    replace(m_tree.node(node).range(), std::move(text));
}

void TextChanges::replaceScalar(NodeId node, std::string_view json)
{
    if (isYaml())
        return replaceYaml(node, json);
    replace(m_tree.node(node).range(), std::string(json));
}

void TextChanges::renameKey(NodeId member, std::string_view key)
{
    const TextRange range = m_tree.node(member).keyRange();
    if (!isYaml())
        return replace(range, quoted(key));
    if (!mayChangeMember(member))
        return;
    YamlScalarPlace place;
    place.isKey = true;
    place.inFlow = isFlow(m_tree, m_tree.node(member).parent);
    replace(range, yamlScalar(key, yamlStyleOf(std::string_view(m_tree.text()).substr(range.begin)), place));
}

void TextChanges::swap(NodeId one, NodeId other)
{
    if (isYaml() && (!mayChangeMember(one) || !mayChangeMember(other)))
        return;
    const auto written = [&](NodeId node) { return m_tree.text().substr(m_tree.node(node).begin, m_tree.node(node).range().size()); };
    replace(m_tree.node(one).range(), written(other));
    replace(m_tree.node(other).range(), written(one));
}

std::string TextChanges::childIndent(NodeId container, NodeId neighbour) const
{
    const std::string& text = m_tree.text();
    if (neighbour != noNode) {
        const std::size_t begin = m_tree.node(neighbour).memberRange().begin;
        if (trivia::startsLine(text, begin))
            return std::string(lineIndent(text, begin));
    }
    for (NodeId child : m_tree.children(container)) {
        const std::size_t begin = m_tree.node(child).memberRange().begin;
        if (trivia::startsLine(text, begin))
            return std::string(lineIndent(text, begin));
    }
    return std::string(lineIndent(text, m_tree.node(container).begin)) + styleAt(m_tree, container).indent;
}

std::string TextChanges::layOut(NodeId container, NodeId neighbour, std::string_view json) const
{
    TextStyle style = styleAt(m_tree, container);
    if (style.oneLine)
        return formatted(json, style, {});
    NodeId model = noNode; // a child with children, whose habit the new value takes over
    for (NodeId child : m_tree.children(container))
        if (isContainer(m_tree.kind(child)) && m_tree.node(child).childCount > 0 && (model == noNode || child == neighbour))
            model = child;
    if (model != noNode) {
        TextStyle modelStyle = styleAt(m_tree, model);
        if (modelStyle.oneLine) {
            std::string text = formatted(json, modelStyle, {});
            if (text.size() <= longestLine)
                return text;
        }
    }
    return formatted(json, style, childIndent(container, neighbour));
}

std::string TextChanges::separator(NodeId container, NodeId neighbour) const
{
    const TextStyle style = styleAt(m_tree, container);
    return style.oneLine ? style.afterComma : style.lineEnd + childIndent(container, neighbour);
}

TextRange TextChanges::interior(NodeId container) const
{
    const SyntaxNode& node = m_tree.node(container);
    const char last = m_tree.text()[node.end - 1];
    const bool closed = node.end - node.begin >= 2 && (last == '}' || last == ']');
    return {node.begin + std::size_t(1), closed ? node.end - std::size_t(1) : node.end};
}

TextRange TextChanges::commaAfter(NodeId child) const
{
    const std::size_t end = m_tree.node(child).end;
    const std::size_t at = trivia::afterSpaceAndComments(m_tree.text(), end);
    return at < m_tree.text().size() && m_tree.text()[at] == ',' ? TextRange{at, at + 1} : TextRange{end, end};
}

// --- adding ---------------------------------------------------------------------------------------------------------

void TextChanges::insertMember(NodeId object, NodeId after, std::string_view key, std::string_view json)
{
    if (isYaml() && !mayChange(object))
        return;
    if (!hasBrackets(object)) {
        const SyntaxTree value = SyntaxTree::parse(std::string(json));
        const YamlStyle style = yamlStyleFor(object, m_tree.node(object).end);
        insertIntoBlock(object, after, yamlKey(key, style) + ":" + yamlText(value, value.root(), style, columnOfChildren(object), YamlBehind::Colon));
    } else if (isYaml() && m_tree.node(object).childCount == 0) {
        replaceYaml(object, "{" + quoted(key) + ":" + std::string(json) + "}");
    } else {
        insertWrittenMember(object, after, key, layOut(object, after, json));
    }
}

void TextChanges::insertWrittenMember(NodeId object, NodeId after, std::string_view key, std::string_view value)
{
    if (isYaml() && !mayChange(object))
        return;
    if (!hasBrackets(object)) {
        const YamlStyle style = yamlStyleFor(object, m_tree.node(object).end);
        return insertIntoBlock(object, after, yamlKey(key, style) + ":" + style.lineEnd
                                   + std::string(columnOfChildren(object) + style.step, ' ') + std::string(value));
    }
    if (isYaml() && m_tree.node(object).childCount == 0)
        return insertIntoBraces(object, key, value);
    const TextStyle style = styleAt(m_tree, object);
    insertChild(object, after, quoted(key) + style.beforeColon + ":" + style.afterColon + std::string(value));
}

void TextChanges::appendItem(NodeId array, std::string_view json)
{
    NodeId last = noNode;
    for (NodeId item : m_tree.children(array))
        last = item;
    if (isYaml() && !mayChange(array))
        return;
    if (!hasBrackets(array)) {
        const SyntaxTree value = SyntaxTree::parse(std::string(json));
        const YamlStyle style = yamlStyleFor(array, m_tree.node(array).end);
        insertIntoBlock(array, last, "-" + yamlText(value, value.root(), style, columnOfChildren(array), YamlBehind::Dash));
    } else if (isYaml() && last == noNode) {
        replaceYaml(array, "[" + std::string(json) + "]");
    } else {
        insertChild(array, last, layOut(array, last, json));
    }
}

void TextChanges::insertChild(NodeId container, NodeId after, const std::string& text)
{
    if (m_tree.node(container).childCount == 0)
        insertIntoEmpty(container, text);
    else if (after == noNode)
        insertFirst(container, text);
    else
        insertAfter(container, after, text);
}

void TextChanges::insertIntoEmpty(NodeId container, const std::string& child)
{
    const std::string& text = m_tree.text();
    const TextStyle style = styleAt(m_tree, container);
    const TextRange inside = interior(container);
    const std::string before = style.oneLine ? style.insideBraces : style.lineEnd + childIndent(container, noNode);
    const std::string after = style.oneLine
        ? style.insideBraces
        : style.lineEnd + std::string(lineIndent(text, m_tree.node(container).begin));
    const std::size_t lastComment = trivia::beforeSpace(text, inside.end);
    if (lastComment <= inside.begin) {
        replace(inside, before + child + after);
    } else {
        const bool ownLine = trivia::hasLineEnd(std::string_view(text).substr(lastComment, inside.end - lastComment));
        replace({lastComment, lastComment}, (style.oneLine ? " " : before) + child + (ownLine ? "" : after));
    }
}

void TextChanges::insertFirst(NodeId container, const std::string& child)
{
    const std::string& text = m_tree.text();
    const NodeId first = m_tree.node(container).firstChild;
    const std::size_t begin = m_tree.node(first).memberRange().begin;
    if (trivia::startsLine(text, begin)) {
        const std::size_t place = trivia::afterCommentsOfLine(text, m_tree.node(container).begin + 1);
        replace({place, place}, separator(container, first) + child + ",");
    } else {
        replace({begin, begin}, child + "," + separator(container, first));
    }
}

void TextChanges::insertAfter(NodeId container, NodeId after, const std::string& child)
{
    const std::string& text = m_tree.text();
    const TextRange comma = commaAfter(after);
    std::size_t place = trivia::afterCommentsOfLine(text, comma.end);
    if (!endsLine(text, place))
        place = comma.end;
    const std::string newLine = separator(container, after);
    if (!comma.empty()) {
        replace({place, place}, newLine + child + ",");
    } else if (place == comma.end) {
        replace({place, place}, "," + newLine + child);
    } else {
        replace(comma, ",");
        replace({place, place}, newLine + child);
    }
}

// --- removing -------------------------------------------------------------------------------------------------------

void TextChanges::remove(NodeId container, const std::vector<NodeId>& children)
{
    if (isYaml())
        for (const NodeId child : children)
            if (!mayChangeMember(child))
                return;
    if (!hasBrackets(container))
        return removeFromBlock(container, children);
    const auto goes = [&](NodeId child) { return std::find(children.begin(), children.end(), child) != children.end(); };
    NodeId lastKept = noNode, last = noNode;
    for (NodeId child : m_tree.children(container)) {
        last = child;
        if (!goes(child))
            lastKept = child;
    }
    if (lastKept == noNode) {
        // Nothing stays: {} unless comments do.
        std::string rest;
        std::size_t from = interior(container).begin;
        for (NodeId child : m_tree.children(container)) {
            rest += m_tree.text().substr(from, m_tree.node(child).memberRange().begin - from);
            const TextRange comma = commaAfter(child);
            rest += m_tree.text().substr(m_tree.node(child).end, comma.begin - m_tree.node(child).end);
            from = comma.end;
        }
        rest += m_tree.text().substr(from, interior(container).end - from);
        if (trivia::afterSpace(rest, 0) == rest.size()) {
            replace(interior(container), "");
            return;
        }
    }
    bool behindKept = lastKept == noNode;
    for (NodeId child : m_tree.children(container)) {
        if (goes(child))
            behindKept ? removeFromBack(child) : removeFromFront(child);
        behindKept = behindKept || child == lastKept;
    }
    if (lastKept != noNode && lastKept != last && commaAfter(last).empty() && !commaAfter(lastKept).empty())
        replace(commaAfter(lastKept), "");
}

/// Others follow. A child alone on its lines, with no empty line above, takes just these; else what comes next moves to where
/// the child began.
void TextChanges::removeFromFront(NodeId child)
{
    const std::string& text = m_tree.text();
    const TextRange range = m_tree.node(child).memberRange();
    const TextRange comma = commaAfter(child);
    const bool commentBeforeComma = trivia::afterSpace(text, range.end) < comma.begin;
    const std::size_t above = trivia::beforeSpace(text, range.begin);
    const std::size_t end = trivia::afterSpace(text, comma.end);
    const bool ownLines = trivia::lineEnds(text, {above, range.begin}) == 1 && trivia::lineEnds(text, {comma.end, end}) > 0;
    if (commentBeforeComma) {
        replace(range, "");
        replace({comma.begin, end}, "");
    } else if (ownLines) {
        replace({above, comma.end}, "");
    } else {
        replace({range.begin, end}, "");
    }
}

/// Nothing follows: the line goes with the child, unless a comment stands on it.
void TextChanges::removeFromBack(NodeId child)
{
    const std::string& text = m_tree.text();
    const TextRange range = m_tree.node(child).memberRange();
    const TextRange comma = commaAfter(child);
    const bool commentBeforeComma = trivia::afterSpace(text, range.end) < comma.begin;
    const std::size_t end = commentBeforeComma ? range.end : comma.end;
    const bool commentBehind = commentBeforeComma || trivia::afterCommentsOfLine(text, end) > end;
    if (commentBehind)
        replace({range.begin, trivia::afterSpace(text, end)}, "");
    else
        replace({trivia::beforeSpace(text, range.begin), end}, "");
    if (commentBeforeComma)
        replace(comma, "");
}

} // namespace asl

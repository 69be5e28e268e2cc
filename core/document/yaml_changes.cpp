// The changes of TextChanges in YAML written by indentation.

#include "core/document/text_changes.h"
#include "core/document/trivia.h"
#include "core/text/yaml_scalar.h"

#include <algorithm>

namespace asl {

namespace {

bool isContainer(NodeKind kind)
{
    return kind == NodeKind::Object || kind == NodeKind::Array;
}
bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

std::size_t lineEndAt(std::string_view text, std::size_t position)
{
    return std::min(text.find_first_of("\r\n", position), text.size());
}

std::size_t nextLine(std::string_view text, std::size_t position)
{
    const std::size_t end = lineEndAt(text, position);
    return std::min(end + (text.substr(end, 2) == "\r\n" ? 2 : 1), text.size());
}

std::size_t lineBegin(std::string_view text, std::size_t position)
{
    return position - yamlColumn(text, position);
}

/// Of a line that is not the first one.
std::size_t lineAbove(std::string_view text, std::size_t line)
{
    const std::size_t end = line - (line > 1 && text.substr(line - 2, 2) == "\r\n" ? 2 : 1);
    return lineBegin(text, end);
}

std::size_t afterBlanks(std::string_view text, std::size_t position)
{
    while (position < text.size() && isBlank(text[position]))
        ++position;
    return position;
}

/// Whether nothing but a comment follows in the line.
bool endsLine(std::string_view text, std::size_t position)
{
    const std::size_t at = afterBlanks(text, position);
    return at == lineEndAt(text, position) || (text[at] == '#' && at > position);
}

/// Whether a comment stands between two places that have only white space and comments between them.
bool hasComment(std::string_view text, std::size_t begin, std::size_t end)
{
    return end > begin && text.substr(begin, end - begin).find('#') != std::string_view::npos;
}

} // namespace

std::optional<Error> whyFixed(const SyntaxTree& tree, NodeId node)
{
    const TextRange range = tree.node(node).range();
    switch (tree.fixed(node)) {
    case Fixed::No:
        return std::nullopt;
    case Fixed::Alias:
        return Error{{ASL_TEXT("core", "This comes from an alias (%1): it is written elsewhere in the text. Change it "
                                       "there, or write it out here."),
                      {tree.text().substr(range.begin, range.size())}},
                     range};
    case Fixed::Merged:
        return Error{ASL_TEXT("core", "This is brought in by a merge key (<<) and written elsewhere in the text. "
                                      "Change it there, or write it out here."),
                     range};
    case Fixed::ExplicitKey:
        return Error{ASL_TEXT("core", "This is written with an explicit key (? key). Change it in the text."), range};
    }
    return std::nullopt;
}

bool TextChanges::mayChange(NodeId node)
{
    if (!m_refusal)
        m_refusal = whyFixed(m_tree, node);
    return !m_refusal;
}

bool TextChanges::mayChangeMember(NodeId node)
{
    const NodeId parent = m_tree.node(node).parent;
    const bool isAlias = m_tree.fixed(node) == Fixed::Alias && parent != noNode && m_tree.fixed(parent) == Fixed::No;
    const bool keyIsAlias =
        m_tree.text()[m_tree.node(node).memberRange().begin] == '*' && !m_tree.node(node).keyRange().empty();
    return isAlias && !keyIsAlias ? !m_refusal : mayChange(node);
}

YamlStyle TextChanges::yamlStyleFor(NodeId container, std::size_t valueEnd) const
{
    YamlStyle style = yamlStyleAt(m_tree, container);
    style.oneLineAtEnd = afterBlanks(m_tree.text(), valueEnd) != lineEndAt(m_tree.text(), valueEnd);
    return style;
}

std::size_t TextChanges::columnOfChildren(NodeId container) const
{
    return yamlColumn(m_tree.text(), m_tree.node(container).begin);
}

std::string TextChanges::yamlValueIndent(NodeId object) const
{
    const NodeId parent = m_tree.node(object).parent;
    const std::size_t step = yamlStyleAt(m_tree, object).step;
    if (!hasBrackets(object))
        return std::string(columnOfChildren(object) + step, ' ');
    return std::string(parent == noNode ? step : columnOfChildren(parent) + 2 * step, ' ');
}

/// Where the dash of an item stands: in the column of the list, at or above the item.
std::size_t TextChanges::dashOf(NodeId item) const
{
    const std::string& text = m_tree.text();
    const std::size_t first = m_tree.node(m_tree.node(item).parent).begin;
    const std::size_t column = yamlColumn(text, first);
    std::size_t line = lineBegin(text, m_tree.node(item).begin);
    while (line > first &&
           (line + column >= text.size() || text[line + column] != '-' || lineEndAt(text, line) < line + column))
        line = lineAbove(text, line);
    return line + column;
}

// --- replacing ------------------------------------------------------------------------------------------------------

/// A value in brackets, or one that gets them: as in JSON.
void TextChanges::replaceFlow(NodeId node, const SyntaxTree& json, const std::string& written)
{
    const SyntaxNode& old = m_tree.node(node);
    std::string text = written;
    if (json.kind(json.root()) == NodeKind::String && old.kind == NodeKind::String &&
        yamlStyleOf(m_tree.text().substr(old.begin, 1)) != YamlEvent::Style::DoubleQuoted) {
        YamlScalarPlace place;
        place.inFlow = true;
        text = yamlScalar(json.stringValue(json.root()), yamlStyleOf(m_tree.text().substr(old.begin, 1)), place);
    }
    const bool needsBlank = old.begin == old.end && old.begin > 0 && !isBlank(m_tree.text()[old.begin - 1U]);
    replace(old.range(), (needsBlank ? " " : "") + text);
}

void TextChanges::replaceYaml(NodeId node, std::string_view literal)
{
    if (!mayChange(node))
        return;
    const SyntaxTree json = SyntaxTree::parse(std::string(literal));
    const std::string& text = m_tree.text();
    const SyntaxNode& old = m_tree.node(node);
    const bool toContainer = isContainer(json.kind(json.root())) && json.node(json.root()).childCount > 0;
    const NodeId parent = old.parent;
    if (parent == noNode) {
        if (isFlow(m_tree, node))
            return replace(old.range(), formatted(literal, styleAt(m_tree, node), {}));
        return replace(old.range(), yamlText(json, json.root(), yamlStyleFor(node, old.end), 0, YamlBehind::Nothing));
    }
    if (hasBrackets(parent))
        return replaceFlow(node, json, layOut(parent, node, literal));
    if (toContainer && isFlow(m_tree, node) && old.childCount > 0)
        return replace(old.range(), formatted(literal, styleAt(m_tree, node), lineIndent(text, old.begin)));

    const bool isMember = m_tree.kind(parent) == NodeKind::Object;
    const std::size_t column = columnOfChildren(parent);
    YamlStyle style = yamlStyleFor(parent, old.end);
    std::size_t begin = old.begin;
    const std::size_t space = trivia::beforeSpace(text, begin);
    const std::size_t head = isMember ? old.keyEnd : dashOf(node) + 1;
    const bool ownLine =
        trivia::hasLineEnd(std::string_view(text).substr(std::min(space, begin), begin - std::min(space, begin)));
    const bool commentAbove = ownLine && hasComment(text, head, space);
    if (json.kind(json.root()) == NodeKind::String && old.kind == NodeKind::String &&
        old.end - begin > 2) // "" says no habit
        style.texts = yamlStyleOf(std::string_view(text).substr(begin, 1));
    std::string written = yamlText(json, json.root(), style, column, isMember ? YamlBehind::Colon : YamlBehind::Dash);
    if (commentAbove && written.starts_with(' ')) {
        const std::size_t inner = column + style.step;
        written = style.lineEnd + std::string(inner, ' ') +
                  (isMember ? written.substr(1) : yamlText(json, json.root(), style, inner, YamlBehind::Nothing));
        begin = space;
    } else if (ownLine || toContainer || written.starts_with(style.lineEnd)) {
        begin = space;
    } else if (begin > 0 && isBlank(text[begin - 1])) {
        written.erase(0, 1); // the blank is there
    }
    replace({begin, old.end}, std::move(written));
}

// --- adding ---------------------------------------------------------------------------------------------------------

/// Where a line after a child may begin: behind comments in its last line, and behind those below that stand further
/// right.
std::size_t TextChanges::behindChild(NodeId child, std::size_t column) const
{
    const std::string_view text = m_tree.text();
    std::size_t place = m_tree.node(child).end;
    if (!endsLine(text, place))
        return place;
    place = std::max(place, lineEndAt(text, place));
    for (std::size_t line = nextLine(text, place); line < text.size(); line = nextLine(text, line)) {
        const std::size_t first = afterBlanks(text, line);
        const bool empty = first == lineEndAt(text, line);
        if (!empty && (text[first] != '#' || first - line <= column))
            break;
        if (!empty)
            place = lineEndAt(text, line);
    }
    return place;
}

/// The empty lines that part two neighbours here.
std::string TextChanges::blankLinesBetween(NodeId container, NodeId neighbour) const
{
    NodeId first = neighbour, second = m_tree.node(neighbour).nextSibling;
    if (second == noNode) {
        second = neighbour;
        first = noNode;
        for (const NodeId child : m_tree.children(container))
            if (m_tree.node(child).nextSibling == neighbour)
                first = child;
    }
    if (first == noNode)
        return {};
    const std::string_view text = m_tree.text();
    const std::size_t end = lineBegin(text, m_tree.node(second).memberRange().begin);
    std::string lines;
    for (std::size_t line = nextLine(text, m_tree.node(first).end); line < end && lines.empty();
         line = nextLine(text, line))
        if (afterBlanks(text, line) == lineEndAt(text, line))
            lines = yamlStyleAt(m_tree, container).lineEnd;
    return lines;
}

void TextChanges::insertIntoBlock(NodeId container, NodeId after, const std::string& child)
{
    const std::string& text = m_tree.text();
    const std::size_t column = columnOfChildren(container);
    const std::string newLine = yamlStyleAt(m_tree, container).lineEnd;
    const std::string indent(column, ' ');
    if (after != noNode) {
        const std::size_t place = behindChild(after, column);
        const std::size_t next = nextLine(text, place);
        if (next > place) // a line of its own, so that the one before may change in the same edit
            return replace({next, next}, blankLinesBetween(container, after) + indent + child + newLine);
        return replace({place, place}, newLine + blankLinesBetween(container, after) + indent + child);
    }
    const std::size_t begin = m_tree.node(container).begin;
    if (!trivia::startsLine(text, begin))
        return replace({begin, begin}, child + newLine + indent);
    // Comments right above the first child belong to it.
    std::size_t place = lineBegin(text, begin);
    const std::size_t head =
        m_tree.node(container).parent == noNode ? place : m_tree.node(container).memberRange().begin;
    while (place > head) {
        const std::size_t above = lineAbove(text, place);
        const std::size_t first = afterBlanks(text, above);
        if (above <= head || text[first] != '#')
            break;
        place = above;
    }
    replace({place, place}, indent + child + newLine);
}

/// A member whose value is written in lines, into an object of empty braces.
void TextChanges::insertIntoBraces(NodeId object, std::string_view key, std::string_view value)
{
    const SyntaxNode& node = m_tree.node(object);
    if (node.parent != noNode && hasBrackets(node.parent)) {
        if (!m_refusal)
            m_refusal = Error{
                ASL_TEXT(
                    "core",
                    "What is written in lines cannot stand between brackets. Write the place without brackets first."),
                node.range()};
        return;
    }
    const YamlStyle style = yamlStyleFor(node.parent == noNode ? object : node.parent, node.end);
    const std::size_t column = node.parent == noNode ? 0 : columnOfChildren(node.parent) + style.step;
    const std::size_t begin = node.parent == noNode ? node.begin : trivia::beforeSpace(m_tree.text(), node.begin);
    replace({begin, node.end}, (node.parent == noNode ? std::string() : style.lineEnd + std::string(column, ' ')) +
                                   yamlKey(key, style) + ":" + style.lineEnd + std::string(column + style.step, ' ') +
                                   std::string(value));
}

// --- removing -------------------------------------------------------------------------------------------------------

/// Nothing stays: {} or [] behind the key, and the lines of all children gone.
void TextChanges::emptyBlock(NodeId container)
{
    const std::string& text = m_tree.text();
    const SyntaxNode& node = m_tree.node(container);
    const std::string empty = node.kind == NodeKind::Object ? "{}" : "[]";
    const std::size_t space = trivia::beforeSpace(text, node.begin);
    const bool ownLine =
        node.parent != noNode && trivia::hasLineEnd(std::string_view(text).substr(space, node.begin - space));
    replace({ownLine ? space : node.begin, node.end}, (ownLine ? " " : "") + empty);
}

/// The lines of one child. A comment in its last line stays, and so does the dash or key that a first child shares its
/// line with.
TextRange TextChanges::linesOf(NodeId container, NodeId child, NodeId nextKept) const
{
    const std::string_view text = m_tree.text();
    const SyntaxNode& node = m_tree.node(child);
    const bool isArray = m_tree.kind(container) == NodeKind::Array;
    const auto beginOf = [&](NodeId id) { return isArray ? dashOf(id) : m_tree.node(id).memberRange().begin; };
    const std::size_t begin = beginOf(child);
    const std::size_t behind = afterBlanks(text, node.end);
    if (behind < text.size() && text[behind] == '#')
        return {begin, behind};
    if (!trivia::startsLine(text, begin)) // in the line of a dash: what stays moves up
        return {begin, nextKept == noNode ? node.end : beginOf(nextKept)};
    std::size_t line = lineBegin(text, begin);
    const std::size_t next = nextLine(text, node.end);
    if (next == lineEndAt(text, node.end)) // the last line, which has no end
        return {trivia::beforeSpace(text, line), text.size()};
    const bool gapBelow = node.nextSibling == noNode || afterBlanks(text, next) == lineEndAt(text, next);
    while (gapBelow && line > 0) { // one gap of the two goes along
        const std::size_t above = lineAbove(text, line);
        if (afterBlanks(text, above) != lineEndAt(text, above) || above < m_tree.node(container).begin)
            break;
        line = above;
    }
    return {line, next};
}

void TextChanges::removeFromBlock(NodeId container, const std::vector<NodeId>& children)
{
    const auto goes = [&](NodeId child) {
        return std::find(children.begin(), children.end(), child) != children.end();
    };
    const auto nextKept = [&](NodeId child) {
        do
            child = m_tree.node(child).nextSibling;
        while (child != noNode && goes(child));
        return child;
    };
    std::vector<TextRange> ranges;
    bool anyStays = false;
    for (const NodeId child : m_tree.children(container)) {
        anyStays = anyStays || !goes(child);
        if (!goes(child))
            continue;
        const TextRange lines = linesOf(container, child, nextKept(child));
        if (!ranges.empty() && lines.begin <= ranges.back().end)
            ranges.back() = {std::min(lines.begin, ranges.back().begin), std::max(lines.end, ranges.back().end)};
        else
            ranges.push_back(lines);
    }
    if (!anyStays)
        return emptyBlock(container);
    for (const TextRange& range : ranges)
        replace(range, "");
}

} // namespace asl

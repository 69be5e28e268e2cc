// TextStyle: each habit is read off the nearest container that shows it: the container itself, its siblings of the same
// kind, its parents, then any other.

#include "core/text/text_style.h"

#include "core/support/assert.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace asl {

namespace {

bool isContainer(NodeKind kind) { return kind == NodeKind::Object || kind == NodeKind::Array; }


bool hasLineEnd(std::string_view text)
{
    return text.find_first_of("\r\n") != std::string_view::npos;
}

/// What one container shows of the habits; nothing where it gives no example.
class Evidence
{
public:
    Evidence(const SyntaxTree& tree, NodeId container) : m_tree(tree), m_text(tree.text()), m_node(tree.node(container)) {}

    std::optional<bool> oneLine() const
    {
        if (m_node.childCount == 0)
            return std::nullopt;
        return !hasLineEnd(beforeFirst()) && (m_node.childCount == 1 || !hasLineEnd(betweenFirstTwo()));
    }

    std::optional<std::string> indent() const
    {
        if (oneLine() != false || !hasLineEnd(beforeFirst()))
            return std::nullopt;
        const std::string_view outer = lineIndent(m_text, m_node.memberRange().begin);
        const std::string_view inner = lineIndent(m_text, first().memberRange().begin);
        if (inner.size() <= outer.size() || inner.substr(0, outer.size()) != outer)
            return std::nullopt;
        return std::string(inner.substr(outer.size()));
    }

    std::optional<std::string> beforeColon() const
    {
        const std::optional<std::size_t> colon = firstColon();
        if (!colon)
            return std::nullopt;
        return blanks(first().keyEnd, *colon);
    }

    std::optional<std::string> afterColon() const
    {
        const std::optional<std::size_t> colon = firstColon();
        if (!colon)
            return std::nullopt;
        return blanks(*colon + 1, first().begin);
    }

    std::optional<std::string> afterComma() const
    {
        if (m_node.childCount < 2 || oneLine() != true)
            return std::nullopt;
        const std::size_t comma = m_text.find(',', first().end);
        return comma < second().memberRange().begin ? blanks(comma + 1, second().memberRange().begin) : std::nullopt;
    }

    std::optional<std::string> insideBraces() const
    {
        if (m_node.kind != NodeKind::Object || oneLine() != true)
            return std::nullopt;
        return blanks(m_node.begin + 1U, first().memberRange().begin);
    }

private:
    const SyntaxNode& first() const { return m_tree.node(m_node.firstChild); }
    const SyntaxNode& second() const { return m_tree.node(first().nextSibling); }
    std::string_view between(std::size_t begin, std::size_t end) const { return m_text.substr(begin, end > begin ? end - begin : 0); }
    std::string_view beforeFirst() const { return between(m_node.begin, first().memberRange().begin); }
    std::string_view betweenFirstTwo() const { return between(first().end, second().memberRange().begin); }

    std::optional<std::size_t> firstColon() const
    {
        if (m_node.kind != NodeKind::Object || m_node.childCount == 0 || first().damaged || first().keyEnd == first().keyBegin)
            return std::nullopt;
        const std::size_t colon = m_text.find(':', first().keyEnd);
        return colon < first().begin ? std::optional(colon) : std::nullopt;
    }

    std::optional<std::string> blanks(std::size_t begin, std::size_t end) const
    {
        const std::string_view text = between(begin, end);
        if (text.find_first_not_of(" \t") != std::string_view::npos)
            return std::nullopt;
        return std::string(text);
    }

    const SyntaxTree& m_tree;
    std::string_view m_text;
    const SyntaxNode& m_node;
};

/// Where to look for habits, nearest first; other containers of the text last, up to a number that tells enough.
std::vector<NodeId> examples(const SyntaxTree& tree, NodeId container)
{
    std::vector<NodeId> found;
    const NodeKind kind = tree.kind(container);
    if (isContainer(kind))
        found.push_back(container);
    const auto addSiblings = [&](NodeId parent, NodeKind wanted) {
        for (const NodeId sibling : tree.children(parent))
            if (sibling != container && tree.kind(sibling) == wanted && tree.node(sibling).childCount > 0)
                found.push_back(sibling);
    };
    NodeId parent = tree.node(container).parent;
    if (parent != noNode && isContainer(kind))
        addSiblings(parent, kind);
    for (; parent != noNode; parent = tree.node(parent).parent)
        found.push_back(parent);
    constexpr std::size_t enough = 2000;
    for (NodeId id = 0; id < tree.size() && found.size() < enough; ++id)
        if (isContainer(tree.kind(id)) && tree.node(id).childCount > 0)
            found.push_back(id);
    return found;
}

std::string lineEndOf(std::string_view text)
{
    const std::size_t lineFeed = text.find('\n');
    if (lineFeed != std::string_view::npos)
        return lineFeed > 0 && text[lineFeed - 1] == '\r' ? "\r\n" : "\n";
    return text.find('\r') == std::string_view::npos ? "\n" : "\r";
}

} // namespace

TextStyle styleAt(const SyntaxTree& tree, NodeId container)
{
    TextStyle style;
    style.lineEnd = lineEndOf(tree.text());
    const std::vector<NodeId> places = examples(tree, container);
    const auto take = [&](auto& habit, auto shown) {
        for (const NodeId place : places) {
            if (auto example = (Evidence(tree, place).*shown)()) {
                habit = std::move(*example);
                return true;
            }
        }
        return false;
    };
    take(style.oneLine, &Evidence::oneLine);
    take(style.indent, &Evidence::indent);
    take(style.beforeColon, &Evidence::beforeColon);
    take(style.afterColon, &Evidence::afterColon);
    if (!take(style.afterComma, &Evidence::afterComma) && style.afterColon.empty())
        style.afterComma.clear(); // a compact text
    take(style.insideBraces, &Evidence::insideBraces);
    return style;
}

std::string_view lineIndent(std::string_view text, std::size_t position)
{
    std::size_t begin = position;
    while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r')
        --begin;
    const std::size_t end = std::min(text.find_first_not_of(" \t", begin), text.size());
    return text.substr(begin, end - begin);
}

std::string formatted(std::string_view json, const TextStyle& style, std::string_view outerIndent)
{
    const SyntaxTree tree = SyntaxTree::parse(std::string(json));
    ASL_ASSERT(tree.errors().empty(), "only JSON that was just written is laid out anew");
    std::string out;
    std::vector<NodeId> open;
    const auto newLine = [&] {
        out += style.lineEnd;
        out += outerIndent;
        for (std::size_t level = 0; level < open.size(); ++level)
            out += style.indent;
    };
    const auto closeInnermost = [&] {
        const bool isObject = tree.kind(open.back()) == NodeKind::Object;
        open.pop_back();
        if (!style.oneLine)
            newLine();
        else if (isObject)
            out += style.insideBraces;
        out += isObject ? '}' : ']';
    };
    const auto beginChild = [&](NodeId id) {
        const SyntaxNode& node = tree.node(id);
        const bool first = tree.node(node.parent).firstChild == id;
        if (!first)
            out += ',';
        if (!style.oneLine)
            newLine();
        else if (!first)
            out += style.afterComma;
        else if (tree.kind(node.parent) == NodeKind::Object)
            out += style.insideBraces;
        if (!node.keyRange().empty()) {
            out += tree.rawKey(id);
            out += style.beforeColon + ":" + style.afterColon;
        }
    };
    for (NodeId id = 0; id < tree.size(); ++id) { // document order
        const SyntaxNode& node = tree.node(id);
        while (!open.empty() && open.back() != node.parent)
            closeInnermost();
        if (node.parent != noNode)
            beginChild(id);
        if (!isContainer(node.kind)) {
            out += tree.raw(id);
        } else if (node.childCount == 0) {
            out += node.kind == NodeKind::Object ? "{}" : "[]";
        } else {
            out += node.kind == NodeKind::Object ? '{' : '[';
            open.push_back(id);
        }
    }
    while (!open.empty())
        closeInnermost();
    return out;
}

} // namespace asl

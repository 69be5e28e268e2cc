#include "core/completion/site.h"

#include "core/text/scanner.h"
#include "core/text/yaml_style.h"

#include <algorithm>

namespace asl::completion {

namespace {

bool isContainer(NodeKind kind) { return kind == NodeKind::Object || kind == NodeKind::Array; }

/// Between the brackets; behind the end of one that was never closed, too.
bool isInside(const SyntaxTree& tree, NodeId container, std::size_t offset)
{
    const SyntaxNode& node = tree.node(container);
    if (offset <= node.begin)
        return false;
    const char last = node.end > node.begin + 1U ? tree.text()[node.end - 1U] : '\0';
    const bool closed = last == (node.kind == NodeKind::Object ? '}' : ']');
    return closed ? offset < node.end : offset <= node.end;
}

/// The innermost object or array with brackets around the place; noNode: none.
NodeId bracketsAround(const SyntaxTree& tree, std::size_t offset)
{
    NodeId found = noNode;
    NodeId node = tree.root();
    while (node != noNode && isContainer(tree.kind(node))) {
        const bool brackets = tree.syntax() == TextSyntax::Json || isFlow(tree, node);
        if (brackets) {
            if (!isInside(tree, node, offset))
                break;
            found = node;
        }
        NodeId next = noNode;
        for (const NodeId child : tree.children(node)) {
            if (tree.node(child).memberRange().begin >= offset)
                break;
            if (isContainer(tree.kind(child)) && tree.fixed(child) == Fixed::No && offset <= tree.node(child).end)
                next = child;
        }
        node = next;
    }
    return found;
}

class BracketSite
{
public:
    BracketSite(const Snapshot& snapshot, NodeId around, std::size_t offset)
        : m_snapshot(snapshot), m_tree(snapshot.tree()), m_offset(offset)
    {
        m_site.around = around;
        m_site.isItem = m_tree.kind(around) == NodeKind::Array;
    }

    Site read()
    {
        if (isInComment())
            return {};
        NodeId before = noNode;
        for (const NodeId child : m_tree.children(m_site.around)) {
            const TextRange range = m_tree.node(child).memberRange();
            if (range.begin > m_offset)
                break;
            const bool reaches = m_offset <= range.end || (m_tree.kind(child) == NodeKind::Missing && isBehindColon(child));
            if (reaches)
                return at(child) ? m_site : Site();
            before = child;
        }
        return between(before) ? m_site : Site();
    }

private:
    bool isInComment() const
    {
        for (const Extension& extension : m_tree.extensions())
            if (extension.kind == Extension::Kind::Comment && extension.range.begin < m_offset && m_offset <= extension.range.end)
                return true;
        return false;
    }

    /// `"Next": |`, where the missing value is said to be right behind the colon.
    bool isBehindColon(NodeId member) const
    {
        const SyntaxNode& node = m_tree.node(member);
        return node.keyEnd > node.keyBegin && node.begin == node.end && m_offset >= node.end && colonBetween(node.end, m_offset, node.keyEnd);
    }
    bool colonBetween(std::size_t blanksFrom, std::size_t to, std::size_t from) const
    {
        const std::string_view between = std::string_view(m_tree.text()).substr(from, to - from);
        const std::size_t colon = between.find(':');
        if (colon == std::string_view::npos)
            return false;
        const std::size_t blanks = std::max(from + colon + 1, std::min(blanksFrom, to));
        return std::string_view(m_tree.text()).substr(blanks, to - blanks).find_first_not_of(" \t\r\n:") == std::string_view::npos;
    }

    bool at(NodeId child)
    {
        const SyntaxNode& node = m_tree.node(child);
        m_site.node = child;
        if (node.keyEnd > node.keyBegin && m_offset <= node.keyEnd)
            return atKey(node);
        const std::size_t colon = m_site.isItem ? 0 : m_tree.text().find(':', node.keyEnd);
        if (!m_site.isItem && (colon == std::string::npos || colon >= m_offset))
            return false;
        m_site.kind = Site::Kind::Value;
        if (!m_site.isItem)
            m_site.key = m_tree.key(child);
        if (isContainer(node.kind))
            return false; // before its bracket, or right behind it
        if (node.begin == node.end || m_offset < node.begin) {
            if (node.begin != node.end)
                return false;
            readWritten(m_snapshot, m_site, {m_offset, m_offset}, m_offset);
            return true;
        }
        readWritten(m_snapshot, m_site, node.range(), m_offset);
        return isInText();
    }

    bool atKey(const SyntaxNode& node)
    {
        m_site.kind = Site::Kind::Key;
        readWritten(m_snapshot, m_site, node.keyRange(), m_offset);
        Scanner after(m_tree.text());
        after.moveTo(node.keyEnd);
        after.skipBlanks();
        m_site.hasColon = after.peek() == ':';
        return isInText();
    }

    /// Not before the opening quote, and not behind the closing one.
    bool isInText() const
    {
        if (m_site.written.quoting == Quoting::None)
            return m_offset > m_site.range.begin;
        return m_offset > m_site.range.begin && (m_offset < m_site.range.end || !m_site.written.closed);
    }

    bool between(NodeId before)
    {
        m_site.kind = m_site.isItem ? Site::Kind::Value : Site::Kind::Key;
        readWritten(m_snapshot, m_site, {m_offset, m_offset}, m_offset);
        // Glued to the value before, nothing new begins.
        return before == noNode || m_offset > m_tree.node(before).end || m_tree.text()[m_offset - 1] == ',';
    }

    const Snapshot& m_snapshot;
    const SyntaxTree& m_tree;
    std::size_t m_offset;
    Site m_site;
};

} // namespace

void readWritten(const Snapshot& snapshot, Site& site, TextRange range, std::size_t offset)
{
    site.range = range;
    site.written = writtenText(snapshot.text(), snapshot.syntax(), range);
    site.offset = site.written.offsetAt(offset);
}

Site siteAt(const Snapshot& snapshot, std::size_t offset)
{
    offset = std::min(offset, snapshot.text().size());
    const NodeId around = bracketsAround(snapshot.tree(), offset);
    if (around != noNode)
        return BracketSite(snapshot, around, offset).read();
    return snapshot.syntax() == TextSyntax::Yaml ? yamlSiteAt(snapshot, offset) : Site();
}

} // namespace asl::completion

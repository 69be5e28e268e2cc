// Sites of YAML that is written in lines: the line at the cursor is read by itself, because what is half-typed may not
// be in the tree; where it belongs its column tells.

#include "core/completion/site.h"

#include "core/text/yaml_style.h"

#include <algorithm>

namespace asl::completion {

namespace {

class LineSite
{
public:
    LineSite(const Snapshot& snapshot, std::size_t offset)
        : m_snapshot(snapshot), m_tree(snapshot.tree()), m_text(snapshot.text()), m_offset(offset)
    {
        m_lineBegin = offset == 0 ? 0 : m_text.find_last_of("\r\n", offset - 1) + 1;
        m_lineEnd = std::min(m_text.find_first_of("\r\n", offset), m_text.size());
        m_site.block = true;
    }

    Site read()
    {
        if (isOutsideTheDocument())
            return {};
        if (const NodeId scalar = scalarOfSeveralLines(); scalar != noNode)
            return inScalar(scalar);
        readLine();
        if (m_isComment || m_isBeforeLine || isBehindBrackets())
            return {};
        if (m_colon != std::string_view::npos && m_colon < m_offset)
            return value() ? m_site : Site();
        return name() ? m_site : Site();
    }

private:
    /// A line of three dashes or dots stands between, or it is this one.
    bool isOutsideTheDocument() const
    {
        const TextRange document = m_tree.node(m_tree.root()).range();
        return isMarker(m_lineBegin) || hasMarker(m_lineBegin, document.begin) ||
               (document.end > 0 && hasMarker(document.end, m_lineBegin));
    }
    bool isMarker(std::size_t line) const
    {
        const std::string_view first = std::string_view(m_text).substr(line, 3);
        return first == "..." || first == "---";
    }
    bool hasMarker(std::size_t from, std::size_t to) const
    {
        for (std::size_t line = from; line < to; line = m_text.find('\n', line) + 1) {
            if ((line == 0 || m_text[line - 1] == '\n') && isMarker(line))
                return true;
            if (m_text.find('\n', line) == std::string::npos)
                return false;
        }
        return false;
    }

    /// A block scalar, or one in quotes, of which the cursor's line is only a part.
    NodeId scalarOfSeveralLines() const
    {
        const NodeId id = m_tree.nodeAt(m_offset > 0 ? m_offset - 1 : 0);
        if (id == noNode || id == m_tree.root() || m_tree.kind(id) != NodeKind::String || m_tree.fixed(id) != Fixed::No)
            return noNode;
        const SyntaxNode& node = m_tree.node(id);
        const bool isPart =
            m_offset >= node.begin && m_offset <= node.end && (node.begin < m_lineBegin || node.end > m_lineEnd);
        // Without quotes its lines are names and values that are not written out yet.
        const bool isWhole = writtenText(m_text, TextSyntax::Yaml, node.range()).quoting != Quoting::None;
        return isPart && isWhole ? id : noNode;
    }

    Site inScalar(NodeId id)
    {
        const SyntaxNode& node = m_tree.node(id);
        m_site.kind = Site::Kind::Value;
        m_site.node = id;
        m_site.around = node.parent;
        m_site.isItem = m_tree.kind(node.parent) == NodeKind::Array;
        m_site.key = m_tree.key(id);
        readWritten(m_snapshot, m_site, node.range(), m_offset);
        const bool isBlock = m_site.written.quoting == Quoting::Block;
        const bool isInside = isBlock ? node.begin < m_lineBegin
                                      : m_offset > node.begin && (m_offset < node.end || !m_site.written.closed);
        return isInside ? m_site : Site();
    }

    /// The line goes on with brackets that were opened before it, and the cursor stands behind them.
    bool isBehindBrackets() const
    {
        for (NodeId id = m_tree.nodeAt(m_begin); id != noNode; id = m_tree.node(id).parent) {
            const SyntaxNode& node = m_tree.node(id);
            const bool holds = node.kind == NodeKind::Object || node.kind == NodeKind::Array;
            if (holds && isFlow(m_tree, id) && node.begin < m_lineBegin && node.end > m_begin)
                return true;
        }
        return false;
    }

    void readLine()
    {
        m_begin = std::min(m_text.find_first_not_of(' ', m_lineBegin), m_lineEnd);
        while (m_begin < m_offset && m_text[m_begin] == '-' &&
               (m_begin + 1 == m_lineEnd || m_text[m_begin + 1] == ' ')) {
            m_dash = m_begin;
            m_begin = std::min({m_text.find_first_not_of(' ', m_begin + 1), m_lineEnd});
        }
        m_isBeforeLine = m_begin > m_offset && m_begin < m_lineEnd;
        m_begin = std::min(m_begin, m_offset);
        char quote = 0;
        for (std::size_t i = m_begin; i < m_lineEnd; ++i) {
            const char c = m_text[i];
            const bool blankBefore = i == m_begin || m_text[i - 1] == ' ';
            if (quote != 0) {
                quote = c == quote ? '\0' : quote;
            } else if ((c == '"' || c == '\'') &&
                       (i == m_begin || (m_colon != std::string_view::npos && blankBefore))) {
                quote = c;
            } else if (c == '#' && blankBefore) {
                m_isComment = i < m_offset;
                m_lineEnd = i;
                break;
            } else if (c == ':' && m_colon == std::string_view::npos && (i + 1 >= m_lineEnd || m_text[i + 1] == ' ')) {
                m_colon = i;
            }
        }
    }

    TextRange trimmed(std::size_t begin, std::size_t end) const
    {
        while (end > begin && end > m_offset && m_text[end - 1] == ' ')
            --end;
        return {begin, end};
    }

    bool value()
    {
        const TextRange name = trimmed(m_begin, m_colon);
        if (!findPlace() || hasMembersBelow())
            return false;
        m_site.kind = Site::Kind::Value;
        m_site.isItem = false;
        m_site.key = writtenText(m_text, TextSyntax::Yaml, name).value;
        const std::size_t begin =
            std::min(std::max(m_text.find_first_not_of(' ', m_colon + 1), m_colon + 1), m_lineEnd);
        const TextRange range = begin >= m_offset ? TextRange{m_offset, m_offset} : trimmed(begin, m_lineEnd);
        readWritten(m_snapshot, m_site, range, m_offset);
        const bool behind = m_site.written.quoting != Quoting::None && m_site.written.closed && m_offset >= range.end;
        return (begin >= m_offset ? begin == m_lineEnd : !behind) && m_site.written.quoting != Quoting::Block;
    }

    /// The value stands on the next lines.
    bool hasMembersBelow() const
    {
        const NodeId node = m_site.node;
        const bool holds =
            node != noNode && (m_tree.kind(node) == NodeKind::Object || m_tree.kind(node) == NodeKind::Array);
        return holds && m_tree.node(node).begin >= m_lineEnd;
    }

    bool name()
    {
        const bool begins =
            m_begin < m_lineEnd && std::string_view("{[&*!?|>%@").find(m_text[m_begin]) != std::string_view::npos;
        if (begins || !findPlace() || (m_site.node == noNode && !m_site.opens && goesOnDeeper()))
            return false;
        m_site.hasColon = m_colon != std::string_view::npos;
        m_site.kind = m_site.isItem && !m_site.hasColon ? Site::Kind::Value : Site::Kind::Key;
        readWritten(m_snapshot, m_site, trimmed(m_begin, m_site.hasColon ? m_colon : m_lineEnd), m_offset);
        return m_site.written.quoting == Quoting::None || !m_site.written.closed || m_offset < m_site.range.end;
    }

    /// The next line belongs to something that a new name here would end.
    bool goesOnDeeper() const
    {
        std::size_t line = m_text.find('\n', m_lineEnd);
        while (line != std::string::npos) {
            const std::size_t begin = m_text.find_first_not_of(' ', line + 1);
            if (begin == std::string::npos)
                return false;
            if (m_text[begin] != '\n' && m_text[begin] != '\r' && m_text[begin] != '#')
                return begin - line - 1 > yamlColumn(m_text, m_dash ? *m_dash : m_begin);
            line = m_text.find('\n', begin);
        }
        return false;
    }

    /// Where the name or item that begins at m_begin belongs.
    bool findPlace()
    {
        NodeId last = noNode;
        for (NodeId id = 1; id < m_tree.size(); ++id) {
            const SyntaxNode& node = m_tree.node(id);
            if (m_tree.fixed(id) != Fixed::No)
                continue;
            if (node.keyEnd > node.keyBegin && node.keyBegin == m_begin) {
                m_site.node = id;
                m_site.around = node.parent;
                return true;
            }
            if (m_dash && node.keyEnd == node.keyBegin && node.begin == m_begin &&
                m_tree.kind(id) != NodeKind::Object) {
                m_site.node = id;
                m_site.around = node.parent;
                m_site.isItem = true;
                return true;
            }
            if (node.memberRange().begin < m_lineBegin)
                last = id;
        }
        return m_dash ? placeOfItem(last) : placeOfName(last);
    }

    std::size_t columnOf(NodeId id) const { return yamlColumn(m_text, m_tree.node(id).memberRange().begin); }
    bool isEmpty(NodeId id) const
    {
        const NodeKind kind = m_tree.kind(id);
        // Half a name below a name is its value, as far as YAML can tell.
        return kind == NodeKind::Null || kind == NodeKind::Missing ||
               (kind == NodeKind::String && m_tree.node(id).begin <= m_lineEnd && m_tree.node(id).end >= m_lineBegin);
    }

    /// What a collection holds begins at one column; of a list its dashes do.
    bool isBesideTheOthers(NodeId container, std::size_t column) const
    {
        for (const NodeId child : m_tree.children(container)) {
            if (m_tree.fixed(child) != Fixed::No)
                continue;
            const std::size_t begin = m_tree.node(child).memberRange().begin;
            const bool isList = m_tree.kind(container) == NodeKind::Array;
            return yamlColumn(m_text, isList ? m_text.rfind('-', begin) : begin) == column;
        }
        return true;
    }

    bool placeOfItem(NodeId last)
    {
        const std::size_t column = yamlColumn(m_text, *m_dash);
        for (NodeId id = last; id != noNode && id != m_tree.root(); id = m_tree.node(id).parent) {
            const SyntaxNode& node = m_tree.node(id);
            if (node.keyEnd == node.keyBegin || columnOf(id) > column)
                continue;
            m_site.around = id;
            m_site.isItem = true;
            m_site.opens = isEmpty(id);
            return m_site.opens ||
                   (node.kind == NodeKind::Array && !isFlow(m_tree, id) && isBesideTheOthers(id, column));
        }
        return false;
    }

    bool placeOfName(NodeId last)
    {
        const std::size_t column = yamlColumn(m_text, m_begin);
        for (NodeId id = last; id != noNode && id != m_tree.root(); id = m_tree.node(id).parent) {
            const SyntaxNode& node = m_tree.node(id);
            if (node.keyEnd == node.keyBegin || columnOf(id) > column)
                continue;
            if (columnOf(id) == column) {
                m_site.around = node.parent;
                return true;
            }
            m_site.around = id;
            m_site.opens = isEmpty(id);
            return m_site.opens ||
                   (node.kind == NodeKind::Object && !isFlow(m_tree, id) && isBesideTheOthers(id, column));
        }
        m_site.around = m_tree.root();
        m_site.opens = isEmpty(m_tree.root());
        const bool holds = m_tree.kind(m_tree.root()) == NodeKind::Object && !isFlow(m_tree, m_tree.root());
        return m_site.opens ? column == 0 : holds && isBesideTheOthers(m_tree.root(), column);
    }

    const Snapshot& m_snapshot;
    const SyntaxTree& m_tree;
    const std::string& m_text;
    std::size_t m_offset;
    std::size_t m_lineBegin = 0, m_lineEnd = 0;
    std::size_t m_begin = 0;           ///< behind blanks and dashes
    std::optional<std::size_t> m_dash; ///< the last one before it
    std::size_t m_colon = std::string_view::npos;
    bool m_isComment = false;
    bool m_isBeforeLine = false; ///< in the blanks before what stands in the line
    Site m_site;
};

} // namespace

Site yamlSiteAt(const Snapshot& snapshot, std::size_t offset)
{
    return LineSite(snapshot, offset).read();
}

} // namespace asl::completion

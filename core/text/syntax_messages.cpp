// SyntaxReader: how errors are recorded and worded.

#include "core/support/utf8.h"
#include "core/text/syntax_reader.h"

#include <algorithm>

namespace asl {

void SyntaxReader::error(NodeId id, TextRange range, Message message)
{
    markDamaged(id);
    m_lastErrorNode = id;
    ++m_errorCount;
    if (m_tree.m_errors.size() < maxErrors)
        m_tree.m_errors.push_back({range, std::move(message)});
}

void SyntaxReader::errorOnce(NodeId id, TextRange range, Message message)
{
    if (m_lastErrorNode != id)
        error(id, range, std::move(message));
}

void SyntaxReader::markDamaged(NodeId id)
{
    // The ancestors of a damaged node are damaged already.
    for (; id != noNode && !node(id).damaged; id = node(id).parent)
        node(id).damaged = true;
}

Message SyntaxReader::aboutValue(NodeId id, const char* ofMember, const char* ofItem, const char* ofRoot) const
{
    const SyntaxNode& value = node(id);
    if (value.parent == noNode)
        return Message(ofRoot);
    if (node(value.parent).kind == NodeKind::Array)
        return Message(ofItem, {std::to_string(node(value.parent).childCount)});
    const std::string key = m_tree.key(id);
    return Message(ofMember, {key.size() <= 80 ? key : excerpt(value.keyRange())});
}

std::string SyntaxReader::lineOf(std::size_t position) const
{
    if (m_tree.m_errors.size() >= maxErrors)
        return {}; // nobody will read it, and counting lines takes time
    return std::to_string(std::count(m_text.begin(), m_text.begin() + static_cast<std::ptrdiff_t>(position), '\n') + 1);
}

std::string SyntaxReader::excerpt(TextRange range) const
{
    constexpr std::size_t longest = 40;
    if (range.size() <= longest)
        return std::string(m_text.substr(range.begin, range.size()));
    std::size_t end = range.begin;
    for (std::size_t next = end; next <= range.begin + longest; nextCodePoint(m_text, next))
        end = next;
    return std::string(m_text.substr(range.begin, end - range.begin)) + "…";
}

} // namespace asl

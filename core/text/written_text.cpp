#include "core/text/written_text.h"

#include "core/text/json_string.h"

#include <algorithm>

namespace asl {

namespace {

class Reader
{
public:
    Reader(std::string_view text, TextRange range) : m_text(text.substr(0, range.end)), m_at(range.begin) { m_out.range = range; }

    WrittenText read(TextSyntax syntax)
    {
        const char first = m_at < m_text.size() ? m_text[m_at] : '\0';
        if (first == '"')
            doubleQuoted();
        else if (syntax == TextSyntax::Yaml && first == '\'')
            singleQuoted();
        else if (syntax == TextSyntax::Yaml && (first == '|' || first == '>'))
            block(first == '>');
        else
            plain();
        m_out.places.push_back(static_cast<std::uint32_t>(m_end));
        return std::move(m_out);
    }

private:
    void add(std::string_view said, std::size_t place)
    {
        m_out.value += said;
        m_out.places.insert(m_out.places.end(), said.size(), static_cast<std::uint32_t>(place));
    }

    /// A line end inside a scalar of several lines, with the blanks around it, says one blank.
    bool fold()
    {
        if (m_text[m_at] != '\n' && m_text[m_at] != '\r')
            return false;
        const std::size_t begin = m_at;
        m_at = std::min(m_text.find_first_not_of(" \t\r\n", m_at), m_text.size());
        add(" ", begin);
        return true;
    }

    void doubleQuoted()
    {
        m_out.quoting = Quoting::Double;
        m_out.closed = false;
        for (++m_at; m_at < m_text.size();) {
            if (m_text[m_at] == '"') {
                m_out.closed = true;
                break;
            }
            if (m_text[m_at] == '\\') {
                const std::size_t size = std::min(escapeSize(), m_text.size() - m_at);
                add(unescaped(m_text.substr(m_at, size)), m_at);
                m_at += size;
            } else if (!fold()) {
                add(m_text.substr(m_at, 1), m_at);
                ++m_at;
            }
        }
        m_end = m_at;
    }

    std::size_t escapeSize() const
    {
        if (m_text.substr(m_at + 1, 1) != "u")
            return 2;
        const std::string_view digits = m_text.substr(m_at + 2, 4);
        const bool high = digits.size() == 4 && (digits[0] | 0x20) == 'd' && std::string_view("89abAB").find(digits[1]) != std::string_view::npos;
        return high && m_text.substr(m_at + 6, 2) == "\\u" ? 12 : 6;
    }

    void singleQuoted()
    {
        m_out.quoting = Quoting::Single;
        m_out.closed = false;
        for (++m_at; m_at < m_text.size();) {
            if (m_text[m_at] == '\'') {
                if (m_text.substr(m_at + 1, 1) != "'") {
                    m_out.closed = true;
                    break;
                }
                add("'", m_at);
                m_at += 2;
            } else if (!fold()) {
                add(m_text.substr(m_at, 1), m_at);
                ++m_at;
            }
        }
        m_end = m_at;
    }

    void plain()
    {
        while (m_at < m_text.size()) {
            if (!fold()) {
                add(m_text.substr(m_at, 1), m_at);
                ++m_at;
            }
        }
        m_end = m_at;
    }

    void block(bool folded)
    {
        m_out.quoting = Quoting::Block;
        m_at = std::min(m_text.find('\n', m_at), m_text.size());
        m_end = m_at;
        if (m_at == m_text.size())
            return;
        ++m_at;
        const std::size_t first = std::min(m_text.find_first_not_of(" \n\r", m_at), m_text.size());
        const std::size_t lineBegin = m_text.rfind('\n', first - 1) + 1;
        const std::size_t indent = first - lineBegin;
        while (m_at < m_text.size()) {
            const std::size_t lineEnd = std::min(m_text.find('\n', m_at), m_text.size());
            for (m_at += std::min(indent, lineEnd - m_at); m_at < lineEnd; ++m_at)
                if (m_text[m_at] != '\r')
                    add(m_text.substr(m_at, 1), m_at);
            m_end = m_at;
            if (lineEnd + 1 < m_text.size())
                add(folded ? foldedBreak(m_at, lineEnd + 1, indent) : "\n", lineEnd);
            m_at = lineEnd + 1;
        }
    }

    /// What the end of a line says in a folded block: a blank between two lines of text, nothing before an empty line. Lines that
    /// stand further right keep their line ends.
    std::string_view foldedBreak(std::size_t lineEnd, std::size_t next, std::size_t indent) const
    {
        const auto contentOf = [&](std::size_t begin) {
            const std::string_view line = m_text.substr(begin, std::min(m_text.find('\n', begin), m_text.size()) - begin);
            return line.substr(std::min(line.size(), indent));
        };
        const std::size_t before = m_text.rfind('\n', lineEnd - 1);
        const std::string_view line = contentOf(before == std::string_view::npos ? 0 : before + 1);
        const auto isText = [](std::string_view content) { return !content.empty() && content.front() != ' ' && content.front() != '\t' && content != "\r"; };
        if (!isText(line))
            return "\n";
        if (isText(contentOf(next)))
            return " ";
        const std::size_t content = m_text.find_first_not_of("\r\n ", next);
        if (contentOf(next).find_first_not_of(" \t\r") != std::string_view::npos || content == std::string_view::npos)
            return "\n";
        return isText(contentOf(m_text.rfind('\n', content) + 1)) ? "" : "\n";
    }

    std::string_view m_text;
    std::size_t m_at;
    std::size_t m_end = 0; ///< where the next byte would be written
    WrittenText m_out;
};

} // namespace

std::size_t WrittenText::offsetAt(std::size_t place) const
{
    return static_cast<std::size_t>(std::lower_bound(places.begin(), places.end() - 1, place) - places.begin());
}

WrittenText writtenText(std::string_view text, TextSyntax syntax, TextRange range) { return Reader(text, range).read(syntax); }

std::string writtenPiece(std::string_view piece, Quoting quoting)
{
    std::string out;
    switch (quoting) {
    case Quoting::None:
    case Quoting::Block: return std::string(piece);
    case Quoting::Double: out = quoted(piece); return out.substr(1, out.size() - 2);
    case Quoting::Single:
        for (const char c : piece)
            out.append(c == '\'' ? 2 : 1, c);
        return out;
    }
    return out;
}

} // namespace asl

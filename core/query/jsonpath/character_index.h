#pragma once
// A cursor over a path or filter with the exact reading rules of Jayway's CharacterIndex: the region may be narrower than
// the text, and looking beyond the text is a failure that ends the compilation.

#include <string_view>

namespace asl::query::jsonpath {

class CharacterIndex
{
public:
    explicit CharacterIndex(std::string_view text) : m_text(text), m_end(static_cast<long>(text.size()) - 1) {}

    bool failed() const { return m_failed; } ///< a character outside the text was asked for
    std::string_view text() const { return m_text; }
    long length() const { return m_end + 1; }
    long position() const { return m_position; }
    void setPosition(long position) { m_position = position; }
    void advance(long count) { m_position += count; }
    void dropLast() { --m_end; }

    char at(long index)
    {
        if (index < 0 || index >= static_cast<long>(m_text.size())) {
            m_failed = true;
            return '\0';
        }
        return m_text[static_cast<std::size_t>(index)];
    }
    char current() { return at(m_position); }
    bool currentIs(char character) { return at(m_position) == character; }
    bool lastIs(char character) { return at(m_end) == character; }
    bool nextIs(char character) { return inBounds(m_position + 1) && at(m_position + 1) == character; }
    bool inBounds(long index) const { return index >= 0 && index <= m_end; }
    bool inBounds() const { return inBounds(m_position); }
    bool currentIsTail() const { return m_position >= m_end; }
    bool hasMore() const { return inBounds(m_position + 1); }
    std::string_view slice(long begin, long end)
    {
        if (begin < 0 || end < begin || end > static_cast<long>(m_text.size())) {
            m_failed = true;
            return {};
        }
        return m_text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
    }

    CharacterIndex& skipBlanks()
    {
        while (inBounds() && m_position < m_end && current() == ' ')
            ++m_position;
        return *this;
    }
    void trim()
    {
        skipBlanks();
        while (inBounds() && m_position < m_end && lastIs(' '))
            --m_end;
    }

    long indexOf(long start, char character)
    {
        for (long i = start; inBounds(i); ++i)
            if (at(i) == character)
                return i;
        return -1;
    }
    long indexOfUnescaped(long start, char character)
    {
        for (long i = start; inBounds(i); ++i) {
            const bool afterBackslash = inBounds(i - 1) && at(i - 1) == '\\';
            const bool backslashIsEscaped = inBounds(i - 2) && at(i - 2) == '\\';
            if (at(i) == character && !(afterBackslash && !backslashIsEscaped))
                return i;
        }
        return -1;
    }
    /// Index of the next character that is no blank; the region's end + 1 when there is none.
    long nextSignificant(long start) const
    {
        long i = start + 1;
        while (inBounds(i) && m_text[static_cast<std::size_t>(i)] == ' ')
            ++i;
        return i;
    }
    char nextSignificantCharacter(long start)
    {
        const long i = nextSignificant(start);
        return inBounds(i) ? at(i) : ' ';
    }
    bool nextSignificantIs(long start, char character)
    {
        const long i = nextSignificant(start);
        return inBounds(i) && at(i) == character;
    }
    long indexOfNextSignificant(long start, char character)
    {
        const long i = nextSignificant(start);
        return at(i) == character ? i : -1;
    }
    long previousSignificant() const
    {
        long i = m_position - 1;
        while (inBounds(i) && m_text[static_cast<std::size_t>(i)] == ' ')
            --i;
        return inBounds(i) ? i : -1;
    }

    long indexOfMatchingClose(long start, char open, char close, bool skipStrings, bool skipRegex)
    {
        if (at(start) != open)
            return -1;
        long opened = 1;
        for (long i = start + 1; inBounds(i) && !m_failed; ++i) {
            const char quote = at(i);
            if (skipStrings && (quote == '\'' || quote == '"')) {
                i = indexOfUnescaped(i + 1, quote);
                if (i == -1)
                    return -1;
                ++i;
            }
            if (skipRegex && inBounds(i) && at(i) == '/') {
                i = indexOfUnescaped(i + 1, '/');
                if (i == -1)
                    return -1;
                ++i;
            }
            if (at(i) == open)
                ++opened;
            if (at(i) == close && --opened == 0)
                return i;
        }
        return -1;
    }

private:
    std::string_view m_text;
    long m_position = 0;
    long m_end;
    bool m_failed = false;
};

} // namespace asl::query::jsonpath

#pragma once
// Scanner: the words of JSON. Moves over one text; each function begins at the present position and says what it found.

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace asl {

class Scanner
{
public:
    explicit Scanner(std::string_view text) : m_text(text) {}

    std::string_view text() const { return m_text; }
    std::size_t position() const { return m_position; }
    void moveTo(std::size_t position) { m_position = position; }
    void skip(std::size_t count) { m_position += count; }
    bool atEnd() const { return m_position >= m_text.size(); }
    /// The present byte; NUL at the end (a NUL in the text is no JSON either).
    char peek() const { return m_position < m_text.size() ? m_text[m_position] : '\0'; }

    void skipBlanks()
    {
        while (m_position < m_text.size() && isBlank(m_text[m_position]))
            ++m_position;
    }

    enum class Comment : std::uint8_t { None, Whole, Unclosed };
    /// At a slash. An unclosed block comment goes to the end of its line.
    Comment skipComment();

    struct String
    {
        bool closed = true;
        bool escaped = false;
        bool controlCharacter = false;
        std::size_t badEscape = std::string_view::npos; ///< position of its backslash
    };
    /// At the opening quote. An unclosed string ends before the line end.
    String scanString()
    {
        ++m_position;
        skipPlain();
        if (m_position < m_text.size() && m_text[m_position] == '"') {
            ++m_position;
            return {};
        }
        return scanRestOfString();
    }

    /// A number by JSON's grammar that no letter or digit follows. Stays where it is when there is none.
    bool scanNumber();
    /// `true`, `false` or `null` likewise.
    bool scanWord(std::string_view word);
    /// A run of ${…} and word characters with at least one ${…} in it. Stays where it is when there is none.
    bool scanSubstitution();
    /// Text that is no JSON, up to a delimiter; takes a quote that closes it.
    void scanUnquoted(bool isKey);

    static bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    static bool isWordCharacter(char c);

private:
    /// Over the bytes of a string that need no look: no quote, backslash or control character.
    void skipPlain()
    {
        constexpr std::uint64_t ones = 0x0101010101010101ULL;
        constexpr std::uint64_t highs = 0x8080808080808080ULL;
        while (m_position + 8 <= m_text.size()) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, m_text.data() + m_position, 8);
            const std::uint64_t quote = eight ^ (ones * '"');
            const std::uint64_t backslash = eight ^ (ones * '\\');
            const std::uint64_t found = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash)
                | ((eight - ones * 0x20) & ~eight);
            if (found & highs)
                break;
            m_position += 8;
        }
        while (m_position < m_text.size() && m_text[m_position] != '"' && m_text[m_position] != '\\'
               && static_cast<unsigned char>(m_text[m_position]) >= 0x20)
            ++m_position;
    }
    String scanRestOfString();
    bool skipEscape();
    bool skipToken();

    std::string_view m_text;
    std::size_t m_position = 0;
};

} // namespace asl

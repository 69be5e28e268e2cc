#include "core/text/scanner.h"

#include <algorithm>

namespace asl {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isHexDigit(char c) { return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

} // namespace

bool Scanner::isWordCharacter(char c)
{
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || c == '.' || c == '+' || c == '-' || c == '$'
        || static_cast<unsigned char>(c) >= 0x80;
}

Scanner::Comment Scanner::skipComment()
{
    const char second = m_position + 1 < m_text.size() ? m_text[m_position + 1] : '\0';
    if (second == '/') {
        m_position = std::min(m_text.find_first_of("\r\n", m_position), m_text.size());
        return Comment::Whole;
    }
    if (second != '*')
        return Comment::None;
    const std::size_t end = m_text.find("*/", m_position + 2);
    if (end == std::string_view::npos) {
        m_position = std::min(m_text.find_first_of("\r\n", m_position), m_text.size());
        return Comment::Unclosed;
    }
    m_position = end + 2;
    return Comment::Whole;
}

Scanner::String Scanner::scanRestOfString()
{
    String result;
    while (m_position < m_text.size()) {
        const char c = m_text[m_position];
        if (c == '"') {
            ++m_position;
            return result;
        }
        if (c == '\n' || c == '\r')
            break;
        if (c == '\\') {
            result.escaped = true;
            const std::size_t backslash = m_position;
            if (!skipEscape())
                result.badEscape = std::min(result.badEscape, backslash);
        } else {
            result.controlCharacter = true;
            ++m_position;
        }
        skipPlain();
    }
    result.closed = false;
    return result;
}

/// At a backslash. Of an unknown escape only the backslash is passed.
bool Scanner::skipEscape()
{
    ++m_position;
    if (std::string_view("\"\\/bfnrt").find(peek()) != std::string_view::npos && !atEnd()) {
        ++m_position;
        return true;
    }
    const std::string_view digits = m_text.substr(std::min(m_position + 1, m_text.size()), 4);
    if (peek() != 'u' || digits.size() < 4 || !std::all_of(digits.begin(), digits.end(), isHexDigit))
        return false;
    m_position += 5;
    return true;
}

bool Scanner::scanNumber()
{
    const std::size_t begin = m_position;
    const auto digits = [this] {
        const std::size_t first = m_position;
        while (isDigit(peek()))
            ++m_position;
        return m_position > first;
    };
    const auto whole = [&] {
        if (peek() == '-')
            ++m_position;
        if (peek() == '0')
            ++m_position;
        else if (!digits())
            return false;
        if (peek() == '.') {
            ++m_position;
            if (!digits())
                return false;
        }
        if ((peek() | 0x20) == 'e') {
            ++m_position;
            if (peek() == '+' || peek() == '-')
                ++m_position;
            if (!digits())
                return false;
        }
        return !isWordCharacter(peek()) && peek() != '"';
    };
    if (whole())
        return true;
    m_position = begin;
    return false;
}

bool Scanner::scanWord(std::string_view word)
{
    const std::size_t end = m_position + word.size();
    if (m_text.compare(m_position, word.size(), word) != 0)
        return false;
    if (end < m_text.size() && (isWordCharacter(m_text[end]) || m_text[end] == '"'))
        return false;
    m_position = end;
    return true;
}

/// At `$`: over one ${…}, which may hold further pairs of braces but no line end.
bool Scanner::skipToken()
{
    if (m_text.compare(m_position, 2, "${") != 0)
        return false;
    constexpr std::size_t longestToken = 1000; // a ${ without end must not make every further one search the whole text
    const std::size_t limit = std::min(m_text.size(), m_position + longestToken);
    std::size_t open = 0;
    for (std::size_t i = m_position + 1; i < limit && m_text[i] != '\n' && m_text[i] != '\r'; ++i) {
        if (m_text[i] == '{')
            ++open;
        else if (m_text[i] == '}' && --open == 0) {
            m_position = i + 1;
            return true;
        }
    }
    return false;
}

bool Scanner::scanSubstitution()
{
    const std::size_t begin = m_position;
    bool found = false;
    while (!atEnd()) {
        if (skipToken())
            found = true;
        else if (isWordCharacter(peek()))
            ++m_position;
        else
            break;
    }
    if (found)
        return true;
    m_position = begin;
    return false;
}

void Scanner::scanUnquoted(bool isKey)
{
    const std::size_t begin = m_position;
    const std::string_view delimiters = isKey ? ",{}[]\"\r\n:" : ",{}[]\"\r\n";
    m_position = std::min(m_text.find_first_of(delimiters, begin), m_text.size());
    if (peek() == '"' && m_position > begin) {
        const std::size_t next = m_text.find_first_not_of(" \t", m_position + 1);
        const bool closes = next == std::string_view::npos
            || std::string_view(isKey ? ":" : ",}]\r\n").find(m_text[next]) != std::string_view::npos;
        if (closes) {
            ++m_position;
            return;
        }
    }
    if (peek() == '}' && m_text[begin] == '$' && m_position > begin) { // a token that lost its {
        ++m_position;
        return;
    }
    m_position = std::max(m_position, begin + 1);
    while (m_position > begin + 1 && (m_text[m_position - 1] == ' ' || m_text[m_position - 1] == '\t'))
        --m_position;
}

} // namespace asl

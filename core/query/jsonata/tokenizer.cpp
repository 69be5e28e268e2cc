// Tokens of JSONata.

#include "core/query/jsonata/syntax.h"

#include "core/support/utf8.h"

#include <array>
#include <charconv>
#include <cmath>

namespace asl::query::jsonata {

namespace {

constexpr std::string_view singleOperators = ".[]{}(),@#;:?+-*/%|=<>^&!~";
constexpr std::array<std::string_view, 9> doubleOperators{"..", ":=", "!=", ">=", "<=", "**", "~>", "?:", "??"};

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isOperator(char c) { return singleOperators.find(c) != std::string_view::npos; }

QueryError problem(const char* code, std::string message, std::size_t position, std::string token = {})
{
    return {code, std::move(message), position, std::move(token)};
}

/// Value of four hexadecimal digits, or negative.
int hexadecimal(std::string_view digits)
{
    int value = -1;
    if (digits.size() != 4)
        return -1;
    const auto read = std::from_chars(digits.data(), digits.data() + 4, value, 16);
    return read.ptr == digits.data() + 4 ? value : -1;
}

} // namespace

Token Tokenizer::made(Token::Type type, std::string text) const
{
    Token token;
    token.type = type;
    token.text = std::move(text);
    token.position = m_at;
    return token;
}

Outcome<Token> Tokenizer::next(bool infix)
{
    for (;;) {
        while (m_at < m_text.size() && isSpace(m_text[m_at]))
            ++m_at;
        if (m_text.substr(m_at, 2) != "/*")
            break;
        const std::size_t end = m_text.find("*/", m_at + 2);
        if (end == std::string_view::npos)
            return problem("S0106", "Comment has no closing tag", m_at);
        m_at = end + 2;
    }
    if (m_at >= m_text.size())
        return made(Token::Type::End, "(end)");

    const char c = m_text[m_at];
    if (!infix && c == '/')
        return readRegex();
    for (const std::string_view name : doubleOperators)
        if (m_text.substr(m_at, 2) == name) {
            m_at += 2;
            return made(Token::Type::Operator, std::string(name));
        }
    if (isOperator(c)) {
        ++m_at;
        return made(Token::Type::Operator, std::string(1, c));
    }
    if (c == '"' || c == '\'')
        return readString(c);
    if (isDigit(c))
        return readNumber();
    if (c == '`') {
        const std::size_t end = m_text.find('`', m_at + 1);
        if (end == std::string_view::npos) {
            m_at = m_text.size();
            return problem("S0105", "Quoted property name must be terminated with a backquote (`)", m_at);
        }
        std::string name(m_text.substr(m_at + 1, end - m_at - 1));
        m_at = end + 1;
        return made(Token::Type::Name, std::move(name));
    }
    return readName();
}

Outcome<Token> Tokenizer::readString(char quote)
{
    std::string content;
    for (std::size_t at = m_at + 1; at < m_text.size(); ++at) {
        const char c = m_text[at];
        if (c == quote) {
            m_at = at + 1;
            Token token = made(Token::Type::String, content);
            token.value = Data::string(content);
            return token;
        }
        if (c != '\\') {
            content += c;
            continue;
        }
        if (++at >= m_text.size())
            break;
        constexpr std::string_view escapes = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (const std::size_t which = escapes.find(m_text[at]); which != std::string_view::npos) {
            content += meanings[which];
        } else if (m_text[at] == 'u') {
            int unit = hexadecimal(m_text.substr(at + 1, 4));
            if (unit < 0)
                return problem("S0104", "The escape sequence \\u must be followed by 4 hex digits", at);
            at += 4;
            auto codePoint = static_cast<char32_t>(unit);
            if (unit >= 0xD800 && unit < 0xDC00 && m_text.substr(at + 1, 2) == "\\u") {
                const int low = hexadecimal(m_text.substr(at + 3, 4));
                if (low >= 0xDC00 && low < 0xE000) {
                    codePoint = 0x10000 + ((static_cast<char32_t>(unit) - 0xD800) << 10) + (static_cast<char32_t>(low) - 0xDC00);
                    at += 6;
                }
            }
            appendUtf8(content, codePoint);
        } else {
            std::size_t after = at;
            nextCodePoint(m_text, after);
            const std::string token(m_text.substr(at, after - at));
            return problem("S0103", "Unsupported escape sequence: \\" + token, at, token);
        }
    }
    m_at = m_text.size();
    return problem("S0101", "String literal must be terminated by a matching quote", m_at);
}

Outcome<Token> Tokenizer::readRegex()
{
    const std::size_t begin = m_at + 1;
    int depth = 0;
    for (std::size_t at = begin; at < m_text.size(); ++at) {
        const char c = m_text[at];
        std::size_t backslashes = 0;
        while (at - backslashes > begin && m_text[at - 1 - backslashes] == '\\')
            ++backslashes;
        const bool escaped = backslashes % 2 == 1;
        if (c == '/' && !escaped && depth == 0) {
            const std::string pattern(m_text.substr(begin, at - begin));
            m_at = at + 1;
            if (pattern.empty())
                return problem("S0301", "Empty regular expressions are not allowed", m_at);
            Token token = made(Token::Type::Regex, pattern);
            for (; m_at < m_text.size() && (m_text[m_at] == 'i' || m_text[m_at] == 'm'); ++m_at)
                (m_text[m_at] == 'i' ? token.ignoreCase : token.multiLine) = true;
            token.position = m_at;
            return token;
        }
        if (!escaped && (c == '(' || c == '[' || c == '{'))
            ++depth;
        if (!escaped && (c == ')' || c == ']' || c == '}'))
            --depth;
    }
    m_at = m_text.size();
    return problem("S0302", "No terminating / in regular expression", m_at);
}

Outcome<Token> Tokenizer::readNumber()
{
    std::size_t at = m_at;
    const auto digits = [&] {
        const std::size_t begin = at;
        while (at < m_text.size() && isDigit(m_text[at]))
            ++at;
        return at > begin;
    };
    if (m_text[at] == '0')
        ++at;
    else
        digits();
    if (const std::size_t point = at; at < m_text.size() && m_text[at] == '.') {
        ++at;
        if (!digits())
            at = point;
    }
    if (const std::size_t exponent = at; at < m_text.size() && (m_text[at] == 'e' || m_text[at] == 'E')) {
        ++at;
        if (at < m_text.size() && (m_text[at] == '+' || m_text[at] == '-'))
            ++at;
        if (!digits())
            at = exponent;
    }
    const std::string text(m_text.substr(m_at, at - m_at));
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool underflow = read.ec == std::errc::result_out_of_range && text.find("e-") != std::string::npos;
    if (!underflow && (read.ec != std::errc() || !std::isfinite(value)))
        return problem("S0102", "Number out of range: " + text, m_at, text);
    m_at = at;
    Token token = made(Token::Type::Number, text);
    token.value = Data::number(underflow ? 0 : value);
    return token;
}

Outcome<Token> Tokenizer::readName()
{
    const std::size_t begin = m_at;
    while (m_at < m_text.size() && !isSpace(m_text[m_at]) && !isOperator(m_text[m_at]))
        ++m_at;
    const std::string name(m_text.substr(begin, m_at - begin));
    if (name.starts_with('$'))
        return made(Token::Type::Variable, name.substr(1));
    if (name == "and" || name == "or" || name == "in")
        return made(Token::Type::Operator, name);
    if (name == "true" || name == "false" || name == "null") {
        Token token = made(Token::Type::Value, name);
        token.value = name == "null" ? Data::null() : Data::boolean(name == "true");
        return token;
    }
    return made(Token::Type::Name, name);
}

} // namespace asl::query::jsonata

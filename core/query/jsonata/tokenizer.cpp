// The tokenizer of JSONata.

#include "core/query/jsonata/tokenizer.h"

#include "core/data/json.h"
#include "core/support/utf8.h"

#include <charconv>
#include <cmath>

namespace asl::query::jsonata {

namespace {

bool isBlank(char character) { return character == ' ' || (character >= '\t' && character <= '\r' && character != '\f'); }

/// Characters that are operators or begin one.
struct SingleTable
{
    bool is[256] = {};
    constexpr SingleTable()
    {
        for (const char character : std::string_view(".[]{}(),@#;:?+-*/%|=<>^&!~"))
            is[static_cast<unsigned char>(character)] = true;
    }
};
constexpr SingleTable singles;
bool isSingle(char character) { return singles.is[static_cast<unsigned char>(character)]; }

/// Whether both characters are one operator. The service's version 2.0.6 does not have the two newest ones.
bool isPair(char first, char second, JsonataDialect dialect)
{
    switch (first) {
    case '.': return second == '.';
    case ':':
    case '!':
    case '>':
    case '<': return second == '=';
    case '*': return second == '*';
    case '~': return second == '>';
    case '?': return (second == ':' || second == '?') && dialect == JsonataDialect::Reference;
    default: return false;
    }
}

bool isDigit(char character) { return character >= '0' && character <= '9'; }

std::optional<char32_t> hexadecimal(std::string_view digits)
{
    std::uint32_t unit = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (digits.empty() || read.ptr != digits.data() + digits.size())
        return std::nullopt;
    return unit;
}

/// Length of a number as JSON writes it; 0 when there is none.
std::size_t numberLength(std::string_view text)
{
    std::size_t i = text.starts_with('-') ? 1 : 0;
    const auto digits = [&text, &i] {
        const std::size_t begin = i;
        while (i < text.size() && isDigit(text[i]))
            ++i;
        return i - begin;
    };
    if (text.substr(i, 1) == "0")
        ++i;
    else if (digits() == 0)
        return 0;
    if (i + 1 < text.size() && text[i] == '.' && isDigit(text[i + 1])) {
        ++i;
        digits();
    }
    if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
        const std::size_t before = i++;
        if (i < text.size() && (text[i] == '+' || text[i] == '-'))
            ++i;
        if (digits() == 0)
            i = before;
    }
    return i;
}

} // namespace

std::string Token::shown() const
{
    if (type == TokenType::End)
        return "(end)";
    if (value.isString())
        return std::string(value.text());
    return value.isUndefined() ? text : data::toJson(value);
}

std::nullopt_t Tokenizer::fail(const char* code, std::size_t position, std::string token)
{
    m_problem = {.code = code, .position = position, .token = std::move(token)};
    return std::nullopt;
}

bool Tokenizer::skipBlanksAndComments()
{
    for (;;) {
        while (m_position < m_text.size() && isBlank(m_text[m_position]))
            ++m_position;
        if (at(m_position) != '/' || at(m_position + 1) != '*')
            return true;
        const std::size_t end = m_text.find("*/", m_position + 2);
        if (end == std::string_view::npos) {
            fail("S0106", m_position);
            return false;
        }
        m_position = end + 2;
    }
}

std::optional<Token> Tokenizer::next(bool infix)
{
    const bool skipped = skipBlanksAndComments();
    m_begin = m_position;
    if (!skipped)
        return std::nullopt;
    if (m_position >= m_text.size())
        return Token{.type = TokenType::End, .position = m_text.size()};
    const char first = m_text[m_position];
    if (!infix && first == '/')
        return readRegex();
    if (isPair(first, at(m_position + 1), m_dialect))
        return operatorAt(2);
    if (isSingle(first))
        return operatorAt(1);
    if (first == '"' || first == '\'')
        return readString();
    if (isDigit(first))
        return readNumber();
    if (first == '`')
        return readQuotedName();
    return readName();
}

Token Tokenizer::operatorAt(std::size_t length)
{
    Token token{.type = TokenType::Operator, .text = std::string(m_text.substr(m_position, length))};
    m_position += length;
    token.position = m_position;
    token.code = operatorCode(token.text);
    return token;
}

std::optional<Token> Tokenizer::readRegex()
{
    const std::size_t begin = ++m_position;
    int depth = 0;
    for (; m_position < m_text.size(); ++m_position) {
        const char character = m_text[m_position];
        std::size_t backslashes = 0;
        while (m_position - backslashes > 0 && m_text[m_position - backslashes - 1] == '\\')
            ++backslashes;
        if (character == '/' && depth == 0 && backslashes % 2 == 0)
            break;
        const bool escaped = m_text[m_position - 1] == '\\';
        if (!escaped && (character == '(' || character == '[' || character == '{'))
            ++depth;
        if (!escaped && (character == ')' || character == ']' || character == '}'))
            --depth;
    }
    if (m_position >= m_text.size())
        return fail("S0302", m_position);
    if (m_position == begin)
        return fail("S0301", m_position);
    Token token{.type = TokenType::Regex, .text = std::string(m_text.substr(begin, m_position - begin)), .position = begin};
    query::Regex::Options options;
    for (++m_position; at(m_position) == 'i' || at(m_position) == 'm'; ++m_position) {
        bool& flag = at(m_position) == 'i' ? options.ignoreCase : options.multiLine;
        if (flag) {
            m_problem = {.code = "S0303", .position = begin, .token = token.text, .text = "a flag is given twice"};
            return std::nullopt;
        }
        flag = true;
    }
    auto regex = query::Regex::compile(token.text, options);
    if (!regex) {
        // JavaScript throws a SyntaxError without a code here.
        m_problem = {.code = "S0303", .position = begin, .token = token.text, .text = regex.error().message};
        return std::nullopt;
    }
    token.regex = std::make_shared<query::Regex>(*std::move(regex));
    token.position = m_position;
    return token;
}

std::optional<Token> Tokenizer::readString()
{
    const char quote = m_text[m_position++];
    std::string content;
    while (m_position < m_text.size()) {
        const char character = m_text[m_position];
        if (character == quote) {
            ++m_position;
            return Token{.type = TokenType::String, .value = Data::string(content), .position = m_position};
        }
        if (character != '\\') {
            content += character;
            ++m_position;
            continue;
        }
        const char escape = at(++m_position);
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
        if (const std::size_t known = names.find(escape); known != std::string_view::npos && m_position < m_text.size()) {
            content += meanings[known];
        } else if (escape == 'u') {
            auto unit = hexadecimal(m_text.substr(m_position + 1, 4));
            if (!unit)
                return fail("S0104", m_position);
            m_position += 4;
            if (m_position >= m_text.size()) // the reference takes fewer digits at the end
                break;
            const auto low = m_text.substr(m_position + 1, 2) == "\\u" ? hexadecimal(m_text.substr(m_position + 3, 4)) : std::nullopt;
            if (*unit >= 0xD800 && *unit < 0xDC00 && low && *low >= 0xDC00 && *low < 0xE000) {
                unit = 0x10000 + ((*unit - 0xD800) << 10) + (*low - 0xDC00);
                m_position += 6;
            }
            appendUtf8(content, *unit);
        } else {
            return fail("S0103", m_position, std::string(1, escape));
        }
        ++m_position;
    }
    return fail("S0101", m_text.size());
}

std::optional<Token> Tokenizer::readNumber()
{
    const std::string_view text = m_text.substr(m_position, numberLength(m_text.substr(m_position)));
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool tiny = text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos;
    if (read.ec == std::errc::result_out_of_range && !tiny)
        return fail("S0102", m_position, std::string(text));
    m_position += text.size();
    return Token{.type = TokenType::Number, .value = Data::number(number), .position = m_position};
}

std::optional<Token> Tokenizer::readQuotedName()
{
    const std::size_t end = m_text.find('`', m_position + 1);
    if (end == std::string_view::npos)
        return fail("S0105", m_text.size());
    Token token{.type = TokenType::Name, .text = std::string(m_text.substr(m_position + 1, end - m_position - 1)), .position = end + 1};
    m_position = end + 1;
    return token;
}

Token Tokenizer::readName()
{
    const std::size_t begin = m_position;
    while (m_position < m_text.size() && !isBlank(m_text[m_position]) && !isSingle(m_text[m_position]))
        ++m_position;
    const std::string_view name = m_text.substr(begin, m_position - begin);
    Token token{.type = TokenType::Name, .text = std::string(name), .position = m_position};
    if (name.starts_with('$')) {
        token.type = TokenType::Variable;
        token.text = name.substr(1);
    } else if (name == "or" || name == "in" || name == "and") {
        token.type = TokenType::Operator;
        token.code = operatorCode(name);
    } else if (name == "true" || name == "false" || name == "null") {
        token.type = TokenType::Value;
        token.value = name == "null" ? Data::null() : Data::boolean(name == "true");
    }
    return token;
}

} // namespace asl::query::jsonata

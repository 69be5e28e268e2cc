// JSON literals in filters and function arguments, which Jayway's JSON library reads permissively: quotes may be single or
// left out, commas may be superfluous.

#include "core/query/jsonpath/path_compiler.h"

#include "core/data/json.h"
#include "core/support/utf8.h"

#include <charconv>

namespace asl::query::jsonpath {

namespace {

std::optional<char32_t> hexadecimal(std::string_view digits)
{
    std::uint32_t unit = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    if (digits.size() != 4 || read.ptr != digits.data() + digits.size())
        return std::nullopt;
    return unit;
}

class Reader
{
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    std::optional<Data> readWhole()
    {
        auto value = readValue(0);
        skipBlanks();
        if (!value || m_position < m_text.size())
            return std::nullopt;
        return value;
    }

private:
    static constexpr int maxNesting = 100;

    void skipBlanks()
    {
        while (m_position < m_text.size() && static_cast<unsigned char>(m_text[m_position]) <= ' ')
            ++m_position;
    }
    bool take(char character)
    {
        skipBlanks();
        if (m_position >= m_text.size() || m_text[m_position] != character)
            return false;
        ++m_position;
        return true;
    }

    std::optional<Data> readValue(int depth)
    {
        skipBlanks();
        if (m_position >= m_text.size() || depth > maxNesting)
            return std::nullopt;
        switch (m_text[m_position]) {
        case '[': return readArray(depth);
        case '{': return readObject(depth);
        case '\'':
        case '"':
            if (const auto text = readQuoted())
                return Data::string(*text);
            return std::nullopt;
        default: return bareValue(readBare(",]}"));
        }
    }

    std::optional<Data> readArray(int depth)
    {
        ++m_position;
        std::vector<Data> items;
        for (;;) {
            while (take(',')) {
            }
            if (take(']'))
                return Data::arrayFrom(items);
            auto item = readValue(depth + 1);
            if (!item)
                return std::nullopt;
            items.push_back(std::move(*item));
            skipBlanks();
            if (m_position >= m_text.size() || (m_text[m_position] != ',' && m_text[m_position] != ']'))
                return std::nullopt;
        }
    }

    std::optional<Data> readObject(int depth)
    {
        ++m_position;
        ObjectBuilder object;
        for (;;) {
            while (take(',')) {
            }
            if (take('}'))
                return std::move(object).build();
            skipBlanks();
            if (m_position >= m_text.size())
                return std::nullopt;
            const bool isQuoted = m_text[m_position] == '"' || m_text[m_position] == '\'';
            const auto key = isQuoted ? readQuoted() : std::optional(std::string(readBare(":")));
            if (!key || !take(':'))
                return std::nullopt;
            auto value = readValue(depth + 1);
            if (!value)
                return std::nullopt;
            object.set(*key, std::move(*value));
            skipBlanks();
            if (m_position >= m_text.size() || (m_text[m_position] != ',' && m_text[m_position] != '}'))
                return std::nullopt;
        }
    }

    std::optional<std::string> readQuoted()
    {
        const char quote = m_text[m_position++];
        const std::size_t begin = m_position;
        while (m_position < m_text.size() && m_text[m_position] != quote)
            m_position += m_text[m_position] == '\\' ? 2 : 1;
        if (m_position >= m_text.size())
            return std::nullopt;
        return unescaped(m_text.substr(begin, m_position++ - begin));
    }

    std::string_view readBare(std::string_view stops)
    {
        const std::size_t begin = m_position;
        m_position = std::min(m_text.find_first_of(stops, m_position), m_text.size());
        std::string_view text = m_text.substr(begin, m_position - begin);
        while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ')
            text.remove_suffix(1);
        return text;
    }

    static std::optional<Data> bareValue(std::string_view text)
    {
        if (text == "true" || text == "false")
            return Data::boolean(text == "true");
        if (text == "null")
            return Data::null();
        if (!text.empty() && (text[0] == '-' || (text[0] >= '0' && text[0] <= '9')))
            if (const auto number = data::parse(text))
                return *number;
        return Data::string(text);
    }

    std::string_view m_text;
    std::size_t m_position = 0;
};

} // namespace

std::string unescaped(std::string_view text)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            result += text[i];
            continue;
        }
        switch (const char next = text[++i]) {
        case 'n': result += '\n'; break;
        case 't': result += '\t'; break;
        case 'r': result += '\r'; break;
        case 'f': result += '\f'; break;
        case 'b': result += '\b'; break;
        case 'u':
            if (const auto unit = hexadecimal(text.substr(i + 1, 4))) {
                char32_t codePoint = *unit;
                i += 4;
                const auto low = text.substr(i + 1, 2) == "\\u" ? hexadecimal(text.substr(i + 3, 4)) : std::nullopt;
                if (codePoint >= 0xD800 && codePoint < 0xDC00 && low && *low >= 0xDC00 && *low < 0xE000) {
                    codePoint = 0x10000 + ((codePoint - 0xD800) << 10) + (*low - 0xDC00);
                    i += 6;
                }
                appendUtf8(result, codePoint);
            } else {
                result += next;
            }
            break;
        default: result += next; break;
        }
    }
    return result;
}

std::optional<Data> parsePermissively(std::string_view text) { return Reader(text).readWhole(); }

} // namespace asl::query::jsonpath

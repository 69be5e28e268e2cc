#include "core/text/yaml_scalar.h"

#include "core/support/utf8.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace asl {

namespace {

constexpr std::string_view yamlTags = "tag:yaml.org,2002:";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// How many digits stand at `position`, which moves behind them.
std::size_t skipDigits(std::string_view text, std::size_t& position)
{
    const std::size_t begin = position;
    while (position < text.size() && isDigit(text[position]))
        ++position;
    return position - begin;
}

/// 0o17 and 0x1F.
std::optional<std::string> otherBase(std::string_view text)
{
    const bool octal = text.starts_with("0o"), hexadecimal = text.starts_with("0x");
    if (!octal && !hexadecimal)
        return std::nullopt;
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + 2, end, value, octal ? 8 : 16);
    if (read.ec != std::errc() || read.ptr != end)
        return std::nullopt;
    return std::to_string(value);
}

/// A number of the core schema as JSON writes it.
std::optional<std::string> jsonNumber(std::string_view text)
{
    if (auto value = otherBase(text))
        return value;
    std::size_t position = 0;
    std::string json;
    if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
        if (text[0] == '-')
            json = "-";
        ++position;
    }
    const std::size_t whole = position;
    const std::size_t wholeDigits = skipDigits(text, position);
    const std::size_t significant = std::min(text.find_first_not_of('0', whole), position);
    json += significant == position ? "0" : text.substr(significant, position - significant);
    std::size_t fractionDigits = 0;
    if (position < text.size() && text[position] == '.') {
        const std::size_t fraction = ++position;
        fractionDigits = skipDigits(text, position);
        json += '.';
        json += fractionDigits == 0 ? "0" : text.substr(fraction, fractionDigits);
    }
    if (wholeDigits + fractionDigits == 0)
        return std::nullopt;
    if (position < text.size() && (text[position] | 0x20) == 'e') {
        const std::size_t exponent = position++;
        if (position < text.size() && (text[position] == '-' || text[position] == '+'))
            ++position;
        if (skipDigits(text, position) == 0)
            return std::nullopt;
        json += text.substr(exponent, position - exponent);
    }
    return position == text.size() ? std::optional(json) : std::nullopt;
}

/// Whether the text is one ${Token} and nothing else.
bool isToken(std::string_view text)
{
    return text.size() > 3 && text.size() < 500 && text.starts_with("${") && text[2] != '!' &&
           text.find_first_of("{}\"\n", 2) == text.size() - 1 && text.back() == '}';
}

std::string lastPart(std::string_view tag)
{
    return std::string(tag.substr(std::min(tag.find_last_of("!:") + 1, tag.size())));
}

} // namespace

YamlValue plainYamlValue(std::string_view text)
{
    if (text.empty() || text == "~" || text == "null" || text == "Null" || text == "NULL")
        return {NodeKind::Null, "null"};
    if (text == "true" || text == "True" || text == "TRUE")
        return {NodeKind::True, "true"};
    if (text == "false" || text == "False" || text == "FALSE")
        return {NodeKind::False, "false"};
    if (isDigit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.')
        if (auto number = jsonNumber(text))
            return {NodeKind::Number, *std::move(number)};
    if (isToken(text))
        return {NodeKind::Substitution, std::string(text)};
    return {NodeKind::String, quoted(text)};
}

std::string tokenOfTag(std::string_view tag, std::string_view argument)
{
    const auto harmless = [](std::string_view text) {
        std::string shown;
        for (const char c : text)
            shown += c == '{' || c == '}' || c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        return shown;
    };
    const std::string name = harmless(lastPart(tag));
    if ((name == "Ref" || name == "GetAtt") && !argument.empty())
        return "${" + harmless(argument.substr(0, 400)) + "}";
    std::string shown = harmless(argument.substr(0, 60));
    while (!shown.empty() && (static_cast<unsigned char>(shown.back()) & 0x80) && invalidUtf8(shown))
        shown.pop_back(); // cut inside a character
    return "${" + name + (shown.empty() ? "" : " " + shown) + "}";
}

YamlValue yamlValue(const YamlEvent& scalar)
{
    const bool plain = scalar.style == YamlEvent::Style::Plain;
    if (scalar.tag.empty())
        return plain ? plainYamlValue(scalar.value) : YamlValue{NodeKind::String, quoted(scalar.value)};
    if (scalar.tag.starts_with(yamlTags)) {
        const std::string_view name = std::string_view(scalar.tag).substr(yamlTags.size());
        if (name == "int" || name == "float" || name == "bool" || name == "null")
            return plainYamlValue(scalar.value);
        return {NodeKind::String, quoted(scalar.value)};
    }
    if (scalar.tag == "!" || scalar.tag == "!Sub")
        return {NodeKind::String, quoted(scalar.value)};
    return {NodeKind::Substitution, tokenOfTag(scalar.tag, scalar.value)};
}

// --- writing --------------------------------------------------------------------------------------------------------

namespace {

bool hasControl(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const char32_t c = nextCodePoint(text, i);
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
            (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF)
            return true;
    }
    return false;
}

/// Whether a plain scalar of these characters is read as itself, whatever it may mean.
bool canBePlain(std::string_view text, const YamlScalarPlace& place)
{
    constexpr std::string_view indicators = "-?:,[]{}#&*!|>'\"%@`";
    if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':' || hasControl(text))
        return false;
    if (indicators.find(text.front()) != std::string_view::npos) {
        const bool dash = text.front() == '-' && text.size() > 1 && text[1] != ' ' && !text.starts_with("---");
        if (!dash)
            return false;
    }
    if (text.starts_with("...") || text == "=" || text == "<<")
        return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos)
        return false;
    if (place.isKey && (text.find(':') != std::string_view::npos || text.size() > 500))
        return false;
    return !place.inFlow || text.find_first_of(",[]{}:?") == std::string_view::npos;
}

/// Words that YAML 1.1 readers take for truth values.
bool isOldTruthValue(std::string_view text)
{
    if (text.size() > 3)
        return false;
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return lower == "yes" || lower == "no" || lower == "on" || lower == "off" || lower == "y" || lower == "n";
}

/// Dates and times, and numbers with underscores or colons, mean something to readers of YAML 1.1.
bool looksLikeNumber(std::string_view text)
{
    return (isDigit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.') &&
           text.find_first_not_of("0123456789+-._:eExXoOabcdfABCDFTZ ") == std::string_view::npos &&
           text.find_first_of("0123456789") != std::string_view::npos;
}

std::string singleQuoted(std::string_view text)
{
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'')
            out += '\'';
    }
    return out + "'";
}

/// A JSON string literal, with the escapes that YAML needs beside.
std::string doubleQuoted(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    const std::string literal = quoted(text);
    for (std::size_t i = 0; i < literal.size();) {
        const std::size_t begin = i;
        const char32_t c = nextCodePoint(literal, i);
        const bool escape =
            (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
        if (!escape) {
            out.append(literal, begin, i - begin);
            continue;
        }
        out += "\\u";
        for (const int shift : {12, 8, 4, 0})
            out += digits[(c >> shift) & 0xF];
    }
    return out;
}

/// The text as a literal block scalar, when it can be one.
std::optional<std::string> literal(std::string_view text, const YamlScalarPlace& place)
{
    if (place.isKey || place.inFlow || place.oneLine || place.indent.empty() ||
        text.find_first_not_of('\n') == std::string_view::npos)
        return std::nullopt;
    std::string_view body = text;
    const char* chomping = "-";
    if (body.ends_with('\n')) {
        body.remove_suffix(1);
        chomping = "";
    }
    if (body.empty() || body.back() == '\n' || body.front() == ' ' || body.front() == '\n')
        return std::nullopt; // would need an indentation indicator or keep what follows
    std::string out = std::string("|") + chomping;
    for (std::size_t begin = 0; begin <= body.size();) {
        const std::size_t end = std::min(body.find('\n', begin), body.size());
        const std::string_view line = body.substr(begin, end - begin);
        if (hasControl(line))
            return std::nullopt;
        out += place.lineEnd;
        if (!line.empty())
            out += place.indent + std::string(line);
        begin = end + 1;
    }
    return out;
}

} // namespace

YamlEvent::Style yamlStyleOf(std::string_view source)
{
    switch (source.empty() ? '\0' : source.front()) {
    case '"':
        return YamlEvent::Style::DoubleQuoted;
    case '\'':
        return YamlEvent::Style::SingleQuoted;
    case '|':
        return YamlEvent::Style::Literal;
    case '>':
        return YamlEvent::Style::Folded;
    default:
        return YamlEvent::Style::Plain;
    }
}

std::string yamlScalar(std::string_view text, YamlEvent::Style habit, const YamlScalarPlace& place)
{
    using Style = YamlEvent::Style;
    const bool lines = text.find('\n') != std::string_view::npos;
    if (lines || habit == Style::Literal || habit == Style::Folded)
        if (auto block = lines ? literal(text, place) : std::nullopt)
            return *block;
    if (habit == Style::DoubleQuoted)
        return doubleQuoted(text);
    const bool meansText =
        plainYamlValue(text).kind == NodeKind::String && !isOldTruthValue(text) && !looksLikeNumber(text);
    if (habit != Style::SingleQuoted && meansText && canBePlain(text, place))
        return std::string(text);
    if (hasControl(text))
        return doubleQuoted(text);
    const bool single = habit == Style::SingleQuoted || text.find_first_of("\"\\") != std::string_view::npos;
    return single ? singleQuoted(text) : doubleQuoted(text);
}

} // namespace asl

#include "core/completion/expression_site.h"

#include "core/query/expression_tokens.h"

#include <algorithm>

namespace asl::completion {

namespace {

bool isWordPart(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || (c & '\x80') != 0;
}

/// Whether the text before the place is inside quotes, a comment or a regular expression.
bool isInsideText(std::string_view before, ExpressionKind kind)
{
    if (kind != ExpressionKind::JSONata) {
        char quote = 0;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const char c = before[i];
            if (quote != 0 && c == '\\')
                ++i;
            else if (quote != 0)
                quote = c == quote ? '\0' : quote;
            else if (c == '\'' || c == '"')
                quote = c;
        }
        return quote != 0;
    }
    using TokenKind = query::ExpressionToken::Kind;
    const query::ExpressionTokens tokens = query::jsonataTokens(before);
    if (tokens.empty() || tokens.back().end != before.size())
        return false;
    const TokenKind last = tokens.back().kind;
    // A regular expression that is not closed is read as nothing.
    return last == TokenKind::String || last == TokenKind::Comment || last == TokenKind::Regex
        || (last == TokenKind::Unread && before[tokens.back().begin] == '/');
}

/// Reads the path that ends with a dot at `end`, backwards. Empty: it does not begin with a root.
std::vector<std::string> pathBefore(std::string_view text, std::size_t end)
{
    std::vector<std::string> path;
    const auto skipBlanks = [text](std::size_t at) {
        while (at > 0 && std::string_view(" \t\r\n").find(text[at - 1]) != std::string_view::npos)
            --at;
        return at;
    };
    while ((end = skipBlanks(end)) > 0) {
        if (text[end - 1] == ']') {
            const std::size_t open = text.rfind('[', end - 1);
            if (open == std::string_view::npos)
                return {};
            const std::string_view index = text.substr(open + 1, end - open - 2);
            const bool isName = index.size() > 1 && (index.front() == '\'' || index.front() == '"');
            path.push_back(isName ? std::string(index.substr(1, index.size() - 2)) : std::string());
            end = open;
            if (!isName || (end > 0 && text[end - 1] != '.'))
                continue;
            if (end > 0)
                --end;
            continue;
        }
        std::size_t begin = end;
        if (text[end - 1] == '`') {
            begin = end > 1 ? text.rfind('`', end - 2) : std::string_view::npos;
            if (begin == std::string_view::npos)
                return {};
            path.emplace_back(text.substr(begin + 1, end - begin - 2));
        } else {
            while (begin > 0 && isWordPart(text[begin - 1]))
                --begin;
            while (begin > 0 && text[begin - 1] == '$')
                --begin;
            if (begin == end)
                return {};
            path.emplace_back(text.substr(begin, end - begin));
        }
        if (path.back().starts_with('$')) {
            std::reverse(path.begin(), path.end());
            return path;
        }
        begin = skipBlanks(begin);
        if (begin == 0 || text[begin - 1] != '.')
            return {};
        end = begin - 1;
    }
    return {};
}

void readWord(std::string_view text, std::size_t offset, ExpressionSite& site)
{
    const std::string_view upTo = text.substr(0, site.end);
    std::size_t begin = offset;
    while (begin > site.begin && isWordPart(text[begin - 1]))
        --begin;
    std::size_t end = offset;
    while (end < upTo.size() && isWordPart(upTo[end]))
        ++end;
    while (begin > site.begin && text[begin - 1] == '$')
        --begin;
    site.wordBegin = begin;
    site.wordEnd = end;
    std::size_t dot = begin;
    while (dot > site.begin && std::string_view(" \t\r\n").find(text[dot - 1]) != std::string_view::npos)
        --dot;
    if (dot > site.begin && text[dot - 1] == '.' && (begin >= text.size() || text[begin] != '$')) {
        site.isMember = true;
        site.path = pathBefore(text.substr(site.begin), dot - 1 - site.begin);
    }
    if (site.kind == ExpressionKind::PathOrCall && site.path.empty()) { // States.Format is one word
        while (begin > site.begin && (isWordPart(text[begin - 1]) || text[begin - 1] == '.'))
            --begin;
        if (std::string_view("States.").starts_with(text.substr(begin, std::min<std::size_t>(7, offset - begin)))) {
            site.wordBegin = begin;
            site.isMember = false;
        }
    }
}

} // namespace

std::optional<ExpressionSite> expressionSiteAt(std::string_view value, std::size_t offset, ExpressionForm form, std::string_view key)
{
    ExpressionSite site;
    site.end = value.size();
    switch (form) {
    case ExpressionForm::None: return {};
    case ExpressionForm::JSONata: {
        if (!value.starts_with("{%") || offset < 2)
            return {};
        site.kind = ExpressionKind::JSONata;
        site.begin = 2;
        if (value.ends_with("%}") && value.size() >= 4)
            site.end -= 2;
        if (offset > site.end)
            return {};
        break;
    }
    case ExpressionForm::Template:
        if (!key.ends_with(".$"))
            return {};
        site.kind = ExpressionKind::PathOrCall;
        break;
    case ExpressionForm::PathOrCall: site.kind = ExpressionKind::PathOrCall; break;
    case ExpressionForm::Path:
    case ExpressionForm::PlaceToWrite: break;
    }
    site.isText = isInsideText(value.substr(site.begin, offset - site.begin), site.kind);
    readWord(value, offset, site);
    return site;
}

std::optional<ExpressionSite> expressionSiteAt(const Site& site, const Meaning& meaning)
{
    const ExpressionForm form = meaning.form();
    const bool whole = form == ExpressionForm::Path || form == ExpressionForm::PlaceToWrite || form == ExpressionForm::PathOrCall;
    if (whole && !meaning.inside.empty())
        return {};
    return expressionSiteAt(site.written.value, site.offset, form, site.key);
}

namespace {

std::string_view typeWord(char letter)
{
    switch (letter) {
    case 's': return "string";
    case 'n': return "number";
    case 'b': return "boolean";
    case 'l': return "null";
    case 'a': return "array";
    case 'o': return "object";
    case 'f': return "function";
    case 'j': return "json";
    default: return "any";
    }
}

/// What a pair of < > or ( ) at `at` encloses; `at` goes behind it.
std::string_view enclosed(std::string_view text, std::size_t& at, char open, char close)
{
    const std::size_t begin = ++at;
    for (int depth = 1; at < text.size() && depth > 0; ++at)
        depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
    return text.substr(begin, at - begin - 1);
}

std::string readableTypes(std::string_view types, std::string_view separator)
{
    std::string out;
    for (std::size_t at = 0; at < types.size();) {
        if (!out.empty())
            out += separator;
        if (types[at] == '(') {
            out += readableTypes(enclosed(types, at, '(', ')'), "|");
        } else {
            out += typeWord(types[at++]);
        }
        if (at < types.size() && types[at] == '<')
            enclosed(types, at, '<', '>');
        for (; at < types.size() && (types[at] == '-' || types[at] == '?' || types[at] == '+'); ++at)
            out += types[at] == '+' ? "…" : types[at] == '?' ? "?" : "";
    }
    return out;
}

} // namespace

std::string readableSignature(std::string_view function, std::string_view signature)
{
    std::string_view inside = signature.size() > 2 ? signature.substr(1, signature.size() - 2) : std::string_view();
    std::size_t result = std::string_view::npos;
    for (std::size_t i = 0, depth = 0; i < inside.size(); ++i) {
        depth += inside[i] == '<' ? 1U : 0U;
        depth -= inside[i] == '>' ? 1U : 0U;
        if (inside[i] == ':' && depth == 0)
            result = i;
    }
    std::string text(function);
    text += '(' + readableTypes(inside.substr(0, result), ", ") + ')';
    if (result != std::string_view::npos)
        text += " → " + readableTypes(inside.substr(result + 1), ", ");
    return text;
}

} // namespace asl::completion

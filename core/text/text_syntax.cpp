#include "core/text/text_syntax.h"

#include <algorithm>
#include <string>

namespace asl {

namespace {

/// What JSON begins with, comments included.
bool beginsAsJson(std::string_view text)
{
    if (text.starts_with("\xEF\xBB\xBF"))
        text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return true;
    return text[first] == '{' || text[first] == '[' || text.substr(first, 2) == "//" || text.substr(first, 2) == "/*" ||
           text.substr(first, 2) == "${";
}

} // namespace

std::optional<TextSyntax> syntaxOfName(std::string_view fileName)
{
    std::string ending(fileName.substr(
        fileName.find_last_of('.') == std::string_view::npos ? fileName.size() : fileName.find_last_of('.')));
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    if (ending == ".yaml" || ending == ".yml")
        return TextSyntax::Yaml;
    if (ending == ".json")
        return TextSyntax::Json;
    return std::nullopt;
}

TextSyntax textSyntax(std::string_view fileName, std::string_view text)
{
    return syntaxOfName(fileName).value_or(beginsAsJson(text) ? TextSyntax::Json : TextSyntax::Yaml);
}

} // namespace asl

#include "core/document/trivia.h"

namespace asl::trivia {

namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

/// End of the comment that begins at `position`; `position` when none does. A line comment ends before its line end.
std::size_t afterComment(std::string_view text, std::size_t position)
{
    if (text.substr(position, 2) == "//") {
        while (position < text.size() && !isLineEnd(text[position]))
            ++position;
    } else if (text.substr(position, 2) == "/*") {
        const std::size_t end = text.find("*/", position + 2);
        position = end == std::string_view::npos ? text.size() : end + 2;
    }
    return position;
}

} // namespace

std::size_t afterSpace(std::string_view text, std::size_t position)
{
    while (position < text.size() && isSpace(text[position]))
        ++position;
    return position;
}

std::size_t afterSpaceAndComments(std::string_view text, std::size_t position)
{
    while (true) {
        const std::size_t begin = afterSpace(text, position);
        position = afterComment(text, begin);
        if (position == begin)
            return position;
    }
}

std::size_t beforeSpace(std::string_view text, std::size_t position)
{
    while (position > 0 && isSpace(text[position - 1]))
        --position;
    return position;
}

std::size_t afterCommentsOfLine(std::string_view text, std::size_t position)
{
    std::size_t found = position;
    while (true) {
        std::size_t begin = found;
        while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t'))
            ++begin;
        const std::size_t end = afterComment(text, begin);
        if (end == begin || hasLineEnd(text.substr(begin, end - begin)))
            return found;
        found = end;
    }
}

bool startsLine(std::string_view text, std::size_t position)
{
    while (position > 0 && (text[position - 1] == ' ' || text[position - 1] == '\t'))
        --position;
    return position == 0 || isLineEnd(text[position - 1]);
}

std::size_t lineEnds(std::string_view text, TextRange range)
{
    std::size_t count = 0;
    for (std::size_t i = range.begin; i < range.end; ++i)
        count += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n')) ? 1 : 0;
    return count;
}

bool hasLineEnd(std::string_view text) { return text.find_first_of("\r\n") != std::string_view::npos; }

} // namespace asl::trivia

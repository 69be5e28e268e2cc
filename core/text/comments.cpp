#include "core/text/comments.h"

namespace asl {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

} // namespace

TextRange removableComment(std::string_view text, TextRange comment)
{
    std::size_t end = comment.end;
    while (end < text.size() && isBlank(text[end]))
        ++end;
    if (end < text.size() && !isLineEnd(text[end]))
        return comment; // something follows in the line
    std::size_t begin = comment.begin;
    while (begin > 0 && isBlank(text[begin - 1]))
        --begin;
    const bool alone = begin == 0 || isLineEnd(text[begin - 1]);
    if (alone && end < text.size())
        end += text.substr(end, 2) == "\r\n" ? 2 : 1;
    return {begin, end};
}

} // namespace asl

// LineIndex: the begin of every line, found once; questions are binary searches.

#include "core/text/line_index.h"

#include "core/support/utf8.h"

#include <algorithm>

namespace asl {

LineIndex::LineIndex(std::string_view text)
{
    // Two searches for one byte each are many times faster than one for either.
    std::size_t lineFeed = text.find('\n'), carriageReturn = text.find('\r');
    m_starts.push_back(0);
    while (lineFeed != std::string_view::npos || carriageReturn != std::string_view::npos) {
        std::size_t end = std::min(lineFeed, carriageReturn);
        if (end == carriageReturn) {
            carriageReturn = text.find('\r', end + 1);
            if (lineFeed == end + 1)
                end = lineFeed;
        }
        if (end == lineFeed)
            lineFeed = text.find('\n', end + 1);
        m_starts.push_back(end + 1);
    }
}

TextRange LineIndex::line(std::string_view text, std::size_t line) const
{
    const std::size_t index = std::clamp<std::size_t>(line, 1, lineCount()) - 1;
    const std::size_t begin = m_starts[index];
    std::size_t end = index + 1 < m_starts.size() ? m_starts[index + 1] : text.size();
    if (end > begin && text[end - 1] == '\n')
        --end;
    if (end > begin && text[end - 1] == '\r')
        --end;
    return {begin, end};
}

LineColumn LineIndex::at(std::string_view text, std::size_t position) const
{
    position = std::min(position, text.size());
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), position);
    const auto line = static_cast<std::size_t>(next - m_starts.begin());
    const std::size_t begin = m_starts[line - 1];
    return {line, codePointCount(text.substr(begin, position - begin)) + 1};
}

std::size_t LineIndex::position(std::string_view text, LineColumn place) const
{
    const TextRange range = line(text, place.line);
    std::size_t position = range.begin;
    for (std::size_t column = 1; column < place.column && position < range.end; ++column)
        nextCodePoint(text, position);
    return position;
}

} // namespace asl

#include "ui/editor/block_map.h"

#include <algorithm>

namespace designer {

namespace {

constexpr bool startsCodePoint(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

/// UTF-16 units of the code point that begins with this byte; 0 for the bytes after the first.
constexpr std::size_t unitsOf(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value < 0x80 ? 1 : value < 0xC0 ? 0 : value < 0xF0 ? 1 : 2;
}

std::size_t unitsIn(std::string_view text)
{
    std::size_t units = 0;
    for (const char byte : text)
        units += unitsOf(byte);
    return units;
}

std::size_t bytesOfEnd(RowEnd end)
{
    switch (end) {
    case RowEnd::TextEnd:
    case RowEnd::Cut: return 0;
    case RowEnd::Lf:
    case RowEnd::Cr: return 1;
    case RowEnd::CrLf: return 2;
    }
    return 0;
}

/// Splits bytes into rows. Places and lines are filled in afterwards.
class Splitter
{
public:
    Splitter(std::string_view text, std::vector<Row>& rows) : m_text(text), m_rows(rows) {}

    /// `afterCut`: `begin` is inside a cut line, of which `inside` is known. `last`: how the row before `end` ends when no line end
    /// stands there.
    void split(std::size_t begin, std::size_t end, bool afterCut, Inside inside, RowEnd last)
    {
        m_inside = inside;
        std::size_t position = begin;
        while (true) {
            const std::size_t lineBegin = position;
            std::size_t units = 0;
            while (position < end && m_text[position] != '\n' && m_text[position] != '\r')
                units += unitsOf(m_text[position++]);
            const RowEnd rowEnd = position == end ? last : endAt(position);
            const bool partOfLong = (afterCut && lineBegin == begin) || rowEnd == RowEnd::Cut;
            if (units > (partOfLong ? BlockMap::longestRow : BlockMap::longLine))
                cut(lineBegin, position, rowEnd);
            else
                add(lineBegin, rowEnd);
            if (position == end)
                return;
            position += bytesOfEnd(rowEnd);
            m_inside = Inside::Nothing;
            if (position == end && last != RowEnd::TextEnd)
                return;
        }
    }

private:
    RowEnd endAt(std::size_t position) const
    {
        if (m_text[position] == '\n')
            return RowEnd::Lf;
        return position + 1 < m_text.size() && m_text[position + 1] == '\n' ? RowEnd::CrLf : RowEnd::Cr;
    }

    void add(std::size_t begin, RowEnd end) { m_rows.push_back({begin, 0, 0, end, m_inside}); }

    void cut(std::size_t begin, std::size_t end, RowEnd rowEnd)
    {
        std::size_t rowBegin = begin;
        std::size_t units = 0;
        Inside atRowBegin = m_inside;
        const auto cutHere = [&](std::size_t position) {
            m_rows.push_back({rowBegin, 0, 0, RowEnd::Cut, atRowBegin});
            rowBegin = position;
            units = 0;
            atRowBegin = m_inside;
        };
        for (std::size_t i = begin; i < end; ++i) {
            const char c = m_text[i];
            units += unitsOf(c);
            if (m_inside != Inside::Nothing) {
                if (c == '\\' && i + 1 < end)
                    units += unitsOf(m_text[++i]);
                else if (c == '"')
                    m_inside = Inside::Nothing;
            } else if (c == '"') {
                m_inside = m_text.substr(i + 1, 2) == "{%" ? Inside::Expression : Inside::String;
            }
            if (i + 1 >= end || !startsCodePoint(m_text[i + 1]))
                continue;
            // A comma stays with the brace before it.
            const bool good = m_inside == Inside::Nothing && std::string_view(",{}[]").find(c) != std::string_view::npos && m_text[i + 1] != ',';
            if ((good && units >= BlockMap::goodRow) || units + 2 > BlockMap::longestRow)
                cutHere(i + 1);
        }
        m_rows.push_back({rowBegin, 0, 0, rowEnd, atRowBegin});
    }

    std::string_view m_text;
    std::vector<Row>& m_rows;
    Inside m_inside = Inside::Nothing;
};

/// Old rows [first, last] and the old bytes that changed among them, to become new rows.
struct Group
{
    std::size_t first;
    std::size_t last;
    std::ptrdiff_t growth; ///< in bytes
};

QChar standIn(QChar character)
{
    switch (character.unicode()) {
    case 0x2028: // line separator
    case 0x2029: return QChar(0x2424); // paragraph separator
    case 0x0000:
    case 0xfdd0: // QTextDocument's own marks
    case 0xfdd1:
    case 0xfffc: return QChar(0xfffd);
    default: return character;
    }
}

} // namespace

BlockMap::BlockMap(std::string_view text) : m_textSize(text.size())
{
    m_rows.reserve(text.size() / 32 + 1);
    Splitter(text, m_rows).split(0, text.size(), false, Inside::Nothing, RowEnd::TextEnd);
    std::uint32_t line = 0;
    std::size_t place = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].place = static_cast<std::uint32_t>(place);
        m_rows[i].line = line;
        const asl::TextRange range = content(i);
        place += unitsIn(text.substr(range.begin, range.size())) + 1;
        line += m_rows[i].end != RowEnd::Cut;
    }
    m_shownSize = place;
}

asl::TextRange BlockMap::content(std::size_t index) const
{
    return {m_rows[index].begin, endOf(index) - bytesOfEnd(m_rows[index].end)};
}

std::size_t BlockMap::rowAtByte(std::size_t byte) const
{
    const auto next = std::upper_bound(m_rows.begin(), m_rows.end(), byte, [](std::size_t b, const Row& row) { return b < row.begin; });
    return static_cast<std::size_t>(next - m_rows.begin()) - 1;
}

std::size_t BlockMap::rowAtPlace(std::size_t place) const
{
    const auto next = std::upper_bound(m_rows.begin(), m_rows.end(), place, [](std::size_t p, const Row& row) { return p < row.place; });
    return static_cast<std::size_t>(next - m_rows.begin()) - 1;
}

std::size_t BlockMap::firstRowOfLine(std::size_t line) const
{
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), line, [](const Row& r, std::size_t wanted) { return r.line < wanted; });
    return std::min(static_cast<std::size_t>(row - m_rows.begin()), m_rows.size() - 1);
}

std::size_t BlockMap::byteAt(std::string_view text, std::size_t place) const
{
    const std::size_t index = rowAtPlace(place);
    const asl::TextRange range = content(index);
    std::size_t units = place - m_rows[index].place;
    std::size_t byte = range.begin;
    while (units > 0 && byte < range.end) {
        units -= std::min(units, unitsOf(text[byte]));
        do
            ++byte;
        while (byte < range.end && !startsCodePoint(text[byte]));
    }
    return byte;
}

std::size_t BlockMap::placeAt(std::string_view text, std::size_t byte) const
{
    const std::size_t index = rowAtByte(byte);
    const asl::TextRange range = content(index);
    const std::size_t end = std::min(byte, range.end);
    return m_rows[index].place + unitsIn(text.substr(range.begin, end - range.begin));
}

QString BlockMap::shown(std::string_view text, std::size_t first, std::size_t count) const
{
    QString result;
    for (std::size_t i = first; i < first + count; ++i) {
        if (i > first)
            result += QChar(QChar::ParagraphSeparator);
        asl::TextRange range = content(i);
        for (; text.substr(range.begin, 3) == "\xEF\xBB\xBF"; range.begin += 3)
            result += QChar(QChar::ByteOrderMark); // which Qt drops at the beginning of UTF-8
        const qsizetype from = result.size();
        result += QUtf8StringView(text.data() + range.begin, static_cast<qsizetype>(range.size())).toString();
        for (qsizetype at = from; at < result.size(); ++at)
            if (const char16_t unit = result.at(at).unicode(); unit == 0 || (unit >= 0x2028 && unit <= 0x2029) || unit >= 0xfdd0)
                result[at] = standIn(result.at(at));
    }
    return result;
}

std::vector<RowChange> BlockMap::update(std::string_view text, const asl::TextPatch& patch, std::optional<std::size_t> typedRow)
{
    // 1. Which rows are touched; replacements that touch the same rows, or a cut line that may become short, go together.
    std::vector<Group> groups;
    for (const asl::Replacement& replacement : patch.replacements()) {
        Group group{rowAtByte(replacement.range.begin), rowAtByte(replacement.range.end),
                    static_cast<std::ptrdiff_t>(replacement.text.size()) - static_cast<std::ptrdiff_t>(replacement.range.size())};
        const bool atCut = group.first > 0 && m_rows[group.first].begin == replacement.range.begin && m_rows[group.first - 1].end == RowEnd::Cut;
        if (atCut && typedRow == group.first - 1) {
            --group.first;
            if (replacement.range.empty())
                group.last = group.first;
        }
        const bool toCut = group.last > group.first && m_rows[group.last].begin == replacement.range.end && m_rows[group.last - 1].end == RowEnd::Cut;
        if (toCut && endOf(group.last - 1) - m_rows[group.first].begin > replacement.range.size())
            --group.last; // the row beyond the cut stays as it is
        if (group.first > 0 && m_rows[group.first].begin == replacement.range.begin && m_rows[group.first - 1].end == RowEnd::Cr)
            --group.first; // a line feed typed behind a carriage return joins it
        if (!groups.empty() && group.first <= groups.back().last) {
            groups.back().last = std::max(groups.back().last, group.last);
            groups.back().growth += group.growth;
        } else {
            groups.push_back(group);
        }
    }
    if (groups.size() == 1) {
        Group& group = groups.front();
        const auto cutBefore = [&] { return group.first > 0 && m_rows[group.first - 1].end == RowEnd::Cut; };
        const auto cutAfter = [&] { return m_rows[group.last].end == RowEnd::Cut; };
        if (cutBefore() || cutAfter()) {
            std::size_t first = group.first;
            std::size_t last = group.last;
            while (first > 0 && m_rows[first - 1].end == RowEnd::Cut)
                --first;
            while (m_rows[last].end == RowEnd::Cut)
                ++last;
            const std::size_t bytes = endOf(last) - m_rows[first].begin + static_cast<std::size_t>(group.growth);
            if (bytes <= longLine) { // the line is no longer a long one
                group.first = first;
                group.last = last;
            } else if (endOf(group.last) - m_rows[group.first].begin + static_cast<std::size_t>(group.growth) == 0) {
                cutAfter() ? ++group.last : --group.first; // no row without a byte inside a line
            }
        }
    }

    // 2. One pass over the rows: kept ones move, touched ones are split anew.
    std::vector<RowChange> changes;
    std::vector<Row> rows;
    rows.reserve(m_rows.size() + 16);
    std::ptrdiff_t bytes = 0;
    std::ptrdiff_t places = 0;
    std::ptrdiff_t lines = 0;
    const auto keepTo = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) {
            Row row = m_rows[i];
            row.begin += static_cast<std::size_t>(bytes);
            row.place += static_cast<std::uint32_t>(places);
            row.line += static_cast<std::uint32_t>(lines);
            rows.push_back(row);
        }
    };
    std::size_t next = 0;
    for (const Group& group : groups) {
        keepTo(next, group.first);
        const std::size_t begin = m_rows[group.first].begin + static_cast<std::size_t>(bytes);
        const std::size_t oldEnd = endOf(group.last);
        const std::size_t end = oldEnd + static_cast<std::size_t>(bytes + group.growth);
        const bool afterCut = group.first > 0 && m_rows[group.first - 1].end == RowEnd::Cut;
        const RowEnd last = m_rows[group.last].end;
        std::size_t place = m_rows[group.first].place + static_cast<std::size_t>(places);
        std::uint32_t line = m_rows[group.first].line + static_cast<std::uint32_t>(lines);
        const std::size_t after = rows.size();
        Splitter(text, rows).split(begin, end, afterCut, m_rows[group.first].inside, last);
        for (std::size_t i = after; i < rows.size(); ++i) {
            rows[i].place = static_cast<std::uint32_t>(place);
            rows[i].line = line;
            const std::size_t rowEnd = (i + 1 < rows.size() ? rows[i + 1].begin : end) - bytesOfEnd(rows[i].end);
            place += unitsIn(text.substr(rows[i].begin, rowEnd - rows[i].begin)) + 1;
            line += rows[i].end != RowEnd::Cut;
        }
        changes.push_back({group.first, group.last + 1 - group.first, after, rows.size() - after});
        bytes += group.growth;
        next = group.last + 1;
        const bool more = next < m_rows.size();
        places = static_cast<std::ptrdiff_t>(place) - static_cast<std::ptrdiff_t>(more ? m_rows[next].place : m_shownSize);
        lines = more ? static_cast<std::ptrdiff_t>(line) - static_cast<std::ptrdiff_t>(m_rows[next].line) : 0;
    }
    keepTo(next, m_rows.size());
    m_rows = std::move(rows);
    m_textSize = text.size();
    m_shownSize += static_cast<std::size_t>(places);
    return changes;
}

std::string bytesOf(QStringView shown, std::string_view lineEnd)
{
    std::string result;
    qsizetype from = 0;
    while (true) {
        const qsizetype separator = shown.indexOf(QChar(QChar::ParagraphSeparator), from);
        result += shown.mid(from, separator < 0 ? -1 : separator - from).toUtf8().toStdString();
        if (separator < 0)
            return result;
        result += lineEnd;
        from = separator + 1;
    }
}

} // namespace designer

#include "core/execution/csv_records.h"

#include "core/support/utf8.h"

#include <utility>

namespace asl {

std::string& CsvRecords::newField()
{
    if (m_count == m_fields.size())
        m_fields.emplace_back();
    m_fields[m_count].clear();
    return m_fields[m_count++];
}

bool CsvRecords::next(std::string_view text, std::size_t& at, bool last)
{
    m_count = 0;
    m_quoted = false;
    newField();
    std::size_t position = at;
    while (position < text.size()) {
        switch (take(text, position, last)) {
        case Step::Within:
            continue;
        case Step::Incomplete:
            return false;
        case Step::Ended:
            break;
        }
        repairUtf8(text.substr(at, position - at));
        at = position;
        return true;
    }
    if (!last)
        return false;
    repairUtf8(text.substr(at));
    at = position;
    return true;
}

/// One character with what belongs to it, or a run of plain ones.
CsvRecords::Step CsvRecords::take(std::string_view text, std::size_t& at, bool last)
{
    std::string& field = m_fields[m_count - 1];
    const char c = text[at];
    const bool more = at + 1 < text.size();
    // Whether a quote or a line end is over, and what a backslash stands before, is told by the character behind it.
    if (!more && !last && (c == '\\' || c == '\r' || (m_quoted && c == '"')))
        return Step::Incomplete;
    ++at;
    if (c == '\\') {
        if (more && (text[at] == '\\' || text[at] == '"' || text[at] == m_delimiter))
            field += text[at++];
    } else if (m_quoted && c == '"') {
        if (more && text[at] == '"')
            field += text[at++];
        else
            m_quoted = false;
    } else if (c == '"' && field.empty()) {
        m_quoted = true;
    } else if (!m_quoted && c == m_delimiter) {
        newField();
    } else if (!m_quoted && (c == '\n' || c == '\r')) {
        if (c == '\r' && more && text[at] == '\n')
            ++at;
        return Step::Ended;
    } else {
        const std::size_t begin = at - 1;
        while (at < text.size() && text[at] != '\\' && text[at] != '"' &&
               (m_quoted || (text[at] != m_delimiter && text[at] != '\n' && text[at] != '\r')))
            ++at;
        field.append(text, begin, at - begin);
    }
    return Step::Within;
}

/// Values are valid UTF-8 whatever the file holds.
void CsvRecords::repairUtf8(std::string_view record)
{
    if (!invalidUtf8(record))
        return;
    for (std::size_t i = 0; i < m_count; ++i) {
        const std::string broken = std::exchange(m_fields[i], {});
        for (std::size_t position = 0; position < broken.size();)
            appendUtf8(m_fields[i], nextCodePoint(broken, position));
    }
}

} // namespace asl

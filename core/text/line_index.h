#pragma once
// LineIndex: byte position ↔ line and column (from 1, columns in code points). CR LF, LF and a lone CR end a line.

#include "core/support/text_range.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace asl {

struct LineColumn
{
    std::size_t line = 1;
    std::size_t column = 1;
    friend bool operator==(LineColumn, LineColumn) = default;
};

class LineIndex
{
public:
    explicit LineIndex(std::string_view text);

    std::size_t lineCount() const { return m_starts.size(); }
    /// Byte range of a line (from 1) without its line end.
    TextRange line(std::string_view text, std::size_t line) const;
    LineColumn at(std::string_view text, std::size_t position) const;
    std::size_t position(std::string_view text, LineColumn place) const;

private:
    std::vector<std::size_t> m_starts;
};

} // namespace asl

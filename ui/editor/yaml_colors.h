#pragma once
// YamlColors: where keys, strings, numbers, words, expressions, tokens and comments are in the rows of a YAML text. Read line by
// line, so that a text that is just being typed keeps its colours; what a line begins inside of is kept.

#include "ui/editor/block_map.h"
#include "ui/support/expression_colors.h"

#include <string>
#include <vector>

namespace designer {

/// What a line of YAML begins inside of.
struct YamlLine
{
    enum class Inside : std::uint8_t { Nothing, Plain, SingleQuoted, DoubleQuoted, Block };
    Inside inside = Inside::Nothing;
    bool pathMayStand = false;    ///< where the scalar stands: its key is not known, or is one of paths
    qsizetype indent = -1;        ///< Plain, Block: lines further right belong to it
    int brackets = 0;             ///< open ones
    std::size_t scalarLine = 0;   ///< byte of the line in which the scalar begins …
    qsizetype scalarPlace = 0;    ///< … and its content there, in UTF-16 units
};

class YamlColors
{
public:
    /// Lines from this one on are no longer what they were.
    void changedFrom(std::size_t line);
    /// The spans of a row, in order; what lies between them is plain text.
    std::vector<ColoredSpan> spans(const std::string& text, const BlockMap& map, std::size_t row);

private:
    std::vector<YamlLine> m_lines; ///< of the first lines, as far as they were looked at
};

} // namespace designer

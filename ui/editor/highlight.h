#pragma once
// Colours of one row of JSON: where keys, strings, numbers, words, expressions, tokens and comments are.

#include "ui/editor/block_map.h"
#include "ui/support/theme.h"

#include <QStringView>

#include <vector>

namespace designer {

struct ColoredSpan
{
    int begin = 0; ///< UTF-16 units in the row
    int length = 0;
    Token color = Token::Text;
};

/// The spans of a row, in order; what lies between them is plain text.
std::vector<ColoredSpan> coloredSpans(QStringView row, Inside inside);

} // namespace designer

#pragma once
// Colours of one row of JSON: where keys, strings, numbers, words, expressions, tokens and comments are.

#include "ui/editor/block_map.h"
#include "ui/support/expression_colors.h"

#include <QStringView>

#include <vector>

namespace designer {

/// The spans of a row, in order; what lies between them is plain text. `before`: of a row that begins inside an expression,
/// what is written of that string before the row; empty when that is too long to be read.
std::vector<ColoredSpan> coloredSpans(QStringView row, Inside inside, QStringView before = {});

} // namespace designer

#pragma once
// Colours of the expressions inside JSON strings: {% JSONata %}, paths and calls of intrinsic functions. The engines' own
// readers say what is what.

#include "ui/support/theme.h"

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace designer {

struct ColoredSpan
{
    int begin = 0; ///< UTF-16 units
    int length = 0;
    Token color = Token::Text;
};

/// Whether a string of this content holds an expression under `key`; no key: it is not known.
bool holdsExpression(QStringView content, const std::optional<QString>& key);

/// How the characters of an expression are written.
enum class Escapes { Json, None };

/// The spans of a string that holds an expression. `content` is what stands between its quotes as it is written; its first
/// character is at `place`. Whatever is not said otherwise is Token::SExpr.
std::vector<ColoredSpan> expressionSpans(QStringView content, int place, Escapes escapes = Escapes::Json);

/// ${Tokens} stand out in every string. Its spans are those from `first` on; it is written in row[begin, end).
void markTokens(std::vector<ColoredSpan>& spans, std::size_t first, QStringView row, qsizetype begin, qsizetype end);

} // namespace designer

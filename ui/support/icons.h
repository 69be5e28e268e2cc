#pragma once
// The icon set: SVG glyphs with currentColor, coloured by token and rendered at the exact device size.

#include "ui/support/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;

namespace designer {

/// An icon whose glyph follows mode and theme (Normal text, Selected accent, Disabled disabled).
QIcon icon(const QString& name, Token normal = Token::Text);
/// A glyph of `size` logical pixels for a device pixel ratio, cached.
QPixmap glyph(const QString& name, int size, const QColor& color, qreal devicePixelRatio);
/// Paints a glyph as vectors (for pictures in SVG and PDF, and scaled canvases).
void paintGlyph(QPainter& painter, const QString& name, const QRectF& rect, const QColor& color);

} // namespace designer

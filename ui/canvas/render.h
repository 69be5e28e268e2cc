#pragma once
// Draws a whole definition without a view: pictures, exports, thumbnails.

#include "ui/canvas/diagram.h"

#include <QSize>

class QPainter;

namespace designer {

/// Size of the picture of a diagram at scale 1, margin included.
QSizeF pictureSize(const Diagram& diagram);
/// Paints everything with the current theme, its top left corner at the origin: no grid, no selection. `ground` fills the
/// page first. `scale` is what the painter is scaled by (it decides nothing but how lines are snapped).
void drawPicture(QPainter& painter, const Diagram& diagram, qreal scale = 1, bool ground = true);
/// Paints a small drawing into `rect`: tiles and bars instead of texts, at most a third of full size.
void drawThumbnail(QPainter& painter, const Diagram& diagram, const QRectF& rect);

} // namespace designer

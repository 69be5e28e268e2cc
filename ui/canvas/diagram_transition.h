#pragma once
// From one drawing to the next: what stays moves, found again by its path.

#include "ui/canvas/diagram.h"

namespace designer {

/// How many nodes of `to` stood somewhere else in `from`.
int movedNodes(const Diagram& from, const Diagram& to, QPointF shift = {});
/// `to` with everything that was in `from` on its way: at 0 where it was, at 1 where it will be. `shift` is added to where
/// it was: by it the view was moved with the drawing.
DiagramPointer between(const Diagram& from, const DiagramPointer& to, qreal progress, QPointF shift = {});

} // namespace designer

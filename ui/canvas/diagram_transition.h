#pragma once
// From one drawing to the next: what stays moves, found again by its path.

#include "ui/canvas/diagram.h"

namespace designer {

/// How many nodes of `to` stood somewhere else in `from`.
int movedNodes(const Diagram& from, const Diagram& to);
/// `to` with everything that was in `from` on its way: at 0 where it was, at 1 where it will be.
DiagramPointer between(const Diagram& from, const DiagramPointer& to, qreal progress);

} // namespace designer

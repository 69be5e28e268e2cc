#pragma once
// Gives the items of a LayeredGraph their places along the rows, and the rows their order from left to right.

#include "core/layout/layered_graph.h"

namespace asl::layout {

/// By Graphviz's dot. False when dot did not keep the rows; nothing is changed then.
bool placeByDot(LayeredGraph& graph);

/// Our own: one sweep down by barycentres, then as near to what leads to it as the row allows. For scopes too large for dot.
void placeByBarycentre(LayeredGraph& graph);

/// Lets edges that pass several rows run straight where the rows have room for it.
void straighten(LayeredGraph& graph);

} // namespace asl::layout

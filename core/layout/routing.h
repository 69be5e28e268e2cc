#pragma once
// Draws the ways of the edges of one scope whose boxes have their places.

#include "core/layout/diagram_layout.h"
#include "core/layout/lanes.h"

namespace asl::layout {

/// A line from corner to corner with rounded corners. Needs two points at least.
EdgePlace orthogonal(const std::vector<Point>& corners, double radius);
/// Positions as near to `wanted` (sorted) as possible within ±half of zero, apart from each other.
std::vector<double> spread(std::vector<double> wanted, double half);
/// One cubic downwards whose control points lie at half the height; a straight line where there is no bend.
PathPiece descent(Point from, Point to);

/// By edge of the graph.
std::vector<EdgePlace> routed(const ScopeInput& input, LayeredGraph& graph, const std::vector<std::optional<SideRun>>& runs);

} // namespace asl::layout

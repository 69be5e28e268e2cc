#pragma once
// The layout of one scope by itself, flow downwards, its top left corner at the origin.

#include "core/layout/diagram_layout.h"
#include "core/layout/layered_graph.h"

namespace asl::layout {

struct ScopeLayout
{
    std::vector<Rect> nodes;       ///< outer boxes by index in the scope
    std::vector<EdgePlace> edges;
    Size size;
};

ScopeLayout laidOut(const ScopeInput& input);

/// Everything the layout of a scope depends on, as bytes.
std::string keyOf(const ScopeInput& input);

void move(EdgePlace& place, double dx, double dy);

} // namespace asl::layout

#pragma once
// Edges that run beside the columns: ways back and catchers. Each gets a lane, a vertical run at some x; what stands in
// the way of a lane is moved aside, never reordered.

#include "core/layout/layered_graph.h"

#include <optional>
#include <vector>

namespace asl::layout {

/// How such an edge runs.
struct SideRun
{
    enum class Entry : std::uint8_t { Side, Opposite /* the side that faces the lane */, Top, Direct /* straight from above */ };
    int side = 1;                 ///< 1: leaves to the right, -1: to the left
    Entry entry = Entry::Side;
    bool detour = false;          ///< something stands beside the source: the run leaves below its row
    double stub = 0;              ///< how far the detour goes out first
    double x = 0;                 ///< of the lane; Direct: of the target
    double exitY = 0;
    double entryY = 0;            ///< Side, Opposite: on the target; Top: of the run above its row
    std::optional<Point> label;   ///< its middle
};

/// By edge of the graph; empty for spine edges. Moves items sideways where lanes need room.
std::vector<std::optional<SideRun>> planLanes(const ScopeInput& input, LayeredGraph& graph);

} // namespace asl::layout

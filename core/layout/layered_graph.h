#pragma once
// LayeredGraph: one scope cut into rows: which row every box stands in, which edges run forward from row to row (the
// spine) and where they pass through rows between. Positions along the rows are given later.

#include "core/layout/diagram_graph.h"

#include <cstdint>
#include <vector>

namespace asl::layout {

/// What an edge is for the layout.
enum class EdgeRole : std::uint8_t {
    Spine,   ///< runs forward through the rows
    Aside,   ///< a catcher's edge that runs forward, routed beside the columns
    Back     ///< leads to the same or an earlier row (also of catchers), routed beside the columns
};

/// Something that takes up room in a row: a node, the label of a spine edge, or an edge passing through.
struct RowItem
{
    std::uint32_t node = noId;  ///< index in the scope; noId: a label or a passing edge
    std::uint32_t edge = noId;  ///< of a label; index in the scope
    std::uint32_t row = 0;
    double width = 0;
    double height = 0;
    double x = 0;               ///< of the middle
};

struct Row
{
    bool labels = false;        ///< between two ranks, holds labels only
    double height = 0;
    double top = 0;
    std::vector<std::uint32_t> items; ///< from left to right once placed
    double bottom() const { return top + height; }
};

struct LayeredEdge
{
    std::uint32_t from = 0;     ///< nodes by index in the scope
    std::uint32_t to = 0;
    bool isCatch = false;
    EdgeRole role = EdgeRole::Spine;
    Size label;
    std::vector<std::uint32_t> through; ///< items it passes between its ends, label first
};

/// Edges between items of neighbouring rows: what Graphviz is given.
struct SpineLink
{
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    int weight = 1;
};

struct LayeredGraph
{
    std::vector<RowItem> items;       ///< the nodes first, by their index in the scope
    std::vector<Row> rows;
    std::vector<LayeredEdge> edges;
    std::vector<SpineLink> links;
    std::vector<std::uint32_t> rank;  ///< by node
    std::vector<std::uint32_t> rowOfRank;
    bool tooLarge = false;            ///< for dot
};

struct Span
{
    double begin = 0;
    double length = 0;
};

/// Boxes of a scope as the layout sees them.
struct ScopeInput
{
    std::vector<Size> nodes;         ///< outer sizes, Start first
    std::vector<Span> sides;         ///< where edges may leave the sides of each, from its top
    std::vector<BoxKind> kinds;
    std::vector<LayeredEdge> edges;  ///< from, to, isCatch and label are set
    double firstGap = 0;             ///< below Start; 0: as elsewhere
};

LayeredGraph layered(const ScopeInput& input);

} // namespace asl::layout

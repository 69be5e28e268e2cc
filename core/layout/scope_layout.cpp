#include "core/layout/scope_layout.h"

#include "core/layout/placement.h"
#include "core/layout/routing.h"

#include <cmath>
#include <limits>

namespace asl::layout {

namespace {

/// Everything with its extremes, the curves by their control points (which lie between their ends).
class Extent
{
public:
    void add(Point point)
    {
        m_left = std::min(m_left, point.x);
        m_top = std::min(m_top, point.y);
        m_right = std::max(m_right, point.x);
        m_bottom = std::max(m_bottom, point.y);
    }
    void add(const Rect& rect)
    {
        add(Point{rect.x, rect.y});
        add(Point{rect.right(), rect.bottom()});
    }
    double left() const { return m_left; }
    double top() const { return m_top; }
    Size size() const { return {m_right - m_left, m_bottom - m_top}; }

private:
    double m_left = std::numeric_limits<double>::max();
    double m_top = std::numeric_limits<double>::max();
    double m_right = std::numeric_limits<double>::lowest();
    double m_bottom = std::numeric_limits<double>::lowest();
};

template <class T>
void append(std::string& bytes, T value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

} // namespace

void move(EdgePlace& place, double dx, double dy)
{
    const auto shift = [&](Point& point) {
        point.x += dx;
        point.y += dy;
    };
    shift(place.start);
    for (PathPiece& piece : place.pieces) {
        shift(piece.to);
        if (piece.curve) {
            shift(piece.control1);
            shift(piece.control2);
        }
    }
    if (!place.label.empty()) {
        place.label.x += dx;
        place.label.y += dy;
    }
}

ScopeLayout laidOut(const ScopeInput& input)
{
    LayeredGraph graph = layered(input);
    if (graph.tooLarge || !placeByDot(graph))
        placeByBarycentre(graph);
    straighten(graph);
    for (RowItem& item : graph.items) // whole pixels: hairlines stay sharp
        item.x = std::round(item.x);
    const auto runs = planLanes(input, graph);

    ScopeLayout result;
    result.edges = routed(input, graph, runs);
    Extent extent;
    for (std::uint32_t node = 0; node < input.nodes.size(); ++node) {
        const Size size = input.nodes[node];
        result.nodes.push_back({graph.items[node].x - size.width / 2, graph.rows[graph.items[node].row].top, size.width, size.height});
        extent.add(result.nodes.back());
    }
    for (const EdgePlace& edge : result.edges) {
        extent.add(edge.start);
        for (const PathPiece& piece : edge.pieces)
            extent.add(piece.to);
        if (!edge.label.empty())
            extent.add(edge.label);
    }
    const double dx = -std::floor(extent.left());
    const double dy = -extent.top();
    for (Rect& node : result.nodes) {
        node.x += dx;
        node.y += dy;
    }
    for (EdgePlace& edge : result.edges)
        move(edge, dx, dy);
    result.size = {std::ceil(extent.size().width), std::ceil(extent.size().height)};
    return result;
}

std::string keyOf(const ScopeInput& input)
{
    std::string key;
    append(key, input.firstGap);
    append(key, input.nodes.size());
    for (std::size_t i = 0; i < input.nodes.size(); ++i) {
        append(key, input.kinds[i]);
        append(key, input.nodes[i]);
        append(key, input.sides[i]);
    }
    for (const LayeredEdge& edge : input.edges) {
        append(key, edge.from);
        append(key, edge.to);
        append(key, edge.isCatch);
        append(key, edge.label);
    }
    return key;
}

} // namespace asl::layout

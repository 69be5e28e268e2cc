#include "ui/canvas/keyboard_walk.h"

#include <algorithm>

namespace designer {

using asl::layout::BoxKind;

std::vector<quint32> waysOut(const Diagram& diagram, quint32 node)
{
    std::vector<quint32> inner;
    std::vector<quint32> ways;
    for (quint32 i = 0; i < diagram.edges.size(); ++i) {
        const EdgeShape& edge = diagram.edges[i];
        const NodeShape& from = diagram.nodes[edge.from];
        if (edge.from == node)
            ways.push_back(i);
        else if (from.kind == BoxKind::Start && from.owner == node && node != asl::noId)
            inner.push_back(i);
    }
    inner.insert(inner.end(), ways.begin(), ways.end());
    return inner;
}

quint32 stateAfter(const Diagram& diagram, quint32 edge)
{
    for (std::size_t limit = diagram.nodes.size(); limit > 0; --limit) {
        const quint32 to = diagram.edges[edge].to;
        const NodeShape& node = diagram.nodes[to];
        if (node.kind == BoxKind::State)
            return to;
        if (node.kind != BoxKind::End || node.owner == asl::noId)
            return asl::noId;
        // Out of the container: its own ways, not those into it.
        const std::vector<quint32> ways = waysOut(diagram, node.owner);
        const auto out = std::find_if(ways.begin(), ways.end(), [&](quint32 way) { return diagram.edges[way].from == node.owner; });
        if (out == ways.end())
            return asl::noId;
        edge = *out;
    }
    return asl::noId;
}

quint32 stateBefore(const Diagram& diagram, quint32 node)
{
    quint32 back = asl::noId;
    for (const EdgeShape& edge : diagram.edges) {
        if (edge.to != node)
            continue;
        const NodeShape& from = diagram.nodes[edge.from];
        const quint32 state = from.kind == BoxKind::Start ? from.owner : edge.from;
        if (state == asl::noId || diagram.nodes[state].kind != BoxKind::State)
            continue;
        if (!edge.place.back)
            return state;
        if (back == asl::noId)
            back = state;
    }
    return back;
}

quint32 stateBeside(const Diagram& diagram, quint32 node, int step)
{
    std::vector<quint32> order;
    for (quint32 i = 0; i < diagram.nodes.size(); ++i)
        if (diagram.nodes[i].kind == BoxKind::State)
            order.push_back(i);
    if (order.empty())
        return asl::noId;
    std::stable_sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        const QRectF& first = diagram.nodes[a].box;
        const QRectF& second = diagram.nodes[b].box;
        return first.top() != second.top() ? first.top() < second.top() : first.left() < second.left();
    });
    const auto at = std::find(order.begin(), order.end(), node);
    if (at == order.end())
        return step > 0 ? order.front() : order.back();
    const auto count = std::ptrdiff_t(order.size());
    return order[std::size_t(((at - order.begin()) + step + count) % count)];
}

} // namespace designer

#include "core/layout/placement.h"

#include "core/layout/metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace asl::layout {

namespace {

struct Room
{
    double left = std::numeric_limits<double>::lowest();
    double right = std::numeric_limits<double>::max();
};

/// Where an item may stand between its neighbours.
Room roomOf(const LayeredGraph& graph, std::uint32_t index)
{
    const auto& row = graph.rows[graph.items[index].row].items;
    const auto at = std::find(row.begin(), row.end(), index);
    Room room;
    if (at != row.begin()) {
        const RowItem& before = graph.items[*(at - 1)];
        room.left = before.x + before.width / 2 + metrics::laneGap;
    }
    if (at + 1 != row.end()) {
        const RowItem& after = graph.items[*(at + 1)];
        room.right = after.x - after.width / 2 - metrics::laneGap;
    }
    return room;
}

void alignNearly(LayeredGraph& graph)
{
    constexpr double nearly = 2; // a step of a pixel looks like a slip
    std::vector<SpineLink> downwards = graph.links;
    std::stable_sort(downwards.begin(), downwards.end(), [&](const SpineLink& a, const SpineLink& b) {
        return graph.items[a.from].row < graph.items[b.from].row;
    });
    for (const SpineLink& link : downwards) {
        const double x = graph.items[link.from].x;
        RowItem& to = graph.items[link.to];
        if (std::abs(to.x - x) >= nearly || to.x == x)
            continue;
        const Room room = roomOf(graph, link.to);
        if (x >= room.left + to.width / 2 && x <= room.right - to.width / 2)
            to.x = x;
    }
}

} // namespace

void straighten(LayeredGraph& graph)
{
    for (const LayeredEdge& edge : graph.edges) {
        if (edge.role != EdgeRole::Spine)
            continue;
        std::vector<std::uint32_t> passing;
        Room room;
        for (std::uint32_t item : edge.through) {
            if (graph.items[item].edge != noId)
                continue;
            passing.push_back(item);
            const Room here = roomOf(graph, item);
            room.left = std::max(room.left, here.left);
            room.right = std::min(room.right, here.right);
        }
        if (passing.empty() || room.left > room.right)
            continue;
        // Straight down from where it comes, else straight down to where it goes, else one line between.
        const double from = graph.items[edge.through.front() == passing.front() ? edge.from : edge.through.front()].x;
        const double to = graph.items[edge.to].x;
        const bool straightDown = to >= room.left && to <= room.right;
        const double x = straightDown && !(from >= room.left && from <= room.right) ? to : std::clamp(from, room.left, room.right);
        for (std::uint32_t item : passing)
            graph.items[item].x = x;
    }
    alignNearly(graph);
}

} // namespace asl::layout

#include "core/layout/placement.h"

#include "core/layout/metrics.h"

#include <algorithm>

namespace asl::layout {

namespace {

double separation(const RowItem& left, const RowItem& right)
{
    const bool cards = left.node != noId && right.node != noId;
    return (left.width + right.width) / 2 + (cards ? metrics::siblingGap : metrics::laneGap);
}

/// Moves the items of a row to the wanted places as far as order and distance allow: what overlaps becomes one block that
/// stands where its items want it on average.
void placeRow(LayeredGraph& graph, const Row& row, const std::vector<double>& wanted)
{
    struct Block { std::size_t first; double position; double sum; std::size_t count; double width; };
    std::vector<Block> blocks;
    std::vector<double> offset(row.items.size(), 0); // from the first item of its block
    for (std::size_t i = 0; i < row.items.size(); ++i) {
        blocks.push_back({i, wanted[i], wanted[i], 1, 0});
        while (blocks.size() > 1) {
            Block& left = blocks[blocks.size() - 2];
            const Block right = blocks.back();
            const RowItem& last = graph.items[row.items[right.first - 1]];
            const double room = separation(last, graph.items[row.items[right.first]]);
            if (right.position >= left.position + left.width + room)
                break;
            const double shift = left.width + room;
            for (std::size_t k = right.first; k <= i; ++k)
                offset[k] += shift;
            left.sum += right.sum - shift * static_cast<double>(right.count);
            left.count += right.count;
            left.width = shift + right.width;
            left.position = left.sum / static_cast<double>(left.count);
            blocks.pop_back();
        }
    }
    for (std::size_t b = 0; b < blocks.size(); ++b) {
        const std::size_t end = b + 1 < blocks.size() ? blocks[b + 1].first : row.items.size();
        for (std::size_t i = blocks[b].first; i < end; ++i)
            graph.items[row.items[i]].x = blocks[b].position + offset[i];
    }
}

} // namespace

void placeByBarycentre(LayeredGraph& graph)
{
    std::vector<std::vector<std::uint32_t>> before(graph.items.size());
    for (const SpineLink& link : graph.links)
        before[link.to].push_back(link.from);
    for (Row& row : graph.rows) {
        std::vector<std::pair<double, std::uint32_t>> order;
        double last = 0;
        for (std::uint32_t item : row.items) {
            if (!before[item].empty()) {
                last = 0;
                for (std::uint32_t from : before[item])
                    last += graph.items[from].x;
                last /= static_cast<double>(before[item].size());
            }
            order.emplace_back(last, item);
        }
        std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        std::vector<double> wanted;
        row.items.clear();
        for (const auto& [x, item] : order) {
            wanted.push_back(x);
            row.items.push_back(item);
        }
        placeRow(graph, row, wanted);
    }
}

} // namespace asl::layout

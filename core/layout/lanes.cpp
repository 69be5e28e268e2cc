#include "core/layout/lanes.h"

#include "core/layout/metrics.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace asl::layout {

namespace {

constexpr double aboveRow = 16; ///< a run that enters from above turns this far over the row
constexpr double labelClearance = 8;

/// Edges that share a lane: one way back, or what leads forward to one state.
struct Group
{
    std::vector<std::uint32_t> edges;
    std::uint32_t to = 0;
    bool isCatch = false;
    bool back = false;
    std::uint32_t firstRow = 0;
    std::uint32_t lastRow = 0;
};

struct Lane
{
    double x = 0;
    double top = 0;
    double bottom = 0;
    std::vector<Rect> labels; ///< x of their rectangles follows the lane
};

class LanePlanner
{
public:
    LanePlanner(const ScopeInput& input, LayeredGraph& graph) : m_input(input), m_graph(graph), m_runs(graph.edges.size()) {}

    std::vector<std::optional<SideRun>> plan()
    {
        std::vector<Group> all = groups();
        for (Group& group : all)
            if (group.isCatch && !group.back)
                std::erase_if(group.edges, [&](std::uint32_t edge) { return isDirect(edge); });
        for (const Group& group : all)
            if (!group.edges.empty())
                place(group);
        for (std::size_t i = 0; i < m_runs.size(); ++i)
            if (m_runs[i])
                finish(static_cast<std::uint32_t>(i));
        placePorts();
        placeLabels();
        return std::move(m_runs);
    }

private:
    const RowItem& node(std::uint32_t index) const { return m_graph.items[index]; }
    const Row& rowOf(std::uint32_t index) const { return m_graph.rows[m_graph.items[index].row]; }
    double left(std::uint32_t index) const { return node(index).x - node(index).width / 2; }
    double right(std::uint32_t index) const { return node(index).x + node(index).width / 2; }
    double edgeOf(std::uint32_t index, int side) const { return side > 0 ? right(index) : left(index); }

    /// Shortest first, so that the longest lane comes to lie outermost.
    std::vector<Group> groups() const
    {
        std::vector<Group> all;
        std::map<std::tuple<std::uint32_t, bool, bool>, std::size_t> shared;
        for (std::uint32_t i = 0; i < m_graph.edges.size(); ++i) {
            const LayeredEdge& edge = m_graph.edges[i];
            if (edge.role == EdgeRole::Spine)
                continue;
            const bool back = edge.role == EdgeRole::Back;
            std::size_t index = all.size();
            if (edge.isCatch || !back)
                index = shared.try_emplace({edge.to, back, edge.isCatch}, index).first->second;
            const std::uint32_t a = std::min(node(edge.from).row, node(edge.to).row);
            const std::uint32_t b = std::max(node(edge.from).row, node(edge.to).row);
            if (index == all.size())
                all.push_back({{}, edge.to, edge.isCatch, back, a, b});
            Group& group = all[index];
            group.edges.push_back(i);
            group.firstRow = std::min(group.firstRow, a);
            group.lastRow = std::max(group.lastRow, b);
        }
        std::stable_sort(all.begin(), all.end(), [](const Group& a, const Group& b) {
            return a.lastRow - a.firstRow < b.lastRow - b.firstRow;
        });
        return all;
    }

    void place(const Group& group)
    {
        SideRun run;
        double reach = group.back ? bodyReach(group, 1) : sourceReach(group);
        if (group.back && blocked(group, reach, 1) && !blocked(group, bodyReach(group, -1), -1)) {
            run.side = -1;
            reach = bodyReach(group, -1);
        }
        const bool ahead = !group.back && node(group.to).x - node(group.to).width / 2 > reach;
        run.entry = ahead ? SideRun::Entry::Opposite : SideRun::Entry::Side;
        if (!ahead)
            reach = outer(reach, edgeOf(group.to, run.side), run.side);

        Lane lane = newLane(group);
        double clearance = group.isCatch ? metrics::catchClearance : metrics::laneGap;
        double labelReach = 0;
        if (group.back)
            for (std::uint32_t edge : group.edges)
                labelReach = std::max(labelReach, m_graph.edges[edge].label.width / 2);
        const bool ownLoop = group.back && m_graph.edges[group.edges.front()].from == group.to;
        if (ownLoop)
            labelReach *= 2; // the label hangs at the far end of so small a loop
        const double first = reach + run.side * (labelReach > 0 && !ownLoop ? labelReach + metrics::loopLabelGap : clearance);
        settle(lane, first, clearance, labelReach, run.side, group);
        m_lanes.push_back(lane);
        for (std::uint32_t edge : group.edges) {
            m_runs[edge] = run;
            m_laneOf[edge] = m_lanes.size() - 1;
        }
    }

    static double outer(double a, double b, int side) { return side > 0 ? std::max(a, b) : std::min(a, b); }

    /// A catcher's edge to the next rank, further right, with nothing between: over there, then down.
    bool isDirect(std::uint32_t index)
    {
        const LayeredEdge& edge = m_graph.edges[index];
        if (m_graph.rank[edge.to] != m_graph.rank[edge.from] + 1 || node(edge.to).x < right(edge.from) + metrics::laneGap
            || neighbourWithin(edge.from, node(edge.to).x + metrics::catchRadius, 1))
            return false;
        SideRun run;
        run.entry = SideRun::Entry::Direct;
        m_runs[index] = run;
        for (std::uint32_t label : edge.through)
            m_graph.items[label].x = node(edge.to).x;
        return true;
    }

    /// The card beside a node in its row that begins before `limit`, if any.
    const RowItem* neighbourWithin(std::uint32_t index, double limit, int side) const
    {
        const RowItem* nearest = nullptr;
        for (std::uint32_t item : rowOf(index).items) {
            const RowItem& other = m_graph.items[item];
            if (other.node == noId || item == index || (other.x - node(index).x) * side <= 0)
                continue;
            if ((limit - (other.x - side * other.width / 2)) * side > 0
                && (!nearest || (nearest->x - other.x) * side > 0))
                nearest = &other;
        }
        return nearest;
    }

    bool blocked(const Group& group, double reach, int side) const
    {
        return std::any_of(group.edges.begin(), group.edges.end(), [&](std::uint32_t edge) {
            return neighbourWithin(m_graph.edges[edge].from, reach + side * metrics::laneGap, side);
        });
    }

    double sourceReach(const Group& group) const
    {
        double reach = right(m_graph.edges[group.edges.front()].from);
        for (std::uint32_t edge : group.edges)
            reach = std::max(reach, right(m_graph.edges[edge].from));
        return reach;
    }

    /// How far the body of a loop reaches to a side: all that lies on a way from its head to its tail.
    double bodyReach(const Group& group, int side)
    {
        std::vector<char> inside(m_input.nodes.size(), 0);
        inside[group.to] = 1;
        std::vector<std::uint32_t> open;
        for (std::uint32_t edge : group.edges)
            open.push_back(m_graph.edges[edge].from);
        double reach = edgeOf(group.to, side);
        while (!open.empty()) {
            const std::uint32_t at = open.back();
            open.pop_back();
            if (inside[at])
                continue;
            inside[at] = 1;
            reach = outer(reach, edgeOf(at, side), side);
            for (std::uint32_t index : entering()[at]) {
                const LayeredEdge& edge = m_graph.edges[index];
                if (edge.role == EdgeRole::Back || m_graph.rank[edge.from] < m_graph.rank[group.to])
                    continue;
                open.push_back(edge.from);
                if (!edge.through.empty() && !inside[edge.from])
                    reach = outer(reach, m_graph.items[edge.through.front()].x
                                      + side * m_graph.items[edge.through.front()].width / 2, side);
            }
        }
        return reach;
    }

    const std::vector<std::vector<std::uint32_t>>& entering()
    {
        if (m_entering.empty()) {
            m_entering.resize(m_input.nodes.size());
            for (std::uint32_t i = 0; i < m_graph.edges.size(); ++i)
                m_entering[m_graph.edges[i].to].push_back(i);
        }
        return m_entering;
    }

    Lane newLane(const Group& group) const
    {
        Lane lane;
        lane.top = m_graph.rows[group.firstRow].top;
        lane.bottom = m_graph.rows[group.lastRow].bottom();
        for (std::uint32_t index : group.edges) {
            const LayeredEdge& edge = m_graph.edges[index];
            if (edge.label.empty())
                continue;
            const double y = edge.role == EdgeRole::Back
                ? (sideMiddle(edge.from) + sideMiddle(edge.to)) / 2
                : m_graph.rows[node(edge.from).row + 1].top + m_graph.rows[node(edge.from).row + 1].height / 2;
            lane.labels.push_back({-edge.label.width / 2, y - edge.label.height / 2, edge.label.width, edge.label.height});
        }
        return lane;
    }

    double sideMiddle(std::uint32_t index) const
    {
        return rowOf(index).top + m_input.sides[index].begin + m_input.sides[index].length / 2;
    }

    /// Finds the nearest x for a lane. What has its middle on the near side is passed by; what has it beyond moves on.
    void settle(Lane& lane, double first, double clearance, double labelReach, int side, const Group& group)
    {
        lane.x = first;
        for (bool again = true; again;) {
            again = false;
            forObstacles(lane, clearance, labelReach, group, [&](double middle, double half, double need) {
                if ((middle - lane.x) * side <= 0 && (middle + side * (half + need) - lane.x) * side > 1e-6) {
                    lane.x = middle + side * (half + need);
                    again = true;
                }
            });
        }
        double missing = 0;
        forObstacles(lane, clearance, labelReach, group, [&](double middle, double half, double need) {
            if ((middle - lane.x) * side > 0)
                missing = std::max(missing, (lane.x - (middle - side * (half + need))) * side);
        });
        if (missing > 0)
            makeRoom(lane.x, missing * side);
    }

    template <class Visit>
    void forObstacles(const Lane& lane, double clearance, double labelReach, const Group& group, Visit visit) const
    {
        for (std::uint32_t r = group.firstRow; r <= group.lastRow; ++r) {
            const Row& row = m_graph.rows[r];
            double room = clearance;
            if (labelReach > 0) { // the label of a way back keeps clear of cards on its far side
                for (const Rect& label : lane.labels)
                    if (label.y < row.bottom() && row.top < label.bottom())
                        room = labelReach + metrics::laneGap;
            } else {
                for (const Rect& label : lane.labels)
                    if (row.labels && label.y < row.bottom() && row.top < label.bottom())
                        room = std::max(room, label.width / 2 + labelClearance);
            }
            for (std::uint32_t item : row.items)
                if (isThere(m_graph.items[item]))
                    visit(m_graph.items[item].x, m_graph.items[item].width / 2, room);
        }
        for (const Lane& other : m_lanes) {
            if (lane.top < other.bottom && other.top < lane.bottom)
                visit(other.x, 0, metrics::laneGap);
            for (const Rect& label : other.labels) {
                if (lane.top < label.bottom() && label.y < lane.bottom)
                    visit(other.x, label.width / 2, labelClearance);
                for (const Rect& own : lane.labels)
                    if (own.y < label.bottom() && label.y < own.bottom())
                        visit(other.x, label.width / 2, own.width / 2 + labelClearance);
            }
            for (const Rect& own : lane.labels)
                if (own.y < other.bottom && other.top < own.bottom())
                    visit(other.x, 0, own.width / 2 + labelClearance);
        }
    }

    /// The place kept for a catcher's label stays empty when its edge takes a lane.
    bool isThere(const RowItem& item) const
    {
        return item.edge == noId || m_graph.edges[item.edge].role == EdgeRole::Spine
            || (m_runs[item.edge] && m_runs[item.edge]->entry == SideRun::Entry::Direct);
    }

    /// Everything beyond `from` moves by `by`.
    void makeRoom(double from, double by)
    {
        const int side = by > 0 ? 1 : -1;
        for (RowItem& item : m_graph.items)
            if ((item.x - from) * side > 0)
                item.x += by;
        for (Lane& lane : m_lanes)
            if ((lane.x - from) * side > 0)
                lane.x += by;
    }

    /// What stands between a node and its lane decides how the run leaves and enters.
    void finish(std::uint32_t index)
    {
        SideRun& run = *m_runs[index];
        const LayeredEdge& edge = m_graph.edges[index];
        if (run.entry == SideRun::Entry::Direct) {
            run.x = node(edge.to).x;
            return;
        }
        run.x = m_lanes[m_laneOf[index]].x;
        if (const RowItem* next = neighbourWithin(edge.from, run.x, run.side)) {
            const double gap = (next->x - run.side * next->width / 2 - edgeOf(edge.from, run.side)) * run.side;
            run.detour = true;
            run.stub = std::min(metrics::laneGap, gap / 2);
        }
        const int facing = run.entry == SideRun::Entry::Opposite ? -run.side : run.side;
        if (neighbourWithin(edge.to, run.x, facing)) {
            run.entry = SideRun::Entry::Top;
            run.entryY = rowOf(edge.to).top - aboveRow;
        }
    }

    struct Port
    {
        std::vector<double*> y;
        bool up = false;   ///< its lane goes up from here
        bool isCatch = false;
        double lane = 0;
    };

    void placePorts()
    {
        std::map<std::pair<std::uint32_t, int>, std::vector<Port>> ports;
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> shared; // arrivals of one kind at one side
        for (std::uint32_t i = 0; i < m_runs.size(); ++i) {
            if (!m_runs[i])
                continue;
            SideRun& run = *m_runs[i];
            const LayeredEdge& edge = m_graph.edges[i];
            const bool up = edge.role == EdgeRole::Back;
            ports[{edge.from, run.side}].push_back({{&run.exitY}, up && !run.detour, edge.isCatch, run.x * run.side});
            if (run.entry == SideRun::Entry::Top || run.entry == SideRun::Entry::Direct)
                continue;
            const int side = run.entry == SideRun::Entry::Opposite ? -run.side : run.side;
            auto& there = ports[{edge.to, side}];
            const std::uint32_t kind = (side > 0 ? 1u : 0u) + (edge.isCatch ? 2u : 0u) + (up ? 4u : 0u);
            const auto [known, isNew] = shared.try_emplace({edge.to, kind}, there.size());
            if (isNew)
                there.push_back({{}, !up, edge.isCatch, run.x * side});
            there[known->second].y.push_back(&run.entryY);
            there[known->second].lane = std::max(there[known->second].lane, run.x * side);
        }
        for (auto& [place, list] : ports)
            spreadPorts(place.first, list);
    }

    /// Upward lanes above downward ones, and so that no run crosses another near the card.
    void spreadPorts(std::uint32_t index, std::vector<Port>& list)
    {
        std::stable_sort(list.begin(), list.end(), [](const Port& a, const Port& b) {
            if (a.up != b.up)
                return a.up;
            return a.up ? a.lane < b.lane : a.lane > b.lane;
        });
        const Span side = m_input.sides[index];
        const auto count = static_cast<double>(list.size());
        const bool onlyCatch = std::all_of(list.begin(), list.end(), [](const Port& port) { return port.isCatch && !port.up; });
        for (std::size_t i = 0; i < list.size(); ++i) {
            const auto position = static_cast<double>(i);
            double y = side.length * (position + 1) / (count + 1);
            if (onlyCatch && list.size() <= 2 && side.length >= metrics::cardHeight)
                y = metrics::firstCatchPort * (position + 1);
            for (double* target : list[i].y)
                *target = rowOf(index).top + side.begin + y;
        }
    }

    void placeLabels()
    {
        for (std::uint32_t i = 0; i < m_runs.size(); ++i) {
            const LayeredEdge& edge = m_graph.edges[i];
            if (!m_runs[i] || edge.label.empty())
                continue;
            SideRun& run = *m_runs[i];
            if (edge.role == EdgeRole::Back) {
                const double hang = edge.from == edge.to ? run.side * (edge.label.width / 2 - labelClearance) : 0;
                run.label = Point{run.x + hang, (sideMiddle(edge.from) + sideMiddle(edge.to)) / 2};
            } else {
                const Row& row = m_graph.rows[node(edge.from).row + 1];
                run.label = Point{run.x, row.top + row.height / 2};
            }
        }
    }

    const ScopeInput& m_input;
    LayeredGraph& m_graph;
    std::vector<std::optional<SideRun>> m_runs;
    std::map<std::uint32_t, std::size_t> m_laneOf;
    std::vector<Lane> m_lanes;
    std::vector<std::vector<std::uint32_t>> m_entering;
};

} // namespace

std::vector<std::optional<SideRun>> planLanes(const ScopeInput& input, LayeredGraph& graph)
{
    return LanePlanner(input, graph).plan();
}

} // namespace asl::layout

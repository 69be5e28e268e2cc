#include "core/layout/routing.h"

#include "core/layout/metrics.h"

#include <algorithm>
#include <cmath>

namespace asl::layout {

namespace {

constexpr double belowRow = 12;
constexpr double endSpread = 13.5; ///< two heads at the pill of the end stand this far from its middle
constexpr double endMargin = 12;
constexpr double labelGrip = 12; ///< a label must hold its edge at least this far inside

double distance(Point a, Point b) { return std::abs(a.x - b.x) + std::abs(a.y - b.y); }

Point towards(Point from, Point to, double length)
{
    const double whole = distance(from, to);
    return whole <= 0 ? from : Point{from.x + (to.x - from.x) * length / whole, from.y + (to.y - from.y) * length / whole};
}

class Router
{
public:
    Router(const ScopeInput& input, LayeredGraph& graph, const std::vector<std::optional<SideRun>>& runs)
        : m_input(input), m_graph(graph), m_runs(runs), m_places(graph.edges.size()),
          m_startX(graph.edges.size(), 0), m_endX(graph.edges.size(), 0)
    {
    }

    std::vector<EdgePlace> route()
    {
        spreadEnds();
        settleLabels();
        for (std::uint32_t i = 0; i < m_graph.edges.size(); ++i) {
            m_places[i] = m_runs[i] ? beside(i) : along(i);
            m_places[i].back = m_graph.edges[i].role == EdgeRole::Back;
        }
        return std::move(m_places);
    }

private:
    const Row& rowOf(std::uint32_t node) const { return m_graph.rows[m_graph.items[node].row]; }
    double top(std::uint32_t node) const { return rowOf(node).top; }
    double bottom(std::uint32_t node) const { return top(node) + m_input.nodes[node].height; }

    bool bends(std::uint32_t item) const
    {
        return m_graph.items[item].edge != noId || !m_graph.rows[m_graph.items[item].row].labels;
    }
    double firstX(const LayeredEdge& edge) const
    {
        for (std::uint32_t item : edge.through)
            if (bends(item))
                return m_graph.items[item].x;
        return m_graph.items[edge.to].x;
    }
    double lastX(const LayeredEdge& edge) const
    {
        for (auto item = edge.through.rbegin(); item != edge.through.rend(); ++item)
            if (bends(*item))
                return m_graph.items[*item].x;
        return m_graph.items[edge.from].x;
    }

    void spreadEnds()
    {
        std::vector<std::vector<std::uint32_t>> leaving(m_input.nodes.size());
        std::vector<std::vector<std::uint32_t>> entering(m_input.nodes.size());
        for (std::uint32_t i = 0; i < m_graph.edges.size(); ++i) {
            if (m_runs[i])
                continue;
            leaving[m_graph.edges[i].from].push_back(i);
            entering[m_graph.edges[i].to].push_back(i);
        }
        for (std::uint32_t node = 0; node < m_input.nodes.size(); ++node) {
            const double half = std::min(metrics::fanOut / 2, m_input.nodes[node].width / 4);
            spreadAt(leaving[node], node, half, m_startX, [this](const LayeredEdge& edge) { return firstX(edge); });
            const bool pill = m_input.kinds[node] == BoxKind::End && m_input.nodes[node].width > metrics::endDot;
            const double widest = entering[node].size() > 2 ? m_input.nodes[node].width / 2 - endMargin : endSpread;
            spreadAt(entering[node], node, pill ? widest : 0, m_endX,
                     [this](const LayeredEdge& edge) { return lastX(edge); });
        }
    }

    template <class Where>
    void spreadAt(std::vector<std::uint32_t>& edges, std::uint32_t node, double half, std::vector<double>& result, Where where)
    {
        std::stable_sort(edges.begin(), edges.end(), [&](std::uint32_t a, std::uint32_t b) {
            return where(m_graph.edges[a]) < where(m_graph.edges[b]);
        });
        const double middle = m_graph.items[node].x;
        std::vector<double> wanted; // edges that come the same way share a place
        for (std::size_t i = 0; i < edges.size(); ++i)
            if (i == 0 || where(m_graph.edges[edges[i]]) - where(m_graph.edges[edges[i - 1]]) > 0.5)
                wanted.push_back(where(m_graph.edges[edges[i]]) - middle);
        const std::vector<double> offsets = spread(std::move(wanted), half);
        std::size_t at = 0;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            if (i > 0 && where(m_graph.edges[edges[i]]) - where(m_graph.edges[edges[i - 1]]) > 0.5)
                ++at;
            result[edges[i]] = middle + offsets[at];
        }
    }

    /// A label between two neighbouring ranks moves onto the curve as far as its neighbours allow.
    void settleLabels()
    {
        for (Row& row : m_graph.rows) {
            if (!row.labels)
                continue;
            for (std::size_t i = 0; i < row.items.size(); ++i) {
                RowItem& item = m_graph.items[row.items[i]];
                if (item.edge == noId || m_runs[item.edge] || m_graph.edges[item.edge].through.size() != 1)
                    continue;
                const double curve = (m_startX[item.edge] + m_endX[item.edge]) / 2;
                const double slack = std::max(0.0, item.width / 2 - labelGrip);
                double x = std::clamp(item.x, curve - slack, curve + slack);
                if (i > 0) {
                    const RowItem& left = m_graph.items[row.items[i - 1]];
                    x = std::max(x, left.x + (left.width + item.width) / 2 + metrics::labelPadding);
                }
                if (i + 1 < row.items.size()) {
                    const RowItem& right = m_graph.items[row.items[i + 1]];
                    x = std::min(x, right.x - (right.width + item.width) / 2 - metrics::labelPadding);
                }
                item.x = x;
            }
        }
    }

    EdgePlace along(std::uint32_t index) const
    {
        const LayeredEdge& edge = m_graph.edges[index];
        EdgePlace place;
        place.start = {m_startX[index], bottom(edge.from)};
        const Point end{m_endX[index], top(edge.to)};
        const double below = rowOf(edge.from).bottom();
        if (below > place.start.y + 0.5)
            place.pieces.push_back({false, {}, {}, {place.start.x, below}});
        if (!edge.label.empty() && !edge.through.empty())
            place.label = labelAt({m_graph.items[edge.through.front()].x, middleOf(edge.through.front())}, edge.label);
        if (edge.through.size() == 1 && !edge.label.empty()) {
            const double curve = (place.start.x + end.x) / 2;
            if (std::abs(m_graph.items[edge.through.front()].x - curve) <= edge.label.width / 2 - labelGrip + 0.5) {
                place.pieces.push_back(descent(place.end(), end));
                return place;
            }
        }
        for (std::uint32_t through : edge.through) {
            const RowItem& item = m_graph.items[through];
            const Row& row = m_graph.rows[item.row];
            if (!bends(through))
                continue; // others have their labels here; this edge need not bend for them
            place.pieces.push_back(descent(place.end(), {item.x, row.top}));
            if (row.height > 0)
                place.pieces.push_back({false, {}, {}, {item.x, row.bottom()}});
        }
        place.pieces.push_back(descent(place.end(), end));
        return place;
    }

    double middleOf(std::uint32_t item) const
    {
        const Row& row = m_graph.rows[m_graph.items[item].row];
        return row.top + row.height / 2;
    }

    static Rect labelAt(Point middle, Size size)
    {
        return {middle.x - size.width / 2, middle.y - size.height / 2, size.width, size.height};
    }

    EdgePlace beside(std::uint32_t index) const
    {
        const LayeredEdge& edge = m_graph.edges[index];
        const SideRun& run = *m_runs[index];
        const double from = m_graph.items[edge.from].x + run.side * m_graph.items[edge.from].width / 2;
        std::vector<Point> corners{{from, run.exitY}};
        if (run.detour) {
            const double below = rowOf(edge.from).bottom() + belowRow;
            corners.push_back({from + run.side * run.stub, run.exitY});
            corners.push_back({from + run.side * run.stub, below});
            corners.push_back({run.x, below});
        } else {
            corners.push_back({run.x, run.exitY});
        }
        const RowItem& target = m_graph.items[edge.to];
        switch (run.entry) {
        case SideRun::Entry::Side:
            corners.push_back({run.x, run.entryY});
            corners.push_back({target.x + run.side * target.width / 2, run.entryY});
            break;
        case SideRun::Entry::Opposite:
            corners.push_back({run.x, run.entryY});
            corners.push_back({target.x - run.side * target.width / 2, run.entryY});
            break;
        case SideRun::Entry::Top:
            corners.push_back({run.x, run.entryY});
            corners.push_back({target.x, run.entryY});
            corners.push_back({target.x, top(edge.to)});
            break;
        case SideRun::Entry::Direct:
            corners.push_back({target.x, top(edge.to)});
            break;
        }
        EdgePlace place = orthogonal(corners, edge.isCatch ? metrics::catchRadius : metrics::loopRadius);
        if (run.label)
            place.label = labelAt(*run.label, edge.label);
        return place;
    }

    const ScopeInput& m_input;
    LayeredGraph& m_graph;
    const std::vector<std::optional<SideRun>>& m_runs;
    std::vector<EdgePlace> m_places;
    std::vector<double> m_startX;
    std::vector<double> m_endX;
};

} // namespace

EdgePlace orthogonal(const std::vector<Point>& corners, double radius)
{
    constexpr double kappa = 0.5523; // a quarter circle as a cubic
    EdgePlace place;
    place.start = corners.front();
    for (std::size_t i = 1; i + 1 < corners.size(); ++i) {
        const Point corner = corners[i];
        const double room = std::min(distance(corners[i - 1], corner) / (i == 1 ? 1 : 2),
                                     distance(corner, corners[i + 1]) / (i + 2 == corners.size() ? 1 : 2));
        const double r = std::min(radius, room);
        const Point begin = towards(corner, corners[i - 1], r);
        const Point end = towards(corner, corners[i + 1], r);
        place.pieces.push_back({false, {}, {}, begin});
        place.pieces.push_back({true, towards(begin, corner, r * kappa), towards(end, corner, r * kappa), end});
    }
    place.pieces.push_back({false, {}, {}, corners.back()});
    return place;
}

std::vector<double> spread(std::vector<double> wanted, double half)
{
    if (wanted.empty())
        return wanted;
    if (wanted.size() == 1 || half <= 0)
        return std::vector<double>(wanted.size(), 0);
    const double apart = std::min(20.0, 2 * half / static_cast<double>(wanted.size() - 1));
    for (double& x : wanted)
        x = std::clamp(x, -half, half);
    for (std::size_t i = 1; i < wanted.size(); ++i)
        wanted[i] = std::max(wanted[i], wanted[i - 1] + apart);
    double limit = half;
    for (std::size_t i = wanted.size(); i-- > 0;) {
        wanted[i] = std::min(wanted[i], limit);
        limit = wanted[i] - apart;
    }
    return wanted;
}

PathPiece descent(Point from, Point to)
{
    if (std::abs(from.x - to.x) < 0.5)
        return {false, {}, {}, to};
    const double half = (from.y + to.y) / 2;
    return {true, {from.x, half}, {to.x, half}, to};
}

std::vector<EdgePlace> routed(const ScopeInput& input, LayeredGraph& graph, const std::vector<std::optional<SideRun>>& runs)
{
    return Router(input, graph, runs).route();
}

} // namespace asl::layout

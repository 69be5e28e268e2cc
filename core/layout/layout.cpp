// Scopes from the inside out: a finished scope is a box of fixed size for the one around it. Everything is computed as if
// the flow went down; for a flow to the right, sizes are turned before and places after.

#include "core/layout/diagram_layout.h"

#include "core/layout/metrics.h"
#include "core/layout/routing.h"
#include "core/layout/scope_layout.h"

#include <cmath>

namespace asl::layout {

namespace {

double even(double length) { return 2 * std::ceil(length / 2); }
Size turned(Size size) { return {size.height, size.width}; }
Point turned(Point point) { return {point.y, point.x}; }
Rect turned(const Rect& rect) { return {rect.y, rect.x, rect.height, rect.width}; }

} // namespace

LayoutCache::LayoutCache() = default;
LayoutCache::~LayoutCache() = default;

class LayoutMaker
{
public:
    LayoutMaker(const DiagramGraph& graph, LayoutCache* cache, std::stop_token stop)
        : m_graph(graph), m_cache(cache), m_stop(std::move(stop)), m_scopes(graph.scopes.size()),
          m_containers(graph.nodes.size())
    {
    }

    DiagramLayout make()
    {
        if (m_cache) {
            m_cache->m_former = std::move(m_cache->m_present);
            m_cache->m_present.clear();
        }
        for (std::size_t i = m_graph.scopes.size(); i-- > 0;) { // the inner ones come later in the list
            if (m_stop.stop_requested())
                return {};
            m_scopes[i] = laidOutScope(static_cast<std::uint32_t>(i));
        }
        m_result.nodes.resize(m_graph.nodes.size());
        m_result.edges.resize(m_graph.edges.size());
        if (!m_scopes.empty()) {
            place(0, 0, 0);
            m_result.bounds = {0, 0, m_scopes[0]->size.width, m_scopes[0]->size.height};
        }
        if (m_graph.direction == Direction::Right)
            turn();
        return std::move(m_result);
    }

private:
    /// A container as a box: its header on the middle of the upper border of a frame around the scopes inside.
    struct Container
    {
        Size size;
        std::vector<double> scopeX; ///< left of each scope inside
    };

    Size sizeOf(const DiagramNode& node) const
    {
        const Size size = m_graph.direction == Direction::Right ? turned(node.size) : node.size;
        return {even(size.width), size.height};
    }

    std::shared_ptr<const ScopeLayout> laidOutScope(std::uint32_t index)
    {
        const DiagramScope& scope = m_graph.scopes[index];
        ScopeInput input;
        std::vector<std::uint32_t> placeOf(m_graph.nodes.size() ? maxNode(scope) + 1 : 0, 0);
        for (std::uint32_t i = 0; i < scope.nodes.size(); ++i) {
            const DiagramNode& node = m_graph.nodes[scope.nodes[i]];
            placeOf[scope.nodes[i]] = i;
            const Size card = sizeOf(node);
            input.kinds.push_back(node.kind);
            if (node.scopes.empty()) {
                input.nodes.push_back(card);
                input.sides.push_back({0, node.folded ? card.height - metrics::foldedExtra : card.height});
            } else {
                makeContainer(scope.nodes[i], card);
                const Container& container = m_containers[scope.nodes[i]];
                input.nodes.push_back(container.size);
                input.sides.push_back({card.height / 2, std::min(container.size.height - card.height / 2, metrics::cardHeight * 2)});
            }
        }
        for (std::uint32_t id : scope.edges) {
            const DiagramEdge& edge = m_graph.edges[id];
            LayeredEdge entry;
            entry.from = placeOf[edge.from];
            entry.to = placeOf[edge.to];
            entry.isCatch = edge.isCatch;
            entry.label = m_graph.direction == Direction::Right ? turned(edge.label) : edge.label;
            input.edges.push_back(std::move(entry));
        }
        if (scope.owner != noId)
            input.firstGap = headerGap(m_graph.nodes[scope.owner]);
        return m_cache ? cached(input) : std::make_shared<const ScopeLayout>(laidOut(input));
    }

    static std::uint32_t maxNode(const DiagramScope& scope) { return *std::max_element(scope.nodes.begin(), scope.nodes.end()); }

    double headerGap(const DiagramNode& owner) const
    {
        if (owner.scopes.size() > 1)
            return metrics::headerFanGap;
        const bool map = m_graph.iterationBars && m_graph.scopes[owner.scopes.front()].isItemProcessor;
        return map ? metrics::headerIterationGap : metrics::headerGap;
    }

    std::shared_ptr<const ScopeLayout> cached(const ScopeInput& input)
    {
        std::string key = keyOf(input);
        const auto known = m_cache->m_former.find(key);
        auto layout = known != m_cache->m_former.end() ? known->second : std::make_shared<const ScopeLayout>(laidOut(input));
        m_cache->m_present.emplace(std::move(key), layout);
        return layout;
    }

    void makeContainer(std::uint32_t index, Size header)
    {
        const DiagramNode& node = m_graph.nodes[index];
        Container& container = m_containers[index];
        double content = 0;
        double height = 0;
        for (std::uint32_t scope : node.scopes) {
            if (!container.scopeX.empty())
                content += metrics::siblingGap;
            container.scopeX.push_back(content);
            content += m_scopes[scope]->size.width;
            height = std::max(height, m_scopes[scope]->size.height);
        }
        double before = content / 2; // how much of the content lies left of the middle
        if (node.scopes.size() == 1) {
            // The way in runs straight down where that does not make the frame much wider.
            const double entry = m_scopes[node.scopes.front()]->nodes.front().x;
            if (std::abs(entry - content / 2) <= metrics::minimumCardWidth / 2)
                before = entry;
        }
        const double half = std::ceil(std::max({before, content - before, header.width / 2})) + metrics::framePadding;
        for (double& x : container.scopeX)
            x += std::round(half - before);
        container.size = {2 * half, header.height + height + metrics::frameBottom};
    }

    void place(std::uint32_t index, double dx, double dy)
    {
        const DiagramScope& scope = m_graph.scopes[index];
        const ScopeLayout& layout = *m_scopes[index];
        for (std::size_t i = 0; i < scope.edges.size(); ++i) {
            EdgePlace& edge = m_result.edges[scope.edges[i]];
            edge = layout.edges[i];
            move(edge, dx, dy);
        }
        for (std::size_t i = 0; i < scope.nodes.size(); ++i) {
            const DiagramNode& node = m_graph.nodes[scope.nodes[i]];
            Rect outer = layout.nodes[i];
            outer.x += dx;
            outer.y += dy;
            NodePlace& there = m_result.nodes[scope.nodes[i]];
            if (node.scopes.empty()) {
                there.box = outer;
                continue;
            }
            placeContainer(scope.nodes[i], outer, there);
        }
    }

    void placeContainer(std::uint32_t index, const Rect& outer, NodePlace& there)
    {
        const DiagramNode& node = m_graph.nodes[index];
        const Size header = sizeOf(node);
        there.box = {outer.center().x - header.width / 2, outer.y, header.width, header.height};
        there.frame = {outer.x, outer.y + header.height / 2, outer.width, outer.height - header.height / 2};
        std::vector<double> entries;
        for (std::size_t i = 0; i < node.scopes.size(); ++i) {
            place(node.scopes[i], outer.x + m_containers[index].scopeX[i], outer.y + header.height);
            entries.push_back(startEdge(node.scopes[i]) ? startEdge(node.scopes[i])->start.x - there.box.center().x : 0);
        }
        const std::vector<double> offsets = spread(entries, std::min(metrics::fanOut / 2, header.width / 4));
        for (std::size_t i = 0; i < node.scopes.size(); ++i)
            if (EdgePlace* edge = startEdge(node.scopes[i])) {
                edge->start = {there.box.center().x + offsets[i], there.box.bottom()};
                edge->pieces.front() = descent(edge->start, edge->pieces.front().to);
            }
    }

    /// The way from a container's header into a scope; the first of its edges.
    EdgePlace* startEdge(std::uint32_t scope)
    {
        return m_graph.scopes[scope].edges.empty() ? nullptr : &m_result.edges[m_graph.scopes[scope].edges.front()];
    }

    void turn()
    {
        for (NodePlace& node : m_result.nodes)
            node = {turned(node.box), turned(node.frame)};
        for (EdgePlace& edge : m_result.edges) {
            edge.start = turned(edge.start);
            edge.label = turned(edge.label);
            for (PathPiece& piece : edge.pieces)
                piece = {piece.curve, turned(piece.control1), turned(piece.control2), turned(piece.to)};
        }
        m_result.bounds = turned(m_result.bounds);
    }

    const DiagramGraph& m_graph;
    LayoutCache* m_cache;
    std::stop_token m_stop;
    std::vector<std::shared_ptr<const ScopeLayout>> m_scopes;
    std::vector<Container> m_containers; ///< by node
    DiagramLayout m_result;
};

DiagramLayout layout(const DiagramGraph& graph, LayoutCache* cache, std::stop_token stop)
{
    return LayoutMaker(graph, cache, std::move(stop)).make();
}

} // namespace asl::layout

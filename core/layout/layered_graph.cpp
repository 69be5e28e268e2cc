#include "core/layout/layered_graph.h"

#include "core/layout/metrics.h"

#include <algorithm>
#include <set>

namespace asl::layout {

namespace {

constexpr std::size_t mostStatesForDot = 1500; ///< beyond, dot takes seconds and cannot be interrupted
constexpr std::size_t mostItemsForDot = 6000;
constexpr std::size_t mostRanksPassed = 400;   ///< by long edges; beyond, the longest of them run beside the columns
constexpr std::uint32_t longestInLargeScopes = 4;
constexpr int ordinary = 2;
constexpr int straight = 8;

class Layering
{
public:
    explicit Layering(const ScopeInput& input) : m_input(input)
    {
        m_graph.edges = input.edges;
        m_leaving.resize(input.nodes.size());
        m_reached.resize(input.nodes.size(), 0);
        for (std::uint32_t i = 0; i < m_graph.edges.size(); ++i)
            m_leaving[m_graph.edges[i].from].push_back(i);
    }

    LayeredGraph make()
    {
        findBackEdges();
        findRanks();
        setLongEdgesAside();
        makeRows();
        makeSpine();
        placeRows();
        m_graph.tooLarge = m_input.nodes.size() > mostStatesForDot || m_graph.items.size() > mostItemsForDot;
        return std::move(m_graph);
    }

private:
    /// A walk in depth from Start, then from every node not met yet: an edge into the present way back is a back edge.
    void findBackEdges()
    {
        enum class Color : std::uint8_t { White, Grey, Black };
        std::vector<Color> color(m_input.nodes.size(), Color::White);
        struct Step { std::uint32_t node; std::size_t next; };
        std::vector<Step> stack;
        for (std::uint32_t root = 0; root < m_input.nodes.size(); ++root) {
            if (color[root] != Color::White)
                continue;
            if (root != 0)
                m_roots.push_back(root);
            stack.push_back({root, 0});
            color[root] = Color::Grey;
            while (!stack.empty()) {
                const std::uint32_t node = stack.back().node;
                if (stack.back().next == m_leaving[node].size()) {
                    color[node] = Color::Black;
                    m_finished.push_back(node);
                    if (root == 0)
                        m_reached[node] = 1;
                    stack.pop_back();
                    continue;
                }
                LayeredEdge& edge = m_graph.edges[m_leaving[node][stack.back().next++]];
                if (color[edge.to] == Color::Grey) {
                    edge.role = EdgeRole::Back;
                } else {
                    edge.role = edge.isCatch ? EdgeRole::Aside : EdgeRole::Spine;
                    if (color[edge.to] == Color::White) {
                        color[edge.to] = Color::Grey;
                        stack.push_back({edge.to, 0});
                    }
                }
            }
        }
    }

    /// Longest way from Start along the forward edges; End stands below everything.
    void findRanks()
    {
        m_graph.rank.assign(m_input.nodes.size(), 0);
        for (std::uint32_t root : m_roots)
            m_graph.rank[root] = m_input.kinds[root] == BoxKind::End ? 0 : 1;
        std::uint32_t last = 0;
        for (auto node = m_finished.rbegin(); node != m_finished.rend(); ++node) {
            last = std::max(last, m_graph.rank[*node]);
            for (std::uint32_t leaving : m_leaving[*node]) {
                const LayeredEdge& edge = m_graph.edges[leaving];
                if (edge.role != EdgeRole::Back)
                    m_graph.rank[edge.to] = std::max(m_graph.rank[edge.to], m_graph.rank[*node] + 1);
            }
        }
        const std::size_t end = m_input.nodes.size() - 1;
        if (m_input.kinds[end] == BoxKind::End) {
            m_graph.rank[end] = 0;
            m_graph.rank[end] = *std::max_element(m_graph.rank.begin(), m_graph.rank.end()) + 1;
        }
    }

    /// In large scopes edges over many ranks run beside the columns: their bends would keep dot busy for seconds.
    void setLongEdgesAside()
    {
        std::size_t passed = 0;
        for (const LayeredEdge& edge : m_graph.edges)
            if (edge.role == EdgeRole::Spine)
                passed += m_graph.rank[edge.to] - m_graph.rank[edge.from] - 1;
        if (passed <= mostRanksPassed)
            return;
        for (LayeredEdge& edge : m_graph.edges)
            if (edge.role == EdgeRole::Spine && m_graph.rank[edge.to] > m_graph.rank[edge.from] + longestInLargeScopes)
                edge.role = EdgeRole::Aside;
    }

    /// One row a rank, and one between two ranks where a label needs room.
    void makeRows()
    {
        const std::uint32_t ranks = *std::max_element(m_graph.rank.begin(), m_graph.rank.end()) + 1;
        std::vector<char> labelled(ranks, 0);
        for (const LayeredEdge& edge : m_graph.edges)
            if (!edge.label.empty() && edge.role != EdgeRole::Back)
                labelled[m_graph.rank[edge.from]] = 1;
        for (std::uint32_t rank = 0; rank < ranks; ++rank) {
            m_graph.rowOfRank.push_back(static_cast<std::uint32_t>(m_graph.rows.size()));
            m_graph.rows.emplace_back();
            if (labelled[rank]) {
                m_graph.rows.emplace_back();
                m_graph.rows.back().labels = true;
                m_graph.rows.back().height = metrics::labelHeight;
            }
        }
        for (const LayeredEdge& edge : m_graph.edges) {
            if (edge.label.empty() || edge.role == EdgeRole::Back)
                continue;
            Row& row = m_graph.rows[rowOf(edge.from) + 1];
            row.height = std::max(row.height, edge.label.height);
        }
        for (std::uint32_t node = 0; node < m_input.nodes.size(); ++node) {
            addItem({node, noId, rowOf(node), m_input.nodes[node].width, m_input.nodes[node].height, 0});
            Row& row = m_graph.rows[rowOf(node)];
            row.height = std::max(row.height, m_input.nodes[node].height);
        }
    }

    std::uint32_t rowOf(std::uint32_t node) const { return m_graph.rowOfRank[m_graph.rank[node]]; }

    std::uint32_t addItem(const RowItem& item)
    {
        const auto index = static_cast<std::uint32_t>(m_graph.items.size());
        m_graph.items.push_back(item);
        m_graph.rows[item.row].items.push_back(index);
        return index;
    }

    void makeSpine()
    {
        m_ways.resize(m_input.nodes.size());
        for (const LayeredEdge& edge : m_graph.edges) {
            if (edge.role != EdgeRole::Spine || !m_reached[edge.from])
                continue;
            ++m_ways[edge.from].second;
            ++m_ways[edge.to].first;
        }
        std::vector<char> held(m_input.nodes.size(), 0);
        for (std::uint32_t node = 0; node < m_input.nodes.size(); ++node) {
            for (std::uint32_t leaving : m_leaving[node]) {
                if (m_graph.edges[leaving].role != EdgeRole::Spine)
                    continue;
                held[m_graph.edges[leaving].to] = 1;
                lead(leaving);
            }
        }
        // What only catchers lead to hangs on the nearest of them; what nothing leads to hangs on Start. Neither is drawn
        // along this link: it only keeps the node in its row, right of the normal way.
        for (std::uint32_t node = 1; node < m_input.nodes.size(); ++node) {
            if (held[node])
                continue;
            const auto holder = std::find_if(m_graph.edges.begin(), m_graph.edges.end(), [&](const LayeredEdge& edge) {
                return edge.role == EdgeRole::Aside && edge.to == node
                    && m_graph.rank[edge.from] + 1 == m_graph.rank[node];
            });
            if (holder == m_graph.edges.end())
                hold(0, node);
            else
                hang(static_cast<std::uint32_t>(holder - m_graph.edges.begin()));
        }
    }

    /// Links the ends of a spine edge row by row.
    void lead(std::uint32_t index)
    {
        LayeredEdge& edge = m_graph.edges[index];
        std::uint32_t last = edge.from;
        std::uint32_t row = rowOf(edge.from);
        const std::uint32_t target = rowOf(edge.to);
        if (!edge.label.empty()) {
            ++row;
            const std::uint32_t label = addItem({noId, index, row, edge.label.width, edge.label.height, 0});
            m_graph.links.push_back({last, label, ordinary});
            edge.through.push_back(label);
            last = label;
        }
        while (++row < target) {
            const std::uint32_t passing = addItem({noId, noId, row, 0, 0, 0});
            linkOnce(last, passing, weight(edge, last, passing));
            edge.through.push_back(passing);
            last = passing;
        }
        linkOnce(last, edge.to, weight(edge, last, edge.to));
    }

    void hang(std::uint32_t index)
    {
        LayeredEdge& edge = m_graph.edges[index];
        if (edge.label.empty())
            return hold(edge.from, edge.to);
        const std::uint32_t label = addItem({noId, index, rowOf(edge.from) + 1, edge.label.width, edge.label.height, 0});
        edge.through.push_back(label);
        m_graph.links.push_back({edge.from, label, 1});
        m_graph.links.push_back({label, edge.to, 8});
    }

    void hold(std::uint32_t from, std::uint32_t to)
    {
        std::uint32_t last = from;
        std::uint32_t row = rowOf(from);
        while (++row < rowOf(to)) {
            const std::uint32_t passing = addItem({noId, noId, row, 0, 0, 0});
            m_graph.links.push_back({last, passing, 1});
            last = passing;
        }
        m_graph.links.push_back({last, to, 1});
    }

    /// A chain of states that has no other way in or out wants to be straight, and so do long edges.
    int weight(const LayeredEdge& edge, std::uint32_t from, std::uint32_t to) const
    {
        if (!m_reached[edge.from])
            return 1; // what is never reached does not pull the others
        if (m_graph.items[from].node == noId && m_graph.items[to].node == noId)
            return straight;
        if (edge.label.empty() && m_ways[edge.from].second == 1)
            return m_ways[edge.to].first == 1 ? straight * 2 : straight;
        return ordinary;
    }

    void linkOnce(std::uint32_t from, std::uint32_t to, int strength)
    {
        if (m_linked.insert({from, to}).second)
            m_graph.links.push_back({from, to, strength});
    }

    void placeRows()
    {
        double y = 0;
        for (std::size_t i = 0; i < m_graph.rows.size(); ++i) {
            Row& row = m_graph.rows[i];
            if (i == 1 && m_input.firstGap > 0)
                y += m_input.firstGap;
            else if (i > 0)
                y += row.labels || m_graph.rows[i - 1].labels ? metrics::labelRoom : metrics::rankGap;
            row.top = y;
            y += row.height;
        }
    }

    const ScopeInput& m_input;
    LayeredGraph m_graph;
    std::vector<std::vector<std::uint32_t>> m_leaving;
    std::vector<std::uint32_t> m_roots;    ///< nodes that Start does not lead to, one for each walk
    std::vector<char> m_reached;           ///< from Start, by node
    std::vector<std::uint32_t> m_finished; ///< in the order in which the walk left them
    std::vector<std::pair<int, int>> m_ways; ///< spine edges in and out, by node
    std::set<std::pair<std::uint32_t, std::uint32_t>> m_linked;
};

} // namespace

LayeredGraph layered(const ScopeInput& input) { return Layering(input).make(); }

} // namespace asl::layout

#include "core/layout/placement.h"

#include "core/layout/metrics.h"
#include "core/support/assert.h"

#include <gvc.h>

#include <charconv>
#include <cmath>
#include <mutex>
#include <string>

extern "C" gvplugin_library_t gvplugin_dot_layout_LTX_library;

namespace asl::layout {

namespace {

constexpr double pointsPerInch = 72; // one logical pixel is one point

std::string number(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, 4).ptr;
    return {buffer, end};
}

/// The dot plugin is registered here, so no configuration file of Graphviz is looked for.
GVC_t* context()
{
    static lt_symlist_t plugins[] = {{const_cast<char*>("gvplugin_dot_layout_LTX_library"), &gvplugin_dot_layout_LTX_library},
                                     {nullptr, nullptr}};
    static GVC_t* const made = gvContextPlugins(plugins, 0);
    return made;
}

char* text(const char* literal) { return const_cast<char*>(literal); } // cgraph does not write to it

class DotGraph
{
public:
    explicit DotGraph(const LayeredGraph& graph) : m_graph(agopen(text("scope"), Agstrictdirected, nullptr))
    {
        setUp(graph);
        for (std::size_t i = 0; i < graph.items.size(); ++i)
            addItem(graph.items[i], i);
        Agsym_t* weight = agattr(m_graph, AGEDGE, text("weight"), text("1"));
        for (const SpineLink& link : graph.links) {
            Agedge_t* edge = agedge(m_graph, m_nodes[link.from], m_nodes[link.to], nullptr, 1);
            agxset(edge, weight, text(std::to_string(link.weight).c_str()));
        }
    }
    ~DotGraph()
    {
        gvFreeLayout(context(), m_graph);
        agclose(m_graph);
    }
    DotGraph(const DotGraph&) = delete;
    DotGraph& operator=(const DotGraph&) = delete;

    bool run() { return gvLayout(context(), m_graph, "dot") == 0; }
    double x(std::size_t item) const { return ND_coord(m_nodes[item]).x; }
    double y(std::size_t item) const { return ND_coord(m_nodes[item]).y; }

private:
    void setUp(const LayeredGraph& graph)
    {
        // Limits of the three loops of dot: a drawing in time is worth more than the last crossing.
        const bool large = graph.items.size() > 400;
        agattr(m_graph, AGRAPH, text("nslimit"), text(large ? "1" : "4"));
        agattr(m_graph, AGRAPH, text("nslimit1"), text(large ? "1" : "4"));
        agattr(m_graph, AGRAPH, text("mclimit"), text(large ? "0.5" : "1"));
        agattr(m_graph, AGRAPH, text("splines"), text("")); // edges are routed by us
        agattr(m_graph, AGRAPH, text("ordering"), text("out"));
        agattr(m_graph, AGRAPH, text("nodesep"), text(number(metrics::laneGap / pointsPerInch).c_str()));
        agattr(m_graph, AGNODE, text("shape"), text("box"));
        agattr(m_graph, AGNODE, text("label"), text(""));
        agattr(m_graph, AGNODE, text("fixedsize"), text("true"));
        m_height = agattr(m_graph, AGNODE, text("height"), text("0.1"));
        m_width = agattr(m_graph, AGNODE, text("width"), text("0.1"));
    }

    void addItem(const RowItem& item, std::size_t index)
    {
        Agnode_t* node = agnode(m_graph, text(std::to_string(index).c_str()), 1);
        // Cards stand further from each other than from passing lines.
        const double margin = item.node == noId ? 0 : metrics::siblingGap - metrics::laneGap;
        agxset(node, m_width, text(number(std::max(1.0, item.width + margin) / pointsPerInch).c_str()));
        m_nodes.push_back(node);
    }

    Agraph_t* m_graph;
    Agsym_t* m_width = nullptr;
    Agsym_t* m_height = nullptr;
    std::vector<Agnode_t*> m_nodes;
};

} // namespace

bool placeByDot(LayeredGraph& graph)
{
    // Graphviz works on global state: one call at a time in the whole process, whichever document it is for.
    static std::mutex onlyOne;
    const std::lock_guard guard(onlyOne);
    DotGraph dot(graph);
    if (!dot.run())
        return false;
    for (const SpineLink& link : graph.links)
        if (dot.y(link.to) >= dot.y(link.from))
            return false;
    for (const Row& row : graph.rows)
        for (std::uint32_t item : row.items)
            if (std::abs(dot.y(item) - dot.y(row.items.front())) > 1)
                return false;
    for (std::size_t i = 0; i < graph.items.size(); ++i)
        graph.items[i].x = dot.x(i);
    for (Row& row : graph.rows)
        std::stable_sort(row.items.begin(), row.items.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return graph.items[a].x < graph.items[b].x; });
    return true;
}

} // namespace asl::layout

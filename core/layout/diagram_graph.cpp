#include "core/layout/diagram_graph.h"

#include "core/layout/metrics.h"

#include <algorithm>

namespace asl::layout {

namespace {

class GraphMaker
{
public:
    GraphMaker(const StateMachine& machine, const DiagramSizes& sizes, const GraphOptions& options)
        : m_machine(machine), m_sizes(sizes), m_options(options)
    {
        m_graph.direction = options.direction;
        m_graph.iterationBars = options.iterationBars;
        m_nodeOf.assign(machine.states().size(), noId);
    }

    DiagramGraph make()
    {
        addScope(0, noId);
        for (std::uint32_t index = 0; index < m_graph.scopes.size(); ++index) // addStates appends the scopes inside
            fill(index);
        return std::move(m_graph);
    }

private:
    void addScope(ScopeId scope, std::uint32_t owner)
    {
        m_graph.scopes.push_back({scope, m_machine.scope(scope).kind == Scope::Kind::ItemProcessor, owner, {}, {}});
    }

    void fill(std::uint32_t index)
    {
        const Scope& scope = m_machine.scope(m_graph.scopes[index].scope);
        const bool topLevel = m_graph.scopes[index].owner == noId;
        const std::uint32_t start = addNode(index, {.kind = BoxKind::Start, .size = topLevel ? m_sizes.start : Size{}});
        m_end = noId;
        m_order.clear();
        if (scope.start != noId)
            walk(index, m_machine.transition(scope.start).to);
        for (StateId state : unreached(scope))
            if (m_nodeOf[state] == noId)
                walk(index, state, false);
        for (std::uint32_t node : m_order)
            m_graph.scopes[index].nodes.push_back(node);

        if (scope.start != noId)
            addEdge(index, start, scope.start);
        for (std::size_t i = 0; i < m_order.size(); ++i)
            addEdges(index, m_order[i]);
        if (m_end == noId && m_order.empty())
            endOf(index);
        if (m_end != noId)
            m_graph.scopes[index].nodes.push_back(m_end);
    }

    std::uint32_t addNode(std::uint32_t scope, DiagramNode node)
    {
        node.scope = scope;
        const auto id = static_cast<std::uint32_t>(m_graph.nodes.size());
        const bool listed = node.kind == BoxKind::Start || node.kind == BoxKind::Placeholder;
        m_graph.nodes.push_back(std::move(node));
        if (listed)
            m_graph.scopes[scope].nodes.push_back(id);
        return id;
    }

    /// Adds the states that can be reached from one, in the order of a walk in depth.
    void walk(std::uint32_t scope, StateId from, bool reachable = true)
    {
        std::vector<StateId> stack{from};
        while (!stack.empty()) {
            const StateId id = stack.back();
            stack.pop_back();
            if (id == noId || m_nodeOf[id] != noId)
                continue;
            addState(scope, id, reachable);
            const auto& ways = m_machine.state(id).transitions;
            for (auto way = ways.rbegin(); way != ways.rend(); ++way)
                stack.push_back(m_machine.transition(*way).to);
        }
    }

    void addState(std::uint32_t scope, StateId id, bool reachable)
    {
        const State& state = m_machine.state(id);
        DiagramNode node{.kind = BoxKind::State, .state = id, .reachable = reachable};
        node.size = id < m_sizes.cards.size() ? m_sizes.cards[id] : Size{metrics::minimumCardWidth, metrics::cardHeight};
        const std::uint32_t index = addNode(scope, node);
        m_nodeOf[id] = index;
        m_order.push_back(index);
        if (state.scopes.empty())
            return;
        if (!m_options.folded.empty() && m_options.folded.contains(m_machine.path(id))) {
            m_graph.nodes[index].folded = true;
            m_graph.nodes[index].size.height += metrics::foldedExtra;
            return;
        }
        for (ScopeId inside : state.scopes) {
            m_graph.nodes[index].scopes.push_back(static_cast<std::uint32_t>(m_graph.scopes.size()));
            addScope(inside, index);
        }
    }

    /// States that nothing leads to first, then what is left (circles), each by name: the order of keys must not matter.
    std::vector<StateId> unreached(const Scope& scope) const
    {
        std::vector<StateId> left;
        for (StateId state : scope.states)
            if (m_nodeOf[state] == noId)
                left.push_back(state);
        if (left.empty())
            return left;
        std::set<StateId> led;
        for (StateId state : left)
            for (TransitionId way : m_machine.state(state).transitions)
                if (m_machine.transition(way).to != state)
                    led.insert(m_machine.transition(way).to);
        std::stable_sort(left.begin(), left.end(), [&](StateId a, StateId b) {
            const bool ledA = led.contains(a);
            const bool ledB = led.contains(b);
            return ledA != ledB ? !ledA : m_machine.state(a).name < m_machine.state(b).name;
        });
        return left;
    }

    std::uint32_t endOf(std::uint32_t scope)
    {
        if (m_end == noId) {
            const bool topLevel = m_graph.scopes[scope].owner == noId;
            m_end = addNode(scope, {.kind = BoxKind::End, .size = topLevel ? m_sizes.end : Size{metrics::endDot, metrics::endDot}});
        }
        return m_end;
    }

    void addEdges(std::uint32_t scope, std::uint32_t node)
    {
        const State& state = m_machine.state(m_graph.nodes[node].state);
        for (TransitionId way : state.transitions)
            addEdge(scope, node, way);
    }

    void addEdge(std::uint32_t scope, std::uint32_t from, TransitionId way)
    {
        const Transition& transition = m_machine.transition(way);
        DiagramEdge edge{way, from, noId, transition.kind == TransitionKind::Catch, {}};
        if (way < m_sizes.labels.size())
            edge.label = m_sizes.labels[way];
        if (transition.kind == TransitionKind::End) {
            edge.to = endOf(scope);
        } else if (transition.to != noId) {
            edge.to = m_nodeOf[transition.to];
        } else {
            edge.to = addNode(scope, {.kind = BoxKind::Placeholder, .transition = way,
                                      .size = {metrics::minimumCardWidth, metrics::cardHeight}});
            append(scope, edge);
            if (transition.targetName.empty()) // a named target that is missing goes nowhere
                append(scope, {noId, edge.to, endOf(scope), false, {}});
            return;
        }
        append(scope, edge);
    }

    void append(std::uint32_t scope, const DiagramEdge& edge)
    {
        m_graph.scopes[scope].edges.push_back(static_cast<std::uint32_t>(m_graph.edges.size()));
        m_graph.edges.push_back(edge);
    }

    const StateMachine& m_machine;
    const DiagramSizes& m_sizes;
    const GraphOptions& m_options;
    DiagramGraph m_graph;
    std::vector<std::uint32_t> m_nodeOf; ///< by StateId
    std::vector<std::uint32_t> m_order;  ///< states of the scope at hand
    std::uint32_t m_end = noId;          ///< of the scope at hand
};

} // namespace

DiagramGraph graphOf(const StateMachine& machine, const DiagramSizes& sizes, const GraphOptions& options)
{
    return GraphMaker(machine, sizes, options).make();
}

} // namespace asl::layout

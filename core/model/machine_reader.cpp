// Reads a StateMachine from a SyntaxTree: scope by scope, breadth first, each object in one pass over its members.
// Tolerant: a member of the wrong kind is as good as absent.

#include "core/model/state_machine.h"

#include <algorithm>

namespace asl {

class MachineReader
{
public:
    explicit MachineReader(const SyntaxTree& tree) : m_tree(tree) {}

    StateMachine read()
    {
        m_machine.m_language = languageOf(m_tree.find(m_tree.root(), "QueryLanguage"), QueryLanguage::JSONPath);
        addScope(Scope::Kind::TopLevel, m_tree.root(), noId, 0);
        // Reading a scope appends the scopes inside its states.
        for (ScopeId scope = 0; scope < m_machine.m_scopes.size(); ++scope)
            readStates(scope);
        for (Transition& transition : m_machine.m_transitions)
            resolve(transition);
        markDamagedContainers();
        return std::move(m_machine);
    }

private:
    struct StateMembers
    {
        NodeId type = noNode, queryLanguage = noNode, next = noNode, end = noNode, choices = noNode, defaultTarget = noNode,
               catchers = noNode, branches = noNode, itemProcessor = noNode, iterator = noNode;
    };

    QueryLanguage languageOf(NodeId node, QueryLanguage otherwise) const
    {
        if (node == noNode)
            return otherwise;
        if (m_tree.stringIs(node, "JSONata"))
            return QueryLanguage::JSONata;
        return m_tree.stringIs(node, "JSONPath") ? QueryLanguage::JSONPath : otherwise;
    }

    void addScope(Scope::Kind kind, NodeId node, StateId owner, std::uint32_t branch)
    {
        const ScopeId id = static_cast<ScopeId>(m_machine.m_scopes.size());
        Scope scope;
        scope.kind = kind;
        scope.node = node;
        scope.owner = owner;
        scope.branch = branch;
        const NodeId states = m_tree.find(node, "States");
        if (states != noNode && m_tree.kind(states) == NodeKind::Object)
            scope.statesNode = states;
        scope.start = addTransition(TransitionKind::Start, id, noId, 0, node, m_tree.find(node, "StartAt"));
        m_machine.m_scopes.push_back(std::move(scope));
        if (owner != noId)
            m_machine.m_states[owner].scopes.push_back(id);
    }

    TransitionId addTransition(TransitionKind kind, ScopeId scope, StateId from, std::uint32_t index, NodeId owner,
                               NodeId reference)
    {
        Transition transition;
        transition.kind = kind;
        transition.scope = scope;
        transition.from = from;
        transition.index = index;
        transition.owner = owner;
        transition.reference = reference;
        if (reference != noNode && m_tree.kind(reference) == NodeKind::String)
            transition.targetName = m_tree.stringValue(reference);
        else if (reference != noNode && m_tree.kind(reference) == NodeKind::Substitution)
            transition.targetName = std::string(m_tree.raw(reference));
        const TransitionId id = static_cast<TransitionId>(m_machine.m_transitions.size());
        m_machine.m_transitions.push_back(std::move(transition));
        if (from != noId)
            m_machine.m_states[from].transitions.push_back(id);
        return id;
    }

    void readStates(ScopeId scopeId)
    {
        const NodeId states = m_machine.m_scopes[scopeId].statesNode;
        if (states == noNode)
            return;
        m_machine.m_scopes[scopeId].states.reserve(m_tree.node(states).childCount);
        m_machine.m_scopes[scopeId].byName.reserve(m_tree.node(states).childCount);
        for (NodeId node : m_tree.children(states)) {
            const StateId id = static_cast<StateId>(m_machine.m_states.size());
            State state;
            state.name = m_tree.key(node);
            state.node = node;
            state.scope = scopeId;
            state.damaged = m_tree.node(node).damaged;
            Scope& scope = m_machine.m_scopes[scopeId];
            scope.states.push_back(id);
            scope.byName[state.name] = id;
            m_machine.m_states.push_back(std::move(state));
            readState(id);
        }
    }

    NodeId* placeOf(StateMembers& members, NodeId member) const
    {
        std::string escaped;
        std::string_view key = m_tree.rawKey(member);
        if (m_tree.node(member).keyEscaped)
            key = escaped = m_tree.key(member);
        else if (key.size() >= 2)
            key = key.substr(1, key.size() - 2);
        switch (key.size()) { // one comparison for most keys
        case 3: return key == "End" ? &members.end : nullptr;
        case 4: return key == "Type" ? &members.type : key == "Next" ? &members.next : nullptr;
        case 5: return key == "Catch" ? &members.catchers : nullptr;
        case 7: return key == "Choices" ? &members.choices : key == "Default" ? &members.defaultTarget : nullptr;
        case 8: return key == "Branches" ? &members.branches : key == "Iterator" ? &members.iterator : nullptr;
        case 13:
            return key == "QueryLanguage" ? &members.queryLanguage : key == "ItemProcessor" ? &members.itemProcessor : nullptr;
        default: return nullptr;
        }
    }

    StateMembers membersOf(NodeId object) const
    {
        StateMembers members;
        if (m_tree.kind(object) != NodeKind::Object)
            return members;
        for (NodeId member : m_tree.children(object))
            if (NodeId* place = placeOf(members, member))
                *place = member;
        return members;
    }

    void readState(StateId id)
    {
        const NodeId node = m_machine.m_states[id].node;
        const StateMembers members = membersOf(node);
        State& state = m_machine.m_states[id];
        if (members.type != noNode && m_tree.kind(members.type) == NodeKind::String)
            state.type = stateType(m_tree.stringValue(members.type));
        state.language = languageOf(members.queryLanguage, m_machine.m_language);
        readTransitions(id, members);
        readCatchers(id, members.catchers);
        readScopes(id, members);
    }

    void readTransitions(StateId id, const StateMembers& members)
    {
        const State& state = m_machine.m_states[id];
        const NodeId node = state.node;
        const ScopeId scope = state.scope;
        const auto type = state.type;
        if (type == StateType::Choice) {
            readRules(id, members.choices);
            if (members.defaultTarget != noNode)
                addTransition(TransitionKind::Default, scope, id, 0, node, members.defaultTarget);
        } else if (type && info(*type).terminal) {
            addTransition(TransitionKind::End, scope, id, 0, node, noNode);
        } else if (members.next != noNode) {
            addTransition(TransitionKind::Next, scope, id, 0, node, members.next);
        } else if (members.end != noNode && m_tree.kind(members.end) == NodeKind::True) {
            addTransition(TransitionKind::End, scope, id, 0, node, members.end);
        } else if (type) {
            addTransition(TransitionKind::Next, scope, id, 0, node, noNode);
        }
    }

    void readRules(StateId id, NodeId choices)
    {
        if (choices == noNode || m_tree.kind(choices) != NodeKind::Array)
            return;
        std::uint32_t index = 0;
        for (NodeId rule : m_tree.children(choices)) {
            if (m_tree.kind(rule) == NodeKind::Object)
                addTransition(TransitionKind::ChoiceRule, m_machine.m_states[id].scope, id, index, rule,
                              m_tree.find(rule, "Next"));
            ++index;
        }
    }

    void readCatchers(StateId id, NodeId catchers)
    {
        if (catchers == noNode || m_tree.kind(catchers) != NodeKind::Array)
            return;
        std::uint32_t index = 0;
        for (NodeId catcher : m_tree.children(catchers)) {
            if (m_tree.kind(catcher) == NodeKind::Object)
                addTransition(TransitionKind::Catch, m_machine.m_states[id].scope, id, index, catcher,
                              m_tree.find(catcher, "Next"));
            ++index;
        }
    }

    void readScopes(StateId id, const StateMembers& members)
    {
        const auto type = m_machine.m_states[id].type;
        if ((!type || type == StateType::Parallel) && members.branches != noNode
            && m_tree.kind(members.branches) == NodeKind::Array) {
            std::uint32_t index = 0;
            for (NodeId branch : m_tree.children(members.branches)) {
                if (m_tree.kind(branch) == NodeKind::Object)
                    addScope(Scope::Kind::Branch, branch, id, index);
                ++index;
            }
        }
        const NodeId processor = members.itemProcessor != noNode ? members.itemProcessor : members.iterator;
        if ((!type || type == StateType::Map) && processor != noNode && m_tree.kind(processor) == NodeKind::Object) {
            addScope(Scope::Kind::ItemProcessor, processor, id, 0);
            const NodeId config = m_tree.find(processor, "ProcessorConfig");
            const NodeId mode = config == noNode ? noNode : m_tree.find(config, "Mode");
            m_machine.m_states[id].distributed = mode != noNode && m_tree.stringIs(mode, "DISTRIBUTED");
        }
    }

    void resolve(Transition& transition) const
    {
        if (transition.targetName.empty())
            return;
        const auto& byName = m_machine.m_scopes[transition.scope].byName;
        const auto found = byName.find(transition.targetName);
        if (found != byName.end() && m_tree.kind(transition.reference) == NodeKind::String)
            transition.to = found->second;
    }

    /// A Parallel or Map is damaged only by an error outside the states that it holds.
    void markDamagedContainers()
    {
        for (State& state : m_machine.m_states)
            if (!state.scopes.empty())
                state.damaged = false;
        for (const SyntaxError& error : m_tree.errors()) {
            const StateId innermost = damagedStateAt(error.range.begin);
            if (innermost != noId)
                m_machine.m_states[innermost].damaged = true;
        }
    }

    StateId damagedStateAt(std::size_t position) const
    {
        StateId found = noId;
        std::vector<ScopeId> scopes = {0};
        while (!scopes.empty()) {
            const auto& states = m_machine.m_scopes[scopes.back()].states;
            scopes.pop_back();
            const auto after = std::upper_bound(states.begin(), states.end(), position, [&](std::size_t at, StateId id) {
                return at < m_tree.node(m_machine.m_states[id].node).memberRange().begin;
            });
            if (after == states.begin())
                continue;
            const SyntaxNode& node = m_tree.node(m_machine.m_states[*(after - 1)].node);
            if (!node.damaged || position > node.end)
                continue;
            found = *(after - 1);
            scopes = m_machine.m_states[found].scopes;
        }
        return found;
    }

    const SyntaxTree& m_tree;
    StateMachine m_machine;
};

StateMachine StateMachine::read(const SyntaxTree& tree) { return MachineReader(tree).read(); }

} // namespace asl

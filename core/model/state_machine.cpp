#include "core/model/state_machine.h"

#include <algorithm>

namespace asl {

ScopePath StateMachine::scopePath(ScopeId id) const
{
    ScopePath path;
    while (m_scopes[id].owner != noId) {
        const State& owner = m_states[m_scopes[id].owner];
        path.steps.push_back({owner.name, m_scopes[id].branch});
        id = owner.scope;
    }
    std::reverse(path.steps.begin(), path.steps.end());
    return path;
}

StatePath StateMachine::path(StateId id) const { return {scopePath(m_states[id].scope), m_states[id].name}; }

TransitionPath StateMachine::path(const Transition& transition) const
{
    return {scopePath(transition.scope), transition.from == noId ? std::string() : m_states[transition.from].name,
            transition.kind, transition.index};
}

ScopeId StateMachine::findScope(const ScopePath& path) const
{
    ScopeId scope = 0;
    for (const ScopeStep& step : path.steps) {
        const auto found = m_scopes[scope].byName.find(step.state);
        if (found == m_scopes[scope].byName.end())
            return noId;
        const auto& inner = m_states[found->second].scopes;
        const auto branch = std::find_if(inner.begin(), inner.end(),
                                         [&](ScopeId id) { return m_scopes[id].branch == step.branch; });
        if (branch == inner.end())
            return noId;
        scope = *branch;
    }
    return scope;
}

StateId StateMachine::find(const StatePath& path) const
{
    const ScopeId scope = findScope(path.scope);
    if (scope == noId)
        return noId;
    const auto found = m_scopes[scope].byName.find(path.name);
    return found == m_scopes[scope].byName.end() ? noId : found->second;
}

TransitionId StateMachine::find(const TransitionPath& path) const
{
    if (path.kind == TransitionKind::Start) {
        const ScopeId scope = findScope(path.scope);
        return scope == noId ? noId : m_scopes[scope].start;
    }
    const StateId from = find(StatePath{path.scope, path.from});
    if (from == noId)
        return noId;
    for (TransitionId id : m_states[from].transitions)
        if (m_transitions[id].kind == path.kind && m_transitions[id].index == path.index)
            return id;
    return noId;
}

StateId StateMachine::findUnique(std::string_view name) const
{
    StateId found = noId;
    for (StateId id = 0; id < m_states.size(); ++id) {
        if (m_states[id].name != name)
            continue;
        if (found != noId)
            return noId;
        found = id;
    }
    return found;
}

StateId StateMachine::stateAt(const SyntaxTree& tree, std::size_t position) const
{
    StateId found = noId;
    for (ScopeId scope = 0; scope != noId;) {
        const auto& states = m_scopes[scope].states;
        const auto after = std::upper_bound(states.begin(), states.end(), position, [&](std::size_t at, StateId id) {
            return at < tree.node(m_states[id].node).memberRange().begin;
        });
        scope = noId;
        if (after == states.begin() || !tree.node(m_states[*(after - 1)].node).memberRange().contains(position))
            break;
        found = *(after - 1);
        for (ScopeId inner : m_states[found].scopes)
            if (tree.node(m_scopes[inner].node).range().contains(position))
                scope = inner;
    }
    return found;
}

std::vector<TransitionId> StateMachine::transitionsTo(StateId id) const
{
    std::vector<TransitionId> found;
    for (TransitionId transition = 0; transition < m_transitions.size(); ++transition)
        if (m_transitions[transition].to == id)
            found.push_back(transition);
    return found;
}

} // namespace asl

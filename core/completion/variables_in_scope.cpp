#include "core/completion/variables_in_scope.h"

#include <algorithm>
#include <unordered_map>

namespace asl::completion {

namespace {

class Collector
{
public:
    explicit Collector(const Snapshot& snapshot) : m_tree(snapshot.tree()), m_machine(snapshot.machine()) {}

    std::vector<VariableInScope> collect(ScopeId scope)
    {
        for (;;) {
            m_firstOfScope = m_found.size();
            for (const StateId state : m_machine.scope(scope).states)
                addState(state);
            const StateId owner = m_machine.scope(scope).owner;
            if (owner == noId || m_machine.state(owner).distributed)
                return std::move(m_found);
            scope = m_machine.state(owner).scope;
        }
    }

private:
    void addState(StateId id)
    {
        const State& state = m_machine.state(id);
        addAssign(state.node, id);
        for (const TransitionId transition : state.transitions)
            if (const NodeId owner = m_machine.transition(transition).owner; owner != state.node)
                addAssign(owner, id); // a rule or a Catcher
    }

    void addAssign(NodeId object, StateId state)
    {
        if (object == noNode || m_tree.kind(object) != NodeKind::Object)
            return;
        const NodeId assign = m_tree.find(object, "Assign");
        if (assign == noNode || m_tree.kind(assign) != NodeKind::Object)
            return;
        for (const NodeId member : m_tree.children(assign)) {
            std::string name = m_tree.key(member);
            if (m_machine.state(state).language == QueryLanguage::JSONPath && name.ends_with(".$"))
                name.resize(name.size() - 2);
            if (!name.empty())
                add(std::move(name), state);
        }
    }

    void add(std::string name, StateId state)
    {
        const auto [place, isNew] = m_places.try_emplace(name, m_found.size());
        if (isNew)
            m_found.push_back({std::move(name), {}});
        else if (place->second < m_firstOfScope)
            return; // hidden
        std::vector<StateId>& by = m_found[place->second].assignedBy;
        if (std::find(by.begin(), by.end(), state) == by.end())
            by.push_back(state);
    }

    const SyntaxTree& m_tree;
    const StateMachine& m_machine;
    std::vector<VariableInScope> m_found;
    std::unordered_map<std::string, std::size_t> m_places;
    std::size_t m_firstOfScope = 0;
};

} // namespace

std::vector<VariableInScope> variablesInScope(const Snapshot& snapshot, ScopeId scope) { return Collector(snapshot).collect(scope); }

} // namespace asl::completion

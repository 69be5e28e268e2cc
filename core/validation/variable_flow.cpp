#include "core/validation/variable_flow.h"

#include "core/validation/values.h"
#include "core/validation/ways.h"

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <unordered_set>

namespace asl::validation {

namespace {

/// A set of variables, one bit each.
using Bits = std::vector<std::uint64_t>;

/// Beyond so many bits for all states the ways are not followed.
constexpr std::size_t mostBits = 200'000'000;

class Flow
{
public:
    explicit Flow(const Context& context) : m_context(context), m_machine(context.machine())
    {
        numberVariables();
        m_words = (m_numbers.size() + 63) / 64;
        m_isKnown = assignmentsAreKnown() && m_words * 128 * m_machine.states().size() <= mostBits;
    }

    std::vector<Assigned> answer()
    {
        if (m_isKnown && !m_numbers.empty())
            follow();
        std::vector<Assigned> answers;
        for (const VariableRead& read : m_context.variables.reads)
            answers.push_back(answerTo(read));
        return answers;
    }

private:
    /// Only variables that are both read and assigned need following.
    void numberVariables()
    {
        std::unordered_set<std::string_view> read;
        for (const VariableRead& each : m_context.variables.reads)
            read.insert(each.name);
        for (const VariableAssignment& assignment : m_context.variables.assignments)
            if (read.contains(assignment.name))
                m_numbers.emplace(assignment.name, m_numbers.size());
        for (const VariableAssignment& assignment : m_context.variables.assignments) {
            const auto number = m_numbers.find(assignment.name);
            if (number == m_numbers.end())
                continue;
            m_assigned[m_context.typed.objects[assignment.object].node].push_back(number->second);
            m_scopes[number->second].push_back(m_machine.state(assignment.state).scope);
        }
    }

    /// An Assign that is filled in later may assign anything.
    bool assignmentsAreKnown() const
    {
        for (const TypedMember& member : m_context.typed.members) {
            if (!member.field || member.field->shape != Shape::Assignments)
                continue;
            const SyntaxTree& tree = m_context.tree();
            if (tree.kind(member.node) != NodeKind::Object || tree.node(member.node).damaged)
                return false;
            for (NodeId child : tree.children(member.node))
                if (hasToken(tree.rawKey(child)))
                    return false;
        }
        return true;
    }

    void follow()
    {
        const std::size_t states = m_machine.states().size();
        m_some.assign(states, Bits());
        m_every.assign(states, Bits());
        const std::vector<bool> open = scopesWithOpenTargets(m_context);
        for (ScopeId scope = 0; scope < m_machine.scopes().size(); ++scope) { // outer scopes come before inner ones
            const StateId owner = m_machine.scope(scope).owner;
            const bool known = !open[scope] && (owner == noId || !m_some[owner].empty());
            if (known)
                followScope(scope, owner);
        }
    }

    void followScope(ScopeId scope, StateId owner)
    {
        const StateId start = m_machine.transition(m_machine.scope(scope).start).to;
        if (start == noId)
            return;
        const bool inherits = owner != noId && !m_machine.state(owner).distributed;
        const Bits nothing(m_words, 0);
        std::deque<StateId> waiting;
        std::unordered_set<StateId> isWaiting;
        const auto arrive = [&](StateId state, const Bits& some, const Bits& every) {
            if (merge(state, some, every) && isWaiting.insert(state).second)
                waiting.push_back(state);
        };
        arrive(start, inherits ? m_some[owner] : nothing, inherits ? m_every[owner] : nothing);
        while (!waiting.empty()) {
            const StateId state = waiting.front();
            waiting.pop_front();
            isWaiting.erase(state);
            for (TransitionId id : m_machine.state(state).transitions) {
                const Transition& transition = m_machine.transition(id);
                if (transition.to == noId)
                    continue;
                Bits some = m_some[state];
                Bits every = m_every[state];
                if (const auto assigned = m_assigned.find(transition.owner); assigned != m_assigned.end()) {
                    for (std::size_t number : assigned->second) {
                        some[number / 64] |= std::uint64_t(1) << (number % 64);
                        every[number / 64] |= std::uint64_t(1) << (number % 64);
                    }
                }
                arrive(transition.to, some, every);
            }
        }
    }

    /// True when something became known.
    bool merge(StateId state, const Bits& some, const Bits& every)
    {
        if (m_some[state].empty()) {
            m_some[state] = some;
            m_every[state] = every;
            return true;
        }
        bool changed = false;
        for (std::size_t i = 0; i < m_words; ++i) {
            const std::uint64_t more = m_some[state][i] | some[i];
            const std::uint64_t fewer = m_every[state][i] & every[i];
            changed = changed || more != m_some[state][i] || fewer != m_every[state][i];
            m_some[state][i] = more;
            m_every[state][i] = fewer;
        }
        return changed;
    }

    Assigned answerTo(const VariableRead& read) const
    {
        const auto number = m_numbers.find(read.name);
        if (!m_isKnown)
            return Assigned::Unknown;
        if (number == m_numbers.end())
            return Assigned::Nowhere;
        if (m_some[read.state].empty())
            return Assigned::Unknown;
        const auto has = [&](const Bits& bits) { return (bits[number->second / 64] >> (number->second % 64) & 1) != 0; };
        if (has(m_every[read.state]))
            return Assigned::Always;
        if (has(m_some[read.state]))
            return Assigned::Sometimes;
        return sees(m_machine.state(read.state).scope, number->second) ? Assigned::Never : Assigned::OutOfScope;
    }

    /// A state of the scope itself or of one around it assigns the variable.
    bool sees(ScopeId scope, std::size_t number) const
    {
        const std::vector<ScopeId>& assigning = m_scopes.at(number);
        for (;;) {
            if (std::find(assigning.begin(), assigning.end(), scope) != assigning.end())
                return true;
            const StateId owner = m_machine.scope(scope).owner;
            if (owner == noId || m_machine.state(owner).distributed)
                return false;
            scope = m_machine.state(owner).scope;
        }
    }

    const Context& m_context;
    const StateMachine& m_machine;
    std::unordered_map<std::string_view, std::size_t> m_numbers;
    std::unordered_map<NodeId, std::vector<std::size_t>> m_assigned;      ///< by the object that holds the Assign
    std::unordered_map<std::size_t, std::vector<ScopeId>> m_scopes;       ///< in which a variable is assigned
    std::size_t m_words = 0;
    bool m_isKnown = false;
    std::vector<Bits> m_some;  ///< by state; empty: not reached
    std::vector<Bits> m_every;
};

} // namespace

std::vector<Assigned> assignedWhenRead(const Context& context) { return Flow(context).answer(); }

} // namespace asl::validation

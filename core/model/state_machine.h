#pragma once
// StateMachine: what the text means as ASL. Flat arrays of scopes, states and transitions, each pointing at its syntax
// node. Always exists; what is wrong is simply missing here and said by validation.

#include "core/language/language.h"
#include "core/model/state_path.h"
#include "core/text/syntax_tree.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace asl {

using ScopeId = std::uint32_t;
using StateId = std::uint32_t;
using TransitionId = std::uint32_t;
constexpr std::uint32_t noId = std::numeric_limits<std::uint32_t>::max();

struct Transition
{
    TransitionKind kind = TransitionKind::Next;
    ScopeId scope = 0;
    StateId from = noId;        ///< noId for Start
    std::uint32_t index = 0;    ///< of the rule or catcher
    NodeId owner = noNode;      ///< the rule, catcher, state or scope object that holds the reference
    NodeId reference = noNode;  ///< the string with the target's name (End: the `true`; noNode: implied or missing)
    std::string targetName;     ///< empty when missing
    StateId to = noId;          ///< noId: End, missing target, or a token
};

struct State
{
    std::string name;
    NodeId node = noNode;             ///< the member of States (its value is the state's object)
    std::optional<StateType> type;    ///< empty: missing or unknown
    QueryLanguage language = QueryLanguage::JSONPath;
    ScopeId scope = 0;
    std::vector<ScopeId> scopes;      ///< inside, in order
    std::vector<TransitionId> transitions; ///< leaving: Next or End or the rules and Default, then the catchers
    bool damaged = false;             ///< its own text has a syntax error
    bool distributed = false;         ///< Map in DISTRIBUTED mode
};

struct Scope
{
    enum class Kind : std::uint8_t { TopLevel, Branch, ItemProcessor };
    Kind kind = Kind::TopLevel;
    NodeId node = noNode;       ///< the object with StartAt and States
    NodeId statesNode = noNode; ///< value of States; noNode when absent
    StateId owner = noId;       ///< the Parallel or Map
    std::uint32_t branch = 0;
    TransitionId start = noId;  ///< always there
    std::vector<StateId> states;  ///< in document order; of two with one name the earlier is a duplicate
    std::unordered_map<std::string, StateId> byName;
};

class StateMachine
{
public:
    static StateMachine read(const SyntaxTree& tree);

    const std::vector<Scope>& scopes() const { return m_scopes; } ///< [0] is the top level
    const std::vector<State>& states() const { return m_states; }
    const std::vector<Transition>& transitions() const { return m_transitions; }
    const Scope& scope(ScopeId id) const { return m_scopes[id]; }
    const State& state(StateId id) const { return m_states[id]; }
    const Transition& transition(TransitionId id) const { return m_transitions[id]; }
    QueryLanguage language() const { return m_language; }

    StatePath path(StateId id) const;
    ScopePath scopePath(ScopeId id) const;
    TransitionPath path(const Transition& transition) const;
    StateId find(const StatePath& path) const;           ///< noId when absent
    ScopeId findScope(const ScopePath& path) const;      ///< noId when absent
    TransitionId find(const TransitionPath& path) const; ///< noId when absent
    /// The only state of that name in the whole machine; noId when none or several.
    StateId findUnique(std::string_view name) const;
    /// The state whose text holds the position, innermost; noId outside all states.
    StateId stateAt(const SyntaxTree& tree, std::size_t position) const;
    std::vector<TransitionId> transitionsTo(StateId id) const;

private:
    friend class MachineReader;
    std::vector<Scope> m_scopes;
    std::vector<State> m_states;
    std::vector<Transition> m_transitions;
    QueryLanguage m_language = QueryLanguage::JSONPath;
};

} // namespace asl

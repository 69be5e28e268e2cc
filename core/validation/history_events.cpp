#include "core/validation/history_events.h"

#include "core/validation/values.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <queue>

namespace asl::validation {

namespace {

constexpr std::size_t unreachable = std::numeric_limits<std::size_t>::max();

/// No run comes near this; sums stay far from the end of their type.
constexpr std::size_t enough = 1'000'000'000;

class Counter
{
public:
    Counter(const Snapshot& snapshot, const TypedObjects& typed)
        : m_tree(snapshot.tree()), m_machine(snapshot.machine()), m_ofScope(m_machine.scopes().size(), unreachable),
          m_objectOf(m_machine.states().size(), nullptr), m_typed(typed)
    {
        for (const TypedObject& object : typed.objects)
            if (object.type == ObjectType::State && object.state != noId)
                m_objectOf[object.state] = &object;
    }

    std::size_t count()
    {
        for (std::size_t i = m_machine.scopes().size(); i-- > 0;) // inner scopes stand behind the outer ones
            m_ofScope[i] = leastOf(static_cast<ScopeId>(i));
        const std::size_t run = m_ofScope.empty() ? unreachable : m_ofScope[0];
        return run == unreachable ? 0 : std::min(run + 2, enough); // ExecutionStarted, ExecutionSucceeded
    }

private:
    /// Events from the first state's entry to the exit of the last one: Dijkstra's way through the scope.
    std::size_t leastOf(ScopeId id)
    {
        const StateId start = m_machine.transition(m_machine.scope(id).start).to;
        if (start == noId)
            return unreachable;
        std::unordered_map<StateId, std::size_t> least;
        using Entry = std::pair<std::size_t, StateId>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> waiting;
        const auto reach = [&](StateId state, std::size_t before) {
            const std::size_t own = eventsOf(state);
            if (own == unreachable || before >= enough)
                return;
            const auto [known, isNew] = least.emplace(state, before + own);
            if (!isNew && known->second <= before + own)
                return;
            known->second = before + own;
            waiting.emplace(before + own, state);
        };
        reach(start, 0);
        while (!waiting.empty()) {
            const auto [events, stateId] = waiting.top();
            waiting.pop();
            if (events > least[stateId])
                continue;
            const State& state = m_machine.state(stateId);
            if (state.type == StateType::Succeed)
                return events;
            for (TransitionId transitionId : state.transitions) {
                const Transition& transition = m_machine.transition(transitionId);
                if (transition.kind == TransitionKind::End)
                    return events;
                if (transition.to != noId)
                    reach(transition.to, events);
            }
        }
        return unreachable;
    }

    std::size_t eventsOf(StateId id) const
    {
        const State& state = m_machine.state(id);
        if (!state.type)
            return 2;
        switch (*state.type) {
        case StateType::Pass:
        case StateType::Wait:
        case StateType::Choice:
        case StateType::Succeed:
            return 2; // entered, exited
        case StateType::Fail:
            return 1;
        case StateType::Task:
            return 5; // entered, scheduled, started, succeeded, exited
        case StateType::Parallel:
            return parallelEvents(state);
        case StateType::Map:
            return mapEvents(id, state);
        }
        return 2;
    }

    std::size_t parallelEvents(const State& state) const
    {
        std::size_t events = 4; // entered, started, succeeded, exited
        for (ScopeId scope : state.scopes) {
            if (m_ofScope[scope] == unreachable)
                return unreachable;
            events = std::min(events + m_ofScope[scope], enough);
        }
        return events;
    }

    std::size_t mapEvents(StateId id, const State& state) const
    {
        if (state.distributed)
            return 6; // and MapRunStarted, MapRunSucceeded; the children have histories of their own
        const TypedMember* items = m_objectOf[id] ? m_typed.find(*m_objectOf[id], "Items") : nullptr;
        const std::size_t count = items ? knownItemCount(m_tree, items->node).value_or(0) : 0;
        if (count == 0 || state.scopes.empty())
            return 4;
        const std::size_t each = m_ofScope[state.scopes.front()];
        if (each == unreachable)
            return unreachable;
        return count > enough / (each + 2) ? enough : 4 + count * (each + 2); // iteration started, succeeded
    }

    const SyntaxTree& m_tree;
    const StateMachine& m_machine;
    std::vector<std::size_t> m_ofScope;
    std::vector<const TypedObject*> m_objectOf;
    const TypedObjects& m_typed;
};

bool take(std::string_view& text, std::string_view word)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t' || text.front() == '\n'))
        text.remove_prefix(1);
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

std::optional<std::int64_t> takeNumber(std::string_view& text)
{
    take(text, "");
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc())
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(read.ptr - text.data()));
    return number;
}

} // namespace

std::optional<std::size_t> knownItemCount(const SyntaxTree& tree, NodeId items)
{
    if (tree.kind(items) == NodeKind::Array)
        return tree.node(items).childCount;
    const std::string value = tree.kind(items) == NodeKind::String ? tree.stringValue(items) : std::string();
    std::string_view text = value;
    if (!take(text, "{%") || !take(text, "["))
        return std::nullopt;
    const auto first = takeNumber(text);
    if (!first || !take(text, ".."))
        return std::nullopt;
    const auto last = takeNumber(text);
    if (!last || !take(text, "]") || !take(text, "%}") || *last < *first)
        return std::nullopt;
    return static_cast<std::size_t>(*last - *first) + 1;
}

std::size_t leastHistoryEvents(const Snapshot& snapshot, const TypedObjects& typed)
{
    return Counter(snapshot, typed).count();
}

} // namespace asl::validation

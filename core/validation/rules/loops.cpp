// Loops that no transition leads out of.

#include "core/validation/rules/rules.h"
#include "core/validation/ways.h"

#include <algorithm>

namespace asl::validation {

namespace {

/// The states of a scope that are reached but from which no way leads to an end.
class StuckStates
{
public:
    explicit StuckStates(const Context& context) : m_context(context), m_stuck(context.machine().states().size(), false)
    {
        const StateMachine& machine = context.machine();
        std::vector<bool> leadsOut(machine.states().size(), false);
        std::vector<std::vector<StateId>> before(machine.states().size());
        std::vector<StateId> waiting;
        for (const Transition& transition : machine.transitions())
            if (transition.from != noId && transition.to != noId)
                before[transition.to].push_back(transition.from);
        for (StateId id = 0; id < machine.states().size(); ++id) {
            if (!mayEndScope(context, id))
                continue;
            leadsOut[id] = true;
            waiting.push_back(id);
        }
        while (!waiting.empty()) {
            const StateId id = waiting.back();
            waiting.pop_back();
            for (StateId earlier : before[id]) {
                if (leadsOut[earlier])
                    continue;
                leadsOut[earlier] = true;
                waiting.push_back(earlier);
            }
        }
        markReached(leadsOut);
    }

    bool operator[](StateId id) const { return m_stuck[id]; }

private:
    void markReached(const std::vector<bool>& leadsOut)
    {
        const StateMachine& machine = m_context.machine();
        std::vector<StateId> waiting;
        std::vector<bool> reached(machine.states().size(), false);
        const auto reach = [&](StateId id) {
            if (id == noId || reached[id])
                return;
            reached[id] = true;
            m_stuck[id] = !leadsOut[id];
            waiting.push_back(id);
        };
        for (const Scope& scope : machine.scopes())
            reach(machine.transition(scope.start).to);
        while (!waiting.empty()) {
            const StateId id = waiting.back();
            waiting.pop_back();
            for (TransitionId transition : machine.state(id).transitions)
                reach(machine.transition(transition).to);
        }
    }

    const Context& m_context;
    std::vector<bool> m_stuck;
};

/// Finds what a stuck state comes to, which is all stuck as well.
class Followers
{
public:
    explicit Followers(const StateMachine& machine) : m_machine(machine), m_visit(machine.states().size(), 0) {}

    /// In order; `first` itself is among them only when a way comes back to it.
    std::vector<StateId> from(StateId first)
    {
        ++m_stamp;
        std::vector<StateId> found;
        std::vector<StateId> waiting{first};
        while (!waiting.empty()) {
            const StateId id = waiting.back();
            waiting.pop_back();
            for (TransitionId transition : m_machine.state(id).transitions) {
                const StateId to = m_machine.transition(transition).to;
                if (to == noId || m_visit[to] == m_stamp)
                    continue;
                m_visit[to] = m_stamp;
                found.push_back(to);
                waiting.push_back(to);
            }
        }
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    const StateMachine& m_machine;
    std::vector<std::size_t> m_visit;
    std::size_t m_stamp = 0;
};

/// The loop that holds the run once it has come to `all`: without the states on the way to it, where they are found easily.
std::vector<StateId> innermost(Followers& followers, std::vector<StateId> all)
{
    constexpr int attempts = 4;
    for (int i = 0; i < attempts && !all.empty(); ++i) {
        for (StateId candidate : {all.back(), all.front()}) {
            std::vector<StateId> fewer = followers.from(candidate);
            if (!fewer.empty() && fewer.size() < all.size())
                all = std::move(fewer);
        }
    }
    return all;
}

std::string listed(const StateMachine& machine, const std::vector<StateId>& states)
{
    constexpr std::size_t most = 5;
    std::string names;
    for (std::size_t i = 0; i < states.size() && i < most; ++i)
        names += (i == 0 ? "\"" : ", \"") + machine.state(states[i]).name + "\"";
    return states.size() > most ? names + ", …" : names;
}

} // namespace

void endlessLoops(const Context& context, Findings& findings)
{
    const StateMachine& machine = context.machine();
    const std::vector<bool> open = scopesWithOpenTargets(context);
    const StuckStates stuck(context);
    Followers followers(machine);
    std::vector<bool> said(machine.states().size(), false);
    for (ScopeId scopeId = 0; scopeId < machine.scopes().size(); ++scopeId) {
        const Scope& scope = machine.scope(scopeId);
        const bool anyEnd = std::any_of(scope.states.begin(), scope.states.end(), [&](StateId id) { return mayEndScope(context, id); });
        if (open[scopeId] || !anyEnd)
            continue; // that nothing ends at all is said elsewhere
        for (StateId id : scope.states) {
            if (!stuck[id] || said[id] || findings.full())
                continue;
            said[id] = true;
            const std::vector<TransitionId>& leaving = machine.state(id).transitions;
            bool known = std::any_of(leaving.begin(), leaving.end(), [&](TransitionId transition) {
                const StateId to = machine.transition(transition).to;
                return to != noId && to != id && said[to];
            });
            const std::vector<StateId> all = known ? std::vector<StateId>() : followers.from(id);
            for (StateId other : all) {
                known = known || (other != id && said[other]);
                said[other] = true;
            }
            const std::vector<StateId> loop = known ? std::vector<StateId>() : innermost(followers, all);
            if (loop.empty())
                continue; // it leads into a loop that has been said; or nowhere, which is a problem of its own
            findings.add(machine.state(loop.front()).node, Part::Key,
                         {ASL_TEXT("core", "No way leads out of the loop of %1: it runs until the execution times out or its history is full. Add a Choice that leaves it."),
                          {listed(machine, loop)}});
        }
    }
}

} // namespace asl::validation

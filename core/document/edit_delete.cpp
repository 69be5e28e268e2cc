// Deleting states: the place they leave is closed.

#include "core/document/edit_support.h"

#include <algorithm>

namespace asl {

namespace {

using namespace editing;

/// States that are not inside another one of the set.
std::vector<StateId> outermost(const StateMachine& machine, const std::unordered_set<StateId>& states)
{
    std::vector<StateId> found;
    for (StateId state : states) {
        bool inside = false;
        for (StateId owner = machine.scope(machine.state(state).scope).owner; owner != noId && !inside;
             owner = machine.scope(machine.state(owner).scope).owner)
            inside = states.count(owner) > 0;
        if (!inside)
            found.push_back(state);
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// What to select once `removed` are gone: what follows, else what led there, else the container.
std::optional<StatePath> neighbour(const Snapshot& snapshot, StateId state, const std::unordered_set<StateId>& removed)
{
    const StateMachine& machine = snapshot.machine();
    const TransitionId on = mainTransition(machine, state);
    if (on != noId && machine.transition(on).to != noId && !removed.count(machine.transition(on).to))
        return machine.path(machine.transition(on).to);
    for (TransitionId to : machine.transitionsTo(state))
        if (const StateId from = machine.transition(to).from; from != noId && !removed.count(from))
            return machine.path(from);
    const StateId owner = machine.scope(machine.state(state).scope).owner;
    return owner == noId ? std::nullopt : std::optional(machine.path(owner));
}

} // namespace

Result<Edit> deleteStates(const Snapshot& snapshot, const std::vector<StatePath>& paths)
{
    const StateMachine& machine = snapshot.machine();
    std::unordered_set<StateId> all;
    for (const StatePath& path : paths) {
        const auto id = wholeState(snapshot, path);
        if (!id)
            return id.error();
        all.insert(*id);
    }
    const std::vector<StateId> states = outermost(machine, all);
    const std::unordered_set<StateId> removed(states.begin(), states.end());
    if (states.empty())
        return Error{ASL_TEXT("core", "No state is selected."), {}};

    TextChanges changes(snapshot.tree());
    for (TransitionId id = 0; id < machine.transitions().size(); ++id) {
        const Transition& transition = machine.transition(id);
        if (transition.to != noId && removed.count(transition.to) && !removed.count(transition.from))
            lead(changes, snapshot, id, targetBehind(snapshot, transition.to, removed));
    }
    for (ScopeId scope = 0; scope < machine.scopes().size(); ++scope) {
        std::vector<NodeId> members;
        for (StateId state : states)
            if (machine.state(state).scope == scope)
                members.push_back(machine.state(state).node);
        if (!members.empty())
            changes.remove(machine.scope(scope).statesNode, members);
    }
    Edit edit;
    edit.label = states.size() == 1
        ? Message(ASL_TEXT("core", "Delete %1"), {machine.state(states.front()).name})
        : Message(ASL_TEXT("core", "Delete %1 states"), {std::to_string(states.size())});
    edit.select = neighbour(snapshot, states.front(), removed);
    return finished(snapshot, changes, std::move(edit));
}

Result<Edit> deleteState(const Snapshot& snapshot, const StatePath& state) { return deleteStates(snapshot, {state}); }

} // namespace asl

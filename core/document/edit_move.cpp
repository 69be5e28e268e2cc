// Moving a state to another place: the place it left is closed, then it is inserted anew.

#include "core/document/edit_support.h"

namespace asl {

namespace {

using namespace editing;

bool isInside(const StateMachine& machine, ScopeId scope, StateId state)
{
    while (machine.scope(scope).owner != noId && machine.scope(scope).owner != state)
        scope = machine.state(machine.scope(scope).owner).scope;
    return machine.scope(scope).owner == state;
}

/// A rule or Catch goes along with its state and would lead out of the scope.
Message leadsOut(const StateMachine& machine, const Transition& transition, ScopeId target)
{
    const bool catches = transition.kind == TransitionKind::Catch;
    switch (machine.scope(target).kind) {
    case Scope::Kind::Branch:
        return {catches ? ASL_TEXT("core", "Its Catch goes to %1, outside this branch")
                        : ASL_TEXT("core", "Its rule goes to %1, outside this branch"),
                {transition.targetName}};
    case Scope::Kind::ItemProcessor:
        return {catches ? ASL_TEXT("core", "Its Catch goes to %1, outside this Map")
                        : ASL_TEXT("core", "Its rule goes to %1, outside this Map"),
                {transition.targetName}};
    case Scope::Kind::TopLevel: break;
    }
    return {catches ? ASL_TEXT("core", "Its Catch goes to %1, which stays inside %2")
                    : ASL_TEXT("core", "Its rule goes to %1, which stays inside %2"),
            {transition.targetName, machine.state(machine.scope(transition.scope).owner).name}};
}

struct Move
{
    StateId state;
    Slot slot;
};

Result<Move> allowedMove(const Snapshot& snapshot, const StatePath& path, const Place& place)
{
    const auto state = wholeState(snapshot, path);
    if (!state)
        return state.error();
    const auto slot = slotAt(snapshot, place);
    if (!slot)
        return slot.error();
    const StateMachine& machine = snapshot.machine();
    if (isInside(machine, slot->scope, *state))
        return Error{ASL_TEXT("core", "A state cannot be moved into itself."), {}};
    if (slot->from == *state
        || (slot->kind == Slot::Kind::Transition && machine.transition(slot->transition).to == *state))
        return Error{ASL_TEXT("core", "It is already here."), {}};
    if (slot->scope != machine.state(*state).scope)
        for (TransitionId id : machine.state(*state).transitions) {
            const Transition& transition = machine.transition(id);
            const bool goesAlong = transition.kind == TransitionKind::Catch || transition.kind == TransitionKind::ChoiceRule;
            if (goesAlong && !transition.targetName.empty())
                return Error{leadsOut(machine, transition, slot->scope), {}};
        }
    return Move{*state, *slot};
}

/// Within its scope the text of the state stays where it is; only references change.
Result<Edit> movedInScope(const Snapshot& snapshot, const StatePath& path, const Move& move)
{
    const StateMachine& machine = snapshot.machine();
    const std::string behind = targetBehind(snapshot, move.state, {move.state});
    TextChanges changes(snapshot.tree());
    for (TransitionId id : machine.transitionsTo(move.state))
        if (machine.transition(id).from != move.state)
            lead(changes, snapshot, id, behind);
    lead(changes, snapshot, move.slot, quoted(machine.state(move.state).name));
    leadOn(changes, snapshot, move.state, targetOf(snapshot, move.slot));
    Edit edit;
    edit.select = path;
    return finished(snapshot, changes, std::move(edit));
}

Place placeOf(const StateMachine& machine, const Slot& slot)
{
    switch (slot.kind) {
    case Slot::Kind::Transition: return OnTransition{machine.path(machine.transition(slot.transition))};
    case Slot::Kind::NewRule: return AfterState{machine.path(slot.from)};
    case Slot::Kind::NewDefault: break;
    }
    return OnTransition{{machine.scopePath(slot.scope), machine.state(slot.from).name, TransitionKind::Default, 0}};
}

Result<Edit> movedAcross(const Snapshot& snapshot, const StatePath& path, const Move& move)
{
    StateText text = writtenState(snapshot, snapshot.machine().state(move.state).node, path.name);
    const auto removed = deleteState(snapshot, path);
    if (!removed)
        return removed;
    const SnapshotPointer without = after(snapshot, removed->patch);
    const auto slot = slotAt(*without, placeOf(snapshot.machine(), move.slot));
    if (!slot)
        return slot.error();
    return both(snapshot, *removed, insert(*without, *slot, std::move(text)));
}

} // namespace

Result<void> canMove(const Snapshot& snapshot, const StatePath& state, const Place& place)
{
    if (snapshot.syntax() == TextSyntax::Yaml)
        return possible(moveState(snapshot, state, place));
    const auto move = allowedMove(snapshot, state, place);
    return move ? Result<void>() : Result<void>(move.error());
}

Result<Edit> moveState(const Snapshot& snapshot, const StatePath& state, const Place& place)
{
    const auto move = allowedMove(snapshot, state, place);
    if (!move)
        return move.error();
    const bool within = move->slot.scope == snapshot.machine().state(move->state).scope;
    auto edit = within ? movedInScope(snapshot, state, *move) : movedAcross(snapshot, state, *move);
    if (edit)
        edit->label = {ASL_TEXT("core", "Move %1"), {state.name}};
    return edit;
}

} // namespace asl

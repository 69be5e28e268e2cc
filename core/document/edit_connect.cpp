// Letting transitions lead elsewhere.

#include "core/document/edit_support.h"

namespace asl {

namespace {

using namespace editing;

/// Why the end cannot be the target of a transition; empty when it can.
Message whyNotToTheEnd(TransitionKind kind)
{
    switch (kind) {
    case TransitionKind::Next:
    case TransitionKind::End: return {};
    case TransitionKind::Start: return ASL_TEXT("core", "The start leads to a state, not to the end.");
    case TransitionKind::ChoiceRule:
    case TransitionKind::Default:
        return ASL_TEXT("core", "A Choice cannot lead to the end. Let it lead to a Succeed state.");
    case TransitionKind::Catch: return ASL_TEXT("core", "A Catch cannot lead to the end. Let it lead to a Succeed state.");
    }
    return {};
}

Result<Slot> connectable(const Snapshot& snapshot, const TransitionPath& transition, std::string_view target)
{
    const auto slot = slotAt(snapshot, OnTransition{transition});
    if (!slot)
        return slot;
    const StateMachine& machine = snapshot.machine();
    if (target.empty()) {
        if (Message reason = whyNotToTheEnd(transition.kind); !reason.literal.empty())
            return Error{std::move(reason), {}};
        return slot;
    }
    const Scope& scope = machine.scope(slot->scope);
    if (scope.byName.count(std::string(target)))
        return slot;
    if (editing::namesOf(machine).count(std::string(target)) == 0)
        return Error{{ASL_TEXT("core", "There is no state \"%1\"."), {std::string(target)}}, {}};
    if (scope.kind == Scope::Kind::TopLevel)
        return Error{{ASL_TEXT("core", "\"%1\" is inside another state; only states beside this one can follow."),
                      {std::string(target)}},
                     {}};
    return Error{{ASL_TEXT("core", "\"%1\" is outside \"%2\"; only states beside this one can follow."),
                  {std::string(target), machine.state(scope.owner).name}},
                 {}};
}

} // namespace

Result<void> canConnect(const Snapshot& snapshot, const TransitionPath& transition, std::string_view target)
{
    if (snapshot.syntax() == TextSyntax::Yaml)
        return possible(connect(snapshot, transition, target));
    const auto slot = connectable(snapshot, transition, target);
    return slot ? Result<void>() : Result<void>(slot.error());
}

Result<Edit> connect(const Snapshot& snapshot, const TransitionPath& transition, std::string_view target)
{
    const auto slot = connectable(snapshot, transition, target);
    if (!slot)
        return slot.error();
    Edit edit;
    edit.label = target.empty()
        ? Message(ASL_TEXT("core", "Connect %1 to the end"), {transition.from})
        : transition.kind == TransitionKind::Start
            ? Message(ASL_TEXT("core", "Start with %1"), {std::string(target)})
            : Message(ASL_TEXT("core", "Connect %1 to %2"), {transition.from, std::string(target)});
    if (slot->from != noId)
        edit.select = snapshot.machine().path(slot->from);
    const bool same = slot->kind == Slot::Kind::Transition
        && snapshot.machine().transition(slot->transition).targetName == target && !target.empty();
    TextChanges changes(snapshot.tree());
    if (!same)
        lead(changes, snapshot, *slot, target.empty() ? std::string() : quoted(target));
    return finished(snapshot, changes, std::move(edit));
}

} // namespace asl

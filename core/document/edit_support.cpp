#include "core/document/edit_support.h"

#include "core/model/object_type.h"
#include "core/support/assert.h"

namespace asl::editing {

Error brokenText(const Snapshot& snapshot)
{
    Error error{ASL_TEXT("core", "The text is broken near this place. Mend it first."), {}};
    if (!snapshot.tree().errors().empty())
        error.range = snapshot.tree().errors().front().range;
    return error;
}

Error brokenState(const Snapshot& snapshot, StateId state)
{
    const State& broken = snapshot.machine().state(state);
    return {{ASL_TEXT("core", "The text of \"%1\" is broken. Mend it first."), {broken.name}},
            snapshot.tree().node(broken.node).memberRange()};
}

Result<StateId> wholeState(const Snapshot& snapshot, const StatePath& path)
{
    const StateId state = snapshot.machine().find(path);
    if (state == noId)
        return Error{{ASL_TEXT("core", "There is no state \"%1\"."), {readable(path)}}, {}};
    if (snapshot.machine().state(state).damaged)
        return brokenState(snapshot, state);
    if (const NodeId node = snapshot.machine().state(state).node; snapshot.tree().kind(node) != NodeKind::Object)
        return Error{{ASL_TEXT("core", "\"%1\" is not an object. Mend the text first."), {path.name}},
                     snapshot.tree().node(node).memberRange()};
    return state;
}

Result<void> wholeAt(const Snapshot& snapshot, std::size_t position)
{
    const StateId state = snapshot.machine().stateAt(snapshot.tree(), position);
    if (state != noId && snapshot.machine().state(state).damaged)
        return brokenState(snapshot, state);
    return {};
}

NodeId memberBefore(const SyntaxTree& tree, NodeId object, std::string_view key)
{
    const ObjectPlace place = objectPlace(tree, object);
    // A state whose type is not known yet: Task has most of the fields of all.
    const auto fields = place.type == ObjectType::State ? info(place.stateType.value_or(StateType::Task)).fields : place.fields();
    const std::size_t order = fieldOrder(fields, key);
    NodeId nearest = noNode, previous = noNode, beforeLater = noNode;
    std::size_t nearestOrder = 0;
    bool later = false;
    for (NodeId child : tree.children(object)) {
        const std::size_t childOrder = fieldOrder(fields, tree.key(child));
        if (childOrder < order && (nearest == noNode || childOrder >= nearestOrder)) {
            nearest = child;
            nearestOrder = childOrder;
        } else if (childOrder > order && childOrder < fields.size() && !later) {
            later = true;
            beforeLater = previous;
        }
        previous = child;
    }
    if (order == fields.size()) // a member that the table does not know goes last
        return previous;
    if (nearest != noNode)
        return nearest;
    return later ? beforeLater : previous;
}

TransitionId mainTransition(const StateMachine& machine, StateId state)
{
    for (TransitionId id : machine.state(state).transitions) {
        const TransitionKind kind = machine.transition(id).kind;
        if (kind == TransitionKind::Next || kind == TransitionKind::End || kind == TransitionKind::Default)
            return id;
    }
    return noId;
}

std::string targetOf(const Snapshot& snapshot, TransitionId id)
{
    const Transition& transition = snapshot.machine().transition(id);
    if (transition.targetName.empty())
        return {};
    const bool broken = snapshot.tree().node(transition.reference).damaged;
    return broken ? quoted(transition.targetName) : std::string(snapshot.tree().raw(transition.reference));
}

std::string targetBehind(const Snapshot& snapshot, StateId state, const std::unordered_set<StateId>& removed)
{
    const StateMachine& machine = snapshot.machine();
    std::unordered_set<StateId> passed;
    while (passed.insert(state).second) {
        const TransitionId on = mainTransition(machine, state);
        if (on == noId)
            return {};
        const StateId to = machine.transition(on).to;
        if (to == noId || !removed.count(to))
            return targetOf(snapshot, on);
        state = to;
    }
    return {};
}

namespace {

void setMember(TextChanges& changes, const SyntaxTree& tree, NodeId object, std::string_view key, NodeId present,
               std::string_view json)
{
    if (present != noNode)
        changes.replaceScalar(present, json);
    else
        changes.insertMember(object, memberBefore(tree, object, key), key, json);
}

void turnInto(TextChanges& changes, NodeId member, std::string_view key, std::string_view json)
{
    changes.renameKey(member, key);
    changes.replaceScalar(member, json);
}

void leadNext(TextChanges& changes, const SyntaxTree& tree, const Transition& transition, std::string_view target)
{
    const NodeId end = tree.find(transition.owner, "End");
    if (!target.empty())
        setMember(changes, tree, transition.owner, "Next", transition.reference, target);
    else if (end != noNode && tree.kind(end) == NodeKind::True)
        changes.remove(transition.owner, {transition.reference});
    else if (end != noNode)
        changes.replaceScalar(end, "true");
    else if (transition.reference != noNode)
        turnInto(changes, transition.reference, "End", "true");
    else
        changes.insertMember(transition.owner, memberBefore(tree, transition.owner, "End"), "End", "true");
}

} // namespace

void lead(TextChanges& changes, const Snapshot& snapshot, TransitionId id, std::string_view target)
{
    const SyntaxTree& tree = snapshot.tree();
    const Transition& transition = snapshot.machine().transition(id);
    switch (transition.kind) {
    case TransitionKind::Start:
        setMember(changes, tree, transition.owner, "StartAt", transition.reference, target.empty() ? "\"\"" : target);
        break;
    case TransitionKind::Default:
        setMember(changes, tree, transition.owner, "Default", transition.reference, target.empty() ? "\"\"" : target);
        break;
    case TransitionKind::Next: leadNext(changes, tree, transition, target); break;
    case TransitionKind::End:
        ASL_ASSERT(transition.reference != noNode || target.empty(), "nothing follows Succeed and Fail");
        if (!target.empty() && transition.reference != noNode)
            turnInto(changes, transition.reference, "Next", target);
        break;
    case TransitionKind::ChoiceRule:
    case TransitionKind::Catch:
        if (!target.empty())
            setMember(changes, tree, transition.owner, "Next", transition.reference, target);
        else if (transition.reference != noNode)
            changes.remove(transition.owner, {transition.reference});
        break;
    }
}

void addDefault(TextChanges& changes, const Snapshot& snapshot, StateId choice, std::string_view target)
{
    const NodeId node = snapshot.machine().state(choice).node;
    changes.insertMember(node, memberBefore(snapshot.tree(), node, "Default"), "Default", target.empty() ? "\"\"" : target);
}

void leadOn(TextChanges& changes, const Snapshot& snapshot, StateId id, std::string_view target)
{
    const State& state = snapshot.machine().state(id);
    const TransitionId on = mainTransition(snapshot.machine(), id);
    if (state.type && info(*state.type).terminal)
        return;
    if (on != noId)
        lead(changes, snapshot, on, target);
    else if (state.type == StateType::Choice)
        addDefault(changes, snapshot, id, target);
    else if (target.empty())
        changes.insertMember(state.node, memberBefore(snapshot.tree(), state.node, "End"), "End", "true");
    else
        changes.insertMember(state.node, memberBefore(snapshot.tree(), state.node, "Next"), "Next", target);
}

void rename(TextChanges& changes, const Snapshot& snapshot, StateId id, std::string_view newName)
{
    changes.renameKey(snapshot.machine().state(id).node, newName);
    for (TransitionId transition : snapshot.machine().transitionsTo(id))
        changes.replaceScalar(snapshot.machine().transition(transition).reference, quoted(newName));
}

namespace {

/// Where the text is broken the outcome is looked at: an edit that would break it further is refused.
Result<Edit> harmless(const Snapshot& snapshot, Edit edit, bool possible)
{
    const bool isYaml = snapshot.syntax() == TextSyntax::Yaml; // where lines end values, the outcome is always looked at
    if (snapshot.tree().errors().empty() && !isYaml)
        return edit;
    const SnapshotPointer outcome = possible ? after(snapshot, edit.patch) : nullptr;
    if (!outcome || outcome->tree().errors().size() > snapshot.tree().errors().size()
        || (edit.select && outcome->machine().find(*edit.select) == noId)) {
        if (isYaml && snapshot.tree().errors().empty() && outcome && !outcome->tree().errors().empty())
            return Error{{ASL_TEXT("core", "YAML does not allow this change here (%1). Change it in the text."),
                          {english(outcome->tree().errors().front().message)}}, {}};
        return brokenText(snapshot);
    }
    return edit;
}

} // namespace

Result<Edit> finished(const Snapshot& snapshot, const TextChanges& changes, Edit edit)
{
    if (changes.refusal())
        return *changes.refusal();
    edit.patch = changes.patch();
    if (const auto allowed = canChange(snapshot, edit.patch); !allowed)
        return allowed.error();
    return harmless(snapshot, std::move(edit), !changes.overlap());
}

Result<void> possible(const Result<Edit>& edit) { return edit ? Result<void>() : Result<void>(edit.error()); }

Result<Edit> both(const Snapshot& snapshot, const Edit& first, const Result<Edit>& second)
{
    if (!second)
        return second;
    Edit edit = *second;
    edit.patch = composed(snapshot.text(), first.patch, second->patch);
    if (const auto allowed = canChange(snapshot, edit.patch); !allowed)
        return allowed.error();
    return harmless(snapshot, std::move(edit), true);
}

SnapshotPointer after(const Snapshot& snapshot, const TextPatch& patch) { return revised(snapshot, patch); }

} // namespace asl::editing

#include "core/completion/meaning.h"

namespace asl::completion {

namespace {

ObjectPlace stateObject(const SyntaxTree& tree, NodeId node)
{
    ObjectPlace place{ObjectType::State, {}};
    if (node != noNode)
        if (const NodeId type = tree.find(node, "Type"); type != noNode)
            place.stateType = stateType(tree.stringValue(type));
    return place;
}

/// Of a state whose type is not said, those of a Task: most of them are common to all.
std::span<const Field> fieldsOf(const ObjectPlace& object)
{
    return object.type == ObjectType::State && !object.stateType ? info(StateType::Task).fields : object.fields();
}

/// The meaning of a member or item of `from`; `node` is noNode while it is not in the tree.
void step(const SyntaxTree& tree, Meaning& from, NodeId container, bool isItem, const std::string& key, NodeId node)
{
    const Meaning before = from;
    from.object = {};
    from.items = ObjectType::None;
    from.isStates = false;
    if (before.isStates) {
        from.object = stateObject(tree, node);
        from.field = nullptr;
    } else if (before.items != ObjectType::None) {
        from.object = {before.items, {}};
        from.field = nullptr;
    } else if (before.object.type != ObjectType::None && !isItem) {
        from.field = findField(fieldsOf(before.object), key);
        from.owner = before.object;
        from.ownerNode = container;
        from.inside.clear();
        if (!from.field)
            return;
        from.isStates = from.field->shape == Shape::States;
        if (from.field->shape == Shape::Object)
            from.object = {from.field->object, {}};
        else if (from.field->shape == Shape::ObjectList)
            from.items = from.field->object;
    } else {
        from.inside.push_back(isItem ? std::string() : key);
    }
}

Meaning walk(const Snapshot& snapshot, NodeId to)
{
    const SyntaxTree& tree = snapshot.tree();
    std::vector<NodeId> way;
    for (NodeId node = to; node != tree.root() && node != noNode; node = tree.node(node).parent)
        way.push_back(node);
    Meaning meaning;
    meaning.object = {ObjectType::StateMachine, {}};
    for (; !way.empty(); way.pop_back()) {
        const NodeId node = way.back();
        const NodeId parent = tree.node(node).parent;
        step(tree, meaning, parent, tree.kind(parent) == NodeKind::Array, tree.key(node), node);
    }
    return meaning;
}

/// The state around, the scope whose states can be named, and the query language.
void findState(const Snapshot& snapshot, Meaning& meaning, NodeId around)
{
    const SyntaxTree& tree = snapshot.tree();
    const StateMachine& machine = snapshot.machine();
    meaning.language = machine.language();
    if (around == noNode || machine.scopes().empty())
        return;
    meaning.state = machine.stateAt(tree, tree.node(around).memberRange().begin);
    std::vector<ScopeId> inner{0};
    if (meaning.state != noId) {
        const State& state = machine.state(meaning.state);
        meaning.stateType = state.type;
        meaning.scope = state.scope;
        meaning.language = state.language;
        inner = state.scopes;
    }
    for (const ScopeId id : inner) // StartAt of a branch, or a new state of it
        if (tree.node(machine.scope(id).node).range().contains(tree.node(around).begin))
            meaning.scope = id;
}

} // namespace

Meaning meaningOf(const Snapshot& snapshot, NodeId node)
{
    Meaning meaning = walk(snapshot, node);
    findState(snapshot, meaning, node);
    return meaning;
}

Meaning meaningAt(const Snapshot& snapshot, const Site& site)
{
    Meaning meaning = walk(snapshot, site.around);
    findState(snapshot, meaning, site.around);
    if (site.kind == Site::Kind::Value)
        step(snapshot.tree(), meaning, site.around, site.isItem, site.key, site.node);
    return meaning;
}

} // namespace asl::completion

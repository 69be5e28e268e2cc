#include "core/model/object_type.h"

namespace asl {

std::span<const Field> ObjectPlace::fields() const
{
    if (type == ObjectType::None)
        return {};
    if (type == ObjectType::State)
        return stateType ? info(*stateType).fields : std::span<const Field>();
    return info(type).fields;
}

std::span<const FieldGroup> ObjectPlace::groups() const
{
    if (type == ObjectType::None)
        return {};
    if (type == ObjectType::State)
        return stateType ? info(*stateType).groups : std::span<const FieldGroup>();
    return info(type).groups;
}

namespace {

ObjectPlace stateAt(const SyntaxTree& tree, NodeId node)
{
    ObjectPlace place{ObjectType::State, {}};
    const NodeId type = tree.find(node, "Type");
    if (type != noNode)
        place.stateType = stateType(tree.stringValue(type));
    return place;
}

/// What a node can be, seen from its parent: an object of a type, or a list or the States that hold such objects.
struct Expected
{
    ObjectType object = ObjectType::None;
    ObjectType items = ObjectType::None;   ///< of an array
    ObjectType members = ObjectType::None; ///< of States
};

Expected expectedOf(const SyntaxTree& tree, const ObjectPlace& place, NodeId member)
{
    const Field* field = findField(place.fields(), tree.key(member));
    if (!field)
        return {};
    if (field->shape == Shape::Object)
        return {field->object, ObjectType::None, ObjectType::None};
    if (field->shape == Shape::ObjectList)
        return {ObjectType::None, field->object, ObjectType::None};
    if (field->shape == Shape::States)
        return {ObjectType::None, ObjectType::None, ObjectType::State};
    return {};
}

} // namespace

ObjectPlace objectPlace(const SyntaxTree& tree, NodeId object)
{
    std::vector<NodeId> way; // from the object up to below the root
    for (NodeId node = object; node != tree.root(); node = tree.node(node).parent)
        way.push_back(node);
    Expected expected{ObjectType::StateMachine, ObjectType::None, ObjectType::None};
    ObjectPlace place;
    NodeId node = tree.root();
    while (true) {
        place = {};
        if (expected.object != ObjectType::None && tree.kind(node) == NodeKind::Object)
            place = expected.object == ObjectType::State ? stateAt(tree, node) : ObjectPlace{expected.object, {}};
        if (way.empty())
            return place;
        const NodeId parent = node;
        node = way.back();
        way.pop_back();
        if (tree.kind(parent) == NodeKind::Array)
            expected = {expected.items, ObjectType::None, ObjectType::None};
        else if (expected.members != ObjectType::None)
            expected = {expected.members, ObjectType::None, ObjectType::None};
        else
            expected = expectedOf(tree, place, node);
    }
}

} // namespace asl

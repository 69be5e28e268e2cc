#include "core/validation/typed_objects.h"

#include "core/validation/values.h"

#include <algorithm>

namespace asl::validation {

namespace {

class Reader
{
public:
    explicit Reader(const Snapshot& snapshot)
        : m_tree(snapshot.tree()), m_machine(snapshot.machine()), m_stateOfNode(m_tree.size(), noId)
    {
        for (StateId id = 0; id < m_machine.states().size(); ++id)
            m_stateOfNode[m_machine.state(id).node] = id;
        const NodeId language = m_tree.find(m_tree.root(), "QueryLanguage");
        m_machineLanguageKnown = language == noNode || !isFilledInLater(m_tree, language);
    }

    TypedObjects read()
    {
        TypedObject machine;
        machine.node = m_tree.root();
        machine.type = ObjectType::StateMachine;
        machine.language = m_machine.language();
        m_waiting.push_back(machine);
        while (!m_waiting.empty()) {
            const TypedObject next = m_waiting.back();
            m_waiting.pop_back();
            if (m_tree.kind(next.node) == NodeKind::Object)
                readObject(next);
        }
        return std::move(m_result);
    }

private:
    void readObject(TypedObject object)
    {
        if (object.type == ObjectType::State)
            chooseStateTable(object);
        else
            chooseTable(object);
        object.firstMember = m_result.members.size();
        const auto index = static_cast<std::uint32_t>(m_result.objects.size());
        for (NodeId child : m_tree.children(object.node)) {
            m_result.members.push_back({child, index, fieldOf(object, child)});
        }
        object.memberCount = m_result.members.size() - object.firstMember;
        m_result.objects.push_back(object);
        for (std::size_t i = object.memberCount; i-- > 0;) // the stack turns the order round
            descend(object, m_result.members[object.firstMember + i]);
    }

    /// Most keys have no escapes and need not be copied.
    const Field* fieldOf(const TypedObject& object, NodeId child) const
    {
        const std::string_view raw = m_tree.rawKey(child);
        if (raw.size() < 2 || m_tree.node(child).keyEscaped)
            return findField(object.fields, m_tree.key(child));
        return findField(object.fields, raw.substr(1, raw.size() - 2));
    }

    void chooseTable(TypedObject& object) const
    {
        object.fields = info(object.type).fields;
        object.groups = info(object.type).groups;
        const bool isScope = object.type == ObjectType::StateMachine || object.type == ObjectType::Branch
            || object.type == ObjectType::ItemProcessor;
        if (isScope) // inner states inherit from the machine, not from the state around them
            object.language = m_machine.language();
    }

    void chooseStateTable(TypedObject& object) const
    {
        object.state = m_stateOfNode[object.node];
        if (object.state != noId)
            object.language = m_machine.state(object.state).language;
        object.languageKnown = languageIsKnown(object.node);
        const NodeId type = m_tree.find(object.node, "Type");
        if (type == noNode || m_tree.kind(type) != NodeKind::String)
            return;
        object.stateType = stateType(m_tree.stringValue(type));
        if (object.stateType) {
            object.fields = info(*object.stateType).fields;
            object.groups = info(*object.stateType).groups;
        }
    }

    bool languageIsKnown(NodeId state) const
    {
        const NodeId language = m_tree.find(state, "QueryLanguage");
        return language == noNode ? m_machineLanguageKnown : !isFilledInLater(m_tree, language);
    }

    void descend(const TypedObject& outer, const TypedMember& member)
    {
        if (!member.field)
            return;
        TypedObject inner;
        inner.node = member.node;
        inner.type = member.field->object;
        inner.language = outer.language;
        inner.languageKnown = outer.languageKnown;
        inner.state = outer.state;
        const NodeKind kind = m_tree.kind(member.node);
        if (member.field->shape == Shape::Object && kind == NodeKind::Object) {
            m_waiting.push_back(inner);
        } else if (member.field->shape == Shape::ObjectList && kind == NodeKind::Array) {
            pushChildren(inner);
        } else if (member.field->shape == Shape::States && kind == NodeKind::Object) {
            inner.type = ObjectType::State;
            pushChildren(inner);
        }
    }

    void pushChildren(TypedObject inner)
    {
        const std::size_t first = m_waiting.size();
        for (NodeId child : m_tree.children(inner.node)) {
            TypedObject item = inner;
            item.node = child;
            m_waiting.push_back(item);
        }
        std::reverse(m_waiting.begin() + static_cast<std::ptrdiff_t>(first), m_waiting.end());
    }

    const SyntaxTree& m_tree;
    const StateMachine& m_machine;
    std::vector<StateId> m_stateOfNode;
    bool m_machineLanguageKnown = true;
    std::vector<TypedObject> m_waiting;
    TypedObjects m_result;
};

} // namespace

const TypedMember* TypedObjects::find(const TypedObject& object, std::string_view field) const
{
    const TypedMember* found = nullptr; // of duplicate keys the last counts
    for (const TypedMember& member : membersOf(object))
        if (member.field && member.field->name == field)
            found = &member;
    return found;
}

TypedObjects readTypedObjects(const Snapshot& snapshot) { return Reader(snapshot).read(); }

std::string describe(const Snapshot& snapshot, const TypedObject& object)
{
    if (object.type == ObjectType::State)
        return "State \"" + snapshot.tree().key(object.node) + "\"";
    return std::string(info(object.type).name);
}

} // namespace asl::validation

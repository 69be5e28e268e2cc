#include "core/validation/input_kinds.h"

#include "core/validation/values.h"
#include "core/validation/ways.h"

#include <deque>
#include <unordered_map>

namespace asl::validation {

namespace {

class Flow
{
public:
    explicit Flow(const Context& context)
        : m_context(context), m_tree(context.tree()), m_machine(context.machine()), m_kinds(m_machine.states().size(), NoInput),
          m_isWaiting(m_machine.states().size(), false)
    {
        for (const TypedObject& object : context.typed.objects)
            m_objects.emplace(object.node, &object);
    }

    std::vector<unsigned> follow()
    {
        const std::vector<bool> open = scopesWithOpenTargets(m_context);
        for (ScopeId scope = 0; scope < m_machine.scopes().size(); ++scope)
            arrive(m_machine.transition(m_machine.scope(scope).start).to, Anything);
        for (StateId id = 0; id < m_machine.states().size(); ++id)
            if (open[m_machine.state(id).scope])
                arrive(id, Anything);
        while (!m_waiting.empty()) {
            const StateId id = m_waiting.front();
            m_waiting.pop_front();
            m_isWaiting[id] = false;
            leave(id);
        }
        return std::move(m_kinds);
    }

private:
    void arrive(StateId id, unsigned kinds)
    {
        if (id == noId || (m_kinds[id] | kinds) == m_kinds[id])
            return;
        m_kinds[id] |= kinds;
        if (!m_isWaiting[id])
            m_waiting.push_back(id);
        m_isWaiting[id] = true;
    }

    void leave(StateId id)
    {
        const State& state = m_machine.state(id);
        const auto object = m_objects.find(state.node);
        const bool known = object != m_objects.end() && state.type && object->second->languageKnown;
        const unsigned after = known ? outputOf(*object->second, state, m_kinds[id]) : unsigned(Anything);
        for (TransitionId transitionId : state.transitions) {
            const Transition& transition = m_machine.transition(transitionId);
            const auto owner = m_objects.find(transition.owner);
            const TypedObject* inside = owner == m_objects.end() ? nullptr : owner->second;
            unsigned kinds = after;
            if (known && inside && inside->type == ObjectType::Catcher)
                kinds = errorOutput(*inside, m_kinds[id]);
            else if (inside && inside->type == ObjectType::ChoiceRule && m_context.typed.find(*inside, "Output"))
                kinds = kindOf(m_context.typed.find(*inside, "Output"), Anything);
            arrive(transition.to, kinds);
        }
    }

    unsigned outputOf(const TypedObject& object, const State& state, unsigned input) const
    {
        const bool makes = *state.type == StateType::Parallel || *state.type == StateType::Map;
        if (object.language == QueryLanguage::JSONata) {
            const unsigned otherwise = makes ? unsigned(member(object, "ResultWriter") ? Anything : ListInput)
                : *state.type == StateType::Task ? unsigned(Anything)
                                                 : input;
            return kindOf(member(object, "Output"), otherwise);
        }
        const unsigned effective = selected(member(object, "InputPath"), input);
        unsigned result = effective;
        if (*state.type == StateType::Pass)
            result = kindOf(member(object, "Result"), kindOf(member(object, "Parameters"), effective));
        else if (*state.type == StateType::Task)
            result = kindOf(member(object, "ResultSelector"), Anything);
        else if (makes)
            result = kindOf(member(object, "ResultSelector"), member(object, "ResultWriter") ? unsigned(Anything) : unsigned(ListInput));
        return selected(member(object, "OutputPath"), placed(member(object, "ResultPath"), input, result));
    }

    unsigned errorOutput(const TypedObject& catcher, unsigned input) const
    {
        if (catcher.language == QueryLanguage::JSONata)
            return kindOf(member(catcher, "Output"), ObjectInput);
        return placed(member(catcher, "ResultPath"), input, ObjectInput);
    }

    const TypedMember* member(const TypedObject& object, std::string_view field) const { return m_context.typed.find(object, field); }

    /// What a path to a part of the value gives cannot be told.
    unsigned selected(const TypedMember* path, unsigned whole) const
    {
        if (!path || m_tree.stringIs(path->node, "$"))
            return whole;
        return m_tree.kind(path->node) == NodeKind::Null ? unsigned(ObjectInput) : unsigned(Anything);
    }

    unsigned placed(const TypedMember* path, unsigned input, unsigned result) const
    {
        if (!path || m_tree.stringIs(path->node, "$"))
            return result;
        return input; // null, or a place inside it
    }

    unsigned kindOf(const TypedMember* value, unsigned otherwise) const
    {
        if (!value)
            return otherwise;
        switch (m_tree.kind(value->node)) {
        case NodeKind::Object:
            return ObjectInput;
        case NodeKind::Array:
            return ListInput;
        case NodeKind::String:
            return isJSONata(m_tree.stringValue(value->node)) || isFilledInLater(m_tree, value->node) ? Anything : ScalarInput;
        case NodeKind::Null:
        case NodeKind::False:
        case NodeKind::True:
        case NodeKind::Number:
            return ScalarInput;
        case NodeKind::Missing:
        case NodeKind::Substitution:
            return Anything;
        }
        return Anything;
    }

    const Context& m_context;
    const SyntaxTree& m_tree;
    const StateMachine& m_machine;
    std::unordered_map<NodeId, const TypedObject*> m_objects;
    std::vector<unsigned> m_kinds;
    std::deque<StateId> m_waiting;
    std::vector<bool> m_isWaiting;
};

} // namespace

std::vector<unsigned> inputKinds(const Context& context) { return Flow(context).follow(); }

} // namespace asl::validation

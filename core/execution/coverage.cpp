#include "core/execution/coverage.h"

#include <algorithm>

namespace asl {

namespace {

using Kind = CoverageItem::Kind;

/// Start belongs to no state; the end of Succeed and Fail is implied.
bool counts(const Transition& transition)
{
    return transition.from != noId && transition.kind != TransitionKind::Start && transition.reference != noNode;
}

std::optional<Kind> secondKind(TransitionKind kind)
{
    if (kind == TransitionKind::ChoiceRule)
        return Kind::ChoiceRule;
    if (kind == TransitionKind::Catch)
        return Kind::Catcher;
    return {};
}

} // namespace

std::string_view coverageName(Kind kind)
{
    switch (kind) {
    case Kind::State: return "states";
    case Kind::Transition: return "transitions";
    case Kind::ChoiceRule: return "choiceRules";
    case Kind::Catcher: return "catchers";
    case Kind::Retrier: return "retriers";
    }
    return {};
}

Coverage::Coverage(SnapshotPointer snapshot) : m_snapshot(std::move(snapshot))
{
    const StateMachine& machine = m_snapshot->machine();
    const SyntaxTree& tree = m_snapshot->tree();
    m_itemsOfTransition.assign(machine.transitions().size(), {none, none});
    const auto add = [this](CoverageItem item) {
        m_items.push_back(item);
        return m_items.size() - 1;
    };
    for (StateId id = 0; id < machine.states().size(); ++id) {
        const State& state = machine.state(id);
        m_itemOfState.push_back(add({Kind::State, id, noId, state.node, 0}));
        for (const TransitionId out : state.transitions) {
            const Transition& transition = machine.transition(out);
            if (!counts(transition))
                continue;
            auto& [first, second] = m_itemsOfTransition[out];
            first = add({Kind::Transition, id, out, transition.reference, 0});
            if (const auto kind = secondKind(transition.kind))
                second = add({*kind, id, out, transition.owner, 0});
        }
        m_firstRetrier.push_back(m_items.size());
        const NodeId retriers = tree.find(state.node, "Retry");
        if (retriers != noNode && tree.kind(retriers) == NodeKind::Array)
            for (const NodeId retrier : tree.children(retriers))
                add({Kind::Retrier, id, noId, retrier, 0});
    }
}

void Coverage::add(const RunView& view)
{
    ASL_ASSERT(view.snapshot == m_snapshot, "coverage is counted for executions of one snapshot");
    const StateMachine& machine = m_snapshot->machine();
    for (const VisitRecord& visit : *view.visits) {
        if (visit.state == noId)
            continue;
        hit(m_itemOfState[visit.state]);
        for (std::size_t i = 0; i < visit.retries.size(); ++i)
            hit(m_firstRetrier[visit.state] + i, visit.retries[i]);
        if (!visit.left)
            continue;
        for (const TransitionId out : machine.state(visit.state).transitions) {
            const Transition& transition = machine.transition(out);
            if (transition.kind != visit.left->kind || transition.index != visit.left->index)
                continue;
            for (const std::size_t item : m_itemsOfTransition[out])
                if (item != none)
                    hit(item);
            break;
        }
    }
}

CoverageCount Coverage::count(Kind kind) const
{
    CoverageCount count;
    for (const CoverageItem& item : m_items) {
        count.total += item.kind == kind;
        count.covered += item.kind == kind && item.hits > 0;
    }
    return count;
}

std::uint64_t Coverage::hitsOfTransition(TransitionId transition) const
{
    const std::size_t item = m_itemsOfTransition[transition][0];
    return item == none ? 0 : m_items[item].hits;
}

Data coverageData(const Coverage& coverage)
{
    const SyntaxTree& tree = coverage.snapshot()->tree();
    const StateMachine& machine = coverage.snapshot()->machine();
    ObjectBuilder whole;
    for (std::size_t k = 0; k < coverageKindCount; ++k) {
        const auto kind = static_cast<Kind>(k);
        ArrayBuilder items;
        for (const CoverageItem& item : coverage.items())
            if (item.kind == kind)
                items.add(Data::object({{Data::string("pointer"), Data::string(tree.pointer(item.node))},
                                        {Data::string("state"), Data::string(machine.state(item.state).name)},
                                        {Data::string("hits"), Data::integer(static_cast<std::int64_t>(item.hits))}}));
        const CoverageCount count = coverage.count(kind);
        whole.set(coverageName(kind), Data::object({{Data::string("covered"), Data::integer(static_cast<std::int64_t>(count.covered))},
                                                    {Data::string("total"), Data::integer(static_cast<std::int64_t>(count.total))},
                                                    {Data::string("items"), std::move(items).build()}}));
    }
    return std::move(whole).build();
}

Message coverageTitle(const Coverage& coverage, const CoverageItem& item)
{
    const StateMachine& machine = coverage.snapshot()->machine();
    const std::string& state = machine.state(item.state).name;
    const auto number = [&] { return std::to_string(coverage.snapshot()->tree().indexInParent(item.node) + 1); };
    switch (item.kind) {
    case Kind::State: return {ASL_TEXT("core", "State \"%1\""), {state}};
    case Kind::Transition: {
        const Transition& transition = machine.transition(item.transition);
        if (transition.to == noId)
            return {ASL_TEXT("core", "\"%1\": the end after it"), {state}};
        return {ASL_TEXT("core", "\"%1\": the way to \"%2\""), {state, transition.targetName}};
    }
    case Kind::ChoiceRule: return {ASL_TEXT("core", "\"%1\": Choice rule %2"), {state, number()}};
    case Kind::Catcher: return {ASL_TEXT("core", "\"%1\": catcher %2"), {state, number()}};
    case Kind::Retrier: return {ASL_TEXT("core", "\"%1\": retrier %2"), {state, number()}};
    }
    return {};
}

} // namespace asl

// Rules about how states follow each other.

#include "core/document/edits.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"
#include "core/validation/ways.h"

#include <unordered_set>
#include <utility>

namespace asl::validation {

namespace {

std::vector<std::string_view> namesIn(const Context& context, const Scope& scope)
{
    std::vector<std::string_view> names;
    for (StateId id : scope.states)
        names.push_back(context.machine().state(id).name);
    return names;
}

Message missingTargetMessage(const Transition& transition, bool elsewhere, std::string_view similar)
{
    if (transition.targetName.empty())
        return ASL_TEXT("core", "No state is named here yet. Choose the state that comes next.");
    if (elsewhere)
        return {ASL_TEXT("core", "State \"%1\" lies in another scope. A transition cannot lead into or out of a branch "
                                 "or an item processor."),
                {transition.targetName}};
    if (similar.empty())
        return {ASL_TEXT("core", "There is no state \"%1\"."), {transition.targetName}};
    return {ASL_TEXT("core", "There is no state \"%1\". Did you mean \"%2\"?"),
            {transition.targetName, std::string(similar)}};
}

} // namespace

void missingTargets(const Context& context, Findings& findings)
{
    const StateMachine& machine = context.machine();
    std::unordered_set<std::string_view> allNames;
    for (const State& state : machine.states())
        allNames.insert(state.name);
    ScopeId namesScope = noId; // most missing targets of a text lie in one scope
    std::vector<std::string_view> names;
    const auto namesOfScope = [&](ScopeId scope) -> const std::vector<std::string_view>& {
        if (std::exchange(namesScope, scope) != scope)
            names = namesIn(context, machine.scope(scope));
        return names;
    };
    for (const Transition& transition : machine.transitions()) {
        if (!targetIsMissing(context, transition) || findings.full())
            continue;
        const bool elsewhere = allNames.contains(transition.targetName);
        const std::string_view similar = findings.similar(transition.targetName, namesOfScope(transition.scope));
        Diagnostic& diagnostic =
            findings.add(transition.reference, Part::Value, missingTargetMessage(transition, elsewhere, similar));
        diagnostic.serviceMessage = "Missing 'Next' target: " + transition.targetName; // also of Default and StartAt
        if (!similar.empty())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {std::string(similar)}},
                             diagnostic.range, quoted(similar));
    }
}

namespace {

/// Where a state is probably meant to lead to whose transitions are wrong: what follows from one fault is not said
/// again.
class MeantTargets
{
public:
    MeantTargets(const Context& context, Findings& findings) : m_context(context), m_findings(findings) {}

    template <class Visit>
    void forEach(StateId id, Visit visit)
    {
        const State& state = m_context.machine().state(id);
        const Scope& scope = m_context.machine().scope(state.scope);
        const auto reach = [&](const std::string& name) {
            if (const auto found = scope.byName.find(name); found != scope.byName.end())
                visit(found->second);
        };
        for (TransitionId transitionId : state.transitions) {
            const Transition& transition = m_context.machine().transition(transitionId);
            if (targetIsMissing(m_context, transition) && !transition.targetName.empty())
                reach(std::string(m_findings.similar(transition.targetName, namesOf(state.scope))));
        }
        const SyntaxTree& tree = m_context.tree();
        const NodeId end = state.type ? 0 : endOf(tree, state.node);
        for (NodeId node = state.node + 1; node < end; ++node)
            if (tree.keyIs(node, "Next") || tree.keyIs(node, "Default"))
                reach(tree.stringValue(node));
    }

private:
    const std::vector<std::string_view>& namesOf(ScopeId scope)
    {
        if (std::exchange(m_scope, scope) != scope)
            m_names = namesIn(m_context, m_context.machine().scope(scope));
        return m_names;
    }

    const Context& m_context;
    Findings& m_findings;
    ScopeId m_scope = noId;
    std::vector<std::string_view> m_names;
};

} // namespace

void unreachableStates(const Context& context, Findings& findings)
{
    const StateMachine& machine = context.machine();
    const std::vector<bool> open = scopesWithOpenTargets(context);
    MeantTargets meant(context, findings);
    std::vector<bool> reached(machine.states().size(), false);
    std::vector<StateId> waiting;
    for (ScopeId scopeId = 0; scopeId < machine.scopes().size(); ++scopeId) {
        const Scope& scope = machine.scope(scopeId);
        const StateId start = machine.transition(scope.start).to;
        if (start == noId || open[scopeId])
            continue; // where it begins is not known
        const auto reach = [&](StateId to) {
            if (to == noId || reached[to])
                return;
            reached[to] = true;
            waiting.push_back(to);
        };
        reach(start);
        while (!waiting.empty()) {
            const StateId from = waiting.back();
            waiting.pop_back();
            for (TransitionId id : machine.state(from).transitions)
                reach(machine.transition(id).to);
            meant.forEach(from, reach);
        }
        for (StateId id : scope.states) {
            const State& state = machine.state(id);
            const auto present = scope.byName.find(state.name);
            const bool replaced = present != scope.byName.end() && present->second != id; // by a later one of its name
            if (reached[id] || replaced || findings.full() || hasToken(state.name))
                continue;
            Diagnostic& diagnostic =
                findings.add(state.node, Part::Key,
                             {ASL_TEXT("core", "Nothing leads to state \"%1\". Lead a transition to it or delete it."),
                              {state.name}});
            diagnostic.serviceMessage = "State \"" + state.name + "\" is not reachable.";
            findings.addFix(diagnostic, {ASL_TEXT("core", "Delete \"%1\""), {state.name}},
                            [&] { return deleteState(context.snapshot, machine.path(id)); });
        }
    }
}

void terminalStates(const Context& context, Findings& findings)
{
    const StateMachine& machine = context.machine();
    for (const Scope& scope : machine.scopes()) {
        bool ends = scope.states.empty() || scope.statesNode == noNode || findings.full();
        for (std::size_t i = 0; i < scope.states.size() && !ends; ++i)
            ends = mayEndScope(context, scope.states[i]);
        if (ends)
            continue;
        Diagnostic& diagnostic = findings.add(
            scope.statesNode, Part::Head,
            ASL_TEXT("core",
                     "No state ends here. Give one of the states \"End\": true, or add a Succeed or Fail state."));
        diagnostic.serviceMessage = "Workflow has no terminal state";
        diagnostic.serviceLocation = ""; // it names no place
    }
}

void endIsFalse(const Context& context, Findings& findings)
{
    for (const TypedMember& member : context.typed.members) {
        if (!member.field || member.field->shape != Shape::True ||
            context.tree().kind(member.node) != NodeKind::False || findings.full())
            continue;
        Diagnostic& diagnostic =
            findings.add(member.node, Part::Value,
                         {ASL_TEXT("core", "Only \"%1\": true has a meaning."), {std::string(member.field->name)}});
        findings.addFix(diagnostic, {ASL_TEXT("core", "Remove \"%1\""), {std::string(member.field->name)}},
                        [&] { return removeValue(context.snapshot, diagnostic.pointer); });
    }
}

} // namespace asl::validation

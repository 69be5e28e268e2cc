#include "core/validation/ways.h"

#include "core/validation/values.h"

namespace asl::validation {

bool targetIsMissing(const Context& context, const Transition& transition)
{
    if (transition.kind == TransitionKind::End || transition.to != noId || transition.reference == noNode)
        return false;
    const SyntaxTree& tree = context.tree();
    if (tree.kind(transition.reference) != NodeKind::String || isFilledInLater(tree, transition.reference))
        return false;
    // A new branch or machine is empty; that there are no states is said where they belong.
    const bool draft = transition.targetName.empty() && context.machine().scope(transition.scope).states.empty();
    return !draft;
}

std::vector<bool> scopesWithOpenTargets(const Context& context)
{
    std::vector<bool> open(context.machine().scopes().size(), false);
    for (const Transition& transition : context.machine().transitions())
        if (transition.to == noId && transition.reference != noNode && isFilledInLater(context.tree(), transition.reference))
            open[transition.scope] = true;
    return open;
}

bool mayEndScope(const Context& context, StateId id)
{
    const State& state = context.machine().state(id);
    if (!state.type || state.damaged || info(*state.type).terminal)
        return true;
    const bool choice = *state.type == StateType::Choice;
    bool hasTransition = choice;
    for (TransitionId transitionId : state.transitions) {
        const Transition& transition = context.machine().transition(transitionId);
        if (transition.kind == TransitionKind::End || targetIsMissing(context, transition))
            return true;
        hasTransition = hasTransition || transition.kind == TransitionKind::Next;
    }
    // A state without Next and End is a problem of its own and says so itself; an `End` that is a token may be true.
    return !hasTransition;
}

} // namespace asl::validation

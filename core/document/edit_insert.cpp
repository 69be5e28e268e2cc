// Inserting and duplicating states.

#include "core/document/edit_support.h"
#include "core/document/new_machine.h"
#include "core/document/trivia.h"

#include <algorithm>

namespace asl {

namespace editing {

namespace {

Error nothingFollows(const State& state)
{
    return {{ASL_TEXT("core", "\"%1\" ends the way; nothing can follow it."), {state.name}}, {}};
}

Result<Slot> slotAtStart(const Snapshot& snapshot, const ScopePath& path)
{
    const StateMachine& machine = snapshot.machine();
    const ScopeId id = machine.findScope(path);
    if (id == noId)
        return Error{ASL_TEXT("core", "The place to insert is no longer there."), {}};
    const Scope& scope = machine.scope(id);
    if (scope.owner != noId && machine.state(scope.owner).damaged)
        return brokenState(snapshot, scope.owner);
    const NodeKind kind = snapshot.tree().kind(scope.node);
    if (kind != NodeKind::Object && !(kind == NodeKind::Missing && scope.node == snapshot.tree().root()))
        return Error{ASL_TEXT("core", "The definition is not a JSON object. Mend the text first."), {}};
    return Slot{Slot::Kind::Transition, id, noId, scope.start};
}

Result<Slot> slotAfter(const Snapshot& snapshot, const StatePath& path)
{
    const auto id = wholeState(snapshot, path);
    if (!id)
        return id.error();
    const StateMachine& machine = snapshot.machine();
    const State& state = machine.state(*id);
    if (state.type && info(*state.type).terminal)
        return nothingFollows(state);
    if (state.type != StateType::Choice) {
        const TransitionId on = mainTransition(machine, *id);
        if (on == noId)
            return Error{{ASL_TEXT("core", "\"%1\" has no known type. Choose its type first."), {state.name}}, {}};
        return Slot{Slot::Kind::Transition, state.scope, *id, on};
    }
    for (TransitionId rule : state.transitions)
        if (machine.transition(rule).kind == TransitionKind::ChoiceRule && machine.transition(rule).targetName.empty())
            return Slot{Slot::Kind::Transition, state.scope, *id, rule};
    return Slot{Slot::Kind::NewRule, state.scope, *id, noId};
}

Result<Slot> slotOn(const Snapshot& snapshot, const TransitionPath& path)
{
    if (path.kind == TransitionKind::Start)
        return slotAtStart(snapshot, path.scope);
    const auto from = wholeState(snapshot, {path.scope, path.from});
    if (!from)
        return from.error();
    const StateMachine& machine = snapshot.machine();
    const State& state = machine.state(*from);
    const TransitionId id = machine.find(path);
    if (id == noId && path.kind == TransitionKind::Default && state.type == StateType::Choice)
        return Slot{Slot::Kind::NewDefault, state.scope, *from, noId};
    if (id == noId)
        return Error{ASL_TEXT("core", "The place to insert is no longer there."), {}};
    if (path.kind == TransitionKind::End && machine.transition(id).reference == noNode)
        return nothingFollows(state);
    return Slot{Slot::Kind::Transition, state.scope, *from, id};
}

} // namespace

Result<Slot> slotAt(const Snapshot& snapshot, const Place& place)
{
    if (const auto* on = std::get_if<OnTransition>(&place))
        return slotOn(snapshot, on->transition);
    if (const auto* behind = std::get_if<AfterState>(&place))
        return slotAfter(snapshot, behind->state);
    return slotAtStart(snapshot, std::get<AtStart>(place).scope);
}

std::string targetOf(const Snapshot& snapshot, const Slot& slot)
{
    return slot.kind == Slot::Kind::Transition ? targetOf(snapshot, slot.transition) : std::string();
}

void lead(TextChanges& changes, const Snapshot& snapshot, const Slot& slot, std::string_view target)
{
    const SyntaxTree& tree = snapshot.tree();
    switch (slot.kind) {
    case Slot::Kind::Transition: lead(changes, snapshot, slot.transition, target); return;
    case Slot::Kind::NewDefault: addDefault(changes, snapshot, slot.from, target); return;
    case Slot::Kind::NewRule: break;
    }
    const NodeId choice = snapshot.machine().state(slot.from).node;
    const NodeId choices = tree.find(choice, "Choices");
    const std::string rule = "{\"Next\":" + std::string(target) + "}";
    if (choices == noNode)
        changes.insertMember(choice, memberBefore(tree, choice, "Choices"), "Choices", "[" + rule + "]");
    else if (tree.kind(choices) == NodeKind::Array)
        changes.appendItem(choices, rule);
    else
        changes.replaceValue(choices, "[" + rule + "]");
}

namespace {

/// A state's value alone in a definition, so that edits can work on it.
struct Wrapped
{
    std::string prefix, suffix;
    SnapshotPointer snapshot;

    explicit Wrapped(const StateText& state)
    {
        const bool isYaml = state.syntax == TextSyntax::Yaml;
        prefix = isYaml ? "StartAt: ''\nStates:\n " + quoted(state.name) + ":\n" + state.indent
                        : "{\"StartAt\":\"\",\"States\":{" + quoted(state.name) + ":";
        suffix = isYaml ? "\n" : "}}";
        snapshot = std::make_shared<const Snapshot>(0, std::make_shared<const std::string>(prefix + state.value + suffix), state.syntax);
    }
    /// The value after changes inside it.
    std::string value(const TextPatch& patch) const
    {
        const std::string text = applied(snapshot->text(), patch);
        return text.substr(prefix.size(), text.size() - prefix.size() - suffix.size());
    }
};

bool hasFrame(const Snapshot& snapshot, const Slot& slot)
{
    const NodeId node = snapshot.machine().scope(slot.scope).node;
    return snapshot.tree().find(node, "States") != noNode
        && (slot.from != noId || snapshot.tree().find(node, "StartAt") != noNode);
}

TextPatch withMember(const Snapshot& snapshot, ScopeId scope, std::string_view key, std::string_view json)
{
    const NodeId node = snapshot.machine().scope(scope).node;
    TextChanges changes(snapshot.tree());
    if (snapshot.tree().find(node, key) == noNode)
        changes.insertMember(node, memberBefore(snapshot.tree(), node, key), key, json);
    return changes.patch();
}

/// StartAt and States of a scope, added where absent. Ids stay: no scope and no transition comes to be.
Edit withFrame(const Snapshot& snapshot, ScopeId scope)
{
    Edit edit;
    const NodeId node = snapshot.machine().scope(scope).node;
    if (snapshot.tree().kind(node) == NodeKind::Missing) {
        const std::string blank = blankMachine(languageOfNewState(snapshot));
        edit.patch = TextPatch::replacing(snapshot.tree().node(node).range(),
                                          snapshot.syntax() == TextSyntax::Yaml ? yamlDocument(SyntaxTree::parse(blank)) : blank);
        return edit;
    }
    edit.patch = withMember(snapshot, scope, "StartAt", "\"\"");
    edit.patch = composed(snapshot.text(), edit.patch, withMember(*after(snapshot, edit.patch), scope, "States", "{}"));
    return edit;
}

/// The member of States behind which the text of the new state stands; noNode: before all others.
NodeId stateBefore(const Snapshot& snapshot, const Slot& slot)
{
    const StateMachine& machine = snapshot.machine();
    if (slot.from != noId)
        return machine.state(slot.from).node;
    const StateId first = machine.transition(slot.transition).to;
    NodeId before = noNode;
    for (StateId state : machine.scope(slot.scope).states) {
        if (state == first)
            return before;
        before = machine.state(state).node;
    }
    return before;
}

std::string laidOut(const TextChanges& changes, const SyntaxTree& tree, NodeId states, NodeId before,
                    const StateText& state, const std::string& json)
{
    const NodeId neighbour = before != noNode ? before : tree.node(states).firstChild;
    const bool comments = json.find("//") != std::string::npos || json.find("/*") != std::string::npos;
    if (!state.written || (styleAt(tree, states).oneLine && trivia::hasLineEnd(json) && !comments))
        return changes.layOut(states, neighbour, json);
    return reindented(json, state.indent, changes.childIndent(states, neighbour));
}

/// Puts a state among the others; its value is laid out as they are, or has its layout already.
void addState(TextChanges& changes, const SyntaxTree& tree, NodeId states, NodeId before, const StateText& state, const std::string& value)
{
    if (tree.syntax() == TextSyntax::Json)
        return changes.insertWrittenMember(states, before, state.name, laidOut(changes, tree, states, before, state, value));
    if (state.syntax == TextSyntax::Json)
        return changes.insertMember(states, before, state.name, value);
    changes.insertWrittenMember(states, before, state.name, reindented(value, state.indent, changes.yamlValueIndent(states)));
}

} // namespace

StateText writtenState(const Snapshot& snapshot, NodeId node, std::string name)
{
    const SyntaxTree& tree = snapshot.tree();
    if (snapshot.syntax() == TextSyntax::Json)
        return {std::move(name), std::string(tree.raw(node)), true, std::string(lineIndent(tree.text(), tree.node(node).memberRange().begin)), TextSyntax::Json};
    // In brackets, or standing for a value written elsewhere: as JSON.
    if (isFlow(tree, node) || tree.kind(node) != NodeKind::Object || tree.fixed(node) != Fixed::No)
        return {std::move(name), std::string(tree.raw(node)), false, {}, TextSyntax::Json};
    const TextRange range = tree.node(node).range();
    return {std::move(name), tree.text().substr(range.begin, range.size()), true, std::string(yamlColumn(tree.text(), range.begin), ' '), TextSyntax::Yaml};
}

Result<std::string> prepared(const StateText& state, std::optional<std::string_view> target,
                             std::unordered_set<std::string>& takenNames)
{
    const Wrapped wrapped(state);
    const Snapshot& inside = *wrapped.snapshot;
    const StateId id = inside.machine().find(StatePath{{}, state.name});
    if (!inside.tree().errors().empty() || id == noId
        || inside.tree().kind(inside.machine().state(id).node) != NodeKind::Object)
        return Error{{ASL_TEXT("core", "The new state \"%1\" is not a JSON object."), {state.name}}, {}};
    TextChanges changes(inside.tree());
    for (StateId inner = 0; inner < inside.machine().states().size(); ++inner) {
        const std::string& name = inside.machine().state(inner).name;
        if (inner == id || takenNames.insert(name).second)
            continue;
        const std::string unique = uniqueName(takenNames, name);
        takenNames.insert(unique);
        rename(changes, inside, inner, unique);
    }
    if (target)
        leadOn(changes, inside, id, *target);
    return wrapped.value(changes.patch());
}

Result<Edit> insert(const Snapshot& snapshot, const Slot& slot, StateText state)
{
    const StateMachine& machine = snapshot.machine();
    const SyntaxTree& tree = snapshot.tree();
    const Scope& scope = machine.scope(slot.scope);
    if (!hasFrame(snapshot, slot)) {
        const Edit frame = withFrame(snapshot, slot.scope);
        const SnapshotPointer framed = after(snapshot, frame.patch);
        if (framed->machine().scopes().size() != machine.scopes().size() || !hasFrame(*framed, slot))
            return brokenText(snapshot);
        return both(snapshot, frame, insert(*framed, slot, std::move(state)));
    }
    if (scope.statesNode == noNode)
        return Error{ASL_TEXT("core", "States is not an object here. Mend the text first."),
                     tree.node(tree.find(scope.node, "States")).range()};

    auto taken = namesOf(machine);
    state.name = uniqueName(taken, state.name);
    taken.insert(state.name);
    const std::string target = targetOf(snapshot, slot);
    const auto json = prepared(state, target, taken);
    if (!json)
        return json.error();

    TextChanges changes(tree);
    lead(changes, snapshot, slot, quoted(state.name));
    const NodeId before = stateBefore(snapshot, slot);
    addState(changes, tree, scope.statesNode, before, state, *json);
    Edit edit;
    edit.label = {ASL_TEXT("core", "Insert %1"), {state.name}};
    edit.select = StatePath{machine.scopePath(slot.scope), state.name};
    return finished(snapshot, changes, std::move(edit));
}

} // namespace editing

NewState newState(StateType type, QueryLanguage language)
{
    const StateTypeInfo& row = info(type);
    return {std::string(row.defaultName),
            std::string(language == QueryLanguage::JSONata ? row.starterJsonJSONata : row.starterJson)};
}

Result<void> canInsert(const Snapshot& snapshot, const Place& place)
{
    if (snapshot.syntax() == TextSyntax::Yaml)
        return editing::possible(insertState(snapshot, place, newState(StateType::Pass, snapshot.machine().language())));
    const auto slot = editing::slotAt(snapshot, place);
    return slot ? Result<void>() : Result<void>(slot.error());
}

Result<Edit> insertState(const Snapshot& snapshot, const Place& place, const NewState& state)
{
    const auto slot = editing::slotAt(snapshot, place);
    if (!slot)
        return slot.error();
    return editing::insert(snapshot, *slot, {state.name, state.json, false, {}, TextSyntax::Json});
}

Result<Edit> duplicateState(const Snapshot& snapshot, const StatePath& path)
{
    const auto id = editing::wholeState(snapshot, path);
    if (!id)
        return id.error();
    const SyntaxTree& tree = snapshot.tree();
    const State& state = snapshot.machine().state(*id);
    auto taken = editing::namesOf(snapshot.machine());
    const std::string name = editing::uniqueName(taken, state.name);
    taken.insert(name);

    // The copy goes on as the original did; the original goes on to the copy. Behind Succeed and Fail nothing can follow:
    // there the copy waits to be connected.
    const TransitionId on = editing::mainTransition(snapshot.machine(), *id);
    const bool goesOn = on != noId && !(state.type && info(*state.type).terminal);
    editing::StateText copy = editing::writtenState(snapshot, state.node, name);
    const auto value = editing::prepared(copy, std::nullopt, taken);
    if (!value)
        return value.error();

    TextChanges changes(tree);
    if (goesOn)
        editing::lead(changes, snapshot, on, quoted(name));
    const NodeId states = snapshot.machine().scope(state.scope).statesNode;
    if (copy.syntax == snapshot.syntax())
        changes.insertWrittenMember(states, state.node, name, *value);
    else
        changes.insertMember(states, state.node, name, *value);
    Edit edit;
    edit.label = {ASL_TEXT("core", "Duplicate %1"), {state.name}};
    edit.select = StatePath{path.scope, name};
    return editing::finished(snapshot, changes, std::move(edit));
}

QueryLanguage languageOfNewState(const Snapshot& snapshot)
{
    const bool isEmpty = snapshot.tree().kind(snapshot.tree().root()) == NodeKind::Missing;
    return isEmpty ? QueryLanguage::JSONata : snapshot.machine().language();
}

std::string blankMachine(QueryLanguage language)
{
    return language == QueryLanguage::JSONata
        ? "{\n  \"Comment\": \"A description of my state machine\",\n  \"StartAt\": \"\",\n  \"States\": {},\n"
          "  \"QueryLanguage\": \"JSONata\"\n}\n"
        : "{\n  \"Comment\": \"A description of my state machine\",\n  \"StartAt\": \"\",\n  \"States\": {}\n}\n";
}

} // namespace asl

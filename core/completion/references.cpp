#include "core/completion/references.h"

#include "core/completion/meaning.h"
#include "core/document/edit_support.h"
#include "core/support/utf8.h"
#include "core/validation/variable_uses.h"

#include <algorithm>
#include <map>
#include <set>

namespace asl {

namespace {

/// Every place of every variable, with the scope in which it is assigned.
class VariableIndex
{
public:
    struct Place
    {
        Reference reference;
        std::string name;
        ScopeId scope = 0;
        bool isWritten = true; ///< the range is the name itself
    };

    explicit VariableIndex(const Snapshot& snapshot) : m_snapshot(snapshot), m_tree(snapshot.tree())
    {
        const validation::TypedObjects typed = validation::readTypedObjects(snapshot);
        const auto uses = validation::variableUses(snapshot, typed, validation::readExpressions(m_tree, typed));
        const auto scopeOf = [&](StateId state) { return snapshot.machine().state(state).scope; };
        for (const validation::VariableAssignment& assignment : uses.assignments)
            m_assigned[assignment.name].insert(scopeOf(assignment.state));
        for (const validation::VariableAssignment& assignment : uses.assignments)
            m_places.push_back(ofKey(assignment, scopeOf(assignment.state)));
        for (const validation::VariableRead& read : uses.reads)
            if (const ScopeId scope = resolved(read.name, scopeOf(read.state)); scope != noId)
                m_places.push_back(ofRead(read, scope));
        std::stable_sort(m_places.begin(), m_places.end(), [](const Place& a, const Place& b) {
            return a.reference.range.begin < b.reference.range.begin;
        });
    }

    const std::vector<Place>& places() const { return m_places; }
    std::vector<Place> of(const NamedThing& variable) const
    {
        std::vector<Place> found;
        for (const Place& place : m_places)
            if (place.name == variable.name && place.scope == variable.scope)
                found.push_back(place);
        return found;
    }
    const std::set<ScopeId>& scopesAssigning(const std::string& name) const
    {
        static const std::set<ScopeId> none;
        const auto found = m_assigned.find(name);
        return found == m_assigned.end() ? none : found->second;
    }

private:
    ScopeId resolved(const std::string& name, ScopeId scope) const
    {
        const std::set<ScopeId>& assigning = scopesAssigning(name);
        const StateMachine& machine = m_snapshot.machine();
        while (!assigning.contains(scope)) {
            const StateId owner = machine.scope(scope).owner;
            if (owner == noId || machine.state(owner).distributed)
                return noId;
            scope = machine.state(owner).scope;
        }
        return scope;
    }

    Place place(const std::string& name, ScopeId scope, StateId state, TextRange range, bool defines) const
    {
        const bool isWritten = std::string_view(m_tree.text()).substr(range.begin, range.size()) == name;
        return {{range, defines, state}, name, scope, isWritten};
    }

    Place ofKey(const validation::VariableAssignment& assignment, ScopeId scope) const
    {
        const TextRange key = m_tree.node(assignment.node).keyRange();
        const WrittenText written = writtenText(m_tree.text(), m_tree.syntax(), key);
        const bool whole = written.value.starts_with(assignment.name) && m_tree.fixed(assignment.node) != Fixed::Alias;
        const TextRange range = whole ? TextRange{written.placeOf(0), written.placeOf(assignment.name.size())} : key;
        return place(assignment.name, scope, assignment.state, range, true);
    }

    Place ofRead(const validation::VariableRead& read, ScopeId scope) const
    {
        const bool exact =
            std::string_view(m_tree.text()).substr(read.range.begin, read.range.size()) == "$" + read.name;
        return place(read.name, scope, read.state, exact ? TextRange{read.range.begin + 1, read.range.end} : read.range,
                     false);
    }

    const Snapshot& m_snapshot;
    const SyntaxTree& m_tree;
    std::map<std::string, std::set<ScopeId>> m_assigned;
    std::vector<Place> m_places;
};

std::optional<NamedThing> stateOf(const Snapshot& snapshot, const completion::Site& site)
{
    const completion::Meaning meaning = completion::meaningAt(snapshot, site);
    const bool isName = site.kind == completion::Site::Kind::Key
                            ? meaning.isStates
                            : meaning.field && meaning.inside.empty() && meaning.field->shape == Shape::StateName;
    const NamedThing state{NamedThing::Kind::State, site.written.value, meaning.scope};
    if (!isName || !snapshot.machine().scope(state.scope).byName.contains(state.name))
        return {};
    return state;
}

std::optional<NamedThing> stateAt(const Snapshot& snapshot, std::size_t offset)
{
    std::size_t behind = std::min(offset, snapshot.text().size());
    if (behind < snapshot.text().size())
        nextCodePoint(snapshot.text(), behind);
    for (const std::size_t place : {offset, behind}) { // the name ends there, or begins
        const completion::Site site = completion::siteAt(snapshot, place);
        if (site.kind == completion::Site::Kind::Nothing || site.range.begin > offset)
            continue;
        if (auto state = stateOf(snapshot, site))
            return state;
    }
    return {};
}

std::vector<Reference> referencesToState(const Snapshot& snapshot, const NamedThing& thing)
{
    const StateMachine& machine = snapshot.machine();
    const SyntaxTree& tree = snapshot.tree();
    const auto found = machine.scope(thing.scope).byName.find(thing.name);
    if (found == machine.scope(thing.scope).byName.end())
        return {};
    std::vector<Reference> references{{tree.node(machine.state(found->second).node).keyRange(), true, found->second}};
    for (const TransitionId id : machine.transitionsTo(found->second))
        if (const Transition& transition = machine.transition(id); transition.reference != noNode)
            references.push_back({tree.node(transition.reference).range(), false, transition.from});
    std::sort(references.begin(), references.end(),
              [](const Reference& a, const Reference& b) { return a.range.begin < b.range.begin; });
    return references;
}

bool isVariableName(std::string_view name)
{
    const auto isLetter = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c & '\x80') != 0; };
    return !name.empty() && isLetter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
        return isLetter(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

/// One scope is the other, or lies in it without a distributed Map between.
bool sees(const StateMachine& machine, ScopeId inner, ScopeId outer)
{
    while (inner != outer) {
        const StateId owner = machine.scope(inner).owner;
        if (owner == noId || machine.state(owner).distributed)
            return false;
        inner = machine.state(owner).scope;
    }
    return true;
}

Result<void> canBeNamed(const Snapshot& snapshot, const VariableIndex& index, const NamedThing& variable,
                        const std::string& newName)
{
    constexpr std::size_t longest = 80;
    if (!isVariableName(newName) || invalidUtf8(newName))
        return Error{ASL_TEXT("core", "The name of a variable is a letter, then letters, digits and _."), {}};
    if (codePointCount(newName) > longest)
        return Error{
            {ASL_TEXT("core", "The name of a variable may have at most %1 characters."), {std::to_string(longest)}},
            {}};
    if (newName == "states")
        return Error{ASL_TEXT("core", "\"states\" is reserved and cannot be a variable."), {}};
    for (const ScopeId scope : index.scopesAssigning(newName))
        if (sees(snapshot.machine(), scope, variable.scope) || sees(snapshot.machine(), variable.scope, scope))
            return Error{{ASL_TEXT("core", "There is a variable \"%1\" already."), {newName}}, {}};
    return {};
}

} // namespace

std::optional<NamedThing> namedThingAt(const Snapshot& snapshot, std::size_t offset)
{
    if (auto state = stateAt(snapshot, offset))
        return state;
    const VariableIndex index(snapshot);
    for (const VariableIndex::Place& place : index.places()) {
        const TextRange range = place.reference.range;
        const std::size_t begin = range.begin - (place.reference.defines || range.begin == 0 ? 0 : 1); // with its `$`
        if (place.isWritten && begin <= offset && offset <= range.end)
            return NamedThing{NamedThing::Kind::Variable, place.name, place.scope};
    }
    return {};
}

std::vector<Reference> referencesTo(const Snapshot& snapshot, const NamedThing& thing)
{
    if (thing.scope >= snapshot.machine().scopes().size())
        return {};
    if (thing.kind == NamedThing::Kind::State)
        return referencesToState(snapshot, thing);
    std::vector<Reference> references;
    for (const VariableIndex::Place& place : VariableIndex(snapshot).of(thing))
        references.push_back(place.reference);
    return references;
}

Result<Edit> renameVariable(const Snapshot& snapshot, const NamedThing& variable, std::string_view newName)
{
    const VariableIndex index(snapshot);
    const std::string name(newName);
    const std::vector<VariableIndex::Place> places = index.of(variable);
    if (places.empty())
        return Error{{ASL_TEXT("core", "There is no variable \"%1\" any more."), {variable.name}}, {}};
    Edit edit;
    edit.label = {ASL_TEXT("core", "Rename %1"), {"$" + variable.name}};
    TextChanges changes(snapshot.tree());
    if (name == variable.name)
        return editing::finished(snapshot, changes, std::move(edit));
    if (const auto allowed = canBeNamed(snapshot, index, variable, name); !allowed)
        return allowed.error();
    std::set<std::size_t> done;
    for (const VariableIndex::Place& place : places)
        if (place.isWritten && done.insert(place.reference.range.begin).second)
            changes.replace(place.reference.range, name);
    const Result<Edit> finished = editing::finished(snapshot, changes, std::move(edit));
    if (!finished)
        return finished;
    // What is bound inside an expression, or comes from elsewhere, may catch the new name or lose the old one.
    const SnapshotPointer after = editing::after(snapshot, finished->patch);
    const VariableIndex indexAfter(*after);
    const std::vector<VariableIndex::Place> placesAfter =
        indexAfter.of({NamedThing::Kind::Variable, name, variable.scope});
    const auto same = [&](const VariableIndex::Place& before, const VariableIndex::Place& now) {
        return now.reference.range.begin == mapped(finished->patch, before.reference.range.begin, Bias::Before);
    };
    if (!std::equal(places.begin(), places.end(), placesAfter.begin(), placesAfter.end(), same))
        return Error{
            {ASL_TEXT("core", "\"%1\" would mean something else in an expression. Choose another name."), {name}}, {}};
    return finished;
}

} // namespace asl

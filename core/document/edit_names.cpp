// Renaming states, and names that no other state has.

#include "core/document/edit_support.h"
#include "core/language/quotas.h"
#include "core/support/utf8.h"

#include <algorithm>

namespace asl {

namespace editing {

std::unordered_set<std::string> namesOf(const StateMachine& machine)
{
    std::unordered_set<std::string> names;
    for (const State& state : machine.states())
        names.insert(state.name);
    return names;
}

namespace {

/// "Pass" of "Pass (2)".
std::string_view withoutNumber(std::string_view name)
{
    const std::size_t open = name.rfind(" (");
    if (open == std::string_view::npos || open == 0 || !name.ends_with(')') || open + 3 >= name.size())
        return name;
    const std::string_view digits = name.substr(open + 2, name.size() - open - 3);
    return digits.find_first_not_of("0123456789") == std::string_view::npos ? name.substr(0, open) : name;
}

std::string shortened(std::string_view name, std::size_t codePoints)
{
    std::size_t position = 0;
    for (std::size_t i = 0; i < codePoints && position < name.size(); ++i)
        nextCodePoint(name, position);
    return std::string(name.substr(0, position));
}

} // namespace

std::string uniqueName(const std::unordered_set<std::string>& taken, std::string_view wanted)
{
    const std::string whole = shortened(wanted.empty() ? "State" : wanted, quotas::stateNameLength);
    if (!taken.count(whole))
        return whole;
    const std::string_view base = withoutNumber(whole);
    for (std::size_t number = 1;; ++number) {
        const std::string suffix = " (" + std::to_string(number) + ")";
        std::string name = shortened(base, quotas::stateNameLength - suffix.size()) + suffix;
        if (!taken.count(name))
            return name;
    }
}

namespace {

/// The edit for a name that is allowed.
Result<Edit> renamed(const Snapshot& snapshot, const StatePath& state, std::string_view newName)
{
    Edit edit;
    edit.label = {ASL_TEXT("core", "Rename %1"), {state.name}};
    edit.select = StatePath{state.scope, std::string(newName)};
    TextChanges changes(snapshot.tree());
    if (newName != state.name)
        editing::rename(changes, snapshot, snapshot.machine().find(state), newName);
    return editing::finished(snapshot, changes, std::move(edit));
}

} // namespace

} // namespace editing

std::string uniqueName(const StateMachine& machine, std::string_view wanted)
{
    return editing::uniqueName(editing::namesOf(machine), wanted);
}

Result<void> canRename(const Snapshot& snapshot, const StatePath& state, std::string_view newName)
{
    const auto id = editing::wholeState(snapshot, state);
    if (!id)
        return id.error();
    if (newName.empty())
        return Error{ASL_TEXT("core", "A state needs a name of at least one character."), {}};
    if (invalidUtf8(newName))
        return Error{ASL_TEXT("core", "The name is not valid UTF-8."), {}};
    if (const std::size_t length = codePointCount(newName); length > quotas::stateNameLength)
        return Error{{ASL_TEXT("core", "A state name has at most %1 characters; this one has %2."),
                      {std::to_string(quotas::stateNameLength), std::to_string(length)}},
                     {}};
    for (StateId other = 0; other < snapshot.machine().states().size(); ++other)
        if (other != *id && snapshot.machine().state(other).name == newName)
            return Error{{ASL_TEXT("core", "Another state is called \"%1\". Names are unique in the whole state machine."),
                          {std::string(newName)}},
                         snapshot.tree().node(snapshot.machine().state(other).node).keyRange()};
    if (snapshot.syntax() == TextSyntax::Yaml)
        return editing::possible(editing::renamed(snapshot, state, newName));
    return {};
}

Result<Edit> renameState(const Snapshot& snapshot, const StatePath& state, std::string_view newName)
{
    if (const auto allowed = canRename(snapshot, state, newName); !allowed)
        return allowed.error();
    return editing::renamed(snapshot, state, newName);
}

} // namespace asl

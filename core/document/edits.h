#pragma once
// Every edit of a document as a function Snapshot → Edit: the smallest change to the text, in the habits of its
// surroundings. A rule that forbids an edit is a function too (can…), so that the canvas refuses for the same reason.

#include "core/document/edit.h"
#include "core/document/snapshot.h"

#include <string_view>
#include <variant>

namespace asl {

// --- any value, by place -------------------------------------------------------------------------------------------

/// Sets the value at a JSON pointer: replaces the bytes of a value that is there, else adds the member (its parent must
/// exist; `-` or the length appends to an array). `json` is valid JSON or a bare ${Token}.
Result<Edit> setValue(const Snapshot& snapshot, std::string_view pointer, std::string_view json);
/// Removes a member or an array item with exactly one comma.
Result<Edit> removeValue(const Snapshot& snapshot, std::string_view pointer);

/// Gives a member another key; its value and its place stay.
Result<Edit> renameMember(const Snapshot& snapshot, std::string_view pointer, std::string_view key);
/// Lets two items of an array change places.
Result<Edit> swapItems(const Snapshot& snapshot, std::string_view pointer, std::size_t one, std::size_t other);

// --- fields of a state ----------------------------------------------------------------------------------------------

/// JSON pointer of a state's object, or of a field of it.
std::string pointerTo(const Snapshot& snapshot, const StatePath& state, std::string_view field = {});

Result<Edit> setField(const Snapshot& snapshot, const StatePath& state, std::string_view field, std::string_view json);
Result<Edit> removeField(const Snapshot& snapshot, const StatePath& state, std::string_view field);

// --- states ---------------------------------------------------------------------------------------------------------

Result<void> canRename(const Snapshot& snapshot, const StatePath& state, std::string_view newName);
/// Touches the key and each reference to it (StartAt, Next, Default, …), nothing else.
Result<Edit> renameState(const Snapshot& snapshot, const StatePath& state, std::string_view newName);

/// A name that no state of the machine has: "Pass", then "Pass (1)", "Pass (2)".
std::string uniqueName(const StateMachine& machine, std::string_view wanted);

/// What to insert: members of the new state's object as JSON object text, without Next and End.
struct NewState
{
    std::string name;  ///< made unique when taken
    std::string json;  ///< {"Type": …, …}
};
NewState newState(StateType type, QueryLanguage language);

/// Where to insert.
struct OnTransition { TransitionPath transition; };  ///< also Start, End, and a rule or StartAt without a target (placeholder)
struct AfterState { StatePath state; };              ///< on its Next or End; a Choice: a new rule; Succeed, Fail: refused
struct AtStart { ScopePath scope; };
using Place = std::variant<OnTransition, AfterState, AtStart>;

Result<void> canInsert(const Snapshot& snapshot, const Place& place);
Result<Edit> insertState(const Snapshot& snapshot, const Place& place, const NewState& state);
/// The place it left is closed: what led to it leads to its successor (Next, or Default of a Choice).
Result<Edit> deleteState(const Snapshot& snapshot, const StatePath& state);
Result<Edit> deleteStates(const Snapshot& snapshot, const std::vector<StatePath>& states);
/// Right after the original, with a unique name (inner states too), on the same way.
Result<Edit> duplicateState(const Snapshot& snapshot, const StatePath& state);

Result<void> canMove(const Snapshot& snapshot, const StatePath& state, const Place& place);
Result<Edit> moveState(const Snapshot& snapshot, const StatePath& state, const Place& place);

/// Lets a transition lead to another state of the same scope, or (empty name) to the end.
Result<void> canConnect(const Snapshot& snapshot, const TransitionPath& transition, std::string_view target);
Result<Edit> connect(const Snapshot& snapshot, const TransitionPath& transition, std::string_view target);

/// Text of a new machine without states, JSONPath or JSONata.
std::string blankMachine(QueryLanguage language);

} // namespace asl

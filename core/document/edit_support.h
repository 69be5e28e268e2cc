#pragma once
// What the edits share: finding the states and transitions they touch, refusing with a reason, redirecting transitions.

#include "core/document/edits.h"
#include "core/document/text_changes.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace asl::editing {

/// A state that exists and whose text is whole.
Result<StateId> wholeState(const Snapshot& snapshot, const StatePath& path);
Error brokenText(const Snapshot& snapshot);
Error brokenState(const Snapshot& snapshot, StateId state);
/// Fails when the position lies in a state whose text is broken.
Result<void> wholeAt(const Snapshot& snapshot, std::size_t position);

/// The child of `object` behind which a new member `key` belongs, by the field order of the language table; noNode: before all.
NodeId memberBefore(const SyntaxTree& tree, NodeId object, std::string_view key);

/// The transition that goes on when all is normal: Next or End, a Choice's Default; noId for Succeed and Fail without one.
TransitionId mainTransition(const StateMachine& machine, StateId state);

/// The JSON of what a transition leads to, as written; empty: the end, or nothing yet.
std::string targetOf(const Snapshot& snapshot, TransitionId transition);
/// Where the way goes on once `removed` are gone. Same form as targetOf.
std::string targetBehind(const Snapshot& snapshot, StateId state, const std::unordered_set<StateId>& removed);

/// Lets a transition lead to `target` (JSON text; empty: to the end, or where there is no way to the end, to nothing yet).
void lead(TextChanges& changes, const Snapshot& snapshot, TransitionId transition, std::string_view target);
/// Gives a Choice without Default one.
void addDefault(TextChanges& changes, const Snapshot& snapshot, StateId choice, std::string_view target);
/// Lets the way on of a state (Next, End, Default) lead to `target`; Succeed and Fail have none and stay as they are.
void leadOn(TextChanges& changes, const Snapshot& snapshot, StateId state, std::string_view target);

/// Gives a state another name, with each reference to it.
void rename(TextChanges& changes, const Snapshot& snapshot, StateId state, std::string_view newName);

/// Where a state is put: at a transition that is there, or as the target of a new rule or Default.
struct Slot
{
    enum class Kind { Transition, NewRule, NewDefault };
    Kind kind = Kind::Transition;
    ScopeId scope = 0;
    StateId from = noId; ///< noId: at the start
    TransitionId transition = noId;
};
Result<Slot> slotAt(const Snapshot& snapshot, const Place& place);
/// What the slot leads to now. Same form as targetOf.
std::string targetOf(const Snapshot& snapshot, const Slot& slot);
void lead(TextChanges& changes, const Snapshot& snapshot, const Slot& slot, std::string_view target);

/// A new state as text: its name and its value.
struct StateText
{
    std::string name;
    std::string value;    ///< JSON, or YAML of a block
    bool written = false; ///< value has the layout of a document already; its lines are indented by `indent`
    std::string indent;
    TextSyntax syntax = TextSyntax::Json; ///< of the value
};
/// The text of a state as it stands in its document.
StateText writtenState(const Snapshot& snapshot, NodeId node, std::string name);
/// Puts a state that is in no document yet into a slot.
Result<Edit> insert(const Snapshot& snapshot, const Slot& slot, StateText state);

/// A state's text with its way on leading to `target` (none: as it is), and every name inside that is taken made unique.
Result<std::string> prepared(const StateText& state, std::optional<std::string_view> target,
                             std::unordered_set<std::string>& takenNames);

std::unordered_set<std::string> namesOf(const StateMachine& machine);
std::string uniqueName(const std::unordered_set<std::string>& taken, std::string_view wanted);

/// `edit` with the changes as its patch. Where the text is broken the outcome is looked at first: an edit that would break it
/// further is refused.
Result<Edit> finished(const Snapshot& snapshot, const TextChanges& changes, Edit edit);

/// Whether an edit can be done: where values may be written elsewhere (aliases), only trying it tells.
Result<void> possible(const Result<Edit>& edit);

/// `second` made for the text that `first` gives, as one edit with the label and selection of `second`.
Result<Edit> both(const Snapshot& snapshot, const Edit& first, const Result<Edit>& second);
SnapshotPointer after(const Snapshot& snapshot, const TextPatch& patch);

} // namespace asl::editing

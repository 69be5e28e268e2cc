#pragma once
// What may be written at a place of a definition: fields, values, states, resources, parameters, and inside expressions
// functions, variables and paths. Pure functions; the text may be half-typed, in JSON or YAML.

#include "core/completion/help_text.h"
#include "core/data/data.h"
#include "core/document/snapshot.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace asl {

struct CompletionItem
{
    enum class Kind : std::uint8_t { Field, Value, State, NewState, Error, Resource, Parameter, Function, Variable, Member, Snippet };
    std::string label;
    Kind kind = Kind::Value;
    HelpText detail;        ///< a word or two beside the label: a signature, where it is assigned, a value seen
    HelpText documentation; ///< a sentence
    TextPatch patch;        ///< what accepting it does
    TextRange selection;    ///< to be selected afterwards, in the text then; empty: only the cursor
    bool goesOn = false;    ///< what stands at the selection is to be chosen, too
};

struct Completions
{
    TextRange word; ///< what is typed already and narrows the items; it ends at the cursor
    std::vector<CompletionItem> items; ///< the best first
};

/// What is known of the data at the place, from a run or a sample; Undefined: not known.
struct SeenData
{
    Data input;
    Data result;      ///< of the state's work
    Data errorOutput; ///< what a Catcher gets
    Data context;     ///< the Context object
    std::vector<std::pair<std::string, Data>> variables; ///< by name without `$`
};

Completions completionsAt(const Snapshot& snapshot, std::size_t offset, const SeenData& seen = {});

/// A definition in which `json`, which may be half-typed, is the value at a pointer, and where it begins. The text is JSON,
/// whatever the syntax of the document. Nothing where the pointer leads nowhere.
struct ValueInPlace
{
    SnapshotPointer snapshot;
    std::size_t begin = 0;
};
std::optional<ValueInPlace> valueInPlace(const Snapshot& snapshot, std::string_view pointer, std::string_view json);

} // namespace asl

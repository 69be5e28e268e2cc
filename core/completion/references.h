#pragma once
// What the name at a place stands for, a state or a variable, where else it stands, and giving a variable another name.

#include "core/document/edit.h"
#include "core/document/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace asl {

struct NamedThing
{
    enum class Kind : std::uint8_t { State, Variable };
    Kind kind = Kind::State;
    std::string name;  ///< of a variable without `$`
    ScopeId scope = 0; ///< of the state, or in which the variable is assigned

    friend bool operator==(const NamedThing&, const NamedThing&) = default;
};

struct Reference
{
    TextRange range;      ///< the name; in a place that is written elsewhere (an alias of YAML): that place
    bool defines = false; ///< the state itself, an Assign
    StateId state = noId; ///< in which it stands; noId: outside all (StartAt)
};

/// Nothing where no name of a state or of an assigned variable stands.
std::optional<NamedThing> namedThingAt(const Snapshot& snapshot, std::size_t offset);
/// In document order. A read belongs to the nearest scope around it that assigns the variable.
std::vector<Reference> referencesTo(const Snapshot& snapshot, const NamedThing& thing);

/// Changes each Assign and each expression that means the variable, and nothing else. Refused when the name cannot be one,
/// or would come to mean something else somewhere.
Result<Edit> renameVariable(const Snapshot& snapshot, const NamedThing& variable, std::string_view newName);

} // namespace asl

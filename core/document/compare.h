#pragma once
// What differs between two definitions, state by state. Spacing, the order of members and the spelling of numbers make no
// difference.

#include "core/document/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace asl {

/// A value that is another one, new (`before` is empty) or gone (`after` is empty).
struct FieldChange
{
    std::string pointer; ///< from the state's object, or from the top of the definition
    std::optional<std::string> before; ///< as written
    std::optional<std::string> after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

struct StateChange
{
    enum class Kind : std::uint8_t { Added, Removed, Renamed, Changed };
    Kind kind = Kind::Changed;
    std::string before; ///< JSON pointer of the state in the first definition; empty: added
    std::string after;  ///< in the second; empty: removed
    std::string type;   ///< as written
    std::vector<FieldChange> fields; ///< of a renamed or changed state; that its neighbours are renamed is no change
};

struct Comparison
{
    std::vector<FieldChange> machine; ///< outside the states
    std::vector<StateChange> states;  ///< in the order of the second definition, then what is gone
    bool same() const { return machine.empty() && states.empty(); }
};

/// States belong together when they have one name in one scope; of the others, those that are most alike.
Comparison compare(const Snapshot& before, const Snapshot& after);

} // namespace asl

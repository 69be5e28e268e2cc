#pragma once
// What an object of the text is in ASL, by where it stands: the state machine, a state, a Retrier, a Choice Rule, …

#include "core/language/language.h"
#include "core/text/syntax_tree.h"

#include <optional>
#include <span>

namespace asl {

struct ObjectPlace
{
    ObjectType type = ObjectType::None;
    std::optional<StateType> stateType; ///< of a State; empty when missing or unknown

    /// The rows of the object; empty for None and for a state of unknown type.
    std::span<const Field> fields() const;
    std::span<const FieldGroup> groups() const;
};

/// None for what the language table does not describe (inside payload templates, an array, a scalar, …).
ObjectPlace objectPlace(const SyntaxTree& tree, NodeId object);

} // namespace asl

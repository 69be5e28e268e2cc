#pragma once
// How many events the shortest successful run of a definition writes into its history, as far as the text tells.

#include "core/validation/typed_objects.h"

#include <cstddef>

namespace asl::validation {

/// Counts one execution of type Standard; what iterates over items that only the input knows counts no items. A
/// definition in which no way leads to an end has none: 0.
std::size_t leastHistoryEvents(const Snapshot& snapshot, const TypedObjects& typed);

/// The number of items that a Map's `Items` is known to have: a list as it stands, or a range such as {% [1..100] %}.
std::optional<std::size_t> knownItemCount(const SyntaxTree& tree, NodeId items);

} // namespace asl::validation

#pragma once
// What is known of the data to which a path leads.

#include "core/completion/expression_site.h"
#include "core/completion/completion.h"

namespace asl::completion {

/// The value at a path of an expression at this place, from what was seen; Undefined: not known.
Data seenAt(const SeenData& seen, const Meaning& meaning, ExpressionKind kind, const std::vector<std::string>& path);

/// The members of a value; of an array, those of its first item when `throughItems`.
std::span<const Member> membersOf(const Data& value, bool throughItems);

/// A value in a few characters: "ORD-1", 42, […] of 3.
std::string shortly(const Data& value);

/// The Context object's members at a path below it ("Execution", "Map.Item").
std::string contextPath(const std::vector<std::string>& path, std::size_t from);

} // namespace asl::completion

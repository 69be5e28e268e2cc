#pragma once
// What values look like, in words for people.

#include "core/completion/help_text.h"
#include "core/language/catalogue.h"

#include <utility>
#include <vector>

namespace asl::completion {

/// The shape, its limits, its default.
std::vector<HelpText> shapeWords(const Field& field);
std::vector<HelpText> shapeWords(const ValueShape& shape);

/// What a call with this suffix of its resource waits for.
HelpText patternWords(std::string_view suffix);

/// The members of $states.
std::vector<std::pair<std::string_view, HelpText>> statesMembers();

} // namespace asl::completion

#pragma once
// Values to begin with: what a new Task hands to the action that it calls, or a new parameter, ready to be filled in.

#include "core/language/catalogue.h"

#include <string>

namespace asl {

/// Texts are empty, an object has the members that it needs, a list one item.
Data starterValue(const ValueShape& shape);

/// The parameters that the action needs, as JSON: texts are empty, what takes any data takes the state's input. `{}`
/// when nothing is needed or nothing is known.
std::string starterParameters(const Integration& integration, std::string_view suffix, QueryLanguage language);

} // namespace asl

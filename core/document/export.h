#pragma once
// Export: the definition as the service takes it.

#include "core/data/json.h"
#include "core/document/snapshot.h"
#include "core/support/result.h"

#include <string>

namespace asl {

/// The text as strict JSON: without comments, trailing commas and byte order mark, everything else byte for byte. With
/// `values` every ${Token} is replaced, a bare one by the value, one inside a string by its text; without, tokens inside strings
/// stay. Fails, with the place, on syntax errors and on a token without a value that would have to be replaced.
Result<std::string> strictJson(const Snapshot& snapshot, const data::TokenValues* values = nullptr);

/// Replaces the tokens that have a value; the others stay.
TextPatch tokenPatch(const Snapshot& snapshot, const data::TokenValues& values);

} // namespace asl

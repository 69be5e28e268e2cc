#pragma once
// --values FILE: an object of token name → value.

#include "core/data/json.h"

#include <QString>

namespace designer::cli {

/// Empty when no file is named.
asl::Result<asl::data::TokenValues> readTokenValues(const QString& path);

} // namespace designer::cli

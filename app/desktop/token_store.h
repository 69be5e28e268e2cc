#pragma once
// Values of ${Tokens} that the user gave for a file: kept in the user's settings, never in the file.

#include "core/data/json.h"

#include <QString>

namespace designer {

/// The key of what is kept for a file in a group of settings: a path may hold what a key may not.
QString fileKey(const QString& group, const QString& file);
asl::data::TokenValues storedTokens(const QString& file);
/// Nothing is stored for a document without a file.
void storeTokens(const QString& file, const asl::data::TokenValues& values);

} // namespace designer

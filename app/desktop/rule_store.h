#pragma once
// Rules of the checks that the user switched off for a definition (FILE or FILE#Machine): kept in the user's settings, never in
// the file.

#include <QString>

#include <string>
#include <vector>

namespace designer {

std::vector<std::string> storedRules(const QString& definition);
/// Nothing is stored for a document without a file.
void storeRules(const QString& definition, const std::vector<std::string>& rules);

} // namespace designer

#pragma once
// What fields and operators are called in a form.

#include "core/language/language.h"

#include <QString>

#include <string_view>

namespace designer {

/// "Timeout seconds" for TimeoutSeconds; what the language does not know stays as it is.
QString fieldLabel(std::string_view name);
/// The same inside a sentence: "timeout seconds".
QString fieldWord(std::string_view name);
/// Name as written, summary and default: for a tooltip (rich text).
QString fieldHelp(const asl::Field& field);
/// What an empty field shows: the default, or an example of its shape.
QString fieldPlaceholder(const asl::Field& field);

/// "is equal to (text)", "is present", …
QString operatorPhrase(const asl::ComparisonOperator& comparison);

} // namespace designer

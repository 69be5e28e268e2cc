#pragma once
// How a severity looks and what it is called.

#include "core/validation/diagnostic.h"
#include "ui/support/theme.h"

namespace designer {

QString severityGlyph(asl::Severity severity); ///< octagon, triangle, circle: told apart without colour
Token severityToken(asl::Severity severity);
QString severityWord(asl::Severity severity);

} // namespace designer

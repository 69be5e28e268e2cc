#pragma once
// Edits of the condition of a Choice Rule: other operator, And, Or, Not around it, and taken away again.

#include "ui/inspector/form_host.h"

#include <optional>
#include <string_view>

namespace designer {

/// The operator of a comparison; null when none is written yet.
const asl::ComparisonOperator* operatorOf(const ObjectPlace& rule);

/// Another operator; the value becomes one of its kind, as like the former as possible.
asl::Result<asl::Edit> withOperator(const ObjectPlace& rule, const asl::ComparisonOperator& comparison);

/// The condition as one part of And or Or, a fresh comparison as the other; appended when it is such a list already.
asl::Result<asl::Edit> combined(const ObjectPlace& rule, std::string_view with);

/// Not around the condition, or taken away when it is there.
asl::Result<asl::Edit> negated(const ObjectPlace& rule);

/// A list without one of its parts; the last one left stands for itself.
asl::Result<asl::Edit> withoutPart(const ObjectPlace& rule, std::string_view list, std::size_t index);

/// And instead of Or, or the other way.
asl::Result<asl::Edit> withList(const ObjectPlace& rule, std::string_view from, std::string_view to);

} // namespace designer

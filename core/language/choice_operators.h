#pragma once
// The rows of the comparison operators, and the fields that they are in a Choice Rule.

#include "core/language/language.h"
#include "core/support/message.h"

#include <array>

namespace asl::table {

using Operand = ComparisonOperator::Operand;

inline constexpr std::array<ComparisonOperator, 39> operators = {{
    {"StringEquals", Operand::Text, "==",
     ASL_TEXT("language", "The text is exactly this one.")},
    {"StringEqualsPath", Operand::Path, "==",
     ASL_TEXT("language", "The text is exactly the one at this path.")},
    {"StringLessThan", Operand::Text, "<",
     ASL_TEXT("language", "The text sorts before this one.")},
    {"StringLessThanPath", Operand::Path, "<",
     ASL_TEXT("language", "The text sorts before the one at this path.")},
    {"StringGreaterThan", Operand::Text, ">",
     ASL_TEXT("language", "The text sorts after this one.")},
    {"StringGreaterThanPath", Operand::Path, ">",
     ASL_TEXT("language", "The text sorts after the one at this path.")},
    {"StringLessThanEquals", Operand::Text, "<=",
     ASL_TEXT("language", "The text sorts before this one or is the same.")},
    {"StringLessThanEqualsPath", Operand::Path, "<=",
     ASL_TEXT("language", "The text sorts before the one at this path or is the same.")},
    {"StringGreaterThanEquals", Operand::Text, ">=",
     ASL_TEXT("language", "The text sorts after this one or is the same.")},
    {"StringGreaterThanEqualsPath", Operand::Path, ">=",
     ASL_TEXT("language", "The text sorts after the one at this path or is the same.")},
    {"StringMatches", Operand::Pattern, ASL_TEXT("language", "matches"),
     ASL_TEXT("language", "The text fits this pattern, in which * stands for any characters.")},
    {"NumericEquals", Operand::Number, "==",
     ASL_TEXT("language", "The number is equal to this one.")},
    {"NumericEqualsPath", Operand::Path, "==",
     ASL_TEXT("language", "The number is equal to the one at this path.")},
    {"NumericLessThan", Operand::Number, "<",
     ASL_TEXT("language", "The number is smaller than this one.")},
    {"NumericLessThanPath", Operand::Path, "<",
     ASL_TEXT("language", "The number is smaller than the one at this path.")},
    {"NumericGreaterThan", Operand::Number, ">",
     ASL_TEXT("language", "The number is greater than this one.")},
    {"NumericGreaterThanPath", Operand::Path, ">",
     ASL_TEXT("language", "The number is greater than the one at this path.")},
    {"NumericLessThanEquals", Operand::Number, "<=",
     ASL_TEXT("language", "The number is smaller than or equal to this one.")},
    {"NumericLessThanEqualsPath", Operand::Path, "<=",
     ASL_TEXT("language", "The number is smaller than or equal to the one at this path.")},
    {"NumericGreaterThanEquals", Operand::Number, ">=",
     ASL_TEXT("language", "The number is greater than or equal to this one.")},
    {"NumericGreaterThanEqualsPath", Operand::Path, ">=",
     ASL_TEXT("language", "The number is greater than or equal to the one at this path.")},
    {"BooleanEquals", Operand::Boolean, "==",
     ASL_TEXT("language", "The value is this boolean.")},
    {"BooleanEqualsPath", Operand::Path, "==",
     ASL_TEXT("language", "The value is the boolean at this path.")},
    {"TimestampEquals", Operand::Timestamp, "==",
     ASL_TEXT("language", "The time is the same moment as this one.")},
    {"TimestampEqualsPath", Operand::Path, "==",
     ASL_TEXT("language", "The time is the same moment as the one at this path.")},
    {"TimestampLessThan", Operand::Timestamp, "<",
     ASL_TEXT("language", "The time is earlier than this one.")},
    {"TimestampLessThanPath", Operand::Path, "<",
     ASL_TEXT("language", "The time is earlier than the one at this path.")},
    {"TimestampGreaterThan", Operand::Timestamp, ">",
     ASL_TEXT("language", "The time is later than this one.")},
    {"TimestampGreaterThanPath", Operand::Path, ">",
     ASL_TEXT("language", "The time is later than the one at this path.")},
    {"TimestampLessThanEquals", Operand::Timestamp, "<=",
     ASL_TEXT("language", "The time is not later than this one.")},
    {"TimestampLessThanEqualsPath", Operand::Path, "<=",
     ASL_TEXT("language", "The time is not later than the one at this path.")},
    {"TimestampGreaterThanEquals", Operand::Timestamp, ">=",
     ASL_TEXT("language", "The time is not earlier than this one.")},
    {"TimestampGreaterThanEqualsPath", Operand::Path, ">=",
     ASL_TEXT("language", "The time is not earlier than the one at this path.")},
    {"IsNull", Operand::TrueOrFalse, ASL_TEXT("language", "is null"),
     ASL_TEXT("language", "The value is null (false: it is not).")},
    {"IsPresent", Operand::TrueOrFalse, ASL_TEXT("language", "is present"),
     ASL_TEXT("language", "The path leads to a value, be it null (false: it does not).")},
    {"IsNumeric", Operand::TrueOrFalse, ASL_TEXT("language", "is a number"),
     ASL_TEXT("language", "The value is a number (false: it is not).")},
    {"IsString", Operand::TrueOrFalse, ASL_TEXT("language", "is a text"),
     ASL_TEXT("language", "The value is a text (false: it is not).")},
    {"IsBoolean", Operand::TrueOrFalse, ASL_TEXT("language", "is a boolean"),
     ASL_TEXT("language", "The value is true or false (false: it is neither).")},
    {"IsTimestamp", Operand::TrueOrFalse, ASL_TEXT("language", "is a timestamp"),
     ASL_TEXT("language", "The value is a text such as 2026-03-01T09:00:00Z (false: it is not).")},
}};

constexpr Shape shapeOf(Operand operand)
{
    switch (operand) {
    case Operand::Text: return Shape::Text;
    case Operand::Number: return Shape::Number;
    case Operand::Boolean: return Shape::Boolean;
    case Operand::Timestamp: return Shape::Timestamp;
    case Operand::Path: return Shape::Path;
    case Operand::TrueOrFalse: return Shape::Boolean;
    case Operand::Pattern: return Shape::TextMatches;
    }
    return Shape::AnyJson;
}

constexpr Field fieldOf(const ComparisonOperator& row)
{
    return {.name = row.name, .shape = shapeOf(row.operand), .languages = Languages::JSONPath, .summary = row.summary};
}

/// `before`, a field for each operator, `after`.
template <std::size_t Before, std::size_t After>
constexpr auto withOperatorFields(const std::array<Field, Before>& before, const std::array<Field, After>& after)
{
    std::array<Field, Before + operators.size() + After> fields = {};
    std::size_t at = 0;
    for (const Field& field : before)
        fields[at++] = field;
    for (const ComparisonOperator& row : operators)
        fields[at++] = fieldOf(row);
    for (const Field& field : after)
        fields[at++] = field;
    return fields;
}

constexpr auto operatorNames()
{
    std::array<std::string_view, operators.size()> names = {};
    for (std::size_t i = 0; i < operators.size(); ++i)
        names[i] = operators[i].name;
    return names;
}

} // namespace asl::table

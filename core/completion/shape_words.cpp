#include "core/completion/shape_words.h"

#include <cmath>
#include <cstdio>

namespace asl::completion {

namespace {

const char* words(Shape shape)
{
    switch (shape) {
    case Shape::Text: return ASL_TEXT("core", "A text.");
    case Shape::LongText: return ASL_TEXT("core", "A text of any length.");
    case Shape::StateName: return ASL_TEXT("core", "The name of a state of the same scope.");
    case Shape::Boolean: return ASL_TEXT("core", "true or false.");
    case Shape::True: return ASL_TEXT("core", "Only true counts.");
    case Shape::WholeNumber: return ASL_TEXT("core", "A whole number.");
    case Shape::Number: return ASL_TEXT("core", "A number.");
    case Shape::OneOf: return "";
    case Shape::Path: return ASL_TEXT("core", "A path, such as $.order.id.");
    case Shape::NullablePath: return ASL_TEXT("core", "A path, such as $.order.id, or null.");
    case Shape::ReferencePath: return ASL_TEXT("core", "A path to exactly one place.");
    case Shape::NullableReferencePath: return ASL_TEXT("core", "A path to exactly one place, or null.");
    case Shape::PathOrIntrinsic: return ASL_TEXT("core", "A path, or a call of an intrinsic function.");
    case Shape::Timestamp: return ASL_TEXT("core", "A timestamp, such as 2026-03-01T09:00:00Z.");
    case Shape::Resource: return ASL_TEXT("core", "An ARN.");
    case Shape::ErrorNames: return ASL_TEXT("core", "A list of error names.");
    case Shape::AnyJson: return ASL_TEXT("core", "Any JSON; it is taken as it is.");
    case Shape::PayloadTemplate: return ASL_TEXT("core", "JSON in which values are computed.");
    case Shape::Assignments: return ASL_TEXT("core", "An object: names of variables and their values.");
    case Shape::Expression: return ASL_TEXT("core", "A JSONata expression between {% and %}.");
    case Shape::ItemsExpression: return ASL_TEXT("core", "A list, an object or a JSONata expression that gives one.");
    case Shape::StringList: return ASL_TEXT("core", "A list of texts.");
    case Shape::TextMatches: return ASL_TEXT("core", "A pattern in which * stands for any characters.");
    case Shape::Object: return ASL_TEXT("core", "An object.");
    case Shape::ObjectList: return ASL_TEXT("core", "A list of objects.");
    case Shape::States: return ASL_TEXT("core", "An object: names of states and the states.");
    }
    return "";
}

std::string number(double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return std::to_string(static_cast<long long>(value));
    char text[32];
    std::snprintf(text, sizeof text, "%g", value);
    return text;
}

void addLimits(std::vector<HelpText>& lines, double minimum, double maximum)
{
    if (std::isfinite(minimum) && std::isfinite(maximum))
        lines.push_back({{ASL_TEXT("core", "From %1 to %2."), {number(minimum), number(maximum)}}});
    else if (std::isfinite(minimum))
        lines.push_back({{ASL_TEXT("core", "At least %1."), {number(minimum)}}});
    else if (std::isfinite(maximum))
        lines.push_back({{ASL_TEXT("core", "At most %1."), {number(maximum)}}});
}

void addValues(std::vector<HelpText>& lines, std::span<const std::string_view> values)
{
    constexpr std::size_t most = 12;
    std::string text;
    for (std::size_t i = 0; i < values.size() && i <= most; ++i)
        text += (i == 0 ? "" : ", ") + std::string(i == most ? "…" : values[i]);
    if (!text.empty())
        lines.push_back({{ASL_TEXT("core", "One of: %1"), {text}}});
}

} // namespace

std::vector<HelpText> shapeWords(const Field& field)
{
    std::vector<HelpText> lines;
    if (const char* text = words(field.shape); *text)
        lines.push_back(text);
    addValues(lines, field.values);
    addLimits(lines, field.minimum, field.maximum);
    if (field.maximumLength != 0)
        lines.push_back({{ASL_TEXT("core", "At most %1 characters."), {std::to_string(field.maximumLength)}}});
    if (!field.defaultJson.empty())
        lines.push_back({{ASL_TEXT("core", "Without it: %1"), {std::string(field.defaultJson)}}});
    return lines;
}

std::vector<HelpText> shapeWords(const ValueShape& shape)
{
    std::vector<HelpText> lines;
    addValues(lines, shape.values);
    if (shape.kind == ValueShape::Kind::Number)
        addLimits(lines, shape.minimum, shape.maximum);
    return lines;
}

HelpText patternWords(std::string_view suffix)
{
    if (suffix == "waitForTaskToken")
        return ASL_TEXT("core", "Calls the action and waits until somebody answers with the task token.");
    if (suffix.starts_with("sync"))
        return ASL_TEXT("core", "Starts the job and waits until it has ended.");
    return ASL_TEXT("core", "Calls the action and goes on with its answer.");
}

std::vector<std::pair<std::string_view, HelpText>> statesMembers()
{
    return {{"input", ASL_TEXT("core", "The input of the state.")},
            {"result", ASL_TEXT("core", "The result of the state's work.")},
            {"errorOutput", ASL_TEXT("core", "What went wrong: Error and Cause.")},
            {"context", ASL_TEXT("core", "The Context object: the execution, the state, the item of a Map.")}};
}

} // namespace asl::completion

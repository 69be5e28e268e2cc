// Values of one line: what is shown for the JSON in the text, and the JSON for what was typed.

#include "ui/inspector/field_editors.h"

#include "ui/support/qt_text.h"

#include <cmath>
#include <cstdlib>

namespace designer {

namespace {

using asl::Shape;

bool isToken(std::string_view text)
{
    return text.size() > 3 && text.starts_with("${") && text.find('}') == text.size() - 1;
}

bool isExpression(std::string_view text)
{
    return text.starts_with("{%") && text.ends_with("%}");
}

bool isNullable(Shape shape)
{
    return shape == Shape::NullablePath || shape == Shape::NullableReferencePath;
}

/// A JSON number, exactly as typed.
bool isNumber(const std::string& text)
{
    const asl::SyntaxTree tree = asl::SyntaxTree::parse(text);
    return tree.errors().empty() && tree.kind(tree.root()) == asl::NodeKind::Number;
}

asl::Result<std::string> numberJson(const FieldPlace& place, const std::string& text)
{
    if (isToken(text)) // in quotes only where it was
        return place.kind() == asl::NodeKind::String ? asl::quoted(text) : text;
    if (isExpression(text) && place.field->expressionAllowed)
        return asl::quoted(text);
    const bool whole = place.field->shape == Shape::WholeNumber;
    if (!isNumber(text))
        return asl::Error{whole ? ASL_TEXT("core", "Enter a whole number.") : ASL_TEXT("core", "Enter a number."), {}};
    const double value = std::strtod(text.c_str(), nullptr);
    if (whole && value != std::floor(value))
        return asl::Error{ASL_TEXT("core", "Enter a whole number."), {}};
    return text;
}

} // namespace

QString lineFor(const FieldPlace& place)
{
    if (place.kind() == asl::NodeKind::String)
        return toQString(place.tree().stringValue(place.value));
    return toQString(place.raw());
}

asl::Result<std::string> jsonForLine(const FieldPlace& place, const std::string& typed)
{
    const Shape shape = place.field ? place.field->shape : Shape::Text;
    const std::string text = QString::fromStdString(typed).trimmed().toStdString();
    if (place.kind() == asl::NodeKind::Substitution && isToken(text))
        return text;
    if (shape == Shape::WholeNumber || shape == Shape::Number)
        return numberJson(place, text);
    if (shape == Shape::Boolean || shape == Shape::True)
        return text == "true" || text == "false" || isToken(text) ? text : asl::quoted(text);
    if (isNullable(shape) && text == "null")
        return std::string("null");
    // Blanks at the ends of a text may be meant; around a path they are a slip.
    const bool prose = shape == Shape::Text || shape == Shape::TextMatches;
    return asl::quoted(prose ? typed : text);
}

} // namespace designer

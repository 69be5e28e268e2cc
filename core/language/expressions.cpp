#include "core/language/expressions.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace asl {

ExpressionForm expressionForm(const Field& field, QueryLanguage language)
{
    if (!existsIn(field.languages, language))
        return ExpressionForm::None;
    const bool jsonata = language == QueryLanguage::JSONata;
    switch (field.shape) {
    case Shape::Path:
    case Shape::NullablePath:
    case Shape::ReferencePath: return jsonata ? ExpressionForm::None : ExpressionForm::Path;
    case Shape::NullableReferencePath: return jsonata ? ExpressionForm::None : ExpressionForm::PlaceToWrite;
    case Shape::PathOrIntrinsic: return jsonata ? ExpressionForm::None : ExpressionForm::PathOrCall;
    case Shape::PayloadTemplate:
    case Shape::Assignments: return jsonata ? ExpressionForm::JSONata : ExpressionForm::Template;
    case Shape::Expression:
    case Shape::ItemsExpression: return jsonata ? ExpressionForm::JSONata : ExpressionForm::None;
    case Shape::Text:
    case Shape::LongText:
    case Shape::StateName:
    case Shape::Boolean:
    case Shape::True:
    case Shape::WholeNumber:
    case Shape::Number:
    case Shape::OneOf:
    case Shape::Timestamp:
    case Shape::Resource:
    case Shape::ErrorNames:
    case Shape::AnyJson:
    case Shape::StringList:
    case Shape::TextMatches:
    case Shape::Object:
    case Shape::ObjectList:
    case Shape::States: break;
    }
    return jsonata && field.expressionAllowed ? ExpressionForm::JSONata : ExpressionForm::None;
}

namespace {

/// Fields that see something else than the input.
struct Row
{
    std::string_view field;
    Sees sees;
};
constexpr Row rows[] = {
    {"InputPath", Sees::RawInput}, {"ItemSelector", Sees::Item},   {"ResultSelector", Sees::Result}, {"ResultPath", Sees::Result},
    {"Output", Sees::Result},      {"Assign", Sees::Result},       {"OutputPath", Sees::Merged},
};

} // namespace

Sees whatIsSeen(const Field& field, StateType type)
{
    // The former name of ItemSelector; in other states Parameters is the input of the work.
    if (type == StateType::Map && field.replacedBy == "ItemSelector")
        return Sees::Item;
    const auto row = std::find_if(std::begin(rows), std::end(rows), [&](const Row& each) { return each.field == field.name; });
    return row == std::end(rows) ? Sees::Input : row->sees;
}

bool isPathField(std::string_view name)
{
    static const std::set<std::string_view> names = [] {
        std::set<std::string_view> found;
        const auto add = [&](std::span<const Field> fields) {
            for (const Field& field : fields) {
                const ExpressionForm form = expressionForm(field, QueryLanguage::JSONPath);
                if (form != ExpressionForm::None && form != ExpressionForm::Template)
                    found.insert(field.name);
            }
        };
        for (const StateTypeInfo& type : stateTypes())
            add(type.fields);
        for (int type = 0; type < static_cast<int>(ObjectType::None); ++type)
            add(info(static_cast<ObjectType>(type)).fields);
        return found;
    }();
    return names.contains(name);
}

} // namespace asl

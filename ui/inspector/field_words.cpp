#include "ui/inspector/field_words.h"

#include "ui/inspector/field_labels.h"
#include "ui/support/qt_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace designer {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("designer::FieldWords", text);
}

bool isUpper(char character)
{
    return character >= 'A' && character <= 'Z';
}

struct Comparison
{
    std::string_view ending;
    const char* phrase;
};

// Longer endings first.
constexpr Comparison comparisons[] = {
    {"LessThanEquals", QT_TRANSLATE_NOOP("designer::FieldWords", "is at most")},
    {"GreaterThanEquals", QT_TRANSLATE_NOOP("designer::FieldWords", "is at least")},
    {"LessThan", QT_TRANSLATE_NOOP("designer::FieldWords", "is less than")},
    {"GreaterThan", QT_TRANSLATE_NOOP("designer::FieldWords", "is greater than")},
    {"Equals", QT_TRANSLATE_NOOP("designer::FieldWords", "is equal to")},
    {"Matches", QT_TRANSLATE_NOOP("designer::FieldWords", "matches the pattern")},
};

struct OperandType
{
    std::string_view beginning;
    const char* constant;
    const char* atPath;
};

constexpr OperandType operandTypes[] = {
    {"String", QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (text)"), QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (text path)")},
    {"Numeric", QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (number)"), QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (number path)")},
    {"Boolean", QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (boolean)"), QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (boolean path)")},
    {"Timestamp", QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (time)"), QT_TRANSLATE_NOOP("designer::FieldWords", "%1 (time path)")},
};

} // namespace

QString fieldLabel(std::string_view name)
{
    const auto known = std::find_if(std::begin(fieldLabels), std::end(fieldLabels), [name](const FieldLabel& row) { return row.name == name; });
    return known == std::end(fieldLabels) ? toQString(name) : words(known->label);
}

QString fieldWord(std::string_view name)
{
    QString text = fieldLabel(name);
    if (name.size() > 1 && isUpper(name[0]) && !isUpper(name[1]))
        text[0] = text[0].toLower();
    return text;
}

QString fieldHelp(const asl::Field& field)
{
    const QString summary = translatedWord(field.summary).toHtmlEscaped();
    const QString name = toQString(field.name).toHtmlEscaped();
    if (field.defaultJson.empty())
        return words(QT_TRANSLATE_NOOP("designer::FieldWords", "<b>%1</b><br>%2")).arg(name, summary);
    return words(QT_TRANSLATE_NOOP("designer::FieldWords", "<b>%1</b><br>%2<br>Without it: %3")).arg(name, summary, toQString(field.defaultJson).toHtmlEscaped());
}

QString fieldPlaceholder(const asl::Field& field)
{
    if (!field.defaultJson.empty()) {
        const QString json = toQString(field.defaultJson);
        return json.startsWith(u'"') ? json.mid(1, json.size() - 2) : json;
    }
    switch (field.shape) {
    case asl::Shape::Path:
    case asl::Shape::NullablePath:
    case asl::Shape::ReferencePath:
    case asl::Shape::NullableReferencePath:
    case asl::Shape::PathOrIntrinsic: return QStringLiteral("$.");
    case asl::Shape::Timestamp: return QStringLiteral("2026-03-01T09:00:00Z");
    case asl::Shape::Resource: return QStringLiteral("arn:aws:states:::lambda:invoke");
    case asl::Shape::Expression: return QStringLiteral("{% %}");
    case asl::Shape::ErrorNames: return QStringLiteral("States.ALL");
    case asl::Shape::Text:
    case asl::Shape::LongText:
    case asl::Shape::StateName:
    case asl::Shape::Boolean:
    case asl::Shape::True:
    case asl::Shape::WholeNumber:
    case asl::Shape::Number:
    case asl::Shape::OneOf:
    case asl::Shape::AnyJson:
    case asl::Shape::PayloadTemplate:
    case asl::Shape::Assignments:
    case asl::Shape::ItemsExpression:
    case asl::Shape::StringList:
    case asl::Shape::TextMatches:
    case asl::Shape::Object:
    case asl::Shape::ObjectList:
    case asl::Shape::States: break;
    }
    return {};
}

QString operatorPhrase(const asl::ComparisonOperator& comparison)
{
    std::string_view name = comparison.name;
    const bool atPath = name.ends_with("Path");
    if (atPath)
        name.remove_suffix(4);
    for (const OperandType& type : operandTypes) {
        if (!name.starts_with(type.beginning))
            continue;
        for (const Comparison& row : comparisons)
            if (name.substr(type.beginning.size()) == row.ending)
                return words(atPath ? type.atPath : type.constant).arg(words(row.phrase));
    }
    return translatedWord(comparison.phrase);
}

} // namespace designer

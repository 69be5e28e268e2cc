#include "core/validation/shapes.h"

#include "core/support/timestamp.h"
#include "core/support/utf8.h"
#include "core/validation/expressions.h"
#include "core/validation/values.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace asl::validation {

namespace {

std::string numberText(double value)
{
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general).ptr;
    return value == std::floor(value) && std::abs(value) < 1e15 ? std::to_string(static_cast<long long>(value))
                                                                 : std::string(buffer, end);
}

class ShapeChecker
{
public:
    ShapeChecker(const SyntaxTree& tree, NodeId value, const Field& field, QueryLanguage language)
        : m_tree(tree), m_value(value), m_field(field), m_language(language), m_kind(tree.kind(value))
    {
    }

    std::vector<ShapeProblem> check()
    {
        if (m_kind == NodeKind::Missing || isFilledInLater(m_tree, m_value))
            return {}; // a syntax error says it already; a token may become anything
        if (m_kind == NodeKind::String)
            m_text = m_tree.stringValue(m_value);
        const bool expression = m_kind == NodeKind::String && isJSONata(m_text);
        if (expression && m_field.expressionAllowed && m_language == QueryLanguage::JSONata)
            return {};
        byShape();
        return std::move(m_problems);
    }

private:
    void byShape()
    {
        switch (m_field.shape) {
        case Shape::Text:
        case Shape::LongText:
            return text();
        case Shape::StateName:
            return expect(m_kind == NodeKind::String, ASL_TEXT("core", "\"%1\" must be the name of a state."));
        case Shape::TextMatches:
            return expect(m_kind == NodeKind::String, ASL_TEXT("core", "\"%1\" must be a text, in which * stands for any characters."));
        case Shape::Boolean:
        case Shape::True:
            return expect(m_kind == NodeKind::True || m_kind == NodeKind::False,
                          ASL_TEXT("core", "\"%1\" must be true or false."));
        case Shape::WholeNumber:
        case Shape::Number:
            return number();
        case Shape::OneOf:
            return oneOf();
        case Shape::Path:
            return expression(false, pathProblem);
        case Shape::NullablePath:
            return expression(true, pathProblem);
        case Shape::ReferencePath:
            return expression(false, referencePathProblem);
        case Shape::NullableReferencePath:
            return expression(true, resultPathProblem);
        case Shape::PathOrIntrinsic:
            return expression(false, textExpressionProblem);
        case Shape::Timestamp:
            return timestamp();
        case Shape::Resource:
            return expect(m_kind == NodeKind::String && !m_text.empty(),
                          ASL_TEXT("core", "\"%1\" must be an ARN, such as \"arn:aws:states:::lambda:invoke\"."));
        case Shape::ErrorNames:
            return strings(ASL_TEXT("core", "\"%1\" must be a list of error names."),
                           ASL_TEXT("core", "Every item of \"%1\" must be the name of an error."));
        case Shape::StringList:
            return strings(ASL_TEXT("core", "\"%1\" must be a list of texts."),
                           ASL_TEXT("core", "Every item of \"%1\" must be a text."));
        case Shape::AnyJson:
        case Shape::PayloadTemplate: // that it should be an object is advice, given by a rule of its own
            return;
        case Shape::Assignments:
            return expect(m_kind == NodeKind::Object,
                          ASL_TEXT("core", "\"%1\" must be an object of variable names and values."));
        case Shape::Expression:
            return expect(m_kind == NodeKind::True || m_kind == NodeKind::False || isJSONata(m_text),
                          ASL_TEXT("core", "\"%1\" must be true, false or a JSONata expression such as {% $states.input.ok %}."));
        case Shape::ItemsExpression:
            return expect(m_kind == NodeKind::Array || m_kind == NodeKind::Object || isJSONata(m_text),
                          ASL_TEXT("core", "\"%1\" must be a list, an object or a JSONata expression."));
        case Shape::Object:
            return expect(m_kind == NodeKind::Object, ASL_TEXT("core", "\"%1\" must be an object."));
        case Shape::ObjectList:
            return objectList();
        case Shape::States:
            return states();
        }
    }

    ShapeProblem& add(NodeId node, const char* literal, std::vector<std::string> more = {})
    {
        more.insert(more.begin(), std::string(m_field.name));
        return m_problems.emplace_back(ShapeProblem{node, Message(literal, std::move(more)), {}, {}});
    }

    void expect(bool holds, const char* literal)
    {
        if (!holds)
            add(m_value, literal);
    }

    void text()
    {
        if (m_kind != NodeKind::String)
            return expect(false, ASL_TEXT("core", "\"%1\" must be a text."));
        if (m_field.maximumLength != 0 && codePointCount(m_text) > m_field.maximumLength)
            add(m_value, ASL_TEXT("core", "\"%1\" may have at most %2 characters."), {std::to_string(m_field.maximumLength)});
    }

    void number()
    {
        const bool whole = m_field.shape == Shape::WholeNumber;
        double value = 0;
        const std::string_view raw = m_tree.raw(m_value);
        if (m_kind == NodeKind::Number)
            std::from_chars(raw.data(), raw.data() + raw.size(), value);
        if (m_kind != NodeKind::Number || (whole && value != std::floor(value)))
            return expect(false, whole ? ASL_TEXT("core", "\"%1\" must be a whole number.")
                                       : ASL_TEXT("core", "\"%1\" must be a number."));
        if (value < m_field.minimum)
            add(m_value, ASL_TEXT("core", "\"%1\" must be at least %2."), {numberText(m_field.minimum)});
        if (value > m_field.maximum)
            add(m_value, ASL_TEXT("core", "\"%1\" must be at most %2."), {numberText(m_field.maximum)});
    }

    void oneOf()
    {
        if (m_kind == NodeKind::String
            && std::find(m_field.values.begin(), m_field.values.end(), m_text) != m_field.values.end())
            return;
        std::string names;
        for (std::string_view value : m_field.values)
            names += (names.empty() ? "" : ", ") + std::string(value);
        add(m_value, ASL_TEXT("core", "\"%1\" must be one of: %2."), {names}).serviceMessage
            = "Value should be one of the following: [" + names + "]";
    }

    void expression(bool nullable, ExpressionProblem (*problemOf)(std::string_view))
    {
        if (nullable && m_kind == NodeKind::Null)
            return;
        if (m_kind != NodeKind::String)
            return expect(false, nullable ? ASL_TEXT("core", "\"%1\" must be a path such as \"$.detail\", or null.")
                                          : ASL_TEXT("core", "\"%1\" must be a path such as \"$.detail\"."));
        if (const ExpressionProblem problem = problemOf(m_text))
            expressionProblem(*problem);
    }

    void expressionProblem(const WrongExpression& problem)
    {
        ShapeProblem& said = add(m_value, ASL_TEXT("core", "\"%1\": %2"), {problem.message});
        if (problem.position)
            said.range = rangeInString(m_tree, m_value, *problem.position);
    }

    void timestamp()
    {
        if (m_kind == NodeKind::String && parseTimestamp(m_text))
            return;
        add(m_value, ASL_TEXT("core", "\"%1\" must be a time such as \"2026-03-01T09:00:00Z\": capital T, and Z or an offset."))
            .serviceMessage = "String does not match RFC3339 timestamp";
    }

    void strings(const char* whole, const char* item)
    {
        if (m_kind != NodeKind::Array || m_tree.node(m_value).childCount == 0)
            return expect(false, whole);
        for (NodeId child : m_tree.children(m_value)) {
            const NodeKind kind = m_tree.kind(child);
            if (kind != NodeKind::String && kind != NodeKind::Substitution && kind != NodeKind::Missing)
                add(child, item);
        }
    }

    void objectList()
    {
        if (m_kind != NodeKind::Array)
            return expect(false, ASL_TEXT("core", "\"%1\" must be a list of objects."));
        const bool mayBeEmpty = m_field.object == ObjectType::Retrier || m_field.object == ObjectType::Catcher;
        if (m_tree.node(m_value).childCount == 0 && !mayBeEmpty)
            add(m_value, ASL_TEXT("core", "\"%1\" is empty. Add at least one.")).serviceMessage = "Value cannot be empty";
        objectsInside(ASL_TEXT("core", "Every item of \"%1\" must be an object."));
    }

    void states()
    {
        if (m_kind != NodeKind::Object)
            return expect(false, ASL_TEXT("core", "\"%1\" must be an object: a state for each name."));
        if (m_tree.node(m_value).childCount == 0)
            add(m_value, ASL_TEXT("core", "There are no states here yet. Add at least one.")).serviceMessage
                = "Value cannot be empty";
        objectsInside(ASL_TEXT("core", "Every state in \"%1\" must be an object."));
    }

    void objectsInside(const char* literal)
    {
        for (NodeId child : m_tree.children(m_value)) {
            const NodeKind kind = m_tree.kind(child);
            if (kind != NodeKind::Object && kind != NodeKind::Missing && !isFilledInLater(m_tree, child))
                add(child, literal);
        }
    }

    const SyntaxTree& m_tree;
    NodeId m_value;
    const Field& m_field;
    QueryLanguage m_language;
    NodeKind m_kind;
    std::string m_text;
    std::vector<ShapeProblem> m_problems;
};

} // namespace

std::vector<ShapeProblem> shapeProblems(const SyntaxTree& tree, NodeId value, const Field& field, QueryLanguage language)
{
    return ShapeChecker(tree, value, field, language).check();
}

} // namespace asl::validation

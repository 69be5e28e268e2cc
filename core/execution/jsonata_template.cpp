// Computing the fields of JSONata states.

#include "core/execution/jsonata_template.h"

#include "core/data/json.h"

#include <vector>

namespace asl {

namespace {

constexpr std::string_view open = "{%";
constexpr std::string_view close = "%}";

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

std::string_view typeName(const Data& value)
{
    if (value.isNull())
        return "null";
    if (value.isBoolean())
        return "boolean";
    if (value.isNumber())
        return "number";
    if (value.isString())
        return "string";
    return value.isArray() ? "array" : "object";
}

} // namespace

Fault evaluationFault(std::string text, std::string location)
{
    return {.failure = {errors::queryEvaluation, std::move(text)}, .namesState = true, .evaluationOf = std::move(location)};
}

Computed<Data> JsonataExpression::evaluate(const query::EvaluationContext& context) const
{
    auto value = compiled.evaluate(Data(), context);
    const auto says = [this](const std::string& what) {
        return evaluationFault("The JSONata expression '" + text + "' specified for the field '" + location + "' " + what, location);
    };
    if (!value) {
        const query::QueryError& error = value.error();
        return says("threw an error during evaluation" + (error.code.empty() ? ": " : ". " + error.code + ": ") + error.message);
    }
    if (value->isUndefined())
        return says("returned nothing (undefined).");
    if (value->isFunction())
        return says("returned an unsupported result type.");
    return *std::move(value);
}

Fault JsonataExpression::unexpectedType(std::string_view expected, const Data& value) const
{
    return evaluationFault("The JSONata expression '" + text + "' specified for the field '" + location
                               + "' returned an unexpected result type. Expected '" + std::string(expected) + "', but was '"
                               + std::string(typeName(value)) + "' for value: " + data::toJson(value),
                           location);
}

/// Parts without an expression inside are one Literal.
struct JsonataTemplate::Node
{
    enum class Kind : std::uint8_t { Literal, Expression, Array, Object };
    Kind kind = Kind::Literal;
    Data literal;
    std::optional<JsonataExpression> expression;
    std::vector<Data> keys; ///< Object
    std::vector<Node> children;

    /// Nesting is bounded by Data::maxDepth.
    static query::Outcome<Node> compile(const Data& json, const std::string& location);
    Computed<Data> evaluate(const query::EvaluationContext& context) const;
};

query::Outcome<JsonataTemplate::Node> JsonataTemplate::Node::compile(const Data& json, const std::string& location)
{
    Node node;
    node.literal = json;
    if (json.isString() && json.text().starts_with(open) && json.text().ends_with(close)
        && json.text().size() >= open.size() + close.size()) {
        const std::string_view inner = json.text().substr(open.size(), json.text().size() - open.size() - close.size());
        const std::string text(trimmed(inner));
        auto compiled = query::Jsonata::compile(text, query::JsonataDialect::StepFunctions);
        if (!compiled)
            return compiled.error();
        node.kind = Kind::Expression;
        node.expression = JsonataExpression{*std::move(compiled), text, location};
        return node;
    }
    bool computed = false;
    const auto add = [&](const Data& part, const std::string& place) -> std::optional<query::QueryError> {
        auto child = compile(part, place);
        if (!child)
            return child.error();
        computed |= child->kind != Kind::Literal;
        node.children.push_back(*std::move(child));
        return {};
    };
    std::size_t index = 0;
    for (const Data& item : json.items())
        if (auto error = add(item, location + "[" + std::to_string(index++) + "]"))
            return *error;
    for (const Member& member : json.members()) {
        node.keys.push_back(member.key);
        if (auto error = add(member.value, location + "/" + std::string(member.key.text())))
            return *error;
    }
    if (!computed) {
        Node literal;
        literal.literal = json;
        return literal;
    }
    node.kind = json.isArray() ? Kind::Array : Kind::Object;
    return node;
}

Computed<Data> JsonataTemplate::Node::evaluate(const query::EvaluationContext& context) const
{
    switch (kind) {
    case Kind::Literal: return literal;
    case Kind::Expression: return expression->evaluate(context);
    case Kind::Array: {
        ArrayBuilder items;
        items.reserve(children.size());
        for (const Node& child : children) {
            auto value = child.evaluate(context);
            if (!value)
                return value;
            items.add(std::move(*value));
        }
        return std::move(items).build();
    }
    case Kind::Object: break;
    }
    ObjectBuilder members;
    for (std::size_t i = 0; i < children.size(); ++i) {
        auto value = children[i].evaluate(context);
        if (!value)
            return value;
        members.set(keys[i], std::move(*value));
    }
    return std::move(members).build();
}

query::Outcome<JsonataTemplate> JsonataTemplate::compile(const Data& json, const std::string& location)
{
    auto root = Node::compile(json, location);
    if (!root)
        return root.error();
    JsonataTemplate result;
    result.m_root = std::make_shared<const Node>(*std::move(root));
    return result;
}

Computed<Data> JsonataTemplate::evaluate(const query::EvaluationContext& context) const { return m_root->evaluate(context); }

const JsonataExpression* JsonataTemplate::expression() const
{
    return m_root->expression ? &*m_root->expression : nullptr;
}

} // namespace asl

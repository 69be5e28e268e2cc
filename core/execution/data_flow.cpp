// Data flow common to all states.

#include "core/execution/data_flow.h"

#include "core/data/json.h"
#include "core/language/quotas.h"

#include <cmath>

namespace asl {

namespace {

/// Error names of their own stay; all else is States.Runtime.
Fault queryFault(const query::QueryError& error, std::string text)
{
    Fault fault = runtimeFault(std::move(text));
    if (error.code.starts_with("States.") && error.code != errors::runtime) {
        fault.failure.error = error.code;
        fault.fatal = false;
    }
    return fault;
}

} // namespace

query::Outcome<Data> evaluated(const query::JsonPath& path, const Data& root, const query::EvaluationContext& context)
{
    auto value = path.evaluate(root, context);
    if (!value && !path.isDefinite() && value.error().code == "not-found")
        return Data::array({});
    return value;
}

Computed<Data> selected(const PathField& field, const Data& data, const Evaluation& evaluation)
{
    switch (field.kind) {
    case PathField::Kind::Absent:
        return data;
    case PathField::Kind::Null:
        return Data::emptyObject();
    case PathField::Kind::Path:
        break;
    }
    auto value = evaluated(*field.path, data, evaluation);
    if (!value)
        return queryFault(value.error(), "Invalid path '" + field.path->text() + "' : " + value.error().message);
    return *std::move(value);
}

Computed<Data> templated(const std::optional<ValueTemplate>& valueTemplate, const Data& data,
                         const Evaluation& evaluation)
{
    if (!valueTemplate)
        return data;
    if (const auto* jsonata = std::get_if<JsonataTemplate>(&*valueTemplate))
        return jsonata->evaluate(evaluation);
    auto value = std::get<query::PayloadTemplate>(*valueTemplate).evaluate(data, evaluation);
    if (!value)
        return queryFault(value.error(), value.error().message);
    return *std::move(value);
}

Computed<Data> merged(const ResultPathField& field, const Data& raw, Data result)
{
    switch (field.kind) {
    case PathField::Kind::Absent:
        return result;
    case PathField::Kind::Null:
        return raw;
    case PathField::Kind::Path:
        break;
    }
    if (field.path->isRoot())
        return result;
    auto whole = field.path->write(raw, std::move(result));
    if (!whole)
        return queryFault(whole.error(), whole.error().message);
    return *std::move(whole);
}

bool passesInput(StateType type, QueryLanguage language)
{
    return type == StateType::Wait || type == StateType::Choice || type == StateType::Succeed ||
           (type == StateType::Pass && language == QueryLanguage::JSONata);
}

Computed<std::optional<Data>> numberValue(const NumberField& field, const Data& input, const Evaluation& evaluation)
{
    if (field.literal)
        return std::optional(Data::number(*field.literal));
    if (field.computed) {
        auto number = field.computed->evaluate(evaluation);
        if (!number)
            return number.fault();
        if (!number->isNumber())
            return unexpectedType(*field.computed, field.name, "number", *number);
        // A fraction is cut off.
        return std::optional(Data::number(std::trunc(number->asDouble())));
    }
    if (!field.path)
        return std::optional<Data>();
    auto value = evaluated(*field.path, input, evaluation);
    if (!value)
        return queryFault(value.error(), "Invalid path '" + field.path->text() + "' : " + value.error().message);
    return std::optional(*std::move(value));
}

std::string quotedValue(const Data& value)
{
    return value.isString() ? std::string(value.text()) : data::toJson(value);
}

Fault numberFault(const NumberField& field, std::string text)
{
    return field.computed ? evaluationFault(std::move(text), field.name) : runtimeFault(std::move(text));
}

Fault unexpectedType(const JsonataTemplate& field, std::string_view name, std::string_view expected, const Data& value)
{
    if (const JsonataExpression* expression = field.expression())
        return expression->unexpectedType(expected, value);
    return evaluationFault("The field '" + std::string(name) + "' must be of type '" + std::string(expected) +
                               "', but was: " + data::toJson(value),
                           std::string(name));
}

Fault sizeExceeded(std::string_view who)
{
    return {.failure = {errors::dataLimitExceeded,
                        "The state/task '" + std::string(who) +
                            "' returned a result with a size exceeding the maximum number of bytes service limit."}};
}

std::optional<Fault> sizeFault(const Data& data, std::string_view who)
{
    return jsonSize(data) <= quotas::payloadBytes ? std::nullopt : std::optional(sizeExceeded(who));
}

} // namespace asl

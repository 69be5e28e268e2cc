// Task: what is known before the call: timeouts and credentials.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/states/work.h"
#include "core/language/quotas.h"

#include <algorithm>
#include <cmath>

namespace asl {

namespace {

/// A positive whole number of seconds; empty when the field is absent.
Computed<std::optional<std::int64_t>> secondsOf(const NumberField& field, const WorkContext& context)
{
    auto value = numberValue(field, context.filteredInput, context.evaluation);
    if (!value)
        return value.fault();
    if (!*value)
        return std::optional<std::int64_t>();
    const Data& number = **value;
    if (!number.isNumber() || number.asDouble() != std::floor(number.asDouble()) || number.asDouble() <= 0
        || number.asDouble() > static_cast<double>(quotas::seconds))
        return runtimeFault("The " + field.name + " field refers to value \"" + data::toJson(number)
                            + "\" which is not a valid integer" + (field.path ? ": " + field.path->text() : std::string()));
    return std::optional(static_cast<std::int64_t>(number.asDouble()));
}

/// Headers and query parameters: each value is a list of strings.
bool isMultiValueMap(const Data& value)
{
    const auto isList = [](const Member& member) {
        const std::span<const Data> items = member.value.items();
        return member.value.isArray() && std::all_of(items.begin(), items.end(), [](const Data& item) { return item.isString(); });
    };
    return value.isObject() && std::all_of(value.members().begin(), value.members().end(), isList);
}

/// What the service finds wrong with parameters before it calls anything.
std::optional<Fault> parameterFault(const TaskProgram& task, const Data& parameters)
{
    if (task.kind != TaskProgram::Kind::Integration || task.resourceType.text() != "apigateway")
        return {};
    for (const char* field : {"Headers", "QueryParameters"})
        if (const Data* value = parameters.find(field); value && !isMultiValueMap(*value))
            return runtimeFault("The Parameters '" + data::toJson(parameters) + "' could not be used to start the Task: [The value of the field '"
                                + field + "' has an invalid format]");
    return {};
}

} // namespace

Work begin(const TaskProgram& task, const WorkContext& context)
{
    auto timeout = secondsOf(task.timeout, context);
    if (!timeout)
        return timeout.fault();
    auto heartbeat = secondsOf(task.heartbeat, context);
    if (!heartbeat)
        return heartbeat.fault();
    if (auto fault = parameterFault(task, context.input))
        return *fault;
    AwaitTask result{*timeout, *heartbeat, {}};
    if (task.credentials) {
        auto credentials = templated(task.credentials, context.filteredInput, context.evaluation);
        if (!credentials)
            return credentials.fault();
        result.credentials = *credentials;
    }
    return result;
}

} // namespace asl

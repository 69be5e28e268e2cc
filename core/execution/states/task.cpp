// Task: what is known before the call: timeouts and credentials.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/states/work.h"
#include "core/language/quotas.h"

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

} // namespace

Work begin(const TaskProgram& task, const WorkContext& context)
{
    auto timeout = secondsOf(task.timeout, context);
    if (!timeout)
        return timeout.fault();
    auto heartbeat = secondsOf(task.heartbeat, context);
    if (!heartbeat)
        return heartbeat.fault();
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

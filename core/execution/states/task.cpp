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
    if (!field.literal && !field.computed && !field.path)
        return std::optional<std::int64_t>();
    auto value = numberValue(field, context.filteredInput, context.evaluation);
    if (!value)
        return value.fault();
    if (!*value)
        return std::optional<std::int64_t>();
    const Data& number = **value;
    if (!number.isNumber() || number.asDouble() != std::floor(number.asDouble()) || number.asDouble() <= 0 ||
        number.asDouble() > static_cast<double>(quotas::seconds))
        return numberFault(field, "The " + field.name + " field refers to value \"" + quotedValue(number) +
                                      "\" which is not a valid integer" +
                                      (field.path ? ": " + field.path->text() : std::string()));
    return std::optional(static_cast<std::int64_t>(number.asDouble()));
}

/// Headers and query parameters: each value is a list of strings.
bool isMultiValueMap(const Data& value)
{
    const auto isList = [](const Member& member) {
        const std::span<const Data> items = member.value.items();
        return member.value.isArray() &&
               std::all_of(items.begin(), items.end(), [](const Data& item) { return item.isString(); });
    };
    return value.isObject() && std::all_of(value.members().begin(), value.members().end(), isList);
}

Fault startFault(const Data& parameters, const std::string& problem)
{
    return runtimeFault("The Parameters '" + data::toJson(parameters) + "' could not be used to start the Task: [" +
                        problem + "]");
}

/// Headers that an HTTP Task may not send.
bool isForbiddenHeader(std::string_view name)
{
    constexpr std::string_view forbidden[] = {"a-im",
                                              "accept-charset",
                                              "accept-datetime",
                                              "accept-encoding",
                                              "authorization",
                                              "cache-control",
                                              "connection",
                                              "content-encoding",
                                              "content-md5",
                                              "date",
                                              "expect",
                                              "forwarded",
                                              "from",
                                              "host",
                                              "http2-settings",
                                              "if-match",
                                              "if-modified-since",
                                              "if-none-match",
                                              "if-range",
                                              "if-unmodified-since",
                                              "max-forwards",
                                              "origin",
                                              "pragma",
                                              "proxy-authorization",
                                              "referer",
                                              "server",
                                              "te",
                                              "trailer",
                                              "transfer-encoding",
                                              "upgrade",
                                              "via",
                                              "warning"};
    constexpr std::string_view forbiddenBeginnings[] = {"x-forwarded-", "x-amz-", "x-amzn-"};
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(std::begin(forbidden), std::end(forbidden), lower) != std::end(forbidden) ||
           std::any_of(std::begin(forbiddenBeginnings), std::end(forbiddenBeginnings),
                       [&lower](std::string_view beginning) { return lower.starts_with(beginning); });
}

std::optional<Fault> httpFault(const Data& parameters)
{
    const Data* endpoint = parameters.find("ApiEndpoint");
    if (endpoint && endpoint->isString() && !endpoint->text().starts_with("https://"))
        return startFault(parameters, "The value of the field 'ApiEndpoint' must be an https URL");
    const Data* headers = parameters.find("Headers");
    if (!headers)
        return {};
    for (const Member& header : headers->members())
        if (isForbiddenHeader(header.key.text()))
            return startFault(parameters, "The header '" + std::string(header.key.text()) + "' is not allowed");
    return {};
}

/// What the service finds wrong with parameters before it calls anything.
std::optional<Fault> parameterFault(const TaskProgram& task, const Data& parameters)
{
    if (task.kind != TaskProgram::Kind::Integration)
        return {};
    if (task.resourceType.text() == "http")
        return httpFault(parameters);
    if (task.resourceType.text() != "apigateway")
        return {};
    for (const char* field : {"Headers", "QueryParameters"})
        if (const Data* value = parameters.find(field); value && !isMultiValueMap(*value))
            return startFault(parameters, "The value of the field '" + std::string(field) + "' has an invalid format");
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
    // Written down, they have been compared already.
    if (*timeout && *heartbeat && **heartbeat >= **timeout && !(task.timeout.literal && task.heartbeat.literal))
        return numberFault(task.heartbeat.computed ? task.heartbeat : task.timeout,
                           "The " + task.heartbeat.name + " field refers to value \"" + std::to_string(**heartbeat) +
                               "\" which must be smaller than the timeout of " + std::to_string(**timeout) +
                               " seconds");
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

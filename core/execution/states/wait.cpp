// Wait: how long, from a number or a point in time, written down or found in the input.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/states/work.h"
#include "core/support/timestamp.h"

#include <cmath>

namespace asl {

namespace {

constexpr VirtualTime second = 1'000'000;
/// Computed delays beyond this many seconds are refused.
constexpr double longestComputedDelay = 2'147'483'647;

Work awaitSeconds(const query::JsonPath& path, const WorkContext& context)
{
    auto found = evaluated(path, context.input, context.evaluation);
    if (!found)
        return runtimeFault("The SecondsPath parameter does not reference an input value: " + path.text());
    const Data& value = *found;
    const std::string shown = quotedValue(value);
    if (!value.isNumber() || value.asDouble() != std::floor(value.asDouble()))
        return runtimeFault("The SecondsPath parameter cannot be parsed as a long value: " + path.text() +
                            " == " + shown);
    if (value.asDouble() < 0)
        return runtimeFault("The SecondsPath parameter references a negative value: " + path.text() + " == " + shown);
    if (value.asDouble() > longestComputedDelay)
        return runtimeFault("Wait state delay is too long.");
    return AwaitUntil{context.now + static_cast<VirtualTime>(value.asDouble()) * second};
}

Work awaitTimestamp(const query::JsonPath& path, const WorkContext& context)
{
    auto found = evaluated(path, context.input, context.evaluation);
    if (!found)
        return runtimeFault("The TimestampPath parameter does not reference an input value: " + path.text());
    const Data& value = *found;
    const auto instant = value.isString() ? parseTimestamp(value.text()) : std::nullopt;
    if (!instant)
        return runtimeFault("The TimestampPath parameter does not reference a valid ISO-8601 extended offset date-time "
                            "format string: " +
                            path.text() + " == " + quotedValue(value));
    if (static_cast<double>(instant->seconds) - static_cast<double>(context.now / second) > longestComputedDelay)
        return runtimeFault("Wait state delay is too long.");
    return AwaitUntil{instant->seconds * second};
}

Work awaitComputedSeconds(const JsonataTemplate& field, const WorkContext& context)
{
    auto value = field.evaluate(context.evaluation);
    if (!value)
        return value.fault();
    if (!value->isNumber())
        return unexpectedType(field, "Seconds", "number", *value);
    const double seconds = std::trunc(value->asDouble());
    if (seconds < 0)
        return evaluationFault("The Seconds field references a negative value: " + data::toJson(*value), "Seconds");
    if (seconds > longestComputedDelay)
        return evaluationFault("Wait state delay is too long.", "Seconds");
    return AwaitUntil{context.now + static_cast<VirtualTime>(seconds) * second};
}

Work awaitComputedTimestamp(const JsonataTemplate& field, const WorkContext& context)
{
    auto value = field.evaluate(context.evaluation);
    if (!value)
        return value.fault();
    if (!value->isString())
        return unexpectedType(field, "Timestamp", "string", *value);
    const auto instant = parseTimestamp(value->text());
    if (!instant)
        return evaluationFault(
            "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: " +
                std::string(value->text()),
            "Timestamp");
    if (static_cast<double>(instant->seconds) - static_cast<double>(context.now / second) > longestComputedDelay)
        return evaluationFault("Wait state delay is too long.", "Timestamp");
    return AwaitUntil{instant->seconds * second};
}

} // namespace

Work begin(const WaitProgram& wait, const WorkContext& context)
{
    if (wait.seconds)
        return AwaitUntil{context.now + *wait.seconds * second};
    if (wait.timestamp)
        return AwaitUntil{*wait.timestamp};
    if (wait.secondsComputed)
        return awaitComputedSeconds(*wait.secondsComputed, context);
    if (wait.timestampComputed)
        return awaitComputedTimestamp(*wait.timestampComputed, context);
    return wait.secondsPath ? awaitSeconds(*wait.secondsPath, context) : awaitTimestamp(*wait.timestampPath, context);
}

} // namespace asl

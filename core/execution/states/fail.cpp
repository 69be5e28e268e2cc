// Fail: ends its scope with an error. Its paths see the raw input.

#include "core/data/json.h"
#include "core/execution/data_flow.h"
#include "core/execution/states/work.h"

namespace asl {

namespace {

Computed<std::optional<std::string>> textOf(const TextField& field, const WorkContext& context)
{
    if (field.literal || (!field.path && !field.intrinsic && !field.computed))
        return field.literal;
    Data value;
    if (field.computed) {
        auto computed = field.computed->evaluate(context.evaluation);
        if (!computed)
            return computed.fault();
        if (!computed->isString())
            return unexpectedType(*field.computed, field.name, "string", *computed);
        value = std::move(*computed);
    } else if (field.path) {
        auto found = evaluated(*field.path, context.rawInput, context.evaluation);
        if (!found)
            return runtimeFault("The JSONPath '" + field.path->text() + "' specified for the field '" + field.name
                                + "' could not be found in the input '" + data::toJson(context.rawInput) + "'");
        value = *std::move(found);
    } else {
        auto computed = templated(ValueTemplate(*field.intrinsic), context.rawInput, context.evaluation);
        if (!computed)
            return computed.fault();
        value = *computed->find("value");
    }
    if (!value.isString())
        return runtimeFault("The field '" + field.name + "' must give a string, but was: " + data::toJson(value));
    return std::optional(std::string(value.text()));
}

} // namespace

Work begin(const FailProgram& fail, const WorkContext& context)
{
    auto error = textOf(fail.error, context);
    if (!error)
        return error.fault();
    auto cause = textOf(fail.cause, context);
    if (!cause)
        return cause.fault();
    return Fault{.failure = {*error, *cause}};
}

} // namespace asl

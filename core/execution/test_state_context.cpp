// TestState's Context object: what may be given, and what stands there when nothing is.

#include "core/execution/context_object.h"
#include "core/execution/tested_state.h"
#include "core/execution/time_text.h"

#include <algorithm>

namespace asl {

namespace {

struct ContextMember
{
    enum class Type : std::uint8_t { Text, Number, Any };
    std::string_view object;
    std::string_view name;
    Type type = Type::Text;
};

constexpr ContextMember members[] = {{"Execution", "Id"},
                                     {"Execution", "Input", ContextMember::Type::Any},
                                     {"Execution", "Name"},
                                     {"Execution", "RoleArn"},
                                     {"Execution", "StartTime"},
                                     {"Execution", "RedriveCount", ContextMember::Type::Number},
                                     {"Execution", "RedriveTime"},
                                     {"State", "EnteredTime"},
                                     {"State", "Name"},
                                     {"State", "RetryCount", ContextMember::Type::Number},
                                     {"StateMachine", "Id"},
                                     {"StateMachine", "Name"},
                                     {"Task", "Token"}};

Refusal invalid(const std::string& what)
{
    return validationException("Invalid Context object provided: " + what);
}

std::optional<Refusal> memberRefusal(std::string_view object, const Member& member)
{
    const auto row = std::find_if(std::begin(members), std::end(members), [&](const ContextMember& known) {
        return known.object == object && known.name == member.key.text();
    });
    if (row == std::end(members))
        return invalid("Field '" + std::string(member.key.text()) + "' is not allowed");
    const std::string place = std::string(object) + "." + std::string(row->name);
    if (row->type == ContextMember::Type::Text && !member.value.isString())
        return invalid(place + " must be a string");
    if (row->type == ContextMember::Type::Number && !member.value.isNumber())
        return invalid(place + " must be a number");
    return {};
}

} // namespace

std::optional<Refusal> contextRefusal(const Data& context)
{
    for (const Member& member : context.members()) {
        const std::string_view name = member.key.text();
        if (name == "Map")
            return invalid("'Map' field is not supported when mocking a Context object");
        const bool known = std::any_of(std::begin(members), std::end(members),
                                       [&](const ContextMember& row) { return row.object == name; });
        if (!known)
            return invalid("Field '" + std::string(name) + "' is not allowed");
        if (!member.value.isObject())
            return invalid(std::string(name) + " must be an object");
        for (const Member& inner : member.value.members())
            if (auto refusal = memberRefusal(name, inner))
                return refusal;
    }
    return {};
}

Data defaultContext(const TestedState& tested, const TestStateWorld& world, std::uint64_t& randomState)
{
    const std::string machine = newName(randomState);
    const std::string execution = newName(randomState);
    const std::string arn = "arn:aws:states:us-east-1:111111111111:";
    const Data now = Data::string(formattedTime(world.now / 1000 * 1000, TimeForm::ContextObject));
    const std::optional<std::string>& role = tested.request->roleArn;

    ObjectBuilder executionObject;
    executionObject.set("Id", Data::string(arn + "express:" + machine + ":" + execution)).set("Input", tested.input);
    executionObject.set("Name", Data::string(execution))
        .set("RoleArn", role ? Data::string(*role) : Data::null())
        .set("StartTime", now);
    ObjectBuilder machineObject;
    machineObject.set("Id", Data::string(arn + "stateMachine:" + machine)).set("Name", Data::string(machine));
    ObjectBuilder stateObject;
    stateObject.set("Name", Data::string("StateName")).set("EnteredTime", now);
    const StateType type = tested.type();
    if (type == StateType::Task || type == StateType::Parallel || type == StateType::Map)
        stateObject.set("RetryCount", Data::integer(tested.request->configuration.retrierRetryCount.value_or(0)));

    ObjectBuilder context;
    context.set("Execution", std::move(executionObject).build());
    context.set("StateMachine", std::move(machineObject).build());
    context.set("State", std::move(stateObject).build());
    if (type == StateType::Task &&
        resourceInfo(tested.text("Resource")).pattern == IntegrationPattern::WaitForTaskToken)
        context.set("Task", Data::object({{Data::string("Token"), Data::string(newTaskToken(randomState))}}));
    return std::move(context).build();
}

} // namespace asl

// What TestState refuses, in the order in which the service looks.

#include "core/data/json.h"
#include "core/execution/tested_state.h"
#include "core/validation/service_answer.h"
#include "core/validation/validate.h"

#include <algorithm>

namespace asl {

namespace {

using MaybeRefusal = std::optional<Refusal>;

Refusal invalidDefinition(std::string message)
{
    return {"InvalidDefinition", std::move(message)};
}

/// The service's answer to a definition with errors: all of them in one sentence.
MaybeRefusal definitionRefusal(const Snapshot& snapshot)
{
    const Data answer = serviceAnswer(snapshot, validate(snapshot));
    const Data* diagnostics = answer.find("diagnostics");
    std::string said;
    for (const Data& diagnostic : diagnostics->items()) {
        const auto text = [&](std::string_view name) {
            const Data* value = diagnostic.find(name);
            return value ? std::string(value->text()) : std::string();
        };
        const std::string location = text("location");
        said += (said.empty() ? "" : ", ") + text("code") + ": " + text("message") +
                (location.empty() ? "" : " at " + location);
    }
    return said.empty() ? MaybeRefusal() : invalidDefinition("Invalid State Machine Definition: '" + said + "'");
}

/// A state machine around a state alone, which the service calls StateName. States that it leads to end the machine.
std::string machineAround(const std::string& state)
{
    const std::string head = R"({"StartAt":"StateName","States":{"StateName":)";
    const Snapshot bare(1, std::make_shared<const std::string>(head + state + "}}"));
    std::string targets;
    std::vector<std::string> added;
    for (const Transition& transition : bare.machine().transitions()) {
        const bool missing =
            transition.scope == 0 && transition.from != noId && transition.to == noId && !transition.targetName.empty();
        if (!missing || std::find(added.begin(), added.end(), transition.targetName) != added.end())
            continue;
        added.push_back(transition.targetName);
        targets += "," + data::toJson(Data::string(transition.targetName)) + R"(:{"Type":"Succeed"})";
    }
    return head + state + targets + "}}";
}

MaybeRefusal readDefinition(const TestStateRequest& request, TestedState& tested)
{
    auto document = Document::open(request.definition);
    if (!document)
        return invalidDefinition("Invalid State Machine Definition: '" + english(document.error().message) + "'");
    tested.snapshot = document->snapshot();
    const SyntaxTree& tree = tested.snapshot->tree();
    if (!tree.errors().empty() || tree.kind(tree.root()) != NodeKind::Object)
        return definitionRefusal(*tested.snapshot);
    if (!request.stateName)
        tested.snapshot =
            std::make_shared<const Snapshot>(1, std::make_shared<const std::string>(machineAround(request.definition)));
    const std::string name = request.stateName.value_or("StateName");
    const std::vector<State>& states = tested.snapshot->machine().states();
    const auto found =
        std::find_if(states.begin(), states.end(), [&](const State& state) { return state.name == name; });
    if (found == states.end())
        return validationException("State not found in definition");
    tested.id = static_cast<StateId>(found - states.begin());
    return definitionRefusal(*tested.snapshot);
}

MaybeRefusal readData(const TestStateRequest& request, TestedState& tested)
{
    auto input = data::parse(request.input.value_or("{}"));
    if (!input)
        return Refusal{"InvalidExecutionInput",
                       "Invalid State Machine Execution Input: '" + english(input.error().message) + "'"};
    tested.input = *std::move(input);
    auto variables = data::parse(request.variables.value_or("{}"));
    if (!variables || !variables->isObject())
        return validationException("Variables must be a valid JSON object");
    tested.variables = *std::move(variables);
    return {};
}

bool hasChildren(const TestedState& tested)
{
    return tested.type() == StateType::Map || tested.type() == StateType::Parallel;
}

MaybeRefusal failureCountNeedsMock(TestedState& tested)
{
    return tested.request->configuration.mapIterationFailureCount && !tested.mocked()
               ? MaybeRefusal(validationException(
                     "TestState does not support MapIterationFailureCount when a mock is not specified."))
               : MaybeRefusal();
}

MaybeRefusal childrenNeedMock(TestedState& tested)
{
    return hasChildren(tested) && !tested.mocked()
               ? MaybeRefusal(invalidDefinition("TestState API does not support Map or Parallel states. Supported "
                                                "state types include: [Task, Wait, Pass, Succeed, Fail, Choice]"))
               : MaybeRefusal();
}

MaybeRefusal taskNeedsRole(TestedState& tested)
{
    return tested.type() == StateType::Task && !tested.mocked() && !tested.request->roleArn
               ? MaybeRefusal(validationException("RoleArn must be specified when testing a Task state"))
               : MaybeRefusal();
}

MaybeRefusal roleIsNoArn(TestedState& tested)
{
    const std::optional<std::string>& role = tested.request->roleArn;
    return role && !role->starts_with("arn:") ? MaybeRefusal(Refusal{"InvalidArn", "Invalid Role Arn: '" + *role + "'"})
                                              : MaybeRefusal();
}

MaybeRefusal typeTakesNoMock(TestedState& tested)
{
    return tested.mocked() && !hasChildren(tested) && tested.type() != StateType::Task
               ? MaybeRefusal(validationException("State type '" + std::string(info(tested.type()).name) +
                                                  "' is not supported when a mock is specified"))
               : MaybeRefusal();
}

MaybeRefusal notOneMock(TestedState& tested)
{
    const auto& mock = tested.request->mock;
    return mock && mock->result.has_value() == mock->errorOutput.has_value()
               ? MaybeRefusal(validationException(
                     "A test mock should have only one of the following fields: [result, errorOutput]."))
               : MaybeRefusal();
}

MaybeRefusal secretsWithMock(TestedState& tested)
{
    return tested.request->revealSecrets && tested.mocked()
               ? MaybeRefusal(validationException("TestState does not support RevealSecrets when a mock is specified."))
               : MaybeRefusal();
}

MaybeRefusal mockedResultIsNoJson(TestedState& tested)
{
    if (!tested.mocked() || !tested.request->mock->result)
        return {};
    auto result = data::parse(*tested.request->mock->result);
    if (!result)
        return validationException("Mocked result must be valid JSON");
    tested.mockedResult = *std::move(result);
    return {};
}

/// A Map that exports its results gives the place where they are.
bool exports(const TestedState& tested)
{
    const SyntaxTree& tree = tested.snapshot->tree();
    const NodeId writer = tree.find(tested.state().node, "ResultWriter");
    return writer != noNode && tree.find(writer, "Resource") != noNode;
}

MaybeRefusal mockedResultOfChildren(TestedState& tested)
{
    if (!hasChildren(tested) || tested.mockedResult.isUndefined())
        return {};
    const bool object = tested.type() == StateType::Map && exports(tested);
    if (!object && !tested.mockedResult.isArray())
        return validationException("Mocked result must be an array.");
    if (tested.type() == StateType::Parallel && tested.mockedResult.size() != tested.state().scopes.size())
        return validationException(
            "Mocked result must contain the same number of items as number of Parallel branches.");
    if (object && !tested.mockedResult.isObject())
        return validationException("Mocked result must be a JSON object.");
    return {};
}

MaybeRefusal mockedResultOfTask(TestedState& tested)
{
    if (tested.type() != StateType::Task || tested.mockedResult.isUndefined())
        return {};
    const std::string resource = tested.text("Resource");
    const auto fault = mockFault(resourceInfo(resource), tested.mockedResult, tested.request->mock->check);
    return fault ? MaybeRefusal(validationException("Mock result schema validation error: " + *fault)) : MaybeRefusal();
}

MaybeRefusal contextIsWrong(TestedState& tested)
{
    if (!tested.request->context)
        return {};
    auto context = data::parse(*tested.request->context);
    if (!context || !context->isObject())
        return validationException("Invalid Context object provided: Context object must be a valid JSON object");
    tested.context = *std::move(context);
    return contextRefusal(tested.context);
}

MaybeRefusal moreFailuresThanIterations(TestedState& tested)
{
    const auto& failures = tested.request->configuration.mapIterationFailureCount;
    return failures && tested.type() == StateType::Map && tested.mockedResult.isArray() &&
                   static_cast<std::size_t>(*failures) > tested.mockedResult.size()
               ? MaybeRefusal(validationException(
                     "Map iteration failure count must be less than or equal to the number of Map iterations"))
               : MaybeRefusal();
}

using Check = MaybeRefusal (*)(TestedState& tested);
constexpr Check checks[] = {failureCountNeedsMock,  childrenNeedMock,   taskNeedsRole,   roleIsNoArn,
                            typeTakesNoMock,        notOneMock,         secretsWithMock, mockedResultIsNoJson,
                            mockedResultOfChildren, mockedResultOfTask, contextIsWrong,  moreFailuresThanIterations};

} // namespace

std::string TestedState::text(std::string_view field) const
{
    const SyntaxTree& tree = snapshot->tree();
    const NodeId node = tree.find(state().node, field);
    return node != noNode && tree.kind(node) == NodeKind::String ? tree.stringValue(node) : std::string();
}

std::variant<TestedState, Refusal> readTestedState(const TestStateRequest& request)
{
    TestedState tested;
    tested.request = &request;
    if (auto refusal = readDefinition(request, tested))
        return *refusal;
    if (auto refusal = readData(request, tested))
        return *refusal;
    for (const Check check : checks)
        if (auto refusal = check(tested))
            return *refusal;
    return tested;
}

} // namespace asl

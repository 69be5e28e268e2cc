// stepwright-cli test-state: tests one state as the TestState API does.

#include "app/cli/simulation.h"

#include "app/host/files.h"
#include "app/host/platform.h"

#include "core/data/json.h"
#include "core/execution/recorded_outcomes.h"
#include "core/execution/test_state.h"

#include <chrono>
#include <random>

namespace designer::cli {

namespace {

using namespace asl;

/// The members of the request that options give, each with the file that holds it.
struct FileOption
{
    const char* option;
    const char* member;
    bool isText; ///< a JSON text in the request; else an object
};
constexpr FileOption fileOptions[] = {{"--input", "input", true},
                                      {"--variables", "variables", true},
                                      {"--context", "context", true},
                                      {"--mock", "mock", false},
                                      {"--state-configuration", "stateConfiguration", false}};

/// The request that the options amount to.
Result<Data> requestOfOptions(const Arguments& arguments)
{
    ObjectBuilder request;
    const auto snapshot = readDefinition(arguments.positional.front());
    if (!snapshot)
        return snapshot.error();
    std::string definition = (*snapshot)->text();
    if ((*snapshot)->syntax() != TextSyntax::Json) {
        const SyntaxTree& tree = (*snapshot)->tree();
        const auto json = data::fromSyntax(tree, tree.root());
        if (!json)
            return json.error();
        definition = data::toJson(*json); // the API takes no YAML
    }
    request.set("definition", Data::string(definition));
    for (const FileOption& row : fileOptions) {
        const QString option = QLatin1String(row.option);
        if (!arguments.has(option))
            continue;
        auto json = jsonOption(arguments, option);
        if (!json)
            return json.error();
        request.set(row.member, row.isText ? Data::string(data::toJson(*json)) : *json);
    }
    // A role is asked for only because the service has to assume one; any will do here.
    const QString role = arguments.value(QStringLiteral("--role-arn"),
                                         QStringLiteral("arn:aws:iam::111111111111:role/StateMachineRole"));
    request.set("roleArn", Data::string(role.toStdString()));
    if (arguments.has(QStringLiteral("--state")))
        request.set("stateName", Data::string(arguments.value(QStringLiteral("--state")).toStdString()));
    if (arguments.has(QStringLiteral("--inspection-level")))
        request.set("inspectionLevel",
                    Data::string(arguments.value(QStringLiteral("--inspection-level")).toStdString()));
    if (arguments.has(QStringLiteral("--reveal-secrets")))
        request.set("revealSecrets", Data::boolean(true));
    return std::move(request).build();
}

/// {"return": …} or {"throw": {"error", "cause"}}
Result<TaskOutcome> readTaskOutcome(const Arguments& arguments)
{
    const QString option = QStringLiteral("--task-result");
    const auto json = jsonOption(arguments, option);
    if (!json)
        return json.error();
    const Data* returned = json->find("return");
    const Data* thrown = json->find("throw");
    if ((returned != nullptr) == (thrown != nullptr) || (thrown && !thrown->isObject()))
        return Error{{ASL_TEXT("cli", "%1: --task-result needs an object with \"return\", or with \"throw\" and in it "
                                      "\"error\" and \"cause\"."),
                      {arguments.value(option).toStdString()}},
                     {}};
    return returned ? TaskOutcome(TaskSuccess{*returned}) : TaskOutcome(failureFrom(*thrown, "error", "cause"));
}

int refuse(const Refusal& refusal)
{
    const Data exception = Data::object(
        {{Data::string("code"), Data::string(refusal.code)}, {Data::string("message"), Data::string(refusal.message)}});
    print(data::toJson(Data::object({{Data::string("exception"), exception}}), data::Layout::Indented) + "\n");
    return AnswerIsNo;
}

int answer(const Data& json, const TestStateWorld& world)
{
    const auto request = readTestStateRequest(json);
    if (const auto* refusal = std::get_if<Refusal>(&request))
        return refuse(*refusal);
    const TestStateOutcome outcome = testState(std::get<TestStateRequest>(request), world);
    if (const auto* refusal = std::get_if<Refusal>(&outcome))
        return refuse(*refusal);
    if (std::holds_alternative<TaskUnanswered>(outcome))
        return fail("nothing answers the task. Give a mock in the request, or --task-result FILE with what it returns "
                    "or throws.");
    print(data::toJson(std::get<Data>(outcome), data::Layout::Indented) + "\n");
    return Success;
}

} // namespace

const char* const testStateDetails =
    "\nA FILE holds one state, or a state machine of which --state picks a state, nested ones too. The other form "
    "takes the\n"
    "request of the API as one object: definition, stateName, input, variables, context, mock, stateConfiguration,\n"
    "inspectionLevel, revealSecrets, roleArn.\n"
    "  --mock FILE           {\"result\": …} or {\"errorOutput\": {\"error\", \"cause\"}}, and "
    "\"fieldValidationMode\"\n"
    "                        STRICT, PRESENT or NONE: how closely the result is compared with what the service "
    "answers\n"
    "  --task-result FILE    what the task does where it is not mocked: {\"return\": …} or {\"throw\": {\"error\", "
    "\"cause\"}}\n"
    "  --state-configuration FILE\n"
    "                        retrierRetryCount, errorCausedByState, mapIterationFailureCount, mapItemReaderData\n"
    "Prints the API's answer, or {\"exception\": {\"code\", \"message\"}} and exit status 1 where the API refuses.\n";

int testStateCommand(const QStringList& words)
{
    QStringList valued = {QStringLiteral("--request"), QStringLiteral("--task-result"), QStringLiteral("--state"),
                          QStringLiteral("--inspection-level"), QStringLiteral("--role-arn")};
    for (const FileOption& row : fileOptions)
        valued << QLatin1String(row.option);
    const auto arguments = parseArguments(words, valued, {QStringLiteral("--reveal-secrets")});
    if (!arguments)
        return fail(arguments.error());
    const bool whole = arguments->has(QStringLiteral("--request"));
    if (arguments->positional.size() != (whole ? 0 : 1))
        return fail("test-state takes either one FILE or --request FILE. See --help.");
    if (whole && arguments->options.size() > (arguments->has(QStringLiteral("--task-result")) ? 2 : 1))
        return fail("beside --request only --task-result can be given: the request holds all the rest.");
    QStringList files = {QStringLiteral("--request"), QStringLiteral("--task-result")};
    for (const FileOption& row : fileOptions)
        files << QLatin1String(row.option);
    if (const auto once = onlyOneFromStandardInput(*arguments, files); !once)
        return fail(once.error());
    const query::Platform platform = host::platform();
    TestStateWorld world;
    world.platform = &platform;
    world.now =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
            .count();
    world.seed = std::random_device()();
    if (arguments->has(QStringLiteral("--task-result"))) {
        auto outcome = readTaskOutcome(*arguments);
        if (!outcome)
            return fail(outcome.error());
        world.taskOutcome = *std::move(outcome);
    }
    const auto request = whole ? jsonOption(*arguments, QStringLiteral("--request")) : requestOfOptions(*arguments);
    return request ? answer(*request, world) : fail(request.error());
}

} // namespace designer::cli

// testState: runs one state on the machine itself until it is left, has failed, or would be tried again.

#include "core/execution/test_state.h"

#include "core/data/json.h"
#include "core/execution/advance.h"
#include "core/execution/tested_state.h"

#include <algorithm>

namespace asl {

namespace {

constexpr VirtualTime longestTest = 300 * 1'000'000LL; ///< the service gives up after five minutes

/// What the state's task or its branches and iterations come to; empty when nobody says.
std::optional<TaskOutcome> givenOutcome(const TestedState& tested, const TestStateWorld& world)
{
    if (!tested.mocked())
        return world.taskOutcome;
    if (tested.request->mock->errorOutput)
        return *tested.request->mock->errorOutput;
    return TaskSuccess{tested.mockedResult};
}

ExecutionState testedMoment(const TestedState& tested, const TestStateWorld& world, const Program& program)
{
    RunOptions options;
    options.input = tested.input;
    options.now = world.now;
    options.seed = world.seed;
    ExecutionState state = startExecution(program, options);
    state.deadline = world.now + longestTest;
    Frame& frame = state.frames.front();
    frame.state = tested.id;
    auto variables = std::make_shared<query::Variables>();
    for (const Member& variable : tested.variables.members())
        variables->set(variable.key.text(), variable.value);
    frame.variables = std::move(variables);

    StateTest& test = state.test.emplace();
    test.context = tested.context.isUndefined() ? defaultContext(tested, world, state.randomState) : tested.context;
    const Scope& scope = tested.snapshot->machine().scope(tested.state().scope);
    if (tested.context.isUndefined() && scope.kind == Scope::Kind::ItemProcessor)
        frame.item.value = tested.input; // as if it were the first of the items
    test.children = givenOutcome(tested, world);
    test.failedIterations = static_cast<double>(tested.request->configuration.mapIterationFailureCount.value_or(0));
    test.items = tested.request->configuration.mapItemReaderData;
    return state;
}

/// The retriers have been used so often before.
void setRetries(Frame& frame, std::int64_t count)
{
    const auto used = static_cast<std::uint32_t>(std::min<std::int64_t>(count, 1'000'000'000));
    std::fill(frame.retries.begin(), frame.retries.end(), used);
    frame.retryCount = used;
}

/// False when a task waits and nobody answers.
bool runToTheEnd(const TestedState& tested, const TestStateWorld& world, const Program& program, ExecutionState& state)
{
    std::vector<Effect> effects;
    advanceInPlace(program, state, Proceed{}, effects); // enters the state
    setRetries(state.frames.front(), tested.request->configuration.retrierRetryCount.value_or(0));
    const auto open = [&] {
        return state.status == RunStatus::Running && state.visits.size() == 1 &&
               state.visits[0].status <= VisitStatus::Waiting;
    };
    while (open()) {
        const Frame& frame = state.frames.front();
        if (frame.phase == Phase::AwaitingRetry)
            return true;
        if (frame.phase == Phase::AwaitingTask) {
            const auto outcome = givenOutcome(tested, world);
            if (!outcome)
                return false;
            advanceInPlace(program, state, TaskReported{frame.task, *outcome}, effects);
        } else if (frame.phase == Phase::AwaitingTime) {
            advanceInPlace(program, state, TimeAdvanced{*frame.until}, effects);
        } else {
            advanceInPlace(program, state, Proceed{}, effects);
        }
    }
    return true;
}

std::string_view statusName(const VisitRecord& visit)
{
    switch (visit.status) {
    case VisitStatus::Succeeded:
        return "SUCCEEDED";
    case VisitStatus::Caught:
        return "CAUGHT_ERROR";
    case VisitStatus::Running:
    case VisitStatus::Waiting:
        return "RETRIABLE";
    case VisitStatus::Failed:
    case VisitStatus::Aborted:
        break;
    }
    return "FAILED";
}

void setFailure(ObjectBuilder& answer, const Failure& failure)
{
    if (failure.error)
        answer.set("error", Data::string(*failure.error));
    if (failure.cause)
        answer.set("cause", Data::string(*failure.cause));
}

bool isHttpTask(const StateProgram& program)
{
    const auto* task = std::get_if<TaskProgram>(&program.work);
    return task && task->kind == TaskProgram::Kind::Integration && task->resourceType.text() == "http";
}

/// The members that only TRACE has.
void addHttp(ObjectBuilder& inspection, const TestStateWorld& world, const VisitRecord& visit)
{
    const Data& parameters = visit.stages[static_cast<std::size_t>(Stage::AfterParameters)];
    if (parameters.isUndefined())
        return;
    inspection.set("request", httpRequest(parameters));
    if (Data response = httpResponse(world.taskOutcome); !response.isUndefined())
        inspection.set("response", std::move(response));
}

Data answerOf(const TestedState& tested, const TestStateWorld& world, const Program& program,
              const ExecutionState& state)
{
    const StateProgram& stateProgram = program.states[tested.id];
    VisitRecord visit = state.visits[0];
    if (state.status == RunStatus::TimedOut) {
        visit.status = VisitStatus::Failed;
        visit.failure = Failure{errors::timeout, {}};
    }
    ObjectBuilder answer;
    const bool left = visit.status == VisitStatus::Succeeded || visit.status == VisitStatus::Caught;
    if (left)
        answer.set("output", Data::string(data::toJson(visit.stages[static_cast<std::size_t>(Stage::Output)])));
    if (visit.status != VisitStatus::Succeeded && visit.failure)
        setFailure(answer, *visit.failure);
    if (tested.request->inspectionLevel != InspectionLevel::Info) {
        ObjectBuilder inspection(inspectionData(tested, stateProgram, state, visit));
        if (tested.request->inspectionLevel == InspectionLevel::Trace && isHttpTask(stateProgram) && !tested.mocked())
            addHttp(inspection, world, visit);
        answer.set("inspectionData", std::move(inspection).build());
    }
    if (left && state.status == RunStatus::Running)
        answer.set("nextState", program.states[state.frames.front().state].name);
    answer.set("status", Data::string(statusName(visit)));
    return std::move(answer).build();
}

} // namespace

TestStateOutcome testState(const TestStateRequest& request, const TestStateWorld& world)
{
    const auto read = readTestedState(request);
    if (const auto* refusal = std::get_if<Refusal>(&read))
        return *refusal;
    const auto& tested = std::get<TestedState>(read);
    CompileOptions options;
    options.platform = world.platform;
    options.readsItems = true;
    const Compilation compilation = compileForOneState(tested.snapshot, options);
    if (!compilation.program)
        return Refusal{"InvalidDefinition",
                       "Invalid State Machine Definition: '" + english(compilation.problems.front().message) + "'"};
    ExecutionState state = testedMoment(tested, world, *compilation.program);
    if (!runToTheEnd(tested, world, *compilation.program, state))
        return TaskUnanswered{};
    return answerOf(tested, world, *compilation.program, state);
}

} // namespace asl

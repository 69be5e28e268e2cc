#include "core/execution/test_cases.h"

#include "core/execution/compiled_program.h"
#include "core/support/timestamp.h"

#include <algorithm>
#include <set>

namespace asl {

namespace {

bool isTask(const StateMachine& definition, std::string_view name)
{
    const std::vector<State>& states = definition.states();
    return std::any_of(states.begin(), states.end(), [name](const State& state) { return state.type == StateType::Task && state.name == name; });
}

std::set<std::string> machinesOf(const MockFile& file)
{
    std::set<std::string> machines;
    for (const MockTestCase& testCase : file.testCases)
        machines.insert(testCase.machine);
    return machines;
}

bool fits(const MockFile& file, const std::string& machine, const StateMachine& definition)
{
    return std::none_of(file.testCases.begin(), file.testCases.end(), [&](const MockTestCase& testCase) {
        return testCase.machine == machine && misplacedMock(testCase, definition);
    });
}

Result<std::string> machineFor(const MockFile& file, const StateMachine& definition, std::string_view name)
{
    std::set<std::string> machines = machinesOf(file);
    if (const auto same = machines.find(std::string(name)); same != machines.end())
        return *same;
    if (machines.size() > 1)
        std::erase_if(machines, [&](const std::string& machine) { return !fits(file, machine, definition); });
    if (machines.size() == 1)
        return *machines.begin();
    return Error{{ASL_TEXT("core", "No state machine of the mock file is called \"%1\", as the definition is. Choose one of its test cases: %2"),
                  {std::string(name), file.names()}}, {}};
}

} // namespace

std::optional<Message> misplacedMock(const MockTestCase& testCase, const StateMachine& definition)
{
    for (const auto& [state, mocked] : testCase.responses)
        if (!isTask(definition, state))
            return Message{ASL_TEXT("core", "Test case \"%1\" mocks \"%2\", which is no Task state of the definition."), {testCase.name, state}};
    return {};
}

Result<std::vector<MockTestCase>> testCasesFor(const MockFile& file, const StateMachine& definition, std::string_view name,
                                               std::string_view selector)
{
    if (file.testCases.empty())
        return Error{ASL_TEXT("core", "The mock file has no test cases."), {}};
    for (const MockTestCase& testCase : file.testCases)
        if (selector == testCase.machine + "/" + testCase.name)
            return std::vector{testCase};
    const auto machine = machineFor(file, definition, name);
    if (!machine)
        return machine.error();
    std::vector<MockTestCase> cases;
    std::string names;
    for (const MockTestCase& testCase : file.testCases) {
        if (testCase.machine != *machine)
            continue;
        names += (names.empty() ? "" : ", ") + testCase.name;
        if (selector.empty() || selector == testCase.name)
            cases.push_back(testCase);
    }
    if (cases.empty())
        return Error{{ASL_TEXT("core", "State machine \"%1\" of the mock file has no test case \"%2\", only: %3"),
                      {*machine, std::string(selector), names}}, {}};
    return cases;
}

std::string_view verdictName(TestCaseResult::Verdict verdict)
{
    switch (verdict) {
    case TestCaseResult::Verdict::Passed: return "passed";
    case TestCaseResult::Verdict::Failed: return "failed";
    case TestCaseResult::Verdict::Error: return "error";
    }
    return {};
}

RunOptions repeatableRun()
{
    RunOptions options;
    options.seed = 1;
    options.now = parseTimestamp("2026-01-01T00:00:00Z")->seconds * 1'000'000;
    return options;
}

RunOptions optionsFor(const MockTestCase& testCase, RunOptions options)
{
    options.input = testCase.input.value_or(Data::emptyObject());
    const Data* given = options.context.find("StateMachine");
    if (given && given->find("Name"))
        return options;
    ObjectBuilder machine = given ? ObjectBuilder(*given) : ObjectBuilder();
    machine.set("Name", Data::string(testCase.machine));
    ObjectBuilder context = options.context.isObject() ? ObjectBuilder(options.context) : ObjectBuilder();
    context.set("StateMachine", std::move(machine).build());
    options.context = std::move(context).build();
    return options;
}

TestCaseResult runTestCase(const ProgramPointer& program, const MockFile& file, const MockTestCase& testCase, RunOptions options,
                           const DriveOptions& driving)
{
    TestCaseResult result{testCase, {}, misplacedMock(testCase, program->snapshot->machine()), {}};
    if (result.error)
        return result;
    MockHandler handler(file, testCase);
    Timeline timeline(program, optionsFor(testCase, std::move(options)));
    DriveOptions watched = driving;
    watched.interrupted = [&] { return handler.unanswered().has_value() || (driving.interrupted && driving.interrupted()); };
    CheckedHandler checked(handler, FieldCheck::Present);
    const DriveEnd end = drive(timeline, checked, watched);
    result.complaints = checked.complaints();
    result.view = timeline.view();
    switch (end) {
    case DriveEnd::Ended: result.mismatches = testCase.expect.compare(*result.view); break;
    case DriveEnd::Interrupted:
        if (const auto& request = handler.unanswered())
            result.error = Message{ASL_TEXT("core", "Task state \"%1\" was reached, but test case \"%2\" mocks no response for it."),
                                   {request->state, testCase.name}};
        else
            result.error = Message(ASL_TEXT("core", "The test case was stopped."));
        break;
    case DriveEnd::BudgetSpent:
        result.error = Message{ASL_TEXT("core", "The run took %1 steps without coming to an end, so it was given up."), {std::to_string(timeline.step())}};
        break;
    }
    return result;
}

} // namespace asl

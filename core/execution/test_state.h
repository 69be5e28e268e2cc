#pragma once
// testState: the TestState API without a service: one state, one input, one answer.

#include "core/data/data.h"
#include "core/execution/mock_check.h"
#include "core/execution/run_view.h"
#include "core/execution/task_handler.h"
#include "core/query/outcome.h"

#include <optional>
#include <string>
#include <variant>

namespace asl {

/// Why the API takes a request not at all: its error code and message.
struct Refusal
{
    std::string code;
    std::string message;
};

enum class InspectionLevel : std::uint8_t { Info, Debug, Trace };

/// The members of the request; texts are JSON texts where the API says so.
struct TestStateRequest
{
    struct Mock
    {
        std::optional<std::string> result;
        std::optional<Failure> errorOutput;
        FieldCheck check = FieldCheck::Strict;
    };
    struct Configuration
    {
        std::optional<std::int64_t> retrierRetryCount;
        std::optional<std::string> errorCausedByState;
        std::optional<std::int64_t> mapIterationFailureCount;
        std::optional<std::string> mapItemReaderData;
    };

    std::string definition; ///< a state, or a state machine when there is a state name
    std::optional<std::string> stateName;
    std::optional<std::string> roleArn;
    std::optional<std::string> input;
    std::optional<std::string> variables;
    std::optional<std::string> context;
    InspectionLevel inspectionLevel = InspectionLevel::Info;
    bool revealSecrets = false;
    std::optional<Mock> mock;
    Configuration configuration;
};

/// The request as the one object that the API takes. Refused: unknown members, wrong types, values out of range.
std::variant<TestStateRequest, Refusal> readTestStateRequest(const Data& json);

struct TestStateWorld
{
    const query::Platform* platform = nullptr;
    VirtualTime now = 0;
    std::uint64_t seed = 0;
    std::optional<TaskOutcome> taskOutcome; ///< what the task does where it is not mocked
};

/// The task is neither mocked nor answered by TestStateWorld::taskOutcome.
struct TaskUnanswered
{
};
/// The answer in the API's shape.
using TestStateOutcome = std::variant<Data, Refusal, TaskUnanswered>;
TestStateOutcome testState(const TestStateRequest& request, const TestStateWorld& world);

} // namespace asl

// The table of event types: name and detail member of each, and the JSON export that applies it.

#include "core/execution/history_event.h"

#include "core/data/json.h"
#include "core/execution/time_text.h"

#include <array>

namespace asl {

namespace {

struct EventInfo
{
    EventType type;
    std::string_view name;
    std::string_view details;
};

constexpr std::string_view entered = "stateEnteredEventDetails";
constexpr std::string_view exited = "stateExitedEventDetails";

constexpr EventInfo eventInfos[] = {
    {EventType::ExecutionStarted, "ExecutionStarted", "executionStartedEventDetails"},
    {EventType::ExecutionSucceeded, "ExecutionSucceeded", "executionSucceededEventDetails"},
    {EventType::ExecutionFailed, "ExecutionFailed", "executionFailedEventDetails"},
    {EventType::ExecutionAborted, "ExecutionAborted", "executionAbortedEventDetails"},
    {EventType::ExecutionTimedOut, "ExecutionTimedOut", "executionTimedOutEventDetails"},
    {EventType::ExecutionRedriven, "ExecutionRedriven", "executionRedrivenEventDetails"},
    {EventType::TaskStateEntered, "TaskStateEntered", entered},
    {EventType::PassStateEntered, "PassStateEntered", entered},
    {EventType::WaitStateEntered, "WaitStateEntered", entered},
    {EventType::ChoiceStateEntered, "ChoiceStateEntered", entered},
    {EventType::ParallelStateEntered, "ParallelStateEntered", entered},
    {EventType::MapStateEntered, "MapStateEntered", entered},
    {EventType::SucceedStateEntered, "SucceedStateEntered", entered},
    {EventType::FailStateEntered, "FailStateEntered", entered},
    {EventType::TaskStateExited, "TaskStateExited", exited},
    {EventType::PassStateExited, "PassStateExited", exited},
    {EventType::WaitStateExited, "WaitStateExited", exited},
    {EventType::ChoiceStateExited, "ChoiceStateExited", exited},
    {EventType::ParallelStateExited, "ParallelStateExited", exited},
    {EventType::MapStateExited, "MapStateExited", exited},
    {EventType::SucceedStateExited, "SucceedStateExited", exited},
    {EventType::TaskStateAborted, "TaskStateAborted", ""},
    {EventType::WaitStateAborted, "WaitStateAborted", ""},
    {EventType::TaskScheduled, "TaskScheduled", "taskScheduledEventDetails"},
    {EventType::TaskStarted, "TaskStarted", "taskStartedEventDetails"},
    {EventType::TaskSubmitted, "TaskSubmitted", "taskSubmittedEventDetails"},
    {EventType::TaskSucceeded, "TaskSucceeded", "taskSucceededEventDetails"},
    {EventType::TaskFailed, "TaskFailed", "taskFailedEventDetails"},
    {EventType::TaskTimedOut, "TaskTimedOut", "taskTimedOutEventDetails"},
    {EventType::TaskStartFailed, "TaskStartFailed", "taskStartFailedEventDetails"},
    {EventType::TaskSubmitFailed, "TaskSubmitFailed", "taskSubmitFailedEventDetails"},
    {EventType::LambdaFunctionScheduled, "LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails"},
    {EventType::LambdaFunctionStarted, "LambdaFunctionStarted", ""},
    {EventType::LambdaFunctionSucceeded, "LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails"},
    {EventType::LambdaFunctionFailed, "LambdaFunctionFailed", "lambdaFunctionFailedEventDetails"},
    {EventType::LambdaFunctionTimedOut, "LambdaFunctionTimedOut", "lambdaFunctionTimedOutEventDetails"},
    {EventType::LambdaFunctionStartFailed, "LambdaFunctionStartFailed", "lambdaFunctionStartFailedEventDetails"},
    {EventType::LambdaFunctionScheduleFailed, "LambdaFunctionScheduleFailed", "lambdaFunctionScheduleFailedEventDetails"},
    {EventType::ActivityScheduled, "ActivityScheduled", "activityScheduledEventDetails"},
    {EventType::ActivityStarted, "ActivityStarted", "activityStartedEventDetails"},
    {EventType::ActivitySucceeded, "ActivitySucceeded", "activitySucceededEventDetails"},
    {EventType::ActivityFailed, "ActivityFailed", "activityFailedEventDetails"},
    {EventType::ActivityTimedOut, "ActivityTimedOut", "activityTimedOutEventDetails"},
    {EventType::ActivityScheduleFailed, "ActivityScheduleFailed", "activityScheduleFailedEventDetails"},
    {EventType::ParallelStateStarted, "ParallelStateStarted", ""},
    {EventType::ParallelStateSucceeded, "ParallelStateSucceeded", ""},
    {EventType::ParallelStateFailed, "ParallelStateFailed", ""},
    {EventType::ParallelStateAborted, "ParallelStateAborted", ""},
    {EventType::MapStateStarted, "MapStateStarted", "mapStateStartedEventDetails"},
    {EventType::MapStateSucceeded, "MapStateSucceeded", ""},
    {EventType::MapStateFailed, "MapStateFailed", ""},
    {EventType::MapStateAborted, "MapStateAborted", ""},
    {EventType::MapIterationStarted, "MapIterationStarted", "mapIterationStartedEventDetails"},
    {EventType::MapIterationSucceeded, "MapIterationSucceeded", "mapIterationSucceededEventDetails"},
    {EventType::MapIterationFailed, "MapIterationFailed", "mapIterationFailedEventDetails"},
    {EventType::MapIterationAborted, "MapIterationAborted", "mapIterationAbortedEventDetails"},
    {EventType::MapRunStarted, "MapRunStarted", "mapRunStartedEventDetails"},
    {EventType::MapRunFailed, "MapRunFailed", "mapRunFailedEventDetails"},
    {EventType::MapRunRedriven, "MapRunRedriven", "mapRunRedrivenEventDetails"},
    {EventType::MapRunSucceeded, "MapRunSucceeded", ""},
    {EventType::MapRunAborted, "MapRunAborted", ""},
    {EventType::EvaluationFailed, "EvaluationFailed", "evaluationFailedEventDetails"},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < std::size(eventInfos); ++i)
        if (static_cast<std::size_t>(eventInfos[i].type) != i)
            return false;
    return std::size(eventInfos) == static_cast<std::size_t>(EventType::EvaluationFailed) + 1;
}
static_assert(inOrder(), "the table has a row for every type, in the order of the enumerators");

/// Members whose value is JSON text in the service's answer.
bool isPayload(std::string_view member)
{
    return member == "input" || member == "output" || member == "parameters";
}

Data exportedVariables(const Data& variables)
{
    ObjectBuilder texts;
    for (const Member& variable : variables.members())
        texts.set(variable.key, Data::string(data::toJson(variable.value)));
    return std::move(texts).build();
}

Data exported(const Data& details)
{
    ObjectBuilder result;
    for (const Member& member : details.members()) {
        const std::string_view key = member.key.text();
        if (isPayload(key))
            result.set(member.key, Data::string(data::toJson(member.value)));
        else if (key == "assignedVariables")
            result.set(member.key, exportedVariables(member.value));
        else
            result.set(member.key, member.value);
    }
    return std::move(result).build();
}

} // namespace

std::string_view typeName(EventType type) { return eventInfos[static_cast<std::size_t>(type)].name; }
std::string_view detailMember(EventType type) { return eventInfos[static_cast<std::size_t>(type)].details; }

std::string historyJson(const HistoryEvents& events)
{
    std::string text = "{\"events\": [";
    for (std::size_t i = 0; i < events.size(); ++i) {
        const HistoryEvent& event = events[i];
        ObjectBuilder object;
        object.set("timestamp", Data::string(timestampText(event.time)));
        object.set("type", Data::string(typeName(event.type)));
        object.set("id", Data::integer(event.id));
        object.set("previousEventId", Data::integer(event.previousEventId));
        if (event.details.isObject() && !detailMember(event.type).empty())
            object.set(detailMember(event.type), exported(event.details));
        text += i == 0 ? "\n  " : ",\n  ";
        text += data::toJson(std::move(object).build(), data::Layout::Spaced);
    }
    text += "\n]}\n";
    return text;
}

std::string timestampText(VirtualTime time) { return formattedTime(time, TimeForm::HistoryEvent); }

} // namespace asl

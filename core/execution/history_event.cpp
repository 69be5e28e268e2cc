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
    std::string_view payload = {}; ///< the member that HistoryEvent::payload is
};

constexpr std::string_view entered = "stateEnteredEventDetails";
constexpr std::string_view exited = "stateExitedEventDetails";

constexpr EventInfo eventInfos[] = {
    {EventType::ExecutionStarted, "ExecutionStarted", "executionStartedEventDetails", "input"},
    {EventType::ExecutionSucceeded, "ExecutionSucceeded", "executionSucceededEventDetails", "output"},
    {EventType::ExecutionFailed, "ExecutionFailed", "executionFailedEventDetails"},
    {EventType::ExecutionAborted, "ExecutionAborted", "executionAbortedEventDetails"},
    {EventType::ExecutionTimedOut, "ExecutionTimedOut", "executionTimedOutEventDetails"},
    {EventType::ExecutionRedriven, "ExecutionRedriven", "executionRedrivenEventDetails"},
    {EventType::TaskStateEntered, "TaskStateEntered", entered, "input"},
    {EventType::PassStateEntered, "PassStateEntered", entered, "input"},
    {EventType::WaitStateEntered, "WaitStateEntered", entered, "input"},
    {EventType::ChoiceStateEntered, "ChoiceStateEntered", entered, "input"},
    {EventType::ParallelStateEntered, "ParallelStateEntered", entered, "input"},
    {EventType::MapStateEntered, "MapStateEntered", entered, "input"},
    {EventType::SucceedStateEntered, "SucceedStateEntered", entered, "input"},
    {EventType::FailStateEntered, "FailStateEntered", entered, "input"},
    {EventType::TaskStateExited, "TaskStateExited", exited, "output"},
    {EventType::PassStateExited, "PassStateExited", exited, "output"},
    {EventType::WaitStateExited, "WaitStateExited", exited, "output"},
    {EventType::ChoiceStateExited, "ChoiceStateExited", exited, "output"},
    {EventType::ParallelStateExited, "ParallelStateExited", exited, "output"},
    {EventType::MapStateExited, "MapStateExited", exited, "output"},
    {EventType::SucceedStateExited, "SucceedStateExited", exited, "output"},
    {EventType::TaskStateAborted, "TaskStateAborted", ""},
    {EventType::WaitStateAborted, "WaitStateAborted", ""},
    {EventType::TaskScheduled, "TaskScheduled", "taskScheduledEventDetails", "parameters"},
    {EventType::TaskStarted, "TaskStarted", "taskStartedEventDetails"},
    {EventType::TaskSubmitted, "TaskSubmitted", "taskSubmittedEventDetails", "output"},
    {EventType::TaskSucceeded, "TaskSucceeded", "taskSucceededEventDetails", "output"},
    {EventType::TaskFailed, "TaskFailed", "taskFailedEventDetails"},
    {EventType::TaskTimedOut, "TaskTimedOut", "taskTimedOutEventDetails"},
    {EventType::TaskStartFailed, "TaskStartFailed", "taskStartFailedEventDetails"},
    {EventType::TaskSubmitFailed, "TaskSubmitFailed", "taskSubmitFailedEventDetails"},
    {EventType::LambdaFunctionScheduled, "LambdaFunctionScheduled", "lambdaFunctionScheduledEventDetails", "input"},
    {EventType::LambdaFunctionStarted, "LambdaFunctionStarted", ""},
    {EventType::LambdaFunctionSucceeded, "LambdaFunctionSucceeded", "lambdaFunctionSucceededEventDetails", "output"},
    {EventType::LambdaFunctionFailed, "LambdaFunctionFailed", "lambdaFunctionFailedEventDetails"},
    {EventType::LambdaFunctionTimedOut, "LambdaFunctionTimedOut", "lambdaFunctionTimedOutEventDetails"},
    {EventType::LambdaFunctionStartFailed, "LambdaFunctionStartFailed", "lambdaFunctionStartFailedEventDetails"},
    {EventType::LambdaFunctionScheduleFailed, "LambdaFunctionScheduleFailed", "lambdaFunctionScheduleFailedEventDetails"},
    {EventType::ActivityScheduled, "ActivityScheduled", "activityScheduledEventDetails", "input"},
    {EventType::ActivityStarted, "ActivityStarted", "activityStartedEventDetails"},
    {EventType::ActivitySucceeded, "ActivitySucceeded", "activitySucceededEventDetails", "output"},
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
    {EventType::MapIterationStarted, "MapIterationStarted", "mapIterationStartedEventDetails", "index"},
    {EventType::MapIterationSucceeded, "MapIterationSucceeded", "mapIterationSucceededEventDetails", "index"},
    {EventType::MapIterationFailed, "MapIterationFailed", "mapIterationFailedEventDetails", "index"},
    {EventType::MapIterationAborted, "MapIterationAborted", "mapIterationAbortedEventDetails", "index"},
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

/// `input` and `output` are said to be complete.
bool saysWhetherTruncated(std::string_view payload) { return payload == "input" || payload == "output"; }

void add(ObjectBuilder& whole, const Data& part)
{
    for (const Member& member : part.members())
        whole.set(member.key, member.value);
}

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

Data HistoryEvent::details() const
{
    ObjectBuilder whole;
    add(whole, about);
    if (!payload.isUndefined()) {
        const std::string_view member = eventInfos[static_cast<std::size_t>(type)].payload;
        whole.set(member, payload);
        if (saysWhetherTruncated(member))
            whole.set(std::string(member) + "Details", Data::object({{Data::string("truncated"), Data::boolean(false)}}));
    }
    add(whole, more);
    return std::move(whole).build();
}

const Data* HistoryEvent::detail(std::string_view member) const
{
    if (!payload.isUndefined() && member == eventInfos[static_cast<std::size_t>(type)].payload)
        return &payload;
    const Data* found = about.find(member);
    return found ? found : more.find(member);
}

std::string_view typeName(EventType type) { return eventInfos[static_cast<std::size_t>(type)].name; }
std::string_view detailMember(EventType type) { return eventInfos[static_cast<std::size_t>(type)].details; }

void writeHistoryJson(const HistoryEvents& events, const std::function<void(std::string_view)>& write)
{
    write("{\"events\": [");
    for (std::size_t i = 0; i < events.size(); ++i) {
        const HistoryEvent& event = events[i];
        ObjectBuilder object;
        object.set("timestamp", Data::string(timestampText(event.time)));
        object.set("type", Data::string(typeName(event.type)));
        object.set("id", Data::integer(event.id));
        object.set("previousEventId", Data::integer(event.previousEventId));
        const bool hasDetails = !event.about.isUndefined() || !event.payload.isUndefined() || !event.more.isUndefined();
        if (hasDetails && !detailMember(event.type).empty())
            object.set(detailMember(event.type), exported(event.details()));
        write(i == 0 ? "\n  " : ",\n  ");
        write(data::toJson(std::move(object).build(), data::Layout::Spaced));
    }
    write("\n]}\n");
}

std::string historyJson(const HistoryEvents& events)
{
    std::string text;
    writeHistoryJson(events, [&text](std::string_view part) { text += part; });
    return text;
}

std::string timestampText(VirtualTime time) { return formattedTime(time, TimeForm::HistoryEvent); }

} // namespace asl

#pragma once
// HistoryEvent: one event in the shape of AWS GetExecutionHistory.

#include "core/data/data.h"
#include "core/support/shared_vector.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace asl {

/// Microseconds since 1970-01-01T00:00:00Z on the run's virtual clock.
using VirtualTime = std::int64_t;

/// All types of GetExecutionHistory.
enum class EventType : std::uint8_t {
    ExecutionStarted, ExecutionSucceeded, ExecutionFailed, ExecutionAborted, ExecutionTimedOut, ExecutionRedriven,
    TaskStateEntered, PassStateEntered, WaitStateEntered, ChoiceStateEntered, ParallelStateEntered, MapStateEntered,
    SucceedStateEntered, FailStateEntered,
    TaskStateExited, PassStateExited, WaitStateExited, ChoiceStateExited, ParallelStateExited, MapStateExited,
    SucceedStateExited,
    TaskStateAborted, WaitStateAborted,
    TaskScheduled, TaskStarted, TaskSubmitted, TaskSucceeded, TaskFailed, TaskTimedOut, TaskStartFailed, TaskSubmitFailed,
    LambdaFunctionScheduled, LambdaFunctionStarted, LambdaFunctionSucceeded, LambdaFunctionFailed, LambdaFunctionTimedOut,
    LambdaFunctionStartFailed, LambdaFunctionScheduleFailed,
    ActivityScheduled, ActivityStarted, ActivitySucceeded, ActivityFailed, ActivityTimedOut, ActivityScheduleFailed,
    ParallelStateStarted, ParallelStateSucceeded, ParallelStateFailed, ParallelStateAborted,
    MapStateStarted, MapStateSucceeded, MapStateFailed, MapStateAborted,
    MapIterationStarted, MapIterationSucceeded, MapIterationFailed, MapIterationAborted,
    MapRunStarted, MapRunFailed, MapRunRedriven, MapRunSucceeded, MapRunAborted,
    EvaluationFailed
};

std::string_view typeName(EventType type);
/// "taskScheduledEventDetails"; empty for types without details.
std::string_view detailMember(EventType type);

struct HistoryEvent
{
    std::int64_t id = 0;
    std::int64_t previousEventId = 0;
    EventType type = EventType::ExecutionStarted;
    VirtualTime time = 0;
    // The detail object in three parts, in this order, so that an event is written without building anything.
    Data about;   ///< an object that many events share: the state's name, the resource; Undefined: nothing
    Data payload; ///< what the type's payload member says: input, output, parameters or index; Undefined: nothing
    Data more;    ///< an object with the other members; Undefined: nothing

    /// The whole detail object. Payloads (`input`, `output`, `parameters`, each of `assignedVariables`) are values here; the
    /// export makes them JSON text.
    Data details() const;
    /// One member of it; null when absent.
    const Data* detail(std::string_view member) const;
};

/// Copies share their parts, so every moment of a run has its own list.
using HistoryEvents = SharedVector<HistoryEvent>;

/// {"events": […]} as `aws stepfunctions get-execution-history` prints it.
std::string historyJson(const HistoryEvents& events);
/// The same piece by piece: with large payloads the whole can be gigabytes.
void writeHistoryJson(const HistoryEvents& events, const std::function<void(std::string_view)>& write);
/// "2026-03-01T10:00:00.123000+00:00"
std::string timestampText(VirtualTime time);

} // namespace asl

#pragma once
// Fault: what goes wrong inside the machine, with what Retry, Catch and the history need to know about it.

#include "core/execution/run_view.h"

#include <string>

namespace asl {

namespace errors {
inline constexpr char all[] = "States.ALL";
inline constexpr char taskFailed[] = "States.TaskFailed";
inline constexpr char timeout[] = "States.Timeout";
inline constexpr char heartbeatTimeout[] = "States.HeartbeatTimeout";
inline constexpr char runtime[] = "States.Runtime";
inline constexpr char itemReaderFailed[] = "States.ItemReaderFailed";
inline constexpr char resultWriterFailed[] = "States.ResultWriterFailed";
inline constexpr char exceedToleratedFailureThreshold[] = "States.ExceedToleratedFailureThreshold";
inline constexpr char queryEvaluation[] = "States.QueryEvaluationError";
inline constexpr char dataLimitExceeded[] = "States.DataLimitExceeded";
} // namespace errors

struct Fault
{
    Failure failure;
    bool fatal = false; ///< ends the execution at once: nothing can retry or catch it
    bool missedHeartbeat =
        false; ///< reported as States.Timeout, but matched by States.HeartbeatTimeout and States.TaskFailed too
    bool namesState = false; ///< the cause begins with "An error occurred while executing the state …"
    /// JSONata failed here: "Output/x"; empty text where no field in particular is to blame. The history tells it.
    std::optional<std::string> evaluationOf = {};
};

/// {"error", "cause"}, as far as they are known.
Data failureDetails(const Failure& failure);

/// States.Runtime with the service's words.
inline Fault runtimeFault(std::string text)
{
    return {.failure = {errors::runtime, std::move(text)}, .fatal = true, .namesState = true};
}

} // namespace asl

// The reserved error names.

#include "core/language/language.h"
#include "core/support/message.h"

namespace asl {

namespace {

constexpr ErrorName rows[] = {
    {"States.ALL", ASL_TEXT("language", "Stands for nearly every error; alone in its list, and in the last entry.")},
    {"States.TaskFailed", ASL_TEXT("language", "A task failed; stands for every error of a task but States.Timeout.")},
    {"States.Timeout", ASL_TEXT("language", "A task took longer than its timeout, or missed a heartbeat.")},
    {"States.HeartbeatTimeout", ASL_TEXT("language", "A task did not send a heartbeat in time.")},
    {"States.DataLimitExceeded", ASL_TEXT("language", "A payload was larger than 256 KiB.")},
    {"States.Runtime", ASL_TEXT("language", "The data could not be processed; it can be neither retried nor caught.")},
    {"States.Permissions", ASL_TEXT("language", "The role of the state machine may not run the task.")},
    {"States.QueryEvaluationError", ASL_TEXT("language", "A JSONata expression failed, or gave nothing or the wrong type.")},
    {"States.ResultPathMatchFailure", ASL_TEXT("language", "ResultPath cannot be applied to the input.")},
    {"States.ParameterPathFailure", ASL_TEXT("language", "A path in a payload template leads nowhere.")},
    {"States.IntrinsicFailure", ASL_TEXT("language", "An intrinsic function failed.")},
    {"States.BranchFailed", ASL_TEXT("language", "A branch of a Parallel state failed.")},
    {"States.NoChoiceMatched", ASL_TEXT("language", "No rule of a Choice state was true, and it has no Default.")},
    {"States.ExceedToleratedFailureThreshold", ASL_TEXT("language", "More items of a distributed Map failed than are tolerated.")},
    {"States.ItemReaderFailed", ASL_TEXT("language", "The items of a distributed Map could not be read.")},
    {"States.ResultWriterFailed", ASL_TEXT("language", "The results of a distributed Map could not be written.")},
    {"States.Http.Socket", ASL_TEXT("language", "A call of an HTTP task took too long or its connection broke.")},
};

constexpr bool tableIsSound()
{
    for (const ErrorName& row : rows)
        if (!row.name.starts_with("States.") || row.summary.empty())
            return false;
    return true;
}
static_assert(tableIsSound(), "every reserved name has its summary");

} // namespace

std::span<const ErrorName> reservedErrorNames() { return rows; }

} // namespace asl

#pragma once
// TaskHandler: whatever performs a Task. Handlers answer; they never see the machine's state.

#include "core/execution/run_view.h"

#include <functional>
#include <variant>

namespace asl {

struct TaskRequest
{
    TaskId id = 0;
    std::string state;
    std::vector<std::uint32_t> iteration; ///< indexes of the enclosing Maps, outermost first
    std::uint32_t attempt = 1;
    std::string resource;
    Data event;
};

struct TaskSuccess { Data result; };
/// The first answer of .sync and .waitForTaskToken; a second report ends the task.
struct TaskSubmission { Data answer; };
using TaskOutcome = std::variant<TaskSuccess, Failure, TaskSubmission>;
using TaskReport = std::function<void(TaskId, TaskOutcome)>;

class TaskHandler
{
public:
    virtual ~TaskHandler() = default;
    /// Returns at once. Calls `report` (once, or twice with a submission first), from any thread, unless cancelled before.
    virtual void start(const TaskRequest& request, TaskReport report) = 0;
    virtual void cancel(TaskId task) = 0;
};

} // namespace asl

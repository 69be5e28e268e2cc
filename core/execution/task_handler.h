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

struct StartTask { TaskRequest request; };
struct CancelTask { TaskId task = 0; };
using ReadId = std::uint64_t;
/// An ItemReader wants an object of a bucket, or the list of those that begin with `key`.
struct ReadItems
{
    ReadId id = 0;
    bool list = false;
    std::string bucket;
    std::string key;
};
/// What a step of the machine asks of the world. ReadItems only where CompileOptions::readsItems was set.
using Effect = std::variant<StartTask, CancelTask, ReadItems>;

/// The object's bytes, the list as an array of objects with Key and Size, or why there is neither.
using ItemsOutcome = std::variant<std::string, Data, Failure>;

struct TaskSuccess { Data result; };
/// The first answer of .sync and .waitForTaskToken; a second report ends the task.
struct TaskSubmission { Data answer; };
using TaskOutcome = std::variant<TaskSuccess, Failure, TaskSubmission>;
using TaskReport = std::function<void(TaskId, TaskOutcome)>;

class TaskHandler
{
public:
    virtual ~TaskHandler() = default;
    /// False: start() would be in vain, somebody else has to answer.
    virtual bool answers(const TaskRequest&) const { return true; }
    /// Returns at once. Calls `report` (once, or twice with a submission first), from any thread, unless cancelled before.
    virtual void start(const TaskRequest& request, TaskReport report) = 0;
    virtual void cancel(TaskId task) = 0;
};

/// What the code behind a task gets to see: the Payload of lambda:invoke, else the whole event.
Data functionEvent(const TaskRequest& request);
/// The task's result when that code returns `value`: the answer of lambda:invoke around it, else the value itself.
Data functionResult(const TaskRequest& request, Data value);

} // namespace asl

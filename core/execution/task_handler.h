#pragma once
// TaskHandler: whatever performs a Task. Handlers answer; they never see the machine's state.

#include "core/execution/run_view.h"

#include <functional>
#include <memory>
#include <optional>
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
using FileId = std::uint64_t;
/// An ItemReader wants a part of an object of a bucket, or of the list of those that begin with `key`.
struct ReadItems
{
    FileId id = 0;
    bool list = false;
    std::string bucket;
    std::string key;          ///< of a list: Prefix
    std::uint64_t offset = 0; ///< byte of the (unpacked) object; of a list: how many entries were told before
    std::uint64_t length = 0; ///< at most so many bytes or entries
};
/// A ResultWriter's file goes on: `bytes` come behind the first `offset` ones. `last` completes it.
struct WriteObject
{
    FileId id = 0;
    std::string bucket;
    std::string key;
    std::uint64_t offset = 0;
    std::shared_ptr<const std::string> bytes;
    bool last = false;
};
/// What a step of the machine asks of the world. ReadItems only where CompileOptions::readsItems was set. ReadItems and
/// WriteObject are answered at once, in the order in which they were asked.
using Effect = std::variant<StartTask, CancelTask, ReadItems, WriteObject>;

/// A part of an object. What a journal keeps of it is everything but the bytes.
struct ObjectPart
{
    std::shared_ptr<const std::string> bytes; ///< null: not kept
    bool last = false;       ///< the object ends here
    std::uint64_t size = 0;  ///< of the object as it is stored
    std::string sha256;      ///< of the bytes; empty: not known
};
/// Entries of a list: an array of objects with Key, Size and the like.
struct ObjectList
{
    Data objects;
    bool last = false;
};
using ItemsOutcome = std::variant<ObjectPart, ObjectList, Failure>;
/// Reads at once. Asked again when a run is walked back or repeated, because its journal does not keep what files hold.
using FileSource = std::function<ItemsOutcome(const ReadItems&)>;
/// Writes at once; tells why when it could not.
using FileSink = std::function<std::optional<Failure>(const WriteObject&)>;

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

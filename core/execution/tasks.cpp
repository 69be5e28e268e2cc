// Tasks: scheduling them, and what their answers, heartbeats and silence do.

#include "core/execution/context_object.h"
#include "core/execution/data_flow.h"
#include "core/execution/machine.h"

#include <algorithm>

namespace asl {

namespace {

constexpr VirtualTime second = 1'000'000;
/// The detail object is there, with nothing that the kind of call would say.
const Data noDetails = Data::emptyObject();

/// Event types of the three ways to call.
struct TaskEvents
{
    EventType scheduled;
    EventType started;
    EventType succeeded;
    EventType failed;
    EventType timedOut;
};

const TaskEvents& eventsOf(TaskProgram::Kind kind)
{
    static constexpr TaskEvents integration{EventType::TaskScheduled, EventType::TaskStarted, EventType::TaskSucceeded,
                                            EventType::TaskFailed, EventType::TaskTimedOut};
    static constexpr TaskEvents lambda{EventType::LambdaFunctionScheduled, EventType::LambdaFunctionStarted,
                                       EventType::LambdaFunctionSucceeded, EventType::LambdaFunctionFailed,
                                       EventType::LambdaFunctionTimedOut};
    static constexpr TaskEvents activity{EventType::ActivityScheduled, EventType::ActivityStarted,
                                         EventType::ActivitySucceeded, EventType::ActivityFailed, EventType::ActivityTimedOut};
    switch (kind) {
    case TaskProgram::Kind::Integration: break;
    case TaskProgram::Kind::Lambda: return lambda;
    case TaskProgram::Kind::Activity: return activity;
    }
    return integration;
}

EventDetails scheduledDetails(const TaskProgram& task, const AwaitTask& call, const Data& event, const std::string& region)
{
    EventDetails details{.about = task.scheduledAbout, .payload = event};
    if (task.kind == TaskProgram::Kind::Integration && region != usualRegion)
        details.about = task.aboutIn(region);
    const Data* role = call.credentials.find("RoleArn");
    if (!call.timeoutSeconds && !call.heartbeatSeconds && !role)
        return details;
    ObjectBuilder more;
    if (call.timeoutSeconds)
        more.set("timeoutInSeconds", Data::integer(*call.timeoutSeconds));
    if (call.heartbeatSeconds)
        more.set("heartbeatInSeconds", Data::integer(*call.heartbeatSeconds));
    if (role)
        more.set("taskCredentials", Data::object({{Data::string("roleArn"), *role}}));
    details.more = std::move(more).build();
    return details;
}

} // namespace

Data TaskProgram::aboutIn(std::string_view region) const
{
    ObjectBuilder whole(about);
    return std::move(whole.set("region", Data::string(region))).build();
}

void Machine::schedule(Slot slot, const AwaitTask& call)
{
    Frame& calling = frame(slot);
    const StateProgram& state = stateOf(calling);
    const auto& task = std::get<TaskProgram>(state.work);
    const TaskEvents& events = eventsOf(task.kind);
    if (auto fault = sizeFault(calling.effectiveInput, state.name.text()))
        return fail(slot, std::move(*fault));
    emitFor(calling, events.scheduled, scheduledDetails(task, call, calling.effectiveInput, m_state.region));
    if (task.kind == TaskProgram::Kind::Integration)
        emitFor(calling, events.started, {.about = task.about});
    else
        emitFor(calling, events.started, {.about = noDetails});
    if (ended())
        return;
    calling.phase = Phase::AwaitingTask;
    calling.submitted = false;
    calling.task = ++m_state.lastTask;
    m_state.tasks.push_back({calling.task, slot});
    calling.timeoutAt = calling.heartbeatAt = std::nullopt;
    if (call.timeoutSeconds)
        calling.timeoutAt = m_state.now + *call.timeoutSeconds * second;
    calling.heartbeatSeconds = call.heartbeatSeconds.value_or(0);
    if (call.heartbeatSeconds)
        calling.heartbeatAt = m_state.now + *call.heartbeatSeconds * second;
    setTaskTimer(slot);
    if (VisitRecord* record = visit(calling)) {
        record->attempts = calling.retryCount + 1;
        record->status = VisitStatus::Waiting;
    }
    m_effects.push_back(StartTask{{calling.task, std::string(state.name.text()), iterationOf(calling), calling.retryCount + 1,
                                   task.arn, calling.effectiveInput}});
}

void Machine::setTaskTimer(Slot slot)
{
    Frame& calling = frame(slot);
    std::optional<VirtualTime> due = calling.timeoutAt;
    if (calling.heartbeatAt && (!due || *calling.heartbeatAt < *due))
        due = calling.heartbeatAt;
    if (due) {
        wakeAt(slot, Phase::AwaitingTask, *due);
    } else {
        calling.until.reset();
        calling.wake = ++m_state.lastWake;
    }
}

Slot Machine::slotOfTask(TaskId task) const
{
    const auto found = std::lower_bound(m_state.tasks.begin(), m_state.tasks.end(), task,
                                        [](const OpenTask& open, TaskId id) { return open.id < id; });
    return found != m_state.tasks.end() && found->id == task ? found->slot : noSlot;
}

void Machine::closeTask(Frame& frame, TaskEnd how)
{
    if (frame.task == 0)
        return;
    const TaskId task = std::exchange(frame.task, 0);
    const auto open = std::lower_bound(m_state.tasks.begin(), m_state.tasks.end(), task,
                                       [](const OpenTask& entry, TaskId id) { return entry.id < id; });
    if (open != m_state.tasks.end() && open->id == task)
        m_state.tasks.erase(open);
    if (how == TaskEnd::Cancelled)
        m_effects.push_back(CancelTask{task});
}

void Machine::report(TaskId task, const TaskOutcome& outcome)
{
    const Slot slot = slotOfTask(task);
    if (slot == noSlot)
        return;
    if (const auto* success = std::get_if<TaskSuccess>(&outcome))
        taskSucceeded(slot, success->result);
    else if (const auto* submission = std::get_if<TaskSubmission>(&outcome))
        submitted(slot, submission->answer);
    else
        taskFailed(slot, {.failure = std::get<Failure>(outcome)});
}

void Machine::submitted(Slot slot, const Data& answer)
{
    Frame& calling = frame(slot);
    const auto& task = std::get<TaskProgram>(stateOf(calling).work);
    if (task.pattern == IntegrationPattern::RequestResponse || task.kind != TaskProgram::Kind::Integration)
        return taskSucceeded(slot, answer); // only one answer is to come
    if (std::exchange(calling.submitted, true))
        return;
    emitFor(calling, EventType::TaskSubmitted, {.about = task.about, .payload = answer});
}

EventDetails Machine::taskDetails(Slot slot, Data output, const Failure& failure) const
{
    const auto& task = std::get<TaskProgram>(stateOf(m_state.frames[slot]).work);
    EventDetails details{.about = task.kind == TaskProgram::Kind::Integration ? task.about : noDetails, .payload = std::move(output)};
    if (failure.error || failure.cause)
        details.more = failureDetails(failure);
    return details;
}

void Machine::taskSucceeded(Slot slot, const Data& result)
{
    Frame& calling = frame(slot);
    const auto& task = std::get<TaskProgram>(stateOf(calling).work);
    if (task.kind == TaskProgram::Kind::Integration && task.pattern != IntegrationPattern::RequestResponse && !calling.submitted)
        submitted(slot, Data::emptyObject()); // who answers at once has been asked before
    if (auto fault = sizeFault(result, task.kind == TaskProgram::Kind::Integration ? task.resourceType.text() : task.arn))
        return taskFailed(slot, std::move(*fault));
    emitFor(calling, eventsOf(task.kind).succeeded, taskDetails(slot, result, {}));
    closeTask(calling, TaskEnd::Answered);
    if (ended())
        return;
    calling.result = result;
    note(calling, Stage::Result, result);
    if (VisitRecord* record = visit(calling))
        record->status = VisitStatus::Running;
    makeReady(slot, Phase::Finish);
}

void Machine::taskFailed(Slot slot, Fault fault)
{
    Frame& calling = frame(slot);
    const auto& task = std::get<TaskProgram>(stateOf(calling).work);
    emitFor(calling, eventsOf(task.kind).failed, taskDetails(slot, {}, fault.failure));
    closeTask(calling, TaskEnd::Answered);
    if (ended())
        return;
    calling.fault = std::move(fault);
    makeReady(slot, Phase::Failed);
}

void Machine::taskTimedOut(Slot slot)
{
    Frame& calling = frame(slot);
    const auto& task = std::get<TaskProgram>(stateOf(calling).work);
    Fault fault{.failure = {errors::timeout, {}}};
    fault.missedHeartbeat = calling.heartbeatAt && (!calling.timeoutAt || *calling.heartbeatAt < *calling.timeoutAt);
    emitFor(calling, eventsOf(task.kind).timedOut, taskDetails(slot, {}, fault.failure));
    closeTask(calling, TaskEnd::Cancelled);
    if (ended())
        return;
    calling.fault = std::move(fault);
    makeReady(slot, Phase::Failed);
}

void Machine::heartbeat(TaskId task)
{
    const Slot slot = slotOfTask(task);
    if (slot == noSlot || !frame(slot).heartbeatAt)
        return;
    frame(slot).heartbeatAt = m_state.now + frame(slot).heartbeatSeconds * second;
    setTaskTimer(slot);
}

Data functionEvent(const TaskRequest& request)
{
    const ResourceInfo info = resourceInfo(request.resource);
    if (info.kind != ResourceInfo::Kind::Integration || info.service != "lambda" || info.action != "invoke")
        return request.event;
    const Data* payload = request.event.find("Payload");
    return payload ? *payload : Data::emptyObject();
}

Data functionResult(const TaskRequest& request, Data value)
{
    const ResourceInfo info = resourceInfo(request.resource);
    if (info.kind != ResourceInfo::Kind::Integration || info.service != "lambda" || info.action != "invoke"
        || info.pattern != IntegrationPattern::RequestResponse)
        return value;
    return Data::object({{Data::string("ExecutedVersion"), Data::string("$LATEST")},
                         {Data::string("Payload"), std::move(value)},
                         {Data::string("StatusCode"), Data::integer(200)}});
}

} // namespace asl

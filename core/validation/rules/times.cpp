// Rules about times: what can never run out because something else ends first, and heartbeats that nobody sends.

#include "core/validation/rules/rules.h"
#include "core/validation/task_calls.h"
#include "core/validation/values.h"

namespace asl::validation {

namespace {

constexpr double expressSeconds = 300;

} // namespace

void heartbeatBelowTimeout(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        if (object.stateType != StateType::Task || findings.full())
            continue;
        const TypedMember* heartbeat = context.typed.find(object, "HeartbeatSeconds");
        const auto seconds = numberOf(context, heartbeat);
        const auto timeout = numberOf(context, context.typed.find(object, "TimeoutSeconds"));
        if (seconds && timeout && *seconds >= *timeout)
            findings.add(heartbeat->node, Part::Value,
                         ASL_TEXT("core", "\"HeartbeatSeconds\" must be smaller than \"TimeoutSeconds\"."));
    }
}

void timesThatCannotBeMet(const Context& context, Findings& findings)
{
    if (context.typed.objects.empty())
        return;
    const auto whole = numberOf(context, context.typed.find(context.typed.objects.front(), "TimeoutSeconds"));
    const bool express = context.machineType == MachineType::Express;
    const auto check = [&](const TypedMember* member, bool atLimitToo) {
        const auto seconds = numberOf(context, member);
        if (!seconds || findings.full())
            return;
        const std::string name(member->field->name);
        if (whole && (*seconds > *whole || (atLimitToo && *seconds == *whole)))
            findings.add(member->node, Part::Value,
                         {ASL_TEXT("core", "\"%1\" is never reached: the whole execution ends after %2 seconds."),
                          {name, std::string(context.tree().raw(context.typed.find(context.typed.objects.front(), "TimeoutSeconds")->node))}});
        else if (express && (*seconds > expressSeconds || (atLimitToo && *seconds == expressSeconds)))
            findings.add(member->node, Part::Value,
                         {ASL_TEXT("core", "\"%1\" is never reached: an Express execution ends after five minutes."), {name}});
    };
    for (const TypedObject& object : context.typed.objects) {
        if (object.stateType == StateType::Wait)
            check(context.typed.find(object, "Seconds"), true);
        else if (object.stateType == StateType::Task)
            check(context.typed.find(object, "TimeoutSeconds"), false);
        else if (object.type == ObjectType::Retrier) {
            const TypedMember* longest = context.typed.find(object, "MaxDelaySeconds");
            const auto delay = numberOf(context, longest);
            const auto interval = numberOf(context, context.typed.find(object, "IntervalSeconds"));
            if (delay && interval && *delay < *interval && !findings.full())
                findings.add(longest->node, Part::Value,
                             ASL_TEXT("core", "\"MaxDelaySeconds\" is below \"IntervalSeconds\", so the interval is never waited."));
        }
    }
}

void uselessHeartbeats(const Context& context, Findings& findings)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        const bool called = info.kind == ResourceInfo::Kind::Lambda || info.kind == ResourceInfo::Kind::Integration;
        if (!called || info.pattern == IntegrationPattern::WaitForTaskToken || hasToken(call.resource))
            return;
        for (const char* field : {"HeartbeatSeconds", "HeartbeatSecondsPath"})
            if (const TypedMember* member = context.typed.find(*call.object, field); member && !findings.full())
                findings.add(member->node, Part::Key,
                             ASL_TEXT("core", "Only activities and tasks that wait for a token send heartbeats."));
    });
}

} // namespace asl::validation

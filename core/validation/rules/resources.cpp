// Rules about what a Task calls.

#include "core/document/edits.h"
#include "core/language/catalogue.h"
#include "core/validation/rules/rules.h"
#include "core/validation/task_calls.h"
#include "core/validation/values.h"

#include <algorithm>

namespace asl::validation {

namespace {

bool isWordOrToken(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
           c == '$';
}

/// `NAME[:QUALIFIER]`: the qualifier is $LATEST, a version or an alias.
bool isFunction(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (text.empty() || colon == 0)
        return false;
    if (colon == std::string_view::npos)
        return true;
    const std::string_view qualifier = text.substr(colon + 1);
    return !qualifier.empty() && std::all_of(qualifier.begin(), qualifier.end(), isWordOrToken);
}

/// Another ARN may be a resource that we do not know; one of these forms is known to be wrong.
bool isRecognized(const std::string& arn)
{
    const ResourceInfo resource = resourceInfo(arn);
    switch (resource.kind) {
    case ResourceInfo::Kind::Lambda:
        return hasToken(arn) || isFunction(resource.action);
    case ResourceInfo::Kind::Activity:
        return !resource.action.empty();
    case ResourceInfo::Kind::Integration: {
        if (hasToken(resource.service) || hasToken(resource.action) || hasToken(resource.suffix))
            return true;
        if (resource.service.starts_with("aws-sdk:"))
            return !resource.action.empty() && (resource.suffix.empty() || resource.suffix == "waitForTaskToken");
        const Integration* called = integration(resource.service, resource.action);
        return called && offers(*called, resource.suffix);
    }
    case ResourceInfo::Kind::Unknown:
        return true;
    }
    return true;
}

/// The resource with another text in place of a part of it.
std::string with(const std::string& arn, std::string_view part, std::string_view text)
{
    std::string changed = arn;
    changed.replace(static_cast<std::size_t>(part.data() - arn.data()), part.size(), text);
    return changed;
}

/// What is wrong with a resource, and what it should be (empty when there is no telling).
struct Unrecognized
{
    Message message;
    std::string meant;
};

/// The action exists, but cannot be called with this ending.
Unrecognized wrongEnding(Findings& findings, const std::string& arn, const ResourceInfo& resource,
                         const Integration* called)
{
    std::vector<std::string_view> endings;
    for (std::string_view ending : {"sync", "sync:2", "waitForTaskToken"})
        if (called ? offers(*called, ending) : ending == "waitForTaskToken")
            endings.push_back(ending);
    const std::string_view similar = findings.similar(resource.suffix, endings);
    std::string meant = with(arn, resource.suffix, similar);
    if (similar.empty())
        meant.pop_back(); // the dot
    std::string possible;
    for (std::string_view ending : endings)
        possible += (possible.empty() ? "." : ", .") + std::string(ending);
    const std::string call = std::string(resource.service) + ":" + std::string(resource.action);
    if (possible.empty())
        return {
            {ASL_TEXT("core", "%1 has no ending .%2; it is called without one."), {call, std::string(resource.suffix)}},
            meant};
    return {{ASL_TEXT("core", "%1 has no ending .%2; it is called without one or with %3."),
             {call, std::string(resource.suffix), possible}},
            meant};
}

/// The action as it is called through the SDK, if there is one.
std::string throughSdk(const std::string& arn, const ResourceInfo& resource)
{
    const SdkService* service = sdkService(resource.service);
    if (!service)
        return {};
    const std::vector<std::string_view> names = sdkActionNames(service->service);
    if (std::find(names.begin(), names.end(), resource.action) == names.end())
        return {};
    const std::string call = arn.substr(0, arn.size() - (resource.suffix.empty() ? 0 : resource.suffix.size() + 1));
    return with(call,
                std::string_view(call).substr(static_cast<std::size_t>(resource.service.data() - arn.data()),
                                              resource.service.size()),
                "aws-sdk:" + std::string(resource.service));
}

Unrecognized unrecognized(Findings& findings, const std::string& arn)
{
    const ResourceInfo resource = resourceInfo(arn);
    const Integration* called = integration(resource.service, resource.action);
    const bool sdk = resource.service.starts_with("aws-sdk:");
    if (!resource.suffix.empty() && (called || (sdk && !resource.action.empty())))
        return wrongEnding(findings, arn, resource, called);
    std::vector<std::string> calls;
    for (const Integration& row : optimizedIntegrations())
        calls.push_back(std::string(row.service) + ":" + std::string(row.action));
    const std::vector<std::string_view> candidates(calls.begin(), calls.end());
    std::string meant = throughSdk(arn, resource);
    if (meant.empty() && resource.kind == ResourceInfo::Kind::Integration) {
        const std::string_view call(resource.service.data(), resource.service.size() + 1 + resource.action.size());
        const std::string_view similar = findings.similar(call, candidates);
        meant = similar.empty() ? std::string() : with(arn, call, similar);
    }
    if (meant.empty() || meant == arn)
        return {{ASL_TEXT("core", "The service has no resource \"%1\". Actions without an integration of their own are "
                                  "called as arn:aws:states:::aws-sdk:SERVICE:ACTION."),
                 {arn}},
                {}};
    return {{ASL_TEXT("core", "The service has no resource \"%1\". Did you mean \"%2\"?"), {arn, meant}}, meant};
}

std::string notRecognized(const std::string& arn)
{
    return "The resource provided " + arn +
           " is not recognized. The value is not a valid resource ARN, or the resource is not available in this "
           "region.";
}

} // namespace

void resources(const Context& context, Findings& findings)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        if (isRecognized(call.resource) || findings.full())
            return;
        auto [message, meant] = unrecognized(findings, call.resource);
        Diagnostic& diagnostic = findings.add(call.member->node, Part::Value, std::move(message));
        diagnostic.serviceMessage = notRecognized(call.resource);
        if (!meant.empty())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {meant}}, diagnostic.range,
                             quoted(meant));
    });
}

void resourcesThatAreNoArn(const Context& context, Findings& findings)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        const bool known = resourceInfo(call.resource).kind != ResourceInfo::Kind::Unknown;
        if (known || hasToken(call.resource) || call.resource.empty() || findings.full())
            return;
        findings
            .add(call.member->node, Part::Value,
                 {ASL_TEXT("core", "\"%1\" is not the ARN of a function, an activity or an integration; the service "
                                   "does not take it."),
                  {call.resource}})
            .serviceMessage = notRecognized(call.resource);
    });
}

namespace {

/// The same call, which goes on at once.
void offerNotToWait(const TaskCall& call, Diagnostic& diagnostic)
{
    if (hasToken(call.resource))
        return;
    const ResourceInfo info = resourceInfo(call.resource);
    const std::string atOnce = call.resource.substr(0, call.resource.size() - info.suffix.size() - 1);
    if (isRecognized(atOnce))
        Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {atOnce}}, diagnostic.range,
                         quoted(atOnce));
}

} // namespace

void expressRestrictions(const Context& context, Findings& findings)
{
    if (context.machineType != MachineType::Express)
        return;
    const SyntaxTree& tree = context.tree();
    const auto refuse = [&](NodeId node, Message message, std::string serviceMessage) {
        Diagnostic& diagnostic = findings.add(node, Part::Value, std::move(message));
        diagnostic.serviceMessage = std::move(serviceMessage);
        return &diagnostic;
    };
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        if (findings.full())
            return;
        if (info.kind == ResourceInfo::Kind::Activity)
            refuse(call.member->node, ASL_TEXT("core", "An Express workflow cannot use activities."),
                   "Express state machine does not support Activity ARN");
        else if (info.pattern == IntegrationPattern::WaitForTaskToken)
            refuse(call.member->node, ASL_TEXT("core", "An Express workflow cannot wait for a task token."),
                   "Express state machine does not support '.waitForTaskToken' service integration "); // the blank is
                                                                                                       // theirs
        else if (info.pattern == IntegrationPattern::Sync)
            offerNotToWait(call, *refuse(call.member->node,
                                         ASL_TEXT("core", "An Express workflow cannot wait for a job (.sync)."),
                                         "Express state machine does not support '.sync' service integration"));
    });
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* mode =
            object.type == ObjectType::ProcessorConfig ? context.typed.find(object, "Mode") : nullptr;
        if (mode && tree.stringIs(mode->node, "DISTRIBUTED") && !findings.full())
            findings.add(mode->node, Part::Value,
                         ASL_TEXT("core", "An Express workflow cannot have a distributed Map."));
    }
}

/// The children of a distributed Map may be Express executions, which cannot do everything either.
void expressChildren(const Context& context, Findings& findings)
{
    const StateMachine& machine = context.machine();
    const SyntaxTree& tree = context.tree();
    std::vector<NodeId> express(machine.scopes().size(), noNode); // the type that makes them so
    for (ScopeId id = 0; id < machine.scopes().size(); ++id) {    // outer scopes come before inner ones
        const Scope& scope = machine.scope(id);
        const NodeId config =
            scope.kind == Scope::Kind::ItemProcessor ? tree.find(scope.node, "ProcessorConfig") : noNode;
        const NodeId type = config == noNode ? noNode : tree.find(config, "ExecutionType");
        const bool child = type != noNode && tree.stringIs(type, "EXPRESS") && machine.state(scope.owner).distributed;
        if (scope.owner != noId)
            express[id] = child ? type : express[machine.state(scope.owner).scope];
    }
    const auto offerStandard = [&](Diagnostic& diagnostic, NodeId type) {
        findings.addFix(diagnostic, ASL_TEXT("core", "Make the child executions Standard ones"),
                        [&] { return setValue(context.snapshot, tree.pointer(type), "\"STANDARD\""); });
    };
    forEachTaskCall(context, [&](const TaskCall& call) {
        const NodeId type = call.object->state == noId ? noNode : express[machine.state(call.object->state).scope];
        if (type == noNode || findings.full())
            return;
        const ResourceInfo info = resourceInfo(call.resource);
        if (info.kind == ResourceInfo::Kind::Activity || info.pattern != IntegrationPattern::RequestResponse)
            offerStandard(findings.add(call.member->node, Part::Value,
                                       ASL_TEXT("core", "The child executions are Express ones, which can neither use "
                                                        "activities nor wait for a job or a task token.")),
                          type);
    });
    for (StateId id = 0; id < machine.states().size(); ++id) {
        const NodeId type = express[machine.state(id).scope];
        if (machine.state(id).distributed && type != noNode && !findings.full())
            offerStandard(
                findings.add(
                    machine.state(id).node, Part::Key,
                    ASL_TEXT(
                        "core",
                        "The child executions around this Map are Express ones, which cannot have a distributed Map.")),
                type);
    }
}

} // namespace asl::validation

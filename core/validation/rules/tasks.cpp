// Rules about how a Task calls: task tokens, retries, and the context object where it has nothing to give.

#include "core/document/edits.h"
#include "core/language/context_object.h"
#include "core/validation/rules/rules.h"
#include "core/validation/task_calls.h"
#include "core/validation/values.h"

#include <algorithm>

namespace asl::validation {

namespace {

constexpr std::string_view transientErrors =
    R"([{"ErrorEquals": ["Lambda.ServiceException", "Lambda.AWSLambdaException", )"
    R"("Lambda.SdkClientException", "Lambda.TooManyRequestsException"], )"
    R"("IntervalSeconds": 1, "MaxAttempts": 3, "BackoffRate": 2, "JitterStrategy": "FULL"}])";

bool isCallback(const TaskCall& call)
{
    return resourceInfo(call.resource).pattern == IntegrationPattern::WaitForTaskToken;
}

bool isActivity(const TaskCall& call)
{
    return resourceInfo(call.resource).kind == ResourceInfo::Kind::Activity;
}

/// The task token reaches the parameters, or may do so: by its name, with the whole context object, or by what is
/// filled in later.
bool mayPassToken(const Context& context, const TaskCall& call)
{
    const SyntaxTree& tree = context.tree();
    const std::string_view raw = call.parameters ? tree.raw(call.parameters->node) : std::string_view();
    for (std::string_view word :
         {"Task.Token", "Task['Token']", "\"$$\"", "\"$$.Task\"", "$states.context %", "$states.context.Task %",
          "$states.context}", "$states.context,", "$states.context)", "${"})
        if (raw.find(word) != std::string_view::npos)
            return true;
    for (const VariableRead& read : context.variables.reads)
        if (call.parameters && read.state == call.object->state &&
            tree.node(call.parameters->node).range().contains(read.range))
            return true; // a variable may hold it
    return false;
}

} // namespace

void tokensNotPassed(const Context& context, Findings& findings)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        if (!isCallback(call) || hasToken(call.resource) || mayPassToken(context, call) || findings.full())
            return;
        const bool jsonata = call.object->language == QueryLanguage::JSONata;
        findings.add(call.member->node, Part::Value,
                     jsonata ? ASL_TEXT("core", "The task waits for a token that nobody gets. Hand it on in "
                                                "\"Arguments\": {% $states.context.Task.Token %}.")
                             : ASL_TEXT("core", "The task waits for a token that nobody gets. Hand it on in "
                                                "\"Parameters\": \"….$\": \"$$.Task.Token\"."));
    });
}

void endlessCallbacks(const Context& context, Findings& findings)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        if ((!isCallback(call) && !isActivity(call)) || hasToken(call.resource) || findings.full())
            return;
        for (const char* field : {"TimeoutSeconds", "TimeoutSecondsPath", "HeartbeatSeconds", "HeartbeatSecondsPath"})
            if (context.typed.find(*call.object, field))
                return;
        findings.add(call.member->node, Part::Value,
                     ASL_TEXT("core", "Nothing ends the waiting when no answer comes, for up to a year. Set "
                                      "\"TimeoutSeconds\" or \"HeartbeatSeconds\"."));
    });
}

void lambdasWithoutRetry(const Context& context, Findings& findings)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        const bool lambda =
            info.kind == ResourceInfo::Kind::Lambda || (info.service == "lambda" && info.action == "invoke");
        if (!lambda || context.typed.find(*call.object, "Retry") || findings.full())
            return;
        Diagnostic& diagnostic = findings.add(call.member->node, Part::Value,
                                              ASL_TEXT("core", "Calls of functions fail now and then through no fault "
                                                               "of theirs. Retry at least the errors of the service."));
        const std::string pointer = context.tree().pointer(call.object->node) + "/Retry";
        findings.addFix(diagnostic, ASL_TEXT("core", "Retry the errors of the service"),
                        [&] { return setValue(context.snapshot, pointer, transientErrors); });
    });
}

namespace {

/// A member of the context object that does not exist, and the one that is meant (empty when none is near).
struct UnknownMember
{
    std::string path;
    std::string meant;
};

std::string_view takeName(std::string_view& rest)
{
    const std::size_t end = std::min(
        rest.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"), rest.size());
    const std::string_view name = rest.substr(0, end);
    rest.remove_prefix(end);
    return name;
}

/// Follows the names from the context object on, as far as its members are known.
std::optional<UnknownMember> unknownMember(std::string_view rest, Findings& findings)
{
    std::string path;
    for (;;) {
        std::vector<std::string_view> names;
        for (const ContextMember& row : contextMembers())
            if (row.object == path)
                names.push_back(row.name);
        const std::string_view name = names.empty() ? std::string_view() : takeName(rest);
        if (name.empty())
            return std::nullopt;
        const std::string outer = path.empty() ? std::string() : path + ".";
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            const std::string_view similar = findings.similar(name, names);
            return UnknownMember{outer + std::string(name),
                                 similar.empty() ? std::string() : outer + std::string(similar)};
        }
        path = outer + std::string(name);
        if (!rest.starts_with('.'))
            return std::nullopt;
        rest.remove_prefix(1);
    }
}

/// The first member of the context object in an expression that does not exist.
std::optional<UnknownMember> unknownMemberIn(std::string_view raw, Findings& findings)
{
    for (std::string_view root : {std::string_view("$$."), std::string_view("$states.context.")})
        for (std::size_t at = raw.find(root); at != std::string_view::npos; at = raw.find(root, at + root.size()))
            if (auto unknown = unknownMember(raw.substr(at + root.size()), findings))
                return unknown;
    return std::nullopt;
}

bool isInsideMap(const StateMachine& machine, ScopeId scope)
{
    while (machine.scope(scope).owner != noId) {
        if (machine.scope(scope).kind == Scope::Kind::ItemProcessor)
            return true;
        scope = machine.state(machine.scope(scope).owner).scope;
    }
    return false;
}

} // namespace

void contextNotThere(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    const StateMachine& machine = context.machine();
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        const bool mayRead = member.field && object.state != noId && object.languageKnown &&
                             member.field->object == ObjectType::None && member.field->shape != Shape::States;
        if (!mayRead || member.field->shape == Shape::AnyJson || member.field->shape == Shape::LongText)
            continue;
        const NodeId end = endOf(tree, member.node);
        for (NodeId node = member.node; node < end && !findings.full(); ++node) {
            const std::string_view raw = tree.kind(node) == NodeKind::String ? tree.raw(node) : std::string_view();
            const bool computed =
                raw.starts_with("\"{%") || tree.rawKey(node).ends_with(".$\"") || raw.starts_with("\"$$");
            if (!computed || hasToken(raw))
                continue;
            const bool token = raw.find("$$.Task.Token") != std::string_view::npos ||
                               raw.find("$states.context.Task.Token") != std::string_view::npos;
            const bool item = raw.find("$$.Map.Item") != std::string_view::npos ||
                              raw.find("$states.context.Map.Item") != std::string_view::npos;
            const State& state = machine.state(object.state);
            const NodeId resource = tree.find(state.node, "Resource");
            const std::string arn = resource == noNode ? std::string() : tree.stringValue(resource);
            const bool known = state.type != StateType::Task || (!arn.empty() && !hasToken(arn));
            if (token && known && resourceInfo(arn).pattern != IntegrationPattern::WaitForTaskToken)
                findings.add(
                    node, Part::Value,
                    ASL_TEXT("core", "There is a task token only in a Task whose resource ends in .waitForTaskToken."));
            else if (item && state.type != StateType::Map && !isInsideMap(machine, state.scope))
                findings.add(node, Part::Value,
                             ASL_TEXT("core", "There is an item only in a Map and the states inside it."));
            else if (const auto unknown = unknownMemberIn(raw, findings))
                findings.add(node, Part::Value,
                             unknown->meant.empty()
                                 ? Message(ASL_TEXT("core", "The context object has no member %1."), {unknown->path})
                                 : Message(ASL_TEXT("core", "The context object has no member %1. Did you mean %2?"),
                                           {unknown->path, unknown->meant}));
        }
    }
}

} // namespace asl::validation

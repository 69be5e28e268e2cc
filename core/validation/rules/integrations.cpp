// Rules about what a Task hands to the action that it calls, as the catalogue of integrations knows it.

#include "core/language/catalogue.h"
#include "core/validation/rules/rules.h"
#include "core/validation/task_calls.h"
#include "core/validation/values.h"

#include <algorithm>
#include <map>

namespace asl::validation {

namespace {

constexpr std::string_view sdkPrefix = "aws-sdk:";

/// A parameter as it is written, and the name that it gives.
struct Given
{
    NodeId node = noNode;
    std::string name;
    bool computed = false; ///< its key ends in .$
};

/// The parameters of a call; nothing when they are not all known.
std::optional<std::vector<Given>> parametersOf(const Context& context, const TaskCall& call)
{
    const SyntaxTree& tree = context.tree();
    const bool jsonata = call.object->language == QueryLanguage::JSONata;
    if (!call.parameters)
        return std::vector<Given>();
    const NodeId value = call.parameters->node;
    if (tree.kind(value) != NodeKind::Object || tree.node(value).damaged)
        return std::nullopt;
    std::vector<Given> given;
    for (NodeId child : tree.children(value)) {
        std::string name = tree.key(child);
        if (hasToken(name))
            return std::nullopt;
        const bool computed = !jsonata && name.ends_with(".$");
        if (computed)
            name.resize(name.size() - 2);
        given.push_back({child, std::move(name), computed});
    }
    return given;
}

/// Calls `visit(call, integration, parameters)` for every call whose action the catalogue knows and whose parameters are known.
template <class Visit>
void forEachKnownCall(const Context& context, Findings& findings, Visit visit)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        const Integration* known = info.kind == ResourceInfo::Kind::Integration ? integration(info.service, info.action) : nullptr;
        if (!known || !call.object->languageKnown || findings.full())
            return;
        if (const auto given = parametersOf(context, call))
            visit(call, *known, *given);
    });
}

std::vector<std::string_view> namesOf(const Integration& integration)
{
    std::vector<std::string_view> names;
    for (const MemberShape& parameter : integration.parameters)
        names.push_back(parameter.name);
    return names;
}

bool has(const std::vector<Given>& given, std::string_view name)
{
    return std::any_of(given.begin(), given.end(), [&](const Given& each) { return each.name == name; });
}

/// Names that the action does not know, with the one that is meant (empty when none is near).
template <class Visit>
void forEachUnknown(const Context& context, Findings& findings, Visit visit)
{
    std::map<std::pair<const Integration*, std::string>, std::string_view> meant; // definitions repeat themselves
    forEachKnownCall(context, findings, [&](const TaskCall&, const Integration& integration, const std::vector<Given>& given) {
        const std::vector<std::string_view> names = namesOf(integration);
        if (names.empty() && !integration.parametersKnown)
            return;
        for (const Given& parameter : given) {
            if (std::find(names.begin(), names.end(), parameter.name) != names.end())
                continue;
            const auto [similar, isNew] = meant.try_emplace({&integration, parameter.name});
            if (isNew)
                similar->second = findings.similar(parameter.name, names);
            visit(integration, parameter, has(given, similar->second) ? std::string_view() : similar->second);
        }
    });
}

std::string callOf(const Integration& integration) { return std::string(integration.service) + ":" + std::string(integration.action); }

} // namespace

void misspelledParameters(const Context& context, Findings& findings)
{
    forEachUnknown(context, findings, [&](const Integration& integration, const Given& parameter, std::string_view similar) {
        if (similar.empty() || findings.full())
            return;
        Diagnostic& diagnostic
            = findings.add(parameter.node, Part::Key,
                           {ASL_TEXT("core", "%1 has no parameter \"%2\". Did you mean \"%3\"?"),
                            {callOf(integration), parameter.name, std::string(similar)}});
        const std::string key = std::string(similar) + (parameter.computed ? ".$" : "");
        Findings::addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {key}}, diagnostic.range, quoted(key));
    });
}

void unknownParameters(const Context& context, Findings& findings)
{
    forEachUnknown(context, findings, [&](const Integration& integration, const Given& parameter, std::string_view similar) {
        if (similar.empty() && integration.parametersKnown && !findings.full())
            findings.add(parameter.node, Part::Key,
                         {ASL_TEXT("core", "%1 has no parameter \"%2\"."), {callOf(integration), parameter.name}});
    });
}

void missingParameters(const Context& context, Findings& findings)
{
    forEachKnownCall(context, findings, [&](const TaskCall& call, const Integration& integration, const std::vector<Given>& given) {
        const NodeId place = call.parameters ? call.parameters->node : call.member->node;
        for (const MemberShape& parameter : integration.parameters)
            if (parameter.required && !has(given, parameter.name) && !findings.full())
                findings.add(place, Part::Head,
                             {ASL_TEXT("core", "%1 needs the parameter \"%2\"."), {callOf(integration), std::string(parameter.name)}});
    });
}

void sdkCalls(const Context& context, Findings& findings)
{
    std::vector<std::string_view> names;
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        if (info.kind != ResourceInfo::Kind::Integration || !info.service.starts_with(sdkPrefix) || hasToken(call.resource)
            || info.action.empty() || findings.full())
            return;
        const std::string_view service = info.service.substr(sdkPrefix.size());
        const auto replace = [&](std::string_view part, std::string with) {
            std::string changed = call.resource;
            changed.replace(static_cast<std::size_t>(part.data() - call.resource.data()), part.size(), with);
            return changed;
        };
        const SdkService* known = sdkService(service);
        const auto say = [&](Message message, std::string_view part, const std::string& with) {
            Diagnostic& diagnostic = findings.add(call.member->node, Part::Value, std::move(message));
            if (!with.empty())
                Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {replace(part, with)}}, diagnostic.range,
                                 quoted(replace(part, with)));
        };
        if (!known) {
            if (names.empty())
                for (const SdkService& row : sdkServices())
                    names.push_back(row.service);
            say({ASL_TEXT("core", "No service \"%1\" is known that can be called this way. If it is new, this is no problem."),
                 {std::string(service)}},
                service, std::string(findings.similar(service, names)));
        } else if (info.action[0] >= 'A' && info.action[0] <= 'Z') {
            std::string action(info.action);
            action[0] = static_cast<char>(action[0] - 'A' + 'a');
            say({ASL_TEXT("core", "The name of an action begins with a small letter: %1."), {action}}, info.action, action);
        } else if (std::find(known->excluded.begin(), known->excluded.end(), info.action) != known->excluded.end()) {
            say({ASL_TEXT("core", "%1 cannot be called from a state machine."), {std::string(service) + ":" + std::string(info.action)}},
                {}, {});
        }
    });
}

} // namespace asl::validation

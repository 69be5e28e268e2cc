// Rules about actions that are called through the SDK, as the catalogue of integrations knows them.

#include "core/language/catalogue.h"
#include "core/validation/rules/rules.h"
#include "core/validation/task_calls.h"
#include "core/validation/values.h"

#include <algorithm>
#include <map>

namespace asl::validation {

namespace {

constexpr std::string_view sdkPrefix = "aws-sdk:";

/// The word without capitals, blanks and signs: people write a service's name, or the word that policies have for it.
std::string plain(std::string_view word)
{
    std::string letters;
    for (char c : word)
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            letters += c;
        else if (c >= 'A' && c <= 'Z')
            letters += static_cast<char>(c - 'A' + 'a');
    return letters;
}

/// The service that is meant by a word which is none; empty when there is no telling.
std::string_view meantService(Findings& findings, std::string_view service)
{
    const std::string wanted = plain(service);
    std::vector<std::string_view> names;
    for (const SdkService& row : sdkServices()) {
        if (wanted == row.service || wanted == plain(row.iam) || wanted == plain(serviceInfo(row.service).name))
            return row.service;
        names.push_back(row.service);
    }
    return findings.similar(service, names);
}

/// The actions of the services that a definition calls, each looked up once.
class ActionNames
{
public:
    const std::vector<std::string_view>& of(std::string_view service)
    {
        const auto [known, isNew] = m_names.try_emplace(service);
        if (isNew)
            known->second = sdkActionNames(service);
        return known->second;
    }

private:
    std::map<std::string_view, std::vector<std::string_view>> m_names;
};

} // namespace

void sdkCalls(const Context& context, Findings& findings)
{
    ActionNames actions;
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        if (info.kind != ResourceInfo::Kind::Integration || !info.service.starts_with(sdkPrefix) ||
            hasToken(call.resource) || info.action.empty() || findings.full())
            return;
        const std::string_view service = info.service.substr(sdkPrefix.size());
        const std::string name = std::string(service) + ":" + std::string(info.action);
        const SdkService* known = sdkService(service);
        const auto say = [&](Message message, std::string_view part, std::string_view with) {
            Diagnostic& diagnostic = findings.add(call.member->node, Part::Value, std::move(message));
            if (with.empty())
                return;
            std::string changed = call.resource;
            changed.replace(static_cast<std::size_t>(part.data() - call.resource.data()), part.size(), with);
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {changed}}, diagnostic.range,
                             quoted(changed));
        };
        if (!known) {
            const std::string_view meant = meantService(findings, service);
            say(meant.empty()
                    ? Message(ASL_TEXT("core", "No service \"%1\" is known that can be called this way. If it is new, "
                                               "this is no problem."),
                              {std::string(service)})
                    : Message(ASL_TEXT("core",
                                       "No service \"%1\" is known that can be called this way. Did you mean \"%2\"? "
                                       "If it is new, this is no problem."),
                              {std::string(service), std::string(meant)}),
                service, meant);
            return;
        }
        if (info.action[0] >= 'A' && info.action[0] <= 'Z') {
            std::string action(info.action);
            action[0] = static_cast<char>(action[0] - 'A' + 'a');
            say({ASL_TEXT("core", "The name of an action begins with a small letter: %1."), {action}}, info.action,
                action);
            return;
        }
        if (std::find(known->excluded.begin(), known->excluded.end(), info.action) != known->excluded.end()) {
            say({ASL_TEXT("core", "%1 cannot be called from a state machine."), {name}}, {}, {});
            return;
        }
        const std::vector<std::string_view>& names = actions.of(known->service);
        if (names.empty() || std::binary_search(names.begin(), names.end(), info.action))
            return;
        const std::string_view meant = findings.similar(info.action, names);
        say(meant.empty()
                ? Message(ASL_TEXT("core", "No action %1 is known. If it is new, this is no problem."), {name})
                : Message(ASL_TEXT("core", "No action %1 is known. Did you mean %2? If it is new, this is no problem."),
                          {name, std::string(meant)}),
            info.action, meant);
    });
}

} // namespace asl::validation

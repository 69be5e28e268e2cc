// stepwright-cli describe: says what a definition is made of.

#include "app/cli/command.h"
#include "core/validation/description.h"

#include <nlohmann/json.hpp>

namespace designer::cli {

namespace {

using nlohmann::ordered_json;

const char* word(asl::QueryLanguage language)
{
    return language == asl::QueryLanguage::JSONata ? "JSONata" : "JSONPath";
}

ordered_json statesJson(const asl::Description& description)
{
    ordered_json states = ordered_json::array();
    for (const asl::StateDescription& state : description.states)
        states.push_back({{"name", state.name},
                          {"pointer", state.pointer},
                          {"type", state.type},
                          {"queryLanguage", word(state.language)},
                          {"depth", state.depth},
                          {"next", state.next}});
    return states;
}

ordered_json integrationsJson(const asl::Description& description)
{
    ordered_json integrations = ordered_json::array();
    for (const asl::IntegrationDescription& integration : description.integrations) {
        ordered_json row = {{"resource", integration.resource}};
        if (!integration.service.empty())
            row.update({{"service", integration.service}, {"action", integration.action}});
        if (!integration.pattern.empty())
            row["pattern"] = integration.pattern;
        row["states"] = integration.states;
        integrations.push_back(std::move(row));
    }
    return integrations;
}

ordered_json quotasJson(const asl::Description& description)
{
    ordered_json quotas = ordered_json::array();
    for (const asl::QuotaUse& use : description.quotas) {
        ordered_json row = {{"name", asl::english(use.name)}, {"used", use.used}, {"limit", use.limit}};
        if (!use.pointer.empty())
            row["pointer"] = use.pointer;
        quotas.push_back(std::move(row));
    }
    return quotas;
}

ordered_json asJson(const asl::Description& description)
{
    ordered_json tokens = ordered_json::array();
    for (const asl::TokenDescription& token : description.tokens)
        tokens.push_back({{"name", token.name}, {"uses", token.uses}});
    ordered_json references = ordered_json::object();
    for (const auto& [state, names] : description.variableReferences)
        references[state] = names;
    return {{"queryLanguage", word(description.language)},
            {"startAt", description.startAt},
            {"states", statesJson(description)},
            {"tokens", std::move(tokens)},
            {"integrations", integrationsJson(description)},
            {"variableReferences", std::move(references)},
            {"quotas", quotasJson(description)},
            {"iamActions", description.permissions}};
}

template <class Names>
std::string joined(const Names& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string section(const char* title, const std::string& lines)
{
    return lines.empty() ? std::string() : std::string("\n") + title + ":\n" + lines;
}

std::string statesText(const asl::Description& description)
{
    std::string lines;
    for (const asl::StateDescription& state : description.states) {
        lines +=
            std::string(2 + 2 * state.depth, ' ') + state.name + " (" + (state.type.empty() ? "no type" : state.type);
        lines += state.language == description.language ? ")" : std::string(", ") + word(state.language) + ")";
        lines += state.next.empty() ? "\n" : " -> " + joined(state.next) + "\n";
    }
    return lines;
}

std::string asText(const asl::Description& description)
{
    std::string tokens, integrations, references, quotas, permissions;
    for (const asl::TokenDescription& token : description.tokens)
        tokens +=
            "  ${" + token.name + "}" + (token.uses > 1 ? ", " + std::to_string(token.uses) + " times" : "") + "\n";
    for (const asl::IntegrationDescription& integration : description.integrations)
        integrations += "  " + integration.resource + ": " + joined(integration.states) + "\n";
    for (const auto& [state, names] : description.variableReferences)
        references += "  " + state + ": " + joined(names) + "\n";
    for (const asl::QuotaUse& use : description.quotas)
        quotas += "  " + asl::english(use.name) + ": " + std::to_string(use.used) + " of " + std::to_string(use.limit) +
                  (use.pointer.empty() ? "" : " at " + use.pointer) + "\n";
    for (const std::string& action : description.permissions)
        permissions += "  " + action + "\n";
    return std::string("Query language: ") + word(description.language) + "\nStarts at: " + description.startAt + "\n" +
           section("States", statesText(description)) + section("Tokens", tokens) +
           section("Integrations", integrations) + section("Variables read", references) +
           section("Quotas nearly used up", quotas) + section("IAM actions that the role needs", permissions);
}

} // namespace

int describeCommand(const QStringList& words)
{
    const auto arguments = parseArguments(words, {QStringLiteral("--format"), QStringLiteral("--type")}, {});
    if (!arguments)
        return fail(arguments.error());
    const QString format = arguments->value(QStringLiteral("--format"), QStringLiteral("text"));
    if (format != u"text" && format != u"json")
        return fail("--format " + format.toStdString() + ": it is text or json.");
    if (arguments->positional.size() != 1)
        return fail("describe: name one file. See --help.");
    const auto definition = openWellFormed(arguments->positional.front());
    if (!definition)
        return fail(definition.error());
    const auto type = machineTypeOf(*arguments, definition->express);
    if (!type)
        return fail(type.error());
    const asl::Description description = asl::describe(*definition->document.snapshot(), *type);
    print(format == u"json" ? asJson(description).dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n"
                            : asText(description));
    return Success;
}

} // namespace designer::cli

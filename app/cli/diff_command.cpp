// stepwright-cli diff: what changed between two definitions, state by state.

#include "app/cli/command.h"
#include "core/document/compare.h"

#include <nlohmann/json.hpp>

namespace designer::cli {

namespace {

using asl::StateChange;
using nlohmann::ordered_json;

const char* word(StateChange::Kind kind)
{
    switch (kind) {
    case StateChange::Kind::Added: return "added";
    case StateChange::Kind::Removed: return "removed";
    case StateChange::Kind::Renamed: return "renamed";
    case StateChange::Kind::Changed: return "changed";
    }
    return "";
}

ordered_json fieldsJson(const std::vector<asl::FieldChange>& fields)
{
    ordered_json changes = ordered_json::array();
    const auto valueOf = [](const std::string& text) { // a bare ${Token} is no JSON and stays text
        ordered_json value = ordered_json::parse(text, nullptr, false, true);
        return value.is_discarded() ? ordered_json(text) : value;
    };
    for (const asl::FieldChange& field : fields) {
        ordered_json change = {{"pointer", field.pointer}};
        if (field.before)
            change["before"] = valueOf(*field.before);
        if (field.after)
            change["after"] = valueOf(*field.after);
        changes.push_back(std::move(change));
    }
    return changes;
}

ordered_json asJson(const asl::Comparison& comparison)
{
    ordered_json states = ordered_json::array();
    for (const StateChange& state : comparison.states) {
        ordered_json change = {{"change", word(state.kind)}, {"type", state.type}};
        if (!state.before.empty())
            change["before"] = state.before;
        if (!state.after.empty())
            change["after"] = state.after;
        if (!state.fields.empty())
            change["fields"] = fieldsJson(state.fields);
        states.push_back(std::move(change));
    }
    return {{"same", comparison.same()}, {"machine", fieldsJson(comparison.machine)}, {"states", std::move(states)}};
}

std::string shortened(const std::string& text)
{
    constexpr std::size_t most = 100;
    std::string line;
    for (char c : text) {
        const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (!blank)
            line += c;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    if (line.size() <= most)
        return line;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80)
        --end;
    return line.substr(0, end) + "…";
}

std::string fieldsText(const std::vector<asl::FieldChange>& fields, const char* indentation)
{
    std::string text;
    for (const asl::FieldChange& field : fields) {
        const char* sign = !field.before ? "+ " : !field.after ? "- " : "~ ";
        text += indentation + std::string(sign) + (field.pointer.empty() ? "/" : field.pointer) + ": ";
        text += field.before ? shortened(*field.before) : "";
        text += field.before && field.after ? " -> " : "";
        text += (field.after ? shortened(*field.after) : "") + "\n";
    }
    return text;
}

std::string asText(const asl::Comparison& comparison)
{
    if (comparison.same())
        return "No difference.\n";
    std::string text = fieldsText(comparison.machine, "");
    for (const StateChange& state : comparison.states) {
        text += std::string(word(state.kind)) + " " + (state.before.empty() ? state.after : state.before);
        text += state.kind == StateChange::Kind::Renamed ? " to " + state.after : "";
        text += (state.type.empty() ? "" : " (" + state.type + ")") + "\n" + fieldsText(state.fields, "  ");
    }
    return text;
}

} // namespace

int diffCommand(const QStringList& words)
{
    const auto arguments = parseArguments(words, {QStringLiteral("--format")}, {});
    if (!arguments)
        return fail(arguments.error());
    const QString format = arguments->value(QStringLiteral("--format"), QStringLiteral("text"));
    if (format != u"text" && format != u"json")
        return fail("--format " + format.toStdString() + ": it is text or json.");
    if (arguments->positional.size() != 2)
        return fail("diff: name two files. See --help.");
    asl::SnapshotPointer snapshots[2];
    for (int i = 0; i < 2; ++i) {
        const auto definition = openWellFormed(arguments->positional[i]);
        if (!definition)
            return fail(definition.error());
        snapshots[i] = definition->document.snapshot();
    }
    const asl::Comparison comparison = asl::compare(*snapshots[0], *snapshots[1]);
    print(format == u"json" ? asJson(comparison).dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n" : asText(comparison));
    return comparison.same() ? Success : AnswerIsNo;
}

} // namespace designer::cli

// Rules about errors and times: Retry, Catch, timeouts.

#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

#include <algorithm>
#include <charconv>

namespace asl::validation {

namespace {

bool handlesErrors(const TypedObject& object)
{
    return object.type == ObjectType::Retrier || object.type == ObjectType::Catcher;
}

/// Calls `visit` with every name in an ErrorEquals.
template <class Visit>
void forEachErrorName(const Context& context, Visit visit)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* names = handlesErrors(object) ? context.typed.find(object, "ErrorEquals") : nullptr;
        if (!names || tree.kind(names->node) != NodeKind::Array)
            continue;
        for (NodeId name : tree.children(names->node))
            if (tree.kind(name) == NodeKind::String)
                visit(object, *names, name);
    }
}

std::optional<double> numberOf(const Context& context, const TypedMember* member)
{
    if (!member || context.tree().kind(member->node) != NodeKind::Number)
        return std::nullopt;
    const std::string_view raw = context.tree().raw(member->node);
    double value = 0;
    std::from_chars(raw.data(), raw.data() + raw.size(), value);
    return value;
}

} // namespace

void statesAllAloneAndLast(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    forEachErrorName(context, [&](const TypedObject& object, const TypedMember& names, NodeId name) {
        if (!tree.stringIs(name, "States.ALL") || findings.full())
            return;
        if (tree.node(names.node).childCount > 1)
            findings.add(name, Part::Value, ASL_TEXT("core", "States.ALL stands for all errors and must be the only name in its list."));
        if (tree.node(object.node).nextSibling != noNode)
            findings.add(name, Part::Value, {ASL_TEXT("core", "What comes after this %1 is never tried. States.ALL must be in the last one."),
                                             {std::string(info(object.type).name)}});
    });
}

void unknownErrorNames(const Context& context, Findings& findings)
{
    std::vector<std::string_view> known;
    for (const ErrorName& row : reservedErrorNames())
        known.push_back(row.name);
    forEachErrorName(context, [&](const TypedObject&, const TypedMember&, NodeId node) {
        const std::string name = context.tree().stringValue(node);
        const bool reserved = name.starts_with("States.") && !name.starts_with("States.Http.StatusCode.");
        if (!reserved || hasToken(name) || findings.full() || std::find(known.begin(), known.end(), name) != known.end())
            return;
        Diagnostic& diagnostic = findings.add(node, Part::Value, {ASL_TEXT("core", "There is no error \"%1\"; it never matches."), {name}});
        const std::string_view similar = findings.similar(name, known);
        if (!similar.empty())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {std::string(similar)}},
                                                    diagnostic.range, quoted(similar));
    });
}

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

} // namespace asl::validation

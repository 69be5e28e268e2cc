// Rules about errors: Retry and Catch.

#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

#include <algorithm>
#include <unordered_set>

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

} // namespace

void statesAllAloneAndLast(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    forEachErrorName(context, [&](const TypedObject& object, const TypedMember& names, NodeId name) {
        if (!tree.stringIs(name, "States.ALL") || findings.full())
            return;
        if (tree.node(names.node).childCount > 1)
            findings.add(name, Part::Value,
                         ASL_TEXT("core", "States.ALL stands for all errors and must be the only name in its list."));
        if (tree.node(object.node).nextSibling != noNode)
            findings.add(
                name, Part::Value,
                {ASL_TEXT("core", "What comes after this %1 is never tried. States.ALL must be in the last one."),
                 {std::string(info(object.type).name)}});
    });
}

namespace {

constexpr std::string_view reservedPrefix = "States.";

/// The names that Fail states of the definition give: reserved ones are not meant for that, but they are caught like
/// others.
std::unordered_set<std::string> namesOfFailStates(const Context& context)
{
    std::unordered_set<std::string> names;
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* name = object.stateType == StateType::Fail ? context.typed.find(object, "Error") : nullptr;
        if (name && context.tree().kind(name->node) == NodeKind::String)
            names.insert(context.tree().stringValue(name->node));
    }
    return names;
}

} // namespace

void unknownErrorNames(const Context& context, Findings& findings)
{
    std::vector<std::string_view> known; ///< without the prefix, which would make all alike
    for (const ErrorName& row : reservedErrorNames())
        known.push_back(std::string_view(row.name).substr(reservedPrefix.size()));
    const std::unordered_set<std::string> own = namesOfFailStates(context);
    forEachErrorName(context, [&](const TypedObject&, const TypedMember&, NodeId node) {
        const std::string name = context.tree().stringValue(node);
        const bool reserved = name.starts_with(reservedPrefix) && !name.starts_with("States.Http.StatusCode.");
        const std::string_view rest =
            reserved ? std::string_view(name).substr(reservedPrefix.size()) : std::string_view();
        if (!reserved || hasToken(name) || findings.full() || own.contains(name) ||
            std::find(known.begin(), known.end(), rest) != known.end())
            return;
        const std::string_view similar = findings.similar(rest, known);
        const std::string meant = similar.empty() ? std::string() : std::string(reservedPrefix) + std::string(similar);
        Diagnostic& diagnostic = findings.add(
            node, Part::Value,
            meant.empty()
                ? Message(ASL_TEXT("core", "There is no error \"%1\"; it never matches."), {name})
                : Message(ASL_TEXT("core", "There is no error \"%1\"; it never matches. Did you mean \"%2\"?"),
                          {name, meant}));
        if (!meant.empty())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {meant}}, diagnostic.range,
                             quoted(meant));
    });
}

namespace {

bool isReservedAndUncaught(std::string_view name)
{
    return name == "States.Runtime";
}

/// Errors that States.TaskFailed does not stand for.
bool isBeyondTaskFailed(std::string_view name)
{
    return name == "States.Timeout" || name == "States.ALL" || name == "States.Runtime";
}

/// Why no error with the name gets as far as this place; null when one may.
const char* reasonNoneComes(const std::unordered_set<std::string>& earlier, const std::string& name)
{
    if (isReservedAndUncaught(name))
        return ASL_TEXT("core", "\"%1\" is neither retried nor caught; the execution fails.");
    if (earlier.contains(name))
        return ASL_TEXT("core", "\"%1\" is never looked for here: it stands before already.");
    if (earlier.contains("States.TaskFailed") && !isBeyondTaskFailed(name))
        return ASL_TEXT("core", "\"%1\" is never looked for here: States.TaskFailed before it stands for it too.");
    return nullptr;
}

} // namespace

void errorsThatNeverMatch(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    std::unordered_set<std::string> earlier;
    std::vector<std::string> here; ///< of the same retrier or catcher
    NodeId list = noNode;
    NodeId handler = noNode;
    forEachErrorName(context, [&](const TypedObject& object, const TypedMember&, NodeId node) {
        if (object.node != handler) {
            handler = object.node;
            earlier.insert(here.begin(), here.end());
            here.clear();
        }
        if (const NodeId parent = tree.node(object.node).parent; parent != list) { // another Retry or Catch
            list = parent;
            earlier.clear();
        }
        const std::string name = tree.stringValue(node);
        const char* reason = hasToken(name) || findings.full() ? nullptr : reasonNoneComes(earlier, name);
        if (reason)
            findings.add(node, Part::Value, {reason, {name}});
        here.push_back(name);
    });
}

} // namespace asl::validation

// Rules about the data of a run: where results can be put, and what is too much for the service.

#include "core/language/quotas.h"
#include "core/query/reference_path.h"
#include "core/validation/history_events.h"
#include "core/validation/input_kinds.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

namespace asl::validation {

namespace {

/// The kind of value that a result can be put into by this path; NoInput when it replaces everything or nothing is known.
unsigned wantedBy(const SyntaxTree& tree, const TypedMember& path)
{
    if (tree.kind(path.node) != NodeKind::String || isFilledInLater(tree, path.node))
        return NoInput;
    const auto reference = query::ReferencePath::compile(tree.stringValue(path.node));
    if (!reference || reference->isRoot())
        return NoInput;
    return reference->steps().front().index >= 0 ? ListInput : ObjectInput;
}

} // namespace

void impossibleResultPaths(const Context& context, Findings& findings)
{
    std::vector<unsigned> kinds;
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* path = object.language == QueryLanguage::JSONPath && object.languageKnown && object.state != noId
            ? context.typed.find(object, "ResultPath")
            : nullptr;
        const unsigned wanted = path ? wantedBy(context.tree(), *path) : NoInput;
        if (wanted == NoInput || findings.full())
            continue;
        if (kinds.empty())
            kinds = inputKinds(context);
        const unsigned input = kinds[object.state];
        if (input == NoInput || (input & (wanted | Anything)) != 0)
            continue;
        const char* message = wanted == ListInput
            ? ASL_TEXT("core", "The result cannot be put there: the input of the state is no list.")
            : input == ListInput ? ASL_TEXT("core", "The result cannot be put there: the input of the state is a list, which has no members.")
                                 : ASL_TEXT("core", "The result cannot be put there: the input of the state is no object.");
        findings.add(path->node, Part::Value, message);
    }
}

void dataTooLarge(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        if (!member.field || findings.full())
            continue;
        const Shape shape = member.field->shape;
        const bool data = shape == Shape::AnyJson || shape == Shape::PayloadTemplate || shape == Shape::Assignments
            || shape == Shape::ItemsExpression;
        if (!data || tree.node(member.node).range().size() <= quotas::payloadBytes)
            continue;
        const std::size_t size = compactSize(tree, member.node);
        if (size > quotas::payloadBytes)
            findings.add(member.node, Part::Key,
                         {ASL_TEXT("core", "\"%1\" has %2 bytes; a state can hand on %3. Keep the data in a bucket and hand on where it is."),
                          {std::string(member.field->name), std::to_string(size), std::to_string(quotas::payloadBytes)}});
    }
}

void historyTooLong(const Context& context, Findings& findings)
{
    if (context.machineType != MachineType::Standard)
        return;
    const std::size_t events = leastHistoryEvents(context.snapshot, context.typed);
    if (events > quotas::historyEvents)
        findings.add(context.tree().root(), Part::Head,
                     {ASL_TEXT("core", "Even the shortest run writes %1 history events; at %2 the service ends it. Move a part to executions of its own, such as a distributed Map."),
                      {std::to_string(events), std::to_string(quotas::historyEvents)}});
}

void limitedConcurrency(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* member = object.stateType == StateType::Map ? context.typed.find(object, "MaxConcurrency") : nullptr;
        const auto wanted = numberOf(context, member);
        if (!wanted || object.state == noId || findings.full())
            continue;
        const bool distributed = context.machine().state(object.state).distributed;
        const std::size_t limit = distributed ? quotas::distributedMapConcurrency : quotas::inlineMapConcurrency;
        if (*wanted > static_cast<double>(limit))
            findings.add(member->node, Part::Value,
                         {ASL_TEXT("core", "The service runs at most %1 at the same time here."), {std::to_string(limit)}});
    }
}

} // namespace asl::validation

// Rules about what states are called and what they are.

#include "core/document/edits.h"
#include "core/language/quotas.h"
#include "core/support/utf8.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

#include <unordered_map>

namespace asl::validation {

void stateTypes(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedObject& object : context.typed.objects) {
        if (object.type != ObjectType::State || object.stateType || findings.full())
            continue;
        const NodeId type = tree.find(object.node, "Type");
        if (type != noNode && (isFilledInLater(tree, type) || tree.kind(type) == NodeKind::Missing))
            continue;
        std::string names;
        std::vector<std::string_view> known;
        for (const StateTypeInfo& row : asl::stateTypes()) {
            names += (names.empty() ? "" : ", ") + std::string(row.name);
            known.push_back(row.name);
        }
        const std::string who = describe(context.snapshot, object);
        if (type == noNode) {
            if (tree.node(object.node).damaged)
                continue;
            findings.add(object.node, Part::Head, {ASL_TEXT("core", "%1 needs \"Type\", one of: %2."), {who, names}})
                .serviceMessage = "The field 'Type' is required but was missing";
            continue;
        }
        Diagnostic& diagnostic = findings.add(type, Part::Value,
                                              {ASL_TEXT("core", "\"Type\" must be one of: %1."), {names}});
        diagnostic.serviceMessage
            = "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]";
        diagnostic.serviceLocation = tree.pointer(object.node);
        const std::string_view similar = findings.similar(tree.stringValue(type), known);
        if (!similar.empty())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {std::string(similar)}},
                                                    diagnostic.range, quoted(similar));
    }
}

void stateNames(const Context& context, Findings& findings)
{
    for (const State& state : context.machine().states()) {
        if (findings.full())
            return;
        if (state.name.empty())
            findings.add(state.node, Part::Key, ASL_TEXT("core", "A state needs a name."));
        const std::size_t length = state.name.size() > quotas::stateNameLength ? codePointCount(state.name) : 0;
        if (length > quotas::stateNameLength && !hasToken(state.name))
            findings.add(state.node, Part::Key,
                         {ASL_TEXT("core", "The name of a state may have at most %1 characters; this one has %2."),
                          {std::to_string(quotas::stateNameLength), std::to_string(length)}});
    }
}

void duplicateStateNames(const Context& context, Findings& findings)
{
    std::unordered_map<std::string_view, StateId> first;
    for (StateId id = 0; id < context.machine().states().size(); ++id) {
        const State& state = context.machine().state(id);
        const auto [earlier, isNew] = first.emplace(state.name, id);
        if (isNew || findings.full())
            continue;
        const LineColumn place = context.snapshot.lines().at(
            context.tree().text(), context.tree().node(context.machine().state(earlier->second).node).keyBegin);
        Diagnostic& diagnostic = findings.add(
            state.node, Part::Key,
            {ASL_TEXT("core", "There is another state \"%1\" in line %2. A name may be used only once, inside Parallel and Map too."),
             {state.name, std::to_string(place.line)}});
        if (state.scope == context.machine().state(earlier->second).scope)
            continue; // which of the two a reference means cannot be told
        const std::string free = uniqueName(context.machine(), state.name);
        findings.addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {free}},
                        [&] { return renameState(context.snapshot, context.machine().path(id), free); });
    }
}

void languageDowngrade(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    if (context.machine().language() != QueryLanguage::JSONata)
        return;
    for (const TypedObject& object : context.typed.objects) {
        if (object.type != ObjectType::State || findings.full())
            continue;
        const TypedMember* language = context.typed.find(object, "QueryLanguage");
        if (!language || !tree.stringIs(language->node, "JSONPath"))
            continue;
        Diagnostic& diagnostic = findings.add(
            language->node, Part::Value,
            ASL_TEXT("core", "The state machine's query language is JSONata; a state cannot go back to JSONPath."));
        diagnostic.serviceMessage = "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine";
        diagnostic.serviceLocation = tree.pointer(object.node);
    }
}

} // namespace asl::validation

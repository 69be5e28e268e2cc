#include "core/validation/description.h"

#include "core/language/permissions.h"
#include "core/language/quotas.h"
#include "core/support/utf8.h"
#include "core/validation/history_events.h"
#include "core/validation/rule.h"
#include "core/validation/values.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace asl {

namespace {

using validation::Context;
using validation::TypedMember;
using validation::TypedObject;

std::size_t depthOf(const StateMachine& machine, ScopeId scope)
{
    std::size_t depth = 0;
    for (StateId owner = machine.scope(scope).owner; owner != noId;
         owner = machine.scope(machine.state(owner).scope).owner)
        ++depth;
    return depth;
}

std::vector<std::string> followers(const StateMachine& machine, const State& state)
{
    std::vector<std::string> names;
    std::unordered_set<std::string_view> seen;
    for (TransitionId id : state.transitions) {
        const std::string& name = machine.transition(id).targetName;
        if (!name.empty() && seen.insert(name).second)
            names.push_back(name);
    }
    return names;
}

std::vector<StateDescription> statesOf(const Context& context)
{
    const SyntaxTree& tree = context.tree();
    const StateMachine& machine = context.machine();
    std::vector<StateDescription> states;
    for (const State& state : machine.states()) {
        const NodeId type = tree.find(state.node, "Type");
        states.push_back({state.name, tree.pointer(state.node), type == noNode ? std::string() : tree.stringValue(type),
                          state.language, depthOf(machine, state.scope), followers(machine, state)});
    }
    return states;
}

std::vector<TokenDescription> tokensOf(const SyntaxTree& tree)
{
    std::vector<TokenDescription> described;
    std::unordered_map<std::string, std::size_t> places;
    for (const Token& token : tokens(tree)) {
        const auto [place, isNew] = places.emplace(token.name, described.size());
        if (isNew)
            described.push_back({token.name, 0});
        ++described[place->second].uses;
    }
    return described;
}

/// Calls `visit(object, resource)` with the Resource of every Task, reader and writer.
template <class Visit>
void forEachResource(const Context& context, Visit visit)
{
    for (const TypedObject& object : context.typed.objects) {
        const bool calls = object.stateType == StateType::Task || object.type == ObjectType::ItemReader ||
                           object.type == ObjectType::ResultWriter;
        const TypedMember* member = calls && object.state != noId ? context.typed.find(object, "Resource") : nullptr;
        if (member && context.tree().kind(member->node) == NodeKind::String)
            visit(object, context.tree().stringValue(member->node));
    }
}

std::vector<IntegrationDescription> integrationsOf(const Context& context)
{
    std::vector<IntegrationDescription> described;
    std::unordered_map<std::string, std::size_t> places;
    forEachResource(context, [&](const TypedObject& object, const std::string& resource) {
        const auto [place, isNew] = places.emplace(resource, described.size());
        if (isNew) {
            const ResourceInfo info = resourceInfo(resource);
            described.push_back(
                {resource, std::string(info.service), std::string(info.action), std::string(info.suffix), {}});
        }
        described[place->second].states.push_back(context.machine().state(object.state).name);
    });
    return described;
}

void addQuota(std::vector<QuotaUse>& quotas, const char* name, std::size_t used, std::size_t limit,
              std::string pointer = {})
{
    if (static_cast<double>(used) >= quotaShare * static_cast<double>(limit))
        quotas.push_back({name, used, limit, std::move(pointer)});
}

/// Fixed data that a state hands on as its result.
void addFixedData(const Context& context, std::vector<QuotaUse>& quotas)
{
    for (const TypedMember& member : context.typed.members) {
        const bool fixed =
            member.field && (member.field->shape == Shape::AnyJson || member.field->shape == Shape::PayloadTemplate);
        const auto size = context.tree().node(member.node).range().size();
        if (fixed && static_cast<double>(size) >= quotaShare * static_cast<double>(quotas::payloadBytes))
            addQuota(quotas, ASL_TEXT("core", "bytes of data in one field"),
                     validation::compactSize(context.tree(), member.node), quotas::payloadBytes,
                     context.tree().pointer(member.node));
    }
}

void addTexts(const Context& context, std::vector<QuotaUse>& quotas)
{
    for (const TypedMember& member : context.typed.members) {
        if (!member.field || member.field->maximumLength == 0 || context.tree().kind(member.node) != NodeKind::String)
            continue;
        addQuota(quotas, ASL_TEXT("core", "characters of a text"),
                 codePointCount(context.tree().stringValue(member.node)), member.field->maximumLength,
                 context.tree().pointer(member.node));
    }
}

std::vector<QuotaUse> quotasOf(const Context& context)
{
    std::vector<QuotaUse> quotas;
    const SyntaxTree& tree = context.tree();
    addQuota(quotas, ASL_TEXT("core", "bytes of the definition, as written"), tree.text().size(),
             quotas::definitionBytes);
    if (context.machineType == MachineType::Standard)
        addQuota(quotas, ASL_TEXT("core", "history events of the shortest run"),
                 validation::leastHistoryEvents(context.snapshot, context.typed), quotas::historyEvents);
    for (const State& state : context.machine().states())
        addQuota(quotas, ASL_TEXT("core", "characters of a state's name"), codePointCount(state.name),
                 quotas::stateNameLength, tree.pointer(state.node));
    addFixedData(context, quotas);
    addTexts(context, quotas);
    const auto share = [](const QuotaUse& use) {
        return static_cast<double>(use.used) / static_cast<double>(use.limit);
    };
    std::stable_sort(quotas.begin(), quotas.end(),
                     [&](const QuotaUse& a, const QuotaUse& b) { return share(a) > share(b); });
    return quotas;
}

std::set<std::string> permissionsOf(const Context& context)
{
    std::set<std::string> permissions;
    forEachResource(context, [&](const TypedObject&, const std::string& resource) {
        for (std::string& action : permissionsFor(resourceInfo(resource)))
            permissions.insert(std::move(action));
    });
    for (const State& state : context.machine().states())
        if (state.distributed)
            for (std::string& action : permissionsForChildren())
                permissions.insert(std::move(action));
    for (const TypedObject& object : context.typed.objects)
        if (object.type == ObjectType::Credentials)
            permissions.insert("sts:AssumeRole");
    return permissions;
}

} // namespace

Description describe(const Snapshot& snapshot, MachineType type)
{
    const Context context(snapshot, type);
    const StateMachine& machine = snapshot.machine();
    Description description;
    description.language = machine.language();
    description.startAt = machine.transition(machine.scope(0).start).targetName;
    description.states = statesOf(context);
    description.tokens = tokensOf(snapshot.tree());
    description.integrations = integrationsOf(context);
    description.variableReferences = validation::variableReferences(snapshot, context.variables);
    description.quotas = quotasOf(context);
    description.permissions = permissionsOf(context);
    return description;
}

} // namespace asl

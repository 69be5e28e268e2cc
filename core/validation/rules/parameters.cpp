// Rules about what a Task hands to the action that it calls, as the catalogue of integrations knows it.

#include "core/language/catalogue.h"
#include "core/validation/rules/rules.h"
#include "core/validation/task_calls.h"
#include "core/validation/values.h"

#include <algorithm>
#include <map>
#include <set>

namespace asl::validation {

namespace {

constexpr std::string_view computedSuffix = ".$";
constexpr std::string_view sdkPrefix = "aws-sdk:";

/// A parameter as it is written, and the name that it gives.
struct Given
{
    NodeId node = noNode;
    std::string name;
    bool computed = false; ///< its key ends in .$
};

/// A structure that a call hands over, and what may stand in it.
struct GivenStructure
{
    const TaskCall& call;
    const Integration& integration;
    NodeId node = noNode;                 ///< the object; noNode: the call has no parameters
    std::span<const MemberShape> members; ///< all of them where `complete`
    bool complete = false;
    std::vector<Given> given;
};

/// The members of an object; nothing when they are not all known.
std::optional<std::vector<Given>> membersOf(const SyntaxTree& tree, NodeId value, bool jsonata)
{
    if (tree.kind(value) != NodeKind::Object || tree.node(value).damaged)
        return std::nullopt;
    std::vector<Given> given;
    for (NodeId child : tree.children(value)) {
        std::string name = tree.key(child);
        if (hasToken(name))
            return std::nullopt;
        const bool computed = !jsonata && name.ends_with(computedSuffix);
        if (computed)
            name.resize(name.size() - computedSuffix.size());
        given.push_back({child, std::move(name), computed});
    }
    return given;
}

const MemberShape* memberOf(std::span<const MemberShape> members, std::string_view name)
{
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const MemberShape& member) { return member.name == name; });
    return found == members.end() ? nullptr : &*found;
}

/// Calls `visit` with the parameters of a call and every structure inside them, `visitValue` with every value that has
/// a shape.
template <class Visit, class VisitValue>
class ParameterWalk
{
public:
    ParameterWalk(const Context& context, const TaskCall& call, const Integration& integration, Visit& visit,
                  VisitValue& visitValue)
        : m_tree(context.tree()), m_call(call), m_integration(integration),
          m_jsonata(call.object->language == QueryLanguage::JSONata), m_visit(visit), m_visitValue(visitValue)
    {
    }

    void walk()
    {
        if (!m_call.parameters)
            m_visit(GivenStructure{
                m_call, m_integration, noNode, m_integration.parameters, m_integration.parametersKnown, {}});
        else
            structure(m_call.parameters->node, m_integration.parameters, m_integration.parametersKnown);
    }

private:
    void structure(NodeId node, std::span<const MemberShape> members, bool complete)
    {
        auto given = membersOf(m_tree, node, m_jsonata);
        if (!given)
            return;
        for (const Given& member : *given)
            if (const MemberShape* known = member.computed ? nullptr : memberOf(members, member.name))
                value(member.node, *known->shape);
        m_visit(GivenStructure{m_call, m_integration, node, members, complete, *std::move(given)});
    }

    void value(NodeId node, const ValueShape& shape)
    {
        m_visitValue(m_call, node, shape);
        const NodeKind kind = m_tree.kind(node);
        if (shape.kind == ValueShape::Kind::Structure && !shape.members.empty())
            structure(node, shape.members, true);
        else if (const bool list = shape.kind == ValueShape::Kind::List && kind == NodeKind::Array;
                 shape.element && (list || (shape.kind == ValueShape::Kind::Map && kind == NodeKind::Object)))
            for (NodeId child : m_tree.children(node))
                if (list || m_jsonata || !m_tree.key(child).ends_with(computedSuffix))
                    value(child, *shape.element);
    }

    const SyntaxTree& m_tree;
    const TaskCall& m_call;
    const Integration& m_integration;
    bool m_jsonata;
    Visit& m_visit;
    VisitValue& m_visitValue;
};

/// Walks through the parameters of every call whose action the catalogue knows.
template <class Visit, class VisitValue>
void forEachParameter(const Context& context, Findings& findings, Visit visit, VisitValue visitValue)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        const Integration* known =
            info.kind == ResourceInfo::Kind::Integration ? integration(info.service, info.action) : nullptr;
        if (known && call.object->languageKnown && !findings.full())
            ParameterWalk(context, call, *known, visit, visitValue).walk();
    });
}

template <class Visit>
void forEachStructure(const Context& context, Findings& findings, Visit visit)
{
    forEachParameter(context, findings, visit, [](const TaskCall&, NodeId, const ValueShape&) {});
}

bool has(const std::vector<Given>& given, std::string_view name)
{
    return std::any_of(given.begin(), given.end(), [&](const Given& each) { return each.name == name; });
}

/// Names that the action does not know, with the one that is meant (empty when none is near).
template <class Visit>
void forEachUnknown(const Context& context, Findings& findings, Visit visit)
{
    std::map<std::pair<const MemberShape*, std::string>, std::string_view> meant; // definitions repeat themselves
    forEachStructure(context, findings, [&](const GivenStructure& structure) {
        if (structure.members.empty() && !structure.complete)
            return;
        std::vector<std::string_view> names;
        for (const MemberShape& member : structure.members)
            names.push_back(member.name);
        for (const Given& parameter : structure.given) {
            if (std::find(names.begin(), names.end(), parameter.name) != names.end())
                continue;
            const auto [similar, isNew] = meant.try_emplace({structure.members.data(), parameter.name});
            if (isNew)
                similar->second = findings.similar(parameter.name, names);
            visit(structure, parameter, has(structure.given, similar->second) ? std::string_view() : similar->second);
        }
    });
}

std::string callOf(const Integration& integration)
{
    return std::string(integration.service) + ":" + std::string(integration.action);
}

void addRename(Diagnostic& diagnostic, const Given& parameter, std::string name)
{
    const std::string key = std::move(name) + (parameter.computed ? std::string(computedSuffix) : std::string());
    Findings::addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {key}}, diagnostic.range, quoted(key));
}

/// Calls through the SDK of which only the name is known: their parameters begin with a capital letter like all others.
void smallParameters(const Context& context, Findings& findings)
{
    forEachTaskCall(context, [&](const TaskCall& call) {
        const ResourceInfo info = resourceInfo(call.resource);
        const bool known = info.kind == ResourceInfo::Kind::Integration && info.service.starts_with(sdkPrefix) &&
                           !hasToken(call.resource);
        if (!known || integration(info.service, info.action) || !call.object->languageKnown || !call.parameters)
            return;
        const auto given =
            membersOf(context.tree(), call.parameters->node, call.object->language == QueryLanguage::JSONata);
        if (!given)
            return;
        for (const Given& parameter : *given) {
            std::string capital = parameter.name;
            if (capital.empty() || capital[0] < 'a' || capital[0] > 'z' || findings.full())
                continue;
            capital[0] = static_cast<char>(capital[0] - 'a' + 'A');
            if (has(*given, capital))
                continue;
            addRename(findings.add(
                          parameter.node, Part::Key,
                          {ASL_TEXT("core", "The name of a parameter begins with a capital letter: %1."), {capital}}),
                      parameter, capital);
        }
    });
}

} // namespace

void misspelledParameters(const Context& context, Findings& findings)
{
    forEachUnknown(context, findings,
                   [&](const GivenStructure& structure, const Given& parameter, std::string_view similar) {
                       if (similar.empty() || findings.full())
                           return;
                       addRename(findings.add(parameter.node, Part::Key,
                                              {ASL_TEXT("core", "%1 has no parameter \"%2\". Did you mean \"%3\"?"),
                                               {callOf(structure.integration), parameter.name, std::string(similar)}}),
                                 parameter, std::string(similar));
                   });
    smallParameters(context, findings);
}

void unknownParameters(const Context& context, Findings& findings)
{
    forEachUnknown(context, findings,
                   [&](const GivenStructure& structure, const Given& parameter, std::string_view similar) {
                       if (similar.empty() && structure.complete && !findings.full())
                           findings.add(parameter.node, Part::Key,
                                        {ASL_TEXT("core", "%1 has no parameter \"%2\"."),
                                         {callOf(structure.integration), parameter.name}});
                   });
}

void missingParameters(const Context& context, Findings& findings)
{
    std::set<std::pair<NodeId, std::string_view>> misspelt; // said where they stand
    forEachUnknown(context, findings, [&](const GivenStructure& structure, const Given&, std::string_view similar) {
        misspelt.emplace(structure.node, similar);
    });
    forEachStructure(context, findings, [&](const GivenStructure& structure) {
        const TaskCall& call = structure.call;
        if (call.parameters && structure.node != call.parameters->node)
            return;
        const NodeId place = call.parameters ? call.parameters->node : call.member->node;
        const auto say = [&](Message message) {
            Diagnostic& diagnostic = findings.add(place, Part::Head, std::move(message));
            if (structure.integration.service.starts_with(sdkPrefix))
                diagnostic.severity = Severity::Info; // the definition is taken; only the call is refused
        };
        for (const MemberShape& parameter : structure.members)
            if (parameter.required && !has(structure.given, parameter.name) && !findings.full() &&
                !misspelt.contains({structure.node, parameter.name}))
                say({ASL_TEXT("core", "%1 needs the parameter \"%2\"."),
                     {callOf(structure.integration), std::string(parameter.name)}});
        for (const auto& group : structure.integration.exactlyOneOf) {
            if (findings.full() || std::any_of(group.begin(), group.end(), [&](std::string_view name) {
                    return has(structure.given, name) || misspelt.contains({structure.node, name});
                }))
                continue;
            std::string names;
            for (std::string_view name : group)
                names += (names.empty() ? "" : ", ") + std::string(name);
            say({ASL_TEXT("core", "%1 needs one of these parameters: %2."), {callOf(structure.integration), names}});
        }
    });
}

namespace {

using Kind = ValueShape::Kind;

bool isText(Kind kind)
{
    return kind == Kind::Text || kind == Kind::Timestamp || kind == Kind::Blob || kind == Kind::Enum;
}

/// What a value of the shape must be, when this one is surely something else; null when it may do.
const char* kindWanted(NodeKind kind, Kind shape)
{
    const bool scalar =
        kind == NodeKind::String || kind == NodeKind::Number || kind == NodeKind::True || kind == NodeKind::False;
    if (isText(shape) && kind != NodeKind::String)
        return ASL_TEXT("core", "The parameter \"%1\" must be a text.");
    if (shape == Kind::List && (scalar || kind == NodeKind::Object))
        return ASL_TEXT("core", "The parameter \"%1\" must be a list.");
    if ((shape == Kind::Structure || shape == Kind::Map) && (scalar || kind == NodeKind::Array))
        return ASL_TEXT("core", "The parameter \"%1\" must be an object.");
    if (shape == Kind::Number && kind != NodeKind::Number && kind != NodeKind::String)
        return ASL_TEXT("core", "The parameter \"%1\" must be a number.");
    if (shape == Kind::Boolean && kind != NodeKind::True && kind != NodeKind::False && kind != NodeKind::String)
        return ASL_TEXT("core", "The parameter \"%1\" must be true or false.");
    return nullptr;
}

/// The name of the parameter that the value is given for, or the one whose list it is in.
std::string nameOf(const SyntaxTree& tree, NodeId node)
{
    while (tree.rawKey(node).empty() && tree.node(node).parent != noNode)
        node = tree.node(node).parent;
    return tree.key(node);
}

} // namespace

void wrongParameterValues(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    forEachParameter(
        context, findings, [](const GivenStructure&) {},
        [&](const TaskCall&, NodeId node, const ValueShape& shape) {
            const NodeKind kind = tree.kind(node);
            const bool open = kind == NodeKind::Null || kind == NodeKind::Missing || isFilledInLater(tree, node);
            const std::string text = kind == NodeKind::String ? tree.stringValue(node) : std::string();
            if (open || isJSONata(text) || text.starts_with('$') || text.starts_with("States.") || findings.full())
                return; // what is meant as an expression is another rule's
            if (const char* wanted = kindWanted(kind, shape.kind)) {
                findings.add(node, Part::Value, {wanted, {nameOf(tree, node)}});
            } else if (shape.kind == Kind::Enum &&
                       std::find(shape.values.begin(), shape.values.end(), text) == shape.values.end()) {
                const std::string_view similar = findings.similar(text, shape.values);
                if (similar.empty())
                    return; // a value may be newer than the catalogue
                Diagnostic& diagnostic =
                    findings.add(node, Part::Value,
                                 {ASL_TEXT("core", "\"%1\" is no value of the parameter \"%2\". Did you mean \"%3\"?"),
                                  {text, nameOf(tree, node), std::string(similar)}});
                Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {std::string(similar)}},
                                 diagnostic.range, quoted(similar));
            }
        });
}

} // namespace asl::validation

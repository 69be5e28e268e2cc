// Rules that the table of fields tells: which members an object has, in which language, together with which others.

#include "core/document/edits.h"
#include "core/validation/rules/rules.h"
#include "core/validation/shapes.h"
#include "core/validation/values.h"

#include <algorithm>
#include <utility>

namespace asl::validation {

namespace {

std::string fieldOf(const Context& context, const TypedMember& member)
{
    return context.tree().key(member.node);
}

const TypedObject& objectOf(const Context& context, const TypedMember& member)
{
    return context.typed.objects[member.object];
}

/// `{"A", "B"}` as `"A", "B"`.
std::string listed(const std::vector<std::string_view>& names)
{
    std::string text;
    for (std::string_view name : names)
        text += (text.empty() ? "\"" : ", \"") + std::string(name) + "\"";
    return text;
}

/// Names of the fields that may stand in the object and do not yet.
std::vector<std::string_view> candidates(const Context& context, const TypedObject& object)
{
    std::vector<std::string_view> names;
    for (const Field& field : object.fields)
        if (existsIn(field.languages, object.language) && !context.typed.find(object, field.name))
            names.push_back(field.name);
    return names;
}

/// Some state type has the field, only not this one.
const StateTypeInfo* otherOwner(const TypedObject& object, std::string_view name)
{
    if (object.type != ObjectType::State)
        return nullptr;
    for (const StateTypeInfo& type : asl::stateTypes())
        if (findField(type.fields, name))
            return &type;
    return nullptr;
}

/// No table tells what may stand in a state whose type is missing or unknown.
bool hasTable(const TypedObject& object)
{
    return !object.fields.empty();
}

/// A member that is really there: `End: false` says nothing.
bool counts(const Context& context, const TypedMember* member)
{
    return member && !(member->field->shape == Shape::True && context.tree().kind(member->node) == NodeKind::False);
}

void addRemoval(const Context& context, Findings& findings, Diagnostic& diagnostic, NodeId node)
{
    findings.addFix(diagnostic, {ASL_TEXT("core", "Remove \"%1\""), {context.tree().key(node)}},
                    [&] { return removeValue(context.snapshot, diagnostic.pointer); });
}

bool isPath(Shape shape)
{
    return shape == Shape::Path || shape == Shape::NullablePath || shape == Shape::ReferencePath ||
           shape == Shape::NullableReferencePath || shape == Shape::PathOrIntrinsic;
}

/// `Seconds.$` is an attempt to compute a field, for which some fields have a sister: SecondsPath.
std::string_view fieldThatReadsAPath(const TypedObject& object, std::string_view name)
{
    const Field* field = findField(object.fields, std::string(name.substr(0, name.size() - 2)) + "Path");
    const bool reads = field && isPath(field->shape) && field->shape != Shape::NullablePath &&
                       field->shape != Shape::NullableReferencePath; // ResultPath does not give Result
    return reads ? field->name : std::string_view();
}

struct Unknown
{
    Message message;
    std::string_view meant;
};

Unknown unknownField(const std::string& who, const std::string& name, const TypedObject& object,
                     std::string_view similar)
{
    const bool computed = name.size() > 2 && name.ends_with(".$") && object.language == QueryLanguage::JSONPath;
    const std::string_view path = computed ? fieldThatReadsAPath(object, name) : std::string_view();
    if (!path.empty())
        return {{ASL_TEXT("core", "%1 has no field \"%2\". The field that takes its value from a path is \"%3\"."),
                 {who, name, std::string(path)}},
                path};
    const Field* field = computed ? findField(object.fields, name.substr(0, name.size() - 2)) : nullptr;
    if (field && !isPath(field->shape))
        return {
            {ASL_TEXT("core", "%1 has no field \"%2\": names with \".$\" stand inside of \"Parameters\" and the like, "
                              "not beside them."),
             {who, name}},
            {}};
    if (similar.empty())
        return {{ASL_TEXT("core", "%1 has no field \"%2\"."), {who, name}}, {}};
    return {{ASL_TEXT("core", "%1 has no field \"%2\". Did you mean \"%3\"?"), {who, name, std::string(similar)}},
            similar};
}

} // namespace

void unknownFields(const Context& context, Findings& findings)
{
    const TypedObject* candidatesOf = nullptr; // members of one object lie side by side
    std::vector<std::string_view> names;
    const TextRange misread = unreadableTemplatePart(context.tree());
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = objectOf(context, member);
        if (member.field || !hasTable(object) || findings.full())
            continue;
        if (!misread.empty() && context.tree().node(member.node).keyRange().begin > misread.begin)
            continue;
        const std::string name = fieldOf(context, member);
        if (otherOwner(object, name) || name.empty() || hasToken(name))
            continue;
        if (std::exchange(candidatesOf, &object) != &object)
            names = candidates(context, object);
        const std::string who = describe(context.snapshot, object);
        Unknown unknown = unknownField(who, name, object, findings.similar(name, names));
        Diagnostic& diagnostic = findings.add(member.node, Part::Key, std::move(unknown.message));
        diagnostic.serviceMessage = "Field '" + name + "' is not supported";
        if (!unknown.meant.empty())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {std::string(unknown.meant)}},
                             diagnostic.range, quoted(unknown.meant));
        addRemoval(context, findings, diagnostic, member.node);
    }
}

void misplacedFields(const Context& context, Findings& findings)
{
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = objectOf(context, member);
        if (member.field || !hasTable(object) || findings.full())
            continue;
        const std::string name = fieldOf(context, member);
        const StateTypeInfo* owner = otherOwner(object, name);
        if (!owner)
            continue;
        Diagnostic& diagnostic =
            findings.add(member.node, Part::Key,
                         {ASL_TEXT("core", "\"%1\" is a field of %2 states; a %3 state does not have it."),
                          {name, std::string(owner->name), std::string(info(*object.stateType).name)}});
        diagnostic.serviceMessage = "Field '" + name + "' is not supported";
        addRemoval(context, findings, diagnostic, member.node);
    }
}

void fieldsOfTheOtherLanguage(const Context& context, Findings& findings)
{
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = objectOf(context, member);
        const bool jsonata = object.language == QueryLanguage::JSONata;
        const bool wrong = member.field && !existsIn(member.field->languages, object.language);
        if (!wrong || !object.languageKnown || findings.full())
            continue;
        const std::string name = fieldOf(context, member);
        const std::string here = jsonata ? "JSONata" : "JSONPath";
        const std::string there = jsonata ? "JSONPath" : "JSONata";
        Diagnostic& diagnostic = findings.add(
            member.node, Part::Key,
            {ASL_TEXT("core", "\"%1\" exists only in %2; the query language here is %3."), {name, there, here}});
        diagnostic.serviceMessage = "The QueryLanguage is set to '" + here + "', but field '" + name +
                                    "' is only supported for the '" + there + "' QueryLanguage";
        if (object.state != noId)
            diagnostic.serviceLocation = context.tree().pointer(context.machine().state(object.state).node);
        addRemoval(context, findings, diagnostic, member.node);
    }
}

namespace {

/// The service names the missing fields of the machine together, States before StartAt.
void missingInMachine(const Context& context, Findings& findings, const TypedObject& machine)
{
    std::vector<std::string_view> missing;
    for (std::string_view name : {"States", "StartAt"})
        if (!context.typed.find(machine, name))
            missing.push_back(name);
    if (missing.empty())
        return;
    Diagnostic& diagnostic =
        findings.add(machine.node, Part::Head, {ASL_TEXT("core", "The definition lacks %1."), {listed(missing)}});
    std::string service = "These fields are required: [";
    for (std::size_t i = 0; i < missing.size(); ++i)
        service += (i == 0 ? "" : ", ") + std::string(missing[i]);
    diagnostic.serviceMessage = service + "]";
    diagnostic.serviceLocation = "/";
}

void missingField(const Context& context, Findings& findings, const TypedObject& object, std::string_view name)
{
    Diagnostic& diagnostic =
        findings.add(object.node, Part::Head,
                     {ASL_TEXT("core", "%1 needs \"%2\"."), {describe(context.snapshot, object), std::string(name)}});
    diagnostic.serviceMessage = "The field '" + std::string(name) + "' is required but was missing";
}

void missingGroup(const Context& context, Findings& findings, const TypedObject& object,
                  const std::vector<std::string_view>& names)
{
    const std::string who = describe(context.snapshot, object);
    if (names.size() == 1)
        return missingField(context, findings, object, names.front());
    const bool transition = std::find(names.begin(), names.end(), "End") != names.end();
    Diagnostic& diagnostic = findings.add(
        object.node, Part::Head,
        transition ? Message(ASL_TEXT("core", "%1 leads nowhere. Give it \"Next\" or \"End\": true."), {who})
                   : Message(ASL_TEXT("core", "%1 needs one of %2."), {who, listed(names)}));
    if (object.type == ObjectType::Credentials)
        diagnostic.serviceMessage = "The field 'RoleArn' is required but was missing";
    if (transition)
        findings.addFix(diagnostic, ASL_TEXT("core", "End here"),
                        [&] { return setValue(context.snapshot, diagnostic.pointer + "/End", "true"); });
}

std::vector<std::string_view> namesInLanguage(const TypedObject& object, const FieldGroup& group)
{
    std::vector<std::string_view> names;
    for (std::string_view name : group.fields) {
        const Field* field = findField(object.fields, name);
        if (field && existsIn(field->languages, object.language) && field->replacedBy.empty())
            names.push_back(name);
    }
    return names;
}

bool anyPresent(const Context& context, const TypedObject& object, const FieldGroup& group)
{
    return std::any_of(group.fields.begin(), group.fields.end(),
                       [&](std::string_view name) { return counts(context, context.typed.find(object, name)); });
}

} // namespace

void missingFields(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedObject& object : context.typed.objects) {
        if (findings.full())
            return;
        if (tree.node(object.node).damaged || !object.languageKnown)
            continue; // what is missing may stand in the damage
        if (object.type == ObjectType::StateMachine) {
            missingInMachine(context, findings, object);
            continue;
        }
        for (const Field& field : object.fields)
            if (field.required && existsIn(field.languages, object.language) && !context.typed.find(object, field.name))
                missingField(context, findings, object, field.name);
        for (const FieldGroup& group : object.groups) {
            if (group.rule == FieldGroup::Rule::AtMostOne || anyPresent(context, object, group))
                continue;
            if (const std::vector<std::string_view> names = namesInLanguage(object, group); !names.empty())
                missingGroup(context, findings, object, names);
        }
    }
}

void exclusiveFields(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        for (const FieldGroup& group : object.groups) {
            if (group.rule == FieldGroup::Rule::AtLeastOne)
                continue;
            std::vector<const TypedMember*> present;
            for (std::string_view name : group.fields)
                if (const TypedMember* member = context.typed.find(object, name); counts(context, member))
                    present.push_back(member);
            if (present.size() < 2 || findings.full())
                continue;
            std::sort(present.begin(), present.end(),
                      [](const TypedMember* a, const TypedMember* b) { return a->node < b->node; });
            for (std::size_t i = 1; i < present.size(); ++i) {
                Diagnostic& diagnostic =
                    findings.add(present[i]->node, Part::Key,
                                 {ASL_TEXT("core", "%1 has both \"%2\" and \"%3\". Keep one of them."),
                                  {describe(context.snapshot, object), std::string(present.front()->field->name),
                                   std::string(present[i]->field->name)}});
                addRemoval(context, findings, diagnostic, present[i]->node);
                if (object.type == ObjectType::State && present[i]->field->name == "End")
                    diagnostic.pointer =
                        context.tree().pointer(object.node); // which of the two is wrong only the state tells
            }
        }
    }
}

void deprecatedFields(const Context& context, Findings& findings)
{
    for (const TypedMember& member : context.typed.members) {
        if (!member.field || member.field->replacedBy.empty() || findings.full())
            continue;
        const TypedObject& object = objectOf(context, member);
        const std::string successor(member.field->replacedBy);
        Diagnostic& diagnostic = findings.add(
            member.node, Part::Key,
            {ASL_TEXT("core", "\"%1\" is the former name of \"%2\"."), {std::string(member.field->name), successor}});
        if (!context.typed.find(object, successor))
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {successor}}, diagnostic.range,
                             quoted(successor));
    }
}

void shapes(const Context& context, Findings& findings)
{
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = objectOf(context, member);
        if (!member.field || !object.languageKnown || !existsIn(member.field->languages, object.language))
            continue;
        for (ShapeProblem& problem : shapeProblems(context.tree(), member.node, *member.field, object.language)) {
            if (findings.full())
                return;
            Diagnostic& diagnostic = findings.add(problem.node, Part::Value, std::move(problem.message));
            if (!problem.range.empty())
                diagnostic.range = problem.range;
            diagnostic.serviceMessage = std::move(problem.serviceMessage);
        }
    }
}

} // namespace asl::validation

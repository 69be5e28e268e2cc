// The names that may stand here: fields of the language table, states, variables, parameters of an action.

#include "core/completion/items.h"
#include "core/completion/variables_in_scope.h"
#include "core/data/json.h"
#include "core/document/edit_support.h"
#include "core/document/edits.h"
#include "core/language/starter_value.h"

#include <algorithm>
#include <set>
#include <unordered_set>

namespace asl::completion {

namespace {

constexpr int requiredRank = 0, usualRank = 100, lastRank = 900;

std::string quotedMark()
{
    return '"' + std::string(cursorMark) + '"';
}

/// Names that the object has already, but for the one at the cursor.
std::set<std::string> presentNames(const Request& request)
{
    std::set<std::string> names;
    const SyntaxTree& tree = request.snapshot.tree();
    const NodeId object = request.site.opens || (request.site.kind == Site::Kind::Value) ? noNode : request.site.around;
    if (object != noNode && tree.kind(object) == NodeKind::Object)
        for (const NodeId child : tree.children(object))
            if (child != request.site.node)
                names.insert(tree.key(child));
    return names;
}

bool isExcluded(std::span<const FieldGroup> groups, std::string_view field, const std::set<std::string>& present)
{
    return std::any_of(groups.begin(), groups.end(), [&](const FieldGroup& group) {
        const auto& names = group.fields;
        return group.rule != FieldGroup::Rule::AtLeastOne &&
               std::find(names.begin(), names.end(), field) != names.end() &&
               std::any_of(names.begin(), names.end(),
                           [&](std::string_view name) { return name != field && present.contains(std::string(name)); });
    });
}

bool isNeeded(std::span<const FieldGroup> groups, const Field& field)
{
    return field.required || std::any_of(groups.begin(), groups.end(), [&](const FieldGroup& group) {
               return group.rule == FieldGroup::Rule::ExactlyOne &&
                      std::find(group.fields.begin(), group.fields.end(), field.name) != group.fields.end();
           });
}

void addFields(const Request& request, Items& items)
{
    const ObjectPlace& object = request.meaning.object;
    const bool isUnknownState = object.type == ObjectType::State && !object.stateType;
    // Of a state whose type is still to be said: what every type has.
    const std::span<const Field> fields = isUnknownState ? info(StateType::Succeed).fields.first(3) : object.fields();
    const std::set<std::string> present = presentNames(request);
    int order = 0;
    for (const Field& field : fields) {
        ++order;
        if (present.contains(std::string(field.name)) || !existsIn(field.languages, request.meaning.language) ||
            !field.replacedBy.empty() || isExcluded(object.groups(), field.name, present))
            continue;
        const int rank = (isNeeded(object.groups(), field) ? requiredRank : usualRank) + order;
        items.add(CompletionItem::Kind::Field, std::string(field.name), rank, [&](CompletionItem& item) {
            item.documentation = tableText(field.summary);
            const std::string starter = starterJson(field);
            items.writer().member(item, field.name, starter);
            item.goesOn = !request.site.hasColon && starter.find(cursorMark) != std::string::npos;
        });
    }
}

/// The starting members of a new state, and where it leads.
std::string stateJson(StateType type, QueryLanguage language)
{
    std::string json = newState(type, language).json;
    if (!info(type).terminal && type != StateType::Choice) {
        const std::size_t end = json.rfind('}');
        json.insert(end, json.find(':') == std::string::npos ? "\"End\": true" : ", \"End\": true");
    }
    return json;
}

void addStates(const Request& request, Items& items)
{
    const StateMachine& machine = request.snapshot.machine();
    std::set<std::string> wanted; // states that are named, but are not there
    for (const Transition& transition : machine.transitions())
        if (transition.scope == request.meaning.scope && transition.to == noId && !transition.targetName.empty() &&
            transition.targetName.find("${") == std::string::npos)
            wanted.insert(transition.targetName);
    for (const std::string& name : wanted) {
        items.add(CompletionItem::Kind::NewState, name, 0, [&](CompletionItem& item) {
            item.documentation = ASL_TEXT("core", "A state that is named but not there yet.");
            items.writer().member(item, name, stateJson(StateType::Pass, machine.language()));
        });
    }
    int order = 0;
    const std::unordered_set<std::string> taken = editing::namesOf(machine);
    for (const StateTypeInfo& type : stateTypes()) {
        const std::string name = editing::uniqueName(taken, type.defaultName);
        items.add(CompletionItem::Kind::NewState, std::string(type.name), usualRank + ++order,
                  [&](CompletionItem& item) {
                      item.documentation = tableText(type.summary);
                      items.writer().member(item, name, stateJson(type.type, machine.language()));
                      // The name is chosen first.
                      const std::size_t quote = request.site.block ? 0 : 1;
                      const Replacement& written = item.patch.replacements().back();
                      const std::size_t shift = item.patch.replacements().size() - 1;
                      const std::size_t begin = written.range.begin + shift + written.text.find(name, quote);
                      item.selection = {begin, begin + name.size()};
                  });
    }
}

/// New names are one's own to find; those assigned elsewhere are offered.
void addVariableNames(const Request& request, Items& items)
{
    const std::set<std::string> present = presentNames(request);
    for (const VariableInScope& variable : variablesInScope(request.snapshot, request.meaning.scope)) {
        if (present.contains(variable.name) ||
            (request.site.node != noNode && variable.name == request.site.written.value))
            continue;
        items.add(CompletionItem::Kind::Variable, variable.name, usualRank, [&](CompletionItem& item) {
            const bool jsonata = request.meaning.language == QueryLanguage::JSONata;
            const std::string mark(cursorMark);
            items.writer().member(item, variable.name + (jsonata ? "" : ".$"),
                                  jsonata ? "\"{% " + mark + " %}\"" : "\"$." + mark + "\"");
            item.goesOn = true;
        });
    }
}

/// The value with which a parameter begins; the cursor goes to the first text in it.
std::string starterOfParameter(const ValueShape& shape)
{
    const Data value = starterValue(shape);
    if (value.isString())
        return quotedMark(); // of a closed set nothing is chosen yet
    std::string json = data::toJson(value);
    if (const std::size_t text = json.find("\"\""); text != std::string::npos)
        json.insert(text + 1, cursorMark);
    return json;
}

void addParameters(const Request& request, Items& items)
{
    const Meaning& meaning = request.meaning;
    const Integration* called = calledBy(request.snapshot.tree(), meaning.ownerNode);
    if (!called)
        return;
    const std::set<std::string> present = presentNames(request);
    int order = 0;
    const ValueShape* around = parameterShape(*called, meaning.inside);
    const auto parameters = meaning.inside.empty() ? called->parameters
                            : around               ? around->members
                                                   : std::span<const MemberShape>();
    for (const MemberShape& member : parameters) {
        ++order;
        const std::string name(member.name);
        if (present.contains(name) || present.contains(name + ".$"))
            continue;
        const int rank = (member.required ? requiredRank : usualRank) + 2 * order;
        const HelpText help = member.required ? HelpText{ASL_TEXT("core", "A required parameter of the action.")}
                                              : HelpText{ASL_TEXT("core", "A parameter of the action.")};
        items.add(CompletionItem::Kind::Parameter, name, rank, [&](CompletionItem& item) {
            item.documentation = help;
            items.writer().member(item, name, starterOfParameter(*member.shape));
            item.goesOn = member.shape->kind == ValueShape::Kind::Enum;
        });
        if (meaning.language == QueryLanguage::JSONPath)
            items.add(CompletionItem::Kind::Parameter, name + ".$", rank + 1, [&](CompletionItem& item) {
                item.documentation = help;
                items.writer().member(item, name + ".$", "\"$." + std::string(cursorMark) + '"');
                item.goesOn = true;
            });
    }
}

} // namespace

std::string starterJson(const Field& field)
{
    const std::string mark(cursorMark);
    switch (field.shape) {
    case Shape::Boolean:
        return field.defaultJson.empty() ? "true" : std::string(field.defaultJson);
    case Shape::True:
        return "true";
    case Shape::WholeNumber:
    case Shape::Number: {
        const bool useful = !field.defaultJson.empty() && field.defaultJson.size() < 8;
        if (useful)
            return std::string(field.defaultJson);
        return field.minimum > 0 ? "1" : "0";
    }
    case Shape::Path:
    case Shape::NullablePath:
    case Shape::ReferencePath:
    case Shape::NullableReferencePath:
    case Shape::PathOrIntrinsic:
        return "\"$." + mark + '"';
    case Shape::Expression:
    case Shape::ItemsExpression:
        return "\"{% " + mark + " %}\"";
    case Shape::ErrorNames:
    case Shape::StringList:
        return "[" + quotedMark() + "]";
    case Shape::AnyJson:
    case Shape::PayloadTemplate:
    case Shape::Assignments:
    case Shape::Object:
    case Shape::States:
        return "{}";
    case Shape::ObjectList:
        return "[{}]";
    case Shape::Text:
    case Shape::LongText:
    case Shape::StateName:
    case Shape::OneOf:
    case Shape::Timestamp:
    case Shape::Resource:
    case Shape::TextMatches:
        break;
    }
    return quotedMark();
}

const Integration* calledBy(const SyntaxTree& tree, NodeId object)
{
    const NodeId resource = object == noNode ? noNode : tree.find(object, "Resource");
    if (resource == noNode)
        return nullptr;
    const std::string arn = tree.stringValue(resource);
    const ResourceInfo called = resourceInfo(arn);
    return called.kind == ResourceInfo::Kind::Integration ? integration(called.service, called.action) : nullptr;
}

void addMembers(const Request& request, Items& items)
{
    const Meaning& meaning = request.meaning;
    if (meaning.isStates)
        addStates(request, items);
    else if (meaning.object.type != ObjectType::None)
        addFields(request, items);
    else if (meaning.field && meaning.field->shape == Shape::Assignments && meaning.inside.empty())
        addVariableNames(request, items);
    else if (meaning.field && meaning.field->shape == Shape::PayloadTemplate)
        addParameters(request, items);
}

} // namespace asl::completion

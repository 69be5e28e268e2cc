// Rules about the rules of a Choice.

#include "core/validation/rules/rules.h"

namespace asl::validation {

void choiceRules(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        const bool isRule = object.type == ObjectType::ChoiceRule || object.type == ObjectType::NestedRule;
        if (!isRule || object.language != QueryLanguage::JSONPath || !object.languageKnown || findings.full()
            || context.tree().node(object.node).damaged)
            continue;
        const TypedMember* comparison = nullptr;
        bool boolean = false;
        for (const TypedMember& member : context.typed.membersOf(object)) {
            if (!member.field)
                continue;
            if (comparisonOperator(member.field->name))
                comparison = &member;
            boolean = boolean || member.field->object == ObjectType::NestedRule;
        }
        const TypedMember* variable = context.typed.find(object, "Variable");
        if (variable && !comparison)
            findings.add(variable->node, Part::Key,
                         ASL_TEXT("core", "The rule compares \"Variable\" with nothing. Add a comparison such as \"StringEquals\"."));
        if (comparison && !variable && boolean)
            findings.add(comparison->node, Part::Key,
                         {ASL_TEXT("core", "A rule with \"And\", \"Or\" or \"Not\" compares nothing itself. Move \"%1\" into it."),
                          {std::string(comparison->field->name)}});
    }
}

void choiceWithoutDefault(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        if (object.stateType != StateType::Choice || context.typed.find(object, "Default") || findings.full())
            continue;
        findings.add(object.node, Part::Head,
                     {ASL_TEXT("core", "%1 has no \"Default\": when no rule is true, the execution fails."),
                      {describe(context.snapshot, object)}});
    }
}

} // namespace asl::validation

// Rules about the rules of a Choice.

#include "core/document/edits.h"
#include "core/validation/conditions.h"
#include "core/validation/rules/rules.h"

#include <unordered_map>
#include <unordered_set>

namespace asl::validation {

void choiceRules(const Context& context, Findings& findings)
{
    for (const TypedObject& object : context.typed.objects) {
        const bool isRule = object.type == ObjectType::ChoiceRule || object.type == ObjectType::NestedRule;
        if (!isRule || object.language != QueryLanguage::JSONPath || !object.languageKnown || findings.full() ||
            context.tree().node(object.node).damaged)
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
            findings.add(
                variable->node, Part::Key,
                ASL_TEXT("core",
                         "The rule compares \"Variable\" with nothing. Add a comparison such as \"StringEquals\"."));
        if (comparison && !variable && boolean)
            findings.add(
                comparison->node, Part::Key,
                {ASL_TEXT("core",
                          "A rule with \"And\", \"Or\" or \"Not\" compares nothing itself. Move \"%1\" into it."),
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

namespace {

/// What is known of one rule of a Choice.
struct KnownRule
{
    NodeId node = noNode;
    std::string text;
    Condition condition;
};

/// Calls `visit` with the rules of every Choice that can be read, in order.
template <class Visit>
void forEachChoice(const Context& context, Findings& findings, bool withTexts, bool withConditions, Visit visit)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedObject& object : context.typed.objects) {
        const TypedMember* choices =
            object.stateType == StateType::Choice ? context.typed.find(object, "Choices") : nullptr;
        if (!choices || !object.languageKnown || tree.kind(choices->node) != NodeKind::Array ||
            tree.node(choices->node).damaged)
            continue;
        if (withTexts && tree.node(choices->node).childCount < 2)
            continue; // there is nothing to compare it with
        std::vector<KnownRule> rules;
        for (NodeId rule : tree.children(choices->node))
            if (tree.kind(rule) == NodeKind::Object && tree.node(rule).childCount > 0)
                rules.push_back({rule, withTexts ? conditionText(tree, rule) : std::string(),
                                 withConditions ? conditionOf(tree, rule) : Condition()});
        if (findings.full())
            return;
        visit(rules);
    }
}

/// The member that says what the rule compares, for a place smaller than the whole rule.
NodeId placeOf(const SyntaxTree& tree, NodeId rule)
{
    for (const char* name : {"Condition", "And", "Or", "Not"})
        if (const NodeId member = tree.find(rule, name); member != noNode)
            return member;
    for (NodeId child : tree.children(rule))
        if (comparisonOperator(tree.key(child)))
            return child;
    return rule;
}

/// Nothing changes when a rule goes that leads where the rule before it leads.
void addRemoval(const Context& context, Findings& findings, Diagnostic& diagnostic, NodeId earlier, NodeId later)
{
    const SyntaxTree& tree = context.tree();
    const NodeId before = tree.find(earlier, "Next");
    const NodeId after = tree.find(later, "Next");
    if (before != noNode && after != noNode && tree.stringValue(before) == tree.stringValue(after))
        findings.addFix(diagnostic, ASL_TEXT("core", "Remove the rule"),
                        [&] { return removeValue(context.snapshot, tree.pointer(later)); });
}

/// The line alone: counting columns would cost the length of a definition that stands in one line.
std::string lineOf(const Context& context, NodeId node)
{
    const LineIndex& lines = context.snapshot.lines();
    std::size_t first = 1;
    std::size_t last = lines.lineCount();
    while (first < last) {
        const std::size_t middle = (first + last + 1) / 2;
        if (lines.line(context.tree().text(), middle).begin <= context.tree().node(node).begin)
            first = middle;
        else
            last = middle - 1;
    }
    return std::to_string(first);
}

} // namespace

void rulesNeverTrue(const Context& context, Findings& findings)
{
    forEachChoice(context, findings, false, true, [&](const std::vector<KnownRule>& rules) {
        for (const KnownRule& rule : rules)
            if (isNeverTrue(rule.condition) && !findings.full())
                findings.add(placeOf(context.tree(), rule.node), Part::Key,
                             ASL_TEXT("core", "This rule can never be true: what it asks for cannot hold together."));
    });
}

void repeatedRules(const Context& context, Findings& findings)
{
    forEachChoice(context, findings, true, false, [&](const std::vector<KnownRule>& rules) {
        std::unordered_map<std::string_view, NodeId> first;
        for (const KnownRule& rule : rules) {
            const auto [earlier, isNew] = first.emplace(rule.text, rule.node);
            if (isNew || findings.full() || isNeverTrue(conditionOf(context.tree(), rule.node)))
                continue;
            Diagnostic& diagnostic =
                findings.add(placeOf(context.tree(), rule.node), Part::Key,
                             {ASL_TEXT("core", "This rule is never reached: the one in line %1 asks for the same."),
                              {lineOf(context, earlier->second)}});
            addRemoval(context, findings, diagnostic, earlier->second, rule.node);
        }
    });
}

void coveredRules(const Context& context, Findings& findings)
{
    constexpr std::size_t mostCompared = 200; // the rules of one Choice are compared with each other
    forEachChoice(context, findings, true, true, [&](const std::vector<KnownRule>& rules) {
        for (std::size_t later = 1; later < rules.size() && later < mostCompared && !findings.full(); ++later) {
            for (std::size_t earlier = 0; earlier < later; ++earlier) {
                if (rules[earlier].text == rules[later].text || isNeverTrue(rules[later].condition))
                    break; // said by the rules above
                if (!covers(rules[earlier].condition, rules[later].condition))
                    continue;
                Diagnostic& diagnostic = findings.add(
                    placeOf(context.tree(), rules[later].node), Part::Key,
                    {ASL_TEXT("core", "This rule is never reached: whenever it is true, so is the one in line %1."),
                     {lineOf(context, rules[earlier].node)}});
                addRemoval(context, findings, diagnostic, rules[earlier].node, rules[later].node);
                break;
            }
        }
    });
}

void unguardedComparisons(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    std::unordered_map<StateId, std::unordered_set<std::string>> tested;
    const auto forEachVariable = [&](auto visit) {
        for (const TypedObject& object : context.typed.objects) {
            const bool isRule = object.type == ObjectType::ChoiceRule || object.type == ObjectType::NestedRule;
            const TypedMember* variable = isRule ? context.typed.find(object, "Variable") : nullptr;
            if (variable && tree.kind(variable->node) == NodeKind::String)
                visit(object, variable->node, tree.stringValue(variable->node));
        }
    };
    forEachVariable([&](const TypedObject& rule, NodeId, const std::string& path) {
        if (context.typed.find(rule, "IsPresent"))
            tested[rule.state].insert(path);
    });
    forEachVariable([&](const TypedObject& rule, NodeId node, const std::string& path) {
        if (path.starts_with("$.") && !findings.full() &&
            tested[rule.state].insert(path).second) // the first one fails already
            findings.add(node, Part::Value,
                         {ASL_TEXT("core", "Where \"%1\" is missing, the execution fails instead of trying the next "
                                           "rule. Ask first with \"IsPresent\"."),
                          {path}});
    });
}

} // namespace asl::validation

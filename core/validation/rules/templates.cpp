// Rules about payload templates and paths of JSONPath states, and about what only looks like an expression.

#include "core/support/utf8.h"
#include "core/validation/expressions.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

#include <unordered_set>

namespace asl::validation {

namespace {

constexpr std::string_view computed = ".$";

std::string_view withoutSuffix(std::string_view key)
{
    return key.ends_with(computed) ? key.substr(0, key.size() - computed.size()) : key;
}

bool hasSuffix(const SyntaxTree& tree, NodeId node)
{
    const std::string_view key = tree.rawKey(node); // with its quotes
    return key.size() >= 4 && key.substr(key.size() - 3, 2) == computed;
}

/// A key that is only the suffix: what is computed would have no name.
bool hasSuffixOnly(const SyntaxTree& tree, NodeId node)
{
    return tree.rawKey(node) == "\".$\"";
}

/// Calls `visit(member, first, end)` with the nodes inside every template of a JSONPath state.
template <class Visit>
void forEachTemplate(const Context& context, Visit visit)
{
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        const bool isTemplate = member.field && (member.field->shape == Shape::PayloadTemplate ||
                                                 member.field->shape == Shape::Assignments);
        if (isTemplate && object.language == QueryLanguage::JSONPath && object.languageKnown)
            visit(member, member.node + 1, endOf(context.tree(), member.node));
    }
}

void markPlace(const SyntaxTree& tree, NodeId node, const ExpressionProblem& problem, Diagnostic& diagnostic)
{
    if (problem && problem->position)
        diagnostic.range = rangeInString(tree, node, *problem->position);
}

/// Text that is meant as a path or a call, though nothing computes it.
bool looksComputed(std::string_view text)
{
    return text == "$" || text == "$$" || text.starts_with("$.") || text.starts_with("$$.") || text.starts_with("$[") ||
           (text.starts_with("States.") && text.ends_with(")"));
}

/// A value that nobody can have meant as an expression stands under its plain key.
void addPlainKey(const SyntaxTree& tree, NodeId node, const std::string& text, Diagnostic& diagnostic)
{
    const std::string key = tree.key(node);
    const std::string plain = key.substr(0, key.size() - 2);
    if (text.starts_with('$') || text.find('(') != std::string::npos ||
        tree.find(tree.node(node).parent, plain) != noNode)
        return;
    Findings::addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {plain}}, tree.node(node).keyRange(),
                     quoted(plain));
}

} // namespace

void templateExpressions(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    forEachTemplate(context, [&](const TypedMember& member, NodeId first, NodeId end) {
        for (NodeId node = first; node < end && !findings.full(); ++node) {
            const NodeKind kind = tree.kind(node);
            const bool isVariable = member.field->shape == Shape::Assignments &&
                                    tree.node(node).parent == member.node; // its own rule asks for a name
            if (hasSuffixOnly(tree, node) && !isVariable)
                findings.add(node, Part::Key, ASL_TEXT("core", "A name is missing before \".$\"."));
            if (!hasSuffix(tree, node) || hasSuffixOnly(tree, node) || kind == NodeKind::Missing ||
                kind == NodeKind::Substitution)
                continue;
            const std::string text = kind == NodeKind::String ? tree.stringValue(node) : std::string();
            if (text.starts_with("${") && text.find('}') + 1 == text.size())
                continue; // all of it is filled in later
            const std::string key = tree.key(node);
            ExpressionProblem problem;
            if (kind == NodeKind::String)
                problem = templateExpressionProblem(text);
            if (kind == NodeKind::String && !problem)
                continue;
            Diagnostic& diagnostic =
                findings.add(node, Part::Value,
                             problem ? Message(ASL_TEXT("core", "\"%1\": %2"), {key, problem->message})
                                     : Message(ASL_TEXT("core", "\"%1\" is computed: its value must be a path such as "
                                                                "\"$.detail\" or a call of an intrinsic function."),
                                               {key}));
            markPlace(tree, node, problem, diagnostic);
            addPlainKey(tree, node, text, diagnostic);
            diagnostic.serviceMessage =
                "The value for the field '" + key + "' must be a valid JSONPath or a valid intrinsic function call";
            diagnostic.serviceLocation = tree.pointer(member.node);
        }
    });
}

void formatValues(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    const auto check = [&](NodeId node) {
        const std::string text = tree.kind(node) == NodeKind::String ? tree.stringValue(node) : std::string();
        const auto wrong = text.starts_with("States.") && !findings.full() ? wrongFormat(text) : std::nullopt;
        if (wrong)
            findings.add(
                node, Part::Value,
                {ASL_TEXT("core", "States.Format needs a value for each {} of its template: %1 values for %2 places."),
                 {std::to_string(wrong->values), std::to_string(wrong->places)}});
    };
    for (const TypedMember& member : context.typed.members)
        if (member.field && member.field->shape == Shape::PathOrIntrinsic)
            check(member.node);
    forEachTemplate(context, [&](const TypedMember&, NodeId first, NodeId end) {
        for (NodeId node = first; node < end; ++node)
            if (hasSuffix(tree, node))
                check(node);
    });
}

void doubtfulPaths(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    const auto check = [&](NodeId node) {
        const std::string text = tree.kind(node) == NodeKind::String ? tree.stringValue(node) : std::string();
        const ExpressionProblem problem =
            text.starts_with('$') || text.starts_with("States.") ? doubtfulPathProblem(text) : ExpressionProblem();
        if (problem && !findings.full())
            markPlace(tree, node, problem,
                      findings.add(node, Part::Value,
                                   {ASL_TEXT("core", "The path may not be understood: %1"), {problem->message}}));
    };
    for (const TypedMember& member : context.typed.members)
        if (member.field && (member.field->shape == Shape::Path || member.field->shape == Shape::NullablePath))
            check(member.node);
    forEachTemplate(context, [&](const TypedMember&, NodeId first, NodeId end) {
        for (NodeId node = first; node < end; ++node)
            if (hasSuffix(tree, node))
                check(node);
    });
}

void duplicateTemplateKeys(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    const auto checkObject = [&](NodeId object) {
        std::unordered_set<std::string> plain;
        bool anyComputed = false;
        for (NodeId child : tree.children(object)) {
            if (hasSuffix(tree, child))
                anyComputed = true;
            else
                plain.insert(tree.key(child));
        }
        if (!anyComputed)
            return;
        for (NodeId child : tree.children(object)) {
            const std::string key = hasSuffix(tree, child) ? tree.key(child) : std::string();
            if (key.size() > computed.size() && plain.contains(std::string(withoutSuffix(key))) && !findings.full())
                findings.add(child, Part::Key,
                             {ASL_TEXT("core", "\"%1\" and \"%2\" give the same member. Keep one of them."),
                              {std::string(withoutSuffix(key)), key}});
        }
    };
    forEachTemplate(context, [&](const TypedMember& member, NodeId first, NodeId end) {
        if (tree.kind(member.node) == NodeKind::Object)
            checkObject(member.node);
        for (NodeId node = first; node < end; ++node)
            if (tree.kind(node) == NodeKind::Object)
                checkObject(node);
    });
}

/// The specification asks for an object; definitions with other values are published and accepted.
void templatesThatAreNoObject(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    forEachTemplate(context, [&](const TypedMember& member, NodeId, NodeId) {
        const NodeKind kind = tree.kind(member.node);
        const bool wellFormed =
            kind == NodeKind::Object || kind == NodeKind::Missing || isFilledInLater(tree, member.node);
        if (!wellFormed && member.field->shape == Shape::PayloadTemplate && !findings.full())
            findings.add(member.node, Part::Value,
                         {ASL_TEXT("core", "\"%1\" should be an object; anything else is handed on as it is."),
                          {std::string(member.field->name)}});
    });
}

namespace {

/// A rule of a Choice that compares with the letters of a path.
void operandsWithoutPath(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        const ObjectType type = context.typed.objects[member.object].type;
        const ComparisonOperator* row = type == ObjectType::ChoiceRule || type == ObjectType::NestedRule
                                            ? comparisonOperator(tree.key(member.node))
                                            : nullptr;
        const bool text =
            row && row->operand == ComparisonOperator::Operand::Text && tree.kind(member.node) == NodeKind::String;
        if (!text || findings.full() || !looksComputed(tree.stringValue(member.node)))
            continue;
        const std::string name(row->name);
        Diagnostic& diagnostic =
            findings.add(member.node, Part::Key,
                         {ASL_TEXT("core", "The value of \"%1\" looks like a path, but stays text. To compare with "
                                           "what it leads to, call the operator \"%1Path\"."),
                          {name}});
        Findings::addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {name + "Path"}},
                         tree.node(member.node).keyRange(), quoted(name + "Path"));
    }
}

} // namespace

void missingDollar(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    forEachTemplate(context, [&](const TypedMember&, NodeId first, NodeId end) {
        for (NodeId node = first; node < end && !findings.full(); ++node) {
            if (tree.kind(node) != NodeKind::String || hasSuffix(tree, node) || !looksComputed(tree.stringValue(node)))
                continue;
            const std::string key = tree.key(node);
            if (tree.node(node).keyRange().empty()) {
                findings.add(
                    node, Part::Value,
                    ASL_TEXT("core",
                             "This stays text: in a list nothing is computed. Build the list with States.Array."));
                continue;
            }
            Diagnostic& diagnostic =
                findings.add(node, Part::Key,
                             {ASL_TEXT("core", "The value of \"%1\" looks like an expression, but stays text. To "
                                               "compute it, call the key \"%1.$\"."),
                              {key}});
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Rename to \"%1\""), {key + ".$"}},
                             tree.node(node).keyRange(), quoted(key + ".$"));
        }
    });
    operandsWithoutPath(context, findings);
}

/// JSONata in a JSONPath state, and the other way round.
void expressionsOfTheOtherLanguage(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    const auto check = [&](NodeId node, bool jsonata) {
        if (findings.full())
            return;
        if (jsonata && hasSuffix(tree, node))
            findings.add(node, Part::Key,
                         ASL_TEXT("core", "Keys that end in .$ are computed only in JSONPath states. Here the query "
                                          "language is JSONata: write the key without .$ and the value as {% … %}."));
        else if (tree.kind(node) != NodeKind::String)
            return;
        else if (const std::string text = tree.stringValue(node); jsonata && looksComputed(text))
            findings.add(
                node, Part::Value,
                ASL_TEXT("core", "This stays text: the query language here is JSONata. Write {% $states.input… %}."));
        else if (!jsonata && isJSONata(text))
            findings.add(node, Part::Value,
                         ASL_TEXT("core",
                                  "This stays text: the query language here is JSONPath. Set \"QueryLanguage\": "
                                  "\"JSONata\" on the state, or write a path under a key that ends in .$."));
    };
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        if (!member.field || !object.languageKnown || !existsIn(member.field->languages, object.language))
            continue;
        const bool jsonata = object.language == QueryLanguage::JSONata;
        const Shape shape = member.field->shape;
        if (shape != Shape::PayloadTemplate && shape != Shape::Assignments &&
            !(jsonata && shape == Shape::ItemsExpression))
            continue;
        const NodeId end = endOf(tree, member.node);
        check(member.node, jsonata);
        for (NodeId node = member.node + 1; node < end; ++node)
            check(node, jsonata);
    }
}

void staticPassResult(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        if (!member.field || object.stateType != StateType::Pass || member.field->name != "Result" ||
            object.language != QueryLanguage::JSONPath)
            continue;
        const NodeId end = endOf(tree, member.node);
        for (NodeId node = member.node; node < end && !findings.full(); ++node) {
            const bool literal = tree.kind(node) == NodeKind::String && looksComputed(tree.stringValue(node));
            if (literal || (node != member.node && hasSuffix(tree, node)))
                findings.add(
                    node, Part::Value,
                    ASL_TEXT(
                        "core",
                        "\"Result\" is taken as it is; nothing in it is computed. Use \"Parameters\" to compute."));
        }
    }
}

} // namespace asl::validation

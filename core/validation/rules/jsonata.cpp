// Rules about JSONata expressions: whether they can be read, and what they may refer to in a state machine.

#include "core/query/jsonata/syntax.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

namespace asl::validation {

namespace {

using query::jsonata::Node;
using query::jsonata::NodeType;

/// Where an expression stands decides which parts of $states it may read.
struct ExpressionPlace
{
    const TypedObject& object;
    const TypedMember& member;
    NodeId node;       ///< the string
    std::string text;  ///< between the delimiters, tokens replaced
};

bool mayHoldExpressions(const Field& field)
{
    return field.expressionAllowed || field.shape == Shape::Assignments || field.shape == Shape::PayloadTemplate
        || field.shape == Shape::ItemsExpression || field.shape == Shape::Expression;
}

std::string between(std::string_view text)
{
    std::string inside = withoutTokens(text.substr(2, text.size() - 4));
    const std::size_t begin = inside.find_first_not_of(" \t\r\n");
    const std::size_t end = inside.find_last_not_of(" \t\r\n");
    return begin == std::string::npos ? std::string() : inside.substr(begin, end - begin + 1);
}

/// Calls `visit` with every {% … %} string of a JSONata state, at any depth of the fields that take them.
template <class Visit>
void forEachExpression(const Context& context, Findings& findings, Visit visit)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        if (!member.field || object.language != QueryLanguage::JSONata || !object.languageKnown || !mayHoldExpressions(*member.field))
            continue;
        NodeId node = member.node;
        do {
            if (tree.kind(node) == NodeKind::String) {
                const std::string text = tree.stringValue(node);
                if (isJSONata(text))
                    visit(ExpressionPlace{object, member, node, between(text)});
            }
            ++node;
        } while (node < tree.size() && tree.node(node).begin < tree.node(member.node).end && !findings.full());
    }
}

/// Walks an expression and notes the first reference that the service does not support.
class ReferenceCheck
{
public:
    ReferenceCheck(bool resultAllowed, bool errorOutputAllowed) : m_resultAllowed(resultAllowed), m_errorOutputAllowed(errorOutputAllowed) {}

    std::string problem;

    /// `top`: names and `$` would mean the input of the expression, which there is none of.
    void visit(const Node& node, bool top)
    {
        if (!problem.empty())
            return;
        switch (node.type) {
        case NodeType::Path:
            return visitPath(node, top);
        case NodeType::Name:
            if (top)
                return refuse(node.text, true);
            break;
        case NodeType::Variable:
            if (node.text == "$")
                return refuse("$$", false);
            if (node.text.empty() && top)
                return refuse("$", true);
            break;
        case NodeType::Lambda: // its procedure is the word `function`; its body stands where the lambda stands
            return visitOptional(node.lhs, top);
        default: // the parts of all others decide
            break;
        }
        visitParts(node, top);
    }

private:
    void visitPath(const Node& path, bool top)
    {
        checkStates(path);
        for (std::size_t i = 0; i < path.items.size(); ++i)
            visit(*path.items[i], top && i == 0);
        visitGroup(path);
        for (const auto& stage : path.predicates)
            visitOptional(stage.filter, false);
    }

    void visitParts(const Node& node, bool top)
    {
        for (const Node* part : {node.lhs, node.rhs, node.third, node.procedure})
            visitOptional(part, top);
        for (const Node* item : node.items)
            visitOptional(item, top);
        for (const auto& [key, value] : node.pairs) {
            visitOptional(key, top);
            visitOptional(value, top);
        }
        for (const auto& term : node.terms)
            visitOptional(term.expression, false);
        for (const auto& stage : node.stages)
            visitOptional(stage.filter, false);
        for (const auto& stage : node.predicates)
            visitOptional(stage.filter, false);
        visitGroup(node);
    }

    void visitGroup(const Node& node)
    {
        if (!node.group)
            return;
        for (const auto& [key, value] : node.group->pairs) {
            visitOptional(key, false);
            visitOptional(value, false);
        }
    }

    void visitOptional(const Node* node, bool top)
    {
        if (node)
            visit(*node, top);
    }

    void checkStates(const Node& path)
    {
        if (path.items.size() < 2 || path.items[0]->type != NodeType::Variable || path.items[0]->text != "states")
            return;
        const std::string& part = path.items[1]->text;
        const bool known = part == "input" || part == "context" || (part == "result" && m_resultAllowed)
            || (part == "errorOutput" && m_errorOutputAllowed);
        if (!known && path.items[1]->type == NodeType::Name && problem.empty())
            problem = "Field '$states." + part + "' does not exist.";
    }

    void refuse(const std::string& name, bool top)
    {
        problem = "Reference to '" + name + (top ? "' at the top level is not supported." : "' is not supported.");
    }

    bool m_resultAllowed;
    bool m_errorOutputAllowed;
};

ReferenceCheck referenceCheck(const ExpressionPlace& place)
{
    const std::string_view field = place.member.field->name;
    const bool afterwards = field == "Assign" || field == "Output";
    const bool works = place.object.stateType == StateType::Task || place.object.stateType == StateType::Parallel
        || place.object.stateType == StateType::Map;
    return {afterwards && works, afterwards && place.object.type == ObjectType::Catcher};
}

} // namespace

void jsonataSyntax(const Context& context, Findings& findings)
{
    forEachExpression(context, findings, [&](const ExpressionPlace& place) {
        query::jsonata::Syntax syntax;
        const auto problem = query::jsonata::parse(place.text, query::JsonataDialect::StepFunctions, syntax);
        if (!problem || findings.full())
            return;
        const std::string message = problem->error().message;
        findings.add(place.node, Part::Value, {ASL_TEXT("core", "The JSONata expression cannot be read: %1"), {message}})
            .serviceMessage = message;
    });
}

void jsonataReferences(const Context& context, Findings& findings)
{
    forEachExpression(context, findings, [&](const ExpressionPlace& place) {
        query::jsonata::Syntax syntax;
        if (query::jsonata::parse(place.text, query::JsonataDialect::StepFunctions, syntax) || findings.full())
            return;
        ReferenceCheck check = referenceCheck(place);
        check.visit(*syntax.root, true);
        if (check.problem.empty())
            return;
        findings.add(place.node, Part::Value,
                     {ASL_TEXT("core", "%1 Begin with $states.input, $states.context or a variable."), {check.problem}})
            .serviceMessage = check.problem;
    });
}

void unclosedExpressions(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        const bool expected = member.field && mayHoldExpressions(*member.field) && object.language == QueryLanguage::JSONata;
        if (!expected || tree.kind(member.node) != NodeKind::String || findings.full())
            continue;
        const std::string text = tree.stringValue(member.node);
        if (!isJSONata(text) && (text.find("{%") != std::string::npos) && text.find("%}") != std::string::npos)
            findings.add(member.node, Part::Value,
                         ASL_TEXT("core", "This stays text: an expression begins with {% and ends with %}, with nothing outside."));
    }
}

} // namespace asl::validation

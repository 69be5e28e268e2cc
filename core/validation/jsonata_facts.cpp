#include "core/validation/jsonata_facts.h"

#include "core/language/expressions.h"
#include "core/query/jsonata/functions.h"
#include "core/query/jsonata/syntax.h"
#include "core/validation/values.h"

#include <algorithm>

namespace asl::validation {

namespace {

using query::jsonata::Node;
using query::jsonata::NodeType;
using query::jsonata::Symbol;

/// Walks the tree of an expression with the names that are bound at each place. The tree is at most maxSyntaxDepth
/// deep.
class Walk
{
public:
    Walk(StatesParts parts, JsonataFacts& facts) : m_parts(parts), m_facts(facts) {}

    /// `top`: names and `$` would mean the input of the expression, which there is none of.
    void visit(const Node& node, bool top)
    {
        switch (node.type) {
        case NodeType::Path:
            return visitPath(node, top);
        case NodeType::Name:
            if (top)
                refuse(node.text, true, pieceOf(node, 0));
            break;
        case NodeType::Variable:
            visitVariable(node, top);
            break;
        case NodeType::Block:
            return inFrame([&] { visitParts(node, top); });
        case NodeType::Bind:
            return visitBinding(node, top);
        case NodeType::Lambda:
            return visitLambda(node, top);
        case NodeType::Function:
        case NodeType::Partial:
            return visitCall(node, top, 0);
        case NodeType::Apply:
            return visitApplication(node, top);
        case NodeType::Binary:
            noteTexts(node);
            break;
        case NodeType::Transform: // what stands in it means the object that is changed
            return visitParts(node, false);
        default: // the parts of all others decide
            break;
        }
        visitParts(node, top);
    }

private:
    template <class Visit>
    void inFrame(Visit visit)
    {
        const std::size_t before = m_bound.size();
        visit();
        m_bound.resize(before);
    }

    /// The reference counts the end of a token as its position.
    static Piece pieceOf(const Node& node, std::size_t sigil)
    {
        const std::size_t length = node.text.size() + sigil;
        return {node.position >= length ? node.position - length : 0, node.position};
    }

    bool isBound(Symbol symbol) const { return std::find(m_bound.begin(), m_bound.end(), symbol) != m_bound.end(); }

    static bool isFunction(const std::string& name)
    {
        return query::jsonata::findFunction(name, query::JsonataDialect::StepFunctions) != nullptr;
    }

    void visitVariable(const Node& node, bool top)
    {
        if (node.text == "$")
            return refuse("$$", false, pieceOf(node, 1));
        if (node.text.empty()) {
            if (top)
                refuse("$", true, pieceOf(node, 1));
            return;
        }
        if (node.text != "states" && !isBound(node.symbol))
            m_facts.reads.push_back({node.text, pieceOf(node, 1), isFunction(node.text)});
    }

    void visitBinding(const Node& node, bool top)
    {
        const bool mayCallItself = node.rhs && node.rhs->type == NodeType::Lambda;
        if (mayCallItself)
            m_bound.push_back(node.symbol);
        visitOptional(node.rhs, top);
        if (!mayCallItself)
            m_bound.push_back(node.symbol);
    }

    /// Its body stands where the lambda stands; its procedure is the word `function`.
    void visitLambda(const Node& node, bool top)
    {
        inFrame([&] {
            m_bound.insert(m_bound.end(), node.parameters.begin(), node.parameters.end());
            visitOptional(node.lhs, top);
        });
        visitStages(node);
    }

    void visitCall(const Node& node, bool top, std::size_t applied)
    {
        const Node* procedure = node.procedure;
        const bool named = procedure && procedure->type == NodeType::Variable && procedure->predicates.empty() &&
                           !procedure->text.empty() && procedure->text != "$" && procedure->text != "states";
        if (named && !isBound(procedure->symbol)) {
            m_facts.calls.push_back({procedure->text, pieceOf(*procedure, 1), node.items.size() + applied});
            if (procedure->text == "exists" && node.items.size() == 1)
                noteGuarded(*node.items.front());
        } else if (!named) {
            visitOptional(procedure, top);
        }
        for (const Node* argument : node.items)
            if (argument->type != NodeType::Operator) // the ? of a partial application
                visitOptional(argument, top);
        visitStages(node);
    }

    void visitApplication(const Node& node, bool top)
    {
        visitOptional(node.lhs, top);
        if (node.rhs && (node.rhs->type == NodeType::Function || node.rhs->type == NodeType::Partial))
            visitCall(*node.rhs, top, node.rhs->type == NodeType::Function ? 1 : 0);
        else
            visitOptional(node.rhs, top);
        visitStages(node);
    }

    void noteGuarded(const Node& argument)
    {
        const Node& first =
            argument.type == NodeType::Path && !argument.items.empty() ? *argument.items.front() : argument;
        if (first.type == NodeType::Variable)
            m_facts.guarded.push_back(first.text);
    }

    static std::string_view arithmeticSign(query::jsonata::Op op)
    {
        using query::jsonata::Op;
        switch (op) {
        case Op::Add:
            return "+";
        case Op::Subtract:
            return "-";
        case Op::Multiply:
            return "*";
        case Op::Divide:
            return "/";
        case Op::Remainder:
            return "%";
        default:
            return {};
        }
    }

    /// `"a"`, and calls like $now() that return a text whatever they get.
    bool isText(const Node& node) const
    {
        const Node* procedure = node.type == NodeType::Function ? node.procedure : nullptr;
        if (!procedure || procedure->type != NodeType::Variable || isBound(procedure->symbol))
            return node.type == NodeType::String && node.predicates.empty();
        const auto* row = query::jsonata::findFunction(procedure->text, query::JsonataDialect::StepFunctions);
        return row && row->signature.ends_with(":s>") && node.predicates.empty();
    }

    void noteTexts(const Node& node)
    {
        const std::string_view sign = arithmeticSign(node.op);
        if (sign.empty() || !node.lhs || !node.rhs)
            return;
        for (const Node* operand : {node.lhs, node.rhs})
            if (isText(*operand))
                m_facts.failures.push_back({JsonataFailure::Kind::TextInArithmetic,
                                            std::string(sign),
                                            {node.position - sign.size(), node.position}});
    }

    /// `$states` comes from JSON, which has no functions.
    void noteCalledFields(const Node& path)
    {
        if (path.items.front()->type != NodeType::Variable || path.items.front()->text != "states")
            return;
        for (const Node* step : path.items) {
            const Node* called = step->type == NodeType::Function ? step->procedure : nullptr;
            if (called && called->type == NodeType::Path && called->items.size() == 1)
                called = called->items.front();
            if (called && called->type == NodeType::Name)
                m_facts.failures.push_back({JsonataFailure::Kind::FieldCalled, called->text, pieceOf(*called, 0)});
        }
    }

    void visitPath(const Node& path, bool top)
    {
        checkStates(path);
        noteCalledFields(path);
        inFrame([&] {
            for (std::size_t i = 0; i < path.items.size(); ++i) {
                visit(*path.items[i], top && i == 0);
                noteBindings(*path.items[i]);
            }
            visitStages(path);
        });
    }

    void noteBindings(const Node& step)
    {
        for (Symbol symbol : {step.focus, step.index})
            if (symbol != query::jsonata::noSymbol)
                m_bound.push_back(symbol);
        for (const auto& stage : step.stages)
            if (stage.index != query::jsonata::noSymbol)
                m_bound.push_back(stage.index);
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
        visitStages(node);
    }

    /// What follows a step stands in the context of its values.
    void visitStages(const Node& node)
    {
        inFrame([&] {
            noteBindings(node);
            for (const auto& stage : node.stages)
                visitOptional(stage.filter, false);
            for (const auto& stage : node.predicates)
                visitOptional(stage.filter, false);
        });
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
        if (path.items.size() < 2 || path.items[0]->type != NodeType::Variable || path.items[0]->text != "states" ||
            path.items[1]->type != NodeType::Name)
            return;
        const std::string& part = path.items[1]->text;
        const bool known = part == "input" || part == "context" || (part == "result" && m_parts.result) ||
                           (part == "errorOutput" && m_parts.errorOutput);
        if (!known && !m_facts.refusal)
            m_facts.refusal = {"Field '$states." + part + "' does not exist.",
                               {pieceOf(*path.items[0], 1).begin, path.items[1]->position}};
    }

    void refuse(const std::string& name, bool top, Piece piece)
    {
        if (!m_facts.refusal)
            m_facts.refusal = {"Reference to '" + name +
                                   (top ? "' at the top level is not supported." : "' is not supported."),
                               piece};
    }

    StatesParts m_parts;
    JsonataFacts& m_facts;
    std::vector<Symbol> m_bound;
};

StatesParts partsAt(const TypedObject& object, const Field& field)
{
    const bool afterwards = whatIsSeen(field, object.stateType.value_or(StateType::Pass)) == Sees::Result;
    const bool works = object.stateType == StateType::Task || object.stateType == StateType::Parallel ||
                       object.stateType == StateType::Map;
    return {afterwards && works, afterwards && object.type == ObjectType::Catcher};
}

} // namespace

JsonataFacts readJsonata(std::string_view text, StatesParts parts)
{
    JsonataFacts facts;
    query::jsonata::Syntax syntax;
    if (const auto problem = query::jsonata::parse(text, query::JsonataDialect::StepFunctions, syntax))
        facts.problem = problem->error();
    else
        Walk(parts, facts).visit(*syntax.root, true);
    return facts;
}

bool mayHoldExpressions(const Field& field)
{
    return expressionForm(field, QueryLanguage::JSONata) == ExpressionForm::JSONata;
}

std::vector<JsonataExpression> readExpressions(const SyntaxTree& tree, const TypedObjects& typed)
{
    std::vector<JsonataExpression> expressions;
    for (std::uint32_t i = 0; i < typed.members.size(); ++i) {
        const TypedMember& member = typed.members[i];
        const TypedObject& object = typed.objects[member.object];
        if (!member.field || object.language != QueryLanguage::JSONata || !object.languageKnown ||
            !mayHoldExpressions(*member.field))
            continue;
        const StatesParts parts = partsAt(object, *member.field);
        const NodeId end = endOf(tree, member.node);
        for (NodeId node = member.node; node < end; ++node) {
            if (tree.kind(node) != NodeKind::String)
                continue;
            const std::string value = tree.stringValue(node);
            if (!isJSONata(value))
                continue;
            JsonataExpression& expression = expressions.emplace_back();
            expression.member = i;
            expression.node = node;
            expression.begin = std::min(value.find_first_not_of(" \t\r\n", 2), value.size() - 2);
            const std::size_t last = value.find_last_not_of(" \t\r\n", value.size() - 3);
            if (last >= expression.begin)
                expression.text =
                    withoutTokens(std::string_view(value).substr(expression.begin, last + 1 - expression.begin));
            expression.facts = readJsonata(expression.text, parts);
        }
    }
    return expressions;
}

} // namespace asl::validation

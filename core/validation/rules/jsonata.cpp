// Rules about JSONata expressions: whether they can be read, and what they may refer to in a state machine.

#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

namespace asl::validation {

namespace {

/// The piece of an expression in the text; the whole string when the piece is empty.
TextRange rangeOf(const Context& context, const JsonataExpression& expression, Piece piece)
{
    if (piece.begin >= piece.end)
        return context.tree().node(expression.node).range();
    return rangeInString(context.tree(), expression.node, expression.begin + piece.begin, expression.begin + piece.end);
}

} // namespace

void jsonataSyntax(const Context& context, Findings& findings)
{
    for (const JsonataExpression& expression : context.expressions) {
        if (!expression.facts.problem || findings.full())
            continue;
        const std::string& message = expression.facts.problem->message;
        findings
            .add(expression.node, Part::Value,
                 {ASL_TEXT("core", "The JSONata expression cannot be read: %1"), {message}})
            .serviceMessage = message;
    }
}

void jsonataReferences(const Context& context, Findings& findings)
{
    for (const JsonataExpression& expression : context.expressions) {
        if (!expression.facts.refusal || findings.full())
            continue;
        const JsonataRefusal& refusal = *expression.facts.refusal;
        Diagnostic& diagnostic = findings.add(
            expression.node, Part::Value,
            {ASL_TEXT("core", "%1 Begin with $states.input, $states.context or a variable."), {refusal.message}});
        diagnostic.serviceMessage = refusal.message;
        diagnostic.range = rangeOf(context, expression, refusal.piece);
    }
}

void unclosedExpressions(const Context& context, Findings& findings)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        const bool expected =
            member.field && mayHoldExpressions(*member.field) && object.language == QueryLanguage::JSONata;
        if (!expected || tree.kind(member.node) != NodeKind::String || findings.full())
            continue;
        const std::string text = tree.stringValue(member.node);
        if (!isJSONata(text) && (text.find("{%") != std::string::npos) && text.find("%}") != std::string::npos)
            findings.add(
                member.node, Part::Value,
                ASL_TEXT("core",
                         "This stays text: an expression begins with {% and ends with %}, with nothing outside."));
    }
}

} // namespace asl::validation

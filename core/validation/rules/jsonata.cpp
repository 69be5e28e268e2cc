// Rules about JSONata expressions: whether they can be read, and what they may refer to in a state machine.

#include "core/query/jsonata/functions.h"
#include "core/validation/rules/rules.h"
#include "core/validation/values.h"

#include <algorithm>

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
        Diagnostic& diagnostic = findings.add(expression.node, Part::Value,
                                              {ASL_TEXT("core", "The JSONata expression cannot be read: %1"), {message}});
        diagnostic.serviceMessage = message;
        // The reader says where a token ends; its last character is meant.
        if (const std::size_t end = expression.facts.problem->position; end > 0 && !expression.text.empty())
            diagnostic.range = rangeInString(context.tree(), expression.node, expression.begin + std::min(end, expression.text.size()) - 1);
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

namespace {

/// Calls `visit` with every string of a JSONata state that could be an expression and is none.
template <class Visit>
void forEachPlainString(const Context& context, Findings& findings, Visit visit)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        const bool expected = member.field && mayHoldExpressions(*member.field) && object.language == QueryLanguage::JSONata
            && object.languageKnown;
        if (!expected)
            continue;
        const NodeId end = endOf(tree, member.node);
        for (NodeId node = member.node; node < end && !findings.full(); ++node) {
            if (tree.kind(node) != NodeKind::String || tree.raw(node).find('%') == std::string_view::npos)
                continue;
            const std::string text = tree.stringValue(node);
            if (!isJSONata(text))
                visit(node, text);
        }
    }
}

} // namespace

void openExpressions(const Context& context, Findings& findings)
{
    forEachPlainString(context, findings, [&](NodeId node, const std::string& text) {
        const bool opened = text.starts_with("{%") && text.find("%}") == std::string::npos;
        const bool closed = text.ends_with("%}") && text.find("{%") == std::string::npos;
        if (opened || closed)
            findings.add(node, Part::Value, ASL_TEXT("core", "An expression begins with {% and ends with %}; here one of them is missing."));
    });
}

void unclosedExpressions(const Context& context, Findings& findings)
{
    forEachPlainString(context, findings, [&](NodeId node, const std::string& text) {
        const std::size_t open = text.find("{%");
        const bool both = open != std::string::npos && text.find("%}", open) != std::string::npos;
        if (!both)
            return;
        Diagnostic& diagnostic = findings.add(
            node, Part::Value, ASL_TEXT("core", "This stays text: an expression begins with {% and ends with %}, with nothing outside."));
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        const std::size_t last = text.find_last_not_of(" \t\r\n");
        const std::string trimmed = text.substr(first, last + 1 - first);
        if (isJSONata(trimmed))
            Findings::addFix(diagnostic, ASL_TEXT("core", "Remove the blanks around it"), diagnostic.range, quoted(trimmed));
    });
}

namespace {

using query::JsonataDialect;
using query::jsonata::FunctionRow;

std::vector<std::string_view> functionNames()
{
    std::vector<std::string_view> names;
    for (const FunctionRow& row : query::jsonata::functionRows())
        if (row.in != FunctionRow::In::Reference)
            names.push_back(row.name);
    return names;
}

} // namespace

void unknownFunctions(const Context& context, Findings& findings)
{
    std::vector<std::string_view> names;
    for (const JsonataExpression& expression : context.expressions) {
        for (const JsonataCall& call : expression.facts.calls) {
            if (query::jsonata::findFunction(call.name, JsonataDialect::StepFunctions) || findings.full())
                continue;
            if (names.empty())
                names = functionNames();
            const std::string_view similar = findings.similar(call.name, names);
            Diagnostic& diagnostic = findings.add(
                rangeOf(context, expression, call.piece), context.tree().pointer(expression.node),
                similar.empty()
                    ? Message(ASL_TEXT("core", "There is no function $%1 in Step Functions."), {call.name})
                    : Message(ASL_TEXT("core", "There is no function $%1 in Step Functions. Did you mean $%2?"),
                              {call.name, std::string(similar)}));
            if (!similar.empty() && diagnostic.range != context.tree().node(expression.node).range())
                Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {"$" + std::string(similar)}}, diagnostic.range,
                                 "$" + std::string(similar));
        }
    }
}

void argumentCounts(const Context& context, Findings& findings)
{
    for (const JsonataExpression& expression : context.expressions) {
        for (const JsonataCall& call : expression.facts.calls) {
            const FunctionRow* row = query::jsonata::findFunction(call.name, JsonataDialect::StepFunctions);
            if (!row || row->signature.empty() || findings.full())
                continue;
            const auto [least, most] = query::jsonata::signatureOf(*row).count();
            if (call.arguments >= least && call.arguments <= most)
                continue;
            const bool tooFew = call.arguments < least;
            findings.add(rangeOf(context, expression, call.piece), context.tree().pointer(expression.node),
                         {tooFew ? ASL_TEXT("core", "$%1 needs at least %2 arguments; here are %3.")
                                 : ASL_TEXT("core", "$%1 takes at most %2 arguments; here are %3."),
                          {call.name, std::to_string(tooFew ? least : most), std::to_string(call.arguments)}});
        }
    }
}

} // namespace asl::validation

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

/// What other languages write, with JSONata's own way; longer ones first.
struct Spelling
{
    std::string_view foreign;
    std::string_view own;
};
constexpr Spelling spellings[] = {
    {"===", "="}, {"!==", "!="}, {"==", "="}, {"&&", "and"}, {"||", "or"}, {"<>", "!="}, {"!", "$not()"},
};

/// The operator of another language at the place where reading failed.
const Spelling* foreignSpelling(std::string_view text, std::size_t place)
{
    for (const Spelling& spelling : spellings) {
        const std::size_t length = spelling.foreign.size();
        for (std::size_t begin = place + 1 - std::min(place + 1, length); begin <= place; ++begin)
            if (text.substr(begin, length) == spelling.foreign)
                return &spelling;
    }
    return nullptr;
}

Message syntaxMessage(const JsonataExpression& expression)
{
    const query::QueryError& problem = *expression.facts.problem;
    const std::size_t place = std::min(problem.position, expression.text.size());
    if (const Spelling* spelling = place > 0 ? foreignSpelling(expression.text, place - 1) : nullptr)
        return {ASL_TEXT("core", "The JSONata expression cannot be read: %1. In JSONata, %2 is written %3."),
                {problem.message, std::string(spelling->foreign), std::string(spelling->own)}};
    if (problem.token == ";")
        return {ASL_TEXT("core", "The JSONata expression cannot be read: %1. Several expressions stand in parentheses: "
                                 "( $a := 1; $a + 1 )"),
                {problem.message}};
    return {ASL_TEXT("core", "The JSONata expression cannot be read: %1"), {problem.message}};
}

} // namespace

void jsonataSyntax(const Context& context, Findings& findings)
{
    for (const JsonataExpression& expression : context.expressions) {
        if (!expression.facts.problem || findings.full())
            continue;
        const std::string& message = expression.facts.problem->message;
        Diagnostic& diagnostic = findings.add(expression.node, Part::Value, syntaxMessage(expression));
        diagnostic.serviceMessage = message;
        // The reader says where a token ends; its last character is meant.
        if (const std::size_t end = expression.facts.problem->position; end > 0 && !expression.text.empty())
            diagnostic.range = rangeInString(context.tree(), expression.node,
                                             expression.begin + std::min(end, expression.text.size()) - 1);
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

/// A text there is no mistake of its own.
bool mayHoldText(const Field& field)
{
    return field.shape == Shape::Text || field.shape == Shape::LongText || field.shape == Shape::PayloadTemplate ||
           field.shape == Shape::Assignments;
}

/// Calls `visit` with every string of a JSONata state that could be an expression and is none.
template <class Visit>
void forEachPlainString(const Context& context, Findings& findings, Visit visit)
{
    const SyntaxTree& tree = context.tree();
    for (const TypedMember& member : context.typed.members) {
        const TypedObject& object = context.typed.objects[member.object];
        const bool expected = member.field && mayHoldExpressions(*member.field) &&
                              object.language == QueryLanguage::JSONata && object.languageKnown;
        if (!expected)
            continue;
        const NodeId end = endOf(tree, member.node);
        for (NodeId node = member.node; node < end && !findings.full(); ++node) {
            const std::string_view raw = tree.raw(node);
            const bool suspicious = raw.find('%') != std::string_view::npos ||
                                    (mayHoldText(*member.field) && raw.starts_with("\"$states."));
            if (tree.kind(node) != NodeKind::String || !suspicious)
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
            findings.add(
                node, Part::Value,
                ASL_TEXT("core", "An expression begins with {% and ends with %}; here one of them is missing."));
    });
}

void unclosedExpressions(const Context& context, Findings& findings)
{
    forEachPlainString(context, findings, [&](NodeId node, const std::string& text) {
        const std::size_t open = text.find("{%");
        const std::size_t close = text.find("%}", open == std::string::npos ? 0 : open);
        const bool bare = open == std::string::npos && close == std::string::npos && text.starts_with("$states.");
        const bool inside = open != std::string::npos && close != std::string::npos;
        if (!inside && !bare)
            return;
        Diagnostic& diagnostic = findings.add(
            node, Part::Value,
            ASL_TEXT("core", "This stays text: an expression begins with {% and ends with %}, with nothing outside."));
        const std::size_t first = text.find_first_not_of(" \t\r\n");
        const std::size_t last = text.find_last_not_of(" \t\r\n");
        const std::string trimmed = text.substr(first, last + 1 - first);
        const std::string enclosed = "{% " + trimmed + " %}";
        if (bare)
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {enclosed}}, diagnostic.range,
                             quoted(enclosed));
        else if (isJSONata(trimmed))
            Findings::addFix(diagnostic, ASL_TEXT("core", "Remove the blanks around it"), diagnostic.range,
                             quoted(trimmed));
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
                Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {"$" + std::string(similar)}},
                                 diagnostic.range, "$" + std::string(similar));
        }
    }
}

namespace {

Message failureMessage(const JsonataFailure& failure, std::string_view function)
{
    const bool text = failure.kind == JsonataFailure::Kind::TextInArithmetic;
    if (text && failure.name == "+")
        return ASL_TEXT("core", "\"+\" adds numbers, and this adds a text: the evaluation fails. \"&\" joins texts.");
    if (text)
        return {ASL_TEXT("core", "\"%1\" needs numbers, and one side is a text: the evaluation fails."),
                {failure.name}};
    if (function.empty())
        return {ASL_TEXT("core", "A value has no functions, so calling \"%1\" fails. JSONata calls $function(value)."),
                {failure.name}};
    return {ASL_TEXT("core", "A value has no functions, so calling \"%1\" fails. JSONata calls $%2(value)."),
            {failure.name, std::string(function)}};
}

} // namespace

void failingJsonata(const Context& context, Findings& findings)
{
    for (const JsonataExpression& expression : context.expressions) {
        if (expression.facts.failures.empty() || findings.full())
            continue;
        const JsonataFailure& failure = expression.facts.failures.front(); // the evaluation ends there
        const std::vector<std::string_view> names = functionNames();
        const bool exists = std::ranges::find(names, failure.name) != names.end();
        const std::string_view function =
            exists ? std::string_view(failure.name) : findings.similar(failure.name, names);
        Diagnostic& diagnostic =
            findings.add(rangeOf(context, expression, failure.piece), context.tree().pointer(expression.node),
                         failureMessage(failure, function));
        const bool adds = failure.kind == JsonataFailure::Kind::TextInArithmetic && failure.name == "+";
        if (adds && diagnostic.range != context.tree().node(expression.node).range())
            Findings::addFix(diagnostic, {ASL_TEXT("core", "Change to \"%1\""), {"&"}}, diagnostic.range, "&");
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

// The table of rules, and the function that runs them.

#include "core/validation/validate.h"

#include "core/validation/rules/rules.h"

#include <algorithm>

namespace asl {

namespace validation {

namespace {

constexpr std::string_view schema = "SCHEMA_VALIDATION_FAILED";
constexpr std::string_view transition = "MISSING_TRANSITION_TARGET";
constexpr Severity error = Severity::Error;
constexpr Severity warning = Severity::Warning;
constexpr Severity hint = Severity::Info;

/// The service's codes where it has one, else ours.
constexpr Rule ruleTable[] = {
    {"INVALID_JSON_DESCRIPTION", error, syntaxErrors},
    {schema, error, definitionIsAnObject},
    {"DEFINITION_TOO_LARGE", warning, definitionSize},
    {"NOT_STRICT_JSON", warning, notStrictJson},
    {"DUPLICATE_KEY", warning, duplicateKeys},

    {schema, error, unknownFields},
    {schema, error, misplacedFields},
    {schema, error, fieldsOfTheOtherLanguage},
    {schema, error, missingFields},
    {schema, error, exclusiveFields},
    {"DEPRECATED_FIELD", hint, deprecatedFields},
    {schema, error, shapes},

    {schema, error, stateTypes},
    {"INVALID_STATE_NAME", error, stateNames},
    {"DUPLICATE_STATE_NAME", error, duplicateStateNames},
    {schema, error, languageDowngrade},

    {transition, error, missingTargets},
    {transition, error, unreachableStates},
    {"MISSING_END_STATE", error, terminalStates},
    {"END_IS_FALSE", warning, endIsFalse},

    {schema, error, choiceRules},
    {"CHOICE_WITHOUT_DEFAULT", hint, choiceWithoutDefault},

    {schema, error, statesAllAloneAndLast},
    {"UNKNOWN_ERROR_NAME", warning, unknownErrorNames},
    {schema, error, heartbeatBelowTimeout},

    {"INVALID_JSONATA_EXPRESSION", error, jsonataSyntax},
    {"UNSUPPORTED_JSONATA_EXPRESSION", error, jsonataReferences},
    {"EXPRESSION_IS_TEXT", warning, unclosedExpressions},

    {"INVALID_LABEL_NAME", error, labels},
    {"DUPLICATE_LABEL_NAME", error, duplicateLabels},
    {schema, error, executionType},
    {"ONLY_DISTRIBUTED", warning, distributedFields},
    {schema, error, readersAndWriters},

    {schema, error, resources},
    {"RESOURCE_IS_NO_ARN", warning, resourcesThatAreNoArn},
    {schema, error, expressRestrictions},

    {schema, error, templateExpressions},
    {"DOUBTFUL_PATH", warning, doubtfulPaths},
    {schema, error, duplicateTemplateKeys},
    {"TEMPLATE_IS_NO_OBJECT", warning, templatesThatAreNoObject},
    {"NO_DOLLAR", warning, missingDollar},
    {"PASS_RESULT_IS_STATIC", warning, staticPassResult},
    {schema, error, variableNames},
    {"UNUSUAL_VARIABLE_NAME", warning, unusualVariableNames},
    {schema, error, innerAssignments},
};

TextRange rangeOf(const SyntaxNode& node, Part part)
{
    const bool hasKey = !node.keyRange().empty();
    switch (part) {
    case Part::Value:
        return node.range();
    case Part::Key:
        return hasKey ? node.keyRange() : node.range();
    case Part::Head:
        return hasKey ? node.keyRange() : TextRange{node.begin, std::min(node.begin + 1, node.end)};
    }
    return node.range();
}

} // namespace

Diagnostic& Findings::add(NodeId node, Part part, Message message)
{
    if (full())
        return m_surplus = Diagnostic{};
    return add(rangeOf(m_context.tree().node(node), part), m_context.tree().pointer(node), std::move(message));
}

Diagnostic& Findings::add(TextRange range, std::string pointer, Message message)
{
    if (full())
        return m_surplus = Diagnostic{};
    Diagnostic& diagnostic = m_diagnostics.emplace_back();
    diagnostic.code = m_rule->code;
    diagnostic.severity = m_rule->severity;
    diagnostic.range = range;
    diagnostic.message = std::move(message);
    diagnostic.pointer = std::move(pointer);
    return diagnostic;
}

std::string_view Findings::similar(std::string_view name, std::span<const std::string_view> candidates)
{
    if (m_comparisons > maximumComparisons)
        return {};
    m_comparisons += candidates.size();
    return nearest(name, candidates);
}

void Findings::addFix(Diagnostic& diagnostic, Message label, const std::function<Result<Edit>()>& make)
{
    if (m_editedNodes > maximumEditedNodes)
        return;
    m_editedNodes += m_context.tree().size();
    Result<Edit> edit = make();
    if (!edit)
        return;
    edit->label = label;
    diagnostic.fixes.push_back({std::move(label), *std::move(edit)});
}

void Findings::addFix(Diagnostic& diagnostic, Message label, TextRange range, std::string text)
{
    Edit edit{label, TextPatch::replacing(range, std::move(text)), std::nullopt, -1};
    diagnostic.fixes.push_back({std::move(label), std::move(edit)});
}

} // namespace validation

std::vector<Diagnostic> validate(const Snapshot& snapshot, MachineType type, std::stop_token stop)
{
    using namespace validation;
    std::vector<Diagnostic> diagnostics;
    const Context context(snapshot, type);
    Findings findings(context, diagnostics);
    for (const Rule& rule : ruleTable) {
        if (stop.stop_requested() || findings.full())
            break;
        findings.begin(rule);
        rule.find(context, findings);
    }
    std::stable_sort(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.range.begin < b.range.begin; });
    return diagnostics;
}

} // namespace asl

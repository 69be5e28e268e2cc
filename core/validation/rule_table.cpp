// The table of rules.

#include "core/validation/rules/rules.h"

namespace asl::validation {

namespace {

constexpr std::string_view schema = "SCHEMA_VALIDATION_FAILED";
constexpr std::string_view transition = "MISSING_TRANSITION_TARGET";
constexpr Severity error = Severity::Error;
constexpr Severity warning = Severity::Warning;
constexpr Severity hint = Severity::Info;

/// A rule that the service has no code for.
constexpr Rule own(std::string_view name, Severity severity, void (*find)(const Context&, Findings&))
{
    return {name, name, severity, find};
}

/// What would be good to have, though nothing is wrong.
constexpr Rule advice(std::string_view name, void (*find)(const Context&, Findings&))
{
    return {name, name, hint, find, true};
}

constexpr Rule rows[] = {
    own("INVALID_JSON_DESCRIPTION", error, syntaxErrors),
    {"NOT_AN_OBJECT", schema, error, definitionIsAnObject},
    own("DEFINITION_TOO_LARGE", warning, definitionSize),
    own("NOT_STRICT_JSON", warning, notStrictJson),
    own("DUPLICATE_KEY", warning, duplicateKeys),
    {"UNKNOWN_FIELD", schema, error, unknownFields},
    {"MISPLACED_FIELD", schema, error, misplacedFields},
    {"FIELD_OF_OTHER_LANGUAGE", schema, error, fieldsOfTheOtherLanguage},
    {"MISSING_FIELD", schema, error, missingFields},
    {"EXCLUSIVE_FIELDS", schema, error, exclusiveFields},
    own("DEPRECATED_FIELD", hint, deprecatedFields),
    {"WRONG_VALUE", schema, error, shapes},
    {"UNKNOWN_STATE_TYPE", schema, error, stateTypes},
    own("INVALID_STATE_NAME", error, stateNames),
    own("DUPLICATE_STATE_NAME", error, duplicateStateNames),
    {"LANGUAGE_DOWNGRADE", schema, error, languageDowngrade},
    {"MISSING_TRANSITION_TARGET", transition, error, missingTargets},
    {"UNREACHABLE_STATE", transition, error, unreachableStates},
    own("MISSING_END_STATE", error, terminalStates),
    own("END_IS_FALSE", warning, endIsFalse),
    own("LOOP_WITHOUT_EXIT", warning, endlessLoops),
    {"INCOMPLETE_CHOICE_RULE", schema, error, choiceRules},
    own("CHOICE_WITHOUT_DEFAULT", hint, choiceWithoutDefault),
    own("CHOICE_NEVER_TRUE", warning, rulesNeverTrue),
    own("CHOICE_RULE_REPEATED", hint, repeatedRules),
    own("CHOICE_RULE_COVERED", hint, coveredRules),
    advice("COMPARISON_OF_MISSING_VALUE", unguardedComparisons),
    {"STATES_ALL_PLACE", schema, error, statesAllAloneAndLast},
    own("UNKNOWN_ERROR_NAME", warning, unknownErrorNames),
    own("ERROR_NEVER_MATCHES", warning, errorsThatNeverMatch),
    {"HEARTBEAT_NOT_BELOW_TIMEOUT", schema, error, heartbeatBelowTimeout},
    own("TIMEOUT_NEVER_MET", warning, timesThatCannotBeMet),
    own("HEARTBEAT_WITHOUT_CALLBACK", hint, uselessHeartbeats),
    advice("CALLBACK_WITHOUT_TIMEOUT", endlessCallbacks),
    advice("LAMBDA_WITHOUT_RETRY", lambdasWithoutRetry),
    own("INVALID_JSONATA_EXPRESSION", error, jsonataSyntax),
    own("UNSUPPORTED_JSONATA_EXPRESSION", error, jsonataReferences),
    {"EXPRESSION_NOT_CLOSED", "INVALID_JSONATA_EXPRESSION", error, openExpressions},
    own("EXPRESSION_IS_TEXT", warning, unclosedExpressions),
    own("EXPRESSION_OF_OTHER_LANGUAGE", warning, expressionsOfTheOtherLanguage),
    own("UNKNOWN_FUNCTION", warning, unknownFunctions),
    own("WRONG_ARGUMENT_COUNT", warning, argumentCounts),
    own("JSONATA_FAILS", warning, failingJsonata),
    own("INVALID_LABEL_NAME", error, labels),
    own("DUPLICATE_LABEL_NAME", error, duplicateLabels),
    {"MISSING_EXECUTION_TYPE", schema, error, executionType},
    own("ONLY_DISTRIBUTED", warning, distributedFields),
    {"READER_OR_WRITER", schema, error, readersAndWriters},
    own("READER_FAILS", warning, readersThatFail),
    own("HALF_WRITER_CONFIG", warning, halfWriterConfigs),
    {"UNKNOWN_RESOURCE", schema, error, resources},
    own("RESOURCE_IS_NO_ARN", warning, resourcesThatAreNoArn),
    {"EXPRESS_RESTRICTION", schema, error, expressRestrictions},
    own("EXPRESS_CHILD", warning, expressChildren),
    own("UNKNOWN_SDK_CALL", warning, sdkCalls),
    own("MISSPELLED_PARAMETER", warning, misspelledParameters),
    own("UNKNOWN_PARAMETER", hint, unknownParameters),
    own("MISSING_PARAMETER", warning, missingParameters),
    own("WRONG_PARAMETER_VALUE", warning, wrongParameterValues),
    own("TOKEN_NOT_PASSED", warning, tokensNotPassed),
    own("CONTEXT_NOT_THERE", warning, contextNotThere),
    {"INVALID_TEMPLATE_EXPRESSION", schema, error, templateExpressions},
    own("FORMAT_VALUES", warning, formatValues),
    own("TOKEN_WITHOUT_VALUE", warning, tokensWithoutValue),
    own("DOUBTFUL_PATH", warning, doubtfulPaths),
    {"DUPLICATE_TEMPLATE_KEY", schema, error, duplicateTemplateKeys},
    own("TEMPLATE_IS_NO_OBJECT", warning, templatesThatAreNoObject),
    own("NO_DOLLAR", warning, missingDollar),
    own("PASS_RESULT_IS_STATIC", warning, staticPassResult),
    own("IMPOSSIBLE_RESULT_PATH", warning, impossibleResultPaths),
    own("DATA_TOO_LARGE", warning, dataTooLarge),
    own("HISTORY_TOO_LONG", warning, historyTooLong),
    own("CONCURRENCY_LIMITED", hint, limitedConcurrency),
    {"INVALID_VARIABLE_NAME", schema, error, variableNames},
    own("UNUSUAL_VARIABLE_NAME", warning, unusualVariableNames),
    {"ASSIGNS_OUTER_VARIABLE", schema, error, innerAssignments},
    own("VARIABLE_NOT_ASSIGNED", warning, unassignedVariables),
    own("VARIABLE_OUT_OF_SCOPE", warning, variablesOutOfScope),
    own("VARIABLE_MAYBE_UNASSIGNED", hint, maybeUnassignedVariables),
};

} // namespace

std::span<const Rule> ruleTable()
{
    return rows;
}

} // namespace asl::validation

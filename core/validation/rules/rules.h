#pragma once
// All rules, one function each; rule_table.cpp has the table with their codes and severities.

#include "core/validation/rule.h"

namespace asl::validation {

// text.cpp: the text as JSON
void syntaxErrors(const Context&, Findings&);
void definitionIsAnObject(const Context&, Findings&);
void definitionSize(const Context&, Findings&);
void notStrictJson(const Context&, Findings&);
void duplicateKeys(const Context&, Findings&);

// fields.cpp: the table of fields
void unknownFields(const Context&, Findings&);
void misplacedFields(const Context&, Findings&);
void fieldsOfTheOtherLanguage(const Context&, Findings&);
void missingFields(const Context&, Findings&);
void exclusiveFields(const Context&, Findings&);
void deprecatedFields(const Context&, Findings&);
void shapes(const Context&, Findings&);

// states.cpp: names, types and languages of states
void stateTypes(const Context&, Findings&);
void stateNames(const Context&, Findings&);
void duplicateStateNames(const Context&, Findings&);
void languageDowngrade(const Context&, Findings&);

// transitions.cpp: how states follow each other
void missingTargets(const Context&, Findings&);
void unreachableStates(const Context&, Findings&);
void terminalStates(const Context&, Findings&);
void endIsFalse(const Context&, Findings&);

// loops.cpp: loops that nothing leads out of
void endlessLoops(const Context&, Findings&);

// choice.cpp: rules of a Choice
void choiceRules(const Context&, Findings&);
void choiceWithoutDefault(const Context&, Findings&);
void rulesNeverTrue(const Context&, Findings&);
void repeatedRules(const Context&, Findings&);
void coveredRules(const Context&, Findings&);
void unguardedComparisons(const Context&, Findings&);

// errors.cpp: Retry and Catch
void statesAllAloneAndLast(const Context&, Findings&);
void unknownErrorNames(const Context&, Findings&);
void errorsThatNeverMatch(const Context&, Findings&);

// times.cpp: timeouts, heartbeats, waits
void heartbeatBelowTimeout(const Context&, Findings&);
void timesThatCannotBeMet(const Context&, Findings&);
void uselessHeartbeats(const Context&, Findings&);

// jsonata.cpp: JSONata expressions
void jsonataSyntax(const Context&, Findings&);
void jsonataReferences(const Context&, Findings&);
void openExpressions(const Context&, Findings&);
void unclosedExpressions(const Context&, Findings&);
void unknownFunctions(const Context&, Findings&);
void argumentCounts(const Context&, Findings&);
void failingJsonata(const Context&, Findings&);

// map.cpp: Map, inline and distributed
void labels(const Context&, Findings&);
void duplicateLabels(const Context&, Findings&);
void executionType(const Context&, Findings&);
void distributedFields(const Context&, Findings&);
void readersAndWriters(const Context&, Findings&);
void readersThatFail(const Context&, Findings&);
void halfWriterConfigs(const Context&, Findings&);

// resources.cpp: what a Task calls
void resources(const Context&, Findings&);
void resourcesThatAreNoArn(const Context&, Findings&);
void expressRestrictions(const Context&, Findings&);
void expressChildren(const Context&, Findings&);

// integrations.cpp: actions called through the SDK
void sdkCalls(const Context&, Findings&);

// parameters.cpp: what an action takes
void misspelledParameters(const Context&, Findings&);
void unknownParameters(const Context&, Findings&);
void missingParameters(const Context&, Findings&);
void wrongParameterValues(const Context&, Findings&);

// tasks.cpp: how a Task calls
void tokensNotPassed(const Context&, Findings&);
void endlessCallbacks(const Context&, Findings&);
void lambdasWithoutRetry(const Context&, Findings&);
void contextNotThere(const Context&, Findings&);

// data.cpp: the data of a run
void impossibleResultPaths(const Context&, Findings&);
void dataTooLarge(const Context&, Findings&);
void historyTooLong(const Context&, Findings&);
void limitedConcurrency(const Context&, Findings&);

// templates.cpp: payload templates and paths
void templateExpressions(const Context&, Findings&);
void formatValues(const Context&, Findings&);
void doubtfulPaths(const Context&, Findings&);
void duplicateTemplateKeys(const Context&, Findings&);
void templatesThatAreNoObject(const Context&, Findings&);
void missingDollar(const Context&, Findings&);
void staticPassResult(const Context&, Findings&);
void expressionsOfTheOtherLanguage(const Context&, Findings&);

// tokens.cpp: what a template fills in
void tokensWithoutValue(const Context&, Findings&);

// variables.cpp: variables
void variableNames(const Context&, Findings&);
void unusualVariableNames(const Context&, Findings&);
void innerAssignments(const Context&, Findings&);
void unassignedVariables(const Context&, Findings&);
void variablesOutOfScope(const Context&, Findings&);
void maybeUnassignedVariables(const Context&, Findings&);

} // namespace asl::validation

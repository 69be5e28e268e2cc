#pragma once
// All rules, one function each; validate.cpp has the table with their codes and severities.

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

// choice.cpp: rules of a Choice
void choiceRules(const Context&, Findings&);
void choiceWithoutDefault(const Context&, Findings&);

// errors.cpp: Retry and Catch
void statesAllAloneAndLast(const Context&, Findings&);
void unknownErrorNames(const Context&, Findings&);
void heartbeatBelowTimeout(const Context&, Findings&);

// jsonata.cpp: JSONata expressions
void jsonataSyntax(const Context&, Findings&);
void jsonataReferences(const Context&, Findings&);
void unclosedExpressions(const Context&, Findings&);

// map.cpp: Map, inline and distributed
void labels(const Context&, Findings&);
void duplicateLabels(const Context&, Findings&);
void executionType(const Context&, Findings&);
void distributedFields(const Context&, Findings&);
void readersAndWriters(const Context&, Findings&);

// resources.cpp: what a Task calls
void resources(const Context&, Findings&);
void resourcesThatAreNoArn(const Context&, Findings&);
void expressRestrictions(const Context&, Findings&);

// templates.cpp: payload templates and variables
void templateExpressions(const Context&, Findings&);
void doubtfulPaths(const Context&, Findings&);
void duplicateTemplateKeys(const Context&, Findings&);
void templatesThatAreNoObject(const Context&, Findings&);
void missingDollar(const Context&, Findings&);
void staticPassResult(const Context&, Findings&);
void variableNames(const Context&, Findings&);
void unusualVariableNames(const Context&, Findings&);
void innerAssignments(const Context&, Findings&);

} // namespace asl::validation

// What a definition is made of: its text, fields, values, names of states and where they lead.

#include "problem_rows.h"

#include "core/language/quotas.h"

void rows::addStructureRows()
{
    error("empty text", "«»");
    error("no object", "«[»]");
    error("blank word", R"({"StartAt": «nonsense»})", "INVALID_JSON_DESCRIPTION");
    error("nothing in it", "«{»}");
    error("no StartAt", R"(«{»"States": {"A": {"Type": "Pass", "End": true}}})");
    error("misspelt field", pass(R"(«"Coment"»: "x")"), "SCHEMA_VALIDATION_FAILED", R"("Comment")");
    error("unknown field of the machine",
          R"({"StartAt": "A", «"Zzzzz"»: 1, "States": {"A": {"Type": "Pass", "End": true}}})");
    error("field of another type", pass(R"(«"Seconds"»: 1)"));
    error("field of the other language", pass(R"(«"Output"»: {})"));
    error("field of the other language in a JSONata state",
          jsonata(R"({"Type": "Pass", "End": true, «"ResultPath"»: "$.x"})"));
    error(
        "query language of a branch",
        machine(
            R"({"Type": "Parallel", "End": true, "Branches": [{«"QueryLanguage"»: "JSONata", "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]})"));
    error("no Resource", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Task", "End": true}}})");
    error("leads nowhere", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Pass"}}})");
    error(
        "Next and End",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B", «"End"»: true}, "B": {"Type": "Pass", "End": true}}})");
    error("two of a pair", task(R"("TimeoutSeconds": 5, «"TimeoutSecondsPath"»: "$.t")"));
    error("no time to wait", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Wait", "End": true}}})");
    error("number as text", task(R"("TimeoutSeconds": «"5"»)"));
    error("fraction", task(R"("TimeoutSeconds": «1.5»)"));
    error("below the minimum", task(R"("TimeoutSeconds": «0»)"));
    error("not in the list", pass(R"("QueryLanguage": «"Jsonnet"»)"));
    error("no timestamp", machine(R"({"Type": "Wait", "End": true, "Timestamp": «"2016-12-05 21:29:29Z"»})"));
    error("no path", pass(R"("InputPath": «"detail"»)"));
    error("result path to a variable", pass(R"("ResultPath": «"$x"»)"));
    error("result path to the context object", pass(R"("ResultPath": «"$$.x"»)"));
    error("state is no object", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}, "B": «7»}})");
    error("no branches", machine(R"({"Type": "Parallel", "End": true, "Branches": «[]»})"));
    error("no error names", task(R"("Retry": [{"ErrorEquals": «[]»}])"));
    error("unknown type", machine(R"({"Type": «"Pas"», "End": true})"), "SCHEMA_VALIDATION_FAILED", R"("Pass")");
    error("no type", R"({"StartAt": "A", "States": {«"A"»: {"End": true}}})");
    error("name too long",
          (QByteArray(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": ")") + QByteArray(81, 'x') +
           R"("}, «")" + QByteArray(81, 'x') + R"("»: {"Type": "Pass", "End": true}}})"),
          "INVALID_STATE_NAME");
    error(
        "name used twice",
        machine(
            R"({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {«"A"»: {"Type": "Pass", "End": true}}}})"),
        "DUPLICATE_STATE_NAME");
    error("back to JSONPath", jsonata(R"({"Type": "Pass", "End": true, "QueryLanguage": «"JSONPath"»})"));
    error(
        "missing target",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": «"Shipp"»}, "Ship": {"Type": "Succeed"}, "B": {"Type": "Choice", "Default": "Ship", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}]}}})",
        "MISSING_TRANSITION_TARGET", R"("Ship")");
    error(
        "target in another scope",
        machine(
            R"({"Type": "Map", "Next": «"B"», "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}})",
            R"(, "C": {"Type": "Succeed"})"),
        "MISSING_TRANSITION_TARGET");
    error("unreachable", machine(R"({"Type": "Pass", "End": true})", R"(, «"B"»: {"Type": "Pass", "End": true})"),
          "MISSING_TRANSITION_TARGET");
    error("no end",
          R"({"StartAt": "A", «"States"»: {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}})",
          "MISSING_END_STATE");
    warning(
        "End is false",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B", "End": «false»}, "B": {"Type": "Succeed"}}})",
        "END_IS_FALSE");
    warning("comment", "{«/* x */»\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}",
            "NOT_STRICT_JSON");
    warning("key twice", pass(R"("Comment": "a", «"Comment"»: "b")"), "DUPLICATE_KEY");
    warning("definition too large",
            "«{»\"Comment\": \"" + QByteArray(qsizetype(asl::quotas::definitionBytes), 'x') +
                R"(", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})",
            "DEFINITION_TOO_LARGE");
    hint("former name",
         machine(
             R"({"Type": "Map", "End": true, «"Iterator"»: {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}})"),
         "DEPRECATED_FIELD", R"("ItemProcessor")");
}

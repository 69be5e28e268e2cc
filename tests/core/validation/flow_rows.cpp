// Choices, loops, errors that are retried and caught, and times.

#include "problem_rows.h"

void rows::addFlowRows()
{
    const auto choice = [](const char* rules) {
        return machine((QByteArray(R"({"Type": "Choice", "Default": "B", "Choices": [)") + rules + "]}").constData(),
                       R"(, "B": {"Type": "Succeed"})");
    };
    error("rule without Next",
          machine(R"({"Type": "Choice", "Default": "B", "Choices": [«{»"Variable": "$.a", "IsNull": true}]})",
                  R"(, "B": {"Type": "Succeed"})"));
    error("rule compares nothing",
          machine(R"({"Type": "Choice", "Default": "B", "Choices": [{«"Variable"»: "$.a", "Next": "B"}]})",
                  R"(, "B": {"Type": "Succeed"})"));
    error(
        "two comparisons",
        machine(
            R"({"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.a", "IsNull": true, «"IsString"»: true, "Next": "B"}]})",
            R"(, "B": {"Type": "Succeed"})"));
    error(
        "nested rule with Next",
        machine(
            R"({"Type": "Choice", "Default": "B", "Choices": [{"Not": {"Variable": "$.a", "IsNull": true, «"Next"»: "B"}, "Next": "B"}]})",
            R"(, "B": {"Type": "Succeed"})"));
    error(
        "operand of the wrong type",
        machine(
            R"({"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.a", "NumericEquals": «"1"», "Next": "B"}]})",
            R"(, "B": {"Type": "Succeed"})"));
    error("States.ALL with others", task(R"("Retry": [{"ErrorEquals": ["X", «"States.ALL"»]}])"));
    error("States.ALL not last", task(R"("Retry": [{"ErrorEquals": [«"States.ALL"»]}, {"ErrorEquals": ["X"]}])"));
    warning("unknown reserved error", task(R"("Retry": [{"ErrorEquals": [«"States.Timeuot"»]}])"), "UNKNOWN_ERROR_NAME",
            R"("States.Timeout")");
    error("heartbeat as long as the timeout", task(R"("TimeoutSeconds": 5, "HeartbeatSeconds": «5»)"));
    hint("no Default",
         machine(R"({"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}]})",
                 R"(, "B": {"Type": "Succeed"})")
             .replace("\"A\": {\"Type\"", "«\"A\"»: {\"Type\""),
         "CHOICE_WITHOUT_DEFAULT");
    warning(
        "numbers that exclude each other",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "NumericGreaterThan": 10}, {"Variable": "$.n", "NumericLessThan": 5}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "one end open",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "NumericGreaterThan": 5}, {"Variable": "$.n", "NumericLessThanEquals": 5}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "a text and a number",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "IsString": true}, {"Variable": "$.n", "NumericEquals": 5}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "two texts",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "StringEquals": "a"}, {"Variable": "$.n", "StringEquals": "b"}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "something and its opposite",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "StringMatches": "a*"}, {"Not": {"Variable": "$.n", "StringMatches": "a*"}}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "moments that exclude each other",
        choice(
            R"({«"And"»: [{"Variable": "$.t", "TimestampLessThan": "2026-01-01T00:00:00Z"}, {"Variable": "$.t", "TimestampGreaterThan": "2026-01-01T01:00:00+01:00"}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "false",
        jsonata(
            R"({"Type": "Choice", "Choices": [{«"Condition"»: false, "Next": "B"}], "Default": "B"}, "B": {"Type": "Succeed"})"),
        "CHOICE_NEVER_TRUE");
    hint(
        "the same rule again",
        choice(
            R"({"Variable": "$.n", "NumericEquals": 1, "Next": "B"}, {«"NumericEquals"»: 1, "Variable": "$.n", "Next": "B"})"),
        "CHOICE_RULE_REPEATED");
    hint(
        "the same condition again",
        jsonata(
            R"({"Type": "Choice", "Choices": [{"Condition": "{% $states.input.a %}", "Next": "B"}, {«"Condition"»: "{% $states.input.a %}", "Next": "B"}], "Default": "B"}, "B": {"Type": "Succeed"})"),
        "CHOICE_RULE_REPEATED");
    hint(
        "the wider rule first",
        choice(
            R"({"Variable": "$.n", "NumericGreaterThan": 10, "Next": "B"}, {"Variable": "$.n", «"NumericGreaterThan"»: 100, "Next": "B"})"),
        "CHOICE_RULE_COVERED");
    hint(
        "one of several",
        choice(
            R"({"Or": [{"Variable": "$.k", "StringEquals": "a"}, {"Variable": "$.k", "StringEquals": "b"}], "Next": "B"}, {«"And"»: [{"Variable": "$.k", "StringEquals": "b"}, {"Variable": "$.n", "NumericEquals": 1}], "Next": "B"})"),
        "CHOICE_RULE_COVERED");
    hint("missing value", choice(R"({"Variable": «"$.n"», "NumericEquals": 1, "Next": "B"})"),
         "COMPARISON_OF_MISSING_VALUE");
    warning(
        "loop",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "D"}], "Default": "B"}, «"B"»: {"Type": "Wait", "Seconds": 1, "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}, "D": {"Type": "Succeed"}}})",
        "LOOP_WITHOUT_EXIT");
    warning(
        "loop of one",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "D"}], "Default": "B"}, «"B"»: {"Type": "Pass", "Next": "B"}, "D": {"Type": "Succeed"}}})",
        "LOOP_WITHOUT_EXIT");
    warning("error in two retriers", task(R"("Retry": [{"ErrorEquals": ["X"]}, {"ErrorEquals": ["Y", «"X"»]}])"),
            "ERROR_NEVER_MATCHES");
    warning("error after States.TaskFailed",
            task(R"("Retry": [{"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": [«"X"»]}])"),
            "ERROR_NEVER_MATCHES");
    warning("States.Runtime", task(R"("Retry": [{"ErrorEquals": [«"States.Runtime"»]}])"), "ERROR_NEVER_MATCHES");
    warning(
        "wait beyond the end",
        R"({"TimeoutSeconds": 60, "StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": «60», "End": true}}})",
        "TIMEOUT_NEVER_MET");
    warning("delay below the interval",
            task(R"("Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 10, "MaxDelaySeconds": «5»}])"),
            "TIMEOUT_NEVER_MET");
    warning("Express: wait beyond the end", machine(R"({"Type": "Wait", "Seconds": «301», "End": true})"),
            "TIMEOUT_NEVER_MET");
}

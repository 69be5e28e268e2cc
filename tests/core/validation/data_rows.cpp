// Templates, paths, JSONata, variables and the size of data.

#include "problem_rows.h"

#include "core/language/quotas.h"

void rows::addDataRows()
{
    error("computed key without expression", pass(R"("Parameters": {"a.$": «"x"»})"));
    error("computed key with a number", pass(R"("Parameters": {"a.$": «7»})"));
    error("computed key without a name", pass(R"("Parameters": {"b": {«".$"»: "$.a"}})"));
    error("variable without a name", pass(R"("Assign": {«".$"»: "$.a"})"));
    error("computed key without a name inside a variable", pass(R"("Assign": {"v": {"": 1, «".$"»: "$.a"}})"));
    error("two keys for one member", pass(R"("Parameters": {"a": 1, «"a.$"»: "$.a"})"));
    warning("dollar forgotten", pass(R"("Parameters": {«"a"»: "$.a"})"), "NO_DOLLAR", R"("a.$")");
    warning("path in a fixed result", pass(R"("Result": {"a": «"$.a"»})"), "PASS_RESULT_IS_STATIC");
    error("intrinsic with too few arguments", pass("\"Parameters\": {\"a.$\": «\"States.JsonToString()\"»}"));
    error("unknown intrinsic", pass("\"Parameters\": {\"a.$\": «\"States.Reverse($.a)\"»}"));
    warning("filter that only others may read", pass(R"("InputPath": "$.a[?(@.b==«w»ord)]")"), "DOUBTFUL_PATH");
    error("JSONata syntax", jsonata(R"({"Type": "Pass", "End": true, "Output": {"a": ["{% 10 + * «2» %}"]}})"),
          "INVALID_JSONATA_EXPRESSION");
    error("bare name", jsonata(R"({"Type": "Pass", "End": true, "Output": "{% «phone».number %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    error("input of the expression", jsonata(R"({"Type": "Pass", "End": true, "Output": "{% $count(«$») %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    error("root of the expression",
          jsonata(R"({"Type": "Pass", "End": true, "Output": "{% $states.input.a[«$$».b = 1] %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    error("result of a Pass", jsonata(R"({"Type": "Pass", "End": true, "Output": "{% «$states.result» %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    warning("text around an expression", jsonata(R"({"Type": "Pass", "End": true, "Output": «" {% 1 %}"»})"),
            "EXPRESSION_IS_TEXT");
    error("reserved variable", pass(R"("Assign": {«"states"»: 1})"));
    error("part of a variable", pass(R"("Assign": {«"a.b"»: 1})"));
    warning("unusual variable", pass(R"("Assign": {«"a-b"»: 1})"), "UNUSUAL_VARIABLE_NAME");
    error(
        "outer variable",
        machine(
            R"({"Type": "Map", "End": true, "Assign": {"n": 1}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true, "Assign": {«"n"»: 2}}}}})"));
    warning("template is a text", pass(R"("Parameters": «"x"»)"), "TEMPLATE_IS_NO_OBJECT");
    error("closed only", jsonata(R"({"Type": "Pass", "Output": {"a": «"$states.input %}"»}, "End": true})"),
          "INVALID_JSONATA_EXPRESSION");
    warning("JSONata in a JSONPath state", pass(R"("Parameters": {"a": «"{% 1 %}"»})"), "EXPRESSION_OF_OTHER_LANGUAGE");
    warning("path in a JSONata state", jsonata(R"({"Type": "Pass", "Output": {"a": [«"$.a"»]}, "End": true})"),
            "EXPRESSION_OF_OTHER_LANGUAGE");
    warning("misspelt function", jsonata(R"({"Type": "Pass", "Output": "{% «$uppercas»('é') %}", "End": true})"),
            "UNKNOWN_FUNCTION", "$uppercase");
    warning("function behind an escape",
            jsonata(R"({"Type": "Pass", "Output": "{% '\u00e9\n' & «$uppercas»('x') %}", "End": true})"),
            "UNKNOWN_FUNCTION", "$uppercase");
    warning("$eval", jsonata(R"({"Type": "Pass", "Output": "{% «$eval»('1') %}", "End": true})"), "UNKNOWN_FUNCTION");
    warning("too many arguments", jsonata(R"({"Type": "Pass", "Output": "{% «$sum»(1, 2) %}", "End": true})"),
            "WRONG_ARGUMENT_COUNT");
    warning("too few arguments", jsonata(R"({"Type": "Pass", "Output": "{% «$map»([1]) %}", "End": true})"),
            "WRONG_ARGUMENT_COUNT");
    warning("expression without its marks", jsonata(R"({"Type": "Pass", "Output": «"$states.input.a"», "End": true})"),
            "EXPRESSION_IS_TEXT", R"("{% $states.input.a %}")");
    warning("Substitution misspelt",
            machine(R"({"Type": "Pass", "Parameters": {"table": "t-«${TableNmae}»"}, "End": true})"),
            "TOKEN_WITHOUT_VALUE", "${TableName}");
    warning("Substitution of a pseudo parameter",
            machine(R"({"Type": "Task", "Resource": "arn:«${AWS::Partition}»:states:::sns:publish", "End": true})"),
            "TOKEN_WITHOUT_VALUE");
    warning(
        "Substitution that nobody gives",
        machine(
            R"({"Type": "Pass", "Result": {"script": "echo ${HOME}", "bucket": "«${Bucket}»", "arn": "${FunctionArn}"}, "End": true})"),
        "TOKEN_WITHOUT_VALUE");
    warning("text added", jsonata(R"({"Type": "Pass", "Output": "{% 'a' «+» $states.input.b %}", "End": true})"),
            "JSONATA_FAILS", "&");
    warning("too many with the one applied",
            jsonata(R"({"Type": "Pass", "Output": "{% [1] ~> «$sum»(2) %}", "End": true})"), "WRONG_ARGUMENT_COUNT");
    warning(
        "result into a list",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": [1], "Next": "B"}, "B": {"Type": "Pass", "ResultPath": «"$.x"», "End": true}}})",
        "IMPOSSIBLE_RESULT_PATH");
    warning(
        "result into the results of a Map",
        R"({"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}, "Next": "W"}, "W": {"Type": "Wait", "Seconds": 1, "Next": "B"}, "B": {"Type": "Pass", "ResultPath": «"$.x"», "End": true}}})",
        "IMPOSSIBLE_RESULT_PATH");
    warning(
        "error into a text",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "x", "Next": "B"}, "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Catch": [{"ErrorEquals": ["X"], "ResultPath": «"$.error"», "Next": "D"}]}, "D": {"Type": "Succeed"}}})",
        "IMPOSSIBLE_RESULT_PATH");
    warning("data too large",
            pass(("«\"Result\"»: \"" + QByteArray(qsizetype(asl::quotas::payloadBytes), 'x') + "\"").constData()),
            "DATA_TOO_LARGE");
    warning(
        "history too long",
        QByteArray(
            R"(«{»"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Map", "Items": "{% [1..9000] %}", "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}, "End": true}}})"),
        "HISTORY_TOO_LONG");
    hint(
        "more than forty",
        machine(
            R"({"Type": "Map", "MaxConcurrency": «41», "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}, "End": true})"),
        "CONCURRENCY_LIMITED");
    warning(
        "variable of nobody",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"total": 1}, "Next": "B"}, "B": {"Type": "Pass", "Parameters": {"t.$": "«$totl»"}, "End": true}}})",
        "VARIABLE_NOT_ASSIGNED", "$total");
    warning("variable of the state itself", pass(R"("Assign": {"x": 1}, "Parameters": {"x.$": "«$x».a"})"),
            "VARIABLE_NOT_ASSIGNED");
    warning(
        "variable of later states",
        R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": "{% 1 + «$x» %}", "Next": "B"}, "B": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}})",
        "VARIABLE_NOT_ASSIGNED");
    warning(
        "variable of an iteration",
        R"({"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}}, "Next": "B"}, "B": {"Type": "Pass", "InputPath": "«$x»", "End": true}}})",
        "VARIABLE_OUT_OF_SCOPE");
    warning(
        "variable outside the distributed Map",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "B"}, "B": {"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {"C": {"Type": "Pass", "InputPath": "«$x»", "End": true}}}}}})",
        "VARIABLE_OUT_OF_SCOPE");
    hint(
        "variable on one way only",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "Assign": {"x": 1}, "Next": "C"}, "C": {"Type": "Pass", "InputPath": "«$x»", "End": true}}})",
        "VARIABLE_MAYBE_UNASSIGNED");
}

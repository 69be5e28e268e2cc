// Mistakes that people make when they write definitions by hand or move them from somewhere else: each is said once, at
// its place, in words that help. And what only looks like one is left alone. «…» marks the place; without marks nothing
// may be said.

#include "marked_text.h"

#include "core/document/snapshot.h"
#include "core/validation/validate.h"

#include <QtTest>

using namespace asl;

class MistakesTest : public QObject
{
    Q_OBJECT

private slots:
    void said_data();
    void said();
};

namespace {

/// A Task that calls `resource` and ends.
QByteArray call(const char* resource, const char* parameters)
{
    return QByteArray(R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": )") + resource +
           R"(, "Parameters": )" + parameters + R"(, "End": true}}})";
}

QByteArray jsonataCall(const char* resource, const char* arguments)
{
    return QByteArray(R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", "Resource": )") +
           resource + R"(, "Arguments": )" + arguments + R"(, "End": true}}})";
}

QByteArray pass(const char* members)
{
    return QByteArray(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, )") + members + "}}}";
}

QByteArray choice(const char* rules)
{
    return QByteArray(R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [)") + rules +
           R"(], "Default": "B"}, "B": {"Type": "Succeed"}}})";
}

} // namespace

void MistakesTest::said_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QByteArray>("words"); ///< that are among what is said
    const auto row = [](const char* name, const QByteArray& marked, const char* rule = "", const char* words = "") {
        QTest::newRow(name) << marked << QByteArray(rule) << QByteArray(words);
    };
    constexpr const char *ecs = R"("arn:aws:states:::ecs:runTask.sync")",
                         *lambda = R"("arn:aws:states:::lambda:invoke")",
                         *rds = R"("arn:aws:states:::aws-sdk:rds:describeDBInstances")";

    row("inner parameter as the API writes it",
        call(ecs, R"({"TaskDefinition": "d", "NetworkConfiguration": {«"awsvpcConfiguration"»: {"Subnets": ["s"]}}})"),
        "MISSPELLED_PARAMETER", R"(Did you mean "AwsvpcConfiguration"?)");
    row("inner parameter in a list",
        call(
            ecs,
            R"({"TaskDefinition": "d", "Overrides": {"ContainerOverrides": [{"Name": "n", "Environment": [{«"name"»: "A", "Value": "b"}]}]}})"),
        "MISSPELLED_PARAMETER", R"(Did you mean "Name"?)");
    row("inner parameter that is computed",
        call(ecs, R"({"TaskDefinition": "d", "Overrides": {«"containerOverrides.$"»: "$.o"}})"), "MISSPELLED_PARAMETER",
        "ContainerOverrides");
    row("inner parameter in JSONata",
        jsonataCall(
            ecs,
            R"({"TaskDefinition": "d", "NetworkConfiguration": {«"awsvpcConfiguration"»: "{% $states.input.n %}"}})"),
        "MISSPELLED_PARAMETER");
    row("small parameter of an action that is known by its name", call(rds, R"({«"dbInstanceIdentifier"»: "x"})"),
        "MISSPELLED_PARAMETER", "DbInstanceIdentifier");
    row("word that is only like a value", call(ecs, R"({"TaskDefinition": "d", "LaunchType": «"fargate"»})"),
        "WRONG_PARAMETER_VALUE", R"("FARGATE")");
    row("text for a list",
        call(ecs, R"({"TaskDefinition": "d", "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": «"s"»}}})"),
        "WRONG_PARAMETER_VALUE", R"("Subnets" must be a list)");
    row("number among texts",
        call(R"("arn:aws:states:::glue:startJobRun.sync")", R"({"JobName": "j", "Arguments": {"--days": «3»}})"),
        "WRONG_PARAMETER_VALUE", R"("--days" must be a text)");
    row("text for an object",
        call(R"("arn:aws:states:::batch:submitJob")",
             R"({"JobName": "j", "JobDefinition": "d", "JobQueue": "q", "Parameters": «"x"»})"),
        "WRONG_PARAMETER_VALUE", "an object");
    row("one of several is missing",
        call(R"("arn:aws:states:::sns:publish")", R"({"Message": "m"})").replace("\"Parameters\"", "«\"Parameters\"»"),
        "MISSING_PARAMETER", "TopicArn, TargetArn, PhoneNumber");
    row("parameters, right in depth",
        call(
            ecs,
            R"({"TaskDefinition": "d", "Tags": [{"Key": "a", "Value.$": "$.a"}], "Overrides": {"ContainerOverrides": [{"Name": "n", "Command.$": "$.c", "Environment": [{"Name": "A", "Value": "${v}"}]}]}, "NetworkConfiguration": {"AwsvpcConfiguration": {"Subnets": "${subnets}", "AssignPublicIp": "ENABLED"}}})"));
    row("parameters of any name", call(R"("arn:aws:states:::dynamodb:putItem")",
                                       R"({"TableName": "t", "Item": {"id": "x", "anything": {"N.$": "$.n"}}})"));
    row("values that JSONata computes",
        jsonataCall(
            ecs,
            R"({"TaskDefinition": "{% $states.input.d %}", "Count": "{% 1 + 1 %}", "NetworkConfiguration": "{% $states.input.n %}"})"));
    row("value newer than the catalogue", call(ecs, R"({"TaskDefinition": "d", "LaunchType": "SOMETHING_ELSE"})"));

    row("action misspelt", call(R"(«"arn:aws:states:::aws-sdk:rds:describeDBInstance"»)", "{}"), "UNKNOWN_SDK_CALL",
        "Did you mean describeDBInstances?");
    row("action in other letters", call(R"(«"arn:aws:states:::aws-sdk:rds:describeDbInstances"»)", "{}"),
        "UNKNOWN_SDK_CALL", "Did you mean describeDBInstances?");
    row("name of a permission", call(R"(«"arn:aws:states:::aws-sdk:s3:listBucket"»)", "{}"), "UNKNOWN_SDK_CALL",
        "Did you mean");
    row("action of nobody", call(R"(«"arn:aws:states:::aws-sdk:s3:zapEverything"»)", "{}"), "UNKNOWN_SDK_CALL",
        "If it is new");
    row("service by its name", call(R"(«"arn:aws:states:::aws-sdk:stepfunctions:listExecutions"»)", "{}"),
        "UNKNOWN_SDK_CALL", R"(Did you mean "sfn"?)");
    row("service as policies call it", call(R"(«"arn:aws:states:::aws-sdk:logs:startQuery"»)", "{}"),
        "UNKNOWN_SDK_CALL", R"(Did you mean "cloudwatchlogs"?)");
    row("service with a hyphen", call(R"(«"arn:aws:states:::aws-sdk:bedrock-runtime:converse"»)", "{}"),
        "UNKNOWN_SDK_CALL", R"(Did you mean "bedrockruntime"?)");
    row("known actions", call(R"("arn:aws:states:::aws-sdk:ec2:describeInstances.waitForTaskToken")",
                              R"({"Filters.$": "$$.Task.Token"})"));
    row("job of an action that has none",
        call(R"(«"arn:aws:states:::sns:publish.sync"»)", R"({"TopicArn": "t", "Message": "m"})"), "UNKNOWN_RESOURCE",
        "without one or with .waitForTaskToken");
    row("ending in other letters",
        call(R"(«"arn:aws:states:::sqs:sendMessage.waitForTasktoken"»)", R"({"QueueUrl": "q", "MessageBody": "m"})"),
        "UNKNOWN_RESOURCE", ".waitForTaskToken");
    row("ending of an action that has none at all",
        call(R"(«"arn:aws:states:::dynamodb:getItem.sync"»)", R"({"TableName": "t", "Key": {}})"), "UNKNOWN_RESOURCE",
        "called without one");
    row("job through the SDK", call(R"(«"arn:aws:states:::aws-sdk:glue:startCrawler.sync"»)", R"({"Name": "c"})"),
        "UNKNOWN_RESOURCE", "without one or with .waitForTaskToken");
    row("action that only the SDK has", call(R"(«"arn:aws:states:::s3:getObject"»)", R"({"Bucket": "b", "Key": "k"})"),
        "UNKNOWN_RESOURCE", "arn:aws:states:::aws-sdk:s3:getObject");
    row("action with a capital letter",
        call(R"(«"arn:aws-cn:states:::sns:Publish"»)", R"({"TopicArn": "t", "Message": "m"})"), "UNKNOWN_RESOURCE",
        "arn:aws-cn:states:::sns:publish");
    row("partition that is none", call(R"(«"arn:asw:states:::sns:publish"»)", R"({"TopicArn": "t", "Message": "m"})"),
        "RESOURCE_IS_NO_ARN");
    row("other partitions", call(R"("arn:aws-us-gov:states:::sns:publish")", R"({"TopicArn": "t", "Message": "m"})"));
    row("partition filled in later",
        call(R"("arn:${Partition}:states:::sns:publish")", R"({"TopicArn": "t", "Message": "m"})"));

    row("member of the context object in other letters", pass(R"("Parameters": {"n.$": «"$$.Execution.name"»})"),
        "CONTEXT_NOT_THERE", "Did you mean Execution.Name?");
    row("member of nothing", pass(R"("InputPath": «"$$.Execution.Owner.Name"»)"), "CONTEXT_NOT_THERE",
        "Execution.Owner");
    row("in a call", pass(R"x("Parameters": {"n.$": «"States.Format('{}', $$.StateMachine.ARN)"»})x"),
        "CONTEXT_NOT_THERE", "StateMachine.ARN");
    row("in JSONata",
        jsonataCall(lambda, R"({"FunctionName": "f", "Payload": «"{% $states.context.execution.Id %}"»})"),
        "CONTEXT_NOT_THERE", "Did you mean Execution?");
    row("members that are there",
        pass(
            R"x("Parameters": {"a.$": "$$.Execution.Input.any.thing", "b.$": "$$.State", "c.$": "$$['Execution']['Id']", "d.$": "States.JsonMerge($$, $, false)"})x"));

    row("template with too many places",
        pass(R"x("Parameters": {"t.$": «"States.Array(States.Format('{} {}', $.a))"»})x"), "FORMAT_VALUES",
        "1 values for 2 places");
    row("template with too many values", pass(R"x("Parameters": {"t.$": «"States.Format('a', $.a)"»})x"),
        "FORMAT_VALUES");
    row("cause with too few values",
        R"x({"StartAt": "A", "States": {"A": {"Type": "Fail", "CausePath": «"States.Format('{}/{}', $.a)"»}}})x",
        "FORMAT_VALUES");
    row("braces that stay",
        pass(
            R"x("Parameters": {"t.$": "States.Format('\\{{}\\} ${b}', $.a)", "u.$": "States.Format($.template, $.a)"})x"));

    row("tokens that become arguments",
        pass(
            R"x("Parameters": {"a.$": "States.StringToJson(${Iops})", "b.$": "States.ArrayPartition(${List}, ${Size})", "c.$": "States.MathAdd(1, ${n})"})x"));
    row("a wrong argument beside a token", pass(R"x("Parameters": {"a.$": "States.MathAdd(«'»a', ${n})"})x"),
        "INVALID_TEMPLATE_EXPRESSION", "Argument 1");

    row("filter in a call that others may read",
        pass(R"x("Parameters": {"a.$": "States.ArrayGetItem($.t[?(@.Key==«N»ame)].Value, 0)"})x"), "DOUBTFUL_PATH");
    row("filter and a wrong number of arguments",
        pass(R"x("Parameters": {"a.$": «"States.ArrayGetItem($.t[?(@.Key=='Name')].Value)"»})x"),
        "INVALID_TEMPLATE_EXPRESSION");
    row("reserved name that a Fail state gives",
        R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Fail", "Error": "States.Enough"}}}], "Catch": [{"ErrorEquals": ["States.Enough"], "Next": "C"}], "Next": "C"}, "C": {"Type": "Succeed"}}})");
    row("reserved name that nobody gives",
        R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Fail", "Error": "E"}}}], "Catch": [{"ErrorEquals": [«"States.Enough"»], "Next": "C"}], "Next": "C"}, "C": {"Type": "Succeed"}}})",
        "UNKNOWN_ERROR_NAME", "it never matches.");

    row("path as a text to compare with", choice(R"({"Variable": "$.a", «"StringEquals"»: "$.b", "Next": "B"})"),
        "NO_DOLLAR", "StringEqualsPath");
    row("path as a time to compare with",
        choice(R"({"Variable": "$.a", "StringLessThan": "$", "Next": "B"})")
            .replace("\"StringLessThan\"", "«\"StringLessThan\"»"),
        "NO_DOLLAR", "StringLessThanPath");
    row("texts that are none", choice(R"({"Variable": "$.a", "StringEquals": "$5", "Next": "B"})"));
    row("state in other letters",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": «"done"»}, "Done": {"Type": "Succeed"}}})",
        "MISSING_TRANSITION_TARGET", R"(Did you mean "Done"?)");
    row("error in other letters",
        R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "Retry": [{"ErrorEquals": [«"States.Taskfailed"»]}], "End": true}}})",
        "UNKNOWN_ERROR_NAME", R"(Did you mean "States.TaskFailed"?)");
    row("seconds computed", R"({"StartAt": "A", "States": {"A": {"Type": "Wait", «"Seconds.$"»: "$.s", "End": true}}})",
        "UNKNOWN_FIELD", R"(from a path is "SecondsPath")");
    row("comparison computed",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", «"StringEquals.$"»: "$.b", "Next": "B"}]}, "B": {"Type": "Succeed"}}})",
        "UNKNOWN_FIELD", R"("StringEqualsPath")");
    row("result computed", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", «"Result.$"»: "$.s", "End": true}}})",
        "UNKNOWN_FIELD", R"(stand inside of "Parameters")");
    row("variable computed",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{«"Variable.$"»: "$.a", "IsNull": true, "Next": "B"}]}, "B": {"Type": "Succeed"}}})",
        "UNKNOWN_FIELD", R"(Did you mean "Variable"?)");
    row("path computed", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", «"InputPath.$"»: "$.s", "End": true}}})",
        "UNKNOWN_FIELD", R"(Did you mean "InputPath"?)");
    const auto jsonata = [&](const char* name, const QByteArray& expression, const char* rule, const char* words) {
        row(name,
            R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": "{% )" +
                expression + R"( %}", "End": true}}})",
            rule, words);
    };
    jsonata("two signs of equality", "$states.input.a =«=» 1", "INVALID_JSONATA_EXPRESSION", "== is written =");
    jsonata("three signs of equality", "$states.input.a =«=»= 1", "INVALID_JSONATA_EXPRESSION", "=== is written =");
    jsonata("and of other languages", "$states.input.a &«&» true", "INVALID_JSONATA_EXPRESSION", "&& is written and");
    jsonata("or of other languages", "$states.input.a «|»| true", "INVALID_JSONATA_EXPRESSION", "|| is written or");
    jsonata("not equal in SQL", "$states.input.a <«>» 1", "INVALID_JSONATA_EXPRESSION", "<> is written !=");
    jsonata("not of other languages", "«!»$states.input.a", "INVALID_JSONATA_EXPRESSION", "! is written $not()");
    jsonata("several expressions", "$a := 1«;» $a", "INVALID_JSONATA_EXPRESSION", "stand in parentheses");
    jsonata("text added", "'a' «+» $states.input.b", "JSONATA_FAILS", "joins texts");
    jsonata("text added in the middle", "$states.input.a «+» '-' + $states.input.b", "JSONATA_FAILS", "joins texts");
    jsonata("moment in arithmetic", "$now() «-» 1000", "JSONATA_FAILS", "needs numbers");
    jsonata("method of a text", "$states.input.name.«trim»()", "JSONATA_FAILS", "$trim(value)");
    jsonata("method of JavaScript", "$states.input.list.«forEach»()", "JSONATA_FAILS", "$function(value)");
    jsonata("function in a path", "$states.input.name.$trim()", "", "");
    jsonata("own object with a function", "($o := {'f': function($x) { $x + 1 }}; $o.f(1))", "", "");
    jsonata("numbers of texts", "$number($states.input.a) + $length('a')", "", "");
    row("expression without its marks",
        R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": {"a": «"$states.input.a"»}, "End": true}}})",
        "EXPRESSION_IS_TEXT", "begins with {%");
    row("directive of a template",
        R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [«%{ for name in names ~}» {"StartAt": "B"} %{ endfor ~}], "End": true}}})",
        "INVALID_JSON_DESCRIPTION", "belongs to a template");
    row("template call with quotes",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": ["«${join("\", \"", names)}»"], "End": true}}})",
        "INVALID_JSON_DESCRIPTION", "belongs to a template");
    row("comma missing behind a token",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "${name}"«» "End": true}}})",
        "INVALID_JSON_DESCRIPTION", "comma");
}

void MistakesTest::said()
{
    QFETCH(QByteArray, marked);
    QFETCH(QByteArray, rule);
    QFETCH(QByteArray, words);
    const MarkedText row(marked);
    const Snapshot snapshot(1, std::make_shared<const std::string>(row.text.toStdString()));
    QByteArray all;
    int here = 0;
    for (const Diagnostic& diagnostic : validate(snapshot)) {
        const QByteArray message = QByteArray::fromStdString(english(diagnostic.message));
        all += "\n" + QByteArray::fromStdString(std::string(diagnostic.rule)) + " «" +
               QByteArray::fromStdString(snapshot.text().substr(diagnostic.range.begin, diagnostic.range.size())) +
               "» " + message;
        here += diagnostic.range == row.mark && diagnostic.rule == rule.toStdString() && message.contains(words) ? 1 : 0;
    }
    if (!row.mark)
        QVERIFY2(all.isEmpty(), all.constData());
    else
        QVERIFY2(here == 1, all.constData());
}

QTEST_APPLESS_MAIN(MistakesTest)
#include "mistakes_test.moc"

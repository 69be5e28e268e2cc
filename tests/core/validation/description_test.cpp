// What a definition is made of: the variables each state reads, integrations, permissions, tokens, quotas.

#include "core/validation/description.h"
#include "core/language/quotas.h"

#include <QStringList>
#include <QTest>

namespace {

asl::Description described(const QByteArray& text, asl::MachineType type = asl::MachineType::Standard)
{
    return asl::describe(asl::Snapshot(1, std::make_shared<const std::string>(text.toStdString())), type);
}

QString joined(const std::set<std::string>& names)
{
    QStringList words;
    for (const std::string& name : names)
        words << QString::fromStdString(name);
    return words.join(u' ');
}

QByteArray state(const char* members, const char* machine = "")
{
    return QByteArray("{") + machine + R"("StartAt": "A", "States": {"A": {)" + members + "}}}";
}

QByteArray jsonata(const char* members) { return state(members, R"("QueryLanguage": "JSONata", )"); }

} // namespace

class DescriptionTest : public QObject
{
    Q_OBJECT

private slots:
    void variablesRead_data();
    void variablesRead();
    void nestedStatesStandUnderTheirOwnName();
    void permissions_data();
    void permissions();
    void integrationsNameTheirStates();
    void tokensAreCounted();
    void quotasComeNearTheirLimit();
};

void DescriptionTest::variablesRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("names"); ///< that state A reads
    const auto row = [](const char* name, const QByteArray& text, const char* names) { QTest::newRow(name) << text << QString::fromUtf8(names); };
    row("paths", state(R"("Type": "Wait", "InputPath": "$in.x", "OutputPath": "$out", "SecondsPath": "$wait[0]", "End": true)"), "in out wait");
    row("texts are none", state(R"("Type": "Pass", "Parameters": {"a": "$a", "b.$": "$b"}, "Result": "$c", "Comment": "$d", "End": true)"), "b");
    row("calls", state(R"j("Type": "Pass", "Parameters": {"x.$": "States.Format('$a {} {}', $b, States.MathAdd($c.d, 1))"}, "End": true)j"), "b c");
    row("context and input are none", state(R"("Type": "Pass", "Parameters": {"a.$": "$$.State.Name", "b.$": "$.b", "c.$": "$"}, "End": true)"), "");
    row("names in brackets are none", state(R"("Type": "Pass", "InputPath": "$.a['$b'][?(@.c == '$d')]", "End": true)"), "");
    row("error and cause", state(R"j("Type": "Fail", "ErrorPath": "$e", "CausePath": "States.Format('{}', $c)")j"), "c e");
    row("rules", state(R"("Type": "Choice", "Choices": [{"And": [{"Variable": "$a", "NumericEqualsPath": "$b"}], "Assign": {"d.$": "$c"}, "Next": "A"}])"), "a b c");
    row("role", state(R"("Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": {"RoleArn.$": "$role"}, "End": true)"), "role");
    row("tokens are none", state(R"("Type": "Pass", "Parameters": {"a.$": "${Path}", "b.$": "$.${Field}"}, "End": true)"), "");

    row("expression", jsonata(R"("Type": "Pass", "Output": {"a": ["{% $x + $y.z %}"]}, "End": true)"), "x y");
    row("parts of $states are none", jsonata(R"("Type": "Pass", "Output": "{% $states.input.a %}", "End": true)"), "");
    row("functions are none", jsonata(R"("Type": "Pass", "Output": "{% $sum($map($a, $string)) %}", "End": true)"), "a");
    row("bound in a block", jsonata(R"("Type": "Pass", "Output": "{% ($a := $b; $a + $c) %}", "End": true)"), "b c");
    row("bound only in its block", jsonata(R"("Type": "Pass", "Output": "{% ($a := 1; $a) + $a %}", "End": true)"), "a");
    row("parameters", jsonata(R"("Type": "Pass", "Output": "{% $map($rows, function($r, $i) { $r.n * $factor + $i }) %}", "End": true)"), "factor rows");
    row("recursion", jsonata(R"("Type": "Pass", "Output": "{% ($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f($k)) %}", "End": true)"), "k");
    row("focus and index", jsonata(R"("Type": "Pass", "Output": "{% $orders@$o#$i.{'n': $o.id, 'i': $i, 'v': $v} %}", "End": true)"), "orders v");
    row("a variable hides a function", jsonata(R"("Type": "Pass", "Assign": {"count": 1}, "Output": "{% $count + 1 %}", "End": true)"), "count");
    row("catcher", jsonata(R"("Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $o %}", "Next": "A"}], "End": true)"), "o");
}

void DescriptionTest::variablesRead()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, names);
    const auto references = described(text).variableReferences;
    const auto found = references.find("A");
    QCOMPARE(found == references.end() ? QString() : joined(found->second), names);
}

void DescriptionTest::nestedStatesStandUnderTheirOwnName()
{
    const asl::Description description = described(state(R"("Type": "Map", "ItemsPath": "$items", "ItemProcessor": {"StartAt": "B", "States":
        {"B": {"Type": "Pass", "Parameters": {"x.$": "$outer"}, "End": true}}}, "End": true)"));
    QCOMPARE(description.variableReferences.size(), std::size_t(2));
    QCOMPARE(joined(description.variableReferences.at("A")), QStringLiteral("items"));
    QCOMPARE(joined(description.variableReferences.at("B")), QStringLiteral("outer"));
    QCOMPARE(description.states.size(), std::size_t(2));
    QCOMPARE(description.states[1].depth, std::size_t(1));
}

void DescriptionTest::permissions_data()
{
    QTest::addColumn<QByteArray>("members");
    QTest::addColumn<QString>("actions"); ///< some of those that are needed
    const auto task = [](const char* name, const char* resource, const char* actions) {
        QTest::newRow(name) << QByteArray(R"("Type": "Task", "End": true, "Resource": ")") + resource + "\"" << QString::fromUtf8(actions);
    };
    task("function", "arn:aws:lambda:us-east-1:000000000000:function:f", "lambda:InvokeFunction");
    task("invoke", "arn:aws:states:::lambda:invoke", "lambda:InvokeFunction");
    task("activity", "arn:aws:states:us-east-1:000000000000:activity:a", "");
    task("optimized", "arn:aws:states:::dynamodb:getItem", "dynamodb:GetItem");
    task("job", "arn:aws:states:::states:startExecution.sync:2", "states:StartExecution states:DescribeExecution events:PutRule");
    task("callback", "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "sqs:SendMessage");
    task("SDK", "arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", "secretsmanager:GetSecretValue");
    task("SDK, other prefix", "arn:aws:states:::aws-sdk:cloudwatchlogs:putLogEvents", "logs:PutLogEvents");
    task("SDK, other action", "arn:aws:states:::aws-sdk:s3:listObjectsV2", "s3:ListBucket");
    QTest::newRow("role of another account")
        << QByteArray(R"("Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Credentials": {"RoleArn": "arn:aws:iam::000000000000:role/r"}, "End": true)")
        << QStringLiteral("lambda:InvokeFunction sts:AssumeRole");
    QTest::newRow("distributed Map")
        << QByteArray(R"("Type": "Map", "ItemReader": {"Resource": "arn:aws:states:::s3:getObject"}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true)")
        << QStringLiteral("s3:GetObject states:StartExecution");
}

void DescriptionTest::permissions()
{
    QFETCH(QByteArray, members);
    QFETCH(QString, actions);
    const std::set<std::string> needed = described(state(members.constData())).permissions;
    for (const QString& action : actions.split(u' ', Qt::SkipEmptyParts))
        QVERIFY2(needed.contains(action.toStdString()), qPrintable(joined(needed)));
    QVERIFY(!actions.isEmpty() || needed.empty());
}

void DescriptionTest::integrationsNameTheirStates()
{
    const asl::Description description = described(R"({"StartAt": "A", "States": {
        "A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Next": "B"},
        "B": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Next": "C"},
        "C": {"Type": "Task", "Resource": "send-mail", "End": true}}})");
    QCOMPARE(description.integrations.size(), std::size_t(2));
    QCOMPARE(description.integrations[0].service, std::string("sqs"));
    QCOMPARE(description.integrations[0].pattern, std::string("waitForTaskToken"));
    QCOMPARE(description.integrations[0].states, (std::vector<std::string>{"A", "B"}));
    QCOMPARE(description.integrations[1].service, std::string());
}

void DescriptionTest::tokensAreCounted()
{
    const asl::Description description = described(state(R"("Type": "Wait", "Comment": "${A} ${B}", "Seconds": ${A}, "End": true)"));
    QCOMPARE(description.tokens.size(), std::size_t(2));
    QCOMPARE(description.tokens[0].name, std::string("A"));
    QCOMPARE(description.tokens[0].uses, std::size_t(2));
    QCOMPARE(description.tokens[1].uses, std::size_t(1));
}

void DescriptionTest::quotasComeNearTheirLimit()
{
    QVERIFY(described(state(R"("Type": "Succeed")")).quotas.empty());
    const QByteArray data(asl::quotas::payloadBytes - 10, 'x');
    const asl::Description large = described(state((R"("Type": "Pass", "Result": ")" + data + R"(", "End": true)").constData()));
    QCOMPARE(large.quotas.size(), std::size_t(1));
    QCOMPARE(large.quotas[0].used, asl::quotas::payloadBytes - 8);
    QCOMPARE(large.quotas[0].pointer, std::string("/States/A/Result"));

    const QByteArray map = R"({"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "Items": "{% [1..6000] %}", "End": true,
        "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}})";
    const asl::Description busy = described(map);
    QCOMPARE(busy.quotas.size(), std::size_t(1));
    QCOMPARE(busy.quotas[0].used, std::size_t(2 + 4 + 6000 * 4));
    QCOMPARE(busy.quotas[0].limit, asl::quotas::historyEvents);
    QVERIFY(described(map, asl::MachineType::Express).quotas.empty()); // whose history has no limit
}

QTEST_APPLESS_MAIN(DescriptionTest)
#include "description_test.moc"

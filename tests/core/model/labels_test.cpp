#include "core/model/labels.h"

#include <QtTest>

using namespace asl;

class LabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void conditions_data();
    void conditions();
    void cards_data();
    void cards();
    void edges_data();
    void edges();
};

void LabelsTest::conditions_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<QString>("text");
    QTest::newRow("equal text") << QByteArray(R"({"Variable":"$.com_status","StringEquals":"Success","Next":"A"})") << R"($.com_status == "Success")";
    QTest::newRow("number") << QByteArray(R"({"Variable":"$.n","NumericGreaterThanEquals":1e2})") << "$.n >= 1e2";
    QTest::newRow("path") << QByteArray(R"({"Variable":"$.n","NumericLessThanPath":"$.m"})") << "$.n < $.m";
    QTest::newRow("type test") << QByteArray(R"({"Variable":"$.n","IsPresent":true})") << "$.n is present";
    QTest::newRow("type test, false") << QByteArray(R"({"Variable":"$.n","IsNumeric":false})") << "$.n is not a number";
    QTest::newRow("pattern") << QByteArray(R"({"Variable":"$.n","StringMatches":"a*"})") << R"($.n matches "a*")";
    QTest::newRow("boolean") << QByteArray(R"({"BooleanEquals":true,"Variable":"$.b"})") << "$.b == true";
    QTest::newRow("not") << QByteArray(R"({"Not":{"Variable":"$.b","IsNull":true}})") << "not ($.b is null)";
    QTest::newRow("and") << QByteArray(R"({"And":[{"Variable":"$.a","IsPresent":true},{"Variable":"$.a","NumericEquals":1}]})") << "$.a is present and $.a == 1";
    QTest::newRow("or in and in or")
        << QByteArray(R"({"Or":[{"Variable":"$.a","IsNull":true},{"And":[{"Variable":"$.b","IsNull":true},{"Or":[{"Variable":"$.c","IsNull":true},{"Variable":"$.d","IsNull":true}]}]}]})")
        << "$.a is null or ($.b is null and ($.c is null or $.d is null))";
    QTest::newRow("and in not") << QByteArray(R"({"Not":{"And":[{"Variable":"$.a","IsNull":true},{"Variable":"$.b","IsNull":true}]}})") << "not ($.a is null and $.b is null)";
    QTest::newRow("list of one") << QByteArray(R"({"And":[{"Or":[{"Variable":"$.a","IsNull":true}]}]})") << "$.a is null";
    QTest::newRow("JSONata") << QByteArray(R"({"Condition":"{% $states.input.n > 1 %}"})") << "$states.input.n > 1";
    QTest::newRow("JSONata, constant") << QByteArray(R"({"Condition":true})") << "true";
    QTest::newRow("nothing yet") << QByteArray("{}") << "";
    QTest::newRow("no test yet") << QByteArray(R"({"Variable":"$.a"})") << "$.a";
    QTest::newRow("empty list") << QByteArray(R"({"And":[]})") << "";
    QTest::newRow("wrong kinds") << QByteArray(R"({"And":[1,"x",{"Not":3}]})") << " and  and not ()";
}

void LabelsTest::conditions()
{
    QFETCH(QByteArray, rule);
    const SyntaxTree tree = SyntaxTree::parse(rule.toStdString());
    QTEST(QString::fromStdString(conditionText(tree, tree.root())), "text");
}

void LabelsTest::cards_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QString>("title");
    const auto task = [](const char* resource) { return QByteArray(R"("Type":"Task","Resource":")") + resource + '"'; };
    QTest::newRow("integration") << task("arn:aws:states:::lambda:invoke") << "Lambda: Invoke";
    QTest::newRow("function") << task("arn:aws:lambda:eu-west-1:1:function:f") << "Lambda: Invoke";
    QTest::newRow("callback") << task("arn:aws:states:::sqs:sendMessage.waitForTaskToken") << "SQS: SendMessage";
    QTest::newRow("SDK") << task("arn:aws:states:::aws-sdk:dynamodb:putItem") << "DynamoDB: PutItem";
    QTest::newRow("unknown service") << task("arn:aws:states:::aws-sdk:newthing:doIt") << "newthing: DoIt";
    QTest::newRow("HTTP") << task("arn:aws:states:::http:invoke") << "HTTP: Call endpoint";
    QTest::newRow("activity") << task("arn:aws:states:eu-west-1:1:activity:approve") << "Activity: approve";
    QTest::newRow("token") << task("${FunctionArn}") << "Task state";
    QTest::newRow("no resource") << QByteArray(R"("Type":"Task")") << "Task state";
    QTest::newRow("wait") << QByteArray(R"("Type":"Wait","Seconds":1)") << "Wait state · 1 s";
    QTest::newRow("wait, path") << QByteArray(R"("Type":"Wait","SecondsPath":"$.s")") << "Wait state · $.s s";
    QTest::newRow("wait until") << QByteArray(R"("Type":"Wait","TimestampPath":"$.sendAt")") << "Wait state · until $.sendAt";
    QTest::newRow("wait, expression") << QByteArray(R"("Type":"Wait","Timestamp":"{% $at %}")") << "Wait state · until $at";
    QTest::newRow("wait, nothing yet") << QByteArray(R"("Type":"Wait")") << "Wait state";
    QTest::newRow("map") << QByteArray(R"("Type":"Map","MaxConcurrency":0)") << "Map state";
    QTest::newRow("map, one") << QByteArray(R"("Type":"Map","MaxConcurrency":1)") << "Map state · one at a time";
    QTest::newRow("map, several") << QByteArray(R"("Type":"Map","MaxConcurrency":5)") << "Map state · 5 at a time";
    const QByteArray distributed = R"("Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED"}})";
    QTest::newRow("distributed") << distributed << "Map: JSON payload";
    QTest::newRow("distributed, objects") << distributed + R"(,"ItemReader":{"Resource":"arn:aws:states:::s3:listObjectsV2"})" << "Map: S3 objects";
    QTest::newRow("distributed, CSV") << distributed + R"(,"ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"CSV"}})" << "Map: CSV file in S3";
    QTest::newRow("distributed, inventory") << distributed + R"(,"ItemReader":{"ReaderConfig":{"ManifestType":"S3_INVENTORY"}})" << "Map: S3 inventory";
    QTest::newRow("parallel") << QByteArray(R"("Type":"Parallel")") << "Parallel state";
    QTest::newRow("unknown type") << QByteArray(R"("Type":"Loop")") << "State";
}

void LabelsTest::cards()
{
    QFETCH(QByteArray, state);
    const SyntaxTree tree = SyntaxTree::parse(R"({"States":{"A":{)" + state.toStdString() + "}}}");
    const StateMachine machine = StateMachine::read(tree);
    QTEST(QString::fromStdString(english(cardTitle(tree, machine, 0))), "title");
}

void LabelsTest::edges_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("description");
    const auto rule = [](const char* text) { return QByteArray(R"("Type":"Choice","Choices":[)") + text + "]"; };
    QTest::newRow("condition") << rule(R"({"Variable":"$.a","IsNull":true})") << "$.a is null" << "$.a is null";
    QTest::newRow("comment") << rule(R"({"Comment":"late","Variable":"$.a","IsNull":true})") << "late" << "late ($.a is null)";
    QTest::newRow("empty rule") << rule("{}") << "Rule #1" << "Rule #1";
    QTest::newRow("default") << QByteArray(R"("Type":"Choice","Default":"A")") << "Default" << "Default";
    const auto caught = [](const char* text) { return QByteArray(R"("Type":"Task","End":true,"Catch":[{"ErrorEquals":)") + text + "}]"; };
    QTest::newRow("one error") << caught(R"(["CardDeclined"])") << "CardDeclined" << "CardDeclined";
    QTest::newRow("many errors") << caught(R"(["A","B","C","D"])") << "A, B +2" << "A, B, C, D";
    QTest::newRow("no error yet") << caught("[]") << "Catch #1" << "Catch #1";
    QTest::newRow("next") << QByteArray(R"("Type":"Pass","Next":"A")") << "" << "";
}

void LabelsTest::edges()
{
    QFETCH(QByteArray, state);
    const SyntaxTree tree = SyntaxTree::parse(R"({"States":{"A":{)" + state.toStdString() + "}}}");
    const StateMachine machine = StateMachine::read(tree);
    const Transition& last = machine.transitions().back();
    QTEST(QString::fromStdString(english(transitionLabel(tree, last))), "label");
    QTEST(QString::fromStdString(english(transitionDescription(tree, last))), "description");
}

QTEST_APPLESS_MAIN(LabelsTest)
#include "labels_test.moc"

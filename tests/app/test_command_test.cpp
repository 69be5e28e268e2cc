// stepwright-cli test: formats, exit statuses, messages; and what `run` does with a mock file and its options.

#include "tests/app/command_fixture.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

namespace {

using fixture::Answer;

constexpr const char* definition = R"({"StartAt": "Call", "States": {
  "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$"},
           "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Bad"}], "Next": "Pause"},
  "Pause": {"Type": "Wait", "Seconds": 1, "End": true},
  "Bad": {"Type": "Fail", "Error": "Bad", "Cause": "<&>\u0007\ud83d\ude00"}
}})";
constexpr const char* mocks = R"({"StateMachines": {"orders": {"TestCases": {
  "Good": {"Call": "Ok", "Input": {"n": 1}, "Expect": {"Output": {"ok": true}}},
  "FAILS": {"Call": "No"},
  "Wrong": {"Call": "Ok", "Expect": {"Output": {"ok": false}}},
  "Unmocked": {}
}}}, "MockedResponses": {"Ok": {"0": {"Return": {"ok": true}}}, "No": {"0": {"Throw": {"Error": "X", "Cause": "x"}}}}})";

} // namespace

class TestCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statusAndMessage_data();
    void statusAndMessage();
    void json();
    void oddMocksAreTold();
    void coverageAsJson();
    void junit();
    void valuesReplaceTokens();
    void runTakesTheInputOfTheCase();
    void runOptions_data();
    void runOptions();
    void realTimeWaits();

private:
    QString file(const char* name, const QByteArray& content) { return fixture::write(m_folder, name, content); }
    Answer run(const QString& line) const { return fixture::run(line.split(u' ', Qt::SkipEmptyParts), {}, m_folder.path()); }

    QTemporaryDir m_folder;
};

void TestCommandTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    file("orders.asl.json", definition);
    file("mocks.json", QByteArray(mocks).replace("FAILS", "Fails <&\\\">"));
    file("broken.json", "{\"StateMachines\": {},\n \"MockedResponses\": {\"R\": {\"1\": {\"Return\": 1}}}}");
    file("half.json", "{\n  \"StateMachines\": {");
    file("token.asl.json", R"({"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "${Function}", "End": true}}})");
    file("token-mocks.json", R"({"StateMachines": {"T": {"TestCases": {"C": {"Call": "Ok"}}}}, "MockedResponses": {"Ok": {"0": {"Return": 1}}}})");
    file("values.json", R"({"Function": "arn:aws:lambda:us-east-1:111111111111:function:f"})");
    file("invalid.asl.json", R"({"StartAt": "Nope", "States": {}})");
    file("tasks.json", R"([{"state": "Call", "return": 1}])");
    file("bad-tasks.json", "[{\"state\": \"Call\", \"return\": 1},\n {\"return\": 2}]");
    file("context.json", R"({"Execution": {"Name": "mine"}})");
    file("naming.asl.json", R"x({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"name.$": "$$.Execution.Name", "start.$": "$$.Execution.StartTime", "machine.$": "$$.StateMachine.Name", "random.$": "States.UUID()"}, "End": true}}})x");
    file("chain.asl.json", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}})");
}

void TestCommandTest::statusAndMessage_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("output");   ///< must stand in standard output
    QTest::addColumn<QByteArray>("messages"); ///< must stand in standard error
    const auto row = [](const char* line, int status, const char* output, const char* messages = "") {
        QTest::newRow(line) << status << QByteArray(output) << QByteArray(messages);
    };
    row("test --help", 0, "stands for any one value");
    row("test orders.asl.json", 2, "", "test takes one FILE and --mocks FILE");
    row("test --mocks mocks.json", 2, "", "test takes one FILE and --mocks FILE");
    row("test orders.asl.json --mocks nowhere.json", 2, "", "nowhere.json: there is no such file");
    row("test nowhere.asl.json --mocks mocks.json", 2, "", "nowhere.asl.json: there is no such file");
    row("test orders.asl.json --mocks half.json", 2, "", "half.json:2:");
    row("test orders.asl.json --mocks broken.json", 2, "", "broken.json:2:22: Mocked response \"R\" leaves out invocation 0");
    row("test invalid.asl.json --mocks mocks.json", 2, "", "invalid.asl.json:1:2: \"StartAt\" must name a state");
    row("test orders.asl.json --mocks mocks.json --format xml", 2, "", "--format xml: it is text, json or junit");
    row("test orders.asl.json --mocks mocks.json --type FAST", 2, "", "STANDARD or EXPRESS");
    row("test orders.asl.json --mocks mocks.json --case Nope", 2, "", "has no test case \"Nope\", only: Good, Fails <&\">, Wrong, Unmocked");
    row("test - --mocks -", 2, "", "standard input is read once");
    row("test orders.asl.json --mocks mocks.json", 1, "mocks.json:2:3: orders/Good: passed");
    row("test orders.asl.json --mocks mocks.json --case Good", 0, "1 test case: 1 passed, 0 failed, 0 in error");
    row("test orders.asl.json --mocks mocks.json --case orders/Wrong", 1, "Output /ok: expected false, but it is true");
    row("test orders.asl.json --mocks mocks.json --case Unmocked", 1, "mocks no response for it");
    row("test orders.asl.json --mocks mocks.json --case Good --coverage", 0, "states        2 of 3 (66 %)");
    row("test orders.asl.json --mocks mocks.json --case Good --coverage ", 0, "orders.asl.json:5:3: State \"Bad\"");
    row("test token.asl.json --mocks token-mocks.json", 2, "", "${Function}");
    row("run orders.asl.json --tasks bad-tasks.json", 2, "", "bad-tasks.json:2:2: Entry 2 of the outcomes needs \"state\"");
    row("run orders.asl.json --mocks broken.json", 2, "", "broken.json:2:22: ");
    row("run orders.asl.json --mocks mocks.json", 2, "", "mocks.json: Choose one of the test cases of the mock file: orders/Good");
    row("run orders.asl.json --mocks mocks.json#orders/Unmocked", 2, "", "Nothing answers attempt 1 of state \"Call\"");
    row("run orders.asl.json --mocks mocks.json#Good --tasks tasks.json", 2, "", "either --tasks or --mocks");
    row("run - --input -", 2, "", "standard input is read once");
    row("run orders.asl.json --now yesterday", 2, "", "--now needs a time like");
    row("run orders.asl.json --seed x", 2, "", "--seed needs a whole number");
    row("run orders.asl.json --context tasks.json", 2, "", "--context needs a file with an object");
    row("run orders.asl.json --values tasks.json", 2, "", "tasks.json must hold an object");
}

void TestCommandTest::statusAndMessage()
{
    QFETCH(int, status);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, messages);
    const Answer answer = run(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY2(answer.output.contains(output), answer.output + answer.messages);
    QVERIFY2(answer.messages.contains(messages), answer.output + answer.messages);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.messages.isEmpty(), status != 2);
}

void TestCommandTest::oddMocksAreTold()
{
    file("odd.json", R"({"StateMachines": {"orders": {"TestCases": {"Odd": {"Call": "Odd"}}}},
        "MockedResponses": {"Odd": {"0": {"Return": {"StatusCode": "200"}}}}})");
    for (const char* line : {"test orders.asl.json --mocks odd.json", "run orders.asl.json --mocks odd.json"}) {
        const Answer answer = run(QString::fromUtf8(line));
        QVERIFY2(answer.messages.contains("warning: "), answer.messages);
        QVERIFY2(answer.messages.contains("attempt 1 of state \"Call\" is not what the service answers: Field 'StatusCode' must be a number."), answer.messages);
        QCOMPARE(answer.status, 0);
    }
}

void TestCommandTest::json()
{
    const QJsonObject report = QJsonDocument::fromJson(run(QStringLiteral("test orders.asl.json --mocks mocks.json --format json")).output).object();
    QCOMPARE(report.value(u"passed").toInt(), 1);
    QCOMPARE(report.value(u"failed").toInt(), 2);
    QCOMPARE(report.value(u"errors").toInt(), 1);
    QVERIFY(!report.contains(u"coverage"));
    const QJsonObject wrong = report.value(u"cases").toArray().at(2).toObject();
    QCOMPARE(wrong.value(u"name").toString(), QStringLiteral("Wrong"));
    QCOMPARE(wrong.value(u"verdict").toString(), QStringLiteral("failed"));
    QCOMPARE(wrong.value(u"line").toInt(), 4);
    QCOMPARE(wrong.value(u"status").toString(), QStringLiteral("SUCCEEDED"));
    QCOMPARE(wrong.value(u"path").toArray(), QJsonArray({QStringLiteral("Call"), QStringLiteral("Pause")}));
    const QJsonObject mismatch = wrong.value(u"mismatches").toArray().at(0).toObject();
    QCOMPARE(mismatch.value(u"pointer").toString(), QStringLiteral("/ok"));
    QCOMPARE(mismatch.value(u"expected").toBool(true), false);
    QCOMPARE(mismatch.value(u"actual").toBool(false), true);
}

void TestCommandTest::coverageAsJson()
{
    const Answer answer = run(QStringLiteral("test orders.asl.json --mocks mocks.json --format json --coverage"));
    const QJsonObject coverage = QJsonDocument::fromJson(answer.output).object().value(u"coverage").toObject();
    for (const char* kind : {"states", "transitions", "choiceRules", "catchers", "retriers"})
        QVERIFY2(coverage.contains(QLatin1String(kind)), kind);
    const QJsonObject catchers = coverage.value(u"catchers").toObject();
    QCOMPARE(catchers.value(u"covered").toInt(), 1);
    QCOMPARE(catchers.value(u"total").toInt(), 1);
    QCOMPARE(catchers.value(u"items").toArray().at(0).toObject().value(u"pointer").toString(), QStringLiteral("/States/Call/Catch/0"));
}

void TestCommandTest::junit()
{
    const Answer answer = run(QStringLiteral("test orders.asl.json --mocks mocks.json --format junit --coverage"));
    QCOMPARE(answer.status, 1);
    QXmlStreamReader xml(answer.output);
    QStringList cases;
    int failures = 0;
    int errors = 0;
    QString text;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == u"testsuite") {
            QCOMPARE(xml.attributes().value(QStringLiteral("tests")).toInt(), 4);
            QCOMPARE(xml.attributes().value(QStringLiteral("failures")).toInt(), 2);
            QCOMPARE(xml.attributes().value(QStringLiteral("errors")).toInt(), 1);
        }
        if (xml.isStartElement() && xml.name() == u"testcase")
            cases << xml.attributes().value(QStringLiteral("name")).toString();
        failures += xml.isStartElement() && xml.name() == u"failure";
        errors += xml.isStartElement() && xml.name() == u"error";
        if (xml.isCharacters())
            text += xml.text();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(cases, QStringList({QStringLiteral("Good"), QStringLiteral("Fails <&\">"), QStringLiteral("Wrong"), QStringLiteral("Unmocked")}));
    QCOMPARE(failures, 2);
    QCOMPARE(errors, 1);
    // A bell has no place in XML.
    QVERIFY2(text.contains(QString::fromUtf8("Bad: <&>\uFFFD\U0001F600")), qPrintable(text));
}

void TestCommandTest::valuesReplaceTokens()
{
    const Answer answer = run(QStringLiteral("test token.asl.json --mocks token-mocks.json --values values.json"));
    QCOMPARE(answer.messages, QByteArray());
    QCOMPARE(answer.status, 0);
}

void TestCommandTest::runTakesTheInputOfTheCase()
{
    const Answer answer = run(QStringLiteral("run orders.asl.json --mocks mocks.json#orders/Good --trace -"));
    QCOMPARE(answer.status, 0);
    const QList<QByteArray> lines = answer.output.split('\n');
    const QJsonObject first = QJsonDocument::fromJson(lines.at(0)).object();
    QCOMPARE(first.value(u"state").toString(), QStringLiteral("Call"));
    QCOMPARE(first.value(u"input").toObject(), QJsonObject({{QStringLiteral("n"), 1}}));
    for (const char* stage : {"afterInputPath", "afterParameters", "result", "afterResultSelector", "afterResultPath", "output"})
        QVERIFY2(first.contains(QLatin1String(stage)), stage);
    QCOMPARE(first.value(u"nextState").toString(), QStringLiteral("Pause"));
    QCOMPARE(QJsonDocument::fromJson(lines.at(1)).object().value(u"state").toString(), QStringLiteral("Pause"));
    QCOMPARE(QJsonDocument::fromJson(lines.at(2)).object().value(u"status").toString(), QStringLiteral("SUCCEEDED"));
}

void TestCommandTest::runOptions_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("output");
    const auto row = [](const char* line, int status, const char* output) { QTest::newRow(line) << status << QByteArray(output); };
    row("run naming.asl.json --context context.json", 0, R"("name": "mine")");
    row("run naming.asl.json", 0, R"("machine": "naming")");
    row("run naming.asl.json --now 2030-05-06T07:08:09.123Z", 0, R"("start": "2030-05-06T07:08:09.123Z")");
    row("run chain.asl.json --stop-after-event 3", 1, R"({"status": "ABORTED"})");
    row("run chain.asl.json --max-events 3", 1, R"("status": "FAILED")");
    row("run chain.asl.json --max-events 3 --type EXPRESS", 0, R"("status": "SUCCEEDED")");
    row("run chain.asl.json --history -", 0, R"("type": "PassStateEntered")");
}

void TestCommandTest::runOptions()
{
    QFETCH(int, status);
    QFETCH(QByteArray, output);
    const QString line = QString::fromUtf8(QTest::currentDataTag());
    const Answer answer = run(line);
    QVERIFY2(answer.output.contains(output), answer.output + answer.messages);
    QCOMPARE(answer.status, status);
    // Seed and clock make a run repeatable.
    const QString fixed = line + (line.contains(u"--now") ? QString() : QStringLiteral(" --now 2026-03-01T10:00:00Z")) + QStringLiteral(" --seed 7");
    QCOMPARE(run(fixed).output, run(fixed).output);
}

void TestCommandTest::realTimeWaits()
{
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(run(QStringLiteral("run orders.asl.json --tasks tasks.json --real-time")).status, 0);
    QVERIFY(clock.elapsed() >= 1'000);
}

QTEST_GUILESS_MAIN(TestCommandTest)
#include "test_command_test.moc"

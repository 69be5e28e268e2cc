// compile(): what stands in the way of running a definition is named with its place.

#include "tests/core/execution/execution_fixture.h"

#include <QTest>

using namespace asl;

class CompileTest : public QObject
{
    Q_OBJECT

private slots:
    void problems_data();
    void problems();
    void tokens();
};

void CompileTest::problems_data()
{
    QTest::addColumn<QString>("definition"); // « and » mark the place
    QTest::addColumn<CompileProblem::Kind>("kind");
    using Kind = CompileProblem::Kind;
    QTest::newRow("broken text") << R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": «»}}})" << Kind::Invalid;
    QTest::newRow("no object") << "«[]»" << Kind::Invalid;
    QTest::newRow("start") << R"({«"StartAt": "B"», "States": {"A": {"Type": "Pass", "End": true}}})" << Kind::Invalid;
    QTest::newRow("target") << R"({"StartAt": "A", "States": {"A": {"Type": "Pass", «"Next": "B"»}}})" << Kind::Invalid;
    QTest::newRow("no way on") << R"({"StartAt": "A", "States": {«"A": {"Type": "Pass"}»}})" << Kind::Invalid;
    QTest::newRow("type") << R"({"StartAt": "A", "States": {«"A": {"Type": "Pss", "End": true}»}})" << Kind::Invalid;
    QTest::newRow("path") << R"({"StartAt": "A", "States": {"A": {"Type": "Pass", «"InputPath": "$.["», "End": true}}})" << Kind::Invalid;
    QTest::newRow("resource") << R"({"StartAt": "A", "States": {«"A": {"Type": "Task", "End": true}»}})" << Kind::Invalid;
    QTest::newRow("rule") << R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [«{"Variable": "$.x", "Next": "A"}»]}}})" << Kind::Invalid;
    QTest::newRow("number") << R"({"StartAt": "A", "States": {"A": {"Type": "Wait", «"Seconds": "x"», "End": true}}})" << Kind::Invalid;
    QTest::newRow("timestamp") << R"({"StartAt": "A", "States": {"A": {"Type": "Wait", «"Timestamp": "today"», "End": true}}})" << Kind::Invalid;
    QTest::newRow("token") << R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": «${Pause}», "End": true}}})" << Kind::MissingToken;
    QTest::newRow("token in a text") << R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:«${Name}»", "End": true}}})" << Kind::MissingToken;
    QTest::newRow("items of a file, where no folder stands for S3") << R"({"StartAt": "A", "States": {"A": {"Type": "Map", «"ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"}}», "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}, "End": true}}})" << Kind::Unsupported;
}

void CompileTest::problems()
{
    QFETCH(QString, definition);
    QFETCH(CompileProblem::Kind, kind);
    std::string text = definition.toStdString();
    const std::string open = "«";
    const std::string close = "»";
    TextRange range;
    range.begin = text.find(open);
    text.erase(range.begin, open.size());
    range.end = text.find(close);
    text.erase(range.end, close.size());
    const Compilation compilation = fixture::compiled(text);
    QVERIFY(!compilation.program);
    QVERIFY(!compilation.problems.empty());
    const CompileProblem& problem = compilation.problems.front();
    QCOMPARE(problem.kind, kind);
    if (range.size() > 0) {
        // The place is the member; a marked value lies in it.
        QVERIFY2(problem.range.end == range.end || range.contains(problem.range), english(problem.message).c_str());
        QVERIFY(problem.range.begin <= range.begin);
    }
    QVERIFY(!english(problem.message).empty());
}

void CompileTest::tokens()
{
    const std::string text = R"({"StartAt": "A", "Comment": "${Unused}", "States": {"A": {"Type": "Wait", "Seconds": ${Pause}, "Next": "B"},
        "B": {"Type": "Pass", "Result": {"who": "Mr ${Name}", "n": ${N}}, "End": true}}})";
    const Compilation without = fixture::compiled(text);
    std::vector<std::string> missing;
    for (const CompileProblem& problem : without.problems)
        missing.push_back(problem.token);
    QCOMPARE(missing, (std::vector<std::string>{"Pause", "Name", "N"}));

    const data::TokenValues values = {{"Pause", Data::integer(3)}, {"Name", Data::string("Ito")}, {"N", Data::array({})}};
    CompileOptions options;
    options.tokens = &values;
    const Compilation with = fixture::compiled(text, options);
    QVERIFY(with.program);
    Timeline timeline(with.program, RunOptions());
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    drive(timeline, *outcomes);
    QCOMPARE(data::toJson(*timeline.view()->output), std::string(R"({"who":"Mr Ito","n":[]})"));
}

QTEST_APPLESS_MAIN(CompileTest)
#include "compile_test.moc"

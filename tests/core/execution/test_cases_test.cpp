// Test cases of mock files: what belongs to a definition, what is expected, what was covered, and what a trace tells.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/coverage.h"
#include "core/execution/test_cases.h"
#include "core/execution/trace.h"

#include <QTest>

using namespace asl;

namespace {

const std::string orders = R"({"StartAt": "Charge", "States": {
    "Charge": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "ResultPath": "$.paid",
               "Retry": [{"ErrorEquals": ["Busy"]}, {"ErrorEquals": ["Other"]}],
               "Catch": [{"ErrorEquals": ["Declined"], "Next": "Sorry"}, {"ErrorEquals": ["States.ALL"], "Next": "Broken"}], "Next": "Large?"},
    "Large?": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 9, "Next": "Tell"}], "Default": "Done"},
    "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true},
    "Sorry": {"Type": "Pass", "Next": "Done"},
    "Broken": {"Type": "Fail", "Error": "Broken", "Cause": "50 * broken"},
    "Done": {"Type": "Succeed"}}})";

std::string mocksWith(const std::string& machines)
{
    return R"({"StateMachines": )" + machines + R"(, "MockedResponses": {
        "Ok": {"0": {"Return": 1}}, "Told": {"0": {"Return": {"id": "m", "more": [1, 2, 3]}}},
        "Busy": {"0-1": {"Throw": {"Error": "Busy", "Cause": "b"}}, "2": {"Return": 1}},
        "No": {"0": {"Throw": {"Error": "Declined", "Cause": "no"}}}, "Bang": {"0": {"Throw": {"Error": "Bang", "Cause": "bang"}}}}})";
}

TestCaseResult resultOf(const std::string& definition, const std::string& testCase)
{
    const auto file = MockFile::read(mocksWith(R"({"M": {"TestCases": {"C": )" + testCase + "}}}"));
    if (!file)
        qFatal("%s", english(file.error().message).c_str());
    RunOptions options;
    options.now = fixture::start;
    return runTestCase(fixture::compiled(definition).program, *file, file->testCases.front(), options);
}

} // namespace

class TestCasesTest : public QObject
{
    Q_OBJECT

private slots:
    void verdicts_data();
    void verdicts();
    void differences_data();
    void differences();
    void casesThatBelong_data();
    void casesThatBelong();
    void mistakesHaveAPlace_data();
    void mistakesHaveAPlace();
    void answersAreOnOfferAgainAfterGoingBack();
    void coverageCounts();
    void coverageAddsUp();
    void everyFixtureIsCoveredByItsVisits();
    void traceTellsEveryStage_data();
    void traceTellsEveryStage();
    void variablesReachWhereTheyAreSeen();
};

void TestCasesTest::verdicts_data()
{
    QTest::addColumn<QString>("testCase");
    QTest::addColumn<QString>("said"); ///< the first reason; empty: passed
    const auto row = [](const char* name, const char* testCase, const char* said = "") { QTest::newRow(name) << QString::fromUtf8(testCase) << QString::fromUtf8(said); };
    row("no expectation, success", R"({"Charge": "Ok", "Input": {"n": 1}})");
    row("no expectation, failure", R"({"Charge": "Bang"})", R"(Status: expected "SUCCEEDED", but it is "FAILED")");
    row("what a catcher puts out", R"({"Charge": "No", "Expect": {"Output": {"Error": "Declined"}}})", R"(Output /Cause: nothing was expected, but it is "no")");
    row("status", R"({"Charge": "Bang", "Expect": {"Status": "FAILED"}})");
    row("another status", R"({"Charge": "Ok", "Input": {"n": 1}, "Expect": {"Status": "TIMED_OUT"}})", R"(Status: expected "TIMED_OUT", but it is "SUCCEEDED")");
    row("error implies no success", R"({"Charge": "Bang", "Expect": {"Error": "Broken"}})");
    row("error and cause with stars", R"({"Charge": "Bang", "Expect": {"Error": "B*n", "Cause": "50 \\* br*"}})");
    row("another error", R"({"Charge": "Bang", "Expect": {"Error": "Bang"}})", R"(Error: expected "Bang", but it is "Broken")");
    row("an error where there is none", R"({"Charge": "Ok", "Input": {"n": 1}, "Expect": {"Error": "*"}})", R"(Error: expected "*", but there is none)");
    row("output", R"({"Charge": "Ok", "Input": {"n": 1}, "Expect": {"Output": {"paid": 1.0, "n": 1}}})");
    row("output, small letter", R"({"Charge": "Ok", "Input": {"n": 1}, "Expect": {"output": {"n": 1}}})", "Output /paid: nothing was expected, but it is 1");
    row("output of a failure", R"({"Charge": "Bang", "Expect": {"Status": "FAILED", "Output": "*"}})", R"(Output: expected "*", but there is none)");
    row("path", R"({"Charge": "Ok", "Input": {"n": 1}, "Expect": {"Path": ["Charge", "Large?", "Done"]}})");
    row("path with stars", R"({"Charge": "Ok", "Input": {"n": 1}, "Expect": {"Path": ["*", "**", "Done"]}})");
    row("another path", R"({"Charge": "Ok", "Input": {"n": 1}, "Expect": {"Path": ["Charge", "Done"]}})",
        R"(Path: expected ["Charge","Done"], but it is ["Charge","Large?","Done"])");
    row("a retry takes the next answer", R"({"Charge": "Busy", "Input": {"n": 1}})");
    row("a state without a mock", R"({"Charge": "Ok", "Input": {"n": 10}})", R"(Task state "Tell" was reached, but test case "C" mocks no response for it.)");
    row("a mock of no Task", R"({"Charge": "Ok", "Done": "Ok"})", R"(Test case "C" mocks "Done", which is no Task state of the definition.)");
}

void TestCasesTest::verdicts()
{
    QFETCH(QString, testCase);
    QFETCH(QString, said);
    const TestCaseResult result = resultOf(orders, testCase.toStdString());
    const std::string reason = result.error ? english(*result.error) : result.mismatches.empty() ? "" : english(asl::said(result.mismatches.front()));
    QCOMPARE(QString::fromStdString(reason), said);
    QCOMPARE(result.verdict() == TestCaseResult::Verdict::Passed, said.isEmpty());
}

void TestCasesTest::differences_data()
{
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("pointer"); ///< "=": none
    const auto row = [](const char* expected, const char* actual, const char* pointer) {
        QTest::addRow("%s and %s", expected, actual) << QString::fromUtf8(expected) << QString::fromUtf8(actual) << QString::fromUtf8(pointer);
    };
    row("1", "1.0", "=");
    row("1", "\"1\"", "");
    row(R"({"a": 1, "b": 2})", R"({"b": 2, "a": 1})", "=");
    row(R"({"a": {"b/c": [1, 2]}})", R"({"a": {"b/c": [1, 3]}})", "/a/b~1c/1");
    row(R"({"a": 1})", R"({"a": 1, "b": 2})", "/b");
    row(R"({"a": 1, "*": "*"})", R"({"a": 1, "b": 2})", "=");
    row(R"({"a": 1, "*": 2})", R"({"a": 1, "b": 2, "c": 3})", "/c");
    row(R"({"a": "*"})", "{}", "/a");
    row(R"("*")", "null", "=");
    row(R"("*x")", R"("ax")", "");
    row(R"([1])", "[1, 2]", "/1");
    row(R"([1, 2])", "[1]", "/1");
    row(R"([1, "**"])", "[1, 2, 3]", "=");
    row(R"(["**", 3])", "[1, 2, 3]", "=");
    row(R"(["**", 2, "**", 3, "**"])", "[2, 2, 1, 3]", "=");
    row(R"(["**", 1, 2])", "[1, 1, 2, 1]", "");
    row(R"(["**"])", "[]", "=");
    row(R"(["*", "**"])", "[]", "");
    row(R"([{"id": "*"}, "**"])", R"([{"id": 7}, 8])", "=");
    row("[]", "{}", "");
}

void TestCasesTest::differences()
{
    QFETCH(QString, expected);
    QFETCH(QString, actual);
    QFETCH(QString, pointer);
    const auto difference = firstDifference(fixture::json(expected.toStdString()), fixture::json(actual.toStdString()));
    QCOMPARE(difference ? QString::fromStdString(difference->pointer) : QStringLiteral("="), pointer);
}

void TestCasesTest::casesThatBelong_data()
{
    QTest::addColumn<QString>("machines");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("selector");
    QTest::addColumn<QString>("cases"); ///< or how the message begins
    const QString two = QStringLiteral(R"({"A": {"TestCases": {"X": {"Charge": "Ok"}, "Y": {}}}, "B": {"TestCases": {"X": {"Nobody": "Ok"}}}})");
    const QString one = QStringLiteral(R"({"Only": {"TestCases": {"X": {"Charge": "Ok"}, "Y": {}}}})");
    QTest::newRow("by the machine's name") << two << "B" << "" << "B/X";
    QTest::newRow("all of it") << two << "A" << "" << "A/X A/Y";
    QTest::newRow("one of it") << two << "A" << "Y" << "A/Y";
    QTest::newRow("one of another") << two << "A" << "B/X" << "B/X";
    QTest::newRow("the only machine") << one << "orders" << "" << "Only/X Only/Y";
    QTest::newRow("the only machine that fits") << two << "orders" << "X" << "A/X";
    QTest::newRow("no such case") << one << "orders" << "Z" << R"(State machine "Only" of the mock file has no test case "Z", only: X, Y)";
    QTest::newRow("several machines fit") << R"({"A": {"TestCases": {"X": {}}}, "B": {"TestCases": {"X": {}}}})" << "orders" << ""
                                          << R"(No state machine of the mock file is called "orders", as the definition is. Choose one of its test cases: A/X, B/X)";
    QTest::newRow("no cases") << "{}" << "orders" << "" << "The mock file has no test cases.";
}

void TestCasesTest::casesThatBelong()
{
    QFETCH(QString, machines);
    QFETCH(QString, name);
    QFETCH(QString, selector);
    QFETCH(QString, cases);
    const auto file = MockFile::read(mocksWith(machines.toStdString()));
    QVERIFY(file.hasValue());
    const auto document = Document::open(orders);
    const auto found = testCasesFor(*file, document->snapshot()->machine(), name.toStdString(), selector.toStdString());
    QString said;
    if (!found)
        said = QString::fromStdString(english(found.error().message));
    else
        for (const MockTestCase& testCase : *found)
            said += (said.isEmpty() ? "" : " ") + QString::fromStdString(testCase.machine + "/" + testCase.name);
    QCOMPARE(said, cases);
}

void TestCasesTest::mistakesHaveAPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("marked"); ///< the text at the place
    const auto testCase = [](const char* inside) {
        return QStringLiteral(R"({"StateMachines": {"M": {"TestCases": {"C": %1}}}, "MockedResponses": {"R": {"0": {"Return": 1}}}})").arg(QString::fromUtf8(inside));
    };
    const auto response = [](const char* inside) { return QStringLiteral(R"({"StateMachines": {}, "MockedResponses": {"R": %1}})").arg(QString::fromUtf8(inside)); };
    QTest::newRow("no JSON") << "{\"StateMachines\": x}" << "x";
    QTest::newRow("no object") << "[]" << "[]";
    QTest::newRow("no cases") << R"({"StateMachines": {"M": {}}, "MockedResponses": {}})" << R"("M")";
    QTest::newRow("case is a text") << testCase(R"("R")") << R"("C")";
    QTest::newRow("unknown response") << testCase(R"({"S": "Nope"})") << R"("S")";
    QTest::newRow("no response") << testCase(R"({"S": 7})") << R"("S")";
    QTest::newRow("Expect is a text") << testCase(R"({"Expect": "x"})") << R"("Expect": "x")";
    QTest::newRow("unknown status") << testCase(R"({"Expect": {"Status": "OK"}})") << R"("Status": "OK")";
    QTest::newRow("unknown member") << testCase(R"({"Expect": {"Outptu": 1}})") << R"("Outptu": 1)";
    QTest::newRow("path of numbers") << testCase(R"({"Expect": {"Path": [1]}})") << R"("Path": [1])";
    QTest::newRow("error is a number") << testCase(R"({"Expect": {"Error": 1}})") << R"("Error": 1)";
    QTest::newRow("both") << response(R"({"0": {"Return": 1, "Throw": {}}})") << R"("0")";
    QTest::newRow("gap") << response(R"({"0": {"Return": 1}, "2": {"Return": 1}})") << R"("R")";
    QTest::newRow("does not begin with 0") << response(R"({"1": {"Return": 1}})") << R"("R")";
}

void TestCasesTest::mistakesHaveAPlace()
{
    QFETCH(QString, file);
    QFETCH(QString, marked);
    const std::string text = file.toStdString();
    const auto read = MockFile::read(text);
    QVERIFY(!read.hasValue());
    QVERIFY(read.error().range.has_value());
    const TextRange range = *read.error().range;
    QCOMPARE(QString::fromStdString(text.substr(range.begin, range.end - range.begin)), marked);
}

void TestCasesTest::answersAreOnOfferAgainAfterGoingBack()
{
    const auto file = MockFile::read(mocksWith(R"({"M": {"TestCases": {"C": {"Charge": "Busy"}}}})"));
    MockHandler handler(*file, file->testCases.front());
    const auto fails = [&](TaskId id) {
        TaskRequest request;
        request.id = id;
        request.state = "Charge";
        bool failed = false;
        handler.start(request, [&](TaskId, const TaskOutcome& outcome) { failed = std::holds_alternative<Failure>(outcome); });
        return failed;
    };
    QVERIFY(fails(1));
    QVERIFY(fails(2));
    QVERIFY(!fails(3));
    QVERIFY(fails(2)); // back to the moment before task 2
    QVERIFY(!fails(3));
}

void TestCasesTest::coverageCounts()
{
    const TestCaseResult result = resultOf(orders, R"({"Charge": "Busy", "Input": {"n": 1}})");
    Coverage coverage(result.view->snapshot);
    coverage.add(*result.view);
    const auto counts = [&](CoverageItem::Kind kind) {
        const CoverageCount count = coverage.count(kind);
        return std::to_string(count.covered) + "/" + std::to_string(count.total);
    };
    QCOMPARE(counts(CoverageItem::Kind::State), std::string("3/6"));
    QCOMPARE(counts(CoverageItem::Kind::Transition), std::string("2/7"));
    QCOMPARE(counts(CoverageItem::Kind::ChoiceRule), std::string("0/1"));
    QCOMPARE(counts(CoverageItem::Kind::Catcher), std::string("0/2"));
    QCOMPARE(counts(CoverageItem::Kind::Retrier), std::string("1/2"));
    const Data json = coverageData(coverage);
    const Data& retrier = json.find("retriers")->find("items")->items()[0];
    QCOMPARE(data::toJson(retrier), std::string(R"({"pointer":"/States/Charge/Retry/0","state":"Charge","hits":2})"));
}

void TestCasesTest::coverageAddsUp()
{
    std::optional<Coverage> coverage;
    const ProgramPointer program = fixture::compiled(orders).program;
    const auto file = MockFile::read(mocksWith(R"({"M": {"TestCases": {"1": {"Charge": "Ok", "Tell": "Told", "Input": {"n": 10}},
        "2": {"Charge": "Busy", "Input": {"n": 1}}, "3": {"Charge": "No"}, "4": {"Charge": "Bang"}}}})"));
    for (const MockTestCase& testCase : file->testCases) {
        const TestCaseResult result = runTestCase(program, *file, testCase, {});
        if (!coverage)
            coverage.emplace(result.view->snapshot);
        coverage->add(*result.view);
    }
    for (const CoverageItem& item : coverage->items())
        QVERIFY2(item.hits > 0 || english(coverageTitle(*coverage, item)) == "\"Charge\": retrier 2", english(coverageTitle(*coverage, item)).c_str());
}

void TestCasesTest::everyFixtureIsCoveredByItsVisits()
{
    for (const QString& name : fixture::cases()) {
        const RunViewPointer view = fixture::Run::ofCase(name).finished().view();
        Coverage coverage(view->snapshot);
        coverage.add(*view);
        std::uint64_t states = 0;
        std::uint64_t ways = 0;
        for (const CoverageItem& item : coverage.items()) {
            states += item.kind == CoverageItem::Kind::State ? item.hits : 0;
            ways += item.kind == CoverageItem::Kind::Transition ? item.hits : 0;
        }
        QCOMPARE(states, std::uint64_t(view->visits->size()));
        std::uint64_t left = 0;
        for (const VisitRecord& visit : *view->visits)
            left += visit.left.has_value() && view->snapshot->machine().transition(view->snapshot->machine().find(*visit.left)).reference != noNode;
        QVERIFY2(ways == left, qPrintable(name));
        for (const VisitRecord& visit : *view->visits)
            QVERIFY2((visit.parent == noId) == visit.path.scope.steps.empty(), qPrintable(name));
    }
}

void TestCasesTest::traceTellsEveryStage_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("stages");
    const auto row = [](const char* name, const char* state, const char* stages) { QTest::newRow(name) << QString::fromUtf8(state) << QString::fromUtf8(stages); };
    const char* task = R"("Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true)";
    row("Pass", R"("Type": "Pass", "End": true)", "input afterInputPath afterParameters afterResultSelector afterResultPath");
    row("Pass with Result", R"("Type": "Pass", "Result": 1, "End": true)", "input result afterResultSelector afterResultPath");
    row("Choice", R"("Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "E"}])", "input afterInputPath");
    row("Wait", R"("Type": "Wait", "Seconds": 1, "End": true)", "input afterInputPath");
    QTest::newRow("Task") << QString::fromUtf8(task) << "input afterInputPath afterParameters result afterResultSelector afterResultPath";
    QTest::newRow("Task that fails in Parameters") << QString::fromUtf8(task) + QStringLiteral(R"(, "Parameters": {"x.$": "$.nope"})") << "input afterInputPath";
    QTest::newRow("Task that fails in ResultSelector") << QString::fromUtf8(task) + QStringLiteral(R"(, "ResultSelector": {"x.$": "$.nope"})")
                                                       << "input afterInputPath afterParameters result";
    row("Parallel", R"("Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}], "End": true)",
        "input afterInputPath afterParameters result afterResultSelector afterResultPath");
    row("Map", R"("Type": "Map", "ItemsPath": "$.a", "ItemSelector": {"v.$": "$$.Map.Item.Value"}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true)",
        "input afterInputPath afterItemsPath afterItemSelector result afterResultSelector afterResultPath");
    row("Pass, JSONata", R"("Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "End": true)", "input");
    row("Task, JSONata", R"("Type": "Task", "QueryLanguage": "JSONata", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"a": 1}, "End": true)", "input afterArguments result");
    row("Map, JSONata", R"("Type": "Map", "QueryLanguage": "JSONata", "Items": [1], "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}, "End": true)",
        "input afterItemsPath result");
}

void TestCasesTest::traceTellsEveryStage()
{
    QFETCH(QString, state);
    QFETCH(QString, stages);
    const std::string definition = R"({"StartAt": "A", "States": {"A": {)" + state.toStdString() + R"(}, "E": {"Type": "Succeed"}}})";
    const fixture::Run run = fixture::Run::of(definition, R"({"a": [1, 2]})", R"([{"state": "A", "return": {"r": 1}}])");
    QVERIFY(run.program);
    const Timeline timeline = run.finished();
    const RunView& view = *timeline.view();
    QString names;
    for (const auto& [name, value] : inspectedStages(*view.snapshot, view.visits->front()))
        names += (names.isEmpty() ? "" : " ") + QString::fromStdString(std::string(name));
    QCOMPARE(names, stages);
    const std::string trace = traceJson(view);
    QCOMPARE(std::count(trace.begin(), trace.end(), '\n'), static_cast<std::ptrdiff_t>(view.visits->size()));
    const Data line = fixture::json(trace.substr(0, trace.find('\n')));
    for (const QString& name : names.split(u' '))
        QVERIFY2(line.find(name.toStdString()), qPrintable(name));
}

void TestCasesTest::variablesReachWhereTheyAreSeen()
{
    const fixture::Run run = fixture::Run::of(R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
        "A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "M"},
        "M": {"Type": "Map", "Items": [10, 20], "Assign": {"after": true}, "Next": "Z",
              "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "Assign": {"i": "{% $states.input %}"}, "Next": "J"}, "J": {"Type": "Pass", "End": true}}}},
        "Z": {"Type": "Pass", "Assign": {"x": 2}, "End": true}}})");
    const Timeline timeline = run.finished();
    const RunView& view = *timeline.view();
    VariablesAlong along;
    QStringList seen;
    for (const VisitRecord& visit : *view.visits)
        seen << QString::fromStdString(visit.path.name + data::toJson(along.after(visit, *view.visits)));
    seen.sort();
    QCOMPARE(seen.join(u' '), QStringLiteral(R"(A{"x":1} I{"x":1,"i":10} I{"x":1,"i":20} J{"x":1,"i":10} J{"x":1,"i":20} M{"x":1,"after":true} Z{"x":2,"after":true})"));
}

QTEST_APPLESS_MAIN(TestCasesTest)
#include "test_cases_test.moc"

// Outcomes of tasks from files: recorded ones and mock configurations of Step Functions Local.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/mock_handler.h"

#include <QTest>

using namespace asl;

namespace {

const std::string machine = R"({"StartAt": "Call", "States": {
    "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$"},
             "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 5}], "Next": "Tell"},
    "Tell": {"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "End": true}}})";
const std::string mocks = R"({"StateMachines": {"Orders": {"TestCases": {
    "Happy": {"Call": "Good", "Tell": "Told"}, "Busy": {"Call": "BusyFirst", "Tell": "Told"}, "Partly": {"Call": "Good"}}}},
  "MockedResponses": {
    "Good": {"0": {"Return": {"Payload": 1}}}, "Told": {"0": {"Return": "told"}},
    "BusyFirst": {"0": {"Throw": {"Error": "Busy", "Cause": "a"}}, "1-2": {"Throw": {"Error": "Busy", "Cause": "b"}}, "3": {"Return": 3}}}})";

} // namespace

class TaskHandlerTest : public QObject
{
    Q_OBJECT

private slots:
    void mockedCases_data();
    void mockedCases();
    void stateThatIsNotMockedIsNamed();
    void uncoveredInvocationFails();
    void mockFilesThatAreWrong_data();
    void mockFilesThatAreWrong();
    void testCaseMustBeChosen();
    void echoAnswersWithTheEvent();
    void repeatedAnswer();
    void missingEntryIsNamed();
    void answersAreOnOfferAgainAfterGoingBack();
    void outcomesThatAreWrong_data();
    void outcomesThatAreWrong();
};

void TaskHandlerTest::mockedCases_data()
{
    QTest::addColumn<QString>("testCase");
    QTest::addColumn<int>("attempts");
    QTest::newRow("happy") << "Orders/Happy" << 1;
    QTest::newRow("ranges count invocations") << "Busy" << 4;
}

void TaskHandlerTest::mockedCases()
{
    QFETCH(QString, testCase);
    QFETCH(int, attempts);
    const auto file = MockFile::read(mocks);
    QVERIFY(file.hasValue());
    MockHandler handler(*file, *file->testCase(testCase.toStdString()));
    Timeline timeline = fixture::Run::of(machine).timeline();
    QCOMPARE(drive(timeline, handler), DriveEnd::Ended);
    QCOMPARE(data::toJson(*timeline.view()->output), std::string(R"("told")"));
    QCOMPARE(timeline.view()->visits->front().attempts, static_cast<std::uint32_t>(attempts));
}

void TaskHandlerTest::stateThatIsNotMockedIsNamed()
{
    const auto file = MockFile::read(mocks);
    MockHandler handler(*file, *file->testCase("Partly"));
    Timeline timeline = fixture::Run::of(machine).timeline();
    DriveOptions options;
    options.interrupted = [&] { return handler.unanswered().has_value(); };
    QCOMPARE(drive(timeline, handler, options), DriveEnd::Interrupted);
    QCOMPARE(handler.unanswered()->state, std::string("Tell"));
}

void TaskHandlerTest::uncoveredInvocationFails()
{
    const auto file = MockFile::read(
        R"({"StateMachines": {"M": {"TestCases": {"C": {"Call": "R"}}}}, "MockedResponses": {"R": {"0": {"Throw": {"Error": "Busy", "Cause": ""}}}}})");
    MockHandler handler(*file, *file->testCase(""));
    Timeline timeline = fixture::Run::of(machine).timeline();
    drive(timeline, handler);
    QCOMPARE(timeline.view()->failure->error, std::optional<std::string>("States.Runtime"));
}

void TaskHandlerTest::mockFilesThatAreWrong_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("no object") << "[]";
    QTest::newRow("no responses") << R"({"StateMachines": {}})";
    QTest::newRow("unknown response") << R"({"StateMachines": {"M": {"TestCases": {"C": {"S": "Nope"}}}}, "MockedResponses": {}})";
    QTest::newRow("neither Return nor Throw") << R"({"StateMachines": {}, "MockedResponses": {"R": {"0": {}}}})";
    QTest::newRow("range the wrong way round") << R"({"StateMachines": {}, "MockedResponses": {"R": {"3-1": {"Return": 1}}}})";
    QTest::newRow("Throw is no object") << R"({"StateMachines": {}, "MockedResponses": {"R": {"0": {"Throw": "E"}}}})";
    QTest::newRow("Throw without Error") << R"({"StateMachines": {}, "MockedResponses": {"R": {"0": {"Throw": {"Cause": "c"}}}}})";
    QTest::newRow("Cause is no text") << R"({"StateMachines": {}, "MockedResponses": {"R": {"0": {"Throw": {"Error": "E", "Cause": 1}}}}})";
    QTest::newRow("Return and Throw") << R"({"StateMachines": {}, "MockedResponses": {"R": {"0": {"Return": 1, "Throw": {"Error": "E", "Cause": ""}}}}})";
    QTest::newRow("number that is none") << R"({"StateMachines": {}, "MockedResponses": {"R": {"first": {"Return": 1}}}})";
    QTest::newRow("overlap") << R"({"StateMachines": {}, "MockedResponses": {"R": {"0-2": {"Return": 1}, "2": {"Return": 1}}}})";
}

void TaskHandlerTest::mockFilesThatAreWrong()
{
    QFETCH(QString, json);
    QVERIFY(!MockFile::read(json.toStdString()).hasValue());
}

void TaskHandlerTest::testCaseMustBeChosen()
{
    const auto file = MockFile::read(mocks);
    const auto chosen = file->testCase("");
    QVERIFY(!chosen.hasValue());
    QVERIFY(english(chosen.error().message).find("Orders/Happy") != std::string::npos);
}

void TaskHandlerTest::echoAnswersWithTheEvent()
{
    const Timeline timeline = fixture::Run::of(machine, R"({"n": 1})",
        R"([{"state": "Call", "echo": true}, {"state": "Tell", "echo": true}])").finished();
    QCOMPARE(data::toJson(*timeline.view()->output), std::string(R"({"ExecutedVersion":"$LATEST","Payload":{"n":1},"StatusCode":200})"));
}

void TaskHandlerTest::repeatedAnswer()
{
    const Timeline timeline = fixture::Run::of(machine, "{}",
        R"([{"state": "Call", "throw": {"error": "Busy"}, "repeat": true}])").finished();
    QCOMPARE(timeline.view()->visits->front().attempts, 6U);
    QCOMPARE(timeline.view()->failure->error, std::optional<std::string>("Busy"));
}

void TaskHandlerTest::missingEntryIsNamed()
{
    auto outcomes = RecordedOutcomes::read(fixture::json(R"([{"state": "Call", "return": 1}])"));
    Timeline timeline = fixture::Run::of(machine).timeline();
    DriveOptions options;
    options.interrupted = [&] { return outcomes->unanswered().has_value(); };
    QCOMPARE(drive(timeline, *outcomes, options), DriveEnd::Interrupted);
    QCOMPARE(outcomes->unanswered()->state, std::string("Tell"));
}

void TaskHandlerTest::answersAreOnOfferAgainAfterGoingBack()
{
    auto outcomes = RecordedOutcomes::read(fixture::json(
        R"([{"state": "A", "return": 1}, {"state": "B", "return": 10}, {"state": "A", "return": 2}, {"state": "A", "return": 3}])"));
    QVERIFY(outcomes.hasValue());
    const auto answer = [&](TaskId id, const char* state) {
        std::int64_t value = 0;
        TaskRequest request;
        request.id = id;
        request.state = state;
        outcomes->start(request, [&](TaskId, const TaskOutcome& outcome) { value = std::get<TaskSuccess>(outcome).result.asInteger(); });
        return value;
    };
    QCOMPARE(answer(1, "A"), 1);
    QCOMPARE(answer(2, "B"), 10);
    QCOMPARE(answer(3, "A"), 2);
    QCOMPARE(answer(4, "A"), 3);
    // Back to the moment before task 3, and forward again.
    QCOMPARE(answer(3, "A"), 2);
    QCOMPARE(answer(4, "A"), 3);
    // A new run begins with task 1.
    QCOMPARE(answer(1, "A"), 1);
}

void TaskHandlerTest::outcomesThatAreWrong_data()
{
    QTest::addColumn<QString>("json");
    QTest::newRow("no array") << "{}";
    QTest::newRow("no state") << R"([{"return": 1}])";
    QTest::newRow("both") << R"([{"state": "A", "return": 1, "throw": {}}])";
    QTest::newRow("throw is no object") << R"([{"state": "A", "throw": "E"}])";
    QTest::newRow("iteration") << R"([{"state": "A", "iteration": ["x"], "return": 1}])";
}

void TaskHandlerTest::outcomesThatAreWrong()
{
    QFETCH(QString, json);
    QVERIFY(!RecordedOutcomes::read(fixture::json(json.toStdString())).hasValue());
}

QTEST_APPLESS_MAIN(TaskHandlerTest)
#include "task_handler_test.moc"

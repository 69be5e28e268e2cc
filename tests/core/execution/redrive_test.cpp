// Redrive: an execution that did not succeed goes on from where it stopped.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/run_record.h"

#include <QTest>

using namespace asl;

namespace {

const std::string task = R"("Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage")";

/// "TaskScheduled<6", without times and details.
std::string eventsAfter(const Timeline& timeline, std::size_t first)
{
    std::string text;
    for (std::size_t i = first; i < timeline.events().size(); ++i) {
        const HistoryEvent& event = timeline.events()[i];
        text +=
            (text.empty() ? "" : " ") + std::string(typeName(event.type)) + "<" + std::to_string(event.previousEventId);
    }
    return text;
}

void driveOn(Timeline& timeline, const std::string& tasks)
{
    auto outcomes = RecordedOutcomes::read(fixture::json(tasks));
    drive(timeline, *outcomes);
}

} // namespace

class RedriveTest : public QObject
{
    Q_OBJECT

private slots:
    void goesOnFromWhereItStopped_data();
    void goesOnFromWhereItStopped();
    void finishedBranchesAreNotRunAgain();
    void startedIterationsGoOn();
    void stoppedRunsGoOn();
    void timesStartAnew();
    void contextTellsTheCount();
    void retriesBeginAnew();
    void refusals();
    void isPartOfRecordAndTimeline();
};

void RedriveTest::goesOnFromWhereItStopped_data()
{
    QTest::addColumn<QString>("states");
    QTest::addColumn<QString>("tasks");
    QTest::addColumn<QString>("redriveTasks");
    QTest::addColumn<QString>("output"); ///< empty: it fails again
    QTest::addColumn<QString>("events"); ///< after the first end
    const QString t = QString::fromStdString(task);
    QTest::newRow("Task")
        << QStringLiteral(R"("A": {"Type": "Pass", "Result": 5, "Next": "B"}, "B": {%1, "End": true})").arg(t)
        << QStringLiteral(R"([{"state": "B", "throw": {"error": "E"}}])")
        << QStringLiteral(R"([{"state": "B", "return": 6}])") << QStringLiteral("6")
        << QStringLiteral("ExecutionRedriven<8 TaskScheduled<9 TaskStarted<10 TaskSucceeded<11 TaskStateExited<12 "
                          "ExecutionSucceeded<13");
    QTest::newRow("Fail") << QStringLiteral(R"("A": {"Type": "Fail", "Error": "Stop"})") << QStringLiteral("[]")
                          << QStringLiteral("[]") << QString()
                          << QStringLiteral("ExecutionRedriven<3 ExecutionFailed<4");
    QTest::newRow("Choice")
        << QStringLiteral(
               R"("A": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsNull": true, "Next": "B"}]}, "B": {"Type": "Succeed"})")
        << QStringLiteral("[]") << QStringLiteral("[]") << QString()
        << QStringLiteral("ExecutionRedriven<3 ExecutionFailed<4");
    const QString branches = QStringLiteral(
        R"("A": {"Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {%1, "End": true}}}], %2, "End": true})");
    QTest::newRow("Parallel, whose branches are not run again")
        << branches.arg(t, QStringLiteral(R"("OutputPath": "$[5]")")) << QStringLiteral(R"([{"state": "B", "return": 1}])")
        << QStringLiteral("[]") << QString() << QStringLiteral("ExecutionRedriven<10 ExecutionFailed<11");
    QTest::newRow("Parallel with a result too large, all of which is run again")
        << branches.arg(t, QStringLiteral(R"("ResultPath": "$.r")"))
        << QStringLiteral(R"([{"state": "B", "return": "%1"}])").arg(QString(262'140, u'x'))
        << QStringLiteral(R"([{"state": "B", "return": 7}])") << QStringLiteral(R"({"r":[7]})")
        << QStringLiteral("ExecutionRedriven<11 ParallelStateStarted<12 TaskStateEntered<13 TaskScheduled<14 TaskStarted<15 "
                          "TaskSucceeded<16 TaskStateExited<17 ParallelStateSucceeded<18 ParallelStateExited<18 ExecutionSucceeded<20");
    QTest::newRow("Pass") << QStringLiteral(R"("A": {"Type": "Pass", "InputPath": "$.x", "End": true})")
                          << QStringLiteral("[]") << QStringLiteral("[]") << QString()
                          << QStringLiteral("ExecutionRedriven<3 PassStateEntered<4 ExecutionFailed<5");
}

void RedriveTest::goesOnFromWhereItStopped()
{
    QFETCH(QString, states);
    QFETCH(QString, tasks);
    QFETCH(QString, redriveTasks);
    QFETCH(QString, output);
    QFETCH(QString, events);
    Timeline timeline =
        fixture::Run::of(R"({"StartAt": "A", "States": {)" + states.toStdString() + "}}", "{}", tasks.toStdString())
            .finished();
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    const std::size_t before = timeline.events().size();
    QVERIFY(timeline.redrive());
    driveOn(timeline, redriveTasks.toStdString());
    QCOMPARE(QString::fromStdString(eventsAfter(timeline, before)), events);
    QCOMPARE(timeline.view()->output.has_value(), !output.isEmpty());
    if (!output.isEmpty())
        QCOMPARE(QString::fromStdString(data::toJson(*timeline.view()->output)), output);
    for (const VisitRecord& visit : *timeline.view()->visits)
        QVERIFY(visit.status != VisitStatus::Running && visit.status != VisitStatus::Waiting);
}

void RedriveTest::finishedBranchesAreNotRunAgain()
{
    const std::string definition = R"({"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
        {"StartAt": "A", "States": {"A": {)" +
                                   task + R"(, "End": true}}},
        {"StartAt": "B", "States": {"B": {)" +
                                   task + R"(, "Next": "C"}, "C": {)" + task + R"(, "End": true}}},
        {"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 9, "Next": "D"}, "D": {"Type": "Pass", "Result": "d", "End": true}}}]}}})";
    Timeline timeline =
        fixture::Run::of(definition, "{}", R"([{"state": "A", "return": "a"}, {"state": "B", "return": "b"},
        {"state": "C", "throw": {"error": "E"}}])")
            .finished();
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "C", "return": "c"}])");
    QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
    QCOMPARE(data::toJson(*timeline.view()->output), std::string(R"(["a","c","d"])"));
}

void RedriveTest::startedIterationsGoOn()
{
    const std::string definition = R"({"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": 2, "End": true,
        "ItemProcessor": {"StartAt": "T", "States": {"T": {)" +
                                   task + R"(, "End": true}}}}}})";
    Timeline timeline =
        fixture::Run::of(definition, "[1, 2, 3, 4]", R"([{"state": "T", "iteration": [0], "return": "a"},
        {"state": "T", "iteration": [1], "throw": {"error": "E"}}, {"state": "T", "iteration": [2]}])")
            .finished();
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    QVERIFY(timeline.redrive());
    driveOn(timeline,
            R"([{"state": "T", "iteration": [1], "throw": {"error": "again"}}, {"state": "T", "iteration": [2]}])");
    QCOMPARE(timeline.view()->failure->error, std::optional<std::string>("again"));
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "return": "x", "repeat": true}])");
    QCOMPARE(data::toJson(*timeline.view()->output), std::string(R"(["a","x","x","x"])"));
}

void RedriveTest::stoppedRunsGoOn()
{
    Timeline timeline =
        fixture::Run::of(R"({"StartAt": "T", "States": {"T": {)" + task + R"(, "End": true}}})").timeline();
    while (timeline.proceed()) {
    }
    timeline.stop({"Enough", {}});
    QCOMPARE(timeline.view()->status, RunStatus::Aborted);
    QVERIFY(timeline.redrive());
    QVERIFY(timeline.effects().empty()); // the old call was called off when it ended
    driveOn(timeline, R"([{"state": "T", "return": 1}])");
    QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
}

void RedriveTest::timesStartAnew()
{
    Timeline timeline =
        fixture::Run::of(
            R"({"StartAt": "W", "TimeoutSeconds": 10, "States": {"W": {"Type": "Wait", "Seconds": 8, "Next": "V"},
        "V": {"Type": "Wait", "Seconds": 9, "End": true}}})")
            .finished();
    QCOMPARE(timeline.view()->status, RunStatus::TimedOut);
    QVERIFY(timeline.redrive(fixture::start + 60 * 1'000'000));
    QCOMPARE(timeline.view()->now, fixture::start + 60 * 1'000'000);
    QCOMPARE(timeline.executionDeadline(), fixture::start + 70 * 1'000'000);
    driveOn(timeline, "[]");
    QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
    QCOMPARE(timeline.view()->now, fixture::start + 69 * 1'000'000);
}

void RedriveTest::contextTellsTheCount()
{
    Timeline timeline = fixture::Run::of(R"({"StartAt": "T", "States": {"T": {)" + task +
                                             R"(, "Parameters": {"n.$": "$$.Execution.RedriveCount"}, "Next": "C"},
        "C": {"Type": "Pass", "Parameters": {"n.$": "$$.Execution.RedriveCount", "at.$": "$$.Execution.RedriveTime"}, "End": true}}})",
                                         "{}", R"([{"state": "T", "throw": {}}])")
                            .finished();
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "throw": {}}])");
    QVERIFY(timeline.redrive(fixture::start + 1'000'000));
    driveOn(timeline, R"([{"state": "T", "return": 1}])");
    QCOMPARE(data::toJson(*timeline.view()->output), std::string(R"({"n":2,"at":"2026-03-01T10:00:01Z"})"));
}

void RedriveTest::retriesBeginAnew()
{
    Timeline timeline =
        fixture::Run::of(R"({"StartAt": "T", "States": {"T": {)" + task +
                             R"(, "Retry": [{"ErrorEquals": ["E"], "MaxAttempts": 1}], "End": true}}})",
                         "{}", R"([{"state": "T", "throw": {"error": "E"}}, {"state": "T", "throw": {"error": "E"}}])")
            .finished();
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "throw": {"error": "E"}}, {"state": "T", "return": 1}])");
    QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
}

void RedriveTest::refusals()
{
    const auto refusal = [](Timeline& timeline) {
        const auto result = timeline.redrive();
        return result ? std::string() : english(result.error().message);
    };
    const std::string wait = R"({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 9, "End": true}}})";
    Timeline running = fixture::Run::of(wait).timeline();
    QCOMPARE(refusal(running), std::string("Execution is RUNNING and cannot be redriven"));
    Timeline succeeded = fixture::Run::of(wait).finished();
    QCOMPARE(refusal(succeeded), std::string("Execution is SUCCEEDED and cannot be redriven"));
    Timeline old = fixture::Run::of(R"({"StartAt": "F", "States": {"F": {"Type": "Fail"}}})").finished();
    const auto late = old.redrive(fixture::start + 15LL * 86'400 * 1'000'000);
    QVERIFY(!late);
    QCOMPARE(english(late.error().message), std::string("Execution redrivable period exceeded"));
    QVERIFY(old.redrive(fixture::start + 13LL * 86'400 * 1'000'000));
    const std::string endless =
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}})";
    Timeline full = fixture::Run::of(endless).finished();
    QCOMPARE(refusal(full), std::string("Execution history event limit exceeded"));
    CompileOptions express;
    express.express = true;
    fixture::Run run = fixture::Run::of(R"({"StartAt": "F", "States": {"F": {"Type": "Fail"}}})");
    run.program = fixture::compiled(R"({"StartAt": "F", "States": {"F": {"Type": "Fail"}}})", express).program;
    Timeline quick = run.finished();
    QCOMPARE(refusal(quick), std::string("Only executions of Standard workflows can be redriven"));
}

void RedriveTest::isPartOfRecordAndTimeline()
{
    Timeline timeline = fixture::Run::of(R"({"StartAt": "T", "States": {"T": {)" + task + R"(, "End": true}}})", "{}",
                                         R"([{"state": "T", "throw": {"error": "E"}}])")
                            .finished();
    const std::uint64_t failed = timeline.step();
    const std::string before = fixture::digest(*timeline.view());
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "return": 1}])");
    const std::string after = fixture::digest(*timeline.view());
    timeline.seek(failed);
    QCOMPARE(fixture::digest(*timeline.view()), before);
    timeline.seek(timeline.lastStep());
    QCOMPARE(fixture::digest(*timeline.view()), after);
    const auto record = readRunRecord(runRecordJson(recordOf(timeline)));
    QVERIFY(record);
    const auto again = replay(*record, {}, nullptr);
    QVERIFY(again);
    QCOMPARE(fixture::digest(*again->view()), after);
}

QTEST_APPLESS_MAIN(RedriveTest)
#include "redrive_test.moc"

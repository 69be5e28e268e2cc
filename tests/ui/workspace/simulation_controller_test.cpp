// SimulationController: runs, pauses, asks, branches. Every test drives it as the window does and looks at views.

#include "simulation_fixture.h"

#include <QElapsedTimer>
#include <QFile>

using namespace designer;
using namespace simulation;

class SimulationControllerTest : public QObject
{
    Q_OBJECT

private slots:
    void runGoesToTheEnd();
    void waitsTakeNoWallTime();
    void tasksAskAndGoOn();
    void tasksFailWithErrorAndCause();
    void allTasksReturnTheirEvent();
    void anotherAnswerInThePastBranches();
    void handlersAnswerFromAnyThread();
    void answersOfABranchThatIsGoneAreDropped();
    void nextEventMovesTheClock();
    void pauseStopsAnEndlessLoop();
    void aRunThatMayHaveNoEndRests();
    void expressMachinesRunAsSuch();
    void stopAborts();
    void tokensAreAskedFor();
    void badInputIsRefused_data();
    void badInputIsRefused();
    void breakpointsFollowRenames();
    void selectionFollowsTheRunUntilSomebodySelects();
    void viewsComeAtMostSixtyTimesASecond();
    void openingAnotherDocumentEndsTheRun();
};

namespace {

constexpr const char* endless = R"({"StartAt":"A","TimeoutSeconds":99999999,"States":{
    "A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.go","BooleanEquals":true,"Next":"A"}],"Default":"C"},
    "C":{"Type":"Succeed"}}})";

QByteArray example(const QString& name)
{
    QFile file(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/examples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void SimulationControllerTest::runGoesToTheEnd()
{
    Bench bench(branches, QStringLiteral("{\"a\":1}"));
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::Succeeded);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string(R"([{"a":1},{"a":1}])"));
    QCOMPARE(bench.controller.view()->now - bench.controller.view()->started, 5'000'000);
}

void SimulationControllerTest::waitsTakeNoWallTime()
{
    Bench bench(example(QStringLiteral("07-load-json-loop.asl.json")));
    QElapsedTimer wall;
    wall.start();
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    const asl::PendingTask open = bench.controller.view()->tasks.front();
    bench.controller.answerTask(open.id, returning(R"({"Payload":[{"StackName":"a"},{"StackName":"b"},{"StackName":"c"}],"StatusCode":200})"));
    bench.controller.answerAllTasksWithTheirEvent();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::Succeeded);
    QCOMPARE(bench.controller.view()->now - bench.controller.view()->started, 15'000'000);
    QVERIFY2(wall.elapsed() < 1000, qPrintable(QString::number(wall.elapsed())));
}

/// Also in a child execution, and when they lie ahead.
void SimulationControllerTest::tasksAskAndGoOn()
{
    Bench bench(task, QStringLiteral("{\"x\":1}"));
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    QVERIFY(bench.controller.awaitsAnswers());
    const asl::PendingTask open = bench.controller.view()->tasks.front();
    QCOMPARE(asl::data::toJson(open.event), std::string(R"({"FunctionName":"f","Payload":{"x":1}})"));
    QCOMPARE(bench.controller.view()->now, bench.controller.view()->started); // time stands still
    bench.controller.answerTask(open.id, returning(R"({"Payload":"ok"})"));
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string(R"({"Payload":"ok"})"));
}

void SimulationControllerTest::tasksFailWithErrorAndCause()
{
    Bench bench(task);
    taking(bench, &SimulationController::run);
    bench.controller.answerTask(bench.controller.view()->tasks.front().id, asl::Failure{"Again", "once more"});
    QTRY_VERIFY(!bench.controller.view()->tasks.empty() && bench.controller.view()->tasks.front().attempt == 2);
    bench.controller.answerTask(bench.controller.view()->tasks.front().id, asl::Failure{"Wrong", "for good"});
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.visits()[0].status, asl::VisitStatus::Caught);
    QCOMPARE(bench.lastEntered(), std::string("W"));
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string(R"({"Error":"Wrong","Cause":"for good"})"));
}

void SimulationControllerTest::allTasksReturnTheirEvent()
{
    Bench bench(task, QStringLiteral("{\"x\":1}"));
    taking(bench, &SimulationController::run);
    bench.controller.answerAllTasksWithTheirEvent();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string(R"({"ExecutedVersion":"$LATEST","Payload":{"x":1},"StatusCode":200})"));
}

void SimulationControllerTest::anotherAnswerInThePastBranches()
{
    Bench bench(task);
    taking(bench, &SimulationController::run);
    const auto waiting = bench.controller.view();
    bench.controller.answerTask(waiting->tasks.front().id, returning("1"));
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    bench.controller.seek(waiting->step);
    QTRY_COMPARE(bench.controller.view()->step, waiting->step);
    bench.controller.answerTask(waiting->tasks.front().id, asl::Failure{"Wrong", {}});
    QTRY_COMPARE(bench.controller.view()->step, waiting->step + 1);
    QCOMPARE(bench.controller.view()->lastStep, waiting->step + 1); // what came later is gone
    taking(bench, &SimulationController::run);
    QCOMPARE(bench.lastEntered(), std::string("W"));
}

namespace {

/// Answers from its own threads, after all tasks of a Parallel were started.
class ThreadedHandler final : public asl::TaskHandler
{
public:
    void start(const asl::TaskRequest& request, asl::TaskReport report) override
    {
        ++started;
        m_threads.emplace_back([request, report = std::move(report)] { report(request.id, asl::TaskSuccess{request.event}); });
    }
    void cancel(asl::TaskId) override { ++cancelled; }

    std::atomic<int> started = 0;
    std::atomic<int> cancelled = 0;

private:
    std::vector<std::jthread> m_threads;
};

/// Keeps what it is asked until the test answers.
class PatientHandler final : public asl::TaskHandler
{
public:
    void start(const asl::TaskRequest& request, asl::TaskReport report) override { m_open.emplace_back(request, std::move(report)); ++started; }
    void cancel(asl::TaskId) override { ++cancelled; }
    void answer(std::size_t index, const asl::TaskOutcome& outcome) { m_open.at(index).second(m_open.at(index).first.id, outcome); }

    std::atomic<int> started = 0;
    std::atomic<int> cancelled = 0;

private:
    std::vector<std::pair<asl::TaskRequest, asl::TaskReport>> m_open;
};

} // namespace

void SimulationControllerTest::handlersAnswerFromAnyThread()
{
    Bench bench(R"({"StartAt":"M","States":{"M":{"Type":"Map","End":true,"ItemProcessor":{"StartAt":"T","States":{
        "T":{"Type":"Task","Resource":"arn:aws:lambda:us-east-1:000000000000:function:f","End":true}}}}}})", QStringLiteral("[1,2,3,4,5,6,7,8,9]"));
    auto handler = std::make_shared<ThreadedHandler>();
    bench.controller.setTaskHandler(handler);
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string("[1,2,3,4,5,6,7,8,9]"));
    QCOMPARE(handler->started.load(), 9);
}

void SimulationControllerTest::answersOfABranchThatIsGoneAreDropped()
{
    Bench bench(task);
    auto handler = std::make_shared<PatientHandler>();
    bench.controller.setTaskHandler(handler);
    bench.controller.run();
    QTRY_COMPARE(handler->started.load(), 1);
    bench.controller.pause();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    taking(bench, &SimulationController::stepBack);
    handler->answer(0, returning("1")); // held: the moment shown lies before the question
    QTest::qWait(20);
    QVERIFY(bench.controller.view()->tasks.empty());
    taking(bench, &SimulationController::run); // walks on, and then takes it
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string("1"));
}

void SimulationControllerTest::nextEventMovesTheClock()
{
    Bench bench(task);
    taking(bench, &SimulationController::run);
    bench.controller.advanceToNextEvent(); // the task's timeout
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->now - bench.controller.view()->started, 60'000'000);
    QCOMPARE(*bench.controller.view()->failure->error, std::string("States.Timeout"));
}

void SimulationControllerTest::pauseStopsAnEndlessLoop()
{
    Bench bench(endless, QStringLiteral("{\"go\":true}"));
    bench.controller.run();
    bench.controller.pause();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QVERIFY(bench.controller.view()->events->size() < 25'000);
    taking(bench, &SimulationController::stepInto);
    QCOMPARE(bench.controller.mode(), Mode::Paused);
}

void SimulationControllerTest::aRunThatMayHaveNoEndRests()
{
    Bench bench(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A"}}})");
    bench.workspace.setValidateOptions(asl::MachineType::Express);
    QSignalSpy said(&bench.controller, &SimulationController::refused);
    bench.controller.run();
    QTRY_COMPARE_WITH_TIMEOUT(bench.controller.mode(), Mode::Paused, 60'000);
    QCOMPARE(said.size(), 1);
    taking(bench, &SimulationController::stepInto);
    QCOMPARE(bench.controller.mode(), Mode::Paused);
    QCOMPARE(said.size(), 1);
}

void SimulationControllerTest::expressMachinesRunAsSuch()
{
    Bench bench(R"({"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":400,"End":true}}})");
    bench.workspace.setValidateOptions(asl::MachineType::Express);
    taking(bench, &SimulationController::run);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::TimedOut);
}

void SimulationControllerTest::stopAborts()
{
    Bench bench(task);
    taking(bench, &SimulationController::run);
    taking(bench, &SimulationController::stop);
    QCOMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::Aborted);
    QCOMPARE(bench.visits()[0].status, asl::VisitStatus::Aborted);
    bench.controller.close();
    QCOMPARE(bench.controller.mode(), Mode::Idle);
    QVERIFY(!bench.controller.view());
}

void SimulationControllerTest::tokensAreAskedFor()
{
    Bench bench(R"({"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":${Seconds},"Next":"P"},"P":{"Type":"Pass","Result":"${Name}","End":true}}})");
    QSignalSpy asked(&bench.controller, &SimulationController::tokensNeeded);
    QSignalSpy refused(&bench.controller, &SimulationController::refused);
    bench.controller.run();
    QTRY_COMPARE(asked.count(), 1);
    QCOMPARE(asked[0][0].toStringList(), (QStringList{QStringLiteral("Seconds"), QStringLiteral("Name")}));
    QCOMPARE(refused.count(), 0);
    QCOMPARE(bench.controller.mode(), Mode::Idle);
    bench.workspace.setTokenValues({{"Seconds", asl::Data::integer(3)}, {"Name", asl::Data::string("n")}});
    taking(bench, &SimulationController::run);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string("\"n\""));
}

void SimulationControllerTest::badInputIsRefused_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QString>("input");
    QTest::newRow("input") << QByteArray(task) << QStringLiteral("{\"a\":");
    QTest::newRow("broken text") << QByteArray(R"({"StartAt":"A" "States":{"A":{"Type":"Succeed"}}})") << QStringLiteral("{}");
    QTest::newRow("missing target") << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"}}})") << QStringLiteral("{}");
    QTest::newRow("empty") << QByteArray() << QStringLiteral("{}");
}

void SimulationControllerTest::badInputIsRefused()
{
    QFETCH(QByteArray, definition);
    QFETCH(QString, input);
    Bench bench(definition, input);
    QSignalSpy refused(&bench.controller, &SimulationController::refused);
    bench.controller.run();
    QTRY_COMPARE(refused.count(), 1);
    QVERIFY(!refused[0][0].toString().isEmpty());
    QCOMPARE(bench.controller.mode(), Mode::Idle);
}

void SimulationControllerTest::breakpointsFollowRenames()
{
    Bench bench(branches);
    bench.controller.toggleBreakpoint({{{{"P", 1}}}, "C2"});
    taking(bench, &SimulationController::start);
    bench.workspace.apply(asl::renameState(*bench.workspace.snapshot(), {{}, "P"}, "Both"));
    bench.workspace.apply(asl::renameState(*bench.workspace.snapshot(), {{{{"Both", 1}}}, "C2"}, "D"));
    QCOMPARE(bench.controller.breakpoints(), (std::set<asl::StatePath>{{{{{"Both", 1}}}, "D"}}));
    taking(bench, &SimulationController::run); // the run knows the old names, and stops there all the same
    QCOMPARE(bench.lastEntered(), std::string("C2"));
    bench.workspace.undoStack()->undo();
    QCOMPARE(bench.controller.breakpoints(), (std::set<asl::StatePath>{{{{{"Both", 1}}}, "C2"}}));
}

void SimulationControllerTest::selectionFollowsTheRunUntilSomebodySelects()
{
    Bench bench(branches);
    taking(bench, &SimulationController::start);
    QCOMPARE(bench.controller.selectedVisit(), std::optional<asl::VisitId>(0));
    taking(bench, &SimulationController::stepInto);
    QCOMPARE(bench.controller.selectedVisit(), std::optional<asl::VisitId>(1));
    bench.workspace.select(asl::StatePath{{}, "A"});
    QCOMPARE(bench.controller.selectedVisit(), std::optional<asl::VisitId>(0));
    bench.workspace.select(asl::StatePath{{}, "Z"}); // not reached yet
    QCOMPARE(bench.controller.selectedVisit(), std::nullopt);
    taking(bench, &SimulationController::stepInto);
    QCOMPARE(bench.controller.selectedVisit(), bench.controller.focusedVisit());
}

void SimulationControllerTest::viewsComeAtMostSixtyTimesASecond()
{
    Bench bench(endless, QStringLiteral("{\"go\":true}"));
    QSignalSpy shown(&bench.controller, &SimulationController::viewChanged);
    QElapsedTimer time;
    time.start();
    bench.controller.run();
    QTRY_COMPARE_WITH_TIMEOUT(bench.controller.mode(), Mode::Ended, 20000); // at the limit of history events
    QCOMPARE(bench.controller.view()->events->size(), 25'000U);
    const qint64 frames = time.elapsed() * 60 / 1000;
    QVERIFY2(shown.count() <= frames + 2, qPrintable(QStringLiteral("%1 views in %2 ms").arg(shown.count()).arg(time.elapsed())));
}

void SimulationControllerTest::openingAnotherDocumentEndsTheRun()
{
    Bench bench(branches);
    bench.controller.toggleBreakpoint({{}, "P"});
    taking(bench, &SimulationController::run);
    bench.workspace.open(*asl::Document::open(task));
    QCOMPARE(bench.controller.mode(), Mode::Idle);
    QVERIFY(bench.controller.breakpoints().empty());
}

QTEST_MAIN(SimulationControllerTest)
#include "simulation_controller_test.moc"

// SimulationController: runs, pauses, steps, goes back, asks. Every test drives it as the window does and looks at views.

#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QtTest>

using namespace designer;
using Mode = SimulationController::Mode;

class SimulationControllerTest : public QObject
{
    Q_OBJECT

private slots:
    void runGoesToTheEnd();
    void waitsTakeNoWallTime();
    void breakpointStopsAtTheEntry();
    void stepIntoVisitsEveryState();
    void stepOverPassesWhatIsInside();
    void stepOverInABranchStaysInIt();
    void stepOutEndsTheIteration();
    void stepBackRestoresEveryView_data();
    void stepBackRestoresEveryView();
    void childExecutionsAreSteppedThrough();
    void breakpointsStopInChildExecutions();
    void visitsAreMoments();
    void stepForwardAfterBackRepeatsNothing();
    void eventsAreMoments();
    void tasksAskAndGoOn();
    void tasksFailWithErrorAndCause();
    void allTasksReturnTheirEvent();
    void anotherAnswerInThePastBranches();
    void handlersAnswerFromAnyThread();
    void answersOfABranchThatIsGoneAreDropped();
    void nextEventMovesTheClock();
    void pauseStopsAnEndlessLoop();
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

constexpr const char* branches = R"({"StartAt":"A","States":{
    "A":{"Type":"Pass","Next":"P"},
    "P":{"Type":"Parallel","Next":"Z","Branches":[
        {"StartAt":"B1","States":{"B1":{"Type":"Pass","Next":"B2"},"B2":{"Type":"Wait","Seconds":5,"End":true}}},
        {"StartAt":"C1","States":{"C1":{"Type":"Pass","Next":"C2"},"C2":{"Type":"Pass","End":true}}}]},
    "Z":{"Type":"Succeed"}}})";
constexpr const char* task = R"({"StartAt":"T","States":{
    "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$"},
        "TimeoutSeconds":60,"Retry":[{"ErrorEquals":["Again"],"IntervalSeconds":3,"MaxAttempts":1}],
        "Catch":[{"ErrorEquals":["Wrong"],"Next":"W"}],"Next":"Z"},
    "W":{"Type":"Pass","End":true},"Z":{"Type":"Pass","End":true}}})";
constexpr const char* endless = R"({"StartAt":"A","TimeoutSeconds":99999999,"States":{
    "A":{"Type":"Wait","Seconds":1,"Next":"B"},"B":{"Type":"Choice","Choices":[{"Variable":"$.go","BooleanEquals":true,"Next":"A"}],"Default":"C"},
    "C":{"Type":"Succeed"}}})";

constexpr const char* inChildren = R"({"StartAt":"M","States":{
    "M":{"Type":"Map","MaxConcurrency":1,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
        "StartAt":"X","States":{"X":{"Type":"Pass","Next":"Y"},"Y":{"Type":"Wait","Seconds":1,"End":true}}},"Next":"Z"},
    "Z":{"Type":"Succeed"}}})";

/// A workspace with one document and a controller whose clock begins in 2026.
struct Bench
{
    explicit Bench(const QByteArray& definition, const QString& input = QStringLiteral("{}"))
    {
        workspace.open(*asl::Document::open(definition.toStdString()));
        controller.setInputText(input);
        controller.setStartTime(1'767'225'600'000'000);
    }
    const asl::VisitRecords& visits() const { return *controller.view()->visits; }
    std::string lastEntered() const { return visits().back().path.name; }
    bool rests() const { return controller.mode() != Mode::Running && controller.mode() != Mode::Idle; }

    Workspace workspace;
    SimulationController controller{workspace};
};

QByteArray example(const QString& name)
{
    QFile file(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/examples/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Everything a view shows, but how far the timeline is known.
std::string pictureOf(const asl::RunView& view)
{
    std::string text = asl::historyJson(*view.events) + std::to_string(view.now) + " step " + std::to_string(view.step) + " status "
        + std::to_string(static_cast<int>(view.status));
    for (const asl::VisitRecord& visit : *view.visits) {
        text += "\n" + readable(visit.path) + " " + std::to_string(static_cast<int>(visit.status)) + " " + std::to_string(visit.attempts) + " "
            + std::to_string(visit.exitedEvent);
        for (const asl::Data& stage : visit.stages)
            text += " " + asl::data::toJson(stage);
        text += visit.failure && visit.failure->error ? *visit.failure->error : "";
    }
    for (const asl::ActivePlace& place : view.active)
        text += "\nactive " + std::to_string(place.visit) + (place.ready ? " ready " : " waits ") + std::to_string(place.until.value_or(0));
    for (const asl::PendingTask& open : view.tasks)
        text += "\ntask " + std::to_string(open.id) + " " + asl::data::toJson(open.event);
    return text + "\n" + (view.output ? asl::data::toJson(*view.output) : "");
}

/// Steps once and waits until the run rests again, at another moment: a view of the former one may still be on its way.
template <class Step>
void taking(Bench& bench, Step step)
{
    const asl::RunViewPointer before = bench.controller.view();
    QSignalSpy shown(&bench.controller, &SimulationController::viewChanged);
    (bench.controller.*step)();
    const auto hasArrived = [&] {
        return bench.rests() && bench.controller.view() && (!before || bench.controller.view()->step != before->step);
    };
    while (!hasArrived() && shown.wait()) {
    }
    QVERIFY(hasArrived());
}

asl::TaskSuccess returning(const char* json)
{
    return {*asl::data::parse(json)};
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

void SimulationControllerTest::breakpointStopsAtTheEntry()
{
    Bench bench(branches);
    bench.controller.toggleBreakpoint({{}, "P"});
    bench.controller.toggleBreakpoint({{{{"P", 1}}}, "C2"});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QCOMPARE(bench.lastEntered(), std::string("P"));
    QVERIFY(!bench.visits().back().exited);
    taking(bench, &SimulationController::run);
    QCOMPARE(bench.lastEntered(), std::string("C2"));
    bench.controller.toggleBreakpoint({{}, "P"});
    taking(bench, &SimulationController::run);
    QCOMPARE(bench.controller.mode(), Mode::Ended);
}

void SimulationControllerTest::stepIntoVisitsEveryState()
{
    Bench bench(branches);
    taking(bench, &SimulationController::start);
    std::vector<std::string> entered;
    while (bench.controller.mode() == Mode::Paused) {
        entered.push_back(bench.lastEntered());
        QCOMPARE(bench.visits().size(), entered.size());
        taking(bench, &SimulationController::stepInto);
    }
    QCOMPARE(entered, (std::vector<std::string>{"A", "P", "B1", "C1", "B2", "C2", "Z"}));
    QCOMPARE(bench.controller.mode(), Mode::Ended);
}

void SimulationControllerTest::stepOverPassesWhatIsInside()
{
    Bench bench(branches);
    std::vector<std::string> entered;
    taking(bench, &SimulationController::start);
    while (bench.controller.mode() == Mode::Paused) {
        entered.push_back(bench.lastEntered());
        taking(bench, &SimulationController::stepOver);
    }
    QCOMPARE(entered, (std::vector<std::string>{"A", "P", "Z"}));
}

void SimulationControllerTest::stepOverInABranchStaysInIt()
{
    Bench bench(branches);
    bench.controller.toggleBreakpoint({{{{"P", 1}}}, "C1"});
    taking(bench, &SimulationController::run);
    bench.controller.selectVisit(static_cast<asl::VisitId>(bench.visits().size() - 1)); // not B1, which would go on first
    taking(bench, &SimulationController::stepOver);
    QCOMPARE(bench.lastEntered(), std::string("C2"));
    taking(bench, &SimulationController::stepOver); // the branch is over: the next in the same scope or around it
    QCOMPARE(bench.lastEntered(), std::string("Z"));
}

void SimulationControllerTest::stepOutEndsTheIteration()
{
    Bench bench(R"({"StartAt":"M","States":{"M":{"Type":"Map","MaxConcurrency":1,"ItemProcessor":{"StartAt":"X","States":{
        "X":{"Type":"Pass","Next":"Y"},"Y":{"Type":"Wait","Seconds":1,"End":true}}},"End":true}}})", QStringLiteral("[1,2,3]"));
    bench.controller.toggleBreakpoint({{{{"M", 0}}}, "X"});
    taking(bench, &SimulationController::run);
    taking(bench, &SimulationController::stepOut);
    QCOMPARE(bench.controller.view()->progress.size(), 1U);
    QCOMPARE(bench.controller.view()->progress[0].children.at(0), asl::VisitStatus::Succeeded);
    QCOMPARE(bench.lastEntered(), std::string("Y"));
    bench.controller.toggleBreakpoint({{{{"M", 0}}}, "X"});
    taking(bench, &SimulationController::stepInto);
    QCOMPARE(bench.visits().back().iteration, std::vector<std::uint32_t>{1});
}

void SimulationControllerTest::stepBackRestoresEveryView_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QString>("input");
    QTest::newRow("branches") << QByteArray(branches) << QStringLiteral("{\"a\":[1,{\"b\":2}]}");
    QTest::newRow("child executions") << QByteArray(inChildren) << QStringLiteral("[1,2]");
}

void SimulationControllerTest::stepBackRestoresEveryView()
{
    QFETCH(QByteArray, definition);
    QFETCH(QString, input);
    Bench bench(definition, input);
    std::vector<std::string> pictures;
    taking(bench, &SimulationController::start);
    // Every moment of the run, from the first on.
    taking(bench, &SimulationController::run);
    const quint64 last = bench.controller.view()->lastStep;
    for (quint64 step = 0; step <= last; ++step) {
        QSignalSpy shown(&bench.controller, &SimulationController::viewChanged);
        bench.controller.seek(step);
        QVERIFY(shown.wait());
        QCOMPARE(bench.controller.view()->step, step);
        pictures.push_back(pictureOf(*bench.controller.view()));
    }
    // Back from the end: each is the very same again, every one comes before the last, and no state's entry is passed over.
    quint64 before = last;
    while (before > 0) {
        const std::size_t entered = bench.visits().size();
        taking(bench, &SimulationController::stepBack);
        const asl::RunView& view = *bench.controller.view();
        QVERIFY(view.step < before);
        QVERIFY(view.visits->size() + 1 >= entered);
        QCOMPARE(pictureOf(view), pictures[view.step]);
        before = view.step;
    }
    QCOMPARE(bench.controller.farthestView()->status, asl::RunStatus::Succeeded);
}

void SimulationControllerTest::childExecutionsAreSteppedThrough()
{
    Bench bench(inChildren, QStringLiteral("[1,2]"));
    taking(bench, &SimulationController::start);
    std::vector<std::string> entered;
    while (bench.controller.mode() == Mode::Paused) {
        entered.push_back(bench.lastEntered() + std::to_string(bench.visits().back().iteration.size()));
        QCOMPARE(bench.visits().size(), entered.size());
        taking(bench, &SimulationController::stepInto);
    }
    QCOMPARE(entered, (std::vector<std::string>{"M0", "X1", "Y1", "X1", "Y1", "Z0"}));
    bench.controller.seek(0);
    QTRY_COMPARE(bench.controller.view()->step, 0U);
    taking(bench, &SimulationController::stepInto);
    taking(bench, &SimulationController::stepOver); // a step over the Map passes them all
    QCOMPARE(bench.lastEntered(), std::string("Z"));
}

void SimulationControllerTest::breakpointsStopInChildExecutions()
{
    Bench bench(inChildren, QStringLiteral("[1,2]"));
    const asl::StatePath y{{{{"M", 0}}}, "Y"};
    bench.controller.setBreakpoint(y, {});
    taking(bench, &SimulationController::run);
    QCOMPARE(bench.lastEntered(), std::string("Y"));
    QVERIFY(!bench.visits().back().exited);
    BreakpointRule atExit;
    atExit.when = BreakpointRule::When::Exit;
    bench.controller.setBreakpoint(y, atExit);
    taking(bench, &SimulationController::run);
    QCOMPARE(bench.lastEntered(), std::string("Y"));
    QVERIFY(bench.visits().back().exited);
    bench.controller.toggleBreakpoint(y);
    bench.controller.toggleBreakpoint({{{{"M", 0}}}, "X"});
    taking(bench, &SimulationController::run);
    QCOMPARE(bench.visits().back().iteration, std::vector<std::uint32_t>{1});
    taking(bench, &SimulationController::stepOut); // of the child, which is the last
    QVERIFY(bench.visits().back().exited);
}

/// Also in a child execution, and when they lie ahead.
void SimulationControllerTest::visitsAreMoments()
{
    Bench bench(inChildren, QStringLiteral("[1,2]"));
    taking(bench, &SimulationController::run);
    const std::size_t all = bench.visits().size();
    QCOMPARE(all, 6U);
    for (asl::VisitId visit = 0; visit < all; ++visit) {
        bench.controller.seek(0);
        QTRY_COMPARE(bench.controller.view()->step, 0U);
        bench.controller.seekToVisit(visit);
        QTRY_COMPARE(bench.visits().size(), visit + 1);
        QVERIFY(!bench.visits().back().exited);
    }
}

void SimulationControllerTest::stepForwardAfterBackRepeatsNothing()
{
    Bench bench(task);
    taking(bench, &SimulationController::run);
    bench.controller.answerTask(bench.controller.view()->tasks.front().id, returning(R"({"Payload":7})"));
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    const std::string end = pictureOf(*bench.controller.view());
    bench.controller.seek(0);
    QTRY_COMPARE(bench.controller.view()->step, 0U);
    taking(bench, &SimulationController::run); // the answer is known: nobody is asked again
    QCOMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(pictureOf(*bench.controller.view()), end);
}

void SimulationControllerTest::eventsAreMoments()
{
    Bench bench(branches);
    taking(bench, &SimulationController::run);
    const auto all = bench.controller.view()->events;
    for (const asl::HistoryEvent& event : *all) {
        QSignalSpy shown(&bench.controller, &SimulationController::viewChanged);
        bench.controller.seekToEvent(event.id);
        QVERIFY(shown.wait());
        QVERIFY(bench.controller.view()->events->size() >= static_cast<std::size_t>(event.id));
        QCOMPARE(bench.controller.farthestView()->events->size(), all->size());
    }
}

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

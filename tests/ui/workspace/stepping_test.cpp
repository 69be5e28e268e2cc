// Stepping through a run, forwards and back, in branches, iterations and child executions.

#include "simulation_fixture.h"

using namespace designer;
using namespace simulation;

class SteppingTest : public QObject
{
    Q_OBJECT

private slots:
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
};

namespace {

constexpr const char* inChildren = R"({"StartAt":"M","States":{
    "M":{"Type":"Map","MaxConcurrency":1,"ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
        "StartAt":"X","States":{"X":{"Type":"Pass","Next":"Y"},"Y":{"Type":"Wait","Seconds":1,"End":true}}},"Next":"Z"},
    "Z":{"Type":"Succeed"}}})";

} // namespace

void SteppingTest::breakpointStopsAtTheEntry()
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

void SteppingTest::stepIntoVisitsEveryState()
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

void SteppingTest::stepOverPassesWhatIsInside()
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

void SteppingTest::stepOverInABranchStaysInIt()
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

void SteppingTest::stepOutEndsTheIteration()
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

void SteppingTest::stepBackRestoresEveryView_data()
{
    QTest::addColumn<QByteArray>("definition");
    QTest::addColumn<QString>("input");
    QTest::newRow("branches") << QByteArray(branches) << QStringLiteral("{\"a\":[1,{\"b\":2}]}");
    QTest::newRow("child executions") << QByteArray(inChildren) << QStringLiteral("[1,2]");
}

void SteppingTest::stepBackRestoresEveryView()
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

void SteppingTest::childExecutionsAreSteppedThrough()
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

void SteppingTest::breakpointsStopInChildExecutions()
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

void SteppingTest::visitsAreMoments()
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

void SteppingTest::stepForwardAfterBackRepeatsNothing()
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

void SteppingTest::eventsAreMoments()
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

QTEST_MAIN(SteppingTest)
#include "stepping_test.moc"

// What makes the window a debugger: filters of events, breakpoints with conditions, watched expressions, kept answers, variables
// with their origin, and test cases with their coverage. By clicks and keys.

#include "tests/ui/simulator/run_bench.h"

#include "core/document/edits.h"
#include "core/execution/mock_handler.h"
#include "core/execution/visible_data.h"
#include "ui/simulator/breakpoint_dialog.h"
#include "ui/simulator/data_tree.h"
#include "ui/simulator/event_list.h"
#include "ui/simulator/payload_panel.h"
#include "ui/simulator/run_actions.h"
#include "ui/simulator/run_panel.h"
#include "ui/simulator/test_cases_panel.h"
#include "ui/simulator/timeline_panel.h"
#include "ui/simulator/watch_group.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>

using namespace designer;
using namespace fixture;

namespace {

constexpr const char* counting = R"({"QueryLanguage":"JSONata","StartAt":"Begin","States":{
    "Begin":{"Type":"Pass","Assign":{"n":0},"Next":"Work"},
    "Work":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Arguments":{"n":"{% $n %}"},
        "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Sorry"}],"Assign":{"n":"{% $n + 1 %}"},"Next":"Again?"},
    "Again?":{"Type":"Choice","Choices":[{"Condition":"{% $n < 5 %}","Next":"Work"}],"Default":"Done"},
    "Sorry":{"Type":"Pass","End":true},
    "Done":{"Type":"Succeed"}}})";

constexpr const char* mocks = R"({"StateMachines":{"M":{"TestCases":{
    "All":{"Work":"Ok","Expect":{"Path":["Begin","**","Done"]}},
    "Caught":{"Work":"No","Expect":{"Output":{"Error":"X"}}},
    "Open":{}}}},
  "MockedResponses":{"Ok":{"0-9":{"Return":1}},"No":{"0":{"Throw":{"Error":"X","Cause":"y"}}}}})";

const asl::StatePath work{{}, "Work"};

template <class Widget>
Widget* named(QWidget* parent, const QString& name)
{
    for (Widget* widget : parent->findChildren<Widget*>())
        if (widget->accessibleName() == name || widget->property("text").toString() == name)
            return widget;
    return nullptr;
}

std::string workVariable(const Bench& bench, const char* name)
{
    const asl::RunView& view = *bench.controller.view();
    for (const asl::VisibleVariable& variable : asl::variablesAt(view, *bench.controller.selectedVisit()))
        if (variable.name == name)
            return asl::data::toJson(variable.value);
    return {};
}

} // namespace

class DebuggerTest : public QObject
{
    Q_OBJECT

private slots:
    void eventsAreFiltered();
    void filteredEventsGrowAndGoBack();
    void manyEventsAreFilteredAtOnce();
    void breakpointStopsUnderItsCondition();
    void breakpointAtTheEndSeesTheResult();
    void breakpointFromAVisitOn();
    void brokenConditionCannotBeSet();
    void errorsStopTheRun();
    void watchedValuesFollowTheSelection();
    void keptAnswerAnswersAllFurtherTasks();
    void resultIsKeptFromThePayload();
    void handlerThatCannotAnswerLeavesItToTheUser();
    void variablesSayWhoAssignedThem();
    void branchesStay();
    void recordOpensAgain();
    void testCasesRunAndCover();
    void testCaseOpensAsARun();
    void brokenMockFileIsSaid();
    void editMakesResultsStale();
};

void DebuggerTest::eventsAreFiltered()
{
    Bench bench;
    auto* panel = bench.panel<TimelinePanel>();
    bench.runIntoTheMap();
    auto* events = panel->findChild<EventList*>();
    const int all = events->model()->rowCount();
    auto* kind = named<QComboBox>(panel, QStringLiteral("Kind of event"));
    auto* text = named<QLineEdit>(panel, QStringLiteral("Filter events by text"));
    kind->setFocus();
    QTest::keyClick(kind, Qt::Key_Down); // States entered and left
    QTest::keyClick(kind, Qt::Key_Down); // Tasks
    QCOMPARE(events->model()->rowCount(), 3);
    QCOMPARE(events->model()->index(0, EventModel::Event).data().toString(), QStringLiteral("Task scheduled"));
    QTest::keyClick(kind, Qt::Key_Down); // Parallel and Map
    QCOMPARE(events->model()->rowCount(), 2);
    QTest::keyClick(kind, Qt::Key_Home);
    QCOMPARE(events->model()->rowCount(), all);
    QTest::keyClicks(text, QStringLiteral("pause"));
    QCOMPARE(events->model()->rowCount(), 1);
    QCOMPARE(events->model()->index(0, EventModel::Event).data().toString(), QStringLiteral("Wait state entered"));
    QVERIFY(named<ThemedLabel>(panel, QStringLiteral("1 of %1").arg(all)));
    // A row still leads to its own moment.
    text->clear();
    QTest::keyClicks(text, QStringLiteral("task scheduled"));
    QTest::mouseClick(events->viewport(), Qt::LeftButton, {}, events->visualRect(events->model()->index(0, 1)).center());
    QTRY_COMPARE(bench.controller.view()->events->back().type, asl::EventType::TaskStarted); // of the same step
    text->clear();
    QTest::keyClicks(text, QStringLiteral("#0"));
    QVERIFY(events->model()->rowCount() >= 1);
    QCOMPARE(events->model()->index(0, EventModel::Event).data().toString(), QStringLiteral("Map iteration started"));
}

void DebuggerTest::filteredEventsGrowAndGoBack()
{
    Bench bench;
    auto* panel = bench.panel<TimelinePanel>();
    auto* events = panel->findChild<EventList*>();
    events->setFilter(EventFilter::Group::States, QStringLiteral("pause"));
    bench.runIntoTheMap();
    QCOMPARE(events->model()->rowCount(), 1);
    bench.controller.toggleBreakpoint({{{{"Each", 0}}}, "Pause"});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(events->model()->rowCount(), 6);
    QCOMPARE(events->events().shownRows(), 6);
    bench.controller.seek(3);
    QTRY_COMPARE(bench.controller.view()->step, 3U);
    QCOMPARE(events->model()->rowCount(), 6);
    QCOMPARE(events->events().shownRows(), 0);
}

void DebuggerTest::manyEventsAreFilteredAtOnce()
{
    Bench bench(R"({"StartAt":"Each","States":{"Each":{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{
        "A":{"Type":"Pass","Next":"Needle"},"Needle":{"Type":"Pass","End":true}}},"End":true}}})");
    QString items = QStringLiteral("[0");
    for (int i = 1; i < 4'000; ++i)
        items += QStringLiteral(",%1").arg(i);
    bench.controller.setInputText(items + u']');
    auto* panel = bench.panel<TimelinePanel>();
    bench.controller.run();
    QTRY_COMPARE_WITH_TIMEOUT(bench.controller.mode(), Mode::Ended, 30'000);
    auto* events = panel->findChild<EventList*>();
    QVERIFY(events->model()->rowCount() > 20'000);
    QElapsedTimer clock;
    clock.start();
    events->setFilter(EventFilter::Group::All, QStringLiteral("needle"));
    const auto took = clock.nsecsElapsed() / 1000;
    QCOMPARE(events->model()->rowCount(), 8'000);
    qInfo("filtering %lld events: %lld us", static_cast<long long>(bench.controller.view()->events->size()), static_cast<long long>(took));
    QVERIFY2(took < 200'000, "far more than a frame, even on a busy machine without optimisation");
}

void DebuggerTest::breakpointStopsUnderItsCondition()
{
    Bench bench(counting);
    RunActions actions(bench.workspace, bench.controller, &bench.window);
    auto* panel = bench.panel<RunPanel>();
    bench.workspace.select(work);
    for (QAction* action : actions.menuActions())
        if (action->shortcut() == QKeySequence(Qt::CTRL | Qt::Key_F9))
            action->trigger();
    auto* dialog = bench.window.findChild<BreakpointDialog*>();
    QVERIFY(dialog);
    QTest::keyClicks(named<QLineEdit>(dialog, QStringLiteral("Condition, in JSONata")), QStringLiteral("$n == 3"));
    QTest::mouseClick(dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok), Qt::LeftButton);
    QCOMPARE(rowTexts(rowList(panel, QStringLiteral("Breakpoints"))), QStringList{QStringLiteral("Work on entry")});
    bench.controller.keepAnswer("Work", asl::TaskSuccess{asl::Data::integer(1)});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QCOMPARE(workVariable(bench, "n"), std::string("3"));
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::Succeeded);
}

void DebuggerTest::breakpointAtTheEndSeesTheResult()
{
    Bench bench(counting);
    bench.controller.keepAnswer("Work", asl::TaskSuccess{asl::Data::integer(7)});
    bench.controller.setBreakpoint(work, {true, BreakpointRule::When::Exit, "$states.result = 7 and $n = 2", 1});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QCOMPARE(bench.controller.view()->events->back().type, asl::EventType::TaskStateExited);
    QCOMPARE(workVariable(bench, "n"), std::string("2"));
}

void DebuggerTest::breakpointFromAVisitOn()
{
    Bench bench(counting);
    bench.controller.keepAnswer("Work", asl::TaskSuccess{asl::Data::integer(7)});
    bench.controller.setBreakpoint(work, {true, BreakpointRule::When::Entry, {}, 4});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QCOMPARE(workVariable(bench, "n"), std::string("3"));
    bench.controller.setBreakpoint(work, {false, BreakpointRule::When::Entry, {}, 1}); // switched off
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
}

void DebuggerTest::brokenConditionCannotBeSet()
{
    Bench bench(counting);
    auto* dialog = new BreakpointDialog(bench.controller, work, &bench.window);
    bench.window.show();
    dialog->open();
    auto* ok = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
    auto* condition = named<QLineEdit>(dialog, QStringLiteral("Condition, in JSONata"));
    QTest::keyClicks(condition, QStringLiteral("$n ="));
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(condition, QStringLiteral(" 1"));
    QVERIFY(ok->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QVERIFY(bench.controller.breakpoints().empty());
}

void DebuggerTest::errorsStopTheRun()
{
    Bench bench(counting);
    auto* panel = bench.panel<RunPanel>();
    auto* box = named<QCheckBox>(panel, QStringLiteral("Stop on errors"));
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(bench.controller.stopsOnErrors());
    bench.controller.keepAnswer("Work", asl::Failure{"Boom", "bang"});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QCOMPARE(bench.controller.view()->events->back().type, asl::EventType::TaskFailed);
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::Succeeded); // it is caught
}

void DebuggerTest::watchedValuesFollowTheSelection()
{
    Bench bench(counting);
    auto* panel = bench.panel<RunPanel>();
    auto* watch = panel->findChild<WatchGroup*>();
    auto* field = watch->findChild<QLineEdit*>();
    QTest::mouseClick(watch->findChild<QToolButton*>(), Qt::LeftButton);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, QStringLiteral("$n *"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(watch->expressions().isEmpty()); // it is said what is wrong
    QTest::keyClicks(field, QStringLiteral(" 10"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(watch->expressions(), QStringList{QStringLiteral("$n * 10")});
    bench.controller.keepAnswer("Work", asl::TaskSuccess{asl::Data::integer(7)});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    RowList* rows = rowList(panel, QStringLiteral("Watched expressions"));
    QTRY_COMPARE(rowTexts(rows), QStringList{QStringLiteral("$n * 10: 50")});
    bench.controller.selectVisit(1); // the first Work
    QTRY_COMPARE(rowTexts(rows), QStringList{QStringLiteral("$n * 10: 10")});
    rows->setCurrentRow(0);
    QTest::keyClick(rows, Qt::Key_Delete);
    QVERIFY(watch->expressions().isEmpty());
}

void DebuggerTest::keptAnswerAnswersAllFurtherTasks()
{
    Bench bench(counting);
    auto* panel = bench.panel<RunPanel>();
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    auto* box = panel->findChild<TaskAnswerBox*>();
    valueField(box)->setPlainText(QStringLiteral("\"kept\""));
    auto* keep = named<QCheckBox>(box, QStringLiteral("Keep this answer"));
    QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
    QTest::mouseClick(buttonNamed(box, QStringLiteral("Answer")), Qt::LeftButton);
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::Succeeded);
    RowList* answers = rowList(panel, QStringLiteral("Task answers"));
    QCOMPARE(rowTexts(answers), QStringList{QStringLiteral("Work")});
    QTest::mouseClick(answers->parentWidget()->findChild<QToolButton*>(), Qt::LeftButton);
    QVERIFY(asl::MockFile::read(QGuiApplication::clipboard()->text().toStdString()).hasValue());
    answers->setCurrentRow(0);
    QTest::keyClick(answers, Qt::Key_Delete);
    bench.controller.restart();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
}

void DebuggerTest::resultIsKeptFromThePayload()
{
    Bench bench(counting);
    auto* panel = bench.panel<PayloadPanel>();
    bench.controller.setBreakpoint(work, {true, BreakpointRule::When::Exit, {}, 1});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    bench.answer("42");
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    bench.controller.selectVisit(1);
    QPushButton* keep = nullptr;
    QTRY_VERIFY((keep = buttonNamed(panel, QStringLiteral("Keep as answer"))) && keep->isVisible());
    QTest::mouseClick(keep, Qt::LeftButton);
    QCOMPARE(asl::data::toJson(std::get<asl::TaskSuccess>(bench.controller.keptAnswers().at("Work")).result), std::string("42"));
    bench.controller.toggleBreakpoint(work);
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
}

void DebuggerTest::handlerThatCannotAnswerLeavesItToTheUser()
{
    Bench bench(counting);
    const auto file = asl::MockFile::read(mocks);
    bench.controller.setTaskHandler(std::make_shared<asl::MockHandler>(*file, *file->testCase("Open")));
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    QVERIFY(bench.controller.awaitsAnswers());
}

void DebuggerTest::variablesSayWhoAssignedThem()
{
    Bench bench(counting);
    auto* panel = bench.panel<PayloadPanel>();
    bench.controller.keepAnswer("Work", asl::TaskSuccess{asl::Data::integer(7)});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    auto* tree = named<DataTree>(panel, QStringLiteral("Variables"));
    const auto note = [tree] { return tree->model()->index(0, 0).data(Qt::ToolTipRole).toString(); };
    QTRY_COMPARE(rowTexts(tree), QStringList{QStringLiteral("$n: 5")});
    QCOMPARE(note(), QStringLiteral("by Work"));
    bench.controller.selectVisit(1);
    QTRY_COMPARE(rowTexts(tree), QStringList{QStringLiteral("$n: 1")});
    QCOMPARE(note(), QStringLiteral("assigned here"));
}

void DebuggerTest::branchesStay()
{
    Bench bench(counting);
    auto* panel = bench.panel<TimelinePanel>();
    auto* branches = named<QComboBox>(panel, QStringLiteral("Branch of the run"));
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    const std::uint64_t asked = bench.controller.view()->step;
    QVERIFY(!branches->isVisible());
    bench.controller.keepAnswer("Work", asl::TaskSuccess{asl::Data::integer(1)});
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    const std::size_t events = bench.controller.view()->events->size();
    bench.controller.forgetAnswer("Work");
    bench.controller.seek(asked);
    QTRY_COMPARE(bench.controller.view()->step, asked);
    bench.controller.answerTask(bench.controller.view()->tasks.front().id, asl::Failure{"Boom", "bang"});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->visits->back().path.name, std::string("Sorry"));
    QTRY_VERIFY(branches->isVisible());
    QCOMPARE(branches->count(), 2);
    QCOMPARE(branches->currentIndex(), 1);
    branches->setFocus();
    QTest::keyClick(branches, Qt::Key_Up);
    QTRY_COMPARE(bench.controller.view()->events->size(), events);
    QCOMPARE(bench.controller.view()->visits->back().path.name, std::string("Done"));
    QTRY_COMPARE(panel->findChild<EventList*>()->model()->rowCount(), static_cast<int>(events));
}

void DebuggerTest::recordOpensAgain()
{
    Bench bench(counting);
    bench.controller.keepAnswer("Work", asl::TaskSuccess{asl::Data::integer(1)});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    std::string text;
    bench.controller.makeRecord([&text](const std::string& record) { text = record; });
    QTRY_VERIFY(!text.empty());
    auto record = asl::readRunRecord(text);
    QVERIFY(record.hasValue());
    Bench other(counting);
    other.controller.openRecord(std::make_shared<const asl::RunRecord>(std::move(record).value()));
    QTRY_COMPARE(other.controller.mode(), Mode::Ended);
    QCOMPARE(asl::historyJson(*other.controller.view()->events), asl::historyJson(*bench.controller.view()->events));
    other.controller.stepBack();
    QTRY_COMPARE(other.controller.mode(), Mode::Paused);
}

void DebuggerTest::testCasesRunAndCover()
{
    Bench bench(counting);
    auto* panel = bench.panel<TestCasesPanel>();
    QSignalSpy titles(panel, &TestCasesPanel::titleChanged);
    panel->setMockFile(QStringLiteral("/x/mocks.json"), mocks);
    QCOMPARE(titles.last().first().toString(), QStringLiteral("Test cases (3)"));
    RowList* cases = rowList(panel, QStringLiteral("Test cases"));
    QCOMPARE(rowTexts(cases), QStringList({QStringLiteral("All"), QStringLiteral("Caught"), QStringLiteral("Open")}));
    QTest::mouseClick(buttonNamed(panel, QStringLiteral("Run all")), Qt::LeftButton);
    QTRY_VERIFY(bench.controller.coverage());
    QCOMPARE(rowTexts(cases), QStringList({QStringLiteral("All passed"), QStringLiteral("Caught failed"), QStringLiteral("Open in error")}));
    const asl::CoverageCount states = bench.controller.coverage()->count(asl::CoverageItem::Kind::State);
    QCOMPARE(states.covered, 5U);
    QCOMPARE(states.total, 5U);
    // What differs is shown where it differs.
    QTest::mouseClick(cases->viewport(), Qt::LeftButton, {}, cases->visualRect(cases->model()->index(1, 0)).center());
    QCOMPARE(rowTexts(rowList(panel, QStringLiteral("What is not as expected"))),
             QStringList{QStringLiteral("Output /Cause: nothing was expected, but it is \"y\"")});
    auto* tree = named<DataTree>(panel, QStringLiteral("Expected and actual value"));
    QVERIFY(tree->model()->index(1, 0).data(Qt::AccessibleTextRole).toString().startsWith(QStringLiteral("added: Cause")));
    auto* box = named<QCheckBox>(panel, QStringLiteral("Show coverage on the drawing"));
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    QVERIFY(!bench.controller.coverage());
    // A row of what is not covered leads to its state.
    RowList* covered = rowList(panel, QStringLiteral("Coverage"));
    QCOMPARE(rowTexts(covered).first(), QStringLiteral("States: 5 of 5"));
}

void DebuggerTest::testCaseOpensAsARun()
{
    Bench bench(counting);
    auto* panel = bench.panel<TestCasesPanel>();
    panel->setMockFile(QStringLiteral("mocks.json"), mocks);
    RowList* cases = rowList(panel, QStringLiteral("Test cases"));
    QTest::mouseClick(cases->viewport(), Qt::LeftButton, {}, cases->visualRect(cases->model()->index(0, 0)).center());
    QTest::mouseClick(buttonNamed(panel, QStringLiteral("Open as run")), Qt::LeftButton);
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(bench.controller.view()->status, asl::RunStatus::Succeeded);
    QCOMPARE(bench.controller.view()->visits->back().path.name, std::string("Done"));
}

void DebuggerTest::brokenMockFileIsSaid()
{
    Bench bench(counting);
    auto* panel = bench.panel<TestCasesPanel>();
    panel->setMockFile(QStringLiteral("mocks.json"), "{\n \"StateMachines\": 7}");
    const auto labels = panel->findChildren<ThemedLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ThemedLabel* label) { return label->text().startsWith(QStringLiteral("Line 1, column 1: A mock file")); }));
    QVERIFY(!buttonNamed(panel, QStringLiteral("Run all"))->isEnabled());
}

void DebuggerTest::editMakesResultsStale()
{
    Bench bench(counting);
    auto* panel = bench.panel<TestCasesPanel>();
    panel->setMockFile(QStringLiteral("mocks.json"), mocks);
    panel->runAll();
    QTRY_VERIFY(bench.controller.coverage());
    bench.workspace.apply(asl::renameState(*bench.workspace.snapshot(), {{}, "Done"}, "Over"));
    QVERIFY(!bench.controller.coverage());
    const auto labels = panel->findChildren<ThemedLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const ThemedLabel* label) { return label->text().endsWith(QStringLiteral("(of an earlier text)")); }));
    panel->runAll(); // of the text as it is now: the path ends elsewhere
    QTRY_VERIFY(bench.controller.coverage());
    QCOMPARE(rowTexts(rowList(panel, QStringLiteral("Test cases"))).first(), QStringLiteral("All failed"));
}

QTEST_MAIN(DebuggerTest)
#include "debugger_test.moc"

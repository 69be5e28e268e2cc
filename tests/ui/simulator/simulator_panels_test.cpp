// The simulator's panels over a real controller: what they show of a run, and what their clicks and keys do.

#include "tests/ui/simulator/run_bench.h"

#include "ui/simulator/data_diff.h"
#include "ui/simulator/data_tree.h"
#include "ui/simulator/event_list.h"
#include "ui/simulator/input_dialog.h"
#include "ui/simulator/payload_panel.h"
#include "ui/simulator/row_list.h"
#include "ui/simulator/run_actions.h"
#include "ui/simulator/run_panel.h"
#include "ui/simulator/stage_rail.h"
#include "ui/simulator/task_answer_box.h"
#include "ui/simulator/timeline_chart.h"
#include "ui/simulator/timeline_panel.h"
#include "ui/simulator/token_dialog.h"
#include "ui/support/segmented_control.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QMenuBar>
#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolBar>
#include <QtTest>

using namespace designer;
using namespace fixture;
using Mode = SimulationController::Mode;

class SimulatorPanelsTest : public QObject
{
    Q_OBJECT

private slots:
    void diffCountsParts_data();
    void diffCountsParts();
    void diffKeepsTheOrder();
    void keysDriveTheRun();
    void toolBarFollowsTheMode();
    void openTaskIsAnsweredInItsBox();
    void openTaskFailsWithAnErrorThatTheStateHandles();
    void brokenAnswerCannotBeGiven();
    void oneClickAnswersAll();
    void placesShowContainersAndSelect();
    void breakpointsAreListedAndRemoved();
    void payloadShowsTheStages();
    void payloadOfAStateThatWasNotReached();
    void eventClickGoesBack();
    void chartSelectsAndSeeks();
    void tokensAreAskedForAndTheRunGoesOn();
    void inputIsCheckedAndKept();
    void statusTextSaysWhereTheRunStands();
};

namespace {

asl::Data data(const QByteArray& json)
{
    return json.isEmpty() ? asl::Data() : *asl::data::parse(json.toStdString());
}

} // namespace

void SimulatorPanelsTest::diffCountsParts_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("counts");
    QTest::newRow("same") << QByteArray(R"({"a":[1,2]})") << QByteArray(R"({"a":[1,2]})") << QString();
    QTest::newRow("order does not matter") << QByteArray(R"({"a":1,"b":2})") << QByteArray(R"({"b":2,"a":1})") << QString();
    QTest::newRow("a part counts once") << QByteArray(R"({"a":1})") << QByteArray(R"({"b":{"c":1,"d":2}})") << QStringLiteral("+1 −1");
    QTest::newRow("deep change") << QByteArray(R"({"a":{"b":[1,2,3]}})") << QByteArray(R"({"a":{"b":[1,5]}})") << QStringLiteral("−1 ~1");
    QTest::newRow("other kind") << QByteArray(R"({"a":1})") << QByteArray("[1]") << QStringLiteral("~1");
}

void SimulatorPanelsTest::diffCountsParts()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QTEST(countsText(diffCounts(data(before), data(after))), "counts");
}

void SimulatorPanelsTest::diffKeepsTheOrder()
{
    const DataDiff diff(data(R"({"a":1,"gone":2,"b":3,"last":4})"), data(R"({"new":0,"a":1,"b":5})"));
    QStringList rows;
    for (const auto& child : diff.children())
        rows.append(QStringLiteral(" +-~").at(static_cast<int>(child->mark())) + QString::fromStdString(child->key()));
    QCOMPARE(rows.join(QLatin1Char(' ')), QStringLiteral("+new  a -gone ~b -last"));
    const DataDiff deep(data(R"({"a b":[{"c":1}]})"));
    QCOMPARE(deep.children()[0]->children()[0]->children()[0]->path("$"), std::string("$['a b'][0].c"));
}

void SimulatorPanelsTest::keysDriveTheRun()
{
    Bench bench(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Pass","End":true}}})");
    RunActions actions(bench.workspace, bench.controller, &bench.window);
    bench.window.menuBar()->addMenu(QStringLiteral("Run"))->addActions(actions.menuActions());
    bench.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QSignalSpy shown(&bench.controller, &SimulationController::viewChanged);
        QTest::keyClick(&bench.window, key, modifiers);
        QTRY_VERIFY(!shown.isEmpty());
    };
    const auto last = [&] { return (*bench.controller.view()->visits).back().path.name; };
    press(Qt::Key_F10);
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QTRY_COMPARE(last(), std::string("A"));
    press(Qt::Key_F11);
    QTRY_COMPARE(last(), std::string("B"));
    press(Qt::Key_F10, Qt::AltModifier);
    QTRY_COMPARE(last(), std::string("A"));
    bench.workspace.select(asl::StatePath{{}, "C"});
    QTest::keyClick(&bench.window, Qt::Key_F9);
    QCOMPARE(bench.controller.breakpoints().size(), 1U);
    press(Qt::Key_F5);
    QTRY_COMPARE(last(), std::string("C"));
    press(Qt::Key_F11, Qt::ShiftModifier);
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    press(Qt::Key_F5, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    press(Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(bench.controller.view()->status, asl::RunStatus::Aborted);
    QTest::keyClick(&bench.window, Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(bench.controller.mode(), Mode::Idle);
}

void SimulatorPanelsTest::toolBarFollowsTheMode()
{
    Bench bench;
    RunActions actions(bench.workspace, bench.controller, &bench.window);
    auto* bar = bench.window.addToolBar(QStringLiteral("bar"));
    bar->addActions(actions.runToolBarActions());
    bar->addActions(actions.designToolBarActions());
    bench.window.show();
    const auto visibleButton = [&]() -> QPushButton* {
        for (QPushButton* button : bar->findChildren<QPushButton*>())
            if (button->isVisible())
                return button;
        return nullptr;
    };
    QCOMPARE(visibleButton()->text(), QStringLiteral("Run"));
    bench.controller.start();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QTRY_VERIFY(visibleButton()->isEnabled()); // the tool bar changes its buttons when it lays itself out
    QCOMPARE(visibleButton()->text(), QStringLiteral("Continue"));
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    QTRY_VERIFY(!visibleButton()->isEnabled()); // an answer is needed first
    bench.controller.close();
    QTRY_COMPARE(bench.controller.mode(), Mode::Idle);
    QTRY_VERIFY(visibleButton()->isEnabled());
    QCOMPARE(visibleButton()->text(), QStringLiteral("Run"));
}

void SimulatorPanelsTest::openTaskIsAnsweredInItsBox()
{
    Bench bench;
    auto* panel = bench.panel<RunPanel>();
    auto* box = panel->findChild<TaskAnswerBox*>();
    QVERIFY(!box->isVisible());
    bench.controller.run();
    QTRY_VERIFY(box->isVisible());
    auto* value = valueField(box);
    QCOMPARE(data(value->toPlainText().toUtf8()), data(R"({"a":1})")); // what the function gets
    value->setPlainText(QStringLiteral("[7]"));
    QTest::mouseClick(buttonNamed(box, QStringLiteral("Answer")), Qt::LeftButton);
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string("[7]"));
    QVERIFY(!box->isVisible());
}

void SimulatorPanelsTest::openTaskFailsWithAnErrorThatTheStateHandles()
{
    Bench bench;
    auto* panel = bench.panel<RunPanel>();
    bench.controller.run();
    auto* box = panel->findChild<TaskAnswerBox*>();
    QTRY_VERIFY(box->isVisible());
    box->findChild<SegmentedControl*>()->setCurrentIndex(1);
    QCOMPARE(box->findChild<QComboBox*>()->currentText(), QStringLiteral("Busy"));
    QTest::mouseClick(buttonNamed(box, QStringLiteral("Answer")), Qt::LeftButton);
    QTRY_VERIFY(!bench.controller.view()->tasks.empty() && bench.controller.view()->tasks.front().attempt == 2);
    QCOMPARE(bench.controller.view()->now - bench.controller.view()->started, 2'000'000);
    QCOMPARE(box->findChild<SegmentedControl*>()->currentIndex(), 0); // the next attempt is asked anew
}

void SimulatorPanelsTest::brokenAnswerCannotBeGiven()
{
    Bench bench;
    auto* panel = bench.panel<RunPanel>();
    bench.controller.run();
    auto* box = panel->findChild<TaskAnswerBox*>();
    QTRY_VERIFY(box->isVisible());
    valueField(box)->setPlainText(QStringLiteral("{\"a\":"));
    QVERIFY(!buttonNamed(box, QStringLiteral("Answer"))->isEnabled());
}

void SimulatorPanelsTest::oneClickAnswersAll()
{
    Bench bench(loop, QStringLiteral("[1,2]"));
    auto* panel = bench.panel<RunPanel>();
    // ResultPath into an array is an error; the answer itself must still have come.
    bench.controller.run();
    auto* box = panel->findChild<TaskAnswerBox*>();
    QTRY_VERIFY(box->isVisible());
    for (LinkButton* link : box->findChildren<LinkButton*>())
        if (link->isVisible())
            link->click();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    const asl::Data& result = (*bench.controller.view()->visits)[0].stages[static_cast<std::size_t>(asl::Stage::Result)];
    QCOMPARE(asl::data::toJson(result), std::string(R"({"ExecutedVersion":"$LATEST","Payload":[1,2],"StatusCode":200})"));
}

void SimulatorPanelsTest::placesShowContainersAndSelect()
{
    Bench bench;
    auto* panel = bench.panel<RunPanel>();
    bench.runIntoTheMap();
    RowList* places = rowList(panel, QStringLiteral("Active places"));
    QCOMPARE(rowTexts(places), (QStringList{QStringLiteral("Each"), QStringLiteral("#0 Pause")}));
    QCOMPARE(places->currentRow(), 1);
    QTest::mouseClick(places->viewport(), Qt::LeftButton, {}, places->visualRect(places->model()->index(0, 0)).center());
    QCOMPARE(bench.controller.selectedVisit(), std::optional<asl::VisitId>(1));
    QCOMPARE(*bench.workspace.selection().current(), (asl::StatePath{{}, "Each"}));
}

void SimulatorPanelsTest::breakpointsAreListedAndRemoved()
{
    Bench bench;
    auto* panel = bench.panel<RunPanel>();
    RowList* list = rowList(panel, QStringLiteral("Breakpoints"));
    bench.controller.toggleBreakpoint({{}, "Done"});
    bench.controller.toggleBreakpoint({{{{"Each", 0}}}, "Pause"});
    QCOMPARE(rowTexts(list), (QStringList{QStringLiteral("Done on entry"), QStringLiteral("Pause on entry")}));
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(rowTexts(list), QStringList{QStringLiteral("Pause on entry")});
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(bench.workspace.selection().current()->name, std::string("Pause"));
}

void SimulatorPanelsTest::payloadShowsTheStages()
{
    Bench bench;
    auto* panel = bench.panel<PayloadPanel>();
    bench.runIntoTheMap();
    bench.workspace.select(asl::StatePath{{}, "Load"});
    auto* rail = panel->findChild<StageRail*>();
    auto* tree = panel->findChildren<DataTree*>().front();
    QTRY_COMPARE(rail->current(), 6); // Output, the last that was reached
    QCOMPARE(rowTexts(tree), (QStringList{QStringLiteral("a: 1"), QStringLiteral("answer: 1 key"), QStringLiteral("list: 3 items"),
                                          QStringLiteral("0: 1"), QStringLiteral("1: 2"), QStringLiteral("2: 3")}));
    // Back along the rail, over what is not set: ResultPath, Selector, Result, Parameters, Input.
    rail->setFocus();
    QStringList tops;
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(rail, Qt::Key_Left);
        tops.append(rowTexts(tree).value(0));
    }
    QCOMPARE(tops, (QStringList{QStringLiteral("list: 3 items"), QStringLiteral("Payload: 3 items"), QStringLiteral("FunctionName: \"f\""),
                                QStringLiteral("a: 1"), QStringLiteral("a: 1")}));
    QCOMPARE(rail->current(), 0);
}

void SimulatorPanelsTest::payloadOfAStateThatWasNotReached()
{
    Bench bench;
    auto* panel = bench.panel<PayloadPanel>();
    bench.runIntoTheMap();
    bench.workspace.select(asl::StatePath{{}, "Done"});
    const auto says = [panel](const QString& text) {
        const auto labels = panel->findChildren<ThemedLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const ThemedLabel* label) { return label->isVisible() && label->text() == text; });
    };
    QTRY_VERIFY(says(QStringLiteral("Done was not reached.")));
}

void SimulatorPanelsTest::eventClickGoesBack()
{
    Bench bench;
    auto* panel = bench.panel<TimelinePanel>();
    bench.runIntoTheMap();
    auto* events = panel->findChild<EventList*>();
    const int count = static_cast<int>(bench.controller.view()->events->size());
    QCOMPARE(events->model()->rowCount(), count);
    QCOMPARE(events->currentIndex().row(), count - 1);
    QCOMPARE(events->model()->index(1, EventModel::Event).data().toString(), QStringLiteral("Task state entered"));
    QCOMPARE(events->model()->index(2, EventModel::State).data().toString(), QStringLiteral("Load"));
    QTest::mouseClick(events->viewport(), Qt::LeftButton, {}, events->visualRect(events->model()->index(1, 1)).center());
    QTRY_COMPARE(bench.controller.view()->events->size(), 2U);
    QCOMPARE(events->model()->rowCount(), count); // what lies ahead stays in sight
    QCOMPARE(events->currentIndex().row(), 1);
    events->setFocus();
    QTest::keyClick(events, Qt::Key_Down);
    QTRY_VERIFY(bench.controller.view()->events->size() > 2);
}

void SimulatorPanelsTest::chartSelectsAndSeeks()
{
    Bench bench;
    auto* panel = bench.panel<TimelinePanel>();
    bench.runIntoTheMap();
    bench.controller.toggleBreakpoint({{{{"Each", 0}}}, "Pause"});
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    auto* chart = panel->findChild<TimelineChart*>();
    // Rows: Load, Each, #0 Pause, #1 Pause, #2 Pause, Done.
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, QPoint(60, 24 + 21 * 3 + 10));
    QVERIFY(bench.controller.selectedVisit());
    QCOMPARE((*bench.controller.view()->visits)[*bench.controller.selectedVisit()].iteration, std::vector<std::uint32_t>{1});
    QTest::mouseDClick(chart->viewport(), Qt::LeftButton, {}, QPoint(60, 24 + 21 * 3 + 10));
    QTRY_COMPARE(bench.controller.view()->now - bench.controller.view()->started, 5'000'000);
    const std::size_t events = bench.controller.view()->events->size();
    chart->setFocus();
    QTest::keyClick(chart, Qt::Key_Left);
    QTRY_VERIFY(bench.controller.view()->events->size() < events);
    QTest::mouseClick(chart->viewport(), Qt::LeftButton, {}, QPoint(chart->viewport()->width() - 2, 8)); // on the ruler, at the end
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
}

void SimulatorPanelsTest::tokensAreAskedForAndTheRunGoesOn()
{
    Bench bench(R"({"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":${Seconds},"Next":"P"},"P":{"Type":"Pass","Result":"${Name}","End":true}}})");
    RunActions actions(bench.workspace, bench.controller, &bench.window);
    bench.window.show();
    bench.controller.run();
    QTRY_VERIFY(bench.window.findChild<TokenDialog*>());
    auto* dialog = bench.window.findChild<TokenDialog*>();
    QVERIFY(!buttonNamed(dialog, QStringLiteral("Run"))->isEnabled());
    const auto fields = dialog->findChildren<QLineEdit*>();
    QCOMPARE(fields.size(), 2);
    fields[0]->setText(QStringLiteral("3"));
    fields[1]->setText(QStringLiteral("東京"));
    QTest::mouseClick(buttonNamed(dialog, QStringLiteral("Run")), Qt::LeftButton);
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->output), std::string("\"東京\""));
    QCOMPARE(bench.controller.view()->now - bench.controller.view()->started, 3'000'000);
}

void SimulatorPanelsTest::inputIsCheckedAndKept()
{
    Bench bench;
    RunActions actions(bench.workspace, bench.controller, &bench.window);
    bench.window.show();
    actions.editInput();
    auto* dialog = bench.window.findChild<InputDialog*>();
    QVERIFY(dialog);
    auto* text = dialog->findChild<QPlainTextEdit*>();
    text->setPlainText(QStringLiteral("{\"b\":"));
    QVERIFY(!buttonNamed(dialog, QStringLiteral("Run"))->isEnabled());
    text->setPlainText(QStringLiteral("{\"b\":2}"));
    QTest::mouseClick(buttonNamed(dialog, QStringLiteral("Run")), Qt::LeftButton);
    QCOMPARE(bench.controller.inputText(), QStringLiteral("{\"b\":2}"));
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    QCOMPARE(asl::data::toJson(*bench.controller.view()->tasks.front().event.find("Payload")), std::string(R"({"b":2})"));
}

void SimulatorPanelsTest::statusTextSaysWhereTheRunStands()
{
    Bench bench;
    RunActions actions(bench.workspace, bench.controller, &bench.window);
    QCOMPARE(actions.statusText(), QString());
    bench.controller.run();
    QTRY_COMPARE(actions.statusText(), QStringLiteral("Load waits for an answer"));
    bench.controller.close();
    bench.runIntoTheMap();
    QCOMPARE(actions.statusText(), QStringLiteral("Paused at Each #0 › Pause"));
}

QTEST_MAIN(SimulatorPanelsTest)
#include "simulator_panels_test.moc"

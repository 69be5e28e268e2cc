// Several places of a run side by side: the canvas, the run panel and the payload show all of them, and follow the one that is
// chosen, by clicks.

#include "tests/ui/simulator/run_bench.h"

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/simulator/payload_panel.h"
#include "ui/simulator/place_bar.h"
#include "ui/simulator/run_panel.h"

#include <QComboBox>

using namespace designer;
using namespace fixture;

namespace {

constexpr const char* branches = R"({"StartAt":"Both","States":{"Both":{"Type":"Parallel","End":true,"Branches":[
    {"StartAt":"A1","States":{"A1":{"Type":"Pass","Next":"A2"},"A2":{"Type":"Pass","Next":"A3"},"A3":{"Type":"Pass","End":true}}},
    {"StartAt":"B1","States":{"B1":{"Type":"Pass","Next":"B2"},"B2":{"Type":"Pass","Next":"B3"},"B3":{"Type":"Pass","End":true}}}]}}})";

constexpr const char* items = R"({"StartAt":"Each","States":{"Each":{"Type":"Map","End":true,"ItemProcessor":{%1
    "StartAt":"Ask","States":{"Ask":{"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage","Next":"Then"},
                              "Then":{"Type":"Pass","End":true}}}}}})";

QByteArray mapDefinition(bool distributed)
{
    return QByteArray(items).replace("%1", distributed ? R"("ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},)" : "");
}

const asl::VisitRecord& selected(const Bench& bench)
{
    return (*bench.controller.view()->visits)[*bench.controller.selectedVisit()];
}

QString place(const Bench& bench)
{
    const asl::VisitRecord& visit = selected(bench);
    QString text = QString::fromStdString(visit.path.name);
    for (const std::uint32_t index : visit.iteration)
        text += QStringLiteral("#%1").arg(index);
    return text;
}

void click(QAbstractItemView* list, int row)
{
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
}

/// Where the canvas marks a state as a place of the run, if it does.
std::optional<QPoint> markOf(const CanvasView& canvas, const asl::StatePath& path)
{
    const auto* scene = qobject_cast<const CanvasScene*>(canvas.scene());
    const quint32 node = scene->diagram()->find(path);
    const QPointF middle = node == asl::noId ? QPointF() : scene->placeMark(scene->diagram()->nodes[node]).center();
    const Hit hit = scene->hitAt(middle, canvas.zoom());
    return hit.part == Hit::Part::Places && hit.index == node ? std::optional(canvas.mapFromScene(middle)) : std::nullopt;
}

/// Both branches stand before their first work.
void enterBranches(Bench& bench)
{
    bench.controller.start();
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    bench.controller.stepInto();
    QTRY_COMPARE(place(bench), QStringLiteral("A1"));
    bench.controller.stepInto();
    QTRY_COMPARE(bench.controller.view()->active.size(), 2U);
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
}

} // namespace

class ActivePlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void runPanelListsAllAndFollowsTheChosen();
    void payloadChoosesAPlace();
    void chosenPlaceIsFollowedThroughItsBranch();
    void pinGivesTheRunBack();
    void followingEndsWithTheFrame();
    void iterationsSideBySide_data();
    void iterationsSideBySide();
    void canvasMarksEveryPlace();
    void canvasMarkOfIterationsGoesRound();
    void veryManyPlacesAreCut();
};

void ActivePlacesTest::runPanelListsAllAndFollowsTheChosen()
{
    Bench bench(branches);
    auto* panel = bench.panel<RunPanel>();
    enterBranches(bench);
    RowList* places = rowList(panel, QStringLiteral("Active places"));
    QTRY_COMPARE(rowTexts(places), (QStringList{QStringLiteral("Both"), QStringLiteral("A1"), QStringLiteral("B1")}));
    click(places, 2);
    QCOMPARE(place(bench), QStringLiteral("B1"));
    QVERIFY(bench.controller.followedFrame());
    QCOMPARE(places->currentRow(), 2);
    QCOMPARE(bench.workspace.selection().current()->name, std::string("B1"));
}

void ActivePlacesTest::payloadChoosesAPlace()
{
    Bench bench(branches);
    auto* panel = bench.panel<PayloadPanel>();
    auto* bar = panel->findChild<PlaceBar*>();
    QVERIFY(!bar->isVisible());
    enterBranches(bench);
    QTRY_VERIFY(bar->isVisible());
    auto* choice = bar->findChild<QComboBox*>();
    QCOMPARE(choice->count(), 3);
    QCOMPARE(choice->currentIndex(), 0); // the run itself
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(place(bench), QStringLiteral("B1"));
    QVERIFY(choice->currentText().startsWith(QStringLiteral("Both › B1")));
    QTest::keyClick(choice, Qt::Key_Home);
    QVERIFY(!bench.controller.followedFrame());
    QCOMPARE(place(bench), QStringLiteral("A1"));
}

/// Stepping over stays with the chosen branch, whichever would go first; the other one may move meanwhile.
void ActivePlacesTest::chosenPlaceIsFollowedThroughItsBranch()
{
    Bench bench(branches);
    auto* panel = bench.panel<RunPanel>();
    enterBranches(bench);
    RowList* places = rowList(panel, QStringLiteral("Active places"));
    QTRY_COMPARE(places->model()->rowCount(), 3);
    click(places, 2);
    for (const char* expected : {"B2", "B3"}) {
        bench.controller.stepOver();
        QTRY_COMPARE(place(bench), QString::fromLatin1(expected));
        QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    }
    bench.controller.stepBack();
    QTRY_VERIFY(place(bench).startsWith(u'B'));
    bench.controller.stepInto(); // another branch may move; the panels stay
    QTRY_COMPARE(bench.controller.mode(), Mode::Paused);
    QVERIFY(place(bench).startsWith(u'B'));
}

void ActivePlacesTest::pinGivesTheRunBack()
{
    Bench bench(branches);
    auto* panel = bench.panel<RunPanel>();
    enterBranches(bench);
    RowList* places = rowList(panel, QStringLiteral("Active places"));
    QTRY_COMPARE(places->model()->rowCount(), 3);
    click(places, 2);
    QCOMPARE(place(bench), QStringLiteral("B1"));
    const QRect row = places->visualRect(places->model()->index(2, 0));
    QTest::mouseClick(places->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 20, row.center().y()));
    QVERIFY(!bench.controller.followedFrame());
    QCOMPARE(place(bench), QStringLiteral("A1"));
}

void ActivePlacesTest::followingEndsWithTheFrame()
{
    Bench bench(branches);
    enterBranches(bench);
    bench.controller.selectVisit(2); // B1
    QVERIFY(bench.controller.followedFrame());
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QVERIFY(!bench.controller.followedFrame());
    QCOMPARE(bench.controller.selectedVisit(), std::optional<asl::VisitId>(static_cast<asl::VisitId>(bench.controller.view()->visits->size() - 1)));
}

void ActivePlacesTest::iterationsSideBySide_data()
{
    QTest::addColumn<bool>("distributed");
    QTest::newRow("inline") << false;
    QTest::newRow("distributed") << true;
}

void ActivePlacesTest::iterationsSideBySide()
{
    QFETCH(bool, distributed);
    Bench bench(mapDefinition(distributed), QStringLiteral("[1,2,3]"));
    auto* panel = bench.panel<RunPanel>();
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    RowList* places = rowList(panel, QStringLiteral("Active places"));
    QTRY_COMPARE(rowTexts(places), (QStringList{QStringLiteral("Each"), QStringLiteral("#0 Ask"), QStringLiteral("#1 Ask"), QStringLiteral("#2 Ask")}));
    click(places, 3);
    QCOMPARE(place(bench), QStringLiteral("Ask#2"));
    // The open task of the chosen iteration is the one that is answered.
    auto* box = panel->findChild<TaskAnswerBox*>();
    QTRY_VERIFY(box->isVisible());
    valueField(box)->setPlainText(QStringLiteral("\"third\""));
    if (distributed) { // its children have histories of their own, by which a run does not stop; the chosen child comes to its end
        QTest::mouseClick(buttonNamed(box, QStringLiteral("Answer")), Qt::LeftButton);
        bench.controller.run();
        QTRY_COMPARE(rowTexts(places), (QStringList{QStringLiteral("Each"), QStringLiteral("#0 Ask"), QStringLiteral("#1 Ask")}));
        QCOMPARE(place(bench), QStringLiteral("Ask#0"));
        return;
    }
    bench.controller.toggleBreakpoint({{{{"Each", 0}}}, "Then"});
    bench.controller.run();
    QTest::mouseClick(buttonNamed(box, QStringLiteral("Answer")), Qt::LeftButton);
    QTRY_COMPARE(place(bench), QStringLiteral("Then#2"));
    QTRY_COMPARE(rowTexts(places), (QStringList{QStringLiteral("Each"), QStringLiteral("#0 Ask"), QStringLiteral("#1 Ask"), QStringLiteral("#2 Then")}));
}

void ActivePlacesTest::canvasMarksEveryPlace()
{
    Bench bench(branches);
    auto* canvas = bench.panel<CanvasView>();
    enterBranches(bench);
    QTest::qWait(300); // the drawing stands still
    const auto a = markOf(*canvas, {{{{"Both", 0}}}, "A1"});
    const auto b = markOf(*canvas, {{{{"Both", 1}}}, "B1"});
    QVERIFY(a && b);
    QVERIFY(!markOf(*canvas, {{{{"Both", 0}}}, "A2"}));
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, *b);
    QCOMPARE(place(bench), QStringLiteral("B1"));
    QVERIFY(bench.controller.followedFrame());
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, *a);
    QCOMPARE(place(bench), QStringLiteral("A1"));
}

void ActivePlacesTest::canvasMarkOfIterationsGoesRound()
{
    Bench bench(mapDefinition(false), QStringLiteral("[1,2,3]"));
    auto* canvas = bench.panel<CanvasView>();
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    QTest::qWait(300);
    const auto mark = markOf(*canvas, {{{{"Each", 0}}}, "Ask"});
    QVERIFY(mark);
    for (const char* expected : {"Ask#1", "Ask#2", "Ask#0"}) {
        QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, *mark);
        QCOMPARE(place(bench), QString::fromLatin1(expected));
    }
}

void ActivePlacesTest::veryManyPlacesAreCut()
{
    QString input = QStringLiteral("[0");
    for (int i = 1; i < 1000; ++i)
        input += QStringLiteral(",%1").arg(i);
    Bench bench(mapDefinition(true), input + u']');
    auto* panel = bench.panel<RunPanel>();
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::AwaitingTask);
    RowList* places = rowList(panel, QStringLiteral("Active places"));
    QTRY_COMPARE(places->model()->rowCount(), 1 + 100 + 1);
    QCOMPARE(rowTexts(places).back(), QStringLiteral("and 900 more places"));
    click(places, 101); // leads nowhere
    bench.controller.selectVisit(900); // the one that is followed is listed
    QTRY_VERIFY(rowTexts(places).contains(QStringLiteral("#899 Ask")));
}

QTEST_MAIN(ActivePlacesTest)
#include "active_places_test.moc"

// The canvas with real gestures: what the mouse, keys and input methods do to the text.

#include "ui/canvas/canvas_view.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/dragged_state.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QtTest>

#include <clocale>
#include <ctime>

using namespace designer;

namespace {

const char* const twoStates = R"({
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Pass",
      "Next": "B"
    },
    "B": {
      "Type": "Succeed"
    }
  }
}
)";

struct Canvas
{
    Workspace workspace;
    SimulationController simulation{workspace};
    CanvasView view{workspace, simulation};
    QStringList refusals;
    QString hint;

    explicit Canvas(const std::string& text)
    {
        QObject::connect(&workspace, &Workspace::refused, &view, [this](const QString& message) { refusals << message; });
        QObject::connect(&view, &CanvasView::hintChanged, &view, [this](const QString& shown) { hint = shown; });
        workspace.open(*asl::Document::open(text));
        view.resize(900, 700);
        view.show();
        view.activateWindow();
        (void)QTest::qWaitForWindowExposed(&view);
        settle();
        view.setFocus();
    }

    /// Until the drawing of the present text is shown and stands still.
    void settle() { QTest::qWait(250); }

    /// Middle of a card. Cards of these tests are 240 by 52 in one column, Start 28 high, 32 apart, centred in the view.
    QPoint card(int index) const { return view.mapFromScene(column(), 28 + 32 + index * (52 + 32) + 26); }
    QPoint edgeAbove(int index) const { return card(index) - QPoint(0, 26 + 20); }
    qreal column() const { return 120; }

    void press(QPoint at, Qt::KeyboardModifiers modifiers = {}) { QTest::mousePress(view.viewport(), Qt::LeftButton, modifiers, at); }
    void release(QPoint at, Qt::KeyboardModifiers modifiers = {}) { QTest::mouseRelease(view.viewport(), Qt::LeftButton, modifiers, at); }
    void move(QPoint at, Qt::KeyboardModifiers modifiers = {})
    {
        QMouseEvent event(QEvent::MouseMove, at, view.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QCoreApplication::sendEvent(view.viewport(), &event);
    }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
    {
        press(from);
        move(from + QPoint(0, 15), modifiers);
        move((from + to) / 2, modifiers);
        move(to, modifiers);
        release(to, modifiers);
        settle();
    }

    /// A drag from the palette; true when the canvas accepts it there.
    bool dragIn(const QMimeData* data, QPoint at, bool drop)
    {
        QDragEnterEvent enter(at, Qt::CopyAction, data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &enter);
        QDragMoveEvent over(at, Qt::CopyAction, data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(view.viewport(), &over);
        if (drop && over.isAccepted()) {
            QDropEvent dropped(at, Qt::CopyAction, data, Qt::LeftButton, {});
            QCoreApplication::sendEvent(view.viewport(), &dropped);
            settle();
        } else {
            QDragLeaveEvent leave;
            QCoreApplication::sendEvent(view.viewport(), &leave);
        }
        return over.isAccepted();
    }

    std::string text() const { return workspace.text(); }
    asl::StatePath current() const
    {
        return workspace.selection().current() ? *workspace.selection().current() : asl::StatePath{};
    }
};

std::unique_ptr<QMimeData> wait()
{
    return std::unique_ptr<QMimeData>(toMimeData({asl::StateType::Wait, {"Wait", R"({"Type": "Wait", "Seconds": 5})"}}));
}

} // namespace

class CanvasTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { std::setlocale(LC_NUMERIC, "C"); }
    void clickSelectsAndTheSelectionIsShared();
    void dropOnAnEdgeInsertsThere();
    void dropOnAPlaceholderFillsIt();
    void dropOnNothingIsRefused();
    void aMovedCardGoesToTheOtherEdge();
    void aMoveThatIsForbiddenSaysWhyAndChangesNothing();
    void controlCopies();
    void escapeCancelsAMove();
    void renameTakesAnInputMethod();
    void renameRefusesATakenName();
    void deleteHealsAndUndoBringsBack();
    void duplicateByKey();
    void arrowsFollowEdges();
    void rubberBandSelects();
    void rewiringAnEdgeByItsHead();
    void quickAddByKeys();
    void foldedContainersBecomeOneCard();
    void damagedTextKeepsTheDrawing();
    void wheelZoomsAtThePointer();
    void theLargestDefinitionIsPaintedWithinAFrame();
};

void CanvasTest::clickSelectsAndTheSelectionIsShared()
{
    Canvas canvas(twoStates);
    QTest::mouseClick(canvas.view.viewport(), Qt::LeftButton, {}, canvas.card(1));
    QCOMPARE(canvas.current().name, std::string("B"));
    QTest::mouseClick(canvas.view.viewport(), Qt::LeftButton, Qt::ShiftModifier, canvas.card(0));
    QCOMPARE(canvas.workspace.selection().states.size(), std::size_t(2));
    QTest::mouseClick(canvas.view.viewport(), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(!canvas.workspace.selection().current());
}

void CanvasTest::dropOnAnEdgeInsertsThere()
{
    Canvas canvas(twoStates);
    const auto data = wait();
    QVERIFY(canvas.dragIn(data.get(), canvas.edgeAbove(1), true));
    const auto& machine = canvas.workspace.snapshot()->machine();
    const asl::StateId inserted = machine.findUnique("Wait");
    QVERIFY(inserted != asl::noId);
    QVERIFY(canvas.text().find("\"Next\": \"Wait\"") != std::string::npos);
    QCOMPARE(machine.transition(machine.state(inserted).transitions.front()).targetName, std::string("B"));
    QCOMPARE(canvas.current().name, std::string("Wait"));
    canvas.workspace.undoStack()->undo();
    QCOMPARE(canvas.text(), std::string(twoStates));
}

void CanvasTest::dropOnAPlaceholderFillsIt()
{
    Canvas canvas(R"({"StartAt": "", "States": {}})");
    const auto data = wait();
    QVERIFY(canvas.dragIn(data.get(), canvas.card(0), true));
    QVERIFY(canvas.workspace.snapshot()->machine().findUnique("Wait") != asl::noId);
    QVERIFY(canvas.text().find("\"StartAt\": \"Wait\"") != std::string::npos);
}

void CanvasTest::dropOnNothingIsRefused()
{
    Canvas canvas(twoStates);
    const auto data = wait();
    QVERIFY(!canvas.dragIn(data.get(), QPoint(20, 20), true));
    QMimeData foreign;
    foreign.setText(QStringLiteral("Wait"));
    QVERIFY(!canvas.dragIn(&foreign, canvas.edgeAbove(1), true));
    QCOMPARE(canvas.text(), std::string(twoStates));
}

void CanvasTest::aMovedCardGoesToTheOtherEdge()
{
    Canvas canvas(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}})");
    canvas.drag(canvas.card(1), canvas.edgeAbove(0));
    QCOMPARE(canvas.text(), std::string(R"({"StartAt":"B","States":{"A":{"Type":"Pass","Next":"C"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Succeed"}}})"));
}

void CanvasTest::aMoveThatIsForbiddenSaysWhyAndChangesNothing()
{
    const std::string text = R"({"StartAt":"P","States":{"P":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}})";
    Canvas canvas(text);
    // The Map may not be moved into itself: onto the way before the state inside.
    const QPoint header = canvas.view.mapFromScene(canvas.view.scene()->sceneRect().center().x(), 28 + 32 + 26);
    canvas.press(header);
    canvas.move(header + QPoint(0, 15));
    canvas.move(header + QPoint(0, 26 + 16));
    const QString reason = canvas.hint;
    canvas.release(header + QPoint(0, 26 + 16));
    canvas.settle();
    QVERIFY(!reason.isEmpty());
    QCOMPARE(canvas.text(), text);
}

void CanvasTest::controlCopies()
{
    Canvas canvas(twoStates);
    canvas.drag(canvas.card(0), canvas.edgeAbove(1), Qt::ControlModifier);
    QCOMPARE(canvas.workspace.snapshot()->machine().states().size(), std::size_t(3));
    canvas.workspace.undoStack()->undo();
    QCOMPARE(canvas.text(), std::string(twoStates));
}

void CanvasTest::escapeCancelsAMove()
{
    Canvas canvas(twoStates);
    canvas.press(canvas.card(0));
    canvas.move(canvas.card(0) + QPoint(0, 15));
    canvas.move(canvas.edgeAbove(1));
    QTest::keyClick(&canvas.view, Qt::Key_Escape);
    canvas.release(canvas.edgeAbove(1));
    QCOMPARE(canvas.text(), std::string(twoStates));
    QVERIFY(canvas.hint.isEmpty());
}

void CanvasTest::renameTakesAnInputMethod()
{
    Canvas canvas(twoStates);
    canvas.workspace.select(asl::StatePath{{}, "A"});
    QTest::keyClick(&canvas.view, Qt::Key_F2);
    auto* field = canvas.view.findChild<QLineEdit*>();
    QVERIFY(field && field->hasFocus());
    QInputMethodEvent composing(QStringLiteral("じゅちゅう"), {});
    QCoreApplication::sendEvent(field, &composing);
    QCOMPARE(canvas.text(), std::string(twoStates));
    QInputMethodEvent committing;
    committing.setCommitString(QStringLiteral("受注"));
    QCoreApplication::sendEvent(field, &committing);
    QTest::keyClick(field, Qt::Key_Return);
    canvas.settle();
    QVERIFY(canvas.text().find("\"StartAt\": \"受注\"") != std::string::npos);
    QCOMPARE(canvas.current().name, std::string("受注"));
    QVERIFY(canvas.view.hasFocus());
}

void CanvasTest::renameRefusesATakenName()
{
    Canvas canvas(twoStates);
    canvas.workspace.select(asl::StatePath{{}, "A"});
    canvas.view.renameCurrent();
    auto* field = canvas.view.findChild<QLineEdit*>();
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("B"));
    QVERIFY(!field->toolTip().isEmpty());
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(canvas.text(), std::string(twoStates));
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(canvas.text(), std::string(twoStates));
}

void CanvasTest::deleteHealsAndUndoBringsBack()
{
    Canvas canvas(twoStates);
    canvas.workspace.select(asl::StatePath{{}, "A"});
    QTest::keyClick(&canvas.view, Qt::Key_Delete);
    QVERIFY(canvas.text().find("\"StartAt\": \"B\"") != std::string::npos);
    QVERIFY(canvas.workspace.snapshot()->machine().findUnique("A") == asl::noId);
    canvas.workspace.undoStack()->undo();
    QCOMPARE(canvas.text(), std::string(twoStates));
}

void CanvasTest::duplicateByKey()
{
    Canvas canvas(twoStates);
    canvas.workspace.select(asl::StatePath{{}, "A"});
    QTest::keyClick(&canvas.view, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(canvas.workspace.snapshot()->machine().states().size(), std::size_t(3));
}

void CanvasTest::arrowsFollowEdges()
{
    Canvas canvas(R"({"StartAt":"A","States":{"A":{"Type":"Choice","Choices":[{"Variable":"$.x","IsNull":true,"Next":"B"}],"Default":"C"},
        "B":{"Type":"Succeed"},"C":{"Type":"Fail"}}})");
    QTest::keyClick(&canvas.view, Qt::Key_Down);
    QCOMPARE(canvas.current().name, std::string("A"));
    QTest::keyClick(&canvas.view, Qt::Key_Right);
    QTest::keyClick(&canvas.view, Qt::Key_Right);
    QCOMPARE(canvas.workspace.selection().transition->kind, asl::TransitionKind::Default);
    QTest::keyClick(&canvas.view, Qt::Key_Down);
    QCOMPARE(canvas.current().name, std::string("C"));
    QTest::keyClick(&canvas.view, Qt::Key_Up);
    QCOMPARE(canvas.current().name, std::string("A"));
    QTest::keyClick(&canvas.view, Qt::Key_Tab);
    QCOMPARE(canvas.current().name, std::string("B"));
}

void CanvasTest::rubberBandSelects()
{
    Canvas canvas(twoStates);
    canvas.drag(QPoint(10, 10), canvas.card(1));
    QCOMPARE(canvas.workspace.selection().states.size(), std::size_t(2));
}

void CanvasTest::rewiringAnEdgeByItsHead()
{
    Canvas canvas(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}})");
    const QPoint head = canvas.card(1) - QPoint(0, 26 + 4);
    canvas.move(head);
    canvas.press(head);
    canvas.move(head + QPoint(0, 15));
    canvas.move(canvas.card(2));
    canvas.release(canvas.card(2));
    canvas.settle();
    QCOMPARE(canvas.text(), std::string(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"C"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}})"));
}

void CanvasTest::quickAddByKeys()
{
    Canvas canvas(twoStates);
    canvas.workspace.select(asl::StatePath{{}, "A"});
    QTest::keyClick(&canvas.view, Qt::Key_A);
    QLineEdit* search = nullptr;
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (widget->windowType() == Qt::Popup && widget->isVisible())
            search = widget->findChild<QLineEdit*>();
    QVERIFY(search);
    QTest::keyClicks(search, QStringLiteral("wait"));
    QTest::keyClick(search, Qt::Key_Return);
    canvas.settle();
    QVERIFY(canvas.workspace.snapshot()->machine().findUnique("Wait") != asl::noId);
}

void CanvasTest::foldedContainersBecomeOneCard()
{
    Canvas canvas(R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}})");
    const qreal before = canvas.view.scene()->sceneRect().height();
    canvas.workspace.select(asl::StatePath{{}, "M"});
    canvas.view.toggleFold();
    canvas.settle();
    QVERIFY(canvas.view.scene()->sceneRect().height() < before);
    QCOMPARE(canvas.view.folded().size(), std::size_t(1));
}

void CanvasTest::damagedTextKeepsTheDrawing()
{
    Canvas canvas(twoStates);
    const QRectF before = canvas.view.scene()->sceneRect();
    const std::size_t quote = canvas.text().find("Pass\"");
    canvas.workspace.apply(asl::Edit{asl::Message("Damage"), asl::TextPatch::replacing({quote + 4, quote + 5}, ""), {}});
    canvas.settle();
    QVERIFY(!canvas.workspace.snapshot()->tree().errors().empty());
    QCOMPARE(canvas.view.scene()->sceneRect(), before);
    // What lies outside the damage stays editable.
    QTest::mouseClick(canvas.view.viewport(), Qt::LeftButton, {}, canvas.card(1));
    QCOMPARE(canvas.current().name, std::string("B"));
}

void CanvasTest::wheelZoomsAtThePointer()
{
    Canvas canvas(twoStates);
    const QPoint at = canvas.card(1);
    const QPointF before = canvas.view.mapToScene(at);
    QWheelEvent event(at, canvas.view.viewport()->mapToGlobal(at), {}, QPoint(0, 120), Qt::NoButton, Qt::ControlModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(canvas.view.viewport(), &event);
    QVERIFY(canvas.view.zoom() > 1.05);
    const QPointF after = canvas.view.mapToScene(at);
    QVERIFY(QLineF(before, after).length() < 3);
}

/// The service's limit is a megabyte of text: some 3,700 states with loops and many ways.
void CanvasTest::theLargestDefinitionIsPaintedWithinAFrame()
{
    constexpr int count = 3700;
    std::string text = R"({"StartAt":"State 0","States":{)";
    for (int i = 0; i < count; ++i) {
        const auto name = [](int index) { return "\"State " + std::to_string(index) + "\""; };
        text += (i > 0 ? "," : "") + name(i) + ":";
        if (i == count - 1)
            text += R"({"Type":"Succeed"})";
        else if (i % 7 == 3)
            text += R"({"Type":"Choice","Choices":[{"Variable":"$.value","NumericGreaterThan":100,"Next":)" + name(std::max(0, i - 3))
                + "}],\"Default\":" + name(i + 1) + "}";
        else
            text += R"({"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Next":)" + name(i + 1) + "}";
    }
    Canvas canvas(text + "}}");
    canvas.view.resize(1400, 900);
    QTRY_VERIFY_WITH_TIMEOUT(canvas.view.scene()->sceneRect().height() > count * 80, 30'000);
    canvas.settle();
    double longest = 0;
    for (const double zoom : {0.1, 0.2, 0.26, 0.4, 0.55, 1.0, 2.0}) {
        canvas.view.setTransform(QTransform::fromScale(zoom, zoom));
        for (int step = 0; step < 10; ++step) {
            canvas.view.verticalScrollBar()->setValue(canvas.view.verticalScrollBar()->value() + 700);
            timespec before;
            timespec after;
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before);
            canvas.view.viewport()->repaint();
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after);
            const double ms = double(after.tv_sec - before.tv_sec) * 1e3 + double(after.tv_nsec - before.tv_nsec) / 1e6;
            if (step > 0) // the first one fills the caches of glyphs
                longest = std::max(longest, ms);
        }
    }
    qInfo("longest paint of 3,700 states: %.1f ms of processor time", longest);
    QVERIFY2(longest < 16, "a painted frame takes less than 16 ms");
}

QTEST_MAIN(CanvasTest)
#include "canvas_test.moc"

// Values changed by hand while a run is paused: by double-click, button and key; marked in events and timeline; taken back,
// branched, recorded.

#include "tests/ui/simulator/run_bench.h"

#include "core/execution/run_record.h"
#include "ui/simulator/data_tree.h"
#include "ui/simulator/event_list.h"
#include "ui/simulator/payload_panel.h"
#include "ui/simulator/stage_rail.h"
#include "ui/simulator/timeline_panel.h"
#include "ui/simulator/value_dialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace designer;
using namespace fixture;

namespace {

constexpr const char* sums = R"({"QueryLanguage":"JSONata","StartAt":"First","States":{
    "First":{"Type":"Pass","Assign":{"factor":2,"deep":{"list":[1,2]}},"Output":{"n":1,"items":[{"q":1},{"q":2}]},"Next":"Second"},
    "Second":{"Type":"Pass","Output":{"sum":"{% $factor * ($states.input.n + $sum($states.input.items.q)) %}"},"Next":"Third"},
    "Third":{"Type":"Succeed"}}})";

const asl::StatePath second{{}, "Second"};

struct Paused : Bench
{
    explicit Paused(const char* definition = sums) : Bench(definition)
    {
        controller.toggleBreakpoint(second);
        controller.run();
        QTRY_COMPARE(controller.mode(), Mode::Paused);
    }
    std::string output()
    {
        controller.run();
        (void)QTest::qWaitFor([this] { return controller.mode() == Mode::Ended; });
        return controller.view()->output ? asl::data::toJson(*controller.view()->output) : std::string();
    }
};

DataTree* treeNamed(QWidget* panel, const QString& name)
{
    for (DataTree* tree : panel->findChildren<DataTree*>())
        if (tree->accessibleName() == name)
            return tree;
    return nullptr;
}

QToolButton* toolNamed(QWidget* panel, const QString& begin)
{
    for (QToolButton* button : panel->findChildren<QToolButton*>())
        if (button->accessibleName().startsWith(begin))
            return button;
    return nullptr;
}

int rowOf(const QAbstractItemView* list, const QString& text)
{
    return static_cast<int>(rowTexts(list).indexOf(text));
}

void doubleClick(QAbstractItemView* list, int row)
{
    const QPoint at = list->visualRect(list->model()->index(row, 0)).center();
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(list->viewport(), Qt::LeftButton, {}, at);
}

/// The dialog that is open, its text replaced by typing.
ValueDialog* typed(Bench& bench, const QString& json)
{
    ValueDialog* open = nullptr;
    (void)QTest::qWaitFor([&] {
        for (ValueDialog* dialog : bench.window.findChildren<ValueDialog*>())
            if (dialog->isVisible())
                open = dialog;
        return open != nullptr;
    });
    if (!open)
        return nullptr;
    auto* field = open->findChild<QPlainTextEdit*>();
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(field, json);
    return open;
}

QStringList events(EventList* list)
{
    QStringList texts;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        texts.append(list->model()->index(row, EventModel::Event).data().toString());
    return texts;
}

} // namespace

class EditValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void partOfTheInputByDoubleClick();
    void brokenJsonIsSaidAtItsPlace();
    void wholeInputByItsButton();
    void variableByDoubleClick();
    void onlyWhatCanStillBeChangedIsOffered();
    void eventsShowItByHand();
    void stepBackTakesItBack();
    void inThePastItBeginsABranch();
    void recordHoldsIt();
    void runThatWentOnRefuses();
    void partsAreReplaced_data();
    void partsAreReplaced();
};

void EditValuesTest::partOfTheInputByDoubleClick()
{
    Paused bench;
    auto* panel = bench.panel<PayloadPanel>();
    DataTree* tree = treeNamed(panel, QStringLiteral("Value"));
    QTRY_VERIFY(tree->isEditable());
    QTRY_VERIFY(rowOf(tree, QStringLiteral("q: 2")) >= 0);
    doubleClick(tree, rowOf(tree, QStringLiteral("q: 2")));
    ValueDialog* dialog = typed(bench, QStringLiteral("40"));
    QVERIFY(dialog);
    QTest::mouseClick(buttonNamed(dialog, QStringLiteral("Change")), Qt::LeftButton);
    QTRY_COMPARE(bench.controller.view()->edits.size(), 1U);
    QTRY_VERIFY(rowOf(tree, QStringLiteral("q: 40")) >= 0);
    const auto stops = panel->findChild<StageRail*>();
    QTRY_COMPARE(stops->accessibleDescription(), QStringLiteral("Input, by hand"));
    QCOMPARE(bench.output(), std::string(R"({"sum":84})")); // 2 * (1 + 1 + 40)
}

void EditValuesTest::brokenJsonIsSaidAtItsPlace()
{
    Paused bench;
    auto* panel = bench.panel<PayloadPanel>();
    DataTree* tree = treeNamed(panel, QStringLiteral("Value"));
    QTRY_VERIFY(rowOf(tree, QStringLiteral("n: 1")) >= 0);
    tree->setCurrentIndex(tree->model()->index(rowOf(tree, QStringLiteral("n: 1")), 0));
    tree->setFocus();
    QTest::keyClick(tree, Qt::Key_F2);
    ValueDialog* dialog = typed(bench, QStringLiteral("{\"a\": tru"));
    QVERIFY(dialog);
    QPushButton* change = buttonNamed(dialog, QStringLiteral("Change"));
    QVERIFY(!change->isEnabled());
    bool said = false;
    for (ThemedLabel* label : dialog->findChildren<ThemedLabel*>())
        said = said || label->text().startsWith(QStringLiteral("Line 1, column 7: "));
    QVERIFY(said);
    auto* field = dialog->findChild<QPlainTextEdit*>();
    QCOMPARE(field->extraSelections().size(), 1);
    QTest::keyClicks(field, QStringLiteral("e}"));
    QVERIFY(change->isEnabled());
    QVERIFY(field->extraSelections().isEmpty());
    dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    QTest::keyClick(field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.controller.view()->edits.size(), 1U);
    QCOMPARE(asl::data::toJson(bench.controller.view()->edits[0].value), std::string(R"({"n":{"a":true},"items":[{"q":1},{"q":2}]})"));
}

void EditValuesTest::wholeInputByItsButton()
{
    Paused bench;
    auto* panel = bench.panel<PayloadPanel>();
    QToolButton* button = toolNamed(panel, QStringLiteral("Edit this input"));
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    ValueDialog* dialog = typed(bench, QStringLiteral("{\"n\": 3, \"items\": []}"));
    QVERIFY(dialog);
    QTest::mouseClick(buttonNamed(dialog, QStringLiteral("Change")), Qt::LeftButton);
    QTRY_COMPARE(bench.controller.view()->edits.size(), 1U);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(typed(bench, QStringLiteral("{\"n\": 3, \"items\": [ ]}")));
    QTest::mouseClick(buttonNamed(typed(bench, QStringLiteral("{\"n\":3,\"items\":[]}")), QStringLiteral("Change")), Qt::LeftButton);
    QTest::qWait(50);
    QCOMPARE(bench.controller.view()->edits.size(), 1U); // the same value is no change
}

void EditValuesTest::variableByDoubleClick()
{
    Paused bench;
    auto* panel = bench.panel<PayloadPanel>();
    for (QTabBar* tabs : panel->findChildren<QTabBar*>())
        tabs->setCurrentIndex(0);
    DataTree* variables = treeNamed(panel, QStringLiteral("Variables"));
    QTRY_VERIFY(rowOf(variables, QStringLiteral("$factor: 2")) >= 0);
    QVERIFY(variables->isEditable());
    doubleClick(variables, rowOf(variables, QStringLiteral("$factor: 2")));
    ValueDialog* dialog = typed(bench, QStringLiteral("10"));
    QVERIFY(dialog);
    QTest::mouseClick(buttonNamed(dialog, QStringLiteral("Change")), Qt::LeftButton);
    QTRY_VERIFY(rowOf(variables, QStringLiteral("$factor: 10")) >= 0);
    const QModelIndex row = variables->model()->index(rowOf(variables, QStringLiteral("$factor: 10")), 0);
    QCOMPARE(row.data(Qt::ToolTipRole).toString(), QStringLiteral("changed by hand"));
    QCOMPARE(bench.output(), std::string(R"({"sum":40})")); // 10 * (1 + 3)
}

void EditValuesTest::onlyWhatCanStillBeChangedIsOffered()
{
    Paused bench;
    auto* panel = bench.panel<PayloadPanel>();
    DataTree* tree = treeNamed(panel, QStringLiteral("Value"));
    DataTree* variables = treeNamed(panel, QStringLiteral("Variables"));
    QToolButton* button = toolNamed(panel, QStringLiteral("Edit this input"));
    QTRY_VERIFY(button->isVisible());
    bench.controller.selectVisit(0); // First, which is over
    QTRY_VERIFY(!button->isVisible());
    QVERIFY(!tree->isEditable());
    QVERIFY(!variables->isEditable());
    bench.controller.run();
    QTRY_COMPARE(bench.controller.mode(), Mode::Ended);
    QTRY_VERIFY(!variables->isEditable());
    QVERIFY(!button->isVisible());
}

void EditValuesTest::eventsShowItByHand()
{
    Paused bench;
    auto* panel = bench.panel<TimelinePanel>();
    auto* list = panel->findChild<EventList*>();
    const QStringList before = events(list);
    const asl::FrameId frame = bench.controller.view()->active.front().frame;
    bench.controller.editValue(frame, {}, *asl::data::parse(R"({"n":5,"items":[{"q":0}]})"));
    bench.controller.editValue(frame, "factor", asl::Data::integer(3));
    QTRY_COMPARE(events(list), before + (QStringList{QStringLiteral("Input changed by hand"), QStringLiteral("$factor changed by hand")}));
    const int row = static_cast<int>(before.size());
    QCOMPARE(list->model()->index(row, EventModel::Id).data().toString(), QString()); // no event of the service
    QCOMPARE(list->model()->index(row, EventModel::State).data().toString(), QStringLiteral("Second"));
    QCOMPARE(bench.output(), std::string(R"({"sum":15})"));
    QTRY_VERIFY(list->model()->rowCount() > row + 2);
    QCOMPARE(asl::historyJson(*bench.controller.view()->events).find("by hand"), std::string::npos);

    // A click leads to the moment after it, and to events on either side.
    const auto click = [list](int at) { QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(at, EventModel::Event)).center()); };
    click(row);
    QTRY_COMPARE(bench.controller.view()->edits.size(), 1U);
    QCOMPARE(list->events().shownRows(), row + 1);
    click(row + 1);
    QTRY_COMPARE(bench.controller.view()->edits.size(), 2U);
    click(row - 1);
    QTRY_COMPARE(bench.controller.view()->edits.size(), 0U);

    // Filters: it belongs to no group of events, its words and its state are found.
    auto* text = panel->findChild<QLineEdit*>();
    QTest::keyClicks(text, QStringLiteral("by hand"));
    QCOMPARE(events(list), (QStringList{QStringLiteral("Input changed by hand"), QStringLiteral("$factor changed by hand")}));
    text->clear();
    for (QComboBox* kind : panel->findChildren<QComboBox*>())
        if (kind->accessibleName() == QStringLiteral("Kind of event")) {
            kind->setFocus();
            QTest::keyClick(kind, Qt::Key_Down);
        }
    QVERIFY(!events(list).contains(QStringLiteral("Input changed by hand")));
}

void EditValuesTest::stepBackTakesItBack()
{
    Paused bench;
    const std::uint64_t at = bench.controller.view()->step;
    bench.controller.editValue(bench.controller.view()->active.front().frame, "factor", asl::Data::integer(3));
    QTRY_COMPARE(bench.controller.view()->step, at + 1);
    bench.controller.stepBack();
    QTRY_COMPARE(bench.controller.view()->step, at);
    QVERIFY(bench.controller.view()->edits.empty());
    bench.controller.stepBack();
    QTRY_VERIFY(bench.controller.view()->step < at);
}

void EditValuesTest::inThePastItBeginsABranch()
{
    Paused bench;
    auto* panel = bench.panel<TimelinePanel>();
    const std::uint64_t at = bench.controller.view()->step;
    const asl::FrameId frame = bench.controller.view()->active.front().frame;
    QCOMPARE(bench.output(), std::string(R"({"sum":8})"));
    bench.controller.seek(at);
    QTRY_COMPARE(bench.controller.view()->step, at);
    bench.controller.editValue(frame, "factor", asl::Data::integer(3));
    QTRY_COMPARE(bench.controller.branches().size(), 2U);
    QCOMPARE(bench.output(), std::string(R"({"sum":12})"));
    auto* list = panel->findChild<EventList*>();
    QVERIFY(events(list).contains(QStringLiteral("$factor changed by hand")));
    bench.controller.switchToBranch(0);
    QTRY_COMPARE(asl::data::toJson(*bench.controller.view()->output), std::string(R"({"sum":8})"));
    QTRY_VERIFY(!events(list).contains(QStringLiteral("$factor changed by hand")));
}

void EditValuesTest::recordHoldsIt()
{
    Paused bench;
    bench.controller.editValue(bench.controller.view()->active.front().frame, {}, *asl::data::parse(R"({"n":5,"items":[{"q":0}]})"));
    QTRY_COMPARE(bench.controller.view()->edits.size(), 1U);
    QCOMPARE(bench.output(), std::string(R"({"sum":10})"));
    std::string text;
    bench.controller.makeRecord([&text](const std::string& record) { text = record; });
    QTRY_VERIFY(!text.empty());
    auto record = asl::readRunRecord(text);
    QVERIFY(record.hasValue());
    Bench other(sums);
    auto* panel = other.panel<TimelinePanel>();
    other.controller.openRecord(std::make_shared<const asl::RunRecord>(std::move(record).value()));
    QTRY_COMPARE(other.controller.mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*other.controller.view()->output), std::string(R"({"sum":10})"));
    QVERIFY(events(panel->findChild<EventList*>()).contains(QStringLiteral("Input changed by hand")));
}

void EditValuesTest::runThatWentOnRefuses()
{
    Paused bench;
    const asl::FrameId frame = bench.controller.view()->active.front().frame;
    QCOMPARE(bench.output(), std::string(R"({"sum":8})"));
    QSignalSpy refused(&bench.controller, &SimulationController::refused);
    bench.controller.editValue(frame, {}, asl::Data::integer(1));
    QVERIFY(refused.wait());
    QVERIFY(refused[0][0].toString().contains(QStringLiteral("no longer stands at this place")));
    QCOMPARE(bench.controller.branches().size(), 1U);
}

void EditValuesTest::partsAreReplaced_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QStringList>("steps"); ///< a key, or "[2]"
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the whole") << QByteArray("{\"a\":1}") << QStringList() << QByteArray("0");
    QTest::newRow("member") << QByteArray("{\"a\":1,\"b\":2}") << QStringList{QStringLiteral("a")} << QByteArray("{\"a\":0,\"b\":2}");
    QTest::newRow("item") << QByteArray("[1,2,3]") << QStringList{QStringLiteral("[1]")} << QByteArray("[1,0,3]");
    QTest::newRow("deep") << QByteArray("{\"a\":[{\"b\":[1]},2]}") << QStringList{QStringLiteral("a"), QStringLiteral("[0]"), QStringLiteral("b"), QStringLiteral("[0]")}
                          << QByteArray("{\"a\":[{\"b\":[0]},2]}");
    QTest::newRow("a key that looks like an index") << QByteArray("{\"0\":1}") << QStringList{QStringLiteral("0")} << QByteArray("{\"0\":0}");
}

void EditValuesTest::partsAreReplaced()
{
    QFETCH(QByteArray, whole);
    QFETCH(QStringList, steps);
    DataPart part{*asl::data::parse(whole.toStdString()), {}, {}, {}};
    for (const QString& step : steps)
        part.steps.push_back(step.startsWith(u'[') ? DataPart::Step{{}, step.mid(1).chopped(1).toInt()} : DataPart::Step{step.toStdString(), -1});
    QTEST(QByteArray::fromStdString(asl::data::toJson(part.wholeWith(asl::Data::integer(0)))), "expected");
}

QTEST_MAIN(EditValuesTest)
#include "edit_values_test.moc"

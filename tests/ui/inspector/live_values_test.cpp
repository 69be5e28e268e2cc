// Under every expression of a form stands what it comes to, for the data of the last run or of the next one's input.

#include "inspector_fixture.h"

#include "ui/inspector/live_lines.h"
#include "ui/support/code_preview.h"
#include "ui/workspace/simulation_controller.h"

#include <QElapsedTimer>
#include <QLayout>

using namespace designer;

namespace {

const QString paths = QStringLiteral(R"j({"StartAt": "Read", "States": {
    "Read": {"Type": "Pass", "InputPath": "$.order", "Parameters": {"id.$": "$.id", "text.$": "States.Format('order {}', $.id)", "list.$": "$.items", "fixed": 1}, "Next": "Wait"},
    "Wait": {"Type": "Wait", "SecondsPath": "$.seconds", "Next": "Pick"},
    "Pick": {"Type": "Choice", "Choices": [{"Variable": "$.id", "StringEquals": "A1", "Next": "End"}], "Default": "End"},
    "End": {"Type": "Succeed"}}})j");
const QString input = QStringLiteral(R"({"order": {"id": "A1", "items": [1, 2, 3], "seconds": 0}})");

const QString jsonata = QStringLiteral(R"j({"QueryLanguage": "JSONata", "StartAt": "Sum", "States": {
    "Sum": {"Type": "Pass", "Output": {"total": "{% $sum($states.input.items) %}", "all": "{% $states.input %}"}, "Assign": {"count": "{% $count($states.input.items) %}"}, "Next": "Wait"},
    "Wait": {"Type": "Wait", "Seconds": "{% $count - 3 %}", "Output": "{% $states.input.total %}", "Next": "Pick"},
    "Pick": {"Type": "Choice", "Choices": [{"Condition": "{% $count > 2 %}", "Next": "End"}], "Default": "End"},
    "End": {"Type": "Succeed"}}})j");

/// All lines of a row's live values.
QString linesOf(const QWidget* row)
{
    QStringList lines;
    for (const LiveLines* live : row ? row->findChildren<LiveLines*>() : QList<LiveLines*>()) {
        if (!live->isVisible())
            continue;
        for (int i = 0; i < live->layout()->count(); ++i) {
            QWidget* line = live->layout()->itemAt(i)->widget();
            QStringList words;
            if (const auto* label = qobject_cast<QLabel*>(line))
                words << label->text();
            for (const QLabel* label : line->findChildren<QLabel*>())
                words << label->text();
            lines << words.join(u' ');
        }
    }
    return lines.join(u'\n');
}

/// The JSONata machine, from its beginning to its end.
bool runs(Bench& bench)
{
    bench.simulation.setInputText(QStringLiteral(R"({"items": [1, 2, 3]})"));
    bench.simulation.run();
    return QTest::qWaitFor([&] { return bench.simulation.mode() == SimulationController::Mode::Ended; });
}

} // namespace

class LiveValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void theFirstStateHasASample();
    void otherStatesSayThatThereIsNone();
    void aRunGivesEveryVisitedStateItsData();
    void whatIsTypedIsTriedBeforeItIsWritten();
    void mistakesAreToldAtTheirColumn();
    void aConditionSaysWhetherItHolds();
    void anotherInputGivesOtherValues();
    void aClickOpensTheWholeValue();
    void valuesStayWhenTheRunIsClosed();
    void typingDoesNotWait();
};

void LiveValuesTest::theFirstStateHasASample()
{
    Bench bench(paths);
    bench.simulation.setInputText(input);
    bench.select("Read");
    bench.openTab(asl::Section::Input);
    QTRY_COMPARE(linesOf(bench.row("/States/Read/Parameters")), QStringLiteral("id.$ = \"A1\"\ntext.$ = \"order A1\"\nlist.$ = [1, 2, 3] 3 items"));
    QTRY_COMPARE(linesOf(bench.row("/States/Read/InputPath")), QStringLiteral("= {\"id\": \"A1\", \"items\": [1, 2, 3], \"seconds\": 0} 3 keys"));
}

void LiveValuesTest::otherStatesSayThatThereIsNone()
{
    Bench bench(paths);
    bench.simulation.setInputText(input);
    bench.select("Wait");
    QTRY_COMPARE(linesOf(bench.row("/States/Wait/SecondsPath")), QStringLiteral("There is no sample for this state: no run has come here yet."));
    bench.simulation.setInputText(QStringLiteral("{ not json"));
    bench.select("Read");
    bench.openTab(asl::Section::Input);
    QTRY_COMPARE(linesOf(bench.row("/States/Read/InputPath")), QStringLiteral("There is no sample for this state: no run has come here yet."));
}

void LiveValuesTest::aRunGivesEveryVisitedStateItsData()
{
    Bench bench(jsonata);
    QVERIFY(runs(bench));
    bench.select("Wait");
    QTRY_COMPARE(linesOf(bench.row("/States/Wait/Seconds")), QStringLiteral("= 0"));
    bench.openTab(asl::Section::Output);
    QTRY_COMPARE(linesOf(bench.row("/States/Wait/Output")), QStringLiteral("= 6"));
    bench.select("Pick");
    bench.openTab(asl::Section::Configuration);
    QTest::mouseClick(bench.panel->findChild<Box*>(), Qt::LeftButton, {}, QPoint(20, 14));
    QTRY_COMPARE(linesOf(bench.row("/States/Pick/Choices/0/Condition")), QStringLiteral("= true"));
}

void LiveValuesTest::whatIsTypedIsTriedBeforeItIsWritten()
{
    Bench bench(jsonata);
    QVERIFY(runs(bench));
    bench.select("Wait");
    const QString before = bench.text();
    auto* line = bench.in<FormLine>("/States/Wait/Seconds");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("{% $count * 14 %}"));
    QTRY_COMPARE(linesOf(bench.row("/States/Wait/Seconds")), QStringLiteral("= 42"));
    QCOMPARE(bench.text(), before);
    QTest::keyClick(line, Qt::Key_Escape);
    QTRY_COMPARE(linesOf(bench.row("/States/Wait/Seconds")), QStringLiteral("= 0"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("{% 'many' %}"));
    QTRY_VERIFY(linesOf(bench.row("/States/Wait/Seconds")).contains(QLatin1String("Expected 'number', but was 'string'")));
}

void LiveValuesTest::mistakesAreToldAtTheirColumn()
{
    Bench bench(jsonata);
    bench.simulation.setInputText(QStringLiteral(R"({"items": ["a"]})"));
    bench.select("Sum");
    bench.openTab(asl::Section::Output);
    auto* text = bench.in<FormText>("/States/Sum/Output");
    text->setFocus();
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("\"{% $states.input.items[0] + 1 %}\""));
    QTRY_COMPARE(linesOf(bench.row("/States/Sum/Output")), QStringLiteral("Column 27: T2001: The left side of the \"+\" operator must evaluate to a number"));
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("\"{% $sum( %}\""));
    QTRY_VERIFY(linesOf(bench.row("/States/Sum/Output")).startsWith(QLatin1String("Column 8: S0")));
    // Once it is written the problem below says what is wrong; the line tells the place.
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(linesOf(bench.row("/States/Sum/Output")), QStringLiteral("Column 8"));
}

void LiveValuesTest::aConditionSaysWhetherItHolds()
{
    Bench bench(paths);
    bench.simulation.setInputText(QStringLiteral(R"({"order": {"id": "A1", "items": [], "seconds": 0}})"));
    bench.workspace.apply(asl::setValue(*bench.workspace.snapshot(), "/StartAt", "\"Pick\""));
    bench.simulation.setInputText(QStringLiteral(R"({"id": "A1"})"));
    bench.select("Pick");
    QTest::mouseClick(bench.panel->findChild<Box*>(), Qt::LeftButton, {}, QPoint(20, 14));
    QTRY_COMPARE(linesOf(bench.row("/States/Pick/Choices/0/Variable")), QStringLiteral("= \"A1\""));
    QTRY_VERIFY(linesOf(bench.panel).contains(QLatin1String("The condition = true")));
    bench.simulation.setInputText(QStringLiteral(R"({"id": "B2"})"));
    QTRY_VERIFY(linesOf(bench.panel).contains(QLatin1String("The condition = false")));
}

void LiveValuesTest::anotherInputGivesOtherValues()
{
    Bench bench(jsonata);
    bench.simulation.setInputText(QStringLiteral(R"({"items": [1]})"));
    bench.select("Sum");
    bench.openTab(asl::Section::Output);
    QTRY_COMPARE(linesOf(bench.row("/States/Sum/Output")), QStringLiteral("total = 1\nall = {\"items\": [1]} 1 key"));
    bench.simulation.setInputText(QStringLiteral(R"({"items": [1, 20]})"));
    QTRY_COMPARE(linesOf(bench.row("/States/Sum/Output")), QStringLiteral("total = 21\nall = {\"items\": [1, 20]} 1 key"));
    bench.workspace.apply(asl::setValue(*bench.workspace.snapshot(), "/States/Sum/Output/total", "\"{% $count($states.input.items) %}\""));
    QTRY_COMPARE(linesOf(bench.row("/States/Sum/Output")), QStringLiteral("total = 2\nall = {\"items\": [1, 20]} 1 key"));
}

void LiveValuesTest::aClickOpensTheWholeValue()
{
    Bench bench(jsonata);
    bench.simulation.setInputText(QStringLiteral(R"({"items": [1, 2, 3]})"));
    bench.select("Sum");
    bench.openTab(asl::Section::Output);
    QTRY_VERIFY(linesOf(bench.row("/States/Sum/Output")).contains(QLatin1String("all = ")));
    const auto value = [&] {
        for (QLabel* label : bench.row("/States/Sum/Output")->findChildren<QLabel*>())
            if (label->text().startsWith(QLatin1String("{\"items\"")) && label->isVisible())
                return label;
        return static_cast<QLabel*>(nullptr);
    };
    const auto opened = [&] {
        for (const CodePreview* preview : bench.row("/States/Sum/Output")->findChildren<CodePreview*>())
            if (preview->isVisible())
                return preview->toPlainText();
        return QString();
    };
    QVERIFY(value()->toolTip().contains(QLatin1String("\n    1,\n")));
    QTest::mouseClick(value(), Qt::LeftButton);
    QTRY_COMPARE(opened(), QStringLiteral("{\n  \"items\": [\n    1,\n    2,\n    3\n  ]\n}"));
    QTest::mouseClick(value(), Qt::LeftButton);
    QTRY_COMPARE(opened(), QString());
}

void LiveValuesTest::valuesStayWhenTheRunIsClosed()
{
    Bench bench(jsonata);
    QVERIFY(runs(bench));
    bench.simulation.close();
    bench.select("Wait");
    QTRY_COMPARE(linesOf(bench.row("/States/Wait/Seconds")), QStringLiteral("= 0"));
}

/// An expression that takes all its time is tried on the lane; keys go on, and the last text is what counts.
void LiveValuesTest::typingDoesNotWait()
{
    Bench bench(jsonata);
    bench.simulation.setInputText(QStringLiteral(R"({"items": [1, 2, 3]})"));
    bench.select("Sum");
    bench.openTab(asl::Section::Output);
    auto* text = bench.in<FormText>("/States/Sum/Output");
    text->setFocus();
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("\"{% $count([1..200000].($ * 2)) %}\""));
    QTest::qWait(150);
    text->selectAll();
    QElapsedTimer clock;
    clock.start();
    QTest::keyClicks(text, QStringLiteral("\"{% 7 %}\""));
    QVERIFY(clock.elapsed() < 5000);
    QTRY_COMPARE(linesOf(bench.row("/States/Sum/Output")), QStringLiteral("= 7"));
}

QTEST_MAIN(LiveValuesTest)
#include "live_values_test.moc"

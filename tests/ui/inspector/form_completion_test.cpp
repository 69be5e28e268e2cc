// Completion and colours in the text fields of a form: the same lists as in the text, with real keys.

#include "inspector_fixture.h"
#include "ui/inspector/form_completion.h"
#include "ui/support/completion_popup.h"

#include <QtTest>

using namespace designer;

class FormCompletionTest : public QObject
{
    Q_OBJECT

private slots:
    void aPathInALine();
    void anExpressionInALine();
    void aResource();
    void jsonInAForm();
    void errorNamesInLines();
    void enterCommitsOnlyWithoutAList();
};

namespace {

template <class Field>
const CompletionPopup& popupOf(Field* field)
{
    return field->template findChild<FormCompletion*>()->session().popup();
}

bool waitForLabel(const CompletionPopup& popup, const char* label)
{
    return QTest::qWaitFor([&] { return popup.current() && popup.current()->label == label; });
}

} // namespace

void FormCompletionTest::aPathInALine()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Pass", "InputPath": "$", "End": true)")));
    bench.simulation.setInputText(QStringLiteral(R"({"order": {"id": 1}})"));
    bench.select("A");
    bench.openTab(asl::Section::Input);
    auto* line = bench.in<FormLine>("/States/A/InputPath");
    QVERIFY(line);
    line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    line->end(false);
    QTest::keyClicks(line, QStringLiteral(".ord"));
    QVERIFY(waitForLabel(popupOf(line), "order"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(line->text(), QStringLiteral("$.order"));
    QVERIFY(bench.text().contains(QStringLiteral(R"("InputPath": "$",)")));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(bench.text().contains(QStringLiteral(R"("InputPath": "$.order")")));
}

void FormCompletionTest::anExpressionInALine()
{
    Bench bench(
        machine(QStringLiteral(R"("Type": "Wait", "Seconds": "{%  %}", "End": true)"), QStringLiteral("JSONata")));
    bench.select("A");
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    QVERIFY(line);
    line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    line->setCursorPosition(3);
    QTest::keyClicks(line, QStringLiteral("$len"));
    QVERIFY(waitForLabel(popupOf(line), "$length"));
    QTest::keyClick(line, Qt::Key_Tab);
    QCOMPARE(line->text(), QStringLiteral("{% $length() %}"));
    QCOMPARE(line->cursorPosition(), 11);
    QVERIFY(line->hasFocus());
}

void FormCompletionTest::aResource()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Task", "Resource": "", "End": true)")));
    bench.select("A");
    auto* line = bench.in<FormLine>("/States/A/Resource");
    QVERIFY(line);
    line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QTest::keyClicks(line, QStringLiteral("sqs"));
    QVERIFY(waitForLabel(popupOf(line), "sqs:sendMessage"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(line->text(), QStringLiteral("arn:aws:states:::sqs:sendMessage"));
}

void FormCompletionTest::jsonInAForm()
{
    Bench bench(machine(QStringLiteral(
        R"("Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {}, "End": true)")));
    bench.select("A");
    bench.openTab(asl::Section::Input);
    auto* text = bench.in<FormText>("/States/A/Parameters");
    QVERIFY(text);
    text->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    QTextCursor cursor = text->textCursor();
    cursor.setPosition(1);
    text->setTextCursor(cursor);
    QTest::keyClicks(text, QStringLiteral("\"MessageB"));
    QVERIFY(waitForLabel(popupOf(text), "MessageBody"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(text->toPlainText(), QStringLiteral(R"({"MessageBody": ""})"));
    QCOMPARE(text->textCursor().position(), 17);
}

void FormCompletionTest::errorNamesInLines()
{
    Bench bench(machine(QStringLiteral(
        R"("Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Retry": [{"ErrorEquals": ["Mine", "é"]}], "End": true)")));
    bench.select("A");
    bench.openTab(asl::Section::ErrorHandling);
    bench.panel->findChild<FormHost*>()->setOpenItem("/States/A/Retry", 0);
    QCoreApplication::processEvents();
    auto* text = bench.in<FormText>("/States/A/Retry/0/ErrorEquals");
    QVERIFY(text);
    text->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    text->moveCursor(QTextCursor::End);
    QTest::keyClick(text, Qt::Key_Return); // a line of its own
    QTest::keyClicks(text, QStringLiteral("States.Ti"));
    QVERIFY(waitForLabel(popupOf(text), "States.Timeout"));
    QTest::keyClick(text, Qt::Key_Return);
    QCOMPARE(text->toPlainText(), QStringLiteral("Mine\né\nStates.Timeout"));
    QCOMPARE(text->textCursor().position(), 21);
    QTest::keyClick(text, Qt::Key_Home);
    QTest::keyClick(text, Qt::Key_Up);
    QTest::keyClick(text, Qt::Key_Up);
    QTest::keyClick(text, Qt::Key_Home);
    QTest::keyClick(text, Qt::Key_Return); // before the others, and of the action that is called
    QTest::keyClick(text, Qt::Key_Up);
    QTest::keyClicks(text, QStringLiteral("TooMany"));
    QVERIFY(waitForLabel(popupOf(text), "Lambda.TooManyRequestsException"));
    QTest::keyClick(text, Qt::Key_Tab);
    QCOMPARE(text->toPlainText(), QStringLiteral("Lambda.TooManyRequestsException\nMine\né\nStates.Timeout"));
    QCOMPARE(text->textCursor().position(), 31);
    bench.panel->commitPending();
    QVERIFY(QString(bench.text())
                .remove(u' ')
                .contains(QStringLiteral(
                    R"("ErrorEquals":["Lambda.TooManyRequestsException","Mine","é","States.Timeout"])")));
}

void FormCompletionTest::enterCommitsOnlyWithoutAList()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Pass", "InputPath": "$", "End": true)")));
    bench.select("A");
    bench.openTab(asl::Section::Input);
    auto* line = bench.in<FormLine>("/States/A/InputPath");
    QVERIFY(line);
    line->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("$$."));
    QVERIFY(waitForLabel(popupOf(line), "Execution"));
    QTest::keyClick(line, Qt::Key_Escape); // the list goes, what is typed stays
    QVERIFY(!popupOf(line).isVisible());
    QCOMPARE(line->text(), QStringLiteral("$$."));
    QTest::keyClick(line, Qt::Key_Escape); // and is taken back
    QCOMPARE(line->text(), QStringLiteral("$"));
}

QTEST_MAIN(FormCompletionTest)
#include "form_completion_test.moc"

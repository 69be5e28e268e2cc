// Completion, hover, definition, references and renaming in the code editor, with real keys and clicks. Rows are a text with |
// for the cursor.

#include "ui/editor/code_editor.h"
#include "ui/editor/language_tools.h"
#include "ui/editor/reference_list.h"
#include "ui/editor/rename_box.h"
#include "ui/editor/text_view.h"
#include "ui/support/completion_popup.h"
#include "ui/support/hover_card.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QHelpEvent>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QtTest>

using namespace designer;

namespace {

class Fixture
{
public:
    explicit Fixture(QString text)
    {
        const qsizetype cursor = std::max<qsizetype>(0, text.indexOf(u'|'));
        text.remove(u'|');
        const auto syntax = text.startsWith(u'{') ? asl::TextSyntax::Json : asl::TextSyntax::Yaml;
        workspace.open(*asl::Document::open(toUtf8(text), syntax));
        editor.resize(700, 400);
        editor.show();
        editor.activateWindow();
        view().setFocus();
        if (!QTest::qWaitForWindowActive(&editor) || !QTest::qWaitFor([this] { return view().isFilled(); }))
            qFatal("the editor is not shown");
        view().goTo({static_cast<std::size_t>(text.left(cursor).toUtf8().size()), 0}, false);
        place(static_cast<std::size_t>(text.left(cursor).toUtf8().size()));
    }

    TextView& view() { return editor.view(); }
    const CompletionPopup& popup() { return editor.language().completion().popup(); }
    HoverCard& card() { return const_cast<HoverCard&>(editor.language().card()); }
    void place(std::size_t byte)
    {
        QTextCursor cursor = view().textCursor();
        cursor.setPosition(static_cast<int>(view().map().placeAt(workspace.text(), byte)));
        view().setTextCursor(cursor);
    }
    QString textWithCursor()
    {
        std::string text = workspace.text();
        return toQString(text.insert(view().cursorByte(), "|"));
    }
    bool waitForLabel(const char* label)
    {
        return QTest::qWaitFor([this, label] { return popup().current() && popup().current()->label == label; });
    }
    void waitForNothing() // everything asked has been answered
    {
        bool done = false;
        workspace.analysisLane().run(&editor, [](const std::stop_token&) { return 0; }, [&done](int) { done = true; });
        QVERIFY(QTest::qWaitFor([&done] { return done; }));
    }

    Workspace workspace;
    SimulationController simulation{workspace};
    CodeEditor editor{workspace, simulation};
};

const QString jsonata = QStringLiteral("{\n  \"QueryLanguage\": \"JSONata\",\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\",\n"
                                       "      \"Assign\": {\n        \"n\": 1\n      },\n      \"Output\": \"{% %1 %}\",\n      \"End\": true\n    }\n  }\n}\n");

} // namespace

class LanguageToolsTest : public QObject
{
    Q_OBJECT

private slots:
    void typesAndAccepts_data();
    void typesAndAccepts();
    void keysOfTheList();
    void theListComesByKey();
    void acceptingIsOneStepOfUndo();
    void aWordWrittenOutNeedsNoList();
    void theMouseChooses();
    void definition();
    void controlClickGoesToTheDefinition();
    void references();
    void renamesAVariable();
    void renamesAState();
    void explainsAWord();
    void problemsComeFirst();
};

void LanguageToolsTest::typesAndAccepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("keys");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("after");
    QTest::newRow("a field") << "{\n  |\n}\n" << "\"Sta" << "StartAt" << "{\n  \"StartAt\": \"|\"\n}\n";
    QTest::newRow("a value") << "{\n  \"QueryLanguage\": |\n}\n" << "\"JSONa" << "JSONata" << "{\n  \"QueryLanguage\": \"JSONata\"|\n}\n";
    QTest::newRow("a function") << QString(jsonata).replace("%1", "|") << "$upp" << "$uppercase" << QString(jsonata).replace("%1", "$uppercase(|)");
    QTest::newRow("a member") << QString(jsonata).replace("%1", "$states|") << ".inp" << "input" << QString(jsonata).replace("%1", "$states.input|");
    const QString yaml = QStringLiteral("QueryLanguage: JSONata\nStartAt: A\nStates:\n  A: # 東\n    Type: Task\n%1");
    QTest::newRow("YAML: a field") << yaml.arg("    |\n") << "Tim" << "TimeoutSeconds" << yaml.arg("    TimeoutSeconds: 1|\n");
    QTest::newRow("YAML: a value") << yaml.arg("    Next:|\n  Bake:\n    Type: Succeed\n") << " B" << "Bake" << yaml.arg("    Next: Bake|\n  Bake:\n    Type: Succeed\n");
    QTest::newRow("YAML: a list of objects") << yaml.arg("    |\n    End: true\n") << "Ret" << "Retry" << yaml.arg("    Retry:\n      - |\n    End: true\n");
    QTest::newRow("YAML: an error") << yaml.arg("    Retry:\n      - ErrorEquals: [States.TaskFailed, |]\n") << "Time" << "States.Timeout"
                                    << yaml.arg("    Retry:\n      - ErrorEquals: [States.TaskFailed, \"States.Timeout\"|]\n");
    QTest::newRow("YAML: a function") << yaml.arg("    Output: '{% ''é'' & | %}'\n") << "$upp" << "$uppercase" << yaml.arg("    Output: '{% ''é'' & $uppercase(|) %}'\n");
}

void LanguageToolsTest::typesAndAccepts()
{
    QFETCH(QString, text);
    QFETCH(QString, keys);
    QFETCH(QString, chosen);
    QFETCH(QString, after);
    Fixture fixture(text);
    QTest::keyClicks(&fixture.view(), keys);
    QVERIFY2(fixture.waitForLabel(chosen.toUtf8().constData()),
             qPrintable(fixture.textWithCursor() + (fixture.popup().current() ? toQString(fixture.popup().current()->label) : QStringLiteral(" no list"))));
    QVERIFY(fixture.view().hasFocus());
    QTest::keyClick(&fixture.view(), Qt::Key_Return);
    QTRY_COMPARE(fixture.textWithCursor(), after);
}

void LanguageToolsTest::keysOfTheList()
{
    Fixture fixture(QStringLiteral("{\n  |\n}\n"));
    QTest::keyClick(&fixture.view(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(fixture.waitForLabel("StartAt"));
    QTest::keyClick(&fixture.view(), Qt::Key_Down);
    QCOMPARE(fixture.popup().current()->label, std::string("States"));
    QTest::keyClick(&fixture.view(), Qt::Key_Up);
    QTest::keyClick(&fixture.view(), Qt::Key_Up); // round to the last one
    QVERIFY(fixture.popup().current()->label != "StartAt");
    QTest::keyClick(&fixture.view(), Qt::Key_Down);
    QCOMPARE(fixture.popup().current()->label, std::string("StartAt"));
    QTest::keyClick(&fixture.view(), Qt::Key_Escape);
    QVERIFY(!fixture.popup().isVisible());
    QCOMPARE(fixture.textWithCursor(), QStringLiteral("{\n  |\n}\n"));
    QTest::keyClick(&fixture.view(), Qt::Key_Space, Qt::ControlModifier);
    QVERIFY(fixture.waitForLabel("StartAt"));
    QTest::keyClick(&fixture.view(), Qt::Key_Tab);
    QCOMPARE(fixture.textWithCursor(), QStringLiteral("{\n  \"StartAt\": \"|\"\n}\n"));
    QTest::keyClick(&fixture.view(), Qt::Key_Left); // elsewhere nothing is wanted any more
    fixture.waitForNothing();
    QVERIFY(!fixture.popup().isVisible());
}

void LanguageToolsTest::theListComesByKey()
{
    Fixture fixture(QStringLiteral("{\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Ta|\"\n    }\n  }\n}\n"));
    fixture.waitForNothing();
    QVERIFY(!fixture.popup().isVisible());
    fixture.editor.complete();
    QVERIFY(fixture.waitForLabel("Task"));
    QTest::keyClick(&fixture.view(), Qt::Key_Backspace); // narrows less
    QTRY_VERIFY(fixture.popup().count() == 1);
    QTest::keyClicks(&fixture.view(), QStringLiteral("zz")); // nothing fits
    QTRY_VERIFY(!fixture.popup().isVisible());
}

void LanguageToolsTest::acceptingIsOneStepOfUndo()
{
    Fixture fixture(QStringLiteral("{\n  \"Comment\": \"x\"\n  |\n}\n"));
    QTest::keyClicks(&fixture.view(), QStringLiteral("\"St"));
    QVERIFY(fixture.waitForLabel("StartAt"));
    QTest::keyClick(&fixture.view(), Qt::Key_Return);
    QTRY_COMPARE(fixture.textWithCursor(), QStringLiteral("{\n  \"Comment\": \"x\",\n  \"StartAt\": \"|\"\n}\n"));
    fixture.workspace.undoStack()->undo();
    QCOMPARE(toQString(fixture.workspace.text()), QStringLiteral("{\n  \"Comment\": \"x\"\n  \"St\n}\n"));
    fixture.workspace.undoStack()->redo();
    QCOMPARE(toQString(fixture.workspace.text()), QStringLiteral("{\n  \"Comment\": \"x\",\n  \"StartAt\": \"\"\n}\n"));
}

void LanguageToolsTest::aWordWrittenOutNeedsNoList()
{
    Fixture fixture(QStringLiteral("{\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pas|\n    }\n  }\n}\n"));
    QTest::keyClicks(&fixture.view(), QStringLiteral("s"));
    fixture.waitForNothing();
    QVERIFY(!fixture.popup().isVisible());
    QTest::keyClick(&fixture.view(), Qt::Key_Return);
    QCOMPARE(fixture.textWithCursor(), QStringLiteral("{\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\n      |\n    }\n  }\n}\n"));
}

void LanguageToolsTest::theMouseChooses()
{
    Fixture fixture(QStringLiteral("{\n  |\n}\n"));
    fixture.editor.complete();
    QVERIFY(fixture.waitForLabel("StartAt"));
    auto* list = fixture.popup().findChild<QListView*>();
    const QModelIndex second = list->model()->index(1, 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(second).center());
    QTRY_COMPARE(fixture.textWithCursor(), QStringLiteral("{\n  \"States\": {|}\n}\n"));
    QVERIFY(fixture.view().hasFocus());
}

void LanguageToolsTest::definition()
{
    Fixture fixture(QStringLiteral("{\n  \"StartAt\": \"B|\",\n  \"States\": {\n    \"A\": {},\n    \"B\": {}\n  }\n}\n"));
    fixture.editor.goToDefinition();
    QTRY_COMPARE(fixture.textWithCursor(), QStringLiteral("{\n  \"StartAt\": \"B\",\n  \"States\": {\n    \"A\": {},\n    |\"B\": {}\n  }\n}\n"));
    Fixture variable(QString(jsonata).replace("%1", "1 + $n|"));
    variable.editor.goToDefinition();
    QTRY_VERIFY(variable.textWithCursor().contains(QStringLiteral("\"|n\": 1")));
    Fixture nothing(QStringLiteral("{\n  \"Comment\": \"B|\"\n}\n"));
    QSignalSpy refused(&nothing.workspace, &Workspace::refused);
    nothing.editor.goToDefinition();
    QTRY_COMPARE(refused.size(), 1);
}

void LanguageToolsTest::controlClickGoesToTheDefinition()
{
    Fixture fixture(QStringLiteral("{\n  \"StartAt\": \"B\",\n  \"States\": {\n    \"A\": {},\n    \"B\": {}\n  }\n}\n"));
    fixture.place(fixture.workspace.text().find("B\","));
    const QPoint point = fixture.view().cursorRect().center() + QPoint(3, 0);
    fixture.place(0);
    QTest::mouseClick(fixture.view().viewport(), Qt::LeftButton, Qt::ControlModifier, point);
    QTRY_COMPARE(fixture.view().cursorByte(), fixture.workspace.text().find("\"B\": {}"));
}

void LanguageToolsTest::references()
{
    Fixture fixture(QString(jsonata).replace("%1", "$n + $n|"));
    fixture.editor.findReferences();
    const auto list = [&] { return fixture.view().findChild<ReferenceList*>(); };
    QTRY_VERIFY(list());
    auto* rows = list()->findChild<QListWidget*>();
    QCOMPARE(rows->count(), 3);
    QVERIFY(rows->item(0)->text().contains(QStringLiteral("\"n\": 1")));
    rows->setCurrentRow(2);
    QTest::keyClick(rows, Qt::Key_Return);
    QTRY_VERIFY(!list());
    const std::size_t last = fixture.workspace.text().rfind("$n");
    QCOMPARE(fixture.view().selectedBytes().begin, last + 1);
    QCOMPARE(fixture.view().selectedBytes().end, last + 2);
}

void LanguageToolsTest::renamesAVariable()
{
    Fixture fixture(QString(jsonata).replace("%1", "$n| + $n"));
    fixture.editor.rename();
    const auto box = [&] { return fixture.view().findChild<RenameBox*>(); };
    QTRY_VERIFY(box());
    QCOMPARE(box()->field()->text(), QStringLiteral("n"));
    const std::string before = fixture.workspace.text();
    QTest::keyClicks(box()->field(), QStringLiteral("1x"));
    QTest::keyClick(box()->field(), Qt::Key_Return);
    QTRY_VERIFY(!box()->problem().isEmpty()); // why it cannot be called that
    QCOMPARE(fixture.workspace.text(), before);
    box()->field()->selectAll();
    QTest::keyClicks(box()->field(), QStringLiteral("total"));
    QVERIFY(box()->problem().isEmpty());
    QTest::keyClick(box()->field(), Qt::Key_Return);
    QTRY_VERIFY(!box());
    QCOMPARE(toQString(fixture.workspace.text()), QString(jsonata).replace("%1", "$total + $total").replace("\"n\": 1", "\"total\": 1"));
    fixture.workspace.undoStack()->undo();
    QCOMPARE(fixture.workspace.text(), before);
}

void LanguageToolsTest::renamesAState()
{
    Fixture fixture(QStringLiteral("{\n  \"StartAt\": \"A|\",\n  \"States\": {\n    \"A\": {}\n  }\n}\n"));
    fixture.editor.rename();
    const auto box = [&] { return fixture.view().findChild<RenameBox*>(); };
    QTRY_VERIFY(box());
    box()->field()->setText(QStringLiteral("受付"));
    QTest::keyClick(box()->field(), Qt::Key_Return);
    QTRY_COMPARE(toQString(fixture.workspace.text()), QStringLiteral("{\n  \"StartAt\": \"受付\",\n  \"States\": {\n    \"受付\": {}\n  }\n}\n"));
}

namespace {

void restPointerOn(Fixture& fixture, std::string_view word)
{
    fixture.place(fixture.workspace.text().find(word));
    const QPoint point = fixture.view().cursorRect().center() + QPoint(3, 0);
    QHelpEvent event(QEvent::ToolTip, point, fixture.view().viewport()->mapToGlobal(point));
    QCoreApplication::sendEvent(fixture.view().viewport(), &event);
}

QString textOf(const HoverCard& card)
{
    QStringList lines;
    for (const ThemedLabel* label : card.findChildren<ThemedLabel*>())
        lines << label->text();
    return lines.join(u'\n');
}

} // namespace

void LanguageToolsTest::explainsAWord()
{
    Fixture fixture(QString(jsonata).replace("%1", "$uppercase('a')"));
    restPointerOn(fixture, "$upper");
    QTRY_VERIFY(fixture.card().isVisible());
    QVERIFY(textOf(fixture.card()).contains(QStringLiteral("$uppercase(string) → string")));
    QTest::keyClick(&fixture.view(), Qt::Key_Right);
    QVERIFY(!fixture.card().isVisible());
    fixture.place(fixture.workspace.text().find("Type"));
    fixture.editor.explain();
    QTRY_VERIFY(fixture.card().isVisible());
    QVERIFY(textOf(fixture.card()).contains(QStringLiteral("What the state does.")));
}

void LanguageToolsTest::problemsComeFirst()
{
    Fixture fixture(QStringLiteral("{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Wait\",\n      \"Secnds\": 1,\n      \"End\": true\n    }\n  }\n}\n"));
    QTRY_VERIFY(!fixture.workspace.diagnostics().empty());
    restPointerOn(fixture, "Secnds");
    QTRY_VERIFY(fixture.card().isVisible());
    QVERIFY(textOf(fixture.card()).contains(QStringLiteral("Secnds")));
    LinkButton* fix = nullptr;
    for (LinkButton* link : fixture.card().findChildren<LinkButton*>())
        if (link->text().contains(QStringLiteral("Seconds")))
            fix = link;
    QVERIFY(fix);
    QTest::mouseClick(fix, Qt::LeftButton);
    QVERIFY(fixture.workspace.text().find("\"Seconds\": 1") != std::string::npos);
    QVERIFY(!fixture.card().isVisible());
}

QTEST_MAIN(LanguageToolsTest)
#include "language_tools_test.moc"

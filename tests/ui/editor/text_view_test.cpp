// The code editor's buffer is a view: whatever is typed changes exactly the bytes meant and no other, and whatever changes
// elsewhere appears in it.

#include "core/document/edits.h"
#include "ui/editor/text_view.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QInputMethodEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QtTest>

#include <random>

using namespace designer;

namespace {

QString contentOf(const TextView& view)
{
    QStringList rows;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next())
        rows << block.text();
    return rows.join(QChar(QChar::ParagraphSeparator));
}

std::string oneLine(std::size_t size)
{
    std::string text = R"({"Comment":"one line","States":{)";
    for (int i = 0; text.size() < size; ++i)
        text += R"("State )" + std::to_string(i) + R"(":{"Type":"Pass","Next":"State )" + std::to_string(i + 1) + R"("},)";
    return text + R"("Last":{"Type":"Succeed"}}})";
}

class Fixture
{
public:
    explicit Fixture(const std::string& text)
    {
        workspace.open(*asl::Document::open(text));
        view.resize(600, 400);
        view.show();
        if (!view.isFilled())
            QVERIFY(QTest::qWaitFor([this] { return view.isFilled(); }));
    }
    void place(std::size_t byte)
    {
        QTextCursor cursor = view.textCursor();
        cursor.setPosition(static_cast<int>(view.map().placeAt(workspace.text(), byte)));
        view.setTextCursor(cursor);
    }
    void check(const std::string& expected)
    {
        QCOMPARE(QByteArray::fromStdString(workspace.text()), QByteArray::fromStdString(expected));
        QCOMPARE(contentOf(view), view.map().shown(workspace.text(), 0, view.map().size()));
    }

    Workspace workspace;
    TextView view{workspace};
};

} // namespace

class TextViewTest : public QObject
{
    Q_OBJECT

private slots:
    void keysChangeTheBytesMeant_data();
    void keysChangeTheBytesMeant();
    void randomEditsAreExact_data();
    void randomEditsAreExact();
    void editsFromElsewhereAppear();
    void typingIsOneStepOfUndo();
    void compositionReachesTheTextWhenCommitted();
    void undoKeysPass();
    void deletingAtACutDeletesACharacter();
    void copyAndPasteKeepBytes();
    void readOnlyTextStaysAsItIs();
    void aLargeTextIsFilledInSlices();
};

void TextViewTest::keysChangeTheBytesMeant_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<int>("at");
    QTest::addColumn<QString>("keys"); // < Backspace, > Delete, | Enter, ~ Tab
    QTest::addColumn<QByteArray>("after");
    QTest::newRow("a letter") << QByteArray("{\r\n\t\"a\": 1\r\n}\r\n") << 6 << "b" << QByteArray("{\r\n\t\"ab\": 1\r\n}\r\n");
    QTest::newRow("Enter writes the file's line end") << QByteArray("[\r\n  1,\r\n  2\r\n]") << 7 << "|" << QByteArray("[\r\n  1,\r\n  \r\n  2\r\n]");
    QTest::newRow("Enter behind a brace") << QByteArray("{\n  \"a\": {}\n}") << 10 << "|" << QByteArray("{\n  \"a\": {\n    \n  }\n}");
    QTest::newRow("Backspace takes a whole line end") << QByteArray("a\r\nb\r\nc") << 3 << "<" << QByteArray("ab\r\nc");
    QTest::newRow("Delete takes a whole line end") << QByteArray("a\r\nb\r\nc") << 4 << ">" << QByteArray("a\r\nbc");
    QTest::newRow("a lone carriage return stays") << QByteArray("a\rb\n") << 2 << "x" << QByteArray("a\rxb\n");
    QTest::newRow("line separators stay") << QByteArray("\"a\xE2\x80\xA8" "b\"") << 5 << "x" << QByteArray("\"a\xE2\x80\xA8xb\"");
    QTest::newRow("a pair of surrogates goes at once") << QByteArray("\"😀\"") << 5 << "<" << QByteArray("\"\"");
    QTest::newRow("Tab indents as the file does") << QByteArray("{\n   \"a\": 1\n}") << 2 << "~" << QByteArray("{\n      \"a\": 1\n}");
    QTest::newRow("the byte order mark stays") << QByteArray("\xEF\xBB\xBF{}") << 4 << "x" << QByteArray("\xEF\xBB\xBF{x}");
    QTest::newRow("an empty text") << QByteArray("") << 0 << "{}" << QByteArray("{}");
    QTest::newRow("the end of the text") << QByteArray("a\n") << 2 << "b|" << QByteArray("a\nb\n");
}

void TextViewTest::keysChangeTheBytesMeant()
{
    QFETCH(QByteArray, before);
    QFETCH(int, at);
    QFETCH(QString, keys);
    QFETCH(QByteArray, after);
    Fixture fixture(before.toStdString());
    fixture.place(static_cast<std::size_t>(at));
    for (const QChar key : keys) {
        if (key == u'<')
            QTest::keyClick(&fixture.view, Qt::Key_Backspace);
        else if (key == u'>')
            QTest::keyClick(&fixture.view, Qt::Key_Delete);
        else if (key == u'|')
            QTest::keyClick(&fixture.view, Qt::Key_Return);
        else if (key == u'~')
            QTest::keyClick(&fixture.view, Qt::Key_Tab);
        else
            QTest::keyClicks(&fixture.view, QString(key));
    }
    fixture.check(after.toStdString());
    while (fixture.workspace.undoStack()->canUndo())
        fixture.workspace.undoStack()->undo();
    fixture.check(before.toStdString());
}

void TextViewTest::randomEditsAreExact_data()
{
    QTest::addColumn<QByteArray>("text");
    QByteArray pretty = QByteArray::fromStdString(oneLine(6000)).replace(",\"", ",\n\t\"");
    QTest::newRow("LF and tabs") << pretty;
    QTest::newRow("CRLF") << QByteArray(pretty).replace('\n', "\r\n");
    QTest::newRow("one line") << QByteArray::fromStdString(oneLine(12000));
    QTest::newRow("mixed line ends and wide characters")
        << QByteArray("{\r\n\"日本\": \"語\",\r\"😀\": [\n1,\r\n\xE2\x80\xA8 2\xE2\x80\xA9]\r\r\n\n}\n").repeated(20);
}

void TextViewTest::randomEditsAreExact()
{
    QFETCH(QByteArray, text);
    std::string expected = text.toStdString();
    Fixture fixture(expected);
    std::mt19937 random(11);
    static const QString typed[] = {QStringLiteral("x"), QStringLiteral("\""), QStringLiteral("é"), QStringLiteral("😀"), QStringLiteral(","), {},
                                    QStringLiteral("{\"a\": 1},"), QString(700, u'y'), {}, QString(QChar(QChar::ParagraphSeparator))};
    for (int step = 0; step < 400; ++step) {
        const auto border = [&](std::size_t byte) {
            byte = std::min(byte, expected.size());
            while (byte < expected.size() && (static_cast<unsigned char>(expected[byte]) & 0xC0) == 0x80)
                ++byte;
            if (byte > 0 && byte < expected.size() && expected[byte - 1] == '\r' && expected[byte] == '\n')
                ++byte;
            return byte;
        };
        if (random() % 10 == 0 && fixture.workspace.undoStack()->canUndo()) {
            fixture.workspace.undoStack()->undo();
            expected = fixture.workspace.text();
        } else {
            const std::size_t begin = border(random() % (expected.size() + 1));
            const std::size_t end = border(begin + (random() % 2 ? 0 : random() % 40));
            const QString insert = typed[random() % std::size(typed)];
            QTextCursor cursor = fixture.view.textCursor();
            cursor.setPosition(static_cast<int>(fixture.view.map().placeAt(expected, begin)));
            cursor.setPosition(static_cast<int>(fixture.view.map().placeAt(expected, end)), QTextCursor::KeepAnchor);
            fixture.view.setTextCursor(cursor);
            cursor.insertText(insert);
            if (insert != QString(QChar(QChar::ParagraphSeparator))) {
                expected.replace(begin, end - begin, insert.toStdString());
            } else { // a line end like those around it
                const std::string now = fixture.workspace.text();
                const std::string lineEnd = now.substr(begin, now.size() + end - begin - expected.size());
                QVERIFY(lineEnd == "\n" || lineEnd == "\r\n" || lineEnd == "\r");
                expected.replace(begin, end - begin, lineEnd);
            }
        }
        fixture.check(expected);
        if (QTest::currentTestFailed()) {
            qDebug() << "step" << step;
            return;
        }
    }
    while (fixture.workspace.undoStack()->canUndo())
        fixture.workspace.undoStack()->undo();
    fixture.check(text.toStdString());
}

void TextViewTest::editsFromElsewhereAppear()
{
    std::string text = oneLine(9000);
    Fixture fixture(text);
    std::mt19937 random(5);
    for (int step = 0; step < 100; ++step) {
        asl::TextPatch patch;
        for (int i = 0; i < 4; ++i) {
            const std::size_t begin = random() % text.size();
            (void)patch.add({begin, std::min(text.size(), begin + random() % 5)}, random() % 2 ? "\r\n" : "abc");
        }
        text = asl::applied(text, patch);
        QVERIFY(fixture.workspace.apply(asl::Edit{"Elsewhere", patch, std::nullopt}));
        fixture.check(text);
        if (QTest::currentTestFailed())
            return;
    }
}

void TextViewTest::typingIsOneStepOfUndo()
{
    Fixture fixture("{}\n");
    fixture.place(1);
    QTest::keyClicks(&fixture.view, QStringLiteral("\"name\""));
    QCOMPARE(fixture.workspace.undoStack()->count(), 1);
    fixture.place(0);
    QTest::keyClicks(&fixture.view, QStringLiteral("x"));
    QCOMPARE(fixture.workspace.undoStack()->count(), 2);
    fixture.workspace.undoStack()->undo();
    fixture.workspace.undoStack()->undo();
    fixture.check("{}\n");
    fixture.workspace.undoStack()->redo();
    fixture.check("{\"name\"}\n");
}

void TextViewTest::compositionReachesTheTextWhenCommitted()
{
    Fixture fixture("{\"a\": \"\"}\n");
    fixture.place(7);
    const auto compose = [&](const QString& preedit, const QString& commit) {
        QInputMethodEvent event(preedit, {});
        event.setCommitString(commit);
        QCoreApplication::sendEvent(&fixture.view, &event);
    };
    compose(QStringLiteral("に"), {});
    compose(QStringLiteral("にほ"), {});
    compose(QStringLiteral("にほん"), {});
    fixture.check("{\"a\": \"\"}\n");
    QCOMPARE(fixture.workspace.undoStack()->count(), 0);
    compose({}, QStringLiteral("日本"));
    fixture.check("{\"a\": \"日本\"}\n");
    QCOMPARE(fixture.workspace.undoStack()->count(), 1);
}

void TextViewTest::undoKeysPass()
{
    Fixture fixture("{}");
    QKeyEvent event(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    event.accept();
    QCoreApplication::sendEvent(&fixture.view, &event);
    QVERIFY(!event.isAccepted());
}

void TextViewTest::deletingAtACutDeletesACharacter()
{
    std::string text = oneLine(4000);
    Fixture fixture(text);
    QVERIFY(fixture.view.map().size() > 10);
    const std::size_t cut = fixture.view.map().row(3).begin;
    fixture.place(cut);
    QTest::keyClick(&fixture.view, Qt::Key_Backspace);
    text.erase(cut - 1, 1);
    fixture.check(text);
    fixture.place(fixture.view.map().row(3).begin);
    QTextCursor cursor = fixture.view.textCursor();
    cursor.movePosition(QTextCursor::PreviousCharacter); // the end of the row above
    fixture.view.setTextCursor(cursor);
    QTest::keyClick(&fixture.view, Qt::Key_Delete);
    text.erase(cut - 1, 1);
    fixture.check(text);
}

void TextViewTest::copyAndPasteKeepBytes()
{
    const std::string text = oneLine(4000);
    Fixture fixture(text);
    fixture.view.selectAll();
    fixture.view.copy();
    QCOMPARE(QGuiApplication::clipboard()->text().toStdString(), text);
    fixture.view.paste();
    fixture.check(text);
    fixture.view.selectAll();
    QGuiApplication::clipboard()->setText(QStringLiteral("{\r\n}"));
    fixture.view.paste();
    fixture.check("{\n}");
}

void TextViewTest::readOnlyTextStaysAsItIs()
{
    Fixture fixture("{\"a\": 1}");
    fixture.workspace.setReadOnly(QStringLiteral("Not now."));
    fixture.place(3);
    QTest::keyClicks(&fixture.view, QStringLiteral("xyz"));
    QTest::keyClick(&fixture.view, Qt::Key_Return);
    fixture.check("{\"a\": 1}");
}

void TextViewTest::aLargeTextIsFilledInSlices()
{
    const std::string text = oneLine(1000000);
    Workspace workspace;
    TextView view(workspace);
    view.resize(600, 400);
    view.show();
    workspace.open(*asl::Document::open(text));
    QVERIFY(!view.isFilled());
    QCOMPARE(view.textCursor().position(), 0);
    view.goTo({900000, 900000}, false); // waits for its row
    QVERIFY(QTest::qWaitFor([&] { return view.isFilled(); }));
    QCOMPARE(view.cursorByte(), std::size_t(900000));
    QCOMPARE(contentOf(view), view.map().shown(text, 0, view.map().size()));
}

QTEST_MAIN(TextViewTest)
#include "text_view_test.moc"

// Colours of YAML in the code editor, and what Enter, Tab and Backspace do there. One letter a character shows what is what.

#include "ui/editor/text_view.h"
#include "ui/editor/yaml_colors.h"
#include "ui/workspace/workspace.h"

#include <QtTest>

using namespace designer;

namespace {

QString letters(const QString& row, const std::vector<ColoredSpan>& spans)
{
    QString result(row.size(), u'.');
    int end = 0;
    for (const ColoredSpan& span : spans) {
        if (span.begin < end || span.length <= 0 || span.begin + span.length > row.size())
            return QStringLiteral("out of order: ") + result;
        end = span.begin + span.length;
        const QChar letter = span.color == Token::SKey ? u'k' : span.color == Token::SStr ? u's' : span.color == Token::SNum ? u'n' : span.color == Token::SKw ? u'w'
            : span.color == Token::SExpr ? u'e' : u'o';
        result.replace(span.begin, span.length, QString(span.length, letter));
    }
    return result;
}

QString colored(YamlColors& colors, const std::string& text)
{
    const BlockMap map(text);
    QStringList rows;
    for (std::size_t row = 0; row < map.size(); ++row)
        rows << letters(map.shown(text, row), colors.spans(text, map, row));
    return rows.join(u'\n');
}

} // namespace

class YamlColorsTest : public QObject
{
    Q_OBJECT

private slots:
    void colors_data();
    void colors();
    void aChangeAboveChangesWhatFollows();
    void longLinesAreColoredRowByRow();
    void typing_data();
    void typing();
};

void YamlColorsTest::colors_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* text, const char* expected) { QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(expected); };
    row("keys and plain texts", "StartAt: A b\nStates:\n  In stock?:\n", "kkkkkkk..sss\nkkkkkk.\n..kkkkkkkkk.\n");
    row("numbers and words", "a: 1.5\nb: -3\nc: true\nd: null\ne: ~\nf: 12 eggs",
                             "k..nnn\nk..nn\nk..wwww\nk..wwww\nk..w\nk..sssssss");
    row("comments", "# all\na: b # some\nc: d#e\n  # more", "ooooo\nk..s.oooooo\nk..sss\n..oooooo");
    row("quotes", "a: 'it''s'\n\"b c\": \"x\\\"y\" # z\n'd': e", "k..sssssss\nkkkkk..ssssss.ooo\nkkk..s");
    row("a path under a key of paths", "InputPath: $.a\nComment: $.a", "kkkkkkkkk..eee\nkkkkkkk..sss");
    row("a computed key", "x.$: $.a[0]", "kkk..eeeene");
    row("JSONata, plain and quoted", "Output: '{% $sum(a) %}'\nItems: \"{% $x & 'b' %}\"", "kkkkkk..eeeekkkkoeoeeee\nkkkkk..eeeeeeeoessseeee");
    row("JSONata in a block", "Output: >-\n  {% $sum(\n    a) + 1 %}\nNext: B", "kkkkkk..ww\n..eeeeeeee\n....eoeoeneee\nkkkk..s");
    row("a block of text with what looks like more", "text: |\n  To:\n    - # you\n\n  1\nnext: 1", "kkkk..w\n..sss\n....sssssss\n\n..s\nkkkk..n");
    row("the head of a block", "a: |2- # why\n    x", "k..www.ooooo\n....s");
    row("a scalar of several lines", "a: one\n  two # c\nb: 'three\n  four' # d", "k..sss\n..sss.ooo\nk..ssssss\nsssssss.ooo");
    row("lists", "- a\n- b: 1\n  c: 2\n- - d", "..s\n..k..n\n..k..n\n....s");
    row("brackets", "a: {b: 1, \"c\":true, d: [e f, 2]}\ng: [$.h,\n  i] # j", "k...k..n..kkk.wwww..k...sss..n..\nk...sss.\n..s..ooo");
    row("anchors, aliases, tags", "a: &x !Sub 'b'\nc: *x\n<<: *x", "k..ww.wwww.sss\nk..ww\nkk..ww");
    row("tokens", "a: ${B}\nb: x-${C}-y\nc: \"${D}\"", "k..wwww\nk..sswwwwss\nk..swwwws");
    row("a document's marks", "%YAML 1.2\n---\na: b\n...", "wwwwwwwww\nwww\nk..s\nwww");
    row("an address is no key", "url: https://a.b:80/c", "kkk..ssssssssssssssss");
    row("wide characters", "名前: 梱包する # 注", "kk..ssss.ooo");
}

void YamlColorsTest::colors()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    YamlColors colors;
    QCOMPARE(colored(colors, text.toStdString()), expected);
}

/// What was known of the lines above a change is kept, and below it is found anew.
void YamlColorsTest::aChangeAboveChangesWhatFollows()
{
    YamlColors colors;
    QCOMPARE(colored(colors, "a: b\nc: |\n d: 1\ne: 2"), QStringLiteral("k..s\nk..w\n.ssss\nk..n"));
    colors.changedFrom(1);
    QCOMPARE(colored(colors, "a: b\nc:\n d: 1\ne: 2"), QStringLiteral("k..s\nk.\n.k..n\nk..n"));
}

void YamlColorsTest::longLinesAreColoredRowByRow()
{
    std::string text = "a: [";
    std::string line;
    while (line.size() < 3000)
        line += "'b', 12, ";
    text += line + "]";
    YamlColors colors;
    const QString rows = colored(colors, text);
    QVERIFY(rows.contains(u'\n'));
    QString whole = rows;
    whole.remove(u'\n');
    QVERIFY2(whole.startsWith(QStringLiteral("k...sss..nn..sss..nn..")), qPrintable(whole.left(40)));
    QCOMPARE(whole.count(u's'), QString::fromStdString(text).count(u'\'') / 2 * 3);
}

void YamlColorsTest::typing_data()
{
    QTest::addColumn<QString>("before"); // | is where the cursor is
    QTest::addColumn<QString>("keys");   // ⏎ Enter, ⇥ Tab, ⌫ Backspace
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* before, const char* keys, const char* after) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(keys) << QString::fromUtf8(after);
    };
    row("behind a value", "a:\n  b: 1|\n", "⏎c", "a:\n  b: 1\n  c\n");
    row("behind a key", "a:|\n", "⏎b", "a:\n  b\n");
    row("behind a key with a comment", "a: # why|\n", "⏎b", "a: # why\n  b\n");
    row("in the habit of the text", "x:\n    y: 1\na:|\n", "⏎b", "x:\n    y: 1\na:\n    b\n");
    row("behind the head of a block", "a: |-|\n", "⏎b", "a: |-\n  b\n");
    row("in a block", "a: |-\n  b|\n", "⏎c", "a: |-\n  b\n  c\n");
    row("an item's first key", "- a: 1|\n", "⏎b", "- a: 1\n  b\n");
    row("an item's key without a value", "- a:|\n", "⏎b", "- a:\n    b\n");
    row("an item that is a text", "- a|\n", "⏎-", "- a\n-\n");
    row("a dash alone", "a:\n  -|\n", "⏎b", "a:\n  -\n    b\n");
    row("braces", "a: {|}\n", "⏎b", "a: {\n  b\n}\n");
    row("at the begin of a line", "a:\n|  b: 1\n", "⏎", "a:\n\n  b: 1\n");
    row("tab goes to the next level", "a:\n |b\n", "⇥", "a:\n  |b\n");
    row("backspace takes a level", "a:\n    |b\n", "⌫", "a:\n  |b\n");
    row("backspace takes what is over", "a:\n   |b\n", "⌫", "a:\n  |b\n");
    row("backspace in a text takes one", "a:  b  |\n", "⌫", "a:  b |\n");
}

void YamlColorsTest::typing()
{
    QFETCH(QString, before);
    QFETCH(QString, keys);
    QFETCH(QString, after);
    const std::string withCursor = before.toStdString();
    const std::size_t place = withCursor.rfind('|');
    std::string text = withCursor;
    text.erase(place, 1);
    Workspace workspace;
    workspace.open(*asl::Document::open(text, asl::TextSyntax::Yaml));
    TextView view(workspace);
    view.goTo({place, place}, false);
    for (const QChar key : keys) {
        if (key == u'⏎')
            QTest::keyClick(&view, Qt::Key_Return);
        else if (key == u'⇥')
            QTest::keyClick(&view, Qt::Key_Tab);
        else if (key == u'⌫')
            QTest::keyClick(&view, Qt::Key_Backspace);
        else
            QTest::keyClick(&view, key.toLatin1());
    }
    std::string result = workspace.text();
    if (after.contains(u'|') && !after.contains(QStringLiteral("|-")))
        result.insert(view.cursorByte(), "|");
    QCOMPARE(QString::fromStdString(result), after);
    while (workspace.undoStack()->canUndo())
        workspace.undoStack()->undo();
    QCOMPARE(QString::fromStdString(workspace.text()), QString::fromStdString(text));
}

QTEST_MAIN(YamlColorsTest)
#include "yaml_colors_test.moc"

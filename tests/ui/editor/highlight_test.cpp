// Colours of a row in the code editor: one letter a character, so that a row shows what is what.

#include "ui/editor/highlight.h"
#include "ui/editor/text_view.h"
#include "ui/workspace/workspace.h"

#include <QTextBlock>
#include <QtTest>

#include <ctime>

using namespace designer;

namespace {

QString letters(const QString& row, const std::vector<ColoredSpan>& spans)
{
    QString result(row.size(), u'.');
    int end = 0;
    for (const ColoredSpan& span : spans) {
        if (span.begin < end || span.length <= 0 || span.begin + span.length > row.size())
            return QStringLiteral("out of order");
        end = span.begin + span.length;
        const QChar letter = span.color == Token::SKey ? u'k' : span.color == Token::SStr ? u's' : span.color == Token::SNum ? u'n' : span.color == Token::SKw ? u'w'
            : span.color == Token::SExpr ? u'e' : u'o';
        result.replace(span.begin, span.length, QString(span.length, letter));
    }
    return result;
}

} // namespace

class HighlightTest : public QObject
{
    Q_OBJECT

private slots:
    void rows_data();
    void rows();
    void aRowThatBeginsInsideAnExpressionGoesOn();
    void aLongLineIsPaintedInTime();
};

void HighlightTest::rows_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const QString& text, const char* expected) { QTest::newRow(name) << text << QString::fromLatin1(expected); };
    row("a path field", QStringLiteral(R"j("InputPath": "$.a[0]",)j"),
                                        "kkkkkkkkkkk..eeeeenee.");
    row("an operator's path", QStringLiteral(R"j("NumericEqualsPath": "$$.x")j"),
                                             "kkkkkkkkkkkkkkkkkkk..eeeeee");
    row("a computed key", QStringLiteral(R"j("x.$": "States.Format('{}', $.a)")j"),
                                         "kkkkk..ekkkkkkkkkkkkkossssoeeeeoe");
    row("the same text under a plain key stays text", QStringLiteral(R"j("x": "$.a", "Comment": "States.UUID()")j"),
                                                      "kkk..sssss..kkkkkkkkk..sssssssssssssss");
    row("JSONata", QStringLiteral(R"j("Output": "{% $sum(a) + 1 %}")j"),
                                  "kkkkkkkk..eeeekkkkoeoeoeneeee");
    row("JSONata with escapes", QStringLiteral(R"j("Output": "{% \"é\" & $x /* c */ %}")j"),
                                               "kkkkkkkk..eeeessssseoeeeeoooooooeeee");
    row("a value alone in its row", QStringLiteral(R"j("$.a.b",)j"), "eeeeeee.");
    row("a token in an expression", QStringLiteral(R"j("x.$": "$.a.${Name}.b")j"),
                                                   "kkkkk..eeeeewwwwwwweee");
    row("the string goes on in the next row", QStringLiteral(R"j("Output": "{% $a)j"),
                                              "kkkkkkkk..eeeeee");
}

void HighlightTest::rows()
{
    QFETCH(QString, row);
    QFETCH(QString, expected);
    QCOMPARE(letters(row, coloredSpans(row, Inside::Nothing)), expected);
}

void HighlightTest::aRowThatBeginsInsideAnExpressionGoesOn()
{
    const QString before = QStringLiteral("{% 'a str");
    const QString row = QStringLiteral("ing' & 1 %}\", 2]");
    QCOMPARE(letters(row, coloredSpans(row, Inside::Expression, before)), QStringLiteral("sssseoeneeee..n."));
    // What stands before is too long to be read: one colour.
    QCOMPARE(letters(row, coloredSpans(row, Inside::Expression)), QStringLiteral("eeeeeeeeeeee..n."));
}

/// A megabyte in one line, full of expressions, the longest of them far beyond a row: what is visible is coloured in time.
void HighlightTest::aLongLineIsPaintedInTime()
{
    std::string text = R"({"States":{)";
    for (int i = 0; text.size() < 1'000'000; ++i) {
        const std::string name = std::to_string(i);
        text += "\"S" + name + R"(":{"Type":"Pass","QueryLanguage":"JSONata","Output":{"a":"{% $sum($states.input.items.(price * )" + name + R"()) & 'é' %}","b":"{% )";
        for (int j = 0; j < (i == 0 ? 2000 : 3); ++j)
            text += "$x + " + std::to_string(j) + " & ";
        text += R"('end' %}"},"Next":"S)" + std::to_string(i + 1) + "\"},";
    }
    text += R"("Last":{"Type":"Succeed"}}})";
    Workspace workspace;
    workspace.open(*asl::Document::open(text));
    TextView view(workspace);
    view.resize(900, 800);
    view.show();
    QVERIFY(QTest::qWaitFor([&] { return view.isFilled(); }));
    double worst = 0;
    for (int page = 0; page < 6; ++page) {
        view.goTo({text.size() * static_cast<std::size_t>(page) / 40, text.size() * static_cast<std::size_t>(page) / 40}, false);
        view.grab(); // lays the rows out
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            const std::clock_t begin = std::clock();
            view.viewport()->grab();
            best = std::min(best, 1000.0 * static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
        }
        worst = std::max(worst, best);
    }
    qInfo() << "painting a page takes" << worst << "ms of the processor at worst";
    QVERIFY2(worst < 100, qPrintable(QString::number(worst))); // a frame is 16 ms; the program may be built for debugging
}

QTEST_MAIN(HighlightTest)
#include "highlight_test.moc"

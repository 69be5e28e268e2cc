#include "core/text/line_index.h"

#include "core/support/utf8.h"

#include "tests/core/text/fixtures.h"

#include <QtTest>

using namespace asl;

class LineIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void linesEndWithAnyLineEnd()
    {
        const std::string text = "a\r\nb\rc\n\n東x";
        const LineIndex index(text);
        QCOMPARE(index.lineCount(), 5U);
        QCOMPARE(index.line(text, 1), (TextRange{0, 1}));
        QCOMPARE(index.line(text, 2), (TextRange{3, 4}));
        QCOMPARE(index.line(text, 4), (TextRange{7, 7}));
        QCOMPARE(index.at(text, text.size() - 1), (LineColumn{5, 2}));
        QCOMPARE(index.position(text, {5, 3}), text.size());
        QCOMPARE(index.position(text, {1, 99}), 1U);
    }

    void placesComeBack()
    {
        for (const auto& [name, text] : test::textFixtures()) {
            const LineIndex index(text);
            for (std::size_t position = 0; position < text.size(); nextCodePoint(text, position)) {
                if (text[position] == '\n' && position > 0 && text[position - 1] == '\r')
                    continue; // inside a line end
                QCOMPARE(index.position(text, index.at(text, position)), position);
            }
        }
    }
};

QTEST_APPLESS_MAIN(LineIndexTest)
#include "line_index_test.moc"

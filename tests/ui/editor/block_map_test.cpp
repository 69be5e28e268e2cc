// Rows of the code editor: they cover every byte once, cut long lines only, and follow random patches.

#include "core/text/line_index.h"
#include "ui/editor/block_map.h"

#include <QtTest>

#include <random>

using namespace designer;

namespace {

std::string randomText(std::mt19937& random, std::size_t pieces)
{
    static const std::string parts[] = {"a", "{\"k\": 1,", "\n", "\r\n", "\r", "\t", "é", "日本", "😀", "\xE2\x80\xA8", "\xE2\x80\xA9", "\"x, y\"", ",", "}",
                                        std::string(300, 'z'), "[1,2,3],", "\"", "{% $a %}", std::string("\0", 1)};
    std::string text;
    for (std::size_t i = 0; i < pieces; ++i)
        text += parts[random() % std::size(parts)];
    return text;
}

std::size_t codePointBorder(const std::string& text, std::size_t position)
{
    while (position < text.size() && (static_cast<unsigned char>(text[position]) & 0xC0) == 0x80)
        ++position;
    return position;
}

/// What must hold for every map of every text.
void checkMap(const BlockMap& map, const std::string& text)
{
    const asl::LineIndex lines(text);
    QCOMPARE(map.lineCount(), lines.lineCount());
    QCOMPARE(map.textSize(), text.size());
    std::size_t position = 0;
    std::size_t place = 0;
    std::size_t line = 0;
    for (std::size_t i = 0; i < map.size(); ++i) {
        const Row& row = map.row(i);
        QCOMPARE(row.begin, position);
        QCOMPARE(std::size_t(row.place), place);
        QCOMPARE(std::size_t(row.line), line);
        const asl::TextRange content = map.content(i);
        const std::string end = text.substr(content.end, map.endOf(i) - content.end);
        QCOMPARE(QByteArray::fromStdString(end), row.end == RowEnd::Lf ? "\n" : row.end == RowEnd::CrLf ? "\r\n" : row.end == RowEnd::Cr ? "\r" : "");
        QCOMPARE(row.end == RowEnd::TextEnd, i + 1 == map.size());
        const QString shown = map.shown(text, i);
        QVERIFY(!shown.contains(QChar(QChar::ParagraphSeparator)) && !shown.contains(QChar(QChar::LineSeparator)) && !shown.contains(u'\n'));
        if (row.end == RowEnd::Cut)
            QVERIFY(lines.line(text, line + 1).size() > BlockMap::longLine);
        if (row.end == RowEnd::Cut || (i > 0 && map.row(i - 1).end == RowEnd::Cut))
            QVERIFY(!content.empty());
        QVERIFY(static_cast<std::size_t>(shown.size()) <= BlockMap::longLine);
        position = map.endOf(i);
        place += static_cast<std::size_t>(shown.size()) + 1;
        line += row.end != RowEnd::Cut;
    }
    QCOMPARE(position, text.size());
    QCOMPARE(map.shownSize(), place);
}

} // namespace

class BlockMapTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreRows();
    void longLinesAreCut();
    void placesAndBytesAgree();
    void charactersThatEndBlocksHaveStandIns();
    void mapsFollowRandomPatches();
};

void BlockMapTest::linesAreRows()
{
    const BlockMap map("a\r\nb\rc\n");
    QCOMPARE(map.size(), std::size_t(4));
    QCOMPARE(map.row(0).end, RowEnd::CrLf);
    QCOMPARE(map.row(1).end, RowEnd::Cr);
    QCOMPARE(map.row(2).end, RowEnd::Lf);
    QCOMPARE(map.content(3), (asl::TextRange{7, 7}));
    QCOMPARE(BlockMap().size(), std::size_t(1));
}

void BlockMapTest::longLinesAreCut()
{
    std::string text = "[";
    for (int i = 0; i < 1000; ++i)
        text += "{\"name, and more\":" + std::to_string(i) + "},";
    text += "0]";
    const BlockMap map(text);
    QVERIFY(map.size() > 50);
    checkMap(map, text);
    for (std::size_t i = 0; i + 1 < map.size(); ++i) {
        QVERIFY(std::string_view(",{}[]").find(text[map.content(i).end - 1]) != std::string_view::npos);
        QCOMPARE(map.row(i).inside, Inside::Nothing);
    }
    const std::string oneString = '"' + std::string(5000, 'x') + '"';
    const BlockMap inString(oneString);
    QVERIFY(inString.size() >= 10);
    QCOMPARE(inString.row(1).inside, Inside::String);
}

void BlockMapTest::placesAndBytesAgree()
{
    std::mt19937 random(7);
    const std::string text = randomText(random, 300);
    const BlockMap map(text);
    checkMap(map, text);
    for (std::size_t byte = 0; byte <= text.size(); byte = codePointBorder(text, byte + 1)) {
        if (byte > 0 && byte < text.size() && text[byte - 1] == '\r' && text[byte] == '\n')
            continue;
        QCOMPARE(map.byteAt(text, map.placeAt(text, byte)), byte);
    }
}

void BlockMapTest::charactersThatEndBlocksHaveStandIns()
{
    const std::string text = "\xEF\xBB\xBF" "a\xE2\x80\xA8" "b\xE2\x80\xA9" "c\xEF\xB7\x90";
    const BlockMap map(text);
    QCOMPARE(map.shown(text, 0), QStringLiteral(u"\uFEFFa\u2424b\u2424c\uFFFD"));
    QCOMPARE(map.size(), std::size_t(1));
}

void BlockMapTest::mapsFollowRandomPatches()
{
    std::mt19937 random(42);
    for (int round = 0; round < 150; ++round) {
        std::string text = randomText(random, random() % 900);
        BlockMap map(text);
        for (int step = 0; step < 25; ++step) {
            asl::TextPatch patch;
            const std::size_t count = 1 + (random() % 4 == 0 ? random() % 6 : 0);
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t begin = codePointBorder(text, random() % (text.size() + 1));
                const std::size_t end = codePointBorder(text, std::min(text.size(), begin + (random() % 12 ? random() % 8 : random() % 900)));
                (void)patch.add({begin, end}, random() % 3 ? randomText(random, random() % 12) : std::string());
            }
            const std::string after = asl::applied(text, patch);
            const BlockMap before = map;
            const auto changes = map.update(after, patch);
            checkMap(map, after);
            if (QTest::currentTestFailed())
                return;
            // What the changes say turns the rows before into the rows after.
            QStringList rows = before.shown(text, 0, before.size()).split(QChar(QChar::ParagraphSeparator));
            for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
                const QStringList inserted = map.shown(after, change->after, change->inserted).split(QChar(QChar::ParagraphSeparator));
                rows.erase(rows.begin() + static_cast<qsizetype>(change->before), rows.begin() + static_cast<qsizetype>(change->before + change->removed));
                for (qsizetype i = 0; i < inserted.size(); ++i)
                    rows.insert(static_cast<qsizetype>(change->before) + i, inserted[i]);
            }
            QCOMPARE(rows.join(QChar(QChar::ParagraphSeparator)), map.shown(after, 0, map.size()));
            text = after;
        }
    }
}

QTEST_APPLESS_MAIN(BlockMapTest)
#include "block_map_test.moc"

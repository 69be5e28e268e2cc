// TextPatch: its laws, over random patches of all fixtures with a fixed seed.

#include "core/text/text_patch.h"

#include "tests/core/text/fixtures.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace asl;

namespace {

TextPatch randomPatch(const std::string& text, QRandomGenerator& random)
{
    TextPatch patch;
    const std::string_view insertions[] = {"", "x", "\"", "{", "},\n", "ä東", "\r\n"};
    for (std::uint32_t count = random.bounded(6U); count > 0; --count) {
        const std::size_t begin = random.bounded(static_cast<std::uint32_t>(text.size() + 1));
        const std::size_t end = std::min<std::size_t>(text.size(), begin + random.bounded(20U));
        // An overlapping one is refused; the others stay.
        [[maybe_unused]] const Result<void> added = patch.add({begin, end}, std::string(insertions[random.bounded(7U)]));
    }
    return patch;
}

} // namespace

class TextPatchTest : public QObject
{
    Q_OBJECT

private slots:
    void addKeepsOrder()
    {
        TextPatch patch;
        QVERIFY(patch.add({4, 6}, "X"));
        QVERIFY(patch.add({1, 1}, "a"));
        QVERIFY(patch.add({1, 1}, "b"));
        QVERIFY(patch.add({6, 6}, "c"));
        QVERIFY(patch.add({2, 4}, ""));
        QCOMPARE(applied("01234567", patch), std::string("0ab1Xc67"));
        QVERIFY(!patch.add({5, 7}, "overlaps"));
        QVERIFY(!patch.add({3, 3}, "inside"));
        QVERIFY(!patch.add({4, 6}, "twice"));
    }

    void laws()
    {
        QRandomGenerator random(20240602);
        for (const auto& [name, text] : test::textFixtures()) {
            for (int round = 0; round < 200; ++round) {
                const TextPatch first = randomPatch(text, random);
                const std::string middle = applied(text, first);
                const TextPatch second = randomPatch(middle, random);
                const std::string last = applied(middle, second);
                QCOMPARE(applied(middle, inverse(text, first)), text);
                QCOMPARE(applied(text, composed(text, first, second)), last);
                QCOMPARE(applied(text, difference(text, last)), last);
                positionsFollow(text, first, middle);
            }
        }
    }

    void mapping_data()
    {
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("before");
        QTest::addColumn<int>("after");
        QTest::newRow("in front") << 1 << 1 << 1;
        QTest::newRow("at an insertion") << 2 << 2 << 5;
        QTest::newRow("between") << 3 << 6 << 6;
        QTest::newRow("begin of replaced") << 4 << 7 << 7;
        QTest::newRow("inside replaced") << 5 << 7 << 8;
        QTest::newRow("end of replaced") << 6 << 8 << 8;
        QTest::newRow("behind") << 7 << 9 << 9;
    }
    void mapping()
    {
        QFETCH(int, position);
        TextPatch patch;
        QVERIFY(patch.add({2, 2}, "new"));
        QVERIFY(patch.add({4, 6}, "R"));
        QTEST(static_cast<int>(mapped(patch, static_cast<std::size_t>(position), Bias::Before)), "before");
        QTEST(static_cast<int>(mapped(patch, static_cast<std::size_t>(position), Bias::After)), "after");
    }

    void rangesKeepTheirContent()
    {
        TextPatch patch;
        QVERIFY(patch.add({2, 2}, "ab"));
        QVERIFY(patch.add({6, 6}, "cd"));
        QCOMPARE(mapped(patch, TextRange{2, 6}), (TextRange{4, 8}));
        QCOMPARE(mapped(TextPatch::replacing({0, 10}, "x"), TextRange{2, 6}), (TextRange{1, 1}));
    }

    void differenceIsSmallAndCutsNoCharacter()
    {
        const TextPatch patch = difference("a東b", "a京b");
        QCOMPARE(patch.replacements().size(), 1U);
        QCOMPARE(patch.replacements()[0].range, (TextRange{1, 4}));
        QCOMPARE(difference("aaa", "aaaa").replacements()[0].text, std::string("a"));
        QVERIFY(difference("same", "same").empty());
    }

private:
    /// Every byte that the patch kept is found at its mapped place.
    static void positionsFollow(const std::string& text, const TextPatch& patch, const std::string& result)
    {
        std::size_t next = 0;
        for (std::size_t position = 0; position < text.size(); ++position) {
            while (next < patch.replacements().size() && patch.replacements()[next].range.end <= position)
                ++next;
            const bool replaced = next < patch.replacements().size() && patch.replacements()[next].range.contains(position);
            if (!replaced)
                QCOMPARE(result[mapped(patch, position)], text[position]);
        }
    }
};

QTEST_APPLESS_MAIN(TextPatchTest)
#include "text_patch_test.moc"

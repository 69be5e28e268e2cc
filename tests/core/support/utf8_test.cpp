#include "core/support/utf8.h"

#include <QtTest>

using namespace asl;

class Utf8Test : public QObject
{
    Q_OBJECT

private slots:
    void invalid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("position"); // -1: valid
        QTest::newRow("empty") << QByteArray() << -1;
        QTest::newRow("ascii and beyond") << QByteArray("abcdefghijk ä 東 😀 end of the text") << -1;
        QTest::newRow("lone continuation") << QByteArray("abcdefgh\x80") << 8;
        QTest::newRow("cut short") << QByteArray("ab\xE6\x9D") << 2;
        QTest::newRow("overlong slash") << QByteArray("a\xC0\xAF") << 1;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
        QTest::newRow("beyond Unicode") << QByteArray("x\xF4\x90\x80\x80") << 1;
    }
    void invalid()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, position);
        const std::optional<std::size_t> found = invalidUtf8(text.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, position);
    }

    void everyCodePointComesBack()
    {
        for (char32_t codePoint = 0; codePoint <= 0x10FFFF; codePoint += codePoint < 0x3000 ? 1 : 97) {
            std::string text;
            appendUtf8(text, codePoint);
            std::size_t position = 0;
            QCOMPARE(nextCodePoint(text, position), codePoint);
            QCOMPARE(position, text.size());
        }
    }

    void brokenBytesCountOneEach()
    {
        QCOMPARE(codePointCount("\xFF\x80z"), 3U);
        QCOMPARE(codePointCount("abcdefghijklm 東京"), 16U);
    }

    void orderIsThatOfUtf16_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<int>("order");
        QTest::newRow("same") << QByteArray("東") << QByteArray("東") << 0;
        QTest::newRow("begin") << QByteArray("ab") << QByteArray("abc") << -1;
        QTest::newRow("pair before private use") << QByteArray("😀") << QByteArray("\xEE\x80\x80") << -1;
        QTest::newRow("same first byte") << QByteArray("京") << QByteArray("東") << -1;
        QTest::newRow("lone surrogate and pair") << QByteArray("\xED\xA0\x80\xEE\x80\x80") << QByteArray("\xF0\x90\x80\x80") << 1;
    }
    void orderIsThatOfUtf16()
    {
        QFETCH(QByteArray, a);
        QFETCH(QByteArray, b);
        QFETCH(int, order);
        QCOMPARE(compareUtf16(a.toStdString(), b.toStdString()), order);
        QCOMPARE(compareUtf16(b.toStdString(), a.toStdString()), -order);
    }
};

QTEST_APPLESS_MAIN(Utf8Test)
#include "utf8_test.moc"

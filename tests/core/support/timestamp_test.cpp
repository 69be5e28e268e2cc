// Which texts are timestamps, and which moment they name.

#include "core/support/timestamp.h"

#include <QTest>

class TimestampTest : public QObject
{
    Q_OBJECT

private slots:
    void parse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<int>("nanoseconds");
        QTest::newRow("epoch") << QByteArray("1970-01-01T00:00:00Z") << true << qint64(0) << 0;
        QTest::newRow("offset") << QByteArray("2016-03-14T10:59:00+09:00") << true << qint64(1457920740) << 0;
        QTest::newRow("nanoseconds") << QByteArray("2016-03-14T01:59:00.123456789Z") << true << qint64(1457920740) << 123456789;
        QTest::newRow("more digits than count") << QByteArray("1970-01-01T00:00:00.1234567899Z") << true << qint64(0) << 123456789;
        QTest::newRow("leap day") << QByteArray("2024-02-29T00:00:00Z") << true << qint64(1709164800) << 0;
        QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59Z") << true << qint64(-1) << 0;
        for (const char* text : {"", "2016-13-05T21:29:29Z", "05-12-2016T21:29:29Z", "2016-12-05 21:29:29Z", "2016-12-05T21:29:29",
                                 "2016-12-05t21:29:29Z", "2016-12-05T21:29:29z", "2016-12-05T25:29:29Z", "2023-02-29T00:00:00Z",
                                 "2016-12-05T21:29:29.Z", "2016-12-05T21:29:29Z ", "{% '2016-03-14T01:59:00Z' %}"})
            QTest::addRow("refused: %s", text) << QByteArray(text) << false << qint64(0) << 0;
    }
    void parse()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, valid);
        QFETCH(qint64, seconds);
        QFETCH(int, nanoseconds);
        const auto instant = asl::parseTimestamp(text.toStdString());
        QCOMPARE(instant.has_value(), valid);
        if (instant) {
            QCOMPARE(qint64(instant->seconds), seconds);
            QCOMPARE(int(instant->nanoseconds), nanoseconds);
        }
    }
};

QTEST_APPLESS_MAIN(TimestampTest)
#include "timestamp_test.moc"

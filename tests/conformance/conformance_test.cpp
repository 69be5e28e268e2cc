// Runs the judge over the conformance data, when both lie beside the project, and fails when fewer cases pass than
// floor.json promises. Raise a figure there when more pass.

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

class ConformanceTest : public QObject
{
    Q_OBJECT

private slots:
    void suite_data();
    void suite();
};

namespace {

const QString sharedFolder = QDir(QStringLiteral(STEPWRIGHT_SOURCE_DIR)).filePath(QStringLiteral("../shared"));

} // namespace

void ConformanceTest::suite_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("floor");
    QFile file(QDir(QStringLiteral(STEPWRIGHT_SOURCE_DIR)).filePath(QStringLiteral("tests/conformance/floor.json")));
    QVERIFY2(file.open(QIODevice::ReadOnly), "tests/conformance/floor.json cannot be read");
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).array()) {
        const QJsonObject row = value.toObject();
        QStringList arguments;
        for (const QJsonValue& word : row.value(QStringLiteral("arguments")).toArray())
            arguments << word.toString();
        QTest::newRow(row.value(QStringLiteral("name")).toString().toUtf8().constData())
            << arguments << row.value(QStringLiteral("passed")).toInt();
    }
}

void ConformanceTest::suite()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, floor);
    const QString judge = QDir(sharedFolder).filePath(QStringLiteral("tools/conformance.py"));
    if (!QFile::exists(judge))
        QSKIP(qPrintable(QStringLiteral("there is no %1").arg(QDir::cleanPath(judge))));
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    QVERIFY2(!python.isEmpty(), "the judge needs python3: ./dev deps");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(python, QStringList{judge, QStringLiteral("--cli"), QStringLiteral(STEPWRIGHT_BINARY_DIR "/stepwright-cli"),
                                      QStringLiteral("--verbose")} + arguments);
    QVERIFY2(process.waitForFinished(600'000), "the judge did not end within ten minutes");
    const QString output = QString::fromUtf8(process.readAll());
    static const QRegularExpression summary(QStringLiteral("^[a-z-]+: (\\d+) passed, (\\d+) failed$"), QRegularExpression::MultilineOption);
    const QRegularExpressionMatch match = summary.match(output);
    QVERIFY2(match.hasMatch(), qPrintable(output.right(2000)));
    const int passed = match.captured(1).toInt();
    qInfo("%d passed, %s failed", passed, qPrintable(match.captured(2)));
    QVERIFY2(passed >= floor, qPrintable(QStringLiteral("%1 passed, %2 are promised:\n%3").arg(passed).arg(floor).arg(output.right(20000))));
}

QTEST_GUILESS_MAIN(ConformanceTest)
#include "conformance_test.moc"

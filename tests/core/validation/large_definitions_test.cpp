// Definitions that lie beside the project, where they do: the faults seeded into a large generated one are found, each at its
// place, and nothing else is said; the others, which have none, pass; so do all that the service has accepted.

#include "core/validation/validate.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

class LargeDefinitionsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void seededFaultsAreFoundAndNothingElse();
    void validOnesPass_data();
    void validOnesPass();
    void acceptedOnesPass();

private:
    QByteArray content(const QString& name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList problemsOf(const QByteArray& text)
    {
        QStringList problems;
        for (const asl::Diagnostic& diagnostic : asl::validate(asl::Snapshot(1, std::make_shared<const std::string>(text.toStdString()))))
            if (diagnostic.severity != asl::Severity::Info && diagnostic.rule != "DEFINITION_TOO_LARGE")
                problems << QString::fromStdString(diagnostic.pointer);
        problems.sort();
        return problems;
    }

    QTemporaryDir m_folder;
};

namespace {

const QString generator = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/../shared/bench/definitions/generate.py");
const QString recordings = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/../shared/conformance/aws/executions");

} // namespace

void LargeDefinitionsTest::initTestCase()
{
    if (!QFile::exists(generator))
        QSKIP(qPrintable(QStringLiteral("there is no %1").arg(generator)));
    const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"));
    QVERIFY2(!python.isEmpty(), "the generator needs python3: ./dev deps");
    QStringList arguments{generator, m_folder.path()};
    for (const char* name : {"errors-1000", "flat-1000", "flat-1000-jsonata", "nested-d4", "wide-50"})
        arguments << QStringLiteral("--only") << QString::fromUtf8(name);
    QCOMPARE(QProcess::execute(python, arguments), 0);
}

void LargeDefinitionsTest::seededFaultsAreFoundAndNothingElse()
{
    QStringList seeded;
    for (const QJsonValue& fault : QJsonDocument::fromJson(content(QStringLiteral("errors-1000.faults.json"))).array())
        seeded << fault.toObject().value(QStringLiteral("pointer")).toString();
    seeded.sort();
    QVERIFY(seeded.size() > 30);
    QCOMPARE(problemsOf(content(QStringLiteral("errors-1000.asl.json"))).join(u'\n'), seeded.join(u'\n'));
}

void LargeDefinitionsTest::validOnesPass_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"flat-1000", "flat-1000-jsonata", "nested-d4", "wide-50"})
        QTest::newRow(name) << QString::fromUtf8(name) + QStringLiteral(".asl.json");
}

void LargeDefinitionsTest::validOnesPass()
{
    QFETCH(QString, name);
    const QByteArray text = content(name);
    QVERIFY(!text.isEmpty());
    QCOMPARE(problemsOf(text).join(u'\n'), QString());
}

/// Every execution that was recorded began with a definition that the service took.
void LargeDefinitionsTest::acceptedOnesPass()
{
    const QDir folder(recordings);
    const QStringList names = folder.entryList({QStringLiteral("*.json")});
    if (names.isEmpty())
        QSKIP(qPrintable(QStringLiteral("there is no %1").arg(recordings)));
    for (const QString& name : names) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto recorded = nlohmann::ordered_json::parse(file.readAll().toStdString(), nullptr, false);
        QVERIFY2(recorded.contains("definition"), qPrintable(name));
        const bool express = recorded.value("type", "STANDARD") == "EXPRESS";
        const asl::Snapshot snapshot(1, std::make_shared<const std::string>(recorded["definition"].dump()));
        for (const asl::Diagnostic& diagnostic :
             asl::validate(snapshot, express ? asl::MachineType::Express : asl::MachineType::Standard))
            QVERIFY2(diagnostic.severity != asl::Severity::Error,
                     qPrintable(name + QStringLiteral(": ") + QString::fromStdString(asl::english(diagnostic.message))));
    }
}

QTEST_GUILESS_MAIN(LargeDefinitionsTest)
#include "large_definitions_test.moc"

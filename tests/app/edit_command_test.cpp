// stepwright-cli edit: every operation once, several after each other, and what is said when one cannot be done.

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

class EditCommandTest : public QObject
{
    Q_OBJECT

private slots:
    void operations_data();
    void operations();
    void refusals_data();
    void refusals();
    void writesTheFileItself();
    void aRefusedOperationLeavesTheFileWhole();

private:
    struct Answer
    {
        int status;
        QByteArray output;
        QByteArray messages;
    };
    static Answer run(const QStringList& arguments, const QByteArray& input)
    {
        QProcess process;
        process.start(QStringLiteral(STEPWRIGHT_BINARY_DIR "/stepwright-cli"), QStringList{"edit"} + arguments);
        process.write(input);
        process.closeWriteChannel();
        process.waitForFinished(60'000);
        return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
    }
};

namespace {

const QByteArray chain = R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}})";
const QByteArray map = R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}})";

} // namespace

void EditCommandTest::operations_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("after");
    const auto words = [](const char* text) { return QString::fromUtf8(text).split(' '); };
    QTest::newRow("rename by name") << chain << words("rename-state B Done") << QByteArray(chain).replace("\"B\"", "\"Done\"");
    QTest::newRow("rename by pointer") << chain << words("rename-state /States/B Done") << QByteArray(chain).replace("\"B\"", "\"Done\"");
    QTest::newRow("insert on") << chain << words("insert-state W Wait --on A B")
                               << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"W"},"W":{"Type":"Wait","Seconds":5,"Next":"B"},"B":{"Type":"Succeed"}}})");
    QTest::newRow("insert after") << chain << words("insert-state F Fail --after A")
                                  << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"F"},"F":{"Type":"Fail"},"B":{"Type":"Succeed"}}})");
    QTest::newRow("insert first") << chain << words("insert-state P Pass --first")
                                  << QByteArray(R"({"StartAt":"P","States":{"P":{"Type":"Pass","Next":"A"},"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}})");
    QTest::newRow("insert at the start of an item processor") << map << words("insert-state P Pass --on /States/M/ItemProcessor I")
        << QByteArray(R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"P","States":{"P":{"Type":"Pass","Next":"I"},"I":{"Type":"Pass","End":true}}},"End":true}}})");
    QTest::newRow("insert before the end") << map << (words("insert-state P Pass --on I") << "")
        << QByteArray(R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","Next":"P"},"P":{"Type":"Pass","End":true}}},"End":true}}})");
    QTest::newRow("delete") << chain << words("delete-state A") << QByteArray(R"({"StartAt":"B","States":{"B":{"Type":"Succeed"}}})");
    QTest::newRow("move") << QByteArray(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}})")
                          << words("move-state A --on B C")
                          << QByteArray(R"({"StartAt":"B","States":{"A":{"Type":"Pass","Next":"C"},"B":{"Type":"Pass","Next":"A"},"C":{"Type":"Succeed"}}})");
    QTest::newRow("set") << chain << words("set /States/A/Result -5") << QByteArray(chain).replace(R"("Pass",)", R"("Pass","Result":-5,)");
    QTest::newRow("remove") << chain << words("remove /States/A/Next") << QByteArray(chain).replace(R"(,"Next":"B")", "");
    QTest::newRow("one after another") << chain << words("rename-state A X delete-state B set /States/X/Comment 1")
                                       << QByteArray(R"({"StartAt":"X","States":{"X":{"Type":"Pass","Comment":1,"End":true}}})");
    QTest::newRow("none") << QByteArray("\xFF\x00 no JSON", 10) << QStringList() << QByteArray("\xFF\x00 no JSON", 10);
}

void EditCommandTest::operations()
{
    QFETCH(QByteArray, before);
    QFETCH(QStringList, words);
    const Answer answer = run(QStringList{"-", "-o", "-"} + words, before);
    QCOMPARE(answer.messages, QByteArray());
    QCOMPARE(answer.status, 0);
    QTEST(answer.output, "after");
}

void EditCommandTest::refusals_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("message");
    const auto words = [](const char* text) { return QString::fromUtf8(text).split(' '); };
    QTest::newRow("unknown operation") << chain << words("paint A") << QByteArray("There is no operation paint.");
    QTest::newRow("word missing") << chain << words("rename-state A") << QByteArray("rename-state needs the new name.");
    QTest::newRow("place missing") << chain << words("insert-state X Pass") << QByteArray("insert-state needs a place");
    QTest::newRow("unknown type") << chain << words("insert-state X Loop --first") << QByteArray("There is no state type Loop.");
    QTest::newRow("unknown state") << chain << words("delete-state Z") << QByteArray("There is no state Z");
    QTest::newRow("no such transition") << chain << words("insert-state X Pass --on B A") << QByteArray("No transition leads from B to A.");
    QTest::newRow("taken name, with its place") << chain << words("rename-state A B") << QByteArray("-:1:57: Another state is called \"B\".");
    QTest::newRow("not JSON") << chain << words("set /StartAt A") << QByteArray("The value is not valid JSON");
    QTest::newRow("not UTF-8") << QByteArray("{\n \xFF}") << words("remove /a") << QByteArray("Line 2, column 2: the byte 0xFF is not UTF-8.");
}

void EditCommandTest::refusals()
{
    QFETCH(QByteArray, before);
    QFETCH(QStringList, words);
    QFETCH(QByteArray, message);
    const Answer answer = run(QStringList{"-"} + words, before);
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.output, QByteArray());
    QVERIFY2(answer.messages.contains(message), answer.messages.constData());
}

void EditCommandTest::writesTheFileItself()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("a.asl.json");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(chain) > 0);
    file.close();
    const Answer answer = run({path, "-o", path, "rename-state", "A", "受付"}, {});
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.output, QByteArray());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(chain).replace("\"A\"", "\"受付\""));
}

void EditCommandTest::aRefusedOperationLeavesTheFileWhole()
{
    QTemporaryDir folder;
    const QString path = folder.filePath("a.asl.json");
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(chain) > 0);
    file.close();
    QCOMPARE(run({path, "-o", path, "delete-state", "A", "delete-state", "A"}, {}).status, 2);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), chain);
}

QTEST_GUILESS_MAIN(EditCommandTest)
#include "edit_command_test.moc"

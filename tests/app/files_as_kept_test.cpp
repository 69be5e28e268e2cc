// stepwright-cli on files as people keep them: YAML, and machines of templates (FILE#Machine).

#include "tests/app/command_fixture.h"

#include <QDir>
#include <QTest>

namespace {

using fixture::Answer;
using fixture::run;
using fixture::words;

const QString data = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data");

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// One that lists what it fills in, and one that computes it.
const char misspelt[] = "Resources:\n"
                        "  Transfer:\n"
                        "    Type: AWS::Serverless::StateMachine\n"
                        "    Properties:\n"
                        "      DefinitionUri: statemachine/transfer.asl.json\n"
                        "      DefinitionSubstitutions: {TransferArn: x}\n"
                        "  Computed:\n"
                        "    Type: AWS::Serverless::StateMachine\n"
                        "    Properties:\n"
                        "      DefinitionUri: statemachine/transfer.asl.json\n"
                        "      DefinitionSubstitutions: {Fn::Transform: {Name: AWS::Include}}\n";

const char template_[] = "Resources:\n"
                         "  Orders:\n"
                         "    Type: AWS::Serverless::StateMachine\n"
                         "    Properties:\n"
                         "      Type: EXPRESS\n"
                         "      DefinitionSubstitutions: {Wait: 5}\n"
                         "      Definition:\n"
                         "        StartAt: A # 東\n"
                         "        States:\n"
                         "          A:\n"
                         "            Type: Wait\n"
                         "            Seconds: ${Wait}\n"
                         "            Next: Nowhere\n"
                         "          Done:\n"
                         "            Type: Succeed\n";

} // namespace

class FilesAsKeptTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statusAndMessage_data();
    void statusAndMessage();
    void standardInputIsReadByItsContent();
    void editsTouchOnlyTheDefinition();
    void withoutOperationTheBytesAreTheSame();
    void runTakesTheValuesOfTheTemplate();
    void whatIsConvertedIsValid_data();
    void whatIsConvertedIsValid();

private:
    QTemporaryDir m_folder;
};

void FilesAsKeptTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    fixture::write(m_folder, "template.yaml", template_);
    fixture::write(m_folder, "main.tf", "resource \"aws_sfn_state_machine\" \"a\" {}\n");
    fixture::write(m_folder, "broken.asl.yaml", "StartAt: A\nStates:\n  A:\n\tType: Succeed\n");
    fixture::write(m_folder, "broken-template.yaml", "Resources:\n  A: {Type: AWS::Serverless::StateMachine\n  B: 1\n");
    fixture::write(m_folder, "twice.asl.yaml", "StartAt: A\nStates:\n  A: {Type: Succeed}\n---\nStartAt: B\n");
    fixture::write(m_folder, "a#b.asl.json", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})");
    for (const char* name : {"sam.yaml", "strings.yaml", "main.tf.json"})
        fixture::write(m_folder, name, contentOf(data + "/templates/" + name));
    QVERIFY(QDir(m_folder.path()).mkdir("statemachine"));
    fixture::write(m_folder, "statemachine/orders.asl.json", contentOf(data + "/templates/statemachine/orders.asl.json"));
    fixture::write(m_folder, "statemachine/transfer.asl.json",
                   R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "${TransferAnr}", "End": true}}})");
    fixture::write(m_folder, "misspelt.yaml", misspelt);
}

void FilesAsKeptTest::statusAndMessage_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("said"); ///< in either of both outputs
    const auto row = [](const char* line, int status, const char* said) { QTest::newRow(line) << QString::fromUtf8(line) << status << QByteArray(said); };
    row("validate template.yaml", 1, "template.yaml:13:19: error: There is no state \"Nowhere\".");
    row("validate template.yaml#Orders --format json", 1, "\"file\": \"template.yaml#Orders\"");
    row("validate template.yaml#Other", 2, "template.yaml: The template has no state machine Other. There are: Orders.");
    row("validate sam.yaml", 2, "Name one behind the file, as in FILE#Inline: Inline, Orders.");
    row("validate sam.yaml#Orders", 0, "sam.yaml#Orders: valid");
    row("validate misspelt.yaml#Transfer", 0,
        "statemachine/transfer.asl.json:1:64: warning: The template's \"DefinitionSubstitutions\" have no \"TransferAnr\"");
    row("validate misspelt.yaml#Computed", 0, "misspelt.yaml#Computed: valid\n");
    row("validate strings.yaml#Stored", 2, "is stored in S3");
    row("validate main.tf", 2, "Terraform's own language (HCL), which is not read");
    row("validate main.tf.json#elsewhere", 2, "main.tf.json:8:35: The definition of elsewhere is an expression of Terraform");
    row("validate broken.asl.yaml", 1, "broken.asl.yaml:4:1: error: YAML allows no tabs in the indentation. Use spaces.");
    row("validate broken-template.yaml", 1, "broken-template.yaml:3:4: error: A comma or } is expected here.");
    row("run broken-template.yaml", 2, "broken-template.yaml:3:4: The template is broken: A comma or } is expected here. Mend it first.");
    row("validate twice.asl.yaml", 1, "twice.asl.yaml:4:1: error: A second YAML document begins here.");
    row("validate a#b.asl.json", 0, "valid");
    row("validate a#b.asl.json#C", 2, "is no template with state machines");
    row("layout sam.yaml#Inline --format mermaid", 0, "Charge card");
    row("describe strings.yaml#Double", 0, "A (Fail)");
    row("edit strings.yaml#Folded rename-state A B", 2, "This definition can be read, but not changed");
    row("--help", 0, "FILE#Machine");
}

void FilesAsKeptTest::statusAndMessage()
{
    QFETCH(QString, line);
    QFETCH(int, status);
    QFETCH(QByteArray, said);
    const Answer answer = run(line.split(u' '), {}, m_folder.path());
    QVERIFY2((answer.output + answer.messages).contains(said), answer.output + answer.messages);
    QCOMPARE(answer.status, status);
}

void FilesAsKeptTest::standardInputIsReadByItsContent()
{
    QCOMPARE(run(words("validate -"), "StartAt: A\nStates:\n  A: {Type: Succeed}\n").output, QByteArray("-: valid\n"));
    QCOMPARE(run(words("validate -"), R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})").output, QByteArray("-: valid\n"));
    QVERIFY(run(words("validate -"), template_).output.startsWith("-:13:19: error"));
}

void FilesAsKeptTest::editsTouchOnlyTheDefinition()
{
    const Answer answer = run(words("edit template.yaml#Orders rename-state Done 完了"), {}, m_folder.path());
    QCOMPARE(answer.output, QByteArray(template_).replace("          Done:", "          完了:"));
    const Answer other = run(words("edit sam.yaml#Orders rename-state Charge Pay"), {}, m_folder.path());
    QCOMPARE(other.output, contentOf(data + "/templates/statemachine/orders.asl.json").replace("\"Charge\"", "\"Pay\""));
}

void FilesAsKeptTest::withoutOperationTheBytesAreTheSame()
{
    QCOMPARE(run(words("edit template.yaml#Orders"), {}, m_folder.path()).output, QByteArray(template_));
    const QByteArray yaml = contentOf(data + "/yaml/quoted_crlf.asl.yaml");
    QCOMPARE(run(words("edit -"), yaml).output, yaml);
}

void FilesAsKeptTest::runTakesTheValuesOfTheTemplate()
{
    fixture::write(m_folder, "runs.yaml", QByteArray(template_).replace("Nowhere", "Done"));
    const Answer answer = run(words("run runs.yaml"), "{}", m_folder.path());
    QVERIFY2(answer.output.contains("SUCCEEDED"), answer.output + answer.messages);
    QCOMPARE(answer.status, 0);
}

void FilesAsKeptTest::whatIsConvertedIsValid_data()
{
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("source");
    for (const char* form : {"json", "yaml", "cloudformation", "sam", "terraform"})
        for (const char* source : {"yaml/order.asl.yaml", "yaml/jsonata.asl.yaml", "templates/sam.yaml#Inline", "templates/cloudformation.json#Joined"})
            QTest::addRow("%s of %s", form, source) << QString::fromLatin1(form) << QString::fromLatin1(source);
}

void FilesAsKeptTest::whatIsConvertedIsValid()
{
    QFETCH(QString, form);
    QFETCH(QString, source);
    const Answer converted = run({"convert", data + "/" + source, "--to", form});
    QCOMPARE(converted.status, 0);
    const Answer checked = run(words("validate -"), converted.output);
    QVERIFY2(checked.status == 0, converted.output + checked.output + checked.messages);
}

QTEST_GUILESS_MAIN(FilesAsKeptTest)
#include "files_as_kept_test.moc"

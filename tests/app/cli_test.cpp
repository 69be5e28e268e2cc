// The contract of stepwright-cli: exit statuses, messages, help, standard input and output, bad input of every kind, and
// the samples.

#include "tests/app/command_fixture.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

namespace {

using fixture::Answer;
using fixture::run;
using fixture::words;

QString examples() { return QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/examples"); }

QJsonValue jsonFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray wrapped = "[" + file.readAll() + "]"; // Qt reads no bare values
    return QJsonDocument::fromJson(wrapped).array().first();
}

constexpr const char* valid = R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}})";
constexpr const char* invalid = "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}\n  }\n}\n";

} // namespace

class CliTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void statusAndMessage_data();
    void statusAndMessage();
    void validateSaysPlacesAsJson();
    void validateWritesSarif();
    void severityLimitsWhatIsPrinted();
    void validateChecksSeveralFiles();
    void validateWithValuesChecksWhatComesOut();
    void convertWritesStrictJson();
    void convertIntoAFolderLeavesNothing();
#ifdef Q_OS_UNIX
    void fullDiskLeavesTheOldFileWhole();
#endif
    void badInput_data();
    void badInput();
    void editWithoutOperationGivesTheSameBytes_data();
    void editWithoutOperationGivesTheSameBytes();
    void samples_data();
    void samples();
    void sampleWaitsAreOnTheVirtualClock();
    void recordGivesTheSameHistory();
    void recordAsksForItsFiles();

private:
    QString file(const char* name, const QByteArray& content) { return fixture::write(m_folder, name, content); }

    QTemporaryDir m_folder;
};

void CliTest::initTestCase()
{
    QVERIFY(m_folder.isValid());
    file("valid.asl.json", valid);
    file("invalid.asl.json", invalid);
    file("no-record.run.json", valid);
    file("tasks.json", "[]");
    file("fails.asl.json", R"({"StartAt": "A", "States": {"A": {"Type": "Fail", "Error": "Stop"}}})");
    file("task.asl.json", R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "End": true})");
    file("task.json", R"({"return": 5})");
    file("mock.json", R"({"result": {"StatusCode": "200"}})");
    file("token.asl.json", R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Pause}, "End": true}}})");
}

void CliTest::statusAndMessage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("output");   ///< must stand in standard output
    QTest::addColumn<QByteArray>("messages"); ///< must stand in standard error
    const auto row = [](const char* line, int status, const char* output, const char* messages = "") {
        QTest::newRow(line) << words(line) << status << QByteArray(output) << QByteArray(messages);
    };
    row("", 2, "", "no command given. See --help.");
    row("--help", 0, "stepwright-cli COMMAND");
    row("--version", 0, "stepwright-cli ");
    row("nonsense", 2, "", "there is no command nonsense. See --help.");
    for (const char* command : {"convert", "describe", "diff", "edit", "layout", "query", "run", "test", "test-state", "validate"}) {
        const QByteArray name(command);
        QTest::newRow(name + " --help") << words(name + " --help") << 0 << "Usage: stepwright-cli " + name << QByteArray();
        QTest::newRow(name + " --nonsense") << words(name + " --nonsense") << 2 << QByteArray() << QByteArray("--nonsense");
    }
    row("validate", 2, "", "name at least one file");
    row("validate valid.asl.json", 0, "valid.asl.json: valid");
    row("validate invalid.asl.json", 1, "invalid.asl.json:4:35: error: There is no state \"B\". [MISSING_TRANSITION_TARGET]");
    row("validate missing.asl.json", 2, "", "missing.asl.json: there is no such file");
    row("validate --format xml valid.asl.json", 2, "", "--format xml");
    row("validate --format", 2, "", "--format needs a value.");
    row("validate --type FAST valid.asl.json", 2, "", "STANDARD or EXPRESS");
    row("validate --format=json valid.asl.json", 0, "\"valid\": true");
    row("validate --format sarif invalid.asl.json", 1, "\"ruleId\": \"MISSING_TRANSITION_TARGET\"");
    row("validate --disable MISSING_TRANSITION_TARGET invalid.asl.json", 0, "valid");
    row("validate --disable NONSENSE invalid.asl.json", 2, "", "--disable NONSENSE: there is no such rule");
    row("validate --explain UNREACHABLE_STATE", 0, "No way leads to the state.");
    row("validate --explain SCHEMA_VALIDATION_FAILED", 0, "# UNKNOWN_FIELD");
    row("validate --explain list", 0, "UNKNOWN_FIELD (error): ");
    row("validate --explain NONSENSE", 2, "", "there is no such rule");
    row("validate --severity grave valid.asl.json", 2, "", "error, warning or info");
    row("validate --format aws valid.asl.json", 0, "\"result\": \"OK\"");
    row("describe valid.asl.json", 0, "A (Pass)");
    row("describe valid.asl.json --format json", 0, "\"variableReferences\": {}");
    row("describe", 2, "", "name one file");
    row("describe valid.asl.json --format xml", 2, "", "it is text or json");
    row("describe missing.asl.json", 2, "", "missing.asl.json: there is no such file");
    row("diff valid.asl.json valid.asl.json", 0, "No difference.");
    row("diff valid.asl.json invalid.asl.json", 1, "changed /States/A (Pass)");
    row("diff valid.asl.json invalid.asl.json --format json", 1, "\"same\": false");
    row("diff valid.asl.json", 2, "", "name two files");
    row("diff valid.asl.json missing.asl.json", 2, "", "missing.asl.json: there is no such file");
    row("diff valid.asl.json valid.asl.json --format xml", 2, "", "it is text or json");
    row("convert valid.asl.json", 2, "", "--to json");
    row("convert --to json token.asl.json", 2, "", "token.asl.json:1:");
    row("convert --to json token.asl.json", 2, "", "${Pause}");
    row("run missing.asl.json", 2, "", "missing.asl.json: there is no such file");
    row("run valid.asl.json", 0, "\"SUCCEEDED\"");
    row("run valid.asl.json --record out.json", 2, "", "ends in .run.json");
    row("run valid.asl.json --redrive-tasks tasks.json", 2, "", "Execution is SUCCEEDED and cannot be redriven");
    row("run fails.asl.json --redrive-tasks tasks.json", 1, "\"error\": \"Stop\"");
    row("run missing.run.json", 2, "", "missing.run.json: there is no such file");
    row("run no-record.run.json", 2, "", "no-record.run.json: This is no record of a run");
    row("run no-record.run.json --seed 3", 2, "", "--seed cannot be given for a record");
    row("test-state", 2, "", "either one FILE or --request FILE");
    row("test-state --request missing.json", 2, "", "missing.json: there is no such file");
    row("test-state --request valid.asl.json", 1, "\"code\": \"ParamValidationError\"");
    row("test-state --request valid.asl.json --state A", 2, "", "beside --request only --task-result");
    row("test-state valid.asl.json --state A", 0, "\"status\": \"SUCCEEDED\"");
    row("test-state valid.asl.json --state B", 1, "\"message\": \"State not found in definition\"");
    row("test-state valid.asl.json --state A --inspection-level DEBUG", 0, "\"afterInputPath\": \"{}\"");
    row("test-state valid.asl.json --state A --inspection-level ALL", 1, "[INFO, DEBUG, TRACE]");
    row("test-state task.asl.json", 2, "", "nothing answers the task");
    row("test-state task.asl.json --task-result task.json", 0, "\"output\": \"5\"");
    row("test-state task.asl.json --task-result valid.asl.json", 2, "", "--task-result needs an object with");
    row("test-state task.asl.json --mock mock.json", 1, "Field 'StatusCode' must be a number");
    row("test-state task.asl.json --mock token.asl.json", 2, "", "token.asl.json:1:");
    row("edit missing.asl.json", 2, "", "missing.asl.json: there is no such file");
    row("layout missing.asl.json", 2, "", "missing.asl.json: there is no such file");
}

void CliTest::statusAndMessage()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QByteArray, output);
    QFETCH(QByteArray, messages);
    const Answer answer = run(arguments, {}, m_folder.path());
    QVERIFY2(answer.output.contains(output), answer.output + answer.messages);
    QVERIFY2(answer.messages.contains(messages), answer.output + answer.messages);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.messages.isEmpty(), status != 2);
}

void CliTest::recordGivesTheSameHistory()
{
    file("jitter.asl.json", R"json({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Retry": [{"ErrorEquals": ["States.ALL"], "JitterStrategy": "FULL"}], "Next": "Id"},
        "Id": {"Type": "Pass", "Parameters": {"id.$": "States.UUID()", "n.$": "$$.Execution.Name"}, "End": true}}})json");
    file("jitter.tasks.json", R"([{"state": "T", "throw": {"error": "A"}}, {"state": "T", "throw": {"error": "B"}}, {"state": "T", "return": 1}])");
    const Answer first = run(words("run jitter.asl.json --tasks jitter.tasks.json --history first.json --record jitter.run.json"), {}, m_folder.path());
    QCOMPARE(first.status, 0);
    const Answer again = run(words("run jitter.run.json --history again.json"), {}, m_folder.path());
    QVERIFY2(again.status == 0, again.messages);
    QCOMPARE(again.output, first.output);
    const auto content = [this](const char* name) {
        QFile history(m_folder.filePath(QLatin1String(name)));
        return history.open(QIODevice::ReadOnly) ? history.readAll() : QByteArray();
    };
    QVERIFY(content("first.json").contains("LambdaFunction") || content("first.json").contains("TaskFailed"));
    QCOMPARE(content("again.json"), content("first.json"));
}

void CliTest::recordAsksForItsFiles()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("s3/b")));
    file("s3/b/items.json", "[1, 2]");
    file("reads.asl.json", R"({"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}, "Parameters": {"Bucket": "b", "Key": "items.json"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}})");
    const Answer first = run(words("run reads.asl.json --files s3 --record reads.run.json"), {}, m_folder.path());
    QVERIFY2(first.status == 0, first.messages);
    const Answer missing = run(words("run reads.run.json"), {}, m_folder.path());
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.messages.contains("The run read the file b/items.json (6 bytes, SHA-256 "), missing.messages);
    QVERIFY2(missing.messages.contains("Name the folder that holds it with --files."), missing.messages);
    const Answer again = run(words("run reads.run.json --files s3"), {}, m_folder.path());
    QVERIFY2(again.status == 0, again.messages);
    QCOMPARE(again.output, first.output);
    file("s3/b/items.json", "[1, 3]");
    const Answer changed = run(words("run reads.run.json --files s3"), {}, m_folder.path());
    QCOMPARE(changed.status, 2);
    QVERIFY2(changed.messages.contains("is not the one that the run read"), changed.messages);
}

void CliTest::validateSaysPlacesAsJson()
{
    const Answer answer = run(words("validate --format json invalid.asl.json"), {}, m_folder.path());
    QCOMPARE(answer.status, 1);
    const QJsonObject report = QJsonDocument::fromJson(answer.output).array().first().toObject();
    QCOMPARE(report.value(QStringLiteral("file")).toString(), QStringLiteral("invalid.asl.json"));
    QCOMPARE(report.value(QStringLiteral("valid")).toBool(true), false);
    const QJsonObject diagnostic = report.value(QStringLiteral("diagnostics")).toArray().first().toObject();
    QCOMPARE(diagnostic.value(QStringLiteral("severity")).toString(), QStringLiteral("error"));
    QCOMPARE(diagnostic.value(QStringLiteral("code")).toString(), QStringLiteral("MISSING_TRANSITION_TARGET"));
    QCOMPARE(diagnostic.value(QStringLiteral("pointer")).toString(), QStringLiteral("/States/A/Next"));
    const auto place = [](int line, int column) {
        return QJsonObject{{QStringLiteral("line"), line}, {QStringLiteral("column"), column}};
    };
    const QJsonObject range{{QStringLiteral("start"), place(4, 35)}, {QStringLiteral("end"), place(4, 38)}};
    QCOMPARE(diagnostic.value(QStringLiteral("range")).toObject(), range);
}

/// What code scanning needs: the rule with its help, the region counted in UTF-16, the fix as a replacement.
void CliTest::validateWritesSarif()
{
    const QString path = file("é x.asl.json", "{\"StartAt\": \"😀\", \"States\": {\"😀\": {\"Type\": \"Pass\", \"Coment\": \"x\", \"End\": true}}}\n");
    const Answer answer = run({QStringLiteral("validate"), QStringLiteral("--format"), QStringLiteral("sarif"), QStringLiteral("é x.asl.json")}, {},
                              m_folder.path());
    QCOMPARE(answer.status, 1);
    const QJsonObject log = QJsonDocument::fromJson(answer.output).object();
    QCOMPARE(log.value(QStringLiteral("version")).toString(), QStringLiteral("2.1.0"));
    const QJsonObject sarifRun = log.value(QStringLiteral("runs")).toArray().first().toObject();
    QCOMPARE(sarifRun.value(QStringLiteral("columnKind")).toString(), QStringLiteral("utf16CodeUnits"));
    const QJsonArray rules = sarifRun.value(QStringLiteral("tool")).toObject().value(QStringLiteral("driver")).toObject().value(QStringLiteral("rules")).toArray();
    const QJsonArray results = sarifRun.value(QStringLiteral("results")).toArray();
    QCOMPARE(results.size(), qsizetype(1));
    const QJsonObject result = results.first().toObject();
    QCOMPARE(result.value(QStringLiteral("ruleId")).toString(), QStringLiteral("UNKNOWN_FIELD"));
    const QJsonObject rule = rules.at(result.value(QStringLiteral("ruleIndex")).toInt()).toObject();
    QCOMPARE(rule.value(QStringLiteral("id")), result.value(QStringLiteral("ruleId")));
    for (const QJsonValue& each : rules)
        QVERIFY(!each.toObject().value(QStringLiteral("help")).toObject().value(QStringLiteral("markdown")).toString().isEmpty());
    const QJsonObject location = result.value(QStringLiteral("locations")).toArray().first().toObject().value(QStringLiteral("physicalLocation")).toObject();
    QCOMPARE(location.value(QStringLiteral("artifactLocation")).toObject().value(QStringLiteral("uri")).toString(), QStringLiteral("%C3%A9%20x.asl.json"));
    const QJsonObject region{{QStringLiteral("startLine"), 1}, {QStringLiteral("startColumn"), 53}, {QStringLiteral("endLine"), 1}, {QStringLiteral("endColumn"), 61}};
    QCOMPARE(location.value(QStringLiteral("region")).toObject(), region);
    const QJsonObject change = result.value(QStringLiteral("fixes")).toArray().first().toObject().value(QStringLiteral("artifactChanges")).toArray().first().toObject();
    const QJsonObject replacement = change.value(QStringLiteral("replacements")).toArray().first().toObject();
    QCOMPARE(replacement.value(QStringLiteral("deletedRegion")).toObject(), region);
    QCOMPARE(replacement.value(QStringLiteral("insertedContent")).toObject().value(QStringLiteral("text")).toString(), QStringLiteral("\"Comment\""));
    QVERIFY(QFile::remove(path));
}

void CliTest::severityLimitsWhatIsPrinted()
{
    file("severities.asl.json", R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}]}, "B": {"Type": "Pass", "Parameters": {"x": "$.x"}, "Next": "C"}}})");
    const auto printed = [&](const char* severity) {
        const Answer answer = run(words("validate severities.asl.json --severity") + words(severity), {}, m_folder.path());
        return QStringList{answer.output.contains(": error: ") ? QStringLiteral("error") : QString(), answer.output.contains(": warning: ") ? QStringLiteral("warning") : QString(),
                           answer.output.contains(": info: ") ? QStringLiteral("info") : QString()}.join(u' ').simplified();
    };
    QCOMPARE(printed("error"), QStringLiteral("error"));
    QCOMPARE(printed("warning"), QStringLiteral("error warning"));
    QCOMPARE(printed("info"), QStringLiteral("error warning info"));
}

void CliTest::validateChecksSeveralFiles()
{
    const Answer answer = run(words("validate valid.asl.json - --format json"), invalid, m_folder.path());
    QCOMPARE(answer.status, 1);
    const QJsonArray reports = QJsonDocument::fromJson(answer.output).array();
    QCOMPARE(reports.size(), qsizetype(2));
    QCOMPARE(reports.at(0).toObject().value(QStringLiteral("valid")).toBool(), true);
    QCOMPARE(reports.at(1).toObject().value(QStringLiteral("file")).toString(), QStringLiteral("-"));
}

void CliTest::validateWithValuesChecksWhatComesOut()
{
    const QString good = file("good.json", R"({"Pause": 5})");
    const QString bad = file("bad.json", R"({"Pause": "long"})");
    QCOMPARE(run(words("validate token.asl.json"), {}, m_folder.path()).status, 0);
    QCOMPARE(run(words("validate token.asl.json --values") + QStringList{good}, {}, m_folder.path()).status, 0);
    const Answer answer = run(words("validate token.asl.json --values") + QStringList{bad}, {}, m_folder.path());
    QCOMPARE(answer.status, 1);
    QVERIFY2(answer.output.contains("token.asl.json:1:62: error"), answer.output); // where the token stands
}

void CliTest::convertWritesStrictJson()
{
    const QByteArray commented = "{ // note\n \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${Pause}, \"End\": true,}}}\n";
    const QString values = file("values.json", R"({"Pause": 5})");
    const Answer answer = run({QStringLiteral("convert"), QStringLiteral("-"), QStringLiteral("--to"), QStringLiteral("json"),
                               QStringLiteral("--values"), values}, commented);
    QCOMPARE(answer.messages, QByteArray());
    QCOMPARE(answer.output, QByteArray("{\n \"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": 5, \"End\": true}}}\n"));
    const QString out = m_folder.filePath(QStringLiteral("out.json"));
    QCOMPARE(run(words("convert valid.asl.json --to json -o") + QStringList{out}, {}, m_folder.path()).status, 0);
    QFile written(out);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray(valid));
}

void CliTest::convertIntoAFolderLeavesNothing()
{
    const QStringList before = QDir(m_folder.path()).entryList();
    const Answer folder = run(words("convert valid.asl.json --to json -o .") , {}, m_folder.path());
    QCOMPARE(folder.status, 2);
    QVERIFY2(folder.messages.contains("is a folder"), folder.messages);
    const Answer missing = run(words("convert valid.asl.json --to json -o no/such/folder/out.json"), {}, m_folder.path());
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.messages.contains("no/such/folder/out.json"), missing.messages);
    QCOMPARE(QDir(m_folder.path()).entryList(), before);
}

#ifdef Q_OS_UNIX
void CliTest::fullDiskLeavesTheOldFileWhole()
{
    // A limit on the size of files is the full disk of this test.
    const QByteArray large = QByteArray(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true, "Comment": ")") + QByteArray(1 << 20, 'x') + "\"}}}";
    const QString in = file("large.json", large);
    const QString out = file("old.json", valid);
    QProcess process;
    process.start(QStringLiteral("sh"), {QStringLiteral("-c"), QStringLiteral("ulimit -f 16; exec \"$0\" convert \"$1\" --to json -o \"$2\""),
                                         QStringLiteral(STEPWRIGHT_BINARY_DIR "/stepwright-cli"), in, out});
    QVERIFY(process.waitForFinished());
    const QByteArray messages = process.readAllStandardError();
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 2);
    QVERIFY2(messages.contains("old.json could not be written completely") && messages.contains("The file is unchanged"), messages);
    QFile kept(out);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray(valid));
}
#endif

void CliTest::badInput_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("validateStatus"); ///< of validate: broken text is a diagnostic, an unreadable file is not
    QTest::addColumn<QByteArray>("said");    ///< by validate, somewhere
    QTest::newRow("truncated JSON") << file("truncated.json", QByteArray(valid).chopped(5)) << 1 << QByteArray("truncated.json:1:");
    QTest::newRow("invalid UTF-8") << file("latin1.json", "{\n  \"StartAt\": \"\xe9\"}") << 1 << QByteArray("latin1.json:2:15");
    QTest::newRow("deep nesting") << file("deep.json", QByteArray(100'000, '[')) << 1 << QByteArray("deep.json:1:");
    QTest::newRow("deep and closed") << file("deep-closed.json", QByteArray(100'000, '[') + QByteArray(100'000, ']')) << 1 << QByteArray("deep-closed.json:1:");
    QTest::newRow("empty file") << file("empty.json", "") << 1 << QByteArray("empty.json:1:1");
    QTest::newRow("zero bytes") << file("zeros.json", QByteArray(64, '\0')) << 1 << QByteArray("zeros.json:1:1");
    QTest::newRow("only a value") << file("number.json", "42") << 1 << QByteArray("number.json:1:1");
    QTest::newRow("directory") << m_folder.path() << 2 << QByteArray("is a folder");
    QTest::newRow("missing file") << m_folder.filePath(QStringLiteral("nowhere.json")) << 2 << QByteArray("there is no such file");
#ifdef Q_OS_LINUX
    QTest::newRow("unreadable even for root") << QStringLiteral("/proc/self/mem") << 2 << QByteArray("/proc/self/mem");
#endif
}

void CliTest::badInput()
{
    QFETCH(QString, path);
    QFETCH(int, validateStatus);
    QFETCH(QByteArray, said);
    const Answer checked = run({QStringLiteral("validate"), path});
    QVERIFY2((checked.output + checked.messages).contains(said), checked.output + checked.messages);
    QCOMPARE(checked.status, validateStatus);
    for (const QStringList& others : {QStringList{QStringLiteral("run"), path}, QStringList{QStringLiteral("convert"), path, QStringLiteral("--to"), QStringLiteral("json")}}) {
        const Answer answer = run(others);
        QVERIFY2(answer.status == 2 || (others.first() == u"convert" && answer.status == 0), answer.output + answer.messages);
        QVERIFY(answer.status == 0 || !answer.messages.isEmpty());
    }
}

void CliTest::editWithoutOperationGivesTheSameBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("definition") << QByteArray(valid);
    QTest::newRow("Windows lines, tabs, byte order mark") << QByteArray("\xEF\xBB\xBF{\r\n\t\"a\" :1e2 ,}\r\n");
    QTest::newRow("broken") << QByteArray("{\"a\": [1, 2");
    QTest::newRow("not UTF-8") << QByteArray("{\"a\": \"\xff\"}");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("deep") << QByteArray(100'000, '[');
}

void CliTest::editWithoutOperationGivesTheSameBytes()
{
    QFETCH(QByteArray, bytes);
    const Answer answer = run({QStringLiteral("edit"), QStringLiteral("-")}, bytes);
    QCOMPARE(answer.output, bytes);
    QCOMPARE(answer.status, 0);
}

void CliTest::samples_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("tasks");
    QTest::addColumn<QJsonObject>("expected");
    const QJsonArray samples = jsonFile(examples() + QStringLiteral("/index.json")).toObject().value(QStringLiteral("samples")).toArray();
    QCOMPARE(samples.size(), qsizetype(9));
    for (const QJsonValue& sample : samples) {
        for (const QJsonValue& runs : sample[QStringLiteral("runs")].toArray()) {
            const QString name = sample[QStringLiteral("id")].toString() + QStringLiteral(": ") + runs[QStringLiteral("name")].toString();
            QTest::newRow(name.toUtf8().constData())
                << sample[QStringLiteral("definition")].toString() << runs[QStringLiteral("input")].toString()
                << runs[QStringLiteral("tasks")].toString() << runs[QStringLiteral("expect")].toObject();
        }
    }
}

void CliTest::samples()
{
    QFETCH(QString, definition);
    QFETCH(QString, input);
    QFETCH(QString, tasks);
    QFETCH(QJsonObject, expected);
    QElapsedTimer clock;
    clock.start();
    QCOMPARE(run({QStringLiteral("validate"), definition}, {}, examples()).status, 0);
    const Answer answer = run({QStringLiteral("run"), definition, QStringLiteral("--input"), input, QStringLiteral("--tasks"), tasks}, {}, examples());
    const QJsonObject result = QJsonDocument::fromJson(answer.output).object();
    QVERIFY2(result == expected, answer.output + answer.messages);
    QCOMPARE(answer.status, expected.value(QStringLiteral("status")) == QStringLiteral("SUCCEEDED") ? 0 : 1);
    QVERIFY2(clock.elapsed() < 5'000, "waits and retries of a sample take no time on the wall");
}

void CliTest::sampleWaitsAreOnTheVirtualClock()
{
    const QString history = m_folder.filePath(QStringLiteral("history.json"));
    const Answer answer = run({QStringLiteral("run"), QStringLiteral("03-map.asl.json"), QStringLiteral("--input"), QStringLiteral("03-map.input.json"),
                               QStringLiteral("--tasks"), QStringLiteral("03-map.tasks.json"), QStringLiteral("--history"), history}, {}, examples());
    QCOMPARE(answer.status, 0);
    QList<QDateTime> starts;
    for (const QJsonValue& event : jsonFile(history).toObject().value(QStringLiteral("events")).toArray())
        if (event[QStringLiteral("type")] == QStringLiteral("MapIterationStarted"))
            starts << QDateTime::fromString(event[QStringLiteral("timestamp")].toString(), Qt::ISODateWithMs);
    QCOMPARE(starts.size(), qsizetype(5));
    for (qsizetype i = 1; i < starts.size(); ++i)
        QVERIFY2(qAbs(starts[i - 1].msecsTo(starts[i]) - 30'000) < 1'000, qPrintable(starts[i].toString(Qt::ISODateWithMs)));
}

QTEST_GUILESS_MAIN(CliTest)
#include "cli_test.moc"

// ResultWriter of a distributed Map: its files, its output, and what becomes of failures.

#include "tests/core/execution/execution_fixture.h"

#include <QTest>

#include <map>

using namespace asl;

class ResultWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void files_data();
    void files();
    void outputNamesTheManifest();
    void recordsOfChildren();
    void failuresArePartOfTheFiles();
    void whatIsStoppedIsWrittenToo();
    void stoppedWithTheExecution();
    void withoutAFolderTheOutputIsTheSame();
    void failedWriteFailsTheMap();
    void writesStayInOrder();
};

namespace {

using Objects = std::map<std::string, std::string>;

std::string machine(const std::string& writer, const std::string& more = "", const std::string& item = R"({"Type": "Pass", "End": true})")
{
    return R"({"StartAt": "M", "States": {"M": {"Type": "Map", "Label": "L", "End": true, "ResultWriter": )" + writer + more
         + R"(, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P",
            "States": {"P": )" + item + R"(, "F": {"Type": "Fail", "Error": "Bad", "Cause": "no"}, "S": {"Type": "Succeed"}}}}}})";
}

std::string exporting(const std::string& config = "")
{
    return R"({"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out", "Prefix": "p"})"
         + (config.empty() ? "" : R"(, "WriterConfig": )" + config) + "}";
}

/// Fails for negative numbers.
const char* choosing = R"({"Type": "Choice", "Choices": [{"Variable": "$", "NumericLessThan": 0, "Next": "F"}], "Default": "S"})";

struct Finished
{
    Timeline timeline;
    Objects objects;                   ///< by what comes behind "p/UUID/"
    std::vector<WriteObject> writes = {};
    std::string prefix = {};

    const RunView& view() const { return *timeline.view(); }
};

Finished finished(const std::string& definition, const std::string& input)
{
    fixture::Run run = fixture::Run::of(definition, input);
    Finished result{run.timeline(), {}};
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    DriveOptions driving;
    driving.writeObject = [&](const WriteObject& write) -> std::optional<Failure> {
        result.writes.push_back(write);
        const std::size_t name = write.key.rfind('/') + 1;
        result.prefix = write.bucket + ":" + write.key.substr(0, name);
        std::string& object = result.objects[write.key.substr(name)];
        if (object.size() != write.offset)
            return Failure{"States.ResultWriterFailed", "a gap"};
        object += *write.bytes;
        return {};
    };
    drive(result.timeline, *outcomes, driving);
    return result;
}

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

} // namespace

void ResultWriterTest::files_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("content");
    QTest::newRow("compact") << R"({"Transformation": "COMPACT", "OutputType": "JSON"})" << "SUCCEEDED_0.json" << R"([[1,2],"x",[]])";
    QTest::newRow("compact lines") << R"({"Transformation": "COMPACT", "OutputType": "JSONL"})" << "SUCCEEDED_0.jsonl" << "[1,2]\n\"x\"\n[]\n";
    QTest::newRow("flatten") << R"({"Transformation": "FLATTEN", "OutputType": "JSON"})" << "SUCCEEDED_0.json" << R"([1,2,"x"])";
    QTest::newRow("flatten lines") << R"({"Transformation": "FLATTEN", "OutputType": "JSONL"})" << "SUCCEEDED_0.jsonl" << "1\n2\n\"x\"\n";
}

void ResultWriterTest::files()
{
    QFETCH(QString, config);
    QFETCH(QString, file);
    QFETCH(QString, content);
    const Finished run = finished(machine(exporting(config.toStdString())), R"([[1, 2], "x", []])");
    QCOMPARE(run.view().status, RunStatus::Succeeded);
    QCOMPARE(text(run.objects.at(file.toStdString())), content);
    const Data manifest = fixture::json(run.objects.at("manifest.json"));
    QCOMPARE(manifest.find("DestinationBucket")->text(), std::string_view("out"));
    const Data& files = *manifest.find("ResultFiles");
    QCOMPARE(files.find("FAILED")->size(), std::size_t(0));
    QCOMPARE(files.find("PENDING")->size(), std::size_t(0));
    const Data& written = files.find("SUCCEEDED")->items()[0];
    QVERIFY(written.find("Key")->text().ends_with("/" + file.toStdString()));
    QCOMPARE(written.find("Size")->asInteger(), std::int64_t(content.toUtf8().size()));
}

void ResultWriterTest::outputNamesTheManifest()
{
    const Finished run = finished(machine(exporting()), "[1]");
    const Data& output = *run.view().output;
    const std::string arn(output.find("MapRunArn")->text());
    const std::string uuid = arn.substr(arn.rfind(':') + 1);
    QVERIFY(arn.starts_with("arn:aws:states:us-east-1:111111111111:mapRun:StateMachine/L:"));
    const std::string details = R"({"Bucket":"out","Key":"p/)" + uuid + R"(/manifest.json"})";
    QCOMPARE(text(data::toJson(*output.find("ResultWriterDetails"))), text(details));
    QCOMPARE(text(run.prefix), text("out:p/" + uuid + "/"));
    QCOMPARE(text(std::string(fixture::json(run.objects.at("manifest.json")).find("MapRunArn")->text())), text(arn));
}

void ResultWriterTest::recordsOfChildren()
{
    // Without WriterConfig files hold records; they do in the state as well when it says so.
    const Finished exported = finished(machine(exporting()), R"([{"a": 1}])");
    const Finished kept = finished(machine(R"({"WriterConfig": {"Transformation": "NONE", "OutputType": "JSON"}})"), R"([{"a": 1}])");
    for (const Data& records : {fixture::json(exported.objects.at("SUCCEEDED_0.json")), *kept.view().output}) {
        QCOMPARE(records.size(), std::size_t(1));
        const Data& record = records.items()[0];
        std::string names;
        for (const Member& member : record.members())
            names += std::string(member.key.text()) + " ";
        QCOMPARE(text(names), text("ExecutionArn Input InputDetails Name Output OutputDetails RedriveCount RedriveStatus RedriveStatusReason "
                                   "StartDate StateMachineArn Status StopDate "));
        const std::string name(record.find("Name")->text());
        QCOMPARE(text(std::string(record.find("ExecutionArn")->text())), text("arn:aws:states:us-east-1:111111111111:execution:StateMachine/L:" + name));
        const std::string_view output = R"({"a":1})";
        QCOMPARE(record.find("Output")->text(), output);
        QCOMPARE(record.find("Status")->text(), std::string_view("SUCCEEDED"));
        QCOMPARE(record.find("StateMachineArn")->text(), std::string_view("arn:aws:states:us-east-1:111111111111:stateMachine:StateMachine/L"));
    }
}

void ResultWriterTest::failuresArePartOfTheFiles()
{
    const Finished run = finished(machine(exporting(R"({"Transformation": "COMPACT", "OutputType": "JSON"})"), R"(, "ToleratedFailureCount": 1)", choosing), "[1, -2, 3]");
    QCOMPARE(run.view().status, RunStatus::Succeeded);
    QCOMPARE(text(run.objects.at("SUCCEEDED_0.json")), text("[1,3]"));
    const Data failed = fixture::json(run.objects.at("FAILED_0.json"));
    QCOMPARE(failed.size(), std::size_t(1));
    QCOMPARE(failed.items()[0].find("Error")->text(), std::string_view("Bad"));
    QCOMPARE(failed.items()[0].find("Cause")->text(), std::string_view("no"));
    QCOMPARE(failed.items()[0].find("Input")->text(), std::string_view("-2"));
    QCOMPARE(failed.items()[0].find("Status")->text(), std::string_view("FAILED"));
}

void ResultWriterTest::whatIsStoppedIsWrittenToo()
{
    // The second item fails at once while the third waits; the fourth never begins.
    const char* item = R"({"Type": "Choice", "Choices": [{"Variable": "$", "NumericLessThan": 0, "Next": "F"}, {"Variable": "$", "NumericGreaterThan": 5, "Next": "W"}],
        "Default": "S"}, "W": {"Type": "Wait", "Seconds": 9, "Next": "S"})";
    const Finished run = finished(machine(exporting(), R"(, "MaxConcurrency": 2)", item), "[7, 1, -2, 4, 5]");
    QCOMPARE(run.view().status, RunStatus::Failed);
    QCOMPARE(run.view().failure->error, std::optional<std::string>("States.ExceedToleratedFailureThreshold"));
    QCOMPARE(fixture::json(run.objects.at("SUCCEEDED_0.json")).size(), std::size_t(1));
    const Data failed = fixture::json(run.objects.at("FAILED_0.json"));
    QCOMPARE(failed.items()[0].find("Status")->text(), std::string_view("FAILED"));
    QCOMPARE(failed.items()[1].find("Status")->text(), std::string_view("ABORTED"));
    QCOMPARE(failed.items()[1].find("Input")->text(), std::string_view("7"));
    const Data pending = fixture::json(run.objects.at("PENDING_0.json"));
    QCOMPARE(pending.size(), std::size_t(2));
    QCOMPARE(pending.items()[1].find("Input")->text(), std::string_view("5"));
    QCOMPARE(fixture::json(run.objects.at("manifest.json")).find("ResultFiles")->find("PENDING")->size(), std::size_t(1));
}

void ResultWriterTest::stoppedWithTheExecution()
{
    std::string definition = machine(exporting(), "", R"({"Type": "Wait", "Seconds": 100, "Next": "S"})");
    definition.insert(1, R"("TimeoutSeconds": 5, )");
    const Finished run = finished(definition, "[1, 2]");
    QCOMPARE(run.view().status, RunStatus::TimedOut);
    QCOMPARE(fixture::json(run.objects.at("FAILED_0.json")).size(), std::size_t(2));
    QVERIFY(run.objects.contains("manifest.json"));
}

void ResultWriterTest::withoutAFolderTheOutputIsTheSame()
{
    const std::string definition = machine(exporting());
    const Timeline nowhere = fixture::Run::of(definition, "[1, 2]").finished();
    QCOMPARE(text(data::toJson(*nowhere.view()->output)), text(data::toJson(*finished(definition, "[1, 2]").view().output)));
}

void ResultWriterTest::failedWriteFailsTheMap()
{
    std::string definition = machine(exporting());
    definition.replace(definition.find(R"("End": true, "ResultWriter")"), 11, R"("Catch": [{"ErrorEquals": ["States.ResultWriterFailed"], "Next": "C"}], "End": true)");
    definition.replace(definition.rfind("}}"), 2, R"(, "C": {"Type": "Pass", "End": true}}})");
    fixture::Run run = fixture::Run::of(definition, "[1]");
    Timeline timeline = run.timeline();
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    DriveOptions driving;
    driving.writeObject = [](const WriteObject&) { return Failure{"States.ResultWriterFailed", "full"}; };
    drive(timeline, *outcomes, driving);
    const std::string expected = R"({"Error":"States.ResultWriterFailed","Cause":"full"})";
    QCOMPARE(text(data::toJson(*timeline.view()->output)), text(expected));
}

void ResultWriterTest::writesStayInOrder()
{
    std::string input = "[";
    for (int i = 0; i < 3000; ++i)
        input += (i ? ",\"" : "\"") + std::to_string(i) + std::string(70, 'x') + "\"";
    const Finished run = finished(machine(exporting()), input + "]");
    QCOMPARE(run.view().status, RunStatus::Succeeded);
    QVERIFY(run.writes.size() > 3);
    const Data records = fixture::json(run.objects.at("SUCCEEDED_0.json"));
    QCOMPARE(records.size(), std::size_t(3000));
    for (std::size_t i = 0; i < records.size(); ++i)
        QVERIFY(records.items()[i].find("Input")->text().starts_with("\"" + std::to_string(i) + "x"));
    // None is larger than a few of the pieces that are handed over at once.
    for (const WriteObject& write : run.writes)
        QVERIFY(write.bytes->size() < 200'000);
}

QTEST_APPLESS_MAIN(ResultWriterTest)
#include "result_writer_test.moc"

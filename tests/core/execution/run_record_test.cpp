// Records of runs: a record gives the same history again, byte for byte; bad records are refused with their reason.

#include "tests/core/execution/execution_fixture.h"

#include "app/host/platform.h"
#include "core/execution/run_record.h"

#include <QTest>

using namespace asl;

namespace {

const std::string readsFile = R"({"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "Label": "M",
    "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"},
                   "Parameters": {"Bucket": "b", "Key": "items.json"}},
    "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}})";
const std::string items = R"([{"a": 1}, {"a": 2}])";

CompileOptions withPlatform()
{
    static const query::Platform platform = designer::host::platform();
    CompileOptions options;
    options.platform = &platform;
    return options;
}

ItemsOutcome noFiles(const ReadItems& read)
{
    return Failure{"States.ItemReaderFailed", "there is no file " + read.key};
}

ObjectPart whole(const std::string& content)
{
    return {std::make_shared<const std::string>(content), true, content.size(), {}};
}

Timeline finishedWithFile()
{
    CompileOptions options = withPlatform();
    options.readsItems = true;
    fixture::Run run = fixture::Run::of(readsFile);
    run.program = fixture::compiled(readsFile, options).program;
    Timeline timeline = run.timeline();
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    DriveOptions driving;
    driving.readItems = [](const ReadItems&) { return whole(items); };
    drive(timeline, *outcomes, driving);
    return timeline;
}

} // namespace

class RunRecordTest : public QObject
{
    Q_OBJECT

private slots:
    void replayGivesTheSameRun_data();
    void replayGivesTheSameRun();
    void unfinishedRunsAreReplayedToWhereTheyStand();
    void presentBranchIsRecorded();
    void filesAreNamedNotKept();
    void filesMustBeTheSame_data();
    void filesMustBeTheSame();
    void badRecordsAreRefused_data();
    void badRecordsAreRefused();
};

void RunRecordTest::replayGivesTheSameRun_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : fixture::cases())
        QTest::newRow(qPrintable(name)) << name;
}

void RunRecordTest::replayGivesTheSameRun()
{
    QFETCH(QString, name);
    const Timeline first = fixture::Run::ofCase(name).finished();
    const std::string text = runRecordJson(recordOf(first));
    const auto record = readRunRecord(text);
    QVERIFY2(record, record ? "" : english(record.error().message).c_str());
    QCOMPARE(runRecordJson(*record), text);
    const auto again = replay(*record, withPlatform(), noFiles);
    QVERIFY2(again, again ? "" : english(again.error().message).c_str());
    QCOMPARE(fixture::digest(*again->view()), fixture::digest(*first.view()));
    QCOMPARE(runRecordJson(recordOf(*again)), text);
}

void RunRecordTest::unfinishedRunsAreReplayedToWhereTheyStand()
{
    Timeline timeline = fixture::Run::of(R"({"StartAt": "T", "States": {"T": {"Type": "Task", "HeartbeatSeconds": 5,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true}}})")
                            .timeline();
    while (timeline.proceed()) {
    }
    timeline.heartbeat(1);
    timeline.report(1, TaskSubmission{Data::integer(1)});
    timeline.advanceTime(fixture::start + 1);
    const auto record = readRunRecord(runRecordJson(recordOf(timeline)));
    QVERIFY(record);
    const auto again = replay(*record, withPlatform(), noFiles);
    QVERIFY(again);
    QCOMPARE(fixture::digest(*again->view()), fixture::digest(*timeline.view()));
}

void RunRecordTest::presentBranchIsRecorded()
{
    Timeline timeline = fixture::Run::of(R"({"StartAt": "T", "States": {"T": {"Type": "Task",
        "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}})")
                            .timeline();
    while (timeline.proceed()) {
    }
    const std::uint64_t asked = timeline.step();
    timeline.report(1, Failure{"Bad", {}});
    while (timeline.proceed()) {
    }
    timeline.seek(asked);
    timeline.report(1, TaskSuccess{Data::string("good")});
    while (timeline.proceed()) {
    }
    const RunRecord second = recordOf(timeline);
    timeline.switchTo(0);
    const RunRecord first = recordOf(timeline);
    QCOMPARE(replay(first, withPlatform(), noFiles)->view()->status, RunStatus::Failed);
    QCOMPARE(replay(second, withPlatform(), noFiles)->view()->status, RunStatus::Succeeded);
}

void RunRecordTest::filesAreNamedNotKept()
{
    const Timeline first = finishedWithFile();
    QCOMPARE(first.view()->status, RunStatus::Succeeded);
    const std::string text = runRecordJson(recordOf(first));
    QVERIFY(text.find("\"key\": \"items.json\"") != std::string::npos);
    QVERIFY(text.find("\"size\": " + std::to_string(items.size())) != std::string::npos);
    QVERIFY(text.find(withPlatform().platform->hash("SHA-256", items)) != std::string::npos);
    const auto again = replay(*readRunRecord(text), withPlatform(), [](const ReadItems&) { return whole(items); });
    QVERIFY2(again, again ? "" : english(again.error().message).c_str());
    QCOMPARE(fixture::digest(*again->view()), fixture::digest(*first.view()));
}

void RunRecordTest::filesMustBeTheSame_data()
{
    QTest::addColumn<QString>("content"); ///< null: there is no such file
    QTest::addColumn<QString>("message");
    QTest::newRow("missing") << QString() << QStringLiteral("there is no file items.json");
    QTest::newRow("longer") << QStringLiteral(R"([{"a": 1}, {"a": 23}])")
                            << QStringLiteral("has 21 bytes, the one that the run read had 20");
    QTest::newRow("other bytes") << QStringLiteral(R"([{"a": 1}, {"a": 3}])") << QStringLiteral("its SHA-256 is not ");
}

void RunRecordTest::filesMustBeTheSame()
{
    QFETCH(QString, content);
    QFETCH(QString, message);
    const RunRecord record = recordOf(finishedWithFile());
    const auto again = replay(record, withPlatform(), [&](const ReadItems& read) {
        return content.isNull() ? noFiles(read) : whole(content.toStdString());
    });
    QVERIFY(!again);
    const std::string said = english(again.error().message);
    QVERIFY2(said.find(message.toStdString()) != std::string::npos, said.c_str());
}

void RunRecordTest::badRecordsAreRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("no JSON") << QByteArray("\"format\"") << QByteArray("format") << QByteArray();
    QTest::newRow("another format") << QByteArray("stepwright-run") << QByteArray("else")
                                    << QByteArray("its \"format\" is not \"stepwright-run\"");
    QTest::newRow("a later version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 2")
                                     << QByteArray("only version 1 can be read");
    QTest::newRow("no kind") << QByteArray("STANDARD") << QByteArray("FAST")
                             << QByteArray("\"type\" in the record must be STANDARD or EXPRESS");
    QTest::newRow("seed") << QByteArray("\"seed\": \"1\"") << QByteArray("\"seed\": \"one\"")
                          << QByteArray("\"seed\" in the record must be a whole number as text");
    QTest::newRow("clock") << QByteArray("\"now\": ") << QByteArray("\"then\": ")
                           << QByteArray("\"now\" in the record must be a whole number");
    QTest::newRow("no decision") << QByteArray("\"proceed\"") << QByteArray("\"leap\"")
                                 << QByteArray("entry 0 of \"journal\"");
    QTest::newRow("no outcome") << QByteArray("\"return\"") << QByteArray("\"turn\"")
                                << QByteArray("entry 1 of \"journal\"");
    QTest::newRow("another result") << QByteArray("\"return\": 1") << QByteArray("\"return\": 2")
                                    << QByteArray("another result");
    QTest::newRow("impossible decision") << QByteArray("\"task\": 1") << QByteArray("\"task\": 7")
                                         << QByteArray("decision 3 cannot be taken there");
    QTest::newRow("broken definition") << QByteArray("\\\"End\\\"") << QByteArray("\\\"Fin\\\"")
                                       << QByteArray("There is no state");
}

void RunRecordTest::badRecordsAreRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, message);
    const Timeline timeline = fixture::Run::of(R"({"StartAt": "T", "States": {"T": {"Type": "Task",
        "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}})",
                                               "{}", R"([{"state": "T", "return": 1}])")
                                  .finished();
    QByteArray text = QByteArray::fromStdString(runRecordJson(recordOf(timeline)));
    QVERIFY2(text.contains(before), text);
    text.replace(text.indexOf(before), before.size(), after);
    const auto record = readRunRecord(text.toStdString());
    const auto again = record ? replay(*record, withPlatform(), noFiles) : Result<Timeline>(record.error());
    QVERIFY(!again);
    const std::string said = english(again.error().message);
    QVERIFY2(said.find(message.toStdString()) != std::string::npos, said.c_str());
}

QTEST_APPLESS_MAIN(RunRecordTest)
#include "run_record_test.moc"

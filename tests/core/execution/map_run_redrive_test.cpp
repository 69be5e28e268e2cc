// Redrive of a distributed Map: its Map Run goes on with the children that did not succeed.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/run_record.h"

#include <QTest>

#include <map>

using namespace asl;

namespace {

const std::string task = R"("Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage")";
/// Tells how often its execution was redriven.
const std::string counting = task + R"(, "Parameters": {"n.$": "$$.Execution.RedriveCount"})";

/// A distributed Map with the members `more`, whose children run `states`, beginning with T.
std::string map(const std::string& more, const std::string& states, const std::string& type = "STANDARD")
{
    return R"("Type": "Map", "Label": "L", )" + more +
           R"("ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": ")" + type +
           R"("}, "StartAt": "T", "States": {)" + states + R"(}}, "End": true)";
}

std::string alone(const std::string& map) { return R"({"StartAt": "M", "States": {"M": {)" + map + "}}}"; }

/// Types of the events behind the first `count`.
std::string eventsAfter(const Timeline& timeline, std::size_t count)
{
    std::string text;
    for (std::size_t i = count; i < timeline.events().size(); ++i)
        text += (text.empty() ? "" : " ") + std::string(typeName(timeline.events()[i].type));
    return text;
}

void driveOn(Timeline& timeline, const std::string& tasks, const DriveOptions& options = {})
{
    auto outcomes = RecordedOutcomes::read(fixture::json(tasks));
    drive(timeline, *outcomes, options);
}

QString output(const Timeline& timeline)
{
    return QString::fromStdString(timeline.view()->output ? data::toJson(*timeline.view()->output) : "none");
}

const char* const succeeds = "ExecutionRedriven MapRunRedriven MapRunSucceeded MapStateSucceeded MapStateExited ExecutionSucceeded";
const char* const failsAgain = "ExecutionRedriven MapRunRedriven MapRunFailed MapStateFailed ExecutionFailed";

} // namespace

class MapRunRedriveTest : public QObject
{
    Q_OBJECT

private slots:
    void goesOn_data();
    void goesOn();
    void countsAndNames();
    void childrenInOtherPlaces_data();
    void childrenInOtherPlaces();
    void stoppedWhileChildrenRun();
    void stoppedAtAnyEvent_data();
    void stoppedAtAnyEvent();
    void aFullChildBeginsAnew();
    void filesGoOn();
    void aFailedWriteBeginsAnew();
    void theFileIsReadOn();
    void isPartOfRecordAndTimeline();
};

void MapRunRedriveTest::goesOn_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("tasks");
    QTest::addColumn<QString>("redriveTasks"); ///< anything else that is asked stays unanswered
    QTest::addColumn<QString>("output");
    QTest::addColumn<QString>("events"); ///< after the first end
    const auto row = [](const char* name, const std::string& definition, const char* input, const char* tasks,
                        const char* redriveTasks, const char* output, const char* events) {
        QTest::newRow(name) << QString::fromStdString(alone(definition)) << input << tasks << redriveTasks << output
                            << events;
    };
    const std::string one = R"("T": {)" + task + R"(, "End": true})";
    const std::string two = R"("T": {)" + task + R"(, "Next": "U"}, "U": {)" + task + R"(, "End": true})";
    const std::string told = R"("T": {)" + counting + R"(, "End": true})";
    row("results of the others stay", map(R"("MaxConcurrency": 1, )", one), "[1, 2, 3]",
        R"([{"state": "T", "iteration": [0], "return": "a"}, {"state": "T", "iteration": [1], "throw": {"error": "E"}}])",
        R"([{"state": "T", "iteration": [1], "return": "b"}, {"state": "T", "iteration": [2], "return": "c"}])",
        R"(["a","b","c"])", succeeds);
    row("what ran is redriven too", map("", one), "[1, 2, 3]",
        R"([{"state": "T", "iteration": [0]}, {"state": "T", "iteration": [1], "throw": {"error": "E"}}, {"state": "T", "iteration": [2]}])",
        R"([{"state": "T", "return": "x", "repeat": true}])", R"(["x","x","x"])", succeeds);
    row("tolerated failures are redriven", map(R"("ToleratedFailureCount": 1, )", one), "[1, 2, 3]",
        R"([{"state": "T", "iteration": [0], "throw": {}}, {"state": "T", "iteration": [1], "return": "b"},
            {"state": "T", "iteration": [2], "throw": {}}])",
        R"([{"state": "T", "iteration": [0], "return": "a"}, {"state": "T", "iteration": [2], "return": "c"}])",
        R"(["a","b","c"])", succeeds);
    row("failures are counted anew", map(R"("ToleratedFailureCount": 1, "OutputPath": "$[1]", )", one), "[1, 2, 3]",
        R"([{"state": "T", "iteration": [0], "throw": {}}, {"state": "T", "iteration": [1], "return": "b"},
            {"state": "T", "iteration": [2], "throw": {}}])",
        R"([{"state": "T", "iteration": [0], "return": "a"}, {"state": "T", "iteration": [2], "throw": {}}])", R"("b")",
        succeeds);
    row("it fails again", map("", one), "[1]", R"([{"state": "T", "throw": {}}])", R"([{"state": "T", "throw": {}}])",
        "none", failsAgain);
    row("a Standard child goes on where it stopped", map("", two), "[1]",
        R"([{"state": "T", "return": "t"}, {"state": "U", "throw": {}}])", R"([{"state": "U", "return": "u"}])",
        R"(["u"])", succeeds);
    // Whatever the children hold stays what it was.
    const std::string knows = R"("U": {)" + task + R"(, "Parameters": {"in.$": "$", "context.$": "$$.Execution.Input"}, "End": true})";
    row("its input is that of the state it stopped in", map("", R"("T": {)" + task + R"(, "Next": "U"}, )" + knows), "[[1.5, -0.0, 1e300]]",
        R"([{"state": "T", "return": {"t": "\ud800"}}, {"state": "U", "throw": {}}])", R"([{"state": "U", "echo": true}])",
        R"([{"in":{"t":"\ud800"},"context":[1.5,-0,1e+300]}])", succeeds);
    row("its first input", map("", R"("T": {)" + task + R"(, "Parameters": {"in.$": "$", "id.$": "$$.Execution.Input"}, "End": true})"),
        R"([{"long enough to lie elsewhere": null}])", R"([{"state": "T", "throw": {}}])", R"([{"state": "T", "echo": true}])",
        R"([{"in":{"long enough to lie elsewhere":null},"id":{"long enough to lie elsewhere":null}}])", succeeds);
    row("its variables", map("", R"("T": {"Type": "Pass", "Assign": {"v.$": "$[0]"}, "Next": "U"}, "U": {)" + task +
        R"(, "Parameters": {"v.$": "$v"}, "End": true})"), "[[7]]", R"([{"state": "U", "throw": {}}])",
        R"([{"state": "U", "echo": true}])", R"([{"v":7}])", succeeds);
    row("the results of its branches, when only leaving them failed", map("", R"("T": {"Type": "Parallel", "Branches": [{"StartAt": "U", "States":
        {"U": {)" + task + R"(, "End": true}}}], "ResultPath": "$.x", "End": true})"), "[1]", R"([{"state": "U", "return": 1}])", "[]", "none",
        failsAgain);
    row("an Express child begins anew", map("", two, "EXPRESS"), "[1]",
        R"([{"state": "T", "return": "t"}, {"state": "U", "throw": {}}])",
        R"([{"state": "T", "return": "t"}, {"state": "U", "return": "u"}])", R"(["u"])", succeeds);
    row("a Standard child counts its redrives", map("", told), "[1]", R"([{"state": "T", "throw": {}}])",
        R"([{"state": "T", "echo": true}])", R"([{"n":1}])", succeeds);
    row("a new Express execution was never redriven", map("", told, "EXPRESS"), "[1]", R"([{"state": "T", "throw": {}}])",
        R"([{"state": "T", "echo": true}])", R"([{"n":0}])", succeeds);
    row("batches", map(R"("ItemBatcher": {"MaxItemsPerBatch": 2}, "MaxConcurrency": 1, )", one), "[1, 2, 3]",
        R"([{"state": "T", "iteration": [0], "throw": {}}])",
        R"([{"state": "T", "iteration": [0], "return": "a"}, {"state": "T", "iteration": [1], "echo": true}])",
        R"(["a",{"Items":[3]}])", succeeds);
    row("the last Map Run of a retried Map", map(R"("Retry": [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 1}], )", one),
        "[1, 2]",
        R"([{"state": "T", "iteration": [0], "throw": {}}, {"state": "T", "iteration": [1]},
            {"state": "T", "iteration": [0], "return": "a"}, {"state": "T", "iteration": [1], "throw": {}}])",
        R"([{"state": "T", "iteration": [1], "return": "b"}])", R"(["a","b"])", succeeds);
    row("a fault in the children", map("", R"("T": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericEquals": 1, "Next": "S"}]},
        "S": {"Type": "Succeed"})"),
        "[1, 2]", "[]", "[]", "none", failsAgain);
    row("an item that cannot be selected is not passed over",
        map(R"("ItemSelector": {"x.$": "$.none"}, )", R"("T": {"Type": "Pass", "End": true})"), "[1]", "[]", "[]", "none",
        "ExecutionRedriven MapRunRedriven MapRunAborted ExecutionFailed");
    row("a negative MaxItems stays one", map(R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig":
        {"InputType": "JSON", "MaxItemsPath": "$.n"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )", one), R"({"n": -1})", "[]", "[]",
        "none", failsAgain);
    row("what comes behind the Map Run", map(R"("OutputPath": "$[7]", )", one), "[1]", R"([{"state": "T", "return": 1}])",
        "[]", "none", "ExecutionRedriven ExecutionFailed");
}

void MapRunRedriveTest::goesOn()
{
    QFETCH(QString, definition);
    QFETCH(QString, input);
    QFETCH(QString, tasks);
    QFETCH(QString, redriveTasks);
    QFETCH(QString, events);
    fixture::Run run = fixture::Run::of(definition.toStdString(), input.toStdString(), tasks.toStdString());
    CompileOptions options;
    options.readsItems = true;
    run.program = fixture::compiled(definition.toStdString(), options).program;
    Timeline timeline = run.finished();
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    const std::size_t before = timeline.events().size();
    QVERIFY(timeline.redrive());
    driveOn(timeline, redriveTasks.toStdString());
    QCOMPARE(QString::fromStdString(eventsAfter(timeline, before)), events);
    QTEST(output(timeline), "output");
    for (const VisitRecord& visit : *timeline.view()->visits)
        QVERIFY(visit.status != VisitStatus::Running && visit.status != VisitStatus::Waiting);
}

void MapRunRedriveTest::countsAndNames()
{
    const std::string definition = alone(map("", R"("T": {)" + task +
        R"(, "Parameters": {"id.$": "$$.Execution.Id", "n.$": "$$.Execution.RedriveCount"}, "End": true})"));
    Timeline timeline = fixture::Run::of(definition, "[1]", R"([{"state": "T", "throw": {}}])").finished();
    const Data first = *timeline.view()->visits->back().stages[std::size_t(Stage::AfterParameters)].find("id");
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "throw": {}}])");
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "echo": true}])");
    const Data result = timeline.view()->output->items()[0];
    QCOMPARE(result.find("n")->asInteger(), std::int64_t(2));
    QCOMPARE(result.find("id")->text(), first.text());
    std::vector<Data> redriven;
    std::string started;
    for (const HistoryEvent& event : timeline.events()) {
        if (event.type == EventType::MapRunStarted)
            started = event.details().find("mapRunArn")->text();
        if (event.type == EventType::MapRunRedriven) {
            redriven.push_back(event.details());
            QCOMPARE(timeline.events()[std::size_t(event.previousEventId) - 1].type, EventType::ExecutionRedriven);
        }
    }
    QCOMPARE(redriven.size(), std::size_t(2));
    for (std::size_t i = 0; i < redriven.size(); ++i) {
        QCOMPARE(redriven[i].find("redriveCount")->asInteger(), std::int64_t(i) + 1);
        QCOMPARE(redriven[i].find("mapRunArn")->text(), std::string_view(started));
    }
}

void MapRunRedriveTest::childrenInOtherPlaces_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("tasks");
    QTest::addColumn<QString>("redriveTasks");
    QTest::addColumn<QString>("output");
    const std::string one = R"("T": {)" + task + R"(, "End": true})";
    const std::string branches = R"("T": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "A", "States": {"A": {)" +
        task + R"(, "End": true}}}, {"StartAt": "B", "States": {"B": {)" + task + R"(, "End": true}}}]})";
    QTest::newRow("stopped by another branch")
        << QString::fromStdString(R"({"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "M", "States": {"M": {)" + map("", one) + R"(}}}, {"StartAt": "W", "States": {
            "W": {"Type": "Wait", "Seconds": 1, "Next": "F"}, "F": {)" + task + R"(, "End": true}}}]}}})")
        << R"([{"state": "T", "iteration": [0], "return": "a"}, {"state": "T", "iteration": [1]}, {"state": "F", "throw": {}}])"
        << R"([{"state": "T", "iteration": [1], "return": "b"}, {"state": "F", "return": "f"}])" << R"([["a","b"],"f"])";
    QTest::newRow("branches of a child") << QString::fromStdString(alone(map("", branches)))
        << R"([{"state": "A", "iteration": [0], "return": "a0"}, {"state": "A", "return": "a1"}, {"state": "B", "iteration": [1], "throw": {}}])"
        << R"([{"state": "B", "iteration": [0], "return": "b0"}, {"state": "B", "iteration": [1], "return": "b1"}])"
        << R"([["a0","b0"],["a1","b1"]])";
    QTest::newRow("a Map Run in a child")
        << QString::fromStdString(alone(map("", R"("T": {"Type": "Map", "Label": "K", "ItemProcessor": {"ProcessorConfig":
            {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "U", "States": {"U": {)" + task +
            R"(, "End": true}}}, "End": true})")))
        << R"([{"state": "U", "iteration": [0, 0], "return": "a"}, {"state": "U", "iteration": [0, 1], "return": "b"},
              {"state": "U", "iteration": [1, 0], "return": "c"}, {"state": "U", "iteration": [1, 1], "throw": {}}])"
        << R"([{"state": "U", "iteration": [1, 1], "return": "d"}])"
        << R"([["a","b"],["c","d"]])";
    QTest::newRow("Map Runs in an inline Map")
        << QString::fromStdString(R"({"StartAt": "I", "States": {"I": {"Type": "Map", "End": true, "ItemProcessor": {
            "StartAt": "M", "States": {"M": {)" + map("", one) + R"(}}}}}})")
        << R"([{"state": "T", "iteration": [0, 0], "return": "a"}, {"state": "T", "iteration": [0, 1], "return": "b"},
              {"state": "T", "iteration": [1, 0], "throw": {}}, {"state": "T", "iteration": [1, 1]}])"
        << R"([{"state": "T", "iteration": [1, 0], "return": "c"}, {"state": "T", "iteration": [1, 1], "return": "d"}])"
        << R"([["a","b"],["c","d"]])";
}

void MapRunRedriveTest::childrenInOtherPlaces()
{
    QFETCH(QString, definition);
    QFETCH(QString, tasks);
    QFETCH(QString, redriveTasks);
    Timeline timeline =
        fixture::Run::of(definition.toStdString(), "[[1, 2], [3, 4]]", tasks.toStdString()).finished();
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    QVERIFY(timeline.redrive());
    driveOn(timeline, redriveTasks.toStdString());
    QTEST(output(timeline), "output");
}

void MapRunRedriveTest::stoppedWhileChildrenRun()
{
    const std::string definition = alone(map(R"("MaxConcurrency": 2, )", R"("T": {)" + task + R"(, "End": true})"));
    Timeline timeline = fixture::Run::of(definition, "[1, 2, 3]").timeline();
    while (timeline.proceed()) {
    }
    QCOMPARE(timeline.openTasks(), std::size_t(2));
    timeline.stop({"Enough", {}});
    QVERIFY(timeline.redrive());
    timeline.stop({"Enough", {}}); // before the Map Run went on
    QCOMPARE(timeline.view()->status, RunStatus::Aborted);
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "iteration": [0], "return": "a"}, {"state": "T", "iteration": [1], "return": "b"},
                          {"state": "T", "iteration": [2], "return": "c"}])");
    QCOMPARE(output(timeline), QStringLiteral(R"(["a","b","c"])"));
}

void MapRunRedriveTest::stoppedAtAnyEvent_data()
{
    QTest::addColumn<QString>("definition");
    const std::string pass = R"("T": {"Type": "Pass", "Parameters": {"x.$": "$"}, "Next": "U"}, "U": {)" + task + R"(, "End": true})";
    const auto inlineMap = [&pass](const char* more) {
        return R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "M"}, "M": {"Type": "Map", "Next": "P", )" + std::string(more) +
               R"("ItemProcessor": {"StartAt": "T", "States": {)" + pass + R"(}}}, "P": {"Type": "Wait", "Seconds": 1, "End": true}}})";
    };
    QTest::newRow("inline Map") << QString::fromStdString(inlineMap(""));
    QTest::newRow("one after another") << QString::fromStdString(inlineMap(R"("MaxConcurrency": 1, )"));
    QTest::newRow("two at once") << QString::fromStdString(inlineMap(R"("MaxConcurrency": 2, )"));
    QTest::newRow("distributed Map") << QString::fromStdString(alone(map(R"("MaxConcurrency": 2, )", pass)));
    QTest::newRow("Parallel") << QString::fromStdString(
        R"({"StartAt": "P", "States": {"P": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "T", "States": {)" + pass +
        R"(}}, {"StartAt": "M", "States": {"M": {)" + map("", R"("V": {"Type": "Wait", "Seconds": 2, "End": true}, "T": {"Type": "Pass", "Next": "V"})") + R"(}}}]}}})");
}

void MapRunRedriveTest::stoppedAtAnyEvent()
{
    QFETCH(QString, definition);
    const std::string tasks = R"([{"state": "U", "echo": true, "repeat": true}])";
    fixture::Run run = fixture::Run::of(definition.toStdString(), "[1, 2, 3]", tasks);
    const Timeline whole = run.finished();
    QCOMPARE(whole.view()->status, RunStatus::Succeeded);
    const auto entered = [](const Timeline& timeline) {
        std::map<std::string, int> count;
        for (const HistoryEvent& event : timeline.events())
            if (typeName(event.type).ends_with("StateEntered") || typeName(event.type).ends_with("StateExited"))
                ++count[std::string(typeName(event.type)) + std::string(event.details().find("name")->text())];
        return count;
    };
    for (std::int64_t event = 2; event < static_cast<std::int64_t>(whole.events().size()); ++event) {
        run.options.stopAfterEvent = event;
        Timeline timeline = run.finished();
        QCOMPARE(timeline.view()->status, RunStatus::Aborted);
        QVERIFY(timeline.redrive());
        driveOn(timeline, tasks);
        QVERIFY2(timeline.view()->status == RunStatus::Succeeded, qPrintable(QString::number(event)));
        QCOMPARE(output(timeline), output(whole));
        // What was left is not entered again.
        for (const auto& [name, count] : entered(timeline))
            QVERIFY2(!name.ends_with("StateExited") || count == entered(whole).at(name), (name + " at " + std::to_string(event)).c_str());
    }
}

void MapRunRedriveTest::aFullChildBeginsAnew()
{
    const std::string definition = alone(map("", R"("T": {)" + counting + R"(, "ResultPath": null, "Next": "C"},
        "C": {"Type": "Pass", "Result": 1, "ResultPath": "$.x", "Next": "T"})"));
    const std::string calls = R"([{"state": "T", "return": 1, "repeat": true}])";
    Timeline timeline = fixture::Run::of(definition, "[{}]", calls).finished();
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    QVERIFY(timeline.redrive());
    const std::size_t visits = timeline.view()->visits->size();
    driveOn(timeline, R"([{"state": "T"}])");
    QCOMPARE(timeline.view()->status, RunStatus::TimedOut); // the task is never answered
    const VisitRecord again = (*timeline.view()->visits)[visits];
    const std::string told = R"({"n":0})";
    QCOMPARE(data::toJson(again.stages[std::size_t(Stage::AfterParameters)]), told);
}

namespace {

/// A folder in place of S3.
struct Bucket
{
    std::map<std::string, std::string> objects; ///< by name, without the folder
    bool full = false;

    DriveOptions options()
    {
        DriveOptions options;
        options.writeObject = [this](const WriteObject& write) -> std::optional<Failure> {
            if (full)
                return Failure{"States.ResultWriterFailed", "full"};
            std::string& object = objects[write.key.substr(write.key.rfind('/') + 1)];
            object.resize(std::min<std::size_t>(object.size(), write.offset));
            if (object.size() != write.offset)
                return Failure{"States.ResultWriterFailed", "a gap"};
            object += *write.bytes;
            return {};
        };
        return options;
    }
    /// "1,2 | 3": what the files hold that the manifest names under `kind`.
    QString content(std::string_view kind) const
    {
        std::string text;
        const Data manifest = fixture::json(objects.at("manifest.json"));
        for (const Data& part : manifest.find("ResultFiles")->find(kind)->items()) {
            const std::string key(part.find("Key")->text());
            const std::string& object = objects.at(key.substr(key.rfind('/') + 1));
            if (object.size() != static_cast<std::size_t>(part.find("Size")->asInteger()))
                return QStringLiteral("the manifest tells another size");
            text += (text.empty() ? "" : " ") + object;
        }
        return QString::fromStdString(text);
    }
};

std::string exporting(const std::string& more, const std::string& states)
{
    return alone(map(more + R"("ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out",
        "Prefix": "p"}, "WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSON"}}, )", states));
}

} // namespace

void MapRunRedriveTest::filesGoOn()
{
    Bucket bucket;
    const DriveOptions driving = bucket.options();
    Timeline timeline = fixture::Run::of(exporting(R"("MaxConcurrency": 1, )", R"("T": {)" + task + R"(, "End": true})"),
                                         "[1, 2, 3]").timeline();
    driveOn(timeline, R"([{"state": "T", "iteration": [0], "return": 10}, {"state": "T", "iteration": [1], "throw": {}}])", driving);
    QCOMPARE(bucket.content("SUCCEEDED"), QStringLiteral("[10]"));
    QVERIFY(bucket.content("FAILED").startsWith(QStringLiteral("[{")));
    QVERIFY(bucket.content("PENDING").startsWith(QStringLiteral("[{")));
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "iteration": [1], "return": 20}, {"state": "T", "iteration": [2], "return": 30}])", driving);
    QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
    QCOMPARE(bucket.content("SUCCEEDED"), QStringLiteral("[10] [20,30]"));
    QCOMPARE(bucket.content("FAILED"), QString());
    QCOMPARE(bucket.content("PENDING"), QString());
}

void MapRunRedriveTest::aFailedWriteBeginsAnew()
{
    Bucket bucket;
    bucket.full = true;
    const DriveOptions driving = bucket.options();
    Timeline timeline = fixture::Run::of(exporting(R"("ToleratedFailureCount": 1, )", R"("T": {)" + task + R"(, "End": true})"), "[1, 2]").timeline();
    driveOn(timeline, R"([{"state": "T", "iteration": [0], "return": 1}, {"state": "T", "iteration": [1], "throw": {}}])", driving);
    QCOMPARE(timeline.view()->failure->error, std::optional<std::string>("States.ResultWriterFailed"));
    bucket.full = false;
    const std::size_t before = timeline.events().size();
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "return": 7, "repeat": true}])", driving);
    QCOMPARE(QString::fromStdString(eventsAfter(timeline, before)),
             QStringLiteral("ExecutionRedriven MapStateStarted MapRunStarted MapRunSucceeded MapStateSucceeded "
                            "MapStateExited ExecutionSucceeded"));
    QCOMPARE(bucket.content("SUCCEEDED"), QStringLiteral("[7,7]"));
}

void MapRunRedriveTest::theFileIsReadOn()
{
    // The second part of the file cannot be read at first.
    std::string file = "[";
    for (int i = 0; i < 2000; ++i)
        file += (i ? ",\"" : "\"") + std::string(50, 'x') + std::to_string(i) + "\"";
    file += "]";
    bool readable = false;
    DriveOptions driving;
    driving.readItems = [&](const ReadItems& read) -> ItemsOutcome {
        if (read.offset > 0 && !readable)
            return Failure{"States.ItemReaderFailed", "gone"};
        const std::string part = file.substr(read.offset, read.length);
        return ObjectPart{std::make_shared<const std::string>(part), read.offset + part.size() == file.size(), file.size(), {}};
    };
    CompileOptions options;
    options.readsItems = true;
    fixture::Run run = fixture::Run::of(R"({"StartAt": "S", "States": {"S": {"Type": "Succeed"}}})");
    run.program = fixture::compiled(alone(map(R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig":
        {"InputType": "JSON"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )", R"("T": {"Type": "Pass", "End": true})")), options).program;
    Timeline timeline = run.timeline();
    driveOn(timeline, "[]", driving);
    QCOMPARE(timeline.view()->failure->cause, std::optional<std::string>("gone"));
    readable = true;
    const std::size_t before = timeline.events().size();
    QVERIFY(timeline.redrive());
    driveOn(timeline, "[]", driving);
    QCOMPARE(QString::fromStdString(eventsAfter(timeline, before)), QString::fromLatin1(succeeds));
    QCOMPARE(data::toJson(*timeline.view()->output), file);
}

void MapRunRedriveTest::isPartOfRecordAndTimeline()
{
    Timeline timeline = fixture::Run::of(alone(map("", R"("T": {)" + task + R"(, "End": true})")), "[1, 2]",
                                         R"([{"state": "T", "iteration": [0], "return": 1}, {"state": "T", "iteration": [1], "throw": {}}])")
                            .finished();
    const std::uint64_t failed = timeline.step();
    const std::string before = fixture::digest(*timeline.view());
    QVERIFY(timeline.redrive());
    driveOn(timeline, R"([{"state": "T", "return": 2}])");
    const std::string after = fixture::digest(*timeline.view());
    timeline.seek(failed);
    QCOMPARE(fixture::digest(*timeline.view()), before);
    timeline.seek(timeline.lastStep());
    QCOMPARE(fixture::digest(*timeline.view()), after);
    const auto record = readRunRecord(runRecordJson(recordOf(timeline)));
    QVERIFY(record);
    const auto again = replay(*record, {}, nullptr);
    QVERIFY(again);
    QCOMPARE(fixture::digest(*again->view()), after);
}

QTEST_APPLESS_MAIN(MapRunRedriveTest)
#include "map_run_redrive_test.moc"

// ItemReader of a distributed Map: what becomes of files.

#include "tests/core/execution/execution_fixture.h"

#include <QTest>

using namespace asl;

class ItemReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void files_data();
    void files();
    void hostFailureReachesTheMap();
    void listedObjectsAreItems();
    void refusedWithoutAHost();
};

static std::string machine(const std::string& config, const std::string& resource = "getObject")
{
    return R"({"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:)" + resource
         + R"(", "Parameters": {"Bucket": "b", "Key.$": "$.key", "Prefix": "p"}, "ReaderConfig": )" + config
         + R"(}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P",
            "States": {"P": {"Type": "Pass", "End": true}}}}}})";
}

static Timeline finished(const std::string& definition, const ItemsOutcome& outcome)
{
    CompileOptions options;
    options.readsItems = true;
    RunOptions run;
    run.input = fixture::json(R"({"key": "k", "max": "1"})");
    Timeline timeline(fixture::compiled(definition, options).program, run);
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    DriveOptions driving;
    driving.readItems = [&](const ReadItems& read) {
        return read.bucket == "b" ? outcome : ItemsOutcome(Failure{"States.ItemReaderFailed", "wrong bucket"});
    };
    drive(timeline, *outcomes, driving);
    return timeline;
}

void ItemReaderTest::files_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // output, or error and cause
    const char* firstRow = R"({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"})";
    QTest::newRow("csv") << firstRow << "a,b\n1,x\n2,y\n" << R"([{"a":"1","b":"x"},{"a":"2","b":"y"}])";
    QTest::newRow("csv without a last line end") << firstRow << "a\n1" << R"([{"a":"1"}])";
    QTest::newRow("csv with CRLF") << firstRow << "a,b\r\n1,2\r\n" << R"([{"a":"1","b":"2"}])";
    QTest::newRow("csv quotes") << firstRow << "a,b\n\"x, \"\"y\"\"\nz\",2\n" << R"([{"a":"x, \"y\"\nz","b":"2"}])";
    QTest::newRow("csv backslashes") << firstRow << "a,b\nC:\\\\D\\ir,1\\,2\n" << R"([{"a":"C:\\Dir","b":"1,2"}])";
    QTest::newRow("csv short and long rows") << firstRow << "a,b\n1\n1,2,3\n" << R"([{"a":"1","b":""},{"a":"1","b":"2"}])";
    QTest::newRow("csv given headers and delimiter")
        << R"({"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["x", "y"], "CSVDelimiter": "PIPE"})" << "1|2\n" << R"([{"x":"1","y":"2"}])";
    QTest::newRow("csv headers twice") << firstRow << "a,a\n1,2\n" << "States.ItemReaderFailed CSV headers cannot contain duplicates.";
    QTest::newRow("most items") << R"({"InputType": "JSON", "MaxItems": 2})" << "[1,2,3]" << "[1,2]";
    QTest::newRow("most items by path, as text") << R"({"InputType": "JSON", "MaxItemsPath": "$.max"})" << "[1,2,3]" << "[1]";
    QTest::newRow("json object") << R"({"InputType": "JSON"})" << R"({"a":1,"b":2})" << "[1,2]";
    QTest::newRow("json pointer") << R"({"InputType": "JSON", "ItemsPointer": "/a~1b/1"})" << R"({"a/b":[0,[5,6]]})" << "[5,6]";
    QTest::newRow("json pointer that leads nowhere") << R"({"InputType": "JSON", "ItemsPointer": "/x/y"})" << R"({"x":1})"
        << "States.ItemReaderFailed The provided ReaderConfig.ItemsPointer does not match any valid path in the JSON structure.";
    QTest::newRow("json scalar") << R"({"InputType": "JSON"})" << "7" << "States.ItemReaderFailed Attempting to map over non-iterable node.";
    QTest::newRow("json lines") << R"({"InputType": "JSONL"})" << "{\"a\":1}\n\n[2]\n" << R"([{"a":1},[2]])";
}

void ItemReaderTest::files()
{
    QFETCH(QString, config);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const Timeline timeline = finished(machine(config.toStdString()), text.toStdString());
    const RunViewPointer view = timeline.view();
    const std::string found = view->output ? data::toJson(*view->output) : *view->failure->error + " " + view->failure->cause.value_or("");
    QCOMPARE(QString::fromStdString(found), expected);
}

void ItemReaderTest::hostFailureReachesTheMap()
{
    const Timeline timeline = finished(machine(R"({"InputType": "JSON"})"), Failure{"States.ItemReaderFailed", "gone"});
    QCOMPARE(timeline.view()->failure->cause, std::optional<std::string>("gone"));
    std::vector<std::string> types;
    for (const HistoryEvent& event : timeline.events())
        types.emplace_back(typeName(event.type));
    QCOMPARE(types, (std::vector<std::string>{"ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunFailed",
                                              "MapStateFailed", "ExecutionFailed"}));
}

void ItemReaderTest::listedObjectsAreItems()
{
    const Timeline timeline = finished(machine("{}", "listObjectsV2"), fixture::json(R"([{"Key": "p/1"}, {"Key": "p/2"}])"));
    QCOMPARE(data::toJson(*timeline.view()->output), std::string(R"([{"Key":"p/1"},{"Key":"p/2"}])"));
}

void ItemReaderTest::refusedWithoutAHost()
{
    const Compilation compilation = fixture::compiled(machine(R"({"InputType": "JSON"})"));
    QVERIFY(!compilation.program);
    QCOMPARE(compilation.problems.front().kind, CompileProblem::Kind::Unsupported);
}

QTEST_APPLESS_MAIN(ItemReaderTest)
#include "item_reader_test.moc"

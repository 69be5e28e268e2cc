// ItemReader of a distributed Map: what becomes of files.

#include "tests/core/execution/execution_fixture.h"

#include <QTest>

#include <map>

using namespace asl;

class ItemReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void files_data();
    void files();
    void severalFiles_data();
    void severalFiles();
    void brokenManifests_data();
    void brokenManifests();
    void hostFailureReachesTheMap();
    void fewItemsOfALargeFileReadItsBeginning();
    void largeItemsAreReadUpToTheQuota();
    void itemsTellWhereTheyComeFrom();
    void steppingBackReadsAgain();
    void refusedWithoutAHost();
};

static std::string machine(const std::string& config, const std::string& resource = "getObject")
{
    return R"({"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemReader": {"Resource": "arn:aws:states:::s3:)" + resource
         + R"(", "Parameters": {"Bucket": "b", "Key.$": "$.key", "Prefix": "p"}, "ReaderConfig": )" + config
         + R"(}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P",
            "States": {"P": {"Type": "Pass", "End": true}}}}}})";
}

/// Objects by "bucket/key", told in parts of at most `most` bytes.
struct Bucket
{
    std::map<std::string, std::string> objects;
    std::size_t most = 1 << 20;
    std::vector<ReadItems> asked = {};

    ItemsOutcome read(const ReadItems& request)
    {
        asked.push_back(request);
        if (request.list)
            return list(request);
        const auto found = objects.find(request.bucket + "/" + request.key);
        if (found == objects.end())
            return Failure{"States.ItemReaderFailed", "no " + request.bucket + "/" + request.key};
        const std::string& whole = found->second;
        ObjectPart part;
        part.bytes = std::make_shared<const std::string>(whole.substr(std::min<std::size_t>(request.offset, whole.size()), std::min<std::size_t>(most, request.length)));
        part.last = request.offset + part.bytes->size() >= whole.size();
        part.size = whole.size();
        part.sha256 = std::to_string(std::hash<std::string>()(*part.bytes));
        return part;
    }

    ItemsOutcome list(const ReadItems& request) const
    {
        std::vector<Data> entries;
        for (const auto& [name, content] : objects)
            if (name.starts_with(request.bucket + "/" + request.key))
                entries.push_back(Data::object({{Data::string("Key"), Data::string(name.substr(request.bucket.size() + 1))}}));
        const std::size_t begin = std::min<std::size_t>(request.offset, entries.size());
        const std::size_t end = std::min(entries.size(), begin + std::min<std::size_t>(most, request.length));
        return ObjectList{Data::array({entries.begin() + static_cast<std::ptrdiff_t>(begin), entries.begin() + static_cast<std::ptrdiff_t>(end)}),
                          end == entries.size()};
    }
};

static Timeline finished(const std::string& definition, const FileSource& source)
{
    CompileOptions options;
    options.readsItems = true;
    RunOptions run;
    run.input = fixture::json(R"({"key": "k", "max": "1"})");
    Timeline timeline(fixture::compiled(definition, options).program, run);
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    DriveOptions driving;
    driving.readItems = source;
    drive(timeline, *outcomes, driving);
    return timeline;
}

static Timeline finished(const std::string& definition, Bucket& bucket)
{
    return finished(definition, [&](const ReadItems& read) { return bucket.read(read); });
}

static QString result(const Timeline& timeline)
{
    const RunViewPointer view = timeline.view();
    const std::string found = view->output ? data::toJson(*view->output) : *view->failure->error + " " + view->failure->cause.value_or("");
    return QString::fromStdString(found);
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
    QTest::newRow("json pointer past other things")
        << R"({"InputType": "JSON", "ItemsPointer": "/data/rows"})" << R"({"skip": {"rows": [0, "]}"]}, "n": -1.5e3, "data": {"x": "\"", "rows": [ [1] , {"b": "}"} ] }, "later": 1})"
        << R"([[1],{"b":"}"}])";
    QTest::newRow("json with something behind") << R"({"InputType": "JSON"})" << "[1] 2" << "States.ItemReaderFailed s3://b/k is not valid JSON behind item 1.";
    QTest::newRow("json cut short") << R"({"InputType": "JSON"})" << "[1, [2" << "States.ItemReaderFailed s3://b/k is not valid JSON behind item 1.";
    QTest::newRow("json without commas") << R"({"InputType": "JSON"})" << R"({"a": 1 "b": 2})" << "States.ItemReaderFailed s3://b/k is not valid JSON behind item 1.";
    QTest::newRow("empty json array") << R"({"InputType": "JSON"})" << " [ ] \n" << "[]";
    QTest::newRow("no json") << R"({"InputType": "JSON"})" << "hello" << "States.ItemReaderFailed s3://b/k is not valid JSON.";
    QTest::newRow("no json where a place in it is wanted") << R"({"InputType": "JSON", "ItemsPointer": "/a"})" << "hello"
                                                           << "States.ItemReaderFailed s3://b/k is not valid JSON.";
    QTest::newRow("empty file") << R"({"InputType": "JSON"})" << "" << "States.ItemReaderFailed Attempting to map over non-iterable node.";
    QTest::newRow("byte order mark") << R"({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW"})" << "\xEF\xBB\xBF" "a\n1\n" << R"([{"a":"1"}])";
    QTest::newRow("csv with a blank row and an empty header") << firstRow << "H1,\n   \nx,y\n" << R"([{"H1":"   ","":""},{"H1":"x","":"y"}])";
    QTest::newRow("csv single quotes mean nothing") << firstRow << "a,b\n'x,y'\n" << R"([{"a":"'x","b":"y'"}])";
    QTest::newRow("csv tab") << R"({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVDelimiter": "TAB"})" << "a\tb\n1,2\t3\n" << R"([{"a":"1,2","b":"3"}])";
    QTest::newRow("csv semicolon") << R"({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVDelimiter": "SEMICOLON"})" << "a;b\n1;3" << R"([{"a":"1","b":"3"}])";
    QTest::newRow("csv space") << R"({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "CSVDelimiter": "SPACE"})" << "a b\n1 3" << R"([{"a":"1","b":"3"}])";
    QTest::newRow("csv without rows") << firstRow << "a,b\n" << "[]";
    QTest::newRow("json line that is none") << R"({"InputType": "JSONL"})" << "1\n\n{\n" << "States.ItemReaderFailed Line 3 of s3://b/k is not valid JSON.";
    QTest::newRow("json lines") << R"({"InputType": "JSONL"})" << "{\"a\":1}\n\n[2]\n" << R"([{"a":1},[2]])";
}

void ItemReaderTest::files()
{
    QFETCH(QString, config);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    // However the file is cut, the items are the same.
    for (const std::size_t most : {1, 2, 3, 7, 1 << 20}) {
        Bucket bucket{{{"b/k", text.toStdString()}}, most};
        QCOMPARE(result(finished(machine(config.toStdString()), bucket)), expected);
    }
}

void ItemReaderTest::severalFiles_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("expected");
    const QString athena = QStringLiteral(R"({"InputType": "%1", "ManifestType": "ATHENA_DATA"%2})");
    QTest::newRow("listing") << "listObjectsV2" << "{}" << R"([{"Key":"p/1"},{"Key":"p/2"},{"Key":"p/3"}])";
    QTest::newRow("listing, a few") << "listObjectsV2" << R"({"MaxItems": 2})" << R"([{"Key":"p/1"},{"Key":"p/2"}])";
    QTest::newRow("contents of a listing") << "listObjectsV2" << R"({"InputType": "JSONL", "Transformation": "LOAD_AND_FLATTEN"})" << "[1,2,3,4]";
    QTest::newRow("contents of a listing, a few") << "listObjectsV2" << R"({"InputType": "JSONL", "Transformation": "LOAD_AND_FLATTEN", "MaxItems": 3})" << "[1,2,3]";
    QTest::newRow("inventory") << "getObject" << R"({"ManifestType": "S3_INVENTORY"})"
                               << R"([{"Bucket":"s","Key":"x y","Size":"1"},{"Bucket":"s","Key":"z","Size":"2"},{"Bucket":"t","Key":"w","Size":"3"}])";
    QTest::newRow("inventory by its older name") << "getObject" << R"({"InputType": "MANIFEST", "MaxItems": 1})" << R"([{"Bucket":"s","Key":"x y","Size":"1"}])";
    QTest::newRow("athena, lines") << "getObject" << athena.arg("JSONL", "") << "no manifest";
    QTest::newRow("athena, CSV") << "getObject" << athena.arg("CSV", R"(, "CSVHeaderLocation": "FIRST_ROW")") << R"([{"a":"1"},{"b":"2"}])";
}

void ItemReaderTest::severalFiles()
{
    QFETCH(QString, resource);
    QFETCH(QString, config);
    QFETCH(QString, expected);
    for (const std::size_t most : {1, 5, 1 << 20}) {
        Bucket bucket{{{"b/p/1", "1\n2\n"}, {"b/p/2", ""}, {"b/p/3", "3\n4"}, {"b/q", "9"}, {"s/i1", "\"s\",\"x y\",\"1\"\ns,z,2\n"}}, most};
        bucket.objects["b/i1"] = "\"s\",\"x y\",\"1\"\ns,z,2\n";
        bucket.objects["b/i2"] = "t,w,3\n";
        bucket.objects["o/1.csv"] = "a\n1\n";
        bucket.objects["o/2.csv"] = "b\n2\n";
        bucket.objects["b/k"] = config.contains("ATHENA") ? "s3://o/1.csv\n\"s3://o/2.csv\"\n"
                                                          : R"({"fileFormat": "CSV", "fileSchema": "Bucket, Key, Size", "files": [{"key": "i1"}, {"key": "i2"}]})";
        const QString found = result(finished(machine(config.toStdString(), resource.toStdString()), bucket));
        if (expected == u"no manifest")
            QCOMPARE(found, QStringLiteral("States.ItemReaderFailed Line 1 of s3://o/1.csv is not valid JSON."));
        else
            QCOMPARE(found, expected);
    }
}

void ItemReaderTest::brokenManifests_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cause");
    QTest::newRow("inventory that is none") << "S3_INVENTORY" << "[]" << "s3://b/k is no manifest of an S3 inventory.";
    QTest::newRow("inventory in another format") << "S3_INVENTORY" << R"({"fileFormat": "ORC", "fileSchema": "x", "files": []})"
                                                 << "The S3 inventory s3://b/k has the format ORC; only CSV can be read. Choose CSV as the format of the inventory.";
    QTest::newRow("athena that is none") << "ATHENA_DATA" << "a,b\n" << "s3://b/k is no manifest of Athena: \"a,b\" is no address of an object.";
}

void ItemReaderTest::brokenManifests()
{
    QFETCH(QString, kind);
    QFETCH(QString, text);
    QFETCH(QString, cause);
    Bucket bucket{{{"b/k", text.toStdString()}}};
    const Timeline timeline = finished(machine(R"({"InputType": "JSONL", "ManifestType": ")" + kind.toStdString() + "\"}"), bucket);
    QCOMPARE(result(timeline), "States.ItemReaderFailed " + cause);
}

void ItemReaderTest::hostFailureReachesTheMap()
{
    const Timeline timeline = finished(machine(R"({"InputType": "JSON"})"), [](const ReadItems&) { return Failure{"States.ItemReaderFailed", "gone"}; });
    QCOMPARE(timeline.view()->failure->cause, std::optional<std::string>("gone"));
    std::vector<std::string> types;
    for (const HistoryEvent& event : timeline.events())
        types.emplace_back(typeName(event.type));
    QCOMPARE(types, (std::vector<std::string>{"ExecutionStarted", "MapStateEntered", "MapStateStarted", "MapRunStarted", "MapRunFailed",
                                              "MapStateFailed", "ExecutionFailed"}));
}

void ItemReaderTest::fewItemsOfALargeFileReadItsBeginning()
{
    std::string rows = "n\n";
    while (rows.size() < 4'000'000)
        rows += std::to_string(rows.size()) + "\n";
    Bucket bucket{{{"b/k", rows}}};
    const Timeline timeline = finished(machine(R"({"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW", "MaxItems": 3})"), bucket);
    const QString expected = R"([{"n":"2"},{"n":"4"},{"n":"6"}])";
    QCOMPARE(result(timeline), expected);
    QCOMPARE(bucket.asked.size(), std::size_t(1));
    QVERIFY(bucket.asked.front().length <= 65'536);
}

void ItemReaderTest::largeItemsAreReadUpToTheQuota()
{
    const std::string large(3'000'000, 'x');
    Bucket bucket{{{"b/k", "{\"v\": \"" + large + "\"}\n"}}};
    const Timeline tooLargeForAChild = finished(machine(R"({"InputType": "JSONL"})"), bucket);
    QCOMPARE(result(tooLargeForAChild), QStringLiteral("States.DataLimitExceeded The state/task 'M' returned a result with a size exceeding the maximum number "
                                                       "of bytes service limit."));
    bucket.objects["b/k"] = "{\"v\": \"" + large + large + large + "\"}\n";
    QCOMPARE(result(finished(machine(R"({"InputType": "JSONL"})"), bucket)), QStringLiteral("States.ItemReaderFailed An item of s3://b/k is larger than 8 MB."));
}

void ItemReaderTest::itemsTellWhereTheyComeFrom()
{
    const std::string selector = R"("ItemSelector": {"i.$": "$$.Map.Item"}, "ItemProcessor")";
    std::string definition = machine(R"({"InputType": "JSON"})");
    definition.replace(definition.find("\"ItemProcessor\""), 15, selector);
    Bucket bucket{{{"b/k", R"({"a": 1, "b": 2})"}}};
    const QString expected = R"([{"i":{"Index":0,"Key":"a","Value":1,"Source":"S3://b/k"}},{"i":{"Index":1,"Key":"b","Value":2,"Source":"S3://b/k"}}])";
    QCOMPARE(result(finished(definition, bucket)), expected);
}

void ItemReaderTest::steppingBackReadsAgain()
{
    CompileOptions compiling;
    compiling.readsItems = true;
    RunOptions run;
    run.input = fixture::json(R"({"key": "k"})");
    Bucket bucket{{{"b/k", "1\n2\n3\n"}}, 2};
    run.files = [&](const ReadItems& read) { return bucket.read(read); };
    Timeline timeline(fixture::compiled(machine(R"({"InputType": "JSONL"})"), compiling).program, run);
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    DriveOptions driving;
    driving.readItems = run.files;
    drive(timeline, *outcomes, driving);
    const std::string first = fixture::digest(*timeline.view());
    const std::uint64_t last = timeline.lastStep();
    timeline.seek(0);
    timeline.seek(last);
    QCOMPARE(fixture::digest(*timeline.view()), first);
    // A file that is no longer what it was cannot give the same items.
    bucket.objects["b/k"] = "1\n9\n3\n";
    timeline.seek(0);
    timeline.seek(last);
    QCOMPARE(result(timeline), QStringLiteral("States.ItemReaderFailed The object s3://b/k is no longer what it was when this run read it."));
}

void ItemReaderTest::refusedWithoutAHost()
{
    const Compilation compilation = fixture::compiled(machine(R"({"InputType": "JSON"})"));
    QVERIFY(!compilation.program);
    QCOMPARE(compilation.problems.front().kind, CompileProblem::Kind::Unsupported);
}

QTEST_APPLESS_MAIN(ItemReaderTest)
#include "item_reader_test.moc"

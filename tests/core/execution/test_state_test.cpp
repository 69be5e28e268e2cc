// TestState: what it answers, shows and refuses.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/test_state.h"

#include <QTest>

using namespace asl;

class TestStateTest : public QObject
{
    Q_OBJECT

private slots:
    void refusals_data();
    void refusals();
    void requestsThatAreWrong_data();
    void requestsThatAreWrong();
    void answers_data();
    void answers();
    void inspection_data();
    void inspection();
    void contextIsTheDefaultOne();
    void contextOfAnIteration();
    void taskWithoutAnAnswer();
    void waitsLongerThanTheTest();
    void nobodyElsesStateIsRun();
};

namespace {

/// moc does not see through raw literals inside macros.
QString json(const char* utf8)
{
    return QString::fromUtf8(utf8);
}

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

/// Members that take JSON text may be given as JSON.
TestStateOutcome test(const QString& request, std::optional<TaskOutcome> task = {})
{
    const auto read = readTestStateRequest(fixture::json(request.toStdString()));
    if (const auto* refusal = std::get_if<Refusal>(&read))
        return *refusal;
    TestStateWorld world;
    world.now = fixture::start;
    world.seed = 1;
    world.taskOutcome = std::move(task);
    return testState(std::get<TestStateRequest>(read), world);
}

QString said(const TestStateOutcome& outcome)
{
    if (const auto* refusal = std::get_if<Refusal>(&outcome))
        return text(refusal->code) + QStringLiteral(": ") + text(refusal->message);
    return std::holds_alternative<TaskUnanswered>(outcome) ? QStringLiteral("unanswered")
                                                           : text(data::toJson(std::get<Data>(outcome)));
}

QString memberOf(const TestStateOutcome& outcome, const char* name)
{
    const auto* answer = std::get_if<Data>(&outcome);
    const Data* member = answer ? answer->find(name) : nullptr;
    return member ? text(member->isString() ? std::string(member->text()) : data::toJson(*member)) : QString();
}

const QString lambda = json(R"({"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f"},"End":true})");
const QString parallel = json(R"({"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},{"StartAt":"B","States":{"B":{"Type":"Pass","End":true}}}],"End":true})");

QString map(const QString& fields = {})
{
    return json(R"({"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},"End":true%1})")
        .arg(fields.isEmpty() ? QString() : QStringLiteral(",") + fields);
}

QString request(const QString& definition, const QString& more = {})
{
    return json(R"({"definition":%1%2})")
        .arg(definition, more.isEmpty() ? QString() : QStringLiteral(",") + more);
}

} // namespace

void TestStateTest::refusals_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char* name, const QString& given, const char* refusal) {
        QTest::newRow(name) << given << QString::fromUtf8(refusal);
    };
    const QString machine = json(R"({"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}})");
    row("empty state name", request(machine, R"("stateName":"")"),
        "ParamValidationError: Parameter validation failed:\nInvalid length for parameter stateName, value: 0, valid "
        "min length: 1");
    row("unknown state", request(machine, R"("stateName":"B")"), "ValidationException: State not found in definition");
    row("no JSON", json(R"({"definition":"nonsense"})"),
        "InvalidDefinition: Invalid State Machine Definition: 'INVALID_JSON_DESCRIPTION: Unrecognized token "
        "'nonsense': was expecting (JSON String, Number, Array, Object or "
        "token 'null', 'true' or 'false')\n at [Source: (String)\"nonsense\"; line: 1, column: 9] at [Source: "
        "(String)\"nonsense\"; line: 1, column: 9]'");
    row("empty Branches", request(R"({"Type":"Parallel","Branches":[],"End":true})", R"("mock":{"result":[]})"),
        "InvalidDefinition: Invalid State Machine Definition: 'SCHEMA_VALIDATION_FAILED: Value cannot be empty at "
        "/States/StateName/Branches'");
    row("failures without a mock", request(map(), R"("stateConfiguration":{"mapIterationFailureCount":0})"),
        "ValidationException: TestState does not support MapIterationFailureCount when a mock is not specified.");
    row("Map without a mock", request(map()),
        "InvalidDefinition: TestState API does not support Map or Parallel states. Supported state types include: "
        "[Task, Wait, Pass, Succeed, Fail, Choice]");
    row("Task without mock and role", request(lambda),
        "ValidationException: RoleArn must be specified when testing a Task state");
    row("role that is no ARN", request(lambda, R"("roleArn":"tester")"), "InvalidArn: Invalid Role Arn: 'tester'");
    row("mocked Pass", request(R"({"Type":"Pass","End":true})", R"("mock":{"result":1})"),
        "ValidationException: State type 'Pass' is not supported when a mock is specified");
    row("mocked Wait", request(R"({"Type":"Wait","Seconds":1,"End":true})", R"("mock":{"result":1})"),
        "ValidationException: State type 'Wait' is not supported when a mock is specified");
    const char* one =
        "ValidationException: A test mock should have only one of the following fields: [result, errorOutput].";
    row("two mocks", request(lambda, R"("mock":{"result":{},"errorOutput":{}})"), one);
    row("mock of nothing", request(lambda, R"("mock":{})"), one);
    row("secrets of a mock", request(lambda, R"("revealSecrets":true,"mock":{"result":{}})"),
        "ValidationException: TestState does not support RevealSecrets when a mock is specified.");
    row("mocked text", request(lambda, R"("mock":{"result":"text","fieldValidationMode":"NONE"})"),
        "ValidationException: Mocked result must be valid JSON");
    row("result of a Parallel", request(parallel, R"("mock":{"result":{}})"),
        "ValidationException: Mocked result must be an array.");
    row("branches without a result", request(parallel, R"("mock":{"result":[1]})"),
        "ValidationException: Mocked result must contain the same number of items as number of Parallel branches.");
    const QString writer =
        json(R"("ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"b"}})");
    row("result of a Map", request(map(), R"("mock":{"result":1})"),
        "ValidationException: Mocked result must be an array.");
    row("result of a Map that exports", request(map(writer), R"("mock":{"result":[]})"),
        "ValidationException: Mocked result must be a JSON object.");
    row("result of another shape", request(lambda, R"("mock":{"result":{"StatusCode":"200"}})"),
        "ValidationException: Mock result schema validation error: Field 'StatusCode' must be a number");
    const auto context = [&](const char* given) {
        return request(lambda, json(R"("mock":{"result":{}},"context":%1)").arg(QLatin1String(given)));
    };
    row("context: unknown", context(R"({"Stage":{}})"),
        "ValidationException: Invalid Context object provided: Field 'Stage' is not allowed");
    row("context: unknown inside", context(R"({"State":{"Stage":1}})"),
        "ValidationException: Invalid Context object provided: Field 'Stage' is not allowed");
    row("context: Map", context(R"({"Map":{}})"),
        "ValidationException: Invalid Context object provided: 'Map' field is not supported when mocking a Context "
        "object");
    row("context: type", context(R"({"State":{"Name":1}})"),
        "ValidationException: Invalid Context object provided: State.Name must be a string");
    row("context: count", context(R"({"State":{"RetryCount":"1"}})"),
        "ValidationException: Invalid Context object provided: State.RetryCount must be a number");
    row("more failures than iterations",
        request(map(), R"("input":[1],"mock":{"result":[1]},"stateConfiguration":{"mapIterationFailureCount":2})"),
        "ValidationException: Map iteration failure count must be less than or equal to the number of Map iterations");
    row("input", json(R"({"definition":"{\"Type\":\"Pass\",\"End\":true}","input":"{"})"),
        "InvalidExecutionInput: Invalid State Machine Execution Input: '");
    row("variables", request(R"({"Type":"Pass","End":true})", R"("variables":[])"),
        "ValidationException: Variables must be a valid JSON object");
    // In the service's order, whatever else is wrong.
    row("order: definition before mock", request(R"({"Type":"Pass","Ned":true,"End":true})", R"("mock":{"result":1})"),
        "InvalidDefinition: ");
    row("order: shape before context",
        request(lambda, R"("mock":{"result":{"StatusCode":"200"}},"context":{"Map":{}})"),
        "ValidationException: Mock result schema validation error: ");
}

void TestStateTest::refusals()
{
    QFETCH(QString, given);
    QFETCH(QString, refusal);
    const QString answer = said(test(given));
    QVERIFY2(answer.startsWith(refusal), qPrintable(answer));
}

void TestStateTest::requestsThatAreWrong_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("refusal");
    const auto row = [](const char* name, const char* given, const char* refusal) {
        QTest::newRow(name) << QString::fromUtf8(given) << QString::fromUtf8(refusal);
    };
    row("no object", "[]", "ParamValidationError");
    row("no definition", "{}", "Missing required parameter in input: \"definition\"");
    row("unknown member", R"({"definition":"{}","inspection":1})",
        "Unknown parameter in input: \"inspection\", must be one of: definition, ");
    row("unknown member of the mock", R"({"definition":"{}","mock":{"results":1}})",
        "Unknown parameter in mock: \"results\"");
    row("wrong type", R"({"definition":"{}","stateName":1})",
        "Invalid type for parameter stateName, value: 1, valid types: string");
    row("negative count", R"({"definition":"{}","stateConfiguration":{"retrierRetryCount":-1}})",
        "Invalid range for parameter stateConfiguration.retrierRetryCount, value: -1, valid min value: 0");
    row("count that is a fraction", R"({"definition":"{}","stateConfiguration":{"mapIterationFailureCount":1.5}})",
        "Invalid type for parameter stateConfiguration.mapIterationFailureCount");
    row("unknown level", R"({"definition":"{}","inspectionLevel":"ALL"})",
        "ValidationException: 1 validation error detected: Value 'ALL' at 'inspectionLevel' failed to satisfy "
        "constraint: Member must satisfy enum value set: [INFO, DEBUG, TRACE]");
    row("unknown mode", R"({"definition":"{}","mock":{"result":"1","fieldValidationMode":"LAX"}})",
        "Member must satisfy enum value set: [STRICT, PRESENT, NONE]");
    row("revealSecrets", R"({"definition":"{}","revealSecrets":"yes"})", "Invalid type for parameter revealSecrets");
    QTest::newRow("long name")
        << json(R"({"definition":"{}","stateName":"%1"})").arg(QString(81, QLatin1Char('x')))
        << QStringLiteral(
               "Value at 'stateName' failed to satisfy constraint: Member must have length less than or equal to 80");
}

void TestStateTest::requestsThatAreWrong()
{
    QFETCH(QString, given);
    QFETCH(QString, refusal);
    const QString answer = said(test(given));
    QVERIFY2(answer.contains(refusal), qPrintable(answer));
}

void TestStateTest::answers_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("output"); ///< or the error
    QTest::addColumn<QString>("next");
    const auto row = [](const char* name, const QString& given, const char* status, const char* output,
                        const char* next = "") {
        QTest::newRow(name) << given << QString::fromUtf8(status) << QString::fromUtf8(output)
                            << QString::fromUtf8(next);
    };
    row("Pass", request(R"({"Type":"Pass","Next":"Elsewhere"})", R"("input":{"a":1})"), "SUCCEEDED", R"({"a":1})",
        "Elsewhere");
    row("Fail", request(R"({"Type":"Fail","Error":"E","Cause":"c"})"), "FAILED", "E");
    row("Choice",
        request(
            R"({"Type":"Choice","Choices":[{"Variable":"$.n","NumericGreaterThan":1,"Next":"Big"}],"Default":"Small"})",
            R"("input":{"n":2})"),
        "SUCCEEDED", R"({"n":2})", "Big");
    row("Choice without a match",
        request(R"({"Type":"Choice","Choices":[{"Variable":"$.n","NumericGreaterThan":1,"Next":"Big"}]})",
                R"("input":{"n":1})"),
        "FAILED", "States.Runtime");
    row("path that misses", request(R"({"Type":"Pass","InputPath":"$.missing","End":true})"), "FAILED",
        "States.Runtime");
    row("variables", request(R"({"Type":"Pass","Parameters":{"v.$":"$n"},"End":true})", R"("variables":{"n":7})"),
        "SUCCEEDED", R"({"v":7})");
    row("mocked Task", request(lambda, R"("mock":{"result":{"Payload":5}})"), "SUCCEEDED", R"({"Payload":5})");
    const QString retrying = json(R"({"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Retry":[{"ErrorEquals":["Busy"],"MaxAttempts":2}],"Catch":[{"ErrorEquals":["Gone"],"Next":"X"},{"ErrorEquals":["States.TaskFailed"],"ResultPath":"$.error","Next":"Y"}],"End":true})");
    const auto failing = [&](const char* error, const char* configuration = "{}") {
        return request(
            retrying,
            json(R"("input":{"a":1},"mock":{"errorOutput":{"error":"%1","cause":"c"}},"stateConfiguration":%2)")
                .arg(QLatin1String(error), QLatin1String(configuration)));
    };
    row("retriable", failing("Busy"), "RETRIABLE", "Busy");
    row("still retriable", failing("Busy", R"({"retrierRetryCount":1})"), "RETRIABLE", "Busy");
    row("retries used up, caught", failing("Busy", R"({"retrierRetryCount":2})"), "CAUGHT_ERROR",
        R"({"a":1,"error":{"Error":"Busy","Cause":"c"}})", "Y");
    row("caught by the first", failing("Gone"), "CAUGHT_ERROR", R"({"Error":"Gone","Cause":"c"})", "X");
    row("neither", request(lambda, R"("mock":{"errorOutput":{"error":"E"}})"), "FAILED", "E");
    row("States.Runtime is not caught", failing("States.Runtime"), "FAILED", "States.Runtime");
    row("mocked Parallel", request(parallel, R"("mock":{"result":[1,2]})"), "SUCCEEDED", "[1,2]");
    row("mocked Map", request(map(), R"("input":[1,2],"mock":{"result":["a","b"]})"), "SUCCEEDED", R"(["a","b"])");
    row("Map over no array", request(map(R"("ItemsPath":"$.x")"), R"("input":{"x":1},"mock":{"result":[1]})"), "FAILED",
        "States.Runtime");
    row("tolerance not exceeded",
        request(map(R"("ToleratedFailureCount":1)"),
                R"("input":[1,2],"mock":{"result":[1,2]},"stateConfiguration":{"mapIterationFailureCount":1})"),
        "SUCCEEDED", "[1,2]");
    row("tolerance exceeded",
        request(map(R"("ToleratedFailureCount":0)"),
                R"("input":[1,2],"mock":{"result":[1,2]},"stateConfiguration":{"mapIterationFailureCount":1})"),
        "FAILED", "States.ExceedToleratedFailureThreshold");
    row("percentage exceeded",
        request(map(R"("ToleratedFailurePercentage":49)"),
                R"("input":[1,2],"mock":{"result":[1,2]},"stateConfiguration":{"mapIterationFailureCount":1})"),
        "FAILED", "States.ExceedToleratedFailureThreshold");
    row("percentage not exceeded",
        request(map(R"("ToleratedFailurePercentage":50)"),
                R"("input":[1,2],"mock":{"result":[1,2]},"stateConfiguration":{"mapIterationFailureCount":1})"),
        "SUCCEEDED", "[1,2]");
    row("without tolerance failures do not count",
        request(map(), R"("input":[1,2],"mock":{"result":[1,2]},"stateConfiguration":{"mapIterationFailureCount":2})"),
        "SUCCEEDED", "[1,2]");
    row("a mocked error wins",
        request(
            map(R"("ToleratedFailureCount":0)"),
            R"("input":[1],"mock":{"errorOutput":{"error":"E"}},"stateConfiguration":{"mapIterationFailureCount":1})"),
        "FAILED", "E");
    row("negative tolerance",
        request(map(R"("ToleratedFailureCountPath":"$$.Execution.Input[0]")"), R"("input":[-1],"mock":{"result":[1]})"),
        "FAILED", "States.Runtime");
    row("exporting Map",
        request(map(R"("ResultWriter":{"Resource":"arn:aws:states:::s3:putObject","Parameters":{"Bucket":"b"}})"),
                R"("input":[1],"mock":{"result":{"MapRunArn":"x"}})"),
        "SUCCEEDED", R"({"MapRunArn":"x"})");
    row("size",
        request(R"({"Type":"Pass","Parameters":{"a.$":"$","b.$":"$"},"End":true})",
                QStringLiteral("\"input\":\"\\\"%1\\\"\"").arg(QString(200'000, QLatin1Char('x')))),
        "FAILED", "States.DataLimitExceeded");
}

void TestStateTest::answers()
{
    QFETCH(QString, given);
    const TestStateOutcome outcome = test(given);
    QVERIFY2(std::holds_alternative<Data>(outcome), qPrintable(said(outcome)));
    QTEST(memberOf(outcome, "status"), "status");
    const bool left = memberOf(outcome, "status") == QStringLiteral("SUCCEEDED") ||
                      memberOf(outcome, "status") == QStringLiteral("CAUGHT_ERROR");
    QTEST(memberOf(outcome, left ? "output" : "error"), "output");
    QTEST(memberOf(outcome, "nextState"), "next");
    QVERIFY(!memberOf(outcome, "cause").contains(QStringLiteral("An error occurred while executing the state")));
    QVERIFY(memberOf(outcome, "inspectionData").isEmpty());
}

void TestStateTest::inspection_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("members"); ///< of inspectionData
    QTest::addColumn<QString>("details"); ///< one of them: NAME=VALUE
    const auto row = [](const char* name, const QString& given, const char* members, const char* details = "") {
        QTest::newRow(name) << given << QString::fromUtf8(members) << QString::fromUtf8(details);
    };
    const QString jsonata = json(R"("QueryLanguage":"JSONata","Type":)");
    row("Pass", request(R"({"Type":"Pass","End":true})"),
        "input afterInputPath afterParameters afterResultSelector afterResultPath");
    row("Pass with Result", request(R"({"Type":"Pass","Result":1,"End":true})"),
        "input result afterResultSelector afterResultPath", "result=1");
    row("Pass, JSONata", request("{" + jsonata + R"("Pass","Output":1,"End":true})"), "input");
    row("Wait", request(R"({"Type":"Wait","Seconds":1,"End":true})"), "input afterInputPath");
    row("Succeed", request(R"({"Type":"Succeed","InputPath":"$.a"})", R"("input":{"a":1})"), "input afterInputPath",
        "afterInputPath=1");
    row("Fail, JSONata", request("{" + jsonata + R"("Fail","Error":"E"})"), "input");
    row("Task", request(lambda, R"("mock":{"result":{"Payload":1}})"),
        "input afterInputPath afterParameters result afterResultSelector afterResultPath",
        R"(afterParameters={"FunctionName":"f"})");
    row("Task that fails", request(lambda, R"("mock":{"errorOutput":{"error":"E"}})"),
        "input afterInputPath afterParameters");
    row("Task, JSONata",
        request(
            "{" + jsonata +
                R"("Task","Resource":"arn:aws:states:::sqs:sendMessage","Arguments":{"QueueUrl":"q","MessageBody":"{% 1 + 1 %}"},"End":true})",
            R"("mock":{"result":{}})"),
        "input afterArguments result", R"(afterArguments={"QueueUrl":"q","MessageBody":2})");
    row("input that cannot be selected", request(R"({"Type":"Pass","InputPath":"$.a","End":true})"), "input");
    row("Parallel", request(parallel, R"("mock":{"result":[1,2]})"), "input afterResultSelector afterResultPath");
    row("Map",
        request(map(R"("ItemsPath":"$.x","MaxConcurrency":3)"), R"("input":{"x":[1,2]},"mock":{"result":[1,2]})"),
        "input afterInputPath afterItemsPath afterResultSelector afterResultPath maxConcurrency", "maxConcurrency=3");
    row("Map over no array", request(map(R"("ItemsPath":"$.x")"), R"("input":{"x":1},"mock":{"result":[1,2]})"),
        "input afterInputPath");
    row("ItemSelector",
        request(map(R"("ItemSelector":{"i.$":"$$.Map.Item.Index","v.$":"$$.Map.Item.Value"})"),
                R"("input":["a","b"],"mock":{"result":[1,2]})"),
        "input afterInputPath afterItemsPath afterItemSelector afterResultSelector afterResultPath maxConcurrency",
        R"(afterItemSelector=[{"i":0,"v":"a"},{"i":1,"v":"b"}])");
    row("ItemBatcher",
        request(map(R"("ItemBatcher":{"MaxItemsPerBatch":2,"BatchInput":{"k":1}})"),
                R"("input":[1,2,3],"mock":{"result":[1,2]})"),
        "input afterInputPath afterItemsPath afterResultSelector afterResultPath afterItemBatcher maxConcurrency",
        R"(afterItemBatcher=[{"BatchInput":{"k":1},"Items":[1,2]},{"BatchInput":{"k":1},"Items":[3]}])");
    row("ItemsPointer",
        request(
            map(R"("ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"JSON","ItemsPointer":"/rows"},"Parameters":{"Bucket":"b","Key":"k"}})"),
            R"("mock":{"result":[1,2]},"stateConfiguration":{"mapItemReaderData":{"rows":[7,8]}})"),
        "input afterInputPath afterResultSelector afterResultPath afterItemsPointer maxConcurrency",
        "afterItemsPointer=[7,8]");
    row("tolerance, JSONata",
        request(
            "{" + jsonata +
                R"("Map","Items":[1],"ToleratedFailurePercentage":"{% 10 %}","ItemProcessor":{"ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},"End":true})",
            R"("mock":{"result":[1]})"),
        "input maxConcurrency toleratedFailurePercentage", "toleratedFailurePercentage=10");
    const QString retrying = json(R"({"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Retry":[{"ErrorEquals":["Other"]},{"ErrorEquals":["Busy"],"IntervalSeconds":3,"BackoffRate":2,"MaxAttempts":9,"MaxDelaySeconds":20,"JitterStrategy":"FULL"}],"Catch":[{"ErrorEquals":["Gone"],"Next":"X"},{"ErrorEquals":["States.ALL"],"Next":"Y"}],"End":true})");
    const auto failing = [&](const char* error, int count) {
        return request(
            retrying,
            json(R"("mock":{"errorOutput":{"error":"%1","cause":"c"}},"stateConfiguration":{"retrierRetryCount":%2})")
                .arg(QLatin1String(error))
                .arg(count));
    };
    const char* failed = "input afterInputPath afterParameters errorDetails";
    row("retriable", failing("Busy", 2), failed, R"(errorDetails={"retryIndex":1,"retryBackoffIntervalSeconds":12})");
    row("back-off is limited", failing("Busy", 4), failed,
        R"(errorDetails={"retryIndex":1,"retryBackoffIntervalSeconds":20})");
    row("retries used up, caught", failing("Busy", 9), failed, R"(errorDetails={"catchIndex":1})");
    row("variables", request(R"({"Type":"Pass","Assign":{"b":2},"End":true})", R"("variables":{"a":1})"),
        "input afterInputPath afterParameters afterResultSelector afterResultPath variables",
        R"(variables={"a":1,"b":2})");
    row("whole context", request(lambda, R"("context":{},"mock":{"result":{}})"),
        "input afterInputPath afterParameters result afterResultSelector afterResultPath");
}

void TestStateTest::inspection()
{
    QFETCH(QString, given);
    QFETCH(QString, members);
    QFETCH(QString, details);
    for (const QString& level : {QStringLiteral("DEBUG"), QStringLiteral("TRACE")}) {
        QString leveled = given;
        leveled.insert(given.size() - 1, json(R"(,"inspectionLevel":"%1")").arg(level));
        const TestStateOutcome outcome = test(leveled);
        QVERIFY2(std::holds_alternative<Data>(outcome), qPrintable(said(outcome)));
        const Data* inspection = std::get<Data>(outcome).find("inspectionData");
        QVERIFY(inspection);
        QStringList names;
        for (const Member& member : inspection->members())
            names << text(member.key.text());
        names.sort();
        QStringList expected = members.split(QLatin1Char(' '));
        expected.sort();
        QCOMPARE(names.join(QLatin1Char(' ')), expected.join(QLatin1Char(' ')));
        if (details.isEmpty())
            continue;
        const Data* member = inspection->find(details.section(QLatin1Char('='), 0, 0).toStdString());
        QVERIFY(member);
        QCOMPARE(text(member->isString() ? std::string(member->text()) : data::toJson(*member)),
                 details.section(QLatin1Char('='), 1));
    }
}

void TestStateTest::contextIsTheDefaultOne()
{
    const QString call = json(R"({"Type":"Task","Resource":"arn:aws:states:::sqs:sendMessage.waitForTaskToken","Parameters":{"QueueUrl":"q","MessageBody.$":"$$.Task.Token"},"ResultSelector":{"c.$":"$$"},"End":true})");
    const TestStateOutcome outcome = test(request(
        call,
        R"("input":{"a":1},"roleArn":"arn:aws:iam::111111111111:role/r","mock":{"result":1},"stateConfiguration":{"retrierRetryCount":2})"));
    QVERIFY2(std::holds_alternative<Data>(outcome), qPrintable(said(outcome)));
    const Data output = fixture::json(memberOf(outcome, "output").toStdString());
    const auto at = [&](std::string_view object, std::string_view member) {
        const Data* value = output.find("c")->find(object)->find(member);
        return value ? text(data::toJson(*value)) : QStringLiteral("absent");
    };
    QCOMPARE(at("Execution", "Input"), "{\"a\":1}");
    QCOMPARE(at("Execution", "RoleArn"), "\"arn:aws:iam::111111111111:role/r\"");
    QCOMPARE(at("Execution", "RedriveCount"), QStringLiteral("absent"));
    QVERIFY(at("Execution", "Id").startsWith("\"arn:aws:states:us-east-1:111111111111:express:"));
    QCOMPARE(at("State", "Name"), "\"StateName\"");
    QCOMPARE(at("State", "RetryCount"), QStringLiteral("2"));
    QVERIFY(at("Task", "Token").size() > 20);
}

void TestStateTest::contextOfAnIteration()
{
    const QString machine = json(R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"Inner","States":{"Inner":{"Type":"Pass","Parameters":{"m.$":"$$.Map.Item"},"Next":"Last"},"Last":{"Type":"Succeed"}}},"End":true}}})");
    const TestStateOutcome outcome = test(request(machine, R"("stateName":"Inner","input":"\"x\"")"));
    QCOMPARE(memberOf(outcome, "output"), "{\"m\":{\"Index\":0,\"Value\":\"x\",\"Source\":\"STATE_DATA\"}}");
    QCOMPARE(memberOf(outcome, "nextState"), QStringLiteral("Last"));
}

void TestStateTest::taskWithoutAnAnswer()
{
    const QString given = request(lambda, R"("roleArn":"arn:aws:iam::111111111111:role/r")");
    QCOMPARE(said(test(given)), QStringLiteral("unanswered"));
    QCOMPARE(memberOf(test(given, TaskSuccess{Data::integer(3)}), "output"), QStringLiteral("3"));
    QCOMPARE(memberOf(test(given, Failure{"E", "c"}), "error"), QStringLiteral("E"));
    // A mock comes before it.
    const TestStateOutcome mocked = test(request(lambda, R"("mock":{"result":{}})"), TaskSuccess{Data::integer(3)});
    QCOMPARE(memberOf(mocked, "output"), "{}");
}

void TestStateTest::waitsLongerThanTheTest()
{
    const TestStateOutcome shorter = test(request(R"({"Type":"Wait","Seconds":299,"End":true})"));
    QCOMPARE(memberOf(shorter, "status"), "SUCCEEDED");
    const TestStateOutcome outcome = test(request(R"({"Type":"Wait","Seconds":301,"End":true})"));
    QCOMPARE(memberOf(outcome, "status"), QStringLiteral("FAILED"));
    QCOMPARE(memberOf(outcome, "error"), QStringLiteral("States.Timeout"));
}

void TestStateTest::nobodyElsesStateIsRun()
{
    // What cannot be simulated elsewhere in the machine does no harm, and what follows does not run.
    const QString machine =
        json(R"({"StartAt":"First","States":{"First":{"Type":"Pass","Next":"B"},"B":%1}})")
            .arg(map(
                R"("ItemReader":{"Resource":"arn:aws:states:::s3:getObject","ReaderConfig":{"InputType":"PARQUET"},"Parameters":{"Bucket":"b","Key":"k"}})"));
    const TestStateOutcome outcome = test(request(machine, R"("stateName":"First")"));
    QCOMPARE(memberOf(outcome, "nextState"), QStringLiteral("B"));
}

QTEST_APPLESS_MAIN(TestStateTest)
#include "test_state_test.moc"

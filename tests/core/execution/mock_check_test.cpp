// Mocked results compared with the shapes of the catalogue.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/checked_handler.h"
#include "core/execution/mock_check.h"
#include "core/language/catalogue.h"

#include <QTest>

using namespace asl;

class MockCheckTest : public QObject
{
    Q_OBJECT

private slots:
    void faults_data();
    void faults();
    void samplesPass();
    void samplesWithoutARequiredMember();
    void answersOfARunAreChecked();
};

namespace {

QString text(std::string_view view)
{
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

QString faultOf(const QString& resource, const QString& result, FieldCheck check)
{
    const std::string arn = "arn:aws:states:::" + resource.toStdString();
    return text(mockFault(resourceInfo(arn), fixture::json(result.toStdString()), check).value_or(""));
}

} // namespace

void MockCheckTest::faults_data()
{
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("result");
    QTest::addColumn<QString>("strict");
    QTest::addColumn<QString>("present");
    const auto row = [](const char* name, const char* resource, const char* result, const char* strict,
                        const char* present) {
        QTest::newRow(name) << QString::fromUtf8(resource) << QString::fromUtf8(result) << QString::fromUtf8(strict)
                            << QString::fromUtf8(present);
    };
    const auto both = [&](const char* name, const char* resource, const char* result, const char* fault) {
        row(name, resource, result, fault, fault);
    };
    row("required", "states:startExecution", "{}", "Required field 'ExecutionArn' is missing", "");
    row("required, the second", "states:startExecution", R"({"ExecutionArn":"a"})",
        "Required field 'StartDate' is missing", "");
    row("required of no object", "batch:submitJob", "1", "Required field 'JobName' is missing", "");
    row("camelCase", "states:startExecution", R"({"executionArn":"a","startDate":"d"})",
        "Required field 'ExecutionArn' is missing", "");
    row("required inside", "aws-sdk:lambda:getFunction", R"({"Configuration":{"EphemeralStorage":{}}})",
        "Required field 'Size' is missing", "");
    both("string", "sqs:sendMessage", R"({"MessageId":1})", "Field 'MessageId' must be a string");
    both("null is no string", "sqs:sendMessage", R"({"MessageId":null})", "Field 'MessageId' must be a string");
    both("timestamp", "aws-sdk:s3:getObject", R"({"LastModified":1764103483})",
         "Field 'LastModified' must be a string");
    both("number", "lambda:invoke", R"({"StatusCode":"200"})", "Field 'StatusCode' must be a number");
    both("boolean", "aws-sdk:s3:getObject", R"({"DeleteMarker":"true"})", "Field 'DeleteMarker' must be a boolean");
    both("list", "events:putEvents", R"({"Entries":"e"})", "Field 'Entries' must be an array");
    both("element of a list", "events:putEvents", R"({"Entries":[{"EventId":"a"},{"EventId":["b"]}]})",
         "Field 'EventId' must be a string");
    both("element that is no structure", "events:putEvents", R"({"Entries":[1]})", "Field 'Entries' must be an object");
    both("structure", "dynamodb:getItem", R"({"ConsumedCapacity":1})", "Field 'ConsumedCapacity' must be an object");
    both("map", "dynamodb:getItem", R"({"Item":[]})", "Field 'Item' must be an object");
    both("value of a map", "aws-sdk:s3:getObject", R"({"Metadata":{"k":1}})", "Field 'k' must be a string");
    both("number in a structure", "dynamodb:putItem", R"({"ConsumedCapacity":{"CapacityUnits":"1.5"}})",
         "Field 'CapacityUnits' must be a number");
    both("enum", "aws-sdk:s3:getObject", R"({"StorageClass":"Papyrus"})",
         "Field 'StorageClass' is not an expected value");
    both("enum of another type", "aws-sdk:s3:getObject", R"({"StorageClass":1})",
         "Field 'StorageClass' must be a string");
    both("too small", "aws-sdk:lambda:getFunction", R"({"Configuration":{"MemorySize":127}})",
         "Field 'MemorySize' is less than the minimum value");
    both("too large", "aws-sdk:lambda:getFunction", R"({"Configuration":{"MemorySize":10241}})",
         "Field 'MemorySize' exceeds the maximum value");
    both("too short", "aws-sdk:kms:encrypt", R"({"CiphertextBlob":""})",
         "Field 'CiphertextBlob' is smaller than the minimum length");
    both("list too short", "aws-sdk:secretsmanager:getSecretValue", R"({"VersionStages":[]})",
         "Field 'VersionStages' is smaller than the minimum length");
    QTest::newRow("too long") << "glue:startJobRun"
                              << QStringLiteral(R"({"JobRunId":"%1"})").arg(QString(256, QLatin1Char('x')))
                              << "Field 'JobRunId' exceeds the maximum length"
                              << "Field 'JobRunId' exceeds the maximum length";
    QTest::newRow("long enough in characters")
        << "glue:startJobRun" << QStringLiteral(R"({"JobRunId":"%1"})").arg(QString(255, QChar(0x3042))) << QString()
        << QString();
    both("unknown members", "events:putEvents", R"({"random":"json"})", "");
    both("callback", "states:startExecution.waitForTaskToken", R"({"StartDate":1})", "");
    row("job", "states:startExecution.sync",
        R"({"ExecutionArn":"a","StateMachineArn":"m","StartDate":"d","Status":"SLEEPING"})",
        "Field 'Status' is not an expected value", "Field 'Status' is not an expected value");
    both("output of a job as text", "states:startExecution.sync",
         R"({"ExecutionArn":"a","StateMachineArn":"m","StartDate":"d","Status":"SUCCEEDED","Output":{}})",
         "Field 'Output' must be a string");
    both("output of a job as JSON", "states:startExecution.sync:2",
         R"({"ExecutionArn":"a","StateMachineArn":"m","StartDate":"d","Status":"SUCCEEDED","Output":{}})", "");
    both("answers of which nothing is known", "apigateway:invoke", R"({"approval":true})", "");
    both("an unknown service", "aws-sdk:nobody:nothing", R"({"a":1})", "");
}

void MockCheckTest::faults()
{
    QFETCH(QString, resource);
    QFETCH(QString, result);
    QTEST(faultOf(resource, result, FieldCheck::Strict), "strict");
    QTEST(faultOf(resource, result, FieldCheck::Present), "present");
    QCOMPARE(faultOf(resource, result, FieldCheck::None), QString());
}

void MockCheckTest::samplesPass()
{
    int samples = 0;
    const auto check = [&](const Integration& row, const char* suffix, const IntegrationAnswer& answer) {
        if (answer.sample.isUndefined())
            return;
        ++samples;
        const std::string arn = "arn:aws:states:::" + std::string(row.service) + ":" + std::string(row.action) + suffix;
        const auto fault = mockFault(resourceInfo(arn), answer.sample, FieldCheck::Strict);
        QVERIFY2(!fault, qPrintable(text(arn) + QStringLiteral(": ") + text(fault.value_or(""))));
    };
    for (const Integration& row : optimizedIntegrations()) {
        check(row, "", row.answer);
        check(row, ".sync", row.job);
        check(row, ".sync:2", row.job2);
    }
    for (const SdkService& service : sdkServices())
        for (const char* action : {"getObject", "putObject", "encrypt", "getFunction", "startExecution", "getItem",
                                   "getParameter", "getSecretValue", "sendMessage", "publish", "putEvents"})
            if (const Integration* row = integration("aws-sdk:" + std::string(service.service), action))
                check(*row, "", row->answer);
    QVERIFY(samples > 90);
}

void MockCheckTest::samplesWithoutARequiredMember()
{
    const Integration* row = integration("batch", "submitJob");
    for (const MemberShape& member : row->answer.shape->members) {
        ObjectBuilder rest(row->answer.sample);
        rest.remove(member.name);
        const auto fault =
            mockFault(resourceInfo("arn:aws:states:::batch:submitJob"), std::move(rest).build(), FieldCheck::Strict);
        QCOMPARE(fault.has_value(), member.required);
    }
}

void MockCheckTest::answersOfARunAreChecked()
{
    const fixture::Run run = fixture::Run::of(
        R"({"StartAt": "Call", "States": {
            "Call": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"},
                     "Retry": [{"ErrorEquals": ["Busy"]}], "Next": "Again"},
            "Again": {"Type": "Task", "Resource": "arn:aws:states:::states:startExecution", "Parameters": {"StateMachineArn": "m"}, "End": true}}})",
        "{}", R"([{"state": "Call", "throw": {"error": "Busy"}}, {"state": "Call", "return": {"StatusCode": "200"}}, {"state": "Again", "return": {}}])");
    for (const FieldCheck check : {FieldCheck::Strict, FieldCheck::Present, FieldCheck::None}) {
        Timeline timeline = run.timeline();
        auto outcomes = RecordedOutcomes::read(run.tasks);
        CheckedHandler handler(*outcomes, check);
        QCOMPARE(drive(timeline, handler), DriveEnd::Ended);
        QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
        const auto& complaints = handler.complaints();
        QCOMPARE(complaints.size(), std::size_t(check == FieldCheck::Strict ? 2 : check == FieldCheck::Present ? 1 : 0));
        if (complaints.empty())
            continue;
        QCOMPARE(english(warning(complaints[0])),
                 std::string("The result of attempt 2 of state \"Call\" is not what the service answers: Field 'StatusCode' must be a number."));
    }
}

QTEST_APPLESS_MAIN(MockCheckTest)
#include "mock_check_test.moc"

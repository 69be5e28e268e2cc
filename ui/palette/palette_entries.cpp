#include "ui/palette/palette_entries.h"

#include "core/document/new_machine.h"
#include "ui/palette/patterns.h"
#include "ui/support/qt_text.h"

#include <QCoreApplication>

namespace designer {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("designer::PalettePanel", text);
}

struct Action
{
    std::string_view resource;
    std::string_view parameters;     ///< JSONPath
    std::string_view arguments = {}; ///< JSONata; empty: the parameters, which compute nothing
};

// What people use most comes first; the rest by service. The values to fill in are empty strings.
constexpr Action popular[] = {
    {"arn:aws:states:::sqs:sendMessage", R"({"QueueUrl":"","MessageBody.$":"$"})", R"({"QueueUrl":"","MessageBody":"{% $states.input %}"})"},
    {"arn:aws:states:::sns:publish", R"({"TopicArn":"","Message.$":"$"})", R"({"TopicArn":"","Message":"{% $states.input %}"})"},
    {"arn:aws:states:::dynamodb:getItem", R"({"TableName":"","Key":{"id":{"S":""}}})"},
    {"arn:aws:states:::dynamodb:putItem", R"({"TableName":"","Item":{"id":{"S":""}}})"},
    {"arn:aws:states:::aws-sdk:s3:getObject", R"({"Bucket":"","Key":""})"},
    {"arn:aws:states:::events:putEvents", R"({"Entries":[{"Source":"","DetailType":"","Detail":{},"EventBusName":""}]})"},
    {"arn:aws:states:::states:startExecution", R"({"StateMachineArn":"","Input":{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$":"$$.Execution.Id"}})",
     R"({"StateMachineArn":"","Input":{"AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID":"{% $states.context.Execution.Id %}"}})"},
    {"arn:aws:states:::http:invoke", R"({"ApiEndpoint":"","Method":"GET","InvocationConfig":{"ConnectionArn":""}})"},
};

constexpr Action more[] = {
    {"arn:aws:states:::apigateway:invoke", R"({"ApiEndpoint":"","Method":"GET","Path":""})"},
    {"arn:aws:states:::athena:startQueryExecution.sync", R"({"QueryString":"","WorkGroup":""})"},
    {"arn:aws:states:::athena:getQueryResults", R"({"QueryExecutionId":""})"},
    {"arn:aws:states:::batch:submitJob.sync", R"({"JobName":"","JobDefinition":"","JobQueue":""})"},
    {"arn:aws:states:::bedrock:invokeModel", R"({"ModelId":"","Body":{}})"},
    {"arn:aws:states:::dynamodb:updateItem",
     R"({"TableName":"","Key":{"id":{"S":""}},"UpdateExpression":"SET","ExpressionAttributeValues":{}})"},
    {"arn:aws:states:::dynamodb:deleteItem", R"({"TableName":"","Key":{"id":{"S":""}}})"},
    {"arn:aws:states:::aws-sdk:dynamodb:query", R"({"TableName":"","KeyConditionExpression":"","ExpressionAttributeValues":{}})"},
    {"arn:aws:states:::ecs:runTask.sync", R"({"LaunchType":"FARGATE","Cluster":"","TaskDefinition":""})"},
    {"arn:aws:states:::glue:startJobRun.sync", R"({"JobName":""})"},
    {"arn:aws:states:::aws-sdk:s3:putObject", R"({"Bucket":"","Key":"","Body":{}})"},
    {"arn:aws:states:::aws-sdk:s3:listObjectsV2", R"({"Bucket":""})"},
    {"arn:aws:states:::aws-sdk:s3:copyObject", R"({"Bucket":"","CopySource":"","Key":""})"},
    {"arn:aws:states:::aws-sdk:s3:deleteObject", R"({"Bucket":"","Key":""})"},
    {"arn:aws:states:::aws-sdk:secretsmanager:getSecretValue", R"({"SecretId":""})"},
    {"arn:aws:states:::aws-sdk:sesv2:sendEmail", R"({"FromEmailAddress":"","Destination":{"ToAddresses":[""]},"Content":{}})"},
    {"arn:aws:states:::states:startExecution.sync:2", R"({"StateMachineArn":"","Input":{}})"},
    {"arn:aws:states:::aws-sdk:ssm:sendCommand", R"({"DocumentName":"AWS-RunShellScript","InstanceIds":[""],"Parameters":{"commands":[""]}})"},
    {"arn:aws:states:::aws-sdk:ssm:getCommandInvocation", R"({"CommandId":"","InstanceId":""})"},
    {"arn:aws:states:::aws-sdk:ssm:getParameter", R"({"Name":""})"},
};

std::string upperFirst(std::string_view word)
{
    std::string text(word);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string taskJson(std::string_view resource, std::string_view member, std::string_view value)
{
    return R"({"Type":"Task","Resource":")" + std::string(resource) + R"(",")" + std::string(member) + R"(":)" + std::string(value) + "}";
}

PaletteEntry actionEntry(const Action& action, const QString& group)
{
    const asl::ResourceInfo resource = asl::resourceInfo(action.resource);
    const asl::ServiceInfo& service = asl::serviceInfo(resource.service);
    const bool http = resource.service == "http";
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Action;
    entry.group = group;
    entry.service = toQString(service.name);
    entry.name = http ? words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Call endpoint")) : toQString(upperFirst(resource.action));
    if (resource.suffix.starts_with("sync"))
        entry.summary = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Waits until the work is complete."));
    entry.tile = tileOfResource(action.resource);
    // The service's own API actions are named by the action alone, as the console names them.
    entry.stateName = http ? "Call endpoint"
        : resource.service.starts_with("aws-sdk:") ? upperFirst(resource.action)
                                                   : std::string(service.name) + " " + upperFirst(resource.action);
    entry.jsonPath = taskJson(action.resource, "Parameters", action.parameters);
    entry.jsonata = taskJson(action.resource, "Arguments", action.arguments.empty() ? action.parameters : action.arguments);
    return entry;
}

PaletteEntry stateEntry(asl::StateType type)
{
    const asl::StateTypeInfo& info = asl::info(type);
    PaletteEntry entry;
    entry.type = type;
    entry.group = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Flow"));
    entry.name = toQString(info.defaultName);
    entry.summary = translatedWord(info.summary);
    entry.tile = tileOf(type);
    entry.stateName = info.defaultName;
    entry.jsonPath = info.starterJson;
    entry.jsonata = info.starterJsonJSONata;
    return entry;
}

PaletteEntry lambdaEntry(const QString& group)
{
    PaletteEntry entry = stateEntry(asl::StateType::Task);
    entry.kind = PaletteEntry::Kind::Action;
    entry.group = group;
    entry.tile = tileOfResource("arn:aws:states:::lambda:invoke");
    entry.service = toQString(asl::serviceInfo("lambda").name);
    entry.name = QStringLiteral("Invoke");
    return entry;
}

} // namespace

QString PaletteEntry::title() const
{
    return service.isEmpty() ? name : QCoreApplication::translate("designer::PalettePanel", "%1: %2").arg(service, name);
}

std::vector<PaletteEntry> paletteEntries()
{
    std::vector<PaletteEntry> entries;
    const QString popularGroup = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Popular"));
    entries.push_back(lambdaEntry(popularGroup));
    for (const Action& action : popular)
        entries.push_back(actionEntry(action, popularGroup));
    for (const Action& action : more)
        entries.push_back(actionEntry(action, words(QT_TRANSLATE_NOOP("designer::PalettePanel", "More actions"))));

    using enum asl::StateType;
    for (const asl::StateType type : {Choice, Parallel, Map, Pass, Wait, Succeed, Fail})
        entries.push_back(stateEntry(type));

    for (const Pattern& pattern : patterns()) {
        PaletteEntry entry = stateEntry(pattern.type);
        entry.kind = PaletteEntry::Kind::Pattern;
        entry.group = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Patterns"));
        entry.name = words(pattern.title);
        entry.summary = words(pattern.summary);
        entry.stateName = pattern.stateName;
        entry.jsonPath = pattern.jsonPath;
        entry.jsonata = pattern.jsonata;
        entries.push_back(std::move(entry));
    }
    return entries;
}

DraggedState stateOf(const PaletteEntry& entry, const asl::Snapshot& snapshot)
{
    const std::string& json = asl::languageOfNewState(snapshot) == asl::QueryLanguage::JSONata ? entry.jsonata : entry.jsonPath;
    return {entry.type, {entry.stateName, withUniqueNames(json, snapshot.machine())}};
}

} // namespace designer

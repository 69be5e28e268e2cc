#include "ui/palette/palette_entries.h"

#include "core/document/new_machine.h"
#include "core/language/catalogue.h"
#include "core/language/starter_value.h"
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

// What people use most comes first, with values that are made for it; the rest follows from the catalogue.
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

/// "s3" may mean "S3", "Simple Storage Service" or "aws-sdk:s3".
QString searchedIn(const PaletteEntry& entry)
{
    const QString resource = toQString(entry.resource).section(QStringLiteral(":::"), 1).replace(u':', u' ');
    const QString summary = entry.resource.ends_with(':') ? QString() : entry.summary;
    return QStringList{entry.title(), toQString(entry.stateName), resource, summary}.join(u' ').toLower();
}

QString waysOfSuffix(std::string_view suffix)
{
    if (suffix.starts_with("sync"))
        return words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Waits until the work is complete."));
    if (suffix == "waitForTaskToken")
        return words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Waits until somebody sends the task's token back."));
    return {};
}

/// An action by its ARN.
PaletteEntry actionEntry(std::string_view arn, const QString& group)
{
    const asl::ResourceInfo resource = asl::resourceInfo(arn);
    const asl::ServiceInfo& service = asl::serviceInfo(resource.service);
    const bool http = resource.service == "http";
    const bool sdk = resource.service.starts_with("aws-sdk:");
    PaletteEntry entry;
    entry.kind = PaletteEntry::Kind::Action;
    entry.group = group;
    entry.resource = arn;
    entry.service = toQString(service.name);
    entry.name = http ? words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Call endpoint")) : toQString(upperFirst(resource.action));
    if (resource.action.empty())
        entry.name = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "any action"));
    if (!resource.suffix.empty())
        entry.name += QStringLiteral(" .") + toQString(resource.suffix);
    entry.summary = waysOfSuffix(resource.suffix);
    if (resource.action.empty())
        entry.summary = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Write the name of the action behind it, as in “rekognition DetectLabels”."));
    entry.tile = tileOfResource(arn);
    // The service's own API actions are named by the action alone, as the console names them.
    entry.stateName = http ? "Call endpoint"
        : sdk && !resource.action.empty() ? upperFirst(resource.action)
                                          : std::string(service.name) + (resource.action.empty() ? "" : " ") + upperFirst(resource.action);
    return entry;
}

PaletteEntry popularEntry(const Action& action, const QString& group)
{
    PaletteEntry entry = actionEntry(action.resource, group);
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
    entry.resource = "arn:aws:states:::lambda:invoke";
    entry.tile = tileOfResource(entry.resource);
    entry.service = toQString(asl::serviceInfo("lambda").name);
    entry.name = QStringLiteral("Invoke");
    return entry;
}

} // namespace

QString PaletteEntry::title() const
{
    return service.isEmpty() ? name : QCoreApplication::translate("designer::PalettePanel", "%1: %2").arg(service, name);
}

namespace {

constexpr std::string_view arnHead = "arn:aws:states:::";

void addOptimized(std::vector<PaletteEntry>& entries)
{
    const QString group = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Optimized integrations"));
    for (const asl::Integration& integration : asl::optimizedIntegrations()) {
        const std::string arn = std::string(arnHead) + std::string(integration.service) + ":" + std::string(integration.action);
        for (const char* suffix : {"", "sync", "sync:2", "waitForTaskToken"})
            if (asl::offers(integration, suffix))
                entries.push_back(actionEntry(*suffix ? arn + "." + suffix : arn, group));
    }
}

void addSdk(std::vector<PaletteEntry>& entries)
{
    const QString group = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "AWS SDK"));
    const auto known = asl::sdkActions();
    for (const asl::SdkService& service : asl::sdkServices()) {
        const std::string arn = std::string(arnHead) + "aws-sdk:" + std::string(service.service) + ":";
        for (const asl::Integration& action : known)
            if (action.service.substr(action.service.find(':') + 1) == service.service)
                entries.push_back(actionEntry(arn + std::string(action.action), group));
        entries.push_back(actionEntry(arn, group));
    }
}

std::vector<PaletteEntry> makeEntries()
{
    std::vector<PaletteEntry> entries;
    const QString popularGroup = words(QT_TRANSLATE_NOOP("designer::PalettePanel", "Popular"));
    entries.push_back(lambdaEntry(popularGroup));
    for (const Action& action : popular)
        entries.push_back(popularEntry(action, popularGroup));

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
    addOptimized(entries);
    addSdk(entries);
    for (PaletteEntry& entry : entries)
        entry.searched = searchedIn(entry);
    return entries;
}

/// A Task that calls the entry's action, with the parameters that it needs.
std::string calling(const std::string& resource, asl::QueryLanguage language)
{
    const asl::ResourceInfo info = asl::resourceInfo(resource);
    const asl::Integration* known = asl::integration(info.service, info.action);
    const std::string parameters = known ? asl::starterParameters(*known, info.suffix, language) : "{}";
    return taskJson(resource, language == asl::QueryLanguage::JSONata ? "Arguments" : "Parameters", parameters);
}

} // namespace

const std::vector<PaletteEntry>& paletteEntries()
{
    static const std::vector<PaletteEntry> entries = makeEntries();
    return entries;
}

void refreshTiles(std::vector<PaletteEntry>& entries)
{
    for (PaletteEntry& entry : entries)
        entry.tile = !entry.resource.empty() ? tileOfResource(entry.resource) : tileOf(entry.type);
}

PaletteEntry withAction(const PaletteEntry& service, const QString& action)
{
    std::string word = toUtf8(action);
    if (!word.empty() && word[0] >= 'A' && word[0] <= 'Z')
        word[0] = static_cast<char>(word[0] - 'A' + 'a');
    return actionEntry(service.resource + word, service.group);
}

DraggedState stateOf(const PaletteEntry& entry, const asl::Snapshot& snapshot)
{
    const asl::QueryLanguage language = asl::languageOfNewState(snapshot);
    const std::string& written = language == asl::QueryLanguage::JSONata ? entry.jsonata : entry.jsonPath;
    const std::string json = written.empty() ? calling(entry.resource, language) : written;
    return {entry.type, {entry.stateName, withUniqueNames(json, snapshot.machine())}};
}

} // namespace designer

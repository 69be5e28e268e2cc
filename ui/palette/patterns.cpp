#include "ui/palette/patterns.h"

#include "core/document/edits.h"

#include <QtGlobal>

namespace designer {

namespace {

#define LAMBDA_ERRORS R"("ErrorEquals":["Lambda.ServiceException","Lambda.AWSLambdaException","Lambda.SdkClientException","Lambda.TooManyRequestsException"])"
#define LAMBDA_JSONPATH R"("Type":"Task","Resource":"arn:aws:states:::lambda:invoke","OutputPath":"$.Payload","Parameters":{"FunctionName":"","Payload.$":"$"})"
#define LAMBDA_JSONATA \
    R"("Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Output":"{% $states.result.Payload %}","Arguments":{"FunctionName":"","Payload":"{% $states.input %}"})"
#define RETRY R"("Retry":[{)" LAMBDA_ERRORS R"(,"IntervalSeconds":1,"MaxAttempts":3,"BackoffRate":2,"JitterStrategy":"FULL"}])"

constexpr std::string_view pollJsonPath =
    R"({"Type":"Parallel","OutputPath":"$[0]","Branches":[{"StartAt":"Start job","States":{)"
    R"("Start job":{)" LAMBDA_JSONPATH R"(,"Next":"Wait for job"},)"
    R"("Wait for job":{"Type":"Wait","Seconds":10,"Next":"Get job status"},)"
    R"("Get job status":{)" LAMBDA_JSONPATH R"(,"Next":"Job done?"},)"
    R"("Job done?":{"Type":"Choice","Choices":[)"
    R"({"Variable":"$.status","StringEquals":"SUCCEEDED","Next":"Job succeeded"},)"
    R"({"Variable":"$.status","StringEquals":"FAILED","Next":"Job failed"}],"Default":"Wait for job"},)"
    R"("Job succeeded":{"Type":"Succeed"},)"
    R"("Job failed":{"Type":"Fail","Error":"JobFailed","Cause":"The job ended with the status FAILED."}}}]})";
constexpr std::string_view pollJsonata =
    R"({"Type":"Parallel","Output":"{% $states.result[0] %}","Branches":[{"StartAt":"Start job","States":{)"
    R"("Start job":{)" LAMBDA_JSONATA R"(,"Next":"Wait for job"},)"
    R"("Wait for job":{"Type":"Wait","Seconds":10,"Next":"Get job status"},)"
    R"("Get job status":{)" LAMBDA_JSONATA R"(,"Next":"Job done?"},)"
    R"("Job done?":{"Type":"Choice","Choices":[)"
    R"({"Condition":"{% $states.input.status = 'SUCCEEDED' %}","Next":"Job succeeded"},)"
    R"({"Condition":"{% $states.input.status = 'FAILED' %}","Next":"Job failed"}],"Default":"Wait for job"},)"
    R"("Job succeeded":{"Type":"Succeed"},)"
    R"("Job failed":{"Type":"Fail","Error":"JobFailed","Cause":"The job ended with the status FAILED."}}}]})";

constexpr std::string_view tryJsonPath =
    R"({"Type":"Parallel","OutputPath":"$[0]","Branches":[{"StartAt":"Do the work","States":{)"
    R"("Do the work":{)" LAMBDA_JSONPATH "," RETRY
    R"(,"Catch":[{"ErrorEquals":["States.ALL"],"ResultPath":"$.error","Next":"Handle error"}],"End":true},)"
    R"("Handle error":{"Type":"Pass","End":true}}}]})";
constexpr std::string_view tryJsonata =
    R"({"Type":"Parallel","Output":"{% $states.result[0] %}","Branches":[{"StartAt":"Do the work","States":{)"
    R"("Do the work":{)" LAMBDA_JSONATA "," RETRY
    R"(,"Catch":[{"ErrorEquals":["States.ALL"],"Output":"{% $states.errorOutput %}","Next":"Handle error"}],"End":true},)"
    R"("Handle error":{"Type":"Pass","End":true}}}]})";

constexpr std::string_view mapJsonPath =
    R"({"Type":"Map","ItemsPath":"$.items","MaxConcurrency":10,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},)"
    R"("StartAt":"Process item","States":{"Process item":{)" LAMBDA_JSONPATH "," RETRY R"(,"End":true}}},"ResultPath":"$.results"})";
constexpr std::string_view mapJsonata =
    R"({"Type":"Map","Items":"{% $states.input.items %}","MaxConcurrency":10,"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},)"
    R"("StartAt":"Process item","States":{"Process item":{)" LAMBDA_JSONATA "," RETRY R"(,"End":true}}}})";

constexpr Pattern table[] = {
    {QT_TRANSLATE_NOOP("designer::PalettePanel", "Poll until done"),
     QT_TRANSLATE_NOOP("designer::PalettePanel", "Starts a job, asks for its status every ten seconds, and goes on when it is done."),
     asl::StateType::Parallel, "Run job", pollJsonPath, pollJsonata},
    {QT_TRANSLATE_NOOP("designer::PalettePanel", "Task with retry and catch"),
     QT_TRANSLATE_NOOP("designer::PalettePanel", "Tries a task again after errors of the service, and catches every other error."),
     asl::StateType::Parallel, "Try", tryJsonPath, tryJsonata},
    {QT_TRANSLATE_NOOP("designer::PalettePanel", "Task for each item"),
     QT_TRANSLATE_NOOP("designer::PalettePanel", "Runs a task for every item of a list, ten at a time."),
     asl::StateType::Map, "For each item", mapJsonPath, mapJsonata},
};

} // namespace

std::span<const Pattern> patterns() { return table; }

std::string withUniqueNames(const std::string& json, const asl::StateMachine& machine)
{
    // As the one state of a machine the pattern can be renamed in by the same edit as any other state.
    auto snapshot = std::make_shared<const asl::Snapshot>(
        1, std::make_shared<const std::string>(R"({"StartAt":"\u0001","States":{"\u0001":)" + json + "}}"));
    for (bool renamed = true; std::exchange(renamed, false);) {
        for (asl::StateId id = 1; id < snapshot->machine().states().size(); ++id) {
            const std::string& name = snapshot->machine().state(id).name;
            const std::string wanted = asl::uniqueName(machine, name);
            if (wanted == name)
                continue;
            if (const auto edit = asl::renameState(*snapshot, snapshot->machine().path(id), wanted)) {
                snapshot = revised(*snapshot, edit->patch);
                renamed = true;
                break;
            }
        }
    }
    const asl::NodeId state = snapshot->machine().states().empty() ? asl::noNode : snapshot->machine().state(0).node;
    return state == asl::noNode ? json : std::string(snapshot->tree().raw(state));
}

} // namespace designer

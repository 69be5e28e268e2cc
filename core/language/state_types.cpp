// The state types with their fields. Fields stand in the order in which new members are written.

#include "core/language/fields.h"
#include "core/language/table_checks.h"

#include <array>

namespace asl {

namespace {

using namespace table;

// --- Task -----------------------------------------------------------------------------------------------------------

constexpr Field taskFields[] = {
    type, comment, stateQueryLanguage,
    {.name = "Resource", .shape = Shape::Resource, .required = true,
     .summary = ASL_TEXT("language", "The ARN of the function, activity or service action that does the work.")},
    {.name = "Credentials", .shape = Shape::Object, .object = ObjectType::Credentials,
     .summary = ASL_TEXT("language", "The role to assume for a resource of another account.")},
    inputPath, parameters, arguments, resultSelector, resultPath, outputPath, output, assign,
    {.name = "TimeoutSeconds", .shape = Shape::WholeNumber, .section = Section::ErrorHandling, .expressionAllowed = true,
     .minimum = 1, .maximum = maxSeconds, .defaultJson = "99999999",
     .summary = ASL_TEXT("language", "After so many seconds the task fails with States.Timeout.")},
    {.name = "TimeoutSecondsPath", .shape = Shape::ReferencePath, .section = Section::ErrorHandling,
     .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the timeout in seconds is found.")},
    {.name = "HeartbeatSeconds", .shape = Shape::WholeNumber, .section = Section::ErrorHandling, .expressionAllowed = true,
     .minimum = 1, .maximum = maxSeconds, .defaultJson = "99999999",
     .summary = ASL_TEXT("language", "The longest gap between two heartbeats of an activity or callback; smaller than the timeout.")},
    {.name = "HeartbeatSecondsPath", .shape = Shape::ReferencePath, .section = Section::ErrorHandling,
     .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the heartbeat in seconds is found.")},
    retry, catchers, next, end};
constexpr std::string_view timeoutFields[] = {"TimeoutSeconds", "TimeoutSecondsPath"};
constexpr std::string_view heartbeatFields[] = {"HeartbeatSeconds", "HeartbeatSecondsPath"};
constexpr FieldGroup taskGroups[] = {nextOrEnd,
                                     {FieldGroup::Rule::AtMostOne, timeoutFields},
                                     {FieldGroup::Rule::AtMostOne, heartbeatFields}};

// --- Parallel -------------------------------------------------------------------------------------------------------

constexpr Field parallelFields[] = {
    type, comment, stateQueryLanguage, inputPath, parameters, arguments,
    {.name = "Branches", .shape = Shape::ObjectList, .required = true, .object = ObjectType::Branch,
     .summary = ASL_TEXT("language", "The state machines that run at the same time, each with a copy of the input.")},
    resultSelector, resultPath, outputPath, output, assign, retry, catchers, next, end};
constexpr FieldGroup parallelGroups[] = {nextOrEnd};

// --- Map ------------------------------------------------------------------------------------------------------------

constexpr Field mapFields[] = {
    type, comment, stateQueryLanguage,
    {.name = "Label", .shape = Shape::Text, .maximumLength = 40,
     .summary = ASL_TEXT("language", "Names the child executions of a distributed Map; no blanks and no special characters.")},
    inputPath,
    {.name = "ItemsPath", .shape = Shape::ReferencePath, .section = Section::Input, .languages = Languages::JSONPath,
     .defaultJson = "\"$\"",
     .summary = ASL_TEXT("language", "Where in the input the items are found.")},
    {.name = "Items", .shape = Shape::ItemsExpression, .section = Section::Input, .languages = Languages::JSONata,
     .expressionAllowed = true,
     .summary = ASL_TEXT("language", "The items: an array, an object, or an expression that gives one.")},
    {.name = "ItemReader", .shape = Shape::Object, .section = Section::Input, .object = ObjectType::ItemReader,
     .summary = ASL_TEXT("language", "Reads the items of a distributed Map from files in a bucket.")},
    {.name = "ItemSelector", .shape = Shape::PayloadTemplate, .section = Section::Input, .expressionAllowed = true,
     .summary = ASL_TEXT("language", "Builds the input of each iteration; without it the item itself.")},
    {.name = "Parameters", .shape = Shape::PayloadTemplate, .section = Section::Input, .languages = Languages::JSONPath,
     .replacedBy = "ItemSelector",
     .summary = ASL_TEXT("language", "The former name of ItemSelector.")},
    {.name = "ItemBatcher", .shape = Shape::Object, .section = Section::Input, .object = ObjectType::ItemBatcher,
     .summary = ASL_TEXT("language", "Hands several items of a distributed Map to one child execution.")},
    {.name = "MaxConcurrency", .shape = Shape::WholeNumber, .expressionAllowed = true, .minimum = 0, .defaultJson = "0",
     .summary = ASL_TEXT("language", "How many iterations may run at the same time; 1: one after another, 0: no limit.")},
    {.name = "MaxConcurrencyPath", .shape = Shape::ReferencePath, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the number of iterations at the same time is found.")},
    {.name = "ToleratedFailurePercentage", .shape = Shape::Number, .section = Section::ErrorHandling,
     .expressionAllowed = true, .minimum = 0, .maximum = 100, .defaultJson = "0",
     .summary = ASL_TEXT("language", "The share of items that may fail before a distributed Map fails.")},
    {.name = "ToleratedFailurePercentagePath", .shape = Shape::ReferencePath, .section = Section::ErrorHandling,
     .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the tolerated share of failed items is found.")},
    {.name = "ToleratedFailureCount", .shape = Shape::WholeNumber, .section = Section::ErrorHandling,
     .expressionAllowed = true, .minimum = 0, .defaultJson = "0",
     .summary = ASL_TEXT("language", "How many items may fail before a distributed Map fails.")},
    {.name = "ToleratedFailureCountPath", .shape = Shape::ReferencePath, .section = Section::ErrorHandling,
     .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the tolerated number of failed items is found.")},
    {.name = "ItemProcessor", .shape = Shape::Object, .object = ObjectType::ItemProcessor,
     .summary = ASL_TEXT("language", "The state machine that runs once for each item.")},
    {.name = "Iterator", .shape = Shape::Object, .object = ObjectType::ItemProcessor, .replacedBy = "ItemProcessor",
     .summary = ASL_TEXT("language", "The former name of ItemProcessor.")},
    {.name = "ResultWriter", .shape = Shape::Object, .section = Section::Output, .object = ObjectType::ResultWriter,
     .summary = ASL_TEXT("language", "Writes the results of a distributed Map to a bucket, or changes their form.")},
    resultSelector, resultPath, outputPath, output, assign, retry, catchers, next, end};
constexpr std::string_view processorFields[] = {"ItemProcessor", "Iterator"};
constexpr std::string_view selectorFields[] = {"ItemSelector", "Parameters"};
constexpr std::string_view concurrencyFields[] = {"MaxConcurrency", "MaxConcurrencyPath"};
constexpr std::string_view percentageFields[] = {"ToleratedFailurePercentage", "ToleratedFailurePercentagePath"};
constexpr std::string_view countFields[] = {"ToleratedFailureCount", "ToleratedFailureCountPath"};
constexpr FieldGroup mapGroups[] = {nextOrEnd,
                                    {FieldGroup::Rule::ExactlyOne, processorFields},
                                    {FieldGroup::Rule::AtMostOne, selectorFields},
                                    {FieldGroup::Rule::AtMostOne, concurrencyFields},
                                    {FieldGroup::Rule::AtMostOne, percentageFields},
                                    {FieldGroup::Rule::AtMostOne, countFields}};

// --- Pass -----------------------------------------------------------------------------------------------------------

constexpr Field passFields[] = {
    type, comment, stateQueryLanguage, inputPath, parameters,
    {.name = "Result", .shape = Shape::AnyJson, .section = Section::Output, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "A fixed result, taken as it is: nothing in it is computed.")},
    resultPath, outputPath, output, assign, next, end};
constexpr FieldGroup passGroups[] = {nextOrEnd};

// --- Wait -----------------------------------------------------------------------------------------------------------

constexpr Field waitFields[] = {
    type, comment, stateQueryLanguage,
    {.name = "Seconds", .shape = Shape::WholeNumber, .expressionAllowed = true, .minimum = 0, .maximum = maxSeconds,
     .summary = ASL_TEXT("language", "How many seconds to wait.")},
    {.name = "SecondsPath", .shape = Shape::ReferencePath, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the number of seconds is found.")},
    {.name = "Timestamp", .shape = Shape::Timestamp, .expressionAllowed = true,
     .summary = ASL_TEXT("language", "Until when to wait, as in 2026-03-01T09:00:00Z.")},
    {.name = "TimestampPath", .shape = Shape::ReferencePath, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the time until which to wait is found.")},
    inputPath, outputPath, output, assign, next, end};
constexpr std::string_view durationFields[] = {"Seconds", "SecondsPath", "Timestamp", "TimestampPath"};
constexpr FieldGroup waitGroups[] = {nextOrEnd, {FieldGroup::Rule::ExactlyOne, durationFields}};

// --- Choice ---------------------------------------------------------------------------------------------------------

constexpr Field choiceFields[] = {
    type, comment, stateQueryLanguage, inputPath,
    {.name = "Choices", .shape = Shape::ObjectList, .required = true, .object = ObjectType::ChoiceRule,
     .summary = ASL_TEXT("language", "The rules, tried in order; the first that is true decides where to go.")},
    {.name = "Default", .shape = Shape::StateName,
     .summary = ASL_TEXT("language", "The state that follows when no rule is true.")},
    outputPath, output, assign};

// --- Succeed, Fail --------------------------------------------------------------------------------------------------

constexpr Field succeedFields[] = {type, comment, stateQueryLanguage, inputPath, outputPath, output};

constexpr Field failFields[] = {
    type, comment, stateQueryLanguage,
    {.name = "Error", .shape = Shape::Text, .expressionAllowed = true, .maximumLength = quotas::errorLength,
     .summary = ASL_TEXT("language", "The name of the error.")},
    {.name = "ErrorPath", .shape = Shape::PathOrIntrinsic, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the name of the error is found.")},
    {.name = "Cause", .shape = Shape::LongText, .expressionAllowed = true, .maximumLength = quotas::causeLength,
     .summary = ASL_TEXT("language", "What went wrong, for people.")},
    {.name = "CausePath", .shape = Shape::PathOrIntrinsic, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the cause is found.")}};
constexpr std::string_view errorFields[] = {"Error", "ErrorPath"};
constexpr std::string_view causeFields[] = {"Cause", "CausePath"};
constexpr FieldGroup failGroups[] = {{FieldGroup::Rule::AtMostOne, errorFields}, {FieldGroup::Rule::AtMostOne, causeFields}};

// --- what a new state holds -----------------------------------------------------------------------------------------

#define LAMBDA_RETRY                                                                                                       \
    R"("Retry":[{"ErrorEquals":["Lambda.ServiceException","Lambda.AWSLambdaException","Lambda.SdkClientException",)"       \
    R"("Lambda.TooManyRequestsException"],"IntervalSeconds":1,"MaxAttempts":3,"BackoffRate":2,"JitterStrategy":"FULL"}]})"

constexpr std::string_view lambdaTask =
    R"({"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","OutputPath":"$.Payload",)"
    R"("Parameters":{"FunctionName":"","Payload.$":"$"},)" LAMBDA_RETRY;
constexpr std::string_view lambdaTaskJsonata =
    R"({"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Output":"{% $states.result.Payload %}",)"
    R"("Arguments":{"FunctionName":"","Payload":"{% $states.input %}"},)" LAMBDA_RETRY;
#undef LAMBDA_RETRY
constexpr std::string_view parallel =
    R"({"Type":"Parallel","Branches":[{"StartAt":"","States":{}},{"StartAt":"","States":{}}]})";
constexpr std::string_view map =
    R"({"Type":"Map","ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"","States":{}}})";
constexpr std::string_view pass = R"({"Type":"Pass"})";
constexpr std::string_view wait = R"({"Type":"Wait","Seconds":5})";
constexpr std::string_view choice = R"({"Type":"Choice","Choices":[{}]})";
constexpr std::string_view succeed = R"({"Type":"Succeed"})";
constexpr std::string_view fail = R"({"Type":"Fail"})";

constexpr std::array<StateTypeInfo, 8> rows = {{
    {StateType::Task, "Task", "Lambda Invoke", "state-task",
     ASL_TEXT("language", "Has a function, an activity or a service do some work."),
     lambdaTask, lambdaTaskJsonata, false, taskFields, taskGroups},
    {StateType::Parallel, "Parallel", "Parallel", "state-parallel",
     ASL_TEXT("language", "Runs several branches at the same time."),
     parallel, parallel, false, parallelFields, parallelGroups},
    {StateType::Map, "Map", "Map", "state-map",
     ASL_TEXT("language", "Runs the same steps for each item of a list."),
     map, map, false, mapFields, mapGroups},
    {StateType::Pass, "Pass", "Pass", "state-pass",
     ASL_TEXT("language", "Hands its input on, or builds new data, without doing any work."),
     pass, pass, false, passFields, passGroups},
    {StateType::Wait, "Wait", "Wait", "state-wait",
     ASL_TEXT("language", "Waits for a time or until a moment."),
     wait, wait, false, waitFields, waitGroups},
    {StateType::Choice, "Choice", "Choice", "state-choice",
     ASL_TEXT("language", "Goes one of several ways, depending on the data."),
     choice, choice, false, choiceFields, {}},
    {StateType::Succeed, "Succeed", "Success", "state-succeed",
     ASL_TEXT("language", "Ends the state machine, branch or iteration successfully."),
     succeed, succeed, true, succeedFields, {}},
    {StateType::Fail, "Fail", "Fail", "state-fail",
     ASL_TEXT("language", "Ends the state machine, branch or iteration with an error."),
     fail, fail, true, failFields, failGroups},
}};

constexpr bool tableIsSound()
{
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const StateTypeInfo& row = rows[i];
        if (row.type != static_cast<StateType>(i) || row.name != stateTypeNames[i] || row.summary.empty()
            || row.defaultName.empty() || row.icon.empty() || row.starterJson.empty() || row.starterJsonJSONata.empty()
            || !sound(row.fields, row.groups))
            return false;
    }
    return true;
}
static_assert(tableIsSound(), "every state type has its row, its texts and sound fields");

} // namespace

std::span<const StateTypeInfo> stateTypes() { return rows; }

const StateTypeInfo& info(StateType type) { return rows[static_cast<std::size_t>(type)]; }

std::optional<StateType> stateType(std::string_view name)
{
    for (const StateTypeInfo& row : rows)
        if (row.name == name)
            return row.type;
    return std::nullopt;
}

} // namespace asl

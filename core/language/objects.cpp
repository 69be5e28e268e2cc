// The objects inside and around states with their fields.

#include "core/language/choice_operators.h"
#include "core/language/fields.h"
#include "core/language/table_checks.h"

namespace asl {

namespace {

using namespace table;

// --- things with StartAt and States ---------------------------------------------------------------------------------

constexpr std::string_view versions[] = {"1.0"};
constexpr Field stateMachineFields[] = {
    comment,
    {.name = "Version", .shape = Shape::OneOf, .values = versions, .defaultJson = "\"1.0\"",
     .summary = ASL_TEXT("language", "The version of the language; there is only 1.0.")},
    {.name = "QueryLanguage", .shape = Shape::OneOf, .values = queryLanguages, .defaultJson = "\"JSONPath\"",
     .summary = ASL_TEXT("language", "The language of the expressions in all states.")},
    {.name = "TimeoutSeconds", .shape = Shape::WholeNumber, .minimum = 1, .maximum = maxSeconds,
     .summary = ASL_TEXT("language", "After so many seconds the whole execution ends as timed out.")},
    startAt, states};
constexpr Field branchFields[] = {comment, startAt, states};
constexpr Field itemProcessorFields[] = {
    comment,
    {.name = "ProcessorConfig", .shape = Shape::Object, .object = ObjectType::ProcessorConfig,
     .summary = ASL_TEXT("language", "Whether the iterations run inside the execution or as child executions.")},
    startAt, states};

constexpr std::string_view modes[] = {"INLINE", "DISTRIBUTED"};
constexpr std::string_view executionTypes[] = {"STANDARD", "EXPRESS"};
constexpr Field processorConfigFields[] = {
    {.name = "Mode", .shape = Shape::OneOf, .values = modes, .defaultJson = "\"INLINE\"",
     .summary = ASL_TEXT("language", "INLINE: inside the execution. DISTRIBUTED: each iteration is a child execution.")},
    {.name = "ExecutionType", .shape = Shape::OneOf, .values = executionTypes,
     .summary = ASL_TEXT("language", "The type of the child executions; needed in distributed mode.")}};

// --- errors ---------------------------------------------------------------------------------------------------------

constexpr std::string_view jitterStrategies[] = {"FULL", "NONE"};
constexpr Field retrierFields[] = {
    comment, errorEquals,
    {.name = "IntervalSeconds", .shape = Shape::WholeNumber, .section = Section::ErrorHandling, .minimum = 1,
     .maximum = maxSeconds, .defaultJson = "1",
     .summary = ASL_TEXT("language", "The seconds before the first retry.")},
    {.name = "MaxAttempts", .shape = Shape::WholeNumber, .section = Section::ErrorHandling, .minimum = 0,
     .maximum = maxSeconds, .defaultJson = "3",
     .summary = ASL_TEXT("language", "How often it is tried again; 0: never after these errors.")},
    {.name = "BackoffRate", .shape = Shape::Number, .section = Section::ErrorHandling, .minimum = 1, .defaultJson = "2.0",
     .summary = ASL_TEXT("language", "The interval is multiplied by this after each retry.")},
    {.name = "MaxDelaySeconds", .shape = Shape::WholeNumber, .section = Section::ErrorHandling, .minimum = 1,
     .maximum = static_cast<double>(quotas::maxDelaySeconds),
     .summary = ASL_TEXT("language", "The longest interval between two attempts.")},
    {.name = "JitterStrategy", .shape = Shape::OneOf, .section = Section::ErrorHandling, .values = jitterStrategies,
     .defaultJson = "\"NONE\"",
     .summary = ASL_TEXT("language", "FULL: a random part of the interval is waited.")}};

constexpr Field catcherFields[] = {comment, errorEquals, resultPath, output, assign, requiredNext};

// --- Choice ---------------------------------------------------------------------------------------------------------

constexpr Field andRules = {
    .name = "And", .shape = Shape::ObjectList, .languages = Languages::JSONPath, .object = ObjectType::NestedRule,
    .summary = ASL_TEXT("language", "All of these rules are true.")};
constexpr Field orRules = {
    .name = "Or", .shape = Shape::ObjectList, .languages = Languages::JSONPath, .object = ObjectType::NestedRule,
    .summary = ASL_TEXT("language", "At least one of these rules is true.")};
constexpr Field notRule = {
    .name = "Not", .shape = Shape::Object, .languages = Languages::JSONPath, .object = ObjectType::NestedRule,
    .summary = ASL_TEXT("language", "This rule is not true.")};
constexpr Field variable = {
    .name = "Variable", .shape = Shape::Path, .languages = Languages::JSONPath,
    .summary = ASL_TEXT("language", "The path of the value that is tested.")};
constexpr Field condition = {
    .name = "Condition", .shape = Shape::Expression, .languages = Languages::JSONata, .expressionAllowed = true,
    .summary = ASL_TEXT("language", "An expression that gives true or false.")};

constexpr auto choiceRuleFields = withOperatorFields(std::array{comment, andRules, orRules, notRule, variable, condition},
                                                     std::array{output, assign, requiredNext});
constexpr auto nestedRuleFields = withOperatorFields(std::array{comment, andRules, orRules, notRule, variable},
                                                     std::array<Field, 0>{});
constexpr auto testFields = operatorNames();
constexpr std::string_view ruleKinds[] = {"And", "Or", "Not", "Variable", "Condition"};
constexpr std::string_view nestedRuleKinds[] = {"And", "Or", "Not", "Variable"};
constexpr FieldGroup choiceRuleGroups[] = {{FieldGroup::Rule::ExactlyOne, ruleKinds},
                                           {FieldGroup::Rule::AtMostOne, testFields}};
constexpr FieldGroup nestedRuleGroups[] = {{FieldGroup::Rule::ExactlyOne, nestedRuleKinds},
                                           {FieldGroup::Rule::AtMostOne, testFields}};

// --- distributed Map ------------------------------------------------------------------------------------------------

constexpr Field readerResource = {
    .name = "Resource", .shape = Shape::Resource, .section = Section::Input, .required = true,
    .summary = ASL_TEXT("language", "The action that reads: arn:aws:states:::s3:getObject or s3:listObjectsV2.")};
constexpr Field itemReaderFields[] = {
    readerResource,
    {.name = "ReaderConfig", .shape = Shape::Object, .section = Section::Input, .object = ObjectType::ReaderConfig,
     .summary = ASL_TEXT("language", "The form of what is read.")},
    parameters, arguments};

constexpr std::string_view inputTypes[] = {"CSV", "JSON", "JSONL", "PARQUET", "MANIFEST"};
constexpr std::string_view readerTransformations[] = {"NONE", "LOAD_AND_FLATTEN"};
constexpr std::string_view manifestTypes[] = {"ATHENA_DATA", "S3_INVENTORY"};
constexpr std::string_view headerLocations[] = {"FIRST_ROW", "GIVEN"};
constexpr std::string_view delimiters[] = {"COMMA", "PIPE", "SEMICOLON", "SPACE", "TAB"};
constexpr Field readerConfigFields[] = {
    {.name = "InputType", .shape = Shape::OneOf, .section = Section::Input, .values = inputTypes,
     .summary = ASL_TEXT("language", "The format of the file.")},
    {.name = "Transformation", .shape = Shape::OneOf, .section = Section::Input, .values = readerTransformations,
     .defaultJson = "\"NONE\"",
     .summary = ASL_TEXT("language", "NONE: the items are the objects' descriptions. LOAD_AND_FLATTEN: what the objects hold.")},
    {.name = "ManifestType", .shape = Shape::OneOf, .section = Section::Input, .values = manifestTypes,
     .summary = ASL_TEXT("language", "What kind of manifest the file is.")},
    {.name = "CSVHeaderLocation", .shape = Shape::OneOf, .section = Section::Input, .values = headerLocations,
     .summary = ASL_TEXT("language", "Where the names of the columns are found.")},
    {.name = "CSVHeaders", .shape = Shape::StringList, .section = Section::Input,
     .summary = ASL_TEXT("language", "The names of the columns, with CSVHeaderLocation GIVEN.")},
    {.name = "CSVDelimiter", .shape = Shape::OneOf, .section = Section::Input, .values = delimiters,
     .defaultJson = "\"COMMA\"",
     .summary = ASL_TEXT("language", "What stands between two fields of a row.")},
    {.name = "ItemsPointer", .shape = Shape::Text, .section = Section::Input,
     .summary = ASL_TEXT("language", "JSON pointer to the items inside a JSON file, such as /data/rows.")},
    {.name = "MaxItems", .shape = Shape::WholeNumber, .section = Section::Input, .expressionAllowed = true, .minimum = 0,
     .maximum = 100'000'000,
     .summary = ASL_TEXT("language", "At most so many items are read.")},
    {.name = "MaxItemsPath", .shape = Shape::ReferencePath, .section = Section::Input, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the largest number of items is found.")}};
constexpr std::string_view maxItemsFields[] = {"MaxItems", "MaxItemsPath"};
constexpr FieldGroup readerConfigGroups[] = {{FieldGroup::Rule::AtMostOne, maxItemsFields}};

constexpr Field itemBatcherFields[] = {
    {.name = "MaxItemsPerBatch", .shape = Shape::WholeNumber, .section = Section::Input, .expressionAllowed = true,
     .minimum = 1,
     .summary = ASL_TEXT("language", "At most so many items go to one child execution.")},
    {.name = "MaxItemsPerBatchPath", .shape = Shape::ReferencePath, .section = Section::Input,
     .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the largest number of items of a batch is found.")},
    {.name = "MaxInputBytesPerBatch", .shape = Shape::WholeNumber, .section = Section::Input, .expressionAllowed = true,
     .minimum = 1, .maximum = static_cast<double>(quotas::payloadBytes),
     .summary = ASL_TEXT("language", "At most so many bytes of JSON go to one child execution.")},
    {.name = "MaxInputBytesPerBatchPath", .shape = Shape::ReferencePath, .section = Section::Input,
     .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the largest size of a batch is found.")},
    {.name = "BatchInput", .shape = Shape::PayloadTemplate, .section = Section::Input, .expressionAllowed = true,
     .summary = ASL_TEXT("language", "What every batch gets beside its items.")}};
constexpr std::string_view batchItems[] = {"MaxItemsPerBatch", "MaxItemsPerBatchPath"};
constexpr std::string_view batchBytes[] = {"MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"};
constexpr std::string_view batchLimits[] = {"MaxItemsPerBatch", "MaxItemsPerBatchPath", "MaxInputBytesPerBatch",
                                            "MaxInputBytesPerBatchPath"};
constexpr FieldGroup itemBatcherGroups[] = {{FieldGroup::Rule::AtMostOne, batchItems},
                                            {FieldGroup::Rule::AtMostOne, batchBytes},
                                            {FieldGroup::Rule::AtLeastOne, batchLimits}};

constexpr Field resultWriterFields[] = {
    {.name = "Resource", .shape = Shape::Resource, .section = Section::Output,
     .summary = ASL_TEXT("language", "The action that writes: arn:aws:states:::s3:putObject.")},
    {.name = "WriterConfig", .shape = Shape::Object, .section = Section::Output, .object = ObjectType::WriterConfig,
     .summary = ASL_TEXT("language", "The form of the results.")},
    {.name = "Parameters", .shape = Shape::PayloadTemplate, .section = Section::Output, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "The bucket and prefix to write to; keys that end in .$ are computed.")},
    {.name = "Arguments", .shape = Shape::PayloadTemplate, .section = Section::Output, .languages = Languages::JSONata,
     .expressionAllowed = true,
     .summary = ASL_TEXT("language", "The bucket and prefix to write to.")}};
constexpr std::string_view writerParts[] = {"Resource", "WriterConfig"};
constexpr FieldGroup resultWriterGroups[] = {{FieldGroup::Rule::AtLeastOne, writerParts}};

constexpr std::string_view writerTransformations[] = {"NONE", "COMPACT", "FLATTEN"};
constexpr std::string_view outputTypes[] = {"JSON", "JSONL"};
constexpr Field writerConfigFields[] = {
    {.name = "Transformation", .shape = Shape::OneOf, .section = Section::Output, .values = writerTransformations,
     .summary = ASL_TEXT("language", "NONE: records of the child executions. COMPACT: their outputs. FLATTEN: outputs that are arrays are joined.")},
    {.name = "OutputType", .shape = Shape::OneOf, .section = Section::Output, .values = outputTypes,
     .summary = ASL_TEXT("language", "JSON: one array. JSONL: one value a line.")}};

// --- Credentials ----------------------------------------------------------------------------------------------------

constexpr Field credentialsFields[] = {
    {.name = "RoleArn", .shape = Shape::Text, .expressionAllowed = true,
     .summary = ASL_TEXT("language", "The ARN of the role to assume.")},
    {.name = "RoleArn.$", .shape = Shape::PathOrIntrinsic, .languages = Languages::JSONPath,
     .summary = ASL_TEXT("language", "Where in the input the ARN of the role is found.")}};
constexpr std::string_view roleFields[] = {"RoleArn", "RoleArn.$"};
constexpr FieldGroup credentialsGroups[] = {{FieldGroup::Rule::ExactlyOne, roleFields}};

constexpr ObjectInfo rows[] = {
    {ObjectType::StateMachine, "State Machine", stateMachineFields, {}},
    {ObjectType::Branch, "Branch", branchFields, {}},
    {ObjectType::ItemProcessor, "ItemProcessor", itemProcessorFields, {}},
    {ObjectType::State, "State", {}, {}},
    {ObjectType::Retrier, "Retrier", retrierFields, {}},
    {ObjectType::Catcher, "Catcher", catcherFields, {}},
    {ObjectType::ChoiceRule, "Choice Rule", choiceRuleFields, choiceRuleGroups},
    {ObjectType::NestedRule, "nested Choice Rule", nestedRuleFields, nestedRuleGroups},
    {ObjectType::ProcessorConfig, "ProcessorConfig", processorConfigFields, {}},
    {ObjectType::ItemReader, "ItemReader", itemReaderFields, {}},
    {ObjectType::ReaderConfig, "ReaderConfig", readerConfigFields, readerConfigGroups},
    {ObjectType::ItemBatcher, "ItemBatcher", itemBatcherFields, itemBatcherGroups},
    {ObjectType::ResultWriter, "ResultWriter", resultWriterFields, resultWriterGroups},
    {ObjectType::WriterConfig, "WriterConfig", writerConfigFields, {}},
    {ObjectType::Credentials, "Credentials", credentialsFields, credentialsGroups},
};

constexpr bool tableIsSound()
{
    for (std::size_t i = 0; i < std::size(rows); ++i)
        if (rows[i].type != static_cast<ObjectType>(i) || rows[i].name.empty() || !sound(rows[i].fields, rows[i].groups))
            return false;
    return std::size(rows) == static_cast<std::size_t>(ObjectType::None);
}
static_assert(tableIsSound(), "every kind of object has its row and sound fields");

} // namespace

const ObjectInfo& info(ObjectType type) { return rows[static_cast<std::size_t>(type)]; }

} // namespace asl

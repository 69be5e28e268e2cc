#pragma once
// The language table: what a state type is called, which fields it and every nested object have, and what each field
// accepts. The only place that knows; checking, forms, completion, hover, field order and palette read it.

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

namespace asl {

enum class StateType : std::uint8_t { Task, Parallel, Map, Pass, Wait, Choice, Succeed, Fail };
enum class QueryLanguage : std::uint8_t { JSONPath, JSONata };

/// In which query languages a field exists.
enum class Languages : std::uint8_t { Both, JSONPath, JSONata };
constexpr bool existsIn(Languages languages, QueryLanguage language)
{
    return languages == Languages::Both
        || (languages == Languages::JSONPath) == (language == QueryLanguage::JSONPath);
}

/// What a value looks like.
enum class Shape : std::uint8_t {
    Text,            ///< any string
    LongText,        ///< a string that may take several lines (Comment, Cause)
    StateName,       ///< name of a state of the same scope
    Boolean,
    True,            ///< only `true` counts (End)
    WholeNumber,
    Number,
    OneOf,           ///< one of Field::values
    Path,            ///< JSONPath: a path, `$$` and `$variable` allowed
    NullablePath,    ///< the same or null (InputPath, OutputPath)
    ReferencePath,
    NullableReferencePath, ///< ResultPath
    PathOrIntrinsic, ///< ErrorPath, CausePath
    Timestamp,       ///< RFC 3339
    Resource,        ///< ARN or token
    ErrorNames,      ///< ErrorEquals: non-empty array of strings
    AnyJson,         ///< taken as it is (Result)
    PayloadTemplate, ///< JSON in which `.$` keys (JSONPath) or {% … %} strings (JSONata) are computed
    Assignments,     ///< object: variable name → template
    Expression,      ///< a {% … %} string (Condition)
    ItemsExpression, ///< array, object or {% … %} (Items)
    StringList,      ///< array of strings (CSVHeaders)
    TextMatches,     ///< StringMatches: text with * and \*
    Object,          ///< Field::object
    ObjectList,      ///< array of Field::object
    States           ///< object: name → state
};

/// Where a form shows the field.
enum class Section : std::uint8_t { Configuration, Input, Output, Variables, ErrorHandling };

/// Everything that has fields.
enum class ObjectType : std::uint8_t {
    StateMachine, Branch, ItemProcessor, State /* the type decides */, Retrier, Catcher, ChoiceRule, NestedRule,
    ProcessorConfig, ItemReader, ReaderConfig, ItemBatcher, ResultWriter, WriterConfig, Credentials, None
};

struct Field
{
    std::string_view name;
    Shape shape = Shape::Text;
    Section section = Section::Configuration;
    bool required = false;
    Languages languages = Languages::Both;
    bool expressionAllowed = false; ///< a {% … %} string may stand in its place (JSONata states)
    ObjectType object = ObjectType::None;
    std::span<const std::string_view> values = {};
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    std::size_t maximumLength = 0;       ///< of a string, in code points; 0: no limit
    std::string_view defaultJson = {};   ///< what holds when the field is absent; empty: nothing
    std::string_view replacedBy = {};    ///< not empty: deprecated, use this field
    std::string_view summary = {};       ///< one sentence, translatable (context "language")
};

struct FieldGroup
{
    enum class Rule : std::uint8_t { ExactlyOne, AtMostOne, AtLeastOne };
    Rule rule;
    std::span<const std::string_view> fields;
};

struct ObjectInfo
{
    ObjectType type;
    std::string_view name;               ///< ASL's word: "Retrier", "Choice Rule", …
    std::span<const Field> fields;       ///< in the order in which new members are written
    std::span<const FieldGroup> groups;
};

struct StateTypeInfo
{
    StateType type;
    std::string_view name;         ///< value of `Type`
    std::string_view defaultName;  ///< name of a new state ("Success" for Succeed)
    std::string_view icon;         ///< file name without ending in resources/icons
    std::string_view summary;
    std::string_view starterJson;        ///< members of a new state, JSONPath, without transition
    std::string_view starterJsonJSONata;
    bool terminal;                 ///< ends its scope; has neither Next nor End
    std::span<const Field> fields;
    std::span<const FieldGroup> groups;
};

std::span<const StateTypeInfo> stateTypes();
const StateTypeInfo& info(StateType type);
std::optional<StateType> stateType(std::string_view name);
const ObjectInfo& info(ObjectType type); ///< not for State and None

/// A field as its place in the order of new members; `fields.size()` for a name that is not among them.
std::size_t fieldOrder(std::span<const Field> fields, std::string_view name);

const Field* findField(std::span<const Field> fields, std::string_view name);
/// The name most like `name` among `candidates`, when it is near enough to be a slip of the fingers; else empty.
std::string_view nearest(std::string_view name, std::span<const std::string_view> candidates);

/// Choice operators.
struct ComparisonOperator
{
    enum class Operand : std::uint8_t { Text, Number, Boolean, Timestamp, Path, TrueOrFalse, Pattern };
    std::string_view name;  ///< "StringEquals", "NumericLessThanPath", "IsPresent", …
    Operand operand;
    std::string_view phrase; ///< readable form for labels and forms: "==", "is present", … (context "language")
    std::string_view summary; ///< one sentence, translatable (context "language")
};
std::span<const ComparisonOperator> comparisonOperators();
const ComparisonOperator* comparisonOperator(std::string_view name); ///< null for other names

/// The reserved error names with summary.
struct ErrorName
{
    std::string_view name;
    std::string_view summary;
};
std::span<const ErrorName> reservedErrorNames();

/// What a resource ARN asks for.
enum class IntegrationPattern : std::uint8_t { RequestResponse, Sync, WaitForTaskToken };
struct ResourceInfo
{
    enum class Kind : std::uint8_t { Lambda, Activity, Integration, Unknown };
    Kind kind = Kind::Unknown;
    std::string_view service; ///< "lambda", "aws-sdk:dynamodb", …
    std::string_view action;  ///< "invoke", "putItem" (no suffix); Lambda, Activity: the name of the function or activity
    std::string_view suffix;  ///< "", "sync", "sync:2", "waitForTaskToken"
    IntegrationPattern pattern = IntegrationPattern::RequestResponse;
};
/// Views into `arn`.
ResourceInfo resourceInfo(std::string_view arn);

/// How a service is shown: its family decides the tile's colour.
struct ServiceInfo
{
    std::string_view service; ///< as in ResourceInfo::service without "aws-sdk:"
    std::string_view name;    ///< "Lambda", "DynamoDB"
    std::string_view family;  ///< "compute", "messaging", …
    std::string_view icon;    ///< "svc-function", …
};
/// With or without "aws-sdk:" before it; the generic one (name "AWS service") for unknown services.
const ServiceInfo& serviceInfo(std::string_view service);
std::span<const ServiceInfo> services(); ///< sorted by `service`, the generic one not among them

} // namespace asl

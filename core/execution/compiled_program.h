#pragma once
// What compile() makes of a definition and the machine runs: flat arrays, expressions parsed, names resolved to indexes.
// Only core/execution looks inside a Program.

#include "core/execution/jsonata_template.h"
#include "core/execution/program.h"
#include "core/query/json_path.h"
#include "core/query/payload_template.h"
#include "core/query/reference_path.h"

#include <optional>
#include <variant>

namespace asl {

/// A field that is computed: a payload template (JSONPath) or JSON with {% … %} (JSONata).
using ValueTemplate = std::variant<query::PayloadTemplate, JsonataTemplate>;

/// InputPath, OutputPath, ItemsPath, …: absent and null mean different things.
struct PathField
{
    enum class Kind : std::uint8_t { Absent, Null, Path };
    Kind kind = Kind::Absent;
    std::optional<query::JsonPath> path;
};

/// ResultPath of a state or Catcher.
struct ResultPathField
{
    PathField::Kind kind = PathField::Kind::Absent;
    std::optional<query::ReferencePath> path;
};

/// A number written down, found by a path or computed; none of them: absent.
struct NumberField
{
    std::string name; ///< of the field that gives it: "TimeoutSeconds" or "TimeoutSecondsPath"
    std::optional<double> literal;
    std::optional<query::JsonPath> path;
    std::optional<JsonataTemplate> computed;
};

/// Text written down, found by a path, or computed (Error, ErrorPath, Cause, CausePath).
struct TextField
{
    std::string name;
    std::optional<std::string> literal;
    std::optional<query::JsonPath> path;
    std::optional<query::PayloadTemplate> intrinsic; ///< an object whose member `value` it is
    std::optional<JsonataTemplate> computed;
};

/// Where it goes on.
struct Target
{
    StateId state = noId; ///< noId: the scope ends
    TransitionId transition = noId;
};

struct RetrierProgram
{
    std::vector<std::string> errorEquals;
    double intervalSeconds = 1;
    double backoffRate = 2;
    std::int64_t maxAttempts = 3;
    std::optional<double> maxDelaySeconds;
    bool fullJitter = false;
};

struct CatcherProgram
{
    std::vector<std::string> errorEquals;
    ResultPathField resultPath;
    std::optional<ValueTemplate> assign;
    std::optional<ValueTemplate> output;
    Target target;
};

struct PassProgram
{
    std::optional<Data> result;
};

/// Where an execution runs unless its Context object says otherwise.
inline constexpr std::string_view usualRegion = "us-east-1";

struct TaskProgram
{
    enum class Kind : std::uint8_t { Integration, Lambda, Activity };
    Kind kind = Kind::Integration;
    std::string arn;
    Data resource;     ///< as history events show it
    Data resourceType; ///< only integrations have one
    Data about;        ///< {"resourceType", "resource"} of integrations, {"resource"} of others, for history events
    Data scheduledAbout; ///< the same with "region" where integrations have it, for the usual region
    IntegrationPattern pattern = IntegrationPattern::RequestResponse;
    NumberField timeout;
    NumberField heartbeat;
    std::optional<ValueTemplate> credentials;

    Data aboutIn(std::string_view region) const; ///< of integrations: `about` with "region"
};

struct WaitProgram
{
    std::optional<std::int64_t> seconds;
    std::optional<query::JsonPath> secondsPath;
    std::optional<std::int64_t> timestamp; ///< microseconds since 1970
    std::optional<query::JsonPath> timestampPath;
    std::optional<JsonataTemplate> secondsComputed;
    std::optional<JsonataTemplate> timestampComputed;
};

/// What a data test compares with.
enum class Comparison : std::uint8_t { Equals, LessThan, GreaterThan, LessThanEquals, GreaterThanEquals };
enum class TestFamily : std::uint8_t {
    String, Numeric, Boolean, Timestamp, StringMatches, IsNull, IsPresent, IsNumeric, IsString, IsBoolean, IsTimestamp
};

/// A Choice Rule: And, Or and Not over nested ones, or a data test.
struct RuleProgram
{
    enum class Kind : std::uint8_t { And, Or, Not, Test };
    Kind kind = Kind::Test;
    std::vector<RuleProgram> nested;
    std::optional<query::JsonPath> variable;
    TestFamily family = TestFamily::String;
    Comparison comparison = Comparison::Equals;
    Data operand;
    std::optional<query::JsonPath> operandPath;
};

struct ChoiceProgram
{
    struct Rule
    {
        std::optional<JsonataTemplate> computed; ///< Condition; JSONPath has the `condition` below
        RuleProgram condition;
        std::optional<ValueTemplate> assign;
        std::optional<ValueTemplate> output;
        Target target;
    };
    std::vector<Rule> rules;
    std::optional<Target> otherwise; ///< Default
};

struct SucceedProgram {};

struct FailProgram
{
    TextField error;
    TextField cause;
};

struct ParallelProgram
{
    std::vector<StateId> branches; ///< the state each starts at
};

/// ItemReader: where the items of a distributed Map lie and how their file is written.
struct ItemReaderProgram
{
    enum class Action : std::uint8_t { GetObject, ListObjects };
    enum class InputType : std::uint8_t { Json, JsonLines, Csv };
    enum class Manifest : std::uint8_t { None, Inventory /* of S3 */, Athena };
    Action action = Action::GetObject;
    InputType inputType = InputType::Json;
    Manifest manifest = Manifest::None;
    bool loadAndFlatten = false;             ///< a list's objects are read, in place of being the items
    std::optional<ValueTemplate> parameters; ///< or Arguments
    bool headersGiven = false;               ///< CSVHeaderLocation is GIVEN
    std::vector<std::string> headers;
    char delimiter = ',';
    std::vector<std::string> itemsPointer;   ///< steps
    NumberField maxItems;
};

struct ItemBatcherProgram
{
    NumberField maxItems;
    NumberField maxBytes;
    std::optional<ValueTemplate> batchInput;
};

/// ResultWriter: how results of children are told, and whether in files of a bucket.
struct ResultWriterProgram
{
    enum class Transformation : std::uint8_t { Compact, None, Flatten };
    Transformation transformation = Transformation::Compact;
    bool lines = false;                      ///< OutputType JSONL
    bool exports = false;                    ///< there is a Resource
    std::optional<ValueTemplate> parameters; ///< or Arguments
};

/// What a Map in DISTRIBUTED mode has beside the rest.
struct DistributedProgram
{
    std::string label;
    bool expressChildren = false;
    NumberField toleratedFailureCount;
    NumberField toleratedFailurePercentage;
    std::optional<ItemReaderProgram> reader;
    std::optional<ItemBatcherProgram> batcher;
    ResultWriterProgram writer;
};

struct MapProgram
{
    StateId start = noId;
    PathField itemsPath;
    std::optional<JsonataTemplate> items;
    std::optional<ValueTemplate> itemSelector;
    NumberField maxConcurrency;
    std::optional<DistributedProgram> distributed;
};

using StateWork = std::variant<PassProgram, TaskProgram, WaitProgram, ChoiceProgram, SucceedProgram, FailProgram,
                               ParallelProgram, MapProgram>;

struct StateProgram
{
    StateType type = StateType::Pass;
    QueryLanguage language = QueryLanguage::JSONPath;
    Data name;
    Data about;    ///< {"name"}, for history events
    StatePath path;
    bool usesContext = false; ///< some expression of it reads the Context object
    bool usesStates = false;  ///< some JSONata expression of it reads $states
    PathField inputPath;
    PathField outputPath;
    std::optional<ValueTemplate> parameters; ///< or Arguments
    std::optional<ValueTemplate> resultSelector;
    ResultPathField resultPath;
    std::optional<ValueTemplate> assign;
    std::optional<ValueTemplate> output;     ///< JSONata
    Target next;
    std::vector<RetrierProgram> retriers;
    std::vector<CatcherProgram> catchers;
    StateWork work;
};

class Program
{
public:
    SnapshotPointer snapshot;
    std::vector<StateProgram> states; ///< by StateId
    std::vector<TransitionPath> transitions; ///< by TransitionId
    StateId start = noId;
    std::optional<std::int64_t> timeoutSeconds;
    bool express = false;
    bool readsItems = false;  ///< CompileOptions::readsItems
    data::TokenValues tokens; ///< that the definition was compiled with
    query::Platform platform;
};

} // namespace asl

#pragma once
// What compile() makes of a definition and the machine runs: flat arrays, expressions parsed, names resolved to indexes.
// Only core/execution looks inside a Program.

#include "core/execution/failure.h"
#include "core/execution/program.h"
#include "core/query/json_path.h"
#include "core/query/payload_template.h"
#include "core/query/reference_path.h"

#include <optional>
#include <variant>

namespace asl {

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

/// A number written down or found by a path; neither: absent.
struct NumberField
{
    std::string name; ///< of the field that gives it: "TimeoutSeconds" or "TimeoutSecondsPath"
    std::optional<double> literal;
    std::optional<query::JsonPath> path;

    bool given() const { return literal || path; }
};

/// Text written down, found by a path or computed by an intrinsic (Error, ErrorPath, Cause, CausePath).
struct TextField
{
    std::string name;
    std::optional<std::string> literal;
    std::optional<query::JsonPath> path;
    std::optional<query::PayloadTemplate> intrinsic; ///< an object whose member `value` it is
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
    std::optional<query::PayloadTemplate> assign;
    Target target;
};

struct PassProgram
{
    std::optional<Data> result;
};

struct TaskProgram
{
    enum class Kind : std::uint8_t { Integration, Lambda, Activity };
    Kind kind = Kind::Integration;
    std::string arn;
    Data resource;     ///< as history events show it
    Data resourceType; ///< only integrations have one
    IntegrationPattern pattern = IntegrationPattern::RequestResponse;
    NumberField timeout;
    NumberField heartbeat;
    std::optional<query::PayloadTemplate> credentials;
};

struct WaitProgram
{
    std::optional<double> seconds;
    std::optional<query::JsonPath> secondsPath;
    std::optional<std::int64_t> timestamp; ///< microseconds since 1970
    std::optional<query::JsonPath> timestampPath;
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
        RuleProgram condition;
        std::optional<query::PayloadTemplate> assign;
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

struct MapProgram
{
    StateId start = noId;
    PathField itemsPath;
    std::optional<query::PayloadTemplate> itemSelector;
    NumberField maxConcurrency;
};

using StateWork = std::variant<PassProgram, TaskProgram, WaitProgram, ChoiceProgram, SucceedProgram, FailProgram,
                               ParallelProgram, MapProgram>;

struct StateProgram
{
    StateType type = StateType::Pass;
    Data name;
    StatePath path;
    bool usesContext = false; ///< some expression of it reads `$$`
    PathField inputPath;
    PathField outputPath;
    std::optional<query::PayloadTemplate> parameters;
    std::optional<query::PayloadTemplate> resultSelector;
    ResultPathField resultPath;
    std::optional<query::PayloadTemplate> assign;
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
    StateId start = noId;
    std::optional<std::int64_t> timeoutSeconds;
    bool express = false;
    query::Platform platform;
};

} // namespace asl

#pragma once
// The compiled form of a JSONPath: tokens, filters and what they refer to. Named as in Jayway JsonPath 2.9, whose
// answers (its surprises included) are the service's.

#include "core/data/data.h"
#include "core/query/regex.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query::jsonpath {

struct Filter;
struct PathProgram;

enum class Function : std::uint8_t {
    Unknown,
    Average,
    StandardDeviation,
    Sum,
    Min,
    Max,
    Concat,
    Length,
    Append,
    Keys,
    First,
    Last,
    Index
};
Function functionNamed(std::string_view name);

/// An argument of a path function: a path over the document, or JSON text.
struct Parameter
{
    std::shared_ptr<const PathProgram> path;
    std::shared_ptr<const PathProgram> children; ///< for length(): the same path with a wildcard at its end
    std::optional<Data> json;                    ///< nothing when the text is no JSON
};

struct Token
{
    enum class Kind : std::uint8_t { Property, Index, Slice, Wildcard, Scan, Predicate, Function };
    Kind kind;
    bool upstreamDefinite = true; ///< every token before this one names one place
    bool leaf = false;
    std::vector<Data> properties = {};
    char quote = '\''; ///< with which the properties are printed
    std::vector<std::int32_t> indexes = {};
    std::optional<std::int32_t> from = {};
    std::optional<std::int32_t> to = {};
    std::shared_ptr<const Filter> filter = {};
    Function function = Function::Unknown;
    std::string functionName = {};
    std::vector<Parameter> parameters = {};

    bool isDefinite() const;
    std::string fragment() const;
};

struct PathProgram
{
    bool fromDocument = true; ///< begins with `$`, not with `@`
    bool definite = true;
    std::vector<Token> tokens;

    bool isFunctionPath() const { return !tokens.empty() && tokens.back().kind == Token::Kind::Function; }
    std::string text(std::size_t tokenCount) const; ///< normalised, up to a token
};

/// One side of a comparison in a filter.
struct Operand
{
    enum class Kind : std::uint8_t { Path, Null, Boolean, Number, String, Json, Pattern };
    Kind kind = Kind::Null;
    std::shared_ptr<const PathProgram> path;
    bool shouldExist = true; ///< Path as an existence check: no `!` before it
    Data value;              ///< of a literal; of Json nothing when it cannot be read
    std::string text;        ///< of a number or JSON literal, as written
    std::shared_ptr<const Regex> pattern;
};

enum class Relation : std::uint8_t {
    Exists,
    NotEqual,
    StrictNotEqual,
    Equal,
    StrictEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Regex,
    Size,
    Empty,
    In,
    NotIn,
    All,
    Contains,
    Matches,
    Type,
    SubsetOf,
    AnyOf,
    NoneOf
};

struct Filter
{
    enum class Kind : std::uint8_t { Or, And, Not, Relation };
    Kind kind = Kind::Relation;
    std::vector<Filter> parts; ///< Or, And, Not
    Operand left;
    Relation relation = Relation::Exists;
    Operand right;
};

/// Why a path does not compile.
struct CompileError
{
    std::string message;
    std::size_t position = 0;
};

std::shared_ptr<const PathProgram> compilePath(std::string_view text, CompileError& error);

} // namespace asl::query::jsonpath

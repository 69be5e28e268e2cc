#pragma once
// What there is to know about a JSONata expression without evaluating it: whether it can be read, what it refers to,
// which variables it reads and which functions it calls. Each expression of a definition is read once; the rules share
// the facts.

#include "core/query/outcome.h"
#include "core/validation/typed_objects.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl::validation {

/// A piece of an expression's text.
struct Piece
{
    std::size_t begin = 0;
    std::size_t end = 0;
};

struct JsonataRead
{
    std::string name; ///< without `$`
    Piece piece;
    bool isFunction = false; ///< a built-in function has the name, which a variable of the machine may hide
};

struct JsonataCall
{
    std::string name; ///< without `$`
    Piece piece;      ///< the name with its `$`
    std::size_t arguments = 0;
};

/// Something that the service refuses to make sense of, in its own words.
struct JsonataRefusal
{
    std::string message;
    Piece piece;
};

/// A part that fails with every value.
struct JsonataFailure
{
    enum class Kind : std::uint8_t {
        TextInArithmetic, ///< `"a" + $x`
        FieldCalled,      ///< `$states.input.name.trim()`: a value from JSON is no function
    };
    Kind kind;
    std::string name; ///< the operator or the field
    Piece piece;
};

struct JsonataFacts
{
    std::optional<query::QueryError> problem; ///< it cannot be read
    std::optional<JsonataRefusal> refusal;    ///< the first reference that is not supported
    std::vector<JsonataRead> reads;           ///< variables that the expression does not bind itself
    std::vector<JsonataCall> calls;           ///< of functions by name, those that it binds itself left out
    std::vector<std::string> guarded;         ///< names that are an argument of $exists somewhere in it
    std::vector<JsonataFailure> failures;
};

/// Which parts of $states exist where an expression stands.
struct StatesParts
{
    bool result = false;
    bool errorOutput = false;
};

JsonataFacts readJsonata(std::string_view text, StatesParts parts);

/// A {% … %} string of a JSONata state.
struct JsonataExpression
{
    std::uint32_t member = 0; ///< index in TypedObjects::members: the field in which it stands
    NodeId node = noNode;     ///< the string
    std::string text;         ///< between the delimiters and blanks, tokens replaced by harmless words
    std::size_t begin = 0;    ///< where `text` begins in the string's value
    JsonataFacts facts;
};

/// All expressions, in the order of the fields; at any depth of those that take them.
std::vector<JsonataExpression> readExpressions(const SyntaxTree& tree, const TypedObjects& typed);

/// The field may hold {% … %} strings, itself or inside.
bool mayHoldExpressions(const Field& field);

} // namespace asl::validation

#pragma once
// The intrinsic functions of JSONPath states: one table, from which calls, completion and hover read.

#include "core/query/expression_tokens.h"
#include "core/query/outcome.h"

#include <array>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query {

/// What an argument must be. A Number is rounded to a whole one, half up.
enum class IntrinsicArgument : std::uint8_t { Any, Array, Number, String, Object, Boolean };

struct IntrinsicFunction
{
    std::string_view name;
    std::string_view signature; ///< for people
    std::string_view summary;
    std::array<IntrinsicArgument, 3> arguments; ///< of a function with any number of them the first repeats
    std::uint8_t least;                         ///< how many arguments must be there
    std::uint8_t most;                          ///< anyNumber: no limit
    Outcome<Data> (*call)(std::span<const Data> arguments, const EvaluationContext& context);

    static constexpr std::uint8_t anyNumber = 255;
};

/// All functions, by name.
std::span<const IntrinsicFunction> intrinsicFunctions();
const IntrinsicFunction* findIntrinsicFunction(std::string_view name);

struct FormatCount
{
    std::size_t places = 0; ///< {} in the template
    std::size_t values = 0; ///< arguments for them
};
/// How many values a template of States.Format takes.
std::size_t formatPlaces(std::string_view pattern);

/// A compiled call: `States.Format('Hi {}', $.name)`.
class IntrinsicCall
{
public:
    static constexpr int maxNesting = 10;

    /// Wrong syntax, unknown names, wrong numbers of arguments and literals of a wrong kind are errors here already.
    static Outcome<IntrinsicCall> compile(std::string_view text);

    /// The pieces of a call, for colouring, as far as it can be read.
    static ExpressionTokens tokens(std::string_view text);

    /// The error's code is the service's error name; its message quotes the whole call.
    Outcome<Data> evaluate(const Data& root, const EvaluationContext& context) const;
    /// Names of the functions called, inner ones too.
    std::vector<std::string> functions() const;
    /// The calls of States.Format, inner ones too, whose template is no path and has more or fewer places than values.
    std::vector<FormatCount> wrongFormats() const;

    struct Node;

private:
    std::string m_text;
    std::shared_ptr<const Node> m_root;
};

} // namespace asl::query

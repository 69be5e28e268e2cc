#pragma once
// Evaluation of a JSONata tree over Data. Nothing throws: after every step that can fail, failed() is asked.

#include "core/query/jsonata.h"
#include "core/query/jsonata/syntax.h"
#include "core/support/stack_guard.h"

#include <chrono>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

namespace asl::query::jsonata {

/// Marks of arrays that are sequences: see the reference's createSequence().
enum Mark : std::uint8_t {
    Sequence = 1,
    KeepSingleton = 2,
    Constructed = 4,
    OuterWrapper = 8,
    TupleStream = 16,
    Wrapped = 32, ///< a function that was an argument: called without regard to the caller's context
};

inline bool has(const Data& data, Mark mark) { return (data.marks() & mark) != 0; }
inline bool isSequence(const Data& data) { return data.isArray() && has(data, Sequence); }

/// Variables of one scope.
struct Frame
{
    std::shared_ptr<Frame> parent;
    std::vector<std::pair<Symbol, Data>> bindings;
    bool captured = false; ///< a function keeps it

    explicit Frame(std::shared_ptr<Frame> enclosing) : parent(std::move(enclosing)) {}
    void bind(Symbol name, Data value);
    const Data* find(Symbol name) const; ///< here or in an enclosing scope
};
using FramePointer = std::shared_ptr<Frame>;

class Evaluator;
struct FunctionRow;

/// What lies in a Data of kind Function.
struct Procedure
{
    enum class Kind : std::uint8_t { Builtin, Lambda, Partial, Regex, NextMatch, Transform, Chain };
    Kind kind = Kind::Builtin;
    const FunctionRow* row = nullptr;      ///< Builtin, Partial of a builtin
    const Node* node = nullptr;            ///< Lambda, Transform, Regex
    std::shared_ptr<const Syntax> syntax;  ///< keeps a node of $eval alive
    FramePointer frame;
    Data input;
    std::vector<Symbol> parameters;        ///< Lambda
    std::vector<Data> arguments;           ///< Partial: bound ones; holes are Undefined. Chain: the two functions.
    std::vector<std::size_t> holes;        ///< Partial
    std::shared_ptr<const query::Regex> regex;
    Data text;                             ///< NextMatch
    std::size_t place = 0;

    std::size_t arity() const;
    bool isThunk() const { return kind == Kind::Lambda && node->thunk; }
};

/// Where a function is called: what errors point at.
struct CallSite
{
    const Node* callee = nullptr; ///< the expression that names the function
    std::optional<std::size_t> position = {};

    std::string token() const;
};

class Evaluator
{
public:
    Evaluator(const EvaluationContext& context, const JsonataLimits& limits, JsonataDialect dialect);
    ~Evaluator();
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    Data run(std::shared_ptr<const Syntax> syntax, const Data& input);

    bool failed() const { return m_failed; }
    const Problem& problem() const { return m_problem; }
    Data fail(Problem problem);
    void clearProblem() { m_failed = false; }
    const EvaluationContext& context() const { return m_context; }
    const JsonataLimits& limits() const { return m_limits; }
    JsonataDialect dialect() const { return m_dialect; }
    /// An array as sequence; fails when it is longer than the limits allow.
    Data sequence(std::vector<Data>& items, std::uint8_t marks = Sequence);
    /// Notes that a value with marks lies inside another now.
    void noteMarks(const Data& value) { m_nestedMarks = m_nestedMarks || value.marks() != 0; }
    /// Notes that a value may be Infinity or NaN.
    void noteNonFinite() { m_nonFinite = true; }
    bool withinText(std::size_t bytes);
    bool withinTime();

    Data evaluate(const Node& node, const Data& input, const FramePointer& frame);
    Data apply(const Data& procedure, std::vector<Data> arguments, const Data& input, const CallSite& site = {});
    /// The expression of $eval, in the scope of the call.
    Data evaluateText(std::string_view text, const Data& input);

private:
    friend class PathEvaluator;
    Data evaluateNode(const Node& node, const Data& input, const FramePointer& frame);
    Data unary(const Node& node, const Data& input, const FramePointer& frame);
    Data binary(const Node& node, const Data& input, const FramePointer& frame);
    Data block(const Node& node, const Data& input, const FramePointer& frame);
    Data variable(const Node& node, const Data& input, const FramePointer& frame);
    Data lambda(const Node& node, const Data& input, const FramePointer& frame);
    Data function(const Node& node, const Data& input, const FramePointer& frame, const Data* first);
    Data partial(const Node& node, const Data& input, const FramePointer& frame);
    Data applyOperator(const Node& node, const Data& input, const FramePointer& frame);
    Data transformed(const Node& node, const Data& object, const FramePointer& frame);
    Data applyInner(const Data& procedure, std::vector<Data>& arguments, const Data& input, const CallSite& site);
    Data invoke(const Procedure& procedure, std::vector<Data>& arguments, const Data& input);
    bool validate(const Procedure& procedure, std::vector<Data>& arguments, const Data& input);
    Data lookup(Symbol symbol, std::string_view name, const FramePointer& frame);
    const Data& builtin(Symbol symbol, std::string_view name);
    void capture(const FramePointer& frame);

    const EvaluationContext& m_context;
    JsonataLimits m_limits;
    JsonataDialect m_dialect;
    std::shared_ptr<const Syntax> m_syntax;
    std::unordered_map<Symbol, Data> m_builtins; ///< functions of the table that were asked for
    FramePointer m_currentFrame; ///< scope of the innermost call of a built-in function
    Data m_root;
    Problem m_problem;
    bool m_failed = false;
    bool m_nestedMarks = false;
    bool m_nonFinite = false;
    int m_depth = 0;
    StackGuard m_stack;
    std::uint32_t m_ticks = 0;
    std::chrono::steady_clock::time_point m_deadline;
    std::vector<std::shared_ptr<const Syntax>> m_evaluated; ///< trees of $eval
    std::vector<FramePointer> m_captured; ///< closures and scopes hold each other: emptied at the end
};

/// Paths: steps, stages, tuples, grouping, sorting.
class PathEvaluator
{
public:
    PathEvaluator(Evaluator& evaluator, const FramePointer& frame) : m_evaluator(evaluator), m_frame(frame) {}

    Data path(const Node& node, const Data& input);
    Data filter(const Node& predicate, const Data& input);
    Data group(const Node& node, const Data& input);

private:
    bool simpleSteps(const Node& node, const Data& input, Data& result, std::size_t& done);
    Data step(const Node& step, std::span<const Data> input, bool last);
    Data tupleStep(const Node& step, const Data& input, const Data* tuples);
    Data sort(const Node& step, const Data& input);
    Data stages(const Node& step, Data found);
    FramePointer frameOf(const Data& tuple) const;
    bool collectGroups(const Node& node, const Data& input, bool reduce, struct Groups& groups);

    Evaluator& m_evaluator;
    const FramePointer& m_frame;
};

// Operators on values: core/query/jsonata/operators.cpp

/// The value's truth; undefined counts as false.
bool truth(const Data& value);
/// A number that is finite; Infinity is the error D1001.
bool isNumeric(Evaluator& evaluator, const Data& value);
bool isArrayOfNumbers(Evaluator& evaluator, const Data& value);
bool isArrayOfStrings(const Data& value);
Data appended(const Data& first, const Data& second);
Data lookedUp(const Data& input, const Data& key);
Data binaryValue(Evaluator& evaluator, const Node& node, const Data& lhs, const Data& rhs);
Data wildcard(Evaluator& evaluator, const Data& input);
Data descendants(Evaluator& evaluator, const Data& input);
/// What $string prints; fails on numbers that are none.
std::string stringOf(Evaluator& evaluator, const Data& value, bool pretty = false);
/// Two halves of a surrogate pair that met are one character.
std::string joined(std::string text);

} // namespace asl::query::jsonata

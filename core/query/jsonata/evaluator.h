#pragma once
// Evaluation of a JSONata tree over Data. Nothing throws: after every step that can fail, failed() is asked.

#include "core/query/jsonata.h"
#include "core/query/jsonata/frame.h"
#include "core/query/jsonata/syntax.h"
#include "core/support/stack_guard.h"

#include <array>
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
    Tuple = 64,   ///< an array that is a tuple: the item, then what is bound; see Syntax::tupleNames
    Wrapped = 32, ///< a function that was an argument: called without regard to the caller's context
};

inline bool has(const Data& data, Mark mark) { return (data.marks() & mark) != 0; }
/// The member that a name stands for; null when there is none. Objects alike have it in the same place, which is tried first.
inline const Data* memberOf(const Data& object, const Node& name)
{
    const std::span<const Member> members = object.members();
    const std::uint32_t guess = name.hint.load(std::memory_order_relaxed);
    if (guess < members.size() && name.value.kind() == Data::Kind::ShortString && std::memcmp(&members[guess].key, &name.value, sizeof(Data)) == 0)
        return &members[guess].value;
    const Data* found = object.find(name.value);
    if (found)
        name.hint.store(static_cast<std::uint32_t>(reinterpret_cast<const Member*>(reinterpret_cast<const char*>(found) - offsetof(Member, value)) - members.data()), std::memory_order_relaxed);
    return found;
}
inline bool isSequence(const Data& data) { return data.isArray() && has(data, Sequence); }

class Evaluator;

/// What lies in a Data of kind Function.
struct Procedure
{
    enum class Kind : std::uint8_t { Builtin, Lambda, Thunk, Partial, Regex, NextMatch, Transform, Chain };
    Kind kind = Kind::Builtin;
    bool isBound = false;                  ///< Lambda: some of its parameters are in `arguments`, the rest are `holes`
    const FunctionRow* row = nullptr;      ///< Builtin, Partial of a builtin
    const Node* node = nullptr;            ///< Lambda, Transform, Regex
    FramePointer frame;
    Data input;
    std::vector<Data> arguments;           ///< bound ones; holes are Undefined. Chain: the two functions.
    std::vector<std::size_t> holes;
    std::shared_ptr<const query::Regex> regex;
    Data text;                             ///< NextMatch
    std::size_t place = 0;

    Procedure() = default;
    Procedure(const Procedure&) = delete;
    Procedure& operator=(const Procedure&) = delete;
    ~Procedure();
    std::size_t arity() const;
};

inline const Procedure& procedureIn(const Data& function) { return *static_cast<const Procedure*>(function.functionContent().get()); }

/// Arguments of a call; few need no memory of their own.
class Arguments
{
public:
    Arguments() = default;
    explicit Arguments(std::vector<Data> all) { assign(std::move(all)); }
    void add(Data value)
    {
        if (m_size < m_few.size() && m_many.empty())
            m_few[m_size++] = std::move(value);
        else
            addToMany(std::move(value));
    }
    std::span<Data> all() { return m_many.empty() ? std::span<Data>(m_few.data(), m_size) : std::span<Data>(m_many); }
    void assign(std::vector<Data> all);

private:
    void addToMany(Data value);
    std::array<Data, 4> m_few;
    std::size_t m_size = 0;
    std::vector<Data> m_many;
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
    Evaluator(const Evaluator&) = delete;
    Evaluator& operator=(const Evaluator&) = delete;

    Data run(const Syntax& syntax, const Data& input);

    static constexpr std::size_t itemsPerStep = 4; ///< that many are copied in the time of a step
    static constexpr std::size_t bytesPerStep = 128;

    bool failed() const { return m_failed; }
    const Problem& problem() const { return m_problem; }
    Data fail(Problem problem);
    void clearProblem() { m_failed = false; }
    const EvaluationContext& context() const { return m_context; }
    const JsonataLimits& limits() const { return m_limits; }
    JsonataDialect dialect() const { return m_dialect; }
    /// An array as sequence; fails when it is longer than the limits allow.
    Data sequence(std::span<Data> items, std::uint8_t marks = Sequence);
    /// Notes that a value with marks, or a function, lies inside another now.
    void noteMarks(const Data& value) { m_nestedMarks = m_nestedMarks || value.marks() != 0 || value.isFunction(); }
    /// Notes that a value may be Infinity or NaN.
    void noteNonFinite() { m_nonFinite = true; }
    bool withinText(std::size_t bytes);
    bool withinDepth(const Data& value);
    /// Whether the value can be gone through as a tree.
    bool withinSize(const Data& value);
    /// Takes steps from the budget: one, or as many as would take as long.
    bool withinTime(std::uint64_t steps = 1)
    {
        m_steps += steps;
        if (m_steps >= m_nextCheck)
            checkTime();
        return !m_failed;
    }

    Data evaluate(const Node& node, const Data& input, Frame& frame);
    /// The same without a copy where the value lies somewhere already: in the tree, inside `input`, else in `scratch`.
    const Data& look(const Node& node, const Data& input, Frame& frame, Data& scratch);
    Data apply(const Data& procedure, Arguments arguments, const Data& input, const CallSite& site = {});
    /// The expression of $eval, in the scope of the call.
    Data evaluateText(std::string_view text, const Data& input);
    /// A frame for a lambda's call, its first slots to be filled with the arguments.
    FramePointer frameFor(const Procedure& lambda) { return m_frames.make(lambda.frame.get(), lambda.node->slotNames, lambda.node->parameters.size()); }
    /// Runs a lambda's body and the calls at its end.
    Data runBody(const Procedure& lambda, Frame& frame, const Data& input);

private:
    friend class PathEvaluator;
    friend class StepResult;
    Data evaluateNode(const Node& node, const Data& input, Frame& frame);
    Data finished(const Node& node, Data result, Frame& frame);
    Data unary(const Node& node, const Data& input, Frame& frame);
    Data binary(const Node& node, const Data& input, Frame& frame);
    Data concatenation(const Node& node, const Data& input, Frame& frame);
    bool appendConcatenation(const Node& node, const Data& input, Frame& frame, std::string& text);
    Data block(const Node& node, const Data& input, Frame& frame);
    void bind(const Node& node, Data value, Frame& frame);
    Data lambda(const Node& node, const Data& input, Frame& frame);
    Data function(const Node& node, const Data& input, Frame& frame, const Data* first);
    bool callLambda(const Node& node, const Procedure& called, const Data& input, Frame& frame, const Data* first, Data& result);
    bool addArguments(const Node& node, const Data& input, Frame& frame, Arguments& arguments);
    void annotate(const CallSite& site, bool keepPosition);
    Data partial(const Node& node, const Data& input, Frame& frame);
    Data applyOperator(const Node& node, const Data& input, Frame& frame);
    Data transformed(const Node& node, const Data& object, Frame& frame);
    Data applyInner(const Data& procedure, Arguments& arguments, const Data& input, const CallSite& site);
    Data invoke(const Procedure& procedure, Arguments& arguments, const Data& input);
    Data callBuiltin(const FunctionRow& row, std::span<Data> arguments, const Data& input);
    bool validate(const Procedure& procedure, Arguments& arguments, const Data& input);
    Data tailCalls(Data result, const Data& input);
    /// What the variable (or %, or |…|'s clone) stands for.
    const Data& lookup(const Node& node, Frame& frame);
    const Data& lookupByName(const Node& node, Frame& frame);
    const Data& global(const Node& node);
    const Data& global(Symbol symbol, const FunctionRow* builtin);
    bool isKnown(const Node& callee, Frame& frame);
    const Data* memberAt(const Node& path, std::size_t first, const Data& start) const;
    void checkTime();
    /// Whether a few more levels are within the limits without looking closely.
    bool isShallow() const { return m_depth + 3 < m_limits.depth; }

    static constexpr std::uint64_t stepsBetweenChecks = 256;

    const EvaluationContext& m_context;
    JsonataLimits m_limits;
    JsonataDialect m_dialect;
    FramePool m_frames;
    std::vector<std::shared_ptr<const Syntax>> m_evaluated; ///< trees of $eval
    std::vector<Data> m_globals;                            ///< by number, where the caller gave variables; unbound: not asked for yet
    std::unordered_map<Symbol, Data> m_globalsByName;
    Frame* m_currentFrame = nullptr; ///< scope of the innermost call of a built-in function
    Data m_root;
    Problem m_problem;
    bool m_failed = false;
    bool m_nestedMarks = false;
    bool m_nonFinite = false;
    bool m_isDynamic = false;
    int m_depth = 0;
    StackGuard m_stack;
    std::uint64_t m_steps = 0;
    std::uint64_t m_nextCheck = stepsBetweenChecks;
    std::chrono::steady_clock::time_point m_deadline = {};
    /// The call that a lambda ends with, until it is made.
    struct TailCall
    {
        const Node* call = nullptr;
        FramePointer frame;
        Data input;
    };
    TailCall m_tail;
    std::vector<Data> m_values; ///< what steps are finding: each takes back what it put on top
};

/// A function that is called again and again with values of the engine's own, as $map does.
class Callback
{
public:
    Callback(Evaluator& evaluator, const Data& function);
    std::size_t arity() const { return m_procedure ? m_procedure->arity() : 0; }
    /// Takes the arguments' values.
    Data operator()(std::span<Data> arguments);

private:
    Evaluator& m_evaluator;
    Data m_function;
    const Procedure* m_procedure = nullptr;
    bool m_isPlainLambda = false;
};

/// Paths: steps, stages, tuples, grouping, sorting.
class PathEvaluator
{
public:
    PathEvaluator(Evaluator& evaluator, Frame& frame) : m_evaluator(evaluator), m_frame(frame) {}

    Data path(const Node& node, const Data& input);
    Data filter(const Node& predicate, const Data& input);
    Data group(const Node& node, const Data& input);

private:
    bool simpleSteps(const Node& node, const Data& input, Data& result, std::size_t& done);
    Data step(const Node& step, std::span<Node* const> names, std::span<const Data> input, bool last);
    struct Descent
    {
        class StepResult& result;
        const Node* test; ///< what keeps a descendant; null: only objects matter
        std::size_t count = 0;
    };
    bool descend(Descent& descent, const Data& value);
    bool visitDescendant(Descent& descent, const Data& value);
    template <class Emit>
    bool filterEach(const Node& predicate, std::span<const Data> items, bool isStream, const Emit& emit);
    Data evaluateOne(const Node& expression, const Data& item, bool isStream);
    Data tupleStep(const Node& path, const Node& step, const Data& input, const Data* tuples);
    Data tupleSort(const Node& path, const Node& step, const Data& input, const Data* tuples);
    Data sort(const Node& step, const Data& input);
    Data stages(const Node& step, Data found);
    Data tuplesToItems(const Node& path, const Data& tuples);
    static Data asValue(const Data& item, const std::vector<Symbol>& names);
    FramePointer frameOf(const Node& expression, const Data* tuple) const;
    bool collectGroups(const Node& node, const Data& input, bool reduce, class Groups& groups);
    Data objectOf(const Node& node, const Data& input);

    Evaluator& m_evaluator;
    Frame& m_frame;
};

// Operators on values: core/query/jsonata/operators.cpp

/// The value's truth; undefined counts as false.
bool truth(Evaluator& evaluator, const Data& value);
/// A number that is finite; Infinity is the error D1001.
bool isNumeric(Evaluator& evaluator, const Data& value);
bool isArrayOfNumbers(Evaluator& evaluator, const Data& value);
bool isArrayOfStrings(const Data& value);
Data appended(const Data& first, const Data& second);
Data lookedUp(Evaluator& evaluator, const Data& input, const Data& key);
Data binaryValue(Evaluator& evaluator, const Node& node, const Data& lhs, const Data& rhs);
Data wildcard(Evaluator& evaluator, const Data& input);
Data descendants(Evaluator& evaluator, const Data& input);
/// The value as JSON has it for $string and $clone: numbers of 15 digits, functions as empty text, all blocks new.
Data printable(Evaluator& evaluator, const Data& value);
/// What $string prints; fails on numbers that are none.
std::string stringOf(Evaluator& evaluator, const Data& value, bool pretty = false);
/// Adds what $string prints, nothing for undefined.
void appendText(Evaluator& evaluator, std::string& text, const Data& value);
/// Two halves of a surrogate pair that met are one character.
std::string joined(std::string text);

} // namespace asl::query::jsonata

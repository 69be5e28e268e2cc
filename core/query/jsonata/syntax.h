#pragma once
// The tree of a JSONata expression, as the evaluator walks it: paths flattened into steps, steps with their stages, tail
// calls wrapped into thunks. Named as in the reference implementation.

#include "core/query/jsonata.h"
#include "core/query/jsonata/problem.h"
#include "core/query/jsonata/signature.h"
#include "core/query/regex.h"

#include <deque>
#include <memory>
#include <string>
#include <vector>

namespace asl::query::jsonata {

/// A variable's name as a number; the same for the whole program.
using Symbol = std::uint32_t;
constexpr Symbol noSymbol = 0xFFFFFFFF;
Symbol symbolOf(std::string_view name);
const std::string& nameOf(Symbol symbol);

enum class NodeType : std::uint8_t { Path, Binary, Unary, Name, String, Number, Value, Wildcard, Descendant, Parent, Condition, Default,
                                     Coalesce, Block, Bind, Regex, Function, Variable, Lambda, Partial, Apply, Transform, Sort, Operator,
                                     End };

enum class Op : std::uint8_t { None, Map, Filter, Group, Order, Assign, Focus, Index, Apply, Add, Subtract, Multiply, Divide, Remainder,
                               Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Concat, Range, And, Or, In,
                               Negate, Array, Object };

struct Node;

/// What `%` stands for: the ancestor so many steps up, carried along the tuples under its label.
struct Slot
{
    Symbol label;
    int level = 1;
    std::size_t index = 0; ///< among all parent operators of the expression
};

struct Stage
{
    Node* filter = nullptr;   ///< null: an index binding
    Symbol index = noSymbol;
};

struct SortTerm
{
    bool descending = false;
    Node* expression = nullptr;
};

struct Node
{
    NodeType type = NodeType::End;
    Op op = Op::None;
    std::size_t position = 0;
    std::string text;   ///< the token
    Data value;         ///< literal, or name as a key
    Symbol symbol = noSymbol;
    std::shared_ptr<const query::Regex> regex;

    Node* lhs = nullptr; ///< also condition, pattern, body
    Node* rhs = nullptr; ///< also then, update
    Node* third = nullptr; ///< else, delete
    Node* procedure = nullptr;
    std::vector<Node*> items; ///< steps, arguments, expressions
    std::vector<std::pair<Node*, Node*>> pairs;
    std::vector<SortTerm> terms;
    std::vector<Stage> stages;
    std::vector<Stage> predicates;
    Node* group = nullptr; ///< an Object whose pairs group the value
    std::vector<Symbol> parameters;
    std::shared_ptr<const Signature> signature;

    bool keepArray = false;
    bool keepSingletonArray = false;
    bool constructsArray = false;
    bool tuple = false;
    bool thunk = false;
    bool needsFrame = false; ///< Block: something in it is assigned
    Symbol focus = noSymbol;
    Symbol index = noSymbol;
    Slot* slot = nullptr;     ///< of a Parent
    Slot* ancestor = nullptr; ///< of a step that a Parent refers to
    std::vector<Slot*> seekingParent;
};

/// Owns the nodes of one expression; nothing is destroyed recursively.
struct Syntax
{
    std::deque<Node> nodes;
    std::deque<Slot> slots;
    Node* root = nullptr;
};

/// Parses and rearranges; the reference's S-codes.
std::optional<Problem> parse(std::string_view text, JsonataDialect dialect, Syntax& syntax);
/// Second step of parse(): from what the grammar says to what the evaluator walks.
std::optional<Problem> process(Syntax& syntax);

/// Nesting beyond this is refused before the native stack is in danger.
constexpr int maxSyntaxDepth = 1000;

} // namespace asl::query::jsonata

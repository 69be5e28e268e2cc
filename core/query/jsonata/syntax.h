#pragma once
// The tree of a JSONata expression, as the evaluator walks it: paths flattened into steps, steps with their stages, tail
// calls wrapped into thunks. Named as in the reference implementation.

#include "core/query/jsonata.h"
#include "core/query/jsonata/problem.h"
#include "core/query/jsonata/signature.h"
#include "core/query/regex.h"

#include <atomic>
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
struct FunctionRow;

/// A variable's place when the expression runs: so many activations (see Activation in resolving.cpp) outwards, then a slot.
struct Place
{
    std::uint32_t hops = 0;
    std::uint32_t slot = 0;
};

/// Kinds of expressions that need no general evaluation where their parts are of the usual kind.
enum class Shortcut : std::uint8_t { None, Literal, Input, Slot, Names, SlotNames };

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
    std::uint32_t indexSlot = 0; ///< in the tuple
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

    // What resolve() adds.
    Shortcut shortcut = Shortcut::None;
    bool isTrailed = false;    ///< has predicates, or groups what is no path
    bool ownsFrame = false;    ///< Block: its variables have an activation of their own
    bool isActivation = false; ///< evaluated once for each tuple, in an activation with the tuple's names
    bool simpleKeys = false;   ///< Object: its keys are different literals
    bool isBound = false;      ///< Variable: `place` says where, then `otherPlaces`; then the caller's variables and functions
    Place place;
    std::vector<Place> otherPlaces;
    std::uint32_t global = 0;              ///< among the names that nothing in the expression binds for certain
    const FunctionRow* builtin = nullptr;  ///< the function of that name
    std::uint32_t firstSlot = 0;           ///< Block without a frame of its own: its slots in the activation around it
    std::uint32_t slotCount = 0;
    std::vector<Symbol> slotNames;         ///< of the activation that a Lambda or Block opens
    std::vector<Symbol> tupleSlotNames;    ///< of the activation around this node for each tuple
    const std::vector<Symbol>* tupleNames = nullptr; ///< Path: what its tuples hold
    bool isTest = false;                   ///< its value is true or false whatever the input, so as a filter it is no index
    std::uint32_t plainNames = 0;          ///< steps behind this one that are but names
    std::uint32_t focusSlot = 0;
    std::uint32_t indexSlot = 0;
    std::uint32_t ancestorSlot = 0;
    mutable std::atomic<std::uint32_t> hint = 0; ///< Name: where the last object had the member
};

/// A step that only names a member.
inline bool isPlainName(const Node& step)
{
    return step.type == NodeType::Name && step.stages.empty() && step.predicates.empty() && !step.tuple && !step.keepArray && !step.group;
}

/// Nodes of one expression, in pieces that stay where they are; nothing is destroyed recursively.
class Nodes
{
public:
    Node& add()
    {
        if (m_free == 0) {
            m_free = m_pieces.empty() ? smallPiece : largePiece;
            m_pieces.push_back({std::make_unique<Node[]>(m_free), m_free});
        }
        Piece& last = m_pieces.back();
        return last.nodes[last.size - m_free--];
    }
    template <class Visit>
    void forEach(const Visit& visit) const
    {
        for (const Piece& piece : m_pieces)
            for (std::size_t i = 0; i < piece.size - (&piece == &m_pieces.back() ? m_free : 0); ++i)
                visit(piece.nodes[i]);
    }

private:
    static constexpr std::size_t smallPiece = 4;
    static constexpr std::size_t largePiece = 16;
    struct Piece
    {
        std::unique_ptr<Node[]> nodes;
        std::size_t size;
    };
    std::vector<Piece> m_pieces;
    std::size_t m_free = 0;
};

/// An expression's tree.
struct Syntax
{
    Nodes nodes;
    std::deque<Slot> slots;
    Node* root = nullptr;

    // What resolve() adds.
    std::vector<Symbol> slotNames;  ///< of the outermost activation
    std::vector<Symbol> tupleNames; ///< what tuples hold: the item, then every name bound by `@`, `#` and `%`
    std::vector<Symbol> globals;
    bool isDynamic = false;         ///< $eval may look at any variable: they are found by name
};

/// Parses and rearranges; the reference's S-codes.
std::optional<Problem> parse(std::string_view text, JsonataDialect dialect, Syntax& syntax);
/// Second step of parse(): from what the grammar says to what the evaluator walks.
std::optional<Problem> process(Syntax& syntax);
/// Prepares a parsed expression for evaluation: gives every variable its place, finds functions and shortcuts.
void resolve(Syntax& syntax, JsonataDialect dialect, bool isDynamic = false);

/// Nesting beyond this is refused before the native stack is in danger.
constexpr int maxSyntaxDepth = 1000;

} // namespace asl::query::jsonata

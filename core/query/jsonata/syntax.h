#pragma once
// The syntax of JSONata: tokens, the tree that the parser makes, and its processed form that the evaluator walks. Shapes
// and rules are those of the reference's parser, version 2.2.2.

#include "core/query/outcome.h"
#include "core/query/regex.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl::query::jsonata {

struct Token
{
    enum class Type : std::uint8_t { End, Operator, Name, Variable, String, Number, Value /* true, false, null */, Regex };
    Type type = Type::End;
    std::string text;         ///< the operator, the name (quotes and `$` taken off), the string's content, the pattern
    Data value;               ///< String, Number, Value
    bool ignoreCase = false;  ///< Regex
    bool multiLine = false;
    std::size_t position = 0; ///< the byte behind the token, as the reference counts
};

/// Reads tokens one by one; whether `/` begins a pattern depends on what stands before it, which the parser knows.
class Tokenizer
{
public:
    explicit Tokenizer(std::string_view text) : m_text(text) {}
    /// `infix`: an operator may stand here, so `/` is a division.
    Outcome<Token> next(bool infix);

private:
    Outcome<Token> readString(char quote);
    Outcome<Token> readRegex();
    Outcome<Token> readNumber();
    Outcome<Token> readName();
    Token made(Token::Type type, std::string text) const;

    std::string_view m_text;
    std::size_t m_at = 0;
};

enum class NodeType : std::uint8_t {
    Literal,     ///< `value`; a string, number, true, false or null
    Regex,       ///< `regex`
    Name,        ///< a step: member `text`
    Wildcard,    ///< `*`
    Descendants, ///< `**`
    Parent,      ///< `%`
    Variable,    ///< `$text`; empty: the context
    Negate,      ///< left
    Array,       ///< children
    Object,      ///< pairs
    Binary,      ///< `text` is the operator; left, right (arithmetic, comparison, `&`, `and`, `or`, `in`, `..`)
    Bind,        ///< left is the variable, right the value
    Apply,       ///< `~>`
    Condition,   ///< left is the condition; children: then, maybe else
    Function,    ///< left is the procedure, children the arguments
    Partial,     ///< the same with at least one Placeholder
    Placeholder, ///< `?` among arguments
    Lambda,      ///< parameters, signature, left is the body
    Transform,   ///< left is the pattern; children: update, maybe delete
    Block,       ///< children
    Path,        ///< children are the steps
    Sort,        ///< a step: terms
    // only before processing
    Predicate,   ///< `left[right]`
    Group,       ///< `left{pairs}`
    OrderBy,     ///< `left^(terms)`
    Focus,       ///< `left@$text`
    Index        ///< `left#$text`
};

struct Node;
using NodePointer = std::unique_ptr<Node>;

/// The place that `%` looks for: `label` names it in the tuples, `level` says how many steps it is still away.
struct ParentSlot
{
    std::string label;
    int level = 1;
};
using ParentSlotPointer = std::shared_ptr<ParentSlot>;

struct SortTerm
{
    bool descending = false;
    NodePointer expression;
};

struct Pair
{
    NodePointer key;
    NodePointer value;
};

/// What is done to the values of a step, in order: a filter, or binding their position to a variable.
struct Stage
{
    NodePointer filter;    ///< null: bind the position
    std::string variable;
    std::size_t position = 0;
};

struct GroupBy
{
    std::vector<Pair> pairs;
    std::size_t position = 0;
};

struct Node
{
    NodeType type = NodeType::Literal;
    std::size_t position = 0; ///< the byte behind the token that made it, as the reference counts
    std::size_t depth = 1;
    std::string text;
    Data value;
    std::shared_ptr<const asl::query::Regex> regex;
    NodePointer left;
    NodePointer right;
    std::vector<NodePointer> children;
    std::vector<Pair> pairs;
    std::vector<SortTerm> terms;
    std::vector<std::string> parameters; ///< Lambda
    std::string signature;               ///< Lambda: as written, empty when there is none
    bool thunk = false;                  ///< Lambda: a tail call to be made later

    // of a step or an expression
    std::vector<Stage> stages;           ///< of a step in a path
    std::vector<Stage> predicates;       ///< of an expression that is no step
    std::optional<GroupBy> group;
    std::string focus;                   ///< `@$focus`
    std::string index;                   ///< `#$index`
    ParentSlotPointer ancestor;          ///< this step's input is bound under the slot's label
    ParentSlotPointer slot;              ///< Parent: what it looks up
    std::vector<ParentSlotPointer> seekingParent;
    bool tuple = false;                  ///< bindings travel along with the values
    bool keepArray = false;              ///< `[]`: a single value stays an array
    bool keepSingletonArray = false;     ///< Path: one of its steps says so
    bool constructsArray = false;        ///< `[…]` as first or last step is not flattened
    std::string nextFunction;            ///< name in `a.b().c()`, for the message of a failed call
};

/// The processed tree of an expression. Errors S0101 to S0217, S0301 to S0303, S0401, S0402, and U1001 when it is nested too
/// deeply.
Outcome<NodePointer> parse(std::string_view expression);

/// Turns what the parser read into what is evaluated: paths with their steps, stages, parents and tail calls.
Outcome<NodePointer> processed(NodePointer node);

} // namespace asl::query::jsonata

#pragma once
// SyntaxTree: a lossless, tolerant reading of JSON or YAML. It always exists, however broken the text; every key and value
// has its byte range, so edits can be small patches. Accepts, beside JSON: comments, trailing commas, duplicate keys, a byte
// order mark, and bare ${Tokens} as values. No recursion anywhere; nesting beyond maxDepth is a syntax error.
//
// Of a YAML text the tree keeps two things: where each value stands in it (ranges), and how the value is written in JSON
// (raw, rawKey, stringValue, …), so that all who read values need to know one language only.

#include "core/support/message.h"
#include "core/support/text_range.h"

#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

enum class NodeKind : std::uint8_t { Missing, Null, False, True, Number, String, Substitution, Array, Object };

/// The language in which a definition is written.
enum class TextSyntax : std::uint8_t { Json, Yaml };

using NodeId = std::uint32_t;
constexpr NodeId noNode = std::numeric_limits<NodeId>::max();

struct SyntaxNode
{
    NodeKind kind = NodeKind::Missing; ///< Missing: a member or item without a value, an empty range where it belongs; or the
                                       ///< bytes that stand there and are no JSON
    bool damaged = false;              ///< a syntax error lies inside this node (its descendants included)
    bool escaped = false;              ///< String: the raw text has a backslash
    bool keyEscaped = false;
    std::uint32_t keyBegin = 0; ///< the key with its quotes; empty range when the parent is not an object
    std::uint32_t keyEnd = 0;
    std::uint32_t begin = 0; ///< the value with its quotes or brackets
    std::uint32_t end = 0;
    NodeId parent = noNode;
    NodeId firstChild = noNode;
    NodeId nextSibling = noNode;
    std::uint32_t childCount = 0;

    TextRange range() const { return {begin, end}; }
    TextRange keyRange() const { return {keyBegin, keyEnd}; }
    /// From the key (if there is one) to the end of the value.
    TextRange memberRange() const { return {keyEnd > keyBegin ? keyBegin : begin, end}; }
};

struct SyntaxError
{
    TextRange range;
    Message message;
};

/// Why a value of a YAML text cannot be changed where it shows.
enum class Fixed : std::uint8_t {
    No,
    Alias,      ///< the value of an alias (*name), or a part of it: it is written elsewhere
    Merged,     ///< brought in by a merge key (<<)
    ExplicitKey ///< written as "? key" and ": value"
};

/// What a YAML text says, written in JSON: the text, and the places of all nodes in it.
struct JsonSpelling
{
    struct Place
    {
        std::uint32_t keyBegin = 0, keyEnd = 0, begin = 0, end = 0;
        Fixed fixed = Fixed::No;
    };
    std::string text;
    std::vector<Place> places;
    std::map<NodeId, std::string> tags; ///< of a tree read with YamlTags::Kept
};

/// What a tag of one's own (!Ref, !GetAtt) does to its value: stands for a value that is not known, or is kept beside it.
enum class YamlTags : std::uint8_t { StandForValues, Kept };

/// What strict JSON would refuse but this reader understands.
struct Extension
{
    enum class Kind : std::uint8_t { Comment, TrailingComma, BareToken, DuplicateKey, ByteOrderMark };
    Kind kind;
    TextRange range;
};

class SyntaxTree
{
public:
    static constexpr std::size_t maxDepth = 1000;

    /// `text` must be valid UTF-8 (Document checks it) and below 4 GiB.
    static SyntaxTree parse(std::shared_ptr<const std::string> text, TextSyntax syntax = TextSyntax::Json);
    static SyntaxTree parse(std::string text, TextSyntax syntax = TextSyntax::Json);
    /// A YAML text around definitions: its values as they are written.
    static SyntaxTree parseYaml(std::shared_ptr<const std::string> text, YamlTags tags);

    TextSyntax syntax() const { return m_spelling ? TextSyntax::Yaml : TextSyntax::Json; }
    const std::string& text() const { return *m_text; }
    const std::shared_ptr<const std::string>& sharedText() const { return m_text; }
    const std::vector<SyntaxError>& errors() const { return m_errors; }
    const std::vector<Extension>& extensions() const { return m_extensions; } ///< sorted by position

    NodeId root() const { return 0; } ///< of kind Missing in an empty text
    std::size_t size() const { return m_nodes.size(); }
    const SyntaxNode& node(NodeId id) const { return m_nodes[id]; }
    NodeKind kind(NodeId id) const { return m_nodes[id].kind; }

    /// The value as written in JSON: its very bytes in a JSON text.
    std::string_view raw(NodeId id) const;
    std::string_view rawKey(NodeId id) const;
    /// Key of a member, escapes resolved (a lone surrogate as its three bytes).
    std::string key(NodeId id) const;
    bool keyIs(NodeId id, std::string_view key) const;
    /// Content of a String, escapes resolved. Empty for other kinds.
    std::string stringValue(NodeId id) const;
    bool stringIs(NodeId id, std::string_view value) const;
    /// "!Sub" of a tree read with YamlTags::Kept; empty without a tag.
    std::string_view tag(NodeId id) const;
    /// Why the value cannot be changed in this place.
    Fixed fixed(NodeId id) const { return m_spelling ? m_spelling->places[id].fixed : Fixed::No; }

    /// Child of an object by key; of duplicate keys the last, as JSON readers do. noNode when absent or no object.
    NodeId find(NodeId object, std::string_view key) const;
    NodeId child(NodeId arrayOrObject, std::size_t index) const;
    std::size_t indexInParent(NodeId id) const;

    /// The innermost node whose member range holds the position.
    NodeId nodeAt(std::size_t position) const;
    std::string pointer(NodeId id) const;                            ///< RFC 6901
    std::optional<NodeId> atPointer(std::string_view pointer) const; ///< empty text: the root

    class Children;
    Children children(NodeId id) const;

private:
    friend class SyntaxReader;
    friend class YamlReader;
    std::shared_ptr<const std::string> m_text;
    std::shared_ptr<const JsonSpelling> m_spelling; ///< of a YAML text
    std::vector<SyntaxNode> m_nodes; ///< in document order
    std::vector<SyntaxError> m_errors;
    std::vector<Extension> m_extensions;
};

/// Range over the children of a node: `for (NodeId child : tree.children(id))`.
class SyntaxTree::Children
{
public:
    class Iterator
    {
    public:
        Iterator(const SyntaxTree& tree, NodeId id) : m_tree(&tree), m_id(id) {}
        NodeId operator*() const { return m_id; }
        Iterator& operator++() { m_id = m_tree->node(m_id).nextSibling; return *this; }
        bool operator!=(const Iterator& other) const { return m_id != other.m_id; }

    private:
        const SyntaxTree* m_tree;
        NodeId m_id;
    };
    Children(const SyntaxTree& tree, NodeId first) : m_tree(tree), m_first(first) {}
    Iterator begin() const { return {m_tree, m_first}; }
    Iterator end() const { return {m_tree, noNode}; }

private:
    const SyntaxTree& m_tree;
    NodeId m_first;
};

inline SyntaxTree::Children SyntaxTree::children(NodeId id) const { return {*this, m_nodes[id].firstChild}; }

/// A ${Name} inside a string or bare: its whole range and its name.
struct Token
{
    TextRange range;
    std::string name;
    NodeId node;
    bool bare;
};
/// All substitution tokens of the values, in document order (`${!Literal}` of CloudFormation is none).
std::vector<Token> tokens(const SyntaxTree& tree);
/// Those of one value; the value is exactly one token when a token's range is the node's range.
std::vector<Token> tokens(const SyntaxTree& tree, NodeId id);

/// `text` as a JSON string literal with quotes; what need not be escaped stays as it is.
std::string quoted(std::string_view text);

} // namespace asl

#pragma once
// Changes of members and items of one text, collected into one patch. Each touches as few bytes as possible and follows the
// habits of its surroundings; comments beside a member stay. Values are given in JSON, whatever the syntax of the text.

#include "core/support/result.h"
#include "core/text/syntax_tree.h"
#include "core/text/text_patch.h"
#include "core/text/text_style.h"
#include "core/text/yaml_style.h"

#include <optional>
#include <string_view>
#include <vector>

namespace asl {

class TextChanges
{
public:
    explicit TextChanges(const SyntaxTree& tree) : m_tree(tree) {}

    /// Replaces bytes; the ranges of one collection must not overlap.
    void replace(TextRange range, std::string text);
    /// Replaces a value by `json`, laid out as its neighbours are.
    void replaceValue(NodeId node, std::string_view json);
    /// Replaces a value by a text, number or word, given as a JSON literal.
    void replaceScalar(NodeId node, std::string_view json);
    void renameKey(NodeId member, std::string_view key);
    /// Lets the values of two items change places, as they are written.
    void swap(NodeId one, NodeId other);

    /// Adds a member after `after`, a child of `object`; with noNode before all others. `json` is laid out as its neighbours
    /// are.
    void insertMember(NodeId object, NodeId after, std::string_view key, std::string_view json);
    /// The same with a value that is taken byte for byte; its lines are indented for this place (see childIndent).
    void insertWrittenMember(NodeId object, NodeId after, std::string_view key, std::string_view value);
    void appendItem(NodeId array, std::string_view json);
    /// Removes children of one object or array, each with exactly one comma.
    void remove(NodeId container, const std::vector<NodeId>& children);

    /// `json` laid out as a child of `container` beside `neighbour` (noNode: any) would be.
    std::string layOut(NodeId container, NodeId neighbour, std::string_view json) const;
    /// White space at the begin of the lines of a new child of `container` beside `neighbour`.
    std::string childIndent(NodeId container, NodeId neighbour) const;

    /// The same for the value of a child of an object of a YAML text that is written in lines.
    std::string yamlValueIndent(NodeId object) const;

    /// Why a change cannot be made where it was asked for: the value is written elsewhere.
    const std::optional<Error>& refusal() const { return m_refusal; }
    const TextPatch& patch() const { return m_patch; }
    /// Two changes touched one place: only where the text is broken.
    bool overlap() const { return m_overlap; }

private:
    // YAML (yaml_changes.cpp)
    bool isYaml() const { return m_tree.syntax() == TextSyntax::Yaml; }
    /// In brackets, as all of JSON is: there the rules for JSON hold.
    bool hasBrackets(NodeId container) const { return !isYaml() || isFlow(m_tree, container); }
    bool mayChange(NodeId node);
    /// The same for a member or item as a whole, with its key: an alias can go, what it stands for cannot.
    bool mayChangeMember(NodeId node);
    void replaceYaml(NodeId node, std::string_view json);
    void replaceFlow(NodeId node, const SyntaxTree& json, const std::string& text);
    void insertIntoBlock(NodeId container, NodeId after, const std::string& child);
    void insertIntoBraces(NodeId container, std::string_view key, std::string_view value);
    void removeFromBlock(NodeId container, const std::vector<NodeId>& children);
    void emptyBlock(NodeId container);
    TextRange linesOf(NodeId container, NodeId child, NodeId nextKept) const;
    YamlStyle yamlStyleFor(NodeId container, std::size_t valueEnd) const;
    std::size_t columnOfChildren(NodeId container) const;
    std::size_t dashOf(NodeId item) const;
    std::size_t behindChild(NodeId child, std::size_t column) const;
    std::string blankLinesBetween(NodeId container, NodeId neighbour) const;

    void insertChild(NodeId container, NodeId after, const std::string& text);
    void insertIntoEmpty(NodeId container, const std::string& text);
    void insertFirst(NodeId container, const std::string& text);
    void insertAfter(NodeId container, NodeId after, const std::string& text);
    std::string separator(NodeId container, NodeId neighbour) const;
    TextRange interior(NodeId container) const;
    /// The comma behind a child, white space and comments between; an empty range when there is none.
    TextRange commaAfter(NodeId child) const;
    void removeFromFront(NodeId child);
    void removeFromBack(NodeId child);

    const SyntaxTree& m_tree;
    TextPatch m_patch;
    std::optional<Error> m_refusal;
    bool m_overlap = false;
};

/// Why the value of a node cannot be changed in its place; nothing when it can.
std::optional<Error> whyFixed(const SyntaxTree& tree, NodeId node);

/// The lines of `text` after the first, indented by `to` where they were indented by `from`.
std::string reindented(std::string_view text, std::string_view from, std::string_view to);

} // namespace asl

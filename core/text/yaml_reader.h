#pragma once
// YamlReader: builds a SyntaxTree from YAML. libyaml says what stands where; this says what it means in JSON, resolves
// aliases and merge keys, and goes on behind a fault by passing over its line.

#include "core/text/syntax_tree.h"
#include "core/text/yaml_events.h"

#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace asl {

class YamlReader
{
public:
    YamlReader(SyntaxTree& tree, YamlTags tags);
    void read();

private:
    using Kind = YamlEvent::Kind;
    struct Frame
    {
        NodeId node = noNode;
        NodeId lastChild = noNode;
        bool isMapping = false;
        bool isFlow = false;
        bool hasKey = false; ///< a key was read and its value comes next
        std::string key;
        TextRange keyRange;
        Fixed keyFixed = Fixed::No;
        std::unordered_set<std::string> keys;
        std::string anchor;
    };
    /// The nodes of a value that has a name; `end` is noNode while it is read.
    struct Anchor
    {
        NodeId begin = noNode;
        NodeId end = noNode;
    };
    static constexpr std::size_t maxFaults = 20;             // a text with more is no YAML; the first ones say enough
    static constexpr std::size_t maxRepeatedNodes = 100'000; // values that aliases may stand for, in all

    // Reading once, and again behind faults
    std::optional<YamlFault> collectEvents(const std::string& text);
    void readEvents();
    void finish(std::vector<SyntaxError> faults);
    void markDamaged(std::size_t position);

    // Events; false when reading ends here
    bool take(const YamlEvent& event);
    bool takeKey(const YamlEvent& event);
    bool takeMerge();
    bool open(const YamlEvent& event);
    void scalar(const YamlEvent& event);
    void alias(const YamlEvent& event);
    void close(std::size_t end);
    void taggedCollection(const YamlEvent& event);

    // Nodes
    NodeId add(TextRange range, NodeKind kind, Fixed fixed = Fixed::No);
    void spell(NodeId id, NodeKind kind, std::string_view json);
    void keepTag(NodeId id, const YamlEvent& event);
    void remember(const std::string& anchor, NodeId begin);
    TextRange valueRange(const YamlEvent& event) const;
    TextRange blockScalarRange(TextRange range) const;
    bool isExplicitKey(std::size_t begin) const;

    // Aliases and merge keys
    const Anchor* anchorOf(const YamlEvent& alias);
    void repeat(NodeId source, NodeId sourceEnd, TextRange range, Fixed why);
    void merge(const YamlEvent& alias, const std::unordered_set<std::string>& ownKeys);
    std::unordered_set<std::string> keysThatFollow() const;
    NodeId subtreeEnd(NodeId id, NodeId limit) const;
    std::string keyText(NodeId id) const;

    void error(TextRange range, Message message);
    Frame& top() { return m_frames.back(); }
    SyntaxNode& node(NodeId id) { return m_tree.m_nodes[id]; }
    JsonSpelling::Place& place(NodeId id) { return m_spelling.places[id]; }
    NodeId nodeCount() const { return static_cast<NodeId>(m_tree.m_nodes.size()); }

    SyntaxTree& m_tree;
    YamlTags m_tags;
    std::string_view m_text;
    std::size_t m_shift = 0; ///< bytes of a byte order mark
    std::vector<YamlEvent> m_events;
    std::size_t m_next = 0;
    JsonSpelling m_spelling;
    std::vector<Frame> m_frames;
    std::map<std::string, Anchor> m_anchors;
    std::size_t m_repeatedNodes = 0;
    std::vector<SyntaxError> m_found; ///< in this reading
};

} // namespace asl

#include "core/text/yaml_style.h"

#include "core/text/yaml_scalar.h"

#include <algorithm>

namespace asl {

namespace {

bool isContainer(NodeKind kind)
{
    return kind == NodeKind::Object || kind == NodeKind::Array;
}

/// The quotes most texts have; plain where they differ.
class Quotes
{
public:
    void count(std::string_view source)
    {
        if (source.starts_with("\"\"") || source.starts_with("''"))
            return; // an empty text needs them
        switch (yamlStyleOf(source)) {
        case YamlEvent::Style::DoubleQuoted:
            ++m_double;
            break;
        case YamlEvent::Style::SingleQuoted:
            ++m_single;
            break;
        case YamlEvent::Style::Plain:
            ++m_plain;
            break;
        case YamlEvent::Style::Literal:
        case YamlEvent::Style::Folded:
            break;
        }
    }
    bool any() const { return m_double + m_single + m_plain > 0; }
    YamlEvent::Style habit() const
    {
        if (m_double > m_plain && m_double >= m_single)
            return YamlEvent::Style::DoubleQuoted;
        return m_single > m_plain ? YamlEvent::Style::SingleQuoted : YamlEvent::Style::Plain;
    }

private:
    std::size_t m_double = 0, m_single = 0, m_plain = 0;
};

/// Reads the habits of some nodes off the text.
class Habits
{
public:
    explicit Habits(const SyntaxTree& tree) : m_tree(tree), m_text(tree.text()) {}

    void look(NodeId id)
    {
        const SyntaxNode& node = m_tree.node(id);
        if (m_tree.fixed(id) != Fixed::No)
            return;
        if (!node.keyRange().empty())
            m_keys.count(m_text.substr(node.keyBegin));
        if (node.kind == NodeKind::String && !node.range().empty())
            m_texts.count(m_text.substr(node.begin));
        if (!isContainer(node.kind) || node.childCount == 0 || isFlow(m_tree, id) || node.keyRange().empty())
            return;
        const std::size_t outer = yamlColumn(m_text, node.keyBegin);
        const std::size_t inner = yamlColumn(m_text, node.begin);
        if (node.kind == NodeKind::Array && m_dashes < 0)
            m_dashes = inner > outer ? 1 : 0;
        else if (node.kind == NodeKind::Object && m_step == 0 && inner > outer)
            m_step = inner - outer;
    }

    void apply(YamlStyle& style, bool quotes) const
    {
        if (m_step > 0)
            style.step = m_step;
        if (m_dashes >= 0)
            style.dashesIndented = m_dashes == 1;
        if (quotes && m_texts.any())
            style.texts = m_texts.habit();
        if (quotes && m_keys.any())
            style.keys = m_keys.habit();
    }

private:
    const SyntaxTree& m_tree;
    std::string_view m_text;
    Quotes m_texts, m_keys;
    std::size_t m_step = 0;
    int m_dashes = -1;
};

/// Writes a value and all in it; nesting is at most SyntaxTree::maxDepth deep.
class Writer
{
public:
    Writer(const SyntaxTree& json, const YamlStyle& style, bool refsAsTags = false)
        : m_json(json), m_style(style), m_refsAsTags(refsAsTags)
    {
    }

    std::string text;

    void value(NodeId node, std::size_t indent, YamlBehind behind, bool last)
    {
        const NodeKind kind = m_json.kind(node);
        const NodeId only =
            kind == NodeKind::Object && m_json.node(node).childCount == 1 ? m_json.node(node).firstChild : noNode;
        if (m_refsAsTags && only != noNode && m_json.keyIs(only, "Ref") && m_json.kind(only) == NodeKind::String) {
            text += " !Ref";
            scalar(only, indent, YamlBehind::Colon, last);
        } else if (!isContainer(kind))
            scalar(node, indent, behind, last);
        else if (m_json.node(node).childCount == 0)
            text += std::string(behind == YamlBehind::Nothing ? "" : " ") + (kind == NodeKind::Object ? "{}" : "[]");
        else
            children(node, indent, behind, last);
    }

private:
    void scalar(NodeId node, std::size_t indent, YamlBehind behind, bool last)
    {
        if (behind != YamlBehind::Nothing)
            text += ' ';
        if (m_json.kind(node) != NodeKind::String) {
            text += m_json.raw(node);
            return;
        }
        YamlScalarPlace place;
        place.oneLine = last && m_style.oneLineAtEnd;
        place.indent = std::string(indent + m_style.step, ' ');
        place.lineEnd = m_style.lineEnd;
        text += yamlScalar(m_json.stringValue(node), m_style.texts, place);
    }

    void children(NodeId node, std::size_t indent, YamlBehind behind, bool last)
    {
        const bool isObject = m_json.kind(node) == NodeKind::Object;
        std::size_t column = indent;
        if (behind == YamlBehind::Dash)
            column += 2;
        else if (behind == YamlBehind::Colon)
            column += isObject || m_style.dashesIndented ? m_style.step : 0;
        bool first = true;
        for (const NodeId child : m_json.children(node)) {
            if (first && behind == YamlBehind::Dash)
                text += ' ';
            else if (!first || behind != YamlBehind::Nothing)
                text += m_style.lineEnd + std::string(column, ' ');
            first = false;
            text += isObject ? yamlKey(m_json.key(child), m_style) + ":" : "-";
            value(child, column, isObject ? YamlBehind::Colon : YamlBehind::Dash,
                  last && m_json.node(child).nextSibling == noNode);
        }
    }

    const SyntaxTree& m_json;
    const YamlStyle& m_style;
    bool m_refsAsTags;
};

} // namespace

bool isFlow(const SyntaxTree& tree, NodeId container)
{
    const SyntaxNode& node = tree.node(container);
    const char first = node.begin < tree.text().size() ? tree.text()[node.begin] : '\0';
    return isContainer(node.kind) && (first == '{' || first == '[');
}

std::size_t yamlColumn(std::string_view text, std::size_t position)
{
    std::size_t begin = position;
    while (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r')
        --begin;
    return position - begin;
}

YamlStyle yamlStyleAt(const SyntaxTree& tree, NodeId container)
{
    YamlStyle style;
    const std::size_t lineFeed = tree.text().find('\n');
    if (lineFeed != std::string::npos && lineFeed > 0 && tree.text()[lineFeed - 1] == '\r')
        style.lineEnd = "\r\n";
    constexpr NodeId enough = 2000;
    Habits whole(tree);
    for (NodeId id = 0; id < tree.size() && id < enough; ++id)
        whole.look(id);
    whole.apply(style, true);
    Habits own(tree);
    own.look(container);
    for (const NodeId child : tree.children(container))
        own.look(child);
    own.apply(style, false);
    return style;
}

std::string yamlKey(std::string_view key, const YamlStyle& style)
{
    YamlScalarPlace place;
    place.isKey = true;
    return yamlScalar(key, style.keys, place);
}

std::string yamlText(const SyntaxTree& json, NodeId node, const YamlStyle& style, std::size_t indent, YamlBehind behind)
{
    Writer writer(json, style);
    writer.value(node, indent, behind, true);
    return std::move(writer.text);
}

std::string yamlDocument(const SyntaxTree& json, YamlFunctions functions)
{
    const YamlStyle style;
    Writer writer(json, style, functions == YamlFunctions::AsTags);
    writer.value(json.root(), 0, YamlBehind::Nothing, true);
    return std::move(writer.text) + style.lineEnd;
}

} // namespace asl

// layout: position and size of every state, route of every transition, without fonts.

#include "app/cli/command.h"

#include "core/data/json.h"
#include "core/layout/card_text.h"
#include "core/layout/diagram_layout.h"
#include "core/model/labels.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace designer::cli {

namespace {

using asl::layout::BoxKind;
using Json = nlohmann::ordered_json;

double rounded(double value) { return std::round(value * 100) / 100; }
Json json(const asl::layout::Point& point) { return {rounded(point.x), rounded(point.y)}; }
Json json(const asl::layout::Rect& rect)
{
    return {{"x", rounded(rect.x)}, {"y", rounded(rect.y)}, {"width", rounded(rect.width)}, {"height", rounded(rect.height)}};
}

struct Drawing
{
    const asl::Snapshot& snapshot;
    asl::layout::DiagramGraph graph;
    asl::layout::DiagramLayout layout;

    const asl::StateMachine& machine() const { return snapshot.machine(); }
    std::string label(const asl::layout::DiagramEdge& edge) const
    {
        return edge.transition == asl::noId
            ? std::string()
            : asl::english(asl::transitionLabel(snapshot.tree(), machine().transition(edge.transition)));
    }
    std::string pointer(const asl::layout::DiagramNode& node) const
    {
        if (node.state != asl::noId)
            return snapshot.tree().pointer(machine().state(node.state).node);
        const asl::Scope& scope = machine().scope(graph.scopes[node.scope].scope);
        return scope.node == asl::noNode ? std::string() : snapshot.tree().pointer(scope.node);
    }
};

const char* kindName(BoxKind kind)
{
    switch (kind) {
    case BoxKind::Start: return "start";
    case BoxKind::End: return "end";
    case BoxKind::State: return "state";
    case BoxKind::Placeholder: return "placeholder";
    }
    return "";
}

std::string asJson(const Drawing& drawing)
{
    Json nodes = Json::array();
    for (std::size_t i = 0; i < drawing.graph.nodes.size(); ++i) {
        const auto& node = drawing.graph.nodes[i];
        const auto& place = drawing.layout.nodes[i];
        Json entry{{"id", i}, {"kind", kindName(node.kind)}, {"pointer", drawing.pointer(node)}};
        if (node.state != asl::noId)
            entry["name"] = drawing.machine().state(node.state).name;
        entry["box"] = json(place.box);
        if (!place.frame.empty())
            entry["frame"] = json(place.frame);
        if (node.kind == BoxKind::State && !node.reachable)
            entry["reachable"] = false;
        nodes.push_back(std::move(entry));
    }
    Json edges = Json::array();
    for (std::size_t i = 0; i < drawing.graph.edges.size(); ++i) {
        const auto& edge = drawing.graph.edges[i];
        const auto& place = drawing.layout.edges[i];
        Json entry{{"from", edge.from}, {"to", edge.to}, {"catch", edge.isCatch}, {"start", json(place.start)}};
        Json route = Json::array();
        for (const auto& piece : place.pieces)
            route.push_back(piece.curve ? Json{{"curve", {json(piece.control1), json(piece.control2), json(piece.to)}}}
                                        : Json{{"line", json(piece.to)}});
        entry["route"] = std::move(route);
        if (!place.label.empty()) {
            entry["label"] = drawing.label(edge);
            entry["labelBox"] = json(place.label);
        }
        edges.push_back(std::move(entry));
    }
    const Json all{{"size", {{"width", rounded(drawing.layout.bounds.width)}, {"height", rounded(drawing.layout.bounds.height)}}},
                   {"nodes", std::move(nodes)},
                   {"edges", std::move(edges)}};
    return all.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string quoted(std::string_view text, std::string_view quoteMark)
{
    std::string result;
    for (char c : text) {
        if (c == '"')
            result += quoteMark;
        else if (c == '\n' || c == '\r')
            result += ' ';
        else if (c == '\\' && quoteMark == "\\\"")
            result += "\\\\";
        else
            result += c;
    }
    return "\"" + result + "\"";
}

std::string title(const Drawing& drawing, const asl::layout::DiagramNode& node)
{
    switch (node.kind) {
    case BoxKind::Start: return "Start";
    case BoxKind::End: return "End";
    case BoxKind::State: return drawing.machine().state(node.state).name;
    case BoxKind::Placeholder: return "…";
    }
    return {};
}

class NestedText
{
public:
    explicit NestedText(const Drawing& drawing) : m_drawing(drawing) {}
    virtual ~NestedText() = default;

    std::string write()
    {
        m_text = head();
        scope(0, "  ");
        return m_text + tail();
    }

protected:
    virtual std::string head() const = 0;
    virtual std::string tail() const = 0;
    virtual std::string box(std::size_t id, const asl::layout::DiagramNode& node) const = 0;
    virtual std::string open(std::size_t id, const asl::layout::DiagramNode& node) const = 0;
    virtual std::string close() const = 0;
    virtual std::string edge(const asl::layout::DiagramEdge& edge) const = 0;

    const Drawing& m_drawing;

private:
    void scope(std::uint32_t index, const std::string& indent)
    {
        const auto& scope = m_drawing.graph.scopes[index];
        for (std::uint32_t id : scope.nodes) {
            const auto& node = m_drawing.graph.nodes[id];
            if (node.scopes.empty()) {
                m_text += indent + box(id, node) + "\n";
                continue;
            }
            m_text += indent + open(id, node) + "\n";
            m_text += indent + "  " + box(id, node) + "\n";
            for (std::uint32_t inside : node.scopes)
                this->scope(inside, indent + "  ");
            m_text += indent + close() + "\n";
        }
        for (std::uint32_t id : scope.edges)
            m_text += indent + edge(m_drawing.graph.edges[id]) + "\n";
    }

    std::string m_text;
};

class DotText final : public NestedText
{
public:
    using NestedText::NestedText;

protected:
    std::string head() const override { return "digraph {\n  node [shape=box, style=rounded]\n"; }
    std::string tail() const override { return "}\n"; }
    std::string box(std::size_t id, const asl::layout::DiagramNode& node) const override
    {
        return "n" + std::to_string(id) + " [label=" + quoted(title(m_drawing, node), "\\\"") + "]";
    }
    std::string open(std::size_t id, const asl::layout::DiagramNode&) const override
    {
        return "subgraph cluster_" + std::to_string(id) + " {";
    }
    std::string close() const override { return "}"; }
    std::string edge(const asl::layout::DiagramEdge& edge) const override
    {
        std::string text = "n" + std::to_string(edge.from) + " -> n" + std::to_string(edge.to);
        const std::string label = m_drawing.label(edge);
        if (!label.empty())
            text += " [label=" + quoted(label, "\\\"") + (edge.isCatch ? ", style=dashed, constraint=false]" : "]");
        return text;
    }
};

class MermaidText final : public NestedText
{
public:
    using NestedText::NestedText;

protected:
    std::string head() const override { return "flowchart TD\n"; }
    std::string tail() const override { return {}; }
    std::string box(std::size_t id, const asl::layout::DiagramNode& node) const override
    {
        const bool pill = node.kind == BoxKind::Start || node.kind == BoxKind::End;
        const std::string name = quoted(title(m_drawing, node), "#quot;");
        return "n" + std::to_string(id) + (pill ? "([" + name + "])" : "[" + name + "]");
    }
    std::string open(std::size_t id, const asl::layout::DiagramNode& node) const override
    {
        return "subgraph s" + std::to_string(id) + "[" + quoted(title(m_drawing, node), "#quot;") + "]";
    }
    std::string close() const override { return "end"; }
    std::string edge(const asl::layout::DiagramEdge& edge) const override
    {
        const std::string label = m_drawing.label(edge);
        return "n" + std::to_string(edge.from) + (edge.isCatch ? " -.->" : " -->")
            + (label.empty() ? std::string() : "|" + quoted(label, "#quot;") + "|") + " n" + std::to_string(edge.to);
    }
};

} // namespace

int layoutCommand(const QStringList& arguments)
{
    const auto parsed = parseArguments(arguments, {QStringLiteral("--format")}, {});
    if (!parsed)
        return fail(parsed.error());
    if (parsed->positional.size() != 1)
        return fail(std::string("layout needs one FILE. See layout --help."));
    const QString format = parsed->value(QStringLiteral("--format"), QStringLiteral("json"));
    if (format != u"json" && format != u"dot" && format != u"mermaid")
        return fail("there is no format " + format.toStdString() + ". Choose json, dot or mermaid.");
    const auto definition = host::openDefinition(parsed->positional.front());
    if (!definition)
        return fail(definition.error());
    const asl::SnapshotPointer& snapshot = definition->document.snapshot();
    const auto& tree = snapshot->tree();
    if (tree.kind(tree.root()) != asl::NodeKind::Object)
        return fail(placed(*definition, asl::Error{asl::Message(), tree.errors().empty() ? asl::TextRange{} : tree.errors().front().range})
                    + "this is no state machine: an object with StartAt and States is needed.");
    Drawing drawing{*snapshot, {}, {}};
    drawing.graph = asl::layout::graphOf(drawing.machine(), asl::layout::estimatedSize(tree, drawing.machine()));
    if (format == u"json") {
        drawing.layout = asl::layout::layout(drawing.graph);
        print(asJson(drawing));
    } else {
        print(format == u"dot" ? DotText(drawing).write() : MermaidText(drawing).write());
    }
    return Success;
}

} // namespace designer::cli

#include "ui/canvas/diagram_transition.h"

namespace designer {

namespace {

using asl::layout::BoxKind;

/// Start, End and placeholders have no path of a state: they are known by their scope and way.
using NodeKey = std::tuple<BoxKind, asl::StatePath, asl::TransitionPath>;

NodeKey keyOf(const Diagram& diagram, const NodeShape& node)
{
    asl::StatePath path = node.path;
    if (node.kind != BoxKind::State && node.owner != asl::noId)
        path = diagram.nodes[node.owner].path;
    return {node.kind, std::move(path), node.way};
}

std::map<NodeKey, quint32> keysOf(const Diagram& diagram)
{
    std::map<NodeKey, quint32> keys;
    for (quint32 i = 0; i < diagram.nodes.size(); ++i)
        keys.emplace(keyOf(diagram, diagram.nodes[i]), i);
    return keys;
}

qreal mix(qreal a, qreal b, qreal progress) { return a + (b - a) * progress; }
QPointF mix(QPointF a, QPointF b, qreal progress) { return a + (b - a) * progress; }
QRectF mix(const QRectF& a, const QRectF& b, qreal progress)
{
    if (a.isEmpty() || b.isEmpty())
        return b;
    return {mix(a.topLeft(), b.topLeft(), progress),
            QSizeF(mix(a.width(), b.width(), progress), mix(a.height(), b.height(), progress))};
}

QPainterPath mix(const QPainterPath& a, const QPainterPath& b, qreal progress)
{
    if (a.elementCount() != b.elementCount())
        return b;
    QPainterPath path = b;
    for (int i = 0; i < b.elementCount(); ++i) {
        if (a.elementAt(i).type != b.elementAt(i).type)
            return b;
        const QPointF point = mix(QPointF(a.elementAt(i)), QPointF(b.elementAt(i)), progress);
        path.setElementPositionAt(i, point.x(), point.y());
    }
    return path;
}

} // namespace

int movedNodes(const Diagram& from, const Diagram& to, QPointF shift)
{
    const auto known = keysOf(from);
    int moved = 0;
    for (const NodeShape& node : to.nodes)
        if (const auto before = known.find(keyOf(to, node)); before != known.end())
            moved += from.nodes[before->second].outline.translated(shift) != node.outline;
    return moved;
}

DiagramPointer between(const Diagram& from, const DiagramPointer& to, qreal progress, QPointF shift)
{
    if (progress >= 1)
        return to;
    auto result = std::make_shared<Diagram>();
    result->snapshot = to->snapshot;
    result->direction = to->direction;
    result->nodes = to->nodes;
    result->edges = to->edges;
    result->bounds = to->bounds;
    const auto known = keysOf(from);
    for (NodeShape& node : result->nodes) {
        const auto before = known.find(keyOf(*to, node));
        if (before == known.end())
            continue;
        const NodeShape& was = from.nodes[before->second];
        node.box = mix(was.box.translated(shift), node.box, progress);
        node.frame = mix(was.frame.translated(shift), node.frame, progress);
        node.outline = mix(was.outline.translated(shift), node.outline, progress);
    }
    for (EdgeShape& edge : result->edges) {
        const quint32 before = edge.hasWay ? from.find(edge.way) : asl::noId;
        if (before == asl::noId)
            continue;
        const EdgeShape& was = from.edges[before];
        const bool alike = was.line.elementCount() == edge.line.elementCount();
        edge.line = mix(was.line.translated(shift), edge.line, progress);
        edge.ownLine = edge.line;
        edge.ownHead = true;
        if (!alike)
            continue;
        edge.tip = mix(was.tip + shift, edge.tip, progress);
        edge.label = mix(was.label.translated(shift), edge.label, progress);
        edge.outline = edge.line.toFillPolygon();
        edge.bounds = edge.bounds.united(was.bounds.translated(shift));
    }
    result->buildIndex();
    return result;
}

} // namespace designer

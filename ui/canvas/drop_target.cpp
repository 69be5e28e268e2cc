#include "ui/canvas/drop_target.h"

#include <cmath>

namespace designer {

namespace {

constexpr qreal reach = 28;
constexpr qreal stickiness = 6;

qreal distanceTo(const QRectF& rect, QPointF point)
{
    const qreal dx = std::max({rect.left() - point.x(), 0.0, point.x() - rect.right()});
    const qreal dy = std::max({rect.top() - point.y(), 0.0, point.y() - rect.bottom()});
    return std::hypot(dx, dy);
}

qreal distanceTo(const EdgeShape& edge, QPointF point)
{
    qreal nearest = edge.label.isEmpty() ? 1e9 : distanceTo(edge.label, point);
    for (qsizetype i = 1; i < edge.outline.size(); ++i) {
        const QPointF a = edge.outline[i - 1];
        const QPointF along = edge.outline[i] - a;
        const qreal length = QPointF::dotProduct(along, along);
        const qreal t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0;
        const QPointF off = point - (a + along * t);
        nearest = std::min(nearest, std::hypot(off.x(), off.y()));
    }
    return nearest;
}

} // namespace

DropTarget dropTargetAt(const Diagram& diagram, QPointF position, const DropTarget& former, qreal zoom)
{
    const qreal wide = zoom < 1 ? std::min(reach / zoom, reach * 3) : reach;
    const QRectF area = QRectF(position, QSizeF()).adjusted(-wide, -wide, wide, wide);
    DropTarget best;
    qreal nearest = wide + 0.01;
    const auto consider = [&](const DropTarget& target, qreal distance) {
        if (target == former)
            distance -= stickiness;
        if (distance < nearest) {
            nearest = distance;
            best = target;
        }
    };
    for (quint32 index : diagram.nodesIn(area))
        if (const NodeShape& node = diagram.nodes[index]; node.kind == asl::layout::BoxKind::Placeholder)
            consider({asl::noId, index, node.way}, distanceTo(node.box, position) - 1); // inside it nothing is nearer
    for (quint32 index : diagram.edgesIn(area))
        if (const EdgeShape& edge = diagram.edges[index]; edge.hasWay)
            consider({index, asl::noId, edge.way}, distanceTo(edge, position));
    return best;
}

asl::Result<asl::Edit> copyState(const asl::Snapshot& snapshot, const asl::StatePath& state, const asl::Place& place)
{
    const auto duplicated = asl::duplicateState(snapshot, state);
    const auto* way = std::get_if<asl::OnTransition>(&place);
    const bool rightBehind = way && way->transition.scope == state.scope && way->transition.from == state.name
        && way->transition.kind != asl::TransitionKind::Catch;
    if (!duplicated || rightBehind)
        return duplicated;
    const auto moved = asl::moveState(*revised(snapshot, duplicated->patch), *duplicated->select, place);
    if (!moved)
        return moved;
    asl::Edit edit = *moved;
    edit.label = duplicated->label;
    edit.patch = asl::composed(snapshot.text(), duplicated->patch, moved->patch);
    return edit;
}

} // namespace designer

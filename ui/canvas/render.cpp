#include "ui/canvas/render.h"

#include "core/layout/metrics.h"
#include "ui/canvas/painting.h"
#include "ui/support/style.h"

#include <QPainter>

namespace designer {

namespace {

constexpr qreal margin = asl::layout::metrics::pageMargin;

void thumbnailCard(QPainter& painter, const Diagram& diagram, const NodeShape& node)
{
    paintRounded(painter, node.box, 12, color(Token::Card), color(Token::CardBorder), 3);
    if (node.kind != asl::layout::BoxKind::State)
        return;
    const Tile tile = tileOf(diagram.snapshot->tree(), diagram.snapshot->machine().state(node.state));
    const bool flow = tile.fill == color(Token::FlowTile);
    paintRounded(painter, QRectF(node.box.left() + 12, node.box.top() + 10, 32, 32), 8, tile.fill, flow ? tile.ink : tile.fill, 3);
    const QRectF bar(node.box.left() + 58, node.box.center().y() - 6, (node.box.width() - 58) * 0.75, 12);
    paintRounded(painter, bar, 6, color(Token::LabelBorder));
}

} // namespace

QSizeF pictureSize(const Diagram& diagram)
{
    return diagram.bounds.size() + QSizeF(2 * margin, 2 * margin);
}

void drawPicture(QPainter& painter, const Diagram& diagram, qreal scale, bool ground)
{
    painter.save();
    if (ground)
        painter.fillRect(QRectF(QPointF(), pictureSize(diagram)), color(Token::Canvas));
    painter.translate(QPointF(margin, margin) - diagram.bounds.topLeft());
    DiagramPainter pen(painter, diagram, std::max(1.0, scale), 1);
    for (const NodeShape& node : diagram.nodes)
        if (!node.frame.isEmpty())
            pen.container(node, {});
    for (const EdgeShape& edge : diagram.edges)
        pen.edge(edge, {});
    for (const NodeShape& node : diagram.nodes)
        pen.node(node, {});
    for (const EdgeShape& edge : diagram.edges)
        pen.label(edge, {});
    painter.restore();
}

void drawThumbnail(QPainter& painter, const Diagram& diagram, const QRectF& rect)
{
    if (diagram.bounds.isEmpty())
        return;
    const qreal scale = std::min({1.0 / 3, rect.width() / diagram.bounds.width(), rect.height() / diagram.bounds.height()});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.scale(scale, scale);
    painter.translate(-diagram.bounds.center());
    for (const NodeShape& node : diagram.nodes)
        if (!node.frame.isEmpty())
            paintRounded(painter, node.frame, 20, color(Token::Container), color(Token::ContainerBorder), 3);
    for (const EdgeShape& edge : diagram.edges) {
        painter.setPen(QPen(color(edge.isCatch ? Token::Catch : Token::Edge), 4));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(edge.outline);
    }
    for (const NodeShape& node : diagram.nodes) {
        if (node.kind == asl::layout::BoxKind::State || node.kind == asl::layout::BoxKind::Placeholder)
            thumbnailCard(painter, diagram, node);
        else if (!node.box.isEmpty())
            paintRounded(painter, node.box, node.box.height() / 2, color(Token::Pill), color(Token::CardBorder), 3);
    }
    painter.restore();
}

} // namespace designer

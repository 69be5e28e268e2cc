// Edges, their heads and labels.

#include "ui/canvas/painting.h"

#include "ui/support/icons.h"

#include <QPainter>

namespace designer {

namespace {

constexpr qreal headLength = 8;
constexpr qreal headWidth = 9;
constexpr qreal labelPadding = 8;
constexpr qreal catchGlyph = 12;

QPolygonF headAt(QPointF tip, QPointF direction)
{
    const QPointF across(-direction.y(), direction.x());
    const QPointF base = tip - direction * headLength;
    return QPolygonF() << tip << base + across * headWidth / 2 << base - across * headWidth / 2;
}

QColor lineColor(const EdgeShape& edge, const EdgeLook& look)
{
    if (look.drop != Drop::None)
        return color(look.drop == Drop::Allowed ? Token::Accent : Token::Err);
    if (look.highlighted)
        return color(Token::Accent);
    if (edge.isCatch)
        return color(Token::Catch);
    return color(look.passes > 0 ? Token::EdgeVisited : Token::Edge);
}

} // namespace

void DiagramPainter::edge(const EdgeShape& edge, const EdgeLook& look)
{
    const QColor ink = lineColor(edge, look);
    const bool strong = look.drop != Drop::None || look.highlighted || look.passes > 0;
    if (m_detail == Detail::Shapes) {
        m_painter.setRenderHint(QPainter::Antialiasing, false);
        m_painter.setPen(pen(ink, 1));
        m_painter.drawPolyline(edge.outline);
        return;
    }
    const qreal least = Theme::current().isHighContrast() ? 2 : edge.isCatch ? 1.5 : 1.25;
    QPen stroke = pen(ink, strong ? 2 : least);
    stroke.setCapStyle(Qt::FlatCap);
    const qreal unit = stroke.isCosmetic() ? 1 / m_zoom : stroke.widthF();
    if (edge.isCatch)
        stroke.setDashPattern({6 / unit, 4 / unit});
    else if (!edge.reachable)
        stroke.setDashPattern({2 / unit, 3 / unit});
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(stroke);
    m_painter.setBrush(Qt::NoBrush);
    const bool whole = strong || look.inRun;
    m_painter.drawPath(whole ? edge.line : edge.ownLine); // twice the same smooth line would look bolder
    if (!whole && !edge.ownHead)
        return;
    m_painter.setPen(QPen(ink, 1, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(ink);
    m_painter.drawPolygon(headAt(edge.tip, edge.direction));
    if (look.passes < 2 || m_detail < Detail::Cards)
        return;
    const QString count = QStringLiteral("×%1").arg(look.passes);
    m_painter.setFont(font(FontRole::Badge));
    const qreal width = QFontMetricsF(font(FontRole::Badge)).horizontalAdvance(count) + 10;
    QRectF pill(0, 0, width, 16);
    pill.moveCenter(edge.tip - edge.direction * 12 + QPointF(edge.direction.y(), -edge.direction.x()) * (width / 2 + 8));
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color(Token::Pill));
    m_painter.drawRoundedRect(pill, 8, 8);
    m_painter.setPen(color(Token::Text2));
    m_painter.drawText(pill, Qt::AlignCenter, count);
}

void DiagramPainter::label(const EdgeShape& edge, const EdgeLook& look)
{
    if (edge.label.isEmpty() || m_detail == Detail::Shapes)
        return;
    QColor ink = color(edge.isCatch ? Token::Catch : Token::Text2);
    QColor line = color(edge.isCatch ? Token::Catch : Token::LabelBorder);
    QColor fill = color(Token::Label);
    if (look.drop != Drop::None) {
        ink = color(look.drop == Drop::Allowed ? Token::Accent : Token::Err);
        line = ink;
    } else if (look.labelSelected) {
        fill = color(Token::AccentSoft);
        ink = color(Token::Accent);
        line = ink;
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
    if (m_detail == Detail::Names) { // a label without its text
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(edge.isCatch ? ink : line);
        const qreal radius = 3 / m_zoom;
        m_painter.drawEllipse(edge.label.center(), radius, radius);
        return;
    }
    rounded(edge.label, edge.label.height() / 2, {fill, line, 1, {}});
    QRectF text = edge.label.adjusted(labelPadding, 0, -labelPadding, 0);
    if (edge.isCatch) {
        paintGlyph(m_painter, QStringLiteral("sim-catch"),
                   QRectF(text.left(), text.center().y() - catchGlyph / 2, catchGlyph, catchGlyph), ink);
        text.setLeft(text.left() + 16);
    }
    m_painter.setFont(font(FontRole::CaptionMedium));
    m_painter.setPen(ink);
    m_painter.drawText(text, Qt::AlignCenter | Qt::TextSingleLine, edge.labelText);
}

void DiagramPainter::plus(QPointF center)
{
    constexpr qreal radius = 10;
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(color(Token::Canvas), 2));
    m_painter.setBrush(color(Token::AccentFill));
    m_painter.drawEllipse(center, radius + 1, radius + 1);
    paintGlyph(m_painter, QStringLiteral("add"), QRectF(center.x() - 6, center.y() - 6, 12, 12), color(Token::OnAccent));
}

} // namespace designer

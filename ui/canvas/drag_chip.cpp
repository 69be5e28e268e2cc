#include "ui/canvas/drag_chip.h"

#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QPainter>

namespace designer {

namespace {

constexpr int chipHeight = 32;
constexpr int refusalHeight = 28;
constexpr int gap = 6;
constexpr int tileSide = 22;
constexpr int glyphSide = 16;
constexpr int padding = 8;
constexpr int shadow = 6;
constexpr QPoint fromPointer(14, 12);

void paintShadow(QPainter& painter, const QRectF& rect)
{
    const qreal strength = Theme::current().isDark() ? 0.1 : 0.027;
    for (int i = shadow; i > 0; --i)
        paintRounded(painter, rect.adjusted(-i, 2 - i, i, 2 + i), 8 + i, QColor::fromRgbF(0, 0, 0, float(strength)));
}

} // namespace

DragChip::DragChip(QWidget* parent) : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

void DragChip::setFace(const Tile& tile, const QString& name)
{
    m_tile = tile;
    m_name = name;
    fit();
}

void DragChip::setRefusal(const QString& reason)
{
    if (reason == m_refusal)
        return;
    m_refusal = reason;
    setAccessibleName(reason);
    fit();
}

void DragChip::fit()
{
    const QFontMetrics metrics(designer::font(FontRole::BodyMedium));
    const int chip = m_name.isEmpty() ? 0 : 2 * padding + tileSide + padding + metrics.horizontalAdvance(m_name);
    const int refusal = m_refusal.isEmpty() ? 0 : 3 * padding + glyphSide + metrics.horizontalAdvance(m_refusal);
    resize(std::max(chip, refusal) + 2 * shadow, chipHeight + gap + refusalHeight + 2 * shadow);
    update();
}

void DragChip::moveTo(QPoint pointer)
{
    move(pointer + fromPointer - QPoint(shadow, shadow));
    setVisible(!m_name.isEmpty() || !m_refusal.isEmpty());
    raise();
}

void DragChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QFont face = designer::font(FontRole::BodyMedium);
    const QFontMetrics metrics(face);
    painter.setFont(face);
    if (!m_name.isEmpty()) {
        const QRectF chip(shadow, shadow, 3 * padding + tileSide + metrics.horizontalAdvance(m_name), chipHeight);
        paintShadow(painter, chip);
        paintRounded(painter, chip, 8, color(Token::Raised), color(m_refusal.isEmpty() ? Token::Accent : Token::Err));
        paintTile(painter, QRectF(chip.left() + padding, chip.top() + (chipHeight - tileSide) / 2, tileSide, tileSide), m_tile);
        painter.setPen(color(Token::Text));
        painter.drawText(chip.adjusted(2 * padding + tileSide, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_name);
    }
    if (m_refusal.isEmpty())
        return;
    const QRectF box(shadow, shadow + chipHeight + gap, 3 * padding + glyphSide + metrics.horizontalAdvance(m_refusal), refusalHeight);
    paintShadow(painter, box);
    paintRounded(painter, box, 5, Theme::current().statusFill(Status::Failed), color(Token::Err));
    paintGlyph(painter, QStringLiteral("problem-error"),
               QRectF(box.left() + padding, box.top() + (refusalHeight - glyphSide) / 2, glyphSide, glyphSide), color(Token::Err));
    painter.setPen(color(Token::Text));
    painter.drawText(box.adjusted(2 * padding + glyphSide, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_refusal);
}

} // namespace designer

#include "ui/palette/palette_list.h"

#include "ui/support/style.h"
#include "ui/workspace/dragged_state.h"

#include <QDrag>
#include <QPainter>

namespace designer {

namespace {

constexpr int chipHeight = 32;
constexpr int chipRight = 14; ///< from the pointer's tip
constexpr int chipBelow = 12;
constexpr int shadowReach = 16;
constexpr int shadowDrop = 4;
constexpr int longestName = 180;

void paintShadow(QPainter& painter, const QRectF& chip)
{
    // A soft edge out of thin layers: nothing here is worth an effect object.
    const qreal strength = Theme::current().isDark() ? 0.55 : 0.16;
    for (int step = shadowReach; step > 0; --step) {
        const qreal alpha = strength * 2 / shadowReach * (1 - static_cast<qreal>(step) / shadowReach);
        const qreal spread = step * 0.6;
        paintRounded(painter, chip.translated(0, shadowDrop).adjusted(-spread, -spread, spread, spread), 8 + spread, QColor::fromRgbF(0, 0, 0, static_cast<float>(alpha)));
    }
}

} // namespace

QPixmap dragChip(const Tile& tile, const QString& name, qreal devicePixelRatio, QPoint& hotSpot)
{
    const QFont nameFont = font(FontRole::BodyMedium);
    const QFontMetrics metrics(nameFont);
    const QString shown = metrics.elidedText(name, Qt::ElideRight, longestName);
    const QRect chip(shadowReach, shadowReach, 5 + 22 + 8 + metrics.horizontalAdvance(shown) + 12, chipHeight);
    QPixmap pixmap((QSizeF(chip.size() + QSize(2 * shadowReach, 2 * shadowReach)) * devicePixelRatio).toSize());
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintShadow(painter, chip);
    paintRounded(painter, chip, 8, color(Token::Raised), color(Token::Accent));
    paintTile(painter, QRectF(chip.left() + 5, chip.top() + 5, 22, 22), tile);
    painter.setFont(nameFont);
    painter.setPen(color(Token::Text));
    painter.drawText(chip.adjusted(5 + 22 + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, shown);
    hotSpot = QPoint(shadowReach - chipRight, shadowReach - chipBelow);
    return pixmap;
}

PaletteList::PaletteList(Workspace& workspace, PaletteModel& model, QWidget* parent)
    : QListView(parent), m_workspace(workspace), m_model(model)
{
    setModel(&model);
    setItemDelegate(new PaletteDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(tr("States to insert"));
}

void PaletteList::startDrag(Qt::DropActions)
{
    const PaletteEntry* entry = m_model.entry(currentIndex());
    if (!entry)
        return;
    auto* drag = new QDrag(this);
    drag->setMimeData(toMimeData(stateOf(*entry, *m_workspace.snapshot())));
    QPoint hotSpot;
    drag->setPixmap(dragChip(entry->tile, entry->name, devicePixelRatioF(), hotSpot));
    drag->setHotSpot(hotSpot);
    drag->exec(Qt::CopyAction);
}

} // namespace designer

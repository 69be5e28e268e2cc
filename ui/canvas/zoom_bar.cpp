#include "ui/canvas/zoom_bar.h"

#include "ui/support/labels.h"
#include "ui/support/style.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace designer {

namespace {

constexpr int barHeight = 36;
constexpr int percentWidth = 52;

} // namespace

ZoomBar::ZoomBar(QWidget* parent) : QFrame(parent), m_percent(new QToolButton(this))
{
    setFixedHeight(barHeight);
    setCursor(Qt::ArrowCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(6, 6, 6, 6);
    row->setSpacing(2);
    const auto addButton = [&](const QString& glyph, const QString& text) {
        QToolButton* button = iconButton(glyph, text, this, Token::Text);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        return button;
    };
    connect(addButton(QStringLiteral("zoom-out"), tr("Zoom out (Ctrl+-)")), &QToolButton::clicked, this, &ZoomBar::zoomOutWanted);
    m_percent->setAutoRaise(true);
    m_percent->setFixedWidth(percentWidth);
    m_percent->setFocusPolicy(Qt::TabFocus);
    m_percent->setToolTip(tr("Zoom"));
    auto* menu = new QMenu(m_percent);
    for (const int percent : {25, 50, 75, 100, 150, 200, 400})
        menu->addAction(tr("%1 %").arg(percent), this, [this, percent] { emit zoomWanted(percent / 100.0); });
    menu->addSeparator();
    menu->addAction(tr("Fit"), this, &ZoomBar::fitWanted);
    connect(m_percent, &QToolButton::clicked, this, [this, menu] {
        menu->popup(m_percent->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
    row->addWidget(m_percent);
    connect(addButton(QStringLiteral("zoom-in"), tr("Zoom in (Ctrl+=)")), &QToolButton::clicked, this, &ZoomBar::zoomInWanted);
    auto* separator = new Hairline(Token::Border, this);
    separator->setFixedSize(1, 20);
    row->addSpacing(4);
    row->addWidget(separator);
    row->addSpacing(4);
    connect(addButton(QStringLiteral("fit"), tr("Fit the drawing (Ctrl+9)")), &QToolButton::clicked, this, &ZoomBar::fitWanted);
    m_direction = addButton(QStringLiteral("layout-direction"), tr("Let the flow run to the right"));
    m_direction->setCheckable(true);
    connect(m_direction, &QToolButton::toggled, this, &ZoomBar::directionToggled);
    m_minimap = addButton(QStringLiteral("minimap"), tr("Overview"));
    m_minimap->setCheckable(true);
    connect(m_minimap, &QToolButton::toggled, this, &ZoomBar::minimapToggled);
    setZoom(1);
    adjustSize();
}

void ZoomBar::setZoom(qreal zoom)
{
    m_percent->setText(tr("%1%").arg(qRound(zoom * 100)));
}

void ZoomBar::setMinimapShown(bool shown)
{
    const QSignalBlocker blocker(m_minimap);
    m_minimap->setChecked(shown);
}

void ZoomBar::setFlowsRight(bool right)
{
    const QSignalBlocker blocker(m_direction);
    m_direction->setChecked(right);
}

void ZoomBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintRounded(painter, rect(), 8, color(Token::Raised), color(Token::Border));
}

} // namespace designer

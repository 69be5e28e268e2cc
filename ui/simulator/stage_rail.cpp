#include "ui/simulator/stage_rail.h"

#include "ui/simulator/data_tree.h"
#include "ui/support/style.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace designer {

namespace {

constexpr int side = 6;
constexpr int railTop = 16;
constexpr int dot = 8;
constexpr int currentDot = 12;
constexpr int narrow = 360; ///< below this only the current stop and its neighbours are named

} // namespace

StageRail::StageRail(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Stages of the data"));
    connect(&Theme::current(), &Theme::changed, this, [this] { updateGeometry(); });
}

QSize StageRail::sizeHint() const
{
    const int line = QFontMetrics(designer::font(FontRole::Badge)).height();
    return {360, railTop + currentDot / 2 + 8 + 2 * line + 8};
}

void StageRail::show(std::vector<Stop> stops, int current)
{
    if (stops == m_stops && current == m_current)
        return;
    m_stops = std::move(stops);
    m_current = current;
    if (m_current >= 0 && m_current < static_cast<int>(m_stops.size()))
        setAccessibleDescription(m_stops[static_cast<std::size_t>(m_current)].name + QStringLiteral(", ") + m_stops[static_cast<std::size_t>(m_current)].text);
    update();
}

QRect StageRail::column(int stop) const
{
    const auto count = std::max<int>(1, static_cast<int>(m_stops.size()));
    const int width = this->width() - 2 * side;
    const int left = side + width * stop / count;
    return {left, 2, side + width * (stop + 1) / count - left, height() - 4};
}

int StageRail::stopAt(const QPoint& position) const
{
    for (int i = 0; i < static_cast<int>(m_stops.size()); ++i)
        if (column(i).contains(position))
            return i;
    return -1;
}

void StageRail::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), 8, color(Token::Field), color(Token::Border));
    if (m_stops.empty())
        return;

    const auto count = static_cast<int>(m_stops.size());
    int lastReached = 0;
    for (int i = 0; i < count; ++i)
        if (m_stops[static_cast<std::size_t>(i)].reached)
            lastReached = i;
    if (m_current >= 0 && m_current < count)
        paintRounded(painter, column(m_current), 6, color(Token::AccentSoft));
    const auto center = [&](int stop) { return QPointF(column(stop).center().x() + 0.5, railTop); };
    painter.setPen(QPen(color(Token::Control), 1));
    painter.drawLine(center(0), center(count - 1));
    painter.setPen(QPen(color(Token::Text2), 2));
    painter.drawLine(center(0), center(lastReached));

    const QFontMetrics metrics(designer::font(FontRole::Badge));
    for (int i = 0; i < count; ++i) {
        const Stop& stop = m_stops[static_cast<std::size_t>(i)];
        const bool current = i == m_current;
        const qreal radius = (current ? currentDot : dot) / 2.0;
        const QColor ink = color(current ? Token::Accent : stop.reached ? Token::Text2 : Token::Control);
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(current || stop.set ? ink : color(Token::Field));
        painter.drawEllipse(center(i), radius - 0.75, radius - 0.75);

        if (width() < narrow && std::abs(i - m_current) > 1)
            continue;
        QRect text = column(i);
        text.setTop(railTop + currentDot / 2 + 6);
        text.setHeight(metrics.height());
        painter.setFont(designer::font(FontRole::Badge));
        painter.setPen(color(stop.set || current ? Token::Text : Token::Text2));
        // A wide name borrows from its neighbours' columns, which are not full.
        const QRect nameRect = text.adjusted(-8, 0, 8, 0);
        painter.drawText(nameRect, Qt::AlignCenter, metrics.elidedText(stop.name, Qt::ElideRight, nameRect.width()));
        text.translate(0, metrics.height() + 2);
        QFont plain = designer::font(FontRole::Badge);
        plain.setWeight(QFont::Normal);
        painter.setFont(plain);
        if (stop.counts.any()) {
            paintCounts(painter, text, Qt::AlignHCenter, stop.counts);
        } else {
            painter.setPen(color(Token::Text2));
            painter.drawText(text.adjusted(-4, 0, 4, 0), Qt::AlignCenter, painter.fontMetrics().elidedText(stop.text, Qt::ElideRight, text.width() + 6));
        }
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintRounded(painter, rect(), 8, Qt::transparent, color(Token::Focus), 2);
}

bool StageRail::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int stop = stopAt(help->pos());
        if (stop < 0) {
            QToolTip::hideText();
        } else {
            const Stop& shown = m_stops[static_cast<std::size_t>(stop)];
            QToolTip::showText(help->globalPos(), shown.name + QLatin1Char('\n') + (shown.counts.any() ? countsText(shown.counts) : shown.text), this);
        }
        return true;
    }
    return QWidget::event(event);
}

void StageRail::mousePressEvent(QMouseEvent* event)
{
    choose(stopAt(event->position().toPoint()));
}

void StageRail::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (direction == 0)
        return QWidget::keyPressEvent(event);
    for (int stop = m_current + direction; stop >= 0 && stop < static_cast<int>(m_stops.size()); stop += direction)
        if (m_stops[static_cast<std::size_t>(stop)].set)
            return choose(stop);
}

void StageRail::choose(int stop)
{
    if (stop < 0 || !m_stops[static_cast<std::size_t>(stop)].set || stop == m_current)
        return;
    m_current = stop;
    update();
    emit chosen(stop);
}

} // namespace designer

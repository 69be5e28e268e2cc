#include "ui/canvas/minimap.h"

#include "ui/support/style.h"
#include "ui/support/theme.h"

#include <QMouseEvent>
#include <QPainter>

namespace designer {

namespace {

constexpr QSize mapSize(160, 108);
constexpr qreal padding = 6;
constexpr std::size_t mostEdges = 1500; ///< more of them would be a grey patch

} // namespace

Minimap::Minimap(QWidget* parent) : QWidget(parent)
{
    setFixedSize(mapSize);
    setCursor(Qt::ArrowCursor);
    setAccessibleName(tr("Overview of the drawing"));
    connect(&Theme::current(), &Theme::changed, this, [this] { m_cache = {}; });
}

void Minimap::setDiagram(const DiagramPointer& diagram)
{
    m_diagram = diagram;
    m_cache = {};
    update();
}

void Minimap::setSelected(std::vector<asl::StatePath> states)
{
    m_selected = std::move(states);
    update();
}

void Minimap::setVisibleArea(const QRectF& area)
{
    m_visible = area;
    update();
}

QTransform Minimap::toWidget() const
{
    const QRectF room = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    const QRectF all = m_diagram->bounds;
    const qreal scale = std::min(room.width() / std::max(1.0, all.width()), room.height() / std::max(1.0, all.height()));
    QTransform transform;
    transform.translate(room.center().x(), room.center().y());
    transform.scale(scale, scale);
    transform.translate(-all.center().x(), -all.center().y());
    return transform;
}

void Minimap::paintDrawing(QPainter& painter) const
{
    QPen line(color(Token::Edge), 1);
    line.setCosmetic(true);
    painter.setPen(line);
    if (m_diagram->edges.size() <= mostEdges)
        for (const EdgeShape& edge : m_diagram->edges)
            painter.drawPolyline(edge.outline);
    painter.setPen(Qt::NoPen);
    for (const NodeShape& node : m_diagram->nodes) {
        if (!node.frame.isEmpty()) {
            painter.setPen(line);
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(node.frame);
            painter.setPen(Qt::NoPen);
        }
        if (node.kind == asl::layout::BoxKind::State)
            painter.fillRect(node.box, color(Token::LabelBorder));
    }
}

void Minimap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintRounded(painter, rect(), 8, color(Token::Raised), color(Token::Border));
    if (!m_diagram || m_diagram->bounds.isEmpty())
        return;
    const qreal ratio = devicePixelRatioF();
    if (m_cache.isNull()) {
        m_cache = QPixmap(size() * ratio);
        m_cache.setDevicePixelRatio(ratio);
        m_cache.fill(Qt::transparent);
        QPainter cached(&m_cache);
        cached.setTransform(toWidget(), true);
        paintDrawing(cached);
    }
    painter.drawPixmap(0, 0, m_cache);
    const QTransform transform = toWidget();
    for (const asl::StatePath& path : m_selected)
        if (const quint32 node = m_diagram->find(path); node != asl::noId)
            painter.fillRect(transform.mapRect(m_diagram->nodes[node].box), color(Token::Accent));
    const QRectF inside = QRectF(rect()).adjusted(padding, padding, -padding, -padding);
    paintRounded(painter, transform.mapRect(m_visible).intersected(inside), 2, Qt::transparent, color(Token::Accent), 2);
}

void Minimap::mousePressEvent(QMouseEvent* event)
{
    if (m_diagram && event->button() == Qt::LeftButton)
        emit centerWanted(toWidget().inverted().map(event->position()));
}

void Minimap::mouseMoveEvent(QMouseEvent* event)
{
    if (m_diagram && event->buttons().testFlag(Qt::LeftButton))
        emit centerWanted(toWidget().inverted().map(event->position()));
}

} // namespace designer

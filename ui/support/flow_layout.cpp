#include "ui/support/flow_layout.h"

#include <QWidget>

namespace designer {

FlowLayout::FlowLayout(int horizontalGap, int verticalGap, QWidget* parent)
    : QLayout(parent), m_horizontalGap(horizontalGap), m_verticalGap(verticalGap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

void FlowLayout::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool apply) const
{
    QPoint place = rect.topLeft();
    int rowHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = item->sizeHint().boundedTo(QSize(rect.width(), item->sizeHint().height()));
        if (place.x() > rect.left() && place.x() + size.width() > rect.left() + rect.width()) {
            place = QPoint(rect.left(), place.y() + rowHeight + m_verticalGap);
            rowHeight = 0;
        }
        if (apply)
            item->setGeometry(QRect(place, size));
        place.rx() += size.width() + m_horizontalGap;
        rowHeight = std::max(rowHeight, size.height());
    }
    return place.y() + rowHeight - rect.top();
}

} // namespace designer

#include "ui/simulator/group_head.h"

#include "ui/support/style.h"

#include <QPainter>

namespace designer {

GroupHead::GroupHead(const QString& title, QWidget* parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    setFixedHeight(Theme::current().height(28));
    m_row->setContentsMargins(12, 0, 8, 0);
    m_row->setSpacing(8);
    m_row->addWidget(new ThemedLabel(title, FontRole::CaptionStrong, Token::Text2, this));
    m_count = new ThemedLabel({}, FontRole::CaptionStrong, Token::Text2, this);
    m_row->addWidget(m_count);
    m_row->addStretch();
}

void GroupHead::setCount(int count)
{
    m_count->setText(count > 0 ? QString::number(count) : QString());
    m_count->setContentsMargins(6, 0, 6, 0);
    update();
}

void GroupHead::paintEvent(QPaintEvent*)
{
    if (m_count->text().isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF pill = m_count->geometry();
    pill.setHeight(16);
    pill.moveCenter(QPointF(m_count->geometry().center()) + QPointF(0.5, 0.5));
    paintRounded(painter, pill, 8, color(Token::Pill));
}

} // namespace designer

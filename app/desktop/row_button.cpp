#include "app/desktop/row_button.h"

#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QKeyEvent>
#include <QPainter>

namespace designer {

namespace {

constexpr int padding = 12;
constexpr int glyphSize = 20;
constexpr qreal radius = 6;

} // namespace

RowButton::RowButton(int designedHeight, QWidget* parent) : QAbstractButton(parent), m_designedHeight(designedHeight)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize RowButton::sizeHint() const { return {220, Theme::current().height(m_designedHeight)}; }

QSize RowButton::minimumSizeHint() const { return {120, sizeHint().height()}; }

void RowButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (isDown())
        paintRounded(painter, rect(), radius, color(Token::Pressed));
    else if (underMouse())
        paintRow(painter, rect(), QStyle::State_MouseOver | QStyle::State_Enabled, radius);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintRounded(painter, rect(), radius, Qt::transparent, color(Token::Focus), 2);
    paintContent(painter, rect().adjusted(padding, 0, -padding, 0));
}

void RowButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void RowButton::enterEvent(QEnterEvent*) { update(); }

void RowButton::leaveEvent(QEvent*) { update(); }

CommandRow::CommandRow(QString glyph, const QString& text, QString key, QWidget* parent)
    : RowButton(36, parent), m_glyph(std::move(glyph)), m_key(std::move(key))
{
    setText(text);
    setAccessibleName(text);
}

void CommandRow::paintContent(QPainter& painter, const QRect& rect) const
{
    const QRect icon(rect.left(), rect.center().y() - glyphSize / 2 + 1, glyphSize, glyphSize);
    if (!m_glyph.isEmpty())
        painter.drawPixmap(icon, glyph(m_glyph, glyphSize, color(Token::Text), devicePixelRatioF()));
    painter.setFont(designer::font(FontRole::Caption));
    painter.setPen(color(Token::Text2));
    const int keyWidth = painter.fontMetrics().horizontalAdvance(m_key);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, m_key);
    painter.setFont(designer::font(FontRole::Body));
    painter.setPen(color(Token::Text));
    const QRect words = rect.adjusted(glyphSize + padding, 0, -keyWidth - padding, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace designer

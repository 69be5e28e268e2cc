#include "ui/support/labels.h"

#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QHBoxLayout>
#include <QPainter>

namespace designer {

ThemedLabel::ThemedLabel(const QString& text, FontRole role, Token token, QWidget* parent)
    : QLabel(text, parent), m_role(role), m_token(token)
{
    setTextFormat(Qt::PlainText);
    applyTheme();
    connect(&Theme::current(), &Theme::changed, this, &ThemedLabel::applyTheme);
}

void ThemedLabel::setToken(Token token)
{
    m_token = token;
    applyTheme();
}

void ThemedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elide = mode;
    updateGeometry();
}

void ThemedLabel::applyTheme()
{
    setFont(designer::font(m_role));
    QPalette colors;
    colors.setColor(QPalette::Active, QPalette::WindowText, color(m_token));
    colors.setColor(QPalette::Inactive, QPalette::WindowText, color(m_token));
    colors.setColor(QPalette::Disabled, QPalette::WindowText, color(Token::Disabled));
    setPalette(colors);
}

QSize ThemedLabel::minimumSizeHint() const
{
    return m_elide == Qt::ElideNone ? QLabel::minimumSizeHint() : QSize(fontMetrics().averageCharWidth() * 3, QLabel::minimumSizeHint().height());
}

void ThemedLabel::paintEvent(QPaintEvent* event)
{
    if (m_elide == Qt::ElideNone) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(contentsRect(), static_cast<int>(alignment()) | Qt::TextSingleLine, fontMetrics().elidedText(text(), m_elide, contentsRect().width()));
}

void ThemedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    updateToolTip();
}

void ThemedLabel::updateToolTip()
{
    if (m_elide == Qt::ElideNone || (!toolTip().isEmpty() && !m_ownToolTip))
        return;
    const bool cut = fontMetrics().horizontalAdvance(text()) > contentsRect().width();
    m_ownToolTip = cut;
    setToolTip(cut ? text() : QString());
}

GlyphLabel::GlyphLabel(QString name, int size, Token token, QWidget* parent)
    : QWidget(parent), m_name(std::move(name)), m_size(size), m_token(token)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void GlyphLabel::setGlyph(const QString& name, Token token)
{
    m_name = name;
    m_token = token;
    update();
}

void GlyphLabel::paintEvent(QPaintEvent*)
{
    if (m_name.isEmpty())
        return;
    QPainter painter(this);
    painter.drawPixmap(0, 0, glyph(m_name, m_size, color(m_token), devicePixelRatioF()));
}

LinkButton::LinkButton(const QString& text, QWidget* parent) : QAbstractButton(parent)
{
    setText(text);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

void LinkButton::setGlyph(const QString& name)
{
    m_glyph = name;
    updateGeometry();
}

void LinkButton::setTokens(Token normal, Token hovered)
{
    m_normal = normal;
    m_hovered = hovered;
    update();
}

QSize LinkButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + (m_glyph.isEmpty() ? 0 : 20) + 8, std::max(24, fontMetrics().height() + 4)};
}

QSize LinkButton::minimumSizeHint() const
{
    return {(m_glyph.isEmpty() ? 0 : 20) + 24, sizeHint().height()};
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QColor ink = color(!isEnabled() ? Token::Disabled : underMouse() ? m_hovered : m_normal);
    QRect place = rect().adjusted(2, 0, -2, 0);
    if (!m_glyph.isEmpty()) {
        painter.drawPixmap(place.left(), (height() - 16) / 2, glyph(m_glyph, 16, ink, devicePixelRatioF()));
        place.setLeft(place.left() + 20);
    }
    QFont underlined = font();
    underlined.setUnderline(underMouse() && m_normal == m_hovered && isEnabled());
    painter.setFont(underlined);
    painter.setPen(ink);
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine | Qt::TextHideMnemonic, fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintRounded(painter, rect(), 4, Qt::transparent, color(Token::Focus), 2);
}

void LinkButton::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void LinkButton::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

QToolButton* iconButton(const QString& glyphName, const QString& text, QWidget* parent, Token token)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon(glyphName, token));
    button->setIconSize({16, 16});
    button->setFixedSize(24, 24);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(text);
    button->setAccessibleName(text);
    return button;
}

SectionHead::SectionHead(const QString& title, QWidget* parent)
    : QWidget(parent), m_title(new ThemedLabel(title, FontRole::BodyStrong, Token::Text, this)), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(4);
    m_row->addWidget(m_title);
    m_row->addStretch();
    setFixedHeight(24);
}

void SectionHead::addWidget(QWidget* widget)
{
    m_row->addWidget(widget);
}

void SectionHead::setTitle(const QString& title)
{
    m_title->setText(title);
}

Hairline::Hairline(Token token, QWidget* parent) : QWidget(parent), m_token(token)
{
    setFixedHeight(1);
}

void Hairline::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), color(m_token));
}

GroundWidget::GroundWidget(Token token, QWidget* parent) : QWidget(parent), m_token(token)
{
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

void GroundWidget::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), color(m_token));
}

} // namespace designer

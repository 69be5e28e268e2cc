#include "ui/simulator/payload_parts.h"

#include "core/language/quotas.h"
#include "ui/simulator/run_words.h"
#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QPainter>

namespace designer {

namespace {

constexpr int headHeight = 52;
constexpr int sizeHeight = 28;
constexpr double nearlyFull = 0.8;

} // namespace

VisitHead::VisitHead(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(Theme::current().height(headHeight));
}

void VisitHead::show(Content content)
{
    m_content = std::move(content);
    setToolTip(m_content.name + QLatin1Char('\n') + m_content.caption);
    setAccessibleName(QStringList{m_content.name, m_content.statusText, m_content.caption}.join(QStringLiteral(", ")));
    update();
}

void VisitHead::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTile(painter, QRectF(12, (height() - 32) / 2, 32, 32), m_content.tile);
    QRect place = rect().adjusted(54, 0, -12, 0);

    painter.setFont(designer::font(FontRole::CaptionMedium));
    const int textWidth = painter.fontMetrics().horizontalAdvance(m_content.statusText);
    const QRect pill(place.right() - textWidth - 34, (height() - 22) / 2, textWidth + 34, 22);
    paintRounded(painter, pill, 11, m_content.fill);
    painter.drawPixmap(pill.left() + 10, pill.top() + 4, glyph(m_content.statusGlyph, 14, m_content.ink, devicePixelRatioF()));
    painter.setPen(m_content.ink);
    painter.drawText(pill.adjusted(28, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, m_content.statusText);
    place.setRight(pill.left() - 8);

    const int middle = height() / 2;
    painter.setFont(designer::font(FontRole::BodyStrong));
    painter.setPen(color(Token::Text));
    painter.drawText(QRect(place.left(), middle - 19, place.width(), 20), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_content.name, Qt::ElideRight, place.width()));
    painter.setFont(designer::font(FontRole::Caption));
    painter.setPen(color(Token::Text2));
    painter.drawText(QRect(place.left(), middle + 1, place.width(), 17), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_content.caption, Qt::ElideRight, place.width()));
}

SizeLine::SizeLine(QWidget* parent) : QWidget(parent)
{
    setFixedHeight(Theme::current().height(sizeHeight));
}

void SizeLine::show(std::size_t bytes)
{
    m_bytes = bytes;
    setAccessibleName(text());
    update();
}

QString SizeLine::text() const
{
    return tr("%1 of %2").arg(sizeText(m_bytes), sizeText(asl::quotas::payloadBytes));
}

void SizeLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(designer::font(FontRole::Caption));
    const QFontMetrics metrics = painter.fontMetrics();
    const double share = static_cast<double>(m_bytes) / asl::quotas::payloadBytes;
    const Token ink = share > 1 ? Token::Err : share >= nearlyFull ? Token::Warn : Token::Accent;
    QRect place = rect().adjusted(12, 0, -12, 0);
    painter.setPen(color(Token::Text2));
    const QString title = tr("Size");
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setPen(color(share >= nearlyFull ? ink : Token::Text2));
    painter.drawText(place, Qt::AlignVCenter | Qt::AlignRight, text());
    place.setLeft(place.left() + metrics.horizontalAdvance(title) + 8);
    place.setRight(place.right() - metrics.horizontalAdvance(text()) - 8);
    if (share >= nearlyFull) {
        const QString name = share > 1 ? QStringLiteral("problem-error") : QStringLiteral("problem-warning");
        painter.drawPixmap(place.right() - 14, (height() - 14) / 2, glyph(name, 14, color(ink), devicePixelRatioF()));
        place.setRight(place.right() - 20);
    }
    QRectF bar(place.left(), height() / 2.0 - 2, place.width(), 4);
    paintRounded(painter, bar, 2, color(Token::Pill));
    bar.setWidth(std::max(4.0, bar.width() * std::min(share, 1.0)));
    paintRounded(painter, bar, 2, color(ink));
}

} // namespace designer

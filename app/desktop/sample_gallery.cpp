#include "app/desktop/sample_gallery.h"

#include "core/document/snapshot.h"
#include "ui/canvas/render.h"
#include "ui/support/style.h"
#include "ui/support/theme.h"
#include "ui/workspace/lane.h"

#include <QFile>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace designer {

namespace {

constexpr int smallestCard = 220;
constexpr int mostColumns = 3;
constexpr int gap = 16;
constexpr int drawingHeight = 178;
constexpr int textsHeight = 60;
constexpr int padding = 12;
constexpr int dotPitch = 20;
constexpr qreal cardRadius = 10;

bool isArrow(int key) { return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down; }

/// A key as a small cap at the right end of `rect`; returns the width it takes.
int paintKeyCap(QPainter& painter, const QRect& rect, const QString& text)
{
    painter.setFont(designer::font(FontRole::Caption));
    const int width = painter.fontMetrics().horizontalAdvance(text) + 12;
    const QRect cap(rect.right() - width + 1, rect.center().y() - 8, width, 18);
    paintRounded(painter, cap, 4, color(Token::Surface), color(Token::Border));
    painter.setPen(color(Token::Text2));
    painter.drawText(cap, Qt::AlignCenter, text);
    return width + 8;
}

} // namespace

SampleCard::SampleCard(Sample sample, QWidget* parent) : QAbstractButton(parent), m_sample(std::move(sample))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(m_sample.number + QLatin1Char(' ') + m_sample.title);
    setAccessibleDescription(m_sample.summary);
    setCursor(Qt::PointingHandCursor);
    connect(&Theme::current(), &Theme::changed, this, qOverload<>(&QWidget::update));
}

int SampleCard::designedHeight() { return drawingHeight + Theme::current().height(textsHeight); }

void SampleCard::setDiagram(DiagramPointer diagram)
{
    m_diagram = std::move(diagram);
    update();
}

void SampleCard::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), cardRadius, color(isDown() ? Token::Pressed : Token::Raised));
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()), cardRadius, cardRadius);
    const QRect drawing(0, 0, width(), drawingHeight);
    painter.save();
    painter.setClipPath(outline);
    paintDrawing(painter, drawing);
    painter.fillRect(QRectF(0, drawing.bottom() + 1, width(), hairline(devicePixelRatioF())), color(Token::Border));
    painter.restore();
    paintTexts(painter, QRect(padding, drawing.bottom() + 2, width() - 2 * padding, height() - drawing.bottom() - 2));
    const Token frame = hasFocus() ? Token::Accent : underMouse() ? Token::Text2 : Token::Border;
    paintRounded(painter, rect(), cardRadius, Qt::transparent, color(frame), hasFocus() ? 2 : hairline(devicePixelRatioF()));
}

void SampleCard::paintDrawing(QPainter& painter, const QRectF& rect) const
{
    painter.fillRect(rect, color(Token::Canvas));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Dots));
    for (int y = dotPitch / 2; y < rect.height(); y += dotPitch)
        for (int x = dotPitch / 2; x < rect.width(); x += dotPitch)
            painter.drawEllipse(QPointF(x, y), 0.75, 0.75);
    if (m_diagram)
        drawThumbnail(painter, *m_diagram, rect.adjusted(8, 8, -8, -8));
}

void SampleCard::paintTexts(QPainter& painter, const QRect& rect) const
{
    QRect title(rect.left(), rect.top() + rect.height() / 2 - Theme::current().height(20) - 1, rect.width(), Theme::current().height(20));
    if (hasFocus())
        title.setRight(title.right() - paintKeyCap(painter, title, tr("Enter", "the key")));
    painter.setFont(designer::font(FontRole::CaptionStrong));
    painter.setPen(color(Token::Text2));
    const int numberWidth = painter.fontMetrics().horizontalAdvance(m_sample.number) + 8;
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, m_sample.number);
    title.setLeft(title.left() + numberWidth);
    painter.setFont(designer::font(FontRole::BodyStrong));
    painter.setPen(color(Token::Text));
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(m_sample.title, Qt::ElideRight, title.width()));
    const QRect summary(rect.left(), rect.top() + rect.height() / 2 + 1, rect.width(), Theme::current().height(20));
    painter.setFont(designer::font(FontRole::Small));
    painter.setPen(color(Token::Text2));
    painter.drawText(summary, Qt::AlignLeft | Qt::AlignVCenter, painter.fontMetrics().elidedText(m_sample.summary, Qt::ElideRight, summary.width()));
}

void SampleCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (isArrow(event->key()) && event->modifiers() == Qt::NoModifier)
        emit arrowPressed(event->key());
    else
        QAbstractButton::keyPressEvent(event);
}

void SampleCard::enterEvent(QEnterEvent*) { update(); }

void SampleCard::leaveEvent(QEvent*) { update(); }

SampleGallery::SampleGallery(Lane& layoutLane, QWidget* parent) : QWidget(parent)
{
    for (const Sample& sample : samples()) {
        auto* card = new SampleCard(sample, this);
        connect(card, &QAbstractButton::clicked, this, [this, id = sample.id] { emit chosen(id); });
        connect(card, &SampleCard::arrowPressed, this, [this, card](int key) { moveFocus(card, key); });
        m_cards.push_back(card);
    }
    m_shown = m_cards;
    connect(&Theme::current(), &Theme::changed, this, &SampleGallery::arrange);
    drawThumbnails(layoutLane);
}

void SampleGallery::drawThumbnails(Lane& layoutLane)
{
    const DiagramFonts fonts = DiagramFonts::current();
    for (SampleCard* card : m_cards) {
        QFile file(card->sample().definition);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        layoutLane.run(
            card,
            [text = file.readAll().toStdString(), fonts](std::stop_token stop) -> DiagramPointer {
                const auto document = asl::Document::open(text);
                return document ? makeDiagram(document->snapshot(), fonts, {}, nullptr, stop) : nullptr;
            },
            [card](const DiagramPointer& diagram) { card->setDiagram(diagram); });
    }
}

void SampleGallery::setFilter(const QString& text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    m_shown.clear();
    for (SampleCard* card : m_cards) {
        const Sample& sample = card->sample();
        const QString texts = sample.number + QLatin1Char(' ') + sample.title + QLatin1Char(' ') + sample.summary;
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&](const QString& word) { return texts.contains(word, Qt::CaseInsensitive); });
        card->setVisible(fits);
        if (fits)
            m_shown.push_back(card);
    }
    arrange();
}

void SampleGallery::resizeEvent(QResizeEvent*) { arrange(); }

void SampleGallery::arrange()
{
    m_columns = std::clamp((width() + gap) / (smallestCard + gap), 1, mostColumns);
    const int cardHeight = SampleCard::designedHeight();
    const auto count = static_cast<int>(m_shown.size());
    for (int i = 0; i < count; ++i) {
        const int column = i % m_columns;
        const int left = (width() + gap) * column / m_columns;
        const int right = (width() + gap) * (column + 1) / m_columns - gap;
        m_shown[static_cast<std::size_t>(i)]->setGeometry(left, (i / m_columns) * (cardHeight + gap), right - left, cardHeight);
    }
    const int rows = (count + m_columns - 1) / m_columns;
    setMinimumHeight(std::max(0, rows * (cardHeight + gap) - gap));
}

void SampleGallery::moveFocus(const SampleCard* from, int key)
{
    const auto found = std::find(m_shown.begin(), m_shown.end(), from);
    if (found == m_shown.end())
        return;
    const auto index = static_cast<int>(found - m_shown.begin());
    const int step = key == Qt::Key_Left ? -1 : key == Qt::Key_Right ? 1 : key == Qt::Key_Up ? -m_columns : m_columns;
    const int target = index + step;
    if (target < 0 || target >= static_cast<int>(m_shown.size()))
        return;
    SampleCard* card = m_shown[static_cast<std::size_t>(target)];
    card->setFocus(Qt::OtherFocusReason);
    emit focusMoved(card);
}

} // namespace designer

#include "ui/inspector/live_lines.h"

#include "ui/support/code_preview.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace designer {

namespace {

using Kind = asl::LiveValue::Kind;

constexpr std::size_t mostLines = 8;  ///< of one field; the others are counted
constexpr int widestPlace = 140;
constexpr int mostWholeLines = 12;    ///< of an opened value
constexpr int beforeTheMark = 20;     ///< characters of an expression shown before the place that is wrong

Token inkOf(const asl::Data& value)
{
    if (value.isString())
        return Token::SStr;
    if (value.isNumber())
        return Token::SNum;
    return value.isArray() || value.isObject() ? Token::Text : Token::SKw;
}

/// How many parts a list or object has; empty for others.
QString sizeOf(const asl::Data& value)
{
    const int size = static_cast<int>(value.size());
    if (value.isArray())
        return size == 1 ? LiveLines::tr("1 item") : LiveLines::tr("%1 items").arg(size);
    if (value.isObject())
        return size == 1 ? LiveLines::tr("1 key") : LiveLines::tr("%1 keys").arg(size);
    return {};
}

/// A value in its colour; a click opens and closes it.
class ValueLabel final : public ThemedLabel
{
public:
    ValueLabel(const QString& text, Token ink, QWidget* parent) : ThemedLabel(text, FontRole::Code, ink, parent)
    {
        setElideMode(Qt::ElideRight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    std::function<void()> clicked; ///< empty: there is no more to see

protected:
    void mousePressEvent(QMouseEvent* event) override { event->setAccepted(static_cast<bool>(clicked)); }
    void mouseReleaseEvent(QMouseEvent* event) override
    {
        if (clicked && rect().contains(event->pos()))
            clicked();
    }
};

/// The part of an expression around the character that is wrong, with a wave under it.
class MarkedExpression final : public QWidget
{
public:
    MarkedExpression(const QString& text, int column, QWidget* parent) : QWidget(parent)
    {
        const QList<uint> characters = text.simplified() == text ? text.toUcs4() : QString(text).replace(u'\n', u' ').replace(u'\t', u' ').toUcs4();
        const int size = static_cast<int>(characters.size());
        const int wrong = std::clamp(column - 1, 0, size);
        const int first = wrong > beforeTheMark + 2 ? wrong - beforeTheMark : 0;
        const auto part = [&](int begin, int end) {
            return QString::fromUcs4(reinterpret_cast<const char32_t*>(characters.constData()) + begin, std::max(0, end - begin));
        };
        m_before = (first > 0 ? QStringLiteral("…") : QString()) + part(first, wrong);
        m_wrong = wrong < size ? part(wrong, wrong + 1) : QStringLiteral(" ");
        m_after = part(wrong + 1, size);
        setFont(designer::font(FontRole::Code));
        setFixedHeight(fontMetrics().height() + 4);
        setAccessibleName(text);
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        const int base = fontMetrics().ascent() + 1;
        const int left = fontMetrics().horizontalAdvance(m_before);
        const int wide = std::max(6, fontMetrics().horizontalAdvance(m_wrong));
        painter.setPen(color(Token::Text2));
        painter.drawText(0, base, m_before);
        painter.drawText(left + wide, base, fontMetrics().elidedText(m_after, Qt::ElideRight, std::max(0, width() - left - wide)));
        painter.setPen(color(Token::Err));
        painter.drawText(left, base, m_wrong);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(color(Token::Err), 1.5));
        QPainterPath wave(QPointF(left, base + 3));
        for (qreal x = left + 2; x <= left + wide; x += 4) {
            wave.lineTo(x, base + 1.5);
            wave.lineTo(x + 2, base + 3);
        }
        painter.drawPath(wave);
    }

private:
    QString m_before;
    QString m_wrong;
    QString m_after;
};

} // namespace

LiveLines::LiveLines(LiveValues& values, QWidget* parent) : QWidget(parent), m_values(&values), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
    values.add(this);
    hide();
    connect(&Theme::current(), &Theme::changed, this, &LiveLines::rebuild);
}

LiveLines::~LiveLines()
{
    if (m_values)
        m_values->remove(this);
}

void LiveLines::setField(const std::string& pointer, std::function<std::optional<std::string>()> typed)
{
    const bool moved = pointer != m_pointer;
    m_pointer = pointer;
    m_typed = std::move(typed);
    if (moved)
        clear();
    if (m_values)
        m_values->askSoon();
}

void LiveLines::setProblemIsSaid(bool said)
{
    if (std::exchange(m_problemIsSaid, said) != said)
        rebuild();
}

void LiveLines::clear()
{
    m_answer = {};
    m_open.clear();
    rebuild();
}

void LiveLines::show(const LiveAnswer& answer)
{
    const auto same = [](const LiveText& a, const LiveText& b) {
        return a.answer.kind == b.answer.kind && a.answer.place == b.answer.place && a.whole == b.whole && a.line == b.line && a.answer.text == b.answer.text
            && a.answer.message == b.answer.message && a.answer.code == b.answer.code && a.answer.column == b.answer.column;
    };
    if (answer.source == m_answer.source && std::equal(answer.texts.begin(), answer.texts.end(), m_answer.texts.begin(), m_answer.texts.end(), same))
        return;
    m_answer = answer;
    rebuild();
}

void LiveLines::rebuild()
{
    while (QLayoutItem* item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    std::size_t shown = 0;
    if (std::optional<LiveText> common = commonReason()) {
        common->answer.place.clear();
        // What the fields of a condition lack the condition lacks, too; they say it.
        if (m_caption.isEmpty())
            m_column->addWidget(lineFor(*common));
        setVisible(m_caption.isEmpty());
        return;
    }
    for (; shown < m_answer.texts.size() && shown < mostLines; ++shown) {
        m_column->addWidget(lineFor(m_answer.texts[shown]));
        if (std::find(m_open.begin(), m_open.end(), shown) == m_open.end())
            continue;
        const QStringList lines = m_answer.texts[shown].whole.split(u'\n');
        const int count = std::min(static_cast<int>(lines.size()), mostWholeLines);
        auto* whole = new CodePreview(count, this);
        whole->setPlainText(lines.mid(0, count).join(u'\n') + (count < lines.size() ? QStringLiteral(" …") : QString()));
        m_column->addWidget(whole);
    }
    if (shown < m_answer.texts.size())
        m_column->addWidget(new ThemedLabel(tr("%1 more").arg(m_answer.texts.size() - shown), FontRole::Small, Token::Text2, this));
    setVisible(shown > 0);
}

/// Why nothing is known of any of them, when that is one and the same.
std::optional<LiveText> LiveLines::commonReason() const
{
    const auto& texts = m_answer.texts;
    const bool common = !texts.empty() && std::all_of(texts.begin(), texts.end(), [&](const LiveText& text) {
        return text.answer.kind == Kind::Unknown && text.answer.message == texts.front().answer.message;
    });
    return common ? std::optional(texts.front()) : std::nullopt;
}

QWidget* LiveLines::lineFor(const LiveText& text)
{
    switch (text.answer.kind) {
    case Kind::Value: return valueLine(text);
    case Kind::Problem: return problemLine(text);
    case Kind::Nothing:
    case Kind::Unknown: break;
    }
    const bool unknown = text.answer.kind == Kind::Unknown;
    const QString place = toQString(text.answer.place);
    const QString words = unknown ? translated(text.answer.message) : tr("The path leads nowhere.");
    auto* label = new ThemedLabel(place.isEmpty() ? words : tr("%1: %2").arg(place, words), FontRole::Small, Token::Text2, this);
    label->setElideMode(Qt::ElideRight);
    return label;
}

QWidget* LiveLines::valueLine(const LiveText& text)
{
    auto* line = new QWidget(this);
    auto* row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    const QString place = text.answer.place.empty() ? m_caption : toQString(text.answer.place);
    const QString size = sizeOf(text.answer.value);
    auto* head = new ThemedLabel(place.isEmpty() ? QStringLiteral("=") : place + QStringLiteral(" ="), FontRole::Small, Token::Text2, line);
    head->setElideMode(Qt::ElideLeft);
    head->setFixedWidth(std::min(widestPlace, head->fontMetrics().horizontalAdvance(head->text()) + 1));
    row->addWidget(head);
    auto* value = new ValueLabel(text.line, inkOf(text.answer.value), line);
    row->addWidget(value, 1);
    if (!size.isEmpty())
        row->addWidget(new ThemedLabel(size, FontRole::Small, Token::Text2, line));
    const QString origin = m_answer.source == asl::KnownData::Source::Sample ? tr("With the input of the next run:") : tr("In the last run:");
    value->setToolTip(origin + u'\n' + text.whole);
    value->setAccessibleName(tr("Value: %1").arg(text.line));
    if (text.whole.contains(u'\n') || text.whole.size() > 40) {
        value->setCursor(Qt::PointingHandCursor);
        const auto index = static_cast<std::size_t>(&text - m_answer.texts.data());
        value->clicked = [this, index] {
            if (std::erase(m_open, index) == 0)
                m_open.push_back(index);
            rebuild();
        };
    }
    return line;
}

QWidget* LiveLines::problemLine(const LiveText& text)
{
    const asl::LiveValue& answer = text.answer;
    const bool isSaid = answer.isUnreadable && m_problemIsSaid;
    QString words = isSaid ? QString() : translated(answer.message);
    if (!words.isEmpty() && !answer.code.empty())
        words = tr("%1: %2").arg(toQString(answer.code), words);
    if (answer.column > 0) {
        const QString column = tr("Column %1").arg(answer.column);
        words = words.isEmpty() ? column : tr("%1: %2").arg(column, words);
    }
    if (!answer.place.empty())
        words = tr("%1: %2").arg(toQString(answer.place), words);
    auto* line = new QWidget(this);
    auto* column = new QVBoxLayout(line);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    if (!words.isEmpty()) {
        auto* label = new ThemedLabel(words, FontRole::Small, Token::Err, line);
        label->setWordWrap(true);
        label->setMinimumWidth(1);
        column->addWidget(label);
    }
    if (answer.column > 0)
        column->addWidget(new MarkedExpression(toQString(answer.text), static_cast<int>(answer.column), line));
    return line;
}

} // namespace designer

#include "ui/simulator/timeline_chart.h"

#include "ui/simulator/run_words.h"
#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace designer {

namespace {

constexpr int ruler = 24;
constexpr int row = 21;
constexpr int barHeight = 14;
constexpr int leastBar = 5;
constexpr int textFrom = 64;       ///< bars at least this wide say what they are
constexpr int indentStep = 12;
constexpr int glyphSide = 14;
constexpr int leastTick = 56;
constexpr int editMark = 10;
constexpr int rightMargin = 24;
constexpr int snap = 4;
constexpr int reach = 4;
constexpr int narrowestColumn = 80;
constexpr double second = 1'000'000;

/// 1, 2 or 5 times a power of ten, at least `least`.
double tickStep(double least)
{
    const double power = std::pow(10, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (power * factor >= least)
            return power * factor;
    return power * 10;
}

} // namespace

TimelineChart::TimelineChart(const RunHistory& history, QWidget* parent) : QAbstractScrollArea(parent), m_history(history)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Timeline of the run"));
    viewport()->setMouseTracking(true);
    connect(&Theme::current(), &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

int TimelineChart::rulerHeight() const { return Theme::current().height(ruler); }
int TimelineChart::rowHeight() const { return std::max(row, QFontMetrics(font()).height() + 4); }

void TimelineChart::show(const asl::RunViewPointer& shown, std::optional<asl::VisitId> selected)
{
    const bool follows = shown && (!m_shown || selected != m_selected);
    m_shown = shown;
    m_selected = selected;
    updateScrollBar();
    if (follows && selected) { // the selected row comes into sight
        const int top = m_history.rowOf(*selected) * rowHeight();
        QScrollBar* bar = verticalScrollBar();
        if (top < bar->value())
            bar->setValue(top);
        else if (top + rowHeight() > bar->value() + bar->pageStep())
            bar->setValue(top + rowHeight() - bar->pageStep());
    }
    viewport()->update();
}

void TimelineChart::updateScrollBar()
{
    const int page = viewport()->height() - rulerHeight();
    const int whole = static_cast<int>(m_history.rows().size()) * rowHeight();
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setSingleStep(rowHeight());
    verticalScrollBar()->setRange(0, std::max(0, whole - page));
}

void TimelineChart::resizeEvent(QResizeEvent*)
{
    updateScrollBar();
}

// ---- Places

double TimelineChart::unitAt(asl::VirtualTime time, std::int64_t event) const
{
    return m_history.duration() > 0 ? static_cast<double>(time - m_history.view()->started) : static_cast<double>(event - 1);
}

/// A visit in a child execution, which has no event here, lies at the event it came after.
double TimelineChart::beginningOf(const asl::VisitRecord& visit) const
{
    return unitAt(visit.entered, visit.enteredEvent != 0 ? visit.enteredEvent : visit.enteredAfter);
}

double TimelineChart::lastUnit() const
{
    if (!m_history.view())
        return 1;
    return std::max(1.0, unitAt(m_history.view()->now, static_cast<std::int64_t>(m_history.view()->events->size())));
}

double TimelineChart::playheadUnit() const
{
    return unitAt(m_shown->now, static_cast<std::int64_t>(m_shown->events->size()));
}

int TimelineChart::xOf(double unit) const
{
    const int width = viewport()->width() - m_nameColumn - rightMargin;
    return m_nameColumn + static_cast<int>(std::lround(unit / lastUnit() * std::max(width, 1)));
}

QRect TimelineChart::barRect(int rowIndex, const asl::VisitRecord& visit) const
{
    const asl::RunView& view = *m_history.view();
    const std::int64_t lastEvent = visit.exitedEvent > 0 ? visit.exitedEvent
        : visit.exited                                   ? visit.exitedAfter
                                                         : static_cast<std::int64_t>(view.events->size());
    const bool open = !visit.exited && visit.status <= asl::VisitStatus::Waiting;
    const int left = xOf(beginningOf(visit));
    // What was cut off has no end of its own: it ended with the run, or when its container did.
    const int right = visit.exited || open || m_history.duration() == 0 ? xOf(unitAt(visit.exited.value_or(view.now), lastEvent)) : left;
    const int y = rulerHeight() + rowIndex * rowHeight() - verticalScrollBar()->value() + (rowHeight() - barHeight) / 2;
    return {left, y, std::max(right - left, leastBar), barHeight};
}

int TimelineChart::rowAt(int y) const
{
    if (y < rulerHeight())
        return -1;
    const int index = (y - rulerHeight() + verticalScrollBar()->value()) / rowHeight();
    return index < static_cast<int>(m_history.rows().size()) ? index : -1;
}

/// The bar under the pointer; on its name, the last one of the row.
std::optional<asl::VisitId> TimelineChart::visitAt(const QPoint& position) const
{
    const int index = rowAt(position.y());
    if (index < 0)
        return std::nullopt;
    const std::vector<asl::VisitId>& visits = m_history.rows()[static_cast<std::size_t>(index)].visits;
    if (position.x() < m_nameColumn)
        return visits.back();
    // The last one that begins at the pointer or before it.
    const auto after = std::partition_point(visits.begin(), visits.end(), [&](asl::VisitId id) {
        const asl::VisitRecord& visit = (*m_history.view()->visits)[id];
        return xOf(beginningOf(visit)) <= position.x() + 2;
    });
    if (after == visits.begin())
        return std::nullopt;
    const asl::VisitId found = *std::prev(after);
    const bool hit = barRect(index, (*m_history.view()->visits)[found]).adjusted(-2, -3, 2, 3).contains(position);
    return hit ? std::optional(found) : std::nullopt;
}

/// The last event at or before a place, or the next one if it is within reach.
qint64 TimelineChart::eventNear(int x) const
{
    const asl::HistoryEvents& events = *m_history.view()->events;
    std::size_t low = 0;
    std::size_t high = events.size();
    while (low < high) { // events are in the order of time
        const std::size_t middle = (low + high) / 2;
        if (xOf(unitAt(events[middle].time, events[middle].id)) <= x + snap)
            low = middle + 1;
        else
            high = middle;
    }
    return static_cast<qint64>(std::max<std::size_t>(low, 1));
}

// ---- Painting

void TimelineChart::paintEvent(QPaintEvent*)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), color(Token::Surface));
    if (!m_history.view() || !m_shown) {
        painter.fillRect(QRect(0, 0, viewport()->width(), rulerHeight()), color(Token::Window));
        painter.setPen(color(Token::Text2));
        painter.setFont(designer::font(FontRole::Body));
        painter.drawText(viewport()->rect().adjusted(0, rulerHeight(), 0, 0), Qt::AlignCenter, tr("No run yet. Press F5 to run, F10 to step."));
        return;
    }
    paintHairlines(painter);
    const int first = verticalScrollBar()->value() / rowHeight();
    const int last = std::min(static_cast<int>(m_history.rows().size()), first + viewport()->height() / rowHeight() + 2);
    for (int index = first; index < last; ++index)
        paintRow(painter, index);
    paintRuler(painter);
    paintPlayhead(painter);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))
        paintRounded(painter, viewport()->rect(), 0, Qt::transparent, color(Token::Focus), 2);
}

void TimelineChart::forEachTick(const std::function<void(int x, const QString& text)>& tick) const
{
    const bool byClock = m_history.duration() > 0;
    const double perPixel = lastUnit() / std::max(1, viewport()->width() - m_nameColumn - rightMargin);
    const double step = byClock ? tickStep(perPixel * leastTick / second) * second : std::max(1.0, tickStep(perPixel * leastTick));
    for (int i = 0; xOf(i * step) < viewport()->width(); ++i)
        tick(xOf(i * step), byClock ? durationText(static_cast<asl::VirtualTime>(std::llround(i * step))) : QString::number(std::llround(i * step) + 1));
}

void TimelineChart::paintHairlines(QPainter& painter) const
{
    const QColor ink = color(Token::Sep);
    const qreal width = hairline(devicePixelRatioF());
    forEachTick([&](int x, const QString&) { painter.fillRect(QRectF(x, rulerHeight(), width, viewport()->height()), ink); });
    painter.fillRect(QRectF(m_nameColumn - 6, 0, width, viewport()->height()), ink);
}

void TimelineChart::paintRuler(QPainter& painter) const
{
    const int height = rulerHeight();
    painter.fillRect(QRect(0, 0, viewport()->width(), height), color(Token::Window));
    painter.fillRect(QRectF(0, height - 1, viewport()->width(), hairline(devicePixelRatioF())), color(Token::Sep));
    painter.setFont(designer::font(FontRole::Caption));
    painter.setPen(color(Token::Text2));
    forEachTick([&](int x, const QString& text) { painter.drawText(QRect(x + 2, 0, 80, height), Qt::AlignVCenter | Qt::AlignLeft, text); });
    if (m_history.duration() == 0)
        painter.drawText(QRect(12, 0, m_nameColumn - 26, height), Qt::AlignVCenter | Qt::AlignRight, tr("by event"));
}

void TimelineChart::paintRow(QPainter& painter, int index) const
{
    const RunHistory::Row& shown = m_history.rows()[static_cast<std::size_t>(index)];
    const QRect line(0, rulerHeight() + index * rowHeight() - verticalScrollBar()->value(), viewport()->width(), rowHeight());
    const bool selected = m_selected && m_history.rowOf(*m_selected) == index;
    if (selected)
        painter.fillRect(line, color(hasFocus() ? Token::AccentSoft2 : Token::AccentSoft));
    int x = 12 + m_history.rowIndent(shown) * indentStep;
    if (const QString name = m_history.rowGlyph(shown); !name.isEmpty())
        painter.drawPixmap(x, line.top() + (line.height() - glyphSide) / 2, glyph(name, glyphSide, color(Token::Text2), devicePixelRatioF()));
    x += glyphSide + 8;
    painter.setFont(designer::font(selected ? FontRole::CaptionStrong : FontRole::Caption));
    painter.setPen(color(Token::Text));
    const QRect name(x, line.top(), m_nameColumn - 14 - x, line.height());
    painter.drawText(name, Qt::AlignVCenter | Qt::AlignLeft, painter.fontMetrics().elidedText(m_history.rowName(shown), Qt::ElideRight, name.width()));

    // A loop may pass one state thousands of times: of bars that lie over each other the first is painted.
    const asl::VisitRecords& visits = *m_history.view()->visits;
    for (auto next = shown.visits.begin(); next != shown.visits.end();) {
        const asl::VisitId id = *next;
        const asl::VisitRecord& visit = visits[id];
        const QRect bar = barRect(index, visit);
        next = std::partition_point(next + 1, shown.visits.end(), [&](asl::VisitId later) {
            return xOf(beginningOf(visits[later])) <= bar.right();
        });
        paintBar(painter, bar, visit);
        if (bar.width() >= textFrom) {
            painter.setFont(designer::font(FontRole::Badge));
            painter.setPen(color(Token::Text));
            painter.drawText(bar.adjusted(6, 0, -4, 0), Qt::AlignVCenter | Qt::AlignLeft,
                             painter.fontMetrics().elidedText(barText(visit, id), Qt::ElideRight, bar.width() - 10));
        }
    }
    paintEdits(painter, index);
}

/// Where values were changed by hand.
void TimelineChart::paintEdits(QPainter& painter, int index) const
{
    const asl::RunView& view = *m_history.view();
    for (const asl::ValueEdit& edit : view.edits) {
        if (m_history.rowOf(edit.visit) != index)
            continue;
        const QRect bar = barRect(index, (*view.visits)[edit.visit]);
        const QRectF mark(std::max(bar.left(), xOf(unitAt(edit.at, edit.afterEvent)) - editMark / 2), bar.center().y() - editMark / 2 + 1, editMark, editMark);
        paintRounded(painter, mark.adjusted(-2, -2, 2, 2), (editMark + 4) / 2.0, color(Token::Surface), color(Token::Accent));
        painter.drawPixmap(mark.topLeft(), glyph(QStringLiteral("ui-edit"), editMark, color(Token::Accent), devicePixelRatioF()));
    }
}

void TimelineChart::paintBar(QPainter& painter, const QRect& bar, const asl::VisitRecord& visit) const
{
    // A Wait that is over was waiting all the same.
    const bool isWait = visit.state != asl::noId && m_history.view()->snapshot->machine().state(visit.state).type == asl::StateType::Wait;
    const Status status = isWait && visit.status == asl::VisitStatus::Succeeded ? Status::Waiting : statusOf(visit.status);
    QPen pen(Theme::current().statusBorder(status), 1);
    if (status == Status::Waiting) {
        pen.setDashPattern({8, 3, 2, 3});
        pen.setCapStyle(Qt::FlatCap);
    }
    painter.setPen(pen);
    painter.setBrush(Theme::current().statusFill(status));
    painter.drawRoundedRect(QRectF(bar).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

QString TimelineChart::barText(const asl::VisitRecord& visit, asl::VisitId id) const
{
    for (const asl::ChildProgress& progress : m_shown->progress)
        if (progress.visit == id)
            return progressText(*m_shown, progress);
    if (visit.exited)
        return durationText(*visit.exited - visit.entered);
    return Theme::statusWord(statusOf(visit.status));
}

void TimelineChart::paintPlayhead(QPainter& painter) const
{
    const int x = xOf(playheadUnit());
    if (m_shown->events->size() < m_history.view()->events->size()) {
        QColor veil = color(Token::Window);
        veil.setAlphaF(0.6F);
        painter.fillRect(QRect(x + 1, rulerHeight(), viewport()->width() - x, viewport()->height()), veil);
    }
    painter.setPen(QPen(color(Token::Warn), 1.5));
    painter.drawLine(QPointF(x + 0.25, rulerHeight() - 4), QPointF(x + 0.25, viewport()->height()));
    const QString text = m_history.duration() > 0 ? tr("%1 s").arg(secondsText(m_shown->now - m_shown->started)) : tr("event %1").arg(m_shown->events->size());
    painter.setFont(designer::font(FontRole::CaptionStrong));
    const int width = painter.fontMetrics().horizontalAdvance(text) + 16;
    const QRect pill(std::clamp(x - width / 2, m_nameColumn - 4, std::max(m_nameColumn - 4, viewport()->width() - width - 2)), 3, width, rulerHeight() - 6);
    paintRounded(painter, pill, pill.height() / 2.0, color(Token::Warn));
    painter.setPen(color(Token::Window));
    painter.drawText(pill, Qt::AlignCenter, text);
}

// ---- Mouse and keys

void TimelineChart::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || !m_shown)
        return;
    const QPoint position = event->position().toPoint();
    if (std::abs(position.x() - (m_nameColumn - 6)) <= reach) {
        m_drag = Drag::Column;
    } else if (position.x() > m_nameColumn - 6 && (position.y() < rulerHeight() || std::abs(position.x() - xOf(playheadUnit())) <= reach)) {
        m_drag = Drag::Playhead;
        m_draggedTo = 0;
        dragPlayhead(position.x());
    } else if (const std::optional<asl::VisitId> visit = visitAt(position)) {
        emit visitChosen(*visit);
    }
}

void TimelineChart::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    if (m_drag == Drag::Column) {
        m_nameColumn = std::clamp(position.x() + 6, narrowestColumn, std::max(narrowestColumn, viewport()->width() / 2));
        viewport()->update();
    } else if (m_drag == Drag::Playhead) {
        dragPlayhead(position.x());
    } else {
        const bool column = std::abs(position.x() - (m_nameColumn - 6)) <= reach;
        const bool head = m_shown && position.x() > m_nameColumn && (std::abs(position.x() - xOf(playheadUnit())) <= reach || position.y() < rulerHeight());
        viewport()->setCursor(column ? Qt::SplitHCursor : head ? Qt::SizeHorCursor : Qt::ArrowCursor);
    }
}

void TimelineChart::mouseReleaseEvent(QMouseEvent*)
{
    m_drag = Drag::None;
}

void TimelineChart::dragPlayhead(int x)
{
    const qint64 event = eventNear(x);
    if (std::exchange(m_draggedTo, event) != event)
        emit eventChosen(event);
}

/// Goes to the moment at which the visit began.
void TimelineChart::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (!m_shown)
        return;
    if (const std::optional<asl::VisitId> visit = visitAt(event->position().toPoint()))
        emit beginningChosen(*visit);
}

void TimelineChart::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (!m_shown || (direction == 0 && event->key() != Qt::Key_Up && event->key() != Qt::Key_Down))
        return QAbstractScrollArea::keyPressEvent(event);
    if (direction == 0) { // to the state above or below
        const int rowIndex = (m_selected ? m_history.rowOf(*m_selected) : -1) + (event->key() == Qt::Key_Down ? 1 : -1);
        if (rowIndex >= 0 && rowIndex < static_cast<int>(m_history.rows().size()))
            emit visitChosen(m_history.rows()[static_cast<std::size_t>(rowIndex)].visits.back());
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier) {
        if (direction > 0 || m_shown->step > 0)
            emit stepChosen(m_shown->step + static_cast<quint64>(direction));
        return;
    }
    const auto id = static_cast<qint64>(m_shown->events->size()) + direction;
    if (id >= 1 && id <= static_cast<qint64>(m_history.view()->events->size()))
        emit eventChosen(id);
}

bool TimelineChart::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && m_shown) {
        auto* help = static_cast<QHelpEvent*>(event);
        const std::optional<asl::VisitId> id = visitAt(help->pos());
        if (!id) {
            QToolTip::hideText();
            return true;
        }
        const asl::VisitRecord& visit = (*m_history.view()->visits)[*id];
        const QString times = visit.exited ? tr("%1 to %2 s").arg(secondsText(visit.entered - m_shown->started), secondsText(*visit.exited - m_shown->started))
                                           : tr("since %1 s").arg(secondsText(visit.entered - m_shown->started));
        QString text = QStringLiteral("%1\n%2, %3").arg(visitPlace(visit), Theme::statusWord(statusOf(visit.status)), times);
        for (const asl::ValueEdit& edit : m_history.view()->edits)
            if (edit.visit == *id)
                text += QLatin1Char('\n') + editText(edit);
        QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace designer

#include "ui/simulator/event_list.h"

#include "ui/simulator/run_words.h"
#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace designer {

namespace {

constexpr int eventRow = 24;
constexpr int glyphSide = 14;
constexpr int idWidth = 48;
constexpr int timeWidth = 72;

class EventDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QStyle::State state = option.state;
        const bool focused = option.widget && option.widget->hasFocus();
        state.setFlag(QStyle::State_HasFocus, false);
        if (state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, color(focused ? Token::AccentSoft2 : Token::AccentSoft));
        const bool ahead = index.row() >= static_cast<const EventModel*>(index.model())->shownRows();
        QRect place = option.rect.adjusted(8, 0, -8, 0);
        if (index.column() == EventModel::Event) {
            place.setLeft(option.rect.left());
            const auto status = static_cast<Status>(index.data(Qt::UserRole).toInt());
            const QColor ink = ahead ? color(Token::Disabled) : Theme::current().statusBorder(status);
            painter->drawPixmap(place.left(), place.top() + (place.height() - glyphSide) / 2,
                                glyph(Theme::statusIcon(status), glyphSide, ink, painter->device()->devicePixelRatioF()));
            place.setLeft(place.left() + glyphSide + 8);
        }
        const bool main = index.column() == EventModel::Event;
        const bool number = index.column() == EventModel::Id || index.column() == EventModel::Time;
        QFont face = font(FontRole::Small);
        if (number) {
            face = font(FontRole::Code);
            face.setPointSizeF(font(FontRole::Caption).pointSizeF());
        }
        painter->setFont(face);
        painter->setPen(color(ahead ? Token::Disabled : main ? Token::Text : Token::Text2));
        const Qt::Alignment side = main ? Qt::AlignLeft : Qt::AlignRight;
        painter->drawText(place, static_cast<int>(Qt::AlignVCenter | side),
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, place.width()));
    }
};

/// A quiet head: no boxes, no gradients.
class EventHeader final : public QHeaderView
{
public:
    explicit EventHeader(QWidget* parent) : QHeaderView(Qt::Horizontal, parent) {}

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override
    {
        painter->fillRect(rect, color(Token::Window));
        painter->fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), hairline(devicePixelRatioF())), color(Token::Sep));
        const bool left = section == EventModel::Event;
        painter->setFont(designer::font(FontRole::CaptionMedium));
        painter->setPen(color(Token::Text2));
        const QRect place = left ? rect.adjusted(0, 0, -8, 0) : rect.adjusted(8, 0, -8, 0);
        painter->drawText(place, static_cast<int>(Qt::AlignVCenter | (left ? Qt::AlignLeft : Qt::AlignRight)),
                          model()->headerData(section, Qt::Horizontal).toString());
    }
};

} // namespace

void EventModel::refresh(int shown)
{
    const int events = m_history.view() ? static_cast<int>(m_history.view()->events->size()) : 0;
    const bool sameRun = m_history.view() && m_run == m_history.view()->snapshot && m_started == m_history.view()->started;
    if (!sameRun || events < m_events || (events > m_events && shown < m_shown)) {
        beginResetModel();
        m_run = m_history.view() ? m_history.view()->snapshot : nullptr;
        m_started = m_history.view() ? m_history.view()->started : 0;
        m_shown = shown;
        m_filter.forget();
        fill();
        endResetModel();
        return;
    }
    if (events > m_events) {
        std::vector<int> added;
        for (int event = m_events; event < events && !m_filter.isAll(); ++event)
            if (m_filter.accepts(m_history, static_cast<std::size_t>(event)))
                added.push_back(event);
        m_events = events;
        const int count = m_filter.isAll() ? events : m_count + static_cast<int>(added.size());
        if (count > m_count) {
            beginInsertRows({}, m_count, count - 1);
            m_rows.insert(m_rows.end(), added.begin(), added.end());
            m_count = count;
            endInsertRows();
        }
    }
    const int before = std::exchange(m_shownRows, rowsBefore(shown));
    m_shown = shown;
    const auto [first, last] = std::minmax(before, m_shownRows);
    if (last > first)
        emit dataChanged(index(first, 0), index(std::min(last, m_count) - 1, ColumnCount - 1));
}

void EventModel::setFilter(EventFilter::Group group, const QString& text)
{
    if (!m_filter.set(group, text))
        return;
    beginResetModel();
    fill();
    endResetModel();
}

void EventModel::fill()
{
    m_events = m_history.view() ? static_cast<int>(m_history.view()->events->size()) : 0;
    m_rows.clear();
    for (int event = 0; event < m_events && !m_filter.isAll(); ++event)
        if (m_filter.accepts(m_history, static_cast<std::size_t>(event)))
            m_rows.push_back(event);
    m_count = m_filter.isAll() ? m_events : static_cast<int>(m_rows.size());
    m_shownRows = rowsBefore(m_shown);
}

/// How many rows stand for events before this one.
int EventModel::rowsBefore(int event) const
{
    if (m_filter.isAll())
        return std::min(event, m_count);
    return static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), event) - m_rows.begin());
}

int EventModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_count; }
int EventModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(eventOf(index.row()));
    const asl::RunView& view = *m_history.view();
    const asl::HistoryEvent& event = (*view.events)[row];
    if (role == Qt::UserRole)
        return static_cast<int>(eventStatus(event.type));
    if (role == Qt::ToolTipRole && index.column() == State)
        return m_history.stateOfEvent(row);
    if (role == Qt::AccessibleTextRole && index.column() == Event)
        return tr("%1, %2, %3").arg(eventText(event.type), m_history.stateOfEvent(row), secondsText(event.time - view.started));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Id: return QString::number(event.id);
    case Event: return eventText(event.type);
    case State: return m_history.stateOfEvent(row);
    default: return secondsText(event.time - view.started);
    }
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Id: return tr("Id");
    case Event: return tr("Event");
    case State: return tr("State");
    default: return tr("Time");
    }
}

EventList::EventList(const RunHistory& history, QWidget* parent) : QTableView(parent), m_model(new EventModel(history, this))
{
    setHorizontalHeader(new EventHeader(this));
    setModel(m_model);
    setItemDelegate(new EventDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setAccessibleName(tr("History events"));
    setToolTip(tr("Click an event to go to that moment"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(Theme::current().height(eventRow));
    verticalHeader()->setMinimumSectionSize(Theme::current().height(eventRow));
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setFixedHeight(Theme::current().height(24));
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { emit eventChosen(m_model->eventOf(index.row()) + 1); });
}

void EventList::refresh(int shown)
{
    m_following = true;
    m_model->refresh(shown);
    followRun();
}

void EventList::setFilter(EventFilter::Group group, const QString& text)
{
    m_following = true;
    m_model->setFilter(group, text);
    followRun();
}

/// The last event that has happened and is listed is the current one.
void EventList::followRun()
{
    const int shown = m_model->shownRows();
    const QModelIndex now = shown > 0 ? m_model->index(shown - 1, 0) : QModelIndex();
    if (now != currentIndex()) {
        setCurrentIndex(now);
        if (now.isValid())
            scrollTo(now);
    }
    m_following = false;
}

/// The arrow keys walk through the moments.
void EventList::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (!m_following && current.isValid() && hasFocus() && current.row() != previous.row())
        emit eventChosen(m_model->eventOf(current.row()) + 1);
}

void EventList::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    const int width = viewport()->width();
    const int state = std::clamp((width - idWidth - timeWidth) * 2 / 5, 60, 220);
    setColumnWidth(EventModel::Id, idWidth);
    setColumnWidth(EventModel::State, state);
    setColumnWidth(EventModel::Time, timeWidth);
    setColumnWidth(EventModel::Event, std::max(60, width - idWidth - timeWidth - state));
}

} // namespace designer

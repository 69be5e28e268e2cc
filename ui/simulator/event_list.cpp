#include "ui/simulator/event_list.h"

#include "ui/simulator/data_tree.h"
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
        const bool byHand = static_cast<const EventModel*>(index.model())->editOf(index.row()) >= 0;
        QRect place = option.rect.adjusted(8, 0, -8, 0);
        if (index.column() == EventModel::Event) {
            place.setLeft(option.rect.left());
            const auto status = static_cast<Status>(index.data(Qt::UserRole).toInt());
            const QColor mark = byHand ? color(Token::Accent) : Theme::current().statusBorder(status);
            painter->drawPixmap(place.left(), place.top() + (place.height() - glyphSide) / 2,
                                glyph(byHand ? QStringLiteral("ui-edit") : Theme::statusIcon(status), glyphSide, ahead ? color(Token::Disabled) : mark,
                                      painter->device()->devicePixelRatioF()));
            place.setLeft(place.left() + glyphSide + 8);
        }
        const bool main = index.column() == EventModel::Event;
        const bool number = index.column() == EventModel::Id || index.column() == EventModel::Time;
        QFont face = font(FontRole::Small);
        if (number) {
            face = font(FontRole::Code);
            face.setPointSizeF(font(FontRole::Caption).pointSizeF());
        }
        face.setItalic(byHand);
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

void EventModel::refresh(Moment shown)
{
    const int events = m_history.view() ? static_cast<int>(m_history.view()->events->size()) : 0;
    const int edits = m_history.view() ? static_cast<int>(m_history.view()->edits.size()) : 0;
    const bool sameRun = m_history.view() && m_run == m_history.view()->snapshot && m_started == m_history.view()->started;
    if (!sameRun || events < m_events || (events > m_events && shown.events < m_shown.events) || edits != m_edits) {
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
        std::vector<Row> added;
        if (!isPlain())
            appendRows(m_events, added);
        const int count = isPlain() ? events : m_count + static_cast<int>(added.size());
        m_events = events;
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
    m_edits = m_history.view() ? static_cast<int>(m_history.view()->edits.size()) : 0;
    m_rows.clear();
    if (!isPlain())
        appendRows(0, m_rows);
    m_count = isPlain() ? m_events : static_cast<int>(m_rows.size());
    m_shownRows = rowsBefore(m_shown);
}

/// Each edit behind the last event before it.
void EventModel::appendRows(int fromEvent, std::vector<Row>& rows)
{
    const asl::RunView* view = m_history.view().get();
    if (!view)
        return;
    const std::vector<asl::ValueEdit>& edits = view->edits;
    const auto isBefore = [](const asl::ValueEdit& edit, std::int64_t event) { return edit.afterEvent < event; };
    auto edit = std::lower_bound(edits.begin(), edits.end(), std::int64_t{fromEvent} + (fromEvent > 0), isBefore);
    for (int event = fromEvent; event < static_cast<int>(view->events->size()); ++event) {
        if (m_filter.accepts(m_history, static_cast<std::size_t>(event)))
            rows.push_back({event, -1});
        for (; edit != edits.end() && edit->afterEvent <= event + 1; ++edit)
            if (m_filter.accepts(m_history, *edit))
                rows.push_back({event, static_cast<int>(edit - edits.begin())});
    }
}

/// How many rows stand for what has happened by then.
int EventModel::rowsBefore(Moment moment) const
{
    if (isPlain())
        return std::min(moment.events, m_count);
    const auto hasHappened = [moment](const Row& row) { return row.edit < 0 ? row.event < moment.events : row.edit < moment.edits; };
    return static_cast<int>(std::partition_point(m_rows.begin(), m_rows.end(), hasHappened) - m_rows.begin());
}

int EventModel::listedEvents() const
{
    if (isPlain())
        return m_count;
    return static_cast<int>(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.edit < 0; }));
}

int EventModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : m_count; }
int EventModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant EventModel::data(const QModelIndex& index, int role) const
{
    const auto row = static_cast<std::size_t>(eventOf(index.row()));
    const asl::RunView& view = *m_history.view();
    if (const int edit = editOf(index.row()); edit >= 0)
        return editData(view.edits[static_cast<std::size_t>(edit)], index.column(), role);
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

/// No id: the history that the service would give has no such event.
QVariant EventModel::editData(const asl::ValueEdit& edit, int column, int role) const
{
    const asl::RunView& view = *m_history.view();
    const QString state = edit.visit < view.visits->size() ? visitTitle((*view.visits)[edit.visit]) : QString();
    if (role == Qt::ToolTipRole)
        return tr("%1 → %2\nChanged by hand: no event of the history").arg(valueSummary(edit.before), valueSummary(edit.value));
    if (role == Qt::AccessibleTextRole && column == Event)
        return tr("%1, %2, %3").arg(editText(edit), state, secondsText(edit.at - view.started));
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Id: return QString();
    case Event: return editText(edit);
    case State: return state;
    default: return secondsText(edit.at - view.started);
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
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) { choose(index.row()); });
}

void EventList::choose(int row)
{
    if (const int edit = m_model->editOf(row); edit >= 0)
        emit editChosen(edit);
    else
        emit eventChosen(m_model->eventOf(row) + 1);
}

void EventList::refresh(EventModel::Moment shown)
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
        choose(current.row());
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

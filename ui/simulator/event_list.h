#pragma once
// EventList: the history events of a run, one a row, all or those that a filter lets through; between them, marked, what was
// changed by hand. What lies ahead of the moment shown stays in sight, quietly.

#include "ui/simulator/event_filter.h"

#include <QAbstractTableModel>
#include <QTableView>

namespace designer {

class EventModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Id, Event, State, Time, ColumnCount };
    explicit EventModel(const RunHistory& history, QObject* parent) : QAbstractTableModel(parent), m_history(history) {}

    /// How many of the events and edits have happened at a moment.
    struct Moment
    {
        int events = 0;
        int edits = 0;
    };
    /// After the history has changed.
    void refresh(Moment shown);
    void setFilter(EventFilter::Group group, const QString& text);
    /// Rows whose events have happened at the moment shown.
    int shownRows() const { return m_shownRows; }
    int eventOf(int row) const { return isPlain() ? row : m_rows[static_cast<std::size_t>(row)].event; } ///< its index; of an edit: of the event before it
    int editOf(int row) const { return isPlain() ? -1 : m_rows[static_cast<std::size_t>(row)].edit; }     ///< its index; -1: an event
    int eventCount() const { return m_events; } ///< that are known, listed or not
    int listedEvents() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        int event = 0;
        int edit = -1;
    };
    /// A row for every event, and none between them: no list is needed.
    bool isPlain() const { return m_filter.isAll() && m_edits == 0; }
    int rowsBefore(Moment moment) const;
    void fill();
    void appendRows(int fromEvent, std::vector<Row>& rows);
    QVariant editData(const asl::ValueEdit& edit, int column, int role) const;

    const RunHistory& m_history;
    EventFilter m_filter;
    std::vector<Row> m_rows; ///< not used while the list is plain
    asl::SnapshotPointer m_run;
    asl::VirtualTime m_started = 0;
    int m_events = 0;
    int m_edits = 0;
    int m_count = 0; ///< of rows
    Moment m_shown;
    int m_shownRows = 0;
};

class EventList final : public QTableView
{
    Q_OBJECT

public:
    explicit EventList(const RunHistory& history, QWidget* parent = nullptr);

    void refresh(EventModel::Moment shown);
    void setFilter(EventFilter::Group group, const QString& text);
    EventModel& events() { return *m_model; }

signals:
    void eventChosen(qint64 id);
    void editChosen(int index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void followRun();
    void choose(int row);

    EventModel* m_model;
    bool m_following = false; ///< the current row is being set by the run
};

} // namespace designer

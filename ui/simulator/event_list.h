#pragma once
// EventList: the history events of a run, one a row, all or those that a filter lets through. What lies ahead of the moment
// shown stays in sight, quietly.

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

    /// After the history has changed. `shown`: how many of the events have happened at the moment shown.
    void refresh(int shown);
    void setFilter(EventFilter::Group group, const QString& text);
    /// Rows whose events have happened at the moment shown.
    int shownRows() const { return m_shownRows; }
    int eventOf(int row) const { return m_filter.isAll() ? row : m_rows[static_cast<std::size_t>(row)]; } ///< its index
    int eventCount() const { return m_events; } ///< that are known, listed or not

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int rowsBefore(int event) const;
    void fill();

    const RunHistory& m_history;
    EventFilter m_filter;
    std::vector<int> m_rows; ///< indexes of events; not used while all are listed
    asl::SnapshotPointer m_run;
    asl::VirtualTime m_started = 0;
    int m_events = 0;
    int m_count = 0; ///< of rows
    int m_shown = 0; ///< events
    int m_shownRows = 0;
};

class EventList final : public QTableView
{
    Q_OBJECT

public:
    explicit EventList(const RunHistory& history, QWidget* parent = nullptr);

    void refresh(int shown);
    void setFilter(EventFilter::Group group, const QString& text);
    EventModel& events() { return *m_model; }

signals:
    void eventChosen(qint64 id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void followRun();

    EventModel* m_model;
    bool m_following = false; ///< the current row is being set by the run
};

} // namespace designer

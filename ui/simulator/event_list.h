#pragma once
// EventList: the history events of a run, one a row. What lies ahead of the moment shown stays in sight, quietly.

#include "ui/simulator/run_history.h"

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
    int shownCount() const { return m_shown; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const RunHistory& m_history;
    asl::SnapshotPointer m_run;
    asl::VirtualTime m_started = 0;
    int m_count = 0;
    int m_shown = 0;
};

class EventList final : public QTableView
{
    Q_OBJECT

public:
    explicit EventList(const RunHistory& history, QWidget* parent = nullptr);

    void refresh(int shown);

signals:
    void eventChosen(qint64 id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    EventModel* m_model;
    bool m_following = false; ///< the current row is being set by the run
};

} // namespace designer

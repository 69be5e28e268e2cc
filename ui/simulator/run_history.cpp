#include "ui/simulator/run_history.h"

#include "ui/simulator/run_words.h"
#include "ui/support/qt_text.h"
#include "ui/support/tile.h"

namespace designer {

void RunHistory::show(const asl::RunViewPointer& farthest)
{
    if (!farthest || !continues(*farthest)) {
        m_rows.clear();
        m_rowOfVisit.clear();
        m_visitOfEvent.clear();
        m_rowOf.clear();
        m_visitOfEntry.clear();
    }
    m_view = farthest;
    if (!m_view)
        return;
    addVisits();
    addEvents();
}

/// Is this the same run, gone on? What was known last must be in it.
bool RunHistory::continues(const asl::RunView& view) const
{
    if (!m_view || view.started != m_view->started || view.snapshot != m_view->snapshot || view.seed != m_view->seed)
        return false;
    const auto& visits = *view.visits;
    const auto& events = *view.events;
    if (visits.size() < m_rowOfVisit.size() || events.size() < m_visitOfEvent.size())
        return false;
    if (!m_rowOfVisit.empty()) {
        const std::size_t last = m_rowOfVisit.size() - 1;
        const asl::VisitRecord& known = (*m_view->visits)[last];
        if (visits[last].state != known.state || visits[last].enteredEvent != known.enteredEvent)
            return false;
    }
    const std::size_t last = m_visitOfEvent.size();
    return last == 0 || (events[last - 1].type == (*m_view->events)[last - 1].type && events[last - 1].time == (*m_view->events)[last - 1].time);
}

void RunHistory::addVisits()
{
    const asl::VisitRecords& visits = *m_view->visits;
    for (std::size_t i = m_rowOfVisit.size(); i < visits.size(); ++i) {
        const asl::VisitRecord& visit = visits[i];
        const auto [found, isNew] = m_rowOf.try_emplace({visit.state, visit.iteration}, static_cast<int>(m_rows.size()));
        if (isNew) {
            Row row;
            row.name = visitTitle(visit);
            row.indent = static_cast<int>(visit.path.scope.steps.size());
            if (visit.state != asl::noId)
                row.glyph = tileOf(m_view->snapshot->tree(), m_view->snapshot->machine().state(visit.state)).glyph;
            m_rows.push_back(std::move(row));
        }
        m_rows[static_cast<std::size_t>(found->second)].visits.push_back(static_cast<asl::VisitId>(i));
        m_rowOfVisit.push_back(found->second);
        m_visitOfEntry[visit.enteredEvent] = static_cast<asl::VisitId>(i);
    }
}

/// Each event goes back by its links to the entry of its state.
void RunHistory::addEvents()
{
    const asl::HistoryEvents& events = *m_view->events;
    for (std::size_t i = m_visitOfEvent.size(); i < events.size(); ++i) {
        const asl::HistoryEvent& event = events[i];
        const auto entry = m_visitOfEntry.find(event.id);
        asl::VisitId visit = noVisit;
        if (entry != m_visitOfEntry.end())
            visit = entry->second;
        else if (event.previousEventId > 0 && static_cast<std::size_t>(event.previousEventId) <= i)
            visit = m_visitOfEvent[static_cast<std::size_t>(event.previousEventId) - 1];
        m_visitOfEvent.push_back(visit);
    }
}

QString RunHistory::stateOfEvent(std::size_t index) const
{
    const asl::HistoryEvent& event = (*m_view->events)[index];
    const asl::Data* iteration = event.details.find("index");
    const asl::Data* name = event.details.find("name");
    if (iteration && iteration->isNumber())
        return QStringLiteral("#%1").arg(iteration->asInteger());
    if (name && name->isString())
        return toQString(name->text());
    const asl::VisitId visit = visitOfEvent(index);
    return visit == noVisit || visit >= m_view->visits->size() ? QString() : toQString((*m_view->visits)[visit].path.name);
}

} // namespace designer

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
        m_glyphs.clear();
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

int RunHistory::rowFor(const asl::VisitRecord& visit)
{
    std::size_t hash = visit.state;
    for (const std::uint32_t index : visit.iteration)
        hash = hash * 0x9E3779B97F4A7C15ULL + index + 1;
    const auto [first, last] = m_rowOf.equal_range(hash);
    for (auto row = first; row != last; ++row) {
        const asl::VisitRecord& known = (*m_view->visits)[m_rows[static_cast<std::size_t>(row->second)].visits.front()];
        if (known.state == visit.state && known.iteration == visit.iteration)
            return row->second;
    }
    const auto added = static_cast<int>(m_rows.size());
    m_rows.emplace_back();
    m_rowOf.emplace(hash, added);
    return added;
}

void RunHistory::addVisits()
{
    const asl::VisitRecords& visits = *m_view->visits;
    m_visitOfEntry.resize(m_view->events->size() + 1, noVisit);
    for (std::size_t i = m_rowOfVisit.size(); i < visits.size(); ++i) {
        const asl::VisitRecord& visit = visits[i];
        const int row = rowFor(visit);
        m_rows[static_cast<std::size_t>(row)].visits.push_back(static_cast<asl::VisitId>(i));
        m_rowOfVisit.push_back(row);
        if (static_cast<std::size_t>(visit.enteredEvent) < m_visitOfEntry.size())
            m_visitOfEntry[static_cast<std::size_t>(visit.enteredEvent)] = static_cast<asl::VisitId>(i);
    }
}

QString RunHistory::rowName(const Row& row) const
{
    return visitTitle((*m_view->visits)[row.visits.front()]);
}

int RunHistory::rowIndent(const Row& row) const
{
    return static_cast<int>((*m_view->visits)[row.visits.front()].path.scope.steps.size());
}

QString RunHistory::rowGlyph(const Row& row) const
{
    const asl::StateId state = (*m_view->visits)[row.visits.front()].state;
    if (state == asl::noId)
        return {};
    QString& glyph = m_glyphs[state];
    if (glyph.isEmpty())
        glyph = tileOf(m_view->snapshot->tree(), m_view->snapshot->machine().state(state)).glyph;
    return glyph;
}

/// What says something of a Parallel or Map follows an event of a state in it, so the way goes up from there: to the state
/// that the event names, else to the container it is about.
asl::VisitId RunHistory::visitFor(const asl::HistoryEvent& event, asl::VisitId linked, bool linkedHasLeft) const
{
    using asl::EventType;
    if (event.type <= EventType::ExecutionRedriven)
        return noVisit;
    const asl::VisitRecords& visits = *m_view->visits;
    const auto up = [&](asl::VisitId from, auto isIt) {
        asl::VisitId visit = from;
        while (visit < visits.size() && !isIt(visits[visit]))
            visit = visits[visit].parent;
        return visit < visits.size() ? visit : linked;
    };
    const asl::Data* name = event.detail("name");
    if (name && name->isString())
        return up(linked, [name](const asl::VisitRecord& visit) { return visit.path.name == name->text(); });
    const bool ofParallel = event.type >= EventType::ParallelStateStarted && event.type <= EventType::ParallelStateAborted;
    const bool ofMap = event.type >= EventType::MapStateStarted && event.type <= EventType::MapRunAborted;
    if ((!ofParallel && !ofMap) || linked >= visits.size())
        return linked;
    const asl::StateType wanted = ofMap ? asl::StateType::Map : asl::StateType::Parallel;
    return up(linkedHasLeft ? visits[linked].parent : linked, [&](const asl::VisitRecord& visit) {
        return visit.state != asl::noId && m_view->snapshot->machine().state(visit.state).type == wanted;
    });
}

/// Each event goes back by its links to the entry of its state.
void RunHistory::addEvents()
{
    const asl::HistoryEvents& events = *m_view->events;
    for (std::size_t i = m_visitOfEvent.size(); i < events.size(); ++i) {
        const asl::HistoryEvent& event = events[i];
        asl::VisitId visit = m_visitOfEntry[i + 1]; // ids count from one
        if (visit == noVisit && event.previousEventId > 0 && static_cast<std::size_t>(event.previousEventId) <= i) {
            const std::size_t linked = static_cast<std::size_t>(event.previousEventId) - 1;
            const asl::EventType before = events[linked].type;
            const bool left = before >= asl::EventType::TaskStateExited && before <= asl::EventType::SucceedStateExited;
            visit = visitFor(event, m_visitOfEvent[linked], left);
        }
        m_visitOfEvent.push_back(visit);
    }
}

QString RunHistory::stateOfEvent(std::size_t index) const
{
    const asl::HistoryEvent& event = (*m_view->events)[index];
    const asl::Data* iteration = event.detail("index");
    const asl::Data* name = event.detail("name");
    if (iteration && iteration->isNumber())
        return QStringLiteral("#%1").arg(iteration->asInteger());
    if (name && name->isString())
        return toQString(name->text());
    const asl::VisitId visit = visitOfEvent(index);
    return visit == noVisit || visit >= m_view->visits->size() ? QString() : toQString((*m_view->visits)[visit].path.name);
}

} // namespace designer

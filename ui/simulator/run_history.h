#pragma once
// RunHistory: a run's visits and events arranged for the timeline: a row per state and iteration, and the state of each
// event. Grows with the run instead of being built anew.

#include "core/execution/run_view.h"

#include <QString>

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace designer {

class RunHistory
{
public:
    struct Row
    {
        std::vector<asl::VisitId> visits; ///< of one state in one iteration; in the order of time
    };

    /// The farthest moment known of a run; null: none.
    void show(const asl::RunViewPointer& farthest);

    const asl::RunViewPointer& view() const { return m_view; }
    const std::vector<Row>& rows() const { return m_rows; }
    QString rowName(const Row& row) const; ///< "#0 Lambda TEST001"
    QString rowGlyph(const Row& row) const;
    int rowIndent(const Row& row) const;
    /// The row of a visit; -1: none.
    int rowOf(asl::VisitId visit) const { return visit < m_rowOfVisit.size() ? m_rowOfVisit[visit] : -1; }
    /// Of an event by its index: the visit it belongs to; noVisit: the execution itself.
    static constexpr asl::VisitId noVisit = static_cast<asl::VisitId>(-1);
    asl::VisitId visitOfEvent(std::size_t index) const { return index < m_visitOfEvent.size() ? m_visitOfEvent[index] : noVisit; }
    /// "TEST001", "#1"
    QString stateOfEvent(std::size_t index) const;
    /// From the begin of the run to its last known moment.
    asl::VirtualTime duration() const { return m_view ? m_view->now - m_view->started : 0; }

private:
    bool continues(const asl::RunView& view) const;
    int rowFor(const asl::VisitRecord& visit);
    void addVisits();
    void addEvents();
    asl::VisitId visitFor(const asl::HistoryEvent& event, asl::VisitId linked, bool linkedHasLeft) const;

    asl::RunViewPointer m_view;
    std::vector<Row> m_rows;
    std::vector<int> m_rowOfVisit;
    std::vector<asl::VisitId> m_visitOfEvent;
    std::unordered_multimap<std::size_t, int> m_rowOf;  ///< by the hash of state and iteration
    std::vector<asl::VisitId> m_visitOfEntry;           ///< by the id of its entered event
    mutable std::unordered_map<asl::StateId, QString> m_glyphs;
};

} // namespace designer

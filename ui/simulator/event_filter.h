#pragma once
// EventFilter: which events of a history are listed: of a group, and with a text in the name of their state or event, or in
// their error. Cheap enough for 25,000 events at a keystroke: names are compared once a state and event type, not once an event.

#include "ui/simulator/run_history.h"

#include <unordered_map>

namespace designer {

class EventFilter
{
public:
    enum class Group { All, States /* entered, left */, Tasks, Containers /* Parallel, Map */, Errors };

    bool isAll() const { return m_group == Group::All && m_text.isEmpty(); }
    /// True when it is another filter now.
    bool set(Group group, const QString& text);
    bool accepts(const RunHistory& history, std::size_t event);
    /// A value changed by hand, which stands between the events and belongs to none of their groups.
    bool accepts(const RunHistory& history, const asl::ValueEdit& edit) const;
    void forget(); ///< what is known of states, for another run

private:
    bool textAccepts(const RunHistory& history, std::size_t event);

    Group m_group = Group::All;
    QString m_text;
    std::optional<quint32> m_iteration; ///< the text is "#3"
    std::unordered_map<asl::StateId, bool> m_stateHasText;
    std::unordered_map<int, bool> m_typeHasText;
};

/// Something went wrong: failed, timed out, was aborted.
bool isError(asl::EventType type);

} // namespace designer

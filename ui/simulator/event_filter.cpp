#include "ui/simulator/event_filter.h"

#include "ui/simulator/run_words.h"
#include "ui/support/qt_text.h"

namespace designer {

namespace {

EventFilter::Group groupOf(asl::EventType type)
{
    using asl::EventType;
    if (type >= EventType::TaskStateEntered && type <= EventType::WaitStateAborted)
        return EventFilter::Group::States;
    if (type >= EventType::TaskScheduled && type <= EventType::ActivityScheduleFailed)
        return EventFilter::Group::Tasks;
    if (type >= EventType::ParallelStateStarted && type <= EventType::MapRunAborted)
        return EventFilter::Group::Containers;
    return EventFilter::Group::All; // of the execution: only among all
}

bool hasText(const asl::HistoryEvent& event, const char* member, const QString& text)
{
    const asl::Data* value = event.detail(member);
    return value && value->isString() && toQString(value->text()).contains(text, Qt::CaseInsensitive);
}

} // namespace

bool isError(asl::EventType type)
{
    const Status status = eventStatus(type);
    return status == Status::Failed || status == Status::Aborted;
}

bool EventFilter::set(Group group, const QString& text)
{
    const QString wanted = text.trimmed();
    if (group == m_group && wanted == m_text)
        return false;
    m_group = group;
    m_text = wanted;
    m_iteration.reset();
    bool isNumber = false;
    const uint number = wanted.startsWith(u'#') ? wanted.mid(1).toUInt(&isNumber) : 0;
    if (isNumber)
        m_iteration = number;
    forget();
    return true;
}

void EventFilter::forget()
{
    m_stateHasText.clear();
    m_typeHasText.clear();
}

bool EventFilter::accepts(const RunHistory& history, std::size_t index)
{
    const asl::HistoryEvent& event = (*history.view()->events)[index];
    if (m_group == Group::Errors ? !isError(event.type) : m_group != Group::All && groupOf(event.type) != m_group)
        return false;
    return m_text.isEmpty() || textAccepts(history, index);
}

bool EventFilter::accepts(const RunHistory& history, const asl::ValueEdit& edit) const
{
    if (m_group != Group::All)
        return false;
    const auto& visits = *history.view()->visits;
    const asl::VisitRecord* visit = edit.visit < visits.size() ? &visits[edit.visit] : nullptr;
    if (m_iteration)
        return visit && std::find(visit->iteration.begin(), visit->iteration.end(), *m_iteration) != visit->iteration.end();
    return editText(edit).contains(m_text, Qt::CaseInsensitive) || (visit && toQString(visit->path.name).contains(m_text, Qt::CaseInsensitive));
}

bool EventFilter::textAccepts(const RunHistory& history, std::size_t index)
{
    const asl::HistoryEvent& event = (*history.view()->events)[index];
    const asl::VisitId id = history.visitOfEvent(index);
    const asl::VisitRecord* visit = id < history.view()->visits->size() ? &(*history.view()->visits)[id] : nullptr;
    if (m_iteration) {
        const asl::Data* number = event.detail("index");
        if (number && number->isNumber())
            return number->asInteger() == static_cast<std::int64_t>(*m_iteration);
        return visit && std::find(visit->iteration.begin(), visit->iteration.end(), *m_iteration) != visit->iteration.end();
    }
    const auto [type, isNewType] = m_typeHasText.try_emplace(static_cast<int>(event.type), false);
    if (isNewType)
        type->second = eventText(event.type).contains(m_text, Qt::CaseInsensitive);
    if (type->second)
        return true;
    if (visit) {
        const auto [state, isNewState] = m_stateHasText.try_emplace(visit->state, false);
        if (isNewState)
            state->second = toQString(visit->path.name).contains(m_text, Qt::CaseInsensitive);
        if (state->second)
            return true;
    }
    return isError(event.type) && (hasText(event, "error", m_text) || hasText(event, "cause", m_text));
}

} // namespace designer

#include "core/execution/checked_handler.h"

#include <algorithm>

namespace asl {

void CheckedHandler::start(const TaskRequest& request, TaskReport report)
{
    m_handler.start(request, [this, request, report = std::move(report)](TaskId task, TaskOutcome outcome) {
        check(request, outcome);
        report(task, std::move(outcome));
    });
}

void CheckedHandler::check(const TaskRequest& request, const TaskOutcome& outcome)
{
    const auto* success = std::get_if<TaskSuccess>(&outcome);
    const auto fault = success ? mockFault(resourceInfo(request.resource), success->result, m_check) : std::nullopt;
    const auto known = [&](const MockComplaint& complaint) { return complaint.state == request.state && complaint.fault == *fault; };
    if (fault && std::none_of(m_complaints.begin(), m_complaints.end(), known))
        m_complaints.push_back({request.state, request.attempt, *fault});
}

Message warning(const MockComplaint& complaint)
{
    return {ASL_TEXT("core", "The result of attempt %2 of state \"%1\" is not what the service answers: %3."),
            {complaint.state, std::to_string(complaint.attempt), complaint.fault}};
}

} // namespace asl

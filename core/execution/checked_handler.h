#pragma once
// CheckedHandler: hands tasks on to another handler and notes the results that the service called would not give.

#include "core/execution/mock_check.h"
#include "core/execution/task_handler.h"
#include "core/support/message.h"

#include <string>
#include <vector>

namespace asl {

struct MockComplaint
{
    std::string state;
    std::uint32_t attempt = 1; ///< at which it was seen first
    std::string fault;         ///< in the service's words
};

/// For handlers that report in the thread that starts the task. A fault is noted once for each state.
class CheckedHandler final : public TaskHandler
{
public:
    CheckedHandler(TaskHandler& handler, FieldCheck check) : m_handler(handler), m_check(check) {}

    void start(const TaskRequest& request, TaskReport report) override;
    void cancel(TaskId task) override { m_handler.cancel(task); }
    const std::vector<MockComplaint>& complaints() const { return m_complaints; }

private:
    void check(const TaskRequest& request, const TaskOutcome& outcome);

    TaskHandler& m_handler;
    FieldCheck m_check;
    std::vector<MockComplaint> m_complaints;
};

/// The complaint as a sentence.
Message warning(const MockComplaint& complaint);

} // namespace asl

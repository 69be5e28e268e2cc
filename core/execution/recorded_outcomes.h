#pragma once
// RecordedOutcomes: answers tasks from a list of outcomes, one an attempt (`stepwright-cli run --tasks`).

#include "core/execution/task_handler.h"
#include "core/support/result.h"

#include <deque>
#include <map>
#include <string>

namespace asl {

class RecordedOutcomes final : public TaskHandler
{
public:
    /// `list`: [{"state", "iteration"?, "return" | "throw" | "echo", "submitted"?, "repeat"?, "event"?}, …].
    static Result<RecordedOutcomes> read(const Data& list);

    void start(const TaskRequest& request, TaskReport report) override;
    void cancel(TaskId) override {}
    /// The first request without an entry, which nobody will answer.
    const std::optional<TaskRequest>& unanswered() const { return m_unanswered; }

private:
    struct Entry
    {
        std::optional<Data> submitted;
        std::optional<TaskOutcome> outcome; ///< empty: never answers
        bool echo = false;
        bool repeat = false;
    };
    /// State and indexes of the enclosing Maps; an entry without `iteration` answers in all of them.
    struct Key
    {
        std::string state;
        std::optional<std::vector<std::uint32_t>> iteration;
        friend auto operator<=>(const Key&, const Key&) = default;
    };

    static Result<Entry> readEntry(const Data& json, std::size_t index);
    const Entry* next(const TaskRequest& request);

    std::map<Key, std::deque<Entry>> m_queues;
    Entry m_taken;
    std::optional<TaskRequest> m_unanswered;
};

/// Error and cause of {"error": …, "cause": …}; either may be absent.
Failure failureFrom(const Data& json, std::string_view errorMember, std::string_view causeMember);

} // namespace asl

#pragma once
// RecordedOutcomes: answers tasks from a list of outcomes, one an attempt (`stepwright-cli run --tasks`). Task ids count up
// along a run, so a request with an id that was given before comes from a moment that was gone back to: what was taken for
// that id and later ones is on offer again.

#include "core/execution/task_handler.h"
#include "core/support/result.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace asl {

class RecordedOutcomes final : public TaskHandler
{
public:
    /// `list`: [{"state", "iteration"?, "return" | "throw" | "echo", "submitted"?, "repeat"?, "event"?}, …].
    static Result<RecordedOutcomes> read(const Data& list);
    /// The same from the text of a file; errors carry their place.
    static Result<RecordedOutcomes> read(std::string text);

    bool answers(const TaskRequest& request) const override;
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
    Result<void> add(const Data& json, std::size_t index);
    struct Queue
    {
        std::vector<Entry> entries;
        std::set<TaskId> taken; ///< by these attempts, in order
    };
    const Entry* next(const TaskRequest& request);
    /// The entry at this position, or the repeated one before it; its index is `entries.size()` when there is none.
    static std::size_t indexAt(const Queue& queue, std::size_t position);

    std::map<Key, Queue> m_queues;
    std::optional<TaskRequest> m_unanswered;
};

/// Error and cause of {"error": …, "cause": …}; either may be absent.
Failure failureFrom(const Data& json, std::string_view errorMember, std::string_view causeMember);

} // namespace asl

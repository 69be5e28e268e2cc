// Taking a run to its end.

#include "core/execution/drive.h"

#include <deque>

namespace asl {

namespace {

/// A child takes fewer, because its history has a limit.
constexpr std::uint64_t stepsOfChild = 50'000;

/// What the machine asked of the world and has not been told yet.
class Requests
{
public:
    Requests(Timeline& timeline, TaskHandler& handler, const DriveOptions& options)
        : m_timeline(timeline), m_handler(handler), m_options(options),
          m_report([this](TaskId task, TaskOutcome outcome) { m_answers.emplace_back(task, std::move(outcome)); }) {}

    /// Takes over what the last decision asked for.
    void collect()
    {
        for (const Effect& effect : m_timeline.effects()) {
            if (const auto* start = std::get_if<StartTask>(&effect))
                m_handler.start(start->request, m_report);
            else if (const auto* cancelled = std::get_if<CancelTask>(&effect))
                m_handler.cancel(cancelled->task);
            else if (const auto* read = std::get_if<ReadItems>(&effect))
                m_files.emplace_back(*read);
            else
                m_files.emplace_back(std::get<WriteObject>(effect));
        }
    }

    bool hasFiles() const { return !m_files.empty(); }
    void performFile()
    {
        const auto request = std::move(m_files.front());
        m_files.pop_front();
        if (const auto* read = std::get_if<ReadItems>(&request)) {
            m_timeline.itemsRead(*read, m_options.readItems ? m_options.readItems(*read)
                                                            : Failure{"States.ItemReaderFailed", "There are no files."});
            return;
        }
        const auto& write = std::get<WriteObject>(request);
        m_timeline.objectWritten(write.id, m_options.writeObject ? m_options.writeObject(write) : std::nullopt);
    }

    bool hasAnswers() const { return !m_answers.empty(); }
    void answer()
    {
        auto answer = std::move(m_answers.front());
        m_answers.pop_front();
        m_timeline.report(answer.first, std::move(answer.second));
    }

private:
    Timeline& m_timeline;
    TaskHandler& m_handler;
    const DriveOptions& m_options;
    TaskReport m_report;
    std::deque<std::pair<TaskId, TaskOutcome>> m_answers;
    std::deque<std::variant<ReadItems, WriteObject>> m_files;
};

} // namespace

DriveEnd drive(Timeline& timeline, TaskHandler& handler, const DriveOptions& options)
{
    Requests requests(timeline, handler, options);
    const std::uint64_t budget = options.stepBudget.value_or(mostSteps(timeline.options().recordVisits));
    while (!timeline.ended()) {
        if (timeline.step() >= budget + timeline.endedChildren() * stepsOfChild)
            return DriveEnd::BudgetSpent;
        if (requests.hasFiles()) {
            requests.performFile();
        } else if (timeline.canProceed()) {
            timeline.proceed();
        } else if (requests.hasAnswers()) {
            requests.answer();
        } else {
            const VirtualTime due = timeline.nextDeadline().value_or(timeline.executionDeadline());
            if (options.wait)
                options.wait(timeline.view()->now, due);
            timeline.advanceTime(due);
        }
        requests.collect();
        if (options.interrupted && options.interrupted())
            return DriveEnd::Interrupted;
    }
    // What a Map Run that was stopped leaves behind is written all the same.
    while (requests.hasFiles())
        requests.performFile();
    return DriveEnd::Ended;
}

} // namespace asl

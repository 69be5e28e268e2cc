// Taking a run to its end.

#include "core/execution/drive.h"

#include <deque>

namespace asl {

DriveEnd drive(Timeline& timeline, TaskHandler& handler, const DriveOptions& options)
{
    std::deque<std::pair<TaskId, TaskOutcome>> answers;
    const TaskReport report = [&answers](TaskId task, TaskOutcome outcome) { answers.emplace_back(task, std::move(outcome)); };
    while (!timeline.ended()) {
        if (timeline.step() >= options.stepBudget)
            return DriveEnd::BudgetSpent;
        if (timeline.canProceed()) {
            timeline.proceed();
        } else if (!answers.empty()) {
            auto answer = std::move(answers.front());
            answers.pop_front();
            timeline.report(answer.first, std::move(answer.second));
        } else {
            const VirtualTime due = timeline.nextDeadline().value_or(timeline.executionDeadline());
            if (options.wait)
                options.wait(timeline.view()->now, due);
            timeline.advanceTime(due);
        }
        std::vector<ReadItems> reads;
        for (const Effect& effect : timeline.effects()) {
            if (const auto* start = std::get_if<StartTask>(&effect))
                handler.start(start->request, report);
            else if (const auto* cancelled = std::get_if<CancelTask>(&effect))
                handler.cancel(cancelled->task);
            else
                reads.push_back(std::get<ReadItems>(effect));
        }
        if (options.readItems)
            for (const ReadItems& read : reads)
                timeline.itemsRead(read.id, options.readItems(read));
        if (options.interrupted && options.interrupted())
            return DriveEnd::Interrupted;
    }
    return DriveEnd::Ended;
}

} // namespace asl

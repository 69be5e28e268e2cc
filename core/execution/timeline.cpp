// Timeline: the journal of decisions with copies of the state now and then.

#include "core/execution/timeline.h"

#include "core/execution/advance.h"
#include "core/execution/view_of.h"

#include <algorithm>

namespace asl {

namespace {

constexpr std::uint64_t checkpointEvery = 512;
/// Beyond this much every second copy is dropped.
constexpr std::size_t checkpointBytes = 64 * 1024 * 1024;

/// `count` times the same decision; only Proceed is ever repeated.
struct JournalEntry
{
    std::uint64_t first = 0; ///< steps taken before it
    std::uint64_t count = 1;
    Decision decision;
};

struct Checkpoint
{
    std::uint64_t step = 0;
    ExecutionState state;
};

/// What a copy costs beside what it shares.
std::size_t ownBytes(const ExecutionState& state)
{
    return sizeof state + state.frames.capacity() * sizeof(Frame) + (state.ready.size() + state.timers.size()) * sizeof(Wake);
}

} // namespace

struct Timeline::Impl
{
    ProgramPointer program;
    ExecutionState state;
    std::uint64_t step = 0;
    std::uint64_t lastStep = 0;
    std::vector<JournalEntry> journal;
    std::vector<Checkpoint> checkpoints; ///< by step; the first is step 0
    std::size_t checkpointSize = 0;
    std::vector<std::uint64_t> stepOfEvent; ///< by id - 1; of all events known
    std::vector<Effect> effects;
    mutable RunViewPointer view;

    void decide(Decision decision)
    {
        if (step < lastStep)
            forgetLater();
        const bool repeated = std::holds_alternative<Proceed>(decision) && !journal.empty()
                           && std::holds_alternative<Proceed>(journal.back().decision);
        if (repeated)
            ++journal.back().count;
        else
            journal.push_back({step, 1, std::move(decision)});
        take(journal.back().decision);
        lastStep = step;
        stepOfEvent.resize(state.events.size(), step);
        if (step % checkpointEvery == 0)
            keep();
    }

    void take(const Decision& decision)
    {
        advanceInPlace(*program, state, decision, effects);
        ++step;
        view.reset();
    }

    void keep()
    {
        checkpoints.push_back({step, state});
        checkpointSize += ownBytes(state);
        if (checkpointSize < checkpointBytes)
            return;
        std::vector<Checkpoint> kept;
        checkpointSize = 0;
        for (std::size_t i = 0; i < checkpoints.size(); i += 2) {
            checkpointSize += ownBytes(checkpoints[i].state);
            kept.push_back(std::move(checkpoints[i]));
        }
        checkpoints = std::move(kept);
    }

    /// Drops everything known beyond the present step.
    void forgetLater()
    {
        while (!journal.empty() && journal.back().first >= step)
            journal.pop_back();
        if (!journal.empty())
            journal.back().count = std::min(journal.back().count, step - journal.back().first);
        while (checkpoints.back().step > step) {
            checkpointSize -= std::min(checkpointSize, ownBytes(checkpoints.back().state));
            checkpoints.pop_back();
        }
        stepOfEvent.resize(state.events.size());
        lastStep = step;
    }

    void seek(std::uint64_t target)
    {
        target = std::min(target, lastStep);
        if (target == step)
            return;
        const auto after = std::upper_bound(checkpoints.begin(), checkpoints.end(), target,
                                            [](std::uint64_t at, const Checkpoint& checkpoint) { return at < checkpoint.step; });
        const Checkpoint& nearest = *std::prev(after);
        if (target < step || nearest.step > step) {
            state = nearest.state;
            step = nearest.step;
        }
        auto entry = std::upper_bound(journal.begin(), journal.end(), step,
                                      [](std::uint64_t at, const JournalEntry& e) { return at < e.first; });
        if (entry != journal.begin())
            --entry;
        while (step < target) {
            while (step >= entry->first + entry->count)
                ++entry;
            take(entry->decision);
        }
        view.reset();
        if (step == 0)
            effects.clear();
    }
};

Timeline::Timeline(ProgramPointer program, RunOptions options) : m_impl(std::make_unique<Impl>())
{
    m_impl->state = startExecution(*program, options);
    m_impl->program = std::move(program);
    m_impl->stepOfEvent.resize(m_impl->state.events.size(), 0);
    m_impl->keep();
}

Timeline::~Timeline() = default;
Timeline::Timeline(Timeline&&) noexcept = default;
Timeline& Timeline::operator=(Timeline&&) noexcept = default;

bool Timeline::canProceed() const { return !m_impl->state.ready.empty(); }

bool Timeline::proceed()
{
    if (!canProceed())
        return false;
    m_impl->decide(Proceed{});
    return true;
}

std::optional<VirtualTime> Timeline::nextDeadline() const
{
    const ExecutionState& state = m_impl->state;
    if (ended())
        return {};
    std::optional<VirtualTime> due;
    if (!state.timers.empty())
        due = state.timers.front().due;
    if (state.deadlineGiven || (due && *due > state.deadline))
        due = std::min(due.value_or(state.deadline), state.deadline);
    return due;
}

VirtualTime Timeline::executionDeadline() const { return m_impl->state.deadline; }

void Timeline::advanceTime(VirtualTime to)
{
    if (!ended() && to >= m_impl->state.now)
        m_impl->decide(TimeAdvanced{to});
}

bool Timeline::report(TaskId task, const TaskOutcome& outcome)
{
    const std::vector<OpenTask>& tasks = m_impl->state.tasks;
    if (std::none_of(tasks.begin(), tasks.end(), [task](const OpenTask& open) { return open.id == task; }))
        return false;
    m_impl->decide(TaskReported{task, outcome});
    return true;
}

bool Timeline::itemsRead(ReadId read, ItemsOutcome outcome)
{
    const std::vector<Frame>& frames = m_impl->state.frames;
    const auto awaits = [read](const Frame& frame) {
        return frame.id != 0 && frame.phase == Phase::AwaitingItems && frame.children->run->order.read->id == read;
    };
    if (std::none_of(frames.begin(), frames.end(), awaits))
        return false;
    m_impl->decide(ItemsRead{read, std::move(outcome)});
    return true;
}

void Timeline::heartbeat(TaskId task)
{
    if (!ended())
        m_impl->decide(TaskHeartbeat{task});
}

void Timeline::stop(const Failure& failure)
{
    if (!ended())
        m_impl->decide(StopRequested{failure});
}

std::uint64_t Timeline::step() const { return m_impl->step; }
std::uint64_t Timeline::lastStep() const { return m_impl->lastStep; }
void Timeline::seek(std::uint64_t step) { m_impl->seek(step); }

std::uint64_t Timeline::stepOfEvent(std::int64_t id) const
{
    const std::vector<std::uint64_t>& steps = m_impl->stepOfEvent;
    if (id < 1 || steps.empty())
        return 0;
    return steps[std::min(static_cast<std::size_t>(id), steps.size()) - 1];
}

bool Timeline::ended() const { return m_impl->state.status != RunStatus::Running; }
std::size_t Timeline::openTasks() const { return m_impl->state.tasks.size(); }
const HistoryEvents& Timeline::events() const { return m_impl->state.events; }
const std::vector<Effect>& Timeline::effects() const { return m_impl->effects; }

RunViewPointer Timeline::view() const
{
    if (!m_impl->view)
        m_impl->view = std::make_shared<const RunView>(viewOf(*m_impl->program, m_impl->state, m_impl->step, m_impl->lastStep));
    return m_impl->view;
}

} // namespace asl

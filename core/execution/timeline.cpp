// Timeline: the journal of decisions with copies of the state now and then, branch by branch.

#include "core/execution/timeline.h"

#include "core/execution/advance.h"
#include "core/execution/view_of.h"

#include <algorithm>
#include <deque>

namespace asl {

namespace {

constexpr std::uint64_t checkpointEvery = 256; ///< and no oftener than a step for each frame, so that copying stays cheap
/// Beyond this much every second copy is dropped.
constexpr std::size_t checkpointBytes = 64 * 1024 * 1024;

struct Entry
{
    std::uint64_t first = 0; ///< steps taken before it
    JournalEntry entry;
};

struct Checkpoint
{
    std::uint64_t step = 0;
    std::shared_ptr<const ExecutionState> state;
    std::size_t bytes = 0;
};

/// The steps after which the entries of a growing list were there, of those that a branch added.
struct Steps
{
    std::size_t atFork = 0; ///< as many entries were there already
    std::vector<std::uint64_t> steps;

    void add(std::size_t size, std::uint64_t step) { steps.resize(size - atFork, step); }
};

/// What happened after `fork`, the step of the parent at which it begins; what came before is the parent's.
struct Branch
{
    BranchId parent = 0;
    std::uint64_t fork = 0;
    std::uint64_t lastStep = 0;
    RunStatus status = RunStatus::Running; ///< at its last step
    std::deque<Entry> journal;
    std::vector<Checkpoint> checkpoints; ///< by step, all beyond `fork`; of the first branch also step 0
    Steps events;
    Steps eventsOfChildren;
};

/// What a copy costs beside what it shares.
std::size_t ownBytes(const ExecutionState& state)
{
    return sizeof state + state.frames.capacity() * sizeof(Frame) +
           (state.ready.size() + state.timers.size() + state.childDeadlines.size()) * sizeof(Wake);
}

} // namespace

struct Timeline::Impl
{
    ProgramPointer program;
    RunOptions options;
    ExecutionState state;
    std::uint64_t step = 0;
    std::vector<Branch> branches = {Branch()};
    std::vector<BranchId> path = {0}; ///< from the first branch to the present one
    std::uint64_t lastKept = 0; ///< step of the latest copy that was made
    std::size_t checkpointSize = 0;
    std::vector<Effect> effects;
    mutable RunViewPointer view;

    Branch& present() { return branches[path.back()]; }
    const Branch& present() const { return branches[path.back()]; }

    void decide(Decision decision)
    {
        if (step < present().lastStep)
            fork();
        Branch& branch = present();
        const bool repeated = std::holds_alternative<Proceed>(decision) && !branch.journal.empty() &&
                              std::holds_alternative<Proceed>(branch.journal.back().entry.decision);
        if (repeated)
            ++branch.journal.back().entry.count;
        else
            branch.journal.push_back({step, {1, std::move(decision)}});
        take(branch.journal.back().entry.decision);
        forgetContent(branch.journal.back().entry.decision);
        branch.lastStep = step;
        branch.status = state.status;
        branch.events.add(state.events.size(), step);
        branch.eventsOfChildren.add(state.eventsOfChildren.size(), step);
        if (step - lastKept >= std::max<std::uint64_t>(checkpointEvery, state.frames.size()))
            keep();
    }

    void take(const Decision& decision)
    {
        advanceInPlace(*program, state, decision, effects);
        ++step;
        view.reset();
    }

    /// What files hold is read again when it is needed again.
    void forgetContent(Decision& decision) const
    {
        auto* read = options.files ? std::get_if<ItemsRead>(&decision) : nullptr;
        if (auto* part = read ? std::get_if<ObjectPart>(&read->outcome) : nullptr)
            part->bytes.reset();
    }

    void takeAgain(const Decision& decision)
    {
        const auto* read = std::get_if<ItemsRead>(&decision);
        const auto* part = read ? std::get_if<ObjectPart>(&read->outcome) : nullptr;
        if (!part || part->bytes)
            return take(decision);
        ItemsOutcome outcome = options.files(read->read);
        const auto* found = std::get_if<ObjectPart>(&outcome);
        if (!found || (!found->sha256.empty() && found->sha256 != part->sha256))
            outcome = Failure{errors::itemReaderFailed, "The object s3://" + read->read.bucket + "/" + read->read.key +
                                                            " is no longer what it was when this run read it."};
        take(ItemsRead{read->read, std::move(outcome)});
    }

    /// A new branch that begins at the present step.
    void fork()
    {
        const std::size_t owner = ownerOf(step);
        Branch branch;
        branch.parent = path[owner];
        branch.fork = branch.lastStep = step;
        branch.status = state.status;
        branch.events.atFork = state.events.size();
        branch.eventsOfChildren.atFork = state.eventsOfChildren.size();
        path.resize(owner + 1);
        path.push_back(static_cast<BranchId>(branches.size()));
        branches.push_back(std::move(branch));
    }

    /// The place in `path` of the branch that `at` belongs to; the step of a fork is the parent's.
    std::size_t ownerOf(std::uint64_t at) const
    {
        std::size_t owner = path.size() - 1;
        while (owner > 0 && at <= branches[path[owner]].fork)
            --owner;
        return owner;
    }

    void keep()
    {
        lastKept = step;
        present().checkpoints.push_back({step, std::make_shared<const ExecutionState>(state), ownBytes(state)});
        checkpointSize += present().checkpoints.back().bytes;
        if (checkpointSize < checkpointBytes)
            return;
        checkpointSize = 0;
        for (Branch& branch : branches) {
            std::vector<Checkpoint> kept;
            for (std::size_t i = 0; i < branch.checkpoints.size(); i += 2) {
                checkpointSize += branch.checkpoints[i].bytes;
                kept.push_back(std::move(branch.checkpoints[i]));
            }
            branch.checkpoints = std::move(kept);
        }
    }

    /// The step after which entry `index` of one of the lists is there, else the last one.
    std::uint64_t stepOf(std::size_t index, Steps Branch::*list) const
    {
        std::uint64_t until = present().lastStep;
        for (std::size_t owner = path.size(); owner-- > 0;) {
            const Branch& branch = branches[path[owner]];
            const Steps& known = branch.*list;
            if (index >= known.atFork)
                return index - known.atFork < known.steps.size() ? known.steps[index - known.atFork] : until;
            until = branch.fork;
        }
        return until;
    }

    /// The latest copy of a moment not after `target`.
    const Checkpoint& nearest(std::uint64_t target) const
    {
        for (std::size_t owner = ownerOf(target);; --owner) {
            const std::vector<Checkpoint>& checkpoints = branches[path[owner]].checkpoints;
            const auto after =
                std::upper_bound(checkpoints.begin(), checkpoints.end(), target,
                                 [](std::uint64_t at, const Checkpoint& checkpoint) { return at < checkpoint.step; });
            if (after != checkpoints.begin())
                return *std::prev(after);
            target = branches[path[owner]].fork;
        }
    }

    /// The decision taken at step `at`, and the step at which its repetitions end.
    std::pair<const Decision*, std::uint64_t> decisionAt(std::uint64_t at) const
    {
        const std::size_t owner = ownerOf(at + 1);
        const std::deque<Entry>& journal = branches[path[owner]].journal;
        const auto entry = std::prev(std::upper_bound(
            journal.begin(), journal.end(), at, [](std::uint64_t step, const Entry& e) { return step < e.first; }));
        std::uint64_t end = entry->first + entry->entry.count;
        if (owner + 1 < path.size())
            end = std::min(end, branches[path[owner + 1]].fork);
        return {&entry->entry.decision, end};
    }

    void seek(std::uint64_t target)
    {
        target = std::min(target, present().lastStep);
        if (target == step)
            return;
        const Checkpoint& from = nearest(target);
        if (target < step || from.step > step)
            restore(from);
        replayTo(target);
    }

    void restore(const Checkpoint& from)
    {
        state = *from.state;
        step = lastKept = from.step;
        effects.clear();
        view.reset();
    }

    void replayTo(std::uint64_t target)
    {
        while (step < target) {
            const auto [decision, end] = decisionAt(step);
            for (const std::uint64_t until = std::min(end, target); step < until;)
                takeAgain(*decision);
        }
    }
};

Timeline::Timeline(ProgramPointer program, RunOptions options) : m_impl(std::make_unique<Impl>())
{
    m_impl->state = startExecution(*program, options);
    m_impl->program = std::move(program);
    m_impl->options = std::move(options);
    Branch& first = m_impl->present();
    first.status = m_impl->state.status;
    first.events.add(m_impl->state.events.size(), 0);
    m_impl->keep();
}

Timeline::~Timeline() = default;
Timeline::Timeline(Timeline&&) noexcept = default;
Timeline& Timeline::operator=(Timeline&&) noexcept = default;

bool Timeline::canProceed() const
{
    return !m_impl->state.ready.empty();
}

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
    if (!state.childDeadlines.empty())
        due = std::min(due.value_or(state.deadline), state.childDeadlines.front().due);
    if (state.deadlineGiven || (due && *due > state.deadline))
        due = std::min(due.value_or(state.deadline), state.deadline);
    return due;
}

VirtualTime Timeline::executionDeadline() const
{
    return m_impl->state.deadline;
}

void Timeline::advanceTime(VirtualTime to)
{
    if (!ended() && to >= m_impl->state.now)
        m_impl->decide(TimeAdvanced{to});
}

bool Timeline::report(TaskId task, TaskOutcome outcome)
{
    const std::vector<OpenTask>& tasks = m_impl->state.tasks;
    const auto open = std::lower_bound(tasks.begin(), tasks.end(), task,
                                       [](const OpenTask& entry, TaskId id) { return entry.id < id; });
    if (open == tasks.end() || open->id != task)
        return false;
    m_impl->decide(TaskReported{task, std::move(outcome)});
    return true;
}

void Timeline::itemsRead(const ReadItems& read, ItemsOutcome outcome)
{
    if (!ended())
        m_impl->decide(ItemsRead{read, std::move(outcome)});
}

void Timeline::objectWritten(FileId write, std::optional<Failure> failure)
{
    if (!ended())
        m_impl->decide(ObjectWritten{write, std::move(failure)});
}

bool Timeline::awaitsFiles() const
{
    const std::vector<Frame>& frames = m_impl->state.frames;
    return std::any_of(frames.begin(), frames.end(), [](const Frame& frame) {
        const MapRun* run = frame.id != 0 && frame.children && frame.children->run ? &*frame.children->run : nullptr;
        return run && (run->reading != 0 || !run->writing.empty());
    });
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

Result<void> Timeline::redrive(VirtualTime at)
{
    if (const auto refusal = redriveRefusal(*m_impl->program, m_impl->state, at))
        return Error{Message(*refusal), {}};
    m_impl->decide(RedriveRequested{at});
    return {};
}

Result<void> Timeline::editValue(ValueEdited edit)
{
    if (auto refusal = editRefusal(*m_impl->program, m_impl->state, edit))
        return Error{*std::move(refusal), {}};
    m_impl->decide(std::move(edit));
    return {};
}

std::uint64_t Timeline::step() const
{
    return m_impl->step;
}
std::uint64_t Timeline::lastStep() const
{
    return m_impl->present().lastStep;
}
void Timeline::seek(std::uint64_t step)
{
    m_impl->seek(step);
}

std::uint64_t Timeline::stepOfEvent(std::int64_t id) const
{
    return id < 1 ? 0 : m_impl->stepOf(static_cast<std::size_t>(id) - 1, &Branch::events);
}

std::uint64_t Timeline::stepOfChildEvent(std::size_t index) const
{
    return m_impl->stepOf(index, &Branch::eventsOfChildren);
}

std::vector<TimelineBranch> Timeline::branches() const
{
    std::vector<TimelineBranch> result;
    for (BranchId id = 0; id < m_impl->branches.size(); ++id) {
        const Branch& branch = m_impl->branches[id];
        result.push_back({id, branch.parent, branch.fork, branch.lastStep, branch.status});
    }
    return result;
}

BranchId Timeline::branch() const
{
    return m_impl->path.back();
}

bool Timeline::switchTo(BranchId branch)
{
    if (branch >= m_impl->branches.size())
        return false;
    if (branch == this->branch())
        return true;
    std::vector<BranchId>& path = m_impl->path;
    path = {branch};
    while (path.back() != 0)
        path.push_back(m_impl->branches[path.back()].parent);
    std::reverse(path.begin(), path.end());
    m_impl->restore(m_impl->nearest(lastStep()));
    m_impl->replayTo(lastStep());
    return true;
}

std::vector<JournalEntry> Timeline::journal() const
{
    std::vector<JournalEntry> result;
    for (std::size_t owner = 0; owner < m_impl->path.size(); ++owner) {
        const bool isLast = owner + 1 == m_impl->path.size();
        const std::uint64_t until = isLast ? lastStep() : m_impl->branches[m_impl->path[owner + 1]].fork;
        for (const Entry& entry : m_impl->branches[m_impl->path[owner]].journal) {
            if (entry.first >= until)
                break;
            result.push_back(entry.entry);
            result.back().count = std::min(entry.entry.count, until - entry.first);
        }
    }
    return result;
}

bool Timeline::ended() const
{
    return m_impl->state.status != RunStatus::Running;
}
std::size_t Timeline::openTasks() const
{
    return m_impl->state.tasks.size();
}
std::uint64_t Timeline::endedChildren() const
{
    return m_impl->state.endedChildren;
}
const HistoryEvents& Timeline::events() const
{
    return m_impl->state.events;
}
const VisitRecords& Timeline::visits() const
{
    return m_impl->state.visits;
}
const ChildEvents& Timeline::eventsOfChildren() const
{
    return m_impl->state.eventsOfChildren;
}
const std::vector<Effect>& Timeline::effects() const
{
    return m_impl->effects;
}
const ProgramPointer& Timeline::program() const
{
    return m_impl->program;
}
const RunOptions& Timeline::options() const
{
    return m_impl->options;
}

RunViewPointer Timeline::view() const
{
    if (!m_impl->view)
        m_impl->view =
            std::make_shared<const RunView>(viewOf(*m_impl->program, m_impl->state, m_impl->step, lastStep()));
    return m_impl->view;
}

} // namespace asl

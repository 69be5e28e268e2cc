#include "ui/workspace/run_session.h"

#include <algorithm>

namespace designer {

namespace {

RunSession::Refusal noFolder(const asl::Snapshot& snapshot, asl::StateId map)
{
    const asl::State& state = snapshot.machine().state(map);
    const asl::NodeId reader = snapshot.tree().find(state.node, "ItemReader");
    return {.message = {ASL_TEXT("core", "The Map \"%1\" reads its items from S3, and no folder is chosen that stands for S3."), {state.name}},
            .range = snapshot.tree().node(reader).memberRange(), .needsFolder = true};
}

/// What cannot run at all comes first, then the tokens to ask for: without their values more may seem wrong than is.
RunSession::Refusal refusalOf(const std::vector<asl::CompileProblem>& problems)
{
    using Kind = asl::CompileProblem::Kind;
    RunSession::Refusal refusal;
    for (const Kind kind : {Kind::Unsupported, Kind::MissingToken, Kind::Invalid}) {
        for (const asl::CompileProblem& problem : problems) {
            if (problem.kind != kind)
                continue;
            if (kind != Kind::MissingToken)
                return {problem.message, problem.range, {}};
            if (std::find(refusal.tokens.begin(), refusal.tokens.end(), problem.token) == refusal.tokens.end())
                refusal.tokens.push_back(problem.token);
        }
        if (!refusal.tokens.empty())
            break;
    }
    return refusal;
}

} // namespace

RunSession::~RunSession()
{
    clear();
}

std::optional<RunSession::Refusal> RunSession::begin(Setup setup)
{
    clear();
    const std::vector<asl::SyntaxError>& errors = setup.snapshot->tree().errors();
    if (!errors.empty())
        return Refusal{errors.front().message, errors.front().range, {}};
    asl::Result<asl::Data> input = asl::data::parse(setup.input.empty() ? "{}" : setup.input);
    if (!input)
        return Refusal{{ASL_TEXT("core", "The execution input is no JSON: %1"), {asl::english(input.error().message)}}, std::nullopt, {}};
    const FileUse use = fileUseOf(*setup.snapshot);
    const asl::CompileOptions options{.tokens = &setup.tokens, .platform = &setup.platform, .express = setup.express,
                                      .readsItems = use.reader.has_value()};
    const asl::Compilation compilation = asl::compile(setup.snapshot, options);
    if (!compilation.program)
        return refusalOf(compilation.problems);
    if (setup.folder.empty() && use.reader)
        return noFolder(*setup.snapshot, *use.reader);
    if (!setup.folder.empty() && (use.reader || use.writes)) {
        auto files = setup.openFolder(setup.folder);
        if (!files)
            return Refusal{.message = files.error().message, .range = {}, .needsFolder = true};
        m_files = *std::move(files);
    }

    asl::RunOptions run;
    run.input = *std::move(input);
    run.seed = setup.seed;
    run.now = setup.startTime;
    run.files = m_files.read;
    take(std::move(setup));
    m_timeline.emplace(compilation.program, std::move(run));
    return std::nullopt;
}

std::optional<RunSession::Refusal> RunSession::beginReplay(const asl::RunRecord& record, Setup setup)
{
    clear();
    const asl::CompileOptions options{.platform = &setup.platform};
    if (!setup.folder.empty())
        if (auto files = setup.openFolder(setup.folder))
            m_files = *std::move(files);
    auto replayed = asl::replay(record, options, m_files.read);
    if (!replayed) {
        const std::optional<asl::Error> missing = asl::missingFile(record, setup.platform, m_files.read);
        m_files = {};
        return Refusal{.message = missing ? missing->message : replayed.error().message, .range = {}, .needsFolder = missing.has_value()};
    }
    m_objectsAreOthers = true;
    take(std::move(setup));
    m_timeline.emplace(std::move(replayed).value());
    return std::nullopt;
}

/// Who answers, from now on.
void RunSession::take(Setup setup)
{
    m_handler = std::move(setup.handler);
    m_kept = std::move(setup.kept);
    m_platform = std::move(setup.platform);
    m_report = std::move(setup.report);
}

void RunSession::clear()
{
    if (m_handler)
        for (const asl::TaskId task : m_inFlight)
            m_handler->cancel(task);
    m_timeline.reset();
    m_handler.reset();
    m_files = {};
    m_objectsAreOthers = m_objectsAreWritten = false;
    m_goal = {};
    m_inFlight.clear();
    m_held.clear();
    ++m_generation;
    m_answersAll = false;
}

RunSession::Standing RunSession::drive(const std::function<bool()>& interrupted, const std::function<void()>& stepped)
{
    while (m_goal.kind != RunGoal::Kind::None && !m_timeline->ended()) {
        if (interrupted())
            return Standing::Interrupted;
        if (mayBeEndless()) {
            m_goal = {};
            return Standing::MayBeEndless;
        }
        const Known before = known();
        m_steps += atEndOfTimeline();
        if (!takeStep())
            return m_inFlight.empty() ? Standing::AwaitingAnswers : Standing::AwaitingHandler;
        if (goalReached(before))
            m_goal = {};
        stepped();
    }
    m_goal = {};
    return standing();
}

RunSession::Standing RunSession::standing() const
{
    if (m_timeline->ended())
        return Standing::Ended;
    if (!atEndOfTimeline() || m_timeline->canProceed() || m_timeline->openTasks() == 0)
        return Standing::Paused;
    return m_inFlight.empty() ? Standing::AwaitingAnswers : Standing::Paused;
}

/// The next step: one that is known, else whatever is ready, else an answer that came, else the next deadline. Time stands
/// still while a task is open.
bool RunSession::takeStep()
{
    if (!atEndOfTimeline()) {
        seekMoment(m_timeline->step() + 1);
        return true;
    }
    if (m_timeline->canProceed()) {
        decide([this] { m_timeline->proceed(); });
        return true;
    }
    if (!m_held.empty()) {
        const auto [task, outcome] = std::move(m_held.front());
        m_held.pop_front();
        decide([&, &id = task, &answer = outcome] { m_timeline->report(id, answer); });
        return true;
    }
    if (m_timeline->openTasks() > 0)
        return m_answersAll && answerWithEvent();
    const asl::VirtualTime due = m_timeline->nextDeadline().value_or(m_timeline->executionDeadline());
    decide([&] { m_timeline->advanceTime(due); });
    return true;
}

/// One open task that nobody works on; false when there is none.
bool RunSession::answerWithEvent()
{
    const asl::RunViewPointer now = m_timeline->view();
    const auto open = std::find_if(now->tasks.begin(), now->tasks.end(), [this](const asl::PendingTask& task) { return !m_inFlight.contains(task.id); });
    if (open == now->tasks.end())
        return false;
    const asl::TaskRequest request = requestOf(*open);
    const asl::TaskSuccess success{functionResult(request, functionEvent(request))};
    decide([&] { m_timeline->report(request.id, success); });
    return true;
}

/// Decides something; what was known beyond the present moment is gone then, and the handler hears what is open now.
template <class Decision>
void RunSession::decide(Decision decision)
{
    const bool branches = !atEndOfTimeline();
    const std::uint64_t before = m_timeline->step();
    decision();
    if (m_timeline->step() == before)
        return; // it was refused
    m_objectsAreOthers = m_objectsAreOthers || branches;
    if (branches)
        restartTasks();
    else
        followEffects();
    performFiles();
}

void RunSession::followEffects()
{
    for (const asl::Effect& effect : m_timeline->effects()) {
        if (const auto* start = std::get_if<asl::StartTask>(&effect))
            startTask(start->request);
        else if (const auto* cancelled = std::get_if<asl::CancelTask>(&effect))
            cancelTask(cancelled->task);
    }
}

void RunSession::cancelTask(asl::TaskId task)
{
    if (m_inFlight.erase(task) > 0 && m_handler)
        m_handler->cancel(task);
}

void RunSession::restartTasks()
{
    m_held.clear();
    ++m_generation;
    // Numbers are given again after a branch, so what is under way may not be what is asked for now.
    for (const asl::TaskId task : std::set<asl::TaskId>(m_inFlight))
        cancelTask(task);
    const asl::RunViewPointer now = m_timeline->view();
    for (const asl::PendingTask& task : now->tasks)
        startTask(requestOf(task));
}

/// What was kept for the state answers first, then the handler if it can; else the user is asked.
void RunSession::startTask(const asl::TaskRequest& request)
{
    if (const auto kept = m_kept.find(request.state); kept != m_kept.end()) {
        m_inFlight.insert(request.id);
        m_report(m_generation, request.id, kept->second);
    } else if (m_handler && m_handler->answers(request)) {
        m_inFlight.insert(request.id);
        m_handler->start(request, [report = m_report, generation = m_generation](asl::TaskId task, asl::TaskOutcome outcome) {
            report(generation, task, std::move(outcome));
        });
    }
}

void RunSession::setKept(std::map<std::string, asl::TaskOutcome> kept)
{
    m_kept = std::move(kept);
    if (!atEndOfTimeline())
        return;
    const asl::RunViewPointer now = m_timeline->view();
    for (const asl::PendingTask& task : now->tasks)
        if (!m_inFlight.contains(task.id) && m_kept.contains((*now->visits)[task.visit].path.name))
            startTask(requestOf(task));
}

asl::TaskRequest RunSession::requestOf(const asl::PendingTask& task) const
{
    const asl::VisitRecord& visit = (*m_timeline->view()->visits)[task.visit];
    return {task.id, visit.path.name, visit.iteration, task.attempt, task.resource, task.event};
}

void RunSession::answer(asl::TaskId task, const asl::TaskOutcome& outcome)
{
    m_inFlight.erase(task);
    takeAnswer(task, outcome);
}

asl::Result<void> RunSession::edit(const asl::ValueEdited& edit)
{
    asl::Result<void> done;
    decide([&] { done = m_timeline->editValue(edit); });
    return done;
}

/// An answer may be what the run was to stop at.
void RunSession::takeAnswer(asl::TaskId task, const asl::TaskOutcome& outcome)
{
    const Known before = known();
    decide([&] { m_timeline->report(task, outcome); });
    if (m_goal.kind != RunGoal::Kind::None && goalReached(before))
        m_goal = {};
}

void RunSession::take(std::uint64_t generation, asl::TaskId task, const asl::TaskOutcome& outcome)
{
    if (generation != m_generation || !m_inFlight.contains(task))
        return;
    if (!std::holds_alternative<asl::TaskSubmission>(outcome))
        m_inFlight.erase(task);
    if (atEndOfTimeline())
        takeAnswer(task, outcome);
    else
        m_held.emplace_back(task, outcome);
}

void RunSession::stop()
{
    m_goal = {};
    decide([this] { m_timeline->stop({}); });
}

void RunSession::switchTo(asl::BranchId branch)
{
    m_goal = {};
    if (!m_timeline->switchTo(branch))
        return;
    m_objectsAreOthers = true;
    if (m_objectsAreWritten)
        writeOwnObjects();
    restartTasks();
}

void RunSession::advanceToNextEvent()
{
    const asl::VirtualTime before = m_timeline->view()->now;
    while (!atEndOfTimeline() && m_timeline->view()->now == before)
        seekMoment(m_timeline->step() + 1);
    if (m_timeline->view()->now > before)
        return;
    if (const std::optional<asl::VirtualTime> due = m_timeline->nextDeadline())
        decide([&] { m_timeline->advanceTime(*due); });
}

} // namespace designer

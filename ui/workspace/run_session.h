#pragma once
// RunSession: one run as the simulator lane holds it: the timeline, who answers its tasks, and how far it is to go. Knows
// nothing of Qt; SimulationController calls it on its lane and nowhere else.

#include "core/data/json.h"
#include "core/execution/drive.h"
#include "core/execution/run_record.h"
#include "core/execution/watch.h"
#include "core/query/outcome.h"
#include "ui/workspace/breakpoint_rule.h"
#include "ui/workspace/run_files.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace designer {

/// How far a run is to go.
struct RunGoal
{
    enum class Kind { None, Continue, Into, Over, Out, To };
    Kind kind = Kind::None;
    std::optional<asl::VisitId> focus;    ///< Over, Out: the visit that is stepped over or whose scope is left
    std::optional<asl::StatePath> target; ///< To
};

class RunSession
{
public:
    struct Setup
    {
        asl::SnapshotPointer snapshot;
        std::string input;
        asl::data::TokenValues tokens;
        asl::query::Platform platform;
        bool express = false;
        std::uint64_t seed = 0;
        asl::VirtualTime startTime = 0;
        std::string folder;          ///< stands for S3; empty: none, and what a ResultWriter writes goes nowhere
        OpenFolder openFolder;
        std::shared_ptr<asl::TaskHandler> handler; ///< null: the user answers
        std::map<std::string, asl::TaskOutcome> kept; ///< answers by state, before the handler is asked
        /// Where the handler's answers go, from any thread; they come back by take().
        std::function<void(std::uint64_t generation, asl::TaskId, asl::TaskOutcome)> report;
    };
    struct Refusal
    {
        asl::Message message;
        std::optional<asl::TextRange> range;  ///< in the definition
        std::vector<std::string> tokens = {}; ///< only these are missing
        bool needsFolder = false;             ///< another folder that stands for S3 may help
    };
    enum class Standing { Paused, Interrupted, AwaitingAnswers /* of the user */, AwaitingHandler, Ended, MayBeEndless /* paused */ };
    static constexpr std::uint64_t mostSteps = asl::mostSteps(true); ///< towards one goal, and some more for each child execution

    RunSession() = default;
    RunSession(const RunSession&) = delete;
    RunSession& operator=(const RunSession&) = delete;
    ~RunSession(); ///< cancels what the handler works on

    /// Compiles and begins; nothing has been decided yet.
    std::optional<Refusal> begin(Setup setup);
    /// A recorded run, at its last step.
    std::optional<Refusal> beginReplay(const asl::RunRecord& record, Setup setup);
    void clear();
    bool hasRun() const { return m_timeline.has_value(); }

    void setGoal(RunGoal goal);
    void setBreakpoints(const std::map<asl::StatePath, BreakpointRule>& breakpoints);
    /// Stop where a task, an expression, a Map or a Parallel fails, caught or not.
    void setStopsOnErrors(bool stops) { m_stopsOnErrors = stops; }
    /// What is open now is answered too.
    void setKept(std::map<std::string, asl::TaskOutcome> kept);
    /// Goes on until the goal is reached or nothing can go on. What lies ahead after going back is walked again, not decided
    /// again. `stepped` is called after each step.
    Standing drive(const std::function<bool()>& interrupted, const std::function<void()>& stepped);
    Standing standing() const;

    void answer(asl::TaskId task, const asl::TaskOutcome& outcome);
    /// By hand, while the run rests; deciding it after going back begins another branch.
    asl::Result<void> edit(const asl::ValueEdited& edit);
    /// What the handler reports; kept until the end of the timeline is reached again.
    void take(std::uint64_t generation, asl::TaskId task, const asl::TaskOutcome& outcome);
    void answerAllFromNowOn() { m_answersAll = true; }
    void stop();
    void stepBack();
    void seek(std::uint64_t step);
    void seekToEvent(std::int64_t id);
    void seekToVisit(asl::VisitId visit); ///< the moment at which it began; it may lie ahead
    void seekToEdit(std::size_t index); ///< the moment after it was made
    void advanceToNextEvent();

    std::vector<asl::TimelineBranch> branches() const { return m_timeline ? m_timeline->branches() : std::vector<asl::TimelineBranch>(); }
    asl::BranchId branch() const { return m_timeline ? m_timeline->branch() : 0; }
    void switchTo(asl::BranchId branch); ///< to its last step
    /// The present branch as the text of a `*.run.json`.
    std::string record() const { return m_timeline ? asl::runRecordJson(asl::recordOf(*m_timeline)) : std::string(); }

    asl::RunViewPointer view() const { return m_timeline ? m_timeline->view() : nullptr; }

private:
    void take(Setup setup);
    bool atEndOfTimeline() const { return m_timeline->step() == m_timeline->lastStep(); }
    bool takeStep();
    bool answerWithEvent();
    /// What a step added begins here.
    struct Known
    {
        std::size_t events = 0;
        std::size_t eventsOfChildren = 0;
    };
    Known known() const { return {m_timeline->events().size(), m_timeline->eventsOfChildren().size()}; }
    /// An event of this history or of a child execution.
    struct Happening
    {
        asl::EventType type;
        std::string_view state;             ///< of an entry or exit
        std::int64_t event = 0;             ///< 0: a child's
        std::optional<asl::VisitId> visit;  ///< of a child's
    };
    bool goalReached(const Known& before) const;
    bool reachesGoal(const Happening& happening) const;
    bool entryReachesGoal(std::string_view name, asl::VisitId entered) const;
    bool exitReachesGoal(const Happening& exit) const;
    bool stopsAt(const asl::StatePath& path, BreakpointRule::When when, asl::VisitId visit) const;
    bool mayStopAt(std::string_view name) const;
    bool leavesScope(const Happening& happening) const;
    bool mayBeEndless() const;
    std::uint64_t lastMoment() const;
    bool isAlive(asl::FrameId frame) const;
    template <class Decision>
    void decide(Decision decision);
    // run_files.cpp
    void performFiles();
    void writeOwnObjects();
    bool readAgain(asl::Decision& decision) const;

    void seekMoment(std::uint64_t step);
    void followEffects();
    void restartTasks();
    asl::TaskRequest requestOf(const asl::PendingTask& task) const;
    void startTask(const asl::TaskRequest& request);
    void cancelTask(asl::TaskId task);
    void takeAnswer(asl::TaskId task, const asl::TaskOutcome& outcome);

    std::optional<asl::Timeline> m_timeline;
    RunFiles m_files;
    bool m_objectsAreOthers = false; ///< what lies in the folder may not be what this branch has written so far
    bool m_objectsAreWritten = false; ///< some branch has written there
    std::shared_ptr<asl::TaskHandler> m_handler;
    std::function<void(std::uint64_t, asl::TaskId, asl::TaskOutcome)> m_report;
    std::uint64_t m_generation = 0; ///< of task numbers: after a branch they are given again
    RunGoal m_goal;
    std::uint64_t m_steps = 0;            ///< decided towards the goal
    std::uint64_t m_childrenBefore = 0;   ///< that had ended when it was set
    std::set<std::string, std::less<>> m_focusNames; ///< of the states in the focus's scope and around it
    struct CompiledBreakpoint
    {
        BreakpointRule rule;
        std::optional<asl::WatchExpression> condition;
    };
    std::map<asl::StatePath, CompiledBreakpoint> m_breakpoints; ///< the enabled ones
    bool m_stopsOnErrors = false;
    std::map<std::string, asl::TaskOutcome> m_kept;
    asl::query::Platform m_platform;
    std::set<asl::TaskId> m_inFlight;                             ///< the handler works on them
    std::deque<std::pair<asl::TaskId, asl::TaskOutcome>> m_held;  ///< came while an earlier moment was shown
    bool m_answersAll = false;
};

} // namespace designer

#pragma once
// SimulationController: drives one run of the workspace's document. The Timeline lives on the simulator lane; views get
// RunViews and send wishes back.

#include "core/execution/coverage.h"
#include "core/execution/run_view.h"
#include "core/execution/task_handler.h"
#include "ui/workspace/breakpoint_rule.h"
#include "ui/workspace/lane.h"
#include "ui/workspace/run_session.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace designer {

class Workspace;

class SimulationController final : public QObject
{
    Q_OBJECT

public:
    enum class Mode { Idle /* no run */, Running, Paused, AwaitingTask /* nothing can go on until a task is answered */, Ended };
    Q_ENUM(Mode)

    explicit SimulationController(Workspace& workspace, QObject* parent = nullptr);
    ~SimulationController() override;

    Mode mode() const { return m_mode; }
    const asl::RunViewPointer& view() const { return m_view; } ///< null without a run
    /// The last moment that is known of this run: the view itself, or what lies ahead of it after going back.
    const asl::RunViewPointer& farthestView() const { return m_farthest; }
    /// The ways the run went: deciding anything after going back begins another one.
    const std::vector<asl::TimelineBranch>& branches() const { return m_branches; }
    asl::BranchId branch() const { return m_branch; }
    /// The present branch as the text of a `*.run.json`, when it is ready; empty without a run.
    void makeRecord(std::function<void(const std::string& text)> done);
    /// A recorded run of the workspace's document, at its last step.
    void openRecord(std::shared_ptr<const asl::RunRecord> record);
    /// The place where stepping goes on: the selected visit if it is an active one, else the first that goes on.
    std::optional<asl::VisitId> focusedVisit() const;
    /// Tasks whose answer is awaited at the present moment from the user.
    bool awaitsAnswers() const;

    /// Execution input as JSON text, as typed; run() parses it.
    const QString& inputText() const { return m_inputText; }
    void setInputText(const QString& text);
    void setSeed(quint64 seed);
    /// Where the run's clock starts; empty: now.
    void setStartTime(std::optional<asl::VirtualTime> time);
    /// Who answers tasks; null: the user is asked.
    void setTaskHandler(std::shared_ptr<asl::TaskHandler> handler);
    /// How a folder that stands for S3 is opened: the application's part.
    void setOpenFolder(OpenFolder open);
    /// The folder that stands for S3 in the next run, its sub-folders being the buckets; empty: none, and nothing is read or written.
    const QString& folder() const { return m_folder; }
    void setFolder(const QString& folder);

    const std::set<asl::StatePath>& breakpoints() const { return m_breakpoints; }
    void toggleBreakpoint(const asl::StatePath& state); ///< kept beside the file, never in it; follows renames
    void setBreakpoints(std::set<asl::StatePath> states);
    BreakpointRule breakpoint(const asl::StatePath& state) const; ///< of a state in breakpoints(): how it stops
    void setBreakpoint(const asl::StatePath& state, const BreakpointRule& rule);
    bool stopsOnErrors() const { return m_stopsOnErrors; }
    void setStopsOnErrors(bool stops);

    /// Answers that the user wants given whenever a task of the state is asked for, before any handler; by name of the state.
    const std::map<std::string, asl::TaskOutcome>& keptAnswers() const { return m_keptAnswers; }
    void setKeptAnswers(std::map<std::string, asl::TaskOutcome> answers);
    void keepAnswer(const std::string& state, const asl::TaskOutcome& outcome);
    void forgetAnswer(const std::string& state);

    /// Expressions whose values at the selected visit are kept in sight.
    const QStringList& watches() const { return m_watches; }
    void setWatches(const QStringList& expressions);

    /// What test cases went through, shown on the drawing while there is no run; null: nothing.
    const std::shared_ptr<const asl::Coverage>& coverage() const { return m_coverage; }
    void setCoverage(std::shared_ptr<const asl::Coverage> coverage);

    /// The visit shown by canvas, payload panel, events; follows the run until somebody selects another.
    std::optional<asl::VisitId> selectedVisit() const { return m_selectedVisit; }
    void selectVisit(std::optional<asl::VisitId> visit);
    /// The frame whose place was selected: the selected visit goes with it until it ends. Nothing: with the run.
    std::optional<asl::FrameId> followedFrame() const { return m_followedFrame; }
    void followRun();

    /// While the run rests: the input of the state that the frame is about to work on (no variable), or one of its variables. After
    /// going back this begins another branch.
    void editValue(asl::FrameId frame, const std::string& variable, const asl::Data& value);

public slots:
    void run();       ///< starts, or goes on to the next breakpoint or the end
    void retry();     ///< what was refused last, after its reason is gone
    void start();     ///< starts and pauses before the first state's work
    void pause();
    void stop();      ///< StopExecution; the views stay
    void restart();
    void close();     ///< back to designing
    void stepOver();  ///< finish the current visit, with all inside; stop at the entry of the next in the same scope
    void stepInto();  ///< stop at the entry of the next visit, inside too
    void stepOut();   ///< until the enclosing branch, iteration or execution has ended
    void stepBack();  ///< the moment before the last visit began or ended, or the last task was answered
    void runTo(const asl::StatePath& state); ///< as run(), stopping at the entry of this state too
    void seek(quint64 step);
    void seekToEvent(qint64 id);
    void seekToVisit(asl::VisitId visit); ///< the moment at which it began
    void seekToEdit(std::size_t index);        ///< index in RunView::edits
    void switchToBranch(asl::BranchId branch); ///< to its last step
    void answerTask(asl::TaskId task, const asl::TaskOutcome& outcome);
    void answerAllTasksWithTheirEvent(); ///< lambda:invoke: as Payload; also those that come, until the run ends
    void advanceToNextEvent();           ///< moves the clock to the next deadline

signals:
    void modeChanged(designer::SimulationController::Mode mode);
    void viewChanged(const asl::RunViewPointer& view);
    void selectedVisitChanged();
    void breakpointsChanged();
    void keptAnswersChanged();
    void watchesChanged();
    void folderChanged();
    void coverageChanged();
    void inputTextChanged();
    /// The run cannot start: bad input, an invalid definition, something not built yet. `range` is in the definition. Or it
    /// rests because it may have no end.
    void refused(const QString& message, std::optional<asl::TextRange> range);
    /// These tokens need values before a run can start; set them on the workspace, then call run() again.
    void tokensNeeded(const QStringList& names);
    /// The run needs a folder that stands for S3, or another one: `message` says why. Call setFolder(), then retry().
    void folderNeeded(const QString& message);

private:
    struct Private;
    struct Published;
    void post(std::function<void(RunSession&)> action, bool urgent);
    void postGoal(RunGoal goal);
    void begin(RunGoal goal, std::shared_ptr<const asl::RunRecord> record = nullptr);
    std::function<void(std::uint64_t, asl::TaskId, asl::TaskOutcome)> reportToHere();
    void show(Published published, bool final);
    void showWaiting();
    void refuse(const RunSession::Refusal& refusal);
    void followVisit();
    bool followFrame();
    void selectLastVisitOf(const asl::StatePath& path);
    void sendBreakpoints();
    void sendKeptAnswers();
    std::map<asl::StatePath, BreakpointRule> breakpointsInRun() const;
    void followDocument(const asl::SnapshotPointer& snapshot, const asl::TextPatch& patch, bool reset);

    std::unique_ptr<Private> d;
    Workspace& m_workspace;
    Mode m_mode = Mode::Idle;
    asl::RunViewPointer m_view;
    asl::RunViewPointer m_farthest;
    std::vector<asl::TimelineBranch> m_branches;
    asl::BranchId m_branch = 0;
    QString m_inputText = QStringLiteral("{}");
    std::set<asl::StatePath> m_breakpoints;
    std::map<asl::StatePath, BreakpointRule> m_rules; ///< of those that are not plain
    bool m_stopsOnErrors = false;
    std::map<std::string, asl::TaskOutcome> m_keptAnswers;
    QStringList m_watches;
    QString m_folder;
    std::shared_ptr<const asl::Coverage> m_coverage;
    std::optional<asl::VisitId> m_selectedVisit;
    std::optional<asl::FrameId> m_followedFrame;
};

} // namespace designer

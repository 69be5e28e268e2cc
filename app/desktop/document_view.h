#pragma once
// DocumentView: one open document with its panels: what the tabs and docks of the window show while it is the current one.

#include "app/desktop/recorded_runs.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QObject>

#include <array>
#include <functional>
#include <optional>
#include <vector>

class QSplitter;

namespace designer {

class CanvasView;
class CodeEditor;
class InspectorPanel;
class PalettePanel;
class PanelArea;
class PayloadPanel;
class ProblemsPanel;
class RunActions;
class RunPanel;
class TestCasesPanel;
class TimelinePanel;

class DocumentView final : public QObject
{
    Q_OBJECT

public:
    enum class Arrangement { Graph, Split, Text };

    DocumentView(QWidget* window, const asl::Document& document, const QString& path, const QString& untitledName);
    ~DocumentView() override;
    /// The text is shown first, then its panels are made one by one, an event each: nobody waits for all of them at once.
    void open();

    Workspace& workspace() { return m_workspace; }
    SimulationController& simulation() { return m_simulation; }
    CodeEditor& editor() { return *m_editor; }
    CanvasView* canvas() { return m_canvas; }       ///< null until it is made, as the following
    PalettePanel* palette() { return m_palette; }
    InspectorPanel* inspector() { return m_inspector; }
    ProblemsPanel* problems() { return m_problems; }
    RunActions* runActions() { return m_runActions; }
    TestCasesPanel* testCases() { return m_testCases; }
    bool isInRun() const { return m_inRun; }
    bool isComplete() const { return m_steps.empty(); }

    QString name() const; ///< file name, or the name of a new document
    QWidget* centre() const;
    PanelArea* left() const { return m_left; }
    PanelArea* right() const { return m_right; }
    PanelArea* bottom() const { return m_bottom; }

    Arrangement arrangement() const { return m_arrangement; }
    void setArrangement(Arrangement arrangement);
    /// Brings the text to the front, wherever it is.
    void showEditor();
    void showProblems();

    /// The file as this document knows it: what stood in it when it was read or written.
    const std::string& savedText() const { return m_savedText; }
    void setSavedText(std::string text) { m_savedText = std::move(text); }
    bool isFileGone() const { return m_fileGone; }
    void setFileGone(bool gone) { m_fileGone = gone; }

    /// Inputs with the answers of their tasks; the first one is chosen.
    void setRecordedRuns(std::vector<RecordedRun> runs);
    const std::vector<RecordedRun>& recordedRuns() const { return m_recordedRuns; }
    /// Takes its input and its answers; empty: the input stays and every task asks.
    void chooseRecordedRun(std::optional<std::size_t> run);
    std::optional<std::size_t> chosenRun() const { return m_chosenRun; }

signals:
    void textOpened();
    void completed();
    void problemCountsChanged(int errors, int warnings, int infos);
    void inRunChanged(bool inRun);
    void bottomWanted(); ///< something in the bottom area wants to be seen

private:
    void makeNextPanel();
    void keepRunSettings();
    void makeCanvas();
    void followMode(SimulationController::Mode mode);
    void placeEditor();
    void makeTestCases();
    void askForMockFile();
    void saveRun();
    /// Of several names the first that exists.
    void readMockFile(const QStringList& paths);

    Workspace m_workspace;
    SimulationController m_simulation{m_workspace};
    QWidget* m_window;
    QString m_untitledName;
    std::string m_savedText;
    bool m_fileGone = false;
    QSplitter* m_splitter;
    PanelArea* m_left;
    PanelArea* m_right;
    PanelArea* m_bottom;
    CodeEditor* m_editor;
    CanvasView* m_canvas = nullptr;
    PalettePanel* m_palette = nullptr;
    InspectorPanel* m_inspector = nullptr;
    ProblemsPanel* m_problems = nullptr;
    RunPanel* m_run = nullptr;
    PayloadPanel* m_payload = nullptr;
    TimelinePanel* m_timeline = nullptr;
    TestCasesPanel* m_testCases = nullptr;
    RunActions* m_runActions = nullptr;
    Arrangement m_arrangement = Arrangement::Graph;
    bool m_inRun = false;
    std::array<QWidget*, 3> m_beforeRun{}; ///< panels that stood in front, left, right, bottom
    std::vector<RecordedRun> m_recordedRuns;
    std::optional<std::size_t> m_chosenRun;
    std::vector<std::function<void()>> m_steps; ///< panels yet to be made, the next one last
};

} // namespace designer

#pragma once
// DocumentView: one open document with its panels: what the tabs and docks of the window show while it is the current one.

#include "app/desktop/document_file.h"
#include "app/desktop/recorded_runs.h"
#include "app/host/definition_file.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QObject>

#include <array>
#include <functional>
#include <memory>
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

/// Where a document comes from.
struct DocumentSource
{
    std::shared_ptr<const host::FileContent> content; ///< of the file that was opened; null: of none
    host::OpenedDefinition opened;

    bool isTemplate() const { return content && content->found; }
};

class DocumentView final : public QObject
{
    Q_OBJECT

public:
    enum class Arrangement { Graph, Split, Text };

    /// `file`: null for a document without one, which has a name instead.
    DocumentView(QWidget* window, DocumentSource source, std::shared_ptr<DocumentFile> file, const QString& untitledName = {});
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

    const DocumentSource& source() const { return m_source; }
    void setSource(DocumentSource source) { m_source = std::move(source); }
    /// What was opened: FILE, or FILE#Machine of a template, also when that has the definition in a file beside it.
    QString definitionName() const;
    /// What to suggest when the definition is saved as a file of its own.
    QString nameToSave() const;

    const std::shared_ptr<DocumentFile>& file() const { return m_file; }
    void setFile(std::shared_ptr<DocumentFile> file) { m_file = std::move(file); }
    /// The definition as it was in its template when that was read or written last.
    const std::string& savedDefinition() const { return m_savedDefinition; }
    void setSavedDefinition(std::string text) { m_savedDefinition = std::move(text); }
    /// Why the definition cannot be written back to its template; empty: it can.
    const QString& whyNotSaved() const { return m_whyNotSaved; }
    void setWhyNotSaved(QString why) { m_whyNotSaved = std::move(why); }
    bool isFileGone() const { return m_file && m_file->isGone; }

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
    DocumentSource m_source;
    std::shared_ptr<DocumentFile> m_file;
    std::string m_savedDefinition;
    QString m_whyNotSaved;
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

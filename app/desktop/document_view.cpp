#include "app/desktop/document_view.h"

#include "app/desktop/panel_area.h"
#include "app/desktop/run_settings.h"
#include "app/host/files.h"
#include "app/host/platform.h"
#include "core/document/region.h"
#include "ui/canvas/canvas_view.h"
#include "ui/editor/code_editor.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/outline/outline_panel.h"
#include "ui/palette/palette_panel.h"
#include "ui/problems/problems_panel.h"
#include "ui/simulator/payload_panel.h"
#include "ui/simulator/run_actions.h"
#include "ui/simulator/run_panel.h"
#include "ui/simulator/test_cases_panel.h"
#include "ui/simulator/timeline_panel.h"
#include "ui/support/qt_text.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QSplitter>
#include <QTimer>

namespace designer {

DocumentView::DocumentView(QWidget* window, DocumentSource source, std::shared_ptr<DocumentFile> file, const QString& untitledName)
    : QObject(window), m_window(window), m_untitledName(untitledName), m_source(std::move(source)), m_file(std::move(file)),
      m_savedDefinition(m_source.opened.document.snapshot()->text()), m_splitter(new QSplitter(Qt::Horizontal)), m_left(new PanelArea), m_right(new PanelArea), m_bottom(new PanelArea), m_editor(new CodeEditor(m_workspace, m_simulation))
{
    m_workspace.setPlatform(host::platform());
    const asl::Document document = m_source.opened.document;
    const auto& region = document.snapshot()->region();
    if (m_file)
        m_workspace.setFilePath(m_file->path, region ? m_source.opened.machine : QString());
    if (region && region->whyReadOnly())
        m_workspace.setReadOnly(translated(region->whyReadOnly()->message));
    m_simulation.setOpenFolder(openLocalFolder);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_bottom->addPanel(m_editor, tr("Code"));
    connect(&m_simulation, &SimulationController::modeChanged, this, &DocumentView::followMode);
    // The last step is taken first.
    m_steps = {
        [this] {
            m_runActions = new RunActions(m_workspace, m_simulation, m_window);
            connect(m_runActions, &RunActions::recordWanted, this, &DocumentView::saveRun);
        },
        [this] { makeTestCases(); },
        [this] {
            m_timeline = new TimelinePanel(m_workspace, m_simulation);
            m_bottom->addPanel(m_timeline, tr("Timeline"));
        },
        [this] {
            m_payload = new PayloadPanel(m_workspace, m_simulation);
            m_right->addPanel(m_payload, tr("Payload"));
        },
        [this] {
            m_run = new RunPanel(m_workspace, m_simulation);
            m_left->addPanel(m_run, tr("Run"));
        },
        [this] {
            m_problems = new ProblemsPanel(m_workspace);
            m_bottom->addPanel(m_problems, tr("Problems"));
            connect(m_problems, &ProblemsPanel::countsChanged, this, &DocumentView::problemCountsChanged);
        },
        [this] {
            m_left->addPanel(new OutlinePanel(m_workspace), tr("Outline"));
        },
        [this] {
            m_palette = new PalettePanel(m_workspace);
            m_left->addPanel(m_palette, tr("Palette"));
        },
        [this] {
            m_inspector = new InspectorPanel(m_workspace, m_simulation);
            m_right->addPanel(m_inspector, tr("Inspector"));
        },
        [this] { makeCanvas(); },
        [this, document] {
            m_workspace.open(document);
            keepRunSettings();
            m_source.opened.document = {}; // it would be kept for nothing
            emit textOpened();
        },
    };
}

void DocumentView::open()
{
    QTimer::singleShot(0, this, &DocumentView::makeNextPanel);
}

DocumentView::~DocumentView()
{
    // A field would say what is typed in it while it goes, to an editor that is half gone.
    if (QWidget* focus = QApplication::focusWidget(); focus && m_right->isAncestorOf(focus))
        focus->clearFocus();
    // The panels refer to workspace and simulation, so they go first.
    delete m_runActions;
    delete m_splitter;
    delete m_left;
    delete m_right;
    delete m_bottom;
}

void DocumentView::makeNextPanel()
{
    const auto step = std::move(m_steps.back());
    m_steps.pop_back();
    step();
    if (m_steps.empty())
        emit completed();
    else
        QTimer::singleShot(0, this, &DocumentView::makeNextPanel);
}

/// After opening, which forgets breakpoints. A new document gets them kept when it gets a file.
void DocumentView::keepRunSettings()
{
    restoreRunSettings(m_workspace.definitionName(), m_simulation);
    const auto store = [this] { storeRunSettings(m_workspace.definitionName(), m_simulation); };
    connect(&m_simulation, &SimulationController::breakpointsChanged, this, store);
    connect(&m_simulation, &SimulationController::keptAnswersChanged, this, store);
    connect(&m_simulation, &SimulationController::watchesChanged, this, store);
    connect(&m_simulation, &SimulationController::folderChanged, this, store);
    connect(&m_workspace, &Workspace::filePathChanged, this, store);
}

void DocumentView::makeCanvas()
{
    m_canvas = new CanvasView(m_workspace, m_simulation);
    m_splitter->insertWidget(0, m_canvas);
    placeEditor();
}

void DocumentView::makeTestCases()
{
    m_testCases = new TestCasesPanel(m_workspace, m_simulation);
    m_bottom->addPanel(m_testCases, tr("Test cases"));
    connect(m_testCases, &TestCasesPanel::titleChanged, this, [this](const QString& title) { m_bottom->setTitle(m_testCases, title); });
    connect(m_testCases, &TestCasesPanel::openWanted, this, &DocumentView::askForMockFile);
    connect(m_testCases, &TestCasesPanel::reloadWanted, this, [this] {
        if (!m_testCases->mockFilePath().isEmpty())
            readMockFile({m_testCases->mockFilePath()});
    });
    if (m_workspace.filePath().isEmpty())
        return;
    const QFileInfo definition(m_workspace.filePath());
    const QDir folder = definition.dir();
    readMockFile({folder.filePath(definition.fileName().section(u'.', 0, 0) + QStringLiteral(".mocks.json")), folder.filePath(QStringLiteral("MockConfigFile.json"))});
}

void DocumentView::askForMockFile()
{
    auto* dialog = new QFileDialog(m_window, tr("Open a mock file"), QFileInfo(m_workspace.filePath()).path(), tr("Mock files (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) { readMockFile({file}); });
    dialog->open();
}

/// The present branch of the run, to be opened again anywhere.
void DocumentView::saveRun()
{
    auto* dialog = new QFileDialog(m_window, tr("Save this run"), QFileInfo(m_workspace.filePath()).path(), tr("Runs (*.run.json)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("run.json"));
    dialog->selectFile(name().section(u'.', 0, 0) + QStringLiteral(".run.json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        m_simulation.makeRecord([this, path](const std::string& record) {
            auto writing = [path, record](std::stop_token) { return host::writeFile(path, record); };
            m_workspace.analysisLane().run(this, std::move(writing), [this](const asl::Result<void>& written) {
                if (!written)
                    emit m_workspace.refused(translated(written.error().message));
            });
        });
    });
    dialog->open();
}

void DocumentView::readMockFile(const QStringList& paths)
{
    using Read = std::pair<QString, asl::Result<std::string>>;
    auto reading = [paths](std::stop_token) {
        for (const QString& path : paths)
            if (QFileInfo(path).isFile() || paths.size() == 1)
                return Read(path, host::readFile(path));
        return Read(QString(), std::string());
    };
    m_workspace.analysisLane().run(this, std::move(reading), [this](const Read& read) {
        if (read.first.isEmpty())
            return;
        if (read.second)
            m_testCases->setMockFile(read.first, *read.second);
        else
            emit m_workspace.refused(translated(read.second.error().message));
    });
}

/// A run brings its panels forward, and puts the former ones back at its end.
void DocumentView::followMode(SimulationController::Mode mode)
{
    const bool inRun = mode != SimulationController::Mode::Idle;
    if (inRun == m_inRun || !m_runActions)
        return;
    m_inRun = inRun;
    const std::array<PanelArea*, 3> areas{m_left, m_right, m_bottom};
    const std::array<QWidget*, 3> ofTheRun{m_run, m_payload, m_timeline};
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (inRun)
            m_beforeRun[i] = areas[i]->current();
        areas[i]->showPanel(inRun ? ofTheRun[i] : m_beforeRun[i]);
    }
    emit inRunChanged(inRun);
}

QString DocumentView::name() const
{
    return m_workspace.filePath().isEmpty() ? m_untitledName : QFileInfo(m_workspace.definitionName()).fileName();
}

QString DocumentView::definitionName() const
{
    return m_source.isTemplate() ? m_source.content->path + QLatin1Char('#') + m_source.opened.machine : m_workspace.definitionName();
}

QString DocumentView::nameToSave() const
{
    const QString ending = m_workspace.snapshot()->syntax() == asl::TextSyntax::Yaml ? QStringLiteral(".asl.yaml") : QStringLiteral(".asl.json");
    if (m_workspace.filePath().isEmpty())
        return m_untitledName.contains(u'.') ? m_untitledName : m_untitledName + ending;
    if (m_workspace.machineName().isEmpty())
        return m_workspace.filePath();
    return QFileInfo(m_workspace.filePath()).dir().filePath(m_workspace.machineName() + ending);
}

QWidget* DocumentView::centre() const
{
    return m_splitter;
}

void DocumentView::setArrangement(Arrangement arrangement)
{
    m_arrangement = arrangement;
    placeEditor();
}

void DocumentView::placeEditor()
{
    const bool inCentre = m_arrangement != Arrangement::Graph;
    if (inCentre && m_bottom->hasPanel(m_editor)) {
        m_bottom->removePanel(m_editor);
        m_splitter->addWidget(m_editor);
        m_splitter->setSizes({1000, 1000});
    } else if (!inCentre && !m_bottom->hasPanel(m_editor)) {
        m_bottom->insertPanel(0, m_editor, tr("Code"));
        m_bottom->showPanel(m_editor);
    }
    m_editor->show();
    if (m_canvas)
        m_canvas->setVisible(m_arrangement != Arrangement::Text);
}

void DocumentView::showEditor()
{
    if (m_bottom->hasPanel(m_editor)) {
        m_bottom->showPanel(m_editor);
        emit bottomWanted();
    }
}

void DocumentView::showProblems()
{
    m_bottom->showPanel(m_problems);
    emit bottomWanted();
}

void DocumentView::setRecordedRuns(std::vector<RecordedRun> runs)
{
    m_recordedRuns = std::move(runs);
    m_chosenRun.reset();
    if (!m_recordedRuns.empty())
        chooseRecordedRun(0);
}

void DocumentView::chooseRecordedRun(std::optional<std::size_t> run)
{
    m_chosenRun = run;
    m_simulation.setTaskHandler(run ? m_recordedRuns[*run].answers : nullptr);
    if (run)
        m_simulation.setInputText(m_recordedRuns[*run].input);
}

} // namespace designer

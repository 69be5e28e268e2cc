#include "app/desktop/main_window.h"

#include "app/desktop/machine_dialog.h"
#include "app/desktop/panel_area.h"
#include "app/desktop/rule_store.h"
#include "app/desktop/samples.h"
#include "app/desktop/status_line.h"
#include "app/desktop/token_store.h"
#include "core/document/region.h"
#include "ui/canvas/canvas_view.h"
#include "ui/editor/code_editor.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/simulator/run_actions.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/segmented_control.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace designer {

namespace {

QString geometryKey() { return QStringLiteral("window/geometry"); }
QString stateKey() { return QStringLiteral("window/state"); }
QString hiddenKey() { return QStringLiteral("window/hiddenDocks"); }
constexpr int stateVersion = 1;

} // namespace

MainWindow::MainWindow(QWidget* parent) : QMainWindow(parent), m_status(new StatusLine), m_layoutLane(Workspace::sharedLayoutLane())
{
    setAcceptDrops(true);
    setDockNestingEnabled(false);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setStatusBar(m_status);
    makeCentre();
    makeDock(QStringLiteral("left"), tr("Palette"), Qt::LeftDockWidgetArea, QKeySequence(tr("Ctrl+1")), m_left);
    makeDock(QStringLiteral("right"), tr("Inspector"), Qt::RightDockWidgetArea, QKeySequence(tr("Ctrl+2")), m_right);
    makeDock(QStringLiteral("bottom"), tr("Code and problems"), Qt::BottomDockWidgetArea, QKeySequence(tr("Ctrl+3")), m_bottom);
    makeActions();
    makeToolBar();
    connect(m_status, &StatusLine::problemsClicked, this, [this] { current()->showProblems(); });
    connect(m_status, &StatusLine::placeClicked, this, [this] { current()->editor().goToLine(); });
    connect(m_status, &StatusLine::zoomClicked, this, [this] { current()->canvas()->resetZoom(); });
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString& path) {
        m_changedOutside.insert(path);
        m_outsideTimer.start();
    });
    // A little later: programs that write a file in several goes have finished then.
    m_outsideTimer.setSingleShot(true);
    m_outsideTimer.setInterval(200);
    connect(&m_outsideTimer, &QTimer::timeout, this, [this] {
        for (const QString& path : std::exchange(m_changedOutside, {}))
            checkOutside(path);
    });
    restoreLook();
    showCurrent();
}

MainWindow::~MainWindow()
{
    m_status->setDocument(nullptr);
    // Before their panels, which the window's stacks own too; those just closed as well.
    qDeleteAll(findChildren<DocumentView*>(Qt::FindDirectChildrenOnly));
}

void MainWindow::makeCentre()
{
    m_tabs = new QTabBar;
    m_tabs->setMovable(true);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setElideMode(Qt::ElideMiddle);
    m_arrangement = new SegmentedControl({tr("Graph"), tr("Split"), tr("Text")});
    m_strip = new GroundWidget(Token::Window);
    auto* row = new QHBoxLayout(m_strip);
    row->setContentsMargins(4, 0, 10, 0);
    row->setSpacing(8);
    m_machines = new QToolButton;
    m_machines->setPopupMode(QToolButton::InstantPopup);
    m_machines->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_machines->setIcon(icon(QStringLiteral("svc-workflow"), Token::Text2));
    m_machines->setAutoRaise(true);
    m_machines->setToolTip(tr("State machines of this template"));
    row->addWidget(m_tabs, 1);
    row->addWidget(m_machines);
    row->addWidget(m_arrangement);
    m_startPage = new StartPage(*m_layoutLane);
    m_startPage->setRecentFiles(m_recent.files());
    m_centre = new QStackedWidget;
    m_centre->addWidget(m_startPage);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_strip);
    column->addWidget(makeNotice());
    column->addWidget(m_centre, 1);
    setCentralWidget(whole);

    connect(m_startPage, &StartPage::newRequested, this, &MainWindow::newDocument);
    connect(m_startPage, &StartPage::openRequested, this, &MainWindow::askForFile);
    connect(m_startPage, &StartPage::sampleChosen, this, &MainWindow::openSample);
    connect(m_startPage, &StartPage::fileChosen, this, &MainWindow::openFile);
    connect(&m_recent, &RecentFiles::changed, this, [this] { m_startPage->setRecentFiles(m_recent.files()); });
    connect(m_tabs, &QTabBar::currentChanged, this, &MainWindow::showCurrent);
    connect(m_tabs, &QTabBar::tabMoved, this, [this](int from, int to) {
        DocumentView* document = m_documents[static_cast<std::size_t>(from)];
        m_documents.erase(m_documents.begin() + from);
        m_documents.insert(m_documents.begin() + to, document);
    });
    connect(m_arrangement, &SegmentedControl::currentChanged, this, [this](int index) {
        if (current())
            current()->setArrangement(static_cast<DocumentView::Arrangement>(index));
    });
}

/// Why the document cannot be changed, above its drawing and its text.
QWidget* MainWindow::makeNotice()
{
    m_notice = new GroundWidget(Token::ChgBg);
    m_whyReadOnly = new ThemedLabel({}, FontRole::Body);
    m_whyReadOnly->setWordWrap(true);
    auto* row = new QHBoxLayout(m_notice);
    row->setContentsMargins(12, 6, 12, 6);
    row->setSpacing(8);
    row->addWidget(new GlyphLabel(QStringLiteral("problem-warning"), 16, Token::Warn), 0, Qt::AlignTop);
    row->addWidget(m_whyReadOnly, 1);
    return m_notice;
}

void MainWindow::showNotice()
{
    const QString why = current() ? current()->workspace().whyReadOnly() : QString();
    m_notice->setVisible(!why.isEmpty());
    m_whyReadOnly->setText(tr("Read-only. %1").arg(why));
}

void MainWindow::makeDock(const QString& name, const QString& title, Qt::DockWidgetArea area, const QKeySequence& key, QStackedWidget*& stack)
{
    auto* dock = new QDockWidget(title);
    dock->setObjectName(name);
    auto* none = new QWidget; // the strip of tabs is the title
    none->setFixedHeight(0);
    dock->setTitleBarWidget(none);
    dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
    stack = new QStackedWidget;
    stack->setMinimumSize(1, 1); // an empty one has no size at all
    dock->setWidget(stack);
    addDockWidget(area, dock);
    m_docks.push_back(dock);
    auto* action = new QAction(title, this);
    action->setShortcut(key);
    action->setCheckable(true);
    action->setChecked(true);
    connect(action, &QAction::toggled, this, &MainWindow::showDocks);
    m_dockActions.push_back(action);
}

void MainWindow::restoreLook()
{
    resize(1440, 900);
    resizeDocks({m_docks[0], m_docks[1]}, {248, 336}, Qt::Horizontal);
    resizeDocks({m_docks[2]}, {200}, Qt::Vertical);
    const QSettings settings;
    restoreGeometry(settings.value(geometryKey()).toByteArray());
    restoreState(settings.value(stateKey()).toByteArray(), stateVersion);
    const QStringList hidden = settings.value(hiddenKey()).toStringList();
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        m_dockActions[i]->setChecked(!hidden.contains(m_docks[i]->objectName()));
}

void MainWindow::keepLook()
{
    QSettings settings;
    settings.setValue(geometryKey(), saveGeometry());
    if (m_active) // without a document the docks are away
        settings.setValue(stateKey(), saveState(stateVersion));
    QStringList hidden;
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        if (!m_dockActions[i]->isChecked())
            hidden << m_docks[i]->objectName();
    settings.setValue(hiddenKey(), hidden);
}

DocumentView* MainWindow::current() const
{
    const int index = m_tabs->currentIndex();
    return index < 0 ? nullptr : m_documents[static_cast<std::size_t>(index)];
}

DocumentView* MainWindow::addDocument(const asl::Document& document, const QString& name)
{
    DocumentSource source;
    source.opened.document = document;
    return addView(new DocumentView(this, std::move(source), nullptr, name));
}

DocumentView* MainWindow::addDocument(DocumentSource source)
{
    std::shared_ptr<DocumentFile> file = fileOf(source.opened.path);
    const asl::Snapshot& snapshot = *source.opened.document.snapshot();
    if (!file)
        file = newFile(source.opened.path, snapshot.region() ? snapshot.region()->host() : snapshot.text());
    return addView(new DocumentView(this, std::move(source), std::move(file)));
}

/// In two events, because making widgets and laying them out both take their time.
DocumentView* MainWindow::addView(DocumentView* view)
{
    QTimer::singleShot(0, view, [this, view] { join(view); });
    return view;
}

void MainWindow::join(DocumentView* view)
{
    m_undo.addStack(view->workspace().undoStack());
    m_centre->addWidget(view->centre());
    m_left->addWidget(view->left());
    m_right->addWidget(view->right());
    m_bottom->addWidget(view->bottom());
    connect(view->workspace().undoStack(), &QUndoStack::cleanChanged, this, [this, view] { updateTab(view); });
    takeTokens(*view);
    asl::ValidateOptions checks(view->source().opened.express ? asl::MachineType::Express : asl::MachineType::Standard);
    checks.disabled = storedRules(view->definitionName());
    checks.substitutions = view->source().opened.substitutions;
    view->workspace().setValidateOptions(std::move(checks));
    connect(&view->workspace(), &Workspace::validateOptionsChanged, view,
            [view] { storeRules(view->definitionName(), view->workspace().validateOptions().disabled); });
    connect(&view->workspace(), &Workspace::tokenValuesChanged, view, [this, view] { storeTokensOf(*view); });
    connect(&view->workspace(), &Workspace::filePathChanged, this, [this, view] { updateTab(view); });
    connect(&view->workspace(), &Workspace::readOnlyChanged, this, &MainWindow::showNotice);
    connect(view, &DocumentView::textOpened, this, [this, view] { emit opened(view); });
    connect(view, &DocumentView::completed, this, [this, view] { followCompleted(view); });
    connect(view, &DocumentView::inRunChanged, this, [this, view] {
        if (view == m_active)
            widenForRun(view->isInRun());
    });
    connect(view, &DocumentView::bottomWanted, this, [this] { m_dockActions[2]->setChecked(true); });
    connect(&view->workspace(), &Workspace::revealRequested, view, &DocumentView::showEditor);
    m_documents.push_back(view);
    const int tab = m_tabs->addTab(view->name());
    QToolButton* closing = iconButton(QStringLiteral("ui-close"), tr("Close (Ctrl+W)"));
    closing->setIconSize({12, 12});
    closing->setFixedSize(20, 20);
    connect(closing, &QToolButton::clicked, view, [this, view] { closeDocument(view); });
    m_tabs->setTabButton(tab, QTabBar::RightSide, closing);
    m_tabs->setCurrentIndex(tab);
    updateTab(view);
    showCurrent();
    view->open();
}

/// All panels of a document are there: what they offer joins the window.
void MainWindow::followCompleted(DocumentView* document)
{
    connect(document->canvas(), &CanvasView::hintChanged, m_status, &StatusLine::setHint);
    connect(document->canvas(), &CanvasView::editRequested, this, [this] { m_dockActions[1]->setChecked(true); });
    connect(document->runActions(), &RunActions::statusTextChanged, m_status, &StatusLine::setHint);
    connect(document->runActions(), &RunActions::refused, m_status, &StatusLine::say);
    if (document == current()) {
        m_active = nullptr;
        setActive(document);
    }
}

void MainWindow::removeDocument(DocumentView* document)
{
    const auto place = std::find(m_documents.begin(), m_documents.end(), document);
    if (place == m_documents.end())
        return;
    if (m_active == document)
        setActive(nullptr);
    const int index = static_cast<int>(place - m_documents.begin());
    m_documents.erase(place);
    if (const auto file = document->file()) {
        document->setFile(nullptr);
        unwatch(file->path);
    }
    m_tabs->removeTab(index);
    showCurrent();
    document->deleteLater();
}

void MainWindow::showCurrent()
{
    DocumentView* document = current();
    m_strip->setVisible(document);
    if (document) {
        m_centre->setCurrentWidget(document->centre());
        m_left->setCurrentWidget(document->left());
        m_right->setCurrentWidget(document->right());
        m_bottom->setCurrentWidget(document->bottom());
        m_arrangement->setCurrentIndex(static_cast<int>(document->arrangement()));
    } else {
        m_centre->setCurrentWidget(m_startPage);
    }
    showMachines();
    showNotice();
    if (document != m_active)
        setActive(document);
    else
        showDocks(); // the start page stands alone from the first moment on
    updateTitle();
}

/// Of a template: its machines, to switch between them.
void MainWindow::showMachines()
{
    const DocumentView* document = current();
    const bool isTemplate = document && document->source().isTemplate();
    m_machines->setVisible(isTemplate);
    delete m_machines->menu();
    if (!isTemplate)
        return;
    const DocumentSource& source = document->source();
    auto* menu = new QMenu(m_machines);
    menu->setToolTipsVisible(true);
    for (const asl::TemplateMachine& machine : source.content->found->machines) {
        const QString name = toQString(machine.name);
        QAction* action = menu->addAction(QString(name).replace(u'&', QStringLiteral("&&")),
                                          this, [this, path = source.content->path + QLatin1Char('#') + name] { openFile(path); });
        action->setToolTip(machineRemark(machine));
        action->setEnabled(!machine.problem);
        action->setCheckable(true);
        action->setChecked(name == source.opened.machine);
    }
    connect(menu, &QMenu::aboutToHide, this, &MainWindow::showMachines, Qt::QueuedConnection); // the mark stays where it belongs
    m_machines->setText(source.opened.machine);
    m_machines->setMenu(menu);
}

/// What the template says itself need not be kept.
void MainWindow::storeTokensOf(DocumentView& document)
{
    asl::data::TokenValues values = document.workspace().tokenValues();
    const host::OpenedDefinition& opened = document.source().opened;
    for (const auto& [name, value] : opened.values)
        if (const auto same = values.find(name); !opened.functions.contains(name) && same != values.end() && same->second == value)
            values.erase(same);
    storeTokens(document.definitionName(), values);
}

void MainWindow::setActive(DocumentView* document)
{
    m_active = document;
    m_undo.setActiveStack(document ? document->workspace().undoStack() : nullptr);
    m_status->setDocument(document);
    showRunActions(document);
    updateActions();
    showDocks();
    widenForRun(document && document->isInRun());
}

/// The stages of a visit need more room than a form; what the user had before comes back after the run.
void MainWindow::widenForRun(bool inRun)
{
    constexpr int widthInRun = 404;
    QDockWidget* right = m_docks[1];
    if (inRun == m_widthBeforeRun.has_value())
        return;
    const int before = m_widthBeforeRun.value_or(right->width());
    m_widthBeforeRun = inRun ? std::optional(right->width()) : std::nullopt;
    resizeDocks({right}, {inRun ? std::max(widthInRun, before) : before}, Qt::Horizontal);
}

void MainWindow::showDocks()
{
    m_toolBar->setVisible(m_active);
    for (std::size_t i = 0; i < m_docks.size(); ++i)
        m_docks[i]->setVisible(m_active && m_dockActions[i]->isChecked());
}

void MainWindow::updateTab(DocumentView* document)
{
    const auto place = std::find(m_documents.begin(), m_documents.end(), document);
    const int index = static_cast<int>(place - m_documents.begin());
    const QString mark = document->workspace().isModified() ? tr("%1  ●").arg(document->name()) : document->name();
    m_tabs->setTabText(index, mark);
    m_tabs->setTabToolTip(index, document->definitionName());
    updateTitle();
}

void MainWindow::updateTitle()
{
    const DocumentView* document = current();
    setWindowModified(document && m_active && m_active->workspace().isModified());
    setWindowTitle(document ? tr("%1[*] – Stepwright").arg(document->name()) : QStringLiteral("Stepwright"));
}

} // namespace designer

// MainWindow: menus, tool bar, and the commands that act on the current document.

#include "app/desktop/main_window.h"

#include "app/desktop/appearance.h"
#include "app/desktop/panel_area.h"
#include "app/desktop/status_line.h"
#include "ui/canvas/canvas_view.h"
#include "ui/editor/code_editor.h"
#include "ui/editor/text_view.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/palette/palette_panel.h"
#include "ui/problems/problems_panel.h"
#include "ui/simulator/run_actions.h"
#include "ui/support/icons.h"
#include "ui/support/qt_text.h"

#include <QActionGroup>
#include <QApplication>
#include <QCompleter>
#include <QFileInfo>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QStringListModel>
#include <QToolBar>
#include <QToolButton>
#include <QWidgetAction>

namespace designer {

namespace {

QWidget* spring()
{
    auto* widget = new QWidget;
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return widget;
}

bool editsText(const QWidget* widget)
{
    return qobject_cast<const TextView*>(widget) || qobject_cast<const QLineEdit*>(widget);
}

/// Calls a slot that both kinds of text fields have.
void inFocusedText(const char* slot)
{
    if (QWidget* focus = QApplication::focusWidget(); editsText(focus))
        QMetaObject::invokeMethod(focus, slot);
}

} // namespace

QAction* MainWindow::add(QMenu* menu, const QString& text, const QKeySequence& key, const char* iconName, const std::function<void()>& act)
{
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    if (iconName)
        action->setIcon(icon(QLatin1String(iconName)));
    connect(action, &QAction::triggered, this, act);
    menu->addAction(action);
    return action;
}

QAction* MainWindow::addForDocument(QMenu* menu, const QString& text, const QKeySequence& key, const char* iconName,
                                    const std::function<void(DocumentView&)>& act)
{
    QAction* action = add(menu, text, key, iconName, [this, act] {
        if (m_active && m_active->isComplete())
            act(*m_active);
    });
    m_documentActions << action;
    return action;
}

void MainWindow::makeActions()
{
    fileMenu();
    editMenu();
    viewMenu();
    runAndHelpMenus();
}

void MainWindow::fileMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&File"));
    QAction* create = add(menu, tr("&New"), QKeySequence::New, "file-new", [this] { newDocument(); });
    add(menu, tr("New with JSON&Path"), {}, nullptr, [this] { newDocument(asl::QueryLanguage::JSONPath); })
        ->setToolTip(tr("A workflow whose expressions are JSONPath"));
    QAction* open = add(menu, tr("&Open…"), QKeySequence::Open, "file-open", [this] { askForFile(); });
    m_recentMenu = menu->addMenu(tr("Open &recent"));
    connect(m_recentMenu, &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
    menu->addSeparator();
    m_save = addForDocument(menu, tr("&Save"), QKeySequence::Save, "file-save", [this](DocumentView&) { save(); });
    addForDocument(menu, tr("Save &as…"), QKeySequence(tr("Ctrl+Shift+S")), nullptr, [this](DocumentView&) { saveAs(); });
    menu->addSeparator();
    addForDocument(menu, tr("Export &JSON…"), {}, nullptr, [this](DocumentView& document) { exportJson(document); });
    addForDocument(menu, tr("Export &picture…"), {}, nullptr, [this](DocumentView& document) { exportPicture(document); });
    menu->addSeparator();
    addForDocument(menu, tr("&Close"), QKeySequence(tr("Ctrl+W")), nullptr, [this](DocumentView& document) { closeDocument(&document); });
    add(menu, tr("&Quit"), QKeySequence(tr("Ctrl+Q")), nullptr, [this] { close(); })->setMenuRole(QAction::QuitRole);

    m_toolBar = addToolBar(tr("Tools"));
    m_toolBar->setObjectName(QStringLiteral("tools"));
    m_toolBar->addActions({create, open, m_save});
    m_toolBar->addSeparator();
}

void MainWindow::editMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&Edit"));
    QAction* undo = m_undo.createUndoAction(this, tr("&Undo"));
    undo->setShortcut(QKeySequence::Undo);
    undo->setIcon(icon(QStringLiteral("undo")));
    QAction* redo = m_undo.createRedoAction(this, tr("&Redo"));
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    redo->setIcon(icon(QStringLiteral("redo")));
    menu->addActions({undo, redo});
    menu->addSeparator();
    // Text fields answer these keys themselves; the menu reaches them by the focus.
    for (const auto& [text, slot] : {std::pair{tr("Cu&t"), "cut"}, std::pair{tr("&Copy"), "copy"}, std::pair{tr("&Paste"), "paste"}})
        add(menu, text, {}, nullptr, [slot = slot] { inFocusedText(slot); });
    addForDocument(menu, tr("Select &all"), {}, nullptr, [](DocumentView& document) {
        if (editsText(QApplication::focusWidget()))
            inFocusedText("selectAll");
        else
            document.canvas()->selectAll();
    });
    menu->addSeparator();
    QAction* duplicate = addForDocument(menu, tr("&Duplicate state"), QKeySequence(tr("Ctrl+D")), "duplicate",
                                        [](DocumentView& document) { document.canvas()->duplicateSelection(); });
    QAction* remove = addForDocument(menu, tr("De&lete state"), {}, "delete", [](DocumentView& document) { document.canvas()->deleteSelection(); });
    addForDocument(menu, tr("Re&name"), QKeySequence(tr("F2")), nullptr, [](DocumentView& document) {
        if (document.editor().view().hasFocus()) // a state or a variable
            document.editor().rename();
        else if (document.arrangement() == DocumentView::Arrangement::Text)
            document.inspector()->startRenaming();
        else
            document.canvas()->renameCurrent();
    });
    menu->addSeparator();
    addForDocument(menu, tr("Co&mplete"), QKeySequence(tr("Ctrl+Space")), nullptr, [](DocumentView& document) {
        document.showEditor();
        document.editor().complete();
    });
    addForDocument(menu, tr("E&xplain the word"), QKeySequence(tr("Ctrl+I")), nullptr, [](DocumentView& document) {
        document.showEditor();
        document.editor().explain();
    });
    addForDocument(menu, tr("Go to &definition"), QKeySequence(tr("F12")), nullptr, [](DocumentView& document) {
        document.showEditor();
        document.editor().goToDefinition();
    });
    addForDocument(menu, tr("Find &references"), QKeySequence(tr("Shift+F12")), nullptr, [](DocumentView& document) {
        document.showEditor();
        document.editor().findReferences();
    });
    menu->addSeparator();
    addForDocument(menu, tr("&Find…"), QKeySequence::Find, nullptr, [](DocumentView& document) {
        document.showEditor();
        document.editor().find();
    });
    addForDocument(menu, tr("Find ne&xt"), QKeySequence(tr("F3")), nullptr, [](DocumentView& document) { document.editor().findNext(); });
    addForDocument(menu, tr("Find pre&vious"), QKeySequence(tr("Shift+F3")), nullptr, [](DocumentView& document) { document.editor().findPrevious(); });
    addForDocument(menu, tr("Go to &line…"), QKeySequence(tr("Ctrl+G")), nullptr, [](DocumentView& document) {
        document.showEditor();
        document.editor().goToLine();
    });
    add(menu, tr("Go to &state"), QKeySequence(tr("Ctrl+Shift+P")), nullptr, [this] { m_goToState->setFocus(Qt::ShortcutFocusReason); });
    m_toolBar->addActions({undo, redo});
    m_toolBar->addSeparator();
    m_toolBar->addActions({duplicate, remove});
}

void MainWindow::viewMenu()
{
    QMenu* menu = menuBar()->addMenu(tr("&View"));
    const auto arrange = [&](const QString& text, const QString& key, DocumentView::Arrangement arrangement) {
        addForDocument(menu, text, QKeySequence(key), nullptr, [this, arrangement](DocumentView& document) {
            document.setArrangement(arrangement);
            showCurrent();
        });
    };
    arrange(tr("&Graph"), tr("Ctrl+Alt+1"), DocumentView::Arrangement::Graph);
    arrange(tr("&Split"), tr("Ctrl+Alt+2"), DocumentView::Arrangement::Split);
    arrange(tr("&Text"), tr("Ctrl+Alt+3"), DocumentView::Arrangement::Text);
    menu->addSeparator();
    addForDocument(menu, tr("Zoom &in"), QKeySequence(tr("Ctrl+=")), "zoom-in", [](DocumentView& document) { document.canvas()->zoomIn(); })
        ->setShortcuts({QKeySequence(tr("Ctrl+=")), QKeySequence(tr("Ctrl++"))});
    addForDocument(menu, tr("Zoom &out"), QKeySequence(tr("Ctrl+-")), "zoom-out", [](DocumentView& document) { document.canvas()->zoomOut(); });
    addForDocument(menu, tr("&100 %"), QKeySequence(tr("Ctrl+0")), nullptr, [](DocumentView& document) { document.canvas()->resetZoom(); });
    addForDocument(menu, tr("&Fit the graph"), QKeySequence(tr("Ctrl+9")), "fit", [](DocumentView& document) { document.canvas()->fit(); });
    addForDocument(menu, tr("&Centre the selection"), QKeySequence(tr("Alt+C")), nullptr,
                   [](DocumentView& document) { document.canvas()->centerOnSelection(); });
    addForDocument(menu, tr("Fold or &unfold"), {}, "fold", [](DocumentView& document) { document.canvas()->toggleFold(); });
    addForDocument(menu, tr("&Minimap"), {}, "minimap",
                   [](DocumentView& document) { document.canvas()->setMinimapVisible(!document.canvas()->isMinimapVisible()); });
    addForDocument(menu, tr("Change &direction"), {}, "layout-direction", [](DocumentView& document) {
        using asl::layout::Direction;
        document.canvas()->setDirection(document.canvas()->direction() == Direction::Down ? Direction::Right : Direction::Down);
    });
    menu->addSeparator();
    for (QAction* action : m_dockActions)
        menu->addAction(action);
    addForDocument(menu, tr("Next &panel"), QKeySequence(tr("F6")), nullptr, [this](DocumentView&) { focusNextPanel(); });
    menu->addSeparator();
    QMenu* themes = menu->addMenu(tr("T&heme"));
    auto* group = new QActionGroup(this);
    for (const AppearanceChoice& choice : appearanceChoices()) {
        QAction* action = add(themes, choice.title, {}, nullptr, [name = choice.name] { chooseAppearance(name); });
        action->setCheckable(true);
        action->setChecked(choice.name == chosenAppearance());
        group->addAction(action);
    }
}

void MainWindow::runAndHelpMenus()
{
    m_runMenu = menuBar()->addMenu(tr("&Run"));
    QMenu* menu = menuBar()->addMenu(tr("&Help"));
    add(menu, tr("&About Stepwright"), {}, nullptr, [this] { about(); })->setMenuRole(QAction::AboutRole);
}

/// Which recorded input and answers the next run takes.
void MainWindow::showRecordedRuns(DocumentView& document)
{
    if (document.recordedRuns().empty())
        return;
    m_recordedRunsMenu = m_runMenu->addMenu(tr("Input and answers"));
    auto* choice = new QActionGroup(m_recordedRunsMenu);
    const auto offer = [&](const QString& text, std::optional<std::size_t> run) {
        QAction* action = m_recordedRunsMenu->addAction(text);
        choice->addAction(action);
        action->setCheckable(true);
        action->setChecked(document.chosenRun() == run);
        connect(action, &QAction::triggered, &document, [&document, run] { document.chooseRecordedRun(run); });
    };
    for (std::size_t run = 0; run < document.recordedRuns().size(); ++run)
        offer(document.recordedRuns()[run].name, run);
    m_recordedRunsMenu->addSeparator();
    offer(tr("Ask for every answer"), std::nullopt);
}

void MainWindow::makeToolBar()
{
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize({20, 20});
    m_toolBar->toggleViewAction()->setEnabled(false);
    m_toolBar->addWidget(spring());
    m_goToState = new QLineEdit;
    m_goToState->setPlaceholderText(tr("Go to state"));
    m_goToState->setAccessibleName(tr("Go to state"));
    m_goToState->setToolTip(tr("Go to state (Ctrl+Shift+P)"));
    m_goToState->setMaximumWidth(320);
    m_goToState->setMinimumWidth(120);
    m_goToState->addAction(icon(QStringLiteral("search"), Token::Text2), QLineEdit::LeadingPosition);
    auto* completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_goToState->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &MainWindow::goToState, Qt::QueuedConnection);
    connect(m_goToState, &QLineEdit::returnPressed, this, &MainWindow::goToState);
    connect(m_goToState, &QLineEdit::textEdited, this, [this, completer](const QString& text) {
        if (text.size() != 1 || !m_active)
            return;
        QStringList names;
        for (const asl::State& state : m_active->workspace().snapshot()->machine().states())
            names << toQString(state.name);
        static_cast<QStringListModel*>(completer->model())->setStringList(names);
    });
    m_toolBar->addWidget(m_goToState);
    m_toolBar->addWidget(spring());
    m_beforeRunActions = m_toolBar->addSeparator();
    m_beforeRunActions->setVisible(false);
}

void MainWindow::goToState()
{
    const QString name = m_goToState->text();
    if (!m_active || name.isEmpty())
        return;
    const asl::Snapshot& snapshot = *m_active->workspace().snapshot();
    const auto& states = snapshot.machine().states();
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (toQString(states[i].name).compare(name, Qt::CaseInsensitive) != 0)
            continue;
        m_active->workspace().select(snapshot.machine().path(static_cast<asl::StateId>(i)));
        if (m_active->canvas())
            m_active->canvas()->centerOnSelection();
        m_goToState->clear();
        m_active->centre()->setFocus(Qt::OtherFocusReason);
        return;
    }
    m_status->say(tr("There is no state “%1”.").arg(name));
}

/// Keys of a document's run reach it only while it is the current one.
void MainWindow::showRunActions(DocumentView* document)
{
    for (QAction* action : m_runActions) {
        m_toolBar->removeAction(action);
        m_runMenu->removeAction(action);
        removeAction(action);
    }
    m_runActions.clear();
    delete std::exchange(m_recordedRunsMenu, nullptr);
    RunActions* run = document ? document->runActions() : nullptr;
    m_runMenu->menuAction()->setEnabled(run);
    if (!run)
        return;
    const QList<QAction*> tools = run->runToolBarActions() + run->designToolBarActions();
    m_toolBar->addActions(tools);
    m_runMenu->addActions(run->menuActions());
    showRecordedRuns(*document);
    addActions(run->menuActions());
    m_runActions = tools + run->menuActions();
}

void MainWindow::updateActions()
{
    for (QAction* action : m_documentActions)
        action->setEnabled(m_active);
    m_goToState->setEnabled(m_active);
}

void MainWindow::focusNextPanel()
{
    std::vector<QWidget*> places;
    for (QWidget* widget : std::initializer_list<QWidget*>{m_active->canvas(), m_active->right()->current(), &m_active->editor().view(), m_active->left()->current()})
        if (widget && widget->isVisible())
            places.push_back(widget);
    if (places.empty())
        return;
    const QWidget* focus = QApplication::focusWidget();
    std::size_t next = 0;
    for (std::size_t i = 0; i < places.size(); ++i)
        if (focus && (places[i] == focus || places[i]->isAncestorOf(focus)))
            next = (i + 1) % places.size();
    QWidget* target = places[next];
    if (target->focusPolicy() == Qt::NoFocus && !target->focusProxy())
        for (QWidget* child = target->nextInFocusChain(); child != target && target->isAncestorOf(child); child = child->nextInFocusChain())
            if (child->focusPolicy() & Qt::TabFocus && child->isVisible() && child->isEnabled()) {
                target = child;
                break;
            }
    target->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::fillRecentMenu()
{
    m_recentMenu->clear();
    for (const RecentFile& file : m_recent.files())
        add(m_recentMenu, fontMetrics().elidedText(file.path, Qt::ElideMiddle, 480).replace(u'&', QStringLiteral("&&")), {}, nullptr,
            [this, path = file.path] { openFile(path); });
    if (m_recentMenu->isEmpty())
        m_recentMenu->addAction(tr("No files yet"))->setEnabled(false);
    m_recentMenu->addSeparator();
    add(m_recentMenu, tr("&Clear the list"), {}, nullptr, [this] { m_recent.clear(); });
}

void MainWindow::about()
{
    ask(tr("Stepwright %1").arg(QCoreApplication::applicationVersion()),
        tr("Edits, checks, draws and simulates workflows in the Amazon States Language, without a network."))
        ->open();
}

} // namespace designer

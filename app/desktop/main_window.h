#pragma once
// MainWindow: creates and docks the panels of the open documents, and offers the commands of the program. What panels share
// they share in their Workspace; the window only knows which document is the current one.

#include "app/desktop/document_view.h"
#include "app/desktop/recent_files.h"
#include "ui/workspace/lane.h"

#include <QFileSystemWatcher>
#include <QMainWindow>
#include <QTimer>
#include <QUndoGroup>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

class QLineEdit;
class QMenu;
class QMessageBox;
class QStackedWidget;
class QTabBar;
class QToolBar;
class QToolButton;

namespace designer {

class SegmentedControl;
class StartPage;
class StatusLine;
class ThemedLabel;

class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(QWidget* parent = nullptr);
    ~MainWindow() override;

    DocumentView* current() const;
    const std::vector<DocumentView*>& documents() const { return m_documents; }

public slots:
    /// JSONata unless somebody chooses otherwise, as in the service's own designer.
    void newDocument(asl::QueryLanguage language = asl::QueryLanguage::JSONata);
    /// Reads the file on a lane and shows it; a file that is open already is brought to the front.
    void openFile(const QString& path);
    void openSample(const QString& id);
    void save();
    void saveAs();

signals:
    void opened(designer::DocumentView* document);
    void messageShown(const QString& text); ///< a dialog says this

protected:
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    using Then = std::function<void(bool done)>;

    // main_window.cpp: the window and its documents
    void makeCentre();
    void makeDock(const QString& name, const QString& title, Qt::DockWidgetArea area, const QKeySequence& key, QStackedWidget*& stack);
    void restoreLook();
    void keepLook();
    DocumentView* addDocument(const asl::Document& document, const QString& name);
    DocumentView* addDocument(DocumentSource source);
    DocumentView* addView(DocumentView* view);
    void join(DocumentView* view);
    void removeDocument(DocumentView* document);
    void showCurrent();
    void setActive(DocumentView* document);
    void followCompleted(DocumentView* document);
    void updateTab(DocumentView* document);
    void updateTitle();
    void showDocks();
    void widenForRun(bool inRun);
    QWidget* makeNotice();
    void showNotice();
    void showMachines();
    void storeTokensOf(DocumentView& document);

    // main_window_actions.cpp: menus, tool bar
    void makeActions();
    void makeToolBar();
    void fileMenu();
    void editMenu();
    void viewMenu();
    void runAndHelpMenus();
    void showRecordedRuns(DocumentView& document);
    QAction* add(QMenu* menu, const QString& text, const QKeySequence& key, const char* iconName, const std::function<void()>& act);
    QAction* addForDocument(QMenu* menu, const QString& text, const QKeySequence& key, const char* iconName,
                            const std::function<void(DocumentView&)>& act);
    void fillRecentMenu();
    void showRunActions(DocumentView* document);
    void updateActions();
    void focusNextPanel();
    void goToState();
    void about();

    // main_window_open.cpp: opening
    static QString definitionFilter();
    void askForFile();
    void openRecord(const QString& path); // main_window_runs.cpp
    bool showIfOpen(const QString& name);
    void chooseMachine(const std::shared_ptr<const host::FileContent>& content);
    void openMachine(const std::shared_ptr<const host::FileContent>& content, const QString& machine, const QString& name);
    void takeTokens(DocumentView& document);
    void sayNotOpened(const QString& name, const QString& why);

    // main_window_files.cpp: saving and closing
    void save(DocumentView* document, const Then& then);
    void saveAs(DocumentView* document, const Then& then);
    void saveTo(DocumentView* document, const QString& path, const Then& then);
    void write(DocumentView* document, const QString& path, const std::shared_ptr<const std::string>& text, const Then& then);
    void moveTo(DocumentView* document, const QString& path, const std::shared_ptr<const std::string>& text);
    void writeTemplate(const std::shared_ptr<DocumentFile>& file, const Then& then);
    void sayNotSaved(const QString& path, const QString& why, const Then& then);
    void closeDocument(DocumentView* document, const Then& then = {});
    void closeAll(const Then& then);

    // main_window_export.cpp
    void exportJson(DocumentView& document);
    void exportPicture(DocumentView& document);
    void writeExport(const QString& path, std::string bytes);
    void sayExported(const QString& path, const asl::Result<void>& written);

    // main_window_outside.cpp: what happens to the files outside
    std::shared_ptr<DocumentFile> fileOf(const QString& path) const;
    std::shared_ptr<DocumentFile> newFile(const QString& path, const std::string& text);
    DocumentView* documentOf(const QString& path) const;
    std::vector<DocumentView*> machinesOf(const DocumentFile& file) const;
    void watch(const QString& path);
    void unwatch(const QString& path);
    void checkOutside(const QString& path);
    void sayGone(DocumentFile& file);
    void sayUnreadable(const DocumentFile& file, const QString& why);
    void takeOutside(DocumentView& document, std::string bytes);
    void askWhichCounts(DocumentView& document, const QString& detail, const std::function<void()>& take);
    void takeTemplate(const std::shared_ptr<DocumentFile>& file, std::string bytes, const Then& then);
    void takeMachine(DocumentView& document, const std::shared_ptr<const host::FileContent>& content,
                     const asl::Result<host::OpenedDefinition>& opened);

    QMessageBox* ask(const QString& text, const QString& detail);
    void say(const QString& text);

    std::vector<DocumentView*> m_documents; ///< in the order of the tabs
    DocumentView* m_active = nullptr;
    int m_newDocuments = 0;
    bool m_closing = false;
    QUndoGroup m_undo;
    RecentFiles m_recent;
    std::map<QString, std::weak_ptr<DocumentFile>> m_openFiles; ///< by path: the documents of one file share it
    QFileSystemWatcher m_watcher;
    std::set<QString> m_changedOutside;
    QTimer m_outsideTimer;

    QTabBar* m_tabs = nullptr;
    QToolButton* m_machines = nullptr; ///< of a template: which machine is shown, and the others
    SegmentedControl* m_arrangement = nullptr;
    QWidget* m_strip = nullptr;
    QWidget* m_notice = nullptr;
    ThemedLabel* m_whyReadOnly = nullptr;
    QStackedWidget* m_centre = nullptr;
    StartPage* m_startPage = nullptr;
    QStackedWidget* m_left = nullptr;
    QStackedWidget* m_right = nullptr;
    QStackedWidget* m_bottom = nullptr;
    std::optional<int> m_widthBeforeRun; ///< of the right dock, during a run
    std::vector<QDockWidget*> m_docks;
    std::vector<QAction*> m_dockActions; ///< checked: the dock is wanted beside a document
    StatusLine* m_status = nullptr;
    QToolBar* m_toolBar = nullptr;
    QAction* m_beforeRunActions = nullptr; ///< the tool bar's place for a document's run actions
    QList<QAction*> m_runActions;
    QList<QAction*> m_documentActions; ///< enabled while a document is open
    QAction* m_save = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_recordedRunsMenu = nullptr;
    QMenu* m_runMenu = nullptr;
    QLineEdit* m_goToState = nullptr;
    std::shared_ptr<Lane> m_layoutLane; ///< for the start page's drawings
    Lane m_files{"files"};
};

} // namespace designer

// MainWindow: opening, saving and closing documents, and what happens to their files outside. Files are read and written on
// a lane; questions are dialogs that do not block.

#include "app/desktop/main_window.h"

#include "app/desktop/picture.h"
#include "app/desktop/samples.h"
#include "app/desktop/status_line.h"
#include "app/host/files.h"
#include "core/document/export.h"
#include "ui/canvas/canvas_view.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/support/qt_text.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTabBar>

#include <algorithm>

namespace designer {

namespace {

QString definitionFilter() { return MainWindow::tr("Definitions and runs (*.asl.json *.asl *.json);;All files (*)"); }

/// A definition in a file: read, checked to be UTF-8, parsed.
asl::Result<asl::Document> readDocument(const QString& path)
{
    auto bytes = host::readFile(path);
    if (!bytes)
        return bytes.error();
    return asl::Document::open(*std::move(bytes));
}

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

} // namespace

// --- opening ---------------------------------------------------------------------------------------------------------

void MainWindow::newDocument(asl::QueryLanguage language)
{
    auto document = asl::Document::open(asl::blankMachine(language));
    if (document)
        addDocument(*document, {}, tr("Untitled %1").arg(++m_newDocuments));
}

void MainWindow::openSample(const QString& id)
{
    for (const Sample& sample : samples()) {
        if (sample.id != id)
            continue;
        QFile file(sample.definition);
        if (!file.open(QIODevice::ReadOnly))
            return say(tr("The sample %1 is missing from the program.").arg(id));
        auto document = asl::Document::open(file.readAll().toStdString());
        if (document) // a new document: saving asks for a name
            addDocument(*document, {}, sample.id + QStringLiteral(".asl.json"))->setRecordedRuns(recordedRuns(sample));
    }
}

void MainWindow::askForFile()
{
    auto* dialog = new QFileDialog(this, tr("Open a definition"), {}, definitionFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        for (const QString& file : files)
            openFile(file);
    });
    dialog->open();
}

void MainWindow::openFile(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    for (std::size_t i = 0; i < m_documents.size(); ++i)
        if (m_documents[i]->workspace().filePath() == absolute)
            return m_tabs->setCurrentIndex(static_cast<int>(i));
    if (absolute.endsWith(QStringLiteral(".run.json")))
        return openRecord(absolute);
    m_files.run(
        this, [absolute](std::stop_token) { return std::pair(readDocument(absolute), recordedRunsBeside(absolute)); },
        [this, absolute](std::pair<asl::Result<asl::Document>, std::vector<RecordedRun>> read) {
            auto& [document, runs] = read;
            if (!document) {
                m_recent.remove(absolute);
                return say(tr("“%1” cannot be opened.").arg(QFileInfo(absolute).fileName()) + QLatin1Char('\n') + translated(document.error().message));
            }
            addDocument(*document, absolute, {})->setRecordedRuns(std::move(runs));
            m_recent.add(absolute);
            watch(absolute);
        });
}

// --- saving ----------------------------------------------------------------------------------------------------------

void MainWindow::save()
{
    if (m_active)
        save(m_active, {});
}

void MainWindow::saveAs()
{
    if (m_active)
        saveAs(m_active, {});
}

void MainWindow::save(DocumentView* document, const Then& then)
{
    if (document->inspector())
        document->inspector()->commitPending();
    if (document->workspace().filePath().isEmpty())
        saveAs(document, then);
    else
        write(document, document->workspace().filePath(), then);
}

void MainWindow::saveAs(DocumentView* document, const Then& then)
{
    if (document->inspector())
        document->inspector()->commitPending();
    auto* dialog = new QFileDialog(this, tr("Save the definition"), {}, definitionFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    const QString path = document->workspace().filePath();
    dialog->selectFile(!path.isEmpty() ? path : document->name().contains(u'.') ? document->name() : document->name() + QStringLiteral(".asl.json"));
    connect(dialog, &QFileDialog::fileSelected, document, [this, document, then](const QString& file) {
        write(document, QFileInfo(file).absoluteFilePath(), then);
    });
    connect(dialog, &QFileDialog::rejected, this, [then] {
        if (then)
            then(false);
    });
    dialog->open();
}

void MainWindow::write(DocumentView* document, const QString& path, const Then& then)
{
    const std::shared_ptr<const std::string> text = document->workspace().sharedText();
    m_files.run(
        document, [path, text](std::stop_token) { return host::writeFile(path, *text); },
        [this, document, path, text, then](const asl::Result<void>& written) {
            if (!written) {
                say(tr("“%1” is not saved.").arg(QFileInfo(path).fileName()) + QLatin1Char('\n') + translated(written.error().message));
                if (then)
                    then(false);
                return;
            }
            document->setSavedText(*text);
            document->setFileGone(false);
            Workspace& workspace = document->workspace();
            if (workspace.filePath() != path && !workspace.filePath().isEmpty())
                m_watcher.removePath(workspace.filePath());
            workspace.setFilePath(path);
            if (workspace.sharedText() == text) // else somebody typed on while the file was written
                workspace.undoStack()->setClean();
            watch(path);
            m_recent.add(path);
            updateTab(document);
            if (document == m_active)
                m_status->setDocument(document);
            if (then)
                then(true);
        });
}

// --- closing ---------------------------------------------------------------------------------------------------------

void MainWindow::closeDocument(DocumentView* document, const Then& then)
{
    const auto closed = [this, document, then] {
        removeDocument(document);
        if (then)
            then(true);
    };
    if (document->inspector())
        document->inspector()->commitPending();
    if (!document->workspace().isModified())
        return closed();
    QMessageBox* box = ask(tr("Save the changes to “%1”?").arg(document->name()), tr("Otherwise they are lost."));
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, document, [this, document, closed, then](int answer) {
        if (answer == QMessageBox::Discard)
            return closed();
        if (answer == QMessageBox::Save)
            return save(document, [closed, then](bool saved) {
                if (saved)
                    closed();
                else if (then)
                    then(false);
            });
        if (then)
            then(false);
    });
    box->open();
}

void MainWindow::closeAll(const Then& then)
{
    const auto changed = std::find_if(m_documents.begin(), m_documents.end(), [](DocumentView* d) { return d->workspace().isModified(); });
    if (changed == m_documents.end())
        return then(true);
    m_tabs->setCurrentIndex(static_cast<int>(changed - m_documents.begin()));
    closeDocument(*changed, [this, then](bool closed) {
        if (closed)
            closeAll(then);
        else
            then(false);
    });
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    for (DocumentView* document : m_documents)
        if (document->inspector())
            document->inspector()->commitPending();
    const bool changed = std::any_of(m_documents.begin(), m_documents.end(), [](DocumentView* d) { return d->workspace().isModified(); });
    if (!changed) {
        keepLook();
        event->accept();
        return;
    }
    event->ignore();
    if (m_closing) // the question is on the screen
        return;
    m_closing = true;
    closeAll([this](bool closed) {
        m_closing = false;
        if (closed)
            close();
    });
}

// --- exporting -------------------------------------------------------------------------------------------------------

void MainWindow::exportJson(DocumentView& document)
{
    const auto& values = document.workspace().tokenValues();
    const auto json = asl::strictJson(*document.workspace().snapshot(), values.empty() ? nullptr : &values);
    if (!json) {
        if (json.error().range)
            document.workspace().reveal(*json.error().range);
        return say(tr("The definition cannot be exported.") + QLatin1Char('\n') + translated(json.error().message));
    }
    auto* dialog = new QFileDialog(this, tr("Export JSON"), {}, tr("JSON (*.json);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = *json](const QString& file) { writeExport(file, bytes); });
    dialog->open();
}

void MainWindow::exportPicture(DocumentView& document)
{
    auto* dialog = new QFileDialog(this, tr("Export picture"), {}, tr("SVG (*.svg);;PNG (*.png);;PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("svg"));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) { dialog->setDefaultSuffix(filter.left(3).toLower()); });
    connect(dialog, &QFileDialog::fileSelected, &document, [this, &document](const QString& file) {
        // Drawing a large graph takes its time: it is the layout lane's work.
        const DiagramOptions options{document.canvas()->folded(), document.canvas()->direction(), false};
        m_layoutLane->run(
            this,
            [file, options, snapshot = document.workspace().snapshot(), fonts = DiagramFonts::current()](std::stop_token) -> asl::Result<void> {
                const auto format = pictureFormat(file);
                if (!format)
                    return format.error();
                const auto bytes = picture(*makeDiagram(snapshot, fonts, options), *format, 1, QFileInfo(file).fileName());
                return bytes ? host::writeFile(file, *bytes) : bytes.error();
            },
            [this, file](const asl::Result<void>& written) { sayExported(file, written); });
    });
    dialog->open();
}

void MainWindow::writeExport(const QString& path, std::string bytes)
{
    m_files.run(
        this, [path, bytes = std::move(bytes)](std::stop_token) { return host::writeFile(path, bytes); },
        [this, path](const asl::Result<void>& written) { sayExported(path, written); });
}

void MainWindow::sayExported(const QString& path, const asl::Result<void>& written)
{
    if (written)
        m_status->say(tr("Exported to %1.").arg(path));
    else
        say(translated(written.error().message));
}

// --- what happens outside --------------------------------------------------------------------------------------------

void MainWindow::watch(const QString& path)
{
    if (!m_watcher.files().contains(path))
        m_watcher.addPath(path);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !isActiveWindow())
        return;
    for (DocumentView* document : m_documents)
        if (!document->workspace().filePath().isEmpty())
            m_changedOutside.insert(document->workspace().filePath());
    if (!m_changedOutside.empty())
        m_outsideTimer.start();
}

void MainWindow::checkOutside(const QString& path)
{
    m_files.run(
        this, [path](std::stop_token) { return std::pair(QFileInfo::exists(path), host::readFile(path)); },
        [this, path](std::pair<bool, asl::Result<std::string>> found) {
            const auto place = std::find_if(m_documents.begin(), m_documents.end(), [&](DocumentView* d) { return d->workspace().filePath() == path; });
            if (place == m_documents.end())
                return;
            DocumentView& document = **place;
            auto& [exists, bytes] = found;
            if (!exists) {
                if (document.isFileGone())
                    return;
                document.setFileGone(true);
                document.workspace().undoStack()->resetClean();
                m_status->setDocument(m_active);
                return say(tr("“%1” was deleted outside.").arg(document.name()) + QLatin1Char('\n')
                           + tr("Its text is kept here: saving writes the file anew."));
            }
            watch(path); // a file that was replaced is another one to the watcher
            document.setFileGone(false);
            if (bytes && *bytes != document.savedText())
                takeOutside(document, *std::move(bytes));
        });
}

/// The difference becomes one Edit; with changes on both sides the user decides.
void MainWindow::takeOutside(DocumentView& document, std::string bytes)
{
    Workspace& workspace = document.workspace();
    document.setSavedText(bytes);
    if (bytes == workspace.text()) {
        workspace.undoStack()->setClean();
        return;
    }
    const auto valid = asl::Document::open(bytes);
    if (!valid)
        return say(tr("“%1” was changed outside and cannot be read any more.").arg(document.name()) + QLatin1Char('\n')
                   + translated(valid.error().message));
    const auto take = [this, &document, bytes = std::move(bytes)] {
        Workspace& target = document.workspace();
        target.applyToText({ASL_TEXT("core", "Changes from outside"), asl::difference(target.text(), bytes), std::nullopt});
        target.undoStack()->setClean();
        m_status->say(tr("“%1” was changed outside: its new text is shown.").arg(document.name()));
    };
    if (!workspace.isModified())
        return take();
    QMessageBox* box = ask(tr("“%1” was changed outside, and it has changes here.").arg(document.name()),
                           tr("Loading takes the text of the file; yours can be brought back with Undo."));
    QPushButton* load = box->addButton(tr("Load the file"), QMessageBox::AcceptRole);
    box->addButton(tr("Keep mine"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::finished, &document, [box, load, take] {
        if (box->clickedButton() == load)
            take();
    });
    box->open();
}

// --- dropping, saying ------------------------------------------------------------------------------------------------

void MainWindow::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event)
{
    for (const QString& file : localFiles(event->mimeData()))
        openFile(file);
    event->acceptProposedAction();
}

QMessageBox* MainWindow::ask(const QString& text, const QString& detail)
{
    auto* box = new QMessageBox(this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QStringLiteral("Stepwright"));
    box->setText(text);
    box->setInformativeText(detail);
    return box;
}

/// The first line is what happened, the rest why and what to do.
void MainWindow::say(const QString& text)
{
    QMessageBox* box = ask(text.section(u'\n', 0, 0), text.section(u'\n', 1));
    box->setIcon(QMessageBox::Warning);
    box->open();
    emit messageShown(text);
}

} // namespace designer

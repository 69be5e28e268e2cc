// MainWindow: saving and closing documents. Files are written on a lane; questions are dialogs that do not block.

#include "app/desktop/main_window.h"

#include "app/desktop/status_line.h"
#include "app/host/files.h"
#include "core/document/convert.h"
#include "core/document/host_text.h"
#include "core/text/text_syntax.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/support/qt_text.h"

#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTabBar>

#include <algorithm>

namespace designer {

namespace {

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            files << url.toLocalFile();
    return files;
}

QString lossesText(const asl::Losses& losses)
{
    QStringList said;
    if (losses.comments)
        said << MainWindow::tr("The comments of the definition are left out.");
    if (losses.aliases)
        said << MainWindow::tr("What aliases and merge keys stand for is written out in each place.");
    return said.join(QLatin1Char(' '));
}

} // namespace

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
    Workspace& workspace = document->workspace();
    if (workspace.filePath().isEmpty())
        saveAs(document, then);
    else if (!document->whyNotSaved().isEmpty())
        sayNotSaved(workspace.definitionName(), document->whyNotSaved(), then);
    else if (workspace.snapshot()->region())
        writeTemplate(document->file(), then);
    else
        write(document, workspace.filePath(), workspace.sharedText(), then);
}

void MainWindow::saveAs(DocumentView* document, const Then& then)
{
    if (document->inspector())
        document->inspector()->commitPending();
    auto* dialog = new QFileDialog(this, tr("Save the definition"), {}, definitionFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(document->nameToSave());
    connect(dialog, &QFileDialog::fileSelected, document, [this, document, then](const QString& file) {
        saveTo(document, QFileInfo(file).absoluteFilePath(), then);
    });
    connect(dialog, &QFileDialog::rejected, this, [then] {
        if (then)
            then(false);
    });
    dialog->open();
}

/// The ending of the name says whether the file is written in JSON or in YAML.
void MainWindow::saveTo(DocumentView* document, const QString& path, const Then& then)
{
    Workspace& workspace = document->workspace();
    if (path == workspace.filePath())
        return save(document, then);
    const asl::SnapshotPointer snapshot = workspace.presentSnapshot();
    const auto wanted = asl::syntaxOfName(path.toStdString()).value_or(snapshot->syntax());
    if (wanted == snapshot->syntax())
        return write(document, path, workspace.sharedText(), then);
    const auto text = asl::inSyntax(*snapshot, wanted);
    if (!text) {
        if (text.error().range)
            workspace.reveal(*text.error().range);
        return sayNotSaved(path, translated(text.error().message), then);
    }
    const auto converted = std::make_shared<const std::string>(*text);
    const QString losses = lossesText(asl::lossesIn(*snapshot, wanted));
    if (losses.isEmpty())
        return write(document, path, converted, then);
    QMessageBox* box = ask(wanted == asl::TextSyntax::Yaml ? tr("Save as YAML?") : tr("Save as JSON?"), losses);
    box->setStandardButtons(QMessageBox::Save | QMessageBox::Cancel);
    box->setDefaultButton(QMessageBox::Save);
    connect(box, &QMessageBox::finished, document, [this, document, path, converted, then](int answer) {
        if (answer == QMessageBox::Save)
            write(document, path, converted, then);
        else if (then)
            then(false);
    });
    box->open();
}

/// `text` is the document's, or what it says in another syntax.
void MainWindow::write(DocumentView* document, const QString& path, const std::shared_ptr<const std::string>& text, const Then& then)
{
    const auto present = document->workspace().sharedText();
    m_files.run(
        document, [path, text](std::stop_token) { return host::writeFile(path, *text); },
        [this, document, path, text, present, then](const asl::Result<void>& written) {
            if (!written)
                return sayNotSaved(path, translated(written.error().message), then);
            Workspace& workspace = document->workspace();
            const bool sameText = workspace.sharedText() == present; // else somebody typed on while the file was written
            if (present != text && !sameText) {
                m_status->say(tr("A copy is saved as %1. What was typed since is not in it.").arg(path));
                if (then)
                    then(false);
                return;
            }
            moveTo(document, path, text);
            if (sameText)
                workspace.undoStack()->setClean();
            m_recent.add(path);
            updateTab(document);
            if (document == m_active)
                m_status->setDocument(document);
            if (then)
                then(true);
        });
}

/// The document is that of a file from now on which holds `text` and nothing else.
void MainWindow::moveTo(DocumentView* document, const QString& path, const std::shared_ptr<const std::string>& text)
{
    Workspace& workspace = document->workspace();
    const auto former = document->file();
    if (former && former->path == path) {
        former->text = *text;
        former->isGone = false;
        watch(path);
        return;
    }
    document->setFile(newFile(path, *text));
    document->setSource({});
    if (former)
        unwatch(former->path);
    if (workspace.text() != *text) {
        const asl::TextSyntax syntax = workspace.snapshot()->syntax() == asl::TextSyntax::Json ? asl::TextSyntax::Yaml : asl::TextSyntax::Json;
        if (const auto converted = asl::Document::open(*text, syntax))
            workspace.open(*converted);
    } else if (workspace.snapshot()->region()) {
        workspace.setRegion(nullptr);
    }
    workspace.setReadOnly({});
    workspace.setFilePath(path);
    watch(path);
    showMachines();
}

/// One text for all machines of the file that are open: saving one saves them all.
void MainWindow::writeTemplate(const std::shared_ptr<DocumentFile>& file, const Then& then)
{
    struct Part
    {
        QPointer<DocumentView> document;
        std::shared_ptr<const std::string> text;
    };
    std::vector<Part> parts;
    std::vector<asl::RegionPointer> regions;
    for (DocumentView* document : machinesOf(*file)) {
        parts.push_back({document, document->workspace().sharedText()});
        regions.push_back(document->workspace().snapshot()->region());
    }
    const auto joined = asl::hostText(file->text, regions);
    if (!joined)
        return sayNotSaved(file->path, translated(joined.error().message), then);
    struct Written
    {
        std::optional<std::string> found; ///< another text than the one that the documents know
        asl::Result<void> done;
    };
    auto writing = [path = file->path, before = file->text, text = joined->text](std::stop_token) -> Written {
        auto present = host::readFile(path);
        if (present && *present != before)
            return {*std::move(present), {}};
        return {{}, host::writeFile(path, text)};
    };
    m_files.run(this, std::move(writing), [this, file, joined = *joined, parts, then](Written written) {
        if (written.found)
            return takeTemplate(file, *std::move(written.found), [this, file, then](bool taken) {
                if (taken)
                    writeTemplate(file, then);
                else if (then)
                    then(false);
            });
        if (!written.done)
            return sayNotSaved(file->path, translated(written.done.error().message), then);
        file->text = joined.text;
        file->isGone = false;
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (!parts[i].document)
                continue;
            DocumentView& document = *parts[i].document;
            Workspace& workspace = document.workspace();
            if (const auto& region = workspace.snapshot()->region(); region && region->host() != file->text)
                workspace.setRegion(asl::rehosted(*region, file->text, joined.places[i]));
            if (workspace.sharedText() == parts[i].text)
                workspace.undoStack()->setClean();
            document.setSavedDefinition(*parts[i].text);
            m_recent.add(document.definitionName());
            updateTab(&document);
        }
        watch(file->path);
        m_status->setDocument(m_active);
        if (then)
            then(true);
    });
}

void MainWindow::sayNotSaved(const QString& path, const QString& why, const Then& then)
{
    say(tr("“%1” is not saved.").arg(QFileInfo(path).fileName()) + QLatin1Char('\n') + why);
    if (then)
        then(false);
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

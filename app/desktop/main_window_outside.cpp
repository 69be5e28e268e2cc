// MainWindow: what happens to the files of open documents outside.

#include "app/desktop/main_window.h"

#include "app/desktop/status_line.h"
#include "app/host/files.h"
#include "core/document/host_text.h"
#include "ui/support/qt_text.h"

#include <QEvent>
#include <QFileInfo>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>

#include <algorithm>

namespace designer {

std::shared_ptr<DocumentFile> MainWindow::fileOf(const QString& path) const
{
    const auto found = m_openFiles.find(path);
    return found == m_openFiles.end() ? nullptr : found->second.lock();
}

std::shared_ptr<DocumentFile> MainWindow::newFile(const QString& path, const std::string& text)
{
    std::erase_if(m_openFiles, [](const auto& entry) { return entry.second.expired(); });
    auto file = std::make_shared<DocumentFile>(DocumentFile{path, text, {}, false});
    m_openFiles[path] = file;
    return file;
}

DocumentView* MainWindow::documentOf(const QString& path) const
{
    const auto found = std::find_if(m_documents.begin(), m_documents.end(), [&](const DocumentView* d) { return d->file() && d->file()->path == path; });
    return found == m_documents.end() ? nullptr : *found;
}

/// The open machines of a template that can be written to it.
std::vector<DocumentView*> MainWindow::machinesOf(const DocumentFile& file) const
{
    std::vector<DocumentView*> found;
    for (DocumentView* document : m_documents)
        if (document->file().get() == &file && document->workspace().snapshot()->region() && document->whyNotSaved().isEmpty())
            found.push_back(document);
    return found;
}

void MainWindow::watch(const QString& path)
{
    if (!m_watcher.files().contains(path))
        m_watcher.addPath(path);
}

void MainWindow::unwatch(const QString& path)
{
    if (!documentOf(path))
        m_watcher.removePath(path);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::ActivationChange || !isActiveWindow())
        return;
    for (DocumentView* document : m_documents)
        if (document->file())
            m_changedOutside.insert(document->file()->path);
    if (!m_changedOutside.empty())
        m_outsideTimer.start();
}

void MainWindow::checkOutside(const QString& path)
{
    m_files.run(
        this, [path](std::stop_token) { return std::pair(QFileInfo::exists(path), host::readFile(path)); },
        [this, path](std::pair<bool, asl::Result<std::string>> found) {
            const auto file = fileOf(path);
            if (!file)
                return;
            auto& [exists, bytes] = found;
            if (!exists)
                return sayGone(*file);
            watch(path); // a file that was replaced is another one to the watcher
            file->isGone = false;
            if (!bytes || *bytes == file->text || *bytes == file->unread)
                return;
            if (machinesOf(*file).empty())
                takeOutside(*documentOf(path), *std::move(bytes));
            else
                takeTemplate(file, *std::move(bytes), {});
        });
}

void MainWindow::sayGone(DocumentFile& file)
{
    if (file.isGone)
        return;
    file.isGone = true;
    for (DocumentView* document : m_documents)
        if (document->file().get() == &file)
            document->workspace().undoStack()->resetClean();
    m_status->setDocument(m_active);
    say(tr("“%1” was deleted outside.").arg(QFileInfo(file.path).fileName()) + QLatin1Char('\n')
        + tr("Its text is kept here: saving writes the file anew."));
}

/// The difference becomes one Edit; with changes on both sides the user decides.
void MainWindow::takeOutside(DocumentView& document, std::string bytes)
{
    Workspace& workspace = document.workspace();
    document.file()->text = bytes;
    if (bytes == workspace.text()) {
        workspace.undoStack()->setClean();
        return;
    }
    const auto valid = asl::Document::open(bytes, workspace.snapshot()->syntax());
    if (!valid)
        return sayUnreadable(*document.file(), translated(valid.error().message));
    const auto take = [this, &document, bytes = std::move(bytes)] {
        Workspace& target = document.workspace();
        target.applyToText({ASL_TEXT("core", "Changes from outside"), asl::difference(target.text(), bytes), std::nullopt});
        target.undoStack()->setClean();
        m_status->say(tr("“%1” was changed outside: its new text is shown.").arg(document.name()));
    };
    if (!workspace.isModified())
        return take();
    askWhichCounts(document, tr("Loading takes the text of the file; yours can be brought back with Undo."), take);
}

void MainWindow::sayUnreadable(const DocumentFile& file, const QString& why)
{
    say(tr("“%1” was changed outside and cannot be read any more.").arg(QFileInfo(file.path).fileName()) + QLatin1Char('\n') + why);
}

void MainWindow::askWhichCounts(DocumentView& document, const QString& detail, const std::function<void()>& take)
{
    QMessageBox* box = ask(tr("“%1” was changed outside, and it has changes here.").arg(document.name()), detail);
    QPushButton* load = box->addButton(tr("Load the file"), QMessageBox::AcceptRole);
    box->addButton(tr("Keep mine"), QMessageBox::RejectRole);
    connect(box, &QMessageBox::finished, &document, [box, load, take] {
        if (box->clickedButton() == load)
            take();
    });
    box->open();
}

// --- templates -------------------------------------------------------------------------------------------------------

/// The open machines of a template get their places in its new text. `then` is told whether it could be read.
void MainWindow::takeTemplate(const std::shared_ptr<DocumentFile>& file, std::string bytes, const Then& then)
{
    struct Found
    {
        QPointer<DocumentView> document;
        QString machine;
        std::optional<asl::Result<host::OpenedDefinition>> opened;
    };
    struct Taken
    {
        std::shared_ptr<const host::FileContent> content;
        std::optional<asl::Error> error;
        std::vector<Found> machines;
    };
    std::vector<Found> machines;
    for (DocumentView* document : m_documents)
        if (document->file() == file && document->workspace().snapshot()->region())
            machines.push_back({document, document->workspace().machineName(), {}});
    auto reading = [path = file->path, bytes = std::move(bytes), machines](std::stop_token) -> Taken {
        auto found = host::templateIn(path, bytes);
        Taken taken;
        taken.machines = machines;
        if (!found)
            taken.error = found.error();
        else if (*found && !(*found)->errors.empty())
            taken.error = asl::Error{(*found)->errors.front().message, (*found)->errors.front().range};
        taken.content = std::make_shared<const host::FileContent>(host::FileContent{path, bytes, found ? *std::move(found) : std::nullopt});
        if (!taken.error)
            for (Found& machine : taken.machines)
                machine.opened = host::definitionIn(*taken.content, machine.machine);
        return taken;
    };
    m_files.run(this, std::move(reading), [this, file, then](const Taken& taken) {
        if (taken.error) {
            file->unread = taken.content->bytes;
            sayUnreadable(*file, translated(taken.error->message));
        } else {
            file->text = taken.content->bytes;
            for (const Found& machine : taken.machines)
                if (machine.document)
                    takeMachine(*machine.document, taken.content, *machine.opened);
            showMachines();
        }
        if (then)
            then(!taken.error);
    });
}

void MainWindow::takeMachine(DocumentView& document, const std::shared_ptr<const host::FileContent>& content,
                             const asl::Result<host::OpenedDefinition>& opened)
{
    Workspace& workspace = document.workspace();
    const asl::SnapshotPointer now = opened ? opened->document.snapshot() : nullptr;
    if (!now || !now->region() || now->syntax() != workspace.snapshot()->syntax()) {
        const QString why = opened ? tr("The machine is written in another way now.") : translated(opened.error().message);
        document.setWhyNotSaved(tr("%1 It was changed outside: save your text as another file.").arg(why));
        workspace.undoStack()->resetClean();
        return say(tr("“%1” was changed outside, and its machine is no longer there.").arg(document.name()) + QLatin1Char('\n') + document.whyNotSaved());
    }
    document.setSource({content, *opened});
    document.setWhyNotSaved({});
    const bool isChangedThere = now->text() != document.savedDefinition();
    document.setSavedDefinition(now->text());
    const auto take = [this, &document, now] {
        Workspace& target = document.workspace();
        const asl::Edit edit{ASL_TEXT("core", "Changes from outside"), asl::difference(target.text(), now->text()), std::nullopt};
        const bool isPresent = document.file()->text == now->region()->host();
        if (canChange(*target.snapshot(), edit.patch) || !isPresent)
            target.applyToText(edit);
        else // parts that stand for something else were changed: no patch of what is here
            target.open(asl::Document::open(now->region(), now->syntax()));
        if (!isPresent || target.text() != now->text())
            return;
        target.setRegion(now->region());
        target.undoStack()->setClean();
        m_status->say(tr("“%1” was changed outside: its new text is shown.").arg(document.name()));
    };
    if (!workspace.isModified() || now->text() == workspace.text())
        return take();
    // What is here counts until the user decides.
    const auto mine = std::make_shared<const asl::Region>(now->region()->patched(asl::difference(now->text(), workspace.text())));
    if (mine->fault())
        document.setWhyNotSaved(translated(mine->fault()->message));
    else
        workspace.setRegion(mine);
    if (isChangedThere)
        askWhichCounts(document, tr("Loading takes the text of the file; yours is dropped."), take);
}

} // namespace designer

// MainWindow: opening definitions, machines of templates, samples and recorded runs. Files are read on a lane.

#include "app/desktop/main_window.h"

#include "app/desktop/machine_dialog.h"
#include "app/desktop/samples.h"
#include "app/desktop/token_store.h"
#include "ui/support/qt_text.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QTabBar>

#include <algorithm>

namespace designer {

namespace {

using Content = std::shared_ptr<const host::FileContent>;

/// Line and column of an error, when it has a place in the file's text.
QString placed(const std::string& text, const asl::Error& error)
{
    const QString message = translated(error.message);
    if (!error.range)
        return message;
    const asl::LineColumn at = asl::LineIndex(text).at(text, error.range->begin);
    return MainWindow::tr("Line %1, column %2: %3").arg(at.line).arg(at.column).arg(message);
}

} // namespace

void MainWindow::newDocument(asl::QueryLanguage language)
{
    auto document = asl::Document::open(asl::blankMachine(language));
    if (document)
        addDocument(*document, tr("Untitled %1").arg(++m_newDocuments));
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
            addDocument(*document, sample.id + QStringLiteral(".asl.json"))->setRecordedRuns(recordedRuns(sample));
    }
}

QString MainWindow::definitionFilter()
{
    return tr("Definitions, templates and runs (*.asl.json *.asl *.json *.yaml *.yml);;All files (*)");
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
    if (showIfOpen(absolute))
        return;
    if (absolute.endsWith(QStringLiteral(".run.json")))
        return openRecord(absolute);
    const host::DefinitionName name = host::definitionName(absolute);
    auto reading = [name](std::stop_token) -> asl::Result<Content> {
        auto content = host::readContent(name.file);
        if (!content)
            return content.error();
        return std::make_shared<const host::FileContent>(*std::move(content));
    };
    m_files.run(this, std::move(reading), [this, name, absolute](const asl::Result<Content>& content) {
        if (!content)
            return sayNotOpened(absolute, translated(content.error().message));
        const auto& found = (*content)->found;
        if (found && found->errors.empty() && name.machine.isEmpty() && found->machines.size() > 1)
            chooseMachine(*content);
        else
            openMachine(*content, name.machine, absolute);
    });
}

void MainWindow::sayNotOpened(const QString& name, const QString& why)
{
    m_recent.remove(name);
    say(tr("“%1” cannot be opened.").arg(QFileInfo(name).fileName()) + QLatin1Char('\n') + why);
}

/// A document that is open already is brought to the front.
bool MainWindow::showIfOpen(const QString& name)
{
    for (std::size_t i = 0; i < m_documents.size(); ++i) {
        if (m_documents[i]->definitionName() != name && m_documents[i]->workspace().definitionName() != name)
            continue;
        m_tabs->setCurrentIndex(static_cast<int>(i));
        return true;
    }
    return false;
}

void MainWindow::chooseMachine(const std::shared_ptr<const host::FileContent>& content)
{
    auto* dialog = new MachineDialog(QFileInfo(content->path).fileName(), content->found->machines, this);
    connect(dialog, &MachineDialog::chosen, this,
            [this, content](const QString& machine) { openMachine(content, machine, content->path + QLatin1Char('#') + machine); });
    dialog->open();
}

/// `name`: what somebody asked for. A template with one machine has its name at the end.
void MainWindow::openMachine(const std::shared_ptr<const host::FileContent>& content, const QString& machine, const QString& name)
{
    using Opened = std::pair<asl::Result<host::OpenedDefinition>, std::vector<RecordedRun>>;
    auto reading = [content, machine](std::stop_token) -> Opened {
        auto opened = host::definitionIn(*content, machine);
        if (!opened)
            return {opened.error(), {}};
        auto runs = recordedRunsBeside(opened->path);
        return {*std::move(opened), std::move(runs)};
    };
    m_files.run(this, std::move(reading), [this, content, name](Opened read) {
        auto& [opened, runs] = read;
        if (!opened)
            return sayNotOpened(name, placed(content->bytes, opened.error()));
        const QString definition = opened->machine.isEmpty() ? content->path : content->path + QLatin1Char('#') + opened->machine;
        if (showIfOpen(definition))
            return;
        // What the file's other documents know of it may be older.
        if (const auto file = fileOf(content->path); file && file->text != content->bytes && opened->document.snapshot()->region())
            return takeTemplate(file, content->bytes, [this, content, machine = opened->machine, name](bool taken) {
                if (taken)
                    openMachine(content, machine, name);
            });
        if (DocumentView* shown = documentOf(opened->path); shown && !opened->document.snapshot()->region()) {
            showIfOpen(shown->definitionName()); // another machine of the template has its definition in the same file
            shown->setSource({content, *opened});
            return takeTokens(*shown);
        }
        watch(opened->path);
        addDocument(DocumentSource{content, *std::move(opened)})->setRecordedRuns(std::move(runs));
        m_recent.add(definition);
    });
}

/// What the template says of tokens counts where the user has not said anything else; what only the service knows is asked for.
void MainWindow::takeTokens(DocumentView& document)
{
    const DocumentSource& source = document.source();
    asl::data::TokenValues values;
    if (!document.file()) // a record of a run brings its own
        values = document.workspace().tokenValues();
    Workspace::TokenOrigins origins;
    for (const auto& [name, value] : source.opened.values)
        if (!source.opened.functions.contains(name))
            values.emplace(name, value);
    for (const auto& [name, function] : source.opened.functions) {
        const auto standIn = source.opened.values.find(name);
        origins[name] = {toQString(function), standIn == source.opened.values.end() ? std::nullopt : std::optional(standIn->second)};
    }
    for (const auto& [name, value] : storedTokens(document.definitionName()))
        values.insert_or_assign(name, value);
    document.workspace().setTokenOrigins(std::move(origins));
    document.workspace().setTokenValues(std::move(values));
}

} // namespace designer

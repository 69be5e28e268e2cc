// MainWindow: opening runs that were saved.

#include "app/desktop/main_window.h"

#include "app/host/files.h"
#include "core/text/line_index.h"
#include "ui/support/qt_text.h"

#include <QFileInfo>

namespace designer {

namespace {

/// What was read of a record's file.
struct RecordFile
{
    std::shared_ptr<const asl::RunRecord> record; ///< null: `problem` says why
    std::optional<asl::Document> definition;
    asl::Message problem;
    std::optional<asl::LineColumn> place; ///< in the file
};

RecordFile readRecord(const QString& path)
{
    RecordFile file;
    const auto bytes = host::readFile(path);
    if (!bytes) {
        file.problem = bytes.error().message;
        return file;
    }
    auto record = asl::readRunRecord(*bytes);
    if (!record) {
        file.problem = record.error().message;
        if (const auto& range = record.error().range)
            file.place = asl::LineIndex(*bytes).at(*bytes, range->begin);
        return file;
    }
    auto definition = asl::Document::open(record->definition);
    if (!definition) {
        file.problem = definition.error().message;
        return file;
    }
    file.definition = *std::move(definition);
    file.record = std::make_shared<const asl::RunRecord>(std::move(record).value());
    return file;
}

} // namespace

/// Its definition becomes a new document that stands at the run's last moment.
void MainWindow::openRecord(const QString& path)
{
    m_files.run(this, [path](std::stop_token) { return readRecord(path); }, [this, path](const RecordFile& file) {
        const QString fileName = QFileInfo(path).fileName();
        if (!file.record) {
            const QString problem = translated(file.problem);
            return say(tr("“%1” cannot be opened.").arg(fileName) + QLatin1Char('\n')
                       + (file.place ? tr("Line %1, column %2: %3").arg(file.place->line).arg(file.place->column).arg(problem) : problem));
        }
        DocumentView* view = addDocument(*file.definition, fileName.section(u'.', 0, 0) + QStringLiteral(".asl.json"));
        view->workspace().setTokenValues(file.record->tokens);
        connect(view, &DocumentView::completed, view, [this, view, fileName, record = file.record] {
            auto* opening = new QObject(view); // until the run stands there, or is given up
            SimulationController& simulation = view->simulation();
            connect(&simulation, &SimulationController::refused, opening, [this, opening, fileName](const QString& message) {
                opening->deleteLater();
                say(tr("The run in “%1” cannot be gone through again.").arg(fileName) + QLatin1Char('\n') + message);
            });
            connect(&simulation, &SimulationController::viewChanged, opening, &QObject::deleteLater);
            simulation.openRecord(record);
        });
    });
}

} // namespace designer

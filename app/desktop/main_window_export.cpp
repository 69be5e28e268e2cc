// MainWindow: exporting the definition as strict JSON and as a picture.

#include "app/desktop/main_window.h"

#include "app/desktop/picture.h"
#include "app/desktop/status_line.h"
#include "app/host/files.h"
#include "core/document/export.h"
#include "ui/canvas/canvas_view.h"
#include "ui/support/qt_text.h"

#include <QFileDialog>
#include <QFileInfo>

namespace designer {

void MainWindow::exportJson(DocumentView& document)
{
    const auto& values = document.workspace().tokenValues();
    const auto json = asl::strictJson(*document.workspace().presentSnapshot(), values.empty() ? nullptr : &values);
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
            [file, options, snapshot = document.workspace().presentSnapshot(), fonts = DiagramFonts::current()](std::stop_token) -> asl::Result<void> {
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

} // namespace designer

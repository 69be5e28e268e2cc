#include "ui/simulator/folder_dialog.h"

#include "ui/simulator/folder_row.h"
#include "ui/support/labels.h"
#include "ui/workspace/simulation_controller.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace designer {

FolderDialog::FolderDialog(SimulationController& controller, const QString& reason, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Files of S3"));
    auto* why = new ThemedLabel(reason, FontRole::Body, Token::Text, this);
    why->setWordWrap(true);
    why->setTextInteractionFlags(Qt::TextSelectableByMouse); // a SHA-256 wants to be compared
    auto* note = new ThemedLabel(tr("Objects are files: of the bucket “b”, the key “k/x.csv” is b/k/x.csv in the folder. Nothing outside of it is read or written."),
                                 FontRole::Caption, Token::Text2, this);
    note->setWordWrap(true);
    auto* row = new FolderRow(controller, tr("None is chosen"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* run = new QPushButton(tr("Run"), this);
    run->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(run);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(why);
    column->addWidget(note);
    column->addWidget(row);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(480);

    const auto check = [run, &controller] { run->setEnabled(!controller.folder().isEmpty()); };
    connect(&controller, &SimulationController::folderChanged, this, check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(run, &QPushButton::clicked, this, [this, &controller] {
        accept();
        controller.retry();
    });
    check();
}

} // namespace designer

#include "ui/simulator/folder_row.h"

#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/workspace/simulation_controller.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace designer {

FolderRow::FolderRow(SimulationController& controller, const QString& purpose, QWidget* parent)
    : QWidget(parent), m_controller(controller), m_purpose(purpose), m_path(new ThemedLabel({}, FontRole::Caption, Token::Text2, this)),
      m_forget(iconButton(QStringLiteral("ui-close"), tr("Use no folder"), this))
{
    auto* choosing = new QPushButton(tr("Choose folder…"), this);
    choosing->setAutoDefault(false);
    m_path->setElideMode(Qt::ElideMiddle);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ThemedLabel(tr("Folder that stands for S3"), FontRole::Body, Token::Text, this));
    words->addWidget(m_path);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new GlyphLabel(QStringLiteral("svc-bucket"), 16, Token::Text2, this));
    row->addLayout(words, 1);
    row->addWidget(m_forget);
    row->addWidget(choosing);
    connect(choosing, &QPushButton::clicked, this, &FolderRow::choose);
    connect(m_forget, &QToolButton::clicked, this, [this] { m_controller.setFolder({}); });
    connect(&controller, &SimulationController::folderChanged, this, &FolderRow::refresh);
    refresh();
}

void FolderRow::refresh()
{
    const QString& folder = m_controller.folder();
    m_path->setText(folder.isEmpty() ? m_purpose : QDir::toNativeSeparators(folder));
    m_forget->setVisible(!folder.isEmpty());
    setToolTip(tr("Its sub-folders are the buckets. Nothing outside of it is read or written."));
}

void FolderRow::choose()
{
    auto* dialog = new QFileDialog(window(), tr("The folder that stands for S3"), m_controller.folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, &m_controller, [this](const QString& folder) { m_controller.setFolder(QDir::cleanPath(folder)); });
    dialog->open();
}

} // namespace designer

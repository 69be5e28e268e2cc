#pragma once
// FolderDialog: a run needs the folder that stands for S3, or another one: why, and the way out.

#include <QDialog>

namespace designer {

class SimulationController;

class FolderDialog final : public QDialog
{
    Q_OBJECT

public:
    FolderDialog(SimulationController& controller, const QString& reason, QWidget* parent);
};

} // namespace designer

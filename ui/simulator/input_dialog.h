#pragma once
// InputDialog: edits the execution input as JSON text, and chooses the folder that stands for S3 where a run can need one.

#include <QDialog>

namespace designer {

class JsonField;
class SimulationController;
class Workspace;

class InputDialog final : public QDialog
{
    Q_OBJECT

public:
    InputDialog(Workspace& workspace, SimulationController& controller, QWidget* parent);

private:
    bool keep();

    SimulationController& m_controller;
    JsonField* m_text;
};

} // namespace designer

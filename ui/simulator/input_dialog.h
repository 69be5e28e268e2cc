#pragma once
// InputDialog: edits the execution input as JSON text.

#include <QDialog>
#include <QPlainTextEdit>

namespace designer {

class SimulationController;
class ThemedLabel;

class InputDialog final : public QDialog
{
    Q_OBJECT

public:
    InputDialog(SimulationController& controller, QWidget* parent);

private:
    void check();
    void layOut();
    bool keep();

    SimulationController& m_controller;
    QPlainTextEdit* m_text;
    ThemedLabel* m_problem;
    QPushButton* m_run;
    QPushButton* m_keep;
};

} // namespace designer

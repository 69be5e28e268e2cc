#pragma once
// BreakpointDialog: when a breakpoint stops: at the entry or the end of its state, under a condition, from the nth visit on.

#include "core/model/state_path.h"
#include "ui/workspace/breakpoint_rule.h"

#include <QDialog>

class QComboBox;
class QCheckBox;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace designer {

class SimulationController;
class ThemedLabel;

class BreakpointDialog final : public QDialog
{
    Q_OBJECT

public:
    BreakpointDialog(SimulationController& controller, asl::StatePath state, QWidget* parent);

    void accept() override;

private:
    BreakpointRule entered() const;
    void check();

    SimulationController& m_controller;
    asl::StatePath m_state;
    QCheckBox* m_enabled;
    QComboBox* m_when;
    QLineEdit* m_condition;
    ThemedLabel* m_problem;
    QSpinBox* m_fromVisit;
    QPushButton* m_ok;
};

} // namespace designer

#pragma once
// BreakpointGroup: where the run stops, and how: the list of breakpoints, their conditions, and whether errors stop it.

#include "ui/simulator/group_head.h"

#include "core/model/state_path.h"

#include <vector>

class QCheckBox;

namespace designer {

class RowList;
class SimulationController;
class Workspace;

class BreakpointGroup final : public QWidget
{
    Q_OBJECT

public:
    BreakpointGroup(Workspace& workspace, SimulationController& controller, QWidget* parent = nullptr);

private:
    void refresh();
    void editCurrent();

    Workspace& m_workspace;
    SimulationController& m_controller;
    GroupHead* m_head;
    RowList* m_rows;
    ThemedLabel* m_none;
    QToolButton* m_add;
    QToolButton* m_edit;
    QCheckBox* m_onErrors;
    std::vector<asl::StatePath> m_paths;
};

} // namespace designer

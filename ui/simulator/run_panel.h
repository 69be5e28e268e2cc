#pragma once
// RunPanel: where a run stands and what it waits for: active places, open tasks with their answers, breakpoints.

#include "ui/support/labels.h"
#include "ui/workspace/simulation_controller.h"

namespace designer {

class Workspace;

class RunPanel final : public GroundWidget
{
    Q_OBJECT

public:
    RunPanel(Workspace& workspace, SimulationController& controller, QWidget* parent = nullptr);
    ~RunPanel() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace designer

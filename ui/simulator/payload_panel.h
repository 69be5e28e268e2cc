#pragma once
// PayloadPanel: the data of the selected visit: its stages on a rail, the value of one as a tree with what changed, its
// size, and variables, context and error below.

#include "ui/support/labels.h"
#include "ui/workspace/simulation_controller.h"

namespace designer {

class Workspace;

class PayloadPanel final : public GroundWidget
{
    Q_OBJECT

public:
    PayloadPanel(Workspace& workspace, SimulationController& controller, QWidget* parent = nullptr);
    ~PayloadPanel() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace designer

#pragma once
// TimelinePanel: the run over time: a bar per visit at the left, the history events at the right. A click goes back to that
// moment.

#include "ui/support/labels.h"
#include "ui/workspace/simulation_controller.h"

namespace designer {

class Workspace;

class TimelinePanel final : public GroundWidget
{
    Q_OBJECT

public:
    TimelinePanel(Workspace& workspace, SimulationController& controller, QWidget* parent = nullptr);
    ~TimelinePanel() override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace designer

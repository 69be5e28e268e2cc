#pragma once
// InspectorPanel: the form of what is selected: a state, or the workflow itself. Built from the language table.

#include "ui/support/labels.h"
#include "ui/workspace/workspace.h"

#include <memory>

namespace designer {

class SimulationController;

class InspectorPanel final : public GroundWidget
{
    Q_OBJECT

public:
    /// `simulation`: whose last run gives the fields' live values.
    InspectorPanel(Workspace& workspace, SimulationController& simulation, QWidget* parent = nullptr);
    ~InspectorPanel() override;

    QSize sizeHint() const override { return {336, 600}; }

public slots:
    /// Opens the name of the selected state for editing.
    void startRenaming();
    /// Writes what is being typed into the document, as leaving the field would.
    void commitPending();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace designer

#pragma once
// ValueEditing: which values of a resting run can be changed by hand, and asking for the new ones.

#include "ui/simulator/data_part.h"
#include "ui/workspace/simulation_controller.h"

class QWidget;

namespace designer {

class ValueEditing
{
public:
    ValueEditing(SimulationController& controller, QWidget& panel) : m_controller(controller), m_panel(panel) {}

    /// The visit as a place where the run rests; null: it is none.
    const asl::ActivePlace* placeOf(asl::VisitId visit) const;
    void editInput(asl::VisitId visit, const DataPart& part);
    /// The outermost step of the part is the variable: "$name".
    void editVariable(asl::VisitId visit, const DataPart& part);

private:
    void askFor(const DataPart& part, std::function<void(const asl::Data& whole)> take);

    SimulationController& m_controller;
    QWidget& m_panel;
};

} // namespace designer

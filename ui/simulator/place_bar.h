#pragma once
// PlaceBar: of several places where a run stands, the one whose data a panel shows. Hidden while there is only one.

#include <QWidget>

#include <vector>

class QComboBox;

namespace designer {

class SimulationController;
class Workspace;

class PlaceBar final : public QWidget
{
    Q_OBJECT

public:
    PlaceBar(Workspace& workspace, SimulationController& controller, QWidget* parent);

    void refresh();

private:
    void choose(int index);

    Workspace& m_workspace;
    SimulationController& m_controller;
    QComboBox* m_places;
    std::vector<quint32> m_visits; ///< by entry after the first
};

} // namespace designer

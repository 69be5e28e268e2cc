#pragma once
// AnswerGroup: the answers that were kept for tasks, and forgetting them again.

#include "ui/simulator/group_head.h"

#include <string>
#include <vector>

namespace designer {

class RowList;
class SimulationController;

class AnswerGroup final : public QWidget
{
    Q_OBJECT

public:
    AnswerGroup(SimulationController& controller, QWidget* parent = nullptr);

private:
    void refresh();
    void copyAsMockFile();

    SimulationController& m_controller;
    GroupHead* m_head;
    RowList* m_rows;
    std::vector<std::string> m_states;
};

} // namespace designer

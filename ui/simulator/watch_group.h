#pragma once
// WatchGroup: expressions whose values at the selected visit are kept in sight.

#include "ui/simulator/group_head.h"

#include <vector>

class QLineEdit;

namespace designer {

class RowList;
class SimulationController;
class Workspace;

class WatchGroup final : public QWidget
{
    Q_OBJECT

public:
    WatchGroup(Workspace& workspace, SimulationController& controller, QWidget* parent = nullptr);

    const QStringList& expressions() const;
    /// False when the expression cannot be understood; it is said why, and nothing is added.
    bool add(const QString& expression);
    void remove(int row);

public slots:
    void refresh(); ///< evaluates again, on the analysis lane

private:
    struct Value
    {
        QString text;
        QColor ink;
    };
    void showRows(const std::vector<Value>& values);
    void addTyped();

    Workspace& m_workspace;
    SimulationController& m_controller;
    GroupHead* m_head;
    RowList* m_rows;
    QLineEdit* m_field;
    ThemedLabel* m_problem;
};

} // namespace designer

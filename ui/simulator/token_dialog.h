#pragma once
// TokenDialog: asks for the values of ${Tokens} that a run needs.

#include <QDialog>
#include <QLineEdit>
#include <QStringList>

#include <vector>

namespace designer {

class SimulationController;
class Workspace;

class TokenDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `needed` come first; tokens that have a value can be changed as well.
    TokenDialog(Workspace& workspace, SimulationController& controller, const QStringList& needed, QWidget* parent);

private:
    void check();
    void runWithValues();

    Workspace& m_workspace;
    SimulationController& m_controller;
    QStringList m_names;
    std::vector<QLineEdit*> m_fields;
    QPushButton* m_run;
};

} // namespace designer

#pragma once
// MachineDialog: which machine of a template to open.

#include "core/document/template.h"

#include <QDialog>

namespace designer {

/// "Express · statemachine/orders.asl.json"; why the machine cannot be opened, if so.
QString machineRemark(const asl::TemplateMachine& machine);

class MachineDialog final : public QDialog
{
    Q_OBJECT

public:
    MachineDialog(const QString& fileName, const std::vector<asl::TemplateMachine>& machines, QWidget* parent);

signals:
    void chosen(const QString& machine);
};

} // namespace designer

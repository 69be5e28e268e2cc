#pragma once
// SwitchedOffDialog: the rules of the checks that are switched off for this document, to bring them back.

#include "core/validation/rule_info.h"

#include <QDialog>

namespace designer {

class Workspace;

std::vector<const asl::RuleInfo*> switchedOffRules(const Workspace& workspace);
void switchRule(Workspace& workspace, std::string_view rule, bool on);

class SwitchedOffDialog final : public QDialog
{
    Q_OBJECT

public:
    SwitchedOffDialog(Workspace& workspace, QWidget* parent);
};

} // namespace designer

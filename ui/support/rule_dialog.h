#pragma once
// RuleDialog: the page of help of a rule, in the language of the window, with its examples.

#include "core/validation/rule_info.h"

#include <QDialog>

class QVBoxLayout;

namespace designer {

class RuleDialog final : public QDialog
{
    Q_OBJECT

public:
    RuleDialog(const asl::RuleInfo& rule, QWidget* parent);

private:
    void addExamples(QVBoxLayout* page, const QString& caption, const std::vector<std::string_view>& examples);
};

} // namespace designer

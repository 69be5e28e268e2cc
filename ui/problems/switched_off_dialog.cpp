#include "ui/problems/switched_off_dialog.h"

#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/rule_dialog.h"
#include "ui/support/severity.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace designer {

namespace {

QString titleOf(const asl::RuleInfo& rule)
{
    return toQString(asl::explanationOf(rule, toUtf8(QLocale::languageToCode(QLocale().language()))).title).remove(u'`');
}

const asl::RuleInfo* ruleOf(const QListWidgetItem* item)
{
    return item ? asl::validationRule(toUtf8(item->data(Qt::UserRole).toString())) : nullptr;
}

} // namespace

std::vector<const asl::RuleInfo*> switchedOffRules(const Workspace& workspace)
{
    std::vector<const asl::RuleInfo*> rules;
    for (const std::string& name : workspace.validateOptions().disabled)
        if (const asl::RuleInfo* rule = asl::validationRule(name))
            rules.push_back(rule);
    return rules;
}

void switchRule(Workspace& workspace, std::string_view rule, bool on)
{
    asl::ValidateOptions options = workspace.validateOptions();
    const auto known = std::find(options.disabled.begin(), options.disabled.end(), rule);
    if ((known == options.disabled.end()) == on)
        return;
    if (on)
        options.disabled.erase(known);
    else
        options.disabled.emplace_back(rule);
    workspace.setValidateOptions(std::move(options));
}

SwitchedOffDialog::SwitchedOffDialog(Workspace& workspace, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Switched-off rules"));
    auto* note = new ThemedLabel(tr("Tick a rule to bring it back. What is switched off for this file stands in your settings, never in the file."),
                                 FontRole::Body, Token::Text2, this);
    note->setWordWrap(true);
    auto* list = new QListWidget(this);
    list->setAccessibleName(windowTitle());
    for (const asl::RuleInfo* rule : switchedOffRules(workspace)) {
        auto* item = new QListWidgetItem(icon(severityGlyph(rule->severity), severityToken(rule->severity)), titleOf(*rule), list);
        item->setData(Qt::UserRole, toQString(rule->name));
        item->setToolTip(toQString(rule->name));
        item->setCheckState(Qt::Unchecked);
    }
    auto* about = new QPushButton(tr("About the rule"), this);
    about->setAutoDefault(false);
    about->setEnabled(list->count() > 0);
    auto* close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(about);
    buttons->addStretch();
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(note);
    column->addWidget(list, 1);
    column->addLayout(buttons);
    resize(480, 320);

    connect(list, &QListWidget::itemChanged, this, [&workspace](QListWidgetItem* item) {
        switchRule(workspace, toUtf8(item->data(Qt::UserRole).toString()), item->checkState() == Qt::Checked);
    });
    connect(about, &QPushButton::clicked, this, [this, list] {
        if (const asl::RuleInfo* rule = ruleOf(list->currentItem()))
            (new RuleDialog(*rule, this))->show();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    list->setCurrentRow(0);
    list->setFocus();
}

} // namespace designer

#include "ui/simulator/breakpoint_dialog.h"

#include "core/execution/watch.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/simulation_controller.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace designer {

BreakpointDialog::BreakpointDialog(SimulationController& controller, asl::StatePath state, QWidget* parent)
    : QDialog(parent), m_controller(controller), m_state(std::move(state)), m_enabled(new QCheckBox(tr("Stop here"), this)), m_when(new QComboBox(this)),
      m_condition(new QLineEdit(this)), m_problem(new ThemedLabel({}, FontRole::Caption, Token::Err, this)), m_fromVisit(new QSpinBox(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Breakpoint at %1").arg(toQString(m_state.name)));
    setMinimumWidth(460);
    const BreakpointRule rule = controller.breakpoint(m_state);
    m_enabled->setChecked(rule.enabled);
    m_when->addItems({tr("On entry, before anything is computed"), tr("At its end, when its output is known")});
    m_when->setCurrentIndex(rule.when == BreakpointRule::When::Entry ? 0 : 1);
    m_when->setAccessibleName(tr("When it stops"));
    m_condition->setText(toQString(rule.condition));
    m_condition->setFont(designer::font(FontRole::Code));
    m_condition->setPlaceholderText(QStringLiteral("$.Code = \"subnet-public.yml\""));
    m_condition->setAccessibleName(tr("Condition, in JSONata"));
    m_condition->setProperty(UndoKeys::keepsProperty, true);
    m_problem->setWordWrap(true);
    m_fromVisit->setRange(1, 1'000'000);
    m_fromVisit->setValue(static_cast<int>(rule.fromVisit));
    m_fromVisit->setAccessibleName(tr("First visit at which it stops"));
    auto* note = new ThemedLabel(tr("JSONata: $ is the state's input, $name a variable; $states has input, result, output and context. Empty: always."),
                                 FontRole::Caption, Token::Text2, this);
    note->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);

    auto* form = new QFormLayout;
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(m_enabled);
    form->addRow(tr("When"), m_when);
    form->addRow(tr("Condition"), m_condition);
    form->addRow(QString(), m_problem);
    form->addRow(QString(), note);
    form->addRow(tr("From visit"), m_fromVisit);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(form);
    column->addStretch();
    column->addWidget(buttons);

    connect(m_condition, &QLineEdit::textChanged, this, &BreakpointDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, &BreakpointDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &BreakpointDialog::reject);
    check();
    m_condition->setFocus();
}

BreakpointRule BreakpointDialog::entered() const
{
    return {m_enabled->isChecked(), m_when->currentIndex() == 0 ? BreakpointRule::When::Entry : BreakpointRule::When::Exit,
            toUtf8(m_condition->text().trimmed()), static_cast<std::uint32_t>(m_fromVisit->value())};
}

void BreakpointDialog::check()
{
    const std::string condition = entered().condition;
    const auto compiled = condition.empty() ? asl::Result<void>() : [&condition]() -> asl::Result<void> {
        const auto result = asl::WatchExpression::compile(condition);
        return result ? asl::Result<void>() : asl::Result<void>(result.error());
    }();
    m_problem->setText(compiled ? QString() : translated(compiled.error().message));
    m_problem->setVisible(!compiled);
    m_condition->setProperty(errorProperty, !compiled);
    m_condition->update();
    m_ok->setEnabled(bool(compiled));
}

void BreakpointDialog::accept()
{
    m_controller.setBreakpoint(m_state, entered());
    QDialog::accept();
}

} // namespace designer

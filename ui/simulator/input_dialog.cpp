#include "ui/simulator/input_dialog.h"

#include "ui/simulator/folder_row.h"
#include "ui/simulator/json_field.h"
#include "ui/support/labels.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace designer {

InputDialog::InputDialog(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : QDialog(parent), m_controller(controller), m_text(new JsonField(tr("Execution input"), controller.inputText(), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Execution input"));
    auto* format = new LinkButton(tr("Lay out"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* keeping = new QPushButton(tr("Keep"), this);
    auto* run = new QPushButton(tr("Run"), this);
    run->setDefault(true);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(format);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(keeping);
    buttons->addWidget(run);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(new ThemedLabel(tr("What the first state gets, as JSON"), FontRole::Body, Token::Text2, this));
    column->addWidget(m_text, 1);
    if (const FileUse use = fileUseOf(*workspace.snapshot()); use.reader || use.writes || !controller.folder().isEmpty()) {
        column->addWidget(new FolderRow(controller, use.reader ? tr("None: the ItemReader needs one") : tr("None: what a ResultWriter writes goes nowhere"), this));
        column->addSpacing(4);
    }
    column->addLayout(buttons);
    resize(520, 420);

    for (QPushButton* button : {keeping, run}) {
        connect(m_text, &JsonField::checked, button, &QPushButton::setEnabled);
        button->setEnabled(m_text->value().hasValue());
    }
    connect(format, &LinkButton::clicked, m_text, &JsonField::layOut);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(keeping, &QPushButton::clicked, this, [this] {
        if (keep())
            accept();
    });
    connect(run, &QPushButton::clicked, this, [this] {
        if (!keep())
            return;
        accept();
        m_controller.restart();
    });
    m_text->setFocus();
}

bool InputDialog::keep()
{
    if (!m_text->value())
        return false;
    m_controller.setInputText(m_text->text());
    return true;
}

} // namespace designer

#include "ui/simulator/token_dialog.h"

#include "core/data/json.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QFormLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace designer {

namespace {

/// A JSON value as typed, anything else as text: 3 is a number, abc and "3" are strings.
asl::Data valueOf(const QString& typed)
{
    asl::Result<asl::Data> value = asl::data::parse(toUtf8(typed));
    return value ? *std::move(value) : asl::Data::string(toUtf8(typed));
}

QString typedFor(const asl::Data& value)
{
    if (value.isString() && !asl::data::parse(value.text()))
        return toQString(value.text());
    return toQString(asl::data::toJson(value));
}

} // namespace

TokenDialog::TokenDialog(Workspace& workspace, SimulationController& controller, const QStringList& needed, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_controller(controller), m_names(needed), m_run(new QPushButton(tr("Run"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Values for tokens"));
    for (const auto& [name, value] : workspace.tokenValues())
        if (!m_names.contains(toQString(name)))
            m_names.append(toQString(name));

    auto* content = new QWidget;
    auto* form = new QFormLayout(content);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const QString& name : m_names) {
        auto* field = new QLineEdit(content);
        field->setProperty(UndoKeys::keepsProperty, true);
        field->setPlaceholderText(tr("Text, number or JSON"));
        const auto known = workspace.tokenValues().find(toUtf8(name));
        const auto origin = workspace.tokenOrigins().find(toUtf8(name));
        if (known != workspace.tokenValues().end())
            field->setText(typedFor(known->second));
        else if (origin != workspace.tokenOrigins().end() && origin->second.standIn)
            field->setText(typedFor(*origin->second.standIn));
        auto* label = new ThemedLabel(QStringLiteral("${%1}").arg(name), FontRole::Code, Token::SExpr, content);
        label->setBuddy(field);
        field->setAccessibleName(name);
        if (origin == workspace.tokenOrigins().end()) {
            form->addRow(label, field);
        } else { // what the service knows, and a value of its kind
            auto* cell = new QVBoxLayout;
            cell->setSpacing(2);
            cell->addWidget(field);
            auto* function = new ThemedLabel(tr("%1 in the template, known when it is deployed").arg(origin->second.function), FontRole::Caption, Token::Text2, content);
            function->setElideMode(Qt::ElideMiddle);
            function->setToolTip(origin->second.function);
            cell->addWidget(function);
            form->addRow(label, cell);
        }
        m_fields.push_back(field);
        connect(field, &QLineEdit::textChanged, this, &TokenDialog::check);
    }
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto* note = new ThemedLabel(tr("The run needs values for these tokens. They are kept in your settings, never in the file."), FontRole::Body, Token::Text2, this);
    note->setWordWrap(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_run->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_run);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(note);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    resize(460, std::min(480, 160 + 36 * static_cast<int>(m_fields.size())));

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_run, &QPushButton::clicked, this, &TokenDialog::runWithValues);
    check();
    if (!m_fields.empty())
        m_fields.front()->setFocus();
}

void TokenDialog::check()
{
    const bool complete = std::none_of(m_fields.begin(), m_fields.end(), [](const QLineEdit* field) { return field->text().isEmpty(); });
    m_run->setEnabled(complete);
}

void TokenDialog::runWithValues()
{
    asl::data::TokenValues values = m_workspace.tokenValues();
    for (qsizetype i = 0; i < m_names.size(); ++i)
        values[toUtf8(m_names[i])] = valueOf(m_fields[static_cast<std::size_t>(i)]->text());
    m_workspace.setTokenValues(std::move(values));
    accept();
    m_controller.retry();
}

} // namespace designer

#include "ui/simulator/value_dialog.h"

#include "core/data/json.h"
#include "ui/simulator/json_field.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace designer {

ValueDialog::ValueDialog(const QString& title, const asl::Data& value, QWidget* parent)
    : QDialog(parent), m_text(new JsonField(title, toQString(asl::data::toJson(value, asl::data::Layout::Indented)), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit value"));
    auto* name = new ThemedLabel(title, FontRole::Code, Token::Text, this);
    name->setElideMode(Qt::ElideMiddle);
    auto* note = new ThemedLabel(tr("The run goes on with this value. What was changed by hand is marked, and is no event of the history."),
                                 FontRole::Caption, Token::Text2, this);
    note->setWordWrap(true);
    auto* format = new LinkButton(tr("Lay out"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    auto* change = new QPushButton(tr("Change"), this);
    change->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(format);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(change);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(name);
    column->addWidget(m_text, 1);
    column->addWidget(note);
    column->addLayout(buttons);
    resize(480, value.isObject() || value.isArray() ? 380 : 260);

    connect(m_text, &JsonField::checked, change, &QPushButton::setEnabled);
    connect(format, &LinkButton::clicked, m_text, &JsonField::layOut);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(change, &QPushButton::clicked, this, [this, value] {
        const asl::Data now = *m_text->value();
        accept();
        if (!(now == value))
            emit entered(now);
    });
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this), &QShortcut::activated, change, &QPushButton::click);
    m_text->setFocus();
}

} // namespace designer

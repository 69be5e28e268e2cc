#include "ui/simulator/input_dialog.h"

#include "core/data/json.h"
#include "core/text/line_index.h"
#include "core/text/text_style.h"
#include "ui/support/code_preview.h"
#include "ui/support/json_highlighter.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/style.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/simulation_controller.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace designer {

InputDialog::InputDialog(SimulationController& controller, QWidget* parent)
    : QDialog(parent), m_controller(controller), m_text(new QPlainTextEdit(this)),
      m_problem(new ThemedLabel({}, FontRole::Caption, Token::Err, this)), m_run(new QPushButton(tr("Run"), this)),
      m_keep(new QPushButton(tr("Keep"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Execution input"));
    m_text->setProperty(fieldProperty, true);
    m_text->setProperty(UndoKeys::keepsProperty, true);
    m_text->setAccessibleName(windowTitle());
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    useCodeFont(*m_text);
    new JsonHighlighter(m_text->document());
    m_text->setPlainText(controller.inputText());
    m_problem->setElideMode(Qt::ElideRight);
    auto* format = new LinkButton(tr("Lay out"), this);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    m_run->setDefault(true);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(format);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_keep);
    buttons->addWidget(m_run);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(new ThemedLabel(tr("What the first state gets, as JSON"), FontRole::Body, Token::Text2, this));
    column->addWidget(m_text, 1);
    column->addWidget(m_problem);
    column->addLayout(buttons);
    resize(520, 420);

    connect(m_text, &QPlainTextEdit::textChanged, this, &InputDialog::check);
    connect(format, &LinkButton::clicked, this, &InputDialog::layOut);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        if (keep())
            accept();
    });
    connect(m_run, &QPushButton::clicked, this, [this] {
        if (!keep())
            return;
        accept();
        m_controller.restart();
    });
    check();
    m_text->setFocus();
}

void InputDialog::check()
{
    const std::string text = toUtf8(m_text->toPlainText());
    const asl::Result<asl::Data> value = asl::data::parse(text);
    m_run->setEnabled(value.hasValue());
    m_keep->setEnabled(value.hasValue());
    if (value) {
        m_problem->setText({});
        return;
    }
    const QString message = translated(value.error().message);
    if (!value.error().range) {
        m_problem->setText(message);
        return;
    }
    const asl::LineColumn place = asl::LineIndex(text).at(text, value.error().range->begin);
    m_problem->setText(tr("Line %1, column %2: %3").arg(place.line).arg(place.column).arg(message));
}

void InputDialog::layOut()
{
    const std::string text = toUtf8(m_text->toPlainText());
    if (asl::data::parse(text))
        m_text->setPlainText(toQString(asl::formatted(text, {}, {})));
}

bool InputDialog::keep()
{
    if (!m_run->isEnabled())
        return false;
    m_controller.setInputText(m_text->toPlainText());
    return true;
}

} // namespace designer

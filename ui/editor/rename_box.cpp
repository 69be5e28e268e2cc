#include "ui/editor/rename_box.h"

#include "ui/support/labels.h"
#include "ui/support/style.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int boxWidth = 340;

} // namespace

RenameBox::RenameBox(const QString& name, QWidget* parent)
    : FloatingFrame(parent, Qt::Popup), m_field(new QLineEdit(name, this)), m_problem(new ThemedLabel({}, FontRole::Caption, Token::Err, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_field->setAccessibleName(tr("New name"));
    m_field->setFont(designer::font(FontRole::Code));
    m_field->selectAll();
    m_problem->setWordWrap(true);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(4);
    column->addWidget(new ThemedLabel(tr("New name"), FontRole::Caption, Token::Text2, this));
    column->addWidget(m_field);
    column->addWidget(m_problem);
    setFixedWidth(boxWidth);
    setFocusProxy(m_field);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { emit entered(m_field->text()); });
    connect(m_field, &QLineEdit::textEdited, this, [this] { setProblem({}); });
}

void RenameBox::openAt(const QRect& word)
{
    adjustSize();
    placeAt(word);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

QString RenameBox::problem() const { return m_problem->text(); }

void RenameBox::setProblem(const QString& reason)
{
    m_field->setProperty(errorProperty, !reason.isEmpty());
    m_field->update();
    m_problem->setText(reason);
    m_problem->setVisible(!reason.isEmpty());
    setFixedHeight(layout()->heightForWidth(boxWidth));
}

} // namespace designer

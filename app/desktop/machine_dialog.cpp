#include "app/desktop/machine_dialog.h"

#include "app/desktop/row_button.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int rowHeight = 52;
constexpr int glyphSize = 20;
constexpr int mostRowsShown = 8;

class MachineRow final : public RowButton
{
public:
    MachineRow(const asl::TemplateMachine& machine, QWidget* parent)
        : RowButton(rowHeight, parent), m_name(toQString(machine.name)), m_remark(machineRemark(machine))
    {
        setEnabled(!machine.problem);
        setAccessibleName(m_name);
        setAccessibleDescription(m_remark);
        setToolTip(m_remark);
    }

protected:
    void paintContent(QPainter& painter, const QRect& rect) const override
    {
        const Token ink = isEnabled() ? Token::Text : Token::Text2;
        const QRect icon(rect.left(), rect.center().y() - glyphSize / 2 + 1, glyphSize, glyphSize);
        painter.drawPixmap(icon, glyph(isEnabled() ? QStringLiteral("svc-workflow") : QStringLiteral("problem-warning"), glyphSize,
                                       color(isEnabled() ? Token::Text2 : Token::Warn), devicePixelRatioF()));
        const QRect texts = rect.adjusted(glyphSize + 12, 0, 0, 0);
        const int line = Theme::current().height(20);
        const int middle = texts.center().y() + 1;
        const auto put = [&](FontRole role, Token token, int top, const QString& text) {
            painter.setFont(designer::font(role));
            painter.setPen(color(token));
            painter.drawText(QRect(texts.left(), top, texts.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                             painter.fontMetrics().elidedText(text, Qt::ElideRight, texts.width()));
        };
        put(FontRole::Body, ink, middle - line, m_name);
        put(FontRole::Caption, Token::Text2, middle, m_remark);
    }

private:
    QString m_name;
    QString m_remark;
};

} // namespace

QString machineRemark(const asl::TemplateMachine& machine)
{
    if (machine.problem)
        return translated(machine.problem->message);
    const QString type = machine.express ? MachineDialog::tr("Express") : MachineDialog::tr("Standard");
    if (!machine.file.empty())
        return MachineDialog::tr("%1 · %2").arg(type, toQString(machine.file));
    if (machine.region->whyReadOnly())
        return MachineDialog::tr("%1 · read-only").arg(type);
    return type;
}

MachineDialog::MachineDialog(const QString& fileName, const std::vector<asl::TemplateMachine>& machines, QWidget* parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Open a state machine"));
    auto* rows = new QWidget;
    auto* list = new QVBoxLayout(rows);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    for (const asl::TemplateMachine& machine : machines) {
        auto* row = new MachineRow(machine, rows);
        connect(row, &QAbstractButton::clicked, this, [this, name = toQString(machine.name)] {
            accept();
            emit chosen(name);
        });
        list->addWidget(row);
    }
    list->addStretch();
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(rows);
    auto* question = new ThemedLabel(tr("%1 has several state machines. Which one do you want to see?").arg(fileName), FontRole::Body, Token::Text, this);
    question->setWordWrap(true);
    question->setContentsMargins(12, 0, 12, 0);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(12, 0, 12, 0);
    buttons->addStretch();
    buttons->addWidget(cancel);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 16, 4, 16);
    column->setSpacing(12);
    column->addWidget(question);
    column->addWidget(scroll, 1);
    column->addLayout(buttons);
    const int shown = std::min(static_cast<int>(machines.size()), mostRowsShown);
    resize(460, 120 + shown * Theme::current().height(rowHeight));
    for (QWidget* row : rows->findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        if (row->isEnabled()) {
            row->setFocus();
            return;
        }
}

} // namespace designer

#include "ui/simulator/task_answer_box.h"

#include "core/data/json.h"
#include "core/language/language.h"
#include "core/model/labels.h"
#include "ui/simulator/run_words.h"
#include "ui/support/code_preview.h"
#include "ui/support/json_highlighter.h"
#include "ui/support/qt_text.h"
#include "ui/support/segmented_control.h"
#include "ui/support/style.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/simulation_controller.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int valueLines = 7;

/// A field for JSON or text that is no part of the document.
QPlainTextEdit* textField(const QString& name, int lines, QWidget* parent)
{
    auto* field = new QPlainTextEdit(parent);
    field->setAccessibleName(name);
    field->setProperty(fieldProperty, true);
    field->setProperty(UndoKeys::keepsProperty, true);
    field->setTabChangesFocus(true);
    field->setFixedHeight(lines * 18 + 12);
    return field;
}

} // namespace

TaskAnswerBox::TaskAnswerBox(SimulationController& controller, QWidget* parent)
    : QWidget(parent), m_controller(controller), m_title(new ThemedLabel({}, FontRole::BodyStrong, Token::Text, this)),
      m_caption(new ThemedLabel({}, FontRole::Caption, Token::Text2, this)),
      m_kind(new SegmentedControl({tr("Succeed with"), tr("Fail with")}, this)), m_pages(new QStackedWidget(this)),
      m_value(textField(tr("Value that the task returns"), valueLines, this)), m_problem(new ThemedLabel({}, FontRole::Caption, Token::Err, this)),
      m_error(new QComboBox(this)), m_cause(textField(tr("Cause"), 3, this)), m_keep(new QCheckBox(tr("Keep this answer"), this)), m_answer(new QPushButton(tr("Answer"), this)),
      m_answerAll(new LinkButton(tr("All open tasks return their event"), this))
{
    m_title->setElideMode(Qt::ElideRight);
    m_caption->setElideMode(Qt::ElideMiddle);
    m_problem->setElideMode(Qt::ElideRight);
    useCodeFont(*m_value);
    new JsonHighlighter(m_value->document());
    m_value->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_error->setEditable(true);
    m_error->setAccessibleName(tr("Error name"));
    m_error->lineEdit()->setProperty(UndoKeys::keepsProperty, true);
    m_cause->setPlaceholderText(tr("Cause (optional)"));
    m_answerAll->setGlyph(QStringLiteral("sim-mock"));
    m_answerAll->setToolTip(tr("Those that are open, and those that come until the run ends"));

    auto* success = new QWidget(m_pages);
    auto* successColumn = new QVBoxLayout(success);
    successColumn->setContentsMargins(0, 0, 0, 0);
    successColumn->setSpacing(4);
    successColumn->addWidget(m_value);
    auto* failure = new QWidget(m_pages);
    auto* failureColumn = new QVBoxLayout(failure);
    failureColumn->setContentsMargins(0, 0, 0, 0);
    failureColumn->setSpacing(8);
    failureColumn->addWidget(m_error);
    failureColumn->addWidget(m_cause);
    failureColumn->addStretch();
    m_pages->addWidget(success);
    m_pages->addWidget(failure);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_problem, 1);
    buttons->addWidget(m_answer);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    auto* head = new QVBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_title);
    head->addWidget(m_caption);
    column->addLayout(head);
    column->addWidget(m_kind);
    column->addWidget(m_pages);
    m_keep->setToolTip(tr("Every further task of this state is answered like this"));
    column->addWidget(m_keep);
    column->addLayout(buttons);
    column->addWidget(m_answerAll);

    connect(m_kind, &SegmentedControl::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_kind, &SegmentedControl::currentChanged, this, &TaskAnswerBox::checkValue);
    connect(m_value, &QPlainTextEdit::textChanged, this, &TaskAnswerBox::checkValue);
    connect(m_answer, &QPushButton::clicked, this, &TaskAnswerBox::answer);
    connect(m_answerAll, &LinkButton::clicked, &m_controller, &SimulationController::answerAllTasksWithTheirEvent);
}

void TaskAnswerBox::show(const asl::RunView& view, const asl::PendingTask& task)
{
    if (m_request.id == task.id && m_request.attempt == task.attempt && m_request.event == task.event)
        return;
    const asl::VisitRecord& visit = (*view.visits)[task.visit];
    m_request = {task.id, visit.path.name, visit.iteration, task.attempt, task.resource, task.event};
    m_title->setText(visitTitle(visit));
    const QString called = translated(asl::resourceTitle(task.resource));
    m_caption->setText(task.attempt > 1 ? tr("%1 · attempt %2").arg(called).arg(task.attempt) : called);
    m_kind->setCurrentIndex(0);
    m_value->setPlainText(toQString(asl::data::toJson(asl::functionEvent(m_request), asl::data::Layout::Indented)));
    m_cause->clear();
    m_keep->setChecked(false);
    offerErrors(view, visit);
    checkValue();
}

/// The errors that the state handles come first.
void TaskAnswerBox::offerErrors(const asl::RunView& view, const asl::VisitRecord& visit)
{
    QStringList names;
    const asl::SyntaxTree& tree = view.snapshot->tree();
    if (visit.state != asl::noId) {
        const asl::NodeId state = view.snapshot->machine().state(visit.state).node;
        for (const char* field : {"Retry", "Catch"}) {
            const asl::NodeId handlers = tree.find(state, field);
            if (handlers == asl::noNode)
                continue;
            for (const asl::NodeId handler : tree.children(handlers)) {
                const asl::NodeId errors = tree.find(handler, "ErrorEquals");
                if (errors == asl::noNode)
                    continue;
                for (const asl::NodeId error : tree.children(errors))
                    names.append(toQString(tree.stringValue(error)));
            }
        }
    }
    for (const asl::ErrorName& reserved : asl::reservedErrorNames())
        names.append(toQString(reserved.name));
    names.removeAll(QStringLiteral("States.ALL")); // stands for others, is none itself
    names.removeDuplicates();
    m_error->clear();
    m_error->addItems(names);
    const int usual = m_error->findText(QStringLiteral("States.TaskFailed"));
    const bool handled = !names.isEmpty() && !names.first().startsWith(QLatin1String("States."));
    m_error->setCurrentIndex(handled ? 0 : std::max(usual, 0));
}

void TaskAnswerBox::checkValue()
{
    const bool succeeds = m_kind->currentIndex() == 0;
    const asl::Result<asl::Data> value = asl::data::parse(toUtf8(m_value->toPlainText()));
    m_problem->setText(value || !succeeds ? QString() : translated(value.error().message));
    m_answer->setEnabled(!succeeds || value);
}

void TaskAnswerBox::answer()
{
    if (m_kind->currentIndex() == 0) {
        asl::Result<asl::Data> value = asl::data::parse(toUtf8(m_value->toPlainText()));
        if (value)
            give(asl::TaskSuccess{asl::functionResult(m_request, *std::move(value))});
        return;
    }
    asl::Failure failure;
    failure.error = toUtf8(m_error->currentText());
    if (const QString cause = m_cause->toPlainText(); !cause.isEmpty())
        failure.cause = toUtf8(cause);
    give(failure);
}

void TaskAnswerBox::give(const asl::TaskOutcome& outcome)
{
    if (m_keep->isChecked())
        m_controller.keepAnswer(m_request.state, outcome); // answers this one as well
    else
        m_controller.answerTask(m_request.id, outcome);
}

void TaskAnswerBox::forget()
{
    m_request = {};
}

void TaskAnswerBox::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRounded(painter, rect(), 8, color(Token::Raised), color(Token::Border));
}

} // namespace designer

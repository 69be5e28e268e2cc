#pragma once
// TaskAnswerBox: asks for the answer of one open task: it succeeds with a value (at first the task's own event), or fails with
// an error and a cause.

#include "core/execution/task_handler.h"
#include "ui/support/labels.h"

#include <QComboBox>
#include <QPlainTextEdit>

class QCheckBox;
class QPushButton;
class QStackedWidget;

namespace designer {

class SegmentedControl;
class SimulationController;

class TaskAnswerBox final : public QWidget
{
    Q_OBJECT

public:
    TaskAnswerBox(SimulationController& controller, QWidget* parent = nullptr);

    /// Shows a task; one that is shown already keeps what was typed.
    void show(const asl::RunView& view, const asl::PendingTask& task);
    using QWidget::show;
    /// The next task is shown anew, even if it looks the same.
    void forget();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void answer();
    void give(const asl::TaskOutcome& outcome);
    void checkValue();
    void offerErrors(const asl::RunView& view, const asl::VisitRecord& visit);

    SimulationController& m_controller;
    asl::TaskRequest m_request;
    ThemedLabel* m_title;
    ThemedLabel* m_caption;
    SegmentedControl* m_kind;
    QStackedWidget* m_pages;
    QPlainTextEdit* m_value;
    ThemedLabel* m_problem;
    QComboBox* m_error;
    QPlainTextEdit* m_cause;
    QCheckBox* m_keep;
    QPushButton* m_answer;
    LinkButton* m_answerAll;
};

} // namespace designer

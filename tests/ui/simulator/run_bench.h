#pragma once
// What the tests of the simulator's panels share: a document over a real controller in a window, and finding its parts.

#include "core/data/json.h"
#include "ui/simulator/row_list.h"
#include "ui/simulator/task_answer_box.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QMainWindow>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QtTest>

namespace fixture {

using namespace designer;
using Mode = SimulationController::Mode;

inline constexpr const char* loop = R"({"StartAt":"Load","States":{
    "Load":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$"},
        "ResultSelector":{"list.$":"$.Payload"},"ResultPath":"$.answer",
        "Retry":[{"ErrorEquals":["Busy"],"IntervalSeconds":2,"MaxAttempts":2}],"Next":"Each"},
    "Each":{"Type":"Map","ItemsPath":"$.answer.list","MaxConcurrency":1,"ItemProcessor":{"StartAt":"Pause","States":{
        "Pause":{"Type":"Wait","Seconds":5,"End":true}}},"Next":"Done"},
    "Done":{"Type":"Succeed"}}})";

struct Bench
{
    explicit Bench(const QByteArray& definition = loop, const QString& input = QStringLiteral("{\"a\":1}"))
    {
        workspace.open(*asl::Document::open(definition.toStdString()));
        controller.setInputText(input);
        controller.setStartTime(1'767'225'600'000'000);
        window.resize(1200, 800);
    }
    template <class Panel>
    Panel* panel()
    {
        auto* made = new Panel(workspace, controller);
        window.setCentralWidget(made);
        window.show();
        return made;
    }
    void answer(const char* json) { controller.answerTask(controller.view()->tasks.front().id, asl::TaskSuccess{*asl::data::parse(json)}); }
    /// To the first wait of the Map.
    void runIntoTheMap()
    {
        controller.toggleBreakpoint({{{{"Each", 0}}}, "Pause"});
        controller.run();
        QTRY_COMPARE(controller.mode(), Mode::AwaitingTask);
        answer(R"({"Payload":[1,2,3]})");
        QTRY_COMPARE(controller.mode(), Mode::Paused);
    }

    Workspace workspace;
    SimulationController controller{workspace};
    QMainWindow window;
};

inline QStringList rowTexts(const QAbstractItemView* list)
{
    QStringList texts;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        texts.append(list->model()->index(row, 0).data().toString());
    return texts;
}

inline RowList* rowList(QWidget* panel, const QString& name)
{
    for (RowList* list : panel->findChildren<RowList*>())
        if (list->accessibleName() == name)
            return list;
    return nullptr;
}

inline QPlainTextEdit* valueField(TaskAnswerBox* box)
{
    for (QPlainTextEdit* field : box->findChildren<QPlainTextEdit*>())
        if (field->accessibleName() == QStringLiteral("Value that the task returns"))
            return field;
    return nullptr;
}

inline QPushButton* buttonNamed(QWidget* parent, const QString& text)
{
    for (QPushButton* button : parent->findChildren<QPushButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace fixture

#include "ui/simulator/run_panel.h"

#include "ui/simulator/active_places.h"
#include "ui/simulator/answer_group.h"
#include "ui/simulator/breakpoint_group.h"
#include "ui/simulator/row_list.h"
#include "ui/simulator/run_words.h"
#include "ui/simulator/task_answer_box.h"
#include "ui/simulator/watch_group.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace designer {

namespace {

constexpr int longestCause = 400;

} // namespace

struct RunPanel::Private
{
    Private(RunPanel& owner, Workspace& document, SimulationController& simulation)
        : panel(owner), workspace(document), controller(simulation) {}

    RunPanel& panel;
    Workspace& workspace;
    SimulationController& controller;
    GroupHead* placesHead = nullptr;
    RowList* places = nullptr;
    ThemedLabel* noRun = nullptr;
    GroupHead* tasksHead = nullptr;
    RowList* tasks = nullptr;
    TaskAnswerBox* answerBox = nullptr;
    QWidget* answerFrame = nullptr;
    std::vector<asl::VisitId> placeVisits;

    void build();
    void showPlaces();
    void showTasks();
    void showSelection();
    void selectVisit(asl::VisitId visit);
    const asl::PendingTask* shownTask() const;
};

RunPanel::RunPanel(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : GroundWidget(Token::Surface, parent), d(std::make_unique<Private>(*this, workspace, controller))
{
    d->build();
    connect(&controller, &SimulationController::viewChanged, this, [this] {
        d->showPlaces();
        d->showTasks();
    });
    connect(&controller, &SimulationController::modeChanged, this, [this] {
        d->showPlaces();
        d->showTasks();
    });
    connect(&controller, &SimulationController::selectedVisitChanged, this, [this] {
        d->showPlaces();
        d->showTasks();
    });
    connect(&Theme::current(), &Theme::changed, this, [this] {
        d->showPlaces();
        d->showTasks();
    });
    d->showPlaces();
    d->showTasks();
}

RunPanel::~RunPanel() = default;

void RunPanel::Private::build()
{
    auto* content = new GroundWidget(Token::Surface);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 4, 0, 8);
    column->setSpacing(0);

    placesHead = new GroupHead(RunPanel::tr("Active places"), content);
    places = new RowList(RunPanel::tr("Active places"), content);
    noRun = new ThemedLabel({}, FontRole::Body, Token::Text2, content);
    noRun->setContentsMargins(12, 4, 12, 8);
    noRun->setWordWrap(true);
    column->addWidget(placesHead);
    column->addWidget(noRun);
    column->addWidget(places);

    tasksHead = new GroupHead(RunPanel::tr("Open tasks"), content);
    tasks = new RowList(RunPanel::tr("Open tasks"), content);
    answerFrame = new QWidget(content);
    auto* frameRow = new QVBoxLayout(answerFrame);
    frameRow->setContentsMargins(8, 4, 8, 8);
    answerBox = new TaskAnswerBox(controller, answerFrame);
    frameRow->addWidget(answerBox);
    column->addWidget(tasksHead);
    column->addWidget(tasks);
    column->addWidget(answerFrame);

    column->addWidget(new BreakpointGroup(workspace, controller, content));
    column->addWidget(new AnswerGroup(controller, content));
    column->addWidget(new WatchGroup(workspace, controller, content));
    column->addStretch();

    auto* scroll = new QScrollArea(&panel);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* whole = new QVBoxLayout(&panel);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    panel.setMinimumWidth(200);

    QObject::connect(places, &RowList::chosen, &panel, [this](int row) { selectVisit(placeVisits[static_cast<std::size_t>(row)]); });
    QObject::connect(places, &RowList::buttonPressed, &panel, [this] { controller.followRun(); });
    QObject::connect(tasks, &RowList::chosen, &panel, [this](int row) {
        if (controller.view() && static_cast<std::size_t>(row) < controller.view()->tasks.size())
            selectVisit(controller.view()->tasks[static_cast<std::size_t>(row)].visit);
    });
}

void RunPanel::Private::selectVisit(asl::VisitId visit)
{
    if (visit == asl::noId)
        return;
    controller.selectVisit(visit);
    const asl::StatePath& path = (*controller.view()->visits)[visit].path;
    if (workspace.snapshot()->machine().find(path) != asl::noId)
        workspace.select(path, &controller); // the controller has the visit already
}

/// Containers at work and the places in them, outermost first.
void RunPanel::Private::showPlaces()
{
    const asl::RunViewPointer& view = controller.view();
    std::vector<ListRow> rows;
    placeVisits.clear();
    if (view) {
        const ActivePlaces all = activePlacesOf(*view, controller.selectedVisit());
        const bool rests = controller.mode() != SimulationController::Mode::Running;
        const std::optional<asl::VisitId> focus = controller.focusedVisit();
        for (const ListedPlace& entry : all.listed) {
            const asl::VisitRecord& visit = (*view->visits)[entry.visit];
            const Status status = statusOf(visit.status);
            const bool paused = rests && entry.place && focus == entry.visit;
            ListRow row;
            row.glyph = paused ? QStringLiteral("sim-pause") : Theme::statusIcon(status);
            row.glyphColor = paused ? color(Token::Warn) : Theme::current().statusBorder(status);
            row.title = visitTitle(visit);
            row.detail = entry.progress ? progressText(*view, *entry.progress) : placeText(*view, *entry.place);
            row.indent = static_cast<int>(visit.path.scope.steps.size());
            row.strong = paused;
            if (entry.place && controller.followedFrame() == entry.place->frame) {
                row.button = QStringLiteral("pin");
                row.buttonText = RunPanel::tr("Follow the run again");
            }
            rows.push_back(std::move(row));
            placeVisits.push_back(entry.visit);
        }
        if (all.left > 0) {
            ListRow more;
            more.title = RunPanel::tr("and %1 more places").arg(all.left);
            rows.push_back(std::move(more));
            placeVisits.push_back(asl::noId);
        }
    }
    placesHead->setCount(view ? static_cast<int>(view->active.size()) : 0);
    noRun->setVisible(rows.empty());
    QString text = !view ? RunPanel::tr("No run yet. Press F5 to run, F10 to step.") : runStatusText(controller);
    if (view && view->failure && view->failure->cause)
        text += QLatin1Char('\n') + toQString(*view->failure->cause).left(longestCause);
    noRun->setText(text);
    places->show(std::move(rows));
    showSelection();
}

void RunPanel::Private::showSelection()
{
    const auto found = std::find(placeVisits.begin(), placeVisits.end(), controller.selectedVisit());
    places->setCurrentRow(found == placeVisits.end() ? -1 : static_cast<int>(found - placeVisits.begin()));
}

/// The task of the selected visit, else the first.
const asl::PendingTask* RunPanel::Private::shownTask() const
{
    if (!controller.awaitsAnswers())
        return nullptr;
    const std::vector<asl::PendingTask>& open = controller.view()->tasks;
    const auto selected = std::find_if(open.begin(), open.end(), [this](const asl::PendingTask& task) { return task.visit == controller.selectedVisit(); });
    return selected == open.end() ? &open.front() : &*selected;
}

void RunPanel::Private::showTasks()
{
    const asl::PendingTask* shown = shownTask();
    tasksHead->setVisible(shown);
    answerFrame->setVisible(shown);
    if (!shown) {
        tasks->show({});
        answerBox->forget();
        return;
    }
    const asl::RunView& view = *controller.view();
    std::vector<ListRow> rows;
    int current = -1;
    for (const asl::PendingTask& task : view.tasks) {
        if (&task == shown)
            current = static_cast<int>(rows.size());
        ListRow row;
        row.glyph = Theme::statusIcon(Status::Waiting);
        row.glyphColor = Theme::current().statusBorder(Status::Waiting);
        row.title = visitTitle((*view.visits)[task.visit]);
        row.detail = task.submitted ? RunPanel::tr("submitted, waits for its end") : RunPanel::tr("attempt %1").arg(task.attempt);
        rows.push_back(std::move(row));
    }
    tasksHead->setCount(static_cast<int>(rows.size()));
    if (rows.size() == 1)
        rows.clear(); // the box says it all
    tasks->show(std::move(rows));
    tasks->setCurrentRow(current);
    answerBox->show(view, *shown);
}

} // namespace designer

#include "ui/simulator/timeline_panel.h"

#include "ui/simulator/event_list.h"
#include "ui/simulator/timeline_chart.h"
#include "ui/workspace/workspace.h"

#include <QHBoxLayout>
#include <QSplitter>

namespace designer {

struct TimelinePanel::Private
{
    Private(Workspace& document, SimulationController& simulation) : workspace(document), controller(simulation) {}

    Workspace& workspace;
    SimulationController& controller;
    RunHistory history;
    TimelineChart* chart = nullptr;
    EventList* events = nullptr;

    void refresh();
    void choose(asl::VisitId visit);
};

TimelinePanel::TimelinePanel(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : GroundWidget(Token::Surface, parent), d(std::make_unique<Private>(workspace, controller))
{
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    d->chart = new TimelineChart(d->history, splitter);
    d->events = new EventList(d->history, splitter);
    splitter->addWidget(d->chart);
    splitter->addWidget(d->events);
    splitter->setStretchFactor(0, 5);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({620, 380});
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(splitter);

    connect(&controller, &SimulationController::viewChanged, this, [this] { d->refresh(); });
    connect(&controller, &SimulationController::selectedVisitChanged, this, [this] { d->chart->show(d->controller.view(), d->controller.selectedVisit()); });
    connect(d->chart, &TimelineChart::visitChosen, this, [this](asl::VisitId visit) { d->choose(visit); });
    connect(d->chart, &TimelineChart::eventChosen, &controller, &SimulationController::seekToEvent);
    connect(d->chart, &TimelineChart::stepChosen, &controller, &SimulationController::seek);
    connect(d->events, &EventList::eventChosen, &controller, &SimulationController::seekToEvent);
    d->refresh();
}

TimelinePanel::~TimelinePanel() = default;

void TimelinePanel::Private::refresh()
{
    history.show(controller.farthestView());
    chart->show(controller.view(), controller.selectedVisit());
    events->refresh(controller.view() ? static_cast<int>(controller.view()->events->size()) : 0);
}

/// The visit is selected everywhere; one that lies ahead is gone to.
void TimelinePanel::Private::choose(asl::VisitId visit)
{
    const asl::VisitRecord& record = (*history.view()->visits)[visit];
    if (!controller.view() || visit >= controller.view()->visits->size()) {
        controller.seekToEvent(record.enteredEvent);
        return;
    }
    controller.selectVisit(visit);
    if (workspace.snapshot()->machine().find(record.path) != asl::noId)
        workspace.select(record.path, &controller); // the controller has the visit already
}

} // namespace designer

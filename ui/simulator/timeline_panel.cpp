#include "ui/simulator/timeline_panel.h"

#include "ui/simulator/event_list.h"
#include "ui/simulator/timeline_chart.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/undo_keys.h"
#include "ui/workspace/workspace.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace designer {

struct TimelinePanel::Private
{
    Private(Workspace& document, SimulationController& simulation) : workspace(document), controller(simulation) {}

    Workspace& workspace;
    SimulationController& controller;
    RunHistory history;
    TimelineChart* chart = nullptr;
    EventList* events = nullptr;
    QComboBox* group = nullptr;
    QLineEdit* text = nullptr;
    ThemedLabel* count = nullptr;
    QComboBox* branches = nullptr;
    asl::BranchId shownBranch = 0;

    void showBranches();
    QWidget* buildEvents(TimelinePanel& panel);
    void filter();
    void showCount();
    void refresh();
    void choose(asl::VisitId visit);
};

TimelinePanel::TimelinePanel(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : GroundWidget(Token::Surface, parent), d(std::make_unique<Private>(workspace, controller))
{
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    d->chart = new TimelineChart(d->history, splitter);
    splitter->addWidget(d->chart);
    splitter->addWidget(d->buildEvents(*this));
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
    connect(d->chart, &TimelineChart::beginningChosen, &controller, &SimulationController::seekToVisit);
    connect(d->chart, &TimelineChart::stepChosen, &controller, &SimulationController::seek);
    connect(d->events, &EventList::eventChosen, &controller, &SimulationController::seekToEvent);
    connect(d->events, &EventList::editChosen, this, [&controller](int index) { controller.seekToEdit(static_cast<std::size_t>(index)); });
    d->refresh();
}

TimelinePanel::~TimelinePanel() = default;

/// The list with its filters above it.
QWidget* TimelinePanel::Private::buildEvents(TimelinePanel& panel)
{
    auto* part = new QWidget(&panel);
    events = new EventList(history, part);
    group = new QComboBox(part);
    group->addItems({TimelinePanel::tr("All events"), TimelinePanel::tr("States entered and left"), TimelinePanel::tr("Tasks"),
                     TimelinePanel::tr("Parallel and Map"), TimelinePanel::tr("Errors only")});
    group->setAccessibleName(TimelinePanel::tr("Kind of event"));
    text = new QLineEdit(part);
    text->setPlaceholderText(TimelinePanel::tr("State, event, error or #1"));
    text->setAccessibleName(TimelinePanel::tr("Filter events by text"));
    text->setClearButtonEnabled(true);
    text->setProperty(UndoKeys::keepsProperty, true);
    count = new ThemedLabel({}, FontRole::Caption, Token::Text2, part);
    branches = new QComboBox(part);
    branches->setAccessibleName(TimelinePanel::tr("Branch of the run"));
    branches->setToolTip(TimelinePanel::tr("Deciding anything after going back begins another branch; all of them stay here"));
    branches->hide();
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    bar->setSpacing(8);
    bar->addWidget(branches);
    bar->addWidget(group);
    bar->addWidget(text, 1);
    bar->addWidget(count);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(events, 1);
    QObject::connect(branches, &QComboBox::activated, &panel, [this](int index) { controller.switchToBranch(branches->itemData(index).toUInt()); });
    QObject::connect(group, &QComboBox::currentIndexChanged, &panel, [this] { filter(); });
    QObject::connect(text, &QLineEdit::textChanged, &panel, [this] { filter(); });
    return part;
}

void TimelinePanel::Private::filter()
{
    events->setFilter(static_cast<EventFilter::Group>(group->currentIndex()), text->text());
    showCount();
}

void TimelinePanel::Private::showCount()
{
    const int all = events->events().eventCount();
    const int listed = events->events().listedEvents();
    count->setText(listed == all ? TimelinePanel::tr("%1 events").arg(all) : TimelinePanel::tr("%1 of %2").arg(listed).arg(all));
}

/// Offered when there are several.
void TimelinePanel::Private::showBranches()
{
    const std::vector<asl::TimelineBranch>& known = controller.branches();
    branches->setVisible(known.size() > 1);
    if (known.size() < 2)
        return;
    for (std::size_t i = 0; i < known.size(); ++i) {
        const asl::TimelineBranch& branch = known[i];
        const QString end = branch.status == asl::RunStatus::Running ? TimelinePanel::tr("open") : toQString(asl::statusName(branch.status));
        const QString text = TimelinePanel::tr("Branch %1 from step %2: %3").arg(branch.id + 1).arg(branch.fork).arg(end);
        if (static_cast<int>(i) >= branches->count())
            branches->addItem(text, branch.id);
        else if (branches->itemText(static_cast<int>(i)) != text)
            branches->setItemText(static_cast<int>(i), text);
    }
    while (branches->count() > static_cast<int>(known.size()))
        branches->removeItem(branches->count() - 1);
    branches->setCurrentIndex(branches->findData(controller.branch()));
}

void TimelinePanel::Private::refresh()
{
    if (std::exchange(shownBranch, controller.branch()) != controller.branch()) {
        history.show(nullptr); // what came after the fork is another story
        events->refresh({});
    }
    showBranches();
    history.show(controller.farthestView());
    chart->show(controller.view(), controller.selectedVisit());
    EventModel::Moment shown;
    if (const asl::RunViewPointer& view = controller.view())
        shown = {static_cast<int>(view->events->size()), static_cast<int>(view->edits.size())};
    events->refresh(shown);
    showCount();
}

/// The visit is selected everywhere; one that lies ahead is gone to.
void TimelinePanel::Private::choose(asl::VisitId visit)
{
    if (!controller.view() || visit >= controller.view()->visits->size())
        return controller.seekToVisit(visit);
    const asl::VisitRecord& record = (*history.view()->visits)[visit];
    controller.selectVisit(visit);
    if (workspace.snapshot()->machine().find(record.path) != asl::noId)
        workspace.select(record.path, &controller); // the controller has the visit already
}

} // namespace designer

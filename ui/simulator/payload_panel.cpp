#include "ui/simulator/payload_panel.h"

#include "core/data/json.h"
#include "core/execution/visible_data.h"
#include "ui/simulator/data_tree.h"
#include "ui/simulator/payload_parts.h"
#include "ui/simulator/place_bar.h"
#include "ui/simulator/run_words.h"
#include "ui/simulator/stage_rail.h"
#include "ui/simulator/value_editing.h"
#include "ui/simulator/visit_data.h"
#include "ui/support/code_preview.h"
#include "ui/support/icons.h"
#include "ui/support/json_highlighter.h"
#include "ui/support/qt_text.h"
#include "ui/support/segmented_control.h"
#include "ui/support/tile.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int whileRunning = 120;                 ///< milliseconds between looks at a run that goes on
constexpr std::size_t longestText = 64 * 1024;    ///< bytes shown as text; more would hold up the window

asl::Data tableOf(const std::vector<NamedValue>& values)
{
    asl::ObjectBuilder table;
    for (const NamedValue& value : values)
        table.set(value.name, value.value);
    return std::move(table).build();
}

} // namespace

struct PayloadPanel::Private
{
    Private(PayloadPanel& owner, Workspace& document, SimulationController& simulation)
        : panel(owner), workspace(document), controller(simulation), editing(simulation, owner) {}

    PayloadPanel& panel;
    Workspace& workspace;
    SimulationController& controller;
    ValueEditing editing;
    QStackedWidget* pages = nullptr;
    ThemedLabel* empty = nullptr;
    PlaceBar* placeBar = nullptr;
    VisitHead* head = nullptr;
    StageRail* rail = nullptr;
    SegmentedControl* form = nullptr;
    QComboBox* compare = nullptr;
    QStackedWidget* values = nullptr;
    DataTree* tree = nullptr;
    QPlainTextEdit* text = nullptr;
    SizeLine* size = nullptr;
    QToolButton* editWhole = nullptr;
    QPushButton* keep = nullptr;
    QTabBar* tabs = nullptr;
    QStackedWidget* tables = nullptr;
    DataTree* variables = nullptr;
    DataTree* context = nullptr;
    DataTree* error = nullptr;
    QTimer later;

    std::optional<asl::VisitId> visit;
    asl::RunViewPointer shown;
    std::vector<StageColumn> columns;
    std::optional<asl::Stage> chosenStage; ///< by the user, for this visit
    bool compares = true;
    bool failureShown = false; ///< of this visit
    asl::Data value;

    void build();
    QWidget* buildValue();
    QWidget* buildTables();
    void refreshSoon();
    void refresh();
    void showHead(const asl::RunView& view, const asl::VisitRecord& record);
    void showStages(const asl::VisitRecord& record);
    void showStage(const asl::VisitRecord& record, asl::Stage stage);
    void showValue(const asl::VisitRecord& record);
    void showTables(const asl::RunView& view, const asl::VisitRecord& record);
    void showVariables(const asl::RunView& view, const std::vector<asl::VisibleVariable>& inScope);
    void showKeep(const asl::RunView& view, const asl::VisitRecord& record);
    bool isByHand(asl::VisitId of) const;
    void showEditable(asl::Stage stage);
    asl::Stage currentStage(const asl::VisitRecord& record) const;
    const asl::VisitRecord& record() const { return (*shown->visits)[*visit]; }
    int visitNumber(const asl::RunView& view) const;
    void copy();
};

PayloadPanel::PayloadPanel(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : GroundWidget(Token::Surface, parent), d(std::make_unique<Private>(*this, workspace, controller))
{
    d->build();
    d->later.setSingleShot(true);
    connect(&d->later, &QTimer::timeout, this, [this] { d->refresh(); });
    connect(&controller, &SimulationController::viewChanged, this, [this] { d->refreshSoon(); });
    connect(&controller, &SimulationController::selectedVisitChanged, this, [this] { d->refreshSoon(); });
    connect(&workspace, &Workspace::selectionChanged, this, [this] { d->refreshSoon(); });
    connect(&Theme::current(), &Theme::changed, this, [this] { d->refresh(); });
    d->refresh();
}

PayloadPanel::~PayloadPanel() = default;

void PayloadPanel::Private::build()
{
    pages = new QStackedWidget(&panel);
    empty = new ThemedLabel({}, FontRole::Body, Token::Text2, pages);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setContentsMargins(24, 24, 24, 24);
    pages->addWidget(empty);

    auto* page = new QWidget(pages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    placeBar = new PlaceBar(workspace, controller, page);
    head = new VisitHead(page);
    rail = new StageRail(page);
    auto* railRow = new QVBoxLayout;
    railRow->setContentsMargins(10, 0, 10, 0);
    railRow->addWidget(rail);
    column->addWidget(placeBar);
    column->addWidget(head);
    column->addLayout(railRow);
    column->addWidget(buildValue(), 3);
    column->addWidget(new Hairline(Token::Border, page));
    column->addWidget(buildTables(), 2);
    keep = new QPushButton(page);
    keep->setToolTip(PayloadPanel::tr("Every further task of this state is answered with this result"));
    auto* keepRow = new QHBoxLayout;
    keepRow->setContentsMargins(12, 8, 12, 8);
    keepRow->addWidget(keep);
    keepRow->addStretch();
    column->addLayout(keepRow);
    pages->addWidget(page);
    QObject::connect(keep, &QPushButton::clicked, &panel, [this] {
        controller.keepAnswer(record().path.name, asl::TaskSuccess{valueAt(record(), asl::Stage::Result)});
    });
    QObject::connect(&controller, &SimulationController::keptAnswersChanged, &panel, [this] { refreshSoon(); });

    auto* whole = new QVBoxLayout(&panel);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(pages);
    panel.setMinimumWidth(280);

    QObject::connect(rail, &StageRail::chosen, &panel, [this](int stop) {
        chosenStage = columns[static_cast<std::size_t>(stop)].stage;
        showStage(record(), *chosenStage);
    });
}

QWidget* PayloadPanel::Private::buildValue()
{
    auto* page = new QWidget;
    form = new SegmentedControl({PayloadPanel::tr("Tree"), PayloadPanel::tr("Text")}, page);
    compare = new QComboBox(page);
    compare->setAccessibleName(PayloadPanel::tr("Compare with"));
    compare->setMinimumWidth(120);
    auto* copyButton = iconButton(QStringLiteral("ui-copy"), PayloadPanel::tr("Copy this value"), page);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(12, 8, 12, 8);
    bar->setSpacing(8);
    editWhole = iconButton(QStringLiteral("ui-edit"), PayloadPanel::tr("Edit this input: the run goes on with it"), page);
    bar->addWidget(form);
    bar->addStretch();
    bar->addWidget(editWhole);
    bar->addWidget(copyButton);
    bar->addWidget(compare);

    values = new QStackedWidget(page);
    tree = new DataTree(values);
    text = new QPlainTextEdit(values);
    text->setReadOnly(true);
    text->setFrameShape(QFrame::NoFrame);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setAccessibleName(PayloadPanel::tr("Value as text"));
    useCodeFont(*text);
    new JsonHighlighter(text->document());
    values->addWidget(tree);
    values->addWidget(text);
    size = new SizeLine(page);

    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(new Hairline(Token::Sep, page));
    column->addWidget(values, 1);
    column->addWidget(new Hairline(Token::Sep, page));
    column->addWidget(size);

    auto* next = new QAction(PayloadPanel::tr("Next difference"), &panel);
    next->setShortcut(QKeySequence(Qt::Key_F7));
    auto* previous = new QAction(PayloadPanel::tr("Previous difference"), &panel);
    previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F7));
    for (QAction* action : {next, previous})
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    panel.addActions({next, previous});
    QObject::connect(next, &QAction::triggered, tree, &DataTree::goToNextDifference);
    QObject::connect(previous, &QAction::triggered, tree, &DataTree::goToPreviousDifference);
    QObject::connect(form, &SegmentedControl::currentChanged, &panel, [this](int index) {
        values->setCurrentIndex(index);
        if (visit)
            showValue(record());
    });
    QObject::connect(compare, &QComboBox::activated, &panel, [this] {
        compares = compare->currentData().isValid();
        if (visit)
            showValue(record());
    });
    QObject::connect(copyButton, &QToolButton::clicked, &panel, [this] { copy(); });
    QObject::connect(editWhole, &QToolButton::clicked, &panel, [this] { editing.editInput(*visit, {value, {}, PayloadPanel::tr("Input"), value}); });
    QObject::connect(tree, &DataTree::editWanted, &panel, [this](const DataPart& part) { editing.editInput(*visit, part); });
    return page;
}

QWidget* PayloadPanel::Private::buildTables()
{
    auto* page = new QWidget;
    tabs = new QTabBar(page);
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tables = new QStackedWidget(page);
    variables = new DataTree(tables);
    context = new DataTree(tables);
    error = new DataTree(tables);
    variables->setAccessibleName(PayloadPanel::tr("Variables"));
    context->setAccessibleName(PayloadPanel::tr("Context object"));
    error->setAccessibleName(PayloadPanel::tr("Error"));
    for (DataTree* table : {variables, context, error}) {
        if (table != error)
            table->setNamedValues();
        tables->addWidget(table);
        tabs->addTab(QString());
    }
    QObject::connect(variables, &DataTree::editWanted, &panel, [this](const DataPart& part) { editing.editVariable(*visit, part); });
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(tabs);
    column->addWidget(new Hairline(Token::Sep, page));
    column->addWidget(tables, 1);
    QObject::connect(tabs, &QTabBar::currentChanged, tables, &QStackedWidget::setCurrentIndex);
    tabs->setCurrentIndex(1);
    return page;
}

/// In an event of its own, so that the panels do not add up; and not at every view of a run that goes on.
void PayloadPanel::Private::refreshSoon()
{
    const int delay = shown && controller.mode() == SimulationController::Mode::Running ? whileRunning : 0;
    if (!later.isActive() || later.remainingTime() > delay)
        later.start(delay);
}

void PayloadPanel::Private::refresh()
{
    later.stop();
    const asl::RunViewPointer view = controller.view();
    const std::optional<asl::VisitId> now = view ? controller.selectedVisit() : std::nullopt;
    if (!now || *now >= view->visits->size()) {
        visit.reset();
        shown.reset();
        const asl::StatePath* state = workspace.selection().current();
        empty->setText(!view ? PayloadPanel::tr("No run yet. The data of each state will be seen here.")
                             : state ? PayloadPanel::tr("%1 was not reached.").arg(toQString(state->name)) : PayloadPanel::tr("Select a state to see its data."));
        pages->setCurrentIndex(0);
        return;
    }
    if (visit != now || !shown || shown->started != view->started)
        chosenStage.reset();
    failureShown = failureShown && visit == now;
    visit = now;
    shown = view;
    const asl::VisitRecord& record = this->record();
    placeBar->refresh();
    showHead(*view, record);
    showStages(record);
    showTables(*view, record);
    showKeep(*view, record);
    pages->setCurrentIndex(1);
}

int PayloadPanel::Private::visitNumber(const asl::RunView& view) const
{
    const asl::VisitRecord& wanted = (*view.visits)[*visit];
    int number = 1;
    for (asl::VisitId i = 0; i < *visit; ++i) {
        const asl::VisitRecord& earlier = (*view.visits)[i];
        number += earlier.state == wanted.state && earlier.iteration == wanted.iteration;
    }
    return number;
}

void PayloadPanel::Private::showHead(const asl::RunView& view, const asl::VisitRecord& record)
{
    QStringList parts;
    const auto& steps = record.path.scope.steps;
    if (!steps.empty())
        parts.append(toQString(steps.back().state) + (record.iteration.empty() ? QString() : QLatin1Char(' ') + iterationText(record)));
    parts.append(PayloadPanel::tr("visit %1").arg(visitNumber(view)));
    if (record.attempts > 1)
        parts.append(PayloadPanel::tr("attempt %1").arg(record.attempts));
    parts.append(durationText(record.exited.value_or(view.now) - record.entered));

    const Tile tile = record.state == asl::noId ? tileOf(asl::StateType::Task) : tileOf(view.snapshot->tree(), view.snapshot->machine().state(record.state));
    const Status status = statusOf(record.status);
    const bool rests = controller.mode() == SimulationController::Mode::Paused && controller.focusedVisit() == visit && !record.exited;
    head->show({tile, toQString(record.path.name), parts.join(QStringLiteral(" · ")),
                rests ? QStringLiteral("sim-pause") : Theme::statusIcon(status), rests ? PayloadPanel::tr("Paused") : Theme::statusWord(status),
                Theme::current().statusFill(status), Theme::current().statusBorder(status)});
}

asl::Stage PayloadPanel::Private::currentStage(const asl::VisitRecord& record) const
{
    return chosenStage && !valueAt(record, *chosenStage).isUndefined() ? *chosenStage : presentStage(columns, record);
}

void PayloadPanel::Private::showStages(const asl::VisitRecord& record)
{
    columns = stagesOf(*shown, record);
    const asl::Stage present = presentStage(columns, record);
    const asl::Stage current = currentStage(record);
    std::vector<StageRail::Stop> stops;
    const asl::Data* before = nullptr;
    int currentStop = 0;
    bool reached = true;
    for (const StageColumn& column : columns) {
        const asl::Data& data = valueAt(record, column.stage);
        StageRail::Stop stop;
        stop.name = column.name;
        stop.set = !data.isUndefined();
        stop.reached = reached;
        if (stop.set && before)
            stop.counts = diffCounts(*before, data);
        stop.text = !stop.set ? (reached ? PayloadPanel::tr("not set") : QStringLiteral("—"))
                  : before    ? PayloadPanel::tr("same")
                  : data.isObject() || data.isArray() ? valueSummary(data) : PayloadPanel::tr("one value");
        if (column.stage == asl::Stage::Input && isByHand(*visit))
            stop.text = PayloadPanel::tr("by hand");
        if (stop.set && column.stage != asl::Stage::Variables)
            before = &data;
        if (column.stage == current)
            currentStop = static_cast<int>(stops.size());
        if (column.stage == present && !record.exited)
            reached = false;
        stops.push_back(std::move(stop));
    }
    rail->show(std::move(stops), currentStop);
    showStage(record, current);
}

void PayloadPanel::Private::showStage(const asl::VisitRecord& record, asl::Stage stage)
{
    compare->clear();
    for (const StageColumn& column : columns) {
        if (column.stage == stage)
            break;
        if (!valueAt(record, column.stage).isUndefined() && column.stage != asl::Stage::Variables)
            compare->addItem(PayloadPanel::tr("vs %1").arg(column.name), static_cast<int>(column.stage));
    }
    compare->addItem(PayloadPanel::tr("No comparison"));
    const bool hasBefore = compare->count() > 1;
    compare->setEnabled(hasBefore);
    compare->setCurrentIndex(compares && hasBefore ? compare->count() - 2 : compare->count() - 1);
    value = valueAt(record, stage);
    showEditable(stage);
    showValue(record);
}

void PayloadPanel::Private::showValue(const asl::VisitRecord& record)
{
    const QVariant with = compare->currentData();
    std::optional<asl::Data> before;
    if (with.isValid())
        before = valueAt(record, static_cast<asl::Stage>(with.toInt()));
    tree->show(value, before);
    size->show(value.isUndefined() ? 0 : asl::jsonSize(value));
    if (values->currentIndex() != 1)
        return;
    std::string json = asl::data::toJson(value, asl::data::Layout::Indented);
    if (json.size() > longestText) {
        std::size_t end = longestText;
        while (end > 0 && (json[end] & 0xC0) == 0x80)
            --end;
        json.resize(end);
        json += "\n…";
    }
    const QString now = toQString(json);
    if (text->toPlainText() != now)
        text->setPlainText(now);
}

/// Each with the visit that assigned it, and whether that was in this scope or in one around it.
void PayloadPanel::Private::showVariables(const asl::RunView& view, const std::vector<asl::VisibleVariable>& inScope)
{
    std::vector<NamedValue> values;
    std::map<std::string, QString> notes;
    const asl::VisitRecord& own = (*view.visits)[*visit];
    for (const asl::VisibleVariable& variable : inScope) {
        const asl::VisitRecord& by = (*view.visits)[variable.assignedBy];
        const QString title = visitTitle(by);
        values.push_back({"$" + variable.name, variable.value});
        notes["$" + variable.name] = variable.byHand ? PayloadPanel::tr("changed by hand")
                                   : variable.assignedBy == *visit ? PayloadPanel::tr("assigned here")
                                   : by.frame == own.frame         ? PayloadPanel::tr("by %1").arg(title)
                                                                   : PayloadPanel::tr("by %1, outer scope").arg(title);
    }
    variables->setNotes(std::move(notes));
    variables->show(tableOf(values), std::nullopt);
    variables->viewport()->update();
}

/// The result of a task can be given to every further task of the state.
void PayloadPanel::Private::showKeep(const asl::RunView& view, const asl::VisitRecord& record)
{
    const bool isTask = record.state != asl::noId && view.snapshot->machine().state(record.state).type == asl::StateType::Task;
    const bool kept = controller.keptAnswers().contains(record.path.name);
    keep->setVisible(isTask && !valueAt(record, asl::Stage::Result).isUndefined());
    keep->setEnabled(!kept);
    keep->setText(kept ? PayloadPanel::tr("Answer kept") : PayloadPanel::tr("Keep as answer"));
}

void PayloadPanel::Private::showTables(const asl::RunView& view, const asl::VisitRecord& record)
{
    const std::vector<asl::VisibleVariable> inScope = asl::variablesAt(view, *visit);
    const std::vector<NamedValue> contextValues = contextOf(view, *visit);
    showVariables(view, inScope);
    context->show(tableOf(contextValues), std::nullopt);
    asl::ObjectBuilder failure;
    if (record.failure && record.failure->error)
        failure.set("Error", asl::Data::string(*record.failure->error));
    if (record.failure && record.failure->cause)
        failure.set("Cause", asl::Data::string(*record.failure->cause));
    const bool failed = failure.size() > 0;
    error->show(std::move(failure).build(), std::nullopt);
    const auto counted = [](const QString& name, std::size_t count) { return count > 0 ? PayloadPanel::tr("%1 (%2)").arg(name).arg(count) : name; };
    tabs->setTabText(0, counted(PayloadPanel::tr("Variables"), inScope.size()));
    tabs->setTabText(1, counted(PayloadPanel::tr("Context"), contextValues.size()));
    tabs->setTabText(2, PayloadPanel::tr("Error"));
    tabs->setTabEnabled(2, failed);
    // A visit that failed shows why, unless somebody looks at something else in it.
    if (!failed && tabs->currentIndex() == 2)
        tabs->setCurrentIndex(1);
    else if (failed && !std::exchange(failureShown, true) && record.status == asl::VisitStatus::Failed)
        tabs->setCurrentIndex(2);
}

bool PayloadPanel::Private::isByHand(asl::VisitId of) const
{
    return std::any_of(shown->edits.begin(), shown->edits.end(), [of](const asl::ValueEdit& edit) { return edit.visit == of && edit.variable.empty(); });
}

void PayloadPanel::Private::showEditable(asl::Stage stage)
{
    const asl::ActivePlace* place = editing.placeOf(*visit);
    const bool inputIsOpen = stage == asl::Stage::Input && place && place->inputIsOpen;
    tree->setEditable(inputIsOpen);
    editWhole->setVisible(inputIsOpen);
    variables->setEditable(place);
}

void PayloadPanel::Private::copy()
{
    if (!value.isUndefined())
        QGuiApplication::clipboard()->setText(toQString(asl::data::toJson(value, asl::data::Layout::Indented)));
}

} // namespace designer

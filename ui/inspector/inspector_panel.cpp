#include "ui/inspector/inspector_panel.h"

#include "ui/inspector/field_row.h"
#include "ui/inspector/form.h"
#include "ui/inspector/inspector_head.h"
#include "ui/inspector/problem_lines.h"
#include "ui/support/form_fields.h"
#include "ui/support/icons.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/severity.h"
#include "ui/support/style.h"

#include <QFileInfo>
#include <QScrollArea>
#include <QTabBar>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr asl::Section sections[] = {asl::Section::Configuration, asl::Section::Input, asl::Section::Output, asl::Section::Variables,
                                     asl::Section::ErrorHandling};

QString sectionTitle(asl::Section section)
{
    switch (section) {
    case asl::Section::Configuration: return InspectorPanel::tr("Configuration");
    case asl::Section::Input: return InspectorPanel::tr("Input");
    case asl::Section::Output: return InspectorPanel::tr("Output");
    case asl::Section::Variables: return InspectorPanel::tr("Variables");
    case asl::Section::ErrorHandling: return InspectorPanel::tr("Errors");
    }
    return {};
}

} // namespace

/// What the form is about: the selected state, the state of the selected transition, or the workflow.
struct Subject
{
    asl::StateId state = asl::noId;
    std::optional<asl::TransitionPath> transition;
    friend bool operator==(const Subject&, const Subject&) = default;
};

struct InspectorPanel::Private
{
    Private(InspectorPanel& owner, Workspace& shared, SimulationController& simulation);

    void show();
    void showSubject();
    void showTabs(const ObjectPlace& object);
    void showStateProblems(const ObjectPlace& object);
    void openTransition(const ObjectPlace& object);
    void changeSubject();
    void leaveSubject();
    void dropTyped();
    void forgetDocument();
    Subject subject() const;
    ObjectPlace placeOf(const Subject& subject) const;
    const asl::StatePath* shownState() const { return m_shownState ? &*m_shownState : nullptr; }
    void rename(const QString& name);

    InspectorPanel& panel;
    Workspace& workspace;
    FormHost* host;
    InspectorHead* head;
    QTabBar* tabs;
    QToolButton* code;
    QScrollArea* scroll;
    QWidget* page;
    ThemedLabel* note;
    LinkButton* noteLink;
    ProblemLines* problems;
    Form* form;
    FieldEditor* json;
    bool showsJson = false;
    bool showing = false;
    bool showAgain = false;
    std::string shownPointer;
    std::size_t shownCount = 0; ///< states of the machine then
    asl::Section section = asl::Section::Configuration;
    std::optional<asl::StatePath> m_shownState;
    std::optional<asl::TransitionPath> shownTransition;
};

InspectorPanel::Private::Private(InspectorPanel& owner, Workspace& shared, SimulationController& simulation)
    : panel(owner), workspace(shared), host(new FormHost(shared, simulation, &owner)), head(new InspectorHead(&owner)), tabs(new QTabBar(&owner)),
      code(iconButton(QStringLiteral("ui-code"), InspectorPanel::tr("Show as JSON"), &owner)), scroll(new QScrollArea(&owner)), page(new QWidget),
      note(new ThemedLabel({}, FontRole::Small, Token::Text2)), noteLink(new LinkButton(InspectorPanel::tr("Show it in the text"))),
      problems(new ProblemLines(*host, 4, page)), form(new Form(*host, page)), json(createEditor(EditorKind::Json, *host, page))
{
}

Subject InspectorPanel::Private::subject() const
{
    const asl::StateMachine& machine = workspace.snapshot()->machine();
    const Selection& selection = workspace.selection();
    Subject subject;
    if (selection.transition && !selection.transition->from.empty()) {
        subject.transition = selection.transition;
        subject.state = machine.find(asl::StatePath{selection.transition->scope, selection.transition->from});
    } else if (const asl::StatePath* current = selection.current()) {
        subject.state = machine.find(*current);
    }
    return subject;
}

ObjectPlace InspectorPanel::Private::placeOf(const Subject& subject) const
{
    const asl::SnapshotPointer snapshot = workspace.snapshot();
    const asl::StateMachine& machine = snapshot->machine();
    ObjectPlace object;
    object.snapshot = snapshot;
    if (subject.state == asl::noId) {
        object.node = snapshot->tree().root();
        object.fields = asl::info(asl::ObjectType::StateMachine).fields;
        object.groups = asl::info(asl::ObjectType::StateMachine).groups;
        object.language = machine.language();
        return object;
    }
    const asl::State& state = machine.state(subject.state);
    object.node = state.node;
    object.pointer = snapshot->tree().pointer(state.node);
    object.language = state.language;
    object.scope = state.scope;
    // Of an unknown type nothing is known but that it has one: the fields of Pass, which all others have, less its own.
    const asl::StateTypeInfo& info = asl::info(state.type.value_or(asl::StateType::Pass));
    object.fields = info.fields;
    object.groups = info.groups;
    return object;
}

void InspectorPanel::Private::changeSubject()
{
    const Subject now = subject();
    std::optional<asl::StatePath> state;
    if (now.state != asl::noId)
        state = workspace.snapshot()->machine().path(now.state);
    const bool sameState = state == m_shownState;
    const bool sameTransition = now.transition == shownTransition;
    if (sameState && sameTransition)
        return;
    if (!sameState) {
        const asl::StateMachine& machine = workspace.snapshot()->machine();
        // The same machine with one name less and one more: the state was renamed. Else it is another one.
        const bool renamed = m_shownState && state && machine.find(*m_shownState) == asl::noId && state->scope == m_shownState->scope
            && machine.states().size() == shownCount;
        if (renamed) {
            host->follow(shownPointer, placeOf(now).pointer);
        } else {
            leaveSubject();
            host->forgetAll();
            scroll->ensureVisible(0, 0);
        }
        m_shownState = state;
    }
    shownPointer = placeOf(now).pointer;
    shownCount = workspace.snapshot()->machine().states().size();
    shownTransition = now.transition;
    if (now.transition)
        openTransition(placeOf(now));
}

/// What is being typed belongs to the former subject: it is written there, or dropped when it cannot be.
void InspectorPanel::Private::leaveSubject()
{
    QWidget* focus = panel.window()->focusWidget();
    if (!focus || !panel.isAncestorOf(focus))
        return;
    const bool isGone = m_shownState && workspace.snapshot()->machine().find(*m_shownState) == asl::noId;
    if (!isGone)
        panel.commitPending();
    dropTyped();
}

void InspectorPanel::Private::dropTyped()
{
    QWidget* focus = panel.window()->focusWidget();
    if (!focus || !panel.isAncestorOf(focus))
        return;
    if (auto* line = qobject_cast<FormLine*>(focus))
        line->restore();
    else if (auto* text = qobject_cast<FormText*>(focus))
        text->restore();
}

/// Another document was opened: nothing of the former one is meant for it.
void InspectorPanel::Private::forgetDocument()
{
    dropTyped();
    host->forgetAll();
    m_shownState.reset();
    shownTransition.reset();
}

/// Selecting the label of a rule or a catcher opens its box.
void InspectorPanel::Private::openTransition(const ObjectPlace& object)
{
    const bool rule = shownTransition->kind == asl::TransitionKind::ChoiceRule;
    const bool caught = shownTransition->kind == asl::TransitionKind::Catch;
    section = caught ? asl::Section::ErrorHandling : asl::Section::Configuration;
    showsJson = false;
    if (rule || caught)
        host->setOpenItem(joined(object.pointer, rule ? "Choices" : "Catch"), shownTransition->index);
}

void InspectorPanel::Private::show()
{
    showAgain = true;
    if (showing) // a commit on the way changes the document and comes here again
        return;
    showing = true;
    while (std::exchange(showAgain, false)) {
        changeSubject();
        showSubject();
    }
    showing = false;
}

void InspectorPanel::Private::showSubject()
{
    const Subject now = subject();
    const asl::Snapshot& snapshot = *workspace.snapshot();
    const ObjectPlace object = placeOf(now);
    const bool isState = now.state != asl::noId;
    if (isState)
        head->showState(snapshot, now.state);
    else
        head->showWorkflow(snapshot, QFileInfo(workspace.definitionName()).fileName());

    const bool damaged = isState ? snapshot.machine().state(now.state).damaged : snapshot.tree().kind(object.node) != asl::NodeKind::Object;
    note->setText(isState ? InspectorPanel::tr("The text of this state is damaged. It can be edited here again when the text is repaired.")
                          : InspectorPanel::tr("The text is no definition yet. It begins with an object that has StartAt and States."));
    const QString& readOnly = workspace.whyReadOnly();
    if (!damaged && !readOnly.isEmpty())
        note->setText(readOnly);
    const bool editable = !damaged && readOnly.isEmpty();
    note->setVisible(!editable);
    noteLink->setVisible(damaged && isState);
    head->setEditable(editable);
    showTabs(object);
    showStateProblems(object);

    host->live().setState(isState ? m_shownState : std::nullopt);
    form->setVisible(!showsJson);
    json->setVisible(showsJson);
    form->setEnabled(editable);
    json->setEnabled(editable);
    if (showsJson) {
        FieldPlace whole;
        whole.object = object;
        whole.value = object.node;
        whole.pointer = object.pointer;
        json->show(whole);
    } else {
        Form::Options options;
        options.section = section;
        options.isState = isState;
        form->show(object, options);
    }
}

void InspectorPanel::Private::showTabs(const ObjectPlace& object)
{
    const QSignalBlocker quiet(tabs);
    std::vector<asl::Section> shown;
    for (const asl::Section candidate : sections)
        if (Form::hasRows(object, candidate))
            shown.push_back(candidate);
    if (std::find(shown.begin(), shown.end(), section) == shown.end())
        section = asl::Section::Configuration;
    while (tabs->count() > static_cast<int>(shown.size()))
        tabs->removeTab(tabs->count() - 1);
    for (std::size_t index = 0; index < shown.size(); ++index) {
        const int at = static_cast<int>(index);
        if (at == tabs->count())
            tabs->addTab({});
        if (tabs->tabText(at) != sectionTitle(shown[index]))
            tabs->setTabText(at, sectionTitle(shown[index]));
        tabs->setTabData(at, static_cast<int>(shown[index]));
        bool error = false;
        for (const asl::Field& field : object.fields)
            if (field.section == shown[index])
                for (const asl::Diagnostic* problem : host->problemsAt(joined(object.pointer, field.name), true))
                    error = error || problem->severity == asl::Severity::Error;
        tabs->setTabIcon(at, error && shown[index] != section ? icon(QStringLiteral("problem-error"), Token::Err) : QIcon());
        if (shown[index] == section)
            tabs->setCurrentIndex(at);
    }
    tabs->setVisible(shown.size() > 1 && !showsJson);
    code->setChecked(showsJson);
}

/// What is wrong with the state itself: no row stands for it.
void InspectorPanel::Private::showStateProblems(const ObjectPlace& object)
{
    problems->show(host->problemsAt(object.pointer, false));
}

void InspectorPanel::Private::rename(const QString& name)
{
    const asl::StatePath* state = shownState();
    if (!state)
        return;
    const asl::StatePath path = *state;
    const auto edit = asl::renameState(*workspace.snapshot(), path, toUtf8(name));
    head->setRefusal(edit ? QString() : translated(edit.error().message));
    if (edit)
        workspace.apply(*edit, host);
}

InspectorPanel::InspectorPanel(Workspace& workspace, SimulationController& simulation, QWidget* parent)
    : GroundWidget(Token::Surface, parent), d(std::make_unique<Private>(*this, workspace, simulation))
{
    d->tabs->setDrawBase(false);
    d->tabs->setIconSize({12, 12});
    d->tabs->setExpanding(false);
    d->tabs->setUsesScrollButtons(true);
    d->code->setCheckable(true);
    d->note->setWordWrap(true);

    auto* page = new QVBoxLayout(d->page);
    page->setContentsMargins(12, 12, 12, 16);
    page->setSpacing(8);
    page->addWidget(d->note);
    page->addWidget(d->noteLink);
    page->addWidget(d->problems);
    page->addWidget(d->form);
    page->addWidget(d->json);
    page->addStretch(1);
    d->scroll->setWidget(d->page);
    d->scroll->setWidgetResizable(true);
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->scroll->viewport()->setAutoFillBackground(false);
    d->page->setAutoFillBackground(false);

    d->head->addButton(d->code);
    d->tabs->setProperty(compactTabsProperty, true);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 0, 4, 0);
    bar->addWidget(d->tabs);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(d->head);
    column->addLayout(bar);
    column->addWidget(new Hairline(Token::Sep, this));
    column->addWidget(d->scroll, 1);
    setMinimumWidth(280);

    connect(d->tabs, &QTabBar::currentChanged, this, [this](int index) {
        commitPending();
        d->section = static_cast<asl::Section>(d->tabs->tabData(index).toInt());
        d->show();
    });
    connect(d->code, &QToolButton::clicked, this, [this](bool json) {
        commitPending();
        d->showsJson = json;
        d->show();
    });
    connect(d->noteLink, &LinkButton::clicked, this, [this] {
        if (const Subject now = d->subject(); now.state != asl::noId) {
            const asl::Snapshot& snapshot = *d->workspace.snapshot();
            d->workspace.reveal(snapshot.tree().node(snapshot.machine().state(now.state).node).memberRange());
        }
    });
    connect(d->head, &InspectorHead::renamed, this, [this](const QString& name) { d->rename(name); });
    connect(d->head, &InspectorHead::duplicateClicked, this, [this] {
        commitPending();
        if (const asl::StatePath* state = d->shownState())
            d->workspace.apply(asl::duplicateState(*d->workspace.snapshot(), *state), d->host);
    });
    connect(d->head, &InspectorHead::deleteClicked, this, [this] {
        if (const asl::StatePath* state = d->shownState())
            d->workspace.apply(asl::deleteState(*d->workspace.snapshot(), *state), d->host);
    });
    connect(d->host, &FormHost::layoutChanged, this, [this] { d->show(); }, Qt::QueuedConnection);
    connect(d->host, &FormHost::focusWanted, this, [this](const std::string& pointer) {
        d->show();
        d->form->focusField(pointer);
    });
    connect(&workspace, &Workspace::readOnlyChanged, this, [this] { d->show(); });
    connect(&workspace, &Workspace::snapshotChanged, this, [this](const asl::SnapshotPointer&, const asl::TextPatch&, bool reset) {
        if (reset)
            d->forgetDocument();
        d->show();
    });
    connect(&workspace, &Workspace::selectionChanged, this, [this] { d->show(); });
    connect(&workspace, &Workspace::filePathChanged, this, [this] { d->show(); });
    connect(&workspace, &Workspace::diagnosticsChanged, this, [this] { d->show(); });
    connect(&Theme::current(), &Theme::changed, this, [this] { d->show(); });
    d->show();
}

InspectorPanel::~InspectorPanel() = default;

void InspectorPanel::startRenaming()
{
    d->head->startRenaming();
}

void InspectorPanel::commitPending()
{
    d->head->commitPending();
    if (d->showsJson)
        d->json->commitPending();
    else
        d->form->commitPending();
}

} // namespace designer

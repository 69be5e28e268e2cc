#include "ui/editor/code_editor.h"

#include "core/support/utf8.h"
#include "ui/editor/find_bar.h"
#include "ui/editor/gutter.h"
#include "ui/editor/language_tools.h"
#include "ui/editor/text_view.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QGridLayout>
#include <QInputDialog>

#include <algorithm>

namespace designer {

CodeEditor::CodeEditor(Workspace& workspace, SimulationController& simulation, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_simulation(simulation), m_view(new TextView(workspace)),
      m_gutter(new Gutter(*m_view, workspace)), m_findBar(new FindBar(*m_view, workspace)),
      m_language(new LanguageTools(*m_view, workspace, simulation, this))
{
    m_view->setVerticalScrollBar(new ProblemScrollBar(*m_view, workspace));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_findBar, 0, 0, 1, 2);
    grid->addWidget(m_gutter, 1, 0);
    grid->addWidget(m_view, 1, 1);
    setFocusProxy(m_view);
    setMinimumHeight(60);

    connect(m_view, &QPlainTextEdit::cursorPositionChanged, this, [this] {
        emit cursorMoved();
        if (m_view->hasFocus())
            selectStateAtCursor();
    });
    connect(&workspace, &Workspace::selectionChanged, this, &CodeEditor::followSelection);
    connect(&workspace, &Workspace::snapshotChanged, this, [this](const asl::SnapshotPointer&, const asl::TextPatch&, bool, QObject* author) {
        if (author == m_view)
            selectStateAtCursor();
        markSelection();
        markBreakpoints();
        emit cursorMoved();
    });
    connect(&workspace, &Workspace::revealRequested, this, [this](asl::TextRange range) { m_view->goTo(range, true); });
    connect(&simulation, &SimulationController::breakpointsChanged, this, &CodeEditor::markBreakpoints);
    connect(m_gutter, &Gutter::breakpointClicked, this, [this](std::size_t row) {
        if (const auto state = stateInRow(row))
            m_simulation.toggleBreakpoint(*state);
    });
}

asl::LineColumn CodeEditor::cursor() const
{
    const std::string& text = m_workspace.text();
    const std::size_t byte = m_view->cursorByte();
    const BlockMap& map = m_view->map();
    const std::size_t line = map.row(map.rowAtByte(byte)).line;
    const std::size_t begin = map.row(map.firstRowOfLine(line)).begin;
    return {line + 1, asl::codePointCount(std::string_view(text).substr(begin, byte - begin)) + 1};
}

void CodeEditor::find()
{
    m_findBar->open();
}

void CodeEditor::findNext()
{
    m_findBar->next();
}

void CodeEditor::findPrevious()
{
    m_findBar->previous();
}

void CodeEditor::goToLine()
{
    auto* dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Go to line"));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, static_cast<int>(m_view->map().lineCount()));
    dialog->setIntValue(static_cast<int>(cursor().line));
    dialog->setLabelText(tr("Line, from 1 to %1:").arg(m_view->map().lineCount()));
    connect(dialog, &QInputDialog::intValueSelected, this, [this](int line) {
        const std::size_t begin = m_view->map().row(m_view->map().firstRowOfLine(static_cast<std::size_t>(line) - 1)).begin;
        m_view->setFocus(Qt::OtherFocusReason);
        m_view->goTo({begin, begin}, false);
    });
    dialog->open();
}

void CodeEditor::complete()
{
    m_view->setFocus(Qt::OtherFocusReason);
    m_language->complete();
}

void CodeEditor::explain()
{
    m_language->explain();
}

void CodeEditor::goToDefinition()
{
    m_language->goToDefinition();
}

void CodeEditor::findReferences()
{
    m_language->findReferences();
}

void CodeEditor::rename()
{
    m_language->rename();
}

void CodeEditor::toggleBreakpoint()
{
    const std::size_t row = m_view->map().rowAtByte(m_view->cursorByte());
    if (const auto state = stateInRow(row))
        m_simulation.toggleBreakpoint(*state);
}

std::optional<asl::StatePath> CodeEditor::stateAt(std::size_t byte) const
{
    const asl::Snapshot& snapshot = *m_workspace.snapshot();
    if (snapshot.text().size() != m_workspace.text().size()) // a patient document, just being typed in
        return std::nullopt;
    const asl::StateId id = snapshot.machine().stateAt(snapshot.tree(), byte);
    return id == asl::noId ? std::nullopt : std::optional(snapshot.machine().path(id));
}

/// The state that the row is about: its name may stand behind white space.
std::optional<asl::StatePath> CodeEditor::stateInRow(std::size_t row) const
{
    const asl::TextRange content = m_view->map().content(row);
    const std::size_t begin = m_workspace.text().find_first_not_of(" \t", content.begin);
    return stateAt(std::min(begin, content.end));
}

void CodeEditor::selectStateAtCursor()
{
    const asl::Snapshot& snapshot = *m_workspace.snapshot();
    if (snapshot.text().size() != m_workspace.text().size())
        return;
    const auto state = stateAt(m_view->cursorByte());
    m_workspace.select(state ? Selection{{*state}, std::nullopt} : Selection{}, this);
}

void CodeEditor::followSelection(const Selection& selection, QObject* author)
{
    markSelection();
    if (author == this || author == m_view)
        return;
    const asl::Snapshot& snapshot = *m_workspace.snapshot();
    const asl::StateMachine& machine = snapshot.machine();
    asl::NodeId node = asl::noNode;
    if (selection.transition) {
        if (const asl::TransitionId id = machine.find(*selection.transition); id != asl::noId)
            node = machine.transition(id).reference != asl::noNode ? machine.transition(id).reference : machine.transition(id).owner;
    } else if (selection.current()) {
        if (const asl::StateId id = machine.find(*selection.current()); id != asl::noId)
            node = machine.state(id).node;
    }
    if (node == asl::noNode)
        return;
    const asl::TextRange range = snapshot.tree().node(node).memberRange();
    if (!range.contains(m_view->cursorByte()))
        m_view->goTo({range.begin, range.begin}, false);
}

void CodeEditor::markSelection()
{
    const asl::Snapshot& snapshot = *m_workspace.snapshot();
    const BlockMap& map = m_view->map();
    std::vector<std::pair<std::size_t, std::size_t>> rows;
    for (const asl::StatePath& state : m_workspace.selection().states)
        if (const asl::StateId id = snapshot.machine().find(state); id != asl::noId) {
            const asl::TextRange range = snapshot.tree().node(snapshot.machine().state(id).node).memberRange();
            if (range.end <= map.textSize())
                rows.emplace_back(map.rowAtByte(range.begin), map.rowAtByte(range.end > range.begin ? range.end - 1 : range.end));
        }
    m_view->setMarkedRows(std::move(rows));
}

void CodeEditor::markBreakpoints()
{
    const asl::Snapshot& snapshot = *m_workspace.snapshot();
    std::vector<std::size_t> rows;
    for (const asl::StatePath& state : m_simulation.breakpoints())
        if (const asl::StateId id = snapshot.machine().find(state); id != asl::noId)
            rows.push_back(m_view->map().rowAtByte(snapshot.tree().node(snapshot.machine().state(id).node).memberRange().begin));
    std::sort(rows.begin(), rows.end());
    m_gutter->setBreakpointRows(std::move(rows));
}

} // namespace designer

#include "ui/simulator/breakpoint_group.h"

#include "ui/simulator/breakpoint_dialog.h"
#include "ui/simulator/row_list.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace designer {

BreakpointGroup::BreakpointGroup(Workspace& workspace, SimulationController& controller, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_controller(controller), m_head(new GroupHead(tr("Breakpoints"), this)),
      m_rows(new RowList(tr("Breakpoints"), this)),
      m_none(new ThemedLabel(tr("None. Select a state and press F9."), FontRole::Body, Token::Text2, this)),
      m_add(iconButton(QStringLiteral("add"), tr("Stop at the entry of the selected state (F9)"), m_head)),
      m_edit(iconButton(QStringLiteral("ui-edit"), tr("When it stops… (Ctrl+F9)"), m_head)), m_onErrors(new QCheckBox(tr("Stop on errors"), this))
{
    m_head->addWidget(m_edit);
    m_head->addWidget(m_add);
    m_none->setContentsMargins(12, 4, 12, 8);
    m_none->setWordWrap(true);
    m_onErrors->setToolTip(tr("Where a task, an expression, a Map or a Parallel fails, caught or not"));
    auto* checkRow = new QHBoxLayout;
    checkRow->setContentsMargins(12, 2, 12, 8);
    checkRow->addWidget(m_onErrors);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(m_none);
    column->addWidget(m_rows);
    column->addLayout(checkRow);

    connect(m_rows, &RowList::chosen, this, [this](int row) { m_workspace.select(m_paths[static_cast<std::size_t>(row)], this); });
    connect(m_rows, &RowList::doubleClicked, this, &BreakpointGroup::editCurrent);
    connect(m_rows, &RowList::buttonPressed, this, [this](int row) { m_controller.toggleBreakpoint(asl::StatePath(m_paths[static_cast<std::size_t>(row)])); });
    connect(m_edit, &QToolButton::clicked, this, &BreakpointGroup::editCurrent);
    connect(m_add, &QToolButton::clicked, this, [this] {
        if (const asl::StatePath* state = m_workspace.selection().current())
            m_controller.toggleBreakpoint(asl::StatePath(*state));
    });
    connect(m_onErrors, &QCheckBox::toggled, &controller, &SimulationController::setStopsOnErrors);
    connect(&controller, &SimulationController::breakpointsChanged, this, &BreakpointGroup::refresh);
    connect(&workspace, &Workspace::selectionChanged, this, &BreakpointGroup::refresh);
    connect(&Theme::current(), &Theme::changed, this, &BreakpointGroup::refresh);
    refresh();
}

void BreakpointGroup::editCurrent()
{
    if (const asl::StatePath* state = m_workspace.selection().current(); state && m_controller.breakpoints().contains(*state))
        (new BreakpointDialog(m_controller, *state, window()))->open();
}

void BreakpointGroup::refresh()
{
    std::vector<ListRow> rows;
    m_paths.assign(m_controller.breakpoints().begin(), m_controller.breakpoints().end());
    for (const asl::StatePath& path : m_paths) {
        const BreakpointRule rule = m_controller.breakpoint(path);
        ListRow row;
        row.glyph = rule.condition.empty() ? QStringLiteral("sim-breakpoint") : QStringLiteral("sim-breakpoint-conditional");
        row.glyphColor = color(rule.enabled ? Token::Err : Token::Disabled);
        row.title = toQString(path.name);
        row.titleEnd = !rule.enabled ? tr("switched off") : rule.when == BreakpointRule::When::Exit ? tr("at its end") : tr("on entry");
        if (rule.fromVisit > 1)
            row.titleEnd += QLatin1Char(' ') + tr("from visit %1 on").arg(rule.fromVisit);
        row.detail = toQString(rule.condition);
        row.detailIsCode = true;
        row.button = QStringLiteral("ui-close");
        row.buttonText = tr("Remove");
        rows.push_back(std::move(row));
    }
    m_head->setCount(static_cast<int>(rows.size()));
    m_none->setVisible(rows.empty());
    m_rows->show(std::move(rows));
    m_onErrors->setChecked(m_controller.stopsOnErrors());
    const asl::StatePath* state = m_workspace.selection().current();
    const bool has = state && m_controller.breakpoints().contains(*state);
    m_add->setEnabled(state && !has);
    m_edit->setEnabled(has);
    const auto current = has ? std::find(m_paths.begin(), m_paths.end(), *state) : m_paths.end();
    m_rows->setCurrentRow(current == m_paths.end() ? -1 : static_cast<int>(current - m_paths.begin()));
}

} // namespace designer

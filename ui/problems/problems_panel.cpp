#include "ui/problems/problems_panel.h"

#include "ui/problems/problem_model.h"
#include "ui/problems/switched_off_dialog.h"
#include "ui/support/icons.h"
#include "ui/support/qt_text.h"
#include "ui/support/rule_dialog.h"
#include "ui/support/severity.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr asl::Severity severities[] = {asl::Severity::Error, asl::Severity::Warning, asl::Severity::Info};

} // namespace

ProblemsPanel::ProblemsPanel(Workspace& workspace, QWidget* parent)
    : GroundWidget(Token::Surface, parent), m_workspace(workspace), m_model(new ProblemModel(this)), m_filter(new ProblemFilter(this)),
      m_list(new QListView(this)), m_search(new QLineEdit(this)), m_switchedOff(new LinkButton({}, this)),
      m_empty(new ThemedLabel(tr("No problems."), FontRole::Body, Token::Text2, this)),
      m_next(new QAction(tr("Next problem"), this)), m_previous(new QAction(tr("Previous problem"), this))
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 12, 4);
    bar->setSpacing(4);
    for (const asl::Severity severity : severities) {
        auto* button = new QToolButton(this);
        button->setIcon(QIcon(icon(severityGlyph(severity), severityToken(severity))));
        button->setIconSize({16, 16});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setCheckable(true);
        button->setChecked(true);
        connect(button, &QToolButton::toggled, this, [this, severity](bool shown) {
            m_filter->setSeverityShown(severity, shown);
            m_empty->setVisible(m_filter->rowCount() == 0);
        });
        m_severities[static_cast<int>(severity)] = button;
        bar->addWidget(button);
    }
    bar->addSpacing(8);
    bar->addWidget(m_switchedOff);
    bar->addStretch();
    m_search->setPlaceholderText(tr("Filter problems"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(240);
    m_search->addAction(icon(QStringLiteral("ui-filter"), Token::Text2), QLineEdit::LeadingPosition);
    bar->addWidget(m_search, 1);

    m_filter->setSourceModel(m_model);
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new ProblemDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Problems"));
    m_list->viewport()->setAutoFillBackground(false);
    m_empty->setAlignment(Qt::AlignCenter);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(new Hairline(Token::Sep, this));
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    m_empty->setMinimumHeight(48);
    setFocusProxy(m_list);

    m_next->setShortcut(QKeySequence(Qt::Key_F8));
    m_previous->setShortcut(QKeySequence(Qt::SHIFT | Qt::Key_F8));
    connect(m_next, &QAction::triggered, this, &ProblemsPanel::goToNext);
    connect(m_previous, &QAction::triggered, this, &ProblemsPanel::goToPrevious);
    addActions({m_next, m_previous});

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filter->setText(text);
        m_empty->setVisible(m_filter->rowCount() == 0);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex& index) {
        const QPoint pointer = m_list->viewport()->mapFromGlobal(QCursor::pos());
        if (index.data(ProblemModel::HasFixRole).toBool() && ProblemDelegate::fixRect(m_list->visualRect(index)).contains(pointer))
            showMenu(index, QCursor::pos());
        else
            jumpTo(index);
    });
    connect(m_list, &QListView::activated, this, &ProblemsPanel::jumpTo);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint& position) {
        showMenu(m_list->indexAt(position), m_list->viewport()->mapToGlobal(position));
    });
    connect(m_switchedOff, &QAbstractButton::clicked, this, &ProblemsPanel::openSwitchedOff);
    connect(&m_workspace, &Workspace::validateOptionsChanged, this, &ProblemsPanel::showSwitchedOff);
    connect(&m_workspace, &Workspace::diagnosticsChanged, this, &ProblemsPanel::refresh);
    showSwitchedOff();
    refresh();
}

void ProblemsPanel::refresh()
{
    const QString text = m_visited.data().toString();
    const int row = m_visited.row();
    m_model->show(m_workspace.snapshot(), m_workspace.diagnostics());
    int counts[3];
    for (const asl::Severity severity : severities) {
        const int index = static_cast<int>(severity);
        counts[index] = m_model->count(severity);
        m_severities[index]->setText(QString::number(counts[index]));
        m_severities[index]->setToolTip(severity == asl::Severity::Error ? tr("Show errors")
                                            : severity == asl::Severity::Warning ? tr("Show warnings") : tr("Show notes"));
        m_severities[index]->setAccessibleName(tr("%1: %2").arg(m_severities[index]->toolTip()).arg(counts[index]));
    }
    m_empty->setVisible(m_filter->rowCount() == 0);
    // The same problem stays current; when it is solved, the one that took its place.
    if (row >= 0 && m_filter->rowCount() > 0) {
        const QModelIndex again = m_filter->index(std::min(row, m_filter->rowCount() - 1), 0);
        const QModelIndexList same = m_filter->match(m_filter->index(0, 0), ProblemModel::TextRole, text, 1, Qt::MatchExactly);
        m_visited = same.isEmpty() ? again : same.first();
        m_list->setCurrentIndex(m_visited);
    }
    emit countsChanged(counts[0], counts[1], counts[2]);
}

void ProblemsPanel::goToNext() { step(1); }
void ProblemsPanel::goToPrevious() { step(-1); }

void ProblemsPanel::step(int direction)
{
    const int count = m_filter->rowCount();
    if (count == 0)
        return;
    const int row = m_visited.row();
    const int next = row < 0 ? (direction > 0 ? 0 : count - 1) : (row + direction + count) % count;
    m_list->setCurrentIndex(m_filter->index(next, 0));
    jumpTo(m_list->currentIndex());
}

void ProblemsPanel::jumpTo(const QModelIndex& index)
{
    if (!index.isValid())
        return;
    m_visited = index;
    const asl::TextRange range = m_model->diagnostic(m_filter->mapToSource(index).row()).range;
    const asl::Snapshot& snapshot = *m_workspace.snapshot();
    const asl::StateId id = snapshot.machine().stateAt(snapshot.tree(), range.begin);
    if (id == asl::noId)
        m_workspace.select(Selection{}, this);
    else
        m_workspace.select(snapshot.machine().path(id), this);
    m_workspace.reveal(range);
}

/// Beside an empty place of the list the menu has what concerns no problem.
void ProblemsPanel::showMenu(const QModelIndex& index, const QPoint& globalPosition)
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.isValid()) {
        const asl::Diagnostic& diagnostic = m_model->diagnostic(m_filter->mapToSource(index).row());
        for (const asl::QuickFix& fix : diagnostic.fixes)
            menu->addAction(icon(QStringLiteral("problem-fix")), translated(fix.label), this, [this, edit = fix.edit] { m_workspace.apply(edit, this); });
        if (!diagnostic.fixes.empty())
            menu->addSeparator();
        menu->addAction(tr("Go to the place"), this, [this, index = QPersistentModelIndex(index)] { jumpTo(index); });
        menu->addSeparator();
        if (const asl::RuleInfo* rule = asl::validationRule(diagnostic.rule)) {
            menu->addAction(tr("About the rule"), this, [this, rule] { (new RuleDialog(*rule, this))->show(); });
            menu->addAction(tr("Switch off this rule for this file"), this, [this, rule] { switchRule(m_workspace, rule->name, false); });
        }
    }
    menu->addAction(tr("Switched-off rules…"), this, &ProblemsPanel::openSwitchedOff);
    menu->popup(globalPosition);
}

void ProblemsPanel::showSwitchedOff()
{
    const int count = static_cast<int>(switchedOffRules(m_workspace).size());
    m_switchedOff->setVisible(count > 0);
    m_switchedOff->setText(tr("%n rule(s) switched off", nullptr, count));
    m_switchedOff->updateGeometry();
}

void ProblemsPanel::openSwitchedOff()
{
    (new SwitchedOffDialog(m_workspace, window()))->open();
}

} // namespace designer

#include "ui/outline/outline_panel.h"

#include "ui/outline/outline_model.h"

#include <QItemSelectionModel>
#include <QTreeView>
#include <QVBoxLayout>

namespace designer {

namespace {

constexpr int mostOpened = 300; // a larger tree opens with its first level only

} // namespace

OutlinePanel::OutlinePanel(Workspace& workspace, QWidget* parent)
    : GroundWidget(Token::Surface, parent), m_workspace(workspace), m_model(new OutlineModel(this)), m_tree(new QTreeView)
{
    m_tree->setModel(m_model);
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(16);
    m_tree->setIconSize({22, 22});
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAccessibleName(tr("States of the workflow"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(4, 8, 0, 0);
    column->addWidget(m_tree);
    setFocusProxy(m_tree);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        const auto state = m_model->stateAt(index);
        if (state && !m_following)
            m_workspace.select(*state, this);
    });
    connect(&workspace, &Workspace::snapshotChanged, this, &OutlinePanel::refresh);
    connect(&workspace, &Workspace::selectionChanged, this, [this](const Selection& selection, QObject* author) {
        if (author != this)
            followSelection(selection);
    });
}

/// An outline that nobody sees is not kept up to date.
void OutlinePanel::showEvent(QShowEvent* event)
{
    GroundWidget::showEvent(event);
    refresh();
}

void OutlinePanel::refresh()
{
    if (!isVisible())
        return;
    const QScopedValueRollback guard(m_following, true);
    const int rows = m_model->rowCount();
    m_model->show(m_workspace.snapshot());
    if (m_model->rowCount() != rows && m_workspace.snapshot()->machine().states().size() <= mostOpened)
        m_tree->expandAll();
    followSelection(m_workspace.selection());
}

void OutlinePanel::followSelection(const Selection& selection)
{
    if (!isVisible())
        return;
    const QScopedValueRollback guard(m_following, true);
    const QModelIndex index = selection.current() ? m_model->indexOf(*selection.current()) : QModelIndex();
    m_tree->setCurrentIndex(index);
    if (index.isValid())
        m_tree->scrollTo(index);
}

} // namespace designer

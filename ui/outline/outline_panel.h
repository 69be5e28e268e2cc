#pragma once
// OutlinePanel: all states of the definition as a tree; a click selects, what is selected elsewhere is marked here.

#include "ui/support/labels.h"
#include "ui/workspace/workspace.h"

class QTreeView;

namespace designer {

class OutlineModel;

class OutlinePanel final : public GroundWidget
{
    Q_OBJECT

public:
    explicit OutlinePanel(Workspace& workspace, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void followSelection(const Selection& selection);

    Workspace& m_workspace;
    OutlineModel* m_model;
    QTreeView* m_tree;
    bool m_following = false;
};

} // namespace designer

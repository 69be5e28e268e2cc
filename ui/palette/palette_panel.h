#pragma once
// PalettePanel: what can be put into a workflow: service actions, flow states and patterns; by drag, or by Enter.

#include "ui/support/labels.h"
#include "ui/workspace/workspace.h"

class QLineEdit;

namespace designer {

class CodePreview;
class PaletteList;
class PaletteModel;
class SegmentedControl;

class PalettePanel final : public GroundWidget
{
    Q_OBJECT

public:
    explicit PalettePanel(Workspace& workspace, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {248, 600}; }

public slots:
    void focusSearch();
    /// Inserts the current entry on the selected transition, after the selected state, or as the first state.
    void insertCurrent();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showEntries();
    void showPreview();

    Workspace& m_workspace;
    PaletteModel* m_model;
    QLineEdit* m_search;
    SegmentedControl* m_tabs;
    PaletteList* m_list;
    CodePreview* m_preview;
};

} // namespace designer

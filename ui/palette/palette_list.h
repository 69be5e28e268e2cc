#pragma once
// PaletteList: the list from which entries are dragged, and the chip that hangs at the pointer meanwhile.

#include "ui/palette/palette_model.h"
#include "ui/workspace/workspace.h"

#include <QListView>

namespace designer {

class PaletteList final : public QListView
{
    Q_OBJECT

public:
    PaletteList(Workspace& workspace, PaletteModel& model, QWidget* parent = nullptr);

protected:
    void startDrag(Qt::DropActions actions) override;

private:
    Workspace& m_workspace;
    PaletteModel& m_model;
};

/// The drag chip: tile and short name on a raised ground with its shadow; `hotSpot` is where the pointer's tip is.
QPixmap dragChip(const Tile& tile, const QString& name, qreal devicePixelRatio, QPoint& hotSpot);

} // namespace designer

#pragma once
// DragChip: what hangs at the pointer while a state is dragged over the canvas: its tile and name, and under it the reason
// why it may not be dropped here.

#include "ui/support/tile.h"

#include <QWidget>

namespace designer {

class DragChip final : public QWidget
{
    Q_OBJECT

public:
    explicit DragChip(QWidget* parent);

    /// An empty name shows no chip (the drag has its own picture), only refusals.
    void setFace(const Tile& tile, const QString& name);
    void setRefusal(const QString& reason);
    void moveTo(QPoint pointer);
    const QString& refusal() const { return m_refusal; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();

    Tile m_tile;
    QString m_name;
    QString m_refusal;
};

} // namespace designer

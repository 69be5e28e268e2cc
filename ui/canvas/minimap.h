#pragma once
// Minimap: the whole drawing at the lower right of the canvas, with the part that is in view.

#include "ui/canvas/diagram.h"

#include <QPixmap>
#include <QWidget>

namespace designer {

class Minimap final : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(QWidget* parent);

    void setDiagram(const DiagramPointer& diagram);
    void setSelected(std::vector<asl::StatePath> states);
    void setVisibleArea(const QRectF& area); ///< in the drawing

signals:
    void centerWanted(QPointF position);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;

private:
    QTransform toWidget() const;
    void paintDrawing(QPainter& painter) const;

    DiagramPointer m_diagram;
    std::vector<asl::StatePath> m_selected;
    QRectF m_visible;
    QPixmap m_cache;
};

} // namespace designer

#pragma once
// ZoomBar: the floating bar at the lower left of the canvas.

#include <QFrame>

class QToolButton;

namespace designer {

class ZoomBar final : public QFrame
{
    Q_OBJECT

public:
    explicit ZoomBar(QWidget* parent);

    void setZoom(qreal zoom);
    void setMinimapShown(bool shown);
    void setFlowsRight(bool right);

signals:
    void zoomInWanted();
    void zoomOutWanted();
    void zoomWanted(qreal zoom);
    void fitWanted();
    void directionToggled(bool right);
    void minimapToggled(bool shown);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QToolButton* m_percent;
    QToolButton* m_direction;
    QToolButton* m_minimap;
};

} // namespace designer

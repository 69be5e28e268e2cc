#pragma once
// CanvasView: the graph of a workspace: shows, selects, and ends every gesture in an Edit or in nothing.

#include "core/layout/diagram_graph.h"
#include "core/model/state_path.h"

#include <QGraphicsView>

#include <memory>
#include <set>

namespace designer {

class SimulationController;
class Workspace;

class CanvasView final : public QGraphicsView
{
    Q_OBJECT

public:
    CanvasView(Workspace& workspace, SimulationController& simulation, QWidget* parent = nullptr);
    ~CanvasView() override;

    qreal zoom() const; ///< 1 is 100 %
    bool isMinimapVisible() const;
    asl::layout::Direction direction() const;
    /// Kept per file by the application.
    const std::set<asl::StatePath>& folded() const;
    void setFolded(std::set<asl::StatePath> folded);

public slots:
    void zoomIn();
    void zoomOut();
    void resetZoom();
    void fit();
    void setMinimapVisible(bool visible);
    void setDirection(asl::layout::Direction direction);
    void toggleFold();       ///< of the current state
    void deleteSelection();
    void duplicateSelection();
    void renameCurrent();    ///< a field over the name
    void openQuickAdd();     ///< after the current state, or on the selected edge
    void selectAll();
    void centerOnSelection();

signals:
    void zoomChanged(qreal zoom);
    /// One line about the gesture under way ("Insert after A. Esc cancels, Ctrl copies"); empty when it ended.
    void hintChanged(const QString& text);
    /// The user wants the form of the current state (double click, "Edit" in the menu).
    void editRequested();
    void foldedChanged();

protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void drawBackground(QPainter* painter, const QRectF& rect) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace designer

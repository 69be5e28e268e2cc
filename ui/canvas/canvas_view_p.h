#pragma once
// What the parts of CanvasView share: navigation, gestures and commands lie in files of their own.

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/canvas_view.h"
#include "ui/canvas/diagram_source.h"
#include "ui/canvas/drop_target.h"
#include "ui/canvas/run_overlay.h"
#include "ui/workspace/dragged_state.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPointer>
#include <QTimer>

namespace designer {

class DragChip;
class Minimap;
class QuickAdd;
class RenameField;
class RunChip;
class RunLegend;
class ZoomBar;

struct CanvasView::Private
{
    Q_DECLARE_TR_FUNCTIONS(CanvasView)

public:
    enum class Gesture { None, Pressed, Move, Rewire, RubberBand, Pan };

    Private(CanvasView& view, Workspace& workspace, SimulationController& simulation);

    // --- canvas_view.cpp
    void takeDiagram(bool reset);
    void takeSelection(bool reveal);
    void takeProblems();
    void takeRun();
    void clickPlaces(quint32 node);
    void takeBreakpoints();
    void placeFloating();
    void updateVisibleArea();
    void updateScrollBars();
    void showNote(const QString& text);
    void setZoom(qreal zoom, std::optional<QPoint> fixed = std::nullopt);
    void fitNow();
    void ensureVisible(const QRectF& rect);
    QPointF sceneAt(QPoint viewportPosition) const { return view.mapToScene(viewportPosition); }
    const Diagram* diagram() const { return scene.diagram().get(); }
    /// Node of the current state of the selection; noId when there is none on the drawing.
    quint32 currentNode() const;
    quint32 anchorNode() const;

    // --- canvas_gestures.cpp
    void press(QMouseEvent* event);
    void drag(QMouseEvent* event);
    void release(QMouseEvent* event);
    void hover(QPoint position);
    void clickNode(quint32 node, Qt::KeyboardModifiers modifiers);
    void clickIterations(const Hit& hit);
    void selectInIteration(asl::VisitId map, quint32 iteration);
    void beginMove();
    void beginRewire();
    void updateMove(QPoint position);
    void updateRewire(QPoint position);
    void endRubberBand(Qt::KeyboardModifiers modifiers);
    void cancelGesture();
    void scrollNearBorder(QPoint position);
    QString toolTipFor(const Hit& hit) const;

    // --- canvas_drops.cpp
    /// Judges what would happen at a place and shows it.
    void updateDrop(QPoint position, bool copies);
    asl::Result<asl::Edit> editFor(const DropTarget& target, bool copies) const;
    void showPreview(const asl::Result<asl::Edit>& edit);
    bool finishDrop();
    void endDrop();
    QString hintFor(const DropTarget& target, bool copies) const;

    // --- canvas_commands.cpp
    bool keyPress(QKeyEvent* event);
    void walk(int key);
    void selectNode(quint32 node);
    void selectWay(quint32 edge);
    void openQuickAdd(const asl::Place& place, QPointF scenePosition);
    void insert(const asl::NewState& state, const asl::Place& place);
    void deleteSelected();
    void duplicateSelected();
    void fold(quint32 node);
    void openMenu(QPoint position);

    CanvasView& view;
    Workspace& workspace;
    SimulationController& simulation;
    CanvasScene scene;
    DiagramSource source;

    ZoomBar* zoomBar;
    Minimap* minimap;
    DragChip* chip;
    QLabel* note;
    RunChip* runChip;
    RunLegend* legend;
    QPointer<RenameField> renameField;
    QPointer<QuickAdd> quickAdd;
    bool minimapWanted = true;
    bool fitPending = true;

    Gesture gesture = Gesture::None;
    Hit pressed;
    QPoint pressPosition;
    QPoint lastPosition;
    QPoint bandEnd;
    bool spaceHeld = false;
    QTimer autoScroll;
    bool copying = false;

    std::optional<DraggedState> draggedIn;      ///< from the palette
    std::optional<asl::StatePath> draggedState; ///< of this canvas
    DropTarget target;
    std::optional<asl::Edit> dropEdit;          ///< what releasing would do
    asl::SnapshotPointer dropSnapshot;          ///< that it was made for

    RunOverlay overlay;
    OverlayIndex overlayIndex;
    ShownIterations shownIterations; ///< chosen by hand at this step of the run
    quint64 shownStep = 0;
};

} // namespace designer

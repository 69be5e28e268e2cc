#pragma once
// CanvasScene: what the canvas shows at the moment: a drawing, what is selected, hovered, run, dropped. Paints only what a
// repaint exposes, straight from the shapes of the drawing: thousands of scene items would cost more than a frame.

#include "core/execution/run_view.h"
#include "ui/canvas/painting.h"

#include <QGraphicsScene>
#include <QVariantAnimation>

#include <map>
#include <set>

namespace designer {

/// What lies under a point.
struct Hit
{
    enum class Part { Nothing, Node, Edge, EdgeLabel, EdgeHead, Plus, Fold, Frame, FormerIteration, NextIteration, Iterations, Places };
    Part part = Part::Nothing;
    quint32 index = asl::noId; ///< node or edge

    explicit operator bool() const { return part != Part::Nothing; }
    bool isEdge() const { return part >= Part::Edge && part <= Part::Plus; }
    friend bool operator==(const Hit&, const Hit&) = default;
};

struct MapProgress
{
    std::uint32_t shown = 0;
    std::uint32_t count = 0;
    std::vector<asl::VisitStatus> children;
};

/// Status of everything in a run, by node and edge of the drawing.
struct RunLook
{
    bool active = false;
    std::vector<std::optional<Status>> nodes;
    std::vector<int> passes;
    quint32 paused = asl::noId;          ///< where it goes on
    std::map<quint32, quint32> places;   ///< by node: how many places of the run stand there, in all iterations; empty: only one in all
    std::map<quint32, MapProgress> maps; ///< by node, of unfolded Maps that have been entered
};

/// What a drop would do, while something is dragged.
struct DropLook
{
    Drop verdict = Drop::None;
    quint32 edge = asl::noId;
    quint32 node = asl::noId;      ///< a placeholder, or the target of a rewired edge
    std::optional<CardFace> ghost;
    asl::StatePath ghostPath;      ///< drawn as ghost in a drawing of the result
    std::vector<quint32> moved;    ///< cards being moved: pale
    QLineF rewire;                 ///< not null: the way being drawn
};

class CanvasScene final : public QGraphicsScene
{
    Q_OBJECT

public:
    explicit CanvasScene(QObject* parent = nullptr);

    /// Shows another drawing; what is in both moves there unless there is too much of it.
    /// `shift` is how far the view moves with it.
    void show(const DiagramPointer& diagram, bool animated, QPointF shift = {});
    /// A drawing of what would be, on top of the present one, until null is shown.
    void preview(const DiagramPointer& diagram);
    const DiagramPointer& diagram() const { return m_diagram; }

    Hit hitAt(QPointF position, qreal zoom) const;
    QPointF plusOf(const EdgeShape& edge) const;
    QRectF foldButton(const NodeShape& node) const;
    QRectF iterationBar(const NodeShape& node) const;
    /// The mark of the places of a run that stand at a card, beside it.
    QRectF placeMark(const NodeShape& node) const;

    void select(const std::vector<asl::StatePath>& states, const std::optional<asl::TransitionPath>& transition);
    bool isSelected(quint32 node) const;
    void setHover(const Hit& hit);
    const Hit& hover() const { return m_hover; }
    void setProblems(std::map<asl::StatePath, asl::Severity> problems);
    void setDamaged(std::set<asl::StatePath> states);
    void setBreakpoints(std::map<asl::StatePath, Breakpoint> states);
    void setRun(RunLook run);
    void setDrop(DropLook drop);
    const DropLook& drop() const { return m_drop; }
    void setViewFocus(bool focused);

    /// Paints what lies in `area`; `plain` leaves out hover and selection.
    void paint(QPainter& painter, const QRectF& area, qreal zoom, qreal devicePixelRatio) const;

private:
    NodeLook lookOf(const Diagram& diagram, quint32 node) const;
    EdgeLook lookOf(const Diagram& diagram, const EdgeShape& edge, quint32 index) const;
    void paintHover(DiagramPainter& pen, QPainter& painter) const;
    void paintIterationBars(QPainter& painter, qreal zoom) const;
    void animateTo(const DiagramPointer& diagram, bool animated, QPointF shift = {});
    void updateSceneRect();

    DiagramPointer m_diagram;  ///< of the document
    DiagramPointer m_shown;    ///< target of the movement: the same or a preview
    DiagramPointer m_visible;  ///< at this moment
    DiagramPointer m_from;
    QPointF m_shift;
    QVariantAnimation m_movement;
    std::set<asl::StatePath> m_selected;
    std::optional<asl::TransitionPath> m_selectedWay;
    std::map<asl::StatePath, asl::Severity> m_problems;
    std::set<asl::StatePath> m_damaged;
    std::map<asl::StatePath, Breakpoint> m_breakpoints;
    Hit m_hover;
    RunLook m_run;
    DropLook m_drop;
    bool m_viewFocus = false;
};

} // namespace designer

#pragma once
// Paints the shapes of a Diagram by the design system. Knows looks, no gestures and no documents.

#include "ui/canvas/diagram.h"
#include "ui/support/theme.h"
#include "ui/support/tile.h"

#include <optional>

class QPainter;

namespace designer {

/// How much is drawn at a scale.
enum class Detail { Shapes /* < 25 % */, Names /* < 50 % */, Cards /* < 60 % */, Everything };
Detail detailAt(qreal scale);

enum class Breakpoint { None, Active, Conditional, Off };
enum class Drop { None, Allowed, Refused };

struct NodeLook
{
    std::optional<Status> status;           ///< set in a run
    std::optional<asl::Severity> problem;
    Breakpoint breakpoint = Breakpoint::None;
    Drop drop = Drop::None;                 ///< of a placeholder
    bool selected = false;
    bool focused = false;                   ///< the keyboard's place without being selected
    bool viewHasFocus = true;
    bool hovered = false;
    bool paused = false;                    ///< the place where the run goes on
    quint32 places = 0;                     ///< of several in the run: how many stand here
    bool damaged = false;
    bool faded = false;                     ///< it is being moved
};

struct EdgeLook
{
    Drop drop = Drop::None;
    bool highlighted = false;  ///< hovered or selected
    bool labelSelected = false;
    bool inRun = false;
    int passes = 0;            ///< in a run
};

/// What a state shows of itself, wherever it is shown.
struct CardFace
{
    Tile tile;
    QString title;
    QString name;
};

/// Paints one thing at a time in the coordinates of the drawing. `zoom` is logical pixels for one of the drawing.
class DiagramPainter
{
public:
    DiagramPainter(QPainter& painter, const Diagram& diagram, qreal zoom, qreal devicePixelRatio);

    Detail detail() const { return m_detail; }
    void container(const NodeShape& node, const NodeLook& look);
    void node(const NodeShape& node, const NodeLook& look);
    void edge(const EdgeShape& edge, const EdgeLook& look);
    void label(const EdgeShape& edge, const EdgeLook& look);
    /// The "+" that inserts a state at a place.
    void plus(QPointF center);
    /// A card as it will stand after a drop.
    void ghost(const QRectF& box, const CardFace& face);

private:
    struct Frame { QColor fill; QColor line; qreal width; QList<qreal> dashes; };
    Frame frameOf(const NodeShape& node, const NodeLook& look) const;
    void card(const NodeShape& node, const NodeLook& look);
    void cardContent(const NodeShape& node, const NodeLook& look);
    void badges(const NodeShape& node, qreal right);
    void pill(const NodeShape& node, const NodeLook& look);
    void placeholder(const NodeShape& node, const NodeLook& look);
    void foldedStack(const NodeShape& node, const Frame& frame);
    void foldedPill(const NodeShape& node);
    void marks(const NodeShape& node, const NodeLook& look);
    void rounded(const QRectF& rect, qreal radius, const Frame& frame);
    QPen pen(const QColor& color, qreal width) const;
    QRectF snapped(const QRectF& rect) const;

    QPainter& m_painter;
    const Diagram& m_diagram;
    qreal m_zoom;
    qreal m_ratio;
    Detail m_detail;
};

} // namespace designer

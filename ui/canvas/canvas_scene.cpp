#include "ui/canvas/canvas_scene.h"

#include "core/layout/metrics.h"
#include "ui/canvas/diagram_transition.h"
#include "ui/support/icons.h"
#include "ui/support/style.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

#include <cmath>

namespace designer {

namespace {

constexpr int movementMs = 180;
constexpr int mostMoving = 300;
constexpr std::size_t mostCompared = 1500; ///< nodes; finding out what moved must not take a frame either
constexpr qreal edgeReach = 6;    ///< to each side of a line
constexpr qreal headReach = 12;   ///< around the tip of a line
constexpr qreal plusReach = 10;
constexpr QSizeF iterationBarSize(177, 27);
constexpr qreal iterationArrow = 32;
constexpr qreal pageAround = 400; ///< room to scroll beside the drawing
constexpr qreal ringRoom = 40;    ///< what stands around a card: rings, grip, breakpoint, paused mark

qreal distanceTo(const QPolygonF& line, QPointF point)
{
    qreal nearest = 1e9;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QPointF a = line[i - 1];
        const QPointF along = line[i] - a;
        const qreal length = QPointF::dotProduct(along, along);
        const qreal t = length > 0 ? std::clamp(QPointF::dotProduct(point - a, along) / length, 0.0, 1.0) : 0;
        const QPointF off = point - (a + along * t);
        nearest = std::min(nearest, std::hypot(off.x(), off.y()));
    }
    return nearest;
}

qreal lengthOf(QPointF point) { return std::hypot(point.x(), point.y()); }

} // namespace

CanvasScene::CanvasScene(QObject* parent) : QGraphicsScene(parent)
{
    setItemIndexMethod(NoIndex);
    m_movement.setEasingCurve(QEasingCurve::OutCubic);
    m_movement.setStartValue(0.0);
    m_movement.setEndValue(1.0);
    connect(&m_movement, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_visible = between(*m_from, m_shown, value.toReal(), m_shift);
        update();
    });
    connect(&Theme::current(), &Theme::changed, this, [this] { update(); });
}

void CanvasScene::show(const DiagramPointer& diagram, bool animated, QPointF shift)
{
    m_diagram = diagram;
    m_hover = {};
    m_drop = {};
    updateSceneRect();
    animateTo(diagram, animated, shift);
}

void CanvasScene::preview(const DiagramPointer& diagram)
{
    const DiagramPointer target = diagram ? diagram : m_diagram;
    if (target && target != m_shown)
        animateTo(target, true);
}

void CanvasScene::animateTo(const DiagramPointer& diagram, bool animated, QPointF shift)
{
    m_movement.stop();
    m_shift = shift;
    m_from = m_visible;
    m_shown = diagram;
    const bool wanted = animated && m_from && diagram->nodes.size() <= mostCompared && qApp->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
    const int moving = wanted ? movedNodes(*m_from, *diagram, shift) : 0;
    if (moving == 0 || moving > mostMoving) {
        m_visible = diagram;
        update();
        return;
    }
    m_movement.setDuration(movementMs);
    m_movement.start();
}

void CanvasScene::updateSceneRect()
{
    setSceneRect(m_diagram ? m_diagram->bounds.adjusted(-pageAround, -pageAround, pageAround, pageAround) : QRectF());
}

void CanvasScene::select(const std::vector<asl::StatePath>& states, const std::optional<asl::TransitionPath>& transition)
{
    m_selected = {states.begin(), states.end()};
    m_selectedWay = transition;
    update();
}

bool CanvasScene::isSelected(quint32 node) const
{
    const NodeShape& shape = m_diagram->nodes[node];
    return shape.kind == asl::layout::BoxKind::State && m_selected.contains(shape.path);
}

void CanvasScene::setHover(const Hit& hit)
{
    if (hit == m_hover)
        return;
    const auto repaint = [this](const Hit& of) {
        if (!of || !m_diagram)
            return;
        const QRectF area = of.isEdge() ? m_diagram->edges[of.index].bounds : m_diagram->nodes[of.index].outline;
        update(area.adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom));
    };
    repaint(m_hover);
    m_hover = hit;
    repaint(m_hover);
}

void CanvasScene::setProblems(std::map<asl::StatePath, asl::Severity> problems)
{
    if (problems == m_problems)
        return;
    m_problems = std::move(problems);
    update();
}

void CanvasScene::setDamaged(std::set<asl::StatePath> states)
{
    if (states == m_damaged)
        return;
    m_damaged = std::move(states);
    update();
}

void CanvasScene::setBreakpoints(std::map<asl::StatePath, Breakpoint> states)
{
    m_breakpoints = std::move(states);
    update();
}

void CanvasScene::setRun(RunLook run)
{
    m_run = std::move(run);
    update();
}

void CanvasScene::setDrop(DropLook drop)
{
    m_drop = std::move(drop);
    update();
}

void CanvasScene::setViewFocus(bool focused)
{
    m_viewFocus = focused;
    update();
}

QPointF CanvasScene::plusOf(const EdgeShape& edge) const
{
    if (edge.label.isEmpty() || !edge.label.adjusted(-plusReach, -plusReach, plusReach, plusReach).contains(edge.middle))
        return edge.middle;
    // Beside the label: between its right end and nothing else.
    return QPointF(edge.label.right() + plusReach + 2, edge.label.center().y());
}

QRectF CanvasScene::foldButton(const NodeShape& node) const
{
    if (node.folded)
        return QRectF(node.outline.center().x() - 90, node.outline.bottom() - 20, 180, 20);
    return QRectF(node.box.left() - 28, node.box.center().y() + 4, 24, 24);
}

QRectF CanvasScene::iterationBar(const NodeShape& node) const
{
    return QRectF(node.box.center().x() - iterationBarSize.width() / 2, node.box.bottom() + 2, iterationBarSize.width(),
                  iterationBarSize.height());
}

QRectF CanvasScene::placeMark(const NodeShape& node) const
{
    return QRectF(node.box.left() - ringRoom, node.box.center().y() - 11, ringRoom - 4, 22);
}

Hit CanvasScene::hitAt(QPointF position, qreal zoom) const
{
    if (!m_diagram)
        return {};
    // Targets stay large enough for a pointer when the drawing is small.
    const qreal grow = zoom < 1 ? std::min(1 / zoom, 3.0) : 1;
    const QRectF around = QRectF(position, QSizeF()).adjusted(-16 * grow, -16 * grow, 16 * grow, 16 * grow);
    const std::vector<quint32> edges = m_diagram->edgesIn(around);
    if (m_hover.isEdge() && lengthOf(plusOf(m_diagram->edges[m_hover.index]) - position) <= plusReach)
        return {Hit::Part::Plus, m_hover.index};
    for (const auto& [node, progress] : m_run.maps)
        if (const QRectF bar = iterationBar(m_diagram->nodes[node]); bar.contains(position))
            return {position.x() < bar.left() + iterationArrow    ? Hit::Part::FormerIteration
                    : position.x() > bar.right() - iterationArrow ? Hit::Part::NextIteration
                                                                  : Hit::Part::Iterations, node};
    for (const auto& [node, count] : m_run.places)
        if (placeMark(m_diagram->nodes[node]).contains(position))
            return {Hit::Part::Places, node};
    for (auto edge = edges.rbegin(); edge != edges.rend(); ++edge)
        if (m_diagram->edges[*edge].label.contains(position))
            return {Hit::Part::EdgeLabel, *edge};
    const std::vector<quint32> nodes = m_diagram->nodesIn(around.adjusted(-ringRoom, 0, ringRoom, 0));
    for (auto index = nodes.rbegin(); index != nodes.rend(); ++index) {
        const NodeShape& node = m_diagram->nodes[*index];
        if ((!node.frame.isEmpty() || node.folded) && foldButton(node).contains(position))
            return {Hit::Part::Fold, *index};
        if (node.box.contains(position))
            return {Hit::Part::Node, *index};
    }
    Hit best;
    qreal nearest = edgeReach * grow;
    for (quint32 index : edges) {
        const EdgeShape& edge = m_diagram->edges[index];
        if (lengthOf(edge.tip - edge.direction * 4 - position) <= headReach * grow && edge.hasWay)
            return {Hit::Part::EdgeHead, index};
        const qreal distance = distanceTo(edge.outline, position);
        if (distance <= nearest) {
            nearest = distance;
            best = {Hit::Part::Edge, index};
        }
    }
    if (best)
        return best;
    for (auto index = nodes.rbegin(); index != nodes.rend(); ++index)
        if (m_diagram->nodes[*index].frame.contains(position))
            return {Hit::Part::Frame, *index};
    return {};
}

NodeLook CanvasScene::lookOf(const Diagram& diagram, quint32 index) const
{
    const NodeShape& node = diagram.nodes[index];
    NodeLook look;
    look.viewHasFocus = m_viewFocus;
    const bool own = m_shown == m_diagram; // a preview has other indexes
    if (own) {
        look.hovered = m_hover.index == index && (m_hover.part == Hit::Part::Node || m_hover.part == Hit::Part::Fold);
        look.faded = std::find(m_drop.moved.begin(), m_drop.moved.end(), index) != m_drop.moved.end();
        if (m_drop.node == index)
            look.drop = m_drop.verdict;
        if (m_run.active && index < m_run.nodes.size()) {
            look.status = m_run.nodes[index];
            look.paused = m_run.paused == index;
            if (const auto places = m_run.places.find(index); places != m_run.places.end())
                look.places = places->second;
        }
    }
    if (node.kind != asl::layout::BoxKind::State)
        return look;
    look.selected = m_selected.contains(node.path);
    look.damaged = m_damaged.contains(node.path);
    if (const auto breakpoint = m_breakpoints.find(node.path); breakpoint != m_breakpoints.end())
        look.breakpoint = breakpoint->second;
    if (const auto problem = m_problems.find(node.path); problem != m_problems.end())
        look.problem = problem->second;
    return look;
}

EdgeLook CanvasScene::lookOf(const Diagram& diagram, const EdgeShape& edge, quint32 index) const
{
    EdgeLook look;
    const bool selected = edge.hasWay && m_selectedWay && *m_selectedWay == edge.way;
    look.highlighted = selected;
    look.labelSelected = selected;
    if (m_shown != m_diagram) { // the ways of what would be dropped
        if (m_drop.ghost && (diagram.nodes[edge.from].path == m_drop.ghostPath || diagram.nodes[edge.to].path == m_drop.ghostPath))
            look.drop = Drop::Allowed;
        return look;
    }
    look.highlighted = look.highlighted || (m_hover.isEdge() && m_hover.index == index);
    if (m_drop.edge == index)
        look.drop = m_drop.verdict;
    if (m_run.active && index < m_run.passes.size()) {
        look.inRun = true;
        look.passes = m_run.passes[index];
    }
    return look;
}

void CanvasScene::paint(QPainter& painter, const QRectF& area, qreal zoom, qreal devicePixelRatio) const
{
    if (!m_visible)
        return;
    const Diagram& diagram = *m_visible;
    DiagramPainter pen(painter, diagram, zoom, devicePixelRatio);
    const QRectF wide = area.adjusted(-ringRoom, -ringRoom, ringRoom, ringRoom);
    const std::vector<quint32> nodes = diagram.nodesIn(wide);
    const std::vector<quint32> edges = diagram.edgesIn(wide);
    for (quint32 index : nodes)
        if (!diagram.nodes[index].frame.isEmpty())
            pen.container(diagram.nodes[index], lookOf(diagram, index));
    std::vector<quint32> lit; // on top of the others
    for (quint32 index : edges) {
        const EdgeLook look = lookOf(diagram, diagram.edges[index], index);
        if (look.highlighted || look.drop != Drop::None)
            lit.push_back(index);
        else
            pen.edge(diagram.edges[index], look);
    }
    for (quint32 index : lit)
        pen.edge(diagram.edges[index], lookOf(diagram, diagram.edges[index], index));
    for (quint32 index : nodes) {
        const NodeShape& node = diagram.nodes[index];
        if (m_shown != m_diagram && m_drop.ghost && node.kind == asl::layout::BoxKind::State && node.path == m_drop.ghostPath)
            pen.ghost(node.box, *m_drop.ghost);
        else
            pen.node(node, lookOf(diagram, index));
    }
    for (quint32 index : edges)
        pen.label(diagram.edges[index], lookOf(diagram, diagram.edges[index], index));
    if (m_shown == m_diagram && m_visible == m_diagram)
        paintIterationBars(painter, zoom);
    paintHover(pen, painter);
}

void CanvasScene::paintIterationBars(QPainter& painter, qreal zoom) const
{
    if (detailAt(zoom) < Detail::Cards)
        return;
    for (const auto& [index, progress] : m_run.maps) {
        const QRectF bar = iterationBar(m_diagram->nodes[index]);
        paintRounded(painter, bar, 8, color(Token::Raised), color(Token::Border));
        const auto arrow = [&](const QString& name, qreal x, bool enabled) {
            paintGlyph(painter, name, QRectF(x, bar.center().y() - 6, 12, 12), color(enabled ? Token::Text : Token::Disabled));
        };
        arrow(QStringLiteral("ui-chevron-left"), bar.left() + 10, progress.shown > 0);
        arrow(QStringLiteral("ui-chevron-right"), bar.right() - 22, progress.shown + 1 < progress.count);
        painter.setFont(designer::font(FontRole::CaptionStrong));
        painter.setPen(color(Token::Text));
        painter.drawText(bar, Qt::AlignCenter, tr("Iteration #%1 of %2").arg(progress.shown).arg(progress.count));
    }
}

void CanvasScene::paintHover(DiagramPainter& pen, QPainter& painter) const
{
    if (!m_drop.rewire.isNull()) {
        painter.setPen(QPen(color(m_drop.verdict == Drop::Refused ? Token::Err : Token::Accent), 2, Qt::DashLine));
        painter.drawLine(m_drop.rewire);
    }
    if (!m_hover || m_shown != m_diagram || pen.detail() == Detail::Shapes)
        return;
    if (m_hover.isEdge()) {
        const EdgeShape& edge = m_diagram->edges[m_hover.index];
        if (edge.hasWay)
            pen.plus(plusOf(edge));
        return;
    }
    const NodeShape& node = m_diagram->nodes[m_hover.index];
    if (node.kind != asl::layout::BoxKind::State)
        return;
    if (m_hover.part == Hit::Part::Node)
        paintGlyph(painter, QStringLiteral("ui-grip"), QRectF(node.box.left() - 18, node.box.center().y() - 8, 16, 16), color(Token::Text2));
    if (!node.frame.isEmpty()) {
        const QRectF button = foldButton(node);
        paintRounded(painter, button, 6, color(m_hover.part == Hit::Part::Fold ? Token::Hover : Token::Raised), color(Token::Border));
        paintGlyph(painter, QStringLiteral("fold"), button.adjusted(4, 4, -4, -4), color(Token::Text2));
    }
}

} // namespace designer

// What the mouse does on the canvas: select, pan, band, move cards, rewire edges.

#include "ui/canvas/canvas_view_p.h"

#include "core/model/labels.h"
#include "ui/canvas/drag_chip.h"
#include "ui/canvas/iteration_list.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QApplication>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>

namespace designer {

namespace {

constexpr int scrollBorder = 32;  ///< from the border at which dragging scrolls
constexpr int fastestScroll = 14; ///< pixels a tick

int scrollSpeed(int distanceToBorder)
{
    return distanceToBorder >= scrollBorder ? 0 : fastestScroll * (scrollBorder - std::max(0, distanceToBorder)) / scrollBorder;
}

} // namespace

void CanvasView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    d->press(event);
    event->accept();
}

void CanvasView::mouseMoveEvent(QMouseEvent* event)
{
    d->lastPosition = event->position().toPoint();
    if (d->gesture == Private::Gesture::None)
        d->hover(d->lastPosition);
    else
        d->drag(event);
    event->accept();
}

void CanvasView::mouseReleaseEvent(QMouseEvent* event)
{
    d->release(event);
    event->accept();
}

void CanvasView::Private::press(QMouseEvent* event)
{
    pressPosition = lastPosition = event->position().toPoint();
    if (event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && spaceHeld)) {
        gesture = Gesture::Pan;
        view.viewport()->setCursor(Qt::ClosedHandCursor);
        return;
    }
    if (event->button() != Qt::LeftButton || gesture != Gesture::None)
        return;
    pressed = scene.hitAt(sceneAt(pressPosition), view.zoom());
    gesture = Gesture::Pressed;
}

void CanvasView::Private::drag(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    copying = event->modifiers().testFlag(Qt::ControlModifier);
    switch (gesture) {
    case Gesture::None: return;
    case Gesture::Pressed:
        if ((position - pressPosition).manhattanLength() < QApplication::startDragDistance())
            return;
        if (pressed.part == Hit::Part::Node && diagram()->nodes[pressed.index].kind == asl::layout::BoxKind::State)
            beginMove();
        else if (pressed.part == Hit::Part::EdgeHead)
            beginRewire();
        else if (!pressed || pressed.part == Hit::Part::Frame)
            gesture = Gesture::RubberBand;
        else
            return;
        drag(event);
        return;
    case Gesture::Pan:
        view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() - (position - pressPosition).x());
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() - (position - pressPosition).y());
        pressPosition = position;
        return;
    case Gesture::Move: updateMove(position); return;
    case Gesture::Rewire: updateRewire(position); return;
    case Gesture::RubberBand:
        bandEnd = position;
        autoScroll.start();
        view.viewport()->update();
        return;
    }
}

void CanvasView::Private::release(QMouseEvent* event)
{
    const Gesture ended = gesture;
    autoScroll.stop();
    switch (ended) {
    case Gesture::None: return;
    case Gesture::Pan:
        gesture = Gesture::None;
        view.viewport()->unsetCursor();
        return;
    case Gesture::Move:
    case Gesture::Rewire:
        gesture = Gesture::None;
        finishDrop();
        return;
    case Gesture::RubberBand:
        gesture = Gesture::None;
        endRubberBand(event->modifiers());
        return;
    case Gesture::Pressed: break;
    }
    gesture = Gesture::None;
    switch (pressed.part) {
    case Hit::Part::Node: clickNode(pressed.index, event->modifiers()); return;
    case Hit::Part::Fold: fold(pressed.index); return;
    case Hit::Part::Plus:
        openQuickAdd(asl::OnTransition{diagram()->edges[pressed.index].way}, scene.plusOf(diagram()->edges[pressed.index]));
        return;
    case Hit::Part::Edge:
    case Hit::Part::EdgeHead:
    case Hit::Part::EdgeLabel: selectWay(pressed.index); return;
    case Hit::Part::FormerIteration:
    case Hit::Part::NextIteration:
    case Hit::Part::Iterations: clickIterations(pressed); return;
    case Hit::Part::Places: clickPlaces(pressed.index); return;
    case Hit::Part::Frame:
    case Hit::Part::Nothing:
        if (!event->modifiers().testFlag(Qt::ShiftModifier) && !event->modifiers().testFlag(Qt::ControlModifier))
            workspace.select(Selection{}, &view);
        return;
    }
}

void CanvasView::Private::clickNode(quint32 index, Qt::KeyboardModifiers modifiers)
{
    const NodeShape& node = diagram()->nodes[index];
    if (node.kind == asl::layout::BoxKind::Placeholder) {
        openQuickAdd(asl::OnTransition{node.way}, node.box.bottomLeft());
        return;
    }
    if (node.kind != asl::layout::BoxKind::State) {
        workspace.select(Selection{}, &view);
        return;
    }
    Selection selection;
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        selection.states = workspace.selection().states;
    if (std::erase(selection.states, node.path) == 0)
        selection.states.push_back(node.path);
    workspace.select(std::move(selection), &view);
    if (scene.diagram() && index < overlay.visitOfNode.size() && overlay.visitOfNode[index] != asl::noId)
        simulation.selectVisit(overlay.visitOfNode[index]);
}

/// The panels follow the next one of the places that stand there.
void CanvasView::Private::clickPlaces(quint32 node)
{
    const asl::RunViewPointer run = simulation.view();
    if (!run)
        return;
    std::vector<asl::VisitId> here;
    for (const asl::ActivePlace& place : run->active)
        if (nodeOfPlace(*run, overlayIndex, place.visit) == node)
            here.push_back(place.visit);
    if (here.empty())
        return;
    std::sort(here.begin(), here.end());
    const auto followed = std::find(here.begin(), here.end(), simulation.selectedVisit());
    const asl::VisitId chosen = followed == here.end() || followed + 1 == here.end() ? here.front() : *(followed + 1);
    simulation.selectVisit(chosen);
    workspace.select((*run->visits)[chosen].path, &simulation);
}

void CanvasView::Private::clickIterations(const Hit& hit)
{
    const auto map = overlay.look.maps.find(hit.index);
    if (map == overlay.look.maps.end())
        return;
    const MapProgress& progress = map->second;
    const asl::StatePath path = diagram()->nodes[hit.index].path;
    const asl::VisitId container = overlay.visitOfNode[hit.index];
    const auto show = [this, path, container](quint32 iteration) {
        selectInIteration(container, iteration);
        shownIterations[path] = iteration;
        takeRun();
    };
    if (hit.part == Hit::Part::FormerIteration && progress.shown > 0)
        show(progress.shown - 1);
    else if (hit.part == Hit::Part::NextIteration && progress.shown + 1 < progress.count)
        show(progress.shown + 1);
    if (hit.part != Hit::Part::Iterations)
        return;
    auto* list = new IterationList(progress, &view);
    QObject::connect(list, &IterationList::chosen, &view, show);
    const QRectF bar = scene.iterationBar(diagram()->nodes[hit.index]);
    list->openAt(view.viewport()->mapToGlobal(view.mapFromScene(bar.bottomLeft()) + QPoint(0, 4)));
}

/// The panels show the last visit in it: where it stands, or how it ended.
void CanvasView::Private::selectInIteration(asl::VisitId map, quint32 iteration)
{
    const asl::RunViewPointer run = simulation.view();
    if (!run || map >= run->visits->size())
        return;
    const std::size_t depth = (*run->visits)[map].iteration.size();
    for (std::size_t i = run->visits->size(); i-- > 0;) {
        const asl::VisitRecord& visit = (*run->visits)[i];
        if (visit.parent == map && depth < visit.iteration.size() && visit.iteration[depth] == iteration) {
            simulation.selectVisit(static_cast<asl::VisitId>(i));
            return;
        }
    }
}

void CanvasView::Private::hover(QPoint position)
{
    const Hit hit = scene.hitAt(sceneAt(position), view.zoom());
    scene.setHover(hit);
    switch (hit.part) {
    case Hit::Part::EdgeHead:
    case Hit::Part::EdgeLabel:
    case Hit::Part::Plus:
    case Hit::Part::FormerIteration:
    case Hit::Part::NextIteration:
    case Hit::Part::Iterations:
    case Hit::Part::Places:
    case Hit::Part::Fold: view.viewport()->setCursor(Qt::PointingHandCursor); break;
    case Hit::Part::Node:
    case Hit::Part::Edge:
    case Hit::Part::Frame:
    case Hit::Part::Nothing: view.viewport()->unsetCursor(); break;
    }
}

// --- moving and rewiring --------------------------------------------------------------------------------------------

void CanvasView::Private::beginMove()
{
    const NodeShape& node = diagram()->nodes[pressed.index];
    gesture = Gesture::Move;
    draggedState = node.path;
    if (!scene.isSelected(pressed.index))
        selectNode(pressed.index);
    chip->setFace(tileOf(diagram()->snapshot->tree(), diagram()->snapshot->machine().state(node.state)), toQString(node.path.name));
    autoScroll.start();
    view.setFocus(Qt::MouseFocusReason);
}

void CanvasView::Private::updateMove(QPoint position)
{
    lastPosition = position;
    chip->moveTo(position);
    updateDrop(position, copying);
}

void CanvasView::Private::beginRewire()
{
    gesture = Gesture::Rewire;
    chip->setFace({}, {});
    autoScroll.start();
}

/// The head of an edge follows the pointer; a card under it is where the edge would lead.
void CanvasView::Private::updateRewire(QPoint position)
{
    lastPosition = position;
    const EdgeShape& edge = diagram()->edges[pressed.index];
    const QPointF at = sceneAt(position);
    DropLook look;
    look.edge = pressed.index;
    look.rewire = QLineF(QPointF(edge.place.start.x, edge.place.start.y), at);
    dropEdit.reset();
    QString reason;
    const Hit hit = scene.hitAt(at, view.zoom());
    const bool onNode = hit.part == Hit::Part::Node || hit.part == Hit::Part::Frame;
    if (onNode) {
        const NodeShape& node = diagram()->nodes[hit.index];
        const bool isEnd = node.kind == asl::layout::BoxKind::End;
        if (node.kind == asl::layout::BoxKind::State || isEnd) {
            look.node = hit.index;
            const bool sameScope = isEnd ? node.owner == diagram()->nodes[edge.from].owner : node.path.scope == edge.way.scope;
            const auto edit = asl::connect(*workspace.snapshot(), edge.way, isEnd ? std::string() : node.path.name);
            if (!sameScope) {
                reason = tr("A way cannot lead into another scope");
            } else if (!edit) {
                reason = translated(edit.error().message);
            } else {
                dropEdit = *edit;
                dropSnapshot = workspace.snapshot();
            }
        }
    }
    look.verdict = !reason.isEmpty() ? Drop::Refused : dropEdit ? Drop::Allowed : Drop::None;
    if (look.verdict == Drop::None)
        look.node = asl::noId;
    chip->setRefusal(reason);
    chip->moveTo(position);
    view.viewport()->setCursor(reason.isEmpty() ? Qt::CrossCursor : Qt::ForbiddenCursor);
    scene.setDrop(std::move(look));
    emit view.hintChanged(tr("Drop on the state where this way shall lead. Esc cancels"));
}

void CanvasView::Private::endRubberBand(Qt::KeyboardModifiers modifiers)
{
    const QRectF band = QRectF(sceneAt(pressPosition), sceneAt(bandEnd)).normalized();
    Selection selection;
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier))
        selection.states = workspace.selection().states;
    for (quint32 index : diagram() ? diagram()->nodesIn(band) : std::vector<quint32>()) {
        const NodeShape& node = diagram()->nodes[index];
        if (node.kind == asl::layout::BoxKind::State && node.box.intersects(band)
            && std::find(selection.states.begin(), selection.states.end(), node.path) == selection.states.end())
            selection.states.push_back(node.path);
    }
    workspace.select(std::move(selection), &view);
    view.viewport()->update();
}

void CanvasView::Private::cancelGesture()
{
    gesture = Gesture::None;
    endDrop();
    view.viewport()->update();
}

/// Near the border the drawing comes along, the faster the nearer.
void CanvasView::Private::scrollNearBorder(QPoint position)
{
    const QRect area = view.viewport()->rect();
    const int right = scrollSpeed(area.right() - position.x());
    const int left = scrollSpeed(position.x() - area.left());
    const int down = scrollSpeed(area.bottom() - position.y());
    const int up = scrollSpeed(position.y() - area.top());
    if (right == left && up == down)
        return;
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + right - left);
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->value() + down - up);
    if (gesture == Gesture::Move || draggedIn)
        updateDrop(position, copying);
    else if (gesture == Gesture::Rewire)
        updateRewire(position);
}

// --- tooltips -------------------------------------------------------------------------------------------------------

QString CanvasView::Private::toolTipFor(const Hit& hit) const
{
    const asl::Snapshot& snapshot = *diagram()->snapshot;
    if (hit.part == Hit::Part::Plus)
        return tr("Insert state here");
    if (hit.part == Hit::Part::Fold)
        return diagram()->nodes[hit.index].folded ? tr("Unfold") : tr("Fold");
    if (hit.part == Hit::Part::Places) {
        const auto places = overlay.look.places.find(hit.index);
        const int count = places == overlay.look.places.end() ? 0 : static_cast<int>(places->second);
        return count > 1 ? tr("%1 places of the run stand here. Click to follow the next one.").arg(count) : tr("The run stands here too. Click to follow this place.");
    }
    if (hit.isEdge()) {
        const EdgeShape& edge = diagram()->edges[hit.index];
        const asl::TransitionId way = edge.hasWay ? snapshot.machine().find(edge.way) : asl::noId;
        return way == asl::noId ? QString()
                                : translated(asl::transitionDescription(snapshot.tree(), snapshot.machine().transition(way)));
    }
    if (hit.part != Hit::Part::Node || diagram()->nodes[hit.index].kind != asl::layout::BoxKind::State)
        return {};
    const NodeShape& node = diagram()->nodes[hit.index];
    QStringList lines{tr("%1 (%2)", "name of a state, what it is")
                          .arg(toQString(node.path.name), translated(asl::cardTitle(snapshot.tree(), snapshot.machine(), node.state)))};
    if (hit.index < overlay.look.nodes.size() && overlay.look.nodes[hit.index])
        lines << Theme::statusWord(*overlay.look.nodes[hit.index]);
    const asl::Snapshot& present = *workspace.snapshot();
    for (const asl::Diagnostic& diagnostic : workspace.diagnostics()) {
        const asl::StateId state = present.machine().stateAt(present.tree(), diagnostic.range.begin);
        if (state != asl::noId && present.machine().path(state) == node.path)
            lines << translated(diagnostic.message);
    }
    return lines.join(u'\n');
}

bool CanvasView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && d->diagram()) {
        auto* help = static_cast<QHelpEvent*>(event);
        const Hit hit = d->scene.hitAt(mapToScene(help->pos()), zoom());
        const QString text = hit ? d->toolTipFor(hit) : QString();
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), text, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        d->scene.setHover({});
    return QGraphicsView::viewportEvent(event);
}

} // namespace designer

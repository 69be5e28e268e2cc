// Keys, menus and commands of the canvas.

#include "ui/canvas/canvas_view_p.h"

#include "core/layout/metrics.h"
#include "ui/canvas/keyboard_walk.h"
#include "ui/canvas/quick_add.h"
#include "ui/canvas/rename_field.h"
#include "ui/support/icons.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace designer {

namespace {

constexpr int renameTop = 22;
constexpr int renameLeft = 46;
constexpr int renameHeight = 26;

} // namespace

// --- keys -----------------------------------------------------------------------------------------------------------

void CanvasView::keyPressEvent(QKeyEvent* event)
{
    if (!d->keyPress(event))
        event->ignore();
}

void CanvasView::keyReleaseEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        d->spaceHeld = false;
        viewport()->unsetCursor();
    } else if (event->key() == Qt::Key_Control && d->gesture == Private::Gesture::Move) {
        d->updateDrop(d->lastPosition, false);
    } else {
        event->ignore();
    }
}

void CanvasView::focusInEvent(QFocusEvent* event)
{
    QGraphicsView::focusInEvent(event);
    d->scene.setViewFocus(true);
    if (event->reason() == Qt::TabFocusReason && !d->workspace.selection().current() && d->diagram())
        d->selectNode(stateBeside(*d->diagram(), asl::noId, 1));
}

void CanvasView::focusOutEvent(QFocusEvent* event)
{
    QGraphicsView::focusOutEvent(event);
    d->scene.setViewFocus(false);
    d->spaceHeld = false;
}

bool CanvasView::Private::keyPress(QKeyEvent* event)
{
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    if (gesture == Gesture::Move && event->key() == Qt::Key_Control) {
        updateDrop(lastPosition, true);
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Escape:
        if (gesture != Gesture::None)
            cancelGesture();
        else if (workspace.selection().transition || !workspace.selection().states.empty())
            workspace.select(Selection{}, &view);
        else
            return false;
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        if (control || !diagram())
            return false;
        if (const quint32 next = stateBeside(*diagram(), currentNode(), event->key() == Qt::Key_Tab && !event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : -1);
            next != asl::noId)
            selectNode(next);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!plain)
            return false;
        walk(event->key());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_A:
        if (event->key() == Qt::Key_A && control) {
            view.selectAll();
            return true;
        }
        if (!plain)
            return false;
        view.openQuickAdd();
        return true;
    case Qt::Key_F2: view.renameCurrent(); return true;
    case Qt::Key_Delete:
    case Qt::Key_Backspace: view.deleteSelection(); return true;
    case Qt::Key_D:
        if (control)
            view.duplicateSelection();
        return control;
    case Qt::Key_Space:
        if (!event->isAutoRepeat()) {
            spaceHeld = true;
            view.viewport()->setCursor(Qt::OpenHandCursor);
        }
        return true;
    case Qt::Key_F9:
        if (const asl::StatePath* current = workspace.selection().current(); current && plain) {
            simulation.toggleBreakpoint(*current);
            return true;
        }
        return false;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        if (control)
            view.zoomIn();
        return control;
    case Qt::Key_Minus:
        if (control)
            view.zoomOut();
        return control;
    case Qt::Key_0:
        if (control)
            view.resetZoom();
        return control;
    case Qt::Key_9:
        if (control)
            view.fit();
        return control;
    case Qt::Key_Exclam: // Shift+1
        view.fit();
        return true;
    default: return false;
    }
}

/// Down and Up follow edges; Left and Right choose among several ways out.
void CanvasView::Private::walk(int key)
{
    if (!diagram())
        return;
    const quint32 at = currentNode();
    if (at == asl::noId) {
        selectNode(stateBeside(*diagram(), asl::noId, 1));
        return;
    }
    if (key == Qt::Key_Up) {
        selectNode(stateBefore(*diagram(), at));
        return;
    }
    const std::vector<quint32> ways = waysOut(*diagram(), at);
    const auto& chosen = workspace.selection().transition;
    auto way = std::find_if(ways.begin(), ways.end(), [&](quint32 edge) { return chosen && diagram()->edges[edge].way == *chosen; });
    if (key == Qt::Key_Down) {
        if (!ways.empty())
            selectNode(stateAfter(*diagram(), way == ways.end() ? ways.front() : *way));
        return;
    }
    if (ways.size() < 2) {
        selectNode(stateBeside(*diagram(), at, key == Qt::Key_Right ? 1 : -1));
        return;
    }
    const auto count = std::ptrdiff_t(ways.size());
    const std::ptrdiff_t index = way == ways.end() ? (key == Qt::Key_Right ? 0 : count - 1)
                                                   : (way - ways.begin() + (key == Qt::Key_Right ? 1 : -1) + count) % count;
    Selection selection = workspace.selection();
    selection.transition = diagram()->edges[ways[std::size_t(index)]].way;
    workspace.select(std::move(selection), &view);
    ensureVisible(diagram()->edges[ways[std::size_t(index)]].bounds);
}

void CanvasView::Private::selectNode(quint32 node)
{
    if (node == asl::noId)
        return;
    workspace.select(diagram()->nodes[node].path, &view);
    ensureVisible(diagram()->nodes[node].box);
}

/// A way is selected together with its state: the form of a rule belongs to the Choice.
void CanvasView::Private::selectWay(quint32 index)
{
    const EdgeShape& edge = diagram()->edges[index];
    if (!edge.hasWay)
        return;
    Selection selection;
    if (!edge.way.from.empty())
        selection.states.push_back({edge.way.scope, edge.way.from});
    selection.transition = edge.way;
    workspace.select(std::move(selection), &view);
}

// --- commands -------------------------------------------------------------------------------------------------------

void CanvasView::selectAll()
{
    if (!d->diagram())
        return;
    Selection selection;
    for (const NodeShape& node : d->diagram()->nodes)
        if (node.kind == asl::layout::BoxKind::State && node.owner == asl::noId)
            selection.states.push_back(node.path);
    d->workspace.select(std::move(selection), this);
}

void CanvasView::openQuickAdd()
{
    if (!d->diagram())
        return;
    const auto& way = d->workspace.selection().transition;
    const quint32 edge = way ? d->diagram()->find(*way) : asl::noId;
    if (edge != asl::noId) {
        d->openQuickAdd(asl::OnTransition{*way}, d->diagram()->edges[edge].middle);
        return;
    }
    if (const quint32 node = d->currentNode(); node != asl::noId) {
        const NodeShape& shape = d->diagram()->nodes[node];
        d->openQuickAdd(asl::AfterState{shape.path}, QPointF(shape.outline.center().x(), shape.outline.bottom()));
        return;
    }
    d->openQuickAdd(asl::AtStart{}, d->diagram()->nodes.front().box.bottomLeft());
}

void CanvasView::Private::openQuickAdd(const asl::Place& place, QPointF scenePosition)
{
    if (const auto allowed = asl::canInsert(*workspace.snapshot(), place); !allowed) {
        emit workspace.refused(translated(allowed.error().message));
        return;
    }
    quickAdd = new QuickAdd(workspace, place, &view);
    QObject::connect(quickAdd, &QuickAdd::chosen, &view, [this](const asl::NewState& state, const asl::Place& at) { insert(state, at); });
    quickAdd->openAt(view.viewport()->mapToGlobal(view.mapFromScene(scenePosition) + QPoint(0, 14)));
}

void CanvasView::Private::insert(const asl::NewState& state, const asl::Place& place)
{
    workspace.apply(asl::insertState(*workspace.snapshot(), place, state), &view);
    view.setFocus(Qt::OtherFocusReason);
}

void CanvasView::deleteSelection() { d->deleteSelected(); }
void CanvasView::duplicateSelection() { d->duplicateSelected(); }

void CanvasView::Private::deleteSelected()
{
    const std::vector<asl::StatePath> states = workspace.selection().states;
    if (states.empty())
        return;
    workspace.apply(states.size() == 1 ? asl::deleteState(*workspace.snapshot(), states.front())
                                       : asl::deleteStates(*workspace.snapshot(), states), &view);
}

void CanvasView::Private::duplicateSelected()
{
    if (const asl::StatePath* current = workspace.selection().current())
        workspace.apply(asl::duplicateState(*workspace.snapshot(), *current), &view);
}

void CanvasView::renameCurrent()
{
    const quint32 index = d->currentNode();
    if (index == asl::noId)
        return;
    const NodeShape& node = d->diagram()->nodes[index];
    d->ensureVisible(node.box);
    if (d->renameField)
        delete d->renameField;
    d->renameField = new RenameField(d->workspace, node.path, viewport());
    const qreal scale = zoom();
    const QPoint corner = mapFromScene(node.box.topLeft());
    QFont face = designer::font(FontRole::BodyStrong);
    face.setPointSizeF(face.pointSizeF() > 0 ? std::max(6.0, face.pointSizeF() * std::min(1.0, scale)) : 9);
    d->renameField->setFont(face);
    d->renameField->setGeometry(corner.x() + qRound(renameLeft * scale), corner.y() + qRound(renameTop * scale),
                                std::max(120, qRound((node.box.width() - renameLeft - 8) * scale)),
                                std::max(22, qRound(renameHeight * scale)));
    connect(d->renameField, &RenameField::finished, this, [this] { setFocus(Qt::OtherFocusReason); });
    d->renameField->show();
    d->renameField->setFocus(Qt::OtherFocusReason);
}

void CanvasView::toggleFold()
{
    if (const quint32 node = d->currentNode(); node != asl::noId)
        d->fold(node);
}

void CanvasView::Private::fold(quint32 index)
{
    const NodeShape& node = diagram()->nodes[index];
    if (node.frame.isEmpty() && !node.folded)
        return;
    std::set<asl::StatePath> states = source.options().folded;
    if (states.erase(node.path) == 0)
        states.insert(node.path);
    view.setFolded(std::move(states));
}

void CanvasView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const Hit hit = d->diagram() ? d->scene.hitAt(mapToScene(event->position().toPoint()), zoom()) : Hit{};
    d->gesture = Private::Gesture::None;
    if (event->button() == Qt::LeftButton
        && ((hit.part == Hit::Part::Node && d->diagram()->nodes[hit.index].kind == asl::layout::BoxKind::State)
            || hit.part == Hit::Part::EdgeLabel))
        emit editRequested();
    event->accept();
}

void CanvasView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!d->diagram())
        return;
    if (event->reason() == QContextMenuEvent::Mouse) {
        const Hit hit = d->scene.hitAt(mapToScene(event->pos()), zoom());
        if (hit.part == Hit::Part::Node && d->diagram()->nodes[hit.index].kind == asl::layout::BoxKind::State) {
            if (!d->scene.isSelected(hit.index))
                d->selectNode(hit.index);
        } else if (hit.isEdge()) {
            d->selectWay(hit.index);
        } else {
            d->workspace.select(Selection{}, this);
        }
        d->openMenu(event->pos());
    } else if (const quint32 node = d->currentNode(); node != asl::noId) {
        d->openMenu(mapFromScene(d->diagram()->nodes[node].box.center()));
    }
    event->accept();
}

void CanvasView::Private::openMenu(QPoint position)
{
    auto* menu = new QMenu(&view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, const QKeySequence& keys, auto slot, const QString& glyph = {}) {
        QAction* action = menu->addAction(text, &view, slot);
        action->setShortcut(keys);
        if (!glyph.isEmpty())
            action->setIcon(icon(glyph));
        return action;
    };
    const Selection& selection = workspace.selection();
    if (selection.transition && diagram()->find(*selection.transition) != asl::noId)
        add(tr("Insert State Here…"), Qt::Key_A, &CanvasView::openQuickAdd, QStringLiteral("add"));
    else if (selection.current())
        add(tr("Add State After…"), Qt::Key_A, &CanvasView::openQuickAdd, QStringLiteral("add"));
    if (selection.current()) {
        add(tr("Edit"), {}, &CanvasView::editRequested);
        add(tr("Rename"), Qt::Key_F2, &CanvasView::renameCurrent);
        menu->addSeparator();
        add(tr("Duplicate"), QKeySequence(Qt::CTRL | Qt::Key_D), &CanvasView::duplicateSelection, QStringLiteral("duplicate"));
        add(tr("Delete"), QKeySequence(Qt::Key_Delete), &CanvasView::deleteSelection, QStringLiteral("delete"));
        menu->addSeparator();
        const asl::StatePath state = *selection.current();
        QAction* breakpoint = menu->addAction(tr("Breakpoint"), &view, [this, state] { simulation.toggleBreakpoint(state); });
        breakpoint->setShortcut(Qt::Key_F9);
        breakpoint->setCheckable(true);
        breakpoint->setChecked(simulation.breakpoints().contains(state));
        const quint32 node = currentNode();
        if (node != asl::noId && (!diagram()->nodes[node].frame.isEmpty() || diagram()->nodes[node].folded))
            add(diagram()->nodes[node].folded ? tr("Unfold") : tr("Fold"), {}, &CanvasView::toggleFold);
    } else {
        add(tr("Select All"), QKeySequence(Qt::CTRL | Qt::Key_A), &CanvasView::selectAll);
        add(tr("Fit"), QKeySequence(Qt::CTRL | Qt::Key_9), &CanvasView::fit, QStringLiteral("fit"));
    }
    menu->popup(view.viewport()->mapToGlobal(position));
}

} // namespace designer

// States dropped on the canvas: from the palette, and its own ones moved or copied. What would happen is shown before.

#include "ui/canvas/canvas_view_p.h"

#include "ui/canvas/drag_chip.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

#include <QDragEnterEvent>
#include <QMimeData>

namespace designer {

namespace {

constexpr std::size_t mostPreviewed = 400;        ///< nodes; beyond, the result is not laid out while dragging
constexpr std::size_t largestPreviewed = 200'000; ///< bytes

} // namespace

void CanvasView::dragEnterEvent(QDragEnterEvent* event)
{
    d->draggedIn = fromMimeData(event->mimeData());
    if (!d->draggedIn)
        return event->ignore();
    d->chip->setFace({}, {}); // the drag brings its own picture
    d->autoScroll.start();
    event->acceptProposedAction();
}

void CanvasView::dragMoveEvent(QDragMoveEvent* event)
{
    if (!d->draggedIn)
        return event->ignore();
    d->lastPosition = event->position().toPoint();
    d->updateDrop(d->lastPosition, false);
    d->chip->moveTo(d->lastPosition);
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(d->dropEdit.has_value());
}

void CanvasView::dragLeaveEvent(QDragLeaveEvent* event)
{
    d->endDrop();
    event->accept();
}

void CanvasView::dropEvent(QDropEvent* event)
{
    if (!d->draggedIn)
        return event->ignore();
    d->updateDrop(event->position().toPoint(), false);
    setFocus(Qt::OtherFocusReason);
    event->setDropAction(Qt::CopyAction);
    event->setAccepted(d->finishDrop());
}

asl::Result<asl::Edit> CanvasView::Private::editFor(const DropTarget& at, bool copies) const
{
    const asl::Snapshot& snapshot = *workspace.snapshot();
    const asl::Place place = asl::OnTransition{at.way};
    if (draggedIn)
        return asl::insertState(snapshot, place, draggedIn->state);
    return copies ? copyState(snapshot, *draggedState, place) : asl::moveState(snapshot, *draggedState, place);
}

void CanvasView::Private::updateDrop(QPoint position, bool copies)
{
    if (!diagram())
        return;
    copying = copies;
    const DropTarget found = dropTargetAt(*diagram(), sceneAt(position), target, view.zoom());
    const bool same = found == target && dropSnapshot == workspace.snapshot()
        && (scene.drop().verdict != Drop::None) == bool(found) && !draggedState;
    if (same)
        return;
    target = found;
    dropSnapshot = workspace.snapshot();
    dropEdit.reset();
    DropLook look;
    if (draggedState && !copies)
        if (const quint32 moved = diagram()->find(*draggedState); moved != asl::noId)
            look.moved.push_back(moved);
    QString reason;
    if (target) {
        const auto edit = editFor(target, copies);
        look.edge = target.edge;
        look.node = target.node;
        look.verdict = edit ? Drop::Allowed : Drop::Refused;
        if (edit)
            dropEdit = *edit;
        else
            reason = translated(edit.error().message);
    }
    chip->setRefusal(reason);
    view.viewport()->setCursor(look.verdict == Drop::Refused ? Qt::ForbiddenCursor : Qt::ClosedHandCursor);
    const bool changed = look.edge != scene.drop().edge || look.node != scene.drop().node || look.verdict != scene.drop().verdict
        || look.moved != scene.drop().moved;
    if (!changed)
        return;
    emit view.hintChanged(target ? hintFor(target, copies) : QString());
    scene.setDrop(std::move(look));
    if (dropEdit)
        showPreview(*dropEdit);
    else
        scene.preview(nullptr);
}

QString CanvasView::Private::hintFor(const DropTarget& at, bool copies) const
{
    if (!dropEdit)
        return chip->refusal();
    const QString from = toQString(at.way.from);
    if (at.way.from.empty())
        return draggedIn ? tr("Insert as the first state. Esc cancels") : copies ? tr("Copy to the start. Esc cancels")
                                                                                 : tr("Move to the start. Esc cancels, Ctrl copies");
    if (draggedIn)
        return tr("Insert after %1. Esc cancels").arg(from);
    return copies ? tr("Copy behind %1. Esc cancels").arg(from) : tr("Move behind %1. Esc cancels, Ctrl copies").arg(from);
}

/// The drawing that the drop would lead to, with the state as a ghost where it will stand.
void CanvasView::Private::showPreview(const asl::Result<asl::Edit>& edit)
{
    if (!edit->select || diagram()->nodes.size() > mostPreviewed || workspace.text().size() > largestPreviewed)
        return;
    const asl::SnapshotPointer after = revised(*workspace.snapshot(), edit->patch);
    const asl::StatePath path = *edit->select;
    source.preview(after, [this, path, forTarget = target](const DiagramPointer& result) {
        if (!(forTarget == target) || !dropEdit || (!draggedIn && !draggedState))
            return;
        const quint32 node = result->find(path);
        if (node == asl::noId)
            return;
        DropLook look = scene.drop();
        const NodeShape& shape = result->nodes[node];
        look.ghost = CardFace{tileOf(result->snapshot->tree(), result->snapshot->machine().state(shape.state)), shape.title, shape.name};
        look.ghostPath = path;
        scene.setDrop(std::move(look));
        scene.preview(result);
    });
}

bool CanvasView::Private::finishDrop()
{
    const std::optional<asl::Edit> edit = dropSnapshot == workspace.snapshot() ? dropEdit : std::nullopt;
    endDrop();
    return edit && workspace.apply(*edit, &view);
}

void CanvasView::Private::endDrop()
{
    draggedIn.reset();
    draggedState.reset();
    dropEdit.reset();
    dropSnapshot.reset();
    target = {};
    autoScroll.stop();
    chip->setRefusal({});
    chip->hide();
    view.viewport()->unsetCursor();
    scene.setDrop({});
    scene.preview(nullptr);
    emit view.hintChanged({});
}

} // namespace designer

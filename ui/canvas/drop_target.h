#pragma once
// Where a dragged state would land: the nearest way or placeholder, and whether it may.

#include "core/document/edits.h"
#include "ui/canvas/diagram.h"

namespace designer {

struct DropTarget
{
    quint32 edge = asl::noId;
    quint32 node = asl::noId; ///< a placeholder
    asl::TransitionPath way;

    explicit operator bool() const { return edge != asl::noId || node != asl::noId; }
    friend bool operator==(const DropTarget& a, const DropTarget& b) { return a.edge == b.edge && a.node == b.node; }
};

/// The nearest one within reach; `former` is only left for one that is nearer by some pixels.
DropTarget dropTargetAt(const Diagram& diagram, QPointF position, const DropTarget& former, qreal zoom);

/// A copy of a state, put somewhere else, as one edit.
asl::Result<asl::Edit> copyState(const asl::Snapshot& snapshot, const asl::StatePath& state, const asl::Place& place);

} // namespace designer

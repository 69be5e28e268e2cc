#pragma once
// DraggedState: what the palette puts on the clipboard of a drag and the canvas takes from it.

#include "core/document/edits.h"

#include <QMimeData>

#include <optional>

namespace designer {

struct DraggedState
{
    asl::StateType type = asl::StateType::Pass;
    asl::NewState state;
};

QMimeData* toMimeData(const DraggedState& state);
std::optional<DraggedState> fromMimeData(const QMimeData* mimeData);

} // namespace designer

#pragma once
// What the simulator's panels call things: statuses, visits, events and times of a run.

#include "core/execution/run_view.h"
#include "ui/support/theme.h"
#include "ui/workspace/visit_status.h"

#include <QString>

namespace designer {

class SimulationController;

/// "5.862": seconds with milliseconds.
QString secondsText(asl::VirtualTime duration);
/// "00:00:05.862"
QString clockText(asl::VirtualTime duration);
/// "0.24 s", "5 s", "2 min 5 s"
QString durationText(asl::VirtualTime duration);
/// "258 B", "12.5 KiB"
QString sizeText(std::size_t bytes);

/// "#1", in nested Maps "#1.0"; empty outside of Maps.
QString iterationText(const asl::VisitRecord& visit);
/// "#1 Lambda TEST001"
QString visitTitle(const asl::VisitRecord& visit);
/// "Map #1 › Lambda TEST001": from the outermost container to the state.
QString visitPlace(const asl::VisitRecord& visit);
/// What a place of a run does: "about to begin", "waits for an answer", "waits until 5.000".
QString placeText(const asl::RunView& view, const asl::ActivePlace& place);
/// "1 of 3 iterations done"
QString progressText(const asl::RunView& view, const asl::ChildProgress& progress);

/// "Task state entered"
QString eventText(asl::EventType type);
Status eventStatus(asl::EventType type);
/// "Input changed by hand", "$n changed by hand"
QString editText(const asl::ValueEdit& edit);

/// "Paused at Map #1 › Lambda TEST001"; empty without a run.
QString runStatusText(const SimulationController& controller);
QString runStatusGlyph(const SimulationController& controller);
Token runStatusToken(const SimulationController& controller);

} // namespace designer

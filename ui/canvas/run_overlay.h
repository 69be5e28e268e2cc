#pragma once
// What a run looks like on a drawing: status of every card, how often every way was taken, where it is paused.

#include "core/execution/coverage.h"
#include "core/execution/run_view.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/workspace/visit_status.h"

namespace designer {

/// For each Map on the drawing, the iteration that is shown.
using ShownIterations = std::map<asl::StatePath, std::uint32_t>;

struct RunOverlay
{
    RunLook look;
    std::vector<asl::VisitId> visitOfNode;   ///< the latest shown visit of each node; noId: none
};

/// What finding visits on a drawing needs, kept while run and drawing stay the same.
struct OverlayIndex
{
    asl::SnapshotPointer run;
    DiagramPointer diagram;
    std::vector<quint32> nodeOfState;             ///< by state of the run's snapshot
    std::vector<std::vector<quint32>> mapsAround; ///< by node, outermost first
    std::vector<std::vector<quint32>> waysOut;    ///< edges by node
};

/// `focus` decides which iterations are shown where `chosen` says nothing: those that hold this visit.
RunOverlay overlayOf(const asl::RunView& run, const DiagramPointer& diagram, std::optional<asl::VisitId> focus,
                     const ShownIterations& chosen, OverlayIndex& index);
/// The node at which a visit stands: its own, or that of the folded container around it; noId: none.
quint32 nodeOfPlace(const asl::RunView& run, const OverlayIndex& index, asl::VisitId visit);
/// What test cases went through: states that were entered, ways that were taken.
RunOverlay overlayOf(const asl::Coverage& coverage, const DiagramPointer& diagram, OverlayIndex& index);

} // namespace designer

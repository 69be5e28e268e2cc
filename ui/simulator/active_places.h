#pragma once
// ActivePlaces: where a run stands, as panels list it: containers at work and the places in them. Of very many some are listed.

#include "core/execution/run_view.h"

#include <optional>
#include <vector>

namespace designer {

struct ListedPlace
{
    asl::VisitId visit = 0;
    const asl::ChildProgress* progress = nullptr; ///< of a container at work
    const asl::ActivePlace* place = nullptr;
};

struct ActivePlaces
{
    std::vector<ListedPlace> listed; ///< outermost first; point into the view
    std::size_t left = 0;            ///< places that are not listed
};

/// `focus` is listed whatever else is.
ActivePlaces activePlacesOf(const asl::RunView& view, std::optional<asl::VisitId> focus);

} // namespace designer

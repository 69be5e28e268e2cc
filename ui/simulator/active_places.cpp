#include "ui/simulator/active_places.h"

#include <algorithm>

namespace designer {

namespace {

constexpr std::size_t mostListed = 100; ///< of each kind: more would be no overview, and take too long at every step

} // namespace

ActivePlaces activePlacesOf(const asl::RunView& view, std::optional<asl::VisitId> focus)
{
    ActivePlaces places;
    for (std::size_t i = 0; i < std::min(mostListed, view.progress.size()); ++i)
        places.listed.push_back({view.progress[i].visit, &view.progress[i], nullptr});
    std::size_t count = 0;
    for (const asl::ActivePlace& place : view.active) {
        if (count >= mostListed && place.visit != focus) {
            ++places.left;
            continue;
        }
        places.listed.push_back({place.visit, nullptr, &place});
        ++count;
    }
    std::sort(places.listed.begin(), places.listed.end(), [](const ListedPlace& a, const ListedPlace& b) { return a.visit < b.visit; });
    return places;
}

} // namespace designer

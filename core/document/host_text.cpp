#include "core/document/host_text.h"

#include <algorithm>
#include <numeric>

namespace asl {

namespace {

std::string_view bytesOf(const Region& region)
{
    return std::string_view(region.host()).substr(region.hostBegin(), region.hostEnd() - region.hostBegin());
}

TextRange placeInBase(const Region& region, std::size_t baseSize)
{
    return {region.hostBegin(), baseSize - (region.host().size() - region.hostEnd())};
}

} // namespace

Result<HostText> hostText(const std::string& base, const std::vector<RegionPointer>& regions)
{
    std::vector<std::size_t> order(regions.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return regions[a]->hostBegin() < regions[b]->hostBegin(); });
    HostText result;
    result.places.resize(regions.size());
    std::size_t done = 0;
    for (const std::size_t i : order) {
        const Region& region = *regions[i];
        if (region.fault())
            return *region.fault();
        const TextRange place = placeInBase(region, base.size());
        ASL_ASSERT(place.begin >= done, "definitions of one file lie side by side: what comes from an alias is not written there");
        const std::string_view bytes = bytesOf(region);
        result.text.append(base, done, place.begin - done);
        result.places[i] = {result.text.size(), result.text.size() + bytes.size()};
        result.text += bytes;
        done = place.end;
    }
    result.text.append(base, done, std::string::npos);
    return result;
}

RegionPointer rehosted(const Region& region, const std::string& base, TextRange place)
{
    std::string host = base;
    host.replace(place.begin, place.size(), bytesOf(region));
    return std::make_shared<const Region>(region.moved(std::make_shared<const std::string>(std::move(host)), place.begin));
}

} // namespace asl

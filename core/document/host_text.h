#pragma once
// The text of a file with several definitions (a template), put together from the regions of those that are open. Each region
// was made for one text of the file, the base, and has changed only its own part since.

#include "core/document/region.h"

#include <memory>
#include <string>
#include <vector>

namespace asl {

using RegionPointer = std::shared_ptr<const Region>;

struct HostText
{
    std::string text;
    std::vector<TextRange> places; ///< of the definitions in it, in the order of the regions
};

/// The base with each definition as its region has it. Fails with the reason when a definition can no longer be written.
Result<HostText> hostText(const std::string& base, const std::vector<RegionPointer>& regions);

/// The region for a new base that holds a definition at `place`, in the same bytes or in former ones: what the region has now
/// stands there.
RegionPointer rehosted(const Region& region, const std::string& base, TextRange place);

} // namespace asl

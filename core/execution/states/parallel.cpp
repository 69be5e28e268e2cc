// Parallel: every branch begins with the effective input.

#include "core/execution/states/work.h"

namespace asl {

Work begin(const ParallelProgram& parallel, const WorkContext&)
{
    return SpawnChildren{parallel.branches, {}, static_cast<std::uint32_t>(parallel.branches.size()), {}, {}};
}

} // namespace asl

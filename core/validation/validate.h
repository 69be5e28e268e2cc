#pragma once
// Runs all rules over one snapshot.

#include "core/document/snapshot.h"
#include "core/validation/diagnostic.h"

#include <stop_token>
#include <vector>

namespace asl {

enum class MachineType : std::uint8_t { Standard, Express };

/// Sorted by position. Stops early, with what was found so far, when `stop` asks for it.
std::vector<Diagnostic> validate(const Snapshot& snapshot, MachineType type = MachineType::Standard, std::stop_token stop = {});

} // namespace asl

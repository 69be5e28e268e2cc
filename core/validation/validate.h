#pragma once
// Runs all rules over one snapshot.

#include "core/document/snapshot.h"
#include "core/validation/diagnostic.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace asl {

enum class MachineType : std::uint8_t { Standard, Express };

struct ValidateOptions
{
    MachineType type = MachineType::Standard;
    std::vector<std::string> disabled = {}; ///< rules that are switched off, by name or by the service's code
    std::optional<std::vector<std::string>> substitutions = {}; ///< names of all ${Tokens} that are filled in, where they are known
    bool advice = false;                    ///< also what would be good to have, though nothing is wrong

    ValidateOptions() = default;
    ValidateOptions(MachineType machineType) : type(machineType) {}
};

/// Sorted by position. Stops early, with what was found so far, when `stop` asks for it.
std::vector<Diagnostic> validate(const Snapshot& snapshot, const ValidateOptions& options = {}, std::stop_token stop = {});

} // namespace asl

#pragma once
// Patterns: ready-made groups of states. Each is one Parallel or Map whose inside is the group, so that it can be put
// anywhere a single state can.

#include "core/language/language.h"
#include "core/model/state_machine.h"

#include <span>
#include <string>
#include <string_view>

namespace designer {

struct Pattern
{
    const char* title;   ///< translatable (context "designer::PalettePanel")
    const char* summary; ///< the same
    asl::StateType type;
    std::string_view stateName;
    std::string_view jsonPath;
    std::string_view jsonata;
};

std::span<const Pattern> patterns();

/// `json` with the states inside renamed where the machine has their names already, references included.
std::string withUniqueNames(const std::string& json, const asl::StateMachine& machine);

} // namespace designer

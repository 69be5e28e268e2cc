#pragma once
// Diagnostic: something to say about a place in the text.

#include "core/document/edit.h"
#include "core/support/message.h"
#include "core/support/text_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace asl {

enum class Severity : std::uint8_t { Error, Warning, Info };

struct QuickFix
{
    Message label;
    Edit edit;
};

struct Diagnostic
{
    std::string_view code = {}; ///< the service's code where it has one ("MISSING_TRANSITION_TARGET"), else the rule's name
    std::string_view rule = {}; ///< the rule's own name ("UNREACHABLE_STATE"), under which its help is found
    Severity severity = Severity::Error;
    TextRange range;
    Message message;
    std::string pointer;   ///< JSON pointer of the place
    std::vector<QuickFix> fixes;
    std::string serviceMessage = {}; ///< the words of the service where they are known
    std::optional<std::string> serviceLocation = {}; ///< its place where it differs from `pointer`
};

} // namespace asl

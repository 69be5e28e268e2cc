#pragma once
// BreakpointRule: where a run stops beside its goals, and under which condition.

#include <cstdint>
#include <string>

namespace designer {

struct BreakpointRule
{
    enum class When : std::uint8_t { Entry, Exit };

    bool enabled = true;
    When when = When::Entry;
    std::string condition;       ///< a WatchExpression; empty: always
    std::uint32_t fromVisit = 1; ///< the first visit of the state at which it stops

    bool isPlain() const { return enabled && when == When::Entry && condition.empty() && fromVisit <= 1; }
    friend bool operator==(const BreakpointRule&, const BreakpointRule&) = default;
};

} // namespace designer

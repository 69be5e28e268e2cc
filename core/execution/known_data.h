#pragma once
// KnownData: what is known of a state's data at one moment, so that its expressions can be tried out: from its visit in a
// run, or from a sample.

#include "core/execution/run_view.h"

#include <memory>
#include <optional>

namespace asl {

/// Undefined: not known.
struct KnownData
{
    enum class Source : std::uint8_t { Nothing, Sample, Visit };
    Source source = Source::Nothing;
    Data input;       ///< as the state is entered
    Data result;      ///< of its work, before ResultSelector
    Data errorOutput; ///< what a Catcher gets
    Data context;     ///< Execution and StateMachine of the Context object, and what else it tells of the visit:
    MapItem item;
    VirtualTime entered = 0;
    std::uint32_t retryCount = 0;
    std::string token;
    std::shared_ptr<const query::Variables> variables; ///< null: none
    std::uint64_t seed = 0;
};

KnownData knownOf(const RunView& view, VisitId visit);

/// Before any run: the execution's input reaches the state that it starts with, and no other.
KnownData sampleOf(const StateMachine& machine, StateId state, const Data& executionInput, VirtualTime now);

/// `preferred` when it is a visit of the state, else the last one; empty: none.
std::optional<VisitId> visitOf(const RunView& view, const StatePath& state, std::optional<VisitId> preferred);

} // namespace asl

#pragma once
// drive: takes a run to its end with a handler that answers at once. For scripts and tests; the window drives step by step.

#include "core/execution/timeline.h"

#include <functional>
#include <optional>

namespace asl {

/// After so many decisions, and some more for each child of a Map Run, a run is taken for one without an end. Where visits are
/// recorded it is sooner: they take about half a kilobyte a step.
constexpr std::uint64_t mostSteps(bool recordsVisits) { return recordsVisits ? 1'000'000 : 5'000'000; }

struct DriveOptions
{
    std::optional<std::uint64_t> stepBudget;           ///< none: mostSteps
    FileSource readItems;                              ///< needed where CompileOptions::readsItems was set
    FileSink writeObject;                              ///< none: what a ResultWriter writes goes nowhere
    std::function<bool()> interrupted;                 ///< asked after each step
    std::function<void(VirtualTime from, VirtualTime to)> wait; ///< before the clock is advanced; none: time costs nothing
};

enum class DriveEnd : std::uint8_t { Ended, Interrupted, BudgetSpent };

/// Lets everything that is ready go on, then hands in answers in the order in which their tasks were started, then advances
/// the clock to the next deadline.
DriveEnd drive(Timeline& timeline, TaskHandler& handler, const DriveOptions& options = {});

} // namespace asl

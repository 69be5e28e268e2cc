// What visits and samples tell about a state's data.

#include "core/execution/known_data.h"

#include "core/execution/context_object.h"
#include "core/execution/data_flow.h"

namespace asl {

KnownData knownOf(const RunView& view, VisitId id)
{
    const VisitRecord& visit = (*view.visits)[id];
    const auto stage = [&](Stage wanted) { return visit.stages[static_cast<std::size_t>(wanted)]; };
    KnownData known;
    known.source = KnownData::Source::Visit;
    known.input = stage(Stage::Input);
    known.result = stage(Stage::Result);
    if (visit.failure)
        known.errorOutput = errorOutput(*visit.failure);
    known.context = visit.context;
    known.item = visit.item;
    known.entered = visit.entered;
    known.retryCount = visit.attempts - 1;
    known.token = visit.token;
    known.variables = visit.variables;
    known.seed = view.seed;
    return known;
}

KnownData sampleOf(const StateMachine& machine, StateId id, const Data& executionInput, VirtualTime now)
{
    KnownData known;
    if (id == noId || machine.scopes().empty() || machine.transition(machine.scope(0).start).to != id)
        return known;
    RunOptions options;
    options.now = now;
    std::uint64_t random = known.seed;
    known.source = KnownData::Source::Sample;
    known.input = executionInput;
    known.context = baseContext(Program(), options, executionInput, random);
    known.entered = now;
    return known;
}

std::optional<VisitId> visitOf(const RunView& view, const StatePath& state, std::optional<VisitId> preferred)
{
    const VisitRecords& visits = *view.visits;
    if (preferred && *preferred < visits.size() && visits[*preferred].path == state)
        return preferred;
    for (std::size_t id = visits.size(); id-- > 0;)
        if (visits[id].path == state)
            return static_cast<VisitId>(id);
    return {};
}

} // namespace asl

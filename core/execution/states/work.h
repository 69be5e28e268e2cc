#pragma once
// What a state type does: a function from effective input to Work. Everything around it (data flow, Retry, Catch,
// timeouts, sizes) is the machine's.

#include "core/execution/compiled_program.h"
#include "core/execution/evaluation.h"
#include "core/execution/execution_state.h"

#include <variant>

namespace asl {

/// What the work may look at.
struct WorkContext
{
    const StateProgram& state;
    const Data& rawInput;
    const Data& filteredInput; ///< after InputPath: timeouts and credentials see no Parameters
    const Data& input;         ///< effective
    const Evaluation& evaluation;
    VirtualTime now = 0;
};

/// The work is done; `result` goes through ResultSelector and ResultPath.
struct Finished { Data result; };
/// The state is left towards `target` with its effective input, or with `output`.
struct GoTo
{
    const Target* target = nullptr;
    const std::optional<ValueTemplate>* assign = nullptr; ///< never null
    const std::optional<ValueTemplate>* output = nullptr; ///< never null
};
struct AwaitTask
{
    std::optional<std::int64_t> timeoutSeconds;
    std::optional<std::int64_t> heartbeatSeconds;
    Data credentials; ///< Undefined: none
};
struct AwaitUntil { VirtualTime until = 0; };
struct SpawnChildren
{
    std::vector<StateId> starts; ///< of each branch; one for a Map
    Data items;                  ///< of a Map
    std::uint32_t concurrency = 0; ///< how many at once
    Data keys = {};              ///< of a Map over an object
    std::optional<MapRunOrder> run = {}; ///< distributed
    double maxConcurrency = 0;   ///< as the Map sets it; 0: not at all
};
using Work = std::variant<Finished, GoTo, AwaitTask, AwaitUntil, SpawnChildren, Fault>;

/// Whether a rule of a JSONPath state holds for the effective input.
Computed<bool> isTrue(const RuleProgram& rule, const Data& input, const Evaluation& evaluation);

Work begin(const PassProgram& pass, const WorkContext& context);
Work begin(const TaskProgram& task, const WorkContext& context);
Work begin(const WaitProgram& wait, const WorkContext& context);
Work begin(const ChoiceProgram& choice, const WorkContext& context);
Work begin(const SucceedProgram& succeed, const WorkContext& context);
Work begin(const FailProgram& fail, const WorkContext& context);
Work begin(const ParallelProgram& parallel, const WorkContext& context);
Work begin(const MapProgram& map, const WorkContext& context);

} // namespace asl

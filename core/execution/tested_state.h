#pragma once
// What the parts of testState share: the state under test with everything read from the request.

#include "core/execution/compiled_program.h"
#include "core/execution/test_state.h"

namespace asl {

struct TestedState
{
    const TestStateRequest* request = nullptr;
    SnapshotPointer snapshot; ///< of a state machine, made around the state where only that is given
    StateId id = noId;
    Data input;
    Data variables;    ///< an object
    Data context;      ///< Undefined: none given
    Data mockedResult; ///< Undefined: none

    const State& state() const { return snapshot->machine().state(id); }
    StateType type() const { return *state().type; }
    bool mocked() const { return request->mock.has_value(); }
    /// Text of a field of the state; empty when it has none.
    std::string text(std::string_view field) const;
};

/// Definition, input, variables, mock and context, read and found in order; in the order in which the service refuses.
std::variant<TestedState, Refusal> readTestedState(const TestStateRequest& request);

/// What is wrong with a given Context object; it may have Execution, State, StateMachine and Task.
std::optional<Refusal> contextRefusal(const Data& context);
/// The Context object when none is given.
Data defaultContext(const TestedState& tested, const TestStateWorld& world, std::uint64_t& randomState);

struct ExecutionState;
/// inspectionData of the answer. `state` is the moment at which the test ended; `visit` its only visit.
Data inspectionData(const TestedState& tested, const StateProgram& program, const ExecutionState& state,
                    const VisitRecord& visit);

/// The members `request` and `response` of an HTTP Task that was called with `parameters`.
Data httpRequest(const Data& parameters);
Data httpResponse(const std::optional<TaskOutcome>& outcome);

/// compile() for those who run one state and nothing inside it: what cannot be simulated is no problem.
Compilation compileForOneState(const SnapshotPointer& snapshot, const CompileOptions& options);

Refusal validationException(std::string message);

} // namespace asl

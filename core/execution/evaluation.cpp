// The world of a state's expressions: variables, the Context object, and $states for JSONata.

#include "core/execution/evaluation.h"

namespace asl {

Evaluation::Evaluation(const Program& program, ExecutionState& execution, const Frame& frame, const Extra& extra)
    : m_variables(frame.variables)
{
    const StateProgram& state = program.states[frame.state];
    if (state.usesContext) {
        m_contextObject = contextObject(state, execution, frame, extra.mapItem);
        m_context.contextObject = &m_contextObject;
    }
    if (state.usesStates) {
        ObjectBuilder states;
        states.set("input", frame.input);
        if (state.usesContext)
            states.set("context", m_contextObject);
        if (!extra.result.isUndefined())
            states.set("result", extra.result);
        if (!extra.errorOutput.isUndefined())
            states.set("errorOutput", extra.errorOutput);
        auto variables = std::make_shared<query::Variables>(*frame.variables);
        variables->insert_or_assign("states", std::move(states).build());
        m_variables = std::move(variables);
    }
    m_context.variables = m_variables.get();
    m_context.platform = &program.platform;
    m_context.randomState = &execution.randomState;
    m_context.nowMilliseconds = execution.now / 1000;
}

} // namespace asl

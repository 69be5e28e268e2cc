#pragma once
// Evaluation: what the expressions of a state may look at while a frame visits it.

#include "core/execution/context_object.h"

namespace asl {

class Evaluation
{
public:
    /// The state's random numbers go on in `execution`.
    Evaluation(const Program& program, ExecutionState& execution, const Frame& frame, const Data& mapItem = {})
    {
        const StateProgram& state = program.states[frame.state];
        if (state.usesContext) {
            m_contextObject = asl::contextObject(state, execution, frame, mapItem);
            m_context.contextObject = &m_contextObject;
        }
        m_variables = frame.variables;
        m_context.variables = m_variables.get();
        m_context.platform = &program.platform;
        m_context.randomState = &execution.randomState;
        m_context.nowMilliseconds = execution.now / 1000;
    }
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    operator const query::EvaluationContext&() const { return m_context; }

private:
    Data m_contextObject;
    std::shared_ptr<const query::Variables> m_variables;
    query::EvaluationContext m_context;
};

} // namespace asl

#pragma once
// Evaluation: what the expressions of a state may look at while a frame visits it.

#include "core/execution/context_object.h"

namespace asl {

class Evaluation
{
public:
    /// What some fields see beside the rest; Undefined: not there.
    struct Extra
    {
        Data mapItem = {};     ///< ItemSelector: takes the place of the frame's own
        Data result = {};      ///< $states.result
        Data errorOutput = {}; ///< $states.errorOutput
    };

    /// The state's random numbers go on in `execution`.
    Evaluation(const Program& program, ExecutionState& execution, const Frame& frame) : Evaluation(program, execution, frame, Extra()) {}
    Evaluation(const Program& program, ExecutionState& execution, const Frame& frame, const Extra& extra);
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    operator const query::EvaluationContext&() const { return m_context; }

private:
    Data m_contextObject;
    std::shared_ptr<const query::Variables> m_variables;
    query::EvaluationContext m_context;
};

} // namespace asl

#pragma once
// Evaluation: what the expressions of a state may look at while a frame visits it. Nothing is made before an expression
// asks.

#include "core/execution/context_object.h"

namespace asl {

class Evaluation
{
public:
    /// What some fields see beside the rest. What it points to outlives the Evaluation; null: not there.
    struct Extra
    {
        const MapItem* item = nullptr;     ///< ItemSelector: takes the place of the frame's own
        const Data* result = nullptr;      ///< $states.result
        const Data* errorOutput = nullptr; ///< $states.errorOutput
    };

    /// The state's random numbers go on in `execution`. The frame's place in the execution may move, its input and
    /// variables must stay.
    Evaluation(const Program& program, ExecutionState& execution, const Frame& frame)
        : Evaluation(program, execution, frame, Extra())
    {
    }
    Evaluation(const Program& program, ExecutionState& execution, const Frame& frame, const Extra& extra)
        : m_program(program), m_execution(execution), m_frame(frame), m_extra(extra)
    {
    }
    Evaluation(const Evaluation&) = delete;
    Evaluation& operator=(const Evaluation&) = delete;

    operator const query::EvaluationContext&() const
    {
        if (!m_context.variables)
            prepare();
        return m_context;
    }

private:
    void prepare() const;

    const Program& m_program;
    ExecutionState& m_execution;
    const Frame& m_frame;
    Extra m_extra;
    mutable Data m_contextObject;
    mutable query::Variables m_withStates;
    mutable query::EvaluationContext m_context;
};

} // namespace asl

// The world of a state's expressions: variables, the Context object, and $states for JSONata.

#include "core/execution/evaluation.h"

#include <array>

namespace asl {

namespace {

const Data inputKey = Data::string("input");
const Data contextKey = Data::string("context");
const Data resultKey = Data::string("result");
const Data errorOutputKey = Data::string("errorOutput");

} // namespace

void Evaluation::prepare() const
{
    const StateProgram& state = m_program.states[m_frame.state];
    if (state.usesContext) {
        m_contextObject = contextObject(m_program, m_execution, m_frame, m_extra.item ? *m_extra.item : m_frame.item);
        m_context.contextObject = &m_contextObject;
    }
    m_context.variables = m_frame.variables.get();
    if (state.usesStates) {
        std::array<Member, 4> members;
        std::size_t count = 0;
        members[count++] = {inputKey, m_frame.input};
        if (state.usesContext)
            members[count++] = {contextKey, m_contextObject};
        if (m_extra.result)
            members[count++] = {resultKey, *m_extra.result};
        if (m_extra.errorOutput)
            members[count++] = {errorOutputKey, *m_extra.errorOutput};
        m_withStates =
            query::Variables(m_frame.variables.get(), "states", Data::objectFrom(std::span(members).first(count)));
        m_context.variables = &m_withStates;
    }
    m_context.platform = &m_program.platform;
    m_context.randomState = &m_execution.randomState;
    m_context.nowMilliseconds = m_execution.now / 1000;
}

} // namespace asl

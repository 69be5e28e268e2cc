#include "core/execution/stopped_child.h"

#include "core/data/json.h"
#include "core/execution/context_object.h"
#include "core/execution/execution_state.h"

namespace asl {

struct StoppedChild::Rest
{
    Data input; ///< JSON text of the state's input; Undefined: it is the child's
    std::shared_ptr<const query::Variables> variables;
    std::vector<Frame> frames; ///< whole; empty: all else is usual
};

namespace {

Data textOf(const Data& value)
{
    return Data::string(data::toJson(value));
}

/// Of a text that was made here.
Data valueOf(const Data& text)
{
    return data::parse(text.text()).value();
}

} // namespace

StoppedChild::StoppedChild(std::uint32_t index, VirtualTime ended, const Data& input)
    : m_index(index), m_ended(ended), m_input(textOf(input))
{
}

StoppedChild::StoppedChild(std::uint32_t index, VirtualTime ended, std::vector<Frame> frames, bool keepsResult)
    : StoppedChild(index, ended, frames.front().childInput)
{
    const Frame& root = frames.front();
    m_state = root.state;
    m_frame = root.id;
    m_entered = root.entered;
    m_started = root.childStarted;
    m_nameSeed = root.childNameSeed;
    m_visit = root.visit;
    m_enteredEvent = static_cast<std::uint32_t>(root.enteredEvent);
    m_events = static_cast<std::uint32_t>(root.childEvents);
    m_phase = root.phase;
    if (frames.size() > 1 || keepsResult || root.children || root.childRedrives > 0) {
        m_rest = std::make_shared<const Rest>(Rest{{}, {}, std::move(frames)});
        return;
    }
    const bool isFirstInput = root.input == root.childInput;
    const bool hasVariables = !root.variables->own().empty();
    if (!isFirstInput || hasVariables)
        m_rest = std::make_shared<const Rest>(
            Rest{isFirstInput ? Data() : textOf(root.input), hasVariables ? root.variables : nullptr, {}});
}

Data StoppedChild::input() const
{
    return valueOf(m_input);
}

std::optional<std::int64_t> StoppedChild::events() const
{
    return m_frame != 0 ? std::optional<std::int64_t>(m_events) : std::nullopt;
}

std::vector<Frame> StoppedChild::frames() const
{
    if (m_rest && !m_rest->frames.empty())
        return m_rest->frames;
    Frame root;
    root.id = m_frame;
    root.index = m_index;
    root.state = m_state;
    root.phase = m_phase;
    root.visit = m_visit;
    root.childInput = valueOf(m_input);
    root.input = m_rest && !m_rest->input.isUndefined() ? valueOf(m_rest->input) : root.childInput;
    root.variables = m_rest && m_rest->variables ? m_rest->variables : std::make_shared<const query::Variables>();
    root.entered = m_entered;
    root.enteredEvent = m_enteredEvent;
    root.execution = 0;
    root.childEvents = m_events;
    root.childNameSeed = m_nameSeed;
    std::uint64_t seed = m_nameSeed;
    root.childName = Data::string(newName(seed));
    root.childStarted = m_started;
    return {std::move(root)};
}

} // namespace asl

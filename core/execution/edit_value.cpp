// Values changed by hand while a run rests. They leave no event: the history stays the one that the service would give.

#include "core/execution/machine.h"

#include <algorithm>

namespace asl {

namespace {

const Frame* frameOf(const ExecutionState& state, FrameId id)
{
    const auto found = std::find_if(state.frames.begin(), state.frames.end(), [id](const Frame& frame) { return frame.id == id; });
    return id == 0 || found == state.frames.end() ? nullptr : &*found;
}

} // namespace

std::optional<Message> editRefusal(const Program& program, const ExecutionState& state, const ValueEdited& edit)
{
    const Frame* frame = frameOf(state, edit.frame);
    if (state.status != RunStatus::Running || !frame || frame->phase == Phase::Left)
        return ASL_TEXT("core", "The run no longer stands at this place, so its values cannot be changed.");
    const std::string name(program.states[frame->state].name.text());
    switch (frame->phase) {
    case Phase::Enter:
        return Message{ASL_TEXT("core", "State \"%1\" has not been entered yet. Take a step, then change its values."), {name}};
    case Phase::AwaitingChildren:
    case Phase::Redriven:
    case Phase::AwaitingFiles:
        return Message{ASL_TEXT("core", "State \"%1\" is at work on its branches or iterations. Change values inside of them, or go back to before."), {name}};
    case Phase::Work:
    case Phase::AwaitingRetry:
    case Phase::Finish:
    case Phase::Failed:
    case Phase::AwaitingTask:
    case Phase::AwaitingTime:
    case Phase::Left:
        break;
    }
    if (edit.value.isUndefined() || edit.value.kind() == Data::Kind::Function)
        return ASL_TEXT("core", "The new value is no JSON value.");
    if (!edit.variable.empty()) {
        if (frame->variables->find(edit.variable) == frame->variables->end())
            return Message{ASL_TEXT("core", "There is no variable $%1 in state \"%2\"."), {edit.variable, name}};
        return {};
    }
    if (frame->phase != Phase::Work && frame->phase != Phase::AwaitingRetry)
        return Message{ASL_TEXT("core", "State \"%1\" has begun its work, so its input can no longer be changed. Go back to before."), {name}};
    return {};
}

void Machine::editValue(const ValueEdited& edit)
{
    if (editRefusal(m_program, m_state, edit))
        return;
    const auto slot = static_cast<Slot>(frameOf(m_state, edit.frame) - m_state.frames.data());
    Frame& edited = frame(slot);
    VisitRecord* record = visit(edited);
    ValueEdit note{edited.visit, edited.id, edit.variable, {}, edit.value, m_state.now, static_cast<std::int64_t>(m_state.events.size())};
    if (edit.variable.empty()) {
        note.before = std::exchange(edited.input, edit.value);
        if (record)
            record->stages[static_cast<std::size_t>(Stage::Input)] = edit.value;
    } else {
        note.before = edited.variables->find(edit.variable)->second;
        assign(edited, Data::object({{Data::string(edit.variable), edit.value}}));
        if (record)
            record->variables = edited.variables;
    }
    m_state.edits.push_back(std::move(note));
}

} // namespace asl

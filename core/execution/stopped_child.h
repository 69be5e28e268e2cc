#pragma once
// StoppedChild: a child execution that came to an unsuccessful end, as a redrive of its Map Run needs it. There may be
// a million of them, so the usual one (a single frame, without variables, in the state it began with) is kept as its
// bare numbers, and its input as text.

#include "core/execution/phase.h"
#include "core/execution/run_view.h"
#include "core/model/state_machine.h"

#include <memory>
#include <optional>
#include <vector>

namespace asl {

struct Frame;

class StoppedChild
{
public:
    /// One that can only begin anew.
    StoppedChild(std::uint32_t index, VirtualTime ended, const Data& input);
    /// `frames`: as they stood, its root first, with places in this list as parents. `keepsResult`: the root's state
    /// has done its work and is only to be left.
    StoppedChild(std::uint32_t index, VirtualTime ended, std::vector<Frame> frames, bool keepsResult);

    std::uint32_t index() const { return m_index; } ///< among all children of the Map Run
    VirtualTime ended() const { return m_ended; }
    Data input() const;
    /// How many events its history has; nothing for one that can only begin anew.
    std::optional<std::int64_t> events() const;
    std::vector<Frame> frames() const;

private:
    struct Rest;

    std::uint32_t m_index;
    StateId m_state = noId;
    VirtualTime m_ended;
    FrameId m_frame = 0; ///< 0: it can only begin anew
    VirtualTime m_entered = 0;
    VirtualTime m_started = 0;
    std::uint64_t m_nameSeed = 0;
    VisitId m_visit = 0;
    std::uint32_t m_enteredEvent = 0; ///< of its own history, like the next
    std::uint32_t m_events = 0;
    Phase m_phase = Phase::Enter;
    Data m_input;                       ///< JSON text
    std::shared_ptr<const Rest> m_rest; ///< what is not usual
};

} // namespace asl

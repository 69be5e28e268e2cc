#pragma once
// Phase: how far a frame has come in its state.

#include <cstdint>

namespace asl {

enum class Phase : std::uint8_t {
    Enter,    ///< ready: enters its state
    Work,     ///< ready: computes the effective input and begins the work
    Finish,   ///< ready: the work has a result; computes the output and leaves
    Failed,   ///< ready: the work failed; Retry, Catch or up
    Left,     ///< ready: the last state of its scope was left
    Redriven, ///< ready: a Map goes on with the children it has
    AwaitingTask,
    AwaitingTime, ///< Wait
    AwaitingRetry,
    AwaitingFiles, ///< an ItemReader or ResultWriter, while no child works
    AwaitingChildren
};

} // namespace asl

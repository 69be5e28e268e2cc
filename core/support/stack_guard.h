#pragma once
// StackGuard: tells a recursion to stop before the thread's own stack is used up.

#include <cstddef>

namespace asl {

/// Counts from where it is made. Builds with sanitizers need several times as much stack a level as others, so a number of
/// levels alone would not keep the program from falling.
class StackGuard
{
public:
    StackGuard() : m_begin(here()) {}
    void restart() { m_begin = here(); }
    bool isExhausted() const
    {
        const std::ptrdiff_t used = m_begin - here();
        return used > most || used < -most;
    }

private:
    // Threads have 8 MiB where nobody says otherwise.
    static constexpr std::ptrdiff_t most = 5 * 1024 * 1024;
    static const char* here() { return static_cast<const char*>(__builtin_frame_address(0)); }

    const char* m_begin;
};

} // namespace asl

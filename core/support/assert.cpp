#include "core/support/assert.h"

#include <cstdio>
#include <cstdlib>

namespace asl {

void assertionFailed(const char* condition, const char* why, const char* file, int line)
{
    std::fprintf(stderr, "%s:%d: %s must hold: %s\n", file, line, condition, why);
#ifndef NDEBUG
    std::abort();
#endif
}

} // namespace asl

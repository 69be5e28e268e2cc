#pragma once
// ASL_ASSERT(condition, "why this must hold"): stops in debug builds and tests, logs once in release builds.

namespace asl {

/// Writes the failed condition to standard error; aborts unless NDEBUG is set.
void assertionFailed(const char* condition, const char* why, const char* file, int line);

} // namespace asl

#define ASL_ASSERT(condition, why) ((condition) ? void() : ::asl::assertionFailed(#condition, why, __FILE__, __LINE__))

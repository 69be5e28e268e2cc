// SplitMix64 and what is made from it.

#include "core/query/random.h"

namespace asl::query {

std::uint64_t nextRandom(std::uint64_t& state)
{
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t value = state;
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31);
}

double nextFraction(std::uint64_t& state)
{
    constexpr double step = 1.0 / 9007199254740992.0; // 2^-53
    return static_cast<double>(nextRandom(state) >> 11) * step;
}

std::string nextUuid(std::uint64_t& state)
{
    constexpr char digits[] = "0123456789abcdef";
    std::uint64_t high = nextRandom(state);
    std::uint64_t low = nextRandom(state);
    high = (high & 0xFFFFFFFFFFFF0FFFULL) | 0x4000;                // version 4
    low = (low & 0x3FFFFFFFFFFFFFFFULL) | 0x8000000000000000ULL;   // variant of RFC 4122
    std::string text;
    for (int i = 0; i < 32; ++i) {
        if (i == 8 || i == 12 || i == 16 || i == 20)
            text += '-';
        const std::uint64_t half = i < 16 ? high : low;
        text += digits[(half >> (60 - 4 * (i % 16))) & 0xF];
    }
    return text;
}

} // namespace asl::query

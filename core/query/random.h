#pragma once
// Repeatable random numbers: the state lies with the caller, so a replay gives the same ones.

#include <cstdint>
#include <string>

namespace asl::query {

/// The next number of the sequence (SplitMix64); advances the state.
std::uint64_t nextRandom(std::uint64_t& state);
/// From 0 (inclusive) to 1 (exclusive).
double nextFraction(std::uint64_t& state);
/// A UUID of version 4.
std::string nextUuid(std::uint64_t& state);

} // namespace asl::query

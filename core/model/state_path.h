#pragma once
// How to find a state, a scope or a transition again after an edit: by names and branch indexes, never by pointers.

#include <compare>
#include <cstdint>
#include <string>
#include <vector>

namespace asl {

/// One step from a scope into the scope inside one of its states.
struct ScopeStep
{
    std::string state;        ///< a Parallel or Map
    std::uint32_t branch = 0; ///< index in Branches; 0 for the ItemProcessor
    friend auto operator<=>(const ScopeStep&, const ScopeStep&) = default;
};

/// Empty: the top level.
struct ScopePath
{
    std::vector<ScopeStep> steps;
    friend auto operator<=>(const ScopePath&, const ScopePath&) = default;
};

struct StatePath
{
    ScopePath scope;
    std::string name;
    friend auto operator<=>(const StatePath&, const StatePath&) = default;
};

enum class TransitionKind : std::uint8_t { Start, Next, End, ChoiceRule, Default, Catch };

struct TransitionPath
{
    ScopePath scope;
    std::string from; ///< empty for Start
    TransitionKind kind = TransitionKind::Next;
    std::uint32_t index = 0; ///< of the rule or catcher
    friend auto operator<=>(const TransitionPath&, const TransitionPath&) = default;
};

/// The scope inside `state`.
ScopePath scopeInside(const StatePath& state, std::uint32_t branch);
/// "Map[0]/Inner", for messages and logs.
std::string readable(const StatePath& path);

} // namespace asl

#include "core/model/state_path.h"

namespace asl {

ScopePath scopeInside(const StatePath& state, std::uint32_t branch)
{
    ScopePath inside = state.scope;
    inside.steps.push_back({state.name, branch});
    return inside;
}

std::string readable(const StatePath& path)
{
    std::string text;
    for (const ScopeStep& step : path.scope.steps)
        text += step.state + "[" + std::to_string(step.branch) + "]/";
    return text + path.name;
}

} // namespace asl

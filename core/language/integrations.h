#pragma once
// The optimized integrations: which actions of which services a Task may call, and in which pattern.

#include "core/language/language.h"

#include <span>
#include <string_view>

namespace asl {

struct OptimizedIntegration
{
    std::string_view service; ///< as in ResourceInfo::service
    std::string_view action;
    bool sync = false;             ///< .sync
    bool sync2 = false;            ///< .sync:2
    bool waitForTaskToken = false; ///< .waitForTaskToken
};

std::span<const OptimizedIntegration> optimizedIntegrations();
/// Null when the service does not offer the action this way.
const OptimizedIntegration* optimizedIntegration(std::string_view service, std::string_view action);
/// The suffix (empty, "sync", "sync:2", "waitForTaskToken") exists for this action.
bool offers(const OptimizedIntegration& integration, std::string_view suffix);

} // namespace asl

#pragma once
// What the Tasks of a definition call.

#include "core/validation/rule.h"

#include <functional>

namespace asl::validation {

struct TaskCall
{
    const TypedObject* object = nullptr;     ///< the state
    const TypedMember* member = nullptr;     ///< its Resource
    std::string resource;                    ///< as written
    const TypedMember* parameters = nullptr; ///< Parameters or Arguments; null when absent
};

/// Calls `visit` with every Task whose Resource is a text.
void forEachTaskCall(const Context& context, const std::function<void(const TaskCall&)>& visit);

} // namespace asl::validation

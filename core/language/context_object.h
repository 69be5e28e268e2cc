#pragma once
// The members of the Context object, which `$$` and `$states.context` read.

#include <span>
#include <string_view>

namespace asl {

struct ContextMember
{
    std::string_view object;  ///< the member it lies in, steps parted by dots; empty: the Context object itself
    std::string_view name;
    std::string_view summary; ///< one sentence, translatable (context "language")
};

/// Outer ones before inner ones.
std::span<const ContextMember> contextMembers();

} // namespace asl

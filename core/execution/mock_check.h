#pragma once
// Does a mocked result look like what the service would answer? The check of TestState's mock.result, for every mock.

#include "core/data/data.h"
#include "core/language/language.h"

#include <optional>
#include <string>

namespace asl {

/// TestState's fieldValidationMode: everything; only what is there; nothing.
enum class FieldCheck : std::uint8_t { Strict, Present, None };

/// The first fault of `result` as an answer to `resource`, in the service's words; empty when it will do or nothing is
/// known of such answers. Members that are not known do no harm.
std::optional<std::string> mockFault(const ResourceInfo& resource, const Data& result, FieldCheck check);

} // namespace asl

#pragma once
// The IAM action that calling an API needs, as its name tells.

#include "core/language/language.h"

#include <string>
#include <vector>

namespace asl {

/// IAM actions that a role needs to call the resource, such as "dynamodb:GetItem"; empty where none is needed or none
/// is known.
std::vector<std::string> permissionsFor(const ResourceInfo& resource);

/// What a role needs to run the children of a distributed Map.
std::vector<std::string> permissionsForChildren();

} // namespace asl

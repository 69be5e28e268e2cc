#pragma once
// Finding the bytes of a definition that is a value of a template.

#include "core/document/region.h"
#include "core/text/syntax_tree.h"

namespace asl {

/// The definition that a value of the template is, as an object or in a text (also one put together by Fn::Sub or
/// Fn::Join). Fails when the value is no definition.
Result<Region> definitionRegion(const SyntaxTree& tree, NodeId value);

} // namespace asl

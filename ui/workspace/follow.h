#pragma once
// Where something that belonged to an older text is after a patch: selected states and transitions, diagnostics.

#include "core/document/snapshot.h"
#include "core/validation/diagnostic.h"
#include "ui/workspace/workspace.h"

namespace designer {

/// The selection in `after`: what kept its name, or its place under another name, stays; what vanished drops out.
Selection followed(const Selection& selection, const asl::Snapshot& before, const asl::Snapshot& after, const asl::TextPatch& patch);

/// Maps the ranges, and drops quick fixes whose text was touched.
void follow(std::vector<asl::Diagnostic>& diagnostics, const asl::TextPatch& patch);

/// `edit` made for the text before `patch`, for the text after it. Empty when both change the same place.
std::optional<asl::TextPatch> rebased(const asl::TextPatch& edit, const asl::TextPatch& patch);

} // namespace designer

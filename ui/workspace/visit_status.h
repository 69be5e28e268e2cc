#pragma once
// How the status of a visit is shown.

#include "core/execution/run_view.h"
#include "ui/support/theme.h"

namespace designer {

Status statusOf(asl::VisitStatus status);

} // namespace designer

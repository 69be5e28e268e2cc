#pragma once
// What core needs and the C++ library lacks, filled from Qt.

#include "core/query/outcome.h"

namespace designer::host {

asl::query::Platform platform();

} // namespace designer::host

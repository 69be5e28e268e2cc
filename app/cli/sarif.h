#pragma once
// Reports as SARIF 2.1.0, the format of code scanning.

#include "app/cli/report.h"

#include <string>

namespace designer::cli {

/// One run with the rules that found something, what they found, and the fixes.
std::string sarifText(const std::vector<Report>& reports, asl::Severity least);

} // namespace designer::cli

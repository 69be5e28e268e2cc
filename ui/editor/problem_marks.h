#pragma once
// Which diagnostics begin in a row, and how their severity looks.

#include "ui/editor/block_map.h"
#include "ui/support/theme.h"
#include "ui/workspace/workspace.h"

#include <span>

namespace designer {

inline Token severityToken(asl::Severity severity)
{
    return severity == asl::Severity::Error ? Token::Err : severity == asl::Severity::Warning ? Token::Warn : Token::Info;
}

inline QString severityGlyph(asl::Severity severity)
{
    return severity == asl::Severity::Error ? QStringLiteral("problem-error")
        : severity == asl::Severity::Warning ? QStringLiteral("problem-warning")
                                             : QStringLiteral("problem-info");
}

/// They are sorted by position, so these are neighbours. What begins at a cut begins in the row after it.
inline std::span<const asl::Diagnostic> problemsInRow(const Workspace& workspace, const BlockMap& map, std::size_t row)
{
    const std::vector<asl::Diagnostic>& all = workspace.diagnostics();
    const auto beginsBefore = [](const asl::Diagnostic& diagnostic, std::size_t byte) { return diagnostic.range.begin < byte; };
    const std::size_t last = row + 1 < map.size() ? map.endOf(row) : map.textSize() + 1;
    const auto first = std::lower_bound(all.begin(), all.end(), map.row(row).begin, beginsBefore);
    return {first, std::lower_bound(first, all.end(), last, beginsBefore)};
}

} // namespace designer

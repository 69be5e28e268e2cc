#pragma once
// What validate found out about one file.

#include "app/host/definition_file.h"
#include "core/validation/validate.h"

#include <QString>

#include <algorithm>
#include <memory>
#include <vector>

namespace designer::cli {

struct Report
{
    QString name; ///< as it was given
    QString path; ///< of the file that the places are in
    asl::SnapshotPointer snapshot;
    std::shared_ptr<const asl::LineIndex> lines; ///< of that file
    std::vector<asl::Diagnostic> diagnostics;    ///< their places are in that file

    Report(QString given, QString file, asl::SnapshotPointer read, std::vector<asl::Diagnostic> found)
        : name(std::move(given)), path(std::move(file)), snapshot(std::move(read)),
          lines(std::make_shared<const asl::LineIndex>(host::fileText(*snapshot))), diagnostics(std::move(found))
    {
    }

    bool valid() const
    {
        return std::none_of(diagnostics.begin(), diagnostics.end(), [](const asl::Diagnostic& diagnostic) {
            return diagnostic.severity == asl::Severity::Error;
        });
    }
};

} // namespace designer::cli

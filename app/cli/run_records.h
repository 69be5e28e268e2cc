#pragma once
// Records of runs on the command line: `run --record OUT` and `run FILE.run.json`.

#include "app/cli/command.h"
#include "core/execution/timeline.h"

namespace designer::cli {

/// A record's file is known by its name.
bool isRunRecord(const QString& path);
/// The run of a record gone through again. Options that the record already answers are an error.
asl::Result<asl::Timeline> replayedRun(const Arguments& arguments, const QString& path);
/// Writes what --record asks for, if anything.
asl::Result<void> writeRunRecord(const Arguments& arguments, const asl::Timeline& timeline);

} // namespace designer::cli

#pragma once
// What is kept beside a file for its runs, in the user's settings and never in the file: the folder that stands for S3,
// breakpoints with their rules, watches, kept answers.

#include "ui/workspace/run_files.h"

#include <QString>

namespace designer {

class SimulationController;

/// The objects of buckets as files of a folder (host::LocalBuckets).
asl::Result<RunFiles> openLocalFolder(const std::string& folder);

void restoreRunSettings(const QString& file, SimulationController& simulation);
/// Nothing is kept of a document that has no file yet.
void storeRunSettings(const QString& file, const SimulationController& simulation);

} // namespace designer

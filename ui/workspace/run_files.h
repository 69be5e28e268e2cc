#pragma once
// RunFiles: who reads and writes the objects of S3 that a run asks for. The application fills it in with a folder of the
// user's choice.

#include "core/document/snapshot.h"
#include "core/execution/task_handler.h"
#include "core/support/result.h"

#include <functional>
#include <optional>
#include <string>

namespace designer {

struct RunFiles
{
    asl::FileSource read;
    asl::FileSink write;
};

/// Opens the folder that stands for S3; the error says why it cannot. Called on the simulator lane, which alone uses what comes.
using OpenFolder = std::function<asl::Result<RunFiles>(const std::string& folder)>;

/// How a definition deals with S3.
struct FileUse
{
    std::optional<asl::StateId> reader; ///< the first Map with an ItemReader
    bool writes = false;                ///< some ResultWriter exports
};
FileUse fileUseOf(const asl::Snapshot& snapshot);

} // namespace designer

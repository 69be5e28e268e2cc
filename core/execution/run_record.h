#pragma once
// RunRecord: a complete, replayable record of a run (`*.run.json`): definition, input, context, seed, clock, type and
// every decision. Parts of files that an ItemReader read are named with range and SHA-256, not kept.

#include "core/execution/timeline.h"

#include <string>
#include <vector>

namespace asl {

struct RunRecord
{
    std::string definition; ///< the text of the file; of YAML what it says in JSON
    data::TokenValues tokens;
    bool express = false;
    bool readsItems = false;
    RunOptions options;
    std::vector<JournalEntry> journal; ///< without the bytes of files
    Data result; ///< {"status", "events", "output"?, "error"?, "cause"?} at its end, which a replay must give again
};

/// The record of the timeline's present branch up to its last step.
RunRecord recordOf(const Timeline& timeline);
std::string runRecordJson(const RunRecord& record);
/// The error says what is wrong with the text.
Result<RunRecord> readRunRecord(std::string_view text);

/// The same run again, at its last step. `options.platform` must hash; its tokens and kind of run are taken from the
/// record. `files` reads what the run read; it may be null for a run that read none. Refuses a file that is missing or not
/// the one that was read, and a record whose result does not come out again.
Result<Timeline> replay(const RunRecord& record, const CompileOptions& options, const FileSource& files,
                        bool recordVisits = true);

/// The first file that the run read and that `files` does not have as it was then; what is said tells its name, size and SHA-256.
std::optional<Error> missingFile(const RunRecord& record, const query::Platform& platform, const FileSource& files);

} // namespace asl

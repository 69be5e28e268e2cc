#pragma once
// RunRecord: a complete, replayable record of a run (`*.run.json`): definition, input, context, seed, clock, type and
// every decision. Files that an ItemReader read are named with size and SHA-256, not kept.

#include "core/execution/timeline.h"

#include <functional>
#include <string>
#include <vector>

namespace asl {

/// A file that the run read.
struct RecordedFile
{
    std::string bucket;
    std::string key;
    std::uint64_t size = 0;
    std::string sha256; ///< lower-case hexadecimal
};

struct RecordedDecision
{
    JournalEntry entry;
    std::optional<RecordedFile> file; ///< of ItemsRead with a file's content, which is not in `entry`
};

struct RunRecord
{
    std::string definition; ///< the text of the file; of YAML what it says in JSON
    data::TokenValues tokens;
    bool express = false;
    bool readsItems = false;
    RunOptions options;
    std::vector<RecordedDecision> journal;
    Data result; ///< {"status", "events", "output"?, "error"?, "cause"?} at its end, which a replay must give again
};

/// The record of the timeline's present branch up to its last step.
RunRecord recordOf(const Timeline& timeline);
std::string runRecordJson(const RunRecord& record);
/// The error says what is wrong with the text.
Result<RunRecord> readRunRecord(std::string_view text);

/// Gives the content of a file that the run read, or says why it cannot.
using RecordedFiles = std::function<Result<std::string>(const RecordedFile& file)>;

/// The same run again, at its last step. `options.platform` must hash; its tokens and kind of run are taken from the
/// record. Refuses a file that is missing or not the one that was read, and a record whose result does not come out
/// again.
Result<Timeline> replay(const RunRecord& record, const CompileOptions& options, const RecordedFiles& files,
                        bool recordVisits = true);

} // namespace asl

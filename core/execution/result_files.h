#pragma once
// ResultFiles: what a ResultWriter puts into a bucket: SUCCEEDED, FAILED and PENDING files of a Map Run and the
// manifest that names them. Results leave as soon as a part is full. A value: the state of a run contains it.

#include "core/execution/compiled_program.h"
#include "core/execution/task_handler.h"

#include <array>
#include <string>
#include <vector>

namespace asl {

class ResultFiles
{
public:
    enum class Kind : std::uint8_t { Succeeded, Failed, Pending };

    /// `folder` is the keys' beginning, without a slash at its end.
    ResultFiles(const ResultWriterProgram& writer, std::string bucket, std::string folder);

    const std::string& bucket() const { return m_bucket; }
    std::string manifestKey() const { return m_folder + "/manifest.json"; }
    /// An output, or the record of a child.
    void add(Kind kind, const Data& result);
    /// Completes all files, the manifest last. What is added after it, by a redrive, goes into further files; those that
    /// told of what did not succeed no longer count.
    void finish(const std::string& mapRunArn);
    /// The writes that are due, without ids.
    std::vector<WriteObject> takeWrites() { return std::exchange(m_writes, {}); }

private:
    struct Part
    {
        std::string key;
        std::uint64_t size = 0;
    };
    struct File
    {
        std::vector<Part> parts; ///< the last one is open while `open`
        std::size_t named = 0;   ///< parts there ever were
        bool open = false;
        std::string buffer; ///< not handed over yet
    };

    void flush(File& file, bool last);
    void close(File& file);

    std::string m_bucket;
    std::string m_folder;
    bool m_lines;
    std::array<File, 3> m_files; ///< by Kind
    std::vector<WriteObject> m_writes;
};

} // namespace asl

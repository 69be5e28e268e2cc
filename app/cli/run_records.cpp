// Writing and replaying records of runs.

#include "app/cli/run_records.h"

#include "app/cli/local_buckets.h"
#include "app/host/files.h"
#include "app/host/platform.h"

#include "core/execution/run_record.h"

namespace designer::cli {

using namespace asl;

bool isRunRecord(const QString& path)
{
    return path.endsWith(QStringLiteral(".run.json"));
}

Result<Timeline> replayedRun(const Arguments& arguments, const QString& path)
{
    for (const char* option :
         {"--input", "--tasks", "--mocks", "--context", "--type", "--seed", "--now", "--max-events",
          "--stop-after-event", "--values", "--record", "--redrive-tasks", "--real-time"})
        if (arguments.has(QLatin1String(option)))
            return Error{{ASL_TEXT("cli", "%1 cannot be given for a record of a run: the record says it."), {option}},
                         {}};
    auto bytes = host::readFile(path);
    if (!bytes)
        return bytes.error();
    const auto placedError = [&](const Error& error) {
        return Error{
            Message((error.range ? placed(path, *bytes, error) : path.toStdString() + ": ") + english(error.message)),
            {}};
    };
    auto record = readRunRecord(*bytes);
    if (!record)
        return placedError(record.error());
    const query::Platform platform = host::platform();
    CompileOptions options;
    options.platform = &platform;
    const bool hasFiles = arguments.has(QStringLiteral("--files"));
    const LocalBuckets buckets(arguments.value(QStringLiteral("--files")));
    const RecordedFiles files = [&](const RecordedFile& file) -> Result<std::string> {
        const std::string name = file.bucket + "/" + file.key;
        if (!hasFiles)
            return Error{
                {ASL_TEXT(
                     "cli",
                     "The run read the file %1 (%2 bytes, SHA-256 %3). Name the folder that holds it with --files."),
                 {name, std::to_string(file.size), file.sha256}},
                {}};
        ItemsOutcome outcome = buckets.read({0, false, file.bucket, file.key});
        if (auto* content = std::get_if<std::string>(&outcome))
            return std::move(*content);
        return Error{
            {ASL_TEXT("cli", "The run read the file %1 (%2 bytes, SHA-256 %3), which is not in the folder of --files."),
             {name, std::to_string(file.size), file.sha256}},
            {}};
    };
    auto timeline = replay(*record, options, files, arguments.has(QStringLiteral("--trace")));
    if (!timeline)
        return Error{Message(path.toStdString() + ": " + english(timeline.error().message)), {}};
    return timeline;
}

Result<void> writeRunRecord(const Arguments& arguments, const Timeline& timeline)
{
    const QString out = arguments.value(QStringLiteral("--record"));
    if (out.isEmpty())
        return {};
    if (!isRunRecord(out) && out != u"-")
        return Error{ASL_TEXT("cli", "--record needs a name that ends in .run.json, by which `run` knows a record."),
                     {}};
    return host::writeFile(out, runRecordJson(recordOf(timeline)));
}

} // namespace designer::cli

// Writing and replaying records of runs.

#include "app/cli/run_records.h"

#include "app/host/files.h"
#include "app/host/local_buckets.h"
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
    // It belongs to the timeline, which reads again when it is walked back.
    const auto buckets = std::make_shared<host::LocalBuckets>(arguments.value(QStringLiteral("--files")));
    FileSource files;
    if (hasFiles)
        files = [buckets](const ReadItems& read) { return buckets->read(read); };
    if (const auto missing = hasFiles ? std::nullopt : missingFile(*record, platform, {}))
        return Error{{ASL_TEXT("cli", "%1: %2 Name the folder that holds it with --files."),
                      {path.toStdString(), english(missing->message)}},
                     {}};
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

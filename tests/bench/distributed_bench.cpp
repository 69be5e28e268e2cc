// A distributed Map over a million CSV rows, a child each, with its results written to files, once more where every child
// fails and is kept for a redrive; and a few rows of a file of a gigabyte. Makes its files in the folder that is named, else in build/bench-data.

#include "app/host/local_buckets.h"

#include "core/execution/drive.h"
#include "core/execution/recorded_outcomes.h"

#include <QDir>
#include <QFile>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <sys/resource.h>

using namespace asl;

namespace {

constexpr qint64 gigabyte = qint64(1) << 30;

bool makeFiles(const QString& folder, int rows)
{
    QDir().mkpath(folder + QStringLiteral("/in"));
    QFile small(folder + QStringLiteral("/in/rows.csv"));
    QFile large(folder + QStringLiteral("/in/large.csv"));
    if (!small.open(QIODevice::WriteOnly) || !large.open(QIODevice::WriteOnly))
        return false;
    QByteArray text("id,name,amount\n");
    for (int i = 0; i < rows; ++i)
        text += QByteArray::number(i) + ",customer " + QByteArray::number(i) + ',' + QByteArray::number(i * 7 % 1000) + '\n';
    small.write(text);
    large.write(text.left(1'000'000));
    return large.resize(gigabyte); // a hole: nobody is to read that far
}

constexpr char passes[] = R"({"Type": "Pass", "End": true})";
constexpr char fails[] = R"({"Type": "Fail", "Error": "E"})";

std::string definition(const char* key, const char* maxItems, const char* state)
{
    return std::string(R"({"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ToleratedFailurePercentage": 100,
        "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "in", "Key": ")") + key + R"("},
            "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW")" + maxItems + R"(}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "P",
            "States": {"P": )" + state + R"(}},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out", "Prefix": "p"}}}}})";
}

void measured(const char* name, const std::string& text, const QString& folder)
{
    CompileOptions compiling;
    compiling.readsItems = true;
    const ProgramPointer program = compile(Document::open(text)->snapshot(), compiling).program;
    designer::host::LocalBuckets buckets(folder);
    RunOptions options;
    options.recordVisits = false;
    DriveOptions driving;
    driving.readItems = options.files = [&](const ReadItems& read) { return buckets.read(read); };
    driving.writeObject = [&](const WriteObject& part) { return buckets.write(part); };
    const std::size_t inUse = mallinfo2().uordblks;
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t processor = std::clock();
    Timeline timeline(program, options);
    auto nobody = RecordedOutcomes::read(Data::array({}));
    drive(timeline, *nobody, driving);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("%-32s %8.3f s (%.3f s of processor time), at most %ld MB, %zu MB at the end%s\n", name, seconds,
                static_cast<double>(std::clock() - processor) / CLOCKS_PER_SEC, usage.ru_maxrss / 1024,
                (mallinfo2().uordblks - inUse) / 1024 / 1024,
                timeline.view()->status == RunStatus::Succeeded ? "" : "; it FAILED");
}

} // namespace

int main(int argc, char** argv)
{
    const QString folder = QString::fromLocal8Bit(argc > 1 ? argv[1] : "build/bench-data");
    const int rows = argc > 2 ? std::atoi(argv[2]) : 1'000'000;
    if (!makeFiles(folder, rows)) {
        std::fprintf(stderr, "distributed_bench: no files can be made in %s\n", folder.toLocal8Bit().constData());
        return 2;
    }
    measured("10 rows of a gigabyte", definition("large.csv", R"(, "MaxItems": 10)", passes), folder);
    measured((std::to_string(rows) + " rows, a child each").c_str(), definition("rows.csv", "", passes), folder);
    measured((std::to_string(rows) + " children that fail").c_str(), definition("rows.csv", "", fails), folder);
    QDir(folder + QStringLiteral("/out")).removeRecursively();
    QFile::remove(folder + QStringLiteral("/in/large.csv"));
    return 0;
}

// stepwright-cli run: simulates one execution.

#include "app/cli/command.h"

#include "app/cli/run_records.h"
#include "app/cli/simulation.h"
#include "app/host/files.h"
#include "app/host/local_buckets.h"

#include "core/execution/checked_handler.h"
#include "core/execution/drive.h"
#include "core/execution/mock_handler.h"
#include "core/execution/recorded_outcomes.h"
#include "core/execution/trace.h"
#include "core/support/timestamp.h"

#include <chrono>
#include <random>
#include <thread>

namespace designer::cli {

namespace {

using namespace asl;

/// The file's name names the machine, unless --context does.
Data withMachineName(const Data& context, const QString& path)
{
    const std::string name = machineName(path);
    const Data* given = context.find("StateMachine");
    if (name.empty() || (given && given->find("Name")))
        return context;
    ObjectBuilder machine = given ? ObjectBuilder(*given) : ObjectBuilder();
    machine.set("Name", Data::string(name));
    ObjectBuilder whole = context.isObject() ? ObjectBuilder(context) : ObjectBuilder();
    whole.set("StateMachine", std::move(machine).build());
    return std::move(whole).build();
}

Result<RunOptions> runOptions(const Arguments& arguments, const QString& definition)
{
    RunOptions options;
    auto input = jsonOption(arguments, QStringLiteral("--input"));
    if (!input)
        return input.error();
    options.input = *input;
    auto context = jsonOption(arguments, QStringLiteral("--context"));
    if (!context)
        return context.error();
    if (!context->isUndefined() && !context->isObject())
        return Error{ASL_TEXT("cli", "--context needs a file with an object of the Context object's shape."), {}};
    options.context = withMachineName(*context, definition);
    auto seed = numberOption(arguments, QStringLiteral("--seed"), static_cast<std::int64_t>(std::random_device()()));
    auto maxEvents = numberOption(arguments, QStringLiteral("--max-events"), static_cast<std::int64_t>(options.maxEvents));
    auto stopAfter = numberOption(arguments, QStringLiteral("--stop-after-event"), 0);
    for (const auto* number : {&seed, &maxEvents, &stopAfter})
        if (!*number)
            return number->error();
    options.seed = static_cast<std::uint64_t>(*seed);
    options.maxEvents = static_cast<std::size_t>(*maxEvents);
    options.stopAfterEvent = *stopAfter;
    if (arguments.has(QStringLiteral("--now"))) {
        const auto now = parseTimestamp(arguments.value(QStringLiteral("--now")).toStdString());
        if (!now)
            return Error{ASL_TEXT("cli", "--now needs a time like 2026-03-01T10:00:00Z."), {}};
        options.now = now->seconds * second + now->nanoseconds / 1000;
    } else {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        options.now = std::chrono::duration_cast<std::chrono::microseconds>(now).count();
    }
    options.recordVisits = arguments.has(QStringLiteral("--trace"));
    return options;
}

/// The handler of --tasks or --mocks, and what it could not answer.
struct Answers
{
    std::unique_ptr<TaskHandler> handler;
    std::function<const std::optional<TaskRequest>&()> unanswered;
    std::optional<MockTestCase> testCase;
};

template <class Handler>
Answers answersBy(Handler handler, std::optional<MockTestCase> testCase = {})
{
    auto owned = std::make_unique<Handler>(std::move(handler));
    auto* raw = owned.get();
    return {std::move(owned), [raw]() -> const std::optional<TaskRequest>& { return raw->unanswered(); }, std::move(testCase)};
}

Result<Answers> recordedAnswers(const QString& file)
{
    const auto bytes = file.isEmpty() ? Result<std::string>("[]") : host::readFile(file);
    if (!bytes)
        return bytes.error();
    auto outcomes = RecordedOutcomes::read(*bytes);
    if (!outcomes)
        return inFile(file, *bytes, outcomes.error());
    return answersBy(*std::move(outcomes));
}

Result<Answers> mockedAnswers(const QString& file, const QString& testCase)
{
    const auto bytes = host::readFile(file);
    if (!bytes)
        return bytes.error();
    auto mocks = MockFile::read(*bytes);
    if (!mocks)
        return inFile(file, *bytes, mocks.error());
    auto chosen = mocks->testCase(testCase.toStdString());
    if (!chosen)
        return inFile(file, *bytes, chosen.error());
    return answersBy(MockHandler(*std::move(mocks), *chosen), *chosen);
}

Result<Answers> answers(const Arguments& arguments)
{
    const QString mocks = arguments.value(QStringLiteral("--mocks"));
    if (!mocks.isEmpty() && arguments.has(QStringLiteral("--tasks")))
        return Error{ASL_TEXT("cli", "Give either --tasks or --mocks, not both."), {}};
    if (!mocks.isEmpty())
        return mockedAnswers(mocks.section(u'#', 0, 0), mocks.section(u'#', 1));
    return recordedAnswers(arguments.value(QStringLiteral("--tasks")));
}

std::string resultJson(const RunView& view)
{
    ObjectBuilder result;
    setResult(result, view);
    return data::toJson(std::move(result).build(), data::Layout::Spaced) + "\n";
}

int writeResults(const Arguments& arguments, const RunView& view)
{
    const QString history = arguments.value(QStringLiteral("--history"));
    if (!history.isEmpty())
        if (const auto written = host::writeFileInPieces(history, [&](const auto& write) { writeHistoryJson(*view.events, write); }); !written)
            return fail(written.error());
    const QString trace = arguments.value(QStringLiteral("--trace"));
    if (!trace.isEmpty())
        if (const auto written = host::writeFile(trace, traceJson(view)); !written)
            return fail(written.error());
    print(resultJson(view));
    return view.status == RunStatus::Succeeded ? Success : AnswerIsNo;
}

/// Takes the run to its end; the exit status when there is none to come to.
std::optional<int> driven(const Arguments& arguments, Timeline& timeline, const Answers& tasks, host::LocalBuckets& buckets)
{
    DriveOptions driving;
    driving.readItems = timeline.options().files;
    if (arguments.has(QStringLiteral("--files")))
        driving.writeObject = [&](const WriteObject& part) { return buckets.write(part); };
    driving.interrupted = [&] { return tasks.unanswered().has_value(); };
    if (arguments.has(QStringLiteral("--real-time")))
        driving.wait = [](VirtualTime from, VirtualTime to) { std::this_thread::sleep_for(std::chrono::microseconds(to - from)); };
    CheckedHandler checked(*tasks.handler, FieldCheck::Present);
    const DriveEnd end = drive(timeline, checked, driving);
    warnOf(checked.complaints());
    switch (end) {
    case DriveEnd::Ended: break;
    case DriveEnd::Interrupted: {
        const TaskRequest& request = *tasks.unanswered();
        return fail({{ASL_TEXT("cli", "Nothing answers attempt %2 of state \"%1\". Add an outcome for it to --tasks or --mocks."),
                      {request.state, std::to_string(request.attempt)}}, {}});
    }
    case DriveEnd::BudgetSpent:
        return fail({{ASL_TEXT("cli", "The run took %1 steps without coming to an end, so it was given up."),
                      {std::to_string(timeline.step())}}, {}});
    }
    return {};
}

/// Redrives the run as often as --redrive-tasks says.
std::optional<int> redriven(const Arguments& arguments, Timeline& timeline, host::LocalBuckets& buckets)
{
    const auto list = jsonOption(arguments, QStringLiteral("--redrive-tasks"));
    if (!list)
        return fail(list.error());
    if (list->isUndefined())
        return {};
    const bool several = list->size() > 0 && list->items().front().isArray();
    const std::span<const Data> redrives = several ? list->items() : std::span(&*list, 1);
    for (const Data& outcomes : redrives) {
        auto recorded = RecordedOutcomes::read(outcomes);
        if (!recorded)
            return fail(recorded.error());
        const Answers tasks = answersBy(*std::move(recorded));
        if (const auto refused = timeline.redrive(); !refused)
            return fail(refused.error());
        if (const auto status = driven(arguments, timeline, tasks, buckets))
            return status;
    }
    return {};
}

int simulate(const Arguments& arguments, const QString& path, const ProgramPointer& program)
{
    auto options = runOptions(arguments, path);
    if (!options)
        return fail(options.error());
    auto tasks = answers(arguments);
    if (!tasks)
        return fail(tasks.error());
    if (tasks->testCase && tasks->testCase->input && options->input.isUndefined())
        options->input = *tasks->testCase->input;
    host::LocalBuckets buckets(arguments.value(QStringLiteral("--files")));
    if (arguments.has(QStringLiteral("--files")))
        options->files = [&](const ReadItems& read) { return buckets.read(read); };
    Timeline timeline(program, *std::move(options));
    if (const auto status = driven(arguments, timeline, *tasks, buckets))
        return *status;
    if (const auto status = redriven(arguments, timeline, buckets))
        return *status;
    if (const auto written = writeRunRecord(arguments, timeline); !written)
        return fail(written.error());
    return writeResults(arguments, *timeline.view());
}

} // namespace

const char* const runDetails =
    "\n"
    "--redrive-tasks redrives the run after it ended and did not succeed: it goes on from where it stopped, and FILE\n"
    "answers its tasks as --tasks does. A list of such lists redrives once for each.\n"
    "\n"
    "--record writes a complete record of the run: definition, input, context, seed, clock and every decision. Given in\n"
    "place of a definition, a record (FILE.run.json) is gone through again, to the same history byte for byte, on any\n"
    "machine. Files that the run read are named in it with size and SHA-256; --files says where they lie.\n";

int runCommand(const QStringList& words)
{
    const QStringList valued = {
        QStringLiteral("--input"), QStringLiteral("--tasks"), QStringLiteral("--mocks"), QStringLiteral("--history"),
        QStringLiteral("--trace"), QStringLiteral("--record"),
        QStringLiteral("--redrive-tasks"), QStringLiteral("--context"), QStringLiteral("--files"), QStringLiteral("--type"),
        QStringLiteral("--seed"), QStringLiteral("--now"), QStringLiteral("--max-events"),
        QStringLiteral("--stop-after-event"), QStringLiteral("--values")};
    auto arguments = parseArguments(words, valued, {QStringLiteral("--real-time")});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->positional.size() != 1)
        return fail("run takes one FILE. See --help.");
    const QString path = arguments->positional.front();
    if (isRunRecord(path)) {
        const auto timeline = replayedRun(*arguments, path);
        return timeline ? writeResults(*arguments, *timeline->view()) : fail(timeline.error());
    }
    if (const auto once = onlyOneFromStandardInput(*arguments, {QStringLiteral("--input"), QStringLiteral("--tasks"), QStringLiteral("--mocks"),
                                                               QStringLiteral("--context"), QStringLiteral("--values"),
                                                               QStringLiteral("--redrive-tasks")}); !once)
        return fail(once.error());
    const auto definition = compiledDefinition(*arguments, path);
    return definition ? simulate(*arguments, path, definition->program) : int(WrongUse);
}

} // namespace designer::cli

// stepwright-cli run: simulates one execution.

#include "app/cli/command.h"

#include "app/cli/local_buckets.h"
#include "app/host/files.h"
#include "app/host/platform.h"

#include "core/data/json.h"
#include "core/execution/drive.h"
#include "core/execution/mock_handler.h"
#include "core/execution/recorded_outcomes.h"
#include "core/execution/timeline.h"
#include "core/support/timestamp.h"

#include <QFileInfo>

#include <chrono>
#include <random>
#include <thread>

namespace designer::cli {

namespace {

using namespace asl;

constexpr VirtualTime second = 1'000'000;

/// A JSON file given by an option; Undefined when the option is absent.
Result<Data> jsonOption(const Arguments& arguments, const QString& option)
{
    if (!arguments.has(option))
        return Data();
    const QString path = arguments.value(option);
    auto bytes = host::readFile(path);
    if (!bytes)
        return bytes.error();
    auto value = data::parse(*bytes);
    if (!value)
        return Error{Message(placed(path, *bytes, value.error()) + english(value.error().message)), {}};
    return *std::move(value);
}

Result<data::TokenValues> tokenValues(const Arguments& arguments)
{
    auto json = jsonOption(arguments, QStringLiteral("--values"));
    if (!json)
        return json.error();
    data::TokenValues values;
    for (const Member& member : json->members())
        values[std::string(member.key.text())] = member.value;
    return values;
}

Result<std::int64_t> numberOption(const Arguments& arguments, const QString& option, std::int64_t otherwise)
{
    if (!arguments.has(option))
        return otherwise;
    bool ok = false;
    const std::int64_t value = arguments.value(option).toLongLong(&ok);
    if (!ok || value < 0)
        return Error{{ASL_TEXT("cli", "%1 needs a whole number that is not negative."), {option.toStdString()}}, {}};
    return value;
}

/// The file's name names the machine, unless --context does.
Data withMachineName(const Data& context, const QString& path)
{
    const QString stem = QFileInfo(path).fileName().section(u'.', 0, 0);
    const Data* given = context.find("StateMachine");
    if (stem.isEmpty() || stem == u"-" || (given && given->find("Name")))
        return context;
    ObjectBuilder machine = given ? ObjectBuilder(*given) : ObjectBuilder();
    machine.set("Name", Data::string(stem.toStdString()));
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
};

Result<Answers> recordedAnswers(const Data& list)
{
    auto outcomes = RecordedOutcomes::read(list);
    if (!outcomes)
        return outcomes.error();
    auto handler = std::make_unique<RecordedOutcomes>(*std::move(outcomes));
    auto* raw = handler.get();
    return Answers{std::move(handler), [raw]() -> const std::optional<TaskRequest>& { return raw->unanswered(); }};
}

Result<Answers> mockedAnswers(const QString& file, const QString& testCase)
{
    auto bytes = host::readFile(file);
    if (!bytes)
        return bytes.error();
    auto json = data::parse(*bytes);
    if (!json)
        return Error{Message(placed(file, *bytes, json.error()) + english(json.error().message)), {}};
    auto mocks = MockFile::read(*json);
    if (!mocks)
        return mocks.error();
    auto chosen = mocks->testCase(testCase.toStdString());
    if (!chosen)
        return chosen.error();
    auto handler = std::make_unique<MockHandler>(*std::move(mocks), *std::move(chosen));
    auto* raw = handler.get();
    return Answers{std::move(handler), [raw]() -> const std::optional<TaskRequest>& { return raw->unanswered(); }};
}

Result<Answers> answers(const Arguments& arguments)
{
    const QString mocks = arguments.value(QStringLiteral("--mocks"));
    if (!mocks.isEmpty() && arguments.has(QStringLiteral("--tasks")))
        return Error{ASL_TEXT("cli", "Give either --tasks or --mocks, not both."), {}};
    if (!mocks.isEmpty())
        return mockedAnswers(mocks.section(u'#', 0, 0), mocks.section(u'#', 1));
    auto list = jsonOption(arguments, QStringLiteral("--tasks"));
    if (!list)
        return list.error();
    return recordedAnswers(list->isUndefined() ? Data::array({}) : *list);
}

std::string_view statusName(RunStatus status)
{
    switch (status) {
    case RunStatus::Running: return "RUNNING";
    case RunStatus::Succeeded: return "SUCCEEDED";
    case RunStatus::Failed: return "FAILED";
    case RunStatus::TimedOut: return "TIMED_OUT";
    case RunStatus::Aborted: return "ABORTED";
    }
    return {};
}

std::string_view statusName(VisitStatus status)
{
    switch (status) {
    case VisitStatus::Running: return "RUNNING";
    case VisitStatus::Waiting: return "WAITING";
    case VisitStatus::Succeeded: return "SUCCEEDED";
    case VisitStatus::Caught: return "CAUGHT_ERROR";
    case VisitStatus::Failed: return "FAILED";
    case VisitStatus::Aborted: return "ABORTED";
    }
    return {};
}

void setFailure(ObjectBuilder& object, const std::optional<Failure>& failure)
{
    if (failure && failure->error)
        object.set("error", Data::string(*failure->error));
    if (failure && failure->cause)
        object.set("cause", Data::string(*failure->cause));
}

std::string resultJson(const RunView& view)
{
    ObjectBuilder result;
    result.set("status", Data::string(statusName(view.status)));
    if (view.output)
        result.set("output", *view.output);
    setFailure(result, view.failure);
    return data::toJson(std::move(result).build(), data::Layout::Spaced) + "\n";
}

std::string traceJson(const RunView& view)
{
    std::string text;
    for (const VisitRecord& visit : *view.visits) {
        ObjectBuilder line;
        line.set("state", Data::string(visit.path.name));
        if (!visit.iteration.empty()) {
            ArrayBuilder iteration;
            for (const std::uint32_t index : visit.iteration)
                iteration.add(Data::integer(index));
            line.set("iteration", std::move(iteration).build());
        }
        line.set("status", Data::string(statusName(visit.status)));
        line.set("enteredEventId", Data::integer(visit.enteredEvent));
        for (std::size_t i = 0; i < stageCount; ++i)
            if (!visit.stages[i].isUndefined())
                line.set(inspectionName(static_cast<Stage>(i)), visit.stages[i]);
        setFailure(line, visit.failure);
        text += data::toJson(std::move(line).build(), data::Layout::Spaced) + "\n";
    }
    return text;
}

/// Says what stands in the way of running the definition.
int failedCompilation(const QString& path, const Snapshot& snapshot, const std::vector<CompileProblem>& problems)
{
    for (const CompileProblem& problem : problems)
        fail(placed(path, snapshot.text(), {problem.message, problem.range}) + english(problem.message));
    return WrongUse;
}

int writeResults(const Arguments& arguments, const RunView& view)
{
    const QString history = arguments.value(QStringLiteral("--history"));
    if (!history.isEmpty())
        if (const auto written = host::writeFile(history, historyJson(*view.events)); !written)
            return fail(written.error());
    const QString trace = arguments.value(QStringLiteral("--trace"));
    if (!trace.isEmpty())
        if (const auto written = host::writeFile(trace, traceJson(view)); !written)
            return fail(written.error());
    print(resultJson(view));
    return view.status == RunStatus::Succeeded ? Success : AnswerIsNo;
}

int simulate(const Arguments& arguments, const QString& path, const ProgramPointer& program)
{
    auto options = runOptions(arguments, path);
    if (!options)
        return fail(options.error());
    auto tasks = answers(arguments);
    if (!tasks)
        return fail(tasks.error());
    Timeline timeline(program, *std::move(options));
    DriveOptions driving;
    const LocalBuckets buckets(arguments.value(QStringLiteral("--files")));
    driving.readItems = [&](const ReadItems& read) { return buckets.read(read); };
    driving.interrupted = [&] { return tasks->unanswered().has_value(); };
    if (arguments.has(QStringLiteral("--real-time")))
        driving.wait = [](VirtualTime from, VirtualTime to) { std::this_thread::sleep_for(std::chrono::microseconds(to - from)); };
    switch (drive(timeline, *tasks->handler, driving)) {
    case DriveEnd::Ended: break;
    case DriveEnd::Interrupted: {
        const TaskRequest& request = *tasks->unanswered();
        return fail({{ASL_TEXT("cli", "Nothing answers attempt %2 of state \"%1\". Add an outcome for it to --tasks or --mocks."),
                      {request.state, std::to_string(request.attempt)}}, {}});
    }
    case DriveEnd::BudgetSpent:
        return fail({{ASL_TEXT("cli", "The run took %1 steps without coming to an end, so it was given up."),
                      {std::to_string(driving.stepBudget)}}, {}});
    }
    return writeResults(arguments, *timeline.view());
}

} // namespace

int runCommand(const QStringList& words)
{
    const QStringList valued = {
        QStringLiteral("--input"), QStringLiteral("--tasks"), QStringLiteral("--mocks"), QStringLiteral("--history"),
        QStringLiteral("--trace"), QStringLiteral("--context"), QStringLiteral("--files"), QStringLiteral("--type"),
        QStringLiteral("--seed"), QStringLiteral("--now"), QStringLiteral("--max-events"),
        QStringLiteral("--stop-after-event"), QStringLiteral("--values")};
    auto arguments = parseArguments(words, valued, {QStringLiteral("--real-time")});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->positional.size() != 1)
        return fail("run takes one FILE. See --help.");
    const QString path = arguments->positional.front();
    const QString type = arguments->value(QStringLiteral("--type"), QStringLiteral("STANDARD"));
    if (type != u"STANDARD" && type != u"EXPRESS")
        return fail("--type is STANDARD or EXPRESS.");
    auto snapshot = readDefinition(path);
    if (!snapshot)
        return fail(snapshot.error());
    auto values = tokenValues(*arguments);
    if (!values)
        return fail(values.error());
    const query::Platform platform = host::platform();
    CompileOptions options;
    options.tokens = &*values;
    options.platform = &platform;
    options.express = type == u"EXPRESS";
    options.readsItems = arguments->has(QStringLiteral("--files"));
    const Compilation compilation = compile(*snapshot, options);
    if (!compilation.program)
        return failedCompilation(path, **snapshot, compilation.problems);
    return simulate(*arguments, path, compilation.program);
}

} // namespace designer::cli

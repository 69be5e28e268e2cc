// stepwright-cli test: runs the test cases of a mock configuration file.

#include "app/cli/command.h"

#include "app/cli/simulation.h"
#include "app/cli/test_report.h"
#include "app/host/files.h"
#include "app/host/local_buckets.h"

#include <chrono>

namespace designer::cli {

using namespace asl;

const char* const testDetails =
    "\n"
    "A case belongs to the definition when its machine is called like FILE (up to the first dot); else when the mock file has\n"
    "one machine only; else when its machine is the only one that mocks nothing but Task states of the definition.\n"
    "--case picks one, as \"Case\" or \"Machine/Case\".\n"
    "\n"
    "Beside the states a case may hold\n"
    "  \"Input\"   the execution's input; {} without it\n"
    "  \"Expect\"  {\"Status\", \"Output\", \"Error\", \"Cause\", \"Path\"}, each optional\n"
    "Without Status, Error and Cause the execution must end as SUCCEEDED.\n"
    "Output is compared whole: objects whatever the order of members, numbers by value. In it and in Path\n"
    "  \"*\"          stands for any one value\n"
    "  \"**\"         as an item of an array stands for any number of items\n"
    "  \"*\": VALUE   as a member allows further members, each of which must match VALUE; \"*\": \"*\" allows any\n"
    "Error and Cause are texts in which * stands for any characters. Path names the states in the order in which they were\n"
    "entered: all of them, or those of the top level only.\n"
    "\n"
    "Each invocation of a mocked state takes the next number of its response. A Task state that is reached and not mocked is\n"
    "an error of the case. Seed and clock are the same at every run; waits take no time.\n"
    "Exit status: 0 all passed, 1 some did not, 2 a file cannot be read or is not what it should be.\n";

namespace {

using Format = std::string (*)(const TestReport&);

Result<Format> formatOf(const QString& name)
{
    if (name == u"text")
        return &asText;
    if (name == u"json")
        return &asJson;
    if (name == u"junit")
        return &asJUnit;
    return Error{{ASL_TEXT("cli", "--format %1: it is text, json or junit."), {name.toStdString()}}, {}};
}

std::vector<TimedResult> runAll(const ProgramPointer& program, const MockFile& mocks, const std::vector<MockTestCase>& cases,
                                const QString& filesFolder)
{
    // What a ResultWriter writes goes nowhere: a test leaves nothing behind.
    host::LocalBuckets buckets(filesFolder);
    DriveOptions driving;
    driving.readItems = [&buckets](const ReadItems& read) { return buckets.read(read); };
    std::vector<TimedResult> results;
    for (const MockTestCase& testCase : cases) {
        const auto begun = std::chrono::steady_clock::now();
        TestCaseResult result = runTestCase(program, mocks, testCase, repeatableRun(), driving);
        warnOf(result.complaints);
        results.push_back({std::move(result), std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count()});
    }
    return results;
}

int runTests(const Arguments& arguments, const QString& path, Format format)
{
    const QString mocksPath = arguments.value(QStringLiteral("--mocks"));
    const auto bytes = host::readFile(mocksPath);
    if (!bytes)
        return fail(bytes.error());
    const auto mocks = MockFile::read(*bytes);
    if (!mocks)
        return fail(inFile(mocksPath, *bytes, mocks.error()));
    const auto definition = compiledDefinition(arguments, path);
    if (!definition)
        return WrongUse;
    const auto cases = testCasesFor(*mocks, definition->snapshot->machine(), machineName(path),
                                    arguments.value(QStringLiteral("--case")).toStdString());
    if (!cases)
        return fail(inFile(mocksPath, *bytes, cases.error()));
    TestReport report{path, mocksPath, *bytes, {}, nullptr};
    report.results = runAll(definition->program, *mocks, *cases, arguments.value(QStringLiteral("--files")));
    Coverage coverage(definition->snapshot);
    for (const TimedResult& timed : report.results)
        if (timed.result.view)
            coverage.add(*timed.result.view);
    if (arguments.has(QStringLiteral("--coverage")))
        report.coverage = &coverage;
    print(format(report));
    return report.count(TestCaseResult::Verdict::Passed) == report.results.size() ? Success : AnswerIsNo;
}

} // namespace

int testCommand(const QStringList& words)
{
    const QStringList valued = {QStringLiteral("--mocks"), QStringLiteral("--case"), QStringLiteral("--format"), QStringLiteral("--files"),
                                QStringLiteral("--type"), QStringLiteral("--values")};
    const auto arguments = parseArguments(words, valued, {QStringLiteral("--coverage")});
    if (!arguments)
        return fail(arguments.error());
    if (arguments->positional.size() != 1 || arguments->value(QStringLiteral("--mocks")).isEmpty())
        return fail("test takes one FILE and --mocks FILE. See --help.");
    const auto format = formatOf(arguments->value(QStringLiteral("--format"), QStringLiteral("text")));
    if (!format)
        return fail(format.error());
    if (const auto once = onlyOneFromStandardInput(*arguments, {QStringLiteral("--mocks"), QStringLiteral("--values")}); !once)
        return fail(once.error());
    return runTests(*arguments, arguments->positional.front(), *format);
}

} // namespace designer::cli

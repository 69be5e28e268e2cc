#pragma once
// Test cases of a mock file: which of them belong to a definition, and running one.

#include "core/execution/checked_handler.h"
#include "core/execution/drive.h"
#include "core/execution/mock_handler.h"

namespace asl {

/// The test cases that belong to a definition called `name`: those of the machine of that name; else of the file's only
/// machine; else of the only machine whose cases mock nothing but Task states of the definition. `selector` ("TestCase" or
/// "Machine/TestCase") picks one of them; empty: all.
Result<std::vector<MockTestCase>> testCasesFor(const MockFile& file, const StateMachine& definition, std::string_view name,
                                               std::string_view selector = {});

/// A test case after its run.
struct TestCaseResult
{
    enum class Verdict : std::uint8_t { Passed, Failed, Error /* it could not be run to an end */ };

    MockTestCase testCase;
    std::vector<Mismatch> mismatches;
    std::optional<Message> error;
    RunViewPointer view; ///< null when it was not started
    std::vector<MockComplaint> complaints = {}; ///< about mocked results

    Verdict verdict() const { return error ? Verdict::Error : mismatches.empty() ? Verdict::Passed : Verdict::Failed; }
};

std::string_view verdictName(TestCaseResult::Verdict verdict); ///< "passed", "failed", "error"

/// Why a test case cannot be run with a definition: it mocks something that is no Task state there.
std::optional<Message> misplacedMock(const MockTestCase& testCase, const StateMachine& definition);

/// Seed and clock that are the same at every run, so that a case that passed passes again.
RunOptions repeatableRun();

/// Runs to the end. `options` give seed and clock; input and the machine's name come from the case.
TestCaseResult runTestCase(const ProgramPointer& program, const MockFile& file, const MockTestCase& testCase, RunOptions options,
                           const DriveOptions& driving = {});

/// `options` with what the case says: its input, and its machine's name unless the Context object has one already.
RunOptions optionsFor(const MockTestCase& testCase, RunOptions options);

} // namespace asl

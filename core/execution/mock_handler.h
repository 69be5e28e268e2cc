#pragma once
// MockHandler: answers tasks from a mock configuration file of AWS Step Functions Local. Task ids count up along a run, so a
// request with an id that was given before comes from a moment that was gone back to: later invocations are forgotten.

#include "core/execution/expectation.h"
#include "core/execution/task_handler.h"
#include "core/support/result.h"

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace asl {

/// One response for the invocations `first` to `last` of a state.
struct MockResponse
{
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    TaskOutcome outcome;
};

/// A state that a test case mocks.
struct MockedState
{
    std::string response; ///< name in MockFile::responses
    TextRange place;      ///< of the state's name in the file
};

struct MockTestCase
{
    std::string machine;
    std::string name;
    TextRange place; ///< of its name in the file
    std::map<std::string, MockedState> responses; ///< by state
    std::optional<Data> input;
    Expectation expect;
};

struct MockFile
{
    std::vector<MockTestCase> testCases;
    std::map<std::string, std::vector<MockResponse>> responses;

    /// Errors carry their place in the text.
    static Result<MockFile> read(std::string text);
    /// "Machine/TestCase" or "TestCase"; empty: the only one.
    Result<MockTestCase> testCase(std::string_view selector) const;
    /// "Orders/Happy, Orders/Busy"
    std::string names() const;
};

class MockHandler final : public TaskHandler
{
public:
    MockHandler(MockFile file, MockTestCase testCase) : m_file(std::move(file)), m_testCase(std::move(testCase)) {}

    bool answers(const TaskRequest& request) const override { return m_testCase.responses.contains(request.state); }
    void start(const TaskRequest& request, TaskReport report) override;
    void cancel(TaskId) override {}
    /// The first request of a state that the test case does not mock.
    const std::optional<TaskRequest>& unanswered() const { return m_unanswered; }

private:
    MockFile m_file;
    MockTestCase m_testCase;
    std::map<std::string, std::set<TaskId>> m_invocations; ///< by state
    std::optional<TaskRequest> m_unanswered;
};

} // namespace asl

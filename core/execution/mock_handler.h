#pragma once
// MockHandler: answers tasks from a mock configuration file of AWS Step Functions Local.

#include "core/execution/task_handler.h"
#include "core/support/result.h"

#include <map>
#include <memory>
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

struct MockTestCase
{
    std::string machine;
    std::string name;
    std::map<std::string, std::string> responses; ///< state → name in MockFile::responses
};

struct MockFile
{
    std::vector<MockTestCase> testCases;
    std::map<std::string, std::vector<MockResponse>> responses;

    static Result<MockFile> read(const Data& json);
    /// "Machine/TestCase"; empty: the only one.
    Result<MockTestCase> testCase(std::string_view selector) const;
};

class MockHandler final : public TaskHandler
{
public:
    MockHandler(MockFile file, MockTestCase testCase) : m_file(std::move(file)), m_testCase(std::move(testCase)) {}

    void start(const TaskRequest& request, TaskReport report) override;
    void cancel(TaskId) override {}
    /// The first request of a state that the test case does not mock.
    const std::optional<TaskRequest>& unanswered() const { return m_unanswered; }

private:
    MockFile m_file;
    MockTestCase m_testCase;
    std::map<std::string, std::uint32_t> m_invocations; ///< by state
    std::optional<TaskRequest> m_unanswered;
};

} // namespace asl

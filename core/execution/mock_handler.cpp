// Mock configuration files of AWS Step Functions Local.

#include "core/execution/mock_handler.h"

#include "core/execution/recorded_outcomes.h"

#include <algorithm>
#include <charconv>

namespace asl {

namespace {

Error problem(const char* literal, std::vector<std::string> arguments = {})
{
    return {{literal, std::move(arguments)}, {}};
}

/// "3" or "1-2"
std::optional<std::pair<std::uint32_t, std::uint32_t>> invocations(std::string_view text)
{
    std::uint32_t first = 0;
    const char* end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, first);
    if (read.ec != std::errc())
        return {};
    if (read.ptr == end)
        return std::pair(first, first);
    std::uint32_t last = 0;
    if (*read.ptr != '-')
        return {};
    read = std::from_chars(read.ptr + 1, end, last);
    if (read.ec != std::errc() || read.ptr != end || last < first)
        return {};
    return std::pair(first, last);
}

Result<std::vector<MockResponse>> readResponses(const std::string& name, const Data& json)
{
    std::vector<MockResponse> responses;
    for (const Member& member : json.members()) {
        const auto range = invocations(member.key.text());
        const Data* returned = member.value.find("Return");
        const Data* thrown = member.value.find("Throw");
        if (!range || (returned != nullptr) == (thrown != nullptr))
            return problem(ASL_TEXT("core", "Mocked response \"%1\": each member is named \"0\" or \"1-2\" and holds either \"Return\" or \"Throw\"."), {name});
        MockResponse response{range->first, range->second, {}};
        if (returned)
            response.outcome = TaskSuccess{*returned};
        else
            response.outcome = failureFrom(*thrown, "Error", "Cause");
        responses.push_back(std::move(response));
    }
    std::sort(responses.begin(), responses.end(), [](const MockResponse& a, const MockResponse& b) { return a.first < b.first; });
    for (std::size_t i = 1; i < responses.size(); ++i)
        if (responses[i].first <= responses[i - 1].last)
            return problem(ASL_TEXT("core", "Mocked response \"%1\" answers invocation %2 twice."), {name, std::to_string(responses[i].first)});
    return responses;
}

} // namespace

Result<MockFile> MockFile::read(const Data& json)
{
    const Data* machines = json.find("StateMachines");
    const Data* responses = json.find("MockedResponses");
    if (!machines || !machines->isObject() || !responses || !responses->isObject())
        return problem(ASL_TEXT("core", "A mock file is an object with \"StateMachines\" and \"MockedResponses\"."));
    MockFile file;
    for (const Member& member : responses->members()) {
        const std::string name(member.key.text());
        auto read = readResponses(name, member.value);
        if (!read)
            return read.error();
        file.responses[name] = *std::move(read);
    }
    for (const Member& machine : machines->members()) {
        const Data* cases = machine.value.find("TestCases");
        if (!cases || !cases->isObject())
            return problem(ASL_TEXT("core", "State machine \"%1\" of the mock file needs \"TestCases\"."), {std::string(machine.key.text())});
        for (const Member& member : cases->members()) {
            MockTestCase testCase{std::string(machine.key.text()), std::string(member.key.text()), {}};
            for (const Member& state : member.value.members()) {
                if (!state.value.isString())
                    continue; // Input and Expect stand beside the states
                const std::string response(state.value.text());
                if (!file.responses.contains(response))
                    return problem(ASL_TEXT("core", "Test case \"%1\" names the mocked response \"%2\", which is not in \"MockedResponses\"."),
                                   {testCase.name, response});
                testCase.responses[std::string(state.key.text())] = response;
            }
            file.testCases.push_back(std::move(testCase));
        }
    }
    return file;
}

Result<MockTestCase> MockFile::testCase(std::string_view selector) const
{
    if (selector.empty() && testCases.size() == 1)
        return testCases.front();
    std::string names;
    for (const MockTestCase& testCase : testCases) {
        const std::string full = testCase.machine + "/" + testCase.name;
        if (selector == full || (!selector.empty() && selector == testCase.name))
            return testCase;
        names += (names.empty() ? "" : ", ") + full;
    }
    return problem(ASL_TEXT("core", "Choose one of the test cases of the mock file: %1"), {names});
}

void MockHandler::start(const TaskRequest& request, TaskReport report)
{
    const auto mocked = m_testCase.responses.find(request.state);
    if (mocked == m_testCase.responses.end()) {
        if (!m_unanswered)
            m_unanswered = request;
        return;
    }
    const std::uint32_t invocation = m_invocations[request.state]++;
    for (const MockResponse& response : m_file.responses.at(mocked->second))
        if (response.first <= invocation && invocation <= response.last)
            return report(request.id, response.outcome);
    report(request.id, Failure{"States.Runtime", "The mocked response '" + mocked->second + "' of state '" + request.state
                                                     + "' has no answer for invocation " + std::to_string(invocation) + "."});
}

} // namespace asl

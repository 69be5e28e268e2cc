// Mock configuration files of AWS Step Functions Local.

#include "core/execution/mock_handler.h"

#include "core/data/json.h"
#include "core/execution/recorded_outcomes.h"

#include <algorithm>
#include <charconv>

namespace asl {

namespace {

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

class MockReader
{
public:
    explicit MockReader(std::string text) : m_tree(SyntaxTree::parse(std::move(text))) {}

    Result<MockFile> run()
    {
        const NodeId machines = m_tree.find(m_tree.root(), "StateMachines");
        const NodeId responses = m_tree.find(m_tree.root(), "MockedResponses");
        if (!isObject(machines) || !isObject(responses))
            return problem(m_tree.root(), ASL_TEXT("core", "A mock file is an object with \"StateMachines\" and \"MockedResponses\", which are objects too."));
        for (const NodeId response : m_tree.children(responses))
            if (auto read = readResponse(response); !read)
                return read.error();
        for (const NodeId machine : m_tree.children(machines))
            if (auto read = readMachine(machine); !read)
                return read.error();
        return std::move(m_file);
    }

private:
    bool isObject(NodeId node) const { return node != noNode && m_tree.kind(node) == NodeKind::Object; }

    Error problem(NodeId node, const char* literal, std::vector<std::string> arguments = {}) const
    {
        const SyntaxNode& at = m_tree.node(node);
        return {{literal, std::move(arguments)}, at.keyEnd > at.keyBegin ? at.keyRange() : at.range()};
    }

    Result<void> readResponse(NodeId node)
    {
        const std::string name = m_tree.key(node);
        std::vector<MockResponse>& responses = m_file.responses[name];
        responses.clear();
        for (const NodeId member : m_tree.children(node)) {
            auto response = readInvocations(name, member);
            if (!response)
                return response.error();
            responses.push_back(*std::move(response));
        }
        std::sort(responses.begin(), responses.end(), [](const MockResponse& a, const MockResponse& b) { return a.first < b.first; });
        std::uint32_t next = 0;
        for (const MockResponse& response : responses) {
            if (response.first < next)
                return problem(node, ASL_TEXT("core", "Mocked response \"%1\" answers invocation %2 twice."), {name, std::to_string(response.first)});
            if (response.first > next)
                return problem(node, ASL_TEXT("core", "Mocked response \"%1\" leaves out invocation %2. They count from 0 without gaps."), {name, std::to_string(next)});
            next = response.last + 1;
        }
        return {};
    }

    Result<MockResponse> readInvocations(const std::string& name, NodeId member) const
    {
        const auto range = invocations(m_tree.key(member));
        const NodeId returned = m_tree.find(member, "Return");
        const NodeId thrown = m_tree.find(member, "Throw");
        if (!range || (returned != noNode) == (thrown != noNode))
            return problem(member, ASL_TEXT("core", "Mocked response \"%1\": each member is named \"0\" or \"1-2\" and holds either \"Return\" or \"Throw\"."), {name});
        auto value = data::fromSyntax(m_tree, returned != noNode ? returned : thrown);
        if (!value)
            return value.error();
        if (returned != noNode)
            return MockResponse{range->first, range->second, TaskSuccess{*std::move(value)}};
        const auto isText = [&](const char* key, bool needed) {
            const Data* text = value->find(key);
            return text ? text->isString() : !needed;
        };
        if (!isText("Error", true) || !isText("Cause", false))
            return problem(thrown, ASL_TEXT("core", "Mocked response \"%1\": \"Throw\" is an object with the texts \"Error\" and \"Cause\"."), {name});
        return MockResponse{range->first, range->second, failureFrom(*value, "Error", "Cause")};
    }

    Result<void> readMachine(NodeId machine)
    {
        const NodeId cases = m_tree.find(machine, "TestCases");
        if (!isObject(cases))
            return problem(machine, ASL_TEXT("core", "State machine \"%1\" of the mock file needs \"TestCases\"."), {m_tree.key(machine)});
        for (const NodeId node : m_tree.children(cases)) {
            if (!isObject(node))
                return problem(node, ASL_TEXT("core", "Test case \"%1\" is an object that names a mocked response for each state."), {m_tree.key(node)});
            if (auto read = readTestCase(m_tree.key(machine), node); !read)
                return read.error();
        }
        return {};
    }

    Result<void> readTestCase(std::string machine, NodeId node)
    {
        MockTestCase testCase{std::move(machine), m_tree.key(node), m_tree.node(node).keyRange(), {}, {}, {}};
        for (const NodeId member : m_tree.children(node)) {
            const std::string key = m_tree.key(member);
            const std::string response = m_tree.stringValue(member);
            const bool names = m_tree.kind(member) == NodeKind::String && m_file.responses.contains(response);
            // A state may be called Input or Expect as well: then a mocked response is named for it.
            if (names) {
                testCase.responses[key] = {response, m_tree.node(member).keyRange()};
            } else if (key == "Input") {
                auto input = data::fromSyntax(m_tree, member);
                if (!input)
                    return input.error();
                testCase.input = *std::move(input);
            } else if (key == "Expect") {
                auto expect = Expectation::read(m_tree, member);
                if (!expect)
                    return expect.error();
                testCase.expect = *std::move(expect);
            } else if (m_tree.kind(member) == NodeKind::String) {
                return problem(member, ASL_TEXT("core", "Test case \"%1\" names the mocked response \"%2\", which is not in \"MockedResponses\"."), {testCase.name, response});
            } else {
                return problem(member, ASL_TEXT("core", "\"%2\" in test case \"%1\" must be the name of a mocked response. Beside states there may be \"Input\" and \"Expect\"."), {testCase.name, key});
            }
        }
        m_file.testCases.push_back(std::move(testCase));
        return {};
    }

    SyntaxTree m_tree;
    MockFile m_file;
};

} // namespace

Result<MockFile> MockFile::read(std::string text)
{
    if (const auto strict = data::parse(text); !strict)
        return strict.error();
    return MockReader(std::move(text)).run();
}

std::string MockFile::names() const
{
    std::string names;
    for (const MockTestCase& testCase : testCases)
        names += (names.empty() ? "" : ", ") + testCase.machine + "/" + testCase.name;
    return names;
}

Result<MockTestCase> MockFile::testCase(std::string_view selector) const
{
    if (testCases.empty())
        return Error{ASL_TEXT("core", "The mock file has no test cases."), {}};
    if (selector.empty() && testCases.size() == 1)
        return testCases.front();
    for (const MockTestCase& testCase : testCases)
        if (selector == testCase.machine + "/" + testCase.name || (!selector.empty() && selector == testCase.name))
            return testCase;
    return Error{{ASL_TEXT("core", "Choose one of the test cases of the mock file: %1"), {names()}}, {}};
}

void MockHandler::start(const TaskRequest& request, TaskReport report)
{
    const auto mocked = m_testCase.responses.find(request.state);
    if (mocked == m_testCase.responses.end()) {
        if (!m_unanswered)
            m_unanswered = request;
        return;
    }
    std::set<TaskId>& invoked = m_invocations[request.state];
    invoked.erase(invoked.lower_bound(request.id), invoked.end());
    const auto invocation = static_cast<std::uint32_t>(invoked.size());
    invoked.insert(request.id);
    const std::string& name = mocked->second.response;
    for (const MockResponse& response : m_file.responses.at(name))
        if (response.first <= invocation && invocation <= response.last)
            return report(request.id, response.outcome);
    report(request.id, Failure{"States.Runtime", "The mocked response '" + name + "' of state '" + request.state
                                                     + "' has no answer for invocation " + std::to_string(invocation) + "."});
}

} // namespace asl

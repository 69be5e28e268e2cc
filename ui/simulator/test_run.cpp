#include "ui/simulator/test_run.h"

#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

namespace designer {

TestRun::TestRun(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {}
TestRun::~TestRun() = default;

void TestRun::stop()
{
    ++m_generation;
    m_open = 0;
    m_lane.reset(); // asks what runs to stop, and joins it at its next step
}

void TestRun::start(const asl::MockFile& mocks, const std::vector<asl::MockTestCase>& cases)
{
    stop();
    m_lane = std::make_unique<Lane>("tests");
    m_open = cases.size();
    m_results.clear();
    const asl::SnapshotPointer snapshot = m_workspace.presentSnapshot();
    const bool express = m_workspace.validateOptions().type == asl::MachineType::Express;
    auto compiling = [snapshot, express, tokens = m_workspace.tokenValues(), platform = m_workspace.platform()](std::stop_token) {
        const asl::CompileOptions options{.tokens = &tokens, .platform = &platform, .express = express};
        return asl::compile(snapshot, options);
    };
    m_lane->run(this, std::move(compiling), [this, snapshot, generation = m_generation, file = std::make_shared<const asl::MockFile>(mocks), cases](const asl::Compilation& compilation) {
        if (generation != m_generation)
            return;
        if (compilation.program)
            return runCases(compilation.program, snapshot, file, cases);
        m_open = 0;
        emit refused(compilation.problems.empty() ? QString() : translated(compilation.problems.front().message));
    });
}

void TestRun::runCases(const asl::ProgramPointer& program, const asl::SnapshotPointer& snapshot, std::shared_ptr<const asl::MockFile> mocks,
                       const std::vector<asl::MockTestCase>& cases)
{
    using Result = std::shared_ptr<const asl::TestCaseResult>;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        auto running = [program, mocks, testCase = cases[i]](std::stop_token stop) -> Result {
            asl::DriveOptions driving;
            driving.interrupted = [&stop] { return stop.stop_requested(); };
            return std::make_shared<const asl::TestCaseResult>(asl::runTestCase(program, *mocks, testCase, asl::repeatableRun(), driving));
        };
        m_lane->run(this, std::move(running), [this, i, snapshot, generation = m_generation](const Result& result) {
            if (generation != m_generation)
                return;
            m_results.push_back(result);
            --m_open;
            emit resultReady(i, result);
            if (m_open == 0)
                countCoverage(snapshot);
        });
    }
}

void TestRun::countCoverage(const asl::SnapshotPointer& snapshot)
{
    using Counted = std::shared_ptr<const asl::Coverage>;
    auto counting = [snapshot, results = m_results](std::stop_token) -> Counted {
        auto coverage = std::make_shared<asl::Coverage>(snapshot);
        for (const auto& result : results)
            if (result->view)
                coverage->add(*result->view);
        return coverage;
    };
    m_lane->run(this, std::move(counting), [this, generation = m_generation](const Counted& coverage) {
        if (generation == m_generation)
            emit finished(coverage);
    });
}

} // namespace designer

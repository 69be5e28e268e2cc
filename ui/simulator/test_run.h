#pragma once
// TestRun: runs test cases of a mock file one after another on a lane of its own, and counts what they covered.

#include "core/execution/coverage.h"
#include "core/execution/test_cases.h"
#include "ui/workspace/lane.h"

#include <QObject>

#include <memory>
#include <vector>

namespace designer {

class Workspace;

class TestRun final : public QObject
{
    Q_OBJECT

public:
    explicit TestRun(Workspace& workspace, QObject* parent = nullptr);
    ~TestRun() override;

    bool isRunning() const { return m_open > 0; }
    /// With the workspace's present snapshot and token values; what still runs is dropped.
    void start(const asl::MockFile& mocks, const std::vector<asl::MockTestCase>& cases);
    void stop();

signals:
    void refused(const QString& why); ///< the definition cannot be run
    void resultReady(std::size_t index, const std::shared_ptr<const asl::TestCaseResult>& result);
    void finished(const std::shared_ptr<const asl::Coverage>& coverage);

private:
    void runCases(const asl::ProgramPointer& program, const asl::SnapshotPointer& snapshot, std::shared_ptr<const asl::MockFile> mocks,
                  const std::vector<asl::MockTestCase>& cases);
    void countCoverage(const asl::SnapshotPointer& snapshot);

    Workspace& m_workspace;
    quint64 m_generation = 0;
    std::size_t m_open = 0;
    std::vector<std::shared_ptr<const asl::TestCaseResult>> m_results;
    std::unique_ptr<Lane> m_lane; ///< made when it is first needed
};

} // namespace designer

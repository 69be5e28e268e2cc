#pragma once
// TestCasesPanel: the test cases of a mock file of Step Functions Local that belong to the definition: running them, what came
// out otherwise than expected, and what they covered.

#include "ui/support/labels.h"

#include <memory>
#include <string>

namespace designer {

class SimulationController;
class Workspace;

class TestCasesPanel final : public GroundWidget
{
    Q_OBJECT

public:
    TestCasesPanel(Workspace& workspace, SimulationController& controller, QWidget* parent = nullptr);
    ~TestCasesPanel() override;

    /// Reads the cases; what is wrong with the file is said in the panel.
    void setMockFile(const QString& path, std::string text);
    QString mockFilePath() const;

public slots:
    void runAll();
    void openSelectedAsRun(); ///< with the case's input and answers

signals:
    void openWanted();   ///< of a mock file, by the application
    void reloadWanted(); ///< of the present one
    void titleChanged(const QString& title); ///< "Test cases (4)"

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace designer

#pragma once
// What floats on the canvas in a run: how the run stands, and what the colours mean.

#include "ui/support/theme.h"
#include "ui/workspace/simulation_controller.h"

#include <QWidget>

namespace designer {

/// "Paused", upper left.
class RunChip final : public QWidget
{
    Q_OBJECT

public:
    explicit RunChip(QWidget* parent);
    /// Hidden without a run.
    void setRun(SimulationController::Mode mode, asl::RunStatus status);
    /// "Covered: 5 of 7 states, 6 of 9 ways".
    void setCoverage(asl::CoverageCount states, asl::CoverageCount transitions);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void put(const QString& glyph, const QString& text, const QColor& line);
    void fit();

    QString m_glyph;
    QString m_text;
    QColor m_line;
};

/// The statuses by icon and word, lower right.
class RunLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit RunLegend(QWidget* parent);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int contentWidth() const;
};

} // namespace designer

#pragma once
// RunClock: the run's virtual time in the tool bar, and the button that moves it to the next deadline.

#include "ui/workspace/simulation_controller.h"

#include <QWidget>

class QAbstractButton;
class QAction;

namespace designer {

class RunClock final : public QWidget
{
    Q_OBJECT

public:
    RunClock(SimulationController& controller, QAction* nextEvent, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    int clockWidth() const;

    SimulationController& m_controller;
    QAbstractButton* m_next;
};

} // namespace designer

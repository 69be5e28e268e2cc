#pragma once
// LiveValues: has the expressions of the fields that are shown tried out on the analysis lane: with the data of the shown
// state's visit in the last run, or with the run's input when there was none.

#include "core/execution/live_value.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <string>
#include <vector>

namespace designer {

class LiveLines;
class SimulationController;
class Workspace;

/// An expression's value, printed on the lane; the value itself stays there.
struct LiveText
{
    asl::LiveValue answer;
    QString line;  ///< Value: in one line, cut
    QString whole; ///< Value: over several lines, cut
};

struct LiveAnswer
{
    asl::KnownData::Source source = asl::KnownData::Source::Nothing;
    std::vector<LiveText> texts;
};

class LiveValues final : public QObject
{
    Q_OBJECT

public:
    LiveValues(Workspace& workspace, SimulationController& simulation, QObject* parent);

    /// Whose fields are shown; nothing: no state.
    void setState(const std::optional<asl::StatePath>& state);
    /// Lines that want to be filled; they take themselves away.
    void add(LiveLines* lines) { m_lines.push_back(lines); }
    void remove(LiveLines* lines) { std::erase(m_lines, lines); }
    /// Something changed: all lines get new answers after a moment.
    void askSoon();

private:
    void ask();

    Workspace& m_workspace;
    SimulationController& m_simulation;
    std::optional<asl::StatePath> m_state;
    asl::RunViewPointer m_lastRun; ///< stays when the run is closed
    std::vector<LiveLines*> m_lines;
    QTimer m_soon;
};

} // namespace designer

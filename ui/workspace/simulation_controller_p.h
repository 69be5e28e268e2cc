#pragma once
// What the parts of SimulationController share: simulation_controller.cpp talks to the lane and shows what comes back,
// simulation_wishes.cpp holds what the user set: breakpoints, kept answers, coverage.

#include "ui/workspace/simulation_controller.h"

#include <QElapsedTimer>
#include <QTimer>

#include <atomic>

namespace designer {

struct SimulationController::Published
{
    asl::RunViewPointer view;
    Mode mode = Mode::Idle;
    std::vector<asl::TimelineBranch> branches = {};
    asl::BranchId branch = 0;
    bool mayBeEndless = false;
};

struct SimulationController::Private
{
    // Of the lane:
    RunSession session;
    // Of both:
    std::atomic<quint64> interruptsAsked = 0;
    std::atomic<quint64> interruptsSeen = 0;
    std::atomic<bool> viewOnItsWay = false;
    // Of the user's thread:
    std::shared_ptr<asl::TaskHandler> handler;
    OpenFolder openFolder;
    RunGoal goal;                                      ///< of the last beginning
    std::shared_ptr<const asl::RunRecord> record;      ///< that it opened
    quint64 seed = 1;
    std::optional<asl::VirtualTime> startTime;
    quint64 run = 0;                                   ///< counts runs: what an earlier one sends is dropped
    bool following = true;                             ///< the selected visit goes with the run
    std::map<asl::StatePath, asl::StatePath> pathsInRun; ///< breakpoints: where they are now → where the run knows them
    asl::SnapshotPointer snapshot;                     ///< the breakpoints' paths belong to it
    std::optional<Published> waiting;                  ///< for the next frame
    QTimer nextFrame;
    QElapsedTimer sinceFrame;
    Lane lane{"simulator"}; // last: joined before the rest goes
};

} // namespace designer

#pragma once
// A controller of runs as the window drives it, and machines to run.

#include "ui/support/qt_text.h"
#include "ui/workspace/simulation_controller.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QtTest>

namespace simulation {

using namespace designer;
using Mode = SimulationController::Mode;

inline constexpr const char* branches = R"({"StartAt":"A","States":{
    "A":{"Type":"Pass","Next":"P"},
    "P":{"Type":"Parallel","Next":"Z","Branches":[
        {"StartAt":"B1","States":{"B1":{"Type":"Pass","Next":"B2"},"B2":{"Type":"Wait","Seconds":5,"End":true}}},
        {"StartAt":"C1","States":{"C1":{"Type":"Pass","Next":"C2"},"C2":{"Type":"Pass","End":true}}}]},
    "Z":{"Type":"Succeed"}}})";
inline constexpr const char* task = R"({"StartAt":"T","States":{
    "T":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"f","Payload.$":"$"},
        "TimeoutSeconds":60,"Retry":[{"ErrorEquals":["Again"],"IntervalSeconds":3,"MaxAttempts":1}],
        "Catch":[{"ErrorEquals":["Wrong"],"Next":"W"}],"Next":"Z"},
    "W":{"Type":"Pass","End":true},"Z":{"Type":"Pass","End":true}}})";

/// A workspace with one document and a controller whose clock begins in 2026.
struct Bench
{
    explicit Bench(const QByteArray& definition, const QString& input = QStringLiteral("{}"))
    {
        workspace.open(*asl::Document::open(definition.toStdString()));
        controller.setInputText(input);
        controller.setStartTime(1'767'225'600'000'000);
    }
    const asl::VisitRecords& visits() const { return *controller.view()->visits; }
    std::string lastEntered() const { return visits().back().path.name; }
    bool rests() const { return controller.mode() != Mode::Running && controller.mode() != Mode::Idle; }

    Workspace workspace;
    SimulationController controller{workspace};
};

/// Everything a view shows, but how far the timeline is known.
inline std::string pictureOf(const asl::RunView& view)
{
    std::string text = asl::historyJson(*view.events) + std::to_string(view.now) + " step " + std::to_string(view.step) + " status "
        + std::to_string(static_cast<int>(view.status));
    for (const asl::VisitRecord& visit : *view.visits) {
        text += "\n" + readable(visit.path) + " " + std::to_string(static_cast<int>(visit.status)) + " " + std::to_string(visit.attempts) + " "
            + std::to_string(visit.exitedEvent);
        for (const asl::Data& stage : visit.stages)
            text += " " + asl::data::toJson(stage);
        text += visit.failure && visit.failure->error ? *visit.failure->error : "";
    }
    for (const asl::ActivePlace& place : view.active)
        text += "\nactive " + std::to_string(place.visit) + (place.ready ? " ready " : " waits ") + std::to_string(place.until.value_or(0));
    for (const asl::PendingTask& open : view.tasks)
        text += "\ntask " + std::to_string(open.id) + " " + asl::data::toJson(open.event);
    return text + "\n" + (view.output ? asl::data::toJson(*view.output) : "");
}

/// Steps once and waits until the run rests again, at another moment: a view of the former one may still be on its way.
template <class Step>
void taking(Bench& bench, Step step)
{
    const asl::RunViewPointer before = bench.controller.view();
    QSignalSpy shown(&bench.controller, &SimulationController::viewChanged);
    (bench.controller.*step)();
    const auto hasArrived = [&] {
        return bench.rests() && bench.controller.view() && (!before || bench.controller.view()->step != before->step);
    };
    while (!hasArrived() && shown.wait()) {
    }
    QVERIFY(hasArrived());
}

inline asl::TaskSuccess returning(const char* json)
{
    return {*asl::data::parse(json)};
}

} // namespace simulation

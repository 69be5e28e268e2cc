// How many states a second the machine runs, with its history: a counting loop, a Map, and stepping back; and what the
// longest run that the service allows costs in memory when every state changes a large payload.

#include "core/execution/drive.h"
#include "core/execution/recorded_outcomes.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>

#include <malloc.h>

using namespace asl;

namespace {

class Nobody final : public TaskHandler
{
public:
    void start(const TaskRequest&, TaskReport) override {}
    void cancel(TaskId) override {}
};

double seconds(std::chrono::steady_clock::time_point since)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

ProgramPointer compiled(const char* definition)
{
    CompileOptions options;
    options.express = true; // no limit of events
    return compile(Document::open(definition)->snapshot(), options).program;
}

Timeline measured(const char* name, const ProgramPointer& program, Data input, std::uint64_t states, bool visits)
{
    RunOptions options;
    options.input = std::move(input);
    options.recordVisits = visits;
    const auto begin = std::chrono::steady_clock::now();
    Timeline timeline(program, options);
    Nobody nobody;
    DriveOptions driving;
    driving.stepBudget = states * 2;
    drive(timeline, nobody, driving);
    const double took = seconds(begin);
    std::printf("%-28s %9.0f states/s (%zu events)\n", name, static_cast<double>(timeline.step()) / 2 / took, timeline.events().size());
    return timeline;
}

double megabytesInUse()
{
    const struct mallinfo2 heap = mallinfo2();
    return static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
}

/// Of one kind of payload: what 25,000 events, the journal and the checkpoints take, and how long (in processor time, since
/// the machine may be busy) going back takes.
void measureLongRun(const char* name, const Data& payload)
{
    const ProgramPointer program = compile(Document::open(R"json({"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Parameters": {"at.$": "$$.State.EnteredTime", "n.$": "States.MathAdd($.n.n, 1)"}, "ResultPath": "$.n", "Next": "A2"},
        "A2": {"Type": "Pass", "Result": 1, "ResultPath": "$.last", "Next": "A"}}})json")->snapshot()).program;
    const double before = megabytesInUse();
    RunOptions options;
    options.input = payload;
    const auto begin = std::chrono::steady_clock::now();
    Timeline timeline(program, options);
    Nobody nobody;
    drive(timeline, nobody);
    const double took = seconds(begin);
    const double megabytes = megabytesInUse() - before;
    const std::size_t events = timeline.events().size();
    double back = 0;
    double any = 0;
    const auto last = static_cast<std::int64_t>(timeline.events().size());
    for (std::int64_t id = 1; id <= last; id += last / 100) {
        const auto measuredSeek = [&](std::uint64_t step) {
            const std::clock_t start = std::clock();
            timeline.seek(step);
            timeline.view();
            return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        };
        measuredSeek(timeline.lastStep());
        back = std::max(back, measuredSeek(timeline.lastStep() - 1));
        any = std::max(any, measuredSeek(timeline.stepOfEvent(id)));
    }
    std::printf("%-28s %9zu events in %.2f s, %.1f MB; back one step %.2f ms, to any event %.2f ms at worst\n", name, events,
                took, megabytes, back * 1000, any * 1000);
}

void measureLongRuns()
{
    const Data counter = Data::object({{Data::string("n"), Data::integer(0)}});
    measureLongRun("100 KB of text", Data::object({{Data::string("text"), Data::string(std::string(100'000, 'x'))}, {Data::string("n"), counter}}));
    ArrayBuilder rows;
    ObjectBuilder members;
    for (int i = 0; i < 1000; ++i) {
        const std::string number = std::to_string(i);
        rows.add(Data::object({{Data::string("id"), Data::integer(i)}, {Data::string("text"), Data::string(std::string(75, 'y') + number)}}));
        members.set("member " + number, Data::string(std::string(80, 'z') + number));
    }
    members.set("n", counter);
    measureLongRun("100 KB of 1,000 rows", Data::object({{Data::string("rows"), std::move(rows).build()}, {Data::string("n"), counter}}));
    measureLongRun("100 KB of 1,000 members", std::move(members).build());
}

} // namespace

int main(int argc, char** argv)
{
    const std::uint64_t states = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 200'000;
    const ProgramPointer loop = compiled(R"({"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Parameters": {"n.$": "$.n", "list.$": "$.list"}, "Next": "B"},
        "B": {"Type": "Pass", "Result": {"x": 1}, "ResultPath": "$.r", "Next": "C"},
        "C": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericLessThan": 0, "Next": "D"}], "Default": "A"},
        "D": {"Type": "Succeed"}}})");
    const Data input = Data::object({{Data::string("n"), Data::integer(5)},
                                     {Data::string("list"), Data::array({Data::integer(1), Data::string("some text that is longer")})}});
    measured("loop, history only", loop, input, states, false);
    Timeline timeline = measured("loop, history and visits", loop, input, states, true);

    const auto begin = std::chrono::steady_clock::now();
    double worst = 0;
    std::uint64_t step = timeline.lastStep();
    for (int i = 0; i < 200; ++i) {
        const auto before = std::chrono::steady_clock::now();
        step -= step / 200;
        timeline.seek(step - 1);
        timeline.view();
        worst = std::max(worst, seconds(before));
    }
    std::printf("%-28s %9.3f ms mean, %.3f ms worst\n", "back to an earlier step", seconds(begin) * 5, worst * 1000);

    const ProgramPointer map = compiled(R"({"StartAt": "M", "States": {"M": {"Type": "Map", "End": true,
        "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "Next": "Q"}, "Q": {"Type": "Pass", "End": true}}}}}})");
    ArrayBuilder items;
    for (std::uint64_t i = 0; i < states / 10; ++i)
        items.add(Data::integer(static_cast<std::int64_t>(i)));
    measured("Map of many items", map, std::move(items).build(), states, false);
    measureLongRuns();
    return 0;
}

// How many states a second the machine runs, with its history: a counting loop, a Map, and stepping back.

#include "core/execution/drive.h"
#include "core/execution/recorded_outcomes.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

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
    return 0;
}

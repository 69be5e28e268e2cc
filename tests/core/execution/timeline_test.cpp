// Timeline: stepping by hand, answering tasks, going back, limits.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/advance.h"

#include <QTest>

using namespace asl;

namespace {

constexpr VirtualTime second = 1'000'000;

const std::string twoTasks = R"({"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
    {"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true}}},
    {"StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "TimeoutSeconds": 5, "End": true}}}]}}})";
const std::string endless = R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"},
    "B": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsPresent": true, "Next": "C"}], "Default": "A"}, "C": {"Type": "Succeed"}}})";

void proceedAll(Timeline& timeline)
{
    while (timeline.proceed()) {}
}

} // namespace

class TimelineTest : public QObject
{
    Q_OBJECT

private slots:
    void tasksWaitForTheirAnswers();
    void anAnswerAfterSteppingBackStartsAnew();
    void theOldBranchStaysAvailable();
    void branchesOfBranches();
    void unknownTasksAreIgnored();
    void clockGoesWhereItIsTold();
    void heartbeatsPutOffTheDeadline();
    void stopEndsTheRun();
    void stopAfterAnEvent();
    void fullHistoryFails();
    void endlessRunOfExpressIsGivenUp();
    void progressOfMapAndParallel();
    void oversizedResultsCanBeCaught();
    void seekIsExactOverManyCheckpoints();
    void contextOfTheCallerReplacesDefaults();
    void advanceIsPure();
};

void TimelineTest::tasksWaitForTheirAnswers()
{
    Timeline timeline = fixture::Run::of(twoTasks, R"({"n": 1})").timeline();
    QVERIFY(timeline.canProceed());
    proceedAll(timeline);
    const RunViewPointer view = timeline.view();
    QCOMPARE(view->status, RunStatus::Running);
    QCOMPARE(view->tasks.size(), 2U);
    QCOMPARE(view->tasks[0].resource, std::string("arn:aws:states:::sqs:sendMessage"));
    QCOMPARE(data::toJson(view->tasks[0].event), std::string(R"({"n":1})"));
    QCOMPARE(view->active.size(), 2U);
    QVERIFY(!view->active[0].ready);
    QCOMPARE(timeline.nextDeadline(), std::optional(fixture::start + 5 * second));
    QVERIFY(timeline.report(view->tasks[1].id, TaskSuccess{Data::integer(2)}));
    QVERIFY(timeline.report(view->tasks[0].id, TaskSuccess{Data::integer(1)}));
    proceedAll(timeline);
    QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
    QCOMPARE(data::toJson(*timeline.view()->output), std::string("[1,2]"));
}

void TimelineTest::anAnswerAfterSteppingBackStartsAnew()
{
    Timeline timeline = fixture::Run::of(twoTasks).timeline();
    proceedAll(timeline);
    const std::uint64_t asked = timeline.step();
    const TaskId task = timeline.view()->tasks[0].id;
    timeline.report(task, Failure{"Bad", {}});
    proceedAll(timeline);
    QCOMPARE(timeline.view()->status, RunStatus::Failed);
    const std::uint64_t failed = timeline.lastStep();

    timeline.seek(asked);
    QCOMPARE(timeline.lastStep(), failed);
    QCOMPARE(timeline.view()->tasks.size(), 2U);
    QVERIFY(timeline.report(task, TaskSuccess{Data::integer(1)}));
    QCOMPARE(timeline.lastStep(), asked + 1);
    timeline.report(timeline.view()->tasks[0].id, TaskSuccess{Data::integer(2)});
    proceedAll(timeline);
    QCOMPARE(timeline.view()->status, RunStatus::Succeeded);
    const std::string good = fixture::digest(*timeline.view());
    const std::uint64_t last = timeline.lastStep();
    timeline.seek(0);
    timeline.seek(last);
    QCOMPARE(fixture::digest(*timeline.view()), good);
}

void TimelineTest::theOldBranchStaysAvailable()
{
    Timeline timeline = fixture::Run::of(twoTasks).timeline();
    proceedAll(timeline);
    const std::uint64_t asked = timeline.step();
    const TaskId task = timeline.view()->tasks[0].id;
    timeline.report(task, Failure{"Bad", {}});
    proceedAll(timeline);
    const std::string failed = fixture::digest(*timeline.view());
    QCOMPARE(timeline.branches().size(), 1U);

    timeline.seek(asked);
    QCOMPARE(timeline.branches().size(), 1U); // looking back decides nothing
    timeline.report(task, TaskSuccess{Data::integer(1)});
    QCOMPARE(timeline.branch(), 1U);
    const std::vector<TimelineBranch> branches = timeline.branches();
    QCOMPARE(branches.size(), 2U);
    QCOMPARE(branches[0].status, RunStatus::Failed);
    QCOMPARE(branches[1].fork, asked);
    QCOMPARE(branches[1].lastStep, asked + 1);
    QCOMPARE(branches[1].status, RunStatus::Running);
    timeline.report(timeline.view()->tasks[0].id, TaskSuccess{Data::integer(2)});
    proceedAll(timeline);
    const std::string good = fixture::digest(*timeline.view());

    QVERIFY(timeline.switchTo(0));
    QCOMPARE(fixture::digest(*timeline.view()), failed);
    QCOMPARE(timeline.stepOfEvent(static_cast<std::int64_t>(timeline.events().size())), timeline.lastStep());
    QVERIFY(timeline.switchTo(1));
    QCOMPARE(fixture::digest(*timeline.view()), good);
    QCOMPARE(timeline.stepOfEvent(static_cast<std::int64_t>(timeline.events().size())), timeline.lastStep());
    QVERIFY(!timeline.switchTo(2));
    QCOMPARE(timeline.branch(), 1U);
}

/// Every branch, at every step, is what a run with the same decisions and no others is.
void TimelineTest::branchesOfBranches()
{
    const std::string loop = R"({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "More"},
        "More": {"Type": "Choice", "Choices": [{"Variable": "$", "NumericLessThan": 9, "Next": "T"}], "Default": "Done"}, "Done": {"Type": "Succeed"}}})";
    const auto answer = [](Timeline& timeline, int number) {
        QVERIFY(timeline.report(timeline.view()->tasks.front().id, TaskSuccess{Data::integer(number)}));
        proceedAll(timeline);
    };
    const auto played = [&](const std::vector<int>& answers) {
        Timeline timeline = fixture::Run::of(loop).timeline();
        proceedAll(timeline);
        for (const int number : answers)
            answer(timeline, number);
        return fixture::digest(*timeline.view());
    };
    Timeline timeline = fixture::Run::of(loop).timeline();
    proceedAll(timeline);
    std::vector<std::uint64_t> asked;
    for (int number = 0; number < 400; ++number) { // several checkpoints
        asked.push_back(timeline.step());
        answer(timeline, number % 5);
    }
    std::vector<int> numbers;
    for (int number = 0; number < 400; ++number)
        numbers.push_back(number % 5);
    timeline.seek(asked[250]);
    answer(timeline, 7);
    const std::uint64_t askedInBranch = timeline.step();
    answer(timeline, 8);
    timeline.seek(asked[100]); // before the fork: a sister of the branch just left
    answer(timeline, 9);
    QVERIFY(timeline.ended());
    QVERIFY(timeline.switchTo(1));
    timeline.seek(askedInBranch);
    answer(timeline, 9); // in the middle of branch 1
    QCOMPARE(timeline.branches().size(), 4U);
    QCOMPARE(timeline.branches()[2].parent, 0U);
    QCOMPARE(timeline.branches()[3].parent, 1U);
    const auto cut = [&](std::size_t count, std::vector<int> more) {
        std::vector<int> result(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(count));
        result.insert(result.end(), more.begin(), more.end());
        return result;
    };
    const std::vector<std::vector<int>> expected = {numbers, cut(250, {7, 8}), cut(100, {9})};
    for (BranchId branch = 0; branch < expected.size(); ++branch) {
        QVERIFY(timeline.switchTo(branch));
        QCOMPARE(fixture::digest(*timeline.view()), played(expected[branch]));
        timeline.seek(asked[100]);
        QCOMPARE(timeline.events().size(), 4U + 100U * 7U);
        timeline.seek(timeline.lastStep());
        QCOMPARE(fixture::digest(*timeline.view()), played(expected[branch]));
    }
}

void TimelineTest::unknownTasksAreIgnored()
{
    Timeline timeline = fixture::Run::of(twoTasks).timeline();
    proceedAll(timeline);
    const std::uint64_t step = timeline.step();
    QVERIFY(!timeline.report(99, TaskSuccess{Data::integer(1)}));
    QCOMPARE(timeline.step(), step);
}

void TimelineTest::clockGoesWhereItIsTold()
{
    Timeline timeline = fixture::Run::of(R"({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 10, "End": true}}})").timeline();
    proceedAll(timeline);
    QCOMPARE(timeline.nextDeadline(), std::optional(fixture::start + 10 * second));
    timeline.advanceTime(fixture::start + 4 * second);
    QVERIFY(!timeline.canProceed());
    QCOMPARE(timeline.view()->now, fixture::start + 4 * second);
    QCOMPARE(timeline.view()->visits->front().status, VisitStatus::Waiting);
    timeline.advanceTime(fixture::start + 60 * second);
    proceedAll(timeline);
    QVERIFY(timeline.ended());
    QVERIFY(!timeline.nextDeadline());
}

void TimelineTest::heartbeatsPutOffTheDeadline()
{
    Timeline timeline = fixture::Run::of(R"({"StartAt": "T", "States": {"T": {"Type": "Task", "HeartbeatSeconds": 5,
        "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true}}})").timeline();
    proceedAll(timeline);
    timeline.advanceTime(fixture::start + 4 * second);
    timeline.heartbeat(timeline.view()->tasks[0].id);
    QCOMPARE(timeline.nextDeadline(), std::optional(fixture::start + 9 * second));
    timeline.advanceTime(fixture::start + 8 * second);
    QCOMPARE(timeline.view()->tasks.size(), 1U);
    timeline.advanceTime(fixture::start + 9 * second);
    proceedAll(timeline);
    QCOMPARE(timeline.view()->failure->error, std::optional<std::string>("States.Timeout"));
}

void TimelineTest::stopEndsTheRun()
{
    Timeline timeline = fixture::Run::of(twoTasks).timeline();
    proceedAll(timeline);
    timeline.stop({"Enough", "by hand"});
    const RunViewPointer view = timeline.view();
    QCOMPARE(view->status, RunStatus::Aborted);
    QCOMPARE(view->events->back().type, EventType::ExecutionAborted);
    QCOMPARE(view->events->back().previousEventId, 0);
    QCOMPARE(timeline.effects().size(), 2U); // both tasks are called off
    for (const VisitRecord& visit : *view->visits)
        QCOMPARE(visit.status, VisitStatus::Aborted);
    QVERIFY(!timeline.canProceed());
}

void TimelineTest::stopAfterAnEvent()
{
    fixture::Run run = fixture::Run::of(endless);
    run.options.stopAfterEvent = 7;
    const Timeline timeline = run.finished();
    QCOMPARE(timeline.events().size(), 8U);
    QCOMPARE(timeline.view()->status, RunStatus::Aborted);
}

void TimelineTest::fullHistoryFails()
{
    const Timeline timeline = fixture::Run::of(endless).finished();
    const RunViewPointer view = timeline.view();
    QCOMPARE(view->status, RunStatus::Failed);
    QCOMPARE(view->events->size(), 25'000U);
    QCOMPARE(view->events->back().previousEventId, 24'999);
    QCOMPARE(view->failure->error, std::optional<std::string>("States.Runtime"));
    QCOMPARE(view->failure->cause, std::optional<std::string>("The execution reached the maximum number of history events (25000)."));
}

void TimelineTest::endlessRunOfExpressIsGivenUp()
{
    CompileOptions options;
    options.express = true;
    Timeline timeline(fixture::compiled(endless, options).program, RunOptions());
    auto outcomes = RecordedOutcomes::read(Data::array({}));
    QCOMPARE(drive(timeline, *outcomes), DriveEnd::BudgetSpent);
    QCOMPARE(timeline.step(), mostSteps(true));
}

void TimelineTest::progressOfMapAndParallel()
{
    Timeline timeline = fixture::Run::of(R"({"StartAt": "M", "States": {"M": {"Type": "Map", "MaxConcurrency": 2, "End": true,
        "ItemProcessor": {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:222222222222:function:f", "End": true}}}}}})",
        "[1, 2, 3]").timeline();
    proceedAll(timeline);
    timeline.report(timeline.view()->tasks[1].id, TaskSuccess{Data::integer(5)});
    proceedAll(timeline);
    const RunViewPointer view = timeline.view();
    QCOMPARE(view->progress.size(), 1U);
    const std::vector<VisitStatus> expected = {VisitStatus::Running, VisitStatus::Succeeded, VisitStatus::Running};
    QCOMPARE(view->progress[0].children, expected);
    QCOMPARE(view->progress[0].count, 3U);
    QCOMPARE(view->visits->back().iteration, std::vector<std::uint32_t>{2});
}

void TimelineTest::oversizedResultsCanBeCaught()
{
    const std::string definition = R"({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Catch": [{"ErrorEquals": ["States.DataLimitExceeded"], "Next": "C"}], "End": true}, "C": {"Type": "Pass", "End": true}}})";
    const std::string big = R"([{"state": "T", "return": ")" + std::string(300'000, 'x') + "\"}]";
    const Timeline timeline = fixture::Run::of(definition, "{}", big).finished();
    QCOMPARE(data::toJson(*timeline.view()->output),
             std::string(R"({"Error":"States.DataLimitExceeded","Cause":"The state/task 'lambda' returned a result with a size exceeding the maximum number of bytes service limit."})"));
}

void TimelineTest::seekIsExactOverManyCheckpoints()
{
    Timeline timeline = fixture::Run::of(endless).finished();
    const std::uint64_t last = timeline.lastStep();
    QVERIFY(last > 3 * 512);
    for (const std::uint64_t step : {last / 2, std::uint64_t(513), std::uint64_t(511), std::uint64_t(512), last - 1}) {
        timeline.seek(step);
        const std::string there = fixture::digest(*timeline.view());
        timeline.seek(0);
        timeline.seek(step);
        QCOMPARE(timeline.step(), step);
        QCOMPARE(fixture::digest(*timeline.view()), there);
        fixture::Run fresh = fixture::Run::of(endless);
        Timeline stepped = fresh.timeline();
        for (std::uint64_t i = 0; i < step; ++i)
            stepped.proceed();
        QCOMPARE(fixture::digest(*stepped.view()), there);
    }
}

void TimelineTest::contextOfTheCallerReplacesDefaults()
{
    fixture::Run run = fixture::Run::of(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "OutputPath": "$$", "End": true}}})", "7");
    run.options.context = fixture::json(R"({"Execution": {"Name": "run-7"}, "StateMachine": {"Name": "Orders"}})");
    const Timeline timeline = run.finished();
    QCOMPARE(data::toJson(*timeline.view()->output),
             std::string(R"({"Execution":{"Id":"arn:aws:states:us-east-1:111111111111:execution:Orders:run-7","Input":7,"Name":"run-7",)"
                         R"("RoleArn":"arn:aws:iam::111111111111:role/OrdersRole","StartTime":"2026-03-01T10:00:00Z","RedriveCount":0},)"
                         R"("StateMachine":{"Id":"arn:aws:states:us-east-1:111111111111:stateMachine:Orders","Name":"Orders"},)"
                         R"("State":{"EnteredTime":"2026-03-01T10:00:00Z","Name":"A"}})"));
}

void TimelineTest::advanceIsPure()
{
    const fixture::Run run = fixture::Run::of(twoTasks);
    const ExecutionState before = startExecution(*run.program, run.options);
    const Turn one = advance(*run.program, before, Proceed{});
    const Turn same = advance(*run.program, before, Proceed{});
    QCOMPARE(before.events.size(), 1U);
    QCOMPARE(historyJson(one.state.events), historyJson(same.state.events));
    QCOMPARE(one.state.events.size(), 2U);
}

QTEST_APPLESS_MAIN(TimelineTest)
#include "timeline_test.moc"

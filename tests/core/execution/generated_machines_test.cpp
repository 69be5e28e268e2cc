// Laws over machines that nobody wrote: generated from seeds, with tasks that succeed, fail or never answer at random.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/run_record.h"

#include <QTest>

#include <map>

using namespace asl;

namespace {

class Random
{
public:
    explicit Random(std::uint64_t seed) : m_state(seed * 2654435761ULL + 1) {}
    std::uint32_t below(std::uint32_t limit)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::uint32_t>(m_state >> 33) % limit;
    }

private:
    std::uint64_t m_state;
};

/// Writes a random machine: chains of all state types, nested up to three deep, sometimes with Retry and Catch.
class Generator
{
public:
    explicit Generator(std::uint64_t seed) : m_random(seed) {}

    std::string scope(int depth)
    {
        const std::uint32_t count = 1 + m_random.below(4);
        std::vector<std::string> names;
        for (std::uint32_t i = 0; i < count; ++i)
            names.push_back("S" + std::to_string(++m_names));
        std::string states;
        for (std::uint32_t i = 0; i < count; ++i)
            states += (i ? ", " : "") + ("\"" + names[i] + "\": ") + state(depth, i + 1 < count ? names[i + 1] : std::string());
        return "\"StartAt\": \"" + names.front() + "\", \"States\": {" + states + "}";
    }

private:
    std::string state(int depth, const std::string& next)
    {
        const std::string way = next.empty() ? "\"End\": true" : "\"Next\": \"" + next + "\"";
        switch (m_random.below(depth > 0 ? 9 : 7)) {
        case 0: return "{\"Type\": \"Pass\", \"Result\": [1, 2], \"ResultPath\": \"$.r\", " + way + "}";
        case 1: return "{\"Type\": \"Wait\", \"Seconds\": " + std::to_string(m_random.below(4)) + ", " + way + "}";
        case 2:
        case 3:
        case 4:
            return "{\"Type\": \"Task\", \"Resource\": \"" + std::string(m_random.below(2) ? "arn:aws:states:::sqs:sendMessage.waitForTaskToken"
                                                                                          : "arn:aws:lambda:eu-west-1:222222222222:function:f")
                 + "\", \"TimeoutSeconds\": 7, \"ResultPath\": \"$.t\", " + failureHandling(next) + way + "}";
        case 5:
            if (next.empty())
                return m_random.below(4) ? "{\"Type\": \"Succeed\"}" : "{\"Type\": \"Fail\", \"Error\": \"Stop\"}";
            return "{\"Type\": \"Choice\", \"Choices\": [{\"Variable\": \"$.t\", \"IsPresent\": true, \"Next\": \"" + next + "\"}], \"Default\": \"" + next + "\"}";
        case 6: return "{\"Type\": \"Pass\", \"Parameters\": {\"n.$\": \"$\"}, \"Assign\": {\"v" + std::to_string(m_names) + ".$\": \"$\"}, " + way + "}";
        case 7: {
            std::string branches;
            const std::uint32_t count = 1 + m_random.below(3);
            for (std::uint32_t i = 0; i < count; ++i)
                branches += (i ? ", {" : "{") + scope(depth - 1) + "}";
            return "{\"Type\": \"Parallel\", \"Branches\": [" + branches + "], \"ResultPath\": \"$.p\", " + failureHandling(next) + way + "}";
        }
        default:
            return "{\"Type\": \"Map\", \"ItemsPath\": \"$$.Execution.Input.items\", \"MaxConcurrency\": " + std::to_string(m_random.below(3))
                 + ", \"ItemSelector\": {\"v.$\": \"$$.Map.Item.Value\"}, \"ItemProcessor\": {" + scope(depth - 1) + "}, \"ResultPath\": \"$.m\", "
                 + failureHandling(next) + way + "}";
        }
    }

    std::string failureHandling(const std::string& next)
    {
        std::string text;
        if (m_random.below(3) == 0)
            text += "\"Retry\": [{\"ErrorEquals\": [\"States.TaskFailed\"], \"MaxAttempts\": 2, \"JitterStrategy\": \"FULL\"}], ";
        if (!next.empty() && m_random.below(2))
            text += "\"Catch\": [{\"ErrorEquals\": [\"States.ALL\"], \"ResultPath\": \"$.e\", \"Next\": \"" + next + "\"}], ";
        return text;
    }

    Random m_random;
    int m_names = 0;
};

/// Succeeds, fails, submits first or keeps silent, as the seed says.
class RandomHandler final : public TaskHandler
{
public:
    explicit RandomHandler(std::uint64_t seed) : m_random(seed) {}
    void start(const TaskRequest& request, TaskReport report) override
    {
        const std::uint32_t choice = m_random.below(8);
        if (m_random.below(2))
            report(request.id, TaskSubmission{Data::string("asked")});
        if (choice < 5)
            report(request.id, TaskSuccess{Data::integer(choice)});
        else if (choice < 7)
            report(request.id, Failure{"Broken", {}});
    }
    void cancel(TaskId) override {}

private:
    Random m_random;
};

Timeline finished(std::uint64_t seed)
{
    Generator generator(seed);
    fixture::Run run = fixture::Run::of("{" + generator.scope(3) + "}", R"({"items": [1, "two", 3]})");
    Timeline timeline = run.timeline();
    RandomHandler handler(seed + 1);
    drive(timeline, handler);
    return timeline;
}

bool isOpen(VisitStatus status) { return status == VisitStatus::Running || status == VisitStatus::Waiting; }

} // namespace

class GeneratedMachinesTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRunEndsAndLeavesNothingOpen();
    void replayIsTheSame();
    void seekIsExact();
};

void GeneratedMachinesTest::everyRunEndsAndLeavesNothingOpen()
{
    std::map<RunStatus, int> ends;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const Timeline timeline = finished(seed);
        const RunViewPointer view = timeline.view();
        QVERIFY(timeline.ended());
        ++ends[view->status];
        QVERIFY(view->active.empty() && view->tasks.empty() && view->progress.empty());
        std::int64_t id = 0;
        for (const HistoryEvent& event : *view->events) {
            QCOMPARE(event.id, ++id);
            QVERIFY(event.previousEventId < id);
            QVERIFY(id == 1 || event.time >= (*view->events)[static_cast<std::size_t>(id) - 2].time);
        }
        for (const VisitRecord& visit : *view->visits) {
            QVERIFY2(!isOpen(visit.status), std::to_string(seed).c_str());
            QCOMPARE(visit.exitedEvent != 0, visit.status == VisitStatus::Succeeded || visit.status == VisitStatus::Caught);
        }
    }
    QVERIFY(ends[RunStatus::Succeeded] > 100 && ends[RunStatus::Failed] > 100);
}

/// Through the text of a record, as on another machine.
void GeneratedMachinesTest::replayIsTheSame()
{
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        const Timeline first = finished(seed);
        const auto record = readRunRecord(runRecordJson(recordOf(first)));
        QVERIFY(record);
        const auto again = replay(*record, {}, nullptr);
        QVERIFY2(again, again ? "" : english(again.error().message).c_str());
        QCOMPARE(fixture::digest(*again->view()), fixture::digest(*first.view()));
    }
}

void GeneratedMachinesTest::seekIsExact()
{
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        Timeline timeline = finished(seed);
        const std::string end = fixture::digest(*timeline.view());
        Random random(seed);
        const std::uint64_t last = timeline.lastStep();
        const std::size_t eventsAtEnd = timeline.events().size();
        const std::uint64_t step = random.below(static_cast<std::uint32_t>(last) + 1);
        timeline.seek(0);
        timeline.seek(step);
        const std::string there = fixture::digest(*timeline.view());
        timeline.seek(last);
        QCOMPARE(fixture::digest(*timeline.view()), end);
        timeline.seek(step);
        QCOMPARE(fixture::digest(*timeline.view()), there);
        // The moment of an event is the first that has it.
        for (const std::int64_t id : {std::int64_t(1), std::int64_t(1 + random.below(static_cast<std::uint32_t>(eventsAtEnd)))}) {
            const std::uint64_t moment = timeline.stepOfEvent(id);
            timeline.seek(moment);
            QVERIFY(static_cast<std::int64_t>(timeline.events().size()) >= id);
            if (moment > 0) {
                timeline.seek(moment - 1);
                QVERIFY(static_cast<std::int64_t>(timeline.events().size()) < id);
            }
        }
    }
}

QTEST_APPLESS_MAIN(GeneratedMachinesTest)
#include "generated_machines_test.moc"

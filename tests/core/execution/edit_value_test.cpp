// Values changed by hand while a run rests: what the run makes of them, when they are refused, and the law that a record
// with them gives the same run again.

#include "tests/core/execution/execution_fixture.h"

#include "app/host/platform.h"
#include "core/execution/run_record.h"
#include "core/execution/visible_data.h"

#include <QTest>

#include <random>

using namespace asl;

namespace {

const std::string machine = R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
    "A": {"Type": "Pass", "Assign": {"v": 1, "w": {"list": [1]}}, "Output": {"n": 1}, "Next": "B"},
    "B": {"Type": "Pass", "Output": {"sum": "{% $states.input.n + $v %}"}, "Next": "P"},
    "P": {"Type": "Parallel", "End": true, "Output": "{% $states.result %}", "Branches": [
        {"StartAt": "P0", "States": {"P0": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
            "Retry": [{"ErrorEquals": ["Soft"]}], "Output": "{% [$states.input.sum, $v] %}", "End": true}}},
        {"StartAt": "P1", "States": {"P1": {"Type": "Pass", "Output": "{% $v %}", "End": true}}}]}}})";

const query::Platform& platform()
{
    static const query::Platform one = designer::host::platform();
    return one;
}

VisitId lastVisitOf(const RunView& view, std::string_view state)
{
    for (std::size_t i = view.visits->size(); i-- > 0;)
        if ((*view.visits)[i].path.name == state)
            return static_cast<VisitId>(i);
    return noId;
}

/// Steps until a visit of the state has begun and not yet done anything.
const VisitRecord& enter(Timeline& timeline, std::string_view state)
{
    while (lastVisitOf(*timeline.view(), state) == noId && timeline.proceed()) {}
    return (*timeline.view()->visits)[lastVisitOf(*timeline.view(), state)];
}

void proceedAll(Timeline& timeline)
{
    while (timeline.proceed()) {}
}

std::string output(Timeline& timeline)
{
    proceedAll(timeline);
    while (timeline.openTasks() > 0) {
        timeline.report(timeline.view()->tasks.front().id, TaskSuccess{Data::null()});
        proceedAll(timeline);
    }
    return timeline.view()->output ? data::toJson(*timeline.view()->output) : timeline.view()->failure->error.value_or("");
}

std::string edited(Timeline& timeline, std::string_view state, const std::string& variable, const std::string& json)
{
    const Result<void> done = timeline.editValue({enter(timeline, state).frame, variable, fixture::json(json)});
    return done ? std::string() : english(done.error().message);
}

Result<Timeline> again(const Timeline& timeline)
{
    const auto record = readRunRecord(runRecordJson(recordOf(timeline)));
    CompileOptions options;
    options.platform = &platform();
    return record ? replay(*record, options, {}) : Result<Timeline>(record.error());
}

} // namespace

class EditValueTest : public QObject
{
    Q_OBJECT

private slots:
    void runGoesOnWithTheValue_data();
    void runGoesOnWithTheValue();
    void inputOfAnotherAttempt();
    void historyStaysTheServices();
    void viewTellsWhatWasEdited();
    void refusals_data();
    void refusals();
    void editInThePastBeginsABranch();
    void replayEqualsTheRun_data();
    void replayEqualsTheRun();
    void brokenEditsInARecordAreRefused_data();
    void brokenEditsInARecordAreRefused();
};

void EditValueTest::runGoesOnWithTheValue_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << QByteArray("[[2,1],1]");
    QTest::newRow("input") << QByteArray("B") << QByteArray() << QByteArray(R"({"n": 10})") << QByteArray("[[11,1],1]");
    QTest::newRow("input without what is needed") << QByteArray("B") << QByteArray() << QByteArray("{}") << QByteArray("States.QueryEvaluationError");
    QTest::newRow("variable") << QByteArray("B") << QByteArray("v") << QByteArray("5") << QByteArray("[[6,5],5]");
    QTest::newRow("variable of one branch") << QByteArray("P0") << QByteArray("v") << QByteArray("7") << QByteArray("[[2,7],1]");
    QTest::newRow("variable before its branches") << QByteArray("P") << QByteArray("v") << QByteArray("7") << QByteArray("[[2,7],7]");
    QTest::newRow("input of a Parallel") << QByteArray("P") << QByteArray() << QByteArray(R"({"sum": 9})") << QByteArray("[[9,1],1]");
}

void EditValueTest::runGoesOnWithTheValue()
{
    QFETCH(QByteArray, state);
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    Timeline timeline = fixture::Run::of(machine).timeline();
    if (!state.isEmpty())
        QCOMPARE(edited(timeline, state.toStdString(), variable.toStdString(), value.toStdString()), std::string());
    QTEST(QByteArray::fromStdString(output(timeline)), "output");
}

void EditValueTest::inputOfAnotherAttempt()
{
    Timeline timeline = fixture::Run::of(machine).timeline();
    proceedAll(timeline);
    timeline.report(timeline.view()->tasks.front().id, Failure{"Soft", {}});
    proceedAll(timeline);
    QCOMPARE(edited(timeline, "P0", {}, R"({"sum": 3})"), std::string()); // it waits to try again
    timeline.advanceTime(*timeline.nextDeadline());
    proceedAll(timeline);
    QCOMPARE(data::toJson(timeline.view()->tasks.front().event), std::string(R"({"sum":3})"));
    QCOMPARE(output(timeline), std::string("[[3,1],1]"));
}

/// An edit is no event, and what was entered with another value stays told as it was.
void EditValueTest::historyStaysTheServices()
{
    Timeline timeline = fixture::Run::of(machine).timeline();
    enter(timeline, "B");
    const std::string before = historyJson(timeline.events());
    QCOMPARE(edited(timeline, "B", {}, R"({"n": 10})"), std::string());
    QCOMPARE(historyJson(timeline.events()), before);
}

void EditValueTest::viewTellsWhatWasEdited()
{
    Timeline timeline = fixture::Run::of(machine).timeline();
    QCOMPARE(edited(timeline, "B", {}, R"({"n": 10})"), std::string());
    QCOMPARE(edited(timeline, "B", "v", "5"), std::string());
    const RunViewPointer view = timeline.view();
    const VisitId b = lastVisitOf(*view, "B");
    QCOMPARE(view->edits.size(), 2U);
    QCOMPARE(view->edits[0].visit, b);
    QCOMPARE(data::toJson(view->edits[0].before), std::string(R"({"n":1})"));
    QCOMPARE(data::toJson(view->edits[0].value), std::string(R"({"n":10})"));
    QCOMPARE(view->edits[0].afterEvent, static_cast<std::int64_t>(view->events->size()));
    QCOMPARE(view->edits[1].variable, std::string("v"));
    QCOMPARE(data::toJson(view->edits[1].before), std::string("1"));
    QCOMPARE(data::toJson((*view->visits)[b].stages[static_cast<std::size_t>(Stage::Input)]), std::string(R"({"n":10})"));
    const std::vector<VisibleVariable> seen = variablesAt(*view, b);
    QCOMPARE(seen.size(), 2U);
    QCOMPARE(data::toJson(seen[0].value), std::string("5"));
    QCOMPARE(seen[0].assignedBy, b);
    QVERIFY(seen[0].byHand);
    QVERIFY(!seen[1].byHand);
    // What is known inside of the branches is the value as it was changed.
    proceedAll(timeline);
    const std::vector<VisibleVariable> inside = variablesAt(*timeline.view(), lastVisitOf(*timeline.view(), "P1"));
    QCOMPARE(data::toJson(inside[0].value), std::string("5"));
}

void EditValueTest::refusals_data()
{
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<int>("steps"); ///< taken after its entry
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("not entered") << QByteArray("A") << 1 << QByteArray() << QByteArray("State \"B\" has not been entered yet. Take a step, then change its values.");
    QTest::newRow("at work") << QByteArray("P0") << 3 << QByteArray() << QByteArray("State \"P0\" has begun its work, so its input can no longer be changed. Go back to before.");
    QTest::newRow("with branches") << QByteArray("P") << 1 << QByteArray("v")
                                   << QByteArray("State \"P\" is at work on its branches or iterations. Change values inside of them, or go back to before.");
    QTest::newRow("no such variable") << QByteArray("B") << 0 << QByteArray("x") << QByteArray("There is no variable $x in state \"B\".");
    QTest::newRow("a branch that has ended") << QByteArray("P1") << 9 << QByteArray() << QByteArray("The run no longer stands at this place, so its values cannot be changed.");
}

void EditValueTest::refusals()
{
    QFETCH(QByteArray, state);
    QFETCH(int, steps);
    QFETCH(QByteArray, variable);
    Timeline timeline = fixture::Run::of(machine).timeline();
    const FrameId frame = enter(timeline, state.toStdString()).frame;
    for (int i = 0; i < steps; ++i)
        timeline.proceed();
    const std::uint64_t before = timeline.step();
    const Result<void> done = timeline.editValue({frame, variable.toStdString(), Data::integer(1)});
    QVERIFY(!done);
    QTEST(QByteArray::fromStdString(english(done.error().message)), "message");
    QCOMPARE(timeline.step(), before);
}

void EditValueTest::editInThePastBeginsABranch()
{
    Timeline timeline = fixture::Run::of(machine).timeline();
    enter(timeline, "B");
    const std::uint64_t atB = timeline.step();
    QCOMPARE(output(timeline), std::string("[[2,1],1]"));
    const std::string first = fixture::digest(*timeline.view());
    timeline.seek(atB);
    QCOMPARE(edited(timeline, "B", {}, R"({"n": 20})"), std::string());
    QCOMPARE(timeline.branches().size(), 2U);
    QCOMPARE(timeline.lastStep(), atB + 1);
    QCOMPARE(output(timeline), std::string("[[21,1],1]"));
    QVERIFY(timeline.switchTo(0));
    QCOMPARE(fixture::digest(*timeline.view()), first);
    QVERIFY(timeline.view()->edits.empty());
}

void EditValueTest::replayEqualsTheRun_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : fixture::cases())
        QTest::newRow(qPrintable(name)) << name;
}

/// The law: after each step now and then a place is given another input or variable; whatever comes of it comes again.
void EditValueTest::replayEqualsTheRun()
{
    QFETCH(QString, name);
    const fixture::Run run = fixture::Run::ofCase(name);
    Timeline timeline = run.timeline();
    auto outcomes = RecordedOutcomes::read(run.tasks);
    std::mt19937 random(7);
    std::vector<std::pair<std::uint64_t, std::string>> moments;
    DriveOptions driving;
    driving.stepBudget = 3'000; // an edit may make a loop without an end
    driving.interrupted = [&] {
        const RunViewPointer view = timeline.view();
        if (timeline.ended() || view->active.empty() || random() % 3 != 0)
            return false;
        const ActivePlace& place = view->active[random() % view->active.size()];
        const auto& known = (*view->visits)[place.visit].variables->own();
        const bool variable = !known.empty() && random() % 2 == 0;
        const Data& old = (*view->visits)[place.visit].stages[static_cast<std::size_t>(Stage::Input)];
        Data value = old;
        if (old.isObject() && random() % 4 != 0) {
            ObjectBuilder changed(old);
            changed.set("byHand", Data::integer(static_cast<std::int64_t>(random() % 9)));
            value = std::move(changed).build();
        }
        static_cast<void>(timeline.editValue({place.frame, variable ? known[random() % known.size()].first : std::string(), value}));
        moments.emplace_back(timeline.step(), fixture::digest(*timeline.view()));
        return false;
    };
    drive(timeline, *outcomes, driving);
    QVERIFY(timeline.step() > 0);
    const std::string last = fixture::digest(*timeline.view());
    auto replayed = again(timeline);
    QVERIFY2(replayed, replayed ? "" : english(replayed.error().message).c_str());
    QCOMPARE(fixture::digest(*replayed->view()), last);
    QCOMPARE(replayed->view()->edits.size(), timeline.view()->edits.size());
    for (Timeline* one : {&timeline, &*replayed})
        for (const auto& [step, digest] : moments) {
            one->seek(step);
            QCOMPARE(fixture::digest(*one->view()), digest);
        }
}

void EditValueTest::brokenEditsInARecordAreRefused_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("frame") << QByteArray("\"edit\": 1") << QByteArray("\"edit\": \"one\"") << QByteArray("\"edit\" in entry 1 of \"journal\" must be a whole number");
    QTest::newRow("no value") << QByteArray("\"value\": 5") << QByteArray("\"worth\": 5") << QByteArray("\"value\" in entry 1 of \"journal\" must be there");
    QTest::newRow("variable") << QByteArray("\"variable\": \"v\"") << QByteArray("\"variable\": 7") << QByteArray("\"variable\" in entry 1 of \"journal\" must be a string");
    QTest::newRow("unknown variable") << QByteArray("\"variable\": \"v\"") << QByteArray("\"variable\": \"x\"") << QByteArray("cannot be taken there");
    QTest::newRow("unknown frame") << QByteArray("\"edit\": 1") << QByteArray("\"edit\": 9") << QByteArray("cannot be taken there");
    QTest::newRow("another value") << QByteArray("\"value\": 5") << QByteArray("\"value\": 6") << QByteArray("another result");
}

void EditValueTest::brokenEditsInARecordAreRefused()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QByteArray, message);
    Timeline timeline = fixture::Run::of(machine).timeline();
    QCOMPARE(edited(timeline, "B", "v", "5"), std::string());
    output(timeline);
    QByteArray text = QByteArray::fromStdString(runRecordJson(recordOf(timeline)));
    QVERIFY2(text.contains(before), text);
    text.replace(text.indexOf(before), before.size(), after);
    const auto record = readRunRecord(text.toStdString());
    CompileOptions options;
    options.platform = &platform();
    const auto replayed = record ? replay(*record, options, {}) : Result<Timeline>(record.error());
    QVERIFY(!replayed);
    const std::string said = english(replayed.error().message);
    QVERIFY2(said.find(message.toStdString()) != std::string::npos, said.c_str());
}

QTEST_APPLESS_MAIN(EditValueTest)
#include "edit_value_test.moc"

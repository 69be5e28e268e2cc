// What the service limits: sizes of payloads and variables, times of tasks and executions, numbers of events.

#include "tests/core/execution/execution_fixture.h"

#include <QTest>

using namespace asl;

namespace {

constexpr VirtualTime second = 1'000'000;
const std::string integration = R"("Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage")";
const std::string callback = R"("Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken")";
const std::string tooLarge = "' returned a result with a size exceeding the maximum number of bytes service limit.";
const std::string atState = "An error occurred while executing the state 'S' (entered at the event id #2). ";

/// "@5@" is a text of five letters.
std::string filled(std::string text)
{
    for (std::size_t begin = text.find('@'); begin != std::string::npos; begin = text.find('@')) {
        const std::size_t end = text.find('@', begin + 1);
        text.replace(begin, end + 1 - begin, '"' + std::string(std::stoul(text.substr(begin + 1, end)), 'x') + '"');
    }
    return text;
}

/// A machine of the state S and others.
std::string machine(const std::string& states, const std::string& more = "")
{
    return "{" + more + R"("StartAt": "S", "States": {)" + states + "}}";
}

fixture::Run runOf(const std::string& definition, const std::string& input, const std::string& tasks, bool express)
{
    fixture::Run run = fixture::Run::of(filled(definition), filled(input), filled(tasks));
    CompileOptions options;
    options.express = express;
    run.program = fixture::compiled(filled(definition), options).program;
    return run;
}

QString text(const std::optional<std::string>& utf8) { return QString::fromStdString(utf8.value_or("none")); }

} // namespace

class LimitsTest : public QObject
{
    Q_OBJECT

private slots:
    void sizes_data();
    void sizes();
    void times_data();
    void times();
    void failures_data();
    void failures();
    void jitterComesFromTheSeed();
    void eventsOfChildren_data();
    void eventsOfChildren();
    void aFullChildMayBeStopped();
    void expressChildren_data();
    void expressChildren();
};

void LimitsTest::sizes_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("tasks");
    QTest::addColumn<QString>("who"); ///< had too much; empty: all fits
    const auto row = [](const char* name, const std::string& states, const char* input, const char* tasks,
                        const char* who) {
        QTest::newRow(name) << QString::fromStdString(machine(states)) << input << tasks << who;
    };
    // 262,144 bytes with the quotes.
    const std::string pass = R"("S": {"Type": "Pass", "End": true})";
    row("input of the execution, at the limit", pass, "@262142@", "[]", "");
    row("input of the execution", pass, "@262143@", "[]", "S");
    row("output of a Pass, at the limit", R"("S": {"Type": "Pass", "Result": @262142@, "End": true})", "{}", "[]", "");
    row("output of a Pass", R"("S": {"Type": "Pass", "Result": @262143@, "End": true})", "{}", "[]", "S");
    row("two bytes a letter", R"~("S": {"Type": "Pass", "Parameters": {"a.$": "States.Format('{}é', $)"}, "End": true})~",
        "@262135@", "[]", "S");
    row("parameters of a task",
        R"("S": {)" + integration + R"(, "Parameters": {"a.$": "$", "b.$": "$"}, "End": true})", "@140000@", "[]", "S");
    row("arguments of a task",
        R"("S": {)" + integration + R"(, "QueryLanguage": "JSONata", "Arguments": {"a": "{% $states.input %}", "b": "{% $states.input %}"}, "End": true})",
        "@140000@", "[]", "S");
    row("result of a task, at the limit", R"("S": {)" + integration + R"(, "End": true})", "{}",
        R"([{"state": "S", "return": @262142@}])", "");
    row("result of an integration", R"("S": {)" + integration + R"(, "ResultPath": null, "End": true})", "{}",
        R"([{"state": "S", "return": @262143@}])", "sqs");
    row("result of a function",
        R"("S": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "End": true})", "{}",
        R"([{"state": "S", "return": @262143@}])", "arn:aws:lambda:us-east-1:111111111111:function:f");
    row("result in the input", R"("S": {)" + integration + R"(, "ResultPath": "$.r", "End": true})",
        R"({"a": @140000@})", R"([{"state": "S", "return": @140000@}])", "S");
    row("less than that by OutputPath", R"("S": {)" + integration + R"(, "ResultPath": "$.r", "OutputPath": "$.r", "End": true})",
        R"({"a": @140000@})", R"([{"state": "S", "return": @140000@}])", "");
    row("caught error in the input",
        R"("S": {)" + integration +
            R"(, "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "T"}], "End": true},
              "T": {"Type": "Succeed"})",
        R"({"a": @240000@})", R"([{"state": "S", "throw": {"error": "E", "cause": @30000@}}])", "S");
    row("branches together",
        R"("S": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
           {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}], "End": true})",
        "@140000@", "[]", "S");
    row("less than that by ResultSelector",
        R"("S": {"Type": "Parallel", "Branches": [{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
           {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}], "ResultSelector": {"a.$": "$[0]"}, "End": true})",
        "@140000@", "[]", "");
    row("item of an iteration",
        R"("S": {"Type": "Map", "ItemSelector": {"a.$": "$", "b.$": "$"}, "ItemProcessor": {"StartAt": "A", "States": {"A":
           {"Type": "Pass", "Result": 1, "End": true}}}, "End": true})",
        "[@140000@]", "[]", "A");
    row("item of a child execution",
        R"("S": {"Type": "Map", "ItemSelector": {"a.$": "$", "b.$": "$"}, "ItemProcessor": {"ProcessorConfig": {"Mode":
           "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}, "End": true})",
        "[@140000@]", "[]", "S");
    row("output of a Choice",
        R"("S": {"Type": "Choice", "QueryLanguage": "JSONata", "Choices": [{"Condition": true, "Output": ["{% $states.input %}",
           "{% $states.input %}"], "Next": "T"}]}, "T": {"Type": "Succeed"})",
        "@140000@", "[]", "S");
    const auto assigning = [](const std::string& assign) { return R"("S": {"Type": "Pass", "Assign": )" + assign + R"(, "End": true})"; };
    row("a variable, at the limit", assigning(R"({"v": @262136@})"), "{}", "[]", ""); // {"v":"…"} has 8 bytes more
    row("a variable", assigning(R"({"v": @262143@})"), "{}", "[]", "S");
    row("the variables of an Assign", assigning(R"({"v": @140000@, "w": @140000@})"), "{}", "[]", "S");
    row("variables that a Catcher assigns",
        R"("S": {)" + integration +
            R"(, "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"v": @262143@}, "Next": "T"}], "End": true},
              "T": {"Type": "Succeed"})",
        "{}", R"([{"state": "S", "throw": {"error": "E"}}])", "S");
    // 10 MiB are 40 such variables and less than a 41st.
    std::string many;
    for (int i = 0; i < 41; ++i)
        many += (i ? ", \"S" + std::to_string(i) : std::string("\"S")) + R"(": {"Type": "Pass", "Assign": {"v)" + std::to_string(i) +
                R"(": @262000@}, )" + (i == 39 ? R"("Next": "S40"})" : i == 40 ? R"("End": true})" : R"("Next": "S)" + std::to_string(i + 1) + R"("})");
    row("all variables", many, "{}", "[]", "S40");
}

void LimitsTest::sizes()
{
    QFETCH(QString, definition);
    QFETCH(QString, input);
    QFETCH(QString, tasks);
    QFETCH(QString, who);
    const Timeline timeline = runOf(definition.toStdString(), input.toStdString(), tasks.toStdString(), false).finished();
    const RunView& view = *timeline.view();
    if (who.isEmpty()) {
        QCOMPARE(view.status, RunStatus::Succeeded);
        return;
    }
    QCOMPARE(view.status, RunStatus::Failed);
    QCOMPARE(text(view.failure->error), QStringLiteral("States.DataLimitExceeded"));
    QCOMPARE(text(view.failure->cause), QStringLiteral("The state/task '") + who + QString::fromStdString(tooLarge));
}

void LimitsTest::times_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("tasks");
    QTest::addColumn<bool>("express");
    QTest::addColumn<RunStatus>("status");
    QTest::addColumn<qint64>("seconds"); ///< until it ends
    const auto row = [](const char* name, const std::string& definition, const char* tasks, bool express,
                        RunStatus status, qint64 seconds) {
        QTest::newRow(name) << QString::fromStdString(definition) << tasks << express << status << seconds;
    };
    const std::string wait = R"("S": {"Type": "Wait", "Seconds": 400, "End": true})";
    row("no limit", machine(wait), "[]", false, RunStatus::Succeeded, 400);
    row("TimeoutSeconds", machine(wait, R"("TimeoutSeconds": 399, )"), "[]", false, RunStatus::TimedOut, 399);
    row("at the same time the limit wins", machine(wait, R"("TimeoutSeconds": 400, )"), "[]", false, RunStatus::TimedOut, 400);
    row("a year", machine(R"("S": {"Type": "Wait", "Seconds": 99999999, "End": true})"), "[]", false, RunStatus::TimedOut,
        365LL * 86'400);
    row("five minutes", machine(wait), "[]", true, RunStatus::TimedOut, 300);
    row("five minutes are the most", machine(wait, R"("TimeoutSeconds": 500, )"), "[]", true, RunStatus::TimedOut, 300);
    row("TimeoutSeconds of an Express workflow", machine(wait, R"("TimeoutSeconds": 20, )"), "[]", true, RunStatus::TimedOut, 20);
    row("task of an Express workflow", machine(R"("S": {)" + integration + R"(, "End": true})"), R"([{"state": "S"}])", true,
        RunStatus::TimedOut, 300);
    const auto retry = [](const std::string& retrier) {
        return machine(R"("S": {)" + integration + R"(, "Retry": [{"ErrorEquals": ["States.ALL"], )" + retrier + R"(}], "End": true})");
    };
    const char* thrice = R"([{"state": "S", "throw": {}, "repeat": true}])";
    row("back-off", retry(R"("IntervalSeconds": 3, "BackoffRate": 2, "MaxAttempts": 3)"), thrice, false, RunStatus::Failed, 3 + 6 + 12);
    row("back-off by default", retry(R"("Comment": "")"), thrice, false, RunStatus::Failed, 1 + 2 + 4);
    row("MaxDelaySeconds", retry(R"("IntervalSeconds": 3, "BackoffRate": 2, "MaxAttempts": 4, "MaxDelaySeconds": 7)"), thrice, false,
        RunStatus::Failed, 3 + 6 + 7 + 7);
    row("MaxDelaySeconds below the interval", retry(R"("IntervalSeconds": 9, "MaxAttempts": 2, "MaxDelaySeconds": 2)"), thrice, false,
        RunStatus::Failed, 2 + 2);
    row("back-off beyond all bounds", retry(R"("IntervalSeconds": 99999999, "BackoffRate": 100, "MaxAttempts": 99)"), thrice, false,
        RunStatus::TimedOut, 365LL * 86'400);
    row("a task's time begins with each attempt",
        machine(R"("S": {)" + integration + R"(, "TimeoutSeconds": 10, "Retry": [{"ErrorEquals": ["States.Timeout"], "MaxAttempts": 1}], "End": true})"),
        R"([{"state": "S"}, {"state": "S"}])", false, RunStatus::Failed, 10 + 1 + 10);
    const auto timed = [](const std::string& fields) { return machine(R"("P": {"Type": "Pass", "Result": {"t": 7, "h": 3}, "Next": "S"}, "S": {)" + callback + ", " + fields + R"(, "End": true})"); };
    const auto started = [&](const std::string& fields) {
        std::string definition = timed(fields);
        return definition.replace(definition.find(R"("StartAt": "S")"), 14, R"("StartAt": "P")");
    };
    const char* never = R"([{"state": "S"}])";
    row("TimeoutSecondsPath", started(R"("TimeoutSecondsPath": "$.t")"), never, false, RunStatus::Failed, 7);
    row("HeartbeatSecondsPath", started(R"("HeartbeatSecondsPath": "$.h")"), never, false, RunStatus::Failed, 3);
    row("both paths", started(R"("TimeoutSecondsPath": "$.t", "HeartbeatSecondsPath": "$.h")"), never, false, RunStatus::Failed, 3);
    row("paths see what InputPath leaves", started(R"("InputPath": "$.t", "TimeoutSecondsPath": "$")"), never, false, RunStatus::Failed, 7);
    row("times of JSONata", started(R"("QueryLanguage": "JSONata", "TimeoutSeconds": "{% $states.input.t %}", "HeartbeatSeconds": "{% $states.input.h %}")"),
        never, false, RunStatus::Failed, 3);
    row("fractions of JSONata are cut off", started(R"("QueryLanguage": "JSONata", "TimeoutSeconds": "{% 7.9 %}")"), never, false, RunStatus::Failed, 7);
}

void LimitsTest::times()
{
    QFETCH(QString, definition);
    QFETCH(QString, tasks);
    QFETCH(bool, express);
    QFETCH(RunStatus, status);
    QFETCH(qint64, seconds);
    const Timeline timeline = runOf(definition.toStdString(), "{}", tasks.toStdString(), express).finished();
    const RunView& view = *timeline.view();
    QCOMPARE((view.now - fixture::start) / second, seconds);
    QCOMPARE(view.status, status);
    if (status == RunStatus::TimedOut) { // neither error nor cause, and nothing before it; only the history knows the name
        QCOMPARE(data::toJson(view.events->back().details()), std::string(R"({"error":"States.Timeout"})"));
        QVERIFY(!view.failure->error && !view.failure->cause);
        QCOMPARE(view.events->back().type, EventType::ExecutionTimedOut);
        QCOMPARE(view.events->back().previousEventId, std::int64_t(0));
    }
}

void LimitsTest::failures_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("cause"); ///< what it contains
    const auto row = [](const char* name, const std::string& fields, const char* input, const char* error, const std::string& cause) {
        QTest::newRow(name) << QString::fromStdString(machine(R"("S": {)" + callback + ", " + fields + R"(, "End": true})")) << input << error
                            << QString::fromStdString(cause);
    };
    row("a missed heartbeat", R"("HeartbeatSeconds": 2, "TimeoutSeconds": 9)", "{}", "States.Timeout", "none");
    row("no such path", R"("TimeoutSecondsPath": "$.t")", "{}", "States.Runtime", atState + "Invalid path '$.t' : No results for path: $['t']");
    row("no such path of the heartbeat", R"("HeartbeatSecondsPath": "$.a.t")", "{}", "States.Runtime",
        atState + "Invalid path '$.a.t' : Missing property in path $['a']");
    row("no number", R"("TimeoutSecondsPath": "$.t")", R"({"t": "soon"})", "States.Runtime",
        "The TimeoutSecondsPath field refers to value \"soon\" which is not a valid integer: $.t");
    row("no seconds", R"("TimeoutSecondsPath": "$.t")", R"({"t": 0})", "States.Runtime", "The TimeoutSecondsPath field refers to value");
    row("a part of a second", R"("TimeoutSecondsPath": "$.t")", R"({"t": 1.5})", "States.Runtime", "The TimeoutSecondsPath field refers to value");
    row("too many seconds", R"("TimeoutSecondsPath": "$.t")", R"({"t": 100000000})", "States.Runtime", "The TimeoutSecondsPath field refers to value");
    row("heartbeat as long as the timeout", R"("TimeoutSecondsPath": "$.t", "HeartbeatSecondsPath": "$.h")", R"({"t": 5, "h": 5})",
        "States.Runtime", "smaller than the timeout");
    row("heartbeat longer than the timeout", R"("TimeoutSeconds": 5, "HeartbeatSecondsPath": "$.h")", R"({"h": 6})", "States.Runtime",
        "smaller than the timeout");
    row("JSONata gives no number", R"("QueryLanguage": "JSONata", "TimeoutSeconds": "{% 'soon' %}")", "{}", "States.QueryEvaluationError",
        "TimeoutSeconds");
    row("JSONata gives no seconds", R"("QueryLanguage": "JSONata", "TimeoutSeconds": "{% -1 %}")", "{}", "States.QueryEvaluationError",
        "TimeoutSeconds");
    row("JSONata gives too many seconds", R"("QueryLanguage": "JSONata", "TimeoutSeconds": "{% 1e9 %}")", "{}", "States.QueryEvaluationError",
        "TimeoutSeconds");
    row("JSONata gives a longer heartbeat", R"("QueryLanguage": "JSONata", "TimeoutSeconds": 5, "HeartbeatSeconds": "{% 6 %}")", "{}",
        "States.QueryEvaluationError", "smaller than the timeout");
}

void LimitsTest::failures()
{
    QFETCH(QString, definition);
    QFETCH(QString, input);
    QFETCH(QString, cause);
    const Timeline timeline = runOf(definition.toStdString(), input.toStdString(), R"([{"state": "S"}])", false).finished();
    const RunView& view = *timeline.view();
    QCOMPARE(view.status, RunStatus::Failed);
    QTEST(text(view.failure->error), "error");
    QVERIFY2(text(view.failure->cause).contains(cause), qPrintable(text(view.failure->cause)));
}

void LimitsTest::jitterComesFromTheSeed()
{
    fixture::Run run = fixture::Run::of(machine(R"("S": {)" + integration +
        R"(, "Retry": [{"ErrorEquals": ["States.ALL"], "IntervalSeconds": 100, "BackoffRate": 1, "MaxAttempts": 40, "JitterStrategy": "FULL"}], "End": true})"),
        "{}", R"([{"state": "S", "throw": {}, "repeat": true}])");
    const auto delays = [&run](std::uint64_t seed) {
        run.options.seed = seed;
        std::vector<VirtualTime> result;
        VirtualTime failed = 0;
        const Timeline timeline = run.finished();
        for (const HistoryEvent& event : timeline.events()) {
            if (event.type == EventType::TaskFailed)
                failed = event.time;
            else if (event.type == EventType::TaskScheduled && failed > 0)
                result.push_back(event.time - failed);
        }
        return result;
    };
    const std::vector<VirtualTime> one = delays(1);
    QCOMPARE(one.size(), std::size_t(40));
    QCOMPARE(one, delays(1));
    QVERIFY(one != delays(2));
    const auto [least, most] = std::minmax_element(one.begin(), one.end());
    QVERIFY(*least >= 0 && *most < 100 * second);
    QVERIFY(*least < 20 * second && *most > 80 * second); // all of the interval is used
}

namespace {

std::string distributed(const std::string& type, const std::string& states, const std::string& more = "")
{
    return machine(R"("S": {"Type": "Map", )" + more + R"("ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": ")" + type +
                   R"("}, "StartAt": "A", "States": {)" + states + R"(}}, "End": true})");
}

} // namespace

void LimitsTest::eventsOfChildren_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("rounds"); ///< of four events
    QTest::addColumn<QString>("lasts"); ///< states behind them, from Z on
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* name, const char* type, int rounds, const char* last, bool fits) {
        QTest::newRow(name) << type << rounds << last << fits;
    };
    // ExecutionStarted, the rounds, two for A, two for each Pass, ExecutionSucceeded.
    row("25,000 events", "STANDARD", 6248, R"("Z": {"Type": "Pass", "Next": "Y"}, "Y": {"Type": "Pass", "End": true})", true);
    row("one state more", "STANDARD", 6248, R"("Z": {"Type": "Pass", "Next": "Y"}, "Y": {"Type": "Pass", "Next": "X"},
        "X": {"Type": "Pass", "End": true})", false);
    row("an endless child", "STANDARD", 1'000'000, R"("Z": {"Type": "Pass", "End": true})", false);
    row("a task that is not started any more", "STANDARD", 6248, R"("Z": {"Type": "Pass", "Next": "Y"},
        "Y": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "End": true})", false);
    row("Express children write none", "EXPRESS", 6300, R"("Z": {"Type": "Pass", "End": true})", true);
}

void LimitsTest::eventsOfChildren()
{
    QFETCH(QString, type);
    QFETCH(int, rounds);
    QFETCH(QString, lasts);
    QFETCH(bool, fits);
    const std::string counting = R"~("A": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericEquals": 0, "Next": "Z"}], "Default": "B"},
        "B": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, -1)"}, "Next": "A"}, )~" + lasts.toStdString();
    const std::string input = R"([{"n": )" + std::to_string(rounds) + "}]";
    const Timeline timeline = runOf(distributed(type.toStdString(), counting, R"("ToleratedFailureCount": 1, )"), input, R"([{"state": "Y"}])", false).finished();
    const RunView& view = *timeline.view();
    QCOMPARE(view.status, RunStatus::Succeeded);
    QCOMPARE(view.now, fixture::start); // nothing is waited for
    const Data child = view.output->items()[0];
    QCOMPARE(child.find("Error") == nullptr, fits);
    if (!fits) {
        QCOMPARE(child.find("Status")->text(), std::string_view("FAILED"));
        QCOMPARE(child.find("Error")->text(), std::string_view("States.Runtime"));
        QCOMPARE(child.find("Cause")->text(), std::string_view("The execution reached the maximum number of history events (25000)."));
    }
}

void LimitsTest::aFullChildMayBeStopped()
{
    // The first child has no place for the event that tells its task was aborted, when the second one fails.
    const std::string counting = R"~("A": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericEquals": 0, "Next": "Z"},
        {"Variable": "$.n", "NumericLessThan": 0, "Next": "W"}], "Default": "B"},
        "B": {"Type": "Pass", "Parameters": {"n.$": "States.MathAdd($.n, -1)"}, "Next": "A"},
        "Z": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "End": true},
        "W": {"Type": "Wait", "Seconds": 1, "Next": "F"}, "F": {"Type": "Fail", "Error": "E"})~";
    // ExecutionStarted, four for a round, two for A, four for Z: with 6248 rounds that makes 24,999.
    for (const int rounds : {6247, 6248, 6249}) {
        Timeline timeline = runOf(distributed("STANDARD", counting), R"([{"n": )" + std::to_string(rounds) + R"(}, {"n": -1}])",
                                  R"([{"state": "Z", "submitted": {}}])", false).finished();
        QCOMPARE(timeline.view()->status, RunStatus::Failed);
        QCOMPARE(text(timeline.view()->failure->error), QStringLiteral("States.ExceedToleratedFailureThreshold"));
    }
}

void LimitsTest::expressChildren_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("input");
    QTest::addColumn<QString>("statuses"); ///< of the children
    QTest::addColumn<qint64>("seconds");
    const auto row = [](const char* name, const std::string& definition, const char* input, const char* statuses, qint64 seconds) {
        QTest::newRow(name) << QString::fromStdString(definition) << input << statuses << seconds;
    };
    const std::string wait = R"("A": {"Type": "Wait", "SecondsPath": "$", "End": true})";
    const std::string tolerant = R"("ToleratedFailurePercentage": 100, )";
    row("within five minutes", distributed("EXPRESS", wait, tolerant), "[299, 1]", "ok ok", 299);
    row("five minutes", distributed("EXPRESS", wait, tolerant), "[300, 299, 1000]", "TIMED_OUT ok TIMED_OUT", 300);
    row("Standard children have time", distributed("STANDARD", wait, tolerant), "[1000]", "ok", 1000);
    row("each has its own", distributed("EXPRESS", wait, tolerant + R"("MaxConcurrency": 1, )"), "[200, 200, 400, 200]", "ok ok TIMED_OUT ok", 200 + 200 + 300 + 200);
    row("tasks too", distributed("EXPRESS", R"("A": {)" + integration + R"(, "End": true})", tolerant), "[1]", "TIMED_OUT", 300);
    row("not to be retried in the child", distributed("EXPRESS", R"("A": {)" + integration + R"(, "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true})", tolerant),
        "[1]", "TIMED_OUT", 300);
    row("inside of branches", distributed("EXPRESS", R"("A": {"Type": "Parallel", "Branches": [{"StartAt": "W", "States": {"W":
        {"Type": "Wait", "Seconds": 900, "End": true}}}, {"StartAt": "V", "States": {"V": {"Type": "Wait", "Seconds": 2, "End": true}}}], "End": true})", tolerant),
        "[1]", "TIMED_OUT", 300);
}

void LimitsTest::expressChildren()
{
    QFETCH(QString, definition);
    QFETCH(QString, input);
    QFETCH(qint64, seconds);
    Timeline timeline = runOf(definition.toStdString(), input.toStdString(), R"([{"state": "A"}])", false).finished();
    const RunView& view = *timeline.view();
    QCOMPARE(view.status, RunStatus::Succeeded);
    std::string told;
    for (const Data& child : view.output->items()) {
        const Data* status = child.find("Status");
        if (status) // it has no error then
            QVERIFY(!child.find("Error") && !child.find("Cause"));
        told += (told.empty() ? "" : " ") + (status ? std::string(status->text()) : std::string("ok"));
    }
    QTEST(QString::fromStdString(told), "statuses");
    QCOMPARE((view.now - fixture::start) / second, seconds);
    // A step back knows the same limits.
    const std::string after = fixture::digest(view);
    timeline.seek(timeline.lastStep() / 2);
    timeline.seek(timeline.lastStep());
    QCOMPARE(fixture::digest(*timeline.view()), after);
}

QTEST_APPLESS_MAIN(LimitsTest)
#include "limits_test.moc"

// What a visit could see: variables and where they come from, the Context object, progress of containers, watched expressions.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/visible_data.h"
#include "core/execution/watch.h"

#include <QTest>

using namespace asl;

namespace {

const std::string machine = R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {
    "A": {"Type": "Pass", "Assign": {"x": 1, "y": "a"}, "Next": "M"},
    "M": {"Type": "Map", "Items": [10, 20, 30], "Assign": {"after": true}, "Next": "P", "ItemProcessor": {"StartAt": "I", "States": {
        "I": {"Type": "Pass", "Assign": {"x": "{% $states.input %}"}, "Next": "T"},
        "T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Catch": [{"ErrorEquals": ["Soft"], "Next": "J"}], "Next": "J"},
        "J": {"Type": "Pass", "End": true}}}},
    "P": {"Type": "Parallel", "Branches": [{"StartAt": "B0", "States": {"B0": {"Type": "Pass", "End": true}}},
                                           {"StartAt": "B1", "States": {"B1": {"Type": "Pass", "End": true}}}], "Next": "Z"},
    "Z": {"Type": "Pass", "Assign": {"y": "z"}, "Output": {"sum": "{% $x %}"}, "End": true}}})";

RunViewPointer finished(const std::string& tasks = R"([{"state": "T", "iteration": [0], "return": {"r": 0}}, {"state": "T", "iteration": [1], "throw": {"error": "Soft"}},
                                                       {"state": "T", "iteration": [2], "return": {"r": 2}}])")
{
    return fixture::Run::of(machine, R"({"q": 1})", tasks).finished().view();
}

VisitId visitOf(const RunView& view, std::string_view state, const std::vector<std::uint32_t>& iteration = {})
{
    for (std::size_t i = view.visits->size(); i-- > 0;)
        if ((*view.visits)[i].path.name == state && (*view.visits)[i].iteration == iteration)
            return static_cast<VisitId>(i);
    return noId;
}

std::string variables(const RunView& view, VisitId visit)
{
    std::string text;
    for (const VisibleVariable& variable : variablesAt(view, visit))
        text += (text.empty() ? "" : " ") + variable.name + "=" + data::toJson(variable.value) + "@" + (*view.visits)[variable.assignedBy].path.name;
    return text;
}

} // namespace

class VisibleDataTest : public QObject
{
    Q_OBJECT

private slots:
    void variablesSayWhereTheyComeFrom();
    void contextTellsTheIteration();
    void progressIsKnownAfterTheEnd();
    void progressOfARunningMapIsTheMachines();
    void watchedExpressions_data();
    void watchedExpressions();
    void conditions_data();
    void conditions();
    void everyVisitOfEveryFixtureCanBeAsked();
};

void VisibleDataTest::variablesSayWhereTheyComeFrom()
{
    const RunViewPointer view = finished();
    QCOMPARE(variables(*view, visitOf(*view, "A")), std::string(R"(x=1@A y="a"@A)"));
    QCOMPARE(variables(*view, visitOf(*view, "I", {1})), std::string(R"(x=20@I y="a"@A)"));
    QCOMPARE(variables(*view, visitOf(*view, "J", {2})), std::string(R"(x=30@I y="a"@A)"));
    QCOMPARE(variables(*view, visitOf(*view, "M")), std::string(R"(after=true@M x=1@A y="a"@A)"));
    QCOMPARE(variables(*view, visitOf(*view, "B1")), std::string(R"(after=true@M x=1@A y="a"@A)"));
    QCOMPARE(variables(*view, visitOf(*view, "Z")), std::string(R"(after=true@M x=1@A y="z"@Z)"));
}

void VisibleDataTest::contextTellsTheIteration()
{
    const RunViewPointer view = finished();
    const Data inside = contextAt(*view, visitOf(*view, "T", {1}));
    QCOMPARE(data::toJson(*inside.find("Map")), std::string(R"({"Item":{"Index":1,"Value":20}})"));
    QCOMPARE(data::toJson(*inside.find("Execution")->find("Input")), std::string(R"({"q":1})"));
    QCOMPARE(inside.find("State")->find("Name")->text(), std::string_view("T"));
    QVERIFY(!contextAt(*view, visitOf(*view, "Z")).find("Map"));
    QVERIFY(inside.find("StateMachine")->find("Id"));
}

void VisibleDataTest::progressIsKnownAfterTheEnd()
{
    const RunViewPointer view = finished();
    QVERIFY(view->progress.empty());
    const ChildProgress map = progressOf(*view, visitOf(*view, "M"));
    QCOMPARE(map.count, 3U);
    QCOMPARE(map.children, std::vector<VisitStatus>(3, VisitStatus::Succeeded)); // caught inside is no failure
    QCOMPARE(progressOf(*view, visitOf(*view, "P")).children, std::vector<VisitStatus>(2, VisitStatus::Succeeded));
    const RunViewPointer failed = finished(R"([{"state": "T", "iteration": [0], "return": 0}, {"state": "T", "iteration": [1], "throw": {"error": "Hard"}}, {"state": "T"}])");
    const ChildProgress stopped = progressOf(*failed, visitOf(*failed, "M"));
    QCOMPARE(stopped.children, (std::vector{VisitStatus::Succeeded, VisitStatus::Failed, VisitStatus::Aborted}));
}

void VisibleDataTest::progressOfARunningMapIsTheMachines()
{
    Timeline timeline = fixture::Run::of(machine).timeline();
    while (timeline.canProceed())
        timeline.proceed();
    const RunViewPointer view = timeline.view();
    QCOMPARE(view->progress.size(), std::size_t(1));
    QCOMPARE(progressOf(*view, view->progress.front().visit).children, view->progress.front().children);
}

void VisibleDataTest::watchedExpressions_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("value"); ///< "!": fails
    const auto row = [](const char* state, const char* expression, const char* value) {
        QTest::addRow("%s: %s", state, expression) << QString::fromUtf8(state) << QString::fromUtf8(expression) << QString::fromUtf8(value);
    };
    row("Z", "$x", "1");
    row("Z", "{% $x + 1 %}", "2");
    row("Z", "$states.output.sum", "1");
    row("T", "$", "20");
    row("T", "$x", "20");
    row("T", "$$.Map.Item.Index", "1");
    row("T", "$states.context.State.Name", "\"T\"");
    row("T", "$states.result.r", "null");
    row("A", "$.q", "1");
    row("A", "q", "1");
    row("A", "nothing", "null");
    row("A", "$.q == 1", "true");
    row("A", "\"a == b\"", "\"a == b\"");
    row("A", "q +", "!");
    row("A", "$number(\"x\")", "!");
    row("A", "($f := function($n) { $f($n + 1) + 1 }; $f(0))", "!");
}

void VisibleDataTest::watchedExpressions()
{
    QFETCH(QString, state);
    QFETCH(QString, expression);
    QFETCH(QString, value);
    const RunViewPointer view = finished();
    const std::string name = state.toStdString();
    const VisitId visit = visitOf(*view, name, name == "T" ? std::vector<std::uint32_t>{1} : std::vector<std::uint32_t>{});
    const auto compiled = WatchExpression::compile(expression.toStdString());
    const auto result = compiled ? compiled->evaluate(*view, visit, {}) : Result<Data>(compiled.error());
    QCOMPARE(result ? QString::fromStdString(data::toJson(*result)) : QStringLiteral("!"), value);
}

void VisibleDataTest::conditions_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<bool>("holds");
    const auto row = [](const char* expression, bool holds) { QTest::newRow(expression) << QString::fromUtf8(expression) << holds; };
    row("q = 1", true);
    row("q = 2", false);
    row("q", true);
    row("missing", false);
    row("\"\"", false);
    row("0", false);
    row("[0, 1]", true);
    row("[]", false);
    row("{}", false);
    row("$error(\"boo\")", true); // one that fails wants to be looked at
}

void VisibleDataTest::conditions()
{
    QFETCH(QString, expression);
    QFETCH(bool, holds);
    const RunViewPointer view = finished();
    QCOMPARE(WatchExpression::compile(expression.toStdString())->holds(*view, visitOf(*view, "A"), {}), holds);
}

void VisibleDataTest::everyVisitOfEveryFixtureCanBeAsked()
{
    const auto watched = WatchExpression::compile("$states.context.State.Name");
    for (const QString& name : fixture::cases()) {
        const RunViewPointer view = fixture::Run::ofCase(name).finished().view();
        for (VisitId id = 0; id < view->visits->size(); ++id) {
            const auto value = watched->evaluate(*view, id, {});
            QVERIFY2(value && value->text() == (*view->visits)[id].path.name, qPrintable(name));
            QVERIFY(progressOf(*view, id).children.size() <= progressOf(*view, id).count);
        }
    }
}

QTEST_APPLESS_MAIN(VisibleDataTest)
#include "visible_data_test.moc"

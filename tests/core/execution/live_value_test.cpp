// Live values: what expressions come to for the data of a visit or a sample, and what is said when they do not.

#include "tests/core/execution/execution_fixture.h"

#include "core/execution/live_value.h"
#include "core/language/expressions.h"

#include <QTest>

using namespace asl;

namespace {

const std::string oneTask = R"({"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
    "Parameters": {"FunctionName": "f", "Payload.$": "$.order"}, "ResultSelector": {"n.$": "$.Payload.n"}, "ResultPath": "$.sum", "OutputPath": "$.sum",
    "Assign": {"last.$": "$.Payload.n"}, "TimeoutSecondsPath": "$.seconds",
    "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Assign": {"e.$": "$.Error"}, "Next": "After"}], "Next": "After"},
    "After": {"Type": "Wait", "SecondsPath": "$last", "End": true}}})";
const std::string oneTaskInput = R"({"order": {"id": "A1", "items": [1, 2, 3]}, "seconds": 30})";
const std::string oneTaskAnswer = R"([{"state": "T", "return": {"Payload": {"n": 6}}}])";

const std::string jsonataTask = R"({"QueryLanguage": "JSONata", "StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
    "Arguments": {"FunctionName": "f", "Payload": "{% $states.input.order %}"}, "Output": "{% $states.result.Payload %}", "Assign": {"last": "{% $states.result.Payload.n %}"},
    "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Error %}", "Next": "After"}], "Next": "After"},
    "After": {"Type": "Choice", "Choices": [{"Condition": "{% $last > 5 %}", "Next": "End"}], "Default": "End"}, "End": {"Type": "Succeed"}}})";

const std::string overItems = R"({"StartAt": "M", "States": {"M": {"Type": "Map", "ItemsPath": "$.list", "ItemSelector": {"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value", "all.$": "$.list"},
    "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "Parameters": {"here.$": "$$.Map.Item.Value", "name.$": "$$.State.Name"}, "End": true}}}, "End": true}}})";

const std::string rules = R"({"StartAt": "C", "States": {"C": {"Type": "Choice", "InputPath": "$.in", "Choices": [
    {"Variable": "$.n", "NumericGreaterThan": 5, "Next": "E"},
    {"And": [{"Variable": "$.x", "IsPresent": true}, {"Not": {"Variable": "$.n", "NumericEqualsPath": "$.m"}}], "Next": "E"},
    {"Variable": "$.gone", "StringEquals": "a", "Next": "E"}], "Default": "E"}, "E": {"Type": "Succeed"}}})";

std::string shown(const LiveValue& value)
{
    const std::string place = value.place.empty() ? "" : value.place + " ";
    const std::string column = value.column ? "@" + std::to_string(value.column) : "";
    switch (value.kind) {
    case LiveValue::Kind::Value: return place + "= " + data::toJson(value.value);
    case LiveValue::Kind::Nothing: return place + "nothing";
    case LiveValue::Kind::Problem: return place + "! " + value.code + column + (value.isUnreadable ? " unreadable: " : ": ") + english(value.message);
    case LiveValue::Kind::Unknown: return place + "? " + english(value.message);
    }
    return {};
}

std::string shown(const std::vector<LiveValue>& values)
{
    std::string text;
    for (const LiveValue& value : values)
        text += (text.empty() ? "" : "\n") + shown(value);
    return text;
}

struct Scene
{
    SnapshotPointer snapshot;
    RunViewPointer view;

    static Scene of(const std::string& definition, const std::string& input, const std::string& tasks)
    {
        Scene scene;
        scene.snapshot = Document::open(definition)->snapshot();
        if (!tasks.empty())
            scene.view = fixture::Run::of(definition, input, tasks).finished().view();
        return scene;
    }
    KnownData known(StateId state, const std::string& input) const
    {
        if (const auto visit = view ? visitOf(*view, snapshot->machine().path(state), {}) : std::nullopt)
            return knownOf(*view, *visit);
        return view ? KnownData() : sampleOf(snapshot->machine(), state, fixture::json(input), fixture::start);
    }
};

const Data* atPlace(const Data& whole, const std::string& place)
{
    const Data* at = &whole;
    for (std::size_t begin = 0; at && begin < place.size();) {
        const std::size_t end = std::min(place.find('/', begin), place.size());
        std::string step = place.substr(begin, end - begin);
        if (step.ends_with(".$"))
            step.resize(step.size() - 2);
        at = at->isArray() ? &at->items()[std::stoul(step)] : at->find(step);
        begin = end + 1;
    }
    return at;
}

} // namespace

class LiveValueTest : public QObject
{
    Q_OBJECT

private slots:
    void fields_data();
    void fields();
    void whatARunComputesIsItsLiveValue();
    void everyFieldThatComputesIsTried();
    void boundsHold();
};

void LiveValueTest::fields_data()
{
    QTest::addColumn<std::string>("definition");
    QTest::addColumn<std::string>("input");
    QTest::addColumn<std::string>("tasks"); // empty: no run
    QTest::addColumn<std::string>("field");
    QTest::addColumn<std::string>("json");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* name, const std::string& definition, const std::string& input, const std::string& tasks,
                        const std::string& field, const std::string& json, const std::string& expected) {
        QTest::newRow(name) << definition << input << tasks << field << json << expected;
    };
    const auto path = [&](const char* name, const char* field, const char* json, const char* expected) {
        row(name, oneTask, oneTaskInput, oneTaskAnswer, std::string("/States/T/") + field, json, expected);
    };
    path("InputPath sees the raw input", "InputPath", R"("$.order")", R"(= {"id":"A1","items":[1,2,3]})");
    path("null is no expression", "InputPath", "null", "");
    path("each member of a template", "Parameters", R"j({"FunctionName": "f", "Payload": {"id.$": "$.order.id", "list": [{"n.$": "States.ArrayLength($.order.items)"}]}})j",
         "Payload/id.$ = \"A1\"\nPayload/list/0/n.$ = 3");
    path("a member inside a template", "Parameters/Payload.$", R"("$.order.items[1]")", "= 2");
    path("the Context object", "Parameters", R"({"s.$": "$$.State.Name", "r.$": "$$.State.RetryCount"})", "s.$ = \"T\"\nr.$ = 0");
    path("ResultSelector sees the result", "ResultSelector", R"({"n.$": "$.Payload.n"})", "n.$ = 6");
    path("ResultPath: what is put there", "ResultPath", R"("$.a.b")", R"(= {"Payload":{"n":6}})");
    path("ResultPath through a scalar", "ResultPath", R"("$.seconds.x")",
         "! States.ResultPathMatchFailure: Unable to apply the path '$.seconds.x' to the input '{\"order\":{\"id\":\"A1\",\"items\":[1,2,3]},\"seconds\":30}'");
    path("OutputPath sees what ResultPath made", "OutputPath", R"("$.sum.n")", "= 6");
    path("Assign sees the result", "Assign", R"({"v.$": "$.Payload"})", R"(v.$ = {"n":6})");
    path("a timeout", "TimeoutSecondsPath", R"("$.seconds")", "= 30");
    path("a Catcher waits for its error", "Catch/0/Assign", R"({"e.$": "$.Error"})", "e.$ ? No error has occurred here yet.");
    path("a path that cannot be read", "InputPath", R"("$.order['id")", "! @8 unreadable: Property has not been closed - missing closing '");
    path("a call of an unknown function", "Parameters", R"j({"x.$": "States.Frmat('{}', $.a)"})j",
         "x.$ ! @1 unreadable: There is no intrinsic function \"States.Frmat\"");
    path("a call that is not closed", "Parameters", R"({"x.$": "States.Format('{}', $.a"})", "x.$ ! @24 unreadable: \",\" or \")\" is missing");
    path("a path that leads nowhere", "Parameters", R"({"x.$": "$.nothing"})",
         "x.$ ! States.Runtime: The JSONPath '$.nothing' specified for the field 'x.$' could not be found in the input "
         "'{\"order\":{\"id\":\"A1\",\"items\":[1,2,3]},\"seconds\":30}'");
    path("a call that fails", "Parameters", R"j({"x.$": "States.StringToJson($.order.id)"})j",
         "x.$ ! States.IntrinsicFailure: The function 'States.StringToJson($.order.id)' had the following error: The input of States.StringToJson is not valid JSON: A1 is no JSON value. Text stands in double quotes.");
    path("a field without expressions", "Comment", R"("$.a")", "");
    path("text that is no expression", "Parameters", R"({"x": "$.order"})", "");
    path("what is being typed need not be whole", "Parameters", R"({"x.$": "$.seconds", "y.$": )", "x.$ = 30");
    row("variables are those on entry", oneTask, oneTaskInput, oneTaskAnswer, "/States/After/SecondsPath", R"("$last")", "= 6");
    row("a failure is what a Catcher sees", oneTask, oneTaskInput, R"([{"state": "T", "throw": {"error": "Bad", "cause": "why"}}])",
        "/States/T/Catch/0/Assign", R"({"e.$": "$.Error"})", "e.$ = \"Bad\"");
    row("no result after a failure", oneTask, oneTaskInput, R"([{"state": "T", "throw": {"error": "Bad", "cause": "why"}}])",
        "/States/T/ResultSelector", R"({"n.$": "$.Payload"})", "n.$ ? There is no result yet: run the workflow to see this value.");
    row("the first state's sample", oneTask, oneTaskInput, "", "/States/T/Parameters", R"({"x.$": "$.order.id"})", "x.$ = \"A1\"");
    row("a sample has no result", oneTask, oneTaskInput, "", "/States/T/ResultSelector", R"({"x.$": "$.n"})",
        "x.$ ? There is no result yet: run the workflow to see this value.");
    row("no sample for a later state", oneTask, oneTaskInput, "", "/States/After/SecondsPath", R"("$last")",
        "? There is no sample for this state: no run has come here yet.");
    row("syntax is checked without any sample", oneTask, oneTaskInput, "", "/States/After/SecondsPath", R"("$.a.")", "! @4 unreadable: Path must not end with a '.' or '..'");

    const auto jsonata = [&](const char* name, const char* field, const char* json, const char* expected) {
        row(name, jsonataTask, oneTaskInput, oneTaskAnswer, std::string("/States/") + field, json, expected);
    };
    jsonata("JSONata: input", "T/Arguments", R"({"FunctionName": "f", "Payload": {"sum": "{% $sum($states.input.order.items) %}"}})", "Payload/sum = 6");
    jsonata("JSONata: a whole field", "T/Output", R"("{% $states.result.Payload.n + 1 %}")", "= 7");
    jsonata("JSONata: the Context object", "T/Arguments", R"("{% $states.context.State.Name %}")", "= \"T\"");
    jsonata("JSONata: Arguments see no result", "T/Arguments", R"("{% $exists($states.result) %}")", "= false");
    jsonata("JSONata: variables", "After/Choices/0/Condition", R"("{% $last = 6 %}")", "= true");
    jsonata("JSONata: a condition is a boolean", "After/Choices/0/Condition", R"("{% $last %}")",
            "! States.QueryEvaluationError: The JSONata expression '$last' specified for the field 'Condition' returned an unexpected result type. "
            "Expected 'boolean', but was 'number' for value: 6");
    jsonata("JSONata: a number is wanted", "T/TimeoutSeconds", R"("{% $states.input.order.id %}")",
            "! States.QueryEvaluationError: The JSONata expression '$states.input.order.id' specified for the field 'TimeoutSeconds' returned an "
            "unexpected result type. Expected 'number', but was 'string' for value: \"A1\"");
    jsonata("JSONata: a text where nothing is computed", "T/Resource", R"("{% 1 %}")", "");
    jsonata("JSONata: nothing", "T/Output", R"("{% $states.input.nothing %}")",
            "! States.QueryEvaluationError: The JSONata expression '$states.input.nothing' specified for the field 'Output' returned nothing (undefined).");
    jsonata("JSONata: at a column", "T/Output", R"("{% $states.input.order.id + 1 %}")",
            "! T2001@27: The left side of the \"+\" operator must evaluate to a number");
    jsonata("JSONata: characters count, not bytes", "T/Output", R"("{% '注文' + 1 %}")", "! T2001@9: The left side of the \"+\" operator must evaluate to a number");
    jsonata("JSONata: unreadable at a column", "T/Output", R"("{%  $states.input.(1 + %}")", "! S0203@22 unreadable: Expected \")\" before end of expression");
    jsonata("JSONata: a Catcher's Output", "T/Catch/0/Output", R"("{% $states.errorOutput.Error %}")", "? No error has occurred here yet.");
    jsonata("JSONata: a Catcher's Output from the input", "T/Catch/0/Output", R"("{% $states.input.seconds %}")", "= 30");
    row("JSONata: caught", jsonataTask, oneTaskInput, R"([{"state": "T", "throw": {"error": "Bad", "cause": "why"}}])",
        "/States/T/Catch/0/Output", R"("{% $states.errorOutput.Error %}")", "= \"Bad\"");
    row("JSONata: the first state's sample", jsonataTask, oneTaskInput, "", "/States/T/Arguments", R"("{% $states.input.seconds %}")", "= 30");
    row("JSONata: a sample has no result", jsonataTask, oneTaskInput, "", "/States/T/Output", R"("{% $states.result %}")",
        "? There is no result yet: run the workflow to see this value.");

    row("a Map's items", overItems, R"({"list": ["a", "b"]})", "[]", "/States/M/ItemsPath", R"("$.list")", R"(= ["a","b"])");
    row("ItemSelector: for the first item", overItems, R"({"list": ["a", "b"]})", "[]", "/States/M/ItemSelector",
        R"j({"i.$": "$$.Map.Item.Index", "v.$": "$$.Map.Item.Value", "n.$": "States.ArrayLength($.list)"})j", "i.$ = 0\nv.$ = \"a\"\nn.$ = 2");
    row("inside: the last iteration", overItems, R"({"list": ["a", "b"]})", "[]", "/States/M/ItemProcessor/States/P/Parameters",
        R"({"v.$": "$$.Map.Item.Value"})", "v.$ = \"b\"");

    row("a rule holds", rules, R"({"in": {"n": 6}})", "[]", "/States/C/Choices/0", "", "= true");
    row("a rule does not hold", rules, R"({"in": {"n": 5}})", "[]", "/States/C/Choices/0", "", "= false");
    row("And and Not", rules, R"({"in": {"n": 5, "m": 4, "x": 1}})", "[]", "/States/C/Choices/1", "", "= true");
    row("a nested rule", rules, R"({"in": {"n": 5, "m": 4, "x": 1}})", "", "/States/C/Choices/1/And/1/Not", "", "= false");
    row("a rule that fails", rules, R"({"in": {"n": 6}})", "[]", "/States/C/Choices/2", "",
        "! States.Runtime: Invalid path '$.gone': The choice state's condition path references an invalid value.");
    row("Variable sees what InputPath leaves", rules, R"({"in": {"n": 6}})", "[]", "/States/C/Choices/0/Variable", R"("$.n")", "= 6");
    row("Variable of IsPresent may lead nowhere", rules, R"({"in": {"n": 6}})", "[]", "/States/C/Choices/1/And/0/Variable", R"("$.x")", "nothing");
    row("the path of an operator", rules, R"({"in": {"n": 6, "m": 7}})", "[]", "/States/C/Choices/1/And/1/Not/NumericEqualsPath", R"("$.m")", "= 7");
    row("a broken field before it", R"({"StartAt": "W", "States": {"W": {"Type": "Wait", "InputPath": "$.[", "SecondsPath": "$.n", "End": true}}})", R"({"n": 1})", "",
        "/States/W/SecondsPath", R"("$.n")", "? \"InputPath\" has to be mended first.");
    row("a field before it that fails", R"({"StartAt": "W", "States": {"W": {"Type": "Wait", "InputPath": "$.x", "SecondsPath": "$.n", "End": true}}})", R"({"n": 1})", "",
        "/States/W/SecondsPath", R"("$.n")", "? \"InputPath\" fails with this data, so nothing comes here.");
    row("a token without a value", oneTask, oneTaskInput, oneTaskAnswer, "/States/T/InputPath", R"("$.${Part}")",
        "? The token ${Part} has no value. Give it one in the table of tokens, or by --values.");
}

void LiveValueTest::fields()
{
    QFETCH(std::string, definition);
    QFETCH(std::string, input);
    QFETCH(std::string, tasks);
    QFETCH(std::string, field);
    QFETCH(std::string, json);
    QFETCH(std::string, expected);
    const Scene scene = Scene::of(definition, input, tasks);
    const auto place = scene.snapshot->tree().atPointer(field.substr(0, field.find('/', field.rfind("/States/") + 8)));
    QVERIFY(place);
    const StateId state = scene.snapshot->machine().stateAt(scene.snapshot->tree(), scene.snapshot->tree().node(*place).begin + 1);
    QVERIFY(state != noId);
    const data::TokenValues tokens;
    const query::Platform platform;
    const LiveEvaluation live(scene.snapshot, state, scene.known(state, input), tokens, platform);
    QCOMPARE(QString::fromStdString(shown(live.values(field, json))), QString::fromStdString(expected));
}

/// Over all fixtures: what a visit recorded is what the live values of its fields say afterwards.
void LiveValueTest::whatARunComputesIsItsLiveValue()
{
    struct Recorded { const char* field; Stage stage; };
    constexpr Recorded recorded[] = {{"InputPath", Stage::AfterInputPath}, {"Parameters", Stage::AfterParameters}, {"Arguments", Stage::AfterParameters},
                                     {"ResultSelector", Stage::AfterResultSelector}, {"Assign", Stage::Variables}, {"OutputPath", Stage::Output},
                                     {"Output", Stage::Output}};
    const data::TokenValues tokens;
    const query::Platform platform;
    std::size_t compared = 0;
    for (const QString& name : fixture::cases()) {
        const fixture::Run run = fixture::Run::ofCase(name);
        if (!run.program)
            continue;
        const RunViewPointer view = run.finished().view();
        const SyntaxTree& tree = view->snapshot->tree();
        for (VisitId id = 0; id < view->visits->size(); ++id) {
            const VisitRecord& visit = (*view->visits)[id];
            const State& state = view->snapshot->machine().state(visit.state);
            const LiveEvaluation live(view->snapshot, visit.state, knownOf(*view, id), tokens, platform);
            for (const Recorded& each : recorded) {
                const NodeId node = tree.find(state.node, each.field);
                const Data& stage = visit.stages[static_cast<std::size_t>(each.stage)];
                // A rule's own Output takes the place of the state's, a Catcher's that of a failed one; a Map's Parameters select items.
                if (node == noNode || stage.isUndefined() || visit.status != VisitStatus::Succeeded || state.type == StateType::Choice || state.type == StateType::Map)
                    continue;
                for (const LiveValue& value : live.values(tree.pointer(node))) {
                    if (value.text.find("UUID") != std::string::npos || value.text.find("andom") != std::string::npos)
                        continue;
                    const std::string where = name.toStdString() + " " + readable(visit.path) + " " + each.field + ": " + shown(value);
                    const Data* expected = atPlace(stage, value.place);
                    QVERIFY2(expected && value.kind == LiveValue::Kind::Value, where.c_str());
                    QVERIFY2(data::toJson(value.value) == data::toJson(*expected), where.c_str());
                    ++compared;
                }
            }
        }
    }
    QVERIFY2(compared > 50, qPrintable(QString::number(compared)));
}

/// Every row of the language table in which something is computed answers; none is forgotten.
void LiveValueTest::everyFieldThatComputesIsTried()
{
    const data::TokenValues tokens;
    const query::Platform platform;
    for (const QueryLanguage language : {QueryLanguage::JSONPath, QueryLanguage::JSONata}) {
        const bool jsonata = language == QueryLanguage::JSONata;
        for (const StateTypeInfo& type : stateTypes()) {
            const std::string definition = R"({"QueryLanguage": ")" + std::string(jsonata ? "JSONata" : "JSONPath") + R"(", "StartAt": "S", "States": {"S": {"Type": ")"
                + std::string(type.name) + "\"}}}";
            const SnapshotPointer snapshot = Document::open(definition)->snapshot();
            const LiveEvaluation live(snapshot, 0, sampleOf(snapshot->machine(), 0, fixture::json(R"({"a": 1})"), fixture::start), tokens, platform);
            for (const Field& field : type.fields) {
                const ExpressionForm form = expressionForm(field, language);
                if (form == ExpressionForm::None)
                    continue;
                const std::string json = jsonata ? R"("{% $states.input.a %}")" : form == ExpressionForm::Template ? R"({"x.$": "$.a"})" : R"("$.a")";
                const auto values = live.values("/States/S/" + std::string(field.name), json);
                QVERIFY2(values.size() == 1, std::string(field.name).c_str());
            }
        }
    }
}

void LiveValueTest::boundsHold()
{
    const SnapshotPointer snapshot = Document::open(jsonataTask)->snapshot();
    const data::TokenValues tokens;
    const query::Platform platform;
    const LiveEvaluation live(snapshot, 0, sampleOf(snapshot->machine(), 0, fixture::json("{}"), fixture::start), tokens, platform);
    const auto endless = live.values("/States/T/Arguments", R"("{% ($f := function($n) {$f($n + 1)}; $f(0)) %}")");
    QCOMPARE(endless.size(), 1U);
    QCOMPARE(endless[0].kind, LiveValue::Kind::Problem);
    std::string many = "[";
    for (int i = 0; i < 1000; ++i)
        many += std::string(i ? "," : "") + "\"{% " + std::to_string(i) + " %}\"";
    QCOMPARE(live.values("/States/T/Arguments", many + "]").size(), LiveEvaluation::mostExpressions);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(live.values("/States/T/Arguments", many + "]", stop.get_token()).empty());
}

QTEST_APPLESS_MAIN(LiveValueTest)
#include "live_value_test.moc"

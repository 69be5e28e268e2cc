// What may be written at a place: rows of a text with | for the cursor, the labels that are offered and that are not,
// and the text after one of them was accepted, with | for the cursor and [ ] around what is selected.

#include "core/completion/completion.h"
#include "core/data/json.h"

#include <QtTest>

using namespace asl;

namespace {

Data json(const char* text)
{
    return *data::parse(text);
}

SeenData seenData()
{
    SeenData seen;
    seen.input = json(R"({"order": {"id": "A-1", "lines": [{"sku": "x", "count 2": 1}]}, "合計": 5})");
    seen.result = json(R"({"StatusCode": 200})");
    seen.context = json(R"({"Execution": {"Input": {"order": 1}}})");
    seen.variables = {{"total", json(R"({"net": 1})")}};
    return seen;
}

struct Marked
{
    std::string text;
    std::size_t cursor;
};
Marked unmarked(QString text)
{
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    return {text.toStdString(), QStringView(text).left(cursor).toUtf8().toStdString().size()};
}

QStringList labels(const Completions& found)
{
    QStringList names;
    for (const CompletionItem& item : found.items)
        names << QString::fromStdString(item.label);
    return names;
}

QString accepted(const std::string& text, const CompletionItem& item)
{
    std::string after = applied(text, item.patch);
    if (item.selection.empty())
        return QString::fromStdString(after.insert(item.selection.begin, "|"));
    after.insert(item.selection.end, "]");
    return QString::fromStdString(after.insert(item.selection.begin, "["));
}

} // namespace

class CompletionTest : public QObject
{
    Q_OBJECT

private slots:
    void offers_data();
    void offers();
    void accepts_data();
    void accepts();
    void theBestComesFirst_data();
    void theBestComesFirst();
    void narrowsByWhatIsTyped();
    void valuesOfForms();

private:
    static TextSyntax syntaxOf(const QString& text)
    {
        return text.startsWith(u'{') ? TextSyntax::Json : TextSyntax::Yaml;
    }
    static Snapshot snapshotOf(const Marked& marked, const QString& text)
    {
        return Snapshot(1, std::make_shared<const std::string>(marked.text), syntaxOf(text));
    }
};

void CompletionTest::offers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("there");
    QTest::addColumn<QStringList>("notThere");
    const auto row = [](const char* name, const QString& text, const QStringList& there,
                        const QStringList& notThere = {}) { QTest::newRow(name) << text << there << notThere; };
    const QString one = QStringLiteral(R"({"StartAt": "A", "States": {"A": {"Type": "%1", %2}}})");

    row("top level", R"({|})", {"StartAt", "States", "Comment", "QueryLanguage", "TimeoutSeconds"}, {"Type", "Next"});
    row("what is there is not offered again", R"({"StartAt": "A", |})", {"States"}, {"StartAt"});
    row("a state's type comes first", R"({"States": {"A": {|}}})", {"Type", "Comment", "QueryLanguage"}, {"Seconds"});
    row("fields of the type", one.arg("Wait", "|"), {"Seconds", "SecondsPath", "Timestamp", "Next", "End", "InputPath"},
        {"Resource", "Arguments", "Retry"});
    row("of the query language",
        R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", |}}})",
        {"Arguments", "Output", "Assign"}, {"Parameters", "ResultPath", "InputPath", "TimeoutSecondsPath"});
    row("of the state's own query language", one.arg("Pass", R"("QueryLanguage": "JSONata", |)"), {"Output"},
        {"Parameters"});
    row("a group excludes", one.arg("Wait", R"("Seconds": 1, "End": true, |)"), {"Comment"},
        {"Timestamp", "SecondsPath", "Next"});
    row("deprecated fields are not offered", one.arg("Map", "|"), {"ItemProcessor", "ItemSelector"},
        {"Iterator", "Parameters"});
    row("retrier", one.arg("Task", R"("Retry": [{|}])"), {"ErrorEquals", "IntervalSeconds", "JitterStrategy"},
        {"Next"});
    row("catcher", one.arg("Task", R"("Catch": [{"ErrorEquals": ["States.ALL"], |}])"), {"Next", "ResultPath"},
        {"ErrorEquals", "MaxAttempts"});
    row("choice rule", one.arg("Choice", R"("Choices": [{"Variable": "$.a", |}])"),
        {"StringEquals", "NumericLessThanPath", "IsPresent", "Next"}, {"And", "Condition"});
    row("nested rule", one.arg("Choice", R"("Choices": [{"And": [{|}]}])"), {"Variable", "Not"}, {"Next"});
    row("item processor", one.arg("Map", R"("ItemProcessor": {|})"), {"ProcessorConfig", "StartAt", "States"},
        {"QueryLanguage"});
    row("a quote is typed", "{\"StartAt\": \"A\",\n \"States\": {\"A\": {\n\"Type\": \"Pass\",\n \"|\n\"End\": true}}}",
        {"Parameters", "Result"}, {"End", "Type"});
    row("without a quote", "{\"States\": {\"A\": {\n\"Type\": \"Pass\",\n Par|\n\"End\": true}}}", {"Parameters"},
        {"Result"});
    row("behind a member without a comma", "{\"States\": {\"A\": {\"Type\": \"Pass\"\n|}}}", {"End"});
    row("nothing in a comment", "{\n// |\n}", {}, {"StartAt"});
    row("nothing behind a value", R"({"StartAt": "A"|})", {}, {"States", "A"});
    row("the text ends", R"x({"StartAt": "A", "States": {"A": {"Type": "Wait", "|)x", {"Seconds"});

    row("type", R"({"States": {"A": {"Type": "|"}}})", {"Task", "Wait", "Fail"});
    row("type, unclosed", "{\"States\": {\"A\": {\"Type\": \"|\n}}}", {"Task", "Map"});
    row("type, nothing typed", R"({"States": {"A": {"Type": |}}})", {"Task", "Map"});
    row("query language", R"({"QueryLanguage": "|"})", {"JSONata", "JSONPath"});
    row("true only", one.arg("Pass", R"("End": |)"), {"true"}, {"false"});
    row("boolean", one.arg("Choice", R"("Choices": [{"Variable": "$", "IsPresent": |}])"), {"true", "false"});
    row("jitter", one.arg("Task", R"("Retry": [{"JitterStrategy": "|"}])"), {"FULL", "NONE"});
    row("states of the scope",
        R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Next": "|", "Branches": [{"StartAt": "X", "States": {"X": {"Type": "Pass", "End": true}}}]}, "B": {"Type": "Pass"}}})",
        {"B", "A"}, {"X"});
    row("states of a branch",
        R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [{"StartAt": "|", "States": {"X": {"Type": "Pass"}}}]}}})",
        {"X"}, {"A"});
    row("states inside a branch",
        R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [{"States": {"X": {"Next": "|"}, "Y": {}}}]}}})",
        {"X", "Y"}, {"A"});
    row("start", R"({"StartAt": "|", "States": {"受付": {"Type": "Pass"}}})", {"受付"});
    row("default", one.arg("Choice", R"("Default": "|")"), {"A"});
    row("catcher's next", one.arg("Task", R"("Catch": [{"Next": "|"}])"), {"A"});
    row("rule's next", one.arg("Choice", R"("Choices": [{"Next": "|"}])"), {"A"});
    row("errors",
        one.arg("Task",
                R"("Resource": "arn:aws:states:::lambda:invoke", "Retry": [{"ErrorEquals": ["States.ALL", "|"]}])"),
        {"States.Timeout", "Lambda.ServiceException"}, {"States.ALL"});
    row("resources", one.arg("Task", R"("Resource": "|")"),
        {"lambda:invoke", "lambda:invoke.waitForTaskToken", "sqs:sendMessage", "aws-sdk:s3:"}, {"lambda:invoke.sync"});
    row("sync", one.arg("Task", R"("Resource": "arn:aws:states:::ecs:|")"), {"ecs:runTask", "ecs:runTask.sync"},
        {"sqs:sendMessage"});
    row("sdk", one.arg("Task", R"("Resource": "arn:aws:states:::aws-sdk:dyn|")"), {"aws-sdk:dynamodb:"},
        {"lambda:invoke"});
    row("parameters", one.arg("Task", R"("Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {|})"),
        {"QueueUrl", "QueueUrl.$", "MessageBody"});
    row("parameters that are there",
        one.arg("Task", R"("Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl.$": "$.q", |})"),
        {"MessageBody"}, {"QueueUrl", "QueueUrl.$"});
    row("arguments",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Arguments": {|}}}})",
        {"QueueUrl"}, {"QueueUrl.$"});
    row("states", R"({"States": {|}})", {"Task", "Choice", "Succeed"});
    row("states that are named but missing", R"({"StartAt": "Ship", "States": {|}})", {"Ship", "Task"});

    row("JSONata: functions, variables, $states",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"total": 1}, "Output": "{% $| %}"}}})",
        {"$sum", "$substringBefore", "$uuid", "$total", "$states"}, {"$eval"});
    row("JSONata: without the dollar",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% substr| %}"}}})", {"$substring"},
        {"$sum"});
    row("JSONata: $states in Arguments",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Task", "Arguments": {"a": "{% $states.| %}"}}}})",
        {"input", "context"}, {"result", "errorOutput"});
    row("JSONata: $states in Output",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Task", "Output": {"a": ["{% $states.| %}"]}}}})",
        {"input", "context", "result"}, {"errorOutput"});
    row("JSONata: $states in a catcher",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Task", "Catch": [{"Output": "{% $states.| %}"}]}}})",
        {"input", "errorOutput"}, {"result"});
    row("JSONata: the Context object",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $states.context.Execution.| %}"}}})",
        {"Id", "StartTime"}, {"Token"});
    row("JSONata: data seen",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $states.input.order.lines.| %}"}}})",
        {"sku", "count 2"});
    row("JSONata: a variable's data",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $total.| %}"}}})", {"net"});
    row("JSONata: nothing in a text",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% 'a $| %}"}}})", {}, {"$sum"});
    row("JSONata: nothing in a comment",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% /* $| %}"}}})", {}, {"$sum"});
    row("JSONata: unclosed",
        "{\"QueryLanguage\": \"JSONata\", \"States\": {\"A\": {\"Type\": \"Pass\", \"Output\": \"{% $s|\n}}}",
        {"$sum", "$states"});
    row("JSONata: with a token",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% '${Name}' & $u| %}"}}})",
        {"$uuid"});
    row("JSONata: the beginning",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Choice", "Choices": [{"Condition": "|"}]}}})",
        {"{% … %}"});
    row("variables of inner scopes are not seen",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $| %}"}, "P": {"Type": "Parallel", "Assign": {"outer": 1}, "Branches": [{"States": {"X": {"Type": "Pass", "Assign": {"inner": 1}}}}]}}})",
        {"$outer"}, {"$inner"});
    row("variables of outer scopes are",
        R"({"QueryLanguage": "JSONata", "States": {"P": {"Type": "Parallel", "Assign": {"outer": 1}, "Branches": [{"States": {"X": {"Type": "Pass", "Output": "{% $| %}"}}}]}}})",
        {"$outer"});

    row("path: members seen", one.arg("Pass", R"("InputPath": "$.|")"), {"order", "合計"});
    row("path: deeper", one.arg("Pass", R"("InputPath": "$.order.lines[0].|")"), {"sku", "count 2"});
    row("path: root", one.arg("Pass", R"("InputPath": "$|")"), {"$", "$$", "$.order"}, {"States.Format"});
    row("path: variables", one.arg("Pass", R"("Assign": {"total": 1}, "InputPath": "$|")"), {"$total"});
    row("path: Context object", one.arg("Pass", R"("InputPath": "$$.|")"), {"Execution", "State"}, {"order"});
    row("path: item of a Map", one.arg("Map", R"("ItemSelector": {"a.$": "$$.Map.Item.|"})"), {"Index", "Value"});
    row("a result is written to data only", one.arg("Pass", R"("ResultPath": "|")"), {"$", "$.order"}, {"$$"});
    row("template: functions", one.arg("Pass", R"("Parameters": {"a.$": "|"})"),
        {"States.Format", "States.UUID", "$.order", "$$"});
    row("template: a function's argument",
        one.arg("Pass", R"x("Parameters": {"a.$": "States.Format('{}', $.order.|)"})x"), {"id"}, {"States.Format"});
    row("template: a name half-typed", one.arg("Pass", R"("Parameters": {"a.$": "States.Arr|"})"),
        {"States.Array", "States.ArrayLength"}, {"States.Format"});
    row("template: a result", one.arg("Task", R"("ResultSelector": {"a.$": "$.|"})"), {"StatusCode"}, {"order"});
    row("template: what is not computed", one.arg("Pass", R"("Parameters": {"a": "|"})"), {}, {"States.Format"});
    row("names of variables to assign",
        R"({"States": {"A": {"Type": "Pass", "Assign": {"total": 1}}, "B": {"Type": "Pass", "Assign": {|}}}})",
        {"total"});

    row("YAML: top level", "StartAt: A\n|", {"States", "Comment"}, {"StartAt"});
    row("YAML: the text ends", "StartAt: A\nSta|", {"States"});
    row("YAML: the text ends with a letter", "StartAt: A\nS|", {"States"});
    row("YAML: fields", "States:\n  A:\n    Type: Wait\n    |\n", {"Seconds", "Next"}, {"Type", "Resource"});
    row("YAML: half a name", "States:\n  A:\n    Type: Wait\n    Sec|\n    End: true\n", {"Seconds", "SecondsPath"},
        {"Comment"});
    row("YAML: the first name of an object", "States:\n  A:\n    Ty|\n", {"Type"}, {"StartAt"});
    row("YAML: names on several lines", "S\nSt|\n", {"StartAt", "States"}, {"Type"});
    row("YAML: nothing behind the end", "StartAt: A\n...\n|\n", {}, {"States"});
    row("YAML: nothing in another document", "StartAt: A\n---\n|\n", {}, {"States"});
    row("YAML: nothing before its beginning", "|\n---\nStartAt: A\n", {}, {"States"});
    row("YAML: nothing where it begins", "|---\nStartAt: A\n", {}, {"States"});
    row("YAML: in the document", "%YAML 1.2\n---\nStartAt: A\n|\n", {"States"});
    row("YAML: no value before what stands below",
        "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Task\n    Arguments:|\n      a: 1\n", {}, {"{% … %}"});
    row("YAML: a value where nothing stands below",
        "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Task\n    Arguments: |\n    End: true\n", {"{% … %}"});
    row("YAML: nothing between the columns", "States:\n    A:\n        Type: Pass\n  |\n", {}, {"Task"});
    row("YAML: nothing between the dashes",
        "States:\n  A:\n    Type: Task\n    Retry:\n      - ErrorEquals: [A]\n    - |\n", {}, {"ErrorEquals"});
    row("YAML: another item", "States:\n  A:\n    Type: Task\n    Retry:\n      - ErrorEquals: [A]\n      - |\n",
        {"ErrorEquals"});
    row("YAML: nothing before half a name", "|\nSt\n", {}, {"States"});
    row("YAML: nothing behind a list", "- A\n|\n", {}, {"States"});
    row("YAML: nothing before half a name below a name", "States:\n  A:\n    |\n    Ty\n", {}, {"Type"});
    row("YAML: nothing behind brackets of several lines", "States: {A: {Type: Pass,\n    Next: B}}|\n", {},
        {"A", "Type"});
    row("YAML: nothing behind a text of several lines", "Comment: \"a\n  b\"|\n", {}, {"StartAt"});
    row("YAML: nothing where a block begins", "States:\n  A:\n    Type: ||-\n      Pass\n", {}, {"Pass"});
    row("YAML: nothing left of the document", "  StartAt: A\n|\n", {}, {"States"});
    row("YAML: an indented document", "  StartAt: A\n  |\n", {"States"});
    row("YAML: by the column", "States:\n  A:\n    Type: Pass\nCom|\n", {"Comment"}, {"Parameters"});
    row("YAML: values", "States:\n  A:\n    Type: |\n", {"Task", "Pass"});
    row("YAML: half a value", "States:\n  A:\n    Type: Pa|\n", {"Pass", "Parallel"}, {"Task"});
    row("YAML: states of the scope",
        "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: |\n  注文:\n    Type: Pass\n", {"注文"});
    row("YAML: retriers", "States:\n  A:\n    Type: Task\n    Retry:\n      - |\n", {"ErrorEquals"}, {"Next"});
    row("YAML: more of a retrier",
        "States:\n  A:\n    Type: Task\n    Retry:\n      - ErrorEquals: [States.ALL]\n        |\n", {"MaxAttempts"},
        {"ErrorEquals"});
    row("YAML: errors in lines", "States:\n  A:\n    Type: Task\n    Retry:\n      - ErrorEquals:\n          - |\n",
        {"States.ALL"});
    row("YAML: errors in brackets", "States:\n  A:\n    Type: Task\n    Retry:\n      - ErrorEquals: [States.ALL, |]\n",
        {"States.Timeout"}, {"States.ALL"});
    row("YAML: expression", "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: \"{% $states.| %}\"\n",
        {"input"});
    row("YAML: expression in single quotes",
        "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: '{% $s| %}'\n", {"$sum"});
    row("YAML: expression in a block",
        "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: >-\n      {% $states.input.\n      order.| "
        "%}\n",
        {"id"});
    row("YAML: path", "States:\n  A:\n    Type: Pass\n    InputPath: $.|\n", {"order"});
    row("YAML: parameters",
        "States:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::sqs:sendMessage\n    Parameters:\n      |\n",
        {"QueueUrl"});
    row("YAML: states", "States:\n  |\n", {"Task", "Wait"});
    row("YAML: nothing in a comment", "States:\n  A:\n    # |\n", {}, {"Type"});
}

void CompletionTest::offers()
{
    QFETCH(QString, text);
    QFETCH(QStringList, there);
    QFETCH(QStringList, notThere);
    const Marked marked = unmarked(text);
    const QStringList found = labels(completionsAt(snapshotOf(marked, text), marked.cursor, seenData()));
    for (const QString& label : there)
        QVERIFY2(found.contains(label), qPrintable(label + " is missing in: " + found.join(u' ')));
    for (const QString& label : notThere)
        QVERIFY2(!found.contains(label), qPrintable(label + " is offered in: " + found.join(u' ')));
    QCOMPARE(there.isEmpty(), found.isEmpty());
}

void CompletionTest::accepts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("after");
    const auto row = [](const char* name, const char* text, const char* label, const char* after) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(label) << QString::fromUtf8(after);
    };
    row("a field with its colon and quotes", R"({|})", "StartAt", R"({"StartAt": "|"})");
    row("a comma before", "{\"Comment\": \"x\" |}", "StartAt", "{\"Comment\": \"x\", \"StartAt\": \"|\"}");
    row("the quote that was typed is used", "{\n  \"Comment\": \"x\",\n  \"Sta|\n}", "StartAt",
        "{\n  \"Comment\": \"x\",\n  \"StartAt\": \"|\"\n}");
    row("a comma before and behind", "{\n  \"Comment\": \"x\"\n  |\n  \"Version\": \"1.0\"\n}", "StartAt",
        "{\n  \"Comment\": \"x\",\n  \"StartAt\": \"|\",\n  \"Version\": \"1.0\"\n}");
    row("only the name where a value follows", R"({"Sta|": "A"})", "StartAt", R"({"StartAt"|: "A"})");
    row("an object", R"({"StartAt": "A", |})", "States", R"({"StartAt": "A", "States": {|}})");
    row("a list of objects", R"({"States": {"A": {"Type": "Task", |}}})", "Retry",
        R"({"States": {"A": {"Type": "Task", "Retry": [{|}]}}})");
    row("habits of the colon", R"({"Comment":"x",|})", "StartAt", R"({"Comment":"x","StartAt":"|"})");
    row("a number", R"({"States": {"A": {"Type": "Wait", |}}})", "Seconds",
        R"({"States": {"A": {"Type": "Wait", "Seconds": 0|}}})");
    row("an expression", R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Choice", "Choices": [{|}]}}})",
        "Condition",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Choice", "Choices": [{"Condition": "{% | %}"}]}}})");
    row("a value between quotes", R"({"States": {"A": {"Type": "Pa|"}}})", "Parallel",
        R"({"States": {"A": {"Type": "Parallel"|}}})");
    row("a value without quotes", "{\"States\": {\"A\": {\n\"Type\": |\n\"End\": true}}}", "Pass",
        "{\"States\": {\"A\": {\n\"Type\": \"Pass\"|,\n\"End\": true}}}");
    row("right behind the colon", R"({"Comment": "x", "QueryLanguage":|})", "JSONata",
        R"({"Comment": "x", "QueryLanguage": "JSONata"|})");
    row("a value with one quote", "{\"States\": {\"A\": {\n\"Type\": \"Pa|\n}}}", "Pass",
        "{\"States\": {\"A\": {\n\"Type\": \"Pass\"|\n}}}");
    row("a name with quotes", R"({"StartAt": "|", "States": {"say \"hi\"": {}}})", "say \"hi\"",
        R"({"StartAt": "say \"hi\""|, "States": {"say \"hi\"": {}}})");
    row("a function", R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $su| %}"}}})",
        "$sum", R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $sum(|) %}"}}})");
    row("a function without arguments",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $uu| %}"}}})", "$uuid",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $uuid()| %}"}}})");
    row("brackets that are there stay",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $su|(1) %}"}}})", "$sum",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $sum|(1) %}"}}})");
    row("behind an escape",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% \"a\" & $su| %}"}}})", "$sum",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% \"a\" & $sum(|) %}"}}})");
    row("a member that is no word, JSONata",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $states.input.order.lines.c| %}"}}})",
        "count 2",
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Output": "{% $states.input.order.lines.`count 2`| %}"}}})");
    row("a member that is no word, JSONPath",
        R"({"States": {"A": {"Type": "Pass", "InputPath": "$.order.lines[0].c|"}}})", "count 2",
        R"({"States": {"A": {"Type": "Pass", "InputPath": "$.order.lines[0]['count 2']|"}}})");
    row("a state in lines", "{\n  \"States\": {\n    |\n  }\n}", "Succeed",
        "{\n  \"States\": {\n    \"[Success]\": {\n      \"Type\": \"Succeed\"\n    }\n  }\n}");
    row("a resource", R"({"States": {"A": {"Type": "Task", "Resource": "sendM|"}}})", "sqs:sendMessage",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage"|}}})");
    row("a parameter from the data",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"Queue|"}}}})",
        "QueueUrl.$",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"QueueUrl.$": "$.|"}}}})");
    row("a parameter that is on or off",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": {"Cons|"}}}})",
        "ConsistentRead",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "Parameters": {"ConsistentRead": true|}}}})");
    row("a parameter with what it needs",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"CapacityP|"}}}})",
        "CapacityProviderStrategy",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"CapacityProviderStrategy": [{"CapacityProvider": "|"}]}}}})");
    row("a number from its least",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::codebuild:startBuild", "Parameters": {"TimeoutIn|"}}}})",
        "TimeoutInMinutesOverride",
        R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::codebuild:startBuild", "Parameters": {"TimeoutInMinutesOverride": 5|}}}})");

    row("YAML: a parameter with what it needs",
        "States:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::ecs:runTask\n    Parameters:\n      "
        "CapacityP|\n",
        "CapacityProviderStrategy",
        "States:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::ecs:runTask\n    Parameters:\n      "
        "CapacityProviderStrategy:\n        - CapacityProvider: |\n");
    row("YAML: a list of texts",
        "States:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::dynamodb:getItem\n    Parameters:\n      "
        "AttributesTo|\n",
        "AttributesToGet",
        "States:\n  A:\n    Type: Task\n    Resource: arn:aws:states:::dynamodb:getItem\n    Parameters:\n      "
        "AttributesToGet:\n        - |\n");
    row("YAML: a field", "States:\n  A:\n    Type: Pass\n    Ne|\n", "Next",
        "States:\n  A:\n    Type: Pass\n    Next: |\n");
    row("YAML: a value", "States:\n  A:\n    Type: Pa|\n", "Pass", "States:\n  A:\n    Type: Pass|\n");
    row("YAML: a value right behind the colon", "States:\n  A:\n    Type:|\n", "Pass",
        "States:\n  A:\n    Type: Pass|\n");
    row("YAML: a value in quotes", "States:\n  A:\n    Type: 'Pa|'\n", "Pass", "States:\n  A:\n    Type: 'Pass|'\n");
    row("YAML: an object", "StartAt: A\nStat|\n", "States", "StartAt: A\nStates:\n  |\n");
    row("YAML: a list of objects", "States:\n  A:\n    Type: Task\n    |\n", "Retry",
        "States:\n  A:\n    Type: Task\n    Retry:\n      - |\n");
    row("YAML: the first of an item", "States:\n  A:\n    Type: Task\n    Retry:\n      - |\n", "MaxAttempts",
        "States:\n  A:\n    Type: Task\n    Retry:\n      - MaxAttempts: 3|\n");
    row("YAML: an expression", "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Choice\n    Choices:\n      - Con|\n",
        "Condition",
        "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Choice\n    Choices:\n      - Condition: \"{% | %}\"\n");
    row("YAML: a state", "States:\n  |\n", "Succeed", "States:\n  [Success]:\n    Type: Succeed\n");
    row("YAML: right before a comment", "StartAt: A\n|# one of these\n", "TimeoutSeconds",
        "StartAt: A\nTimeoutSeconds: 1| # one of these\n");
    row("YAML: a value in quotes that goes on below", "States:\n  A:\n    Type: \"Pa|\n      s\"\n", "Parallel",
        "States:\n  A:\n    Type: \"Parallel|\"\n");
    row("YAML: lines that end with a carriage return", "States:\r  A:\r    Type: Pa|\r    End: true\r", "Pass",
        "States:\r  A:\r    Type: Pass|\r    End: true\r");
    row("YAML: a function", "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: '{% $su| %}'\n", "$sum",
        "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: '{% $sum(|) %}'\n");
}

void CompletionTest::accepts()
{
    QFETCH(QString, text);
    QFETCH(QString, label);
    QFETCH(QString, after);
    const Marked marked = unmarked(text);
    const Completions found = completionsAt(snapshotOf(marked, text), marked.cursor, seenData());
    for (const CompletionItem& item : found.items)
        if (QString::fromStdString(item.label) == label) {
            QCOMPARE(accepted(marked.text, item), after);
            return;
        }
    QFAIL(qPrintable(label + " is missing in: " + labels(found).join(u' ')));
}

void CompletionTest::theBestComesFirst_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    QTest::newRow("what is required") << R"({"Comment": "", |})"
                                      << "StartAt";
    QTest::newRow("the beginning of the name") << R"({"States": {"A": {"Type": "Task", "Re|"}}})"
                                               << "Resource";
    QTest::newRow("the beginnings of its words") << R"({"States": {"A": {"Type": "Task", "Retry": [{"mxa|"}]}}})"
                                                 << "MaxAttempts";
    QTest::newRow("the state behind")
        << R"({"States": {"A": {"Type": "Pass"}, "B": {"Type": "Pass", "Next": "|"}, "C": {"Type": "Pass"}}})"
        << "C";
    QTest::newRow("required parameters")
        << R"({"States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {|}}}})"
        << "QueueUrl";
}

void CompletionTest::theBestComesFirst()
{
    QFETCH(QString, text);
    QFETCH(QString, first);
    const Marked marked = unmarked(text);
    const Completions found = completionsAt(snapshotOf(marked, text), marked.cursor, seenData());
    QVERIFY(!found.items.empty());
    QCOMPARE(QString::fromStdString(found.items.front().label), first);
}

void CompletionTest::narrowsByWhatIsTyped()
{
    const QString text = QStringLiteral(R"({"States": {"A": {"Type": "Pass", "InputPath": "$.order.i|d"}}})");
    const Marked marked = unmarked(text);
    const Completions found = completionsAt(snapshotOf(marked, text), marked.cursor, seenData());
    QCOMPARE(marked.text.substr(found.word.begin, found.word.size()), std::string("i"));
    QCOMPARE(labels(found), QStringList{"id"});
}

/// A form's field is completed in a copy of the definition that has what is typed there.
void CompletionTest::valuesOfForms()
{
    const auto labelsIn = [](const Snapshot& snapshot, const char* pointer, const char* typed) {
        const auto place = valueInPlace(snapshot, pointer, typed);
        if (!place)
            return QStringList();
        return labels(completionsAt(*place->snapshot, place->begin + std::string_view(typed).size() - 1, seenData()));
    };
    const Snapshot text(1, std::make_shared<const std::string>(
                               R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$"}}})"));
    QVERIFY(labelsIn(text, "/States/A/InputPath", "\"$.\"").contains("order"));
    QVERIFY(labelsIn(text, "/States/A/OutputPath", "\"$.\"").contains("order"));
    QVERIFY(labelsIn(text, "/States/A/Parameters", "{\"a.$\": \"$.o\"").contains("order"));
    QVERIFY(labelsIn(text, "/States/A/Parameters", "{\"a.$\": \"$.o}").contains("order"));
    QVERIFY(labelsIn(text, "/States/B/OutputPath", "\"$.\"").isEmpty());
    const Snapshot yaml(1, std::make_shared<const std::string>("StartAt: A\nStates:\n  A:\n    Type: Pass\n"),
                        TextSyntax::Yaml);
    QVERIFY(labelsIn(yaml, "/States/A/InputPath", "\"$.\"").contains("order"));
}

QTEST_APPLESS_MAIN(CompletionTest)
#include "completion_test.moc"

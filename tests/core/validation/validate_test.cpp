// What is said about definitions, exactly where, and what the quick fixes make of it. In each row «…» marks the place.

#include "core/data/json.h"
#include "core/document/snapshot.h"
#include "core/language/quotas.h"
#include "core/support/utf8.h"
#include "core/validation/rule_info.h"
#include "core/validation/service_answer.h"
#include "core/validation/validate.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using asl::Diagnostic;
using asl::Severity;

Q_DECLARE_METATYPE(asl::Severity)

namespace {

asl::Snapshot snapshotOf(const std::string& text)
{
    return asl::Snapshot(1, std::make_shared<const std::string>(text));
}

/// `{"StartAt": "A", "States": {"A": …}}` with the members of A.
QByteArray machine(const char* state, const char* rest = "")
{
    return QByteArray(R"({"StartAt": "A", "States": {"A": )") + state + rest + "}}";
}

/// A Task that calls a function and ends, with further members.
QByteArray task(const char* members)
{
    return machine(
        (QByteArray(R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, )") + members + "}")
            .constData());
}

QByteArray pass(const char* members)
{
    return machine((QByteArray(R"({"Type": "Pass", "End": true, )") + members + "}").constData());
}

QByteArray distributedMap(const char* members,
                          const char* config = R"("Mode": "DISTRIBUTED", "ExecutionType": "STANDARD")")
{
    return machine((QByteArray(R"({"Type": "Map", "End": true, )") + members +
                    R"("ItemProcessor": {"ProcessorConfig": {)" + config +
                    R"(}, "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}})")
                       .constData());
}

QByteArray jsonata(const char* state)
{
    return QByteArray(R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": )") + state + "}}";
}

/// Also what is said only on request. Rows whose name begins with "Express" are Express workflows.
asl::ValidateOptions everything()
{
    asl::ValidateOptions options;
    options.advice = true;
    if (QByteArray(QTest::currentDataTag()).startsWith("Express"))
        options.type = asl::MachineType::Express;
    return options;
}

QStringList rulesOf(const std::vector<Diagnostic>& diagnostics)
{
    QStringList rules;
    for (const Diagnostic& diagnostic : diagnostics)
        rules << QString::fromStdString(std::string(diagnostic.rule));
    rules.sort();
    return rules;
}

/// A quick fix removes what it is for and makes no new problem. Returns what is wrong with one, else nothing.
QString wrongFix(const asl::Snapshot& snapshot)
{
    const std::vector<Diagnostic> before = asl::validate(snapshot, everything());
    for (const Diagnostic& diagnostic : before) {
        for (const asl::QuickFix& fix : diagnostic.fixes) {
            const std::string after = asl::applied(snapshot.text(), fix.edit.patch);
            QStringList left = rulesOf(asl::validate(snapshotOf(after), everything()));
            const QString rule = QString::fromStdString(std::string(diagnostic.rule));
            QStringList allowed = rulesOf(before);
            allowed.removeOne(rule);
            for (const QString& each : left)
                if (!allowed.removeOne(each))
                    return QStringLiteral("%1, fix \"%2\": %3 remains or is new in\n%4")
                        .arg(rule, QString::fromStdString(asl::english(fix.label)), each,
                             QString::fromStdString(after));
        }
    }
    return {};
}

} // namespace

class ValidateTest : public QObject
{
    Q_OBJECT

private slots:
    void oneProblem_data();
    void oneProblem();
    void everyRuleHasARow();
    void helpExplainsByExamples_data();
    void helpExplainsByExamples();
    void explanationsAgreeInAllLanguages_data() { helpExplainsByExamples_data(); }
    void explanationsAgreeInAllLanguages();
    void rulesCanBeSwitchedOff();
    void adviceIsGivenOnRequest();
    void noProblem_data();
    void noProblem();
    void fixesThatChangeSeveralPlaces();
    void incompleteDraftsSayWhatIsMissing();
    void brokenTextDoesNotHideOtherProblems();
    void duplicateKeysAndExtensions();
    void expressRefusesWhatItCannotDo();
    void serviceWords_data();
    void serviceWords();
    void endlessProblemsAreCutOff();
    void stopsWhenAsked();
    void brokenSamplesNeverLeadOutsideTheText_data();
    void brokenSamplesNeverLeadOutsideTheText();

private:
    QSet<QByteArray> m_rulesWithRows;
};

void ValidateTest::oneProblem_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QByteArray>("fixed"); ///< what the first quick fix puts at the mark; null: no fix
    const auto error = [](const char* name, const QByteArray& text, const char* code = "SCHEMA_VALIDATION_FAILED",
                          const QByteArray& fixed = {}) {
        QTest::newRow(name) << text << QByteArray(code) << Severity::Error << fixed;
    };
    const auto warning = [](const char* name, const QByteArray& text, const char* code, const QByteArray& fixed = {}) {
        QTest::newRow(name) << text << QByteArray(code) << Severity::Warning << fixed;
    };

    error("empty text", "«»");
    error("no object", "«[»]");
    error("blank word", R"({"StartAt": «nonsense»})", "INVALID_JSON_DESCRIPTION");
    error("nothing in it", "«{»}");
    error("no StartAt", R"(«{»"States": {"A": {"Type": "Pass", "End": true}}})");

    error("misspelt field", pass(R"(«"Coment"»: "x")"), "SCHEMA_VALIDATION_FAILED", R"("Comment")");
    error("unknown field of the machine",
          R"({"StartAt": "A", «"Zzzzz"»: 1, "States": {"A": {"Type": "Pass", "End": true}}})");
    error("field of another type", pass(R"(«"Seconds"»: 1)"));
    error("field of the other language", pass(R"(«"Output"»: {})"));
    error("field of the other language in a JSONata state",
          jsonata(R"({"Type": "Pass", "End": true, «"ResultPath"»: "$.x"})"));
    error(
        "query language of a branch",
        machine(
            R"({"Type": "Parallel", "End": true, "Branches": [{«"QueryLanguage"»: "JSONata", "StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]})"));
    error("no Resource", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Task", "End": true}}})");
    error("leads nowhere", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Pass"}}})");
    error(
        "Next and End",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B", «"End"»: true}, "B": {"Type": "Pass", "End": true}}})");
    error("two of a pair", task(R"("TimeoutSeconds": 5, «"TimeoutSecondsPath"»: "$.t")"));
    error("no time to wait", R"({"StartAt": "A", "States": {«"A"»: {"Type": "Wait", "End": true}}})");
    error("number as text", task(R"("TimeoutSeconds": «"5"»)"));
    error("fraction", task(R"("TimeoutSeconds": «1.5»)"));
    error("below the minimum", task(R"("TimeoutSeconds": «0»)"));
    error("not in the list", pass(R"("QueryLanguage": «"Jsonnet"»)"));
    error("no timestamp", machine(R"({"Type": "Wait", "End": true, "Timestamp": «"2016-12-05 21:29:29Z"»})"));
    error("no path", pass(R"("InputPath": «"detail"»)"));
    error("result path to a variable", pass(R"("ResultPath": «"$x"»)"));
    error("result path to the context object", pass(R"("ResultPath": «"$$.x"»)"));
    error("state is no object", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}, "B": «7»}})");
    error("no branches", machine(R"({"Type": "Parallel", "End": true, "Branches": «[]»})"));
    error("no error names", task(R"("Retry": [{"ErrorEquals": «[]»}])"));

    error("unknown type", machine(R"({"Type": «"Pas"», "End": true})"), "SCHEMA_VALIDATION_FAILED", R"("Pass")");
    error("no type", R"({"StartAt": "A", "States": {«"A"»: {"End": true}}})");
    error("name too long",
          (QByteArray(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": ")") + QByteArray(81, 'x') +
           R"("}, «")" + QByteArray(81, 'x') + R"("»: {"Type": "Pass", "End": true}}})"),
          "INVALID_STATE_NAME");
    error(
        "name used twice",
        machine(
            R"({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {«"A"»: {"Type": "Pass", "End": true}}}})"),
        "DUPLICATE_STATE_NAME");
    error("back to JSONPath", jsonata(R"({"Type": "Pass", "End": true, "QueryLanguage": «"JSONPath"»})"));

    error(
        "missing target",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": «"Shipp"»}, "Ship": {"Type": "Succeed"}, "B": {"Type": "Choice", "Default": "Ship", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}]}}})",
        "MISSING_TRANSITION_TARGET", R"("Ship")");
    error(
        "target in another scope",
        machine(
            R"({"Type": "Map", "Next": «"B"», "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}})",
            R"(, "C": {"Type": "Succeed"})"),
        "MISSING_TRANSITION_TARGET");
    error("unreachable", machine(R"({"Type": "Pass", "End": true})", R"(, «"B"»: {"Type": "Pass", "End": true})"),
          "MISSING_TRANSITION_TARGET");
    error("no end",
          R"({"StartAt": "A", «"States"»: {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}})",
          "MISSING_END_STATE");
    warning(
        "End is false",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B", "End": «false»}, "B": {"Type": "Succeed"}}})",
        "END_IS_FALSE");

    error("rule without Next",
          machine(R"({"Type": "Choice", "Default": "B", "Choices": [«{»"Variable": "$.a", "IsNull": true}]})",
                  R"(, "B": {"Type": "Succeed"})"));
    error("rule compares nothing",
          machine(R"({"Type": "Choice", "Default": "B", "Choices": [{«"Variable"»: "$.a", "Next": "B"}]})",
                  R"(, "B": {"Type": "Succeed"})"));
    error(
        "two comparisons",
        machine(
            R"({"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.a", "IsNull": true, «"IsString"»: true, "Next": "B"}]})",
            R"(, "B": {"Type": "Succeed"})"));
    error(
        "nested rule with Next",
        machine(
            R"({"Type": "Choice", "Default": "B", "Choices": [{"Not": {"Variable": "$.a", "IsNull": true, «"Next"»: "B"}, "Next": "B"}]})",
            R"(, "B": {"Type": "Succeed"})"));
    error(
        "operand of the wrong type",
        machine(
            R"({"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.a", "NumericEquals": «"1"», "Next": "B"}]})",
            R"(, "B": {"Type": "Succeed"})"));

    error("States.ALL with others", task(R"("Retry": [{"ErrorEquals": ["X", «"States.ALL"»]}])"));
    error("States.ALL not last", task(R"("Retry": [{"ErrorEquals": [«"States.ALL"»]}, {"ErrorEquals": ["X"]}])"));
    warning("unknown reserved error", task(R"("Retry": [{"ErrorEquals": [«"States.Timeuot"»]}])"), "UNKNOWN_ERROR_NAME",
            R"("States.Timeout")");
    error("heartbeat as long as the timeout", task(R"("TimeoutSeconds": 5, "HeartbeatSeconds": «5»)"));

    error("label with a blank", distributedMap(R"("Label": «"a b"», )"), "INVALID_LABEL_NAME");
    error("distributed without type", distributedMap("", R"("Mode": «"DISTRIBUTED"»)"));
    warning("batches of an inline Map", distributedMap(R"(«"Label"»: "x", )", R"("Mode": "INLINE")"),
            "ONLY_DISTRIBUTED");

    error("unknown action",
          machine(R"({"Type": "Task", "End": true, "Resource": «"arn:aws:states:::dynamodb:query"»})"));
    error("job pattern that is not offered",
          machine(R"({"Type": "Task", "End": true, "Resource": «"arn:aws:states:::sqs:sendMessage.sync"»})"));
    error(
        "empty alias",
        machine(R"({"Type": "Task", "End": true, "Resource": «"arn:aws:lambda:eu-west-1:000000000000:function:f:"»})"));
    warning("no ARN", machine(R"({"Type": "Task", "End": true, "Resource": «"send-mail"»})"), "RESOURCE_IS_NO_ARN");
    error("credentials without a role", task(R"(«"Credentials"»: {})"));

    error("computed key without expression", pass(R"("Parameters": {"a.$": «"x"»})"));
    error("computed key with a number", pass(R"("Parameters": {"a.$": «7»})"));
    error("computed key without a name", pass(R"("Parameters": {"b": {«".$"»: "$.a"}})"));
    error("variable without a name", pass(R"("Assign": {«".$"»: "$.a"})"));
    error("computed key without a name inside a variable", pass(R"("Assign": {"v": {"": 1, «".$"»: "$.a"}})"));
    error("two keys for one member", pass(R"("Parameters": {"a": 1, «"a.$"»: "$.a"})"));
    warning("dollar forgotten", pass(R"("Parameters": {«"a"»: "$.a"})"), "NO_DOLLAR", R"("a.$")");
    warning("path in a fixed result", pass(R"("Result": {"a": «"$.a"»})"), "PASS_RESULT_IS_STATIC");
    error("intrinsic with too few arguments", pass("\"Parameters\": {\"a.$\": «\"States.JsonToString()\"»}"));
    error("unknown intrinsic", pass("\"Parameters\": {\"a.$\": «\"States.Reverse($.a)\"»}"));
    warning("filter that only others may read", pass(R"("InputPath": "$.a[?(@.b==«w»ord)]")"), "DOUBTFUL_PATH");
    error("JSONata syntax", jsonata(R"({"Type": "Pass", "End": true, "Output": {"a": ["{% 10 + * «2» %}"]}})"),
          "INVALID_JSONATA_EXPRESSION");
    error("bare name", jsonata(R"({"Type": "Pass", "End": true, "Output": "{% «phone».number %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    error("input of the expression", jsonata(R"({"Type": "Pass", "End": true, "Output": "{% $count(«$») %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    error("root of the expression",
          jsonata(R"({"Type": "Pass", "End": true, "Output": "{% $states.input.a[«$$».b = 1] %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    error("result of a Pass", jsonata(R"({"Type": "Pass", "End": true, "Output": "{% «$states.result» %}"})"),
          "UNSUPPORTED_JSONATA_EXPRESSION");
    warning("text around an expression", jsonata(R"({"Type": "Pass", "End": true, "Output": «" {% 1 %}"»})"),
            "EXPRESSION_IS_TEXT");
    error("reserved variable", pass(R"("Assign": {«"states"»: 1})"));
    error("part of a variable", pass(R"("Assign": {«"a.b"»: 1})"));
    warning("unusual variable", pass(R"("Assign": {«"a-b"»: 1})"), "UNUSUAL_VARIABLE_NAME");
    error(
        "outer variable",
        machine(
            R"({"Type": "Map", "End": true, "Assign": {"n": 1}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true, "Assign": {«"n"»: 2}}}}})"));

    const auto hint = [](const char* name, const QByteArray& text, const char* code, const QByteArray& fixed = {}) {
        QTest::newRow(name) << text << QByteArray(code) << Severity::Info << fixed;
    };
    const auto choice = [](const char* rules) {
        return machine((QByteArray(R"({"Type": "Choice", "Default": "B", "Choices": [)") + rules + "]}").constData(),
                       R"(, "B": {"Type": "Succeed"})");
    };
    const auto call = [](const char* resource, const char* parameters, const char* more = "") {
        return machine((QByteArray(R"({"Type": "Task", "Resource": ")") + resource + R"(", "Parameters": )" +
                        parameters + more + R"(, "End": true})")
                           .constData());
    };

    warning("comment", "{«/* x */»\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}",
            "NOT_STRICT_JSON");
    warning("key twice", pass(R"("Comment": "a", «"Comment"»: "b")"), "DUPLICATE_KEY");
    warning("definition too large",
            "«{»\"Comment\": \"" + QByteArray(qsizetype(asl::quotas::definitionBytes), 'x') +
                R"(", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})",
            "DEFINITION_TOO_LARGE");
    hint("former name",
         machine(
             R"({"Type": "Map", "End": true, «"Iterator"»: {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}})"),
         "DEPRECATED_FIELD", R"("ItemProcessor")");
    error(
        "label twice",
        R"({"StartAt": "A", "States": {"A": {"Type": "Map", "Label": "x", "Next": "C", "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}}, "C": {"Type": "Map", "Label": «"x"», "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "D", "States": {"D": {"Type": "Succeed"}}}}}})",
        "DUPLICATE_LABEL_NAME");
    error(
        "CSV without headers",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": «"CSV"»}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"));
    error(
        "pointer into lines of JSON",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSONL", «"ItemsPointer"»: "/a"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"));
    error(
        "pointer into no type",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", "ReaderConfig": {«"ItemsPointer"»: "/a"}, "Parameters": {"Bucket": "b"}}, )"),
        "SCHEMA_VALIDATION_FAILED", R"("InputType": "JSON", "ItemsPointer")");
    error(
        "pointer into an inventory",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"ManifestType": "S3_INVENTORY", «"ItemsPointer"»: "/a"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"));
    error("writer to nowhere", distributedMap(R"("ResultWriter": {"Resource": «"arn:aws:states:::s3:putObject"»}, )"));
    error(
        "writer to nowhere in JSONata",
        jsonata(
            R"({"Type": "Map", "End": true, "ResultWriter": {"Resource": «"arn:aws:states:::s3:putObject"», "WriterConfig": {"Transformation": "NONE", "OutputType": "JSON"}}, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Succeed"}}}})"));
    error(
        "nothing writes there",
        distributedMap(
            R"("ResultWriter": {«"Parameters"»: {"Bucket": "b"}, "WriterConfig": {"Transformation": "NONE", "OutputType": "JSON"}}, )"));
    warning("transformation without a type",
            distributedMap(R"("ResultWriter": {"WriterConfig": {«"Transformation"»: "FLATTEN"}}, )"),
            "HALF_WRITER_CONFIG");
    warning("type without a transformation",
            distributedMap(R"("ResultWriter": {"WriterConfig": {«"OutputType"»: "JSONL"}}, )"), "HALF_WRITER_CONFIG",
            R"("Transformation": "COMPACT", "OutputType")");
    warning(
        "type of what is exported",
        distributedMap(
            R"("ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "b"}, "WriterConfig": {«"OutputType"»: "JSONL"}}, )"),
        "HALF_WRITER_CONFIG", R"("Transformation": "NONE", "OutputType")");
    warning(
        "column twice",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a", "b", «"a"»]}, "Parameters": {"Bucket": "b", "Key": "k"}}, )"),
        "READER_FAILS");
    warning(
        "no type of what is read",
        distributedMap(
            R"("ItemReader": {"Resource": «"arn:aws:states:::s3:getObject"», "Parameters": {"Bucket": "b", "Key": "k"}}, )"),
        "READER_FAILS");
    warning(
        "no key to read",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}, «"Parameters"»: {"Bucket.$": "$.b"}}, )"),
        "READER_FAILS");
    warning(
        "no bucket to list",
        distributedMap(
            R"("ItemReader": {"Resource": "arn:aws:states:::s3:listObjectsV2", «"Parameters"»: {"Prefix": "p"}}, )"),
        "READER_FAILS");
    warning("template is a text", pass(R"("Parameters": «"x"»)"), "TEMPLATE_IS_NO_OBJECT");
    hint("no Default",
         machine(R"({"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}]})",
                 R"(, "B": {"Type": "Succeed"})")
             .replace("\"A\": {\"Type\"", "«\"A\"»: {\"Type\""),
         "CHOICE_WITHOUT_DEFAULT");

    warning(
        "numbers that exclude each other",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "NumericGreaterThan": 10}, {"Variable": "$.n", "NumericLessThan": 5}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "one end open",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "NumericGreaterThan": 5}, {"Variable": "$.n", "NumericLessThanEquals": 5}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "a text and a number",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "IsString": true}, {"Variable": "$.n", "NumericEquals": 5}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "two texts",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "StringEquals": "a"}, {"Variable": "$.n", "StringEquals": "b"}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "something and its opposite",
        choice(
            R"({«"And"»: [{"Variable": "$.n", "StringMatches": "a*"}, {"Not": {"Variable": "$.n", "StringMatches": "a*"}}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "moments that exclude each other",
        choice(
            R"({«"And"»: [{"Variable": "$.t", "TimestampLessThan": "2026-01-01T00:00:00Z"}, {"Variable": "$.t", "TimestampGreaterThan": "2026-01-01T01:00:00+01:00"}], "Next": "B"})"),
        "CHOICE_NEVER_TRUE");
    warning(
        "false",
        jsonata(
            R"({"Type": "Choice", "Choices": [{«"Condition"»: false, "Next": "B"}], "Default": "B"}, "B": {"Type": "Succeed"})"),
        "CHOICE_NEVER_TRUE");
    hint(
        "the same rule again",
        choice(
            R"({"Variable": "$.n", "NumericEquals": 1, "Next": "B"}, {«"NumericEquals"»: 1, "Variable": "$.n", "Next": "B"})"),
        "CHOICE_RULE_REPEATED");
    hint(
        "the same condition again",
        jsonata(
            R"({"Type": "Choice", "Choices": [{"Condition": "{% $states.input.a %}", "Next": "B"}, {«"Condition"»: "{% $states.input.a %}", "Next": "B"}], "Default": "B"}, "B": {"Type": "Succeed"})"),
        "CHOICE_RULE_REPEATED");
    hint(
        "the wider rule first",
        choice(
            R"({"Variable": "$.n", "NumericGreaterThan": 10, "Next": "B"}, {"Variable": "$.n", «"NumericGreaterThan"»: 100, "Next": "B"})"),
        "CHOICE_RULE_COVERED");
    hint(
        "one of several",
        choice(
            R"({"Or": [{"Variable": "$.k", "StringEquals": "a"}, {"Variable": "$.k", "StringEquals": "b"}], "Next": "B"}, {«"And"»: [{"Variable": "$.k", "StringEquals": "b"}, {"Variable": "$.n", "NumericEquals": 1}], "Next": "B"})"),
        "CHOICE_RULE_COVERED");
    hint("missing value", choice(R"({"Variable": «"$.n"», "NumericEquals": 1, "Next": "B"})"),
         "COMPARISON_OF_MISSING_VALUE");

    warning(
        "loop",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "D"}], "Default": "B"}, «"B"»: {"Type": "Wait", "Seconds": 1, "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}, "D": {"Type": "Succeed"}}})",
        "LOOP_WITHOUT_EXIT");
    warning(
        "loop of one",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "D"}], "Default": "B"}, «"B"»: {"Type": "Pass", "Next": "B"}, "D": {"Type": "Succeed"}}})",
        "LOOP_WITHOUT_EXIT");

    warning("error in two retriers", task(R"("Retry": [{"ErrorEquals": ["X"]}, {"ErrorEquals": ["Y", «"X"»]}])"),
            "ERROR_NEVER_MATCHES");
    warning("error after States.TaskFailed",
            task(R"("Retry": [{"ErrorEquals": ["States.TaskFailed"]}, {"ErrorEquals": [«"X"»]}])"),
            "ERROR_NEVER_MATCHES");
    warning("States.Runtime", task(R"("Retry": [{"ErrorEquals": [«"States.Runtime"»]}])"), "ERROR_NEVER_MATCHES");
    warning(
        "wait beyond the end",
        R"({"TimeoutSeconds": 60, "StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": «60», "End": true}}})",
        "TIMEOUT_NEVER_MET");
    warning("delay below the interval",
            task(R"("Retry": [{"ErrorEquals": ["X"], "IntervalSeconds": 10, "MaxDelaySeconds": «5»}])"),
            "TIMEOUT_NEVER_MET");
    warning("Express: wait beyond the end", machine(R"({"Type": "Wait", "Seconds": «301», "End": true})"),
            "TIMEOUT_NEVER_MET");
    error(
        "Express: job",
        machine(
            R"({"Type": "Task", "Resource": «"arn:aws:states:::ecs:runTask.sync"», "Parameters": {"TaskDefinition": "t"}, "End": true})"),
        "SCHEMA_VALIDATION_FAILED", R"("arn:aws:states:::ecs:runTask")");
    error(
        "Express: activity",
        machine(
            R"({"Type": "Task", "Resource": «"arn:aws:states:us-east-1:000000000000:activity:a"», "TimeoutSeconds": 5, "End": true})"));
    error("Express: distributed Map", distributedMap("", R"("Mode": «"DISTRIBUTED"», "ExecutionType": "STANDARD")"));
    error(
        "Express: callback",
        machine(
            R"({"Type": "Task", "Resource": «"arn:aws:states:::sqs:sendMessage.waitForTaskToken"», "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true})"));
    hint("heartbeat of a function", task(R"(«"HeartbeatSeconds"»: 5)"), "HEARTBEAT_WITHOUT_CALLBACK");
    hint("endless activity",
         machine(R"({"Type": "Task", "Resource": «"arn:aws:states:us-east-1:000000000000:activity:a"», "End": true})"),
         "CALLBACK_WITHOUT_TIMEOUT");
    hint("no retrier",
         call("arn:aws:states:::lambda:invoke", R"({"FunctionName": "f"})")
             .replace("\"arn:aws:states:::lambda:invoke\"", "«\"arn:aws:states:::lambda:invoke\"»"),
         "LAMBDA_WITHOUT_RETRY");

    error("closed only", jsonata(R"({"Type": "Pass", "Output": {"a": «"$states.input %}"»}, "End": true})"),
          "INVALID_JSONATA_EXPRESSION");
    warning("JSONata in a JSONPath state", pass(R"("Parameters": {"a": «"{% 1 %}"»})"), "EXPRESSION_OF_OTHER_LANGUAGE");
    warning("path in a JSONata state", jsonata(R"({"Type": "Pass", "Output": {"a": [«"$.a"»]}, "End": true})"),
            "EXPRESSION_OF_OTHER_LANGUAGE");
    warning("misspelt function", jsonata(R"({"Type": "Pass", "Output": "{% «$uppercas»('é') %}", "End": true})"),
            "UNKNOWN_FUNCTION", "$uppercase");
    warning("function behind an escape",
            jsonata(R"({"Type": "Pass", "Output": "{% '\u00e9\n' & «$uppercas»('x') %}", "End": true})"),
            "UNKNOWN_FUNCTION", "$uppercase");
    warning("$eval", jsonata(R"({"Type": "Pass", "Output": "{% «$eval»('1') %}", "End": true})"), "UNKNOWN_FUNCTION");
    warning("too many arguments", jsonata(R"({"Type": "Pass", "Output": "{% «$sum»(1, 2) %}", "End": true})"),
            "WRONG_ARGUMENT_COUNT");
    warning("too few arguments", jsonata(R"({"Type": "Pass", "Output": "{% «$map»([1]) %}", "End": true})"),
            "WRONG_ARGUMENT_COUNT");
    warning("too many with the one applied",
            jsonata(R"({"Type": "Pass", "Output": "{% [1] ~> «$sum»(2) %}", "End": true})"), "WRONG_ARGUMENT_COUNT");

    const auto expressChild = [](const char* child) {
        return machine(
            (QByteArray(
                 R"({"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "B", "States": {)") +
             child + "}}}")
                .constData());
    };
    warning(
        "child that waits for a job",
        expressChild(
            R"("B": {"Type": "Task", "Resource": «"arn:aws:states:::ecs:runTask.sync"», "Parameters": {"TaskDefinition": "t"}, "End": true})"),
        "EXPRESS_CHILD");
    warning(
        "child that waits for a token",
        expressChild(
            R"("B": {"Type": "Task", "TimeoutSeconds": 5, "Resource": «"arn:aws:states:::sqs:sendMessage.waitForTaskToken"», "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true})"),
        "EXPRESS_CHILD");
    warning(
        "child that asks workers",
        expressChild(
            R"("B": {"Type": "Task", "TimeoutSeconds": 5, "Resource": «"arn:aws:states:us-east-1:000000000000:activity:a"», "End": true})"),
        "EXPRESS_CHILD");
    warning(
        "child with children",
        expressChild(
            R"(«"B"»: {"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {"C": {"Type": "Succeed"}}}})"),
        "EXPRESS_CHILD");
    warning(
        "branch of a child that waits",
        expressChild(
            R"("B": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "C", "States": {"C": {"Type": "Task", "Resource": «"arn:aws:states:::ecs:runTask.sync"», "Parameters": {"TaskDefinition": "t"}, "End": true}}}]})"),
        "EXPRESS_CHILD");
    warning(
        "misspelt service",
        call("arn:aws:states:::aws-sdk:dynamodbb:scan", R"({"TableName": "t"})")
            .replace("\"arn:aws:states:::aws-sdk:dynamodbb:scan\"", "«\"arn:aws:states:::aws-sdk:dynamodbb:scan\"»"),
        "UNKNOWN_SDK_CALL", R"("arn:aws:states:::aws-sdk:dynamodb:scan")");
    warning("capital action",
            call("arn:aws:states:::aws-sdk:dynamodb:Scan", R"({"TableName": "t"})")
                .replace("\"arn:aws:states:::aws-sdk:dynamodb:Scan\"", "«\"arn:aws:states:::aws-sdk:dynamodb:Scan\"»"),
            "UNKNOWN_SDK_CALL", R"("arn:aws:states:::aws-sdk:dynamodb:scan")");
    warning("misspelt parameter", call("arn:aws:states:::lambda:invoke", R"({«"FunctonName.$"»: "$.f"})"),
            "MISSPELLED_PARAMETER", R"("FunctionName.$")");
    hint("unknown parameter", call("arn:aws:states:::lambda:invoke", R"({"FunctionName": "f", «"Zzzzzzz"»: 1})"),
         "UNKNOWN_PARAMETER");
    hint("missing parameter",
         call("arn:aws:states:::lambda:invoke", "{}").replace("\"Parameters\"", "«\"Parameters\"»"),
         "MISSING_PARAMETER");
    warning("token for nobody",
            call("arn:aws:states:::sqs:sendMessage.waitForTaskToken", R"({"QueueUrl": "q", "MessageBody": "m"})")
                .replace("\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"",
                         "«\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"»"),
            "TOKEN_NOT_PASSED");
    warning("token of no callback",
            call("arn:aws:states:::lambda:invoke", R"({"FunctionName": "f", "Payload": {"t.$": «"$$.Task.Token"»}})"),
            "CONTEXT_NOT_THERE");
    warning("item outside a Map", pass(R"("Parameters": {"i.$": «"$$.Map.Item.Index"»})"), "CONTEXT_NOT_THERE");
    warning("token outside a Task",
            jsonata(R"({"Type": "Pass", "Output": «"{% $states.context.Task.Token %}"», "End": true})"),
            "CONTEXT_NOT_THERE");

    warning(
        "result into a list",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": [1], "Next": "B"}, "B": {"Type": "Pass", "ResultPath": «"$.x"», "End": true}}})",
        "IMPOSSIBLE_RESULT_PATH");
    warning(
        "result into the results of a Map",
        R"({"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}, "Next": "W"}, "W": {"Type": "Wait", "Seconds": 1, "Next": "B"}, "B": {"Type": "Pass", "ResultPath": «"$.x"», "End": true}}})",
        "IMPOSSIBLE_RESULT_PATH");
    warning(
        "error into a text",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "x", "Next": "B"}, "B": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Catch": [{"ErrorEquals": ["X"], "ResultPath": «"$.error"», "Next": "D"}]}, "D": {"Type": "Succeed"}}})",
        "IMPOSSIBLE_RESULT_PATH");
    warning("data too large",
            pass(("«\"Result\"»: \"" + QByteArray(qsizetype(asl::quotas::payloadBytes), 'x') + "\"").constData()),
            "DATA_TOO_LARGE");
    warning(
        "history too long",
        QByteArray(
            R"(«{»"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Map", "Items": "{% [1..9000] %}", "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}, "End": true}}})"),
        "HISTORY_TOO_LONG");
    hint(
        "more than forty",
        machine(
            R"({"Type": "Map", "MaxConcurrency": «41», "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}, "End": true})"),
        "CONCURRENCY_LIMITED");

    warning(
        "variable of nobody",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"total": 1}, "Next": "B"}, "B": {"Type": "Pass", "Parameters": {"t.$": "«$totl»"}, "End": true}}})",
        "VARIABLE_NOT_ASSIGNED", "$total");
    warning("variable of the state itself", pass(R"("Assign": {"x": 1}, "Parameters": {"x.$": "«$x».a"})"),
            "VARIABLE_NOT_ASSIGNED");
    warning(
        "variable of later states",
        R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": "{% 1 + «$x» %}", "Next": "B"}, "B": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}})",
        "VARIABLE_NOT_ASSIGNED");
    warning(
        "variable of an iteration",
        R"({"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": {"StartAt": "C", "States": {"C": {"Type": "Pass", "Assign": {"x": 1}, "End": true}}}, "Next": "B"}, "B": {"Type": "Pass", "InputPath": "«$x»", "End": true}}})",
        "VARIABLE_OUT_OF_SCOPE");
    warning(
        "variable outside the distributed Map",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "B"}, "B": {"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "C", "States": {"C": {"Type": "Pass", "InputPath": "«$x»", "End": true}}}}}})",
        "VARIABLE_OUT_OF_SCOPE");
    hint(
        "variable on one way only",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}], "Default": "C"}, "B": {"Type": "Pass", "Assign": {"x": 1}, "Next": "C"}, "C": {"Type": "Pass", "InputPath": "«$x»", "End": true}}})",
        "VARIABLE_MAYBE_UNASSIGNED");
}

void ValidateTest::oneProblem()
{
    QFETCH(QByteArray, marked);
    QFETCH(QByteArray, code);
    QFETCH(Severity, severity);
    QFETCH(QByteArray, fixed);
    const QByteArray open("«"), close("»");
    QByteArray text = marked;
    const qsizetype begin = text.indexOf(open);
    text.remove(begin, open.size());
    const qsizetype end = text.indexOf(close);
    text.remove(end, close.size());
    const asl::Snapshot snapshot = snapshotOf(text.toStdString());
    const std::vector<Diagnostic> found = asl::validate(snapshot, everything());
    // One cause may have effects of its own (a state that no longer is reached); the marked place must be said once.
    std::vector<const Diagnostic*> here;
    QByteArray all;
    for (const Diagnostic& diagnostic : found) {
        all += "\n" + QByteArray::fromStdString(std::string(diagnostic.rule)) + " " +
               QByteArray::number(qulonglong(diagnostic.range.begin)) + "-" +
               QByteArray::number(qulonglong(diagnostic.range.end)) + " " +
               QByteArray::fromStdString(asl::english(diagnostic.message));
        if (diagnostic.range == asl::TextRange{std::size_t(begin), std::size_t(end)} &&
            diagnostic.code == code.toStdString())
            here.push_back(&diagnostic);
    }
    QVERIFY2(here.size() == 1, all.constData());
    const Diagnostic& diagnostic = *here.front();
    m_rulesWithRows.insert(QByteArray::fromStdString(std::string(diagnostic.rule)));
    QCOMPARE(diagnostic.severity, severity);
    QCOMPARE(wrongFix(snapshot), QString());
    QVERIFY(!asl::english(diagnostic.message).empty());
    for (const Diagnostic& each : found)
        for (const asl::QuickFix& fix : each.fixes)
            QVERIFY2(asl::SyntaxTree::parse(asl::applied(snapshot.text(), fix.edit.patch)).errors().size() <=
                         snapshot.tree().errors().size(),
                     asl::english(fix.label).c_str());
    static const QRegularExpression unfilled(QStringLiteral("%[1-9]"));
    QVERIFY2(!QString::fromStdString(asl::english(diagnostic.message)).contains(unfilled),
             asl::english(diagnostic.message).c_str());
    if (fixed.isNull())
        return;
    QVERIFY(!diagnostic.fixes.empty());
    const std::string after = asl::applied(snapshot.text(), diagnostic.fixes.front().edit.patch);
    QByteArray expected = text;
    expected.replace(begin, end - begin, fixed);
    QCOMPARE(QByteArray::fromStdString(after), expected);
}

void ValidateTest::everyRuleHasARow()
{
    for (const asl::RuleInfo& rule : asl::validationRules())
        QVERIFY2(m_rulesWithRows.contains(QByteArray::fromStdString(std::string(rule.name))), rule.name.data());
}

void ValidateTest::helpExplainsByExamples_data()
{
    QTest::addColumn<QString>("name");
    for (const asl::RuleInfo& rule : asl::validationRules())
        QTest::newRow(rule.name.data()) << QString::fromStdString(std::string(rule.name));
}

void ValidateTest::helpExplainsByExamples()
{
    QFETCH(QString, name);
    const asl::RuleInfo* rule = asl::validationRule(name.toStdString());
    QVERIFY2(rule && !rule->title.empty() && rule->help.size() > 60, "the rule needs a page in resources/rules");
    const asl::RuleExamples examples = asl::examplesIn(rule->help);
    const QStringList withoutExamples = {QStringLiteral("DEFINITION_TOO_LARGE"), QStringLiteral("DATA_TOO_LARGE"),
                                         QStringLiteral("EXPRESS_RESTRICTION")};
    QCOMPARE(examples.wrong.empty(), withoutExamples.contains(name));
    QCOMPARE(examples.right.empty(), examples.wrong.empty());
    const auto finds = [&](std::string_view example) {
        // A state alone stands in a machine with a state B, which it may lead to.
        std::string text(example);
        if (text.find("\"StartAt\"") == std::string::npos || text.starts_with("{\"Type\""))
            if (text.starts_with("{"))
                text = R"({"StartAt": "A", "States": {"A": )" + text + R"(, "B": {"Type": "Succeed"}}})";
        return rulesOf(asl::validate(snapshotOf(text), everything())).contains(name);
    };
    for (std::string_view example : examples.wrong)
        QVERIFY2(finds(example), std::string(example).c_str());
    for (std::string_view example : examples.right)
        QVERIFY2(!finds(example), std::string(example).c_str());
}

/// A translation that names other fields or lacks a number is of an earlier page.
void ValidateTest::explanationsAgreeInAllLanguages()
{
    QFETCH(QString, name);
    const asl::RuleInfo& rule = *asl::validationRule(name.toStdString());
    const auto all = [](const QRegularExpression& what, QString text) {
        QSet<QString> found;
        for (QRegularExpressionMatchIterator i = what.globalMatch(text.replace(u'\n', u' ')); i.hasNext();)
            found.insert(i.next().captured());
        return found;
    };
    static const QRegularExpression code(QStringLiteral("`[^`]+`")), number(QStringLiteral("\\d+([.,]\\d+)*"));
    const auto textIn = [&](std::string_view language) {
        const asl::RuleExplanation explanation = asl::explanationOf(rule, language);
        return QString::fromUtf8((std::string(explanation.title) + " " + std::string(explanation.text)).c_str());
    };
    const QString english = textIn("en"), japanese = textIn("ja");
    QVERIFY(!english.contains(QStringLiteral("```")));
    QVERIFY2(japanese != english, "the rule needs a page in resources/rules/ja");
    QCOMPARE(all(code, japanese), all(code, english));
    QVERIFY2(all(number, japanese).contains(all(number, english)), qPrintable(japanese));
    QCOMPARE(textIn("tlh"), english);
}

void ValidateTest::rulesCanBeSwitchedOff()
{
    const asl::Snapshot snapshot =
        snapshotOf(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Coment": 1, "Seconds": 2, "End": true}}})");
    asl::ValidateOptions options;
    QCOMPARE(rulesOf(asl::validate(snapshot, options)),
             (QStringList{QStringLiteral("MISPLACED_FIELD"), QStringLiteral("UNKNOWN_FIELD")}));
    options.disabled = {"UNKNOWN_FIELD"};
    QCOMPARE(rulesOf(asl::validate(snapshot, options)), QStringList{QStringLiteral("MISPLACED_FIELD")});
    options.disabled = {"SCHEMA_VALIDATION_FAILED"}; // the service's code, which both have
    QCOMPARE(rulesOf(asl::validate(snapshot, options)), QStringList());
}

void ValidateTest::adviceIsGivenOnRequest()
{
    const asl::Snapshot snapshot = snapshotOf(
        R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:000000000000:function:f", "End": true}}})");
    asl::ValidateOptions options;
    QVERIFY(asl::validate(snapshot, options).empty());
    options.advice = true;
    QCOMPARE(rulesOf(asl::validate(snapshot, options)), QStringList{QStringLiteral("LAMBDA_WITHOUT_RETRY")});
}

void ValidateTest::noProblem_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("loop that a Catch leaves") << QByteArray(
        R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "Next": "A", "Catch": [{"ErrorEquals": ["Done"], "Next": "B"}]}, "B": {"Type": "Succeed"}}})");
    QTest::newRow("variables: assigned before, read in a branch") << QByteArray(
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"x": 1}, "Next": "B"}, "B": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "C", "States": {"C": {"Type": "Pass", "InputPath": "$x", "End": true}}}]}}})");
    QTest::newRow("variables: asked for first")
        << jsonata(R"j({"Type": "Pass", "Output": "{% $exists($x) ? $x : 0 %}", "End": true})j");
    QTest::newRow("variables: assigned by a catcher") << QByteArray(
        R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f"}, "End": true, "Catch": [{"ErrorEquals": ["X"], "Assign": {"e.$": "$.Error"}, "Next": "B"}]}, "B": {"Type": "Pass", "InputPath": "$e", "End": true}}})");
    QTest::newRow("functions: own and built in") << jsonata(
        R"j({"Type": "Pass", "Output": "{% ($f := function($x) { $x * 2 }; $map([1..3], $f) ~> $sum) %}", "End": true})j");
    QTest::newRow("functions of Step Functions") << jsonata(
        R"j({"Type": "Pass", "Output": "{% [$uuid(), $random(1), $partition([1, 2], 1), $range(1, 9, 2), $hash('a', 'MD5'), $parse('1')] %}", "End": true})j");
    QTest::newRow("names inside a transform") << jsonata(
        R"j({"Type": "Pass", "Output": "{% $states.input ~> |orders|{'total': price * count}, 'price'| %}", "End": true})j");
    QTest::newRow("result into an object of a Parallel") << QByteArray(
        R"({"StartAt": "A", "States": {"A": {"Type": "Parallel", "Branches": [{"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}], "ResultSelector": {"a.$": "$[0]"}, "Next": "B"}, "B": {"Type": "Pass", "ResultPath": "$.x", "End": true}}})");
    QTest::newRow("token in the whole context") << machine(
        R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 9, "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$"}, "End": true})");
    QTest::newRow("item in a Map") << machine(
        R"({"Type": "Map", "ItemSelector": {"i.$": "$$.Map.Item.Index"}, "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Parameters": {"v.$": "$$.Map.Item.Value"}, "End": true}}}, "End": true})");
    QTest::newRow("rules side by side") << machine(
        R"({"Type": "Choice", "Default": "B", "Choices": [{"Variable": "$.n", "NumericGreaterThan": 100, "Next": "B"}, {"Variable": "$.n", "NumericGreaterThan": 10, "Next": "B"}, {"Not": {"Variable": "$.n", "NumericGreaterThan": 10}, "Next": "B"}]})",
        R"(, "B": {"Type": "Succeed"})");
    QTest::newRow("pass") << pass(R"("Comment": "x")");
    QTest::newRow("bare token for a number") << task(R"("TimeoutSeconds": ${Timeout})");
    QTest::newRow("token in a text for a number") << task(R"("TimeoutSeconds": "${Timeout}")");
    QTest::newRow("token in a path") << pass(R"("InputPath": "$.${Field}")");
    QTest::newRow("token as a target") << QByteArray(
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "${Next}"}, "B": {"Type": "Pass", "End": true}}})");
    QTest::newRow("token as a resource") << machine(R"({"Type": "Task", "Resource": "${FunctionArn}", "End": true})");
    QTest::newRow("token as the language") << QByteArray(
        R"({"QueryLanguage": "${Language}", "StartAt": "A", "States": {"A": {"Type": "Pass", "Output": 1, "End": true}}})");
    QTest::newRow("token as an expression") << pass(R"("Parameters": {"a.$": "${Expression}"})");
    QTest::newRow("token in a fixed object") << pass(R"("Result": ${Object})");
    QTest::newRow("paths, context, variables") << QByteArray(
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"v": {"x": 1}}, "Next": "B"}, "B": {"Type": "Pass", "Parameters": {"a.$": "$.a[0]", "b.$": "$$.State.Name", "c.$": "$v.x"}, "End": true}}})");
    QTest::newRow("nulls") << pass(R"("InputPath": null, "OutputPath": null, "ResultPath": null)");
    QTest::newRow("JSONata") << jsonata(
        R"({"Type": "Wait", "Seconds": "{% $states.input.n %}", "Output": {"a": "{% 1 %}"}, "End": true})");
    QTest::newRow("JSONata: names and context inside steps") << jsonata(
        R"({"Type": "Pass", "End": true, "Output": "{% $states.input.orders[total > 10].{'n': id, 'm': $map(rows, function($r) { $r.x })}^(id) %}"})");
    QTest::newRow("JSONata: token inside")
        << jsonata(R"({"Type": "Pass", "End": true, "Output": "{% ${Enabled} = true %}"})");
    QTest::newRow("JSONata: result of a Task, error of a Catcher") << jsonata(
        R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true, "Output": "{% $states.result %}", "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Cause %}", "Next": "A"}]})");
    QTest::newRow("JSONata state in a JSONPath machine")
        << machine(R"({"Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "End": true})");
    QTest::newRow("partition and activity") << machine(
        R"({"Type": "Task", "Resource": "arn:aws-cn:states:cn-north-1:000000000000:activity:a", "End": true})");
    QTest::newRow("callback of an SDK action") << machine(
        R"({"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true})");
    QTest::newRow("distributed") << distributedMap(R"("Label": "a-b", "ToleratedFailurePercentage": 2.5, )");
    QTest::newRow("writer: only its config") << distributedMap(
        R"("ResultWriter": {"WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSONL"}}, )");
    QTest::newRow("writer: only where to") << distributedMap(
        R"("ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket.$": "$.b"}}, )");
    QTest::newRow("writer: all") << distributedMap(
        R"("ResultWriter": {"Resource": "${Writer}", "Parameters": {"Bucket": "b"}, "WriterConfig": {"Transformation": "NONE", "OutputType": "JSON"}}, )");
    QTest::newRow("pointer into JSON") << distributedMap(
        R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON", "ItemsPointer": "/a"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )");
    QTest::newRow("pointer into what is filled in later") << distributedMap(
        R"("ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "${Type}", "ItemsPointer": "/a"}, "Parameters": {"Bucket": "b", "Key": "k"}}, )");
    QTest::newRow("child that does not wait") << machine(
        R"({"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask", "Parameters": {"TaskDefinition": "t"}, "End": true}}}})");
    QTest::newRow("Standard child that waits") << machine(
        R"({"Type": "Map", "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"}, "StartAt": "B", "States": {"B": {"Type": "Task", "Resource": "arn:aws:states:::ecs:runTask.sync", "Parameters": {"TaskDefinition": "t"}, "End": true}}}})");
    QTest::newRow("computed key of one character") << pass(R"("Parameters": {"$.$": "$.a"})");
    QTest::newRow("same variable in two branches") << machine(
        R"({"Type": "Parallel", "End": true, "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true, "Assign": {"n": 1}}}}, {"StartAt": "C", "States": {"C": {"Type": "Pass", "End": true, "Assign": {"n": 1}}}}]})");
    QTest::newRow("nested rules") << machine(
        R"({"Type": "Choice", "Default": "B", "Choices": [{"And": [{"Variable": "$.a", "IsPresent": true}, {"Not": {"Variable": "$.a", "StringMatches": "x*"}}], "Next": "B"}]})",
        R"(, "B": {"Type": "Succeed"})");
}

void ValidateTest::noProblem()
{
    QFETCH(QByteArray, text);
    for (const Diagnostic& diagnostic : asl::validate(snapshotOf(text.toStdString())))
        QVERIFY2(diagnostic.severity == Severity::Info, asl::english(diagnostic.message).c_str());
}

void ValidateTest::fixesThatChangeSeveralPlaces()
{
    const auto fixed = [](const QByteArray& text, const char* code) {
        const asl::Snapshot snapshot = snapshotOf(text.toStdString());
        for (const Diagnostic& diagnostic : asl::validate(snapshot))
            if (diagnostic.code == code && !diagnostic.fixes.empty())
                return QByteArray::fromStdString(asl::applied(snapshot.text(), diagnostic.fixes.front().edit.patch));
        return QByteArray();
    };
    QCOMPARE(
        fixed(
            machine(
                R"({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}})"),
            "DUPLICATE_STATE_NAME"),
        machine(
            R"({"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "@", "States": {"@": {"Type": "Pass", "End": true}}}})")
            .replace("@", "A (1)"));
    QCOMPARE(fixed(machine(R"({"Type": "Pass", "End": true})", R"(, "B": {"Type": "Pass", "End": true})"),
                   "MISSING_TRANSITION_TARGET"),
             machine(R"({"Type": "Pass", "End": true})"));
    QCOMPARE(fixed(machine(R"({"Type": "Pass"})"), "SCHEMA_VALIDATION_FAILED"),
             machine(R"({"Type": "Pass", "End": true})"));
}

void ValidateTest::incompleteDraftsSayWhatIsMissing()
{
    // A new workflow and a Parallel fresh from the palette: one note for each hole, nothing that follows from it.
    const auto messagesOf = [](const QByteArray& text) {
        QStringList messages;
        for (const Diagnostic& diagnostic : asl::validate(snapshotOf(text.toStdString())))
            messages << QString::fromStdString(asl::english(diagnostic.message));
        return messages;
    };
    QCOMPARE(messagesOf(R"({"StartAt": "", "States": {}})").size(), 1);
    QCOMPARE(
        messagesOf(
            machine(
                R"({"Type": "Parallel", "End": true, "Branches": [{"StartAt": "", "States": {}}, {"StartAt": "", "States": {}}]})"))
            .size(),
        2);
    const QStringList choice =
        messagesOf(machine(R"({"Type": "Choice", "Default": "B", "Choices": [{}]})", R"(, "B": {"Type": "Succeed"})"));
    QCOMPARE(choice.size(), 2); // what it compares, and where it leads
}

void ValidateTest::brokenTextDoesNotHideOtherProblems()
{
    const asl::Snapshot snapshot = snapshotOf(
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"x": }, "End": true}, "B": {"Type": "Wait", "Seconds": "x", "End": true}}})");
    QStringList codes;
    for (const Diagnostic& diagnostic : asl::validate(snapshot))
        codes << QString::fromStdString(std::string(diagnostic.code));
    QVERIFY(codes.contains(QStringLiteral("INVALID_JSON_DESCRIPTION")));
    QVERIFY(codes.contains(QStringLiteral("SCHEMA_VALIDATION_FAILED")));
}

void ValidateTest::duplicateKeysAndExtensions()
{
    const asl::Snapshot snapshot = snapshotOf("\xEF\xBB\xBF{\n  // first\n  \"StartAt\": \"A\", \"StartAt\": \"A\",\n  "
                                              "\"States\": {\"A\": {\"Type\": \"Succeed\",}}\n}\n");
    const std::vector<Diagnostic> found = asl::validate(snapshot);
    QCOMPARE(found.size(), std::size_t(4));
    for (const Diagnostic& diagnostic : found)
        QCOMPARE(diagnostic.severity, Severity::Warning);
    const auto fixedBy = [&](std::size_t index) {
        return QByteArray::fromStdString(asl::applied(snapshot.text(), found[index].fixes.front().edit.patch));
    };
    QVERIFY(fixedBy(0).startsWith("{\n  // first"));
    QVERIFY(fixedBy(1).contains("{\n  \"StartAt\"")); // the whole line of the comment
    QVERIFY(fixedBy(3).contains(R"({"Type": "Succeed"})"));
}

void ValidateTest::expressRefusesWhatItCannotDo()
{
    const QByteArray text = machine(
        R"({"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "q", "MessageBody.$": "$$.Task.Token"}, "End": true})");
    QVERIFY(asl::validate(snapshotOf(text.toStdString())).empty());
    const auto found = asl::validate(snapshotOf(text.toStdString()), asl::MachineType::Express);
    QCOMPARE(found.size(), std::size_t(1));
    QCOMPARE(found.front().pointer, std::string("/States/A/Resource"));
}

void ValidateTest::serviceWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("valid") << pass(R"("Comment": "")")
                           << QByteArray(R"({"result":"OK","diagnostics":[],"truncated":false})");
    QTest::newRow("blank")
        << QByteArray(" ")
        << QByteArray(
               R"({"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"Definition must be a valid JSON object"}],"truncated":false})");
    QTest::newRow("empty object")
        << QByteArray("{}")
        << QByteArray(
               R"({"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"These fields are required: [States, StartAt]","location":"/"}],"truncated":false})");
    QTest::newRow("words")
        << QByteArray("no definition")
        << QByteArray(
               R"({"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"INVALID_JSON_DESCRIPTION","message":"Unrecognized token 'no': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at [Source: (String)\"no definition\"; line: 1, column: 3]","location":"[Source: (String)\"no definition\"; line: 1, column: 3]"}],"truncated":false})");
    QTest::newRow("inside a branch")
        << machine(
               R"({"Type": "Parallel", "End": true, "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Wait", "Timestamp": "x", "End": true}}}]})")
        << QByteArray(
               R"({"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"SCHEMA_VALIDATION_FAILED","message":"String does not match RFC3339 timestamp","location":"/States/A/Branches[0]/States/B/Timestamp"}],"truncated":false})");
}

void ValidateTest::serviceWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, answer);
    const asl::Snapshot snapshot = snapshotOf(text.toStdString());
    QCOMPARE(QByteArray::fromStdString(asl::data::toJson(asl::serviceAnswer(snapshot, asl::validate(snapshot)))),
             answer);
}

void ValidateTest::endlessProblemsAreCutOff()
{
    std::string text = R"({"StartAt": "A", "States": {)";
    for (int i = 0; i < 20000; ++i)
        text += "\"S" + std::to_string(i) + R"(": {"Type": "Pass", "Nxt": "T"}, )";
    text += R"("A": {"Type": "Succeed"}}})";
    const auto found = asl::validate(snapshotOf(text));
    QCOMPARE(found.size(), std::size_t(1000));
}

void ValidateTest::stopsWhenAsked()
{
    std::stop_source source;
    source.request_stop();
    QVERIFY(asl::validate(snapshotOf("{}"), asl::MachineType::Standard, source.get_token()).empty());
}

void ValidateTest::brokenSamplesNeverLeadOutsideTheText_data()
{
    QTest::addColumn<QString>("path");
    QDir examples(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources/examples"));
    for (const QString& name : examples.entryList({QStringLiteral("*.asl.json")}))
        QTest::newRow(qPrintable(name)) << examples.filePath(name);
}

void ValidateTest::brokenSamplesNeverLeadOutsideTheText()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string whole = file.readAll().toStdString();
    QRandomGenerator random(1);
    for (int i = 0; i < 300; ++i) {
        std::string text = whole;
        const std::size_t begin = random.bounded(quint32(text.size()));
        if (i % 3 == 0)
            text.resize(begin);
        else if (i % 3 == 1)
            text.erase(begin, random.bounded(12));
        else
            text.insert(begin, std::string(1, "{}[]\",:x0"[random.bounded(9)]));
        if (asl::invalidUtf8(text))
            continue;
        for (const Diagnostic& diagnostic : asl::validate(snapshotOf(text))) {
            QVERIFY(diagnostic.range.begin <= diagnostic.range.end && diagnostic.range.end <= text.size());
            QVERIFY(!asl::english(diagnostic.message).empty());
            for (const asl::QuickFix& fix : diagnostic.fixes)
                QVERIFY(asl::applied(text, fix.edit.patch) != text);
        }
    }
}

QTEST_APPLESS_MAIN(ValidateTest)
#include "validate_test.moc"

// What is said about definitions, exactly where, and what the quick fixes make of it. In each row «…» marks the place.

#include "marked_text.h"
#include "problem_rows.h"

#include "core/data/json.h"
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

namespace {

/// Also what is said only on request. Rows whose name begins with "Express" are Express workflows; those with
/// "Substitution" are in a file beside a template.
asl::ValidateOptions everything()
{
    asl::ValidateOptions options;
    options.advice = true;
    if (QByteArray(QTest::currentDataTag()).startsWith("Substitution"))
        options.substitutions = {"TableName", "FunctionArn"};
    if (QByteArray(QTest::currentDataTag()).startsWith("Express"))
        options.type = asl::MachineType::Express;
    return options;
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
    rows::addStructureRows();
    rows::addFlowRows();
    rows::addCallRows();
    rows::addDataRows();
}

void ValidateTest::oneProblem()
{
    QFETCH(QByteArray, marked);
    QFETCH(QByteArray, code);
    QFETCH(Severity, severity);
    QFETCH(QByteArray, fixed);
    const MarkedText row(marked);
    const asl::Snapshot snapshot = snapshotOf(row.text.toStdString());
    const std::vector<Diagnostic> found = asl::validate(snapshot, everything());
    // One cause may have effects of its own (a state that no longer is reached); the marked place must be said once.
    std::vector<const Diagnostic*> here;
    QByteArray all;
    for (const Diagnostic& diagnostic : found) {
        all += "\n" + QByteArray::fromStdString(std::string(diagnostic.rule)) + " " +
               QByteArray::number(qulonglong(diagnostic.range.begin)) + "-" +
               QByteArray::number(qulonglong(diagnostic.range.end)) + " " +
               QByteArray::fromStdString(asl::english(diagnostic.message));
        if (diagnostic.range == row.mark && diagnostic.code == code.toStdString())
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
    QByteArray expected = row.text;
    expected.replace(qsizetype(row.mark->begin), qsizetype(row.mark->size()), fixed);
    QCOMPARE(QByteArray::fromStdString(after), expected);
}

void ValidateTest::everyRuleHasARow()
{
    for (const asl::RuleInfo& rule : asl::validationRules())
        QVERIFY2(m_rulesWithRows.contains(QByteArray::fromStdString(std::string(rule.name))), rule.name.data());
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
    QTest::newRow("bare token for a number")
        << task(R"("Parameters": {"FunctionName": "f"}, "TimeoutSeconds": ${Timeout})");
    QTest::newRow("token in a text for a number")
        << task(R"("Parameters": {"FunctionName": "f"}, "TimeoutSeconds": "${Timeout}")");
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
        R"({"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "f"}, "End": true, "Output": "{% $states.result %}", "Catch": [{"ErrorEquals": ["States.ALL"], "Output": "{% $states.errorOutput.Cause %}", "Next": "A"}]})");
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
    QCOMPARE(
        fixed(machine(R"({"Type": "Pass", "Parameters": {"on.$": true}, "End": true})"), "SCHEMA_VALIDATION_FAILED"),
        machine(R"({"Type": "Pass", "Parameters": {"on": true}, "End": true})"));
    QCOMPARE(fixed(machine(R"({"Type": "Pass", "Parameters": {"to.$": "all", "to": 1}, "End": true})"),
                   "SCHEMA_VALIDATION_FAILED"),
             QByteArray());
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
    QCOMPARE(messagesOf(machine(R"({"Type": "Task", "Resource": "arn:aws:states:::dynamodb:getItem", "End": true,
                                    "Parameters": {"TableNam": "orders", "Key": {}}})"))
                 .size(),
             1);
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
    QTest::newRow("no end")
        << QByteArray(
               R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}})")
        << QByteArray(
               R"({"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"MISSING_END_STATE","message":"Workflow has no terminal state"}],"truncated":false})");
    QTest::newRow("Default that leads nowhere")
        << machine(
               R"({"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "D"}], "Default": "X"}, "D": {"Type": "Succeed"})")
        << QByteArray(
               R"({"result":"FAIL","diagnostics":[{"severity":"ERROR","code":"MISSING_TRANSITION_TARGET","message":"Missing 'Next' target: X","location":"/States/A/Default"}],"truncated":false})");
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

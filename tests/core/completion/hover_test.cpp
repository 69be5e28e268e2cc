// What words mean: rows of a text with | before the character that is looked at.

#include "core/completion/hover.h"
#include "core/data/json.h"

#include <QtTest>

using namespace asl;

class HoverTest : public QObject
{
    Q_OBJECT

private slots:
    void explains_data();
    void explains();
};

void HoverTest::explains_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("word"); // whose place it is about
    QTest::addColumn<QString>("said"); // among the code and the lines
    const auto row = [](const char* name, const QString& text, const char* title, const char* word, const char* said) {
        QTest::newRow(name) << text << QString::fromUtf8(title) << QString::fromUtf8(word) << QString::fromUtf8(said);
    };
    const QString jsonata =
        QStringLiteral(R"({"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Task", %1}}})");
    const QString jsonPath = QStringLiteral(R"({"StartAt": "A", "States": {"A": {"Type": "Task", %1}}})");
    row("a field", R"({"Sta|rtAt": "A"})", "StartAt", "\"StartAt\"", "The state with which it begins.");
    row("at its quote", R"({|"StartAt": "A"})", "StartAt", "\"StartAt\"", "The state with which it begins.");
    row("limits", jsonPath.arg(R"("|TimeoutSeconds": 3)"), "TimeoutSeconds", "\"TimeoutSeconds\"",
        "From 1 to 99999999.");
    row("its default", jsonPath.arg(R"("Retry": [{"Max|Attempts": 3}])"), "MaxAttempts", "\"MaxAttempts\"",
        "Without it: 3");
    row("its values", jsonPath.arg(R"("Retry": [{"|JitterStrategy": "FULL"}])"), "JitterStrategy", "\"JitterStrategy\"",
        "One of: FULL, NONE");
    row("deprecated", R"({"States": {"A": {"Type": "Map", "|Iterator": {}}}})", "Iterator", "\"Iterator\"",
        "Deprecated: use ItemProcessor.");
    row("of the other language", jsonata.arg(R"("|ResultPath": "$")"), "ResultPath", "\"ResultPath\"",
        "Only in JSONPath.");
    row("a type", R"({"States": {"A": {"Type": "W|ait"}}})", "Wait", "\"Wait\"", "Waits for a time or until a moment.");
    row("a state", R"({"States": {"受|付": {"Type": "Wait", "Comment": "For the courier"}}})", "受付", "\"受付\"",
        "For the courier");
    row("the name of a state", R"({"StartAt": "|A", "States": {"A": {"Type": "Wait"}}})", "A", "\"A\"",
        "Waits for a time or until a moment.");
    row("an error", jsonPath.arg(R"("Retry": [{"ErrorEquals": ["States.Time|out"]}])"), "States.Timeout",
        "\"States.Timeout\"", "A task took longer than its timeout, or missed a heartbeat.");
    row("an error of the action",
        jsonPath.arg(
            R"("Resource": "arn:aws:states:::lambda:invoke", "Retry": [{"ErrorEquals": ["Lambda.|ServiceException"]}])"),
        "Lambda.ServiceException", "\"Lambda.ServiceException\"", "An error of lambda invoke.");
    row("a resource", jsonPath.arg(R"("Resource": "arn:aws:states:::sqs:send|Message.waitForTaskToken")"),
        "sendMessage", "\"arn:aws:states:::sqs:sendMessage.waitForTaskToken\"",
        "Calls the action and waits until somebody answers with the task token.");
    row("its parameters", jsonPath.arg(R"("Resource": "arn:aws:states:::sqs:send|Message")"), "sendMessage",
        "\"arn:aws:states:::sqs:sendMessage\"", "Required parameters: QueueUrl, MessageBody");
    row("a parameter",
        jsonPath.arg(R"("Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {"Queue|Url.$": "$.q"})"),
        "QueueUrl.$", "\"QueueUrl.$\"", "It is required.");
    row("a JSONata function", jsonata.arg(R"("Output": "{% $substring|Before('a', 'b') %}")"), "$substringBefore",
        "$substringBefore", "$substringBefore(string, string) → string");
    row("an intrinsic function", jsonPath.arg(R"x("Parameters": {"a.$": "States.For|mat('{}', 1)"})x"), "States.Format",
        "States.Format", "States.Format(template, value, …)");
    row("a variable", jsonata.arg(R"("Assign": {"total": 1}, "Output": "{% 1 + $to|tal %}")"), "$total", "$total",
        "A variable, assigned by: A");
    row("its value", jsonata.arg(R"("Assign": {"total": 1}, "Output": "{% 1 + $to|tal %}")"), "$total", "$total",
        "In the last run: 42");
    row("where it is assigned", jsonata.arg(R"("Assign": {"to|tal": 1})"), "$total", "\"total\"",
        "A variable, assigned by: A");
    row("$states", jsonata.arg(R"("Output": "{% $sta|tes.result %}")"), "$states", "$states",
        "Input, result, error output and context of the state.");
    row("its members", jsonata.arg(R"("Output": "{% $states.res|ult %}")"), "result", "result",
        "The result of the state's work.");
    row("the Context object", jsonPath.arg(R"("Parameters": {"a.$": "$$.Execution.|Id"})"), "Id", "Id",
        "The ARN of the execution.");
    row("data", jsonPath.arg(R"("InputPath": "$.order.i|d")"), "id", "id", "In the last run: \"A-1\"");
    row("YAML: a field", "States:\n  A:\n    Type: Wait\n    Sec|onds: 1\n", "Seconds", "Seconds",
        "How many seconds to wait.");
    row("YAML: a value", "States:\n  A:\n    Type: Wa|it\n", "Wait", "Wait", "Waits for a time or until a moment.");
    row("YAML: an expression",
        "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Output: '{% $s|um([1]) %}'\n", "$sum", "$sum",
        "$sum(array) → number");
    row("a state without a type says nothing", R"({"StartAt": "|A", "States": {"A": {}}})", "", "", "");
    row("a state without a name says nothing", R"({"States": {"|": {"Type": "Wait"}}})", "", "", "");
    row("a colon says nothing", R"({"StartAt"|: "A"})", "", "", "");
    row("free text says what its field is", jsonPath.arg(R"("Comment": "som|ething")"), "Comment", "\"something\"",
        "A remark for people; it has no effect.");
    row("free data says nothing", jsonPath.arg(R"("Parameters": {"a": "som|ething"})"), "", "", "");
}

void HoverTest::explains()
{
    QFETCH(QString, text);
    QFETCH(QString, title);
    QFETCH(QString, word);
    QFETCH(QString, said);
    const qsizetype place = text.indexOf(u'|');
    const std::size_t offset = static_cast<std::size_t>(text.left(place).toUtf8().size());
    text.remove(place, 1);
    SeenData seen;
    seen.input = *data::parse(R"({"order": {"id": "A-1"}})");
    seen.variables = {{"total", Data::integer(42)}};
    const Snapshot snapshot(1, std::make_shared<const std::string>(text.toStdString()),
                            text.startsWith(u'{') ? TextSyntax::Json : TextSyntax::Yaml);
    const auto hover = hoverAt(snapshot, offset, seen);
    QCOMPARE(hover ? QString::fromStdString(hover->title) : QString(), title);
    if (!hover)
        return;
    QCOMPARE(QString::fromStdString(snapshot.text().substr(hover->range.begin, hover->range.size())), word);
    QStringList lines{QString::fromStdString(hover->code)};
    for (const HelpText& line : hover->lines)
        lines << QString::fromStdString(english(line.message));
    QVERIFY2(lines.contains(said), qPrintable(lines.join(u'\n')));
}

QTEST_APPLESS_MAIN(HoverTest)
#include "hover_test.moc"

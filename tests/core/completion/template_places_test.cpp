// Completion, hover, definitions and other names in definitions that are a part of a template: what is found lies in
// the file, and what is changed is changed there. In each row ¦ is the cursor in the file.

#include "core/completion/completion.h"
#include "core/completion/hover.h"
#include "core/completion/references.h"
#include "core/document/edits.h"
#include "core/document/template.h"
#include "core/text/text_syntax.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace asl;

class TemplatePlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void hovers_data();
    void hovers();
    void leadsToTheDefinition_data();
    void leadsToTheDefinition();
    void renames_data();
    void renames();
    void everyItemCanBeWritten_data();
    void everyItemCanBeWritten();
};

namespace {

/// A place in the machine M of a template.
struct Place
{
    Document document;
    std::size_t offset = 0; ///< in the definition
};

std::optional<TemplateMachine> machineIn(const std::string& host, const QString& file, std::string_view name)
{
    const auto found = readTemplate(std::make_shared<const std::string>(host), textSyntax(file.toStdString(), host));
    for (const TemplateMachine& machine : found ? found->machines : std::vector<TemplateMachine>())
        if (machine.name == name && machine.region)
            return machine;
    return {};
}

std::optional<Place> placeIn(const QString& file, QString host)
{
    const qsizetype cursor = host.indexOf(u'¦');
    const auto at = static_cast<std::size_t>(host.left(cursor).toUtf8().size());
    host.remove(cursor, 1);
    const auto machine = machineIn(host.toStdString(), file, "M");
    if (!machine)
        return {};
    Place place{Document::open(machine->region, machine->syntax), 0};
    while (place.offset < machine->region->text().size() && machine->region->toHost(place.offset) < at)
        ++place.offset;
    return machine->region->toHost(place.offset) == at ? std::optional(place) : std::nullopt;
}

/// The file after a change of the definition; empty where it cannot be made.
QString hostAfter(Document& document, const TextPatch& patch)
{
    if (!canChange(*document.snapshot(), patch))
        return {};
    const Region& region = *document.replace(patch)->region();
    return region.fault() ? QString() : QString::fromStdString(region.host());
}

QString withMark(const QString& text, std::size_t byte, const char* mark)
{
    std::string bytes = text.toStdString();
    return QString::fromStdString(bytes.insert(byte, mark));
}

QString marked(const Region& region, TextRange range)
{
    std::string host = region.host();
    const TextRange there = region.toHost(range);
    host.insert(there.end, "»");
    return QString::fromStdString(host.insert(there.begin, "«"));
}

// Each kind of template with the members of a state A in it; the text inside a string has escapes.
QString sam(const QString& members)
{
    return "Transform: AWS::Serverless-2016-10-31\nResources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    "
           "Properties:\n"
           "      Definition:\n        StartAt: A\n        States:\n          A:\n" +
           members + "  Other: {Type: AWS::SQS::Queue} # next\n";
}
QString blockInYaml(const QString& members)
{
    return "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: "
           "!Sub |\n        {\n          \"StartAt\": \"A\",\n"
           "          \"States\": {\n            \"A\": {\n" +
           members + "\n            }\n          }\n        }\n      RoleArn: !GetAtt Role.Arn\n";
}
QString quotedInYaml(const QString& members)
{
    return "Resources:\n  M:\n    Type: AWS::StepFunctions::StateMachine\n    Properties:\n      DefinitionString: "
           "'{\"StartAt\":\"A\",\"States\":{\"A\":{" +
           members + "}}}'\n";
}
QString objectInJson(const QString& members)
{
    return "{\n\t\"Resources\": {\n\t\t\"M\": {\n\t\t\t\"Type\": "
           "\"AWS::StepFunctions::StateMachine\",\n\t\t\t\"Properties\": {\"Definition\": {\n"
           "\t\t\t\t\"StartAt\": \"A\",\n\t\t\t\t\"States\": {\"A\": {" +
           members + "}}\n\t\t\t}}\n\t\t}\n\t}\n}\n";
}
QString joinedInJson(const QString& members)
{
    return R"({"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"DefinitionString": {"Fn::Join": ["", ["{\"StartAt\":\"A\",\"States\":{\"A\":{\"Resource\":\"", {"Fn::GetAtt": ["Worker", "Arn"]}, "\",)" +
           members + R"(}}}"]]}}}}})" + "\n";
}
QString terraform(const QString& members)
{
    return R"({"resource": {"aws_sfn_state_machine": {"M": {"name": "m", "definition": "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n)" +
           members + R"(\n    }\n  }\n}\n"}}}})" + "\n";
}

} // namespace

void TemplatePlacesTest::accepts_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("after"); // with the cursor
    const auto row = [](const char* name, const char* file, const QString& before, const char* label,
                        const QString& after) {
        QTest::newRow(name) << QString::fromUtf8(file) << before << QString::fromUtf8(label) << after;
    };
    row("SAM: a field", "a.yaml", sam("            Type: Wait\n            Sec¦\n            End: true\n"), "Seconds",
        sam("            Type: Wait\n            Seconds: 0¦\n            End: true\n"));
    row("SAM: an object", "a.yaml",
        sam("            Type: Task\n            Resource: !GetAtt Worker.Arn\n            Ret¦\n            End: "
            "true\n"),
        "Retry",
        sam("            Type: Task\n            Resource: !GetAtt Worker.Arn\n            Retry:\n              - ¦\n "
            "           End: true\n"));
    row("SAM: a value behind a function", "a.yaml",
        sam("            Type: Task\n            Resource:\n              Fn::GetAtt: [Worker, Arn]\n            Next: "
            "¦\n          B:\n            Type: Succeed\n"),
        "B",
        sam("            Type: Task\n            Resource:\n              Fn::GetAtt: [Worker, Arn]\n            Next: "
            "B¦\n          B:\n            Type: Succeed\n"));
    row("SAM: an expression", "a.yaml",
        sam("            Type: Pass\n            QueryLanguage: JSONata\n            Output: '{% $su¦ %}'\n            "
            "End: true\n"),
        "$sum",
        sam("            Type: Pass\n            QueryLanguage: JSONata\n            Output: '{% $sum(¦) %}'\n         "
            "   End: true\n"));
    row("block: a field", "a.yaml",
        blockInYaml("              \"Type\": \"Task\",\n              \"Resource\": \"${Worker.Arn}\",\n              "
                    "¦\n              \"End\": true"),
        "Retry",
        blockInYaml("              \"Type\": \"Task\",\n              \"Resource\": \"${Worker.Arn}\",\n              "
                    "\"Retry\": [\n                {¦}\n              ],\n              \"End\": true"));
    row("block: a value", "a.yaml", blockInYaml("              \"Type\": \"Pa¦\""), "Pass",
        blockInYaml("              \"Type\": \"Pass\"¦"));
    row("single quotes: a field", "a.yaml", quotedInYaml("\"Type\":\"Fail\",\"Cause\":\"it''s\",¦"), "Error",
        quotedInYaml("\"Type\":\"Fail\",\"Cause\":\"it''s\",\"Error\":\"¦\""));
    row("single quotes: an expression with a quote", "a.yaml",
        quotedInYaml("\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":\"{% ''東'' & $upp¦ %}\""),
        "$uppercase",
        quotedInYaml("\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":\"{% ''東'' & $uppercase(¦) %}\""));
    row("object: a field", "a.json",
        objectInJson(R"x("Type": "Task", "Resource": {"Fn::GetAtt": ["Worker", "Arn"]}, ¦)x"), "TimeoutSeconds",
        objectInJson(R"x("Type": "Task", "Resource": {"Fn::GetAtt": ["Worker", "Arn"]}, "TimeoutSeconds": 1¦)x"));
    row("object: a value", "a.json", objectInJson(R"x("Type": "Pass", "Parameters": {"a.$": "States.Form¦"})x"),
        "States.Format", objectInJson(R"x("Type": "Pass", "Parameters": {"a.$": "States.Format(¦)"})x"));
    row("joined: a field", "a.json", joinedInJson(R"x(\"Type\":\"Task\",¦)x"), "Next",
        joinedInJson(R"x(\"Type\":\"Task\",\"Next\":\"¦\")x"));
    row("joined: a value", "a.json", joinedInJson(R"x(\"Type\":\"Task\",\"Next\":\"¦\")x"), "A",
        joinedInJson(R"x(\"Type\":\"Task\",\"Next\":\"A\"¦)x"));
    row("Terraform: a field", "main.tf.json",
        terraform(R"x(      \"Type\": \"Task\",\n      \"Resource\": \"${aws_lambda_function.f.arn}\",\n      ¦)x"),
        "Retry",
        terraform(
            R"x(      \"Type\": \"Task\",\n      \"Resource\": \"${aws_lambda_function.f.arn}\",\n      \"Retry\": [\n        {¦}\n      ])x"));
    row("Terraform: an expression", "main.tf.json",
        terraform(
            R"x(      \"Type\": \"Pass\",\n      \"QueryLanguage\": \"JSONata\",\n      \"Output\": \"{% \\\"a\\\" & $su¦ %}\")x"),
        "$sum",
        terraform(
            R"x(      \"Type\": \"Pass\",\n      \"QueryLanguage\": \"JSONata\",\n      \"Output\": \"{% \\\"a\\\" & $sum(¦) %}\")x"));
}

void TemplatePlacesTest::accepts()
{
    QFETCH(QString, file);
    QFETCH(QString, before);
    QFETCH(QString, label);
    QFETCH(QString, after);
    auto place = placeIn(file, before);
    QVERIFY(place);
    QStringList labels;
    for (const CompletionItem& item : completionsAt(*place->document.snapshot(), place->offset).items) {
        labels << QString::fromStdString(item.label);
        if (labels.back() != label)
            continue;
        const QString host = hostAfter(place->document, item.patch);
        QVERIFY(!host.isEmpty());
        QCOMPARE(withMark(host, place->document.snapshot()->region()->toHost(item.selection.begin), "¦"), after);
        return;
    }
    QFAIL(qPrintable(label + " is missing in: " + labels.join(u' ')));
}

void TemplatePlacesTest::hovers_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after"); // what is explained in « »
    const auto row = [](const char* name, const char* file, const QString& before, const QString& after) {
        QTest::newRow(name) << QString::fromUtf8(file) << before << after;
    };
    row("SAM: a field", "a.yaml", sam("            Type: Wait\n            Sec¦onds: 1\n"),
        sam("            Type: Wait\n            «Seconds»: 1\n"));
    row("block: a resource", "a.yaml",
        blockInYaml(
            "              \"Type\": \"Task\",\n              \"Resource\": \"arn:aws:states:::lam¦bda:invoke\""),
        blockInYaml(
            "              \"Type\": \"Task\",\n              \"Resource\": «\"arn:aws:states:::lambda:invoke\"»"));
    row("single quotes: a function", "a.yaml",
        quotedInYaml("\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":\"{% ''東'' & $upp¦ercase() %}\""),
        quotedInYaml("\"Type\":\"Pass\",\"QueryLanguage\":\"JSONata\",\"Output\":\"{% ''東'' & «$uppercase»() %}\""));
    row("object: behind a function", "a.json",
        objectInJson(R"x("Type": "Task", "Resource": {"Fn::GetAtt": ["Worker", "Arn"]}, "Timeout¦Seconds": 5)x"),
        objectInJson(R"x("Type": "Task", "Resource": {"Fn::GetAtt": ["Worker", "Arn"]}, «"TimeoutSeconds"»: 5)x"));
    row("joined: a field", "a.json", joinedInJson(R"x(\"Ty¦pe\":\"Task\")x"), joinedInJson(R"x(«\"Type\"»:\"Task\")x"));
    row("Terraform: a function", "main.tf.json",
        terraform(
            R"x(      \"Type\": \"Pass\",\n      \"QueryLanguage\": \"JSONata\",\n      \"Output\": \"{% \\\"a\\\" & $su¦m() %}\")x"),
        terraform(
            R"x(      \"Type\": \"Pass\",\n      \"QueryLanguage\": \"JSONata\",\n      \"Output\": \"{% \\\"a\\\" & «$sum»() %}\")x"));
}

void TemplatePlacesTest::hovers()
{
    QFETCH(QString, file);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto place = placeIn(file, before);
    QVERIFY(place);
    const auto hover = hoverAt(*place->document.snapshot(), place->offset);
    QVERIFY(hover);
    QCOMPARE(marked(*place->document.snapshot()->region(), hover->range), after);
}

void TemplatePlacesTest::leadsToTheDefinition_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after"); // the definition in « »
    const auto row = [](const char* name, const char* file, const QString& before, const QString& after) {
        QTest::newRow(name) << QString::fromUtf8(file) << before << after;
    };
    row("SAM: a state", "a.yaml",
        sam("            Type: Pass\n            Next: ¦B\n          B:\n            Type: Succeed\n"),
        sam("            Type: Pass\n            Next: B\n          «B»:\n            Type: Succeed\n"));
    row("SAM: a variable", "a.yaml",
        sam("            Type: Pass\n            QueryLanguage: JSONata\n            Assign:\n              total: 1\n "
            "           Output: '{% $¦total %}'\n"),
        sam("            Type: Pass\n            QueryLanguage: JSONata\n            Assign:\n              «total»: "
            "1\n            Output: '{% $total %}'\n"));
    row("block: a variable", "a.yaml",
        blockInYaml("              \"Type\": \"Pass\",\n              \"Assign\": {\"total.$\": \"$.t\"},\n            "
                    "  \"InputPath\": \"$¦total\""),
        blockInYaml("              \"Type\": \"Pass\",\n              \"Assign\": {\"«total».$\": \"$.t\"},\n          "
                    "    \"InputPath\": \"$total\""));
    row("joined: a variable", "a.json",
        joinedInJson(R"x(\"Type\":\"Task\",\"Assign\":{\"total\":1},\"InputPath\":\"$¦total\")x"),
        joinedInJson(R"x(\"Type\":\"Task\",\"Assign\":{\"«total»\":1},\"InputPath\":\"$total\")x"));
    row("Terraform: a state", "main.tf.json", terraform(R"x(      \"Type\": \"Pass\",\n      \"Next\": \"¦A\")x"),
        terraform(R"x(      \"Type\": \"Pass\",\n      \"Next\": \"A\")x")
            .replace(QStringLiteral("    \\\"A\\\": {"), QStringLiteral("    «\\\"A\\\"»: {")));
}

void TemplatePlacesTest::leadsToTheDefinition()
{
    QFETCH(QString, file);
    QFETCH(QString, before);
    QFETCH(QString, after);
    const auto place = placeIn(file, before);
    QVERIFY(place);
    const Snapshot& snapshot = *place->document.snapshot();
    const auto thing = namedThingAt(snapshot, place->offset);
    QVERIFY(thing);
    for (const Reference& reference : referencesTo(snapshot, *thing))
        if (reference.defines) {
            QCOMPARE(marked(*snapshot.region(), reference.range), after);
            return;
        }
    QFAIL("the definition is missing");
}

void TemplatePlacesTest::renames_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text"); // the name is @; the cursor stands at ¦
    const auto row = [](const char* name, const char* file, const QString& text) {
        QTest::newRow(name) << QString::fromUtf8(file) << text;
    };
    const QString state = QStringLiteral("\"Type\": \"Pass\", \"Next\": \"¦@\"}, \"@\": {\"Type\": \"Succeed\"");
    const QString variable = QStringLiteral("\"Type\": \"Pass\", \"QueryLanguage\": \"JSONata\", \"Assign\": {\"¦@\": "
                                            "1}, \"Output\": \"{% \\\"東\\\" & $@ %}\", \"End\": true");
    const auto escaped = [](QString json) {
        return json.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
    };
    row("SAM: a state", "a.yaml",
        sam("            Type: Task\n            Resource: !GetAtt Worker.Arn\n            Next: ¦@\n          @:\n    "
            "        Type: Succeed\n"));
    row("SAM: a variable", "a.yaml",
        sam("            Type: Pass\n            QueryLanguage: JSONata\n            Assign:\n              ¦@: 1\n    "
            "        Output: '{% ''東'' & $@ %}'\n"));
    row("block: a state", "a.yaml", blockInYaml("              " + state));
    row("block: a variable", "a.yaml", blockInYaml("              " + variable));
    row("single quotes: a state", "a.yaml", quotedInYaml(state));
    row("single quotes: a variable", "a.yaml", quotedInYaml(variable));
    row("object: a state", "a.json", objectInJson(state));
    row("object: a variable", "a.json", objectInJson(variable));
    row("joined: a state", "a.json", joinedInJson(escaped(state)));
    row("joined: a variable", "a.json", joinedInJson(escaped(variable)));
    row("Terraform: a state", "main.tf.json", terraform(escaped(state)));
    row("Terraform: a variable", "main.tf.json", terraform(escaped(variable)));
}

void TemplatePlacesTest::renames()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    auto place = placeIn(file, QString(text).replace(u'@', QStringLiteral("old")));
    QVERIFY(place);
    const Snapshot& snapshot = *place->document.snapshot();
    const std::string hostBefore = snapshot.region()->host();
    const auto thing = namedThingAt(snapshot, place->offset);
    QVERIFY(thing);
    QCOMPARE(QString::fromStdString(thing->name), QStringLiteral("old"));
    const auto edit = thing->kind == NamedThing::Kind::State ? renameState(snapshot, StatePath{{}, "old"}, "newName")
                                                             : renameVariable(snapshot, *thing, "newName");
    QVERIFY2(edit, edit ? "" : english(edit.error().message).c_str());
    const TextPatch back = inverse(snapshot.text(), edit->patch);
    QCOMPARE(hostAfter(place->document, edit->patch),
             QString(text).remove(u'¦').replace(u'@', QStringLiteral("newName")));
    QCOMPARE(hostAfter(place->document, back).toStdString(), hostBefore);
}

void TemplatePlacesTest::everyItemCanBeWritten_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("machine");
    const QDir folder(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data/templates"));
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string host = file.readAll().toStdString();
        const auto found =
            readTemplate(std::make_shared<const std::string>(host), textSyntax(name.toStdString(), host));
        for (const TemplateMachine& machine : found ? found->machines : std::vector<TemplateMachine>())
            if (machine.region && !machine.region->whyReadOnly())
                QTest::addRow("%s#%s", qPrintable(name), machine.name.c_str())
                    << file.fileName() << QString::fromStdString(machine.name);
    }
}

/// Nothing is offered that the file cannot take, and what is accepted is what the file says when it is read anew.
void TemplatePlacesTest::everyItemCanBeWritten()
{
    QFETCH(QString, path);
    QFETCH(QString, machine);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto found = machineIn(file.readAll().toStdString(), path, machine.toStdString());
    QVERIFY(found);
    const Document document = Document::open(found->region, found->syntax);
    int compared = 0;
    for (std::size_t offset = 0; offset <= found->region->text().size(); ++offset) {
        if (offset < found->region->text().size() && (found->region->text()[offset] & '\xC0') == '\x80')
            continue;
        const Completions offered = completionsAt(*document.snapshot(), offset);
        const std::size_t step = std::max<std::size_t>(1, offered.items.size() / 8);
        for (std::size_t i = 0; i < offered.items.size(); i += step) {
            const CompletionItem& item = offered.items[i];
            const QByteArray what =
                QByteArray::fromStdString(item.label) + " at " + QByteArray::number(qulonglong(offset));
            QVERIFY2(canChange(*document.snapshot(), item.patch), what);
            Document changed = document;
            const Region& region = *changed.replace(item.patch)->region();
            QVERIFY2(!region.fault(), what);
            if (!changed.snapshot()->tree().errors().empty())
                continue; // a name alone
            const auto again = machineIn(region.host(), path, machine.toStdString());
            QVERIFY2(again, what);
            QVERIFY2(again->region->text() == region.text(), what + "\n" + QByteArray::fromStdString(region.host()));
            ++compared;
        }
    }
    QVERIFY(compared > 0);
}

QTEST_APPLESS_MAIN(TemplatePlacesTest)
#include "template_places_test.moc"

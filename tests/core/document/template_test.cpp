// Definitions inside templates: found, changed where they are, and nothing else of the file.

#include "core/document/convert.h"
#include "core/document/edits.h"
#include "core/document/template.h"
#include "core/text/text_syntax.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace asl;

namespace {

const QString folder = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data/templates");

std::string contentOf(const QString& file)
{
    QFile opened(folder + "/" + file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll().toStdString() : std::string();
}

std::optional<Template> templateOf(const std::string& text, const QString& file)
{
    return readTemplate(std::make_shared<const std::string>(text), textSyntax(file.toStdString(), text));
}

/// The machine of a template file; one with a problem when there is none.
TemplateMachine machineOf(const std::string& text, const QString& file, const QString& name)
{
    const auto found = templateOf(text, file);
    if (!found)
        return {};
    for (const TemplateMachine& machine : found->machines)
        if (machine.name == name.toStdString())
            return machine;
    return {};
}

} // namespace

class TemplateTest : public QObject
{
    Q_OBJECT

private slots:
    void machines_data();
    void machines();
    void definitions_data();
    void definitions();
    void edits_data();
    void edits();
    void anyChangeTouchesNothingElse_data() { definitions_data(); }
    void anyChangeTouchesNothingElse();
    void whatStandsForSomethingElseIsRefused();
    void aValueBelowItsKeyIsReplacedAsAWhole();
    void valuesThatTheTemplateTells();
    void placesOfTheFile();
    void oneMachineNeedsNoName();
    void converted_data();
    void converted();
};

void TemplateTest::machines_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("names");
    QTest::newRow("SAM") << "sam.yaml"
                         << "Inline express, Orders in statemachine/orders.asl.json";
    QTest::newRow("texts") << "strings.yaml"
                           << "Block, Listed, Single, Double, Folded (This definition can be read, but not changed: "
                              "its text is written in a way that "
                              "cannot be written back. Write it as an object, or in a block (|).), Stored (The "
                              "definition of Stored is stored in S3. Open the file that is uploaded there.)";
    QTest::newRow("JSON") << "cloudformation.json"
                          << "Object, Joined, Lines";
    QTest::newRow("Terraform") << "main.tf.json"
                               << "orders, elsewhere (The definition of elsewhere is an expression of Terraform "
                                  "(${templatefile(…)}), which is not read. Open the "
                                  "file that it names, or write the definition out.)";
    QTest::newRow("Serverless Framework, in other files")
        << "elsewhere/serverless_files.yml"
        << "beside express in statemachine/orders.asl.json, quoted in machines/quoted.yml, part (The definition of part is a "
           "variable (${file(machines/all.yml):orders}), which is not read. Open the file that it names, or write the definition "
           "out.), named (The definition of named is a variable (${self:custom.definition}), which is not read. Open the file that "
           "it names, or write the definition out.), whole (whole is written in machines/whole.yml. Open its definition there.)";
    QTest::newRow("Serverless Framework") << "serverless.yml"
                                          << "orders";
}

void TemplateTest::machines()
{
    QFETCH(QString, file);
    const auto found = templateOf(contentOf(file), file);
    QVERIFY(found);
    QStringList names;
    for (const TemplateMachine& machine : found->machines) {
        QString name = QString::fromStdString(machine.name) + (machine.express ? " express" : "");
        if (!machine.file.empty())
            name += " in " + QString::fromStdString(machine.file);
        if (machine.problem)
            name += " (" + QString::fromStdString(english(machine.problem->message)) + ")";
        else if (machine.region && machine.region->whyReadOnly())
            name += " (" + QString::fromStdString(english(machine.region->whyReadOnly()->message)) + ")";
        names.append(name);
    }
    QTEST(names.join(", "), "names");
}

void TemplateTest::definitions_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("machine");
    for (const auto& [file, machine] :
         std::initializer_list<std::pair<const char*, const char*>>{{"sam.yaml", "Inline"},
                                                                    {"strings.yaml", "Block"},
                                                                    {"strings.yaml", "Listed"},
                                                                    {"strings.yaml", "Single"},
                                                                    {"strings.yaml", "Double"},
                                                                    {"cloudformation.json", "Object"},
                                                                    {"cloudformation.json", "Joined"},
                                                                    {"cloudformation.json", "Lines"},
                                                                    {"main.tf.json", "orders"},
                                                                    {"serverless.yml", "orders"}})
        QTest::addRow("%s#%s", file, machine) << QString::fromLatin1(file) << QString::fromLatin1(machine);
}

void TemplateTest::definitions()
{
    QFETCH(QString, file);
    QFETCH(QString, machine);
    const std::string text = contentOf(file);
    const TemplateMachine found = machineOf(text, file, machine);
    QVERIFY(found.region);
    const Document document = Document::open(found.region, found.syntax);
    const Snapshot& snapshot = *document.snapshot();
    QVERIFY2(snapshot.tree().errors().empty(), snapshot.text().c_str());
    QVERIFY(!snapshot.machine().states().empty());
    // Every position and range of the definition lies in the file, in order.
    std::size_t before = 0;
    for (std::size_t at = 0; at <= snapshot.text().size(); ++at) {
        const std::size_t place = found.region->toHost(at);
        QVERIFY(place >= before && place <= found.region->hostEnd());
        before = place;
    }
}

void TemplateTest::edits_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("machine");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char* file, const char* machine, const char* from, const char* to) {
        QTest::addRow("%s#%s", file, machine) << QString::fromLatin1(file) << QString::fromLatin1(machine)
                                              << QString::fromUtf8(from) << QString::fromUtf8(to);
    };
    // Each first state gets TimeoutSeconds 7 or a Comment, by the smallest change of the file.
    row("sam.yaml", "Inline", "            Type: Task\n", "            Type: Task\n            Comment: Said \"so\"\n");
    row("strings.yaml", "Block", "              \"Type\": \"Task\",\n",
        "              \"Type\": \"Task\",\n              \"Comment\": \"Said \\\"so\\\"\",\n");
    row("strings.yaml", "Listed", "{\"Type\": \"Pass\", \"Result\"",
        "{\"Type\": \"Pass\", \"Comment\": \"Said \\\"so\\\"\", \"Result\"");
    row("strings.yaml", "Single", "\"Cause\":\"it''s over\"",
        "\"Comment\":\"Said \\\"so\\\"\",\"Cause\":\"it''s over\"");
    row("strings.yaml", "Double", "\\\"Cause\\\":\\\"a",
        "\\\"Comment\\\":\\\"Said \\\\\\\"so\\\\\\\"\\\",\\\"Cause\\\":\\\"a");
    row("cloudformation.json", "Object", "{\"Type\": \"Task\", \"Resource\"",
        "{\"Type\": \"Task\", \"Comment\": \"Said \\\"so\\\"\", \"Resource\"");
    row("cloudformation.json", "Joined", "\\\"Type\\\":\\\"Task\\\",",
        "\\\"Type\\\":\\\"Task\\\",\\\"Comment\\\":\\\"Said \\\\\\\"so\\\\\\\"\\\",");
    row("cloudformation.json", "Lines", "{\\\"Type\\\": \\\"Succeed\\\"}",
        "{\\\"Type\\\": \\\"Succeed\\\", \\\"Comment\\\": \\\"Said \\\\\\\"so\\\\\\\"\\\"}");
    row("main.tf.json", "orders", "\\\"Task\\\",\\n ",
        "\\\"Task\\\",\\n      \\\"Comment\\\": \\\"Said \\\\\\\"so\\\\\\\"\\\",\\n ");
    row("serverless.yml", "orders", "            Type: Task\n",
        "            Type: Task\n            Comment: Said \"so\"\n");
}

void TemplateTest::edits()
{
    QFETCH(QString, file);
    QFETCH(QString, machine);
    QFETCH(QString, from);
    QFETCH(QString, to);
    const std::string text = contentOf(file);
    const TemplateMachine found = machineOf(text, file, machine);
    QVERIFY(found.region);
    Document document = Document::open(found.region, found.syntax);
    const StatePath first = document.snapshot()->machine().path(StateId(0));
    const auto edit = setField(*document.snapshot(), first, "Comment", R"("Said \"so\"")");
    QVERIFY2(edit, edit ? "" : english(edit.error().message).c_str());
    const TextPatch back = inverse(document.snapshot()->text(), edit->patch);
    document.replace(edit->patch);
    QString expected = QString::fromStdString(text);
    const qsizetype at = expected.indexOf(from);
    QVERIFY(at >= 0);
    QCOMPARE(QString::fromStdString(document.snapshot()->region()->host()), expected.replace(at, from.size(), to));
    // The file says what the document says, and undoing restores each byte.
    const TemplateMachine again = machineOf(document.snapshot()->region()->host(), file, machine);
    QCOMPARE(again.region->text(), document.snapshot()->text());
    document.replace(back);
    QCOMPARE(document.snapshot()->region()->host(), text);
}

void TemplateTest::anyChangeTouchesNothingElse()
{
    QFETCH(QString, file);
    QFETCH(QString, machine);
    QRandomGenerator random(11);
    const std::string text = contentOf(file);
    const TemplateMachine found = machineOf(text, file, machine);
    QVERIFY(found.region);
    const std::string_view insertions[] = {"", "x", "\"", "\n", "'", "\\", "  y: 1\n", "東", "\n\n", "a\nb"};
    int done = 0;
    for (int round = 0; round < 600; ++round) {
        Region region = *found.region;
        for (std::uint32_t step = random.bounded(3U) + 1; step > 0; --step) {
            const std::string before = region.text();
            std::size_t begin = random.bounded(std::uint32_t(before.size() + 1));
            std::size_t end = std::min(before.size(), begin + random.bounded(30U));
            while (begin > 0 && (before[begin] & 0xC0) == 0x80)
                --begin;
            while (end < before.size() && (before[end] & 0xC0) == 0x80)
                ++end;
            const TextPatch patch = TextPatch::replacing({begin, end}, std::string(insertions[random.bounded(10U)]));
            const auto mapped = region.toHost(patch);
            if (!mapped)
                continue; // inside something that stands for something else
            const Region changed = region.patched(patch);
            QVERIFY(!changed.fault());
            QCOMPARE(changed.text(), applied(before, patch));
            QCOMPARE(changed.host(), applied(region.host(), *mapped));
            QCOMPARE(changed.host().substr(0, changed.hostBegin()), text.substr(0, found.region->hostBegin()));
            QCOMPARE(changed.host().substr(changed.hostEnd()), text.substr(found.region->hostEnd()));
            const Region back = changed.patched(inverse(before, patch));
            if (!back.fault())
                QCOMPARE(back.text(), before);
            region = changed;
            ++done;
        }
        // Read anew from the file, the definition is the same, as long as the file can be read.
        const auto reread = templateOf(region.host(), file);
        if (!reread || !reread->errors.empty())
            continue;
        const TemplateMachine again = machineOf(region.host(), file, machine);
        if (again.region && !again.region->whyReadOnly() && found.syntax == TextSyntax::Json && !file.endsWith("yaml"))
            // White space behind a closing bracket belongs to the file again.
            QCOMPARE(QByteArray::fromStdString(again.region->text()).trimmed(),
                     QByteArray::fromStdString(region.text()).trimmed());
    }
    QVERIFY(done > 300);
}

void TemplateTest::whatStandsForSomethingElseIsRefused()
{
    const TemplateMachine found = machineOf(contentOf("cloudformation.json"), "cloudformation.json", "Joined");
    Document document = Document::open(found.region, found.syntax);
    const std::string& text = document.snapshot()->text();
    const std::size_t token = text.find("${Worker.Arn}");
    QVERIFY(token != std::string::npos);
    const auto inside = canChange(*document.snapshot(), TextPatch::replacing({token + 3, token + 5}, "x"));
    QVERIFY(!inside);
    QCOMPARE(english(inside.error().message),
             std::string("${Worker.Arn} is put in by the template. Change it there, or replace it as a whole."));
    QVERIFY(canChange(*document.snapshot(), TextPatch::replacing({token, token + 13}, "name")));
    // A state that holds some can be moved: they are written again.
    const auto copy = duplicateState(*document.snapshot(), {{}, "A"});
    QVERIFY(copy);
    document.replace(copy->patch);
    const TemplateMachine again = machineOf(document.snapshot()->region()->host(), "cloudformation.json", "Joined");
    QCOMPARE(again.region->text(), document.snapshot()->text());
    const TemplateMachine folded = machineOf(contentOf("strings.yaml"), "strings.yaml", "Folded");
    const Document readOnly = Document::open(folded.region, folded.syntax);
    const auto refused = renameState(*readOnly.snapshot(), {{}, "A"}, "B");
    QVERIFY(!refused && english(refused.error().message).starts_with("This definition can be read, but not changed"));
}

void TemplateTest::aValueBelowItsKeyIsReplacedAsAWhole()
{
    const std::string text = contentOf("serverless.yml");
    const TemplateMachine found = machineOf(text, "serverless.yml", "orders");
    Document document = Document::open(found.region, found.syntax);
    const auto edit = setField(*document.snapshot(), {{}, "A"}, "Resource", R"("arn:aws:states:::lambda:invoke")");
    QVERIFY2(edit, edit ? "" : english(edit.error().message).c_str());
    const TextPatch back = inverse(document.snapshot()->text(), edit->patch);
    document.replace(edit->patch);
    QString expected = QString::fromStdString(text);
    expected.replace("Resource:\n              Fn::GetAtt: [charge, Arn]\n",
                     "Resource: \"arn:aws:states:::lambda:invoke\"\n");
    QCOMPARE(QString::fromStdString(document.snapshot()->region()->host()), expected);
    document.replace(back);
    QCOMPARE(document.snapshot()->region()->host(), text);
}

void TemplateTest::valuesThatTheTemplateTells()
{
    const TemplateMachine inlined = machineOf(contentOf("sam.yaml"), "sam.yaml", "Inline");
    QCOMPARE(data::toJson(inlined.values.at("ChargeArn")),
             std::string("\"arn:aws:lambda:us-east-1:111111111111:function:Charge\""));
    QCOMPARE(data::toJson(inlined.values.at("Charge.Arn")),
             std::string("\"arn:aws:lambda:us-east-1:111111111111:function:Charge\""));
    QCOMPARE(data::toJson(inlined.values.at("Attempts")), std::string("\"3\""));
    QVERIFY(!inlined.values.contains("Table"));
    const TemplateMachine orders = machineOf(contentOf("sam.yaml"), "sam.yaml", "Orders");
    QCOMPARE(data::toJson(orders.values.at("ChargeArn")),
             std::string("\"arn:aws:lambda:us-east-1:111111111111:function:x\""));
}

void TemplateTest::placesOfTheFile()
{
    const std::string text = contentOf("strings.yaml");
    const TemplateMachine found = machineOf(text, "strings.yaml", "Block");
    const std::size_t inner = found.region->text().find("\"Task\"");
    const TextRange host = found.region->toHost(TextRange{inner, inner + 6});
    QCOMPARE(text.substr(host.begin, host.size()), std::string("\"Task\""));
}

void TemplateTest::oneMachineNeedsNoName()
{
    const auto several = templateOf(contentOf("cloudformation.json"), "cloudformation.json");
    QCOMPARE(english(asl::machineOf(*several, "").error().message),
             std::string("The template has several state machines. Name one behind the file, as in FILE#Object: "
                         "Object, Joined, Lines."));
    QCOMPARE(english(asl::machineOf(*several, "X").error().message),
             std::string("The template has no state machine X. There are: Object, Joined, Lines."));
    QVERIFY(asl::machineOf(*templateOf(contentOf("serverless.yml"), "serverless.yml"), ""));
    QVERIFY(!templateOf("StartAt: A\nStates: {}\nResources: x\n", "a.yaml"));
    QVERIFY(isTerraformFile("main.tf") && !isTerraformFile("main.tf.json"));
}

void TemplateTest::converted_data()
{
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("text");
    QTest::addColumn<bool>("bare");
    for (const bool bare : {false, true})
        for (const auto& [name, form, text] : std::initializer_list<std::tuple<const char*, DeployForm, DeployText>>{
                 {"CloudFormation", DeployForm::CloudFormation, DeployText::Yaml},
                 {"CloudFormation JSON", DeployForm::CloudFormation, DeployText::Json},
                 {"SAM", DeployForm::Sam, DeployText::Yaml},
                 {"SAM JSON", DeployForm::Sam, DeployText::Json},
                 {"Terraform JSON", DeployForm::Terraform, DeployText::Json},
                 {"YAML", DeployForm::Yaml, DeployText::Yaml}})
            QTest::addRow("%s%s", name, bare ? ", bare token" : "") << int(form) << int(text) << bare;
}

/// What was written is read again, and holds the same definition.
void TemplateTest::converted()
{
    QFETCH(int, form);
    QFETCH(int, text);
    QFETCH(bool, bare);
    const std::string definition = R"(// x
{"StartAt": "No", "States": {"No": {"Type": "Task", "Resource": "arn:aws:states:::x", "TimeoutSeconds": )" +
                                   std::string(bare ? "${N}" : "5") + R"(,
 "Parameters": {"yes": "no", "text": "a\nb: 'c' \"d\" %{x}", "${Key}": "${Value}", "n": 1e2}, "Next": "B"}, "B": {"Type": "Succeed"}, }})";
    const Snapshot snapshot(1, std::make_shared<const std::string>(definition));
    QVERIFY(snapshot.tree().errors().empty());
    const auto written = asl::converted(snapshot, static_cast<DeployForm>(form), static_cast<DeployText>(text), {});
    QVERIFY(written);
    const bool json = static_cast<DeployText>(text) == DeployText::Json;
    const auto found = templateOf(*written, json ? "x.json" : "x.yaml");
    SyntaxTree back;
    if (static_cast<DeployForm>(form) == DeployForm::Yaml) {
        QVERIFY(!found);
        back = SyntaxTree::parse(*written, TextSyntax::Yaml);
    } else {
        QVERIFY2(found, written->c_str());
        QCOMPARE(found->machines.size(), std::size_t(1));
        QVERIFY2(found->machines.front().region, written->c_str());
        back = SyntaxTree::parse(found->machines.front().region->text(), found->machines.front().syntax);
    }
    QVERIFY2(back.errors().empty(), written->c_str());
    const NodeId state = *back.atPointer("/States/No");
    QCOMPARE(back.stringValue(back.find(back.find(state, "Parameters"), "yes")), std::string("no"));
    QCOMPARE(back.kind(back.find(state, "TimeoutSeconds")), bare ? NodeKind::Substitution : NodeKind::Number);
    const std::string shown = back.stringValue(back.find(back.find(state, "Parameters"), "text"));
    QVERIFY2(shown == "a\nb: 'c' \"d\" %{x}" || shown == "a\nb: 'c' \"d\" %%{x}", shown.c_str());
}

QTEST_APPLESS_MAIN(TemplateTest)
#include "template_test.moc"

// Fields of forms: a widget for every shape, a row for every field, and the text that each edit makes.

#include "inspector_fixture.h"

using namespace designer;

namespace {

constexpr asl::Shape lastShape = asl::Shape::States;

} // namespace

class InspectorTest : public QObject
{
    Q_OBJECT

private slots:
    void everyShapeHasAWidget();
    void everyFieldHasARow_data();
    void everyFieldHasARow();
    void everyFieldOfTheWorkflowHasARow();
    void typing_data();
    void typing();
    void choosing_data();
    void choosing();
    void refusedInputChangesNothing();
    void escapeRestores();
    void undoKeysReachTheStackFromALine();
    void undoInTheMiddleOfTypingStaysInTheLine();
    void inputMethodComposes();
    void changesFromOutsideKeepWhatIsTyped();
    void typedTextGoesToTheStateItWasTypedFor();
    void offeredFieldIsWrittenWhenFilledIn();
    void fieldsOfOneGroupReplaceEachOther();
};

void InspectorTest::everyShapeHasAWidget()
{
    Workspace workspace;
    workspace.open(*asl::Document::open("{}"));
    QWidget parent;
    SimulationController simulation(workspace);
    FormHost host(workspace, simulation, &parent);
    for (int shape = 0; shape <= static_cast<int>(lastShape); ++shape) {
        asl::Field field;
        field.name = "X";
        field.shape = static_cast<asl::Shape>(shape);
        field.object = asl::ObjectType::Retrier;
        ObjectPlace object;
        object.snapshot = workspace.snapshot();
        object.node = workspace.snapshot()->tree().root();
        object.fields = std::span(&field, 1);
        const FieldPlace place = fieldPlace(object, field);
        FieldEditor* editor = createEditor(editorKind(field.shape), host, &parent);
        QVERIFY(editor);
        editor->show(place);
        QVERIFY2(editor->findChild<QWidget*>(), qPrintable(QStringLiteral("shape %1").arg(shape)));
    }
}

void InspectorTest::everyFieldHasARow_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<bool>("jsonata");
    for (const asl::StateTypeInfo& type : asl::stateTypes())
        for (const bool jsonata : {false, true})
            QTest::addRow("%s %s", std::string(type.name).c_str(), jsonata ? "JSONata" : "JSONPath") << static_cast<int>(type.type) << jsonata;
}

void InspectorTest::everyFieldHasARow()
{
    QFETCH(int, type);
    QFETCH(bool, jsonata);
    const asl::StateTypeInfo& info = asl::info(static_cast<asl::StateType>(type));
    const asl::QueryLanguage language = jsonata ? asl::QueryLanguage::JSONata : asl::QueryLanguage::JSONPath;
    for (const asl::Field& field : info.fields) {
        if (!asl::existsIn(field.languages, language) || field.name == "Type" || field.name == "QueryLanguage")
            continue;
        // Whatever kind the value has, there is a row for it.
        for (const char* value : {"\"x\"", "7", "true", "{}", "[]", "${Token}"}) {
            Bench bench(machine(QStringLiteral(R"("Type": "%1", "%2": %3)").arg(toQString(info.name), toQString(field.name), QLatin1String(value)),
                                jsonata ? QStringLiteral("JSONata") : QString()));
            bench.select("A");
            bench.openTab(field.section);
            const bool isNext = field.name == "Next" || field.name == "End";
            const std::string pointer = "/States/A/" + (isNext ? std::string("Next") : std::string(field.name));
            QVERIFY2(bench.row(pointer), qPrintable(toQString(field.name) + QLatin1String(" = ") + QLatin1String(value)));
        }
    }
}

void InspectorTest::everyFieldOfTheWorkflowHasARow()
{
    Bench bench(QStringLiteral(R"({"Comment": "c", "Version": "1.0", "QueryLanguage": "JSONata", "TimeoutSeconds": 3, "StartAt": "A", "States": {}})"));
    for (const asl::Field& field : asl::info(asl::ObjectType::StateMachine).fields)
        QVERIFY2(bench.row("/" + std::string(field.name)), qPrintable(toQString(field.name)));
}

void InspectorTest::typing_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<int>("section");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("after");
    const auto configuration = static_cast<int>(asl::Section::Configuration);
    const auto input = static_cast<int>(asl::Section::Input);
    const auto output = static_cast<int>(asl::Section::Output);
    const auto errors = static_cast<int>(asl::Section::ErrorHandling);
    QTest::newRow("text") << R"("Type": "Map", "Label": "a")" << configuration << "Label" << "b" << R"("Type": "Map", "Label": "b")";
    QTest::newRow("whole number") << R"("Type": "Wait", "Seconds": 5)" << configuration << "Seconds" << "10" << R"("Type": "Wait", "Seconds": 10)";
    QTest::newRow("bare token stays bare") << R"("Type": "Wait", "Seconds": ${S})" << configuration << "Seconds" << "${T}" << R"("Type": "Wait", "Seconds": ${T})";
    QTest::newRow("quoted token stays quoted") << R"("Type": "Wait", "Seconds": "${S}")" << configuration << "Seconds" << "${T}" << R"("Type": "Wait", "Seconds": "${T}")";
    QTest::newRow("token in place of a number") << R"("Type": "Wait", "Seconds": 5)" << configuration << "Seconds" << "${T}" << R"("Type": "Wait", "Seconds": ${T})";
    QTest::newRow("path") << R"("Type": "Wait", "SecondsPath": "$.a")" << configuration << "SecondsPath" << "$.b" << R"("Type": "Wait", "SecondsPath": "$.b")";
    QTest::newRow("null path") << R"("Type": "Pass", "InputPath": "$.a")" << input << "InputPath" << "null" << R"("Type": "Pass", "InputPath": null)";
    QTest::newRow("path in place of null") << R"("Type": "Pass", "ResultPath": null)" << output << "ResultPath" << "$.r" << R"("Type": "Pass", "ResultPath": "$.r")";
    QTest::newRow("resource token") << R"("Type": "Task", "Resource": "${F}")" << configuration << "Resource" << "${G}" << R"("Type": "Task", "Resource": "${G}")";
    QTest::newRow("quotes are escaped") << R"("Type": "Fail", "Error": "x")" << configuration << "Error" << "a\"b" << R"("Type": "Fail", "Error": "a\"b")";
    QTest::newRow("decimal") << R"("Type": "Map", "ToleratedFailurePercentage": 5)" << errors << "ToleratedFailurePercentage" << "7.5"
                             << R"("Type": "Map", "ToleratedFailurePercentage": 7.5)";
    QTest::newRow("emptied optional field goes") << R"("Type": "Map", "Label": "a", "MaxConcurrency": 1)" << configuration << "Label" << "" << R"("Type": "Map", "MaxConcurrency": 1)";
    QTest::newRow("comment of two lines") << R"("Type": "Pass", "Comment": "a")" << configuration << "Comment" << "a\nb" << R"("Type": "Pass", "Comment": "a\nb")";
    QTest::newRow("any JSON") << R"("Type": "Pass", "Result": {"a": 1})" << output << "Result" << R"([1, "${T}", ${U}])" << R"("Type": "Pass", "Result": [1, "${T}", ${U}])";
    QTest::newRow("template") << R"("Type": "Pass", "Parameters": {"a": 1})" << input << "Parameters" << R"({"a.$": "$.b"})" << R"("Type": "Pass", "Parameters": {"a.$": "$.b"})";
}

void InspectorTest::typing()
{
    QFETCH(QString, members);
    QFETCH(int, section);
    QFETCH(QString, field);
    QFETCH(QString, typed);
    QFETCH(QString, after);
    Bench bench(machine(members));
    bench.select("A");
    bench.openTab(static_cast<asl::Section>(section));
    const std::string pointer = "/States/A/" + toUtf8(field);
    if (auto* line = bench.in<FormLine>(pointer)) {
        line->setFocus();
        line->selectAll();
        if (typed.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, typed);
        QCOMPARE(bench.text(), machine(members)); // not before it is committed
        QTest::keyClick(line, Qt::Key_Return);
    } else {
        auto* text = bench.in<FormText>(pointer);
        QVERIFY(text);
        text->setFocus();
        text->setPlainText(typed);
        QCOMPARE(bench.text(), machine(members));
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    }
    QCOMPARE(bench.text(), machine(after));
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
    bench.workspace.undoStack()->undo();
    QCOMPARE(bench.text(), machine(members));
}

void InspectorTest::choosing_data()
{
    QTest::addColumn<QString>("members");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("after");
    QTest::newRow("next state") << R"("Type": "Pass", "Next": "A")" << "Next" << "B" << R"("Type": "Pass", "Next": "B")";
    QTest::newRow("to the end") << R"("Type": "Pass", "Next": "B")" << "Next" << "Go to end" << R"("Type": "Pass", "End": true)";
    QTest::newRow("from the end") << R"("Type": "Pass", "End": true)" << "Next" << "B" << R"("Type": "Pass", "Next": "B")";
    QTest::newRow("first of all") << R"("Type": "Pass")" << "Next" << "B" << R"("Type": "Pass", "Next": "B")";
    QTest::newRow("default") << R"("Type": "Choice", "Choices": [], "Default": "A")" << "Default" << "B" << R"("Type": "Choice", "Choices": [], "Default": "B")";
    QTest::newRow("one of several") << R"("Type": "Pass", "QueryLanguage": "JSONPath")" << "QueryLanguage" << "JSONata" << R"("Type": "Pass", "QueryLanguage": "JSONata")";
}

void InspectorTest::choosing()
{
    QFETCH(QString, members);
    QFETCH(QString, field);
    QFETCH(QString, chosen);
    QFETCH(QString, after);
    Bench bench(machine(members));
    bench.select("A");
    auto* combo = bench.in<FormCombo>("/States/A/" + toUtf8(field));
    QVERIFY(combo);
    combo->setFocus();
    combo->showPopup();
    const int index = combo->findText(chosen);
    QVERIFY(index >= 0);
    combo->hidePopup();
    combo->setCurrentIndex(index);
    emit combo->activated(index);
    QCOMPARE(bench.text(), machine(after));
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
}

void InspectorTest::refusedInputChangesNothing()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Wait", "Seconds": 5)")));
    bench.select("A");
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("soon"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.workspace.undoStack()->count(), 0);
    QCOMPARE(line->text(), QStringLiteral("soon")); // to be put right, not lost
    const auto labels = bench.row("/States/A/Seconds")->findChildren<ThemedLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](ThemedLabel* label) { return label->isVisible() && label->text() == QLatin1String("Enter a whole number."); }));
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), QStringLiteral("5"));

    Bench json(machine(QStringLiteral(R"("Type": "Pass", "Parameters": {})")));
    json.select("A");
    json.openTab(asl::Section::Input);
    auto* text = json.in<FormText>("/States/A/Parameters");
    text->setFocus();
    text->setPlainText(QStringLiteral("{\"a\": "));
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(json.workspace.undoStack()->count(), 0);
    QCOMPARE(text->toPlainText(), QStringLiteral("{\"a\": "));
}

void InspectorTest::escapeRestores()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Wait", "Seconds": 5)")));
    bench.select("A");
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("77"));
    QTest::keyClick(line, Qt::Key_Escape);
    QCOMPARE(line->text(), QStringLiteral("5"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.workspace.undoStack()->count(), 0);
}

void InspectorTest::undoKeysReachTheStackFromALine()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Wait", "Seconds": 5)")));
    bench.select("A");
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("6"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.text(), machine(QStringLiteral(R"("Type": "Wait", "Seconds": 6)")));
    QVERIFY(line->hasFocus());
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.text(), machine(QStringLiteral(R"("Type": "Wait", "Seconds": 5)")));
    QCOMPARE(line->text(), QStringLiteral("5"));
}

void InspectorTest::undoInTheMiddleOfTypingStaysInTheLine()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Wait", "Seconds": 5)")));
    bench.workspace.apply(asl::setField(*bench.workspace.snapshot(), {{}, "A"}, "Comment", "\"c\""));
    const QString before = bench.text();
    bench.select("A");
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    line->setFocus();
    line->end(false);
    QTest::keyClicks(line, QStringLiteral("9"));
    QCOMPARE(line->text(), QStringLiteral("59"));
    QTest::keyClick(line, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(line->text(), QStringLiteral("5"));
    QCOMPARE(bench.text(), before);
}

void InspectorTest::inputMethodComposes()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Map", "Label": "x", "Comment": "y")")));
    bench.select("A");
    auto* line = bench.in<FormLine>("/States/A/Label");
    line->setFocus();
    line->selectAll();
    QInputMethodEvent composing(QStringLiteral("にほ"), {});
    QCoreApplication::sendEvent(line, &composing);
    QCOMPARE(bench.workspace.undoStack()->count(), 0);
    // The document changes meanwhile: the composition goes on.
    bench.workspace.apply(asl::setField(*bench.workspace.snapshot(), {{}, "A"}, "MaxConcurrency", "2"));
    QInputMethodEvent committed;
    committed.setCommitString(QStringLiteral("日本"));
    QCoreApplication::sendEvent(line, &committed);
    QCOMPARE(line->text(), QStringLiteral("日本"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(bench.text().contains(QStringLiteral("\"Label\": \"日本\"")));

    auto* text = bench.in<FormText>("/States/A/Comment");
    text->setFocus();
    text->selectAll();
    QInputMethodEvent prose(QStringLiteral("ちゅ"), {});
    QCoreApplication::sendEvent(text, &prose);
    QInputMethodEvent done;
    done.setCommitString(QStringLiteral("注釈"));
    QCoreApplication::sendEvent(text, &done);
    bench.panel->commitPending();
    QVERIFY(bench.text().contains(QStringLiteral("\"Comment\": \"注釈\"")));
}

void InspectorTest::changesFromOutsideKeepWhatIsTyped()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Wait", "Seconds": 5)")));
    bench.select("A");
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("12"));
    bench.workspace.apply(asl::setField(*bench.workspace.snapshot(), {{}, "A"}, "Comment", "\"c\""));
    QCOMPARE(bench.in<FormLine>("/States/A/Seconds"), line);
    QCOMPARE(line->text(), QStringLiteral("12"));
    QVERIFY(line->hasFocus());
    QVERIFY(bench.row("/States/A/Comment"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(bench.text().contains(QStringLiteral("\"Seconds\": 12")));
    // Without typing the line follows.
    bench.workspace.apply(asl::setField(*bench.workspace.snapshot(), {{}, "A"}, "Seconds", "99"));
    QCOMPARE(line->text(), QStringLiteral("99"));
}

void InspectorTest::typedTextGoesToTheStateItWasTypedFor()
{
    Bench bench(QStringLiteral(R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 1}, "B": {"Type": "Wait", "Seconds": 2}}})"));
    bench.select("A");
    QVERIFY(QTest::qWaitForWindowActive(&bench.window));
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("11"));
    bench.select("B");
    QVERIFY(bench.text().contains(QStringLiteral(R"("A": {"Type": "Wait", "Seconds": 11})")));
    QVERIFY(bench.text().contains(QStringLiteral(R"("B": {"Type": "Wait", "Seconds": 2})")));
    QCOMPARE(bench.in<FormLine>("/States/B/Seconds")->text(), QStringLiteral("2"));
    // What cannot be written is dropped with the state.
    line = bench.in<FormLine>("/States/B/Seconds");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("x"));
    bench.select("A");
    QCOMPARE(bench.in<FormLine>("/States/A/Seconds")->text(), QStringLiteral("11"));
}

void InspectorTest::offeredFieldIsWrittenWhenFilledIn()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Map", "End": true)")));
    bench.select("A");
    LinkButton* offer = nullptr;
    for (LinkButton* candidate : bench.panel->findChildren<LinkButton*>())
        if (candidate->text() == QLatin1String("Add label"))
            offer = candidate;
    QVERIFY(offer);
    const QString before = bench.text();
    QTest::mouseClick(offer, Qt::LeftButton);
    QCOMPARE(bench.text(), before); // asked for, not written
    auto* line = bench.in<FormLine>("/States/A/Label");
    QVERIFY(line);
    QTest::keyClicks(line, QStringLiteral("orders"));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(bench.text().contains(QStringLiteral(R"("Label": "orders")")));
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
}

void InspectorTest::fieldsOfOneGroupReplaceEachOther()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Wait", "Seconds": 5, "End": true)")));
    bench.select("A");
    auto* host = bench.panel->findChild<FormHost*>();
    QVERIFY(host);
    host->wish("/States/A/TimestampPath");
    auto* line = bench.in<FormLine>("/States/A/TimestampPath");
    QVERIFY(line);
    QTest::keyClicks(line, QStringLiteral("$.when"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.text(), machine(QStringLiteral(R"("Type": "Wait", "TimestampPath": "$.when", "End": true)")));
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
}

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"

// Forms as a whole: names, rules, boxes, payloads, problems, what the language does not know.

#include "inspector_fixture.h"
#include "ui/inspector/field_words.h"

#include <QTranslator>

using namespace designer;

static void takeTextsAlong() { Q_INIT_RESOURCE(translations); } // which is no name of a namespace

class FormTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldHasALabel();
    void rename();
    void renamingKeepsOpenBoxes();
    void ruleEdits();
    void nestedConditions();
    void lambdaPayload();
    void jsonataStatesAreEditedInTheirLanguage();
    void boxesAreAddedAndRemoved();
    void boxesChangePlaces();
    void unknownFieldsAreShownAndKept();
    void typedTextOfADeletedStateIsDropped();
    void damagedStateIsReadOnly();
    void problemsStandUnderTheirField();
    void aFixIsNotLostWhenLeavingAFieldWritesIt();
    void selectedLabelOpensItsRule();
    void wholeStateAsJson();
};

/// In words, and in the words of the user's language. What a condition is made of has an editor with words of its own.
void FormTest::everyFieldHasALabel()
{
    takeTextsAlong();
    QTranslator japanese;
    QVERIFY(japanese.load(QStringLiteral(":/translations/stepwright_ja.qm")));
    QCoreApplication::installTranslator(&japanese);
    QStringList missing;
    const auto look = [&missing](std::span<const asl::Field> fields) {
        for (const asl::Field& field : fields)
            if (field.name != "And" && field.name != "Or" && field.name != "Not" && !asl::comparisonOperator(field.name)
                && fieldLabel(field.name) == toQString(field.name))
                missing << toQString(field.name);
    };
    for (const asl::StateTypeInfo& type : asl::stateTypes())
        look(type.fields);
    for (int type = 0; type < static_cast<int>(asl::ObjectType::None); ++type)
        if (static_cast<asl::ObjectType>(type) != asl::ObjectType::State)
            look(asl::info(static_cast<asl::ObjectType>(type)).fields);
    QCoreApplication::removeTranslator(&japanese);
    QCOMPARE(missing.join(u' '), QString());
    QCOMPARE(fieldLabel("MaxInputBytesPerBatch"), QStringLiteral("Max input bytes per batch"));
    QCOMPARE(fieldWord("CSVHeaders"), QStringLiteral("CSV headers"));
    QCOMPARE(fieldWord("TimeoutSeconds"), QStringLiteral("timeout seconds"));
}

void FormTest::rename()
{
    Bench bench(QStringLiteral(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}})"));
    bench.select("A");
    bench.panel->startRenaming();
    auto* line = qobject_cast<FormLine*>(bench.window.focusWidget());
    QVERIFY(line);
    QCOMPARE(line->text(), QStringLiteral("A"));
    QTest::keyClicks(line, QStringLiteral("B"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.workspace.undoStack()->count(), 0); // taken already
    line->selectAll();
    line->insert(QStringLiteral("注文"));
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(bench.text(), QStringLiteral(R"({"StartAt": "注文", "States": {"注文": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "注文"}}})"));
    QVERIFY(bench.row("/States/注文/Next"));
}

void FormTest::renamingKeepsOpenBoxes()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}])")));
    bench.select("A");
    bench.panel->findChild<FormHost*>()->setOpenItem("/States/A/Choices", 0);
    QCoreApplication::processEvents();
    QVERIFY(bench.row("/States/A/Choices/0/Next"));
    bench.workspace.apply(asl::renameState(*bench.workspace.snapshot(), {{}, "A"}, "C"));
    QVERIFY(bench.row("/States/C/Choices/0/Next"));
}

void FormTest::ruleEdits()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Choice", "Choices": [{"Variable": "$.a", "StringEquals": "12", "Next": "B"}])")));
    bench.select("A");
    bench.panel->findChild<FormHost*>()->setOpenItem("/States/A/Choices", 0);
    QCoreApplication::processEvents();
    const std::string rule = "/States/A/Choices/0";
    auto* variable = bench.in<FormLine>(rule + "/Variable");
    QVERIFY(variable);
    variable->setFocus();
    variable->selectAll();
    QTest::keyClicks(variable, QStringLiteral("$.b"));
    QTest::keyClick(variable, Qt::Key_Return);
    QCOMPARE(bench.text(), machine(QStringLiteral(R"("Type": "Choice", "Choices": [{"Variable": "$.b", "StringEquals": "12", "Next": "B"}])")));

    const auto chooseOperator = [&](const char* name) {
        for (FormCombo* combo : bench.panel->findChildren<FormCombo*>())
            if (combo->accessibleName() == QLatin1String("Operator")) {
                combo->showPopup();
                combo->hidePopup();
                const int index = combo->findData(QLatin1String(name));
                QVERIFY(index >= 0);
                combo->setCurrentIndex(index);
                emit combo->activated(index);
                return;
            }
        QFAIL("no operator box");
    };
    chooseOperator("NumericGreaterThan");
    QCOMPARE(bench.text(), machine(QStringLiteral(R"("Type": "Choice", "Choices": [{"Variable": "$.b", "NumericGreaterThan": 12, "Next": "B"}])")));
    auto* value = bench.in<FormLine>(rule + "/NumericGreaterThan");
    QVERIFY(value);
    value->setFocus();
    value->selectAll();
    QTest::keyClicks(value, QStringLiteral("1e3"));
    QTest::keyClick(value, Qt::Key_Return);
    QVERIFY(bench.text().contains(QStringLiteral("\"NumericGreaterThan\": 1e3")));
    chooseOperator("IsPresent");
    QVERIFY(bench.text().contains(QStringLiteral("\"IsPresent\": true")));
    QVERIFY(bench.in<FormCombo>(rule + "/IsPresent"));
    auto* next = bench.in<StateCombo>(rule + "/Next");
    QVERIFY(next);
    emit next->stateChosen("A");
    QCOMPARE(bench.text(), machine(QStringLiteral(R"("Type": "Choice", "Choices": [{"Variable": "$.b", "IsPresent": true, "Next": "A"}])")));
}

void FormTest::nestedConditions()
{
    const QString plain = machine(QStringLiteral(R"("Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}])"));
    Bench bench(plain);
    bench.select("A");
    bench.panel->findChild<FormHost*>()->setOpenItem("/States/A/Choices", 0);
    QCoreApplication::processEvents();
    const auto press = [&](const char* text) {
        for (LinkButton* link : bench.panel->findChildren<LinkButton*>())
            if (link->text() == QLatin1String(text) && link->isVisible()) {
                QTest::mouseClick(link, Qt::LeftButton);
                QCoreApplication::processEvents();
                return;
            }
        QFAIL("no such link");
    };
    const auto condition = [&] {
        const asl::Snapshot& snapshot = *bench.workspace.snapshot();
        std::string raw(snapshot.tree().raw(*snapshot.tree().atPointer("/States/A/Choices/0")));
        std::erase_if(raw, [](char character) { return character == ' ' || character == '\n'; });
        return toQString(raw);
    };
    press("And");
    QCOMPARE(condition(), QStringLiteral(R"({"And":[{"Variable":"$.a","IsPresent":true},{"Variable":"$.","StringEquals":""}],"Next":"B"})"));
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
    QVERIFY(bench.row("/States/A/Choices/0/And/0/Variable"));
    QVERIFY(bench.row("/States/A/Choices/0/And/1/StringEquals"));
    press("Not");
    QCOMPARE(condition(), QStringLiteral(R"({"Not":{"And":[{"Variable":"$.a","IsPresent":true},{"Variable":"$.","StringEquals":""}]},"Next":"B"})"));
    QVERIFY(bench.row("/States/A/Choices/0/Not/And/0/Variable"));
    press("Not");
    QCOMPARE(condition(), QStringLiteral(R"({"And":[{"Variable":"$.a","IsPresent":true},{"Variable":"$.","StringEquals":""}],"Next":"B"})"));
    // The last condition that is left stands for itself.
    for (QToolButton* button : bench.panel->findChildren<QToolButton*>())
        if (button->toolTip() == QLatin1String("Remove condition") && button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    QCOMPARE(condition(), QStringLiteral(R"({"Variable":"$.","StringEquals":"","Next":"B"})"));
    for (int step = 0; step < 4; ++step)
        bench.workspace.undoStack()->undo();
    QCOMPARE(bench.text(), plain);
}

void FormTest::lambdaPayload()
{
    Bench bench(machine(QStringLiteral(
        R"("Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload.$": "$"}, "End": true)")));
    bench.select("A");
    FormCombo* payload = nullptr;
    for (FormCombo* combo : bench.panel->findChildren<FormCombo*>())
        if (combo->accessibleName() == QLatin1String("Payload"))
            payload = combo;
    QVERIFY(payload);
    QCOMPARE(payload->currentIndex(), 0);
    const auto parameters = [&] {
        const asl::Snapshot& snapshot = *bench.workspace.snapshot();
        return toQString(snapshot.tree().raw(*snapshot.tree().atPointer("/States/A/Parameters")));
    };
    emit payload->activated(2);
    QCOMPARE(parameters(), QStringLiteral(R"({"FunctionName": "f"})"));
    emit payload->activated(1);
    QCOMPARE(parameters(), QStringLiteral(R"({"FunctionName": "f", "Payload": {"key": "value"}})"));
    auto* own = bench.in<FormText>("/States/A/Parameters/Payload");
    QVERIFY(own);
    own->setFocus();
    own->setPlainText(QStringLiteral(R"({"id.$": "$.id"})"));
    bench.panel->commitPending();
    QCOMPARE(parameters(), QStringLiteral(R"({"FunctionName": "f", "Payload": {"id.$": "$.id"}})"));
    emit payload->activated(0);
    QCOMPARE(parameters(), QStringLiteral(R"({"FunctionName": "f", "Payload.$": "$"})"));
    auto* function = bench.in<FormLine>("/States/A/Parameters/FunctionName");
    QVERIFY(function);
    function->setFocus();
    function->selectAll();
    QTest::keyClicks(function, QStringLiteral("${Arn}"));
    QTest::keyClick(function, Qt::Key_Return);
    QCOMPARE(parameters(), QStringLiteral(R"({"FunctionName": "${Arn}", "Payload.$": "$"})"));
    QCOMPARE(bench.workspace.undoStack()->count(), 5);
}

void FormTest::jsonataStatesAreEditedInTheirLanguage()
{
    const QString choice = QStringLiteral(R"("Type": "Choice", "Choices": [{"Next": "B"}, {"Condition": "{% $a %}", "Variable": "$.x", "Next": "B"}])");
    Bench bench(machine(choice, QStringLiteral("JSONata")));
    bench.select("A");
    auto* host = bench.panel->findChild<FormHost*>();
    host->setOpenItem("/States/A/Choices", 0);
    QCoreApplication::processEvents();
    auto* condition = bench.in<FormLine>("/States/A/Choices/0/Condition");
    QVERIFY(condition);
    condition->setFocus();
    QTest::keyClicks(condition, QStringLiteral("{% $n > 1 %}"));
    QTest::keyClick(condition, Qt::Key_Return);
    QVERIFY(QString(bench.text()).remove(u' ').contains(QStringLiteral(R"({"Condition":"{%$n>1%}","Next":"B"})")));
    host->setOpenItem("/States/A/Choices", 1);
    QCoreApplication::processEvents();
    QVERIFY(bench.row("/States/A/Choices/1/Variable")); // of the other language, but written

    Bench lambda(machine(QStringLiteral(
        R"("Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Arguments": {"FunctionName": "f", "Payload": "{% $states.input %}"}, "TimeoutSeconds": 5, "End": true)"), QStringLiteral("JSONata")));
    lambda.select("A");
    for (FormCombo* combo : lambda.panel->findChildren<FormCombo*>())
        if (combo->accessibleName() == QLatin1String("Payload"))
            QCOMPARE(combo->currentIndex(), 0);
    lambda.openTab(asl::Section::ErrorHandling);
    auto* timeout = lambda.in<FormLine>("/States/A/TimeoutSeconds");
    QVERIFY(timeout);
    timeout->setFocus();
    timeout->selectAll();
    QTest::keyClicks(timeout, QStringLiteral("{% $t %}"));
    QTest::keyClick(timeout, Qt::Key_Return);
    QVERIFY(lambda.text().contains(QStringLiteral(R"("TimeoutSeconds": "{% $t %}")")));
}

void FormTest::boxesAreAddedAndRemoved()
{
    const QString before = machine(QStringLiteral(R"("Type": "Task", "Resource": "r", "Retry": [{"ErrorEquals": ["A"]}], "End": true)"));
    Bench bench(before);
    bench.select("A");
    bench.openTab(asl::Section::ErrorHandling);
    for (QPushButton* button : bench.panel->findChildren<QPushButton*>())
        if (button->text() == QLatin1String("Add retrier"))
            QTest::mouseClick(button, Qt::LeftButton);
    QCoreApplication::processEvents();
    QCOMPARE(bench.workspace.snapshot()->tree().node(*bench.workspace.snapshot()->tree().atPointer("/States/A/Retry")).childCount, 2u);
    QVERIFY(bench.row("/States/A/Retry/1/MaxAttempts")); // the new one is open
    auto* errors = bench.in<FormText>("/States/A/Retry/1/ErrorEquals");
    QVERIFY(errors);
    errors->setFocus();
    errors->setPlainText(QStringLiteral("States.Timeout\nX"));
    bench.panel->commitPending();
    QVERIFY(QString(bench.text()).remove(u' ').contains(QStringLiteral(R"(["States.Timeout","X"])")));
    bench.workspace.undoStack()->undo();
    bench.workspace.undoStack()->undo();
    QCOMPARE(bench.text(), before);
}

void FormTest::boxesChangePlaces()
{
    const QString first = QStringLiteral(R"({"Variable": "$.a", "IsNull": true, "Next": "B"})");
    const QString second = QStringLiteral(R"({ "Variable": "$.b", "IsPresent": true, "Next": "A" })");
    const QString choice = QStringLiteral(R"("Type": "Choice", "Choices": [%1, %2])");
    Bench bench(machine(choice.arg(first, second)));
    bench.select("A");
    const auto boxes = bench.panel->findChildren<Box*>();
    QCOMPARE(boxes.size(), 2);
    QTest::keyClick(boxes[0], Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(bench.text(), machine(choice.arg(second, first))); // each as it was written
    QTest::keyClick(boxes[1], Qt::Key_Down, Qt::AltModifier);   // the last one stays
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
    QTest::keyClick(boxes[0], Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(bench.row("/States/A/Choices/0/Variable"));
}

void FormTest::typedTextOfADeletedStateIsDropped()
{
    const QString text = QStringLiteral(R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 1, "Next": "B"}, "B": {"Type": "Wait", "Seconds": 2, "End": true}}})");
    Bench bench(text);
    bench.select("A");
    auto* line = bench.in<FormLine>("/States/A/Seconds");
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("77"));
    bench.workspace.apply(asl::deleteState(*bench.workspace.snapshot(), {{}, "A"}));
    bench.select("B");
    QCOMPARE(bench.in<FormLine>("/States/B/Seconds")->text(), QStringLiteral("2"));
    bench.panel->commitPending();
    QVERIFY(bench.text().contains(QStringLiteral("\"Seconds\": 2")));
    QVERIFY(!bench.text().contains(QStringLiteral("77")));
}

void FormTest::unknownFieldsAreShownAndKept()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Pass", "Vendor": {"a": 1}, "Seconds": 3)")));
    bench.select("A");
    auto* vendor = bench.in<FormText>("/States/A/Vendor");
    QVERIFY(vendor);
    QCOMPARE(vendor->toPlainText(), QStringLiteral(R"({"a": 1})"));
    QVERIFY(bench.row("/States/A/Seconds")); // not a field of Pass
}

void FormTest::damagedStateIsReadOnly()
{
    Bench bench(QStringLiteral(R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 5 "End" true}, "B": {"Type": "Succeed"}}})"));
    bench.select("A");
    const auto labels = bench.panel->findChildren<ThemedLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](ThemedLabel* label) { return label->isVisible() && label->text().contains(QLatin1String("damaged")); }));
    for (FieldRow* row : bench.panel->findChildren<FieldRow*>())
        QVERIFY(!row->isEnabled());
    bench.select("B");
    QVERIFY(bench.row("/States/B/Type")->isEnabled());
}

void FormTest::problemsStandUnderTheirField()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Pass", "Next": "Nowhere", "Sconds": 1)")));
    QSignalSpy found(&bench.workspace, &Workspace::diagnosticsChanged);
    QTRY_VERIFY(!bench.workspace.diagnostics().empty());
    bench.select("A");
    const auto texts = [&](const std::string& pointer) {
        QStringList list;
        if (FieldRow* row = bench.row(pointer))
            for (ThemedLabel* label : row->findChildren<ThemedLabel*>())
                if (label->isVisible())
                    list << label->text();
        return list.join(u'|');
    };
    QVERIFY2(texts("/States/A/Next").contains(QLatin1String("Nowhere")), qPrintable(texts("/States/A/Next")));
    QVERIFY(texts("/States/A/Sconds").contains(QLatin1String("Sconds")));
    // A fix under the field is one undo step.
    const auto fixes = bench.row("/States/A/Sconds")->findChildren<LinkButton*>();
    QVERIFY(!fixes.isEmpty());
    QTest::mouseClick(fixes.first(), Qt::LeftButton);
    QCOMPARE(bench.workspace.undoStack()->count(), 1);
}

/// On the way to the button the focus leaves a field with typed text: writing it changes the text, and new problems are found
/// while the button is held down.
void FormTest::aFixIsNotLostWhenLeavingAFieldWritesIt()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Pass", "Comment": "a", "Next": "B", "Sconds": 1)")));
    QTRY_VERIFY(!bench.workspace.diagnostics().empty());
    bench.select("A");
    auto* text = bench.in<FormText>("/States/A/Comment");
    text->setFocus();
    QTest::keyClicks(text, QStringLiteral("more "));
    QSignalSpy found(&bench.workspace, &Workspace::diagnosticsChanged);
    auto* fix = bench.row("/States/A/Sconds")->findChild<LinkButton*>();
    QVERIFY(fix);
    fix->setFocus(Qt::MouseFocusReason); // as a press of the mouse does before it arrives
    QVERIFY(bench.text().contains(QLatin1String("more ")));
    QVERIFY(fix->isVisible());
    QTest::mousePress(fix, Qt::LeftButton);
    QTRY_VERIFY(!found.isEmpty());
    bench.workspace.apply(asl::setValue(*bench.workspace.snapshot(), "/States/A/Comment", "\"changed meanwhile\""));
    QVERIFY(fix->isVisible());
    QTest::mouseRelease(fix, Qt::LeftButton);
    QVERIFY2(!bench.text().contains(QLatin1String("Sconds")), qPrintable(bench.text()));
    QVERIFY(bench.text().contains(QLatin1String("changed meanwhile")));
}

void FormTest::selectedLabelOpensItsRule()
{
    Bench bench(machine(QStringLiteral(
        R"("Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}, {"Variable": "$.b", "IsNull": true, "Next": "B"}])")));
    Selection selection;
    selection.transition = asl::TransitionPath{{}, "A", asl::TransitionKind::ChoiceRule, 1};
    bench.workspace.select(selection);
    QVERIFY(bench.row("/States/A/Choices/1/Variable"));
    QVERIFY(!bench.row("/States/A/Choices/0/Variable"));
}

void FormTest::wholeStateAsJson()
{
    Bench bench(QStringLiteral("{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\", // why\n      \"End\": true\n    }\n  }\n}"));
    bench.select("A");
    for (QToolButton* button : bench.panel->findChildren<QToolButton*>())
        if (button->toolTip() == QLatin1String("Show as JSON") && button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
            break;
        }
    auto* json = bench.panel->findChild<FormText*>();
    for (FormText* candidate : bench.panel->findChildren<FormText*>())
        if (candidate->isVisible())
            json = candidate;
    QVERIFY(json);
    QCOMPARE(json->toPlainText(), QStringLiteral("{\n  \"Type\": \"Pass\", // why\n  \"End\": true\n}"));
    json->setFocus();
    json->setPlainText(QStringLiteral("{\n  \"Type\": \"Pass\", // because\n  \"End\": true\n}"));
    bench.panel->commitPending();
    QCOMPARE(bench.text(), QStringLiteral("{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\", // because\n      \"End\": true\n    }\n  }\n}"));
}

QTEST_MAIN(FormTest)
#include "form_test.moc"

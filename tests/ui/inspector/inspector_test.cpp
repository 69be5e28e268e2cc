// The forms: a widget for every shape, a row for every field, and the text that each edit makes.

#include "ui/inspector/box_list.h"
#include "ui/inspector/field_editors.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/field_words.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/inspector/state_combo.h"
#include "ui/support/form_fields.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"
#include "ui/support/undo_keys.h"

#include <QLabel>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace designer;

namespace {

/// A window with an inspector and the undo actions of the program.
struct Bench
{
    explicit Bench(const QString& text)
    {
        workspace.open(*asl::Document::open(toUtf8(text)));
        panel = new InspectorPanel(workspace);
        window.setCentralWidget(panel);
        undo = workspace.undoStack()->createUndoAction(&window);
        undo->setShortcut(QKeySequence::Undo);
        window.addAction(undo);
        window.resize(336, 760);
        window.show();
        window.activateWindow();
        window.setFocus();
    }

    QString text() const { return toQString(workspace.text()); }
    void select(const std::string& state) { workspace.select(asl::StatePath{{}, state}); }
    QTabBar* tabs() const { return panel->findChild<QTabBar*>(); }
    void openTab(asl::Section section)
    {
        for (int index = 0; index < tabs()->count(); ++index)
            if (tabs()->tabData(index).toInt() == static_cast<int>(section))
                tabs()->setCurrentIndex(index);
    }

    FieldRow* row(const std::string& pointer) const
    {
        for (FieldRow* candidate : panel->findChildren<FieldRow*>())
            if (candidate->pointer() == pointer && candidate->isVisibleTo(panel))
                return candidate;
        return nullptr;
    }
    template <class Widget>
    Widget* in(const std::string& pointer) const
    {
        FieldRow* found = row(pointer);
        return found ? found->findChild<Widget*>() : nullptr;
    }

    Workspace workspace;
    QMainWindow window;
    InspectorPanel* panel = nullptr;
    QAction* undo = nullptr;
};

/// A machine of one state, whose members are given, and a second one to go to.
QString machine(const QString& members, const QString& language = {})
{
    return QStringLiteral(R"({%1"StartAt": "A", "States": {"A": {%2}, "B": {"Type": "Succeed"}}})")
        .arg(language.isEmpty() ? QString() : QStringLiteral(R"("QueryLanguage": "%1", )").arg(language), members);
}

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
    void rename();
    void renamingKeepsOpenBoxes();
    void ruleEdits();
    void nestedConditions();
    void lambdaPayload();
    void jsonataStatesAreEditedInTheirLanguage();
    void boxesAreAddedAndRemoved();
    void unknownFieldsAreShownAndKept();
    void damagedStateIsReadOnly();
    void problemsStandUnderTheirField();
    void selectedLabelOpensItsRule();
    void wholeStateAsJson();
};

void InspectorTest::everyShapeHasAWidget()
{
    Workspace workspace;
    workspace.open(*asl::Document::open("{}"));
    QWidget parent;
    FormHost host(workspace, &parent);
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

void InspectorTest::rename()
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

void InspectorTest::renamingKeepsOpenBoxes()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}])")));
    bench.select("A");
    bench.panel->findChild<FormHost*>()->setOpenItem("/States/A/Choices", 0);
    QCoreApplication::processEvents();
    QVERIFY(bench.row("/States/A/Choices/0/Next"));
    bench.workspace.apply(asl::renameState(*bench.workspace.snapshot(), {{}, "A"}, "C"));
    QVERIFY(bench.row("/States/C/Choices/0/Next"));
}

void InspectorTest::ruleEdits()
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

void InspectorTest::nestedConditions()
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

void InspectorTest::lambdaPayload()
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

void InspectorTest::jsonataStatesAreEditedInTheirLanguage()
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

void InspectorTest::boxesAreAddedAndRemoved()
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

void InspectorTest::unknownFieldsAreShownAndKept()
{
    Bench bench(machine(QStringLiteral(R"("Type": "Pass", "Vendor": {"a": 1}, "Seconds": 3)")));
    bench.select("A");
    auto* vendor = bench.in<FormText>("/States/A/Vendor");
    QVERIFY(vendor);
    QCOMPARE(vendor->toPlainText(), QStringLiteral(R"({"a": 1})"));
    QVERIFY(bench.row("/States/A/Seconds")); // not a field of Pass
}

void InspectorTest::damagedStateIsReadOnly()
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

void InspectorTest::problemsStandUnderTheirField()
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

void InspectorTest::selectedLabelOpensItsRule()
{
    Bench bench(machine(QStringLiteral(
        R"("Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "B"}, {"Variable": "$.b", "IsNull": true, "Next": "B"}])")));
    Selection selection;
    selection.transition = asl::TransitionPath{{}, "A", asl::TransitionKind::ChoiceRule, 1};
    bench.workspace.select(selection);
    QVERIFY(bench.row("/States/A/Choices/1/Variable"));
    QVERIFY(!bench.row("/States/A/Choices/0/Variable"));
}

void InspectorTest::wholeStateAsJson()
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

QTEST_MAIN(InspectorTest)
#include "inspector_test.moc"

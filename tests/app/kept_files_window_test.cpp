// Definitions as people keep them, in the window: YAML, and machines of templates. Opened, edited with real keys, undone, saved:
// what nobody touched keeps its bytes.

#include "tests/app/window_fixture.h"

#include "app/desktop/machine_dialog.h"
#include "core/document/edits.h"
#include "ui/canvas/canvas_view.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/support/form_fields.h"

#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QToolButton>

using namespace designer;

namespace {

const QString data = QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data");

/// Every definition of the test data, as it is opened: FILE or FILE#Machine.
QStringList definitions()
{
    QStringList found;
    for (const char* folder : {"definitions", "yaml"})
        for (const QString& file : QDir(data + u'/' + QString::fromUtf8(folder)).entryList(QDir::Files, QDir::Name))
            found << QString::fromUtf8(folder) + u'/' + file;
    for (const QString& file : QDir(data + QStringLiteral("/templates")).entryList(QDir::Files, QDir::Name)) {
        const QString path = QStringLiteral("templates/") + file;
        const auto content = host::readContent(data + u'/' + path);
        if (content && content->found)
            for (const asl::TemplateMachine& machine : content->found->machines)
                if (!machine.problem)
                    found << path + u'#' + toQString(machine.name);
    }
    return found;
}

const QByteArray yamlMachine = "# the machine\n"
                               "StartAt: A\n"
                               "States:\n"
                               "  A: # why\n"
                               "    Type: Pass\n"
                               "    Result: {a: 1}\n"
                               "    Next: B  # goes on\n"
                               "\n"
                               "  B:\n"
                               "    Type: Wait\n"
                               "    Seconds: 5\n"
                               "    End: true\n";

const QByteArray twoMachines = "Resources:\n"
                               "  One:\n"
                               "    Type: AWS::Serverless::StateMachine\n"
                               "    Properties:\n"
                               "      Definition:\n"
                               "        StartAt: A # one\n"
                               "        States:\n"
                               "          A: {Type: Succeed}\n"
                               "  # between\n"
                               "  Two:\n"
                               "    Type: AWS::Serverless::StateMachine\n"
                               "    Properties:\n"
                               "      Type: EXPRESS\n"
                               "      DefinitionSubstitutions:\n"
                               "        Count: 3\n"
                               "        Table: !Ref Orders\n"
                               "      DefinitionString: |\n"
                               "        {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${Count},\n"
                               "          \"Comment\": \"${Table}\", \"End\": true}}}\n"
                               "  Gone:\n"
                               "    Type: AWS::Serverless::StateMachine\n"
                               "    Properties: {DefinitionUri: s3://bucket/key}\n"
                               "  Fixed:\n"
                               "    Type: AWS::Serverless::StateMachine\n"
                               "    Properties:\n"
                               "      DefinitionString: !Join [\"\", [!Ref Head, '{\"StartAt\": \"A\", \"States\": {}}']]\n"
                               "Outputs: {X: {Value: 1}}\n";

} // namespace

class KeptFilesWindowTest : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { setUpProgram("kept_files_window_test"); }
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
    void savedWithoutAnEditEveryByteStays_data() { rowsOfDefinitions(); }
    void savedWithoutAnEditEveryByteStays();
    void editedAndUndoneEveryByteComesBack_data() { rowsOfDefinitions(); }
    void editedAndUndoneEveryByteComesBack();
    void yamlIsEditedByCanvasFormAndText();
    void aFormShowsJsonAndWritesYaml();
    void whatYamlCannotDoIsSaidAndChangesNothing();
    void yamlIsDrawnCheckedAndSimulated();
    void savedAsTheOtherSyntax_data();
    void savedAsTheOtherSyntax();
    void savingAsCanBeGivenUp();
    void terraformsOwnLanguageHasAWayOut();
    void aTemplateAsksWhichMachine();
    void machinesOfOneFileAreSavedTogether();
    void escapesComeBackByUndo();
    void whatCannotBeMappedIsReadOnlyWithTheReason();
    void partsOfTheTemplateAreRefused();
    void changesOutsideReachTheOtherMachines();
    void changesOfOneMachineOnBothSidesAreAQuestion();
    void aMachineThatIsGoneIsNotSavedOver();
    void aMachineBecomesAFileOfItsOwn();
    void theTemplateFillsInTokens();
    void switchedOffRulesAreKeptForAMachine();

private:
    void rowsOfDefinitions();
    void copyData();
    void saveAs(const QString& name);
    QString openCopy(const QString& definition);
};

void KeptFilesWindowTest::rowsOfDefinitions()
{
    QTest::addColumn<QString>("definition");
    for (const QString& definition : definitions())
        QTest::newRow(qPrintable(definition)) << definition;
}

void KeptFilesWindowTest::copyData()
{
    for (const char* folder : {"definitions", "yaml", "templates", "templates/statemachine"}) {
        const QDir from(data + u'/' + QString::fromUtf8(folder));
        QVERIFY(QDir().mkpath(at(folder)));
        for (const QString& file : from.entryList(QDir::Files))
            QVERIFY(QFile::copy(from.filePath(file), at(folder) + u'/' + file));
    }
}

/// The path of the file that the definition is in.
QString KeptFilesWindowTest::openCopy(const QString& definition)
{
    copyData();
    open(at(definition));
    return workspace().filePath();
}

void KeptFilesWindowTest::savedWithoutAnEditEveryByteStays()
{
    QFETCH(QString, definition);
    const QString path = openCopy(definition);
    const QByteArray before = get(path);
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner));
    const QDateTime long_ago(QDate(2001, 1, 1), QTime(0, 0));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(long_ago, QFileDevice::FileModificationTime));
    file.close();
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(QFileInfo(path).lastModified() != long_ago);
    QCOMPARE(get(path), before);
    QVERIFY(!workspace().isModified());
}

void KeptFilesWindowTest::editedAndUndoneEveryByteComesBack()
{
    QFETCH(QString, definition);
    const QString path = openCopy(definition);
    const QByteArray before = get(path);
    if (!workspace().whyReadOnly().isEmpty()) {
        typeInText(QStringLiteral(" "));
        QVERIFY(!workspace().isModified());
        return;
    }
    // By the text, and by an edit that touches several places.
    typeInText(QStringLiteral(" "));
    QVERIFY(workspace().isModified());
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
    const asl::Snapshot& snapshot = *workspace().snapshot();
    if (!snapshot.machine().states().empty())
        workspace().apply(asl::renameState(snapshot, snapshot.machine().path(0), "Another name"));
    if (workspace().isModified()) {
        m_window->save();
        QTRY_VERIFY(!workspace().isModified());
        QVERIFY(get(path) != before);
        workspace().undoStack()->undo();
    }
    m_window->save();
    QTRY_COMPARE(get(path), before);
    QTRY_VERIFY(!workspace().isModified());
}

void KeptFilesWindowTest::yamlIsEditedByCanvasFormAndText()
{
    put(at("a.asl.yaml"), yamlMachine);
    open(at("a.asl.yaml"));
    workspace().select(asl::StatePath{{}, "B"});
    m_window->current()->canvas()->setFocus();
    QTest::keyClick(m_window->current()->canvas(), Qt::Key_Delete);
    QByteArray expected = QByteArray(yamlMachine).replace("\n\n  B:\n    Type: Wait\n    Seconds: 5\n    End: true\n", "\n").replace("Next: B", "End: true");
    QTRY_COMPARE(QByteArray::fromStdString(workspace().text()), expected);
    typeBehind("StartAt: A\n", QStringLiteral("Comment: x"));
    QTest::keyClick(&view(), Qt::Key_Return);
    expected.replace("StartAt: A\n", "StartAt: A\nComment: x\n");
    QCOMPARE(QByteArray::fromStdString(workspace().text()), expected);
    while (workspace().undoStack()->canUndo())
        QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(QByteArray::fromStdString(workspace().text()), yamlMachine);
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(get(at("a.asl.yaml")), yamlMachine);
}

void KeptFilesWindowTest::aFormShowsJsonAndWritesYaml()
{
    put(at("a.asl.yaml"), yamlMachine);
    open(at("a.asl.yaml"));
    workspace().select(asl::StatePath{{}, "A"});
    auto* tabs = m_window->current()->inspector()->findChild<QTabBar*>();
    for (int tab = 0; tab < tabs->count(); ++tab)
        if (tabs->tabData(tab).toInt() == static_cast<int>(asl::Section::Output))
            tabs->setCurrentIndex(tab);
    const auto field = [&]() -> FormText* {
        for (FieldRow* row : m_window->current()->inspector()->findChildren<FieldRow*>())
            if (row->pointer() == "/States/A/Result")
                return row->findChild<FormText*>();
        return nullptr;
    };
    QTRY_VERIFY(field());
    QCOMPARE(field()->toPlainText(), QStringLiteral("{\n  \"a\": 1\n}"));
    field()->setFocus();
    field()->selectAll();
    QTest::keyClicks(field(), QStringLiteral("{\"a\": 1, \"b\": [true, \"it's\"]}"));
    field()->commit();
    QTRY_COMPARE(QByteArray::fromStdString(workspace().text()), QByteArray(yamlMachine).replace("{a: 1}", "{a: 1, \"b\": [true, \"it's\"]}"));
    QCOMPARE(workspace().snapshot()->tree().errors().size(), std::size_t(0));
}

void KeptFilesWindowTest::whatYamlCannotDoIsSaidAndChangesNothing()
{
    const QByteArray aliases = "StartAt: A\nStates:\n  A: &a\n    Type: Wait\n    Seconds: 5\n    Next: B\n  B:\n    <<: *a\n    Next: C\n  C:\n    Type: Succeed\n";
    put(at("a.asl.yaml"), aliases);
    open(at("a.asl.yaml"));
    QSignalSpy refused(&workspace(), &Workspace::refused);
    QVERIFY(!workspace().apply(asl::setField(*workspace().snapshot(), asl::StatePath{{}, "B"}, "Seconds", "7")));
    QCOMPARE(refused.size(), 1);
    QVERIFY2(refused[0][0].toString().contains(QStringLiteral("merge")), qPrintable(refused[0][0].toString()));
    QCOMPARE(QByteArray::fromStdString(workspace().text()), aliases);
    QVERIFY(!workspace().isModified());
}

void KeptFilesWindowTest::yamlIsDrawnCheckedAndSimulated()
{
    QByteArray wrong(yamlMachine);
    wrong.replace("Next: B ", "Next: C ");
    put(at("a.asl.yaml"), wrong);
    put(at("a.input.json"), "{\"x\": 1}");
    open(at("a.asl.yaml"));
    QTRY_VERIFY(!workspace().diagnostics().empty());
    const asl::TextRange range = workspace().diagnostics().front().range;
    QCOMPARE(workspace().text().substr(range.begin, range.size()), std::string("C"));
    typeBehind("Next: C", {});
    QTest::keyClick(&view(), Qt::Key_Backspace);
    QTest::keyClicks(&view(), QStringLiteral("B"));
    QTRY_VERIFY(workspace().diagnostics().empty());
    SimulationController& simulation = m_window->current()->simulation();
    QCOMPARE(simulation.inputText(), QStringLiteral("{\"x\": 1}"));
    simulation.run();
    QTRY_COMPARE(simulation.mode(), SimulationController::Mode::Ended);
    QCOMPARE(asl::data::toJson(*simulation.view()->output), std::string("{\"a\":1}"));
}

void KeptFilesWindowTest::saveAs(const QString& name)
{
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = this->dialog<QFileDialog>();
    QVERIFY(dialog);
    emit dialog->fileSelected(at(name)); // how the dialog comes to a name is its own affair
    delete dialog;
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void KeptFilesWindowTest::savedAsTheOtherSyntax_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("lost"); // words of the question; empty: none is asked
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("JSON as YAML") << "a.asl.json" << QByteArray("{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}") << "b.asl.yaml" << QString()
                                  << QByteArray("StartAt: A\nStates:\n  A:\n    Type: Succeed\n");
    QTest::newRow("JSON with comments") << "a.asl.json" << QByteArray("{\"StartAt\": \"A\" /* c */, \"States\": {}}") << "b.yml" << "comments"
                                        << QByteArray("StartAt: A\nStates: {}\n");
    QTest::newRow("YAML as JSON") << "a.asl.yaml" << QByteArray("StartAt: A\nStates:\n  A:\n    Type: Wait\n    Seconds: ${N}\n    End: true\n") << "b.asl.json" << QString()
                                  << QByteArray("{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Wait\",\n      \"Seconds\": ${N},\n      \"End\": true\n    }\n  }\n}\n");
    QTest::newRow("YAML with comments and aliases") << "a.asl.yaml" << QByteArray("StartAt: &a A # c\nComment: *a\n") << "b.json" << "aliases"
                                                    << QByteArray("{\n  \"StartAt\": \"A\",\n  \"Comment\": \"A\"\n}\n");
    QTest::newRow("the same syntax") << "a.asl.yaml" << yamlMachine << "b.yaml" << QString() << yamlMachine;
}

void KeptFilesWindowTest::savedAsTheOtherSyntax()
{
    QFETCH(QString, from);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, to);
    QFETCH(QString, lost);
    QFETCH(QByteArray, expected);
    put(at(from), bytes);
    open(at(from));
    saveAs(to);
    if (!lost.isEmpty()) {
        auto* box = dialog<QMessageBox>();
        QVERIFY(box);
        QVERIFY2(box->informativeText().contains(lost), qPrintable(box->informativeText()));
        QTest::mouseClick(box->button(QMessageBox::Save), Qt::LeftButton);
    }
    QTRY_COMPARE(workspace().filePath(), at(to));
    QCOMPARE(get(at(to)), expected);
    QCOMPARE(get(at(from)), bytes);
    QCOMPARE(QByteArray::fromStdString(workspace().text()), expected);
    QVERIFY(!workspace().isModified());
    typeInText(QStringLiteral(" "));
    m_window->save();
    QTRY_COMPARE(get(at(to)), " " + expected);
}

void KeptFilesWindowTest::savingAsCanBeGivenUp()
{
    put(at("a.asl.yaml"), yamlMachine);
    open(at("a.asl.yaml"));
    typeInText(QStringLiteral("#"));
    saveAs(QStringLiteral("b.asl.json"));
    auto* box = dialog<QMessageBox>();
    QVERIFY(box);
    QTest::mouseClick(box->button(QMessageBox::Cancel), Qt::LeftButton);
    QVERIFY(!QFileInfo::exists(at("b.asl.json")));
    QCOMPARE(workspace().filePath(), at("a.asl.yaml"));
    QCOMPARE(QByteArray::fromStdString(workspace().text()), "#" + yamlMachine);
    QVERIFY(workspace().isModified());
}

void KeptFilesWindowTest::terraformsOwnLanguageHasAWayOut()
{
    put(at("main.tf"), "resource \"aws_sfn_state_machine\" \"m\" {}\n");
    QSignalSpy spy(m_window.get(), &MainWindow::messageShown);
    m_window->openFile(at("main.tf"));
    QVERIFY(spy.wait());
    QVERIFY2(spy[0][0].toString().contains(QStringLiteral(".tf.json")), qPrintable(spy[0][0].toString()));
    QVERIFY(m_window->documents().empty());
}

void KeptFilesWindowTest::aTemplateAsksWhichMachine()
{
    put(at("t.yaml"), twoMachines);
    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    m_window->openFile(at("t.yaml"));
    auto* chooser = dialog<MachineDialog>();
    QVERIFY(chooser);
    QStringList names;
    for (const QAbstractButton* row : chooser->findChildren<QAbstractButton*>())
        if (!row->accessibleDescription().isEmpty())
            names << QStringLiteral("%1: %2%3").arg(row->accessibleName(), row->accessibleDescription(),
                                                    row->isEnabled() ? QString() : QStringLiteral(" (cannot be opened)"));
    QCOMPARE(names.size(), 4);
    QCOMPARE(names[0], QStringLiteral("One: Standard"));
    QCOMPARE(names[1], QStringLiteral("Two: Express"));
    QVERIFY2(names[2].contains(QStringLiteral("S3")) && names[2].endsWith(QStringLiteral("(cannot be opened)")), qPrintable(names[2]));
    for (QAbstractButton* row : chooser->findChildren<QAbstractButton*>())
        if (row->accessibleName() == QStringLiteral("Two"))
            QTest::mouseClick(row, Qt::LeftButton);
    QTRY_COMPARE(opened.size(), 1);
    QCOMPARE(m_window->current()->name(), QStringLiteral("t.yaml#Two"));
    QCOMPARE(workspace().definitionName(), at("t.yaml#Two"));
    QVERIFY(workspace().validateOptions().type == asl::MachineType::Express);
    QTRY_VERIFY(m_window->current()->isComplete());

    // The same file's others are one click away.
    QToolButton* machines = nullptr;
    for (QToolButton* button : m_window->findChildren<QToolButton*>())
        if (button->isVisible() && button->text() == QStringLiteral("Two"))
            machines = button;
    QVERIFY(machines && machines->menu());
    for (QAction* action : machines->menu()->actions())
        if (action->text() == QStringLiteral("One"))
            action->trigger();
    QTRY_COMPARE(m_window->documents().size(), std::size_t(2));
    QTRY_COMPARE(m_window->current()->name(), QStringLiteral("t.yaml#One"));
    QTRY_VERIFY(m_window->current()->isComplete());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("t.yaml#One[*] – Stepwright"));
    m_window->openFile(at("t.yaml#Two")); // open already: brought to the front
    QCOMPARE(m_window->current()->name(), QStringLiteral("t.yaml#Two"));
    QCOMPARE(m_window->documents().size(), std::size_t(2));
    m_window = std::make_unique<MainWindow>();
    open(at("t.yaml#One")); // as recent files and the command line write it
    QCOMPARE(m_window->current()->name(), QStringLiteral("t.yaml#One"));
}

void KeptFilesWindowTest::machinesOfOneFileAreSavedTogether()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#One"));
    DocumentView* one = m_window->current();
    open(at("t.yaml#Two"));
    DocumentView* two = m_window->current();
    QVERIFY(one->workspace().apply(asl::renameState(*one->workspace().snapshot(), {{}, "A"}, "B")));
    QVERIFY(two->workspace().apply(asl::setField(*two->workspace().snapshot(), {{}, "A"}, "Seconds", "7")));
    QTest::keyClick(m_window.get(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!one->workspace().isModified() && !two->workspace().isModified());
    QByteArray expected = twoMachines;
    expected.replace("StartAt: A # one", "StartAt: B # one").replace("A: {Type: Succeed}", "B: {Type: Succeed}").replace("${Count}", "7");
    QCOMPARE(get(at("t.yaml")), expected);
    // And back, one after the other, each saved on its own.
    one->workspace().undoStack()->undo();
    m_window->save();
    QTRY_VERIFY(!one->workspace().isModified());
    QCOMPARE(get(at("t.yaml")), QByteArray(twoMachines).replace("${Count}", "7"));
    two->workspace().undoStack()->undo();
    QVERIFY(!one->workspace().isModified());
    m_window->save();
    QTRY_COMPARE(get(at("t.yaml")), twoMachines);
}

void KeptFilesWindowTest::escapesComeBackByUndo()
{
    const QByteArray escaped = "{\"Resources\": {\"M\": {\"Type\": \"AWS::StepFunctions::StateMachine\", \"Properties\": {\"DefinitionString\": "
                               "\"{\\u0022StartAt\\u0022: \\\"A\\\", \\\"States\\\": {\\\"A\\\": {\\\"Type\\\": \\\"Succeed\\\"}}}\"}}}}";
    put(at("t.json"), escaped);
    open(at("t.json"));
    QVERIFY(workspace().text().starts_with("{\"StartAt\""));
    view().setFocus();
    view().goTo({1, 10}, true);
    QTest::keyClick(&view(), Qt::Key_Delete);
    QVERIFY(workspace().text().starts_with("{: \"A\""));
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
    typeInText(QStringLiteral(" "));
    m_window->save();
    QTRY_COMPARE(get(at("t.json")), QByteArray(escaped).replace("\"{\\u0022", "\" {\\u0022"));
}

void KeptFilesWindowTest::whatCannotBeMappedIsReadOnlyWithTheReason()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#Fixed"));
    const std::string before = workspace().text();
    QVERIFY(!workspace().whyReadOnly().isEmpty());
    const auto shown = [&] {
        for (const QLabel* label : m_window->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(workspace().whyReadOnly()))
                return true;
        return false;
    };
    QVERIFY(shown());
    QSignalSpy refused(&workspace(), &Workspace::refused);
    typeInText(QStringLiteral("x"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused[0][0].toString(), workspace().whyReadOnly());
    QCOMPARE(workspace().text(), before);
    QCOMPARE(view().toPlainText().toStdString(), before);
    QVERIFY(!workspace().isModified());
}

void KeptFilesWindowTest::partsOfTheTemplateAreRefused()
{
    const QString path = openCopy(QStringLiteral("templates/cloudformation.json#Joined"));
    const QByteArray before = get(path);
    QSignalSpy refused(&workspace(), &Workspace::refused);
    typeBehind("${", QStringLiteral("x")); // stands for a function among the joined parts
    QCOMPARE(refused.size(), 1);
    QVERIFY(!workspace().isModified());
    m_window->save();
    QTRY_COMPARE(get(path), before);
}

void KeptFilesWindowTest::changesOutsideReachTheOtherMachines()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#One"));
    DocumentView* one = m_window->current();
    open(at("t.yaml#Two"));
    DocumentView* two = m_window->current();
    two->workspace().apply(asl::setField(*two->workspace().snapshot(), {{}, "A"}, "Seconds", "7"));
    QByteArray changed = twoMachines;
    changed.replace("# between", "# something longer between").replace("A: {Type: Succeed}", "A: {Type: Fail}").replace("X: {Value: 1}", "Y: {Value: 2}");
    put(at("t.yaml"), changed);
    QTRY_VERIFY(one->workspace().text().find("Fail") != std::string::npos);
    QVERIFY(!one->workspace().isModified());
    QVERIFY(two->workspace().isModified());
    m_window->save();
    QTRY_VERIFY(!two->workspace().isModified());
    QCOMPARE(get(at("t.yaml")), QByteArray(changed).replace("${Count}", "7"));
}

void KeptFilesWindowTest::changesOfOneMachineOnBothSidesAreAQuestion()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#One"));
    typeInText(QStringLiteral("#x"));
    QTest::keyClick(&view(), Qt::Key_Return);
    const QByteArray changed = QByteArray(twoMachines).replace("A: {Type: Succeed}", "A: {Type: Fail}");
    put(at("t.yaml"), changed);
    auto* box = dialog<QMessageBox>();
    QVERIFY(box);
    QVERIFY(workspace().text().starts_with("#x\nStartAt"));
    for (QAbstractButton* button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(workspace().text().find("Fail") != std::string::npos);
    QVERIFY(workspace().text().starts_with("StartAt"));
    m_window->save();
    QTest::qWait(50);
    QCOMPARE(get(at("t.yaml")), changed);
}

void KeptFilesWindowTest::aMachineThatIsGoneIsNotSavedOver()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#One"));
    typeInText(QStringLiteral("#x"));
    QTest::keyClick(&view(), Qt::Key_Return);
    QSignalSpy said(m_window.get(), &MainWindow::messageShown);
    const QByteArray renamed = QByteArray(twoMachines).replace("  One:", "  Other:");
    put(at("t.yaml"), renamed);
    QVERIFY(said.wait());
    QVERIFY2(said.last()[0].toString().contains(QStringLiteral("no longer there")), qPrintable(said.last()[0].toString()));
    m_window->save();
    QTRY_VERIFY(said.last()[0].toString().contains(QStringLiteral("not saved")));
    QCOMPARE(get(at("t.yaml")), renamed);
    QVERIFY(workspace().isModified());
}

void KeptFilesWindowTest::aMachineBecomesAFileOfItsOwn()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#One"));
    saveAs(QStringLiteral("one.asl.yaml"));
    QTRY_COMPARE(workspace().filePath(), at("one.asl.yaml"));
    QCOMPARE(get(at("one.asl.yaml")), QByteArray("StartAt: A # one\nStates:\n  A: {Type: Succeed}"));
    QCOMPARE(m_window->current()->name(), QStringLiteral("one.asl.yaml"));
    typeInText(QStringLiteral(" "));
    m_window->save();
    QTRY_VERIFY(get(at("one.asl.yaml")).startsWith(" StartAt"));
    QCOMPARE(get(at("t.yaml")), twoMachines);
}

void KeptFilesWindowTest::theTemplateFillsInTokens()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#Two"));
    const auto& values = workspace().tokenValues();
    QCOMPARE(values.at("Count"), asl::Data::integer(3));
    QVERIFY(!values.contains("Table")); // a function: known when it is deployed
    QCOMPARE(workspace().tokenOrigins().at("Table").function, QStringLiteral("!Ref Orders"));
    // What the user says is kept for this machine; what the template says is not kept twice.
    asl::data::TokenValues mine = workspace().tokenValues();
    mine["Table"] = asl::Data::string("orders");
    workspace().setTokenValues(mine);
    put(at("t.yaml"), QByteArray(twoMachines).replace("Count: 3", "Count: 4"));
    m_window = std::make_unique<MainWindow>();
    open(at("t.yaml#Two"));
    QCOMPARE(workspace().tokenValues().at("Count"), asl::Data::integer(4));
    QCOMPARE(workspace().tokenValues().at("Table"), asl::Data::string("orders"));

    openCopy(QStringLiteral("templates/sam.yaml#Orders")); // its definition lies in another file
    QCOMPARE(workspace().filePath(), at("templates/statemachine/orders.asl.json"));
    QCOMPARE(m_window->current()->definitionName(), at("templates/sam.yaml#Orders"));
    QVERIFY(workspace().tokenOrigins().contains("ChargeArn"));
}

void KeptFilesWindowTest::switchedOffRulesAreKeptForAMachine()
{
    put(at("t.yaml"), twoMachines);
    open(at("t.yaml#One"));
    asl::ValidateOptions options = workspace().validateOptions();
    options.disabled = {"UNREACHABLE_STATE"};
    workspace().setValidateOptions(options);
    open(at("t.yaml#Two"));
    QVERIFY(workspace().validateOptions().disabled.empty());
    m_window = std::make_unique<MainWindow>();
    open(at("t.yaml#One"));
    QCOMPARE(workspace().validateOptions().disabled, std::vector<std::string>{"UNREACHABLE_STATE"});
    QCOMPARE(get(at("t.yaml")), twoMachines);
}

QTEST_MAIN(KeptFilesWindowTest)
#include "kept_files_window_test.moc"

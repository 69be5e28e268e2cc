// Machines of templates in the window: chosen, edited, saved into their file, whose other parts keep their bytes.

#include "tests/app/window_fixture.h"

#include "app/desktop/machine_dialog.h"
#include "core/document/edits.h"

#include <QAbstractButton>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QToolButton>

using namespace designer;

namespace {

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

class TemplateWindowTest : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { setUpProgram("template_window_test"); }
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
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
};

void TemplateWindowTest::aTemplateAsksWhichMachine()
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

void TemplateWindowTest::machinesOfOneFileAreSavedTogether()
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

void TemplateWindowTest::escapesComeBackByUndo()
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

void TemplateWindowTest::whatCannotBeMappedIsReadOnlyWithTheReason()
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

void TemplateWindowTest::partsOfTheTemplateAreRefused()
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

void TemplateWindowTest::changesOutsideReachTheOtherMachines()
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

void TemplateWindowTest::changesOfOneMachineOnBothSidesAreAQuestion()
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

void TemplateWindowTest::aMachineThatIsGoneIsNotSavedOver()
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

void TemplateWindowTest::aMachineBecomesAFileOfItsOwn()
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

void TemplateWindowTest::theTemplateFillsInTokens()
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

void TemplateWindowTest::switchedOffRulesAreKeptForAMachine()
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

QTEST_MAIN(TemplateWindowTest)
#include "template_window_test.moc"

// Definitions as people keep them, in the window. Opened, edited with real keys, undone, saved: what nobody touched keeps its
// bytes.

#include "tests/app/window_fixture.h"

#include "core/document/edits.h"
#include "ui/canvas/canvas_view.h"
#include "ui/inspector/field_row.h"
#include "ui/inspector/inspector_panel.h"
#include "ui/support/form_fields.h"

#include <QMessageBox>
#include <QTabBar>

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

private:
    void rowsOfDefinitions();
};

void KeptFilesWindowTest::rowsOfDefinitions()
{
    QTest::addColumn<QString>("definition");
    for (const QString& definition : definitions())
        QTest::newRow(qPrintable(definition)) << definition;
}

/// The path of the file that the definition is in.
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

QTEST_MAIN(KeptFilesWindowTest)
#include "kept_files_window_test.moc"

// The window with real keys: new, type, undo, save, close; files dropped, refused, changed and deleted outside.

#include "tests/app/window_fixture.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>

using namespace designer;

namespace {

const QByteArray machine = "{\r\n  \"StartAt\": \"A\",\r\n  \"States\": {\r\n    \"A\": { \"Type\": \"Pass\", \"End\": true }\r\n  }\r\n}\r\n";

} // namespace

class MainWindowTest : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase() { setUpProgram("main_window_test"); }
    void init() { makeWindow(); }
    void cleanup() { m_window.reset(); }
    void newTypeUndoSave();
    void closingAsksForUnsavedChanges();
    void closingTheWindowAsksToo();
    void droppedFilesOpen();
    void aFileOpensOnce();
    void recordingsBesideAFileRunAtOnce();
    void samplesRunToTheirResults();
    void tokenValuesAreKeptForAFile();
    void badFilesAreRefusedWithAMessage_data();
    void badFilesAreRefusedWithAMessage();
    void damagedTextsOpen_data();
    void damagedTextsOpen();
    void changesOutsideBecomeOneEdit();
    void changesOnBothSidesAreAQuestion();
    void aDeletedFileIsSaidAndSavedAnew();
    void failedSavingKeepsTheDocument();
    void arrangementsMoveTheEditor();
};

void MainWindowTest::newTypeUndoSave()
{
    QTest::keyClick(m_window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(m_window->current());
    QTRY_VERIFY(m_window->current()->isComplete());
    const std::string blank = m_window->current()->workspace().text();
    typeInText(QStringLiteral("abc"));
    QCOMPARE(m_window->current()->workspace().text(), "abc" + blank);
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_window->current()->workspace().text(), blank);
    QTest::keyClick(&view(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->current()->workspace().text(), "abc" + blank);
    QTest::keyClick(&view(), Qt::Key_S, Qt::ControlModifier);
    auto* save = dialog<QFileDialog>();
    QVERIFY(save);
    save->setDirectory(m_folder->path());
    save->findChild<QLineEdit*>()->setText(at("new.asl.json"));
    QTest::keyClick(save->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_COMPARE(m_window->current()->workspace().filePath(), at("new.asl.json"));
    QCOMPARE(get(at("new.asl.json")), QByteArray::fromStdString("abc" + blank));
    QVERIFY(!m_window->current()->workspace().isModified());
}

void MainWindowTest::closingAsksForUnsavedChanges()
{
    put(at("a.json"), machine);
    open(at("a.json"));
    typeInText(QStringLiteral(" "));
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    auto* box = dialog<QMessageBox>();
    QVERIFY(box);
    box->button(QMessageBox::Cancel)->click();
    QTRY_VERIFY(!box->isVisible());
    QCOMPARE(m_window->documents().size(), std::size_t(1));
    QTest::keyClick(m_window.get(), Qt::Key_W, Qt::ControlModifier);
    box = dialog<QMessageBox>();
    QVERIFY(box);
    box->button(QMessageBox::Save)->click();
    QTRY_VERIFY(m_window->documents().empty());
    QCOMPARE(get(at("a.json")), " " + machine);
}

void MainWindowTest::closingTheWindowAsksToo()
{
    put(at("a.json"), machine);
    open(at("a.json"));
    typeInText(QStringLiteral("x"));
    m_window->close();
    QVERIFY(m_window->isVisible());
    auto* box = dialog<QMessageBox>();
    QVERIFY(box);
    box->button(QMessageBox::Discard)->click();
    QTRY_VERIFY(!m_window->isVisible());
    QCOMPARE(get(at("a.json")), machine);
}

void MainWindowTest::droppedFilesOpen()
{
    put(at("a.json"), machine);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(at("a.json"))});
    QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(m_window->documents().size(), std::size_t(1));
    QTRY_COMPARE(m_window->current()->workspace().text(), machine.toStdString());
}

void MainWindowTest::aFileOpensOnce()
{
    put(at("a.json"), machine);
    put(at("b.json"), "{}");
    open(at("a.json"));
    open(at("b.json"));
    m_window->openFile(at("a.json"));
    QCOMPARE(m_window->documents().size(), std::size_t(2));
    QCOMPARE(m_window->current()->name(), QStringLiteral("a.json"));
}

void MainWindowTest::recordingsBesideAFileRunAtOnce()
{
    put(at("call.asl.json"), "{\"StartAt\": \"Call\", \"States\": {\"Call\": {\"Type\": \"Task\", \"End\": true,"
                             " \"Resource\": \"arn:aws:lambda:us-east-1:111111111111:function:f\"}}}");
    put(at("call.input.json"), "{\"n\": 1}");
    put(at("call.tasks.json"), "[{\"state\": \"Call\", \"return\": \"recorded\"}]");
    put(at("call-none.input.json"), "{\"n\": 2}");
    open(at("call.asl.json"));
    DocumentView* document = m_window->current();
    QCOMPARE(document->recordedRuns().size(), std::size_t(2));
    SimulationController& simulation = document->simulation();
    simulation.run();
    QTRY_COMPARE(simulation.mode(), SimulationController::Mode::Ended);
    QCOMPARE(*simulation.view()->output, asl::Data::string("recorded"));

    document->chooseRecordedRun(1); // without answers: the user is asked
    QCOMPARE(simulation.inputText(), QStringLiteral("{\"n\": 2}"));
    simulation.restart();
    QTRY_COMPARE(simulation.mode(), SimulationController::Mode::AwaitingTask);
    QVERIFY(simulation.awaitsAnswers());
}

void MainWindowTest::samplesRunToTheirResults()
{
    const auto index = asl::data::parse(get(QStringLiteral(":/examples/index.json")).toStdString());
    QVERIFY(index.hasValue());
    const auto all = index->find("samples")->items();
    QCOMPARE(all.size(), std::size_t(9));
    for (const asl::Data& sample : all) {
        QSignalSpy spy(m_window.get(), &MainWindow::opened);
        m_window->openSample(toQString(sample.find("id")->text()));
        QVERIFY(spy.wait());
        QTRY_VERIFY(m_window->current()->isComplete());
        DocumentView* document = m_window->current();
        const auto runs = sample.find("runs")->items();
        QCOMPARE(document->recordedRuns().size(), runs.size());
        for (std::size_t run = 0; run < runs.size(); ++run) {
            document->chooseRecordedRun(run);
            document->simulation().run();
            QTRY_COMPARE(document->simulation().mode(), SimulationController::Mode::Ended);
            const asl::Data& expected = *runs[run].find("expect");
            const bool succeeds = expected.find("status")->text() == "SUCCEEDED";
            QCOMPARE(document->simulation().view()->status, succeeds ? asl::RunStatus::Succeeded : asl::RunStatus::Failed);
            if (const asl::Data* output = expected.find("output"))
                QCOMPARE(*document->simulation().view()->output, *output);
            document->simulation().close();
            QTRY_COMPARE(document->simulation().mode(), SimulationController::Mode::Idle);
        }
    }
}

void MainWindowTest::tokenValuesAreKeptForAFile()
{
    put(at("a.json"), machine);
    open(at("a.json"));
    m_window->current()->workspace().setTokenValues({{"Stage", asl::Data::string("本番")}, {"Count", asl::Data::integer(3)}});
    m_window = std::make_unique<MainWindow>();
    open(at("a.json"));
    const auto& values = m_window->current()->workspace().tokenValues();
    QCOMPARE(values.size(), std::size_t(2));
    QCOMPARE(values.at("Stage"), asl::Data::string("本番"));
    QCOMPARE(values.at("Count"), asl::Data::integer(3));
    QCOMPARE(m_window->current()->workspace().text(), machine.toStdString());
}

void MainWindowTest::badFilesAreRefusedWithAMessage_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("missing") << QByteArray("none.json") << QByteArray() << "no such file";
    QTest::newRow("a folder") << QByteArray(".") << QByteArray() << "folder";
    QTest::newRow("invalid UTF-8") << QByteArray("bad.json") << QByteArray("{\n\"\xC3(\"}") << "Line 2, column 2";
}

void MainWindowTest::badFilesAreRefusedWithAMessage()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    if (!bytes.isEmpty())
        put(at(name.constData()), bytes);
    QSignalSpy spy(m_window.get(), &MainWindow::messageShown);
    m_window->openFile(at(name.constData()));
    QVERIFY(spy.wait());
    QVERIFY2(spy[0][0].toString().contains(words), qPrintable(spy[0][0].toString()));
    QVERIFY(m_window->documents().empty());
}

void MainWindowTest::damagedTextsOpen_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray("");
    QTest::newRow("truncated") << machine.left(60);
    QTest::newRow("100,000 nested arrays") << QByteArray(100000, '[');
    QTest::newRow("no machine") << QByteArray("[1, 2]");
    QTest::newRow("a lone byte order mark") << QByteArray("\xEF\xBB\xBF");
}

/// They can be repaired here, and what is wrong is said beside the text.
void MainWindowTest::damagedTextsOpen()
{
    QFETCH(QByteArray, bytes);
    put(at("a.json"), bytes);
    open(at("a.json"));
    QTRY_VERIFY(!m_window->current()->workspace().diagnostics().empty());
    QTRY_VERIFY(view().isFilled());
    typeInText(QStringLiteral("{"));
    m_window->save();
    QTRY_COMPARE(get(at("a.json")).size(), bytes.size() + 1);
}

void MainWindowTest::changesOutsideBecomeOneEdit()
{
    put(at("a.json"), machine);
    open(at("a.json"));
    const QByteArray changed = QByteArray(machine).replace("Pass", "Succeed");
    put(at("a.json"), changed);
    QTRY_COMPARE(m_window->current()->workspace().text(), changed.toStdString());
    QVERIFY(!m_window->current()->workspace().isModified());
    QCOMPARE(m_window->current()->workspace().undoStack()->count(), 1);
    m_window->current()->workspace().undoStack()->undo();
    QCOMPARE(m_window->current()->workspace().text(), machine.toStdString());
}

void MainWindowTest::changesOnBothSidesAreAQuestion()
{
    put(at("a.json"), machine);
    open(at("a.json"));
    typeInText(QStringLiteral(" "));
    put(at("a.json"), "{}");
    auto* box = dialog<QMessageBox>();
    QVERIFY(box);
    QCOMPARE(m_window->current()->workspace().text(), " " + machine.toStdString());
    for (QAbstractButton* button : box->buttons())
        if (box->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    QTRY_COMPARE(m_window->current()->workspace().text(), std::string("{}"));
    m_window->current()->workspace().undoStack()->undo();
    QCOMPARE(m_window->current()->workspace().text(), " " + machine.toStdString());
}

void MainWindowTest::aDeletedFileIsSaidAndSavedAnew()
{
    put(at("a.json"), machine);
    open(at("a.json"));
    QSignalSpy spy(m_window.get(), &MainWindow::messageShown);
    QVERIFY(QFile::remove(at("a.json")));
    QVERIFY(spy.wait());
    QVERIFY2(spy[0][0].toString().contains(QStringLiteral("deleted")), qPrintable(spy[0][0].toString()));
    QVERIFY(m_window->current()->workspace().isModified());
    m_window->save();
    QTRY_VERIFY(!m_window->current()->workspace().isModified());
    QCOMPARE(get(at("a.json")), machine);
}

void MainWindowTest::failedSavingKeepsTheDocument()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("sub")));
    put(at("sub/a.json"), machine);
    open(at("sub/a.json"));
    typeInText(QStringLiteral(" "));
    QVERIFY(QDir(at("sub")).removeRecursively());
    QVERIFY(QFile::remove(at("sub")) || !QFileInfo::exists(at("sub")));
    QSignalSpy spy(m_window.get(), &MainWindow::messageShown);
    m_window->save();
    QTRY_VERIFY(std::any_of(spy.begin(), spy.end(), [](const auto& call) { return call[0].toString().contains(QStringLiteral("not saved")); }));
    QVERIFY(m_window->current()->workspace().isModified());
    QCOMPARE(m_window->current()->workspace().text(), " " + machine.toStdString());
}

void MainWindowTest::arrangementsMoveTheEditor()
{
    put(at("a.json"), machine);
    open(at("a.json"));
    DocumentView& document = *m_window->current();
    QVERIFY(!document.centre()->isAncestorOf(&document.editor()));
    document.setArrangement(DocumentView::Arrangement::Text);
    QVERIFY(document.centre()->isAncestorOf(&document.editor()));
    QVERIFY(document.editor().isVisible());
    typeInText(QStringLiteral("x"));
    document.setArrangement(DocumentView::Arrangement::Graph);
    QVERIFY(!document.centre()->isAncestorOf(&document.editor()));
    QVERIFY(document.editor().isVisible());
    QCOMPARE(document.workspace().text(), "x" + machine.toStdString());
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"

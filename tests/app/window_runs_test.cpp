// Runs in the window and their files: the folder that stands for S3, what is kept beside a definition, saved runs opened.

#include "tests/app/window_fixture.h"

#include "core/data/json.h"
#include "ui/simulator/folder_dialog.h"
#include "ui/simulator/input_dialog.h"
#include "ui/simulator/run_actions.h"
#include "ui/support/labels.h"
#include "ui/support/qt_text.h"

#include <QDir>
#include <QDirIterator>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace designer;
using Mode = SimulationController::Mode;

namespace {

const QByteArray reads = R"({"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "Each", "End": true,
    "ItemReader": {"Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": {"InputType": "JSON"}, "Parameters": {"Bucket": "in", "Key": "items.json"}},
    "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}})";

const QByteArray writes = R"({"StartAt": "Each", "States": {"Each": {"Type": "Map", "Label": "Each", "End": true,
    "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket": "out", "Prefix": "results"}},
    "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
        "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}})";

const QByteArray calls = R"({"StartAt": "Call", "States": {"Call": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Next": "Both"},
    "Both": {"Type": "Parallel", "End": true, "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}]}}})";

QStringList filesBelow(const QString& folder)
{
    QStringList files;
    for (QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories); all.hasNext();)
        files << all.next().mid(folder.size() + 1);
    files.sort();
    return files;
}

} // namespace

class WindowRunsTest : public QObject, WindowFixture
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void runAsksForTheFolderAndReadsFromIt();
    void folderIsChosenInTheInputDialog();
    void folderIsKeptForTheFile();
    void folderThatIsGoneIsAskedForAgain();
    void resultsAreWrittenIntoTheFolder();
    void nothingIsWrittenWithoutAFolder();
    void bucketOutsideIsRefused();
    void branchWritesItsOwnResults();
    void recordAsksForItsFiles_data();
    void recordAsksForItsFiles();
    void debuggingIsKeptForTheFile();
    void newDocumentIsKeptFromItsFirstSaving();
    void damagedSettingsAreNoHarm_data();
    void damagedSettingsAreNoHarm();
    void recordOpens_data();
    void recordOpens();
    void brokenRecordsAreSaid_data();
    void brokenRecordsAreSaid();

private:
    void openAgain(const QString& path);
    SimulationController& simulation() { return m_window->current()->simulation(); }
    void press(QAction* action) { action->trigger(); }
    QAction* runAction() { return m_window->current()->runActions()->runAction(); }
    static QPushButton* button(QWidget* parent, const QString& text);
    void chooseFolder(QWidget* parent, const QString& folder);
    QByteArray recordOfRun();
};

QPushButton* WindowRunsTest::button(QWidget* parent, const QString& text)
{
    for (QPushButton* one : parent->findChildren<QPushButton*>())
        if (one->text() == text)
            return one;
    return nullptr;
}

void WindowRunsTest::initTestCase()
{
    setUpProgram("window_runs_test");
}

void WindowRunsTest::init()
{
    m_window.reset();
    makeWindow();
    put(at("s3/in/items.json"), "[1, 2, 3]");
}

/// In another window, as after another start of the program.
void WindowRunsTest::openAgain(const QString& path)
{
    m_window = std::make_unique<MainWindow>();
    m_window->show();
    open(path);
}

void WindowRunsTest::chooseFolder(QWidget* parent, const QString& folder)
{
    QPushButton* choose = button(parent, QStringLiteral("Choose folder…"));
    QVERIFY(choose);
    QTest::mouseClick(choose, Qt::LeftButton);
    auto* files = dialog<QFileDialog>();
    QVERIFY(files);
    files->findChild<QLineEdit*>()->setText(folder);
    QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_COMPARE(simulation().folder(), folder);
}

void WindowRunsTest::runAsksForTheFolderAndReadsFromIt()
{
    put(at("reads.asl.json"), reads);
    open(at("reads.asl.json"));
    press(runAction());
    auto* asks = dialog<FolderDialog>();
    QVERIFY(asks);
    bool said = false;
    for (ThemedLabel* label : asks->findChildren<ThemedLabel*>())
        said = said || label->text() == QStringLiteral("The Map \"Each\" reads its items from S3, and no folder is chosen that stands for S3.");
    QVERIFY(said);
    QPushButton* run = button(asks, QStringLiteral("Run"));
    QVERIFY(!run->isEnabled());
    chooseFolder(asks, at("s3"));
    QVERIFY(run->isEnabled());
    QTest::mouseClick(run, Qt::LeftButton);
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*simulation().view()->output), std::string("[1,2,3]"));
    // Walking back reads the file again.
    simulation().seek(0);
    QTRY_COMPARE(simulation().view()->step, 0U);
    simulation().seek(simulation().view()->lastStep);
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
}

void WindowRunsTest::folderIsChosenInTheInputDialog()
{
    put(at("reads.asl.json"), reads);
    put(at("calls.asl.json"), calls);
    open(at("calls.asl.json"));
    m_window->current()->runActions()->editInput();
    auto* input = dialog<InputDialog>();
    QVERIFY(input);
    QVERIFY(!button(input, QStringLiteral("Choose folder…"))); // nothing in it needs one
    input->close();
    open(at("reads.asl.json"));
    m_window->current()->runActions()->editInput();
    input = dialog<InputDialog>();
    QVERIFY(input);
    chooseFolder(input, at("s3"));
    QTest::mouseClick(button(input, QStringLiteral("Run")), Qt::LeftButton);
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(simulation().view()->status, asl::RunStatus::Succeeded);
}

void WindowRunsTest::folderIsKeptForTheFile()
{
    put(at("reads.asl.json"), reads);
    put(at("other.asl.json"), reads);
    open(at("reads.asl.json"));
    simulation().setFolder(at("s3"));
    openAgain(at("reads.asl.json"));
    QCOMPARE(simulation().folder(), at("s3"));
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(get(at("reads.asl.json")), reads);
    open(at("other.asl.json"));
    QCOMPARE(simulation().folder(), QString()); // chosen for one file is not chosen for another
    press(runAction());
    QVERIFY(dialog<FolderDialog>());
}

void WindowRunsTest::folderThatIsGoneIsAskedForAgain()
{
    put(at("reads.asl.json"), reads);
    open(at("reads.asl.json"));
    simulation().setFolder(at("gone"));
    press(runAction());
    auto* asks = dialog<FolderDialog>();
    QVERIFY(asks);
    bool said = false;
    for (ThemedLabel* label : asks->findChildren<ThemedLabel*>())
        said = said || label->text() == QStringLiteral("The folder %1, which stands for S3, is not there.").arg(at("gone"));
    QVERIFY(said);
    chooseFolder(asks, at("s3"));
    QTest::mouseClick(button(asks, QStringLiteral("Run")), Qt::LeftButton);
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
}

void WindowRunsTest::resultsAreWrittenIntoTheFolder()
{
    put(at("writes.asl.json"), writes);
    open(at("writes.asl.json"));
    simulation().setFolder(at("s3"));
    simulation().setInputText(QStringLiteral("[1, 2]"));
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(simulation().view()->status, asl::RunStatus::Succeeded);
    const QStringList files = filesBelow(at("s3"));
    QCOMPARE(files.size(), 3); // items.json, manifest.json, SUCCEEDED_0.json
    const QStringList manifest = files.filter(QStringLiteral("manifest.json"));
    QCOMPARE(manifest.size(), 1);
    QVERIFY(manifest.front().startsWith(QStringLiteral("out/results/")));
    const asl::Data* key = simulation().view()->output->find("ResultWriterDetails")->find("Key");
    QVERIFY(key);
    QCOMPARE(QStringLiteral("out/") + toQString(key->text()), manifest.front());
    QVERIFY(get(at("s3/") + files.filter(QStringLiteral("SUCCEEDED")).front()).contains("\"Output\""));
}

void WindowRunsTest::nothingIsWrittenWithoutAFolder()
{
    put(at("writes.asl.json"), writes);
    open(at("writes.asl.json"));
    simulation().setInputText(QStringLiteral("[1, 2]"));
    const QStringList before = filesBelow(m_folder->path());
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(simulation().view()->status, asl::RunStatus::Succeeded);
    QCOMPARE(filesBelow(m_folder->path()), before);
}

void WindowRunsTest::bucketOutsideIsRefused()
{
    put(at("writes.asl.json"), QByteArray(writes).replace("\"out\"", "\"..\""));
    open(at("writes.asl.json"));
    simulation().setFolder(at("s3"));
    simulation().setInputText(QStringLiteral("[1, 2]"));
    const QStringList before = filesBelow(m_folder->path());
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(simulation().view()->failure->error.value_or(""), std::string("States.ResultWriterFailed"));
    QCOMPARE(filesBelow(m_folder->path()), before);
}

/// Results of more than one part: a branch that begins between two parts still writes whole objects.
void WindowRunsTest::branchWritesItsOwnResults()
{
    put(at("writes.asl.json"), QByteArray(writes).replace(R"("Type": "Pass", "End": true}}}})", R"("Type": "Pass", "End": true}}}, "MaxConcurrency": 1})"));
    open(at("writes.asl.json"));
    simulation().setFolder(at("s3"));
    QStringList items;
    for (int i = 0; i < 12; ++i)
        items << QStringLiteral("\"%1\"").arg(QString(20'000, QChar(u'a' + i)));
    simulation().setInputText(u'[' + items.join(u',') + u']');
    press(runAction());
    QTRY_COMPARE_WITH_TIMEOUT(simulation().mode(), Mode::Ended, 20000);
    QCOMPARE(simulation().view()->status, asl::RunStatus::Succeeded);
    const QStringList files = filesBelow(at("s3"));
    const QString succeeded = at("s3/") + files.filter(QStringLiteral("SUCCEEDED")).front();
    const QByteArray whole = get(succeeded);
    QVERIFY(whole.size() > 3 * 128 * 1024);
    // Late enough for some parts to be written, early enough for an item to be changed.
    const asl::VisitRecords& visits = *simulation().view()->visits;
    const asl::VisitRecord last = visits.back();
    simulation().selectVisit(static_cast<asl::VisitId>(visits.size() - 1));
    quint64 step = simulation().view()->lastStep;
    while (simulation().view()->visits->size() == visits.size() && (simulation().view()->active.empty() || !simulation().view()->active.front().inputIsOpen)) {
        QSignalSpy shown(&simulation(), &SimulationController::viewChanged);
        simulation().seek(--step); // a moment that waits for a file is passed over
        QVERIFY(shown.wait());
    }
    QVERIFY(!simulation().view()->active.empty());
    simulation().editValue(last.frame, {}, asl::Data::string("changed"));
    QTRY_COMPARE(simulation().view()->edits.size(), 1U);
    simulation().run();
    QTRY_COMPARE_WITH_TIMEOUT(simulation().mode(), Mode::Ended, 20000);
    QCOMPARE(simulation().view()->status, asl::RunStatus::Succeeded);
    QCOMPARE(filesBelow(at("s3")), files);
    const auto results = asl::data::parse(get(succeeded).toStdString());
    QVERIFY(results.hasValue());
    QCOMPARE(results->size(), 12U);
    QVERIFY(asl::data::toJson(results->items()[11]).find("changed") != std::string::npos);
    QVERIFY(asl::data::toJson(results->items()[0]).find("aaaa") != std::string::npos);
    // The folder holds what the branch that is looked at has written.
    const QByteArray changed = get(succeeded);
    simulation().switchToBranch(0);
    QTRY_VERIFY(get(succeeded) == whole);
    simulation().switchToBranch(1);
    QTRY_VERIFY(get(succeeded) == changed);
    QCOMPARE(filesBelow(at("s3")), files);
}

QByteArray WindowRunsTest::recordOfRun()
{
    std::string text;
    simulation().makeRecord([&text](const std::string& record) { text = record; });
    (void)QTest::qWaitFor([&text] { return !text.empty(); });
    return QByteArray::fromStdString(text);
}

void WindowRunsTest::recordAsksForItsFiles_data()
{
    QTest::addColumn<QByteArray>("content"); ///< null: the file is gone
    QTest::addColumn<QString>("words");
    QTest::newRow("no folder") << QByteArray("[1, 2, 3]") << QStringLiteral("The run read the file in/items.json (9 bytes, SHA-256 ");
    QTest::newRow("missing") << QByteArray() << QStringLiteral("The file in/items.json that the run read cannot be read again: ");
    QTest::newRow("longer") << QByteArray("[1, 2, 3, 4]") << QStringLiteral("The file in/items.json has 12 bytes, the one that the run read had 9.");
    QTest::newRow("changed") << QByteArray("[1, 2, 4]") << QStringLiteral("is not the one that the run read: its SHA-256 is not ");
}

void WindowRunsTest::recordAsksForItsFiles()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, words);
    put(at("reads.asl.json"), reads);
    open(at("reads.asl.json"));
    simulation().setFolder(at("s3"));
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    put(at("saved.run.json"), recordOfRun());
    put(at("right/in/items.json"), "[1, 2, 3]");

    open(at("saved.run.json"));
    auto* asks = dialog<FolderDialog>();
    QVERIFY(asks);
    if (content != "[1, 2, 3]") { // another folder first
        if (content.isEmpty())
            QVERIFY(QFile::remove(at("s3/in/items.json")));
        else
            put(at("s3/in/items.json"), content);
        chooseFolder(asks, at("s3"));
        QTest::mouseClick(button(asks, QStringLiteral("Run")), Qt::LeftButton);
        QTRY_VERIFY(!asks || !asks->isVisible());
        asks = dialog<FolderDialog>();
        QVERIFY(asks);
    }
    QStringList said;
    for (ThemedLabel* label : asks->findChildren<ThemedLabel*>())
        said << label->text();
    QVERIFY2(!said.filter(words).isEmpty(), qPrintable(said.join(u'\n')));
    QVERIFY2(said.filter(QStringLiteral("--files")).isEmpty(), "the window has no options");
    chooseFolder(asks, at("right"));
    QTest::mouseClick(button(asks, QStringLiteral("Run")), Qt::LeftButton);
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(asl::data::toJson(*simulation().view()->output), std::string("[1,2,3]"));
}

void WindowRunsTest::debuggingIsKeptForTheFile()
{
    put(at("calls.asl.json"), calls);
    open(at("calls.asl.json"));
    const asl::StatePath inner{{{{"Both", 0}}}, "B"};
    const BreakpointRule rule{true, BreakpointRule::When::Exit, "$.n > 1", 3};
    simulation().toggleBreakpoint({{}, "Call"});
    simulation().setBreakpoint(inner, rule);
    simulation().setStopsOnErrors(true);
    simulation().setWatches({QStringLiteral("$states.input.n"), QStringLiteral("$count(注文)")});
    simulation().keepAnswer("Call", asl::TaskSuccess{*asl::data::parse(R"({"id": [1, null]})")});
    simulation().keepAnswer("Other", asl::Failure{"Busy", "later"});
    openAgain(at("calls.asl.json"));
    QCOMPARE(simulation().breakpoints(), (std::set<asl::StatePath>{{{}, "Call"}, inner}));
    QVERIFY(simulation().breakpoint({{}, "Call"}).isPlain());
    QCOMPARE(simulation().breakpoint(inner), rule);
    QVERIFY(simulation().stopsOnErrors());
    QCOMPARE(simulation().watches(), (QStringList{QStringLiteral("$states.input.n"), QStringLiteral("$count(注文)")}));
    QCOMPARE(simulation().keptAnswers().size(), 2U);
    QCOMPARE(asl::data::toJson(std::get<asl::TaskSuccess>(simulation().keptAnswers().at("Call")).result), std::string(R"({"id":[1,null]})"));
    const auto& failure = std::get<asl::Failure>(simulation().keptAnswers().at("Other"));
    QCOMPARE(failure.error.value_or(""), std::string("Busy"));
    QCOMPARE(failure.cause.value_or(""), std::string("later"));
    QCOMPARE(get(at("calls.asl.json")), calls);
    QVERIFY(!m_window->current()->workspace().isModified());
    // They are at work: the run stops, and the answer is given.
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Paused);
    QCOMPARE(simulation().view()->visits->back().path.name, std::string("Call"));
    simulation().run();
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    // What is taken away stays away.
    simulation().setBreakpoints({});
    simulation().setWatches({});
    simulation().forgetAnswer("Call");
    simulation().forgetAnswer("Other");
    simulation().setStopsOnErrors(false);
    openAgain(at("calls.asl.json"));
    QVERIFY(simulation().breakpoints().empty());
    QVERIFY(simulation().watches().isEmpty());
    QVERIFY(simulation().keptAnswers().empty());
}

void WindowRunsTest::newDocumentIsKeptFromItsFirstSaving()
{
    m_window->newDocument();
    QTRY_VERIFY(m_window->current() && m_window->current()->isComplete());
    simulation().setWatches({QStringLiteral("1 + 1")});
    m_window->save();
    auto* files = dialog<QFileDialog>();
    QVERIFY(files);
    files->setDirectory(m_folder->path());
    files->findChild<QLineEdit*>()->setText(at("new.asl.json"));
    QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Return);
    QTRY_COMPARE(m_window->current()->workspace().filePath(), at("new.asl.json"));
    openAgain(at("new.asl.json"));
    QCOMPARE(simulation().watches(), QStringList{QStringLiteral("1 + 1")});
}

void WindowRunsTest::damagedSettingsAreNoHarm_data()
{
    QTest::addColumn<QString>("kept");
    QTest::newRow("no JSON") << QStringLiteral("{");
    QTest::newRow("no object") << QStringLiteral("[1]");
    QTest::newRow("other types") << QStringLiteral(R"({"folder": 1, "breakpoints": {"a": 1}, "watches": [1, null], "answers": [2], "stopsOnErrors": "x"})");
    QTest::newRow("inner types") << QStringLiteral(R"({"breakpoints": [1, {"state": 2}, {"state": "Call", "scope": [3], "fromVisit": -5}], "answers": {"Call": 4}})");
}

void WindowRunsTest::damagedSettingsAreNoHarm()
{
    QFETCH(QString, kept);
    put(at("calls.asl.json"), calls);
    open(at("calls.asl.json"));
    simulation().setWatches({QStringLiteral("1")});
    QSettings settings;
    settings.beginGroup(QStringLiteral("runs"));
    const QStringList keys = settings.childKeys();
    QCOMPARE(keys.size(), 1);
    settings.setValue(keys.front(), kept);
    settings.sync();
    openAgain(at("calls.asl.json"));
    QVERIFY(simulation().watches().isEmpty());
    simulation().run();
    QTRY_VERIFY(simulation().mode() == Mode::AwaitingTask || simulation().mode() == Mode::Ended || simulation().mode() == Mode::Paused);
}

void WindowRunsTest::recordOpens_data()
{
    QTest::addColumn<QString>("way");
    for (const char* way : {"program's argument", "dialog", "drag"})
        QTest::newRow(way) << QString::fromUtf8(way);
}

void WindowRunsTest::recordOpens()
{
    QFETCH(QString, way);
    put(at("calls.asl.json"), calls);
    open(at("calls.asl.json"));
    simulation().keepAnswer("Call", asl::TaskSuccess{asl::Data::string("東京")});
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    const std::string history = asl::historyJson(*simulation().view()->events);
    put(at("saved.run.json"), recordOfRun());

    QSignalSpy opened(m_window.get(), &MainWindow::opened);
    if (way == u"dialog") {
        for (QAction* action : m_window->findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(QKeySequence::Open))
                action->trigger();
        auto* files = dialog<QFileDialog>();
        QVERIFY(files);
        QVERIFY(files->nameFilters().front().contains(QStringLiteral("*.json")));
        files->findChild<QLineEdit*>()->setText(at("saved.run.json"));
        QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Return);
    } else if (way == u"drag") {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(at("saved.run.json"))});
        QDragEnterEvent enter(QPoint(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(700, 400), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(m_window.get(), &drop);
    } else {
        m_window->openFile(at("saved.run.json"));
    }
    QVERIFY(opened.wait());
    QTRY_VERIFY(m_window->current()->isComplete());
    QCOMPARE(m_window->current()->name(), QStringLiteral("saved.asl.json"));
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QCOMPARE(asl::historyJson(*simulation().view()->events), history);
    simulation().stepBack();
    QTRY_COMPARE(simulation().mode(), Mode::Paused);
}

void WindowRunsTest::brokenRecordsAreSaid_data()
{
    QTest::addColumn<QByteArray>("before"); ///< in a sound record
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("opens"); ///< its definition all the same
    QTest::newRow("no JSON") << QByteArray("\"version\": 1,") << QByteArray("\"version\": 1") << QStringLiteral("Line 3, column 15: ") << false;
    QTest::newRow("another format") << QByteArray("stepwright-run") << QByteArray("else") << QStringLiteral("its \"format\" is not \"stepwright-run\"") << false;
    QTest::newRow("version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 9") << QStringLiteral("only version 1 can be read") << false;
    QTest::newRow("a decision") << QByteArray("\"proceed\"") << QByteArray("\"leap\"") << QStringLiteral("entry 0 of \"journal\"") << false;
    QTest::newRow("another result") << QByteArray("\"return\": \"a\"") << QByteArray("\"return\": \"b\"") << QStringLiteral("another result") << true;
    QTest::newRow("definition") << QByteArray("\\\"StartAt\\\": \\\"Call\\\"") << QByteArray("\\\"StartAt\\\": \\\"None\\\"") << QStringLiteral("None") << true;
}

void WindowRunsTest::brokenRecordsAreSaid()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, words);
    QFETCH(bool, opens);
    put(at("calls.asl.json"), calls);
    open(at("calls.asl.json"));
    simulation().keepAnswer("Call", asl::TaskSuccess{asl::Data::string("a")});
    press(runAction());
    QTRY_COMPARE(simulation().mode(), Mode::Ended);
    QByteArray record = recordOfRun();
    QVERIFY2(record.contains(before), record);
    put(at("broken.run.json"), record.replace(record.indexOf(before), before.size(), after));
    QSignalSpy said(m_window.get(), &MainWindow::messageShown);
    m_window->openFile(at("broken.run.json"));
    QVERIFY(said.wait());
    const QString message = said[0][0].toString();
    QVERIFY2(message.contains(QStringLiteral("broken.run.json")), qPrintable(message));
    QVERIFY2(message.contains(words), qPrintable(message));
    QCOMPARE(m_window->documents().size(), std::size_t(opens ? 2 : 1));
    auto* box = dialog<QMessageBox>();
    QVERIFY(box);
    box->close();
    if (opens)
        QCOMPARE(simulation().mode(), Mode::Idle);
}

QTEST_MAIN(WindowRunsTest)
#include "window_runs_test.moc"

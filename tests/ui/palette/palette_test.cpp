// The palette: every entry inserts a state the checks accept, by Enter and by drag.

#include "ui/palette/palette_entries.h"
#include "ui/palette/palette_list.h"
#include "ui/palette/palette_panel.h"
#include "ui/support/code_preview.h"
#include "ui/support/qt_text.h"
#include "ui/support/segmented_control.h"
#include "ui/workspace/dragged_state.h"

#include <QLineEdit>
#include <QListView>
#include <QTest>

using namespace designer;

class PaletteTest : public QObject
{
    Q_OBJECT

private slots:
    void entriesMakeSoundStates_data();
    void entriesMakeSoundStates();
    void patternNamesStayUnique();
    void searchFindsEveryKind();
    void searchFindsTheWholeCatalogue_data();
    void searchFindsTheWholeCatalogue();
    void enterInsertsAfterTheSelectedState();
    void enterInsertsOnTheSelectedTransition();
    void enterInsertsTheFirstState();
    void arrowsWalkTheListFromTheSearch();
    void tabsShowOneKind();
    void draggedStateComesBack();
    void chipHangsBesideThePointer();
};

void PaletteTest::entriesMakeSoundStates_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("jsonata");
    const auto& entries = paletteEntries();
    QVERIFY(entries.size() > 500); // the whole catalogue
    for (std::size_t index = 0; index < entries.size(); ++index)
        for (const bool jsonata : {false, true})
            QTest::addRow("%d %s %s", static_cast<int>(index), qPrintable(entries[index].title()), jsonata ? "JSONata" : "JSONPath")
                << static_cast<int>(index) << jsonata;
}

void PaletteTest::entriesMakeSoundStates()
{
    QFETCH(int, index);
    QFETCH(bool, jsonata);
    const PaletteEntry entry = paletteEntries()[static_cast<std::size_t>(index)];
    const auto document = asl::Document::open(asl::blankMachine(jsonata ? asl::QueryLanguage::JSONata : asl::QueryLanguage::JSONPath));
    const auto& blank = *document->snapshot();
    const auto edit = asl::insertState(blank, asl::AtStart{}, stateOf(entry, blank).state);
    QVERIFY2(edit, edit ? "" : asl::english(edit.error().message).c_str());
    const asl::Snapshot snapshot(2, std::make_shared<const std::string>(asl::applied(blank.text(), edit->patch)));
    QVERIFY(snapshot.tree().errors().empty());
    QCOMPARE(snapshot.machine().state(0).type, std::optional(entry.type));
    for (const asl::Diagnostic& problem : asl::validate(snapshot)) {
        // What is left to fill in (a target, states inside) is an unfinished definition; a field that is unknown, misplaced
        // or of the wrong language would be our mistake.
        const QString code = toQString(problem.code);
        const QString text = toQString(asl::english(problem.message));
        QVERIFY2(problem.code != "MISSING_PARAMETER" && !QString(code).contains(QLatin1String("PARAMETER")), qPrintable(code + QLatin1String(": ") + text));
        QVERIFY2(!text.contains(QLatin1String("has no field")) && !text.contains(QLatin1String("JSONata")) && !text.contains(QLatin1String("JSONPath")),
                 qPrintable(code + QLatin1String(": ") + text));
    }
}

void PaletteTest::patternNamesStayUnique()
{
    Workspace workspace;
    workspace.open(*asl::Document::open(asl::blankMachine(asl::QueryLanguage::JSONPath)));
    PalettePanel panel(workspace);
    panel.findChild<SegmentedControl*>()->setCurrentIndex(2);
    for (int times = 0; times < 3; ++times)
        panel.insertCurrent();
    QStringList names;
    for (const asl::State& state : workspace.snapshot()->machine().states())
        names << toQString(state.name);
    QVERIFY(names.size() > 12);
    QCOMPARE(names.removeDuplicates(), 0);
    for (const asl::Diagnostic& problem : asl::validate(*workspace.snapshot()))
        QVERIFY2(problem.severity != asl::Severity::Error || toQString(asl::english(problem.message)).contains(QLatin1String("FunctionName")),
                 asl::english(problem.message).c_str());
}

void PaletteTest::searchFindsEveryKind()
{
    Workspace workspace;
    PalettePanel panel(workspace);
    auto* search = panel.findChild<QLineEdit*>();
    auto* list = panel.findChild<QListView*>();
    const auto rows = [&](const QString& text) {
        search->setText(text);
        QStringList found;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            found << list->model()->index(row, 0).data().toString();
        return found;
    };
    QVERIFY(rows(QStringLiteral("wait")).contains(QStringLiteral("Wait")));
    QVERIFY(rows(QStringLiteral("dynamo put")).contains(QStringLiteral("DynamoDB: PutItem")));
    QVERIFY(rows(QStringLiteral("poll")).contains(QStringLiteral("Poll until done")));
    QVERIFY(rows(QStringLiteral("no such thing")).isEmpty());
}

void PaletteTest::searchFindsTheWholeCatalogue_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QString>("title");    // of what Enter inserts
    QTest::addColumn<QString>("resource");
    QTest::addColumn<QString>("parameters");
    const auto row = [](const char* search, const char* title, const char* resource, const char* parameters) {
        QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(title) << QString::fromUtf8(resource) << QString::fromUtf8(parameters);
    };
    row("dynamodb putitem", "DynamoDB: PutItem", "arn:aws:states:::dynamodb:putItem", "TableName Item");
    row("s3 get", "S3: GetObject", "arn:aws:states:::aws-sdk:s3:getObject", "Bucket Key");
    row("glue startjobrun sync", "Glue: StartJobRun .sync", "arn:aws:states:::glue:startJobRun.sync", "JobName");
    row("sendmessage token", "SQS: SendMessage .waitForTaskToken", "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "MessageBody QueueUrl");
    row("rekognition DetectLabels", "Rekognition: DetectLabels", "arn:aws:states:::aws-sdk:rekognition:detectLabels", "");
    row("rekognition", "Rekognition: any action", "arn:aws:states:::aws-sdk:rekognition:", "");
}

void PaletteTest::searchFindsTheWholeCatalogue()
{
    QFETCH(QString, search);
    QFETCH(QString, title);
    QFETCH(QString, resource);
    QFETCH(QString, parameters);
    Workspace workspace;
    workspace.open(*asl::Document::open(asl::blankMachine(asl::QueryLanguage::JSONata)));
    PalettePanel panel(workspace);
    auto* field = panel.findChild<QLineEdit*>();
    QTest::keyClicks(field, search);
    QCOMPARE(panel.findChild<QListView*>()->currentIndex().data().toString(), title);
    QTest::keyClick(field, Qt::Key_Return);
    const asl::SyntaxTree& tree = workspace.snapshot()->tree();
    const asl::StateMachine& machine = workspace.snapshot()->machine();
    QCOMPARE(machine.states().size(), std::size_t(1));
    const asl::NodeId state = machine.state(0).node;
    QCOMPARE(toQString(tree.stringValue(tree.find(state, "Resource"))), resource);
    QStringList names;
    for (const asl::NodeId parameter : tree.children(tree.find(state, "Arguments")))
        names << toQString(tree.key(parameter));
    names.sort();
    QStringList wanted = parameters.split(u' ', Qt::SkipEmptyParts);
    wanted.sort();
    QCOMPARE(names, wanted);
}

void PaletteTest::enterInsertsAfterTheSelectedState()
{
    Workspace workspace;
    workspace.open(*asl::Document::open(R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}})"));
    workspace.select(asl::StatePath{{}, "A"});
    PalettePanel panel(workspace);
    auto* search = panel.findChild<QLineEdit*>();
    search->setText(QStringLiteral("succ"));
    QTest::keyClick(search, Qt::Key_Return);
    const asl::StateMachine& machine = workspace.snapshot()->machine();
    QCOMPARE(machine.states().size(), std::size_t(2));
    QVERIFY(workspace.selection().current());
    QCOMPARE(workspace.selection().current()->name, std::string("Success"));
    const asl::StateId a = machine.find(asl::StatePath{{}, "A"});
    QCOMPARE(machine.transition(machine.state(a).transitions.front()).targetName, std::string("Success"));
    QCOMPARE(workspace.undoStack()->count(), 1);
}

void PaletteTest::enterInsertsOnTheSelectedTransition()
{
    Workspace workspace;
    workspace.open(*asl::Document::open(R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})"));
    Selection selection;
    selection.transition = asl::TransitionPath{{}, {}, asl::TransitionKind::Start, 0};
    workspace.select(selection);
    PalettePanel panel(workspace);
    panel.findChild<SegmentedControl*>()->setCurrentIndex(1);
    panel.findChild<QLineEdit*>()->setText(QStringLiteral("Pass"));
    panel.insertCurrent();
    QVERIFY(workspace.text().find(R"("StartAt": "Pass")") != std::string::npos);
}

void PaletteTest::enterInsertsTheFirstState()
{
    Workspace workspace;
    workspace.open(*asl::Document::open(asl::blankMachine(asl::QueryLanguage::JSONPath)));
    PalettePanel panel(workspace);
    panel.insertCurrent();
    QCOMPARE(workspace.snapshot()->machine().states().size(), std::size_t(1));
    QCOMPARE(workspace.snapshot()->machine().state(0).name, std::string("Lambda Invoke"));
}

void PaletteTest::arrowsWalkTheListFromTheSearch()
{
    Workspace workspace;
    PalettePanel panel(workspace);
    panel.show();
    auto* list = panel.findChild<QListView*>();
    const QString first = list->currentIndex().data().toString();
    QTest::keyClick(panel.findChild<QLineEdit*>(), Qt::Key_Down);
    QVERIFY(list->currentIndex().data().toString() != first);
    QVERIFY(!panel.findChild<CodePreview*>()->toPlainText().isEmpty());
}

void PaletteTest::tabsShowOneKind()
{
    Workspace workspace;
    PalettePanel panel(workspace);
    auto* list = panel.findChild<QListView*>();
    panel.findChild<SegmentedControl*>()->setCurrentIndex(1);
    QCOMPARE(list->model()->rowCount(), 7);
    panel.findChild<SegmentedControl*>()->setCurrentIndex(2);
    QCOMPARE(list->model()->rowCount(), 3);
    QVERIFY(panel.findChild<CodePreview*>()->toPlainText().contains(QLatin1String("\"Parallel\"")));
}

void PaletteTest::draggedStateComesBack()
{
    Workspace workspace;
    workspace.open(*asl::Document::open(asl::blankMachine(asl::QueryLanguage::JSONPath)));
    for (const PaletteEntry& entry : paletteEntries()) {
        const DraggedState sent = stateOf(entry, *workspace.snapshot());
        const std::unique_ptr<QMimeData> mimeData(toMimeData(sent));
        const auto received = fromMimeData(mimeData.get());
        QVERIFY(received);
        QCOMPARE(received->type, sent.type);
        QCOMPARE(received->state.name, sent.state.name);
        QCOMPARE(received->state.json, sent.state.json);
    }
}

void PaletteTest::chipHangsBesideThePointer()
{
    QPoint hotSpot;
    const QPixmap chip = dragChip(tileOf(asl::StateType::Wait), QStringLiteral("とても長い名前の状態がここにあってチップに収まらない"), 2, hotSpot);
    QCOMPARE(chip.devicePixelRatio(), 2.0);
    QVERIFY(chip.deviceIndependentSize().width() < 300); // a long name is cut
    const QImage image = chip.toImage();
    // 14 right and 12 below the pointer's tip the chip begins.
    const QPoint inside = hotSpot + QPoint(14 + 60, 12 + 3);
    QCOMPARE(image.pixelColor(inside * 2).alpha(), 255);
}

QTEST_MAIN(PaletteTest)
#include "palette_test.moc"

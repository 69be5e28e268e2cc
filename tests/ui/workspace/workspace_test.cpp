// What panels share: one text, one undo stack, a selection that follows edits, diagnostics that are never starved; and the
// lanes that find them.

#include "core/document/edits.h"
#include "ui/workspace/workspace.h"

#include <QSignalSpy>
#include <QThread>
#include <QtTest>

#include <atomic>

using namespace designer;

namespace {

const std::string machine = R"({
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "B" },
    "B": { "Type": "Succeed" }
  }
}
)";

asl::StatePath path(const char* name) { return {{}, name}; }

asl::Edit typed(const Workspace& workspace, const char* before, const char* insert, int mergeKey = -1)
{
    const std::size_t at = workspace.text().find(before);
    return {"Typing", asl::TextPatch::replacing({at, at}, insert), std::nullopt, mergeKey};
}

} // namespace

class WorkspaceTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_workspace.emplace(); m_workspace->open(*asl::Document::open(machine)); }
    void cleanup() { m_workspace.reset(); }
    void editsAreUndoneByteForByte();
    void editsThatShareAKeyAreOneStep();
    void everyChangeIsAnnouncedWithItsAuthor();
    void selectionFollowsARename();
    void selectionFollowsTypingInTheName();
    void selectionDropsWhatVanishes();
    void refusalsAreSaid();
    void diagnosticsMoveWithTheText();
    void diagnosticsComeWhileSomebodyTypes();
    void largeTextsAreReadAfterAPause();
    void typingInLargeTextsIsReadOnTheLane();
    void nothingIsSaidOnTheWayOut();
    void lanesTakeApartWhatNobodyElseHolds();
    void lanesKeepTheLatestOfAKey();
    void lanesDropResultsOfReceiversThatAreGone();

private:
    std::optional<Workspace> m_workspace;
};

void WorkspaceTest::editsAreUndoneByteForByte()
{
    const auto first = asl::renameState(*m_workspace->snapshot(), path("B"), "Ende 終");
    QVERIFY(m_workspace->apply(first));
    const std::string renamed = m_workspace->text();
    QVERIFY(m_workspace->apply(asl::setField(*m_workspace->snapshot(), path("A"), "Comment", "\"x\"")));
    QVERIFY(m_workspace->isModified());
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->text(), renamed);
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->text(), machine);
    QVERIFY(!m_workspace->isModified());
    QCOMPARE(m_workspace->snapshot()->text(), machine);
    m_workspace->undoStack()->redo();
    QCOMPARE(m_workspace->text(), renamed);
}

void WorkspaceTest::editsThatShareAKeyAreOneStep()
{
    const int key = m_workspace->newMergeKey();
    m_workspace->apply(typed(*m_workspace, "\"StartAt\"", "a", key));
    m_workspace->apply(typed(*m_workspace, "\"StartAt\"", "b", key));
    m_workspace->apply(typed(*m_workspace, "\"B\"", "c", key));
    QCOMPARE(m_workspace->undoStack()->count(), 1);
    const std::string after = m_workspace->text();
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->text(), machine);
    m_workspace->undoStack()->redo();
    QCOMPARE(m_workspace->text(), after);
    m_workspace->apply(typed(*m_workspace, "\"B\"", "d", m_workspace->newMergeKey()));
    QCOMPARE(m_workspace->undoStack()->count(), 2);
}

void WorkspaceTest::everyChangeIsAnnouncedWithItsAuthor()
{
    QSignalSpy spy(&*m_workspace, &Workspace::snapshotChanged);
    const auto revision = m_workspace->snapshot()->revision();
    m_workspace->apply(typed(*m_workspace, "\"B\"", " "), this);
    m_workspace->undoStack()->undo();
    m_workspace->apply(asl::Edit{"Nothing", {}, std::nullopt});
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy[0][3].value<QObject*>(), this);
    QCOMPARE(spy[0][2].toBool(), false);
    QCOMPARE(spy[1][3].value<QObject*>(), nullptr);
    QCOMPARE(m_workspace->snapshot()->revision(), revision + 2);
}

void WorkspaceTest::selectionFollowsARename()
{
    m_workspace->select(path("A"));
    QVERIFY(m_workspace->apply(asl::renameState(*m_workspace->snapshot(), path("A"), "First")));
    QCOMPARE(m_workspace->selection().states, std::vector{path("First")});
    m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->selection().states, std::vector{path("A")});
}

void WorkspaceTest::selectionFollowsTypingInTheName()
{
    m_workspace->select(path("B"));
    m_workspace->apply(typed(*m_workspace, "B\": {", "x"));
    QCOMPARE(m_workspace->selection().states, std::vector{path("xB")});
    const asl::TransitionPath next{{}, "A", asl::TransitionKind::Next, 0};
    m_workspace->select(Selection{{}, next});
    m_workspace->apply(typed(*m_workspace, "A\": {", "x"));
    QCOMPARE(m_workspace->selection().transition->from, std::string("xA"));
}

void WorkspaceTest::selectionDropsWhatVanishes()
{
    m_workspace->select(Selection{{path("A"), path("B")}, std::nullopt});
    QSignalSpy spy(&*m_workspace, &Workspace::selectionChanged);
    QVERIFY(m_workspace->apply(asl::deleteState(*m_workspace->snapshot(), path("B"))));
    QVERIFY(spy.count() > 0);
    for (const asl::StatePath& state : m_workspace->selection().states)
        QVERIFY(m_workspace->snapshot()->machine().find(state) != asl::noId);
    m_workspace->open(*asl::Document::open("{}"));
    QVERIFY(m_workspace->selection().states.empty());
    QVERIFY(!m_workspace->undoStack()->canUndo());
}

void WorkspaceTest::refusalsAreSaid()
{
    QSignalSpy spy(&*m_workspace, &Workspace::refused);
    QVERIFY(!m_workspace->apply(asl::renameState(*m_workspace->snapshot(), path("A"), "B")));
    m_workspace->setReadOnly(QStringLiteral("A run shows this text."));
    QVERIFY(!m_workspace->apply(typed(*m_workspace, "\"B\"", "x")));
    QCOMPARE(spy.count(), 2);
    QCOMPARE(spy[1][0].toString(), QStringLiteral("A run shows this text."));
    QCOMPARE(m_workspace->text(), machine);
}

void WorkspaceTest::diagnosticsMoveWithTheText()
{
    QSignalSpy spy(&*m_workspace, &Workspace::diagnosticsChanged);
    const std::size_t at = machine.find("\"B\" }");
    m_workspace->apply({"Break", asl::TextPatch::replacing({at, at + 3}, "\"Gone\""), std::nullopt});
    QTRY_VERIFY(std::any_of(m_workspace->diagnostics().begin(), m_workspace->diagnostics().end(), [&](const auto& d) { return d.range.begin == at; }));
    m_workspace->apply(typed(*m_workspace, "\"StartAt\"", "  "));
    QVERIFY(std::any_of(m_workspace->diagnostics().begin(), m_workspace->diagnostics().end(), [&](const auto& d) { return d.range.begin == at + 2; }));
}

void WorkspaceTest::diagnosticsComeWhileSomebodyTypes()
{
    QSignalSpy spy(&*m_workspace, &Workspace::diagnosticsChanged);
    QElapsedTimer clock;
    clock.start();
    while (spy.isEmpty() && clock.elapsed() < 5000) { // never a pause
        m_workspace->apply(typed(*m_workspace, "\"B\"", " "));
        QCoreApplication::processEvents();
    }
    QVERIFY(!spy.isEmpty());
}

void WorkspaceTest::largeTextsAreReadAfterAPause()
{
    std::string text = machine;
    text.insert(1, std::string(Workspace::patientSize + 10, ' '));
    m_workspace->open(*asl::Document::open(text));
    QVERIFY(m_workspace->isPatient());
    m_workspace->select(path("A"));
    QSignalSpy texts(&*m_workspace, &Workspace::textChanged);
    QSignalSpy snapshots(&*m_workspace, &Workspace::snapshotChanged);
    const auto before = m_workspace->snapshot();
    const asl::Edit late = *asl::renameState(*before, path("B"), "Second");
    m_workspace->applyToText(typed(*m_workspace, "A\": {", "x"));
    m_workspace->applyToText(typed(*m_workspace, "A\": {", "y"));
    QCOMPARE(texts.count(), 2);
    QCOMPARE(snapshots.count(), 0);
    QVERIFY(m_workspace->apply(late)); // made for the snapshot, not for what was typed since
    QTRY_COMPARE(snapshots.count(), 1);
    QCOMPARE(m_workspace->snapshot()->text(), m_workspace->text());
    QVERIFY(m_workspace->snapshot()->machine().find(path("Second")) != asl::noId);
    QCOMPARE(m_workspace->selection().states, std::vector{path("xyA")});
    while (m_workspace->undoStack()->canUndo())
        m_workspace->undoStack()->undo();
    QCOMPARE(m_workspace->text(), text);
}

void WorkspaceTest::typingInLargeTextsIsReadOnTheLane()
{
    std::string text = machine;
    text.insert(1, std::string(Workspace::largeSize + 10, ' '));
    m_workspace->open(*asl::Document::open(text));
    const asl::Edit late = *asl::renameState(*m_workspace->snapshot(), path("B"), "Second");
    QSignalSpy snapshots(&*m_workspace, &Workspace::snapshotChanged);
    m_workspace->applyToText(typed(*m_workspace, "A\": {", "x"), this);
    QCOMPARE(snapshots.count(), 0);
    QTRY_COMPARE(snapshots.count(), 1);
    QCOMPARE(snapshots[0][3].value<QObject*>(), this);
    m_workspace->applyToText(typed(*m_workspace, "A\": {", "y"), this);
    QVERIFY(m_workspace->apply(asl::Edit{late.label, late.patch, path("Second")})); // needs its snapshot at once
    QCOMPARE(snapshots.count(), 2);
    QCOMPARE(m_workspace->selection().states, std::vector{path("Second")});
    QTest::qWait(50);
    QCOMPARE(snapshots.count(), 2); // the lane's answer came too late and is dropped
    QCOMPARE(m_workspace->snapshot()->text(), m_workspace->text());
    m_workspace->applyToText(typed(*m_workspace, "A\": {", "z"), this);
    QCOMPARE(m_workspace->presentSnapshot()->text(), m_workspace->text()); // what a run begins with
    QCOMPARE(snapshots.count(), 3);
}

/// Whoever listens may look at the document, which is half gone then.
void WorkspaceTest::nothingIsSaidOnTheWayOut()
{
    m_workspace->applyToText(typed(*m_workspace, "A\": {", "x"), this);
    QVERIFY(m_workspace->isModified());
    int said = 0;
    connect(m_workspace->undoStack(), &QUndoStack::cleanChanged, this, [&] { ++said; });
    m_workspace.reset();
    QCOMPARE(said, 0);
}

void WorkspaceTest::lanesTakeApartWhatNobodyElseHolds()
{
    const QThread* droppedOn = nullptr;
    const auto thing = [&] { return std::shared_ptr<const int>(new int(1), [&](const int* value) { droppedOn = QThread::currentThread(); delete value; }); };
    Lane lane("test");
    LastReferences former(lane);
    auto held = thing();
    former.take(held);
    QTest::qWait(200);
    QVERIFY(!droppedOn);
    held.reset();
    QVERIFY(!droppedOn);
    former.take(std::make_shared<const int>(2));
    QTRY_VERIFY(droppedOn);
    QVERIFY(droppedOn != QThread::currentThread());
}

void WorkspaceTest::lanesKeepTheLatestOfAKey()
{
    Lane lane("test");
    std::atomic<bool> go = false;
    QList<int> done;
    lane.run(this, [&](std::stop_token) { while (!go) std::this_thread::yield(); return 0; }, [&](int value) { done << value; });
    for (int i = 1; i <= 5; ++i)
        lane.run(this, [i](std::stop_token) { return i; }, [&](int value) { done << value; }, QStringLiteral("key"));
    QObject other;
    lane.run(&other, [](std::stop_token) { return 9; }, [&](int value) { done << value; }, QStringLiteral("key"));
    go = true;
    QTRY_COMPARE(done, (QList<int>{0, 5, 9}));
    lane.run(this, [](std::stop_token stop) { while (!stop.stop_requested()) std::this_thread::yield(); return 6; }, [&](int value) { done << value; },
             QStringLiteral("key"));
    lane.run(this, [](std::stop_token) { return 7; }, [&](int value) { done << value; }, QStringLiteral("key"));
    QTRY_COMPARE(done, (QList<int>{0, 5, 9, 7})); // the running one was stopped, its result dropped
}

void WorkspaceTest::lanesDropResultsOfReceiversThatAreGone()
{
    bool called = false;
    Lane lane("test");
    {
        QObject receiver;
        lane.run(&receiver, [](std::stop_token) { return 1; }, [&](int) { called = true; });
    }
    bool later = false;
    lane.run(this, [](std::stop_token) { return 1; }, [&](int) { later = true; });
    QTRY_VERIFY(later);
    QVERIFY(!called);
}

QTEST_GUILESS_MAIN(WorkspaceTest)
#include "workspace_test.moc"

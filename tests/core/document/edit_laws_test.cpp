// What holds for every edit of every definition: no new syntax errors, an inverse that restores each byte, can… that says what
// the edit does, names that stay unique, comments that survive.

#include "core/data/json.h"
#include "core/document/edits.h"
#include "core/support/utf8.h"
#include "core/text/text_syntax.h"

#include <QDirIterator>
#include <QFile>
#include <QtTest>

#include <numeric>
#include <random>
#include <set>

using namespace asl;

namespace {

SnapshotPointer after(const Snapshot& snapshot, const Edit& edit) { return revised(snapshot, edit.patch); }

/// Of a YAML text: the lines with something that begins like a comment.
std::size_t yamlComments(const std::string& text)
{
    std::size_t count = 0;
    for (std::size_t at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1))
        count += at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' ? 1 : 0;
    return count;
}

std::size_t comments(const Snapshot& snapshot)
{
    if (snapshot.syntax() == TextSyntax::Yaml)
        return yamlComments(snapshot.text());
    std::size_t count = 0;
    for (const Extension& extension : snapshot.tree().extensions())
        count += extension.kind == Extension::Kind::Comment ? 1 : 0;
    return count;
}

std::size_t namesTwice(const StateMachine& machine)
{
    std::set<std::string> names;
    for (const State& state : machine.states())
        names.insert(state.name);
    return machine.states().size() - names.size();
}

std::size_t danglingReferences(const StateMachine& machine)
{
    std::size_t count = 0;
    for (const Transition& transition : machine.transitions())
        count += transition.to == noId && !transition.targetName.empty() ? 1 : 0;
    return count;
}

std::vector<Place> places(const StateMachine& machine)
{
    std::vector<Place> all;
    for (const Transition& transition : machine.transitions())
        all.push_back(OnTransition{machine.path(transition)});
    for (StateId state = 0; state < machine.states().size(); ++state)
        all.push_back(AfterState{machine.path(state)});
    for (ScopeId scope = 0; scope < machine.scopes().size(); ++scope)
        all.push_back(AtStart{machine.scopePath(scope)});
    return all;
}

/// A larger collection, where it lies beside the project. Its files mix styles within one object: there white space may differ.
const QString collection = QStringLiteral("../shared/conformance/definitions");

bool restored(const QString& file, std::string text, std::string original)
{
    if (file.contains(collection)) {
        const auto isSpace = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
        std::erase_if(text, isSpace);
        std::erase_if(original, isSpace);
    }
    return text == original;
}

/// At most `count` of `all`, spread over it.
template <class T>
std::vector<T> some(std::vector<T> all, std::size_t count, std::mt19937& random)
{
    std::shuffle(all.begin(), all.end(), random);
    if (all.size() > count)
        all.resize(count);
    return all;
}

bool isUtf8(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && !invalidUtf8(file.readAll().toStdString());
}

} // namespace

class EditLawsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void renamedThereAndBackIsTheSame_data() { fixtures(); }
    void renamedThereAndBackIsTheSame();
    void insertedAndDeletedIsTheSame_data() { fixtures(); }
    void insertedAndDeletedIsTheSame();
    void insertions_data() { fixtures(); }
    void insertions();
    void deletionsAndDuplicates_data() { fixtures(); }
    void deletionsAndDuplicates();
    void moves_data() { fixtures(); }
    void moves();
    void connections_data() { fixtures(); }
    void connections();
    void whatIsSetIsThere_data() { fixtures(); }
    void whatIsSetIsThere();
    void brokenTexts_data() { fixtures(); }
    void brokenTexts();
    void fields_data() { fixtures(); }
    void fields();

private:
    void fixtures();
    /// Checks what holds for all edits; null when the edit was refused.
    SnapshotPointer checked(const Snapshot& before, const Result<Edit>& edit);

    QStringList m_files;
    std::mt19937 m_random{20260301};
};

void EditLawsTest::initTestCase()
{
    for (const QString& folder : {QStringLiteral("tests/data/definitions"), QStringLiteral("tests/data/yaml"), QStringLiteral("resources/examples"), collection}) {
        QDirIterator files(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/") + folder, {"*.asl.json", "*.asl.json5", "*.asl.yaml"}, QDir::Files,
                           QDirIterator::Subdirectories);
        QStringList found;
        while (files.hasNext())
            found.append(files.next());
        found.sort();
        if (folder == collection && !qEnvironmentVariableIsSet("STEPWRIGHT_WHOLE_COLLECTION"))
            for (qsizetype i = found.size() - 1; i >= 0; --i)
                if (i % 4 != 0)
                    found.removeAt(i); // a fourth is enough for every day
        m_files.append(found.isEmpty() ? QStringList(folder) : found);
    }
}

void EditLawsTest::fixtures()
{
    QTest::addColumn<QString>("file");
    constexpr qsizetype largest = 40'000;
    for (const QString& file : std::as_const(m_files))
        if (QFileInfo(file).size() <= largest && (file == collection || isUtf8(file)))
            QTest::addRow("%s", qPrintable(QFileInfo(file).fileName())) << file;
}

#define LOAD(snapshot)                                                                                                     \
    QFETCH(QString, file);                                                                                                 \
    if (file == collection)                                                                                                \
        QSKIP("../shared/conformance/definitions is absent");                                                              \
    QFile opened(file);                                                                                                    \
    QVERIFY(opened.open(QIODevice::ReadOnly));                                                                             \
    const std::string bytes = opened.readAll().toStdString();                                                              \
    const auto document = Document::open(bytes, textSyntax(file.toStdString(), bytes));                                    \
    QVERIFY(document);                                                                                                     \
    const SnapshotPointer snapshot = document->snapshot();                                                                 \
    const StateMachine& machine = snapshot->machine()

SnapshotPointer EditLawsTest::checked(const Snapshot& before, const Result<Edit>& edit)
{
    if (!edit) {
        [&] { QVERIFY(!edit.error().message.literal.empty()); }();
        return nullptr;
    }
    SnapshotPointer result = after(before, *edit);
    [&] {
        QVERIFY2(result->tree().errors().size() <= before.tree().errors().size(), result->text().c_str());
        QCOMPARE(applied(result->text(), inverse(before.text(), edit->patch)), before.text());
        QVERIFY(!edit->label.literal.empty());
        if (edit->select)
            QVERIFY2(result->machine().find(*edit->select) != noId, result->text().c_str());
    }();
    return result;
}

void EditLawsTest::renamedThereAndBackIsTheSame()
{
    LOAD(snapshot);
    for (StateId id = 0; id < machine.states().size(); ++id) {
        const State& state = machine.state(id);
        const SyntaxNode& node = snapshot->tree().node(state.node);
        const bool twice = machine.findUnique(state.name) == noId;
        if (state.damaged || twice || node.keyEscaped || codePointCount(state.name) > 80)
            continue;
        const StatePath path = machine.path(id);
        const auto there = renameState(*snapshot, path, "Renamed for a moment");
        const SnapshotPointer renamed = checked(*snapshot, there);
        if (QTest::currentTestFailed() || !renamed)
            continue;
        QCOMPARE(danglingReferences(renamed->machine()), danglingReferences(machine));
        const auto back = renameState(*renamed, *there->select, state.name);
        QVERIFY(back);
        bool escapes = false; // a reference that spells the name with escapes is written anew
        for (TransitionId transition : machine.transitionsTo(id))
            escapes = escapes || snapshot->tree().node(machine.transition(transition).reference).escaped;
        if (!escapes)
            QCOMPARE(after(*renamed, *back)->text(), snapshot->text());
    }
}

void EditLawsTest::insertedAndDeletedIsTheSame()
{
    LOAD(snapshot);
    for (const Transition& transition : machine.transitions()) {
        const bool filled = !transition.targetName.empty() || transition.kind == TransitionKind::End;
        if (!filled || (transition.kind != TransitionKind::End && transition.to == noId))
            continue; // deleting fills in what was missing
        const bool escaped = transition.reference != noNode && snapshot->tree().node(transition.reference).escaped;
        const auto edit = insertState(*snapshot, OnTransition{machine.path(transition)}, {"New for a moment", R"({"Type":"Pass"})"});
        const SnapshotPointer inserted = checked(*snapshot, edit);
        if (QTest::currentTestFailed() || !inserted || escaped)
            continue;
        const auto gone = deleteState(*inserted, *edit->select);
        QVERIFY(gone);
        const std::string text = after(*inserted, *gone)->text();
        QVERIFY2(restored(file, text, snapshot->text()), (inserted->text() + "\n---\n" + text).c_str());
    }
}

void EditLawsTest::insertions()
{
    LOAD(snapshot);
    for (const Place& place : some(places(machine), 40, m_random)) {
        for (const StateTypeInfo& type : stateTypes()) {
            const bool allowed = canInsert(*snapshot, place).hasValue();
            const auto edit = insertState(*snapshot, place, newState(type.type, machine.language()));
            const SnapshotPointer inserted = checked(*snapshot, edit);
            if (QTest::currentTestFailed())
                return;
            if (edit)
                QVERIFY(allowed);
            if (!inserted)
                continue;
            const StateId id = inserted->machine().find(*edit->select);
            QVERIFY(inserted->machine().state(id).type == type.type);
            QVERIFY(!inserted->machine().transitionsTo(id).empty());
            QVERIFY(inserted->machine().states().size() == machine.states().size() + 1);
            QVERIFY(danglingReferences(inserted->machine()) <= danglingReferences(machine));
            QCOMPARE(namesTwice(inserted->machine()), namesTwice(machine));
            QCOMPARE(comments(*inserted), comments(*snapshot));
        }
    }
}

void EditLawsTest::deletionsAndDuplicates()
{
    LOAD(snapshot);
    for (StateId id = 0; id < machine.states().size(); ++id) {
        if (machine.find(machine.path(id)) != id)
            continue; // the earlier of two with one name cannot be told
        const SnapshotPointer deleted = checked(*snapshot, deleteState(*snapshot, machine.path(id)));
        if (QTest::currentTestFailed())
            return;
        if (deleted)
            QVERIFY2(danglingReferences(deleted->machine()) <= danglingReferences(machine), deleted->text().c_str());
        const SnapshotPointer duplicated = checked(*snapshot, duplicateState(*snapshot, machine.path(id)));
        if (QTest::currentTestFailed())
            return;
        if (duplicated)
            QVERIFY(comments(*duplicated) >= comments(*snapshot));
        if (duplicated)
            QCOMPARE(namesTwice(duplicated->machine()), namesTwice(machine));
    }
}

void EditLawsTest::moves()
{
    LOAD(snapshot);
    std::vector<StateId> states;
    for (StateId id = 0; id < machine.states().size(); ++id)
        if (machine.find(machine.path(id)) == id)
            states.push_back(id);
    for (StateId id : some(states, 8, m_random)) {
        for (const Place& place : some(places(machine), 20, m_random)) {
            const bool allowed = canMove(*snapshot, machine.path(id), place).hasValue();
            const auto edit = moveState(*snapshot, machine.path(id), place);
            const SnapshotPointer moved = checked(*snapshot, edit);
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(edit.hasValue(), allowed);
            if (!moved)
                continue;
            QCOMPARE(moved->machine().states().size(), machine.states().size());
            QVERIFY2(danglingReferences(moved->machine()) <= danglingReferences(machine), moved->text().c_str());
            QCOMPARE(comments(*moved), comments(*snapshot));
        }
    }
}

void EditLawsTest::connections()
{
    LOAD(snapshot);
    for (const Transition& transition : machine.transitions()) {
        std::vector<std::string> targets = {""};
        for (StateId id : machine.scope(transition.scope).states)
            targets.push_back(machine.state(id).name);
        for (const std::string& target : some(targets, 5, m_random)) {
            const TransitionPath path = machine.path(transition);
            const bool allowed = canConnect(*snapshot, path, target).hasValue();
            const auto edit = asl::connect(*snapshot, path, target);
            const SnapshotPointer connected = checked(*snapshot, edit);
            if (QTest::currentTestFailed())
                return;
            QCOMPARE(edit.hasValue(), allowed);
            if (connected)
                QCOMPARE(comments(*connected), comments(*snapshot));
        }
    }
}

void EditLawsTest::fields()
{
    LOAD(snapshot);
    for (StateId id = 0; id < machine.states().size(); ++id) {
        const State& state = machine.state(id);
        if (!state.type || machine.find(machine.path(id)) != id)
            continue;
        for (const Field& field : info(*state.type).fields) {
            const bool present = snapshot->tree().find(state.node, field.name) != noNode;
            const SnapshotPointer set = checked(*snapshot, setField(*snapshot, machine.path(id), field.name, R"({"a":[1,"b"]})"));
            if (QTest::currentTestFailed() || !set)
                return;
            if (present)
                continue;
            // What was added and is removed again leaves nothing behind.
            const SnapshotPointer removed = checked(*set, removeField(*set, set->machine().path(set->machine().find(machine.path(id))), field.name));
            if (QTest::currentTestFailed() || !removed)
                return;
            QVERIFY2(restored(file, removed->text(), snapshot->text()), (set->text() + "\n---\n" + removed->text()).c_str());
        }
    }
}

/// Each state takes the value of another one, part by part: what stands there then is that value.
void EditLawsTest::whatIsSetIsThere()
{
    LOAD(snapshot);
    const SyntaxTree& tree = snapshot->tree();
    for (StateId id = 0; id + 1 < machine.states().size(); ++id) {
        const NodeId other = machine.state(id + 1).node;
        const auto value = data::parse(tree.raw(other));
        const std::string pointer = tree.pointer(machine.state(id).node);
        if (!value || machine.find(machine.path(id)) != id)
            continue; // a comment or a bare token
        const SnapshotPointer set = checked(*snapshot, setValue(*snapshot, pointer, tree.raw(other)));
        if (QTest::currentTestFailed())
            return;
        if (!set)
            continue;
        const auto there = set->tree().atPointer(pointer);
        QVERIFY(there);
        const auto read = data::fromSyntax(set->tree(), *there);
        QVERIFY2(read && *read == *value, set->text().c_str());
    }
}

/// Bytes are taken out and put in anywhere; every edit still makes nothing worse, or refuses.
void EditLawsTest::brokenTexts()
{
    LOAD(snapshot);
    if (file.contains(collection) && m_random() % 2 != 0)
        return;
    constexpr char inserted[] = {'{', '}', '[', ']', ',', ':', '"', '/', '\\', '\n', 'x'};
    for (int round = 0; round < 30; ++round) {
        std::string text = snapshot->text();
        const std::size_t place = m_random() % (text.size() + 1);
        switch (m_random() % 3) {
        case 0: text.resize(place); break;
        case 1: text.erase(place, m_random() % 12); break;
        default: text.insert(place, 1, inserted[m_random() % sizeof inserted]); break;
        }
        if (invalidUtf8(text))
            continue;
        const SnapshotPointer broken = revised(*snapshot, std::make_shared<const std::string>(std::move(text)));
        const StateMachine& read = broken->machine();
        std::vector<StateId> states(read.states().size());
        std::iota(states.begin(), states.end(), 0);
        const auto anyPlace = some(places(read), 1, m_random);
        for (StateId id : some(states, 6, m_random)) {
            if (read.find(read.path(id)) != id)
                continue;
            const StatePath path = read.path(id);
            checked(*broken, renameState(*broken, path, "Renamed"));
            checked(*broken, deleteState(*broken, path));
            checked(*broken, duplicateState(*broken, path));
            checked(*broken, moveState(*broken, path, anyPlace.front()));
            checked(*broken, setField(*broken, path, "Comment", "\"said\""));
            if (QTest::currentTestFailed()) {
                qWarning("%s", broken->text().c_str());
                return;
            }
        }
        checked(*broken, insertState(*broken, anyPlace.front(), newState(StateType::Choice, machine.language())));
        if (QTest::currentTestFailed()) {
            qWarning("%s", broken->text().c_str());
            return;
        }
    }
}

QTEST_APPLESS_MAIN(EditLawsTest)
#include "edit_laws_test.moc"

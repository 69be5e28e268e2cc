// Edits of YAML: the smallest change, in the habits of the text; what is written elsewhere is refused with the reason.

#include "core/document/edits.h"
#include "core/document/export.h"

#include <QtTest>

using namespace asl;

namespace {

Snapshot snapshotOf(const QByteArray& text)
{
    return Snapshot(1, std::make_shared<const std::string>(text.toStdString()), TextSyntax::Yaml);
}

QByteArray outcome(const Snapshot& snapshot, const Result<Edit>& edit)
{
    return QByteArray::fromStdString(edit ? applied(snapshot.text(), edit->patch)
                                          : "refused: " + english(edit.error().message));
}

const char machine[] = "StartAt: A\n"
                       "States:\n"
                       "  # the first\n"
                       "  A: # why\n"
                       "    Type: Pass\n"
                       "    Next: B  # goes on\n"
                       "\n"
                       "  # the second\n"
                       "  B:\n"
                       "    Type: Wait\n"
                       "    Seconds: 5\n"
                       "    End: true\n";

} // namespace

class YamlEditsTest : public QObject
{
    Q_OBJECT

private slots:
    void setAndRemove_data();
    void setAndRemove();
    void states();
    void whatIsWrittenElsewhereIsRefused();
    void aliasesCanBeRemovedAndRenamed();
    void emptyText();
    void strictJson();
    void valuesOfTokens();
};

void YamlEditsTest::setAndRemove_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("json"); // empty: removed
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* pointer, const char* json,
                        const char* after) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(pointer) << QByteArray(json) << QByteArray(after);
    };
    row("number", "a: 1 # x\nb: 2\n", "/a", "3", "a: 3 # x\nb: 2\n");
    row("plain text", "a: x\n", "/a", "\"y z\"", "a: y z\n");
    row("quotes stay", "a: 'x'\nb: \"x\"\n", "/a", "\"it's\"", "a: 'it''s'\nb: \"x\"\n");
    row("double quotes stay", "a: 'x'\nb: \"x\"\n", "/b", "\"y\"", "a: 'x'\nb: \"y\"\n");
    row("a text that looks like a number", "a: x\n", "/a", "\"1\"", "a: \"1\"\n");
    row("a text that looks like a truth value", "a: x\n", "/a", "\"no\"", "a: \"no\"\n");
    row("an expression", "a: x\n", "/a", "\"{% $x & \\\"y\\\" %}\"", "a: '{% $x & \"y\" %}'\n");
    row("a text of lines", "a: x\nb: 1\n", "/a", "\"x\\ny\\n\"", "a: |\n  x\n  y\nb: 1\n");
    row("a block stays a block", "a: >-\n  x\n  y\nb: 1\n", "/a", "\"z\\nw\"", "a: |-\n  z\n  w\nb: 1\n");
    row("block to word", "a: |\n  x\n\nb: 1\n", "/a", "true", "a: true\n\nb: 1\n");
    row("nothing to word", "a:\nb: 1\n", "/a", "true", "a: true\nb: 1\n");
    row("anchor stays", "a: &x 1\nb: *x\n", "/a", "2", "a: &x 2\nb: *x\n");
    row("scalar to object", "a: 1 # x\nb: 2\n", "/a", "{\"c\":[1,{\"d\":2}]}",
        "a:\n  c:\n    - 1\n    - d: 2 # x\nb: 2\n");
    row("object to scalar", "a: # x\n  c: 1\nb: 2\n", "/a", "\"z\"", "a: # x\n  z\nb: 2\n");
    row("object to nothing", "a:\n  c: 1\nb: 2\n", "/a", "{}", "a: {}\nb: 2\n");
    row("one part", "a:\n  c: 1 # x\n  d: 2\n", "/a", "{\"c\":1,\"d\":3}", "a:\n  c: 1 # x\n  d: 3\n");
    row("dashes as found", "a:\n- 1\n", "/b", "[1,[2]]", "a:\n- 1\nb:\n- 1\n- - 2\n");
    row("steps as found", "a:\n    c: 1\n", "/b", "{\"d\":{\"e\":1}}", "a:\n    c: 1\nb:\n    d:\n        e: 1\n");
    row("member", "a:\n  c: 1 # x\n  # y\n  d: 2\n", "/a/e", "3", "a:\n  c: 1 # x\n  # y\n  d: 2\n  e: 3\n");
    row("member behind a block", "a:\n  c: |\n    x\n\nb: 1\n", "/a/d", "2", "a:\n  c: |\n    x\n  d: 2\n\nb: 1\n");
    row("member into braces", "a: {}\nb: 1\n", "/a/c", "2", "a:\n  c: 2\nb: 1\n");
    row("member among braces", "a: {c: 1}\nb: 1\n", "/a/d", "[2]", "a: {c: 1, \"d\": [2]}\nb: 1\n");
    row("item", "a:\n  - 1\n  - 2 # x\nb: 1\n", "/a/-", "{\"c\":1,\"d\":2}",
        "a:\n  - 1\n  - 2 # x\n  - c: 1\n    d: 2\nb: 1\n");
    row("item into brackets", "a: []\n", "/a/-", "1", "a:\n  - 1\n");
    row("item of an item", "- c: 1\n- d: 2\n", "/0/e", "3", "- c: 1\n  e: 3\n- d: 2\n");
    row("no line end at the end", "a: 1", "/b", "2", "a: 1\nb: 2");
    row("CR LF", "a: 1\r\nb:\r\n  c: 2\r\n", "/b/d", "3", "a: 1\r\nb:\r\n  c: 2\r\n  d: 3\r\n");
    row("quoted keys", "\"a\": \"x\"\n", "/b", "\"y\"", "\"a\": \"x\"\n\"b\": \"y\"\n");
    row("東", "東: 京\n", "/東", "\"都\"", "東: 都\n");
    row("item replaced", "a:\n  - b: 1\n    c: 2\n  - 3\n", "/a/0", "4", "a:\n  - 4\n  - 3\n");
    row("item by an object", "a:\n  - 1\n", "/a/0", "{\"b\":1,\"c\":2}", "a:\n  - b: 1\n    c: 2\n");
    row("tag replaced", "a: !GetAtt X.Arn\n", "/a", "\"arn\"", "a: arn\n");
    row("removed", "a: 1\nb: 2\nc: 3\n", "/b", "", "a: 1\nc: 3\n");
    row("removed, comment stays", "a: 1\nb: 2 # x\nc: 3\n", "/b", "", "a: 1\n# x\nc: 3\n");
    row("last one removed", "a: 1\nb:\n  c: 2\n", "/b", "", "a: 1\n");
    row("last line removed", "a: 1\nb: 2", "/b", "", "a: 1");
    row("only one removed", "a:\n  b: 1\nc: 2\n", "/a/b", "", "a: {}\nc: 2\n");
    row("only item removed", "a:\n- 1\nc: 2\n", "/a/0", "", "a: []\nc: 2\n");
    row("first in the line of a dash", "- a: 1\n  b: 2\n", "/0/a", "", "- b: 2\n");
    row("item removed", "a:\n  - 1\n  - b: 2\n    c: 3\n  - 4\n", "/a/1", "", "a:\n  - 1\n  - 4\n");
    row("from brackets", "a: [1, 2, 3]\n", "/a/1", "", "a: [1, 3]\n");
    row("block removed", "a: |\n  x\n\nb: 1\n", "/a", "", "\nb: 1\n");
}

void YamlEditsTest::setAndRemove()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, pointer);
    QFETCH(QByteArray, json);
    const Snapshot snapshot = snapshotOf(before);
    const auto edit = json.isEmpty() ? removeValue(snapshot, pointer.toStdString())
                                     : setValue(snapshot, pointer.toStdString(), json.toStdString());
    QTEST(outcome(snapshot, edit), "after");
    if (edit)
        QCOMPARE(applied(applied(snapshot.text(), edit->patch), inverse(snapshot.text(), edit->patch)),
                 snapshot.text());
}

void YamlEditsTest::states()
{
    const Snapshot snapshot = snapshotOf(machine);
    QCOMPARE(outcome(snapshot, renameState(snapshot, {{}, "B"}, "To wait: 5")),
             QByteArray(machine).replace("Next: B", "Next: \"To wait: 5\"").replace("  B:", "  \"To wait: 5\":"));
    QCOMPARE(outcome(snapshot, renameState(snapshot, {{}, "A"}, "待つ")),
             QByteArray(machine).replace("StartAt: A", "StartAt: 待つ").replace("  A:", "  待つ:"));
    QCOMPARE(outcome(snapshot,
                     insertState(snapshot, AfterState{{{}, "A"}}, {"New", R"({"Type":"Pass","Result":{"x":[1]}})"})),
             QByteArray(machine).replace(
                 "Next: B  # goes on\n",
                 "Next: New  # goes on\n\n  New:\n    Type: Pass\n    Result:\n      x:\n        - 1\n    Next: B\n"));
    QCOMPARE(outcome(snapshot, insertState(snapshot, AtStart{{}}, {"New", R"({"Type":"Pass"})"})),
             QByteArray(machine)
                 .replace("StartAt: A", "StartAt: New")
                 .replace("States:\n", "States:\n  New:\n    Type: Pass\n    Next: A\n"));
    QCOMPARE(outcome(snapshot, deleteState(snapshot, {{}, "B"})),
             QByteArray("StartAt: A\nStates:\n  # the first\n  A: # why\n    Type: Pass\n    End: true  # goes on\n\n  "
                        "# the second\n"));
    QCOMPARE(outcome(snapshot, duplicateState(snapshot, {{}, "B"})),
             QByteArray(machine).replace(
                 "    End: true\n", "    Next: B (1)\n\n  B (1):\n    Type: Wait\n    Seconds: 5\n    End: true\n"));
}

void YamlEditsTest::whatIsWrittenElsewhereIsRefused()
{
    const Snapshot snapshot = snapshotOf("StartAt: A\nStates:\n  A: &a\n    Type: Pass\n    Result: {x: 1}\n    Next: "
                                         "B\n  B: *a\n  C:\n    <<: *a\n    Next: &d D\n  D: {Type: Pass, Next: *d}\n");
    QVERIFY2(snapshot.tree().errors().empty(), snapshot.text().c_str());
    const auto reason = [&](const Result<Edit>& edit) {
        return edit ? QByteArray("done") : QByteArray::fromStdString(english(edit.error().message));
    };
    const QByteArray alias =
        "This comes from an alias (*a): it is written elsewhere in the text. Change it there, or write it out here.";
    QCOMPARE(reason(setValue(snapshot, "/States/B/Result/x", "2")), alias);
    QCOMPARE(reason(setField(snapshot, {{}, "B"}, "Comment", "\"x\"")), alias);
    QCOMPARE(reason(removeValue(snapshot, "/States/B/Result")), alias);
    QCOMPARE(reason(setValue(snapshot, "/States/C/Type", "\"Wait\"")),
             QByteArray("This is brought in by a merge key (<<) and written elsewhere in the text. Change it there, or "
                        "write it out here."));
    QCOMPARE(reason(renameState(snapshot, {{}, "D"}, "E")), QByteArray(alias).replace("*a", "*d"));
    QVERIFY(!canRename(snapshot, {{}, "D"}, "E"));
    QCOMPARE(reason(setField(snapshot, {{}, "C"}, "Comment", "\"x\"")), QByteArray("done"));
    QCOMPARE(reason(setValue(snapshot, "/States/A/Result/x", "2")), QByteArray("done"));
}

void YamlEditsTest::aliasesCanBeRemovedAndRenamed()
{
    const QByteArray text = "StartAt: A\nStates:\n  A: &a\n    Type: Succeed\n  B: *a\n";
    const Snapshot snapshot = snapshotOf(text);
    QCOMPARE(outcome(snapshot, renameState(snapshot, {{}, "B"}, "C")), QByteArray(text).replace("B:", "C:"));
    QCOMPARE(outcome(snapshot, deleteState(snapshot, {{}, "B"})), QByteArray(text).replace("  B: *a\n", ""));
}

void YamlEditsTest::emptyText()
{
    const Snapshot snapshot = snapshotOf("");
    QCOMPARE(
        outcome(snapshot, insertState(snapshot, AtStart{{}}, {"A", R"({"Type":"Pass"})"})),
        QByteArray(
            "Comment: A description of my state machine\nStartAt: A\nStates:\n  A:\n    Type: Pass\n    End: true\n"
            "QueryLanguage: JSONata\n"));
}

void YamlEditsTest::strictJson()
{
    const Snapshot snapshot = snapshotOf("a: ${X} # y\nb: 'it''s ${Y}'\n");
    QCOMPARE(*asl::strictJson(snapshot), std::string("{\n  \"a\": \"${X}\",\n  \"b\": \"it's ${Y}\"\n}\n"));
    const data::TokenValues values = {{"X", Data::integer(5)}, {"Y", Data::string("\"")}};
    QCOMPARE(*asl::strictJson(snapshot, &values), std::string("{\n  \"a\": 5,\n  \"b\": \"it's \\\"\"\n}\n"));
    const data::TokenValues few = {{"X", Data::integer(5)}};
    QVERIFY(!asl::strictJson(snapshot, &few));
}

void YamlEditsTest::valuesOfTokens()
{
    const Snapshot snapshot = snapshotOf("a: ${X} # y\nb: 'it''s ${Y} ${Z}'\nc: !Ref X\n");
    const data::TokenValues values = {{"X", Data::string("x: y")}, {"Y", Data::string("'")}};
    QCOMPARE(QByteArray::fromStdString(applied(snapshot.text(), tokenPatch(snapshot, values))),
             QByteArray("a: 'x: y' # y\nb: 'it''s '' ${Z}'\nc: 'x: y'\n"));
}

QTEST_APPLESS_MAIN(YamlEditsTest)
#include "yaml_edits_test.moc"

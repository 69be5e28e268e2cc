// Every edit of a document, before and after, in the styles that definitions are written in.

#include "core/document/edits.h"

#include <QtTest>

#include <functional>

using namespace asl;

using EditFunction = std::function<Result<Edit>(const Snapshot&)>;
Q_DECLARE_METATYPE(EditFunction)

namespace {

Snapshot snapshotOf(const QByteArray& text)
{
    return Snapshot(1, std::make_shared<const std::string>(text.toStdString()));
}

void addColumns()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<EditFunction>("edit");
    QTest::addColumn<QByteArray>("after"); // a refusal: "! " and the reason
}

void row(const char* name, const QByteArray& before, EditFunction edit, const QByteArray& after)
{
    QTest::newRow(name) << before << edit << after;
}

StatePath top(std::string name) { return {{}, std::move(name)}; }
StatePath in(std::string owner, std::uint32_t branch, std::string name) { return {{{{std::move(owner), branch}}}, std::move(name)}; }
ScopePath scope(std::string owner, std::uint32_t branch = 0) { return {{{std::move(owner), branch}}}; }
OnTransition on(std::string from, TransitionKind kind, std::uint32_t index = 0) { return {{{}, std::move(from), kind, index}}; }

EditFunction set(std::string pointer, std::string json)
{
    return [=](const Snapshot& s) { return setValue(s, pointer, json); };
}
EditFunction removed(std::string pointer)
{
    return [=](const Snapshot& s) { return removeValue(s, pointer); };
}
EditFunction renamed(StatePath state, std::string name)
{
    return [=](const Snapshot& s) { return renameState(s, state, name); };
}
EditFunction inserted(Place place, std::string name, std::string json)
{
    return [=](const Snapshot& s) { return insertState(s, place, {name, json}); };
}
EditFunction deleted(std::vector<StatePath> states)
{
    return [=](const Snapshot& s) { return deleteStates(s, states); };
}
EditFunction duplicated(StatePath state)
{
    return [=](const Snapshot& s) { return duplicateState(s, state); };
}
EditFunction moved(StatePath state, Place place)
{
    return [=](const Snapshot& s) { return moveState(s, state, place); };
}
EditFunction connected(TransitionPath transition, std::string target)
{
    return [=](const Snapshot& s) { return connect(s, transition, target); };
}

const std::string pass = R"({"Type":"Pass"})";

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values() { check(); }
    void removals_data();
    void removals() { check(); }
    void renames_data();
    void renames() { check(); }
    void insertions_data();
    void insertions() { check(); }
    void deletions_data();
    void deletions() { check(); }
    void duplicates_data();
    void duplicates() { check(); }
    void moves_data();
    void moves() { check(); }
    void connections_data();
    void connections() { check(); }
    void uniqueNames_data();
    void uniqueNames();
    void editsSayWhatToSelect();
    void everyStarterIsInsertedWhole_data();
    void everyStarterIsInsertedWhole();
    void aBlankMachineHasAPlaceForItsFirstState();

private:
    void check()
    {
        QFETCH(QByteArray, before);
        QFETCH(EditFunction, edit);
        QFETCH(QByteArray, after);
        const Snapshot snapshot = snapshotOf(before);
        const auto made = edit(snapshot);
        if (!made) {
            QCOMPARE("! " + QByteArray::fromStdString(english(made.error().message)), after);
            return;
        }
        const std::string text = applied(snapshot.text(), made->patch);
        QCOMPARE(QByteArray::fromStdString(text), after);
        QCOMPARE(applied(text, inverse(snapshot.text(), made->patch)), snapshot.text());
    }
};

void EditsTest::values_data()
{
    addColumns();
    row("only the value's bytes", R"({"States":{"A":{"Type":"Wait" , "Seconds" :  5 }}})", set("/States/A/Seconds", "30"),
        R"({"States":{"A":{"Type":"Wait" , "Seconds" :  30 }}})");
    row("the place by the field order", R"({"States":{"A":{"Type":"Task","Resource":"r","End":true}}})",
        set("/States/A/TimeoutSeconds", "9"), R"({"States":{"A":{"Type":"Task","Resource":"r","TimeoutSeconds":9,"End":true}}})");
    row("before all others", R"({"States":{"A":{"End":true}}})", set("/States/A/Type", "\"Pass\""),
        R"({"States":{"A":{"Type":"Pass","End":true}}})");
    row("a member that the language does not know goes last", R"({"States":{"A":{"Type":"Pass","End":true}}})",
        set("/States/A/x-note", "1"), R"({"States":{"A":{"Type":"Pass","End":true,"x-note":1}}})");
    row("tabs and CR LF", "{\r\n\t\"States\" : {\r\n\t\t\"A\" : {\r\n\t\t\t\"Type\" : \"Pass\"\r\n\t\t}\r\n\t}\r\n}\r\n",
        set("/States/A/Next", "\"B\""),
        "{\r\n\t\"States\" : {\r\n\t\t\"A\" : {\r\n\t\t\t\"Type\" : \"Pass\",\r\n\t\t\t\"Next\" : \"B\"\r\n\t\t}\r\n\t}\r\n}\r\n");
    row("a comment on the line stays there", "{\n  \"Comment\": \"c\", // why\n  \"StartAt\": \"A\" // where\n}",
        set("/States", "{}"), "{\n  \"Comment\": \"c\", // why\n  \"StartAt\": \"A\", // where\n  \"States\": {}\n}");
    row("a comment between members", "{\n  \"Comment\": \"c\", // why\n  \"States\": {}\n}", set("/StartAt", "\"A\""),
        "{\n  \"Comment\": \"c\", // why\n  \"StartAt\": \"A\",\n  \"States\": {}\n}");
    row("a trailing comma is a habit", "{\n  \"StartAt\": \"A\",\n}", set("/States", "{}"),
        "{\n  \"StartAt\": \"A\",\n  \"States\": {},\n}");
    row("into an empty object", "{\n  \"States\": {\n    \"A\": {}\n  }\n}", set("/States/A/Type", "\"Fail\""),
        "{\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Fail\"\n    }\n  }\n}");
    row("into an object with a comment", "{\n  \"States\": {\n    // nothing yet\n  }\n}", set("/States/A", "{}"),
        "{\n  \"States\": {\n    // nothing yet\n    \"A\": {}\n  }\n}");
    row("an object is laid out", "{\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\"\n    }\n  }\n}",
        set("/States/A/Parameters", R"({"a":[1,{}],"b":1e2})"),
        "{\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\",\n      \"Parameters\": {\n        \"a\": [\n          1,\n"
        "          {}\n        ],\n        \"b\": 1e2\n      }\n    }\n  }\n}");
    row("an item goes to the end", R"({"A":[1, 2]})", set("/A/-", "3"), R"({"A":[1, 2, 3]})");
    row("an item by its index", R"({"A":[]})", set("/A/0", "\"x\""), R"({"A":["x"]})");
    row("parts that stay the same are not touched", "{\"A\":{\n \"x\" : 1, // one\n \"y\" : 2 }}", set("/A", R"({"x":1,"y":3})"),
        "{\"A\":{\n \"x\" : 1, // one\n \"y\" : 3 }}");
    row("a member more", "{\"A\":{\n \"x\" : 1, // one\n \"y\" : 2 }}", set("/A", R"({"x":1,"z":{"a":0},"y":3})"),
        "{\"A\":{\n \"x\" : 1, // one\n \"z\" : {\n  \"a\" : 0\n },\n \"y\" : 3 }}");
    row("a member less", "{\"A\":{\n \"x\" : 1, // one\n \"y\" : 2,\n \"z\" : 3 }}", set("/A", R"({"x":1,"z":4})"),
        "{\"A\":{\n \"x\" : 1, // one\n \"z\" : 4 }}");
    row("another order is written anew", R"({"A":{"x":1,"y":2}})", set("/A", R"({"y":2,"x":1})"), R"({"A":{"y":2,"x":1}})");
    row("a bare token", R"({"A":1})", set("/A", "${Seconds}"), R"({"A":${Seconds}})");
    row("the last of two members with one key", R"({"A":1,"A":2})", set("/A", "3"), R"({"A":1,"A":3})");
    row("escaped pointer", R"({"a/b":1})", set("/a~1b", "2"), R"({"a/b":2})");
    row("damage elsewhere does not matter", R"({"States":{"A":{"Type":"Pass"},"B":{"Type":}}})", set("/States/A/Next", "\"B\""),
        R"({"States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":}}})");
    row("damaged state", R"({"States":{"A":{"Type":"Pass"},"B":{"Type":}}})", set("/States/B/Next", "\"A\""),
        "! The text of \"B\" is broken. Mend it first.");
    row("not JSON", R"({"A":1})", set("/A", "{"), "! The value is not valid JSON: Expected } to close the object that begins on line 1.");
    row("nothing", R"({"A":1})", set("/A", " "), "! The value is empty. A text needs its quotes: \"\".");
    row("no such parent", R"({"A":1})", set("/B/C", "1"), "! The definition has nothing at /B.");
    row("index outside", R"({"A":[1]})", set("/A/5", "1"), "! The array /A has 1 items. Add one with - or 1 as the index.");
    row("field of a state", R"({"States":{"A":{"Type":"Pass"}}})",
        [](const Snapshot& s) { return setField(s, top("A"), "Result", "[]"); }, R"({"States":{"A":{"Type":"Pass","Result":[]}}})");
    row("no such state", R"({"States":{}})", [](const Snapshot& s) { return setField(s, top("A"), "Result", "[]"); },
        "! There is no state \"A\".");
}

void EditsTest::removals_data()
{
    addColumns();
    row("first of several", R"({"a":1, "b":2})", removed("/a"), R"({"b":2})");
    row("middle", R"({"a":1, "b":2 ,"c":3})", removed("/b"), R"({"a":1, "c":3})");
    row("last", R"({"a":1, "b":2 })", removed("/b"), R"({"a":1 })");
    row("only one", "{\n  \"a\": 1\n}", removed("/a"), "{}");
    row("only one, trailing comma", "{ \"a\": 1, }", removed("/a"), "{}");
    row("last with trailing comma", "{\n  \"a\": 1,\n  \"b\": 2,\n}", removed("/b"), "{\n  \"a\": 1,\n}");
    row("its line goes with it", "{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}", removed("/b"), "{\n  \"a\": 1,\n  \"c\": 3\n}");
    row("the comment beside it stays", "{\n  \"a\": 1,\n  \"b\": 2, // two\n  \"c\": 3\n}", removed("/b"),
        "{\n  \"a\": 1,\n  // two\n  \"c\": 3\n}");
    row("the comment beside the last stays", "{\n  \"a\": 1, // one\n  \"b\": 2 // two\n}", removed("/b"),
        "{\n  \"a\": 1 // one\n  // two\n}");
    row("the comment of the one before stays", "{\n  \"a\": 1, // one\n  \"b\": 2\n}", removed("/b"), "{\n  \"a\": 1 // one\n}");
    row("a comment alone keeps the object open", "{\n  // why\n  \"a\": 1\n}", removed("/a"), "{\n  // why\n}");
    row("a comma in a comment is none", "{\"a\": 1 /* , */, \"b\": 2}", removed("/a"), "{ /* , */\"b\": 2}");
    row("an item", "[1, 2, 3]", removed("/1"), "[1, 3]");
    row("CR LF", "{\r\n\t\"a\": 1,\r\n\t\"b\": 2\r\n}", removed("/b"), "{\r\n\t\"a\": 1\r\n}");
    row("the whole text", "{}", removed(""), "! The whole definition cannot be removed, only parts of it.");
    row("nothing there", "{}", removed("/a"), "! The definition has nothing at /a.");
}

void EditsTest::renames_data()
{
    addColumns();
    row("key and StartAt", R"({"StartAt":"A", "States":{"A":{"End":true}}})", renamed(top("A"), "B"),
        R"({"StartAt":"B", "States":{"B":{"End":true}}})");
    row("spacing is kept", R"({ "StartAt" :"A","States":{ "A" : {} } })", renamed(top("A"), "B"),
        R"({ "StartAt" :"B","States":{ "B" : {} } })");
    row("every kind of reference",
        R"({"StartAt":"A","States":{"A":{"Type":"Task","Next":"C","Catch":[{"Next":"D"},{"Next":"C"}]},)"
        R"("C":{"Type":"Choice","Choices":[{"Next":"A"},{"And":[{"Variable":"$.Next","StringEquals":"A"}],"Next":"A"}],"Default":"A"},"D":{"Type":"Fail"}}})",
        renamed(top("A"), "Ä"),
        R"({"StartAt":"Ä","States":{"Ä":{"Type":"Task","Next":"C","Catch":[{"Next":"D"},{"Next":"C"}]},)"
        R"("C":{"Type":"Choice","Choices":[{"Next":"Ä"},{"And":[{"Variable":"$.Next","StringEquals":"A"}],"Next":"Ä"}],"Default":"Ä"},"D":{"Type":"Fail"}}})");
    row("texts and other fields are left alone", R"({"Comment":"A","StartAt":"A","States":{"A":{"Type":"Pass","Result":{"Next":"A"},"End":true}}})",
        renamed(top("A"), "B"), R"({"Comment":"A","StartAt":"B","States":{"B":{"Type":"Pass","Result":{"Next":"A"},"End":true}}})");
    row("only its own scope",
        R"({"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"P"}}}],"Next":"P"}}})",
        renamed(top("P"), "Q"),
        R"({"StartAt":"Q","States":{"Q":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"P"}}}],"Next":"Q"}}})");
    row("inside an item processor",
        R"({"States":{"M":{"Type":"Map","Iterator":{"StartAt":"A","States":{"A":{"Type":"Pass"}}}}}})", renamed(in("M", 0, "A"), "受付"),
        R"({"States":{"M":{"Type":"Map","Iterator":{"StartAt":"受付","States":{"受付":{"Type":"Pass"}}}}}})");
    row("quotes are escaped", R"({"StartAt":"A","States":{"A":{}}})", renamed(top("A"), "say \"hi\"\n"),
        R"({"StartAt":"say \"hi\"\n","States":{"say \"hi\"\n":{}}})");
    row("damage elsewhere", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":,"Next":"A"}}})", renamed(top("A"), "C"),
        R"({"StartAt":"C","States":{"C":{"Type":"Pass","Next":"B"},"B":{"Type":,"Next":"C"}}})");
    row("same name", R"({"States":{"A":{}}})", renamed(top("A"), "A"), R"({"States":{"A":{}}})");
    row("empty", R"({"States":{"A":{}}})", renamed(top("A"), ""), "! A state needs a name of at least one character.");
    row("80 characters", R"({"States":{"A":{}}})", renamed(top("A"), std::string(80, 'x')),
        QByteArray(R"({"States":{")") + QByteArray(80, 'x') + QByteArray(R"(":{}}})"));
    row("81 characters", R"({"States":{"A":{}}})", renamed(top("A"), std::string(81, 'x')),
        "! A state name has at most 80 characters; this one has 81.");
    row("taken elsewhere in the machine", R"({"States":{"A":{},"P":{"Type":"Parallel","Branches":[{"States":{"B":{}}}]}}})",
        renamed(top("A"), "B"), "! Another state is called \"B\". Names are unique in the whole state machine.");
    row("no such state", R"({"States":{"A":{}}})", renamed(top("B"), "C"), "! There is no state \"B\".");
}

void EditsTest::insertions_data()
{
    addColumns();
    const QByteArray chain = "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"B\"\n    },\n"
                             "    \"B\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}\n";
    row("between two states", chain, inserted(on("A", TransitionKind::Next), "X", pass),
        "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"X\"\n    },\n"
        "    \"X\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"B\"\n    },\n"
        "    \"B\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}\n");
    row("before the end", chain, inserted(on("B", TransitionKind::End), "X", pass),
        "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"B\"\n    },\n"
        "    \"B\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"X\"\n    },\n"
        "    \"X\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}\n");
    row("at the start", chain, inserted(AtStart{}, "X", pass),
        "{\n  \"StartAt\": \"X\",\n  \"States\": {\n    \"X\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"A\"\n    },\n"
        "    \"A\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"B\"\n    },\n"
        "    \"B\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}\n");
    row("one line", R"({"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}})", inserted(AfterState{top("A")}, "X", pass),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"},"X":{"Type":"Pass","End":true}}})");
    row("states on lines, no StartAt", "{\"States\": {\n  \"A\": {\"Type\": \"Pass\", \"Next\": \"B\"}, // first\n  \"B\": {\"Type\": \"Succeed\"}\n}}",
        inserted(AfterState{top("A")}, "X", pass),
        "{\"States\": {\n  \"A\": {\"Type\": \"Pass\", \"Next\": \"X\"}, // first\n  \"X\": {\"Type\": \"Pass\", \"Next\": \"B\"},\n  \"B\": {\"Type\": \"Succeed\"}\n}}");
    row("tabs and CR LF", "{\r\n\t\"StartAt\": \"A\",\r\n\t\"States\": {\r\n\t\t\"A\": {\r\n\t\t\t\"Type\": \"Pass\",\r\n\t\t\t\"End\": true\r\n\t\t}\r\n\t}\r\n}",
        inserted(AfterState{top("A")}, "X", pass),
        "{\r\n\t\"StartAt\": \"A\",\r\n\t\"States\": {\r\n\t\t\"A\": {\r\n\t\t\t\"Type\": \"Pass\",\r\n\t\t\t\"Next\": \"X\"\r\n\t\t},\r\n"
        "\t\t\"X\": {\r\n\t\t\t\"Type\": \"Pass\",\r\n\t\t\t\"End\": true\r\n\t\t}\r\n\t}\r\n}");
    row("taken name", R"({"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}})", inserted(AfterState{top("A")}, "A", pass),
        R"j({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A (1)"},"A (1)":{"Type":"Pass","End":true}}})j");
    row("terminal in the middle keeps what follows", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}})",
        inserted(AfterState{top("A")}, "X", R"({"Type":"Fail"})"),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"},"X":{"Type":"Fail"},"B":{"Type":"Succeed"}}})");
    row("Choice in the middle", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}})",
        inserted(AfterState{top("A")}, "X", R"({"Type":"Choice","Choices":[{}]})"),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"},"X":{"Type":"Choice","Choices":[{}],"Default":"B"},"B":{"Type":"Succeed"}}})");
    row("Choice before the end", R"({"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}})",
        inserted(AfterState{top("A")}, "X", R"({"Type":"Choice","Choices":[{}]})"),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"},"X":{"Type":"Choice","Choices":[{}],"Default":""}}})");
    const QByteArray choice = R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"D"},{}],"Default":"D"},"D":{"Type":"Succeed"}}})";
    row("on a rule", choice, inserted(on("C", TransitionKind::ChoiceRule, 0), "X", pass),
        R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"X"},{}],"Default":"D"},"X":{"Type":"Pass","Next":"D"},"D":{"Type":"Succeed"}}})");
    row("into a rule's placeholder", choice, inserted(on("C", TransitionKind::ChoiceRule, 1), "X", pass),
        R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"D"},{"Next":"X"}],"Default":"D"},"X":{"Type":"Pass","End":true},"D":{"Type":"Succeed"}}})");
    row("after a Choice with a free rule", choice, inserted(AfterState{top("C")}, "X", pass),
        R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"D"},{"Next":"X"}],"Default":"D"},"X":{"Type":"Pass","End":true},"D":{"Type":"Succeed"}}})");
    row("after a Choice: a new rule", R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"C"}]}}})",
        inserted(AfterState{top("C")}, "X", pass),
        R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"C"},{"Next":"X"}]},"X":{"Type":"Pass","End":true}}})");
    row("on a Default", choice, inserted(on("C", TransitionKind::Default), "X", pass),
        R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Variable":"$","IsNull":true,"Next":"D"},{}],"Default":"X"},"X":{"Type":"Pass","Next":"D"},"D":{"Type":"Succeed"}}})");
    row("as a missing Default", R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"C"}]}}})",
        inserted(on("C", TransitionKind::Default), "X", pass),
        R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"C"}],"Default":"X"},"X":{"Type":"Pass","End":true}}})");
    row("on a Catch", R"({"StartAt":"T","States":{"T":{"Type":"Task","Catch":[{"ErrorEquals":["E"],"Next":"F"}],"End":true},"F":{"Type":"Fail"}}})",
        inserted(on("T", TransitionKind::Catch), "X", pass),
        R"({"StartAt":"T","States":{"T":{"Type":"Task","Catch":[{"ErrorEquals":["E"],"Next":"X"}],"End":true},"X":{"Type":"Pass","Next":"F"},"F":{"Type":"Fail"}}})");
    row("into an empty branch", "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Parallel\", \"Branches\": [\n  {\"StartAt\": \"\", \"States\": {}},\n  {\"StartAt\": \"\", \"States\": {}}\n], \"End\": true}}}",
        inserted(AtStart{scope("P", 1)}, "X", pass),
        "{\"StartAt\": \"P\", \"States\": {\"P\": {\"Type\": \"Parallel\", \"Branches\": [\n  {\"StartAt\": \"\", \"States\": {}},\n  {\"StartAt\": \"X\", \"States\": {\"X\": {\"Type\": \"Pass\", \"End\": true}}}\n], \"End\": true}}}");
    row("where Next is missing", R"({"StartAt":"A","States":{"A":{"Type":"Pass"}}})", inserted(AfterState{top("A")}, "X", pass),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"},"X":{"Type":"Pass","End":true}}})");
    row("a dangling target is kept", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"Gone"}}})", inserted(AfterState{top("A")}, "X", pass),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"X"},"X":{"Type":"Pass","Next":"Gone"}}})");
    row("blank machine", QByteArray::fromStdString(blankMachine(QueryLanguage::JSONPath)), inserted(AtStart{}, "X", pass),
        "{\n  \"Comment\": \"A description of my state machine\",\n  \"StartAt\": \"X\",\n  \"States\": {\n    \"X\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}\n");
    row("StartAt names what is not there", R"({"StartAt":"…","States":{}})", inserted(AtStart{}, "X", R"({"Type":"Succeed"})"),
        R"({"StartAt":"X","States":{"X":{"Type":"Succeed"}}})");
    row("empty object", "{}", inserted(AtStart{}, "X", R"({"Type":"Succeed"})"),
        "{\n  \"StartAt\": \"X\",\n  \"States\": {\n    \"X\": {\n      \"Type\": \"Succeed\"\n    }\n  }\n}");
    row("empty text", "", inserted(AtStart{}, "X", R"({"Type":"Succeed"})"),
        "{\n  \"Comment\": \"A description of my state machine\",\n  \"StartAt\": \"X\",\n  \"States\": {\n    \"X\": {\n      \"Type\": \"Succeed\"\n    }\n  },\n"
        "  \"QueryLanguage\": \"JSONata\"\n}\n");
    row("names inside what is pasted are made unique", R"({"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}})",
        inserted(AfterState{top("A")}, "M", R"({"Type":"Map","ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"M"},"M":{"Type":"Succeed"}}}})"),
        R"j({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"M"},"M":{"Type":"Map","ItemProcessor":{"StartAt":"A (1)","States":{"A (1)":{"Type":"Pass","Next":"M (1)"},"M (1)":{"Type":"Succeed"}}},"End":true}}})j");
    row("behind Succeed", R"({"States":{"S":{"Type":"Succeed"}}})", inserted(AfterState{top("S")}, "X", pass), "! \"S\" ends the way; nothing can follow it.");
    row("on the way of Fail to the end", R"({"States":{"S":{"Type":"Fail"}}})", inserted(on("S", TransitionKind::End), "X", pass), "! \"S\" ends the way; nothing can follow it.");
    row("damaged state", R"({"States":{"A":{"Type" "Pass"}}})", inserted(AfterState{top("A")}, "X", pass), "! The text of \"A\" is broken. Mend it first.");
    row("not an object", "[]", inserted(AtStart{}, "X", pass), "! The definition is not a JSON object. Mend the text first.");
    row("no object to insert", "{}", inserted(AtStart{}, "X", "[1"), "! The new state \"X\" is not a JSON object.");
}

void EditsTest::deletions_data()
{
    addColumns();
    row("what led to it leads on", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}})",
        deleted({top("B")}), R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"C"},"C":{"Type":"Succeed"}}})");
    row("the first", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}})", deleted({top("A")}),
        R"({"StartAt":"B","States":{"B":{"Type":"Succeed"}}})");
    row("the last", R"({"StartAt":"A","States":{"A":{"Type":"Pass", "Next" : "B"},"B":{"Type":"Succeed"}}})", deleted({top("B")}),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass", "End" : true}}})");
    row("the only one", "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": { \"Type\": \"Pass\", \"End\": true }\n  }\n}", deleted({top("A")}),
        "{\n  \"StartAt\": \"\",\n  \"States\": {}\n}");
    row("the only one of a branch", R"({"States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}],"End":true}},"StartAt":"P"})",
        deleted({in("P", 0, "A")}), R"({"States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"","States":{}}],"End":true}},"StartAt":"P"})");
    row("a Choice: its Default follows", R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"A"}],"Default":"B"},"A":{"Type":"Fail"},"B":{"Type":"Succeed"}}})",
        deleted({top("C")}), R"({"StartAt":"B","States":{"A":{"Type":"Fail"},"B":{"Type":"Succeed"}}})");
    row("targets of a Choice become placeholders", R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"IsNull":true,"Next":"A"}],"Default":"A"},"A":{"Type":"Fail"}}})",
        deleted({top("A")}), R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"IsNull":true}],"Default":""}}})");
    row("a handler", R"({"StartAt":"T","States":{"T":{"Type":"Task","Catch":[{"ErrorEquals":["E"],"Next":"H"}],"End":true},"H":{"Type":"Pass","Next":"F"},"F":{"Type":"Fail"}}})",
        deleted({top("H")}), R"({"StartAt":"T","States":{"T":{"Type":"Task","Catch":[{"ErrorEquals":["E"],"Next":"F"}],"End":true},"F":{"Type":"Fail"}}})");
    row("a loop", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"B"}}})", deleted({top("B")}),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}})");
    row("several in a row", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Pass","Next":"D"},"D":{"Type":"Succeed"}}})",
        deleted({top("C"), top("B")}), R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"D"},"D":{"Type":"Succeed"}}})");
    row("first and last", "{\"StartAt\":\"A\",\"States\":{\n \"A\":{\"Type\":\"Pass\",\"Next\":\"B\"},\n \"B\":{\"Type\":\"Pass\",\"Next\":\"C\"}, // b\n \"C\":{\"Type\":\"Succeed\"}\n}}",
        deleted({top("A"), top("C")}), "{\"StartAt\":\"B\",\"States\":{\n \"B\":{\"Type\":\"Pass\",\"End\":true} // b\n}}");
    row("a container with what it holds", R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}},"Next":"B"},"B":{"Type":"Succeed"}}})",
        deleted({in("M", 0, "A"), top("M")}), R"({"StartAt":"B","States":{"B":{"Type":"Succeed"}}})");
    row("damage elsewhere stays", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type"}}})",
        deleted({top("B")}), R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"C"},"C":{"Type"}}})");
    row("damaged", R"({"StartAt":"A","States":{"A":{"Type"}}})", deleted({top("A")}), "! The text of \"A\" is broken. Mend it first.");
    row("none", R"({})", deleted({}), "! No state is selected.");
}

void EditsTest::duplicates_data()
{
    addColumns();
    row("on the same way", "{\"StartAt\":\"A\",\"States\":{\n  \"A\": { \"Type\":\"Pass\", /* c */ \"Next\":\"B\" },\n  \"B\": { \"Type\":\"Succeed\" }\n}}",
        duplicated(top("A")),
        "{\"StartAt\":\"A\",\"States\":{\n  \"A\": { \"Type\":\"Pass\", /* c */ \"Next\":\"A (1)\" },\n  \"A (1)\": { \"Type\":\"Pass\", /* c */ \"Next\":\"B\" },\n  \"B\": { \"Type\":\"Succeed\" }\n}}");
    row("at the end, a name with a number", R"j({"StartAt":"A (1)","States":{"A (1)":{"Type":"Pass","End":true}}})j", duplicated(top("A (1)")),
        R"j({"StartAt":"A (1)","States":{"A (1)":{"Type":"Pass","Next":"A (2)"},"A (2)":{"Type":"Pass","End":true}}})j");
    row("states inside", R"({"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}],"End":true}}})",
        duplicated(top("P")),
        R"j({"StartAt":"P","States":{"P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}}],"Next":"P (1)"},)j"
        R"j("P (1)":{"Type":"Parallel","Branches":[{"StartAt":"A (1)","States":{"A (1)":{"Type":"Pass","Next":"B (1)"},"B (1)":{"Type":"Succeed"}}}],"End":true}}})j");
    row("a Choice goes on to its copy by Default", R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"D"}],"Default":"D"},"D":{"Type":"Fail"}}})",
        duplicated(top("C")), R"j({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"D"}],"Default":"C (1)"},"C (1)":{"Type":"Choice","Choices":[{"Next":"D"}],"Default":"D"},"D":{"Type":"Fail"}}})j");
    row("a terminal state", R"({"StartAt":"S","States":{"S":{"Type":"Succeed"}}})", duplicated(top("S")),
        R"j({"StartAt":"S","States":{"S":{"Type":"Succeed"},"S (1)":{"Type":"Succeed"}}})j");
}

void EditsTest::moves_data()
{
    addColumns();
    const QByteArray chain = R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Pass","End":true}}})";
    row("to the end of its scope: only references change", chain, moved(top("A"), on("C", TransitionKind::End)),
        R"({"StartAt":"B","States":{"A":{"Type":"Pass","End":true},"B":{"Type":"Pass","Next":"C"},"C":{"Type":"Pass","Next":"A"}}})");
    row("to the start", chain, moved(top("C"), AtStart{}),
        R"({"StartAt":"C","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","End":true},"C":{"Type":"Pass","Next":"A"}}})");
    row("a terminal state", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Pass","Next":"S"},"S":{"Type":"Succeed"}}})",
        moved(top("S"), on("A", TransitionKind::Next)), R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"S"},"B":{"Type":"Pass","End":true},"S":{"Type":"Succeed"}}})");
    const QByteArray map = "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\", // about A\n      \"Next\": \"M\"\n    },\n"
                           "    \"M\": {\n      \"Type\": \"Map\",\n      \"ItemProcessor\": {\n        \"StartAt\": \"I\",\n        \"States\": {\n"
                           "          \"I\": {\n            \"Type\": \"Pass\",\n            \"End\": true\n          }\n        }\n      },\n      \"End\": true\n    }\n  }\n}\n";
    row("into a Map, with its comment", map, moved(top("A"), OnTransition{{scope("M"), "I", TransitionKind::End, 0}}),
        "{\n  \"StartAt\": \"M\",\n  \"States\": {\n"
        "    \"M\": {\n      \"Type\": \"Map\",\n      \"ItemProcessor\": {\n        \"StartAt\": \"I\",\n        \"States\": {\n"
        "          \"I\": {\n            \"Type\": \"Pass\",\n            \"Next\": \"A\"\n          },\n"
        "          \"A\": {\n            \"Type\": \"Pass\", // about A\n            \"End\": true\n          }\n        }\n      },\n      \"End\": true\n    }\n  }\n}\n");
    row("out of a Map", map, moved(in("M", 0, "I"), on("A", TransitionKind::Next)),
        "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": {\n      \"Type\": \"Pass\", // about A\n      \"Next\": \"I\"\n    },\n"
        "    \"I\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"M\"\n    },\n"
        "    \"M\": {\n      \"Type\": \"Map\",\n      \"ItemProcessor\": {\n        \"StartAt\": \"\",\n        \"States\": {}\n      },\n      \"End\": true\n    }\n  }\n}\n");
    row("where it is already, before", chain, moved(top("B"), on("A", TransitionKind::Next)), "! It is already here.");
    row("where it is already, behind", chain, moved(top("B"), on("B", TransitionKind::Next)), "! It is already here.");
    row("into itself", map, moved(top("M"), AtStart{scope("M")}), "! A state cannot be moved into itself.");
    const QByteArray caught = R"({"StartAt":"T","States":{"T":{"Type":"Task","Catch":[{"ErrorEquals":["E"],"Next":"Refund"}],"Next":"P"},)"
                              R"("P":{"Type":"Parallel","Branches":[{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}],"End":true},"Refund":{"Type":"Fail"}}})";
    row("its Catch would lead out", caught, moved(top("T"), OnTransition{{scope("P"), "A", TransitionKind::End, 0}}),
        "! Its Catch goes to Refund, outside this branch");
    row("its Catch would lead in", R"({"StartAt":"M","States":{"M":{"Type":"Map","ItemProcessor":{"StartAt":"T","States":{"T":{"Type":"Task","Catch":[{"Next":"F"}],"End":true},"F":{"Type":"Fail"}}},"End":true}}})",
        moved(in("M", 0, "T"), AtStart{}), "! Its Catch goes to F, which stays inside M");
    row("its rule would lead out", R"({"StartAt":"C","States":{"C":{"Type":"Choice","Choices":[{"Next":"M"}],"Default":"M"},"M":{"Type":"Map","ItemProcessor":{"StartAt":"","States":{}},"End":true}}})",
        moved(top("C"), AtStart{scope("M")}), "! Its rule goes to M, outside this Map");
    row("behind a terminal state", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"S"},"S":{"Type":"Fail"}}})", moved(top("A"), AfterState{top("S")}),
        "! \"S\" ends the way; nothing can follow it.");
}

void EditsTest::connections_data()
{
    addColumns();
    const QByteArray text = R"({"StartAt":"A","States":{"A":{"Type":"Pass" ,"Next" : "B"},"B":{"Type":"Choice","Choices":[{"Next":"A"}]},)"
                            R"("M":{"Type":"Map","ItemProcessor":{"StartAt":"I","States":{"I":{"Type":"Pass","End":true}}},"End":true}}})";
    const auto transition = [](std::string from, TransitionKind kind) { return TransitionPath{{}, std::move(from), kind, 0}; };
    row("to another state", text, connected(transition("A", TransitionKind::Next), "M"), QByteArray(text).replace(R"("Next" : "B")", R"("Next" : "M")"));
    row("to the end", text, connected(transition("A", TransitionKind::Next), ""), QByteArray(text).replace(R"("Next" : "B")", R"("End" : true)"));
    row("from the end", text, connected(transition("M", TransitionKind::End), "A"), QByteArray(text).replace(R"(}},"End":true})", R"(}},"Next":"A"})"));
    row("the start", text, connected(transition("", TransitionKind::Start), "M"), QByteArray(text).replace(R"("StartAt":"A")", R"("StartAt":"M")"));
    row("a rule", text, connected(transition("B", TransitionKind::ChoiceRule), "M"), QByteArray(text).replace(R"([{"Next":"A"}])", R"([{"Next":"M"}])"));
    row("a Default that is missing", text, connected(transition("B", TransitionKind::Default), "M"), QByteArray(text).replace(R"([{"Next":"A"}])", R"([{"Next":"A"}],"Default":"M")"));
    row("a rule to the end", text, connected(transition("B", TransitionKind::ChoiceRule), ""), "! A Choice cannot lead to the end. Let it lead to a Succeed state.");
    row("the start to the end", text, connected(transition("", TransitionKind::Start), ""), "! The start leads to a state, not to the end.");
    row("into a Map", text, connected(transition("A", TransitionKind::Next), "I"), "! \"I\" is inside another state; only states beside this one can follow.");
    row("out of a Map", text, connected({scope("M"), "I", TransitionKind::End, 0}, "A"), "! \"A\" is outside \"M\"; only states beside this one can follow.");
    row("to nothing", text, connected(transition("A", TransitionKind::Next), "Z"), "! There is no state \"Z\".");
    row("Next and End together", R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"A","End":true}}})", connected(transition("A", TransitionKind::Next), ""),
        R"({"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}})");
}

void EditsTest::uniqueNames_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("name");
    QTest::newRow("free") << "Wait" << "Wait";
    QTest::newRow("taken") << "Pass" << "Pass (2)";
    QTest::newRow("with a number") << "Pass (1)" << "Pass (2)";
    QTest::newRow("a number alone") << "(1)" << "(1)";
    QTest::newRow("taken inside a Map") << "内" << "内 (1)";
    QTest::newRow("empty") << "" << "State";
    QTest::newRow("too long") << QString(90, u'x') << QString(80, u'x');
    QTest::newRow("long and taken") << QString(80, u'長') << QString(76, u'長') + " (1)";
}

void EditsTest::uniqueNames()
{
    QFETCH(QString, wanted);
    const QByteArray longName = QString(80, u'長').toUtf8();
    const Snapshot snapshot = snapshotOf(R"j({"States":{"Pass":{},"Pass (1)":{},"M":{"Type":"Map","ItemProcessor":{"States":{"内":{}}}},")j" + longName + R"j(":{}}})j");
    QTEST(QString::fromStdString(uniqueName(snapshot.machine(), wanted.toStdString())), "name");
}

void EditsTest::editsSayWhatToSelect()
{
    const Snapshot snapshot = snapshotOf(R"({"StartAt":"A","States":{"A":{"Type":"Pass","Next":"B"},"B":{"Type":"Succeed"}}})");
    QCOMPARE(readable(*renameState(snapshot, top("A"), "Z")->select), std::string("Z"));
    QCOMPARE(readable(*deleteState(snapshot, top("A"))->select), std::string("B"));
    QCOMPARE(readable(*deleteState(snapshot, top("B"))->select), std::string("A"));
    QCOMPARE(readable(*duplicateState(snapshot, top("A"))->select), std::string("A (1)"));
    QCOMPARE(english(insertState(snapshot, AtStart{}, newState(StateType::Task, QueryLanguage::JSONPath))->label), std::string("Insert Lambda Invoke"));
}

void EditsTest::everyStarterIsInsertedWhole_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("language");
    for (const StateTypeInfo& row : stateTypes())
        for (QueryLanguage language : {QueryLanguage::JSONPath, QueryLanguage::JSONata})
            QTest::addRow("%s %s", row.name.data(), language == QueryLanguage::JSONata ? "JSONata" : "JSONPath") << int(row.type) << int(language);
}

void EditsTest::everyStarterIsInsertedWhole()
{
    QFETCH(int, type);
    QFETCH(int, language);
    const Snapshot blank(1, std::make_shared<const std::string>(blankMachine(static_cast<QueryLanguage>(language))));
    const NewState state = newState(static_cast<StateType>(type), static_cast<QueryLanguage>(language));
    const auto edit = insertState(blank, AtStart{}, state);
    QVERIFY(edit);
    const Snapshot after(2, std::make_shared<const std::string>(applied(blank.text(), edit->patch)));
    QVERIFY(after.tree().errors().empty());
    const StateId id = after.machine().find(*edit->select);
    QVERIFY(id != noId);
    QVERIFY(after.machine().state(id).type == static_cast<StateType>(type));
    QCOMPARE(int(after.machine().state(id).language), language);
    QCOMPARE(after.machine().transition(after.machine().scope(0).start).to, id);
    for (NodeId field : after.tree().children(after.machine().state(id).node)) {
        const Field* known = findField(info(static_cast<StateType>(type)).fields, after.tree().key(field));
        QVERIFY2(known, after.tree().key(field).c_str());
        QVERIFY(existsIn(known->languages, static_cast<QueryLanguage>(language)));
    }
}

void EditsTest::aBlankMachineHasAPlaceForItsFirstState()
{
    for (QueryLanguage language : {QueryLanguage::JSONPath, QueryLanguage::JSONata}) {
        const Snapshot blank(1, std::make_shared<const std::string>(blankMachine(language)));
        QVERIFY(blank.tree().errors().empty());
        QVERIFY(blank.machine().language() == language);
        QVERIFY(canInsert(blank, AtStart{}));
        QCOMPARE(blank.machine().transition(blank.machine().scope(0).start).targetName, std::string());
    }
}

QTEST_APPLESS_MAIN(EditsTest)
#include "edits_test.moc"

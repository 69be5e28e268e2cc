// Where names stand and what renaming a variable changes: rows of a text with | at the name.

#include "core/completion/references.h"

#include <QtTest>

using namespace asl;

class ReferencesTest : public QObject
{
    Q_OBJECT

private slots:
    void finds_data();
    void finds();
    void renames_data();
    void renames();
    void refusesToRename_data();
    void refusesToRename();

private:
    struct Place
    {
        Snapshot snapshot;
        std::size_t offset;
    };
    static Place placeIn(QString text)
    {
        const qsizetype place = text.indexOf(u'|');
        const std::size_t offset = static_cast<std::size_t>(text.left(place).toUtf8().size());
        text.remove(place, 1);
        const TextSyntax syntax = text.startsWith(u'{') ? TextSyntax::Json : TextSyntax::Yaml;
        return {Snapshot(1, std::make_shared<const std::string>(text.toStdString()), syntax), offset};
    }
};

void ReferencesTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked"); // definitions in « », other places in < >
    QTest::newRow("a state at its name") << R"({"StartAt": "A", "States": {"|A": {"Next": "A"}}})"
                                         << R"({"StartAt": <"A">, "States": {«"A"»: {"Next": <"A">}}})";
    QTest::newRow("a state where it is named") << R"({"StartAt": "|A", "States": {"A": {}}})"
                                               << R"({"StartAt": <"A">, "States": {«"A"»: {}}})";
    QTest::newRow("a state where it is named in YAML") << "StartAt: |A\nStates:\n  A:\n    Next: A\n"
                                                       << "StartAt: <A>\nStates:\n  «A»:\n    Next: <A>\n";
    QTest::newRow("a state at its first quote") << R"({"StartAt": |"A", "States": {"A": {}}})"
                                                << R"({"StartAt": <"A">, "States": {«"A"»: {}}})";
    QTest::newRow("before the blank of a name") << R"({"StartAt":| "A", "States": {"A": {}}})" << QString();
    QTest::newRow("a state that is not there") << R"({"StartAt": "|B", "States": {"A": {}}})" << QString();
    QTest::newRow("a variable of JSONata")
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"|n": 1}, "Output": "{% $n + $nn %}"}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {«"n"»: 1}, "Output": "{% $<n> + $nn %}"}}})";
    QTest::newRow("at its read")
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"n": 1}, "Output": "{% |$n %}"}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {«"n"»: 1}, "Output": "{% $<n> %}"}}})";
    QTest::newRow("a variable of JSONPath")
        << R"x({"States": {"A": {"Type": "Pass", "Assign": {"|n.$": "$.a"}, "Parameters": {"a.$": "States.Format('$n {}', $n.b)", "b": "$n"}}}})x"
        << R"x({"States": {"A": {"Type": "Pass", "Assign": {«"n.$"»: "$.a"}, "Parameters": {"a.$": "States.Format('$n {}', $<n>.b)", "b": "$n"}}}})x";
    QTest::newRow("what an expression binds itself is another")
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"|n": 1}, "Output": "{% ($n := 2; $n) %}"}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {«"n"»: 1}, "Output": "{% ($n := 2; $n) %}"}}})";
    QTest::newRow("branches have their own")
        << R"({"QueryLanguage": "JSONata", "States": {"P": {"Type": "Parallel", "Branches": [{"States": {"X": {"Type": "Pass", "Assign": {"|n": 1}}}}, {"States": {"Y": {"Type": "Pass", "Assign": {"n": "{% $n %}"}}}}]}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"P": {"Type": "Parallel", "Branches": [{"States": {"X": {"Type": "Pass", "Assign": {«"n"»: 1}}}}, {"States": {"Y": {"Type": "Pass", "Assign": {"n": "{% $n %}"}}}}]}}})";
    QTest::newRow("a branch reads what is outside")
        << R"({"QueryLanguage": "JSONata", "States": {"P": {"Type": "Parallel", "Assign": {"|n": 1}, "Branches": [{"States": {"X": {"Type": "Pass", "Output": "{% $n %}"}}}]}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"P": {"Type": "Parallel", "Assign": {«"n"»: 1}, "Branches": [{"States": {"X": {"Type": "Pass", "Output": "{% $<n> %}"}}}]}}})";
    QTest::newRow("YAML") << "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Assign:\n      |n: 1\n    "
                             "Output: '{% $n & ''x'' & $n %}'\n"
                          << "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Assign:\n      «n»: 1\n    "
                             "Output: '{% $<n> & ''x'' & $<n> %}'\n";
    QTest::newRow("YAML in a block") << "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Assign:\n      |n: "
                                        "1\n    Output: |-\n      {% 1 +\n      $n %}\n"
                                     << "QueryLanguage: JSONata\nStates:\n  A:\n    Type: Pass\n    Assign:\n      "
                                        "«n»: 1\n    Output: |-\n      {% 1 +\n      $<n> %}\n";
}

void ReferencesTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    const Place place = placeIn(text);
    const auto thing = namedThingAt(place.snapshot, place.offset);
    QCOMPARE(!thing, marked.isEmpty());
    if (!thing)
        return;
    std::string found = place.snapshot.text();
    std::vector<Reference> references = referencesTo(place.snapshot, *thing);
    for (auto reference = references.rbegin(); reference != references.rend(); ++reference) {
        // A name in quotes is marked with them.
        TextRange range = reference->range;
        if (reference->defines && found[range.begin - 1] == '"') {
            --range.begin;
            range.end = found.find('"', range.end) + 1;
        }
        found.insert(range.end, reference->defines ? "»" : ">");
        found.insert(range.begin, reference->defines ? "«" : "<");
    }
    QCOMPARE(QString::fromStdString(found), marked);
}

void ReferencesTest::renames_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("after");
    QTest::newRow("JSONata")
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"|n": 1}, "Output": "{% \"é\" & $n & ($f := function($n) { $n }; $f($n)) %}"}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"new": 1}, "Output": "{% \"é\" & $new & ($f := function($n) { $n }; $f($new)) %}"}}})";
    QTest::newRow("JSONPath")
        << R"({"States": {"A": {"Type": "Pass", "Assign": {"n.$": "$.a"}, "InputPath": "|$n.b"}}})"
        << R"({"States": {"A": {"Type": "Pass", "Assign": {"new.$": "$.a"}, "InputPath": "$new.b"}}})";
    QTest::newRow("all that assign it")
        << R"({"States": {"A": {"Type": "Pass", "Assign": {"|n": 1}}, "B": {"Type": "Task", "Catch": [{"Assign": {"n": 2}}]}}})"
        << R"({"States": {"A": {"Type": "Pass", "Assign": {"new": 1}}, "B": {"Type": "Task", "Catch": [{"Assign": {"new": 2}}]}}})";
    QTest::newRow("beside tokens")
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"|n": 1}, "Output": "{% '${Long}' & $n %}"}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"new": 1}, "Output": "{% '${Long}' & $new %}"}}})";
    QTest::newRow("CJK")
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"|合計": 1}, "Output": "{% $合計 %}"}}})"
        << R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"new": 1}, "Output": "{% $new %}"}}})";
}

void ReferencesTest::renames()
{
    QFETCH(QString, text);
    QFETCH(QString, after);
    const Place place = placeIn(text);
    const auto thing = namedThingAt(place.snapshot, place.offset);
    QVERIFY(thing);
    const auto edit = renameVariable(place.snapshot, *thing, "new");
    QVERIFY2(edit, edit ? "" : qPrintable(QString::fromStdString(english(edit.error().message))));
    QCOMPARE(QString::fromStdString(applied(place.snapshot.text(), edit->patch)), after);
}

void ReferencesTest::refusesToRename_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("reason");
    const QString one = QStringLiteral(
        R"({"QueryLanguage": "JSONata", "States": {"A": {"Type": "Pass", "Assign": {"|n": 1%1}, "Output": "{% %2 %}"}}})");
    QTest::newRow("empty") << one.arg("", "$n") << ""
                           << "The name of a variable is a letter, then letters, digits and _.";
    QTest::newRow("a digit first") << one.arg("", "$n") << "1n"
                                   << "The name of a variable is a letter, then letters, digits and _.";
    QTest::newRow("a dot") << one.arg("", "$n") << "a.b"
                           << "The name of a variable is a letter, then letters, digits and _.";
    QTest::newRow("reserved") << one.arg("", "$n") << "states"
                              << "\"states\" is reserved and cannot be a variable.";
    QTest::newRow("too long") << one.arg("", "$n") << QString(81, u'a')
                              << "The name of a variable may have at most 80 characters.";
    QTest::newRow("taken") << one.arg(R"(, "m": 2)", "$n") << "m"
                           << "There is a variable \"m\" already.";
    QTest::newRow("taken inside")
        << R"({"QueryLanguage": "JSONata", "States": {"P": {"Type": "Parallel", "Assign": {"|n": 1}, "Branches": [{"States": {"X": {"Type": "Pass", "Assign": {"m": 1}}}}]}}})"
        << "m"
        << "There is a variable \"m\" already.";
    QTest::newRow("caught by the expression")
        << one.arg("", "($m := 2; $n + $m)") << "m"
        << "\"m\" would mean something else in an expression. Choose another name.";
    QTest::newRow("catches another") << one.arg("", "$n + $m") << "m"
                                     << "\"m\" would mean something else in an expression. Choose another name.";
}

void ReferencesTest::refusesToRename()
{
    QFETCH(QString, text);
    QFETCH(QString, name);
    QFETCH(QString, reason);
    const Place place = placeIn(text);
    const auto thing = namedThingAt(place.snapshot, place.offset);
    QVERIFY(thing);
    const auto edit = renameVariable(place.snapshot, *thing, name.toStdString());
    QVERIFY(!edit);
    QCOMPARE(QString::fromStdString(english(edit.error().message)), reason);
}

QTEST_APPLESS_MAIN(ReferencesTest)
#include "references_test.moc"

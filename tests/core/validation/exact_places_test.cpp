// A problem inside a string is marked where it is written: in JSON behind escapes, in YAML in plain, quoted and block
// scalars. In each row «…» marks the place.

#include "marked_text.h"

#include "core/document/snapshot.h"
#include "core/validation/validate.h"

#include <QtTest>

using namespace asl;

class ExactPlacesTest : public QObject
{
    Q_OBJECT

private slots:
    void places_data();
    void places();
};

void ExactPlacesTest::places_data()
{
    QTest::addColumn<bool>("yaml");
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("code");
    const auto json = [](const char* name, const QByteArray& members, const char* code, bool jsonata = false) {
        QTest::newRow(name) << false
                            << QByteArray(R"({"StartAt": "A",)") + (jsonata ? R"("QueryLanguage": "JSONata",)" : "") +
                                   R"("States": {"A": {"Type": "Pass", "End": true, )" + members + "}}}"
                            << QByteArray(code);
    };
    const auto yaml = [](const char* name, const QByteArray& members, const char* code, bool jsonata = false) {
        QTest::newRow(name) << true
                            << QByteArray("StartAt: A\n") + (jsonata ? "QueryLanguage: JSONata\n" : "") +
                                   "States:\n  A:\n    Type: Pass\n    End: true\n" + members + "\n"
                            << QByteArray(code);
    };
    constexpr const char *syntax = "INVALID_JSONATA_EXPRESSION", *path = "SCHEMA_VALIDATION_FAILED",
                         *computed = "SCHEMA_VALIDATION_FAILED";
    json("a path", R"("InputPath": "$.a«[»x]")", path);
    json("a path behind an escape", R"("InputPath": "$['\u00e9'].b«[»x]")", path);
    json("a computed value", R"("Parameters": {"x.$": "$.a«[»x]"})", computed);
    constexpr const char* doubtful = "DOUBTFUL_PATH";
    json("a value in a filter", R"("InputPath": "$.a[?(@.b==«w»ord)]")", doubtful);
    json("an operator in a filter", R"("InputPath": "$.a[?(@.b «=»> 1)]")", doubtful);
    json("a path in a filter", R"("InputPath": "$.a[0][?(1 == @.c..«.»d)]")", doubtful);
    json("a path before an operator", R"("InputPath": "$.a[0][?(@.c..«.»d == 1)]")", doubtful);
    json("a path behind an operator", R"("InputPath": "$.a[0][?(@.b && @.a == @.c..«.»d)]")", doubtful);
    json("behind a whole condition", R"("InputPath": "$.a[?(@.b == 1 «|» @.c)]")", doubtful);
    json("a filter in a filter", R"("InputPath": "$.a[?(@.b[?(@.c == «w»ord)] == 1)]")", doubtful);
    json("a filter behind escapes", R"("InputPath": "$['\u00e9'][?(@.b==\"x\" && @.c==«w»ord)]")", doubtful);
    json("a filter behind a token", R"("InputPath": "$.${Long.Token.Name}[?(@.b==«w»ord)]")", doubtful);
    json("a filter of the Context object", R"("InputPath": "$$.a[?(@.b==«w»ord)]")", doubtful);
    json("a filter of a variable", R"("Assign": {"list": []}, "InputPath": "$list[?(@.b==«w»ord)]")", doubtful);
    json("a filter in the argument of a path's function", R"x("InputPath": "$.sum($.a, $.b[?(@.c==«w»ord)])")x",
         doubtful);
    json("a filter that is computed", R"("Parameters": {"x.$": "$.a[?(@.b==«w»ord)]"})", doubtful);
    json("a filter in a call", R"x("Parameters": {"x.$": "States.Format('é {}', $.a[?(@.b==«w»ord)])"})x", "DOUBTFUL_PATH");
    json("JSONata", R"("Output": "{% $sum(1 +«)» %}")", syntax, true);
    json("JSONata behind escapes", R"("Output": "{% \"é\" & 1 2«3» %}")", syntax, true);
    json("JSONata behind a token", R"("Output": "{% ${Long.Token.Name} 2«3» %}")", syntax, true);
    yaml("a plain path", "    InputPath: $.a«[»x]", path);
    yaml("a path in quotes", "    InputPath: '$.a«[»x]'", path);
    yaml("a filter, plain", "    InputPath: $.a[?(@.b==«w»ord)]", doubtful);
    yaml("a filter in single quotes", "    InputPath: '$.a[?(@.b==''é'' && @.c==«w»ord)]'", doubtful);
    yaml("a filter in double quotes", "    InputPath: \"$.a[?(@.b==\\\"\\u00e9\\\" && @.c==«w»ord)]\"", doubtful);
    yaml("a filter in a folded block", "    InputPath: >-\n      $.a[?(@.b=='é' &&\n      @.c==«w»ord)]", doubtful);
    yaml("JSONata in single quotes", "    Output: '{% ''é'' & 1 2«3» %}'", syntax, true);
    yaml("JSONata in double quotes", "    Output: \"{% \\\"é\\\" & 1 2«3» %}\"", syntax, true);
    yaml("JSONata in a folded block", "    Output: >-\n      {% 1 +\n        1 2«3» %}", syntax, true);
    yaml("JSONata in a literal block", "    Output: |-\n      {% (\n        $x := 1;\n        $x 2«3»\n      ) %}",
         syntax, true);
    yaml("a function that does not exist", "    Output: |-\n      {%\n        «$notAFunction»(1)\n      %}",
         "UNKNOWN_FUNCTION", true);
    yaml("a reference that does not exist, plain", "    Output: '{% «$states.inputs» %}'", "", true);
}

void ExactPlacesTest::places()
{
    QFETCH(bool, yaml);
    QFETCH(QByteArray, marked);
    QFETCH(QByteArray, code);
    const MarkedText row(marked);
    const Snapshot snapshot(1, std::make_shared<const std::string>(row.text.toStdString()),
                            yaml ? TextSyntax::Yaml : TextSyntax::Json);
    QByteArray all;
    bool found = false;
    for (const Diagnostic& diagnostic : validate(snapshot)) {
        all += "\n" + QByteArray::fromStdString(std::string(diagnostic.rule)) + " «" +
               QByteArray::fromStdString(snapshot.text().substr(diagnostic.range.begin, diagnostic.range.size())) +
               "» " + QByteArray::fromStdString(english(diagnostic.message));
        found = found ||
                (diagnostic.range == row.mark &&
                 (code.isEmpty() || diagnostic.code == code.toStdString() || diagnostic.rule == code.toStdString()));
    }
    QVERIFY2(found, all.constData());
}

QTEST_APPLESS_MAIN(ExactPlacesTest)
#include "exact_places_test.moc"

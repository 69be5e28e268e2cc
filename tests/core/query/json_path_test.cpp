// JSONPath as Jayway answers it, Reference Paths, payload templates and intrinsic functions.

#include "core/data/json.h"
#include "core/query/intrinsics.h"
#include "core/query/json_path.h"
#include "core/query/payload_template.h"
#include "core/query/reference_path.h"

#include <QTest>

using namespace asl;
using namespace asl::query;

namespace {

Data json(const char* text)
{
    const auto value = data::parse(text);
    return value ? *value : Data();
}

const char* const shop = R"({"name":"山田","total":12.5,"tags":["a","b"],"none":null,
    "items":[{"sku":"A","qty":2,"price":120.0},{"sku":"B","qty":0,"note":null},{"sku":"C","qty":7,"note":"fragile"}],
    "meta":{"a.b":1,"with space":2,"quote\u0027d":3}})";

QByteArray answer(const Outcome<Data>& outcome)
{
    return QByteArray::fromStdString(outcome ? data::toJson(*outcome) : "!" + outcome.error().code);
}

QByteArray answerOf(const QByteArray& path, const Data& root, const EvaluationContext& context)
{
    const auto compiled = JsonPath::compile(path.toStdString());
    return compiled ? answer(compiled->evaluate(root, context)) : QByteArray("!") + QByteArray::fromStdString(compiled.error().code);
}

struct World
{
    Data context = json(R"({"Execution":{"Name":"run"}})");
    Variables variables{{"x", Data::integer(5)}, {"list", json(R"([{"k":1},{"k":2}])")}};
    EvaluationContext evaluation;
    World()
    {
        evaluation.contextObject = &context;
        evaluation.variables = &variables;
    }
};

} // namespace

class JsonPathTest : public QObject
{
    Q_OBJECT

private slots:
    void path_data();
    void path();
    void definite_data();
    void definite();
    void messagesNameThePlace_data();
    void messagesNameThePlace();
    void hostileTextIsAnError_data();
    void hostileTextIsAnError();
    void referencePathReads_data();
    void referencePathReads();
    void referencePathRefuses_data();
    void referencePathRefuses();
    void referencePathWrites_data();
    void referencePathWrites();
    void payloadTemplate_data();
    void payloadTemplate();
    void payloadTemplateRefuses_data();
    void payloadTemplateRefuses();
    void intrinsic_data();
    void intrinsic();
    void intrinsicTableIsWhole();
    void randomNumbersRepeat();
};

void JsonPathTest::path_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* path, const char* expected) { QTest::newRow(path) << QByteArray(path) << QByteArray(expected); };
    row("$.name", "\"山田\"");
    row("name", "\"山田\"");
    row("$.items[1].sku", "\"B\"");
    row("$.items[-1].sku", "\"C\"");
    row("$.items[*].sku", R"(["A","B","C"])");
    row("$.items[0:2].sku", R"(["A","B"])");
    row("$.items[-2:1].sku", R"(["B","C","A"])");
    row("$.items[2,0].sku", R"(["C","A"])");
    row("$..sku", R"(["A","B","C"])");
    row("$..note", R"([null,"fragile"])");
    row("$['name','total']", R"({"name":"山田","total":12.5})");
    row("$.meta['a.b']", "1");
    row("$.meta['quote\\'d']", "3");
    row("$.meta.a\\.b", "1");
    row("$.none", "null");
    row("$.missing", "!not-found");
    row("$.missing[*]", "!not-found");
    row("$.name.x", "!not-found");
    row("$.items[9]", "!not-found");
    row("$.items[?(@.qty > 1)].sku", R"(["A","C"])");
    row("$.items[?(@.qty > 1 && @.note)].sku", R"(["C"])");
    row("$.items[?(!(@.qty == 0) || @.sku == 'B')].sku", R"(["A","B","C"])");
    row("$.items[?(@.note)].sku", R"(["B","C"])");
    row("$.items[?(!@.note)].sku", R"(["A"])");
    row("$.items[?(@.note == null)].sku", R"(["B"])");
    row("$.items[?(@.sku =~ /[ab]/i)].sku", R"(["A","B"])");
    row("$.items[?(@.sku in ['A','C'])].sku", R"(["A","C"])");
    row("$.items[?(@.sku nin ['A','C'])].sku", R"(["B"])");
    row("$.items[?(@.price == 120)].sku", R"(["A"])");
    row("$.items[?(@.qty < $.total)].sku", R"(["A","B","C"])");
    row("$.tags[?(@ == 'b')]", R"(["b"])");
    row("$.tags[?(@ > 1)]", "[]");
    row("$[?(@.x size 0)]", "[]");
    row("$.items.length()", "3");
    row("$.items[*].qty.sum()", "!evaluation");
    row("$.sum($.items[*].qty)", "9");
    row("$.meta.keys()", R"(["a.b","with space","quote'd"])");
    row("$.tags.first()", "\"a\"");
    row("$.tags.nonsense()", "!invalid-path");
    row("$.", "!invalid-path");
    row("$.items[?(@.qty >)]", "!invalid-path");
    row("$.items[::2]", "!invalid-path");
    row("$$.Execution.Name", "\"run\"");
    row("$$", R"({"Execution":{"Name":"run"}})");
    row("$x", "5");
    row("$list[?(@.k > 1)].k", "[2]");
    row("$unknown", "!not-found");
}

void JsonPathTest::path()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const World world;
    QCOMPARE(answerOf(path, json(shop), world.evaluation), expected);
}

void JsonPathTest::definite_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("expected");
    QTest::newRow("member") << QByteArray("$.a.b[0]['c']") << true;
    QTest::newRow("two members") << QByteArray("$['a','b']") << true;
    QTest::newRow("two members, then more") << QByteArray("$['a','b'].c") << false;
    QTest::newRow("wildcard") << QByteArray("$.a[*]") << false;
    QTest::newRow("slice") << QByteArray("$.a[1:]") << false;
    QTest::newRow("union") << QByteArray("$.a[0,1]") << false;
    QTest::newRow("filter") << QByteArray("$.a[?(@.b)]") << false;
    QTest::newRow("deep scan") << QByteArray("$..a") << false;
    QTest::newRow("function") << QByteArray("$.a.length()") << true;
}

void JsonPathTest::definite()
{
    QFETCH(QByteArray, path);
    QFETCH(bool, expected);
    const auto compiled = JsonPath::compile(path.toStdString());
    QVERIFY(compiled);
    QCOMPARE(compiled->isDefinite(), expected);
}

void JsonPathTest::messagesNameThePlace_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("last step") << QByteArray("$.absent") << QByteArray("No results for path: $['absent']");
    QTest::newRow("earlier step") << QByteArray("$.no.such.path") << QByteArray("Missing property in path $['no']");
    QTest::newRow("later of several") << QByteArray("$.meta.no.path") << QByteArray("Missing property in path $['meta']['no']");
    QTest::newRow("index") << QByteArray("$.items[7]") << QByteArray("No results for path: $['items'][7]");
}

void JsonPathTest::messagesNameThePlace()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const auto outcome = JsonPath::compile(path.toStdString())->evaluate(json(shop));
    QVERIFY(!outcome);
    QCOMPARE(QByteArray::fromStdString(outcome.error().message), expected);
}

void JsonPathTest::hostileTextIsAnError_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("parentheses") << QByteArray("$[?(") + QByteArray(100000, '(') + "@.a" + QByteArray(100000, ')') + ")]";
    QTest::newRow("negations") << QByteArray("$[?(") + QByteArray(100000, '!') + "(@.a))]";
    QTest::newRow("filters in filters") << QByteArray("[?(@").repeated(20000).prepend('$') + QByteArray(")]").repeated(20000);
    QTest::newRow("steps") << QByteArray("$") + QByteArray(".a").repeated(100000);
    QTest::newRow("scans") << QByteArray("$") + QByteArray("..a").repeated(100000);
}

void JsonPathTest::hostileTextIsAnError()
{
    QFETCH(QByteArray, path);
    const auto compiled = JsonPath::compile(path.toStdString());
    QVERIFY(!compiled);
    QCOMPARE(compiled.error().code, std::string("invalid-path"));
}

void JsonPathTest::referencePathReads_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("root") << QByteArray("$") << QByteArray(R"({"a":{"b.c":[1,2]}})");
    QTest::newRow("names") << QByteArray("$.a['b.c'][1]") << QByteArray("2");
    QTest::newRow("escaped name") << QByteArray("$.a.b\\.c[0]") << QByteArray("1");
    QTest::newRow("double quotes") << QByteArray("$[\"a\"]") << QByteArray(R"({"b.c":[1,2]})");
    QTest::newRow("context object") << QByteArray("$$.Execution.Name") << QByteArray("\"run\"");
    QTest::newRow("variable") << QByteArray("$list[0].k") << QByteArray("1");
    QTest::newRow("missing") << QByteArray("$.x") << QByteArray("!not-found");
}

void JsonPathTest::referencePathReads()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const World world;
    const auto compiled = ReferencePath::compile(path.toStdString());
    QVERIFY(compiled);
    QCOMPARE(answer(compiled->read(json(R"({"a":{"b.c":[1,2]}})"), world.evaluation)), expected);
}

void JsonPathTest::referencePathRefuses_data()
{
    QTest::addColumn<QByteArray>("path");
    for (const char* path : {"", "a", "$.", "$.a[*]", "$..a", "$.a[0:1]", "$.a[0,1]", "$.a[?(@.b)]", "$.a.length()", "$.a[-1]", "$.a['b", "$.a b"})
        QTest::newRow(path) << QByteArray(path);
}

void JsonPathTest::referencePathRefuses()
{
    QFETCH(QByteArray, path);
    QVERIFY(!ReferencePath::compile(path.toStdString()));
}

void JsonPathTest::referencePathWrites_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("root") << QByteArray("{}") << QByteArray("$") << QByteArray("7");
    QTest::newRow("new member") << QByteArray(R"({"a":1})") << QByteArray("$.b") << QByteArray(R"({"a":1,"b":7})");
    QTest::newRow("replaced") << QByteArray(R"({"a":1,"b":2})") << QByteArray("$.a") << QByteArray(R"({"a":7,"b":2})");
    QTest::newRow("objects are made") << QByteArray("{}") << QByteArray("$.a.b") << QByteArray(R"({"a":{"b":7}})");
    QTest::newRow("item") << QByteArray(R"({"a":[1,2]})") << QByteArray("$.a[1]") << QByteArray(R"({"a":[1,7]})");
    QTest::newRow("text in the way") << QByteArray("\"foo\"") << QByteArray("$.x") << QByteArray("!States.ResultPathMatchFailure");
    QTest::newRow("behind the array") << QByteArray("[1]") << QByteArray("$[1]") << QByteArray("!States.ResultPathMatchFailure");
}

void JsonPathTest::referencePathWrites()
{
    QFETCH(QByteArray, whole);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    QCOMPARE(answer(ReferencePath::compile(path.toStdString())->write(json(whole), Data::integer(7))), expected);
}

void JsonPathTest::payloadTemplate_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::addColumn<QByteArray>("message"); ///< how it begins
    const auto row = [](const char* name, const char* text, const char* expected, const char* message = "") {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected) << QByteArray(message);
    };
    row("constant", R"({"a":[1,{"b":"$.name"}]})", R"({"a":[1,{"b":"$.name"}]})");
    row("path", R"({"n.$":"$.name","keep":true})", R"({"n":"山田","keep":true})");
    row("inside arrays", R"({"a":[{"n.$":"$.total"}]})", R"({"a":[{"n":12.5}]})");
    row("context and variable", R"({"c.$":"$$.Execution.Name","v.$":"$x"})", R"({"c":"run","v":5})");
    row("intrinsic", "{\"f.$\":\"States.Format('{}-{}', $.name, $x)\"}", R"({"f":"山田-5"})");
    row("nothing behind a wildcard", R"({"a.$":"$.absent[*].b"})", R"({"a":[]})");
    row("missing", R"({"a.$":"$.absent"})", "!States.Runtime",
        "The JSONPath '$.absent' specified for the field 'a.$' could not be found in the input '{");
    row("item behind the last one", R"({"a.$":"$.tags[2]","b.$":"$.tags[-3]"})", R"({"a":null,"b":null})");
    row("member of such an item", R"({"a.$":"$.tags[2].x"})", "!States.Runtime", "The JSONPath '$.tags[2].x'");
    row("item of what is no array", R"({"a.$":"$.name[0]"})", "!States.Runtime", "The JSONPath '$.name[0]'");
    row("item of what is not there", R"({"a.$":"$.absent[0]"})", "!States.Runtime", "The JSONPath '$.absent[0]'");
    row("argument that is missing", R"j({"a":{"b.$":"States.Format('{} {}',$.name, States.ArrayLength($.absent))"}})j", "!States.Runtime",
        "The function 'States.Format('{} {}',$.name, States.ArrayLength($.absent))' had the following error: The JsonPath argument "
        "for the field '$.absent' could not be found in the input '{");
    row("argument behind the last item", "{\"a.$\":\"States.Format('{}', $.tags[2])\"}", "!States.Runtime",
        "The function 'States.Format('{}', $.tags[2])' had the following error: The JsonPath argument for the field '$.tags[2]' could not "
        "be found in the input '{");
    row("argument missing in the Context object", R"j({"a.$":"States.ArrayLength($$.Nope.Deep)"})j", "!States.Runtime",
        "The function 'States.ArrayLength($$.Nope.Deep)' had the following error: The JsonPath argument for the field '$.Nope.Deep' "
        "could not be found in the input '{\"");
    row("argument of a wrong kind", R"j({"a.$":"States.ArrayLength($.name)"})j", "!States.IntrinsicFailure",
        "The function 'States.ArrayLength($.name)' had the following error: ");
}

void JsonPathTest::payloadTemplate()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const World world;
    const auto compiled = PayloadTemplate::compile(json(text));
    QVERIFY(compiled);
    const auto outcome = compiled->evaluate(json(shop), world.evaluation);
    QCOMPARE(answer(outcome), expected);
    QFETCH(QByteArray, message);
    if (!outcome)
        QCOMPARE(QByteArray::fromStdString(outcome.error().message).left(message.size()), message);
}

void JsonPathTest::payloadTemplateRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("number") << QByteArray(R"({"a.$":1})");
    QTest::newRow("no path") << QByteArray(R"({"a.$":"hello"})");
    QTest::newRow("broken path") << QByteArray(R"({"a.$":"$.x["})").replace("[", "[abc]");
    QTest::newRow("unknown function") << QByteArray("{\"a.$\":\"States.Foo()\"}");
    QTest::newRow("twice") << QByteArray(R"({"a":1,"a.$":"$.b"})");
    QTest::newRow("no name") << QByteArray(R"({".$":"$.b"})");
}

void JsonPathTest::payloadTemplateRefuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!PayloadTemplate::compile(json(text)));
}

void JsonPathTest::intrinsic_data()
{
    QTest::addColumn<QByteArray>("call");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* call, const char* expected) { QTest::newRow(call) << QByteArray(call) << QByteArray(expected); };
    row("States.Format('Hi {}, {} tags', $.name, States.ArrayLength($.tags))", "\"Hi 山田, 2 tags\"");
    row("States.Format('\\{{}\\} it\\'s', $.total)", "\"{12.5} it's\"");
    row("States.Format('{}', $.meta)", "\"{a.b=1, with space=2, quote'd=3}\"");
    row("States.Format('{}', $.tags)", "\"[a, b]\"");
    row("States.Format('{}')", "!States.IntrinsicFailure");
    row("States.Array()", "[]");
    row("States.Array('x', 1, null, true, $.tags)", R"(["x",1,null,true,["a","b"]])");
    row("States.ArrayPartition(States.Array(1,2,3), 2)", "[[1,2],[3]]");
    row("States.ArrayPartition($.tags, 0)", "!States.IntrinsicFailure");
    row("States.ArrayContains(States.Array(1, null), null)", "true");
    row("States.ArrayRange(0, 10, 3)", "[0,3,6,9]");
    row("States.ArrayRange(3, 1, -1)", "[3,2,1]");
    row("States.ArrayRange(1, 1001, 1)", "!States.IntrinsicFailure");
    row("States.ArrayGetItem($.tags, 1)", "\"b\"");
    row("States.ArrayGetItem($.tags, 2)", "!States.IntrinsicFailure");
    row("States.ArrayUnique(States.Array(1, 1.0, 'a', 'a'))", R"([1,"a"])");
    row("States.Base64Encode('Data to encode')", "\"RGF0YSB0byBlbmNvZGU=\"");
    row("States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", "\"Data to encode\"");
    row("States.Base64Decode('*')", "!States.IntrinsicFailure");
    row("States.JsonMerge(States.StringToJson('\\{\"a\":1,\"b\":1\\}'), States.StringToJson('\\{\"a\":5\\}'), false)", R"({"a":5,"b":1})");
    row("States.JsonMerge($.meta, $.meta, true)", "!States.IntrinsicFailure");
    row("States.JsonToString($.tags)", R"("[\"a\",\"b\"]")");
    row("States.StringToJson(' ')", "null");
    row("States.StringToJson('-0')", "0");
    row("States.StringToJson('[1')", "!States.IntrinsicFailure");
    row("States.MathAdd(1.49, 1.5)", "3");
    row("States.MathAdd(-2.5, 0)", "-2");
    row("States.MathAdd(2147483648, 0)", "!States.IntrinsicFailure");
    row("States.StringSplit(', , ,', ',')", R"([" "," "])");
    row("States.StringSplit('a,b;c', ',;')", R"(["a","b","c"])");
    row("States.Hash($.name, 'CRC')", "!States.IntrinsicFailure");
    row("States.MathAdd($.missing, 1)", "!States.Runtime");
    row("States.MathAdd($.name, 1)", "!States.IntrinsicFailure");
    row("States.MathAdd(1, '-1')", "!invalid-intrinsic");
    row("States.MathAdd(1)", "!invalid-intrinsic");
    row("States.Nothing(1)", "!invalid-intrinsic");
    row("States.Array(1", "!invalid-intrinsic");
    row("States.Format('a\\b')", "!invalid-intrinsic");
    row("States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array())))))))))",
        "[[[[[[[[[[]]]]]]]]]]");
    row("States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array(States.Array()))))))))))",
        "!invalid-intrinsic");
}

void JsonPathTest::intrinsic()
{
    QFETCH(QByteArray, call);
    QFETCH(QByteArray, expected);
    const World world;
    const auto compiled = IntrinsicCall::compile(call.toStdString());
    const QByteArray found = compiled ? answer(compiled->evaluate(json(shop), world.evaluation))
                                      : QByteArray("!") + QByteArray::fromStdString(compiled.error().code);
    QCOMPARE(found, expected);
}

void JsonPathTest::intrinsicTableIsWhole()
{
    for (const IntrinsicFunction& function : intrinsicFunctions()) {
        QVERIFY(function.signature.starts_with(function.name));
        QVERIFY(!function.summary.empty() && function.call);
        QCOMPARE(findIntrinsicFunction(function.name), &function);
    }
}

void JsonPathTest::randomNumbersRepeat()
{
    const auto draw = [](const char* call) {
        std::uint64_t state = 7;
        EvaluationContext context;
        context.randomState = &state;
        return answer(IntrinsicCall::compile(call)->evaluate(Data::null(), context));
    };
    QCOMPARE(draw("States.UUID()"), draw("States.UUID()"));
    QCOMPARE(draw("States.MathRandom(1, 1000000, 5)"), draw("States.MathRandom(1, 1000000, 5)"));
    QCOMPARE(draw("States.MathRandom(3, 4)"), QByteArray("3"));
    QCOMPARE(draw("States.MathRandom(4, 4)"), QByteArray("!States.IntrinsicFailure"));
}

QTEST_APPLESS_MAIN(JsonPathTest)
#include "json_path_test.moc"

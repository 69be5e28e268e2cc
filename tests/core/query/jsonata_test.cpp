// JSONata: the language by rows of this project, its errors, its limits, and the dialect of Step Functions.

#include "core/data/json.h"
#include "core/query/jsonata.h"
#include "core/query/jsonata/functions.h"

#include <QTest>

#include <set>

using namespace asl;
using namespace asl::query;

namespace {

const char* const order = R"({"customer":{"name":"Ann","city":"Lisbon"},"tags":["x"],
    "lines":[{"sku":"A","qty":2,"price":10},{"sku":"B","qty":1,"price":5.5},{"sku":"C","qty":3,"price":1}],"empty":[]})";

/// The result as JSON, "undefined", or "!" and the error's code.
QByteArray answer(const QByteArray& expression, JsonataDialect dialect = JsonataDialect::Reference, const EvaluationContext& context = {})
{
    const auto compiled = Jsonata::compile(expression.toStdString(), dialect);
    if (!compiled)
        return QByteArray("!") + QByteArray::fromStdString(compiled.error().code);
    const auto outcome = compiled->evaluate(*data::parse(order), context);
    if (!outcome)
        return QByteArray("!") + QByteArray::fromStdString(outcome.error().code);
    return outcome->isUndefined() ? QByteArray("undefined") : QByteArray::fromStdString(data::toJson(*outcome));
}

} // namespace

class JsonataTest : public QObject
{
    Q_OBJECT

private slots:
    void expression_data();
    void expression();
    void errorsHavePlaceAndToken();
    void variablesAndClock();
    void limits_data();
    void limits();
    void hostileTextIsAnError_data();
    void hostileTextIsAnError();
    void stepFunctions_data();
    void stepFunctions();
    void limitsInTheServiceWords_data();
    void limitsInTheServiceWords();
    void randomFollowsJava_data();
    void randomFollowsJava();
    void functionTableIsWhole();
};

void JsonataTest::expression_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* expression, const char* expected) { QTest::newRow(expression) << QByteArray(expression) << QByteArray(expected); };
    // paths and sequences
    row("customer.name", "\"Ann\"");
    row("customer.absent", "undefined");
    row("lines.sku", R"(["A","B","C"])");
    row("lines[0].sku", "\"A\"");
    row("lines[-1].sku", "\"C\"");
    row("lines[qty>1].sku", R"(["A","C"])");
    row("lines[qty=1].sku", "\"B\"");
    row("lines[qty=1].sku[]", R"(["B"])");
    row("tags", R"(["x"])");
    row("tags[0]", "\"x\"");
    row("empty", "[]");
    row("$spread(empty)", "undefined");
    row("$spread([5])", "[5]");
    row("$spread([{'a':1,'b':2},{'c':3}])", R"([{"a":1},{"b":2},{"c":3}])");
    row("lines.(qty*price)", "[20,5.5,3]");
    row("lines.{sku:qty}", R"([{"A":2},{"B":1},{"C":3}])");
    row("lines{sku:qty}", R"({"A":2,"B":1,"C":3})");
    row("lines^(price).sku", R"(["C","B","A"])");
    row("lines^(>qty)[0].sku", "\"C\"");
    row("**.price", "[10,5.5,1]");
    row("customer.*", R"(["Ann","Lisbon"])");
    row("lines.sku.%.qty", "[2,1,3]");
    row("lines@$l.(customer.name & $l.sku)", R"(["AnnA","AnnB","AnnC"])");
    row("lines#$i.(sku & $i)", R"(["A0","B1","C2"])");
    row("[lines.[sku]]", R"([["A"],["B"],["C"]])");
    row("$.customer.name", "\"Ann\"");
    row("$$.customer.name", "\"Ann\"");
    // operators
    row("1 + 2 * 3 - 4 / 2 % 3", "5");
    row("-(2)", "-2");
    row("'a' & 1 & null & absent", "\"a1null\"");
    row("1 = 1.0 and 'a' != 'b' or false", "true");
    row("'b' > 'a'", "true");
    row("1 in [1,2]", "true");
    row("[1..3]", "[1,2,3]");
    row("absent ?? 'd'", "\"d\"");
    row("0 ?: 'd'", "\"d\"");
    row("qty ? 1 : 2", "2");
    row("lines.qty ~> $sum", "6");
    row("($up := $uppercase ~> $trim; $up(' a '))", "\"A\"");
    // functions, closures, tail calls
    row("($f := function($n) { $n <= 1 ? 1 : $n * $f($n-1) }; $f(20))", "2432902008176640000");
    row("($f := function($n, $a) { $n = 0 ? $a : $f($n-1, $a+1) }; $f(5000, 0))", "5000");
    row("($add := function($a, $b) { $a + $b }; $inc := $add(1, ?); $inc(2))", "3");
    row("($x := 1; ($x := 2); $x)", "1");
    row("$map([1,2,3], function($v, $i) { $v * $i })", "[0,2,6]");
    row("$filter(lines, λ($l) { $l.qty > 1 }).sku", R"(["A","C"])");
    row("$reduce([1,2,3], function($a, $b) { $a + $b })", "6");
    row("$sort([3,1,2], function($a, $b) { $a < $b })", "[3,2,1]");
    row("$sift({'a':1,'b':2}, function($v) { $v > 1 })", R"({"b":2})");
    row("$each({'a':1}, function($v, $k) { $k & $v })", "\"a1\"");
    row("$single([1,2], function($v) { $v = 2 })", "2");
    row("function($s)<s:n>{ $length($s) }('four')", "4");
    row("customer ~> |$|{'name': 'Bea'}, 'city'|", R"({"name":"Bea"})");
    row("$ ~> |lines[sku='A']|{'qty': qty + 1}| ~> $lookup('lines')", R"([{"sku":"A","qty":3,"price":10},{"sku":"B","qty":1,"price":5.5},{"sku":"C","qty":3,"price":1}])");
    // text
    row("$substring('héllo😀', 1, 3)", "\"éll\"");
    row("$length('😀')", "1");
    row("$pad('x', -3, '#')", "\"##x\"");
    row("$trim('  a \\n b ')", "\"a b\"");
    row("$join($split('a,b,c', ','), '-')", "\"a-b-c\"");
    row("$join($split('😀', ''))", "\"😀\"");
    row("$match('ababbc', /a(b+)/)", R"([{"match":"ab","index":0,"groups":["b"]},{"match":"abb","index":2,"groups":["bb"]}])");
    row("$replace('John Smith', /(\\w+)\\s(\\w+)/, '$2, $1')", "\"Smith, John\"");
    row("$replace('265', /\\d/, function($m) { $string($number($m.match) + 1) })", "\"376\"");
    row("$contains('abc', /B/i)", "true");
    row("$base64decode($base64encode('hello'))", "\"hello\"");
    row("$encodeUrlComponent('a b&ü')", "\"a%20b%26%C3%BC\"");
    row("$decodeUrl('a%20b%26')", "\"a b%26\"");
    row("$string({'a':[1,2.50]})", R"("{\"a\":[1,2.5]}")");
    row("$string(1e20)", "\"100000000000000000000\"");
    // numbers and time
    row("$round(2.5)", "2");
    row("$round(-1.255, 2)", "-1.26");
    row("$formatNumber(1234.5, '#,##0.00')", "\"1,234.50\"");
    row("$formatBase(255, 16)", "\"ff\"");
    row("$formatInteger(1999, 'I')", "\"MCMXCIX\"");
    row("$parseInteger('twelve', 'w')", "12");
    row("$number('0x1F')", "31");
    row("$fromMillis(0)", "\"1970-01-01T00:00:00.000Z\"");
    row("$toMillis('1970-01-01T00:00:01Z')", "1000");
    row("$average([1,2,3])", "2");
    // arrays and objects
    row("$distinct([1,1.0,'a','a'])", R"([1,"a"])");
    row("$zip([1,2],[3,4])", "[[1,3],[2,4]]");
    row("$merge([{'a':1},{'b':2},{'a':3}])", R"({"a":3,"b":2})");
    row("$spread({'a':1,'b':2})", R"([{"a":1},{"b":2}])");
    row("$keys(customer)", R"(["name","city"])");
    row("$append([1],[2,3])", "[1,2,3]");
    row("$reverse([1,2])", "[2,1]");
    row("$type(null)", "\"null\"");
    row("$eval('1+1')", "2");
    row("/* nothing */ 1", "1");
    // variables find their scope
    row("($x := 1; $y := ($y := $x; $x := 2; $x + $y); [$x, $y])", "[1,3]");
    row("($f := function() { $x }; $x := 6; $f())", "6");
    row("(lines.($n := qty; function() { $n })).$()", "[2,1,3]");
    row("($f := function($n) { ($m := $n; $n > 0 ? $f($n - 1) + $m : 0) }; $f(4))", "10");
    row("($g := function($a, $b, $c) { [$a, $b, $c] }; $h := $g(?, 2, ?); $i := $h(?, 9); $i(1))", "[1,2,9]");
    row("($x := 5; $eval('$x := $x + 1'); $x)", "6");
    row("($f := $eval('function($x) { $x * $y }'); $f(2))", "undefined");
    row("lines@$l.$$.lines@$m[$l.qty < $m.qty].[$l.sku, $m.sku]", R"(["A","C","B","A","B","C"])");
    row("lines@$l.$$.lines@$m[$l.qty < $m.qty]{$l.sku: $m.sku}", R"({"A":"C","B":["A","C"]})");
    row("lines^(price)#$i.{'i': $i, 's': sku}", R"([{"i":0,"s":"C"},{"i":1,"s":"B"},{"i":2,"s":"A"}])");
    row("lines#$i^(price)[0].$i", "2");
    row("lines#$i[$i > 0].($j := $i; [1..$j].($ + $i))", "[2,3,4]");
    row("lines.price.%.%.customer.name", R"(["Ann","Ann","Ann"])");
    row("$map([1..3], function($v) { ($w := $v; function() { $w }) }).$()", "[1,2,3]");
    // arrays found alone are handed on, others taken apart
    row("{'a': {'b': [1]}}.a.b", "[1]");
    row("[{'a': {'b': [1]}}, {'a': 2}].a.b", "[1]");
    row("[{'a': [{'b': [1]}]}].a.b", "[1]");
    row("[{'a': [1,[2]]}, {'a': [[3]]}].a", "[1,[2],[3]]");
    row("[[{'a': 1}], {'a': 2}].a", "[1,2]");
    row("**[qty > 1].sku", R"(["A","C"])");
    // functions in results are as JSON has them
    row("{'f': $sum, 'g': 1}", "{\"g\":1}");
    row("[$sum, 1]", "[null,1]");
    row("/b/('abc')", R"({"match":"b","start":1,"end":2,"groups":[]})");
    row("$string([$sum, {'f': $sum}])", R"("[\"\",{\"f\":\"\"}]")");
    row("$string(76629299101391262)", "\"76629299101391260\"");
    row("$replace('aba', 'b', absent)", "\"aundefineda\"");
    row("$replace('abc', /x*/, '-', 1)", "!D1004");
    row("$replace('abc', /(?<n>b)(?=c)/, '<$1>')", "\"a<b>c\"");
    row("/a/ii", "!S0303");
    row("$round(1.005, 2)", "1");
    row("$round(4.525, 2)", "4.52");
    row("$round(123.456, -2)", "100");
    row("$round(-0.5)", "0");
    // errors
    row("1 + 'a'", "!T2002");
    row("$sum(['a'])", "!T0412");
    row("$length(1)", "!T0410");
    row("$foo()", "!T1006");
    row("'a' > 1", "!T2009");
    row("{1:2}", "!T1003");
    row("{'a':1,'a':2}", "!D1009");
    row("$number('x')", "!D3030");
    row("$error('no')", "!D3137");
    row("1 +", "!S0207");
    row("(1", "!S0203");
    row("[1,2", "!S0203");
    row("'open", "!S0101");
    row("'\\u173", "!S0101");
    row("1 2", "!S0201");
    row("%", "!S0217");
}

void JsonataTest::expression()
{
    QFETCH(QByteArray, expression);
    QFETCH(QByteArray, expected);
    QCOMPARE(answer(expression), expected);
}

void JsonataTest::errorsHavePlaceAndToken()
{
    const auto broken = Jsonata::compile("customer.name + ) 1");
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, std::string("S0211"));
    QCOMPARE(broken.error().position, std::size_t(17));
    QCOMPARE(broken.error().token, std::string(")"));
    const auto failed = Jsonata::compile("1 + $length(5)")->evaluate(Data());
    QVERIFY(!failed);
    QCOMPARE(failed.error().message, std::string("Argument 1 of function \"length\" does not match function signature"));
    QCOMPARE(failed.error().token, std::string("length"));
    QCOMPARE(failed.error().index, 1);
}

void JsonataTest::variablesAndClock()
{
    const Variables variables{{"states", *data::parse(R"({"input":{"a":[1,2]}})")}};
    EvaluationContext context;
    context.variables = &variables;
    context.nowMilliseconds = 1700000000000;
    QCOMPARE(answer("$states.input.a[1]", JsonataDialect::Reference, context), QByteArray("2"));
    QCOMPARE(answer("$millis()", JsonataDialect::Reference, context), QByteArray("1700000000000"));
    QCOMPARE(answer("$now()", JsonataDialect::Reference, context), QByteArray("\"2023-11-14T22:13:20.000Z\""));
}

void JsonataTest::limits_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("endless recursion") << QByteArray("($f := function($x) { $f($x) + 1 }; $f(1))") << QByteArray("!U1001");
    QTest::newRow("endless tail recursion") << QByteArray("($f := function($x) { $f($x) }; $f(1))") << QByteArray("!U1001");
    QTest::newRow("range") << QByteArray("[1..1e9]") << QByteArray("!D2014");
    QTest::newRow("pattern") << QByteArray("$match($pad('a', 60, 'a') & '!', /(a+)+$/)") << QByteArray("!U1001");
    QTest::newRow("pattern on a long text") << QByteArray("$match($pad('a', 100000, 'a') & '!', /(a+)+$/)") << QByteArray("!U1001");
    QTest::newRow("doubling array") << QByteArray("$reduce([1..60], function($a, $i) { $append($a, $a) }, [1])") << QByteArray("!D2015");
    // Values that share their parts are small until they are gone through.
    const QByteArray shared = "($a := $reduce([1..60], function($a, $i) { [[$a, $a]] }, [[]]); ";
    QTest::newRow("text of shared parts") << shared + "$string($a))" << QByteArray("!U1002");
    QTest::newRow("copy of shared parts") << shared + "$clone($a))" << QByteArray("!U1002");
    QTest::newRow("result of shared parts") << shared + "$a)" << QByteArray("!U1002");
    QTest::newRow("truth of shared parts") << shared + "$boolean($a))" << QByteArray("!U1001");
    QTest::newRow("names in shared parts") << shared + "$a.x)" << QByteArray("!U1001");
    QTest::newRow("wildcard over shared parts") << shared + "$a.*)" << QByteArray("!U1001");
    QTest::newRow("descendants in shared parts") << shared + "$count($a.**))" << QByteArray("!U1001");
    QTest::newRow("shared parts compared") << shared + "$a = [$a])" << QByteArray("!U1002");
    QTest::newRow("deep value") << QByteArray("$count($reduce([1..100000], function($a, $i) { [[$a]] }, 1))") << QByteArray("!U1001");
    QTest::newRow("long chain of functions")
        << QByteArray("($f := $reduce($append($lowercase, [1..100000]), function($f, $i) { $f ~> $uppercase }); $f('a'))") << QByteArray("!U1001");
    QTest::newRow("long chain of closures")
        << QByteArray("($f := $reduce($append($abs, [1..100000]), function($f, $i) { function($x) { $f($x) + 1 } }); $f(1))") << QByteArray("!U1001");
    QTest::newRow("doubling text") << QByteArray("$reduce([1..60], function($s) { $s & $s }, 'x')").replace("function($s)", "function($s, $i)") << QByteArray("!U1002");
}

void JsonataTest::limits()
{
    QFETCH(QByteArray, expression);
    QFETCH(QByteArray, expected);
    const auto compiled = Jsonata::compile(expression.toStdString());
    QVERIFY(compiled);
    JsonataLimits limits;
    limits.milliseconds = 300;
    limits.text = 1 << 20;
    limits.sequence = 500'000;
    const auto outcome = compiled->evaluate(Data(), {}, limits);
    QVERIFY(!outcome);
    QCOMPARE(QByteArray("!") + QByteArray::fromStdString(outcome.error().code), expected);
}

void JsonataTest::hostileTextIsAnError_data()
{
    QTest::addColumn<QByteArray>("expression");
    constexpr int many = 100000;
    QTest::newRow("parentheses") << QByteArray(many, '(') + "1" + QByteArray(many, ')');
    QTest::newRow("brackets") << QByteArray(many, '[') + QByteArray(many, ']');
    QTest::newRow("minus") << QByteArray(many, '-') + "1";
    QTest::newRow("sum") << QByteArray("1+").repeated(many) + "1";
    QTest::newRow("path") << QByteArray("a.").repeated(many) + "a";
    QTest::newRow("predicates") << QByteArray("a") + QByteArray("[0]").repeated(many);
    QTest::newRow("objects") << QByteArray("{'a':").repeated(many) + "1" + QByteArray(many, '}');
    QTest::newRow("dots") << QByteArray("a") + QByteArray(".(a").repeated(many) + QByteArray(many, ')');
    QTest::newRow("lambdas") << QByteArray("function($x){").repeated(many) + "1" + QByteArray(many, '}');
    QTest::newRow("conditions") << QByteArray("a?").repeated(many) + "1";
    QTest::newRow("chains in chains") << (QByteArray("(") + QByteArray("1+").repeated(900)).repeated(900) + "1" + QByteArray(900, ')');
}

void JsonataTest::hostileTextIsAnError()
{
    QFETCH(QByteArray, expression);
    const auto compiled = Jsonata::compile(expression.toStdString());
    QVERIFY(!compiled);
    QCOMPARE(compiled.error().code, std::string("U1001"));
}

void JsonataTest::stepFunctions_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* expression, const char* expected) { QTest::newRow(expression) << QByteArray(expression) << QByteArray(expected); };
    row("$partition([1,2,3], 2)", "[[1,2],[3]]");
    row("$partition([1,2,3], 5)", "[[1,2,3]]");
    row("$partition([], 2)", "undefined");
    row("$partition([1], -1)", "!D3137");
    row("$partition(1, 1)", "[[1]]");
    row("$range(1, 9, 3)", "[1,4,7]");
    row("$range(1, 9, 9)", "1");
    row("$range(9, 1, 3)", "undefined");
    row("$range(3, 1, -1)", "[3,2,1]");
    row("$parse('{\"a\":1}').a", "1");
    row("$parse('-0')", "0");
    row("$parse('{\"a\":1,\"a\":2}')", "!D3137");
    row("$parse('')", "!D3137");
    row("$hash('x', 'CRC')", "!D3137");
    row("$eval('1')", "!T1006");
    row("$uuid(1)", "!T0410");
    row("absent ?? 1", "!S0211");
    // The service's limits have no code.
    row("($f := function($n) { $f($n + 1) }; $f(0))", "!");
    row("($f := function($n, $a) { $n = 0 ? $count($a) : $f($n - 1, $append($a, $n)) }; $f(3000, []))", "3000");
    row("($f := function($a) { $f($append($a[[0..99999]], 1)) }; $f([1..100000]))", "!");
    row("($a := [1..800000]; $f := function($n) { $f($sum($a)) }; $f(0))", "!");
    row("($a := [1..100000]; $sum($map($a, function($n) { $count($a) })))", "10000000000");
    row("$sum($map([1..800000], function($n) { $n }))", "320000400000");
    row("$reduce([1..200000], function($sum, $n) { $sum + $n })", "20000100000");
    row("1/0", "\"Infinity\"");
    row("{'a': [0/0]}", R"({"a":["NaN"]})");
    row("[$parseInteger('abc', '0')]", R"(["NaN"])");
    row("[1..873782][-1]", "873782");
    row("[1..873783]", "!");
}

void JsonataTest::stepFunctions()
{
    QFETCH(QByteArray, expression);
    QFETCH(QByteArray, expected);
    QCOMPARE(answer(expression, JsonataDialect::StepFunctions), expected);
}

void JsonataTest::limitsInTheServiceWords_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<QString>("message");
    const QByteArray tooDeep = "1" + QByteArray("+1").repeated(100);
    QTest::newRow("depth") << tooDeep
                           << "Stack overflow error: Check for non-terminating recursive function. Consider rewriting as tail-recursive";
    QTest::newRow("memory") << QByteArray("[1..900000] ~> $count()")
                            << "Expression evaluation memory limit exceeded: Check for excessive memory usage";
}

void JsonataTest::limitsInTheServiceWords()
{
    QFETCH(QByteArray, expression);
    const auto value = Jsonata::compile(expression.toStdString(), JsonataDialect::StepFunctions)->evaluate(Data(), {});
    QVERIFY(!value);
    QCOMPARE(value.error().code, std::string());
    QTEST(QString::fromStdString(value.error().message), "message");
}

void JsonataTest::randomFollowsJava_data()
{
    QTest::addColumn<int>("seed");
    QTest::addColumn<double>("expected");
    QTest::newRow("0") << 0 << 0.730967787376657;
    QTest::newRow("1") << 1 << 0.7308781907032909;
    QTest::newRow("42") << 42 << 0.7275636800328681;
}

void JsonataTest::randomFollowsJava()
{
    QFETCH(int, seed);
    QFETCH(double, expected);
    QCOMPARE(answer("$random(" + QByteArray::number(seed) + ")", JsonataDialect::StepFunctions).toDouble(), expected);
}

void JsonataTest::functionTableIsWhole()
{
    std::set<std::pair<std::string, int>> seen;
    for (const jsonata::FunctionRow& row : jsonata::functionRows()) {
        QVERIFY(!row.summary.empty() && row.call);
        jsonata::Problem problem;
        QVERIFY(jsonata::Signature::parse(row.signature, problem));
        QVERIFY(seen.emplace(std::string(row.name), int(row.in)).second);
    }
}

QTEST_APPLESS_MAIN(JsonataTest)
#include "jsonata_test.moc"

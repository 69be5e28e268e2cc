// SyntaxTree: what it reads, what it says about broken text, and what stays whole around the damage.

#include "core/text/syntax_tree.h"

#include "tests/core/text/fixtures.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace asl;

class SyntaxTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void extensions_data();
    void extensions();
    void manyKeysShowTheirDuplicates();
    void broken_data();
    void broken();
    void deepNestingIsOneError_data();
    void deepNestingIsOneError();
    void damageStaysInItsState_data();
    void damageStaysInItsState();
    void rangesNestAfterAnyPatch();
    void navigation();
    void tokensAreListed();
    void quotedTextReadsBack();
};

namespace {

/// The tree in few words: kinds, keys and raw scalars.
std::string outline(const SyntaxTree& tree)
{
    std::string out;
    std::vector<NodeId> open;
    for (NodeId id = 0; id < tree.size(); ++id) {
        const SyntaxNode& node = tree.node(id);
        while (!open.empty() && open.back() != node.parent) {
            out += tree.kind(open.back()) == NodeKind::Object ? '}' : ']';
            open.pop_back();
        }
        if (!out.empty() && out.back() != '{' && out.back() != '[')
            out += ' ';
        if (!node.keyRange().empty())
            out += tree.key(id) + ":";
        if (node.kind == NodeKind::Object || node.kind == NodeKind::Array) {
            out += node.kind == NodeKind::Object ? '{' : '[';
            open.push_back(id);
        } else if (node.kind == NodeKind::Missing) {
            out += '?';
        } else {
            out += node.kind == NodeKind::String ? tree.stringValue(id) : std::string(tree.raw(id));
        }
    }
    for (; !open.empty(); open.pop_back())
        out += tree.kind(open.back()) == NodeKind::Object ? '}' : ']';
    return out;
}

void checkRanges(const SyntaxTree& tree)
{
    for (NodeId id = 0; id < tree.size(); ++id) {
        const SyntaxNode& node = tree.node(id);
        QVERIFY(node.keyBegin <= node.keyEnd && node.begin <= node.end && node.end <= tree.text().size());
        QVERIFY(node.keyRange().empty() || node.keyEnd <= node.begin);
        std::size_t position = node.begin;
        std::size_t count = 0;
        for (const NodeId child : tree.children(id)) {
            const SyntaxNode& inner = tree.node(child);
            QCOMPARE(inner.parent, id);
            QVERIFY(child > id);
            QVERIFY2(position <= inner.memberRange().begin && inner.end <= node.end, tree.text().c_str());
            QVERIFY(!inner.damaged || node.damaged);
            position = inner.end;
            ++count;
        }
        QCOMPARE(node.childCount, count);
    }
    for (const SyntaxError& error : tree.errors())
        QVERIFY(error.range.begin <= error.range.end && error.range.end <= tree.text().size());
    QCOMPARE(tree.node(tree.root()).damaged, !tree.errors().empty());
}

std::string fixture(const std::string& wanted)
{
    for (const auto& [name, text] : test::textFixtures())
        if (name == wanted)
            return text;
    return {};
}

} // namespace

void SyntaxTreeTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("tree");
    QTest::newRow("values") << QByteArray(R"({"a":[1,-0.50e+3,true,false,null,"x"],"b":{}})") << QByteArray("{a:[1 -0.50e+3 true false null x] b:{}}");
    QTest::newRow("root scalar") << QByteArray(" 12 ") << QByteArray("12");
    QTest::newRow("escapes") << QByteArray(R"({"\u0041\n":"\"\\\/\b\u00e9"})") << QByteArray("{A\n:\"\\/\bé}");
    QTest::newRow("surrogate pair") << QByteArray(R"(["\ud83d\ude00"])") << QByteArray("[😀]");
    QTest::newRow("lone surrogate") << QByteArray(R"(["\ud83dx"])") << QByteArray("[\xED\xA0\xBDx]");
    QTest::newRow("comments") << QByteArray("// one\n{/* two */\"a\":/**/1//\n}") << QByteArray("{a:1}");
    QTest::newRow("trailing commas") << QByteArray(R"({"a":[1,],})") << QByteArray("{a:[1]}");
    QTest::newRow("token") << QByteArray(R"({"a":${A},"b":[${B}${C},${D.x}5]})") << QByteArray("{a:${A} b:[${B}${C} ${D.x}5]}");
}

void SyntaxTreeTest::reads()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, tree);
    const SyntaxTree read = SyntaxTree::parse(text.toStdString());
    QVERIFY2(read.errors().empty(), read.errors().empty() ? "" : english(read.errors()[0].message).c_str());
    QCOMPARE(QByteArray::fromStdString(outline(read)), tree);
    checkRanges(read);
}

void SyntaxTreeTest::extensions_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("range");
    const auto kind = [](Extension::Kind which) { return static_cast<int>(which); };
    QTest::newRow("comment") << QByteArray("[1] // x\n") << kind(Extension::Kind::Comment) << QByteArray("// x");
    QTest::newRow("trailing comma") << QByteArray("[1, ]") << kind(Extension::Kind::TrailingComma) << QByteArray(",");
    QTest::newRow("bare token") << QByteArray("[${A}]") << kind(Extension::Kind::BareToken) << QByteArray("${A}");
    QTest::newRow("duplicate key") << QByteArray(R"({"a":1,"\u0061":2})") << kind(Extension::Kind::DuplicateKey) << QByteArray(R"("\u0061")");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF{}") << kind(Extension::Kind::ByteOrderMark) << QByteArray("\xEF\xBB\xBF");
}

void SyntaxTreeTest::extensions()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    QVERIFY(tree.errors().empty());
    QCOMPARE(tree.extensions().size(), 1U);
    QTEST(static_cast<int>(tree.extensions()[0].kind), "kind");
    const TextRange range = tree.extensions()[0].range;
    QTEST(text.mid(static_cast<int>(range.begin), static_cast<int>(range.size())), "range");
}

void SyntaxTreeTest::manyKeysShowTheirDuplicates()
{
    std::string text = "{";
    for (int i = 0; i < 5000; ++i)
        text += "\"key" + std::to_string(i % 4000) + "\":" + std::to_string(i) + ",";
    text.back() = '}';
    const SyntaxTree tree = SyntaxTree::parse(text);
    QCOMPARE(tree.extensions().size(), 1000U);
    QCOMPARE(tree.raw(tree.find(tree.root(), "key7")), std::string_view("4007")); // the last counts
}

void SyntaxTreeTest::broken_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("tree");
    const auto row = [](const char* name, const char* text, const char* message, const char* tree) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(message) << QByteArray(tree);
    };
    row("empty", " ", "The text is empty. A definition is a JSON object: { … }.", "?");
    row("no JSON", "hello", "hello is no JSON value. Text stands in double quotes.", "?");
    row("missing comma", R"({"A":1 "B":2})", R"(Expected a comma or } after the value of "A".)", "{A:1 B:2}");
    row("missing comma in array", "[1 2]", "Expected a comma or ] after item 1.", "[1 2]");
    row("missing colon", R"({"A" 1,"B":2})", R"(Expected a colon after "A".)", "{A:1 B:2}");
    row("equals sign", R"({"A" = 1,"B":2})", R"(Expected a colon after "A".)", "{A:1 B:2}");
    row("missing value", R"({"A":,"B":2})", R"(Expected a value for "A".)", "{A:? B:2}");
    row("missing value at the end", R"({"A":})", R"(Expected a value for "A".)", "{A:?}");
    row("missing value, next line", "{\n \"A\":\n \"B\": 2\n}", R"(Expected a value for "A".)", "{A:? B:2}");
    row("missing item", "[1,,2]", "Expected a value before the comma.", "[1 ? 2]");
    row("half-typed name", "{\n \"Nex\n \"B\": 2\n}", R"(The name "Nex has no closing quote.)", "{Nex:? B:2}");
    row("half-typed member", R"({"Nex","B":2})", R"(Expected a colon and a value after "Nex".)", "{Nex:? B:2}");
    row("bare name", R"({Nex: 1,"B":2})", "Names stand in double quotes: Nex", "{Nex:1 B:2}");
    row("name without opening quote", R"({A": 1,"B":2})", "Names stand in double quotes: A\"", "{A:1 B:2}");
    row("name without closing quote", R"({"A: "x","B":2})", R"(The name "A has no closing quote.)", "{A:x B:2}");
    row("bare text", R"({"A":hello world,"B":2})", "hello world is no JSON value. Text stands in double quotes.", "{A:? B:2}");
    row("text without opening quote", R"({"A":x","B":2})", "x\" is no JSON value. Text stands in double quotes.", "{A:? B:2}");
    row("text without closing quote", R"({"A":"x,"B":2})", R"(The text of "A" has no closing quote.)", "{A:x B:2}");
    row("unclosed at the line end", "{\"A\":\"x,\n\"B\":2}", R"(The text of "A" has no closing quote.)", "{A:x B:2}");
    row("unclosed keeps its brackets", "{\"A\":\"$.a[0],\n\"B\":2}", R"(The text of "A" has no closing quote.)", "{A:$.a[0] B:2}");
    row("quote too many", R"({"A":"x"","B":2})", "There is a quote too many.", "{A:x B:2}");
    row("number by its looks", R"({"A":01,"B":2})", "01 is no JSON value. Text stands in double quotes.", "{A:? B:2}");
    row("wrong bracket closes both", R"({"A":[1,2},"B":2})", "Expected ] to close the array that begins on line 1.", "{A:[1 2] B:2}");
    row("missing ]", R"({"A":["x","B":2})", "Expected ] to close the array that begins on line 1.", "{A:[x] B:2}");
    row("missing { of an item", R"({"A":["x":1},{"x":2}]})", "Expected { before \"x\".", "{A:[{x:1} {x:2}]}");
    row("missing {", R"({"A":"x":1},"B":2})", "Expected { before \"x\".", "{A:{x:1} B:2}");
    row("surplus }", R"({"A":1},"B":2})", "There is a } too many.", "{A:1 B:2}");
    row("surplus {", R"({{"A":1})", "There is a { too many.", "{A:1}");
    row("cut short", R"({"A":{"B":[1)", "Expected ] to close the array that begins on line 1.", "{A:{B:[1]}}");
    row("unclosed comment", "[1 /* x\n,2]", "This comment has no end. Write */ behind it.", "[1 2]");
    row("bad escape", R"(["\x41"])", R"(JSON has no escape \x. A backslash itself is written \\.)", R"([\x41])");
    row("tab in a text", "[\"a\tb\"]", "A tab or control character inside a text is written as an escape such as \\t.", "[a\tb]");
    row("text behind", "[1] x", "The text goes on after its end. Remove what follows, or a closing bracket too many before it.", "[1]");
}

void SyntaxTreeTest::broken()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    QVERIFY(!tree.errors().empty());
    QTEST(QByteArray::fromStdString(english(tree.errors()[0].message)), "message");
    QTEST(QByteArray::fromStdString(outline(tree)), "tree");
    checkRanges(tree);
}

void SyntaxTreeTest::deepNestingIsOneError_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("closed") << QByteArray(100000, '[') + QByteArray(100000, ']');
    QTest::newRow("open") << QByteArray(100000, '[');
    QTest::newRow("objects") << QByteArray("{\"a\":").repeated(100000);
}

void SyntaxTreeTest::deepNestingIsOneError()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    QCOMPARE(tree.errors().size(), 1U);
    QCOMPARE(tree.errors()[0].message.arguments, std::vector<std::string>{"1000"});
    checkRanges(tree);
}

/// Whatever single byte of a state's brackets, quotes, commas and colons is lost, doubled or mistyped: the other
/// states keep their nodes.
void SyntaxTreeTest::damageStaysInItsState_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("byte lost") << 0;
    QTest::newRow("byte doubled") << 1;
    QTest::newRow("byte replaced") << 2;
    QTest::newRow("quote in front") << 3;
    QTest::newRow("rest of the line lost") << 4;
}

void SyntaxTreeTest::damageStaysInItsState()
{
    QFETCH(int, kind);
    const SyntaxTree whole = SyntaxTree::parse(fixture("pretty.asl.json"));
    const NodeId states = *whole.atPointer("/States");
    for (const NodeId damaged : whole.children(states)) {
        const TextRange range = whole.node(damaged).memberRange();
        for (std::size_t position = range.begin; position < range.end; ++position) {
            if (std::string_view("\"{}[],:").find(whole.text()[position]) == std::string_view::npos)
                continue;
            std::string text = whole.text();
            switch (kind) {
            case 0: text.erase(position, 1); break;
            case 1: text.insert(position, 1, text[position]); break;
            case 2: text[position] = ';'; break;
            case 3: text.insert(position, 1, '"'); break;
            default:
                if (text.find('\n', position) > range.end)
                    continue;
                text.erase(position, text.find('\n', position) - position);
            }
            const SyntaxTree tree = SyntaxTree::parse(text);
            checkRanges(tree);
            for (const NodeId state : whole.children(states)) {
                const std::optional<NodeId> found = tree.atPointer(whole.pointer(state));
                if (state == damaged || (found && tree.raw(*found) == whole.raw(state) && !tree.node(*found).damaged))
                    continue;
                QFAIL(("lost " + whole.key(state) + " by damage at " + std::to_string(position) + " in\n" + text).c_str());
            }
        }
    }
}

void SyntaxTreeTest::rangesNestAfterAnyPatch()
{
    QRandomGenerator random(7);
    const std::string_view insertions[] = {"", "\"", "{", "}", "[", "]", ",", ":", "\n", "/*", "x", "${", "\\"};
    for (const auto& [name, text] : test::textFixtures()) {
        for (int round = 0; round < 400; ++round) {
            std::string damaged = text;
            for (std::uint32_t count = random.bounded(4U) + 1; count > 0; --count) {
                const std::size_t begin = random.bounded(static_cast<std::uint32_t>(damaged.size() + 1));
                damaged.replace(begin, random.bounded(6U), insertions[random.bounded(13U)]);
            }
            const SyntaxTree tree = SyntaxTree::parse(damaged);
            checkRanges(tree);
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void SyntaxTreeTest::navigation()
{
    const SyntaxTree tree = SyntaxTree::parse(R"({"a/b":[10,{"~":null}],"c":"d"})");
    const NodeId deep = *tree.atPointer("/a~1b/1/~0");
    QCOMPARE(tree.kind(deep), NodeKind::Null);
    QCOMPARE(tree.pointer(deep), std::string("/a~1b/1/~0"));
    QVERIFY(!tree.atPointer("/a~1b/2"));
    QVERIFY(!tree.atPointer("/a~1b/x"));
    QCOMPARE(tree.nodeAt(tree.node(deep).keyBegin), deep);
    QCOMPARE(tree.nodeAt(tree.text().size() - 1), tree.root());
    QVERIFY(tree.stringIs(tree.find(tree.root(), "c"), "d"));
    QCOMPARE(tree.indexInParent(tree.child(*tree.atPointer("/a~1b"), 1)), 1U);
    for (NodeId id = 0; id < tree.size(); ++id)
        QCOMPARE(tree.atPointer(tree.pointer(id)), std::optional(id));
}

void SyntaxTreeTest::tokensAreListed()
{
    const SyntaxTree tree = SyntaxTree::parse(fixture("tolerant.asl.json"));
    QVERIFY(tree.errors().empty());
    std::vector<std::string> names;
    for (const Token& token : tokens(tree)) {
        QCOMPARE(tree.text().substr(token.range.begin, token.range.size()), "${" + token.name + "}");
        names.push_back(token.name + (token.bare ? " bare" : ""));
    }
    QCOMPARE(names, (std::vector<std::string>{"Seconds bare", "A bare", "B bare", "Name"}));
}

void SyntaxTreeTest::quotedTextReadsBack()
{
    for (const std::string text : {"", "plain", "\"\\/\b\f\n\r\t\x01\x7f", "東 😀", "\xED\xA0\x80 lone"}) {
        const SyntaxTree tree = SyntaxTree::parse(asl::quoted(text));
        QVERIFY(tree.errors().empty());
        QCOMPARE(tree.stringValue(tree.root()), text);
    }
    QCOMPARE(asl::quoted("\v\n\xED\xB0\x80"), std::string(R"("\u000b\n\udc00")"));
}

QTEST_APPLESS_MAIN(SyntaxTreeTest)
#include "syntax_tree_test.moc"

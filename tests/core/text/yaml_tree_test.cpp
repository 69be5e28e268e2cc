// Reading YAML: it is the same tree as the JSON of the same data, with places in the YAML text.

#include "core/data/json.h"
#include "core/text/line_index.h"
#include "core/text/yaml_style.h"
#include "tests/core/text/fixtures.h"

#include <yaml-cpp/yaml.h>

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace asl;

namespace {

SyntaxTree yaml(const QByteArray& text)
{
    return SyntaxTree::parse(text.toStdString(), TextSyntax::Yaml);
}

QStringList fixtureFiles()
{
    QStringList found;
    QDirIterator files(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/tests/data/yaml"), {"*.yaml"}, QDir::Files);
    while (files.hasNext())
        found.append(files.next());
    found.sort();
    return found;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What yaml-cpp reads, as JSON. It resolves aliases, but no merge keys.
std::string jsonOf(const YAML::Node& node)
{
    switch (node.Type()) {
    case YAML::NodeType::Scalar: {
        const std::string text = node.Scalar();
        if (node.Tag() != "?")
            return asl::quoted(text);
        const auto plain = data::parse(text);
        const bool isWord = plain && !plain->isString() && !plain->isObject() && !plain->isArray();
        const bool isToken = text.starts_with("${") && text.find('}') == text.size() - 1;
        return isWord || isToken ? text : asl::quoted(text);
    }
    case YAML::NodeType::Sequence: {
        std::string items;
        for (const YAML::Node& item : node)
            items += (items.empty() ? "" : ",") + jsonOf(item);
        return "[" + items + "]";
    }
    case YAML::NodeType::Map: {
        std::string members;
        for (const auto& member : node)
            members += (members.empty() ? "" : ",") + asl::quoted(member.first.Scalar()) + ":" + jsonOf(member.second);
        return "{" + members + "}";
    }
    case YAML::NodeType::Null:
    case YAML::NodeType::Undefined:
        break;
    }
    return "null";
}

void checkRanges(const SyntaxTree& tree)
{
    for (NodeId id = 0; id < tree.size(); ++id) {
        const SyntaxNode& node = tree.node(id);
        QVERIFY(node.begin <= node.end && node.keyBegin <= node.keyEnd && node.end <= tree.text().size());
        if (node.parent == noNode)
            continue;
        QVERIFY(node.parent < id);
        QVERIFY(tree.node(node.parent).range().contains(node.range()));
        if (!node.keyRange().empty() && tree.fixed(id) == Fixed::No)
            QVERIFY(node.keyEnd <= node.begin);
        if (node.nextSibling != noNode && tree.fixed(id) == Fixed::No && tree.fixed(node.nextSibling) == Fixed::No)
            QVERIFY(node.end <= tree.node(node.nextSibling).memberRange().begin);
        QVERIFY(tree.node(id - 1).memberRange().begin <= node.memberRange().begin);
    }
    const SyntaxTree json = SyntaxTree::parse(std::string(tree.raw(tree.root())));
    QVERIFY(json.errors().empty());
}

} // namespace

class YamlTreeTest : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void places_data();
    void places();
    void errors_data();
    void errors();
    void fixturesAreReadAsYamlCppReadsThem();
    void jsonWrittenAsYamlReadsBack();
    void aFaultLosesOnlyItsLine();
    void rangesNestAfterAnyPatch();
    void aliasesAreBounded();
    void nestingIsBounded();
    void tokens();
    void whereAnAliasStands();
};

void YamlTreeTest::values_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("mapping") << QByteArray("a: 1\nb: x") << QByteArray(R"({"a":1,"b":"x"})");
    QTest::newRow("lists") << QByteArray("a:\n- 1\n-   - 2\n    - 3\nb:\n  - c: d\n    e: f\n")
                           << QByteArray(R"({"a":[1,[2,3]],"b":[{"c":"d","e":"f"}]})");
    QTest::newRow("brackets") << QByteArray("a: [1, {b: c, 'd': \"e\"}, ]\n")
                              << QByteArray(R"({"a":[1,{"b":"c","d":"e"}]})");
    QTest::newRow("nothing") << QByteArray("a:\nb: ~\nc: null\n") << QByteArray(R"({"a":null,"b":null,"c":null})");
    QTest::newRow("words of 1.2 only") << QByteArray("a: yes\nb: True\nc: off\nNo: n")
                                       << QByteArray(R"({"a":"yes","b":true,"c":"off","No":"n"})");
    QTest::newRow("numbers") << QByteArray(
                                    "[1, -2, +3, 0o17, 0xff, 1.50, .5, 2., 1e3, 007, 1_000, 1:30, 2024-01-01, .inf]")
                             << QByteArray(R"([1,-2,3,15,255,1.50,0.5,2.0,1e3,7,"1_000","1:30","2024-01-01",".inf"])");
    QTest::newRow("quotes") << QByteArray("a: 'it''s'\nb: \"\\u00e9\\n\"\nc: '1'\nd: !!str 2")
                            << QByteArray(R"({"a":"it's","b":"é\n","c":"1","d":"2"})");
    QTest::newRow("blocks") << QByteArray("a: |\n  x\n   y\n\nb: >-\n  one\n  two\n\n  three\nc: |+\n  z\n\nd: 1")
                            << QByteArray(R"({"a":"x\n y\n","b":"one two\nthree","c":"z\n\n","d":1})");
    QTest::newRow("folded plain") << QByteArray("a: one\n  two\nb: 3") << QByteArray(R"({"a":"one two","b":3})");
    QTest::newRow("comments") << QByteArray("# a\na: b # c\n# d\n") << QByteArray(R"({"a":"b"})");
    QTest::newRow("token") << QByteArray("a: ${N}\nb: x-${N}\nc: \"${N}\"")
                           << QByteArray("{\"a\":${N},\"b\":\"x-${N}\",\"c\":\"${N}\"}");
    QTest::newRow("alias") << QByteArray("a: &x {b: 1}\nc: *x\n") << QByteArray(R"({"a":{"b":1},"c":{"b":1}})");
    QTest::newRow("merge") << QByteArray("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n")
                           << QByteArray(R"({"a":{"b":1,"c":2},"d":{"b":1,"c":3}})");
    QTest::newRow("merges") << QByteArray("a: &x {b: 1}\nb: &y {b: 2, c: 2}\nd: {<<: [*x, *y], e: [1]}\n")
                            << QByteArray(R"({"a":{"b":1},"b":{"b":2,"c":2},"d":{"b":1,"c":2,"e":[1]}})");
    QTest::newRow("key from an alias") << QByteArray("a: &k b\n*k : c") << QByteArray(R"({"a":"b","b":"c"})");
    QTest::newRow("intrinsics")
        << QByteArray("a: !Ref X\nb: !GetAtt Y.Arn\nc: !Sub 'arn:${P}:x'\nd: !Join ['', [a, b]]\ne: !GetAtt [Z, "
                      "Arn]\nf: !Sub ['${Q}', {Q: 1}]")
        << QByteArray("{\"a\":${X},\"b\":${Y.Arn},\"c\":\"arn:${P}:x\",\"d\":${Join},\"e\":${Z.Arn},\"f\":\"${Q}\"}");
    QTest::newRow("explicit key") << QByteArray("? a\n: b\n") << QByteArray(R"({"a":"b"})");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a: b\n")
                                     << QByteArray(R"({"a":"b"})");
    QTest::newRow("document marks") << QByteArray("%YAML 1.2\n---\na: b\n...\n") << QByteArray(R"({"a":"b"})");
    QTest::newRow("東") << QByteArray("東: 京\n") << QByteArray(R"({"東":"京"})");
    QTest::newRow("JSON") << QByteArray("{\n\t\"a\": [1, true, null],\n\t\"b\": {}\n}")
                          << QByteArray(R"({"a":[1,true,null],"b":{}})");
}

void YamlTreeTest::values()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = yaml(text);
    QVERIFY2(tree.errors().empty(), tree.errors().empty() ? "" : english(tree.errors().front().message).c_str());
    checkRanges(tree);
    QTEST(QByteArray::fromStdString(std::string(tree.raw(tree.root()))), "json");
}

void YamlTreeTest::places_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("plain") << QByteArray("a: b c # d\n") << QByteArray("/a") << QByteArray("a") << QByteArray("b c");
    QTest::newRow("quoted") << QByteArray("'a' :  \"b\"\n") << QByteArray("/a") << QByteArray("'a'")
                            << QByteArray("\"b\"");
    QTest::newRow("block mapping") << QByteArray("a: # x\n  b: 1\n  c: 2\n# y\nd: 3") << QByteArray("/a")
                                   << QByteArray("a") << QByteArray("b: 1\n  c: 2");
    QTest::newRow("list") << QByteArray("a:\n- 1\n- 2\nb: 3") << QByteArray("/a") << QByteArray("a")
                          << QByteArray("- 1\n- 2");
    QTest::newRow("item") << QByteArray("- b: 1\n  c: 2\n- 3") << QByteArray("/0") << QByteArray()
                          << QByteArray("b: 1\n  c: 2");
    QTest::newRow("block scalar") << QByteArray("a: |\n  b\n  c\n\nd: 1\n") << QByteArray("/a") << QByteArray("a")
                                  << QByteArray("|\n  b\n  c");
    QTest::newRow("behind an anchor") << QByteArray("a: &x b\n") << QByteArray("/a") << QByteArray("a")
                                      << QByteArray("b");
    QTest::newRow("with a tag") << QByteArray("a: !GetAtt b.c\n") << QByteArray("/a") << QByteArray("a")
                                << QByteArray("!GetAtt b.c");
    QTest::newRow("list with a tag") << QByteArray("a: !Join\n  - x\n  - [y, z]\nb: 1") << QByteArray("/a")
                                     << QByteArray("a") << QByteArray("!Join\n  - x\n  - [y, z]");
    QTest::newRow("nothing") << QByteArray("a:\nb: 1\n") << QByteArray("/a") << QByteArray("a") << QByteArray();
    QTest::newRow("東") << QByteArray("東: 京都\nb: {c: 大阪}\n") << QByteArray("/b/c") << QByteArray("c")
                        << QByteArray("大阪");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a: [b]\n")
                                     << QByteArray("/a/0") << QByteArray() << QByteArray("b");
}

void YamlTreeTest::places()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, pointer);
    const SyntaxTree tree = yaml(text);
    const auto found = tree.atPointer(pointer.toStdString());
    QVERIFY(found);
    const SyntaxNode& node = tree.node(*found);
    QTEST(text.mid(node.keyBegin, node.keyEnd - node.keyBegin), "key");
    QTEST(text.mid(node.begin, node.end - node.begin), "value");
}

void YamlTreeTest::errors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const char* text, const char* place, const char* message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(place) << QByteArray(message);
    };
    row("colon in a text", "a: b: c\n", "1:5",
        "\"key: value\" cannot stand here. Check the indentation, or put a text that holds a colon in quotes.");
    row("tab", "a:\n\tb: 1\n", "2:1", "YAML allows no tabs in the indentation. Use spaces.");
    row("open quote", "a: 'b\nc: 1\n", "1:4", "The quote that closes this text is missing.");
    row("no colon", "a: 1\nb\nc: 2\n", "2:1", "The colon behind this key is missing.");
    row("open bracket", "a: [1, 2\nb: 3\n", "2:2", "A comma or ] is expected here.");
    row("percent", "a: %b\n", "1:4", "A value cannot begin with %. Put the text in quotes.");
    row("indentation", "a:\n    b: 1\n  c: 2\n", "3:3",
        "A key with its colon is expected here. Check the indentation of this line.");
    row("no anchor", "a: *b\n", "1:4", "There is no anchor &b above this alias.");
    row("alias of itself", "a: &b [*b]\n", "1:8", "The alias *b stands inside the value that it repeats.");
    row("second document", "a: 1\n---\nb: 2\n", "2:1",
        "A second YAML document begins here. A file holds one definition; move this one to a file of its own.");
    row("list as a key", "? [a]\n: b\n", "1:3", "A key is a text; a list or an object cannot be one.");
    row("merging a text", "a: &x b\nc: {<<: *x}\n", "2:9",
        "Only an object can be merged; this alias stands for something else.");
    row("merging an object", "c: {<<: {a: 1}}\n", "1:9", "A merge key (<<) takes an alias, or a list of aliases.");
    row("control character", "a: \x01\n", "1:4",
        "Control characters are not allowed in YAML. Write an escape in double quotes.");
}

void YamlTreeTest::errors()
{
    QFETCH(QByteArray, text);
    const SyntaxTree tree = yaml(text);
    checkRanges(tree);
    QVERIFY(!tree.errors().empty());
    const LineColumn place = LineIndex(tree.text()).at(tree.text(), tree.errors().front().range.begin);
    QTEST(QByteArray::number(quint64(place.line)) + ":" + QByteArray::number(quint64(place.column)), "place");
    QTEST(QByteArray::fromStdString(english(tree.errors().front().message)), "message");
}

void YamlTreeTest::fixturesAreReadAsYamlCppReadsThem()
{
    QVERIFY(!fixtureFiles().isEmpty());
    for (const QString& file : fixtureFiles()) {
        const QByteArray text = contentOf(file);
        const SyntaxTree tree = yaml(text);
        QVERIFY2(tree.errors().empty(), qPrintable(file));
        checkRanges(tree);
        if (text.contains("<<:"))
            continue;
        QCOMPARE(std::string(tree.raw(tree.root())), jsonOf(YAML::Load(text.toStdString())));
    }
}

void YamlTreeTest::jsonWrittenAsYamlReadsBack()
{
    QStringList files;
    for (const char* folder : {"tests/data", "resources/examples"}) {
        QDirIterator found(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/") + QString::fromLatin1(folder), {"*.json"},
                           QDir::Files, QDirIterator::Subdirectories);
        while (found.hasNext())
            files.append(found.next());
    }
    int compared = 0;
    for (const QString& file : std::as_const(files)) {
        const auto value = data::parse(contentOf(file).toStdString());
        if (!value)
            continue; // broken on purpose, or with comments
        const std::string written = yamlDocument(SyntaxTree::parse(contentOf(file).toStdString()));
        const SyntaxTree tree = SyntaxTree::parse(written, TextSyntax::Yaml);
        QVERIFY2(tree.errors().empty(), qPrintable(file));
        checkRanges(tree);
        const auto back = data::fromSyntax(tree, tree.root());
        QVERIFY2(back && *back == *value, (file.toStdString() + "\n" + written).c_str());
        ++compared;
    }
    QVERIFY(compared > 100);
}

void YamlTreeTest::aFaultLosesOnlyItsLine()
{
    const SyntaxTree tree = yaml(
        "States:\n  A:\n    Type: Pass\n    Next\n  B:\n    Type: Succeed\n    Comment: a: b\n  C:\n    Type: Fail\n");
    QCOMPARE(tree.errors().size(), std::size_t(2));
    QVERIFY(tree.atPointer("/States/A/Type"));
    QVERIFY(tree.atPointer("/States/B/Type"));
    QVERIFY(tree.atPointer("/States/C/Type"));
    QVERIFY(!tree.node(*tree.atPointer("/States/C")).damaged);
    QVERIFY(tree.node(*tree.atPointer("/States/A")).damaged);
    QVERIFY(tree.node(*tree.atPointer("/States/B")).damaged);
}

void YamlTreeTest::rangesNestAfterAnyPatch()
{
    QRandomGenerator random(7);
    const std::string_view insertions[] = {"",       "\"", "{",   "}",  "[",  "]",     ",",  ":",   "\n",
                                           "# ",     "x",  "${",  "\\", "- ", "  ",    "\t", "&a ", "*a",
                                           "<<: *a", "|",  "!x ", "? ", "'",  "---\n", "東"};
    for (const QString& file : fixtureFiles()) {
        const std::string text = contentOf(file).toStdString();
        for (int round = 0; round < 300; ++round) {
            std::string damaged = text;
            for (std::uint32_t count = random.bounded(4U) + 1; count > 0; --count) {
                const std::size_t begin = random.bounded(static_cast<std::uint32_t>(damaged.size() + 1));
                damaged.replace(begin, random.bounded(6U), insertions[random.bounded(25U)]);
            }
            const SyntaxTree tree = SyntaxTree::parse(damaged, TextSyntax::Yaml);
            checkRanges(tree);
            if (QTest::currentTestFailed()) {
                qWarning("%s", damaged.c_str());
                return;
            }
        }
    }
}

void YamlTreeTest::aliasesAreBounded()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray before = "*a" + QByteArray::number(i - 1);
        text += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [" + (before + ", ").repeated(9) +
                before + "]\n";
    }
    const SyntaxTree tree = yaml(text);
    QVERIFY(tree.size() < 200'000);
    QCOMPARE(english(tree.errors().front().message),
             std::string("The aliases of this text repeat more than 100000 values. Write fewer of them."));
}

void YamlTreeTest::nestingIsBounded()
{
    for (const QByteArray& text :
         {QByteArray(100'000, '['), QByteArray("{a: ").repeated(50'000), QByteArray("- ").repeated(20'000)}) {
        const SyntaxTree tree = yaml(text);
        QVERIFY(!tree.errors().empty());
        QVERIFY(tree.size() <= SyntaxTree::maxDepth + 2);
        checkRanges(tree);
    }
}

void YamlTreeTest::tokens()
{
    const SyntaxTree tree = yaml("a: ${One}\nb: \"x ${Two} ${Three}\"\nc: !Ref Four\nd: !Sub '${Five}'\n");
    QByteArray found;
    for (const Token& token : asl::tokens(tree))
        found +=
            QByteArray::fromStdString(token.name + "=" + tree.text().substr(token.range.begin, token.range.size()) +
                                      (token.bare ? " bare;" : ";"));
    QCOMPARE(found, QByteArray("One=${One} bare;Two=${Two};Three=${Three};Four=!Ref Four bare;Five=${Five};"));
}

void YamlTreeTest::whereAnAliasStands()
{
    const SyntaxTree tree = yaml("a: &x {b: {c: 1}}\nd: *x\n");
    const NodeId alias = *tree.atPointer("/d");
    QCOMPARE(tree.nodeAt(tree.node(alias).begin + 1U), alias);
    QVERIFY(tree.fixed(*tree.atPointer("/d/b/c")) == Fixed::Alias);
    QVERIFY(tree.fixed(*tree.atPointer("/a/b/c")) == Fixed::No);
}

QTEST_APPLESS_MAIN(YamlTreeTest)
#include "yaml_tree_test.moc"

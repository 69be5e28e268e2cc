#include "core/text/text_style.h"

#include <QtTest>

using namespace asl;

class TextStyleTest : public QObject
{
    Q_OBJECT

private slots:
    /// A new object of two members, laid out as the container at `pointer` keeps its own.
    void habits_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QByteArray>("formatted");
        QTest::newRow("two spaces") << QByteArray("{\n  \"A\": {\n    \"x\": 1\n  }\n}") << QByteArray("/A") << QByteArray("{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"c\": \"d\"\n}");
        QTest::newRow("tabs, CR LF") << QByteArray("{\r\n\t\"A\" : 1\r\n}") << QByteArray("") << QByteArray("{\r\n\t\"b\" : [\r\n\t\t1,\r\n\t\t{}\r\n\t],\r\n\t\"c\" : \"d\"\r\n}");
        QTest::newRow("compact") << QByteArray(R"({"A":{"x":1,"y":2}})") << QByteArray("/A") << QByteArray(R"({"b":[1,{}],"c":"d"})");
        QTest::newRow("one line") << QByteArray("{\n    \"A\": { \"x\": 1, \"y\": 2 }\n}") << QByteArray("/A") << QByteArray(R"({ "b": [1, {}], "c": "d" })");
        QTest::newRow("empty, siblings on one line") << QByteArray("{\n \"A\": {},\n \"B\": {\"x\": 1}\n}") << QByteArray("/A") << QByteArray(R"({"b": [1, {}], "c": "d"})");
        QTest::newRow("empty, no example") << QByteArray("{}") << QByteArray("") << QByteArray("{\n  \"b\": [\n    1,\n    {}\n  ],\n  \"c\": \"d\"\n}");
        QTest::newRow("comment behind the brace") << QByteArray("{ // why\n   \"A\": 1\n}") << QByteArray("") << QByteArray("{\n   \"b\": [\n      1,\n      {}\n   ],\n   \"c\": \"d\"\n}");
    }
    void habits()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, pointer);
        const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
        const TextStyle style = styleAt(tree, *tree.atPointer(pointer.toStdString()));
        QTEST(QByteArray::fromStdString(asl::formatted(R"({"b":[1,{}],"c":"d"})", style, "")), "formatted");
    }

    void outerIndentGoesBeforeEveryLineButTheFirst()
    {
        QCOMPARE(asl::formatted("[1.0]", TextStyle(), "\t"), std::string("[\n\t  1.0\n\t]"));
        QCOMPARE(asl::formatted("\"\\u0041\"", TextStyle(), "\t"), std::string("\"\\u0041\""));
    }

    void lineIndentIsTheWhiteSpaceOfTheLine()
    {
        const std::string text = "{\n \t \"a\": 1\n}";
        QCOMPARE(lineIndent(text, 8), std::string_view(" \t "));
        QCOMPARE(lineIndent(text, 0), std::string_view());
    }
};

QTEST_APPLESS_MAIN(TextStyleTest)
#include "text_style_test.moc"

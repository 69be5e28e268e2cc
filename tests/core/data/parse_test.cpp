// Reading JSON: what is accepted and refused, tokens, and agreement with a second reader on every fixture.

#include "core/data/json.h"

#include <nlohmann/json.hpp>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace asl;

namespace {

Data converted(const nlohmann::ordered_json& value)
{
    if (value.is_object()) {
        ObjectBuilder object;
        for (const auto& [key, member] : value.items())
            object.set(key, converted(member));
        return std::move(object).build();
    }
    if (value.is_array()) {
        ArrayBuilder array;
        for (const auto& item : value)
            array.add(converted(item));
        return std::move(array).build();
    }
    if (value.is_string())
        return Data::string(value.get_ref<const std::string&>());
    if (value.is_number_integer() && (!value.is_number_unsigned() || value.get<std::uint64_t>() <= std::uint64_t(INT64_MAX)))
        return Data::integer(value.get<std::int64_t>());
    if (value.is_number())
        return Data::real(value.get<double>());
    return value.is_null() ? Data::null() : Data::boolean(value.get<bool>());
}

} // namespace

class ParseTest : public QObject
{
    Q_OBJECT

private slots:
    void accepted_data();
    void accepted();
    void refused_data();
    void refused();
    void tokens_data();
    void tokens();
    void agreesWithASecondReader_data();
    void agreesWithASecondReader();
};

void ParseTest::accepted_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << QByteArray(text) << QByteArray(expected); };
    row(" [ 1 , -2.5 , \"a\" , null , true ] ", "[1,-2.5,\"a\",null,true]");
    row("{\"b\":1,\"a\":{\"c\":[]}}", "{\"b\":1,\"a\":{\"c\":[]}}");
    row("{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":3,\"b\":2}");
    row("9223372036854775807", "9223372036854775807");
    row("9223372036854775808", "9223372036854776000");
    row("-0", "-0");
    row("1.0", "1");
    row("1e2", "100");
    row("1e-400", "0");
    row("0.0000000000000000000000000000001e-400", "0");
    row("\"\\ud83d\\ude00\"", "\"😀\"");
    row("\"\\ud800\"", "\"\\ud800\"");
    row("\"\\u0000\"", "\"\\u0000\"");
}

void ParseTest::accepted()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const auto value = data::parse(text.toStdString());
    QVERIFY(value);
    QCOMPARE(QByteArray::fromStdString(data::toJson(*value)), expected);
    QVERIFY(*data::parse(data::toJson(*value)) == *value);
}

void ParseTest::refused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"", " ", "{", "[1,]", "{\"a\":1,}", "[1 2]", "// a\n1", "/* a */1", "${Token}", "'a'", "01", "1.", ".5", "+1", "NaN",
                             "1e400", "-1e400", "\"\\x\"", "\"\n\"", "tru", "1 2", "{\"a\"}", "\xFF"})
        QTest::newRow(text) << QByteArray(text);
    QTest::newRow("deep") << QByteArray(100000, '[') + QByteArray(100000, ']');
}

void ParseTest::refused()
{
    QFETCH(QByteArray, text);
    const auto value = data::parse(std::string_view(text.constData(), std::size_t(text.size())));
    QVERIFY(!value);
    QVERIFY(value.error().range.has_value());
    QVERIFY(!english(value.error().message).empty());
}

void ParseTest::tokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("bare") << QByteArray("[${Number}, ${Object}]") << QByteArray("[5,{\"a\":1}]");
    QTest::newRow("inside text") << QByteArray("\"arn:${Name}:${Number}\"") << QByteArray("\"arn:x:5\"");
    QTest::newRow("literal") << QByteArray("\"${!Name}\"") << QByteArray("\"${!Name}\"");
    QTest::newRow("comments and commas") << QByteArray("[1, // one\n 2,]") << QByteArray("[1,2]");
    QTest::newRow("without a value") << QByteArray("{\"a\": ${Missing}}") << QByteArray("The token ${Missing} has no value. Give it one in the table of tokens, or by --values.");
}

void ParseTest::tokens()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const data::TokenValues values{{"Number", Data::integer(5)}, {"Name", Data::string("x")},
                                   {"Object", Data::object({{Data::string("a"), Data::integer(1)}})}};
    const SyntaxTree tree = SyntaxTree::parse(text.toStdString());
    const auto value = data::fromSyntax(tree, tree.root(), &values);
    QCOMPARE(QByteArray::fromStdString(value ? data::toJson(*value) : english(value.error().message)), expected);
}

void ParseTest::agreesWithASecondReader_data()
{
    QTest::addColumn<QString>("path");
    QDirIterator files(QStringLiteral(STEPWRIGHT_SOURCE_DIR "/resources"), {QStringLiteral("*.json")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        QTest::newRow(qPrintable(QFileInfo(path).fileName() + QLatin1Char(' ') + QString::number(qHash(path) % 10000))) << path;
    }
}

void ParseTest::agreesWithASecondReader()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const std::string text = file.readAll().toStdString();
    const auto second = nlohmann::ordered_json::parse(text, nullptr, false);
    const auto value = data::parse(text);
    if (second.is_discarded())
        return;
    QVERIFY(value);
    QVERIFY(*value == converted(second));
    QCOMPARE(jsonSize(*value), data::toJson(*value).size());
    QVERIFY(*data::parse(data::toJson(*value, data::Layout::Indented)) == *value);
    QCOMPARE(hash(*value), hash(converted(second)));
}

QTEST_APPLESS_MAIN(ParseTest)
#include "parse_test.moc"

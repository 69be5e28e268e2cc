// Values in flight: building, comparing, finding, printing, sizes; nothing recurses however deep a value is.

#include "core/data/json.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace asl;

namespace {

Data nested(std::size_t levels)
{
    Data value = Data::integer(1);
    for (std::size_t i = 0; i < levels; ++i)
        value = i % 2 == 0 ? Data::array({value}) : Data::object({{Data::string("member"), value}});
    return value;
}

Data wide(int members)
{
    ObjectBuilder builder;
    for (int i = 0; i < members; ++i)
        builder.set("key number " + std::to_string(i), Data::integer(i));
    return std::move(builder).build();
}

QByteArray text(const Data& data) { return QByteArray::fromStdString(data::toJson(data)); }

} // namespace

class DataTest : public QObject
{
    Q_OBJECT

private slots:
    void stringsOfEveryLength();
    void numbers_data();
    void numbers();
    void numberTextIsJavaScripts_data();
    void numberTextIsJavaScripts();
    void stringsArePrintedAsValidUtf8_data();
    void stringsArePrintedAsValidUtf8();
    void objectsFindEveryKey_data();
    void objectsFindEveryKey();
    void builderKeepsTheFirstPlace();
    void equalityIgnoresTheOrderOfMembers();
    void equalityComparesNumbersByValue();
    void layouts();
    void deepNestingIsHarmless();
    void copiesShareTheirParts();
    void withMember_data();
    void withMember();
    void wideObjectsAreLikeOthers();
    void changedObjectsAreReadFromSeveralThreads();
    void withMemberFails_data();
    void withMemberFails();
    void marksTravelWithTheValue();
};

void DataTest::stringsOfEveryLength()
{
    for (std::size_t length = 0; length < 40; ++length) {
        const std::string content(length, 'x');
        const Data data = Data::string(content);
        QCOMPARE(data.text(), std::string_view(content));
        QCOMPARE(data.kind(), length <= 14 ? Data::Kind::ShortString : Data::Kind::String);
        QVERIFY(data == Data::string(content));
        QVERIFY(!(data == Data::string(content + "x")));
        QCOMPARE(jsonSize(data), length + 2);
        QVERIFY(data.isAscii());
    }
    QVERIFY(!Data::string("é").isAscii());
    QVERIFY(!Data::string("a longer text with é").isAscii());
}

void DataTest::numbers_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<bool>("whole");
    QTest::newRow("one") << 1.0 << true;
    QTest::newRow("minus zero") << -0.0 << false;
    QTest::newRow("half") << 0.5 << false;
    QTest::newRow("2^53") << 9007199254740992.0 << true;
    QTest::newRow("2^63") << 9223372036854775808.0 << false;
    QTest::newRow("-2^63") << -9223372036854775808.0 << true;
    QTest::newRow("huge") << 1e300 << false;
}

void DataTest::numbers()
{
    QFETCH(double, value);
    QFETCH(bool, whole);
    const Data number = Data::number(value);
    QCOMPARE(number.kind() == Data::Kind::Integer, whole);
    QCOMPARE(number.asDouble(), value);
}

void DataTest::numberTextIsJavaScripts_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("0") << 0.0 << QByteArray("0");
    QTest::newRow("-0") << -0.0 << QByteArray("0");
    QTest::newRow("1") << 1.0 << QByteArray("1");
    QTest::newRow("0.1") << 0.1 << QByteArray("0.1");
    QTest::newRow("-1.5") << -1.5 << QByteArray("-1.5");
    QTest::newRow("123.456") << 123.456 << QByteArray("123.456");
    QTest::newRow("1e20") << 1e20 << QByteArray("100000000000000000000");
    QTest::newRow("1e21") << 1e21 << QByteArray("1e+21");
    QTest::newRow("1.5e21") << 1.5e21 << QByteArray("1.5e+21");
    QTest::newRow("1e-6") << 1e-6 << QByteArray("0.000001");
    QTest::newRow("1.25e-6") << 1.25e-6 << QByteArray("0.00000125");
    QTest::newRow("1e-7") << 1e-7 << QByteArray("1e-7");
    QTest::newRow("1.25e-7") << 1.25e-7 << QByteArray("1.25e-7");
    QTest::newRow("largest") << 1.7976931348623157e308 << QByteArray("1.7976931348623157e+308");
    QTest::newRow("smallest") << 5e-324 << QByteArray("5e-324");
}

void DataTest::numberTextIsJavaScripts()
{
    QFETCH(double, value);
    QFETCH(QByteArray, expected);
    QCOMPARE(QByteArray::fromStdString(data::numberText(value)), expected);
}

void DataTest::stringsArePrintedAsValidUtf8_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("plain") << QByteArray("plain") << QByteArray("\"plain\"");
    QTest::newRow("escapes") << QByteArray("a\"b\\c\n\t\r\b\f\x01") << QByteArray("\"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\"");
    QTest::newRow("Japanese") << QByteArray("注文を受ける") << QByteArray("\"注文を受ける\"");
    QTest::newRow("emoji") << QByteArray("😀") << QByteArray("\"😀\"");
    QTest::newRow("lone surrogate") << QByteArray("a\xED\xA0\x80z") << QByteArray("\"a\\ud800z\"");
    QTest::newRow("broken byte") << QByteArray("a\xFFz") << QByteArray("\"a\uFFFDz\"");
    QTest::newRow("delete") << QByteArray("\x7F") << QByteArray("\"\x7F\"");
    // Eight bytes are looked at together.
    for (int at = 0; at < 10; ++at) {
        const QByteArray before(at, 'x');
        const QByteArray after(10, 'y');
        const auto row = [&](const char* name, const QByteArray& special, const QByteArray& written) {
            QTest::addRow("%s behind %d letters", name, at) << before + special + after << '"' + before + written + after + '"';
        };
        row("a quote", "\"", "\\\"");
        row("a backslash", "\\", "\\\\");
        row("the last control", "\x1F", "\\u001f");
        row("the first that is none", " ", " ");
        row("delete", "\x7F", "\x7F");
        row("two bytes", "é", "é");
        row("half of two bytes", "\xC3", "\uFFFD");
        row("an overlong form", "\xC0\xAF", "\uFFFD\uFFFD");
        row("the highest code point", "\xF4\x8F\xBF\xBF", "\xF4\x8F\xBF\xBF");
    }
}

void DataTest::stringsArePrintedAsValidUtf8()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, expected);
    const Data data = Data::string(content.toStdString());
    QCOMPARE(text(data), expected);
    QCOMPARE(jsonSize(data), std::size_t(expected.size()));
}

void DataTest::objectsFindEveryKey_data()
{
    QTest::addColumn<int>("members");
    for (const int members : {0, 1, 15, 16, 17, 18, 100, 5000})
        QTest::addRow("%d", members) << members;
}

void DataTest::objectsFindEveryKey()
{
    QFETCH(int, members);
    const Data object = wide(members);
    QCOMPARE(object.size(), std::size_t(members));
    for (int i = 0; i < members; ++i) {
        const Data* found = object.find("key number " + std::to_string(i));
        QVERIFY(found);
        QCOMPARE(found->asInteger(), std::int64_t(i));
        QCOMPARE(object.members()[std::size_t(i)].value.asInteger(), std::int64_t(i));
    }
    QVERIFY(!object.find("key number"));
    QVERIFY(!object.find("absent"));
    QVERIFY(!object.find("absent, and longer than fourteen bytes"));
}

void DataTest::builderKeepsTheFirstPlace()
{
    ObjectBuilder builder;
    for (int round = 0; round < 2; ++round)
        for (int i = 0; i < 40; ++i)
            builder.set("k" + std::to_string(i), Data::integer(round));
    builder.remove("k3");
    builder.remove("absent");
    builder.set("k5", Data::null());
    const Data object = std::move(builder).build();
    QCOMPARE(object.size(), std::size_t(39));
    QCOMPARE(object.members()[3].key.text(), std::string_view("k4"));
    QCOMPARE(object.find("k4")->asInteger(), std::int64_t(1));
    QVERIFY(object.find("k5")->isNull());
}

void DataTest::equalityIgnoresTheOrderOfMembers()
{
    const Data a = Data::object({{Data::string("a"), Data::integer(1)}, {Data::string("b"), Data::array({Data::null()})}});
    const Data b = Data::object({{Data::string("b"), Data::array({Data::null()})}, {Data::string("a"), Data::real(1)}});
    QVERIFY(a == b);
    QVERIFY(!(a == Data::object({{Data::string("a"), Data::integer(1)}})));
    QVERIFY(!(a == Data::object({{Data::string("a"), Data::integer(1)}, {Data::string("c"), Data::array({Data::null()})}})));
    QVERIFY(!(Data::array({}) == Data::emptyObject()));
}

void DataTest::equalityComparesNumbersByValue()
{
    QVERIFY(Data::integer(1) == Data::real(1.0));
    QVERIFY(Data::integer(0) == Data::real(-0.0));
    QVERIFY(!(Data::integer(9007199254740993) == Data::real(9007199254740992.0)));
    QVERIFY(!(Data::integer(1) == Data::boolean(true)));
    QVERIFY(!(Data::null() == Data()));
}

void DataTest::layouts()
{
    const Data value = Data::object({{Data::string("a"), Data::array({Data::integer(1), Data::array({})})},
                                     {Data::string("b"), Data::emptyObject()}});
    QCOMPARE(data::toJson(value), std::string(R"({"a":[1,[]],"b":{}})"));
    QCOMPARE(data::toJson(value, data::Layout::Spaced), std::string(R"({"a": [1, []], "b": {}})"));
    QCOMPARE(data::toJson(value, data::Layout::Indented), std::string("{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {}\n}"));
    QCOMPARE(jsonSize(value), std::string(R"({"a":[1,[]],"b":{}})").size());
}

void DataTest::deepNestingIsHarmless()
{
    const Data a = nested(200000);
    const Data b = nested(200000);
    QCOMPARE(a.depth(), std::size_t(200000));
    QVERIFY(a == b);
    QCOMPARE(jsonSize(a), data::toJson(a).size());
}

void DataTest::copiesShareTheirParts()
{
    const Data part = wide(100);
    const Data whole = Data::object({{Data::string("part"), part}});
    QVERIFY(whole.find("part")->sharesBlockWith(part));
    const auto changed = data::withMember(whole, {{"other", -1}}, Data::integer(1));
    QVERIFY(changed && changed->find("part")->sharesBlockWith(part));
    QVERIFY(!whole.find("other"));
}

void DataTest::withMember_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("whole") << QByteArray("") << QByteArray("7");
    QTest::newRow("replaced in place") << QByteArray("a") << QByteArray(R"({"a":7,"b":{"c":[1,2]}})");
    QTest::newRow("added") << QByteArray("z") << QByteArray(R"({"a":1,"b":{"c":[1,2]},"z":7})");
    QTest::newRow("inside") << QByteArray("b/d") << QByteArray(R"({"a":1,"b":{"c":[1,2],"d":7}})");
    QTest::newRow("objects are made") << QByteArray("x/y/z") << QByteArray(R"({"a":1,"b":{"c":[1,2]},"x":{"y":{"z":7}}})");
    QTest::newRow("item") << QByteArray("b/c/1") << QByteArray(R"({"a":1,"b":{"c":[1,7]}})");
}

namespace {

data::DataPath pathOf(const QByteArray& slashed)
{
    data::DataPath path;
    for (const QByteArray& word : slashed.split('/')) {
        bool isIndex = false;
        const int index = word.toInt(&isIndex);
        if (isIndex)
            path.push_back({{}, index});
        else if (!word.isEmpty())
            path.push_back({word.toStdString(), -1});
    }
    return path;
}

Data sample()
{
    return Data::object({{Data::string("a"), Data::integer(1)},
                         {Data::string("b"), Data::object({{Data::string("c"), Data::array({Data::integer(1), Data::integer(2)})}})}});
}

} // namespace

void DataTest::withMember()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, expected);
    const auto changed = data::withMember(sample(), pathOf(path), Data::integer(7));
    QVERIFY(changed);
    QCOMPARE(text(*changed), expected);
    // Putting it there again changes nothing.
    QVERIFY(*data::withMember(*changed, pathOf(path), Data::integer(7)) == *changed);
}

/// A wide object that is changed again and again is what building it anew would give.
void DataTest::wideObjectsAreLikeOthers()
{
    ObjectBuilder builder;
    for (int i = 0; i < 100; ++i)
        builder.set("a member of the name " + std::to_string(i), Data::integer(i));
    Data changed = std::move(builder).build();
    Data built = changed;
    std::vector<Data> kept;
    std::uint32_t random = 1;
    for (int i = 0; i < 300; ++i) {
        random = random * 1664525U + 1013904223U;
        const std::uint32_t number = (random >> 8) % (i % 3 == 0 ? 300U : 10U); // some new, a few again and again
        const std::string key = "a member of the name " + std::to_string(number);
        const Data value = i % 7 == 0 ? changed : Data::string(std::string(static_cast<std::size_t>(i % 40), 'x'));
        const Data shallow = value.depth() > 3 ? Data::null() : value;
        changed = *data::withMember(changed, {{key, -1}}, shallow);
        ObjectBuilder next(built);
        built = std::move(next.set(key, shallow)).build();
        QCOMPARE(jsonSize(changed), data::toJson(built).size());
        QCOMPARE(changed.size(), built.size());
        QVERIFY(changed.find(key) && *changed.find(key) == shallow);
        QVERIFY(!changed.find("no such member"));
        if (i % 10 == 0) {
            QCOMPARE(data::toJson(changed), data::toJson(built));
            QVERIFY(changed == built);
            QCOMPARE(hash(changed), hash(built));
            QCOMPARE(changed.members().size(), built.size());
            QCOMPARE(changed.members().front().key, built.members().front().key);
        }
        if (i % 25 == 0)
            kept.push_back(changed); // old ones live on while newer ones are made of them
    }
    for (const Data& old : kept)
        QCOMPARE(data::toJson(old).size(), jsonSize(old));
}

void DataTest::changedObjectsAreReadFromSeveralThreads()
{
    ObjectBuilder builder;
    for (int i = 0; i < 100; ++i)
        builder.set("key " + std::to_string(i), Data::integer(i));
    const Data changed = *data::withMember(std::move(builder).build(), {{"key 7", -1}}, Data::string("changed"));
    std::vector<std::thread> threads;
    std::atomic<int> right = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&changed, &right] {
            const Data mine = changed;
            right += mine.members()[7].value.text() == "changed" && jsonSize(mine) == data::toJson(mine).size();
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(right.load(), 4);
}

void DataTest::withMemberFails_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("scalar in the way") << QByteArray("a/x");
    QTest::newRow("index of an object") << QByteArray("b/0");
    QTest::newRow("index outside") << QByteArray("b/c/2");
    QTest::newRow("member of an array") << QByteArray("b/c/x");
}

void DataTest::withMemberFails()
{
    QFETCH(QByteArray, path);
    QVERIFY(!data::withMember(sample(), pathOf(path), Data::integer(7)));
}

void DataTest::marksTravelWithTheValue()
{
    const Data array = Data::array({Data::integer(1)});
    const Data marked = array.withMarks(5);
    QCOMPARE(marked.marks(), std::uint8_t(5));
    QCOMPARE(array.marks(), std::uint8_t(0));
    QVERIFY(marked == array && marked.sharesBlockWith(array));
    QCOMPARE(Data::string("short").withMarks(5).text(), std::string_view("short"));
}

QTEST_APPLESS_MAIN(DataTest)
#include "data_test.moc"

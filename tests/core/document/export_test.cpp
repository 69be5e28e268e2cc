// Export: strict JSON with everything else left as it was, tokens filled in or kept.

#include "core/document/export.h"

#include <QTest>

class ExportTest : public QObject
{
    Q_OBJECT

private slots:
    void strictJson_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("values"); ///< null: tokens are kept
        QTest::addColumn<QByteArray>("after");  ///< begins with "error:" for an error's text
        const auto row = [](const char* name, const char* before, const char* values, const char* after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(values) << QByteArray(after);
        };
        row("as it was", "{ \"a\" : 1e2,\r\n\t\"b\": [ ] }\r\n", nullptr, "{ \"a\" : 1e2,\r\n\t\"b\": [ ] }\r\n");
        row("comment at the end of a line", "{\"a\": 1, // one\n \"b\": 2}", nullptr, "{\"a\": 1,\n \"b\": 2}");
        row("comment on its own line", "{\n  // one\n  \"a\": 1\n}", nullptr, "{\n  \"a\": 1\n}");
        row("comment inside a line", "{\"a\": /* one */ 1}", nullptr, "{\"a\":  1}");
        row("two comments", "{/*a*/ /*b*/\n\"a\": 1}", nullptr, "{\n\"a\": 1}");
        row("trailing commas", "{\"a\": [1, 2,],}", nullptr, "{\"a\": [1, 2]}");
        row("byte order mark", "\xEF\xBB\xBF{}", nullptr, "{}");
        row("token in a text stays", R"({"a": "x${B}"})", nullptr, R"({"a": "x${B}"})");
        row("token in a text", R"({"a": "x${B}y"})", "{\"B\": \"\\\"q\\\"\"}", "{\"a\": \"x\\\"q\\\"y\"}");
        row("number in a text", R"({"a": "x${B}"})", R"({"B": 7})", R"({"a": "x7"})");
        row("bare token", R"({"a": ${B}, "b": ${C}})", R"({"B": 7, "C": {"x": [1]}})", R"({"a": 7, "b": {"x":[1]}})");
        row("bare token without a value", R"({"a": ${B}})", nullptr, "error:The token ${B} has no value. Give it one in the table of tokens, or by --values.");
        row("token without a value", R"({"a": "${B}"})", "{}", "error:The token ${B} has no value. Give it one in the table of tokens, or by --values.");
    }
    void strictJson()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, values);
        QFETCH(QByteArray, after);
        const asl::Snapshot snapshot(1, std::make_shared<const std::string>(before.toStdString()));
        asl::data::TokenValues table;
        if (!values.isNull()) {
            const auto object = asl::data::parse(values.toStdString());
            QVERIFY(object);
            for (const asl::Member& member : object->members())
                table.emplace(std::string(member.key.text()), member.value);
        }
        const auto json = asl::strictJson(snapshot, values.isNull() ? nullptr : &table);
        const std::string result = json ? *json : "error:" + asl::english(json.error().message);
        QCOMPARE(QByteArray::fromStdString(result), after);
        if (json && !before.contains("${"))
            QVERIFY(asl::data::parse(*json));
    }
    void brokenTextIsAnErrorWithItsPlace()
    {
        const asl::Snapshot snapshot(1, std::make_shared<const std::string>("{\"a\": }"));
        const auto json = asl::strictJson(snapshot);
        QVERIFY(!json);
        QVERIFY(json.error().range.has_value());
    }
};

QTEST_APPLESS_MAIN(ExportTest)
#include "export_test.moc"

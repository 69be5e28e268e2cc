// Numbers, integers and points in time by picture; regular expressions with JavaScript's rules.

#include "core/query/jsonata/date_time.h"
#include "core/query/jsonata/integer_format.h"
#include "core/query/jsonata/number_format.h"
#include "core/query/regex.h"

#include <QTest>

#include <limits>

using namespace asl::query;
using namespace asl::query::jsonata;

class JsonataFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void number_data();
    void number();
    void integer_data();
    void integer();
    void integerIsReadBack_data();
    void integerIsReadBack();
    void dateTimeIsWritten_data();
    void dateTimeIsWritten();
    void dateTimeIsRead_data();
    void dateTimeIsRead();
    void isoWeeks_data();
    void isoWeeks();
    void regex_data();
    void regex();
    void hostileRegexEnds();
};

namespace {

QString answer(const Outcome<std::string>& outcome)
{
    return QString::fromStdString(outcome ? *outcome : '!' + outcome.error().code);
}

std::string utf8(const QString& text) { return text.toStdString(); }

} // namespace

void JsonataFormatsTest::number_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char* picture, const char* expected) {
        QTest::addRow("%g as %s", value, picture) << value << QString::fromUtf8(picture) << QString::fromUtf8(expected);
    };
    row(9876543.21, "#,##0.0", "9,876,543.2");
    row(7, "000", "007");
    row(-7, "0;(0)", "(7)");
    row(-7, "0", "-7");
    row(0.256, "0.0%", "25.6%");
    row(0.0256, "0‰", "26‰");
    row(0.5, "0", "0");
    row(1.5, "0", "2");
    row(2.675, "0.00", "2.68");
    row(0, "#.#", ".0");
    row(98765, "0.00e0", "9.88e4");
    row(0.00098765, "0.00e00", "9.88e-04");
    row(1e20, "#,####", "1,0000,0000,0000,0000,0000");
    row(12, "<0>", "<12>");
    row(1, "0;0;0", "!D3080");
    row(1, "0.0.0", "!D3081");
    row(1, "0,.0", "!D3087");
    row(1, "#0,", "!D3088");
    row(1, "0,,0", "!D3089");
    row(1, "0#", "!D3090");
    row(1, "0.#0", "!D3091");
    row(1, "0e", "!D3093");
    row(1, "0e0,0", "!D3093");
    row(1, "", "!D3085");
    row(1, "none", "!D3093");
    row(1, "abc", "!D3086");
    row(1234.5678, "##,##,##0", "12,35,");
    row(2.5, "#,##0.###,###", "2.5,");
    row(1234567.891, "#,##0.00", "1,234,567.89");
    row(-1234.5, "#,##0.00;(#,##0.00)", "(1,234.50)");
    row(0.125, "0.00", "0.12");
    row(0.375, "0.00", "0.38");
    row(1e9 + 0.5, "0", "1000000000");
    row(std::numeric_limits<double>::infinity(), "0", "Infinity");
}

void JsonataFormatsTest::number()
{
    QFETCH(double, value);
    QFETCH(QString, picture);
    QFETCH(QString, expected);
    QCOMPARE(answer(formatNumber(value, utf8(picture), {})), expected);
}

void JsonataFormatsTest::integer_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("expected");
    const auto row = [](double value, const char* picture, const char* expected) {
        QTest::addRow("%g as %s", value, picture) << value << QString::fromUtf8(picture) << QString::fromUtf8(expected);
    };
    row(2026, "I", "MMXXVI");
    row(2026, "i", "mmxxvi");
    row(28, "a", "ab");
    row(-28, "A", "-AB");
    row(342, "w", "three hundred and forty-two");
    row(342, "Ww", "Three Hundred and Forty-Two");
    row(1000001, "w;o", "one million and first");
    row(70, "w;o", "seventieth");
    row(5432109, "#,##0", "5,432,109");
    row(5432109, "0٠", "!D3131");
    row(45, "٠٠٠", "٠٤٥");
    row(11, "0;o", "11th");
    row(102, "0;o", "102nd");
    row(3.9, "0", "3");
    row(5, "q", "!D3130");
}

void JsonataFormatsTest::integer()
{
    QFETCH(double, value);
    QFETCH(QString, picture);
    QFETCH(QString, expected);
    const auto read = integerPicture(utf8(picture));
    QCOMPARE(read ? answer(formatInteger(value, *read)) : QString::fromStdString('!' + read.error().code), expected);
}

void JsonataFormatsTest::integerIsReadBack_data()
{
    QTest::addColumn<QString>("picture");
    for (const char* picture : {"0", "0000", "#,##0", "I", "i", "A", "a", "w", "W", "Ww", "w;o", "0;o", "٠"})
        QTest::newRow(picture) << QString::fromUtf8(picture);
}

void JsonataFormatsTest::integerIsReadBack()
{
    QFETCH(QString, picture);
    const auto read = integerPicture(utf8(picture));
    QVERIFY(read);
    for (const double value : {1.0, 9.0, 12.0, 20.0, 21.0, 99.0, 100.0, 101.0, 444.0, 999.0, 1999.0, 3210.0}) {
        const auto text = formatInteger(value, *read);
        QVERIFY(text);
        const auto back = parseInteger(*text, *read);
        QVERIFY(back);
        QCOMPARE(*back, value);
    }
}

void JsonataFormatsTest::dateTimeIsWritten_data()
{
    QTest::addColumn<double>("milliseconds");
    QTest::addColumn<QString>("picture");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("expected");
    const double moment = 1'795'301'022'394; // Saturday, 21 November 2026, 22:43:42.394 UTC
    const auto row = [&](const char* picture, const char* zone, const char* expected) {
        QTest::addRow("%s %s", picture, zone) << moment << QString::fromUtf8(picture) << QString::fromUtf8(zone) << QString::fromUtf8(expected);
    };
    row("[Y0001]-[M01]-[D01]T[H01]:[m]:[s].[f001][Z01:01t]", "", "2026-11-21T22:43:42.394Z");
    row("[Y0001]-[M01]-[D01]T[H01]:[m][Z01:01t]", "+0900", "2026-11-22T07:43+09:00");
    row("[FNn], [D1o] [MNn] [Y]", "", "Saturday, 21st November 2026");
    row("[FNn,3-3] [MN,3-3] [Y,2-2]", "", "Sat NOV 26");
    row("[h]:[m] [P] / [h01] [PN]", "", "10:43 pm / 10 PM");
    row("[d] [W] [w] [F1]", "", "325 47 3 6");
    row("[[[Yw]]]", "", "[two thousand and twenty-six]");
    row("[z] [Z0] [Z0000]", "+0530", "GMT+05:30 +5:30 +0530");
    row("[Q]", "", "!D3132");
    row("[YN]", "", "!D3133");
    row("[Z00000]", "", "!D3134");
    row("[Y", "", "!D3135");
}

void JsonataFormatsTest::dateTimeIsWritten()
{
    QFETCH(double, milliseconds);
    QFETCH(QString, picture);
    QFETCH(QString, zone);
    QFETCH(QString, expected);
    QCOMPARE(answer(formatDateTime(milliseconds, utf8(picture), utf8(zone))), expected);
}

void JsonataFormatsTest::dateTimeIsRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("picture"); // empty: ISO 8601
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* text, const char* picture, const char* expected) {
        QTest::addRow("%s %s", text, picture) << QString::fromUtf8(text) << QString::fromUtf8(picture) << QString::fromUtf8(expected);
    };
    row("2026-11-21T22:43:42.394Z", "", "2026-11-21T22:43:42.394Z");
    row("2026-11-21T22:43:42+09:00", "", "2026-11-21T13:43:42.000Z");
    row("2026", "", "2026-01-01T00:00:00.000Z");
    row("2026-13-01", "", "nothing");
    row("21.11.2026", "", "!D3110");
    row("21st November 2026", "[D1o] [MNn] [Y]", "2026-11-21T00:00:00.000Z");
    row("11/21/2026 10:43 pm", "[M]/[D]/[Y] [h]:[m] [P]", "2026-11-21T22:43:00.000Z");
    row("20261121", "[Y0001][M01][D01]", "2026-11-21T00:00:00.000Z");
    row("2026 325", "[Y] [d]", "2026-11-21T00:00:00.000Z");
    row("twenty-first of XI", "[Dw] of [MI]", "2001-11-21T00:00:00.000Z");
    row("08:15", "[H]:[m]", "2001-02-03T08:15:00.000Z");
    row("2026-11-21 22:00 +0530", "[Y]-[M]-[D] [H]:[m] [Z0001]", "2026-11-21T16:30:00.000Z");
    row("tomorrow", "[Y]-[M]-[D]", "nothing");
    row("2026 W1", "[X] W[W]", "!D3136");
    row("9", "[Y", "!D3135");
}

void JsonataFormatsTest::dateTimeIsRead()
{
    QFETCH(QString, text);
    QFETCH(QString, picture);
    QFETCH(QString, expected);
    const double now = **parseIso8601("2001-02-03T04:05:06.007Z");
    const auto read = picture.isEmpty() ? parseIso8601(utf8(text)) : parseDateTime(utf8(text), utf8(picture), now);
    const std::string found = !read ? '!' + read.error().code : !*read ? "nothing" : formatIso8601(**read);
    QCOMPARE(QString::fromStdString(found), expected);
}

void JsonataFormatsTest::isoWeeks_data()
{
    QTest::addColumn<QString>("date");
    QTest::addColumn<QString>("week");
    const auto row = [](const char* date, const char* week) { QTest::newRow(date) << QString::fromUtf8(date) << QString::fromUtf8(week); };
    row("2020-12-31", "2020-W53-4");
    row("2021-01-03", "2020-W53-7");
    row("2021-01-04", "2021-W01-1");
    row("2018-12-31", "2019-W01-1");
    row("1970-01-01", "1970-W01-4");
    row("1600-02-29", "1600-W09-2");
}

void JsonataFormatsTest::isoWeeks()
{
    QFETCH(QString, date);
    QFETCH(QString, week);
    QCOMPARE(answer(formatDateTime(**parseIso8601(utf8(date)), "[X0001]-W[W01]-[F1]")), week);
}

void JsonataFormatsTest::regex_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("match"); // "nothing", or the text and its groups between bars
    const auto row = [](const char* pattern, const QString& subject, const char* match) {
        QTest::addRow("%s", pattern) << QString::fromUtf8(pattern) << subject << QString::fromUtf8(match);
    };
    row("b(c)?(d)", QStringLiteral("abd"), "bd|-|d");
    row("^b", QStringLiteral("a\nb"), "nothing");
    row("a$", QStringLiteral("a\n"), "nothing");
    row("a[^]b", QStringLiteral("a\nb"), "a\nb");
    row("a[]b", QStringLiteral("ab"), "nothing");
    row("a.b", QStringLiteral("a\u2028b"), "nothing");
    row("a\\sb", QStringLiteral("a\u3000b"), "a\u3000b");
    row("\\u3042+", QStringLiteral("xああ"), "ああ");
    row("(x)?\\1y", QStringLiteral("y"), "y|-");
    row("\\A\\z", QStringLiteral("Az"), "Az");
    row("[[:d]+", QStringLiteral("x[:d"), "[:d");
    row("(?<year>\\d{4})", QStringLiteral("in 2026"), "2026|2026");
    row("(", QStringLiteral("("), "!invalid-regex");
}

void JsonataFormatsTest::regex()
{
    QFETCH(QString, pattern);
    QFETCH(QString, subject);
    QFETCH(QString, match);
    const auto compiled = Regex::compile(utf8(pattern), {});
    QString found;
    if (!compiled) {
        found = QString::fromStdString('!' + compiled.error().code);
    } else {
        const std::string text = utf8(subject);
        std::vector<Regex::Group> groups;
        if (compiled->search(text, 0, groups) == Regex::Answer::NoMatch)
            found = QStringLiteral("nothing");
        QStringList parts;
        for (const Regex::Group& group : groups)
            parts << (group.begin == std::string_view::npos ? QStringLiteral("-")
                                                            : QString::fromStdString(text.substr(group.begin, group.end - group.begin)));
        found += parts.join(u'|');
    }
    QCOMPARE(found, match);
}

void JsonataFormatsTest::hostileRegexEnds()
{
    const auto compiled = Regex::compile("(a+)+$", {});
    QVERIFY(compiled);
    std::vector<Regex::Group> groups;
    QCOMPARE(compiled->search(std::string(5000, 'a') + '!', 0, groups), Regex::Answer::LimitExceeded);
}

QTEST_APPLESS_MAIN(JsonataFormatsTest)
#include "jsonata_formats_test.moc"

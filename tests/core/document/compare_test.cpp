// What differs between two definitions, state by state.

#include "core/document/compare.h"

#include <QStringList>
#include <QTest>

#include <algorithm>

namespace {

asl::Snapshot snapshotOf(const QByteArray& text) { return asl::Snapshot(1, std::make_shared<const std::string>(text.toStdString())); }

QString text(const std::string& utf8) { return QString::fromStdString(utf8); }

QStringList lines(const std::vector<asl::FieldChange>& fields, const QString& before)
{
    QStringList all;
    for (const asl::FieldChange& field : fields)
        all << before + text(field.pointer) + QStringLiteral(": ") + text(field.before.value_or("-")) + QStringLiteral(" > ") + text(field.after.value_or("-"));
    return all;
}

/// One line a change: `~ /States/A`, its fields after it.
QString described(const asl::Comparison& comparison)
{
    QStringList all = lines(comparison.machine, QString());
    for (const asl::StateChange& state : comparison.states) {
        const QString sign = QString(QLatin1Char("+-=~"[static_cast<int>(state.kind)]));
        all << (QStringList{sign} << text(state.before) << text(state.after)).join(u' ').simplified();
        all << lines(state.fields, QStringLiteral("  "));
    }
    return all.join(u'\n');
}

} // namespace

class CompareTest : public QObject
{
    Q_OBJECT

private slots:
    void changes_data();
    void changes();
    void backwardsIsTheOpposite_data();
    void backwardsIsTheOpposite();
    void largeScopesEndInTime();
};

void CompareTest::changes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* name, const char* before, const char* after, const char* expected) {
        QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QString::fromUtf8(expected);
    };
    row("nothing", R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 10, "End": true}}})",
        "{\n \"States\": {\"A\": {\"End\": true, \"Seconds\": 1e1, \"Type\": \"\\u0057ait\"}}, \"StartAt\": \"A\"}\n", "");
    row("field", R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 10, "End": true}}})",
        R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": 11, "Comment": "x", "End": true}}})",
        "~ /States/A /States/A\n  /Seconds: 10 > 11\n  /Comment: - > \"x\"");
    row("deep inside", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"a/b": [1, {"c": 2}]}, "End": true}}})",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Parameters": {"a/b": [1, {"c": 3}, 4]}, "End": true}}})",
        "~ /States/A /States/A\n  /Parameters/a~1b/1/c: 2 > 3\n  /Parameters/a~1b/2: - > 4");
    row("machine", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})", R"({"Comment": "x", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}})",
        "/Comment: - > \"x\"");
    row("added in between", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Succeed"}}})",
        R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Wait", "Seconds": 1, "Next": "C"}, "C": {"Type": "Succeed"}}})",
        "~ /States/A /States/A\n  /Next: \"C\" > \"B\"\n+ /States/B");
    row("removed", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Fail"}}})", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})", "- /States/B");
    row("renamed: those that lead to it are not changed", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "Result": 1, "Next": "B"}, "B": {"Type": "Wait", "Seconds": 5, "Next": "A"}}})",
        R"({"StartAt": "Z", "States": {"Z": {"Type": "Pass", "Result": 1, "Next": "B"}, "B": {"Type": "Wait", "Seconds": 5, "Next": "Z"}}})", "= /States/A /States/Z");
    row("renamed and changed", R"({"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "r", "TimeoutSeconds": 5, "End": true}}})",
        R"({"StartAt": "Z", "States": {"Z": {"Type": "Task", "Resource": "r", "TimeoutSeconds": 6, "End": true}}})", "= /States/A /States/Z\n  /TimeoutSeconds: 5 > 6");
    row("another type is another state", R"({"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}})", R"({"StartAt": "Z", "States": {"Z": {"Type": "Succeed"}}})",
        "/StartAt: \"A\" > \"Z\"\n+ /States/Z\n- /States/A");
    row("nested", R"({"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}, "End": true}}})",
        R"({"StartAt": "A", "States": {"A": {"Type": "Map", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Result": 1, "End": true}}}, "End": true}}})",
        "~ /States/A/ItemProcessor/States/B /States/A/ItemProcessor/States/B\n  /Result: - > 1");
    row("rules", R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericEquals": 1, "Next": "B"}]}, "B": {"Type": "Succeed"}}})",
        R"({"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Variable": "$.n", "NumericEquals": 2, "Next": "B"}]}, "B": {"Type": "Succeed"}}})",
        "~ /States/A /States/A\n  /Choices/0/NumericEquals: 1 > 2");
    row("tokens", R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${A}, "End": true}}})", R"({"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${B}, "End": true}}})",
        "~ /States/A /States/A\n  /Seconds: ${A} > ${B}");
    row("no object", "[]", R"({"StartAt": "A", "States": {"A": {"Type": "Succeed"}}})",
        ": [] > {\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Succeed\"}}}\n+ /States/A");
}

void CompareTest::changes()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, expected);
    QCOMPARE(described(asl::compare(snapshotOf(before), snapshotOf(after))), expected);
}

void CompareTest::backwardsIsTheOpposite_data() { changes_data(); }

void CompareTest::backwardsIsTheOpposite()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QVERIFY(asl::compare(snapshotOf(before), snapshotOf(before)).same());
    QVERIFY(asl::compare(snapshotOf(after), snapshotOf(after)).same());
    const asl::Comparison there = asl::compare(snapshotOf(before), snapshotOf(after));
    const asl::Comparison back = asl::compare(snapshotOf(after), snapshotOf(before));
    const auto count = [](const asl::Comparison& comparison, asl::StateChange::Kind kind) {
        return std::count_if(comparison.states.begin(), comparison.states.end(), [&](const asl::StateChange& state) { return state.kind == kind; });
    };
    using Kind = asl::StateChange::Kind;
    QCOMPARE(count(there, Kind::Added), count(back, Kind::Removed));
    QCOMPARE(count(there, Kind::Removed), count(back, Kind::Added));
    QCOMPARE(count(there, Kind::Renamed), count(back, Kind::Renamed));
    QCOMPARE(count(there, Kind::Changed), count(back, Kind::Changed));
    QCOMPARE(there.machine.size(), back.machine.size());
}

void CompareTest::largeScopesEndInTime()
{
    const auto machine = [](const char* prefix) {
        QByteArray states;
        for (int i = 0; i < 5000; ++i)
            states += (i == 0 ? "\"" : ", \"") + QByteArray(prefix) + QByteArray::number(i) + R"(": {"Type": "Pass", "End": true})";
        return snapshotOf(QByteArray(R"({"StartAt": "A0", "States": {)") + states + "}}");
    };
    QCOMPARE(asl::compare(machine("A"), machine("B")).states.size(), std::size_t(10000)); // too many to guess which is which
}

QTEST_APPLESS_MAIN(CompareTest)
#include "compare_test.moc"

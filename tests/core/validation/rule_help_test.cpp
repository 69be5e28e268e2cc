// The pages of help: each rule has one, its examples are what it says, and every language says the same.

#include "definitions.h"

#include "core/validation/rule_info.h"
#include "core/validation/validate.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

asl::ValidateOptions withAdvice()
{
    asl::ValidateOptions options;
    options.advice = true;
    options.substitutions = {"TableName", "FunctionArn"}; // of a template
    return options;
}

} // namespace

class RuleHelpTest : public QObject
{
    Q_OBJECT

private slots:
    void helpExplainsByExamples_data();
    void helpExplainsByExamples();
    void explanationsAgreeInAllLanguages_data() { helpExplainsByExamples_data(); }
    void explanationsAgreeInAllLanguages();
};

void RuleHelpTest::helpExplainsByExamples_data()
{
    QTest::addColumn<QString>("name");
    for (const asl::RuleInfo& rule : asl::validationRules())
        QTest::newRow(rule.name.data()) << QString::fromStdString(std::string(rule.name));
}

void RuleHelpTest::helpExplainsByExamples()
{
    QFETCH(QString, name);
    const asl::RuleInfo* rule = asl::validationRule(name.toStdString());
    QVERIFY2(rule && !rule->title.empty() && rule->help.size() > 60, "the rule needs a page in resources/rules");
    const asl::RuleExamples examples = asl::examplesIn(rule->help);
    const QStringList withoutExamples = {QStringLiteral("DEFINITION_TOO_LARGE"), QStringLiteral("DATA_TOO_LARGE"),
                                         QStringLiteral("EXPRESS_RESTRICTION")};
    QCOMPARE(examples.wrong.empty(), withoutExamples.contains(name));
    QCOMPARE(examples.right.empty(), examples.wrong.empty());
    const auto finds = [&](std::string_view example) {
        // A state alone stands in a machine with a state B, which it may lead to.
        std::string text(example);
        if (text.find("\"StartAt\"") == std::string::npos || text.starts_with("{\"Type\""))
            if (text.starts_with("{"))
                text = R"({"StartAt": "A", "States": {"A": )" + text + R"(, "B": {"Type": "Succeed"}}})";
        return rulesOf(asl::validate(snapshotOf(text), withAdvice())).contains(name);
    };
    for (std::string_view example : examples.wrong)
        QVERIFY2(finds(example), std::string(example).c_str());
    for (std::string_view example : examples.right)
        QVERIFY2(!finds(example), std::string(example).c_str());
}

/// A translation that names other fields or lacks a number is of an earlier page.
void RuleHelpTest::explanationsAgreeInAllLanguages()
{
    QFETCH(QString, name);
    const asl::RuleInfo& rule = *asl::validationRule(name.toStdString());
    const auto all = [](const QRegularExpression& what, QString text) {
        QSet<QString> found;
        for (QRegularExpressionMatchIterator i = what.globalMatch(text.replace(u'\n', u' ')); i.hasNext();)
            found.insert(i.next().captured());
        return found;
    };
    static const QRegularExpression code(QStringLiteral("`[^`]+`")), number(QStringLiteral("\\d+([.,]\\d+)*"));
    const auto textIn = [&](std::string_view language) {
        const asl::RuleExplanation explanation = asl::explanationOf(rule, language);
        return QString::fromUtf8((std::string(explanation.title) + " " + std::string(explanation.text)).c_str());
    };
    const QString english = textIn("en"), japanese = textIn("ja");
    QVERIFY(!english.contains(QStringLiteral("```")));
    QVERIFY2(japanese != english, "the rule needs a page in resources/rules/ja");
    QCOMPARE(all(code, japanese), all(code, english));
    QVERIFY2(all(number, japanese).contains(all(number, english)), qPrintable(japanese));
    QCOMPARE(textIn("tlh"), english);
}

QTEST_APPLESS_MAIN(RuleHelpTest)
#include "rule_help_test.moc"

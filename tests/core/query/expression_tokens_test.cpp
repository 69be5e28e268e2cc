// The pieces of expressions: one letter a byte, so that a row shows what is what.

#include "core/query/expression_tokens.h"

#include <QTest>

#include <string>

using namespace asl::query;

namespace {

char letterOf(ExpressionToken::Kind kind)
{
    switch (kind) {
    case ExpressionToken::Kind::Variable: return 'v';
    case ExpressionToken::Kind::Function: return 'f';
    case ExpressionToken::Kind::Name: return 'n';
    case ExpressionToken::Kind::String: return 's';
    case ExpressionToken::Kind::Number: return '0';
    case ExpressionToken::Kind::Word: return 'w';
    case ExpressionToken::Kind::Operator: return '+';
    case ExpressionToken::Kind::Regex: return 'r';
    case ExpressionToken::Kind::Comment: return 'c';
    case ExpressionToken::Kind::Unread: return '?';
    }
    return ' ';
}

std::string letters(const std::string& text, const ExpressionTokens& tokens)
{
    std::string result(text.size(), ' ');
    std::size_t end = 0;
    for (const ExpressionToken& token : tokens) {
        if (token.begin < end || token.end <= token.begin || token.end > text.size())
            return "out of order";
        end = token.end;
        std::fill(result.begin() + static_cast<std::ptrdiff_t>(token.begin), result.begin() + static_cast<std::ptrdiff_t>(end), letterOf(token.kind));
    }
    return result;
}

} // namespace

class ExpressionTokensTest : public QObject
{
    Q_OBJECT

private slots:
    void jsonata_data();
    void jsonata();
    void pathsAndCalls_data();
    void pathsAndCalls();
    void brokenTextsEnd();
};

void ExpressionTokensTest::jsonata_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << std::string(text) << std::string(expected); };
    row("$states.input.order.id",
        "vvvvvvv+nnnnn+nnnnn+nn");
    row("$sum(items.price) * 1.5",
        "ffff+nnnnn+nnnnn+ + 000");
    row("a and 'x' in [null, true]",
        "n www sss ww +wwww+ wwww+");
    row("and or in", // the first and the last are names
        "nnn ww nn");
    row("$match(x, /a\\/[b]+/i) /* why */ & \"q\"",
        "ffffff+n+ rrrrrrrrrr+ ccccccccc + sss");
    row("a / b / c",
        "n + n + n");
    row("* / 2",
        "+ + 0");
    row("(function($x) { $x })(1)",
        "+wwwwwwww+vv+ + vv +++0+");
    row("`odd name`.b",
        "nnnnnnnnnn+n");
    row("'open",
        "sssss");
    row("1 + /* open",
        "0 + ccccccc");
    row("1 + /open",
        "0 + ?????");
    row("\"bad \\q\" + 1", // cannot be read beyond the escape
        "ssssssssssss");
    row("", "");
}

void ExpressionTokensTest::jsonata()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(letters(text, jsonataTokens(text))), QString::fromStdString(expected));
}

void ExpressionTokensTest::pathsAndCalls_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("expected");
    const auto row = [](const char* text, const char* expected) { QTest::newRow(text) << std::string(text) << std::string(expected); };
    row("$", "v");
    row("$.a.b[0]['c d']",
        "vnnnnn0nnsssssn");
    row("$$.Execution.Id",
        "vvnnnnnnnnnnnnn");
    row("$total.sum",
        "vvvvvvnnnn");
    row("States.Format('{} of {}', $.a, 12)",
        "fffffffffffff+ssssssssss+ vnn+ 00+");
    row("States.ArrayContains(States.Array(1, null), $$.x)",
        "ffffffffffffffffffff+ffffffffffff+0+ wwww++ vvnn+");
    row("States.Format('open, $.a)",
        "fffffffffffff+???????????");
    row("States.Nothing($.a)",
        "???????????????????");
    row("$.a[?(@.n > 5 && @.s == 'x')].b",
        "vnnnnnnnnnnn0nnnnnnnnnnnsssnnnn");
}

void ExpressionTokensTest::pathsAndCalls()
{
    QFETCH(std::string, text);
    QFETCH(std::string, expected);
    QCOMPARE(QString::fromStdString(letters(text, pathOrCallTokens(text))), QString::fromStdString(expected));
}

/// Every beginning of a long expression gives pieces in order.
void ExpressionTokensTest::brokenTextsEnd()
{
    const std::string expression = "($f := function($x, $y) { $x ~> $map(/a[)]*/i) ? `q r` : 'it''s' & \"\\u00e9\" }; /* c */ [1..3].$f($, -1.5e3)){a: b}^(>c)";
    for (std::size_t size = 0; size <= expression.size(); ++size) {
        const std::string text = expression.substr(0, size);
        QVERIFY2(letters(text, jsonataTokens(text)) != "out of order", text.c_str());
    }
    const std::string call = "States.Format('{} \\'x\\'', States.ArrayGetItem($.a['b,c'][?(@.d == 'e)')], 1), $$.State.Name)";
    for (std::size_t size = 0; size <= call.size(); ++size) {
        const std::string text = call.substr(0, size);
        QVERIFY2(letters(text, pathOrCallTokens(text)) != "out of order", text.c_str());
    }
}

QTEST_APPLESS_MAIN(ExpressionTokensTest)
#include "expression_tokens_test.moc"

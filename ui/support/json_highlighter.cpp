#include "ui/support/json_highlighter.h"

#include "ui/support/expression_colors.h"

#include <QRegularExpression>

namespace designer {

namespace {

/// The colour of a value that is no expression, written as JSON text.
Token valueToken(QStringView json)
{
    if (json.startsWith(u'"'))
        return Token::SStr;
    if (json.startsWith(u"${"))
        return Token::SExpr;
    return json[0].isDigit() || json[0] == u'-' ? Token::SNum : Token::SKw;
}

} // namespace

JsonHighlighter::JsonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    connect(&Theme::current(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString& text)
{
    static const QRegularExpression token(QStringLiteral(
        R"re(("(?:[^"\\]|\\.)*"?)(\s*:)?|\$\{[^}]*\}|-?\d[\d.eE+-]*|\b(?:true|false|null)\b|//.*)re"));
    std::optional<QString> key; // in another line it is not known
    for (QRegularExpressionMatchIterator matches = token.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView whole = match.capturedView();
        const auto paint = [&](qsizetype begin, qsizetype length, Token kind) {
            setFormat(static_cast<int>(begin), static_cast<int>(length), color(kind));
        };
        if (whole.startsWith(u"//")) {
            paint(match.capturedStart(), whole.size(), Token::Text2);
            continue;
        }
        const QStringView string = match.capturedView(1);
        const QStringView content = string.mid(1, string.size() - (string.size() > 1 && string.endsWith(u'"') ? 2 : 1));
        if (match.hasCaptured(2)) {
            paint(match.capturedStart(1), string.size(), Token::SKey);
            key = content.toString();
            continue;
        }
        if (!string.isEmpty() && holdsExpression(content, key)) {
            paint(match.capturedStart(), whole.size(), Token::SExpr);
            for (const ColoredSpan& span : expressionSpans(content, static_cast<int>(match.capturedStart()) + 1))
                paint(span.begin, span.length, span.color);
        } else {
            paint(match.capturedStart(), whole.size(), valueToken(whole));
        }
        key = QString();
    }
}

} // namespace designer

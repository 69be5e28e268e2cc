#include "ui/support/json_highlighter.h"

#include "ui/support/theme.h"

#include <QRegularExpression>

namespace designer {

bool looksLikeExpression(QStringView content)
{
    return content == u"$" || content.startsWith(u"$.") || content.startsWith(u"$$") || content.startsWith(u"$[") || content.startsWith(u"States.")
        || content.startsWith(u"{%") || (content.startsWith(u'$') && content.size() > 1 && content[1].isLetter());
}

QColor valueColor(QStringView json)
{
    const QStringView value = json.trimmed();
    if (value.startsWith(u'"'))
        return color(looksLikeExpression(value.mid(1, value.size() - 2)) ? Token::SExpr : Token::SStr);
    if (value.startsWith(u"${"))
        return color(Token::SExpr);
    if (!value.isEmpty() && (value[0].isDigit() || value[0] == u'-'))
        return color(Token::SNum);
    if (!value.isEmpty() && value[0].isLetter())
        return color(Token::SKw);
    return color(Token::Text);
}

JsonHighlighter::JsonHighlighter(QTextDocument* document) : QSyntaxHighlighter(document)
{
    connect(&Theme::current(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void JsonHighlighter::highlightBlock(const QString& text)
{
    static const QRegularExpression token(QStringLiteral(
        R"re(("(?:[^"\\]|\\.)*"?)(\s*:)?|\$\{[^}]*\}|-?\d[\d.eE+-]*|\b(?:true|false|null)\b|//.*)re"));
    for (QRegularExpressionMatchIterator matches = token.globalMatch(text); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QStringView whole = match.capturedView();
        if (whole.startsWith(u"//"))
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(whole.size()), color(Token::Text2));
        else if (match.hasCaptured(2))
            setFormat(static_cast<int>(match.capturedStart(1)), static_cast<int>(match.capturedLength(1)), color(Token::SKey));
        else
            setFormat(static_cast<int>(match.capturedStart()), static_cast<int>(whole.size()), valueColor(whole));
    }
}

} // namespace designer

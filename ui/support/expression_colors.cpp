#include "ui/support/expression_colors.h"

#include "core/language/expressions.h"
#include "core/query/expression_tokens.h"
#include "ui/support/qt_text.h"

#include <algorithm>

namespace designer {

namespace {

using asl::query::ExpressionToken;

constexpr QLatin1String opening("{%");
constexpr QLatin1String closing("%}");

bool looksLikePathOrCall(QStringView content)
{
    return content == u"$" || content.startsWith(u"$.") || content.startsWith(u"$$") || content.startsWith(u"$[") || content.startsWith(u"States.")
        || (content.startsWith(u'$') && content.size() > 1 && content[1].isLetter());
}

/// The text that a written string means, and for each of its bytes where it is written.
class Unescaped
{
public:
    Unescaped(QStringView written, Escapes escapes)
    {
        m_text.reserve(static_cast<std::size_t>(written.size()));
        m_places.reserve(static_cast<std::size_t>(written.size()) + 1);
        for (qsizetype i = 0; i < written.size();) {
            const qsizetype begin = i;
            if (escapes == Escapes::Json && written[i] == u'\\' && i + 1 < written.size()) {
                add(escape(written, i), begin);
            } else if (written[i].isHighSurrogate() && i + 1 < written.size() && written[i + 1].isLowSurrogate()) {
                add(written.mid(i, 2).toString(), begin);
                i += 2;
            } else {
                add(written[i++].unicode(), begin);
            }
        }
        m_places.push_back(static_cast<int>(written.size()));
    }

    const std::string& text() const { return m_text; }
    int placeOf(std::size_t byte) const { return m_places[std::min(byte, m_places.size() - 1)]; }

private:
    static QString escape(QStringView written, qsizetype& i)
    {
        constexpr QStringView names = u"bfnrt";
        constexpr QStringView meanings = u"\b\f\n\r\t";
        const QChar name = written[i + 1];
        i += 2;
        if (name == u'u' && i + 4 <= written.size()) {
            const auto unit = static_cast<char16_t>(written.mid(i, 4).toUInt(nullptr, 16));
            i += 4;
            return QString(QChar(unit));
        }
        const qsizetype known = names.indexOf(name);
        return QString(known < 0 ? name : meanings[known]);
    }
    void add(char16_t character, qsizetype place)
    {
        if (character >= 0x80)
            return add(QString(QChar(character)), place);
        m_text += static_cast<char>(character);
        m_places.push_back(static_cast<int>(place));
    }
    void add(const QString& characters, qsizetype place)
    {
        const std::string bytes = characters.toStdString();
        m_text += bytes;
        m_places.insert(m_places.end(), bytes.size(), static_cast<int>(place));
    }

    std::string m_text;
    std::vector<int> m_places;
};

Token colorOf(ExpressionToken::Kind kind)
{
    switch (kind) {
    case ExpressionToken::Kind::Variable:
    case ExpressionToken::Kind::Name:
    case ExpressionToken::Kind::Unread: return Token::SExpr;
    case ExpressionToken::Kind::Function: return Token::SKey;
    case ExpressionToken::Kind::String:
    case ExpressionToken::Kind::Regex: return Token::SStr;
    case ExpressionToken::Kind::Number: return Token::SNum;
    case ExpressionToken::Kind::Word: return Token::SKw;
    case ExpressionToken::Kind::Operator:
    case ExpressionToken::Kind::Comment: return Token::Text2;
    }
    return Token::SExpr;
}

} // namespace

bool holdsExpression(QStringView content, const std::optional<QString>& key)
{
    if (content.startsWith(opening))
        return true;
    if (key && !key->endsWith(QLatin1String(".$")) && !asl::isPathField(toUtf8(*key)))
        return false;
    return looksLikePathOrCall(content);
}

std::vector<ColoredSpan> expressionSpans(QStringView content, int place, Escapes escapes)
{
    const bool jsonata = content.startsWith(opening);
    const qsizetype skipped = jsonata ? opening.size() : 0;
    QStringView inside = content.mid(skipped);
    if (jsonata && inside.endsWith(closing))
        inside.chop(closing.size());
    const Unescaped meant(inside, escapes);
    std::vector<ColoredSpan> spans;
    int end = 0;
    const auto add = [&](int begin, int past, Token color) {
        if (begin < past)
            spans.push_back({place + begin, past - begin, color});
    };
    for (const ExpressionToken& token : jsonata ? asl::query::jsonataTokens(meant.text()) : asl::query::pathOrCallTokens(meant.text())) {
        const int begin = static_cast<int>(skipped) + meant.placeOf(token.begin);
        const int past = static_cast<int>(skipped) + meant.placeOf(token.end);
        add(end, begin, Token::SExpr);
        add(begin, past, colorOf(token.kind));
        end = past;
    }
    add(end, static_cast<int>(content.size()), Token::SExpr);
    return spans;
}

void markTokens(std::vector<ColoredSpan>& spans, std::size_t first, QStringView row, qsizetype begin, qsizetype end)
{
    const auto add = [&](qsizetype from, qsizetype past, Token color) {
        if (past > from)
            spans.push_back({static_cast<int>(from), static_cast<int>(past - from), color});
    };
    for (qsizetype dollar = row.indexOf(u'$', begin); dollar >= 0 && dollar + 1 < end; dollar = row.indexOf(u'$', dollar + 1)) {
        const qsizetype close = row[dollar + 1] == u'{' ? row.indexOf(u'}', dollar) : -1;
        if (close < 0 || close >= end)
            continue;
        const std::vector<ColoredSpan> former(spans.begin() + static_cast<std::ptrdiff_t>(first), spans.end());
        spans.resize(first);
        for (const ColoredSpan& span : former)
            add(span.begin, std::min<qsizetype>(span.begin + span.length, dollar), span.color);
        add(dollar, close + 1, Token::SKw);
        for (const ColoredSpan& span : former)
            add(std::max<qsizetype>(span.begin, close + 1), span.begin + span.length, span.color);
    }
}

} // namespace designer

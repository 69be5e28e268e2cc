#include "ui/editor/highlight.h"

namespace designer {

namespace {

class RowLexer
{
public:
    RowLexer(QStringView row, QStringView before) : m_row(row), m_before(before) {}

    std::vector<ColoredSpan> read(Inside inside)
    {
        if (inside != Inside::Nothing)
            string(0, inside == Inside::Expression);
        while (m_at < m_row.size()) {
            const QChar c = m_row[m_at];
            if (c == u'"')
                string(1, false);
            else if (c == u'-' || c.isDigit())
                run(Token::SNum, [](QChar d) { return d.isDigit() || d == u'.' || d == u'e' || d == u'E' || d == u'+' || d == u'-'; });
            else if (c.isLetter())
                run(Token::SKw, [](QChar d) { return d.isLetterOrNumber(); });
            else if (c == u'$' && m_at + 1 < m_row.size() && m_row[m_at + 1] == u'{')
                token();
            else if (c == u'/' && m_at + 1 < m_row.size() && (m_row[m_at + 1] == u'/' || m_row[m_at + 1] == u'*'))
                comment();
            else
                punctuation(c);
        }
        return std::move(m_spans);
    }

private:
    void add(qsizetype begin, qsizetype end, Token color)
    {
        if (end > begin)
            m_spans.push_back({static_cast<int>(begin), static_cast<int>(end - begin), color});
    }

    template <class Belongs>
    void run(Token color, Belongs belongs)
    {
        const qsizetype begin = m_at;
        while (m_at < m_row.size() && belongs(m_row[m_at]))
            ++m_at;
        add(begin, m_at, color);
    }

    /// From the opening quote (`quote` is 1), or from the middle of a string, to the closing quote.
    void string(qsizetype quote, bool isExpression)
    {
        const qsizetype begin = m_at;
        qsizetype end = begin + quote;
        while (end < m_row.size() && m_row[end] != u'"')
            end += m_row[end] == u'\\' ? 2 : 1;
        end = std::min(end + 1, m_row.size());
        qsizetype next = end;
        while (next < m_row.size() && m_row[next].isSpace())
            ++next;
        m_at = end;
        const QStringView content = contentOf(begin, end, quote);
        if (next < m_row.size() && m_row[next] == u':') {
            add(begin, end, Token::SKey);
            m_key = content.toString();
            return;
        }
        const std::size_t first = m_spans.size();
        if (quote == 1 ? holdsExpression(content, m_key) : isExpression && !m_before.isEmpty())
            expression(begin, end, content, quote);
        else
            add(begin, end, isExpression ? Token::SExpr : Token::SStr);
        m_key = QString();
        markTokens(m_spans, first, m_row, begin, end);
    }

    void expression(qsizetype begin, qsizetype end, QStringView content, qsizetype quote)
    {
        add(begin, begin + quote, Token::SExpr);
        const QString whole = quote == 1 ? QString() : m_before.toString().append(content);
        const auto place = static_cast<int>(quote == 1 ? begin + 1 : begin - m_before.size());
        for (const ColoredSpan& span : expressionSpans(quote == 1 ? content : QStringView(whole), place))
            add(std::max<qsizetype>(span.begin, begin), span.begin + span.length, span.color);
        add(begin + quote + content.size(), end, Token::SExpr);
    }

    /// After a brace or comma nothing is known to stand before a value but its own key.
    void punctuation(QChar c)
    {
        if (c == u'[' || c == u'{' || c == u',')
            m_key = QString();
        ++m_at;
    }

    QStringView contentOf(qsizetype begin, qsizetype end, qsizetype quote) const
    {
        const bool closed = end > begin + quote && m_row[end - 1] == u'"' && !isEscaped(end - 1, begin + quote);
        return m_row.mid(begin + quote, end - begin - quote - (closed ? 1 : 0));
    }

    bool isEscaped(qsizetype at, qsizetype begin) const
    {
        qsizetype slashes = 0;
        while (at - slashes - 1 >= begin && m_row[at - slashes - 1] == u'\\')
            ++slashes;
        return slashes % 2 != 0;
    }

    void token()
    {
        const qsizetype close = m_row.indexOf(u'}', m_at);
        const qsizetype end = close < 0 ? m_row.size() : close + 1;
        add(m_at, end, Token::SKw);
        m_at = end;
    }

    void comment()
    {
        qsizetype end = m_row.size();
        if (m_row[m_at + 1] == u'*') {
            const qsizetype close = m_row.indexOf(QLatin1String("*/"), m_at + 2);
            end = close < 0 ? end : close + 2;
        }
        add(m_at, end, Token::Text2);
        m_at = end;
    }

    QStringView m_row;
    QStringView m_before;
    qsizetype m_at = 0;
    std::optional<QString> m_key; ///< of the value that comes; nothing: it may stand in another row
    std::vector<ColoredSpan> m_spans;
};

} // namespace

std::vector<ColoredSpan> coloredSpans(QStringView row, Inside inside, QStringView before)
{
    return RowLexer(row, before).read(inside);
}

} // namespace designer

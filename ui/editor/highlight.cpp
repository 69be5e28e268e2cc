#include "ui/editor/highlight.h"

#include "ui/support/json_highlighter.h"

namespace designer {

namespace {

class RowLexer
{
public:
    explicit RowLexer(QStringView row) : m_row(row) {}

    std::vector<ColoredSpan> read(Inside inside)
    {
        if (inside != Inside::Nothing)
            string(0, inside == Inside::Expression ? Token::SExpr : Token::SStr);
        while (m_at < m_row.size()) {
            const QChar c = m_row[m_at];
            if (c == u'"')
                string(1, Token::SStr);
            else if (c == u'-' || c.isDigit())
                run(Token::SNum, [](QChar d) { return d.isDigit() || d == u'.' || d == u'e' || d == u'E' || d == u'+' || d == u'-'; });
            else if (c.isLetter())
                run(Token::SKw, [](QChar d) { return d.isLetterOrNumber(); });
            else if (c == u'$' && m_at + 1 < m_row.size() && m_row[m_at + 1] == u'{')
                token();
            else if (c == u'/' && m_at + 1 < m_row.size() && (m_row[m_at + 1] == u'/' || m_row[m_at + 1] == u'*'))
                comment();
            else
                ++m_at;
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
    void string(qsizetype quote, Token color)
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
        if (next < m_row.size() && m_row[next] == u':') {
            add(begin, end, Token::SKey);
            return;
        }
        if (quote == 1 && looksLikeExpression(contentOf(begin, end)))
            color = Token::SExpr;
        qsizetype from = begin;
        for (qsizetype dollar = m_row.indexOf(u'$', from); dollar >= 0 && dollar < end; dollar = m_row.indexOf(u'$', dollar + 1)) {
            if (dollar + 1 >= end || m_row[dollar + 1] != u'{')
                continue;
            const qsizetype close = m_row.indexOf(u'}', dollar);
            if (close < 0 || close >= end)
                break;
            add(from, dollar, color);
            add(dollar, close + 1, Token::SKw);
            from = dollar = close + 1;
        }
        add(from, end, color);
    }

    QStringView contentOf(qsizetype begin, qsizetype end) const
    {
        const bool closed = end > begin + 1 && m_row[end - 1] == u'"';
        return m_row.mid(begin + 1, end - begin - (closed ? 2 : 1));
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
    qsizetype m_at = 0;
    std::vector<ColoredSpan> m_spans;
};

} // namespace

std::vector<ColoredSpan> coloredSpans(QStringView row, Inside inside)
{
    return RowLexer(row).read(inside);
}

} // namespace designer

#include "ui/editor/yaml_colors.h"

#include "core/text/yaml_scalar.h"
#include "ui/editor/highlight.h"
#include "ui/support/qt_text.h"

#include <algorithm>

namespace designer {

namespace {

using Inside = YamlLine::Inside;

constexpr qsizetype longestBefore = 2048; ///< UTF-16 units of an expression before its line that are read
constexpr std::size_t longestLine = 65'536; ///< bytes; a longer one is JSON in all but name

bool isBlank(QChar c) { return c == u' ' || c == u'\t'; }

class LineLexer
{
public:
    LineLexer(const std::string& text, asl::TextRange line, YamlLine& state, bool wantsSpans)
        : m_text(text), m_begin(line.begin), m_line(QString::fromUtf8(text.data() + line.begin, static_cast<qsizetype>(line.size()))),
          m_state(state), m_wantsSpans(wantsSpans)
    {
    }

    std::vector<ColoredSpan> read()
    {
        m_at = indent();
        if (goesOn())
            return std::move(m_spans);
        if (m_at == 0 && (m_line.startsWith(u"---") || m_line.startsWith(u"...") || m_line.startsWith(u'%'))) {
            const qsizetype end = m_line.startsWith(u'%') ? m_line.size() : 3;
            add(0, end, Token::SKw);
            m_at = end;
        }
        while (m_at < m_line.size())
            token();
        return std::move(m_spans);
    }

private:
    void add(qsizetype begin, qsizetype end, Token color)
    {
        if (m_wantsSpans && end > begin)
            m_spans.push_back({static_cast<int>(begin), static_cast<int>(end - begin), color});
    }

    qsizetype indent() const
    {
        qsizetype blanks = 0;
        while (blanks < m_line.size() && m_line[blanks] == u' ')
            ++blanks;
        return blanks;
    }
    QChar at(qsizetype place) const { return place < m_line.size() ? m_line[place] : QChar(u'\n'); }
    bool endsWord(qsizetype place) const { return place >= m_line.size() || isBlank(m_line[place]); }

    /// The line belongs to the scalar in which it begins; true when nothing else stands in it.
    bool goesOn()
    {
        const qsizetype first = m_at;
        const bool isEmpty = first == m_line.size();
        switch (m_state.inside) {
        case Inside::Nothing:
            return false;
        case Inside::Block:
            if (isEmpty || first > m_state.indent) {
                string(first, m_line.size(), false);
                return true;
            }
            break;
        case Inside::Plain:
            if (isEmpty)
                return true;
            if (first > m_state.indent && at(first) != u'#' && !isKeyAt(first)) {
                const qsizetype end = plainEnd(first);
                string(first, end, false);
                m_at = end;
                return false;
            }
            break;
        case Inside::SingleQuoted:
        case Inside::DoubleQuoted:
            m_at = closeQuote(0, m_state.inside == Inside::DoubleQuoted ? u'"' : u'\'', 0);
            return false;
        }
        m_state.inside = Inside::Nothing;
        return false;
    }

    void token()
    {
        const QChar c = m_line[m_at];
        const bool atWord = m_at == 0 || isBlank(m_line[m_at - 1]) || m_state.brackets > 0;
        if (isBlank(c)) {
            ++m_at;
        } else if (c == u'#' && (m_at == 0 || isBlank(m_line[m_at - 1]))) {
            add(m_at, m_line.size(), Token::Text2);
            m_at = m_line.size();
        } else if ((c == u'-' || c == u'?') && endsWord(m_at + 1) && m_state.brackets == 0) {
            m_column = m_at++;
            m_key.reset();
        } else if (c == u'{' || c == u'[') {
            ++m_state.brackets;
            forgetKey();
        } else if (c == u'}' || c == u']') {
            m_state.brackets = std::max(0, m_state.brackets - 1);
            forgetKey();
        } else if (c == u',' && m_state.brackets > 0) {
            forgetKey();
        } else if (c == u':' && (endsWord(m_at + 1) || m_state.brackets > 0)) {
            ++m_at;
        } else if (c == u'"' || c == u'\'') {
            quoted(c);
        } else if (atWord && (c == u'&' || c == u'*' || c == u'!')) {
            word();
        } else if ((c == u'|' || c == u'>') && m_state.brackets == 0) {
            block();
        } else {
            plain();
        }
    }

    void forgetKey()
    {
        m_key = QString();
        ++m_at;
    }

    /// An anchor, an alias or a tag.
    void word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_line.size() && !isBlank(m_line[m_at]) && !(m_state.brackets > 0 && QStringView(u",[]{}").contains(m_line[m_at])))
            ++m_at;
        add(begin, m_at, Token::SKw);
    }

    void block()
    {
        const qsizetype comment = m_line.indexOf(QLatin1String(" #"), m_at);
        add(m_at, comment < 0 ? m_line.size() : comment, Token::SKw);
        if (comment >= 0)
            add(comment + 1, m_line.size(), Token::Text2);
        m_at = m_line.size();
        begin(Inside::Block, m_line.size());
    }

    void begin(Inside inside, qsizetype content)
    {
        m_state.inside = inside;
        m_state.pathMayStand = mayHoldPath();
        m_state.indent = m_column;
        m_state.scalarLine = m_begin;
        m_state.scalarPlace = content;
    }

    void quoted(QChar quote)
    {
        const qsizetype open = m_at;
        const qsizetype close = endOfQuoted(open + 1, quote);
        qsizetype next = close + 1;
        while (next < m_line.size() && isBlank(m_line[next]))
            ++next;
        if (close < m_line.size() && at(next) == u':' && (endsWord(next + 1) || m_state.brackets > 0)) {
            add(open, close + 1, Token::SKey);
            setKey(open, m_line.mid(open + 1, close - open - 1));
            m_at = close + 1;
            return;
        }
        begin(quote == u'"' ? Inside::DoubleQuoted : Inside::SingleQuoted, open + 1);
        m_at = closeQuote(open + 1, quote, 1);
    }

    /// Colours a quoted scalar from its content, or from the middle of it, to its end; `opening` quotes stand before.
    qsizetype closeQuote(qsizetype content, QChar quote, qsizetype opening)
    {
        const qsizetype close = endOfQuoted(content, quote);
        const Token color = isExpression(close) ? Token::SExpr : Token::SStr;
        add(content - opening, content, color);
        string(content, std::min(close, m_line.size()), quote == u'"');
        if (close >= m_line.size())
            return m_line.size();
        add(close, close + 1, color);
        m_state.inside = Inside::Nothing;
        return close + 1;
    }

    qsizetype endOfQuoted(qsizetype from, QChar quote) const
    {
        for (qsizetype i = from; i < m_line.size(); ++i) {
            if (quote == u'"' && m_line[i] == u'\\')
                ++i;
            else if (m_line[i] == quote && quote == u'\'' && at(i + 1) == quote)
                ++i;
            else if (m_line[i] == quote)
                return i;
        }
        return m_line.size();
    }

    void plain()
    {
        const qsizetype first = m_at;
        if (isKeyAt(first)) {
            const qsizetype end = keyEnd(first);
            add(first, end, Token::SKey);
            setKey(first, m_line.mid(first, end - first));
            m_at = end;
            return;
        }
        const qsizetype end = std::max(plainEnd(first), first + 1);
        m_at = end;
        const QStringView content = QStringView(m_line).mid(first, end - first);
        switch (asl::plainYamlValue(toUtf8(content.toString())).kind) {
        case asl::NodeKind::Number: return add(first, end, Token::SNum);
        case asl::NodeKind::Null:
        case asl::NodeKind::True:
        case asl::NodeKind::False:
        case asl::NodeKind::Substitution: return add(first, end, Token::SKw);
        default: break;
        }
        begin(Inside::Plain, first);
        string(first, end, false);
        if (m_state.brackets > 0)
            m_state.inside = Inside::Nothing;
    }

    void setKey(qsizetype column, QString key)
    {
        m_column = column;
        m_key = std::move(key);
    }

    /// Where the key that begins here ends; -1: it is none.
    qsizetype keyEnd(qsizetype from) const
    {
        for (qsizetype i = from; i < m_line.size(); ++i) {
            if (m_line[i] == u':' && (endsWord(i + 1) || (m_state.brackets > 0 && QStringView(u",[]{}").contains(at(i + 1)))))
                return i;
            if ((m_line[i] == u'#' && i > from && isBlank(m_line[i - 1])) || (m_state.brackets > 0 && QStringView(u",[]{}").contains(m_line[i])))
                return -1;
        }
        return -1;
    }
    bool isKeyAt(qsizetype from) const { return keyEnd(from) > from; }

    qsizetype plainEnd(qsizetype from) const
    {
        qsizetype end = from;
        for (qsizetype i = from; i < m_line.size(); ++i) {
            if ((m_line[i] == u'#' && i > from && isBlank(m_line[i - 1])) || (m_state.brackets > 0 && QStringView(u",[]{}").contains(m_line[i])))
                break;
            if (!isBlank(m_line[i]))
                end = i + 1;
        }
        return end;
    }

    bool mayHoldPath() const { return !m_key || holdsExpression(u"$", m_key); }

    /// What is written of the present scalar before this line.
    QString before() const
    {
        if (m_state.scalarLine == m_begin)
            return {};
        const auto size = std::min<std::size_t>(m_begin - m_state.scalarLine, 4 * longestBefore);
        return QString::fromUtf8(m_text.data() + m_state.scalarLine, static_cast<qsizetype>(size)).mid(m_state.scalarPlace);
    }

    /// `end`: of what this line has of the scalar.
    bool isExpression(qsizetype end) const
    {
        QString head = before().trimmed();
        if (head.isEmpty())
            head = m_line.mid(m_state.scalarLine == m_begin ? m_state.scalarPlace : 0, end).trimmed();
        return holdsExpression(head, m_state.pathMayStand ? std::nullopt : std::optional(QString()));
    }

    /// A part of a scalar that ends or stops at `end`.
    void string(qsizetype begin, qsizetype end, bool escapes)
    {
        if (!m_wantsSpans || end <= begin)
            return;
        const std::size_t first = m_spans.size();
        if (!isExpression(end)) {
            add(begin, end, Token::SStr);
        } else {
            const QString head = before();
            qsizetype skipped = 0; // blanks before the expression itself
            while (skipped < head.size() && head[skipped].isSpace())
                ++skipped;
            const bool fits = head.size() <= longestBefore;
            const QString whole = (fits ? head.mid(skipped) : QString()) + m_line.mid(head.isEmpty() ? begin : 0, end - (head.isEmpty() ? begin : 0));
            const qsizetype place = end - whole.size();
            if (fits)
                for (const ColoredSpan& span : expressionSpans(whole, static_cast<int>(place), escapes ? Escapes::Json : Escapes::None))
                    add(std::max<qsizetype>(span.begin, begin), std::min<qsizetype>(span.begin + span.length, end), span.color);
            else
                add(begin, end, Token::SExpr);
        }
        markTokens(m_spans, first, m_line, begin, end);
    }

    const std::string& m_text;
    std::size_t m_begin;
    QString m_line;
    YamlLine& m_state;
    bool m_wantsSpans;
    qsizetype m_at = 0;
    qsizetype m_column = -1;      ///< of the key or dash before the present value
    std::optional<QString> m_key; ///< of the value that comes; nothing: it stands in another line
    std::vector<ColoredSpan> m_spans;
};

} // namespace

void YamlColors::changedFrom(std::size_t line)
{
    if (m_lines.size() > line + 1)
        m_lines.resize(line + 1);
}

std::vector<ColoredSpan> YamlColors::spans(const std::string& text, const BlockMap& map, std::size_t row)
{
    const auto lineRange = [&](std::size_t line) {
        const std::size_t first = map.firstRowOfLine(line);
        std::size_t last = first;
        while (map.row(last).end == RowEnd::Cut)
            ++last;
        return asl::TextRange{map.row(first).begin, map.content(last).end};
    };
    const std::size_t line = map.row(row).line;
    if (m_lines.empty())
        m_lines.emplace_back();
    while (m_lines.size() <= line) {
        YamlLine next = m_lines.back();
        LineLexer(text, lineRange(m_lines.size() - 1), next, false).read();
        m_lines.push_back(next);
    }
    const asl::TextRange range = lineRange(line);
    const QString shown = map.shown(text, row);
    if (range.size() > longestLine)
        return coloredSpans(shown, map.row(row).inside);
    YamlLine state = m_lines[line];
    std::vector<ColoredSpan> spans = LineLexer(text, range, state, true).read();
    const int skipped = static_cast<int>(map.row(row).place - map.row(map.firstRowOfLine(line)).place)
        - static_cast<int>(row - map.firstRowOfLine(line)); // each cut has a place of its own
    for (ColoredSpan& span : spans) {
        const int end = std::min(span.begin + span.length - skipped, static_cast<int>(shown.size()));
        span.begin = std::max(span.begin - skipped, 0);
        span.length = end - span.begin;
    }
    std::erase_if(spans, [](const ColoredSpan& span) { return span.length <= 0; });
    return spans;
}

} // namespace designer

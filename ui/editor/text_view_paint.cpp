// TextView: painting. Rows are painted by hand, glyph run by glyph run: colours then need no formats in the document, and
// only what is visible costs time.

#include "ui/editor/highlight.h"
#include "ui/editor/problem_marks.h"
#include "ui/editor/text_view.h"
#include "ui/support/qt_text.h"
#include "ui/support/theme.h"
#include "ui/workspace/workspace.h"

#include <QGlyphRun>
#include <QPainter>
#include <QPainterPath>
#include <QPaintEvent>
#include <QTextBlock>

#include <algorithm>

namespace designer {

namespace {

void paintWave(QPainter& painter, qreal left, qreal right, qreal y, const QColor& color)
{
    constexpr qreal half = 2;
    QPainterPath wave({left, y});
    bool up = true;
    for (qreal x = left + half; x < right + half; x += half, up = !up)
        wave.lineTo(qMin(x, right), up ? y - half : y);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(wave);
    painter.restore();
}

void paintRun(QPainter& painter, const QTextLayout& layout, const QPointF& origin, int begin, int length, const QColor& color)
{
    painter.setPen(color);
    for (const QGlyphRun& run : layout.glyphRuns(begin, length))
        painter.drawGlyphRun(origin, run);
}

/// What is written of the expression in which a row begins, from its quote to the row; empty when it is too long: only what
/// is read in no time is read for each row that is painted.
QString expressionBefore(const std::string& text, const BlockMap& map, std::size_t row)
{
    constexpr std::size_t longest = 2048;
    const std::size_t end = map.row(row).begin;
    std::size_t first = row;
    while (first > 0 && map.row(first).inside != Inside::Nothing && end - map.row(first).begin <= longest)
        --first;
    const std::string_view before = std::string_view(text).substr(map.row(first).begin, end - map.row(first).begin);
    const std::size_t quote = before.rfind("\"{%");
    const bool found = quote != std::string_view::npos && before.size() - quote <= longest && (quote == 0 || before[quote - 1] != '\\');
    return found ? toQString(before.substr(quote + 1)) : QString();
}

} // namespace

void TextView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), color(Token::Field));
    QPointF offset = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid() && offset.y() <= event->rect().bottom(); block = block.next()) {
        const QRectF rect = blockBoundingRect(block).translated(offset);
        if (rect.bottom() >= event->rect().top())
            paintRow(painter, block, rect, event->rect());
        offset.ry() += rect.height();
    }
}

void TextView::paintRow(QPainter& painter, const QTextBlock& block, const QRectF& rect, const QRect& exposed)
{
    paintGround(painter, block, rect);
    const QTextLayout& layout = *block.layout();
    const auto context = getPaintContext();
    if (!layout.preeditAreaText().isEmpty()) { // an input method composes here and has its own formats
        painter.setPen(color(Token::Text));
        layout.draw(&painter, rect.topLeft(), {}, exposed);
    } else if (layout.lineCount() > 0) {
        const QTextLine line = layout.lineAt(0);
        const QString text = block.text();
        const qreal left = rect.left();
        const int first = qMax(0, line.xToCursor(exposed.left() - left) - 1);
        const int last = qMin(static_cast<int>(text.size()), line.xToCursor(exposed.right() - left) + 1);
        const auto row = static_cast<std::size_t>(block.blockNumber());
        int plain = first;
        const auto paint = [&](int begin, int end, Token token) {
            begin = qMax(begin, first);
            end = qMin(end, last);
            if (begin < end)
                paintRun(painter, layout, rect.topLeft(), begin, end - begin, color(token));
        };
        for (const ColoredSpan& span : spansOf(text, row)) {
            if (span.begin > last)
                break;
            paint(plain, span.begin, Token::Text);
            paint(span.begin, span.begin + span.length, span.color);
            plain = qMax(plain, span.begin + span.length);
        }
        paint(plain, last, Token::Text);
        paintProblems(painter, block, rect);
    }
    const int cursor = context.cursorPosition;
    if (cursor >= block.position() && cursor < block.position() + block.length()) {
        painter.setPen(color(Token::Text));
        layout.drawCursor(&painter, rect.topLeft(), cursor - block.position(), cursorWidth());
    } else if (cursor < -1 && !layout.preeditAreaText().isEmpty()) {
        layout.drawCursor(&painter, rect.topLeft(), layout.preeditAreaPosition() - (cursor + 2), cursorWidth());
    }
}

std::vector<ColoredSpan> TextView::spansOf(const QString& shown, std::size_t row)
{
    if (row >= m_map.size())
        return {};
    if (isYaml())
        return m_yamlColors.spans(m_workspace.text(), m_map, row);
    const Inside inside = m_map.row(row).inside;
    return coloredSpans(shown, inside, inside == Inside::Expression ? expressionBefore(m_workspace.text(), m_map, row) : QString());
}

void TextView::paintGround(QPainter& painter, const QTextBlock& block, const QRectF& rect)
{
    const QRectF whole(0, rect.top(), viewport()->width(), rect.height());
    const auto row = static_cast<std::size_t>(block.blockNumber());
    const bool marked = std::any_of(m_marked.begin(), m_marked.end(), [&](const auto& rows) { return rows.first <= row && row <= rows.second; });
    if (marked)
        painter.fillRect(whole, color(Token::Line));
    if (block.layout()->lineCount() == 0)
        return;
    const QTextLine line = block.layout()->lineAt(0);
    const auto fill = [&](int begin, int end, Token token, qreal extra) {
        const qreal from = line.cursorToX(begin);
        painter.fillRect(QRectF(rect.left() + from, rect.top(), line.cursorToX(end) - from + extra, rect.height()), color(token));
    };
    if (!m_searched.isEmpty()) {
        const QString text = block.text();
        for (qsizetype at = text.indexOf(m_searched, 0, m_searchSensitivity); at >= 0;
             at = text.indexOf(m_searched, at + m_searched.size(), m_searchSensitivity))
            fill(static_cast<int>(at), static_cast<int>(at + m_searched.size()), Token::ChgBg, 0);
    }
    const QTextCursor cursor = textCursor();
    const int begin = qMax(cursor.selectionStart() - block.position(), 0);
    const int end = qMin(cursor.selectionEnd() - block.position(), block.length());
    if (cursor.hasSelection() && begin < end) {
        const bool beyond = end == block.length();
        fill(begin, beyond ? end - 1 : end, Token::AccentSoft2, beyond ? 6 : 0);
    }
}

void TextView::paintProblems(QPainter& painter, const QTextBlock& block, const QRectF& rect)
{
    const auto row = static_cast<std::size_t>(block.blockNumber());
    if (row >= m_map.size())
        return;
    const asl::TextRange content = m_map.content(row);
    const QTextLine line = block.layout()->lineAt(0);
    const std::string& text = m_workspace.text();
    for (const asl::Diagnostic& diagnostic : problemsInRow(m_workspace, m_map, row)) {
        const auto place = [&](std::size_t byte) {
            const auto in = std::clamp(byte, content.begin, content.end) - content.begin;
            return static_cast<int>(QString::fromUtf8(text.data() + content.begin, static_cast<qsizetype>(in)).size());
        };
        const qreal left = rect.left() + line.cursorToX(place(diagnostic.range.begin));
        const qreal right = qMax(rect.left() + line.cursorToX(place(diagnostic.range.end)), left + 6);
        paintWave(painter, left, right, rect.bottom() - 1.5, color(severityToken(diagnostic.severity)));
    }
}

} // namespace designer

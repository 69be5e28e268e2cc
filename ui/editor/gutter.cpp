#include "ui/editor/gutter.h"

#include "ui/editor/problem_marks.h"
#include "ui/editor/text_view.h"
#include "ui/support/icons.h"
#include "ui/support/qt_text.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>
#include <QWheelEvent>

#include <algorithm>
#include <map>

namespace designer {

namespace {

constexpr int narrowest = 48;
constexpr int barWidth = 3;
constexpr int markColumn = 18; // breakpoints and problems stand left of the numbers
constexpr int disc = 10;
constexpr int problemSize = 12;
constexpr int beforeText = 8;

} // namespace

Gutter::Gutter(TextView& view, Workspace& workspace, QWidget* parent) : QWidget(parent), m_view(view), m_workspace(workspace)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&view, &TextView::scrolled, this, [this] { update(); });
    connect(&workspace, &Workspace::diagnosticsChanged, this, [this] { update(); });
    connect(&workspace, &Workspace::textChanged, this, &QWidget::updateGeometry);
}

QSize Gutter::sizeHint() const
{
    const int digits = static_cast<int>(QString::number(m_view.map().lineCount()).size());
    const int numbers = m_view.fontMetrics().horizontalAdvance(u'0') * digits;
    return {qMax(narrowest, markColumn + numbers + beforeText), 0};
}

void Gutter::setBreakpointRows(std::vector<std::size_t> rows)
{
    m_breakpointRows = std::move(rows);
    update();
}

void Gutter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Field));
    painter.setFont(m_view.font());
    const BlockMap& map = m_view.map();
    const int bottom = m_view.viewport()->height();
    qreal top = m_view.contentOffset().y();
    for (QTextBlock block = m_view.firstVisibleBlock(); block.isValid() && top < bottom; block = block.next()) {
        const qreal height = m_view.blockBoundingRect(block).height();
        const QRectF row(0, top, width(), height);
        top += height;
        const auto index = static_cast<std::size_t>(block.blockNumber());
        if (index >= map.size())
            break;
        const auto& marked = m_view.markedRows();
        if (std::any_of(marked.begin(), marked.end(), [&](const auto& rows) { return rows.first <= index && index <= rows.second; })) {
            painter.fillRect(row, color(Token::Line));
            painter.fillRect(QRectF(0, row.top(), barWidth, row.height()), color(Token::Accent));
        }
        painter.setPen(color(Token::Text2));
        const QRectF text = row.adjusted(0, 0, -beforeText, 0);
        if (index > 0 && map.row(index - 1).end == RowEnd::Cut) { // the line goes on here
            const qreal x = text.right() - 6;
            const qreal y = std::round(row.center().y()) + 0.5;
            painter.drawLine(QPointF(x, y - 4), QPointF(x, y));
            painter.drawLine(QPointF(x, y), QPointF(x + 5, y));
        } else {
            painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, QString::number(map.row(index).line + 1));
        }
        const QPointF center(barWidth + 2 + disc / 2.0, row.center().y());
        const auto problems = problemsInRow(m_workspace, map, index);
        if (std::binary_search(m_breakpointRows.begin(), m_breakpointRows.end(), index)) {
            painter.save();
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(Token::Err));
            painter.drawEllipse(center, disc / 2.0, disc / 2.0);
            painter.restore();
        } else if (!problems.empty()) {
            const auto worst = std::min_element(problems.begin(), problems.end(), [](const auto& a, const auto& b) { return a.severity < b.severity; });
            painter.drawPixmap(QPointF(center.x() - problemSize / 2.0, center.y() - problemSize / 2.0),
                               glyph(severityGlyph(worst->severity), problemSize, color(severityToken(worst->severity)), devicePixelRatioF()));
        }
    }
}

void Gutter::mousePressEvent(QMouseEvent* event)
{
    const int row = m_view.rowAtY(static_cast<int>(event->position().y()));
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    if (event->position().x() < markColumn) {
        emit breakpointClicked(static_cast<std::size_t>(row));
        return;
    }
    m_view.setFocus(Qt::MouseFocusReason);
    m_view.goTo(m_view.map().content(static_cast<std::size_t>(row)), true, false);
}

void Gutter::wheelEvent(QWheelEvent* event)
{
    QCoreApplication::sendEvent(m_view.verticalScrollBar(), event);
}

QString Gutter::problemsOf(std::size_t row) const
{
    QStringList messages;
    for (const asl::Diagnostic& diagnostic : problemsInRow(m_workspace, m_view.map(), row))
        messages << translated(diagnostic.message);
    return messages.join(u'\n');
}

bool Gutter::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    auto* help = static_cast<QHelpEvent*>(event);
    const int row = m_view.rowAtY(help->pos().y());
    const QString text = row < 0 ? QString() : problemsOf(static_cast<std::size_t>(row));
    if (text.isEmpty())
        QToolTip::hideText();
    else
        QToolTip::showText(help->globalPos(), text, this);
    return true;
}

ProblemScrollBar::ProblemScrollBar(TextView& view, Workspace& workspace) : QScrollBar(Qt::Vertical), m_view(view), m_workspace(workspace)
{
    connect(&workspace, &Workspace::diagnosticsChanged, this, [this] { update(); });
}

void ProblemScrollBar::paintEvent(QPaintEvent* event)
{
    QScrollBar::paintEvent(event);
    QPainter painter(this);
    // The worst severity of each pair of pixels: thousands of problems are no more work than the bar is high.
    std::map<int, asl::Severity> marks;
    const BlockMap& map = m_view.map();
    for (const asl::Diagnostic& diagnostic : m_workspace.diagnostics()) {
        const std::size_t row = map.rowAtByte(std::min(diagnostic.range.begin, map.textSize()));
        const int y = static_cast<int>(row * static_cast<std::size_t>(height()) / map.size()) & ~1;
        const auto [mark, isNew] = marks.emplace(y, diagnostic.severity);
        if (!isNew)
            mark->second = std::min(mark->second, diagnostic.severity);
    }
    for (const auto& [y, severity] : marks)
        painter.fillRect(width() - 6, y, 6, 2, color(severityToken(severity)));
}

} // namespace designer

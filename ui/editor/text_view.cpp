#include "ui/editor/text_view.h"

#include "ui/editor/row_layout.h"
#include "ui/support/theme.h"
#include "ui/workspace/workspace.h"

#include <QTextBlock>

namespace designer {

namespace {

constexpr qint64 longestFill = 3; // ms of appending rows in one event
constexpr std::size_t rowsOfSlice = 64;
constexpr std::size_t rowsWorthRefilling = 1500; // more new rows than this come in slices
constexpr qint64 typingPause = 1000;             // ms that end a step of undo
constexpr QChar rowSeparator(QChar::ParagraphSeparator);

} // namespace

TextView::TextView(Workspace& workspace, QWidget* parent) : QPlainTextEdit(parent), m_workspace(workspace)
{
    auto* buffer = new QTextDocument(this);
    buffer->setDocumentLayout(new RowLayout(buffer));
    buffer->setUndoRedoEnabled(false);
    setDocument(buffer);
    setLineWrapMode(NoWrap);
    setFrameShape(NoFrame);
    setTabChangesFocus(false);
    setAccessibleName(tr("Text of the definition"));
    m_fill.setInterval(0);
    m_fill.setSingleShot(true);
    connect(&m_fill, &QTimer::timeout, this, [this] { fillOn(longestFill); });
    connect(buffer, &QTextDocument::contentsChange, this, [this](int from, int removed, int added) {
        if (!m_syncing)
            m_viewChange = ViewChange{from, removed, added};
    });
    // A change may be answered by another one only after the layout has taken it in: that is contentsChanged.
    connect(buffer, &QTextDocument::contentsChanged, this, [this] {
        if (const auto change = std::exchange(m_viewChange, std::nullopt))
            takeViewChange(*change);
    });
    connect(&workspace, &Workspace::textChanged, this, &TextView::followText);
    connect(&workspace, &Workspace::diagnosticsChanged, viewport(), qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this, &TextView::scrolled);
    connect(&Theme::current(), &Theme::changed, this, &TextView::applyTheme);
    applyTheme();
    followText({}, true, nullptr);
}

void TextView::applyTheme()
{
    setFont(designer::font(FontRole::Code));
    static_cast<RowLayout*>(document()->documentLayout())->setRowHeight(Theme::current().height(18));
    setTabStopDistance(4 * fontMetrics().horizontalAdvance(u' '));
    viewport()->update();
}

// --- from the view to the text ---------------------------------------------------------------------------------------

std::size_t TextView::byteAt(int position) const
{
    return m_map.byteAt(m_workspace.text(), static_cast<std::size_t>(position));
}

asl::TextRange TextView::selectedBytes() const
{
    const QTextCursor cursor = textCursor();
    return {byteAt(cursor.selectionStart()), byteAt(cursor.selectionEnd())};
}

/// The view says too much about its changes: whole blocks while an input method composes, the last paragraph mark as a
/// character. What it says is clamped, compared with what it showed, and only the difference becomes a patch.
void TextView::takeViewChange(const ViewChange& change)
{
    const std::string& text = m_workspace.text();
    const int shownBefore = static_cast<int>(m_filled == m_map.size() ? m_map.shownSize() : m_map.row(m_filled).place) - 1;
    const int shownNow = document()->characterCount() - 1;
    const int from = qMin(change.from, qMin(shownBefore, shownNow));
    const int endBefore = qMin(change.from + change.removed, shownBefore);
    const int endNow = endBefore + shownNow - shownBefore; // what follows the change is as it was
    if (endNow < from)
        return followText({}, true, nullptr);

    const std::size_t firstRow = m_map.rowAtPlace(static_cast<std::size_t>(from));
    const std::size_t lastRow = m_map.rowAtPlace(static_cast<std::size_t>(endBefore));
    const int firstPlace = static_cast<int>(m_map.row(firstRow).place);
    const QString before = m_map.shown(text, firstRow, lastRow - firstRow + 1).mid(from - firstPlace, endBefore - from);
    QTextCursor reader(document());
    reader.setPosition(from);
    reader.setPosition(endNow, QTextCursor::KeepAnchor);
    const QString now = reader.selectedText();

    qsizetype head = 0;
    const qsizetype shorter = qMin(before.size(), now.size());
    while (head < shorter && before[head] == now[head])
        ++head;
    if (head > 0 && head < qMax(before.size(), now.size()) && before[head - 1].isHighSurrogate())
        --head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    if (tail > 0 && before[before.size() - tail].isLowSurrogate())
        --tail;
    if (head + tail == before.size() && head + tail == now.size())
        return;

    const auto place = static_cast<std::size_t>(from + head);
    const auto placeEnd = static_cast<std::size_t>(endBefore - tail);
    const std::size_t row = m_map.rowAtPlace(place);
    const asl::TextRange range{m_map.byteAt(text, place), m_map.byteAt(text, placeEnd)};
    const std::string inserted = bytesOf(QStringView(now).mid(head, now.size() - tail - head), lineEndAt(row));
    const asl::TextPatch patch = asl::TextPatch::replacing(range, inserted);
    const std::size_t lastTouched = m_map.rowAtPlace(placeEnd);
    m_touched = {row, lastTouched};
    if (patch.empty() || !m_workspace.applyToText({ASL_TEXT("core", "Typing"), patch, std::nullopt, typingKey(patch)}, this)) {
        // Only a cut was deleted, or the document refuses: the view shows what it showed.
        showRows({row, lastTouched - row + 1, row, lastTouched - row + 1});
    }
}

/// Letters typed one after another are one step of undo; a pause, another place or another line begins a new one.
int TextView::typingKey(const asl::TextPatch& patch)
{
    const asl::Replacement& replacement = patch.replacements().front();
    const bool inserts = !replacement.text.empty();
    const bool follows = inserts ? replacement.range.begin == m_typingEnd
                                 : replacement.range.end == m_typingEnd || replacement.range.begin == m_typingEnd;
    const bool newLine = replacement.text.find_first_of("\r\n") != std::string::npos;
    if (m_typingKey < 0 || !follows || newLine || inserts != m_typingInserts || (inserts && !replacement.range.empty())
        || !m_sinceTyping.isValid() || m_sinceTyping.hasExpired(typingPause))
        m_typingKey = m_workspace.newMergeKey();
    m_sinceTyping.start();
    m_typingInserts = inserts;
    m_typingEnd = replacement.range.begin + replacement.text.size();
    return m_typingKey;
}

/// The line end to write for Enter in this row: that of the nearest line before it, else after it.
std::string_view TextView::lineEndAt(std::size_t row) const
{
    const auto bytes = [](RowEnd end) -> std::string_view {
        switch (end) {
        case RowEnd::Lf: return "\n";
        case RowEnd::CrLf: return "\r\n";
        case RowEnd::Cr: return "\r";
        case RowEnd::Cut:
        case RowEnd::TextEnd: break;
        }
        return {};
    };
    for (std::size_t i = row + 1; i-- > 0;)
        if (const auto end = bytes(m_map.row(i).end); !end.empty())
            return end;
    for (std::size_t i = row + 1; i < m_map.size(); ++i)
        if (const auto end = bytes(m_map.row(i).end); !end.empty())
            return end;
    return "\n";
}

// --- from the text to the view ---------------------------------------------------------------------------------------

void TextView::followText(const asl::TextPatch& patch, bool reset, QObject* author)
{
    if (reset) {
        m_map = BlockMap(m_workspace.text());
        m_yamlColors.changedFrom(0);
        m_typingKey = -1;
        m_marked.clear();
        truncateRows(0);
        fillOn(0); // what is visible; the rest follows in events of its own
        return;
    }
    if (patch.empty())
        return;
    std::optional<std::size_t> typedRow;
    if (author == this)
        typedRow = static_cast<std::size_t>(qMax(0, document()->findBlock(textCursor().position() - 1).blockNumber()));
    std::vector<RowChange> changes = m_map.update(m_workspace.text(), patch, typedRow);
    m_yamlColors.changedFrom(m_map.row(std::min(changes.front().after, m_map.size() - 1)).line);
    if (author == this) { // cuts may be gone from the view that the text knows nothing of
        RowChange& change = changes.front();
        const std::size_t earlier = change.before - qMin(change.before, m_touched.first);
        const std::size_t end = change.before + change.removed;
        const std::size_t later = qMax(end, m_touched.second + 1) - end;
        change = {change.before - earlier, change.removed + earlier + later, change.after - earlier, change.inserted + earlier + later};
    }
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        showRows(*change);
    if (author != this && hasFocus()) { // undo, redo, or a change from elsewhere: look at it
        m_typingKey = -1;
        const asl::Replacement& last = patch.replacements().back();
        const std::size_t begin = mapped(patch, last.range.begin, asl::Bias::Before);
        goTo({begin + last.text.size(), begin + last.text.size()}, false, false);
    }
    viewport()->update();
}

/// Rows after the change are as the map says already; rows before it are not looked at.
void TextView::showRows(const RowChange& change)
{
    if (change.before >= m_filled)
        return;
    const bool toTheEnd = change.before + change.removed >= m_filled;
    const std::size_t tail = toTheEnd ? 0 : m_filled - change.before - change.removed;
    if (change.inserted > rowsWorthRefilling) {
        truncateRows(change.before);
        m_fill.start();
        return;
    }
    const int lastBlock = document()->blockCount() - 1 - static_cast<int>(tail);
    QTextCursor cursor(document());
    cursor.setPosition(document()->findBlockByNumber(static_cast<int>(change.before)).position());
    const int begin = cursor.position();
    const QTextBlock last = document()->findBlockByNumber(lastBlock);
    cursor.setPosition(last.position() + last.length() - 1, QTextCursor::KeepAnchor);
    const QString shown = cursor.selectedText();
    const QString wanted = m_map.shown(m_workspace.text(), change.after, change.inserted);
    m_filled = change.before + change.inserted + tail;
    if (shown != wanted) {
        const qsizetype shorter = qMin(shown.size(), wanted.size());
        qsizetype head = 0;
        while (head < shorter && shown[head] == wanted[head])
            ++head;
        qsizetype same = 0;
        while (same < shorter - head && shown[shown.size() - 1 - same] == wanted[wanted.size() - 1 - same])
            ++same;
        cursor.setPosition(begin + static_cast<int>(head));
        cursor.setPosition(begin + static_cast<int>(shown.size() - same), QTextCursor::KeepAnchor);
        const QScopedValueRollback guard(m_syncing, true);
        cursor.insertText(wanted.mid(head, wanted.size() - same - head));
    }
    if (m_filled < m_map.size())
        m_fill.start();
}

void TextView::truncateRows(std::size_t first)
{
    const QScopedValueRollback guard(m_syncing, true);
    if (first == 0) {
        document()->clear();
    } else {
        QTextCursor cursor(document());
        const QTextBlock keep = document()->findBlockByNumber(static_cast<int>(first) - 1);
        cursor.setPosition(keep.position() + keep.length() - 1);
        cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        cursor.removeSelectedText();
    }
    m_filled = first;
}

void TextView::fillOn(qint64 longest)
{
    if (isFilled())
        return;
    QElapsedTimer clock;
    clock.start();
    const QScopedValueRollback guard(m_syncing, true);
    const int place = textCursor().position();
    const int anchor = textCursor().anchor();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    do {
        const std::size_t count = qMin(rowsOfSlice, m_map.size() - m_filled);
        QString slice = m_map.shown(m_workspace.text(), m_filled, count);
        if (m_filled > 0)
            slice.prepend(rowSeparator);
        cursor.insertText(slice);
        m_filled += count;
    } while (m_filled < m_map.size() && clock.elapsed() < longest);
    if (textCursor().position() != place) { // it stood where the rows were added, and does not go along
        QTextCursor own = textCursor();
        own.setPosition(anchor);
        own.setPosition(place, QTextCursor::KeepAnchor);
        setTextCursor(own);
    }
    if (m_goTo && m_map.rowAtByte(qMin(m_goTo->first.end, m_map.textSize())) < m_filled)
        goTo(m_goTo->first, m_goTo->second);
    if (m_filled < m_map.size())
        m_fill.start();
    else
        emit filled();
}

void TextView::goTo(asl::TextRange range, bool select, bool center)
{
    range.end = qMin(range.end, m_map.textSize());
    range.begin = qMin(range.begin, range.end);
    if (m_map.rowAtByte(select ? range.end : range.begin) >= m_filled) {
        m_goTo = {range, select};
        return;
    }
    m_goTo.reset();
    QTextCursor cursor = textCursor();
    const int begin = static_cast<int>(m_map.placeAt(m_workspace.text(), range.begin));
    if (select)
        cursor.setPosition(static_cast<int>(m_map.placeAt(m_workspace.text(), range.end)));
    cursor.setPosition(begin, select ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    const bool visible = viewport()->rect().contains(cursorRect(cursor));
    setTextCursor(cursor);
    if (center && !visible)
        centerCursor();
}

void TextView::setMarkedRows(std::vector<std::pair<std::size_t, std::size_t>> rows)
{
    if (rows == m_marked)
        return;
    m_marked = std::move(rows);
    viewport()->update();
    emit scrolled();
}

void TextView::setSearched(const QString& text, Qt::CaseSensitivity sensitivity)
{
    m_searched = text;
    m_searchSensitivity = sensitivity;
    viewport()->update();
}

int TextView::rowAtY(int y) const
{
    QTextBlock block = firstVisibleBlock();
    for (qreal bottom = contentOffset().y(); block.isValid(); block = block.next()) {
        bottom += blockBoundingRect(block).height();
        if (y < bottom)
            return block.blockNumber();
    }
    return -1;
}

} // namespace designer

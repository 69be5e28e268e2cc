// TextView: keys, mouse and clipboard.

#include "core/text/text_style.h"
#include "core/text/yaml_style.h"
#include "ui/editor/text_view.h"
#include "ui/support/qt_text.h"
#include "ui/workspace/workspace.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QTextBlock>

namespace designer {

bool TextView::event(QEvent* event)
{
    // There is one undo stack: its keys are left to the window's actions.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            key->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void TextView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo)) {
        event->ignore();
        return;
    }
    leaveCut(event);
    if (editKey(event)) {
        event->accept();
        ensureCursorVisible();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

/// Nothing of the document lies between two rows of one line, so deleting there deletes the character beyond the cut.
void TextView::leaveCut(const QKeyEvent* event)
{
    QTextCursor cursor = textCursor();
    if (cursor.hasSelection())
        return;
    const int row = cursor.blockNumber();
    const bool backwards = event->key() == Qt::Key_Backspace || event->matches(QKeySequence::DeleteStartOfWord);
    const bool forwards = event->key() == Qt::Key_Delete || event->matches(QKeySequence::DeleteEndOfWord);
    if (backwards && cursor.atBlockStart() && row > 0 && m_map.row(static_cast<std::size_t>(row) - 1).end == RowEnd::Cut)
        cursor.movePosition(QTextCursor::PreviousCharacter);
    else if (forwards && cursor.atBlockEnd() && m_map.row(static_cast<std::size_t>(row)).end == RowEnd::Cut)
        cursor.movePosition(QTextCursor::NextCharacter);
    else
        return;
    setTextCursor(cursor);
}

bool TextView::editKey(QKeyEvent* event)
{
    if (isReadOnly())
        return false;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))) {
        newLine();
        return true;
    }
    if (event->key() == Qt::Key_Tab && event->modifiers() == Qt::NoModifier) {
        indent();
        return true;
    }
    return event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier && isYaml() && outdent();
}

/// A new line begins as deep as this one, and one level deeper behind an opening brace or bracket.
void TextView::newLine()
{
    QTextCursor cursor = textCursor();
    const std::string& text = m_workspace.text();
    const std::size_t at = byteAt(cursor.selectionStart());
    std::string_view white = asl::lineIndent(text, at);
    const auto lineBegin = static_cast<std::size_t>(white.data() - text.data());
    if (lineBegin + white.size() > at)
        white = white.substr(0, at - lineBegin);
    QString begin = toQString(white);
    const bool opened = at > 0 && (text[at - 1] == '{' || text[at - 1] == '[');
    const std::size_t after = byteAt(cursor.selectionEnd());
    const bool closes = opened && after < text.size() && (text[after] == '}' || text[after] == ']');
    cursor.beginEditBlock();
    const QString deeper = opened ? toQString(indentUnit()) : isYaml() ? yamlIndentBehind(at) : QString();
    cursor.insertText(QChar(QChar::ParagraphSeparator) + begin + deeper);
    const int place = cursor.position();
    if (closes)
        cursor.insertText(QChar(QChar::ParagraphSeparator) + begin);
    cursor.endEditBlock();
    cursor.setPosition(place);
    setTextCursor(cursor);
}

bool TextView::isYaml() const
{
    return m_workspace.snapshot()->syntax() == asl::TextSyntax::Yaml;
}

/// How much further than this line the next one begins: below the first key of a list's item, and a level deeper behind a key
/// without a value, a dash alone or the head of a block scalar.
QString TextView::yamlIndentBehind(std::size_t at) const
{
    const std::string& text = m_workspace.text();
    const std::string_view white = asl::lineIndent(text, at);
    const std::size_t begin = static_cast<std::size_t>(white.data() - text.data()) + white.size();
    if (begin >= at)
        return {};
    std::string_view line = std::string_view(text).substr(begin, at - begin);
    if (const std::size_t comment = line.find(" #"); comment != std::string_view::npos)
        line = line.substr(0, comment);
    line = line.substr(0, line.find_last_not_of(" \t") + 1);
    std::size_t dashes = 0;
    while (line.size() > dashes + 1 && line[dashes] == '-' && line[dashes + 1] == ' ')
        dashes = std::min(line.find_first_not_of(' ', dashes + 1), line.size());
    const std::string_view rest = line.substr(dashes);
    const std::size_t key = std::min(rest.find(": "), rest.ends_with(':') ? rest.size() - 1 : rest.npos);
    const std::string_view value = key == rest.npos ? rest : rest.substr(std::min(rest.find_first_not_of(": ", key), rest.size()));
    const bool blockScalar = !value.empty() && value.size() <= 3 && (value.front() == '|' || value.front() == '>');
    if (line == "-" || rest.ends_with(':') || blockScalar)
        return QString(static_cast<int>(key == rest.npos ? 0 : dashes), u' ') + toQString(indentUnit());
    return key == rest.npos ? QString() : QString(static_cast<int>(dashes), u' ');
}

void TextView::indent()
{
    QTextCursor cursor = textCursor();
    QString unit = toQString(indentUnit());
    if (isYaml()) // to the next level
        unit.chop(static_cast<int>(asl::yamlColumn(m_workspace.text(), byteAt(cursor.selectionStart()))) % unit.size());
    cursor.insertText(unit);
    setTextCursor(cursor);
}

/// Backspace in the blanks before a line's text takes a level, as Tab gave it.
bool TextView::outdent()
{
    QTextCursor cursor = textCursor();
    const std::string& text = m_workspace.text();
    const std::size_t at = byteAt(cursor.position());
    const std::size_t column = asl::yamlColumn(text, at);
    if (cursor.hasSelection() || column == 0 || std::string_view(text).substr(at - column, column).find_first_not_of(' ') != std::string_view::npos)
        return false;
    const std::size_t step = indentUnit().size();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, static_cast<int>((column - 1) % step + 1));
    cursor.removeSelectedText();
    setTextCursor(cursor);
    return true;
}

std::string TextView::indentUnit() const
{
    const asl::SyntaxTree& tree = m_workspace.snapshot()->tree();
    if (isYaml())
        return std::string(asl::yamlStyleAt(tree, tree.root()).step, ' ');
    return asl::styleAt(tree, tree.root()).indent;
}

// --- clipboard -------------------------------------------------------------------------------------------------------

bool TextView::canInsertFromMimeData(const QMimeData* source) const
{
    return source->hasText() && !source->hasUrls(); // dropped files are for the window
}

void TextView::insertFromMimeData(const QMimeData* source)
{
    if (isReadOnly() || !source->hasText())
        return;
    QString text = source->text();
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    QTextCursor cursor = textCursor();
    cursor.insertText(text);
    setTextCursor(cursor);
    ensureCursorVisible();
}

QMimeData* TextView::createMimeDataFromSelection() const
{
    const asl::TextRange range = selectedBytes();
    auto* data = new QMimeData;
    data->setText(toQString(std::string_view(m_workspace.text()).substr(range.begin, range.size())));
    return data;
}

// --- mouse -----------------------------------------------------------------------------------------------------------

/// Rows are higher than their text: a click between two texts means the text of the row it is in.
QMouseEvent TextView::inRow(const QMouseEvent& event) const
{
    QPointF position = event.position();
    QTextBlock block = firstVisibleBlock();
    for (qreal top = contentOffset().y(); block.isValid(); block = block.next()) {
        const qreal height = blockBoundingRect(block).height();
        if (position.y() < top + height) {
            if (position.y() >= 0)
                position.setY(top + height / 2);
            break;
        }
        top += height;
    }
    return {event.type(), position, event.scenePosition(), event.globalPosition(), event.button(), event.buttons(), event.modifiers(),
            event.pointingDevice()};
}

void TextView::mousePressEvent(QMouseEvent* event)
{
    QMouseEvent moved = inRow(*event);
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier) {
        emit definitionWanted(byteAt(cursorForPosition(moved.position().toPoint()).position()));
        return;
    }
    QPlainTextEdit::mousePressEvent(&moved);
}

void TextView::mouseMoveEvent(QMouseEvent* event)
{
    QMouseEvent moved = inRow(*event);
    QPlainTextEdit::mouseMoveEvent(&moved);
}

void TextView::mouseReleaseEvent(QMouseEvent* event)
{
    QMouseEvent moved = inRow(*event);
    QPlainTextEdit::mouseReleaseEvent(&moved);
}

void TextView::mouseDoubleClickEvent(QMouseEvent* event)
{
    QMouseEvent moved = inRow(*event);
    QPlainTextEdit::mouseDoubleClickEvent(&moved);
}

bool TextView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove) {
        auto* drag = static_cast<QDropEvent*>(event);
        if (drag->mimeData()->hasUrls()) {
            event->ignore();
            return false;
        }
    }
    return QPlainTextEdit::viewportEvent(event);
}

} // namespace designer
